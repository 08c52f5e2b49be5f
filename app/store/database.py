"""The one encrypted database: opening it safely, transactions, and SQLite's errors in words.

A file that cannot be read is never touched. SQLite itself would: closing a connection copies the
write-ahead log into the file, even one that it could not read. So a file is first looked through
by a connection that cannot write, and only then opened.
"""

import contextlib
import os
import re
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlcipher3 import dbapi2

from app.store import files
from app.store.errors import (
    DatabaseMissing,
    DatabaseUnreadable,
    from_os,
    from_sqlite,
)
from app.store.lock import InstanceLock
from app.store.migrations import MIGRATIONS, migrate, refuse_newer

Row = tuple[Any, ...]
Parameters = Sequence[object]

_IN_MEMORY = "memory"
_SALT_BYTES = 16
_SURROGATE = re.compile("[\ud800-\udfff]")
# What can be looked through within a second on a slow machine.
QUICK_BYTES = 64 * 1024 * 1024
# Our own lock has answered before; whoever else holds the file will not let go soon.
_BUSY_SECONDS = 1.0


def database_mark(path: Path) -> str:
    """Return what tells one database file from another: its salt, SQLCipher's first 16 bytes.

    The salt is random, public, made with the file and copied with it. Raises `OSError`.
    """
    with path.open("rb") as stream:
        return stream.read(_SALT_BYTES).hex()


