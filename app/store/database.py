"""The one encrypted database: opening it, transactions, and reading it at length aside."""

import contextlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlcipher3 import dbapi2

from app.store import files
from app.store.aside import Aside
from app.store.connecting import Found, breakable, connect, connect_aside, in_words, prepare
from app.store.errors import DatabaseMissing, DatabaseUnreadable, from_os
from app.store.lock import InstanceLock
from app.store.log_owner import LogOwner
from app.store.migrations import migrate
from app.store.watching import UNWATCHED, Watch

Row = tuple[Any, ...]
Parameters = Sequence[object]

_IN_MEMORY = "memory"
_SALT_BYTES = 16
_ROWS_AT_ONCE = 200
_AS_EXPECTED = Found()
_SURROGATE = re.compile("[\ud800-\udfff]")


def database_mark(path: Path) -> str:
    """Return what tells one database file from another: its salt, SQLCipher's first 16 bytes.

    The salt is random, public, made with the file and copied with it. Raises `OSError`.
    """
    with path.open("rb") as stream:
        return stream.read(_SALT_BYTES).hex()


class Database:
    """An open database. Use it on the thread that opened it only.

    `checked` says whether every page was looked at since it was opened; see `check`. `was_closed`
    says whether the last one to have it open had closed it in good order.
    """

    def __init__(
        self,
        connection: Any,
        name: str,
        lock: InstanceLock | None = None,
        aside: Aside | None = None,
        owner: LogOwner | None = None,
        found: Found = _AS_EXPECTED,
    ) -> None:
        """Use `open` or `in_memory` instead."""
        self._connection = connection
        self._name = name
        self._lock = lock
        self._aside = aside
        self._owner = owner
        self.checked = found.checked
        self.was_closed = found.closed
        self._depth = 0
        self._followers: list[tuple[Callable[[], None], Callable[[], None]]] = []

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        *,
        create: bool = False,
        fully: bool = False,
        lock: InstanceLock | None = None,
        watch: Watch = UNWATCHED,
    ) -> Self:
        """Open the database at `path` with its 32-byte `key`, and bring it up to date.

        `create` lets a missing or empty file become a new database; without it, that is an error.
        `fully` looks at all of a large file first; else its `check` is still to be done. That is
        done, too, where a log was left behind that may not be the file's own; `watch` hears of it.
        `lock` is one that is held already; once this returns, it is the database's to release.
        Raises `DatabaseBusy`, `DatabaseMissing`, `DatabaseUnreadable` (the key may be another
        file's as well), `DatabaseNewer`, `DiskFull`, `ReadOnlyFolder`, `DiskFailed`. The file is
        left as it was, unless the disk failed in the middle of a migration, which then is undone.
        """
        own = None
        try:
            lock = lock or (own := _locked(path, create))
            connection, found = connect(path, key, create=create, fully=fully, watch=watch)
            try:
                aside = Aside(connect_aside(path, key))
            except BaseException:
                connection.close()
                raise
            owner = LogOwner(path)
            owner.note()
            return cls(connection, path.name, lock, aside, owner, found)
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
            connection, found = connect(path, key, create=False)
        except OSError as error:
            raise from_os(error, path) from error
        return cls(connection, path.name, found=found)

    @classmethod
    def in_memory(cls) -> Self:
        """Return a new database that is never written to a disk."""
        connection = dbapi2.connect(":memory:", isolation_level=None)
        prepare(connection)
        migrate(connection, _IN_MEMORY)
        return cls(connection, _IN_MEMORY)

    def let_stop(self, watch: Watch) -> None:
        """Let `watch` break off what is done from now on; SQLite then says that it was."""
        breakable(self._connection, watch)

    def close(self) -> None:
        """Close the file and let another copy open it. Calling it again does nothing.

        What is read aside is broken off.
        """
        if self._connection is None:
            return
        connection, self._connection = self._connection, None
        try:
            with in_words(self._name):
                if self._aside:
                    self._aside.close()
                connection.close()
            if self._owner:
                self._owner.forget()
        finally:
            if self._lock:
                self._lock.release()

    @contextlib.contextmanager
    def aside(self) -> Iterator["Database"]:
        """Give the same database, to be read on any thread while this one goes on being used.

        One reader at a time. Raises `ReadingStopped` inside when it is closed or `empty_log` is
        called meanwhile.
        """
        if self._aside is None:
            yield self
            return
        with self._aside.reading() as connection:
            yield Database(connection, self._name)

    def check(self) -> None:
        """Look at every page in use, every table and every index; takes 50 ms for each MB.

        Each page carries an HMAC, so that no damaged byte goes unnoticed. It may be called on any
        thread, as `aside`. Raises `DatabaseUnreadable` for damage, and `ReadingStopped`; nothing is
        repaired or changed.
        """
        with self.aside() as reader:
            if reader.query("PRAGMA integrity_check(1)") != [("ok",)]:
                raise DatabaseUnreadable(file=self._name)
        self.checked = True

    def empty_log(self) -> None:
        """Write the log into the file and empty it: it has the pages as they were before.

        What is read aside, and may have them too, is broken off.
        """
        if self._aside is not None:
            self._aside.stop()
        self.query("PRAGMA wal_checkpoint(TRUNCATE)")
        self._note()

    @property
    def changes(self) -> int:
        """How many rows were written since it was opened."""
        return int(self._connection.total_changes)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open, this object's or one that was begun by hand."""
        return bool(self._connection.in_transaction)

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
        with in_words(self._name):
            row = int(self._run(sql, parameters).lastrowid or 0)
        if not self._depth:
            self._note()
        return row

    def execute_many(self, sql: str, rows: Sequence[Parameters]) -> None:
        """Run one statement for each of `rows`, inside a transaction."""
        with self.transaction(), in_words(self._name):
            self._connection.executemany(sql, [_encodable(row) for row in rows])

    def insert_many(self, sql: str, rows: Sequence[Parameters]) -> None:
        """Run `sql`, an INSERT up to its VALUES, for all of `rows`, inside a transaction.

        A statement costs as much as ten rows, for SQLCipher wipes and unlocks each piece of memory
        that it used; so each takes many rows.
        """
        with self.transaction():
            for at in range(0, len(rows), _ROWS_AT_ONCE):
                some = rows[at : at + _ROWS_AT_ONCE]
                holders = f"({', '.join('?' * len(some[0]))})"
                values = ", ".join([holders] * len(some))
                self.execute(f"{sql} VALUES {values}", [each for row in some for each in row])

    def query(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows of a query. Raises what `transaction` raises."""
        with in_words(self._name):
            rows: list[Row] = self._run(sql, parameters).fetchall()
            return rows

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Yield the rows of a query without holding them all; write nothing meanwhile."""
        with in_words(self._name):
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
            if self.in_transaction:
                for statement in undo:
                    self.execute(statement)
            raise
        finally:
            self._depth -= 1
        if not self._depth:
            self._note()
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

    def _note(self) -> None:
        """Follow SQLite, which now and then takes the log over into the file after a commit."""
        if self._owner:
            self._owner.note()

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


def _locked(path: Path, create: bool) -> InstanceLock:
    if create:
        files.make_private_folder(path.parent)
    elif not os.path.lexists(path):
        raise DatabaseMissing(file=path.name)
    return instance_lock(path)


def instance_lock(path: Path) -> InstanceLock:
    """Take the lock of the database at `path`. Raises as `InstanceLock` does."""
    return InstanceLock(path.with_name(path.name + ".lock"), guarded=path.name)
