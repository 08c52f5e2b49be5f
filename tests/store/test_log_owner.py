"""After a kill, the file's own log is trusted; any other only after a look at everything."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.store.database import Database
from app.store.errors import DatabaseUnreadable
from app.store.watching import Stage, Stopped, Watch
from tests.store.world import run, snapshot

NOTE = "understudy.db.base"
# More than the 1000 pages after which SQLite takes a log over into its file.
MANY = 1500

_SCRIPT = """
import os, shutil, sys
from pathlib import Path
from app.store.database import Database
path, key, parts = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])
database = Database.open(path, key, create=True)
for part in range(parts):
    with database.transaction():
        for number in range(20):
            name = f"{os.getpid()} {part} {number}"
            database.execute("INSERT INTO settings VALUES (?, ?)", (name, "v" * 3000))
            database.execute("INSERT INTO rules (folded, text, action) VALUES (?, ?, 'keep')",
                             (name, name))
    if len(sys.argv) > 4:
        shutil.copy2(path, Path(sys.argv[4]) / f"{part}.db")
os.kill(os.getpid(), 9)
"""


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every database be one that takes long to look through."""
    monkeypatch.setattr("app.store.connecting.QUICK_BYTES", 10_000)


def killed(path: Path, key: bytes, parts: int, copies: Path | None = None) -> None:
    """Write so many transactions in a process that is killed; copy the file after each."""
    run("-c", _SCRIPT, path, key.hex(), str(parts), *([] if copies is None else [copies]))
    assert path.with_name(path.name + "-wal").stat().st_size > 0


def rows(database: Database) -> int:
    ((count,),) = database.query("SELECT count(*) FROM rules")
    return int(count)


@pytest.mark.parametrize("parts", [1, MANY // 20])
def test_its_own_log_is_trusted_at_once(path: Path, key: bytes, parts: int) -> None:
    killed(path, key, parts)
    with Database.open(path, key) as database:
        assert not database.checked
        assert not database.was_closed
        assert rows(database) == parts * 20
        database.check()
        assert database.checked
    assert not path.with_name(NOTE).exists()
    with Database.open(path, key) as database:
        assert database.was_closed


def test_a_file_that_was_put_in_its_place_is_never_written_to_unseen(
    tmp_path: Path, key: bytes
) -> None:
    """Whatever copy of before is put back, with its time as it was, the log is not trusted."""
    path = tmp_path / "base" / "understudy.db"
    copies = tmp_path / "copies"
    copies.mkdir()
    killed(path, key, MANY // 20, copies)
    left = tmp_path / "left"
    shutil.copytree(path.parent, left, copy_function=shutil.copy2)
    refused = 0
    for part in range(0, MANY // 20, 5):
        shutil.rmtree(path.parent)
        shutil.copytree(left, path.parent, copy_function=shutil.copy2)
        other = (copies / f"{part}.db").read_bytes() != path.read_bytes()
        shutil.copy2(copies / f"{part}.db", path)
        before = snapshot(path.parent)
        try:
            database = Database.open(path, key)
        except DatabaseUnreadable:
            assert snapshot(path.parent) == before
            refused += 1
        else:
            with database:
                assert database.checked or not other
                assert database.query("PRAGMA integrity_check") == [("ok",)]
    assert refused > 0


def _torn(note: Path) -> None:
    note.write_bytes(note.read_bytes()[:20])


def _touched(note: Path) -> None:
    """Let the file have been written to since, as a checkpoint does that is cut off."""
    os.utime(note.with_name("understudy.db"))


@pytest.mark.parametrize("harm", [Path.unlink, _torn, _touched])
def test_without_a_note_that_fits_everything_is_looked_at(
    path: Path, key: bytes, harm: Callable[[Path], None]
) -> None:
    killed(path, key, 3)
    harm(path.with_name(NOTE))
    stages: list[Stage] = []
    watch = Watch(lambda stage, _share: stages.append(stage))
    with Database.open(path, key, watch=watch) as database:
        assert database.checked
        assert rows(database) == 60
    assert stages == [Stage.CHECKING]


def test_the_look_can_be_broken_off_and_changes_nothing(path: Path, key: bytes) -> None:
    killed(path, key, 3)
    path.with_name(NOTE).unlink()
    before = snapshot(path.parent)
    with pytest.raises(Stopped):
        Database.open(path, key, watch=Watch(stopped=lambda: True))
    assert snapshot(path.parent) == before
    with Database.open(path, key) as database:
        assert rows(database) == 60


def test_a_disk_that_takes_no_note_costs_time_only(
    path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refusing(name: object, *arguments: int) -> int:
        if str(name).endswith(NOTE):
            raise OSError(28, "no room")
        return real(str(name), *arguments)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refusing)
        with Database.open(path, key, create=True) as database:
            database.execute("INSERT INTO settings VALUES ('note', '1')")
            assert not path.with_name(NOTE).exists()
    with Database.open(path, key) as database:
        assert database.query("SELECT value FROM settings WHERE name = 'note'") == [("1",)]