class Database:
    """An open database. Use it on the thread that opened it only.

    `checked` says whether every page was looked at since it was opened; see `check`.
    """

    def __init__(
        self, connection: Any, name: str, lock: InstanceLock | None, *, checked: bool = True
    ) -> None:
        """Use `open` or `in_memory` instead."""
        self._connection = connection
        self._name = name
        self._lock = lock
        self.checked = checked
        self._depth = 0
        self._followers: list[tuple[Callable[[], None], Callable[[], None]]] = []

    @classmethod
    def open(
        cls, path: Path, key: bytes, *, create: bool = False, lock: InstanceLock | None = None
    ) -> Self:
        """Open the database at `path` with its 32-byte `key`, and bring it up to date.

        `create` lets a missing or empty file become a new database; without it, that is an error.
        `lock` is one that is held already; once this returns, it is the database's to release.
        Raises `DatabaseBusy`, `DatabaseMissing`, `DatabaseUnreadable` (the key may be another
        file's as well), `DatabaseNewer`, `DiskFull`, `ReadOnlyFolder`, `DiskFailed`. The file is
        left as it was, unless the disk failed in the middle of a migration, which then is undone.
        """
        own = None
        try:
            lock = lock or (own := _locked(path, create))
            connection, checked = _open(path, key, create=create)
            return cls(connection, path.name, lock, checked=checked)
        except BaseException as error:
            if own:
                own.release()
            if isinstance(error, OSError):
                raise from_os(error, path) from error
            raise

    @classmethod
    def open_draft(cls, path: Path, key: bytes) -> Self:
        """Open a file that nobody else knows of, as `open` does but for the lock."""
        try:
            connection, checked = _open(path, key, create=False)
        except OSError as error:
            raise from_os(error, path) from error
        return cls(connection, path.name, None, checked=checked)

    @classmethod
    def in_memory(cls) -> Self:
        """Return a new database that is never written to a disk."""
        connection = dbapi2.connect(":memory:", isolation_level=None)
        _prepare(connection)
        migrate(connection, _IN_MEMORY)
        return cls(connection, _IN_MEMORY, None)

    def close(self) -> None:
        """Close the file and let another copy open it. Calling it again does nothing."""
        if self._connection is None:
            return
        connection, self._connection = self._connection, None
        try:
            with _in_words(self._name):
                connection.close()
        finally:
            if self._lock:
                self._lock.release()

    def check(self) -> None:
        """Look at every page of the file and at every table and index; takes 50 ms for each MB.

        Each page carries an HMAC, so that no damaged byte goes unnoticed. Raises
        `DatabaseUnreadable` for damage; nothing is repaired or changed.
        """
        with _in_words(self._name):
            damaged = (
                [] if self._name == _IN_MEMORY else self.query("PRAGMA cipher_integrity_check")
            )
            if damaged or self.query("PRAGMA integrity_check(1)") != [("ok",)]:
                raise DatabaseUnreadable(file=self._name)
        self.checked = True

    @property
    def changes(self) -> int:
        """How many rows were written since it was opened."""
        return int(self._connection.total_changes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one statement; return the id of the row that it inserted, if it did.

        Outside `transaction` it is one of its own. Raises what `transaction` raises.
        """
        with _in_words(self._name):
            return int(self._run(sql, parameters).lastrowid or 0)

    def execute_many(self, sql: str, rows: Sequence[Parameters]) -> None:
        """Run one statement for each of `rows`, inside a transaction."""
        with self.transaction(), _in_words(self._name):
            self._connection.executemany(sql, [_encodable(row) for row in rows])

    def query(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows of a query. Raises what `transaction` raises."""
        with _in_words(self._name):
            rows: list[Row] = self._run(sql, parameters).fetchall()
            return rows

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Yield the rows of a query without holding them all; write nothing meanwhile."""
        with _in_words(self._name):
            yield from self._run(sql, parameters)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside happen or none does; a transaction inside another is part of it.

        Never `await` inside. Raises `DiskFull`, `ReadOnlyFolder`, `DiskFailed`, `DatabaseBusy`
        or `DatabaseUnreadable`, after undoing everything.
        """
        mark = f"nested_{self._depth}"
        begin, commit, undo = (
            (f"SAVEPOINT {mark}", f"RELEASE {mark}", (f"ROLLBACK TO {mark}", f"RELEASE {mark}"))
            if self._depth
            else ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
        )
        waiting = len(self._followers)
        self.execute(begin)
        self._depth += 1
        try:
            yield
            self.execute(commit)
        except BaseException:
            undone = self._followers[waiting:]
            del self._followers[waiting:]
            for _, on_undo in reversed(undone):
                on_undo()
            # SQLite has already rolled back after some errors, a full disk for one.
            if self._connection.in_transaction:
                for statement in undo:
                    self.execute(statement)
            raise
        finally:
            self._depth -= 1
        if not self._depth:
            followers, self._followers = self._followers, []
            for on_commit, _ in followers:
                on_commit()

    def follow(
        self, on_commit: Callable[[], None], on_undo: Callable[[], None] = lambda: None
    ) -> None:
        """Call one of the two once it is known how the transaction ends.

        For memory that mirrors the disk. Use it inside `transaction`; neither may raise.
        """
        self._followers.append((on_commit, on_undo))

    def _run(self, sql: str, parameters: Parameters) -> Any:
        try:
            return self._connection.execute(sql, parameters)
        except UnicodeEncodeError:
            pass  # dropped, for it carries the whole text
        return self._connection.execute(sql, _encodable(parameters))


def encodable(text: str) -> str:
    """Replace halves of surrogate pairs, which UTF-8 lacks, one for one, so offsets still fit.

    Text from a window can hold such halves; the encoder's own error would carry the whole text.
    """
    if text.isascii() or not _SURROGATE.search(text):
        return text
    return _SURROGATE.sub("\ufffd", text)


def _encodable(parameters: Parameters) -> Parameters:
    return [encodable(each) if isinstance(each, str) else each for each in parameters]


@contextlib.contextmanager
def _in_words(name: str) -> Iterator[None]:
    """Turn the environment's faults into `StoreError`; our own bugs pass as they are."""
    try:
        yield
    except dbapi2.Error as error:
        known = from_sqlite(error, name)
        if known is None:
            raise
        raise known from error


def _locked(path: Path, create: bool) -> InstanceLock:
    if create:
        files.make_private_folder(path.parent)
    elif not os.path.lexists(path):
        raise DatabaseMissing(file=path.name)
    return instance_lock(path)


def instance_lock(path: Path) -> InstanceLock:
    """Take the lock of the database at `path`. Raises as `InstanceLock` does."""
    return InstanceLock(path.with_name(path.name + ".lock"), guarded=path.name)


def _open(path: Path, key: bytes, *, create: bool) -> tuple[Any, bool]:
    """Return a connection, and whether every page was looked at."""
    checked = True
    empty = not os.path.lexists(path) or path.stat().st_size == 0
    if empty and not create:
        raise DatabaseUnreadable(file=path.name)
    # A journal means that the very first write was cut off; SQLite undoes that by itself.
    if not empty and not path.with_name(path.name + "-journal").exists():
        checked = examine(path, key)
    # Made here and not by SQLite, which gives its log the mode of the database.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, files.FILE_MODE))
    files.narrow(path)
    with _in_words(path.name):
        connection = dbapi2.connect(str(path), isolation_level=None, timeout=_BUSY_SECONDS)
        try:
            # One process only, so the log's index can live in memory instead of a file. This
            # must come before the first read.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            _unlock(connection, key)
            refuse_newer(connection, path.name, MIGRATIONS)
            _prepare(connection)
            migrate(connection, path.name)
        except BaseException:
            connection.close()
            raise
    return connection, checked


def examine(path: Path, key: bytes, *, fully: bool = False) -> bool:
    """Raise if the file cannot be read; write nothing. Return whether all of it was looked at.

    That takes 10 ms for each MB, so a file that is larger than `QUICK_BYTES` and was closed in
    good order is looked at whole only if `fully`; else its first pages and its length must do, and
    whatever else is damaged is found when it is read, for every page has its HMAC.

    Raises `DatabaseUnreadable`, `DatabaseNewer`, and what `errors.from_os` returns.
    """
    try:
        return _examine(path, key, fully=fully)
    except OSError as error:
        raise from_os(error, path) from error


def _examine(path: Path, key: bytes, *, fully: bool) -> bool:
    """Look through the file.

    With a log beside it, the file is read as the two together, which makes SQLite write an index
    of the log (page numbers, no content); it is removed again. Nobody else can be using it, for
    the lock is ours.
    """
    log, index = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    pending = log.exists() and log.stat().st_size > 0
    # A log that belongs to another copy of the file (a backup was put back) can give a whole that
    # looks sound page by page, so indexes are compared with their tables as well.
    check = "integrity_check" if pending else "quick_check"
    wholly = fully or pending or path.stat().st_size <= QUICK_BYTES
    uri = _uri(path) + ("?mode=ro" if pending else "?mode=ro&immutable=1")
    try:
        with _in_words(path.name):
            connection = dbapi2.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
            try:
                _unlock(connection, key)
                refuse_newer(connection, path.name, MIGRATIONS)
                if wholly:
                    sound = connection.execute(f"PRAGMA {check}(1)").fetchall() == [("ok",)]
                else:
                    sound = _length(connection) == path.stat().st_size
                if not sound:
                    raise DatabaseUnreadable(file=path.name)
            finally:
                connection.close()
    finally:
        index.unlink(missing_ok=True)
    return wholly


def _length(connection: Any) -> int:
    ((pages,),) = connection.execute("PRAGMA page_count").fetchall()
    ((size,),) = connection.execute("PRAGMA page_size").fetchall()
    return int(pages) * int(size)


def _uri(path: Path) -> str:
    """Return the file's address for SQLite, which knows no host (Windows network shares)."""
    absolute = path.absolute().as_posix()
    rooted = absolute if absolute.startswith("/") else f"/{absolute}"
    return "file://" + urllib.parse.quote_from_bytes(os.fsencode(rooted), safe="/:")


def _unlock(connection: Any, key: bytes) -> None:
    # The log would write to the error stream what our own errors say in words.
    connection.execute("PRAGMA cipher_log_level = NONE")
    # SQLCipher wipes what it frees and keeps it from being swapped out. That costs nothing to speak
    # of where each message is committed, and 3.5 times as long in one transaction of 10,000.
    connection.execute("PRAGMA cipher_memory_security = ON")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    # The format is pinned: a later SQLCipher's own defaults would not open the file.
    connection.execute("PRAGMA cipher_compatibility = 4")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _prepare(connection: Any) -> None:
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
