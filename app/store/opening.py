"""The key file and the database as one thing that is made, unlocked and never half replaced.

The order of making is: key file (bound to no database), database, binding. Killed after the
first step, the key file says that no database was ever in use, so unlocking makes it. Once bound,
a missing database is an error and never a reason to start empty.

Wherever something opens, a string is a passphrase; `Recovery` and `SystemKeyring` are the others.
"""

import contextlib
import enum
import os
from collections.abc import Iterator
from pathlib import Path

from app.store import files
from app.store.database import Database, database_mark, instance_lock
from app.store.errors import (
    DatabaseMissing,
    DatabaseUnreadable,
    KeyFileForeign,
    KeyFileMissing,
    from_os,
)
from app.store.kdf import Cost, KdfParameters
from app.store.key_copy import KeyCopy
from app.store.key_document import Lock
from app.store.keys import KeyFile, Opener
from app.store.lock import InstanceLock
from app.store.replacing import Replacement
from app.store.watching import UNWATCHED, Watch
from app.store.ways import WayIn, WayKind
from app.store.wrong_tries import WrongTries

BACKUPS = "backups"
"""The name of the folder beside the database with its backups."""


class StoreState(enum.Enum):
    """What is found before a way in is asked for."""

    NEW = "new"  # nothing is there: ask for a new passphrase, then `create`
    LOCKED = "locked"  # ask for one of the `ways`, then `open`


class StoreFiles:
    """The pair of files of one user. See `upkeep` for backups, exports and a new key."""

    def __init__(
        self,
        key_file: Path,
        database: Path,
        cost: KdfParameters | Cost | None = None,
        tries: WrongTries | None = None,
    ) -> None:
        """`cost` says what deriving a key from a passphrase costs, see `kdf`.

        `tries` counts wrong tries, by default in a file beside the key file.
        """
        self.keys = KeyFile(key_file, cost)
        self.path = database
        self.replacement = Replacement(database)
        self.key_copy = KeyCopy(self.keys, database.with_name(BACKUPS))
        self._tries = tries or WrongTries(key_file.with_name(key_file.name + ".tries"))

    def state(self) -> StoreState:
        """Look at what is there, without a way in and without changing anything.

        Raises `KeyFileMissing`, `DatabaseMissing`, `KeyFileUnreadable`, `KeyFileNewer`.
        """
        if not self.keys.exists:
            if self._found():
                raise KeyFileMissing(file=self.keys.path.name)
            return StoreState.NEW
        if self.keys.database is not None and not self._found():
            raise DatabaseMissing(file=self.path.name)
        return StoreState.LOCKED

    @property
    def ways(self) -> tuple[WayKind, ...]:
        """The ways in that are set up. Raises what `KeyFile.database` raises."""
        coming = self.replacement.rekeyed
        return self.keys.lock_for(_mark(coming if coming.exists() else self.path)).kinds()

    @property
    def wait(self) -> float:
        """Seconds until the next try is taken, after wrong ones; 0 when it is now."""
        return self._tries.wait

    def create(self, opener: Opener) -> Database:
        """Make the key file and an empty database, and open it.

        Raises `KeyFileExists`, `KeyFileMissing` (a database is there without its key file),
        `PassphraseEmpty`, and what `Database.open` raises.
        """
        if not self.keys.exists and self._found():
            raise KeyFileMissing(file=self.keys.path.name)
        key = self.keys.create(opener)
        lock = self._take()
        try:
            return self._open(lock, opener, key)
        except BaseException:
            lock.release()
            raise

    def open(self, opener: Opener, *, fully: bool = False, watch: Watch = UNWATCHED) -> Database:
        """Open the database, after finishing what was cut off.

        `fully` and `watch` are as `Database.open` has them.

        Raises what `state` raises, what the way in raises (`WrongPassphrase`, for one),
        `WayMissing`, `TooManyTries`, `KeyFileForeign`, and what `Database.open` raises.
        """
        if self.state() is StoreState.NEW:
            raise KeyFileMissing(file=self.keys.path.name)
        lock = self._take()
        try:
            return self._open(lock, opener, fully=fully, watch=watch)
        except BaseException:
            lock.release()
            raise

    def change_passphrase(self, old: str, new: str) -> None:
        """Let `new` unlock in place of `old`. Raises what `put` raises."""
        self.put(old, new)

    def put(self, proof: Opener, new: Opener) -> None:
        """Let `new` open too, in place of the way of its kind; `proof` is a way that opens now.

        May be called while the database is open. Raises what `KeyFile.put` raises, and
        `TooManyTries`.
        """
        self._settled(proof)
        with self._tries.counted():
            self.keys.put(proof, new)
        self.key_copy.renew()

    def remove(self, proof: Opener, way: WayIn) -> None:
        """Let a way's kind open no more; `proof` is another one, which opens now.

        May be called while the database is open. Raises what `KeyFile.remove` raises, and
        `TooManyTries`.
        """
        self._settled(proof)
        with self._tries.counted():
            self.keys.remove(proof, way)
        self.key_copy.renew()

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the database's lock inside, with nothing cut off left undone.

        Raises as `InstanceLock` and `Replacement.finish` do.
        """
        lock = self._take()
        try:
            yield
        finally:
            lock.release()

    def prove(self, opener: Opener) -> bytes:
        """Return the database's key; hold the lock. Raises what the way in raises."""
        return self._unlocked(self.keys.lock_for(_mark(self.path)), opener)

    def _take(self) -> InstanceLock:
        lock = instance_lock(self.path)
        try:
            self.replacement.finish()
        except BaseException:
            lock.release()
            raise
        return lock

    def _open(
        self,
        lock: InstanceLock,
        opener: Opener,
        key: bytes | None = None,
        *,
        fully: bool = False,
        watch: Watch = UNWATCHED,
    ) -> Database:
        ways = self.keys.lock_for(_mark(self.path))
        key = key or self._unlocked(ways, opener)
        try:
            create = ways.database is None
            database = Database.open(
                self.path, key, create=create, fully=fully, lock=lock, watch=watch
            )
        except DatabaseUnreadable as error:
            if self.keys.read().next == ways and self.replacement.undo_rekeying():
                # The file under the new key was damaged before it was ever used.
                return self._open(lock, opener)
            if ways.database is not None and _mark(self.path) not in {ways.database, ""}:
                raise KeyFileForeign(key_file=self.keys.path.name, file=self.path.name) from error
            raise
        try:
            self._bind()
            self._tidy()
        except BaseException:
            database.close()
            raise
        return database

    def _unlocked(self, ways: Lock, opener: Opener) -> bytes:
        with self._tries.counted():
            return self.keys.unlock_with(ways, opener)

    def _bind(self) -> None:
        """Note that the database that is there belongs to the key that opened it."""
        mark = _mark(self.path)
        self.keys.settle(mark)
        if self.keys.database != mark:
            self.keys.bind(mark)

    def _tidy(self) -> None:
        """Remove what finished and killed work left behind."""
        self.replacement.drop_before()
        try:
            for path in (self.keys.path, self.path, *self.replacement.incoming):
                files.sweep(path)
        except OSError as error:
            raise from_os(error, self.keys.path) from error

    def _settled(self, proof: Opener) -> None:
        """Finish a change of the key that was cut off, before anything is changed again."""
        if self.keys.read().next is not None:
            self.open(proof).close()

    def _found(self) -> bool:
        return any(os.path.lexists(path) for path in (self.path, *self.replacement.incoming))


def _mark(path: Path) -> str:
    """Return the mark of a database, "" where there is none. Raises what `from_os` returns."""
    try:
        return database_mark(path)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise from_os(error, path) from error
