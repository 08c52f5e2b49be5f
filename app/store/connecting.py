"""Connections to the one encrypted file, and looking through it before anything may write.

A file that cannot be read is never touched. SQLite itself would: closing a connection copies the
write-ahead log into the file, even one that it could not read. So a file is first looked through
by a connection that cannot write, and only then opened.
"""

import contextlib
import os
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from app.store import files
from app.store.errors import DatabaseUnreadable, from_os, from_sqlite
from app.store.log_owner import LogOwner
from app.store.migrations import MIGRATIONS, migrate, refuse_newer
from app.store.watching import UNWATCHED, Stage, Watch

# What can be looked through before anybody notices; the rest is for later.
QUICK_BYTES = 16 * 1024 * 1024
# Our own lock has answered before; whoever else holds the file will not let go soon.
_BUSY_SECONDS = 1.0
# SQLite's own steps between two questions whether to go on: some milliseconds.
_STEPS_BETWEEN = 10_000


@contextlib.contextmanager
def in_words(name: str) -> Iterator[None]:
    """Turn the environment's faults into `StoreError`; our own bugs pass as they are."""
    try:
        yield
    except dbapi2.Error as error:
        known = from_sqlite(error, name)
        if known is None:
            raise
        raise known from error


@dataclass(frozen=True, slots=True)
class Found:
    """How a database was found: was all of it looked at, and had its last user closed it?"""

    checked: bool = True
    closed: bool = True


def connect(
    path: Path,
    key: bytes,
    *,
    create: bool,
    fully: bool = False,
    watch: Watch = UNWATCHED,
) -> tuple[Any, Found]:
    """Return a connection to a database that is up to date, and how it was found.

    Raises what `examine` and migrating raise.
    """
    found = Found()
    empty = not os.path.lexists(path) or path.stat().st_size == 0
    if empty and not create:
        raise DatabaseUnreadable(file=path.name)
    # A journal means that the very first write was cut off; SQLite undoes that by itself.
    if not empty and not path.with_name(path.name + "-journal").exists():
        found = Found(examine(path, key, fully=fully, watch=watch), closed=not _logged(path))
    # Made here and not by SQLite, which gives its log the mode of the database.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, files.FILE_MODE))
    files.narrow(path)
    with in_words(path.name):
        connection = dbapi2.connect(str(path), isolation_level=None, timeout=_BUSY_SECONDS)
        try:
            unlock(connection, key)
            refuse_newer(connection, path.name, MIGRATIONS)
            prepare(connection)
            migrate(connection, path.name)
        except BaseException:
            connection.close()
            raise
    return connection, found


def connect_aside(path: Path, key: bytes) -> Any:
    """Return a further connection to a database that is open, for any thread."""
    with in_words(path.name):
        connection = dbapi2.connect(
            str(path), isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=False
        )
        try:
            unlock(connection, key)
            for pragma in ("synchronous = FULL", "temp_store = MEMORY", "trusted_schema = OFF"):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
    return connection


def examine(path: Path, key: bytes, *, fully: bool = False, watch: Watch = UNWATCHED) -> bool:
    """Raise if the file cannot be read; write nothing. Return whether all of it was looked at.

    That takes 10 ms for each MB, so a file that is larger than `QUICK_BYTES`, and was closed in
    good order or has a log of its own, is looked at whole only if `fully`; else its first pages and
    its length must do. Whatever else is damaged is found when it is read, for every page has its
    HMAC. `watch` hears where it takes long.

    Raises `DatabaseUnreadable`, `DatabaseNewer`, and what `errors.from_os` returns; where `watch`
    breaks it off, whatever SQLite says of that.
    """
    try:
        return _examine(path, key, fully=fully, watch=watch)
    except OSError as error:
        raise from_os(error, path) from error


def _examine(path: Path, key: bytes, *, fully: bool, watch: Watch) -> bool:
    """Look through the file.

    With a log beside it, the file is read as the two together, which makes SQLite write an index
    of the log (page numbers, no content); it is removed again. Nobody else can be using it, for
    the lock is ours.
    """
    logged, index = _logged(path), path.with_name(path.name + "-shm")
    # A log that belongs to another copy of the file (a backup was put back) can give a whole that
    # looks sound page by page, so indexes are compared with their tables as well.
    strange = logged > 0 and not LogOwner(path).is_certain
    check = "integrity_check" if strange else "quick_check"
    small = path.stat().st_size + logged <= QUICK_BYTES
    wholly = fully or strange or small
    if wholly and not small:
        watch.begin(Stage.CHECKING)
    uri = _uri(path) + ("?mode=ro" if logged else "?mode=ro&immutable=1")
    try:
        with in_words(path.name):
            connection = dbapi2.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
            try:
                breakable(connection, watch)
                unlock(connection, key)
                refuse_newer(connection, path.name, MIGRATIONS)
                if wholly:
                    sound = connection.execute(f"PRAGMA {check}(1)").fetchall() == [("ok",)]
                else:
                    # A log may make it longer, by pages that are not in the file yet.
                    sound = logged > 0 or _length(connection) == path.stat().st_size
                if not sound:
                    raise DatabaseUnreadable(file=path.name)
            finally:
                connection.close()
    finally:
        index.unlink(missing_ok=True)
    return wholly


def _logged(path: Path) -> int:
    """Return how many bytes the log beside a file has that was not closed; 0 for one that was."""
    log = path.with_name(path.name + "-wal")
    return log.stat().st_size if log.exists() else 0


def breakable(connection: Any, watch: Watch) -> None:
    """Let `watch` break off what is run on `connection` from now on."""
    if watch is not UNWATCHED:
        connection.set_progress_handler(watch.stopped, _STEPS_BETWEEN)


def _length(connection: Any) -> int:
    ((pages,),) = connection.execute("PRAGMA page_count").fetchall()
    ((size,),) = connection.execute("PRAGMA page_size").fetchall()
    return int(pages) * int(size)


def _uri(path: Path) -> str:
    """Return the file's address for SQLite, which knows no host (Windows network shares)."""
    absolute = path.absolute().as_posix()
    rooted = absolute if absolute.startswith("/") else f"/{absolute}"
    return "file://" + urllib.parse.quote_from_bytes(os.fsencode(rooted), safe="/:")


def unlock(connection: Any, key: bytes) -> None:
    # The log would write to the error stream what our own errors say in words.
    connection.execute("PRAGMA cipher_log_level = NONE")
    # SQLCipher wipes what it frees and keeps it from being swapped out. That costs nothing to speak
    # of where each message is committed, and 3.5 times as long in one transaction of 10,000.
    connection.execute("PRAGMA cipher_memory_security = ON")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    # The format is pinned: a later SQLCipher's own defaults would not open the file.
    connection.execute("PRAGMA cipher_compatibility = 4")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def prepare(connection: Any) -> None:
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # in this mode, FULL makes each commit survive a power cut
        "fullfsync = ON",  # the same on macOS, where fsync does not reach the disk
        "checkpoint_fullfsync = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "foreign_keys = ON",
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
