"""Rolling backups: sound, few, and without what was erased."""

import shutil
import stat
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.privacy.levels import Level
from app.privacy.policy import Action, Choice
from app.store import backups as module
from app.store.backups import DAYS, LATEST, Backup, Backups
from app.store.chats import Chats
from app.store.connecting import examine
from app.store.curating import Curator
from app.store.database import Database, database_mark
from app.store.drafts import DraftPlace, Drafts, NewDraft
from app.store.errors import CopyFailed, DatabaseUnreadable, DiskFull
from app.store.identities import Identities
from app.store.numbering import FIRST_IDENTITY
from app.store.settings import Settings
from app.store.vault import Vault
from tests.store.world import assign, snapshot, span

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> Backups:
    return Backups(tmp_path / "backups", clock)


def put(database: Database, name: str) -> None:
    database.execute("INSERT INTO settings VALUES (?, '1')", (name,))


def names(backup: Backup, key: bytes, folder: Path) -> list[str]:
    copy = folder / "copy.db"
    shutil.copyfile(backup.path, copy)
    with Database.open(copy, key) as opened:
        found = [name for (name,) in opened.query("SELECT name FROM settings ORDER BY name")]
    copy.unlink()
    return found


def test_a_backup_is_the_whole_database_under_the_same_key(
    database: Database, backups: Backups, key: bytes, path: Path, tmp_path: Path
) -> None:
    put(database, "a")
    made = backups.make(database)
    put(database, "b")
    assert backups.list() == (made,)
    assert (made.number, made.at, made.erasures) == (1, NOON, 0)
    assert made.size == made.path.stat().st_size
    assert made.mark == database_mark(path)
    assert examine(made.path, key, fully=True)
    assert names(made, key, tmp_path) == ["a"]
    assert [file.name for file in backups.folder.iterdir()] == ["000001-20261123T120000Z-0.backup"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_may_read(database: Database, backups: Backups) -> None:
    made = backups.make(database)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backups.folder.stat().st_mode) == 0o700


def test_the_newest_and_one_of_each_day_are_kept(
    database: Database, backups: Backups, clock: Clock
) -> None:
    for _ in range(40):
        backups.make(database)
        clock.now += timedelta(hours=8)
    kept = backups.list()
    assert [each.number for each in kept[:LATEST]] == [40, 39, 38]
    days = [f"{each.at:%d}" for each in kept]
    assert len(set(days)) == DAYS
    assert len(kept) <= LATEST + DAYS
    assert kept[-1].at >= clock.now - timedelta(days=DAYS + 1)
    assert [each.number for each in kept] == sorted((e.number for e in kept), reverse=True)


@pytest.mark.parametrize("jump", [timedelta(days=-900), timedelta(days=900)])
def test_a_clock_that_was_set_costs_no_newer_backup(
    database: Database, backups: Backups, clock: Clock, jump: timedelta
) -> None:
    for _ in range(12):
        backups.make(database)
        clock.now += timedelta(days=1)
    clock.now += jump
    put(database, "a")
    assert backups.due(database, backups.list()[0].mark)
    last = [backups.make(database) for _ in range(LATEST)]
    assert backups.list()[:LATEST] == tuple(reversed(last))
    assert len(backups.list()) <= LATEST + DAYS


def test_when_one_is_due(database: Database, backups: Backups, clock: Clock, path: Path) -> None:
    mark = database_mark(path)
    assert backups.due(database, mark)
    backups.make(database)
    assert not backups.due(database, mark)
    clock.now += timedelta(hours=2)
    assert not backups.due(database, mark), "nothing changed"
    put(database, "a")
    assert backups.due(database, mark)
    clock.now -= timedelta(hours=2)
    assert not backups.due(database, mark)
    clock.now -= timedelta(hours=1)
    assert backups.due(database, mark), "the clock was set back"
    assert backups.due(database, "00" * 16), "another key"


@pytest.mark.parametrize("remove", [True, False])
def test_what_was_erased_is_in_no_backup_for_long(
    database: Database, backups: Backups, path: Path, remove: bool
) -> None:
    vault = Vault(database)
    (placeholder,) = assign(vault, span("ann.lee@example.org", "Email"))
    backups.make(database)
    backups.make(database)
    assert not backups.due(database, database_mark(path))
    if remove:
        Curator(database, vault).forget(placeholder)
    else:
        assign(vault, span("ann.lee@example.org", "Password"))
    assert backups.due(database, database_mark(path))
    made = backups.make(database)
    assert backups.list() == (made,)
    assert made.erasures == 1


def test_backups_of_another_key_go_once_there_is_one_of_this(
    database: Database, backups: Backups, tmp_path: Path
) -> None:
    with Database.open(tmp_path / "other.db", bytes(32), create=True) as other:
        backups.make(other)
    made = backups.make(database)
    assert backups.list() == (made,)


