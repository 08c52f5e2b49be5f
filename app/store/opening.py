"""The key file and the database as one thing that is made, unlocked and never half replaced.

The order of making is: key file (bound to no database), database, binding. Killed after the
first step, the key file says that no database was ever in use, so unlocking makes it. Once bound,
a missing database is an error and never a reason to start empty.
"""

import enum
import os
from pathlib import Path

from app.store import files
from app.store.database import Database, database_mark
from app.store.errors import (
    DatabaseMissing,
    DatabaseUnreadable,
    KeyFileForeign,
    KeyFileMissing,
    from_os,
)
from app.store.keys import KdfParameters, KeyFile


class StoreState(enum.Enum):
    """What is found before a passphrase is asked for."""

    NEW = "new"  # nothing is there: ask for a new passphrase, then `create`
    LOCKED = "locked"  # ask for the passphrase, then `open`


class StoreFiles:
    """The pair of files of one user."""

    def __init__(
        self, key_file: Path, database: Path, parameters: KdfParameters | None = None
    ) -> None:
        """`parameters` say what deriving a key from a passphrase costs, see `keys`."""
        self._keys = KeyFile(key_file, parameters)
        self._database = database

    def state(self) -> StoreState:
        """Look at what is there, without a passphrase and without changing anything.

        Raises `KeyFileMissing`, `DatabaseMissing`, `KeyFileUnreadable`, `KeyFileNewer`.
        """
        found = os.path.lexists(self._database)
        if not self._keys.exists:
            if found:
                raise KeyFileMissing(file=self._keys.path.name)
            return StoreState.NEW
        if self._keys.database is not None and not found:
            raise DatabaseMissing(file=self._database.name)
        return StoreState.LOCKED

    def create(self, passphrase: str) -> Database:
        """Make the key file and an empty database, and open it.

        Raises `KeyFileExists`, `KeyFileMissing` (a database is there without its key file),
        `PassphraseEmpty`, and what `Database.open` raises.
        """
        if not self._keys.exists and os.path.lexists(self._database):
            raise KeyFileMissing(file=self._keys.path.name)
        return self._open(self._keys.create(passphrase))

    def open(self, passphrase: str) -> Database:
        """Open the database.

        Raises what `state` raises, `WrongPassphrase`, `KeyFileForeign`, and what `Database.open`
        raises.
        """
        if self.state() is StoreState.NEW:
            raise KeyFileMissing(file=self._keys.path.name)
        return self._open(self._keys.unlock(passphrase))

    def change_passphrase(self, old: str, new: str) -> None:
        """Let `new` unlock in place of `old`. Raises what `KeyFile.change` raises."""
        self._keys.change(old, new)

    def _open(self, key: bytes) -> Database:
        bound = self._keys.database
        try:
            database = Database.open(self._database, key, create=bound is None)
        except DatabaseUnreadable as error:
            if bound is not None and self._mark() not in {bound, ""}:
                raise KeyFileForeign(
                    key_file=self._keys.path.name, file=self._database.name
                ) from error
            raise
        try:
            if self._mark() != bound:
                self._keys.bind(self._mark())
            files.sweep(self._keys.path)
        except OSError as error:
            database.close()
            raise from_os(error, self._keys.path) from error
        except BaseException:
            database.close()
            raise
        return database

    def _mark(self) -> str:
        try:
            return database_mark(self._database)
        except OSError as error:
            raise from_os(error, self._database) from error
