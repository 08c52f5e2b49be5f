"""Copies of the whole database, always encrypted and always looked through before they count.

SQLite copies it row by row in one read of the file, so that a copy has no free pages, and what was
erased is not in it.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from app.store import files
from app.store.database import Database, examine
from app.store.errors import CopyFailed, from_os


def copy_to(database: Database, path: Path) -> None:
    """Copy `database` into the new file `path`, under the same key.

    Raises `CopyFailed` where the copy is not what it should be, `DiskFull`, `ReadOnlyFolder`,
    `DiskFailed`, `DatabaseUnreadable` where the database is damaged. No half of a copy stays.
    """
    with new_file(path):
        database.execute("VACUUM INTO ?", (str(path),))
        # Without a key of its own, what is attached is opened with that of the main one.
        _compare(database, path, "ATTACH ? AS copy")


def copy_under(database: Database, path: Path, key: bytes, mark: str = "") -> None:
    """Copy `database` into the new file `path` under another 32-byte `key`.

    `mark` is the copy's `database_mark`, a new one by default. Raises what `copy_to` raises.
    """
    attach = f"ATTACH ? AS copy KEY \"x'{key.hex()}{mark}'\""
    with new_file(path):
        ((version,),) = database.query("PRAGMA user_version")
        database.execute(attach, (str(path),))
        try:
            database.query("SELECT sqlcipher_export('copy')")
            database.execute(f"PRAGMA copy.user_version = {int(version)}")
        finally:
            database.execute("DETACH copy")
        _compare(database, path, attach)
        examine(path, key, fully=True)


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


def _compare(database: Database, path: Path, attach: str) -> None:
    """Raise `CopyFailed` unless the copy is sound and has as many rows in each table."""
    database.execute(attach, (str(path),))
    try:
        same = (
            database.query("PRAGMA copy.quick_check(1)") == [("ok",)]
            and database.query("PRAGMA copy.user_version") == database.query("PRAGMA user_version")
            and _rows(database, "copy") == _rows(database, "main")
        )
    finally:
        database.execute("DETACH copy")
    if not same:
        raise CopyFailed(file=path.name)


def _rows(database: Database, schema: str) -> dict[str, int]:
    tables = database.query(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'")  # noqa: S608
    return {
        name: database.query(f'SELECT count(*) FROM {schema}."{name}"')[0][0]  # noqa: S608
        for (name,) in tables
    }