def test_other_files_are_left_alone_and_drafts_are_swept(
    database: Database, backups: Backups
) -> None:
    backups.make(database)
    others = ["note.txt", "000001-20269999T120000Z-0.backup", "x.backup", "000009-a-0.backup"]
    for name in others:
        (backups.folder / name).write_bytes(b"mine")
    draft = backups.folder / "000002-20261123T120000Z-0.backup.0123456789ab.new"
    for name in (draft.name, draft.name + "-journal"):
        (backups.folder / name).write_bytes(b"half")
    made = backups.make(database)
    assert made.number == 2
    assert len(backups.list()) == 2
    assert {file.name for file in backups.folder.iterdir()} == {
        *others, *(each.path.name for each in backups.list())
    }  # fmt: skip


def broken(error: Exception) -> Callable[[Database, Path], None]:
    def copy(_: Database, path: Path) -> None:
        path.write_bytes(b"half a copy")
        raise error

    return copy


@pytest.mark.parametrize("error", [DiskFull(file="x"), CopyFailed(file="x")])
def test_a_backup_that_fails_leaves_the_earlier_ones(
    database: Database, backups: Backups, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    backups.make(database)
    before = snapshot(backups.folder)
    monkeypatch.setattr(module, "copy_to", broken(error))
    with pytest.raises(type(error)):
        backups.make(database)
    assert snapshot(backups.folder) == before


def test_a_damaged_database_is_never_backed_up_over_good_ones(
    database: Database, backups: Backups, key: bytes, path: Path
) -> None:
    for number in range(200):
        put(database, f"{number:0500}")
    made = backups.make(database)
    database.close()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    connection = Database(_connect(path, key), path.name, None)
    with pytest.raises(DatabaseUnreadable):
        backups.make(connection)
    connection.close()
    assert backups.list() == (made,)
    assert examine(made.path, key, fully=True)


def _connect(path: Path, key: bytes) -> object:
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - past the checks of `Database.open`

    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def test_of_a_damaged_database_no_backup_is_made(
    tmp_path: Path, key: bytes, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the damage was not seen when the large file was opened."""
    monkeypatch.setattr("app.store.connecting.QUICK_BYTES", 10_000)
    path = tmp_path / "large.db"
    with Database.open(path, key, create=True) as opened:
        opened.execute("INSERT INTO settings VALUES ('long', ?)", ("x" * 200_000,))
    content = bytearray(path.read_bytes())
    content[-5000] ^= 1
    path.write_bytes(content)
    with Database.open(path, key) as damaged:
        assert not damaged.checked
        with pytest.raises(DatabaseUnreadable):
            backups.make(damaged)
    assert backups.list() == ()


def test_what_is_written_while_it_is_copied_is_for_the_next_one(
    database: Database, backups: Backups, key: bytes, tmp_path: Path
) -> None:
    put(database, "a")
    stop = threading.Event()
    made: list[Backup] = []

    def back_up() -> None:
        try:
            made.append(backups.make(database))
        finally:
            stop.set()

    thread = threading.Thread(target=back_up)
    thread.start()
    count = 0
    while not stop.is_set():
        put(database, f"b{count}")
        count += 1
    thread.join()
    written = names(made[0], key, tmp_path)
    assert written == sorted(["a", *(f"b{number}" for number in range(len(written) - 1))])


@pytest.mark.parametrize("place", ["title", "rule", "instructions", "names", "draft"])
def test_a_secret_that_stood_only_in_a_text_is_in_no_backup_for_long(
    database: Database, backups: Backups, path: Path, place: str
) -> None:
    """The vault never had it as a value, so that no entry is emptied."""
    vault = Vault(database)
    secret = "Tr0ub4dor&3x"
    chats = Chats(database, vault.secrets)
    identities = Identities(database, vault.secrets, chats, Curator(database, vault))
    match place:
        case "title":
            chats.create(FIRST_IDENTITY, f"about {secret}")
        case "rule":
            Settings(database, vault.secrets).set_rule(
                secret, Choice(Action.HIDE, "Email", Level.PL2)
            )
        case "instructions":
            identities.set_instructions(FIRST_IDENTITY, f"I say {secret}")
        case "names":
            identities.set_names(FIRST_IDENTITY, [secret])
        case _:
            text = f"I say {secret}"
            Drafts(database).keep([NewDraft(DraftPlace(), text, (), {})], vault.secrets)
    backups.make(database)
    assert not backups.due(database, database_mark(path))
    assign(vault, span(secret, "Password"))
    assert backups.due(database, database_mark(path))
    made = backups.make(database)
    assert backups.list() == (made,)
