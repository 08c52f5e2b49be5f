"""The vault's door: what opens it, by a way in or by a backup, and what closes it.

Free of Qt; everything here runs on the core thread.
"""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable, Iterable
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
from app.store.upkeep import Contents, Incoming, Upkeep, contents
from app.store.values import bring_up_to_date
from app.store.watching import UNWATCHED, Stage, Watch
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


@dataclass(frozen=True, slots=True)
class Exchange:
    """What an export has in it, and what the vault has that it would take the place of."""

    coming: Contents
    here: Contents


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
        # An export that is being made ready to take the vault's place, and one that is.
        self._preparing: tuple[threading.Event, asyncio.Future[Incoming]] | None = None
        self._incoming: Incoming | None = None

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

    def unlock(self, opener: Opener, watch: Watch = UNWATCHED) -> Session:
        """Open the vault; after damage was seen, all of it is looked at first.

        `watch` hears what takes long. Raises what `StoreFiles.open` raises, and as `enter` does.
        """
        return self.enter(lambda: self.store.open(opener, fully=self._damaged, watch=watch), watch)

    def restore(self, backup: Backup, opener: Opener, watch: Watch = UNWATCHED) -> Session:
        """Put a backup in place of what is there, and open it. Raises as `Upkeep.restore` does."""
        return self.enter(lambda: self.upkeep.restore(backup, opener), watch)

    def enter(self, act: Callable[[], Database], watch: Watch = UNWATCHED) -> Session:
        """Make a session of the database that `act` opens.

        Raises what either raises, and what `values.bring_up_to_date` raises.
        """
        database = act()
        try:
            bring_up_to_date(database, watch)
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

    async def prepare_import(
        self, source: Path, passphrase: str, proof: Opener
    ) -> AsyncIterator[Stage | Exchange]:
        """Back the vault up, then check all of an export; yield each stage, and what came of it.

        The work is done on another thread. Ended early, it breaks off and leaves nothing; nothing
        comes of it either where the vault is locked meanwhile. `import_over` or `drop_import` is
        to follow. Raises what `back_up` and `Upkeep.prepare_import` raise.
        """
        self.drop_import()
        self.check(proof)
        made, here = await self.back_up(), await self._elsewhere(_contents)
        if made is None or here is None:
            return
        loop, stop = asyncio.get_running_loop(), threading.Event()
        stages: asyncio.Queue[Stage | None] = asyncio.Queue()
        watch = Watch(
            lambda stage, _share: loop.call_soon_threadsafe(stages.put_nowait, stage), stop.is_set
        )
        work = asyncio.ensure_future(
            asyncio.to_thread(self.upkeep.prepare_import, source, passphrase, proof, watch)
        )
        work.add_done_callback(lambda _: stages.put_nowait(None))
        self._preparing = stop, work
        try:
            while (stage := await stages.get()) is not None:
                yield stage
            if self._preparing is None:  # locked meanwhile
                return
            self._incoming = work.result()
            yield Exchange(self._incoming.contents, here)
        finally:
            await self._stop_preparing()

    def import_over(self, proof: Opener) -> Database:
        """Put the export that was prepared in place of everything; the vault is closed.

        Raises what `Upkeep.import_over` raises.
        """
        incoming, self._incoming = self._incoming, None
        assert incoming is not None  # noqa: S101, nobody else takes it
        return self.upkeep.import_over(incoming, proof)

    def drop_import(self) -> None:
        """Remove what was prepared, if anything: it is not wanted after all."""
        incoming, self._incoming = self._incoming, None
        if incoming is not None:
            self.upkeep.drop(incoming)

    async def _stop_preparing(self) -> None:
        """Let nothing be prepared any more, and wait until its thread has let go of its files."""
        preparing, self._preparing = self._preparing, None
        if preparing is None:
            return
        stop, work = preparing
        stop.set()
        await asyncio.wait([work])
        # Done before it could hear that it is not wanted.
        if work.exception() is None and self._incoming is None:
            self.upkeep.drop(work.result())

    def put_key_back(self) -> Outlook:
        """Put the key file's copy in its place. Raises what `KeyCopy.put_back` raises."""
        self.store.key_copy.put_back()
        return self.outlook()

    async def back_up_if_due(self) -> Backup | None:
        """Make a backup where it is time for one; look at all of a vault that was not closed.

        Raises as `back_up` does.
        """
        database = self._database
        if database is None:
            return None
        if not (database.was_closed or database.checked):
            await self._seen(Database.check)
        if not self.upkeep.backup_due(database):
            return None
        return await self.back_up()

    async def back_up(self) -> Backup | None:
        """Make a backup now, on another thread; None where the vault was locked meanwhile.

        Raises what `Upkeep.back_up` raises; damage as `DamageSeen`.
        """
        return await self._seen(self.upkeep.back_up)

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
            await self._stop_preparing()
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

    async def _seen(self, act: Callable[[Database], T]) -> T | None:
        """Do `act` as `_elsewhere` does; damage that it meets is seen at the next unlocking."""
        try:
            return await self._elsewhere(act)
        except DatabaseUnreadable as seen:
            self._damaged = True
            raise DamageSeen(file=self.store.path.name) from seen

    async def _elsewhere(self, act: Callable[..., T], *args: Any) -> T | None:
        """Run `act` on the database on another thread; None once the vault is locked.

        Where something is erased meanwhile, it begins anew: nothing of before may be written.
        """
        while (database := self._database) is not None:
            with contextlib.suppress(ReadingStopped):
                return await asyncio.to_thread(act, database, *args)
        return None


def _contents(database: Database) -> Contents:
    with database.aside() as reader:
        return contents(reader)
