"""Key file and database together: no half of them ever leads to an empty start or a lockout."""

import sys
from pathlib import Path

import pytest

from app.store.errors import (
    DatabaseBusy,
    DatabaseMissing,
    DatabaseUnreadable,
    KeyFileExists,
    KeyFileForeign,
    KeyFileMissing,
    KeyFileUnreadable,
    ReadOnlyFolder,
    WrongPassphrase,
)
from app.store.kdf import KdfParameters
from app.store.keys import KeyFile
from app.store.opening import StoreFiles, StoreState
from tests.store.world import run, snapshot

PASSPHRASE = "correct horse"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return tmp_path / "base"


@pytest.fixture
def store(base: Path, cheap: KdfParameters) -> StoreFiles:
    return StoreFiles(base / "key.json", base / "understudy.db", cheap)


def note(store: StoreFiles) -> None:
    with store.open(PASSPHRASE) as database:
        database.execute("INSERT INTO settings VALUES ('note', '1')")


def noted(store: StoreFiles) -> bool:
    with store.open(PASSPHRASE) as database:
        return bool(database.query("SELECT 1 FROM settings WHERE name = 'note'"))


def test_made_once_then_unlocked(store: StoreFiles, base: Path) -> None:
    assert store.state() is StoreState.NEW
    assert not base.exists()
    store.create(PASSPHRASE).close()
    assert store.state() is StoreState.LOCKED
    note(store)
    assert noted(store)
    with pytest.raises(KeyFileExists):
        store.create("another")
    assert noted(store)


def test_the_default_cost_is_used_when_none_is_given(base: Path) -> None:
    store = StoreFiles(base / "key.json", base / "understudy.db")
    store.create(PASSPHRASE).close()
    assert '"memory_kib": 65536' in (base / "key.json").read_text()


def test_opening_before_making(store: StoreFiles) -> None:
    with pytest.raises(KeyFileMissing):
        store.open(PASSPHRASE)


def test_a_wrong_passphrase_changes_nothing(store: StoreFiles, base: Path) -> None:
    store.create(PASSPHRASE).close()
    before = snapshot(base)
    with pytest.raises(WrongPassphrase):
        store.open("wrong")
    assert snapshot(base) == before


def test_changing_the_passphrase(store: StoreFiles) -> None:
    store.create("first").close()
    store.change_passphrase("first", PASSPHRASE)
    note(store)
    with pytest.raises(WrongPassphrase):
        store.open("first")
    assert noted(store)


def test_changing_the_passphrase_while_open(store: StoreFiles) -> None:
    with store.create("first") as database:
        store.change_passphrase("first", PASSPHRASE)
        database.execute("INSERT INTO settings VALUES ('note', '1')")
    assert noted(store)


def test_a_missing_key_file_is_told_and_no_new_one_is_made(store: StoreFiles, base: Path) -> None:
    store.create(PASSPHRASE).close()
    key_file = (base / "key.json").read_bytes()
    (base / "key.json").unlink()
    before = snapshot(base)
    for attempt in (store.state, lambda: store.open(PASSPHRASE), lambda: store.create(PASSPHRASE)):
        with pytest.raises(KeyFileMissing):
            attempt()
    assert snapshot(base) == before
    (base / "key.json").write_bytes(key_file)
    note(store)


def test_a_missing_database_is_told_and_no_new_one_is_made(store: StoreFiles, base: Path) -> None:
    store.create(PASSPHRASE).close()
    database = (base / "understudy.db").read_bytes()
    (base / "understudy.db").unlink()
    before = snapshot(base)
    for attempt in (store.state, lambda: store.open(PASSPHRASE)):
        with pytest.raises(DatabaseMissing):
            attempt()
    with pytest.raises(KeyFileExists):
        store.create(PASSPHRASE)
    assert snapshot(base) == before
    (base / "understudy.db").write_bytes(database)
    note(store)


def test_an_emptied_database_is_damage(store: StoreFiles, base: Path) -> None:
    store.create(PASSPHRASE).close()
    (base / "understudy.db").write_bytes(b"")
    before = snapshot(base)
    with pytest.raises(DatabaseUnreadable):
        store.open(PASSPHRASE)
    assert snapshot(base) == before


def test_a_key_file_without_a_database_makes_it(
    store: StoreFiles, base: Path, cheap: KdfParameters
) -> None:
    """The app was killed between the two."""
    KeyFile(base / "key.json", cheap).create(PASSPHRASE)
    assert store.state() is StoreState.LOCKED
    note(store)
    assert noted(store)
    (base / "understudy.db").unlink()
    with pytest.raises(DatabaseMissing):
        store.open(PASSPHRASE)


def test_a_key_file_of_another_database_is_told(
    store: StoreFiles, tmp_path: Path, base: Path, cheap: KdfParameters
) -> None:
    store.create(PASSPHRASE).close()
    other = StoreFiles(tmp_path / "b" / "key.json", tmp_path / "b" / "understudy.db", cheap)
    other.create(PASSPHRASE).close()
    (base / "key.json").write_bytes((tmp_path / "b" / "key.json").read_bytes())
    before = snapshot(base)
    with pytest.raises(KeyFileForeign):
        store.open(PASSPHRASE)
    assert snapshot(base) == before


def test_a_damaged_database_is_told_apart_from_a_foreign_key(store: StoreFiles, base: Path) -> None:
    store.create(PASSPHRASE).close()
    content = bytearray((base / "understudy.db").read_bytes())
    content[500] ^= 1
    (base / "understudy.db").write_bytes(content)
    before = snapshot(base)
    with pytest.raises(DatabaseUnreadable):
        store.open(PASSPHRASE)
    assert snapshot(base) == before


def test_a_damaged_key_file_does_not_touch_the_database(store: StoreFiles, base: Path) -> None:
    store.create(PASSPHRASE).close()
    (base / "key.json").write_bytes(b"{}")
    before = snapshot(base)
    for attempt in (store.state, lambda: store.open(PASSPHRASE)):
        with pytest.raises(KeyFileUnreadable):
            attempt()
    assert snapshot(base) == before


def test_an_older_backup_of_both_opens(store: StoreFiles, base: Path) -> None:
    store.create(PASSPHRASE).close()
    note(store)
    backup = snapshot(base)
    with store.open(PASSPHRASE) as database:
        database.execute("DELETE FROM settings")
    for name, content in backup.items():
        (base / name).write_bytes(content)
    assert noted(store)


def test_one_copy_at_a_time(store: StoreFiles) -> None:
    with store.create(PASSPHRASE), pytest.raises(DatabaseBusy):
        store.open(PASSPHRASE)
    note(store)


def test_a_file_in_place_of_the_folder(store: StoreFiles, base: Path) -> None:
    base.write_bytes(b"mine")
    with pytest.raises(ReadOnlyFolder):
        store.create(PASSPHRASE)
    assert base.read_bytes() == b"mine"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_killed_at_any_line_of_the_first_start(tmp_path: Path) -> None:
    done = run("-m", "tests.store.killed_at_every_line", tmp_path)
    assert done.returncode == 0, done.stderr
    created, changed = map(int, done.stdout.split())
    assert created > 100
    assert changed > 50
