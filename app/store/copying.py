"""Copies of the whole database, always encrypted and always looked through before they count.

SQLite copies it row by row in one read of the file, so that a copy has no free pages, and what was
erased is not in it.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from app.store import files
from app.store.connecting import examine
from app.store.database import Database
from app.store.errors import CopyFailed, from_os
from app.store.watching import UNWATCHED, Watch


def copy_to(database: Database, path: Path) -> None:
    """Copy `database` into the new file `path`, under the same key.

    May be called on any thread, and raises as `Database.aside` does. Raises `CopyFailed` where the
    copy is not what it should be, `DiskFull`, `ReadOnlyFolder`, `DiskFailed`, `DatabaseUnreadable`
    where the database is damaged. No half of a copy stays.
    """
    with new_file(path):
        # Without a key of its own, what is attached is opened with that of the main one.
        _copy(database, path, "ATTACH ? AS copy")


def copy_under(
    database: Database, path: Path, key: bytes, mark: str = "", watch: Watch = UNWATCHED
) -> None:
    """Copy `database` into the new file `path` under another 32-byte `key`.

    `mark` is the copy's `database_mark`, a new one by default. Raises what `copy_to` raises, and
    as `examine` does where `watch` breaks it off.
    """
    with new_file(path):
        _copy(database, path, f"ATTACH ? AS copy KEY \"x'{key.hex()}{mark}'\"")
        examine(path, key, fully=True, watch=watch)


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[None]:
    """Make a file for its owner alone, to be filled inside; a failure there removes it again."""
    try:
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        os.close(os.open(path, flags, files.FILE_MODE))
    except OSError as error:
        raise from_os(error, path) from error
    try:
        yield
    except BaseException:
        files.discard(path)
        raise


def _copy(database: Database, path: Path, attach: str) -> None:
    """Fill the empty file `path`; raise `CopyFailed` unless it is sound and has as many rows."""
    with database.aside() as reader:
        reader.execute(attach, (str(path),))
        try:
            expected = _fill(reader)
        finally:
            reader.execute("DETACH copy")
        # Attached again, it is read from the disk.
        reader.execute(attach, (str(path),))
        try:
            sound = reader.query("PRAGMA copy.quick_check(1)") == [("ok",)]
            same = sound and _content(reader, "copy") == expected
        finally:
            reader.execute("DETACH copy")
    if not same:
        raise CopyFailed(file=path.name)


def _fill(reader: Database) -> tuple[int, dict[str, int]]:
    """Copy all in one read, so that the copy is of one moment; return what should be in it."""
    reader.execute("BEGIN")
    try:
        version, rows = _content(reader, "main")
        reader.query("SELECT sqlcipher_export('copy')")
        reader.execute(f"PRAGMA copy.user_version = {version}")
        reader.execute("COMMIT")
    except BaseException:
        # Some errors have rolled it back already, a full disk for one.
        if reader.in_transaction:
            reader.execute("ROLLBACK")
        raise
    return version, rows


def _content(reader: Database, schema: str) -> tuple[int, dict[str, int]]:
    """Return the version of a schema, and how many rows each of its tables has."""
    ((version,),) = reader.query(f"PRAGMA {schema}.user_version")
    tables = reader.query(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'")  # noqa: S608
    return int(version), {
        name: reader.query(f'SELECT count(*) FROM {schema}."{name}"')[0][0]  # noqa: S608
        for (name,) in tables
    }
