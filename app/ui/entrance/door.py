"""The vault's door: what opens it, by a way in or by a backup, and what closes it.

Free of Qt; everything here runs on the core thread.
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from app.chat.drafts import Unsent
from app.chat.session import Session
from app.errors import KnownError
from app.store.aside import ReadingStopped
from app.store.backups import Backup
from app.store.connecting import QUICK_BYTES
from app.store.database import Database
from app.store.errors import DamageSeen, DatabaseUnreadable, StoreError
from app.store.keys import Opener
from app.store.opening import StoreFiles
from app.store.upkeep import Upkeep
from app.store.ways import WayKind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What somebody before the door should know.

    `ways` are those that are set up, none where that cannot be read; `wait` is how many seconds
    the next try has to wait.
    """

    ways: tuple[WayKind, ...] = ()
    wait: float = 0.0


class VaultDoor:
    """Holds the session while the vault is open."""

    def __init__(self, store: StoreFiles, open_session: Callable[[Database], Session]) -> None:
        """Open `store`; `open_session` makes a session of its database."""
        self.store = store
        self.upkeep = Upkeep(store)
        self._open_session = open_session
        self._session: Session | None = None
        self._database: Database | None = None
        # Damage was seen while it was open: the next unlocking must see it, too.
        self._damaged = False

    @property
    def session(self) -> Session | None:
        """The open session, if any."""
        return self._session

    def outlook(self) -> Outlook:
        """Look at the door from outside. What cannot be read is left to the next try to tell."""
        ways: tuple[WayKind, ...] = ()
        with contextlib.suppress(KnownError):
            ways = self.store.ways
        return Outlook(ways, self.store.wait)

    def create(self, passphrase: str, name: str) -> Session:
        """Make a vault, with the user's `name` in it. Raises what `StoreFiles.create` raises."""
        session = self.enter(lambda: self.store.create(passphrase))
        if name.strip():
            session.identities.set_names(session.identities.chosen, (name,))
        return session

    def unlock(self, opener: Opener) -> Session:
        """Open the vault; after damage was seen, all of it is looked at first.

        Raises what `StoreFiles.open` raises.
        """
        return self.enter(lambda: self.store.open(opener, fully=self._damaged))

    def restore(self, backup: Backup, opener: Opener) -> Session:
        """Put a backup in place of what is there, and open it. Raises as `Upkeep.restore` does."""
        return self.enter(lambda: self.upkeep.restore(backup, opener))

    def enter(self, act: Callable[[], Database]) -> Session:
        """Make a session of the database that `act` opens. Raises what either raises."""
        database = act()
        try:
            self._session = self._open_session(database)
        except BaseException:
            database.close()
            raise
        self._database, self._damaged = database, False
        return self._session

    def check(self, opener: Opener) -> None:
        """Raise what `StoreFiles.open` raises where `opener` would not open; change nothing."""
        self.store.prove(opener)

    async def export(self, target: Path, passphrase: str) -> None:
        """Write everything that is open into a file, on another thread.

        Nothing is written where the vault is locked meanwhile. Raises what `Upkeep.export` raises.
        """
        await self._elsewhere(self.upkeep.export, target, passphrase)

    def put_key_back(self) -> Outlook:
        """Put the key file's copy in its place. Raises what `KeyCopy.put_back` raises."""
        self.store.key_copy.put_back()
        return self.outlook()

    async def back_up_if_due(self) -> Backup | None:
        """Make a backup where it is time for one. Raises what `Upkeep.back_up` raises."""
        database = self._database
        if database is None or not self.upkeep.backup_due(database):
            return None
        return await self.back_up()

    async def back_up(self) -> Backup | None:
        """Make a backup now, on another thread; None where the vault was locked meanwhile.

        Raises what `Upkeep.back_up` raises; damage as `DamageSeen`.
        """
        try:
            return await self._elsewhere(self.upkeep.back_up)
        except DatabaseUnreadable as seen:
            self._damaged = True
            raise DamageSeen(file=self.store.path.name) from seen

    async def close(self, unsent: Callable[[], Iterable[Unsent]] = tuple) -> None:
        """Keep what is `unsent`, make a last backup where one is due, and close the session.

        It closes whatever goes wrong before; raises what `DraftKeeper.keep` raises.
        """
        session = self._session
        try:
            if session is not None:
                session.drafts.keep(unsent())
        finally:
            # A disk that refuses must not keep the vault open; the next start tries again.
            with contextlib.suppress(StoreError, OSError):
                self._last_backup()
            self._session = self._database = None
            if session is not None:
                await session.close()

    def _last_backup(self) -> None:
        """Make a backup where one is due and takes no time; else the next start makes it."""
        database = self._database
        if (
            database is not None
            and self.store.path.stat().st_size <= QUICK_BYTES
            and self.upkeep.backup_due(database)
        ):
            self.upkeep.back_up(database)

    async def _elsewhere(self, act: Callable[..., T], *args: Any) -> T | None:
        """Run `act` on the database on another thread; None once the vault is locked.

        Where something is erased meanwhile, it begins anew: nothing of before may be written.
        """
        while (database := self._database) is not None:
            with contextlib.suppress(ReadingStopped):
                return await asyncio.to_thread(act, database, *args)
        return None
