"""A vault on a disk and the window before it, for the tests of the ways in."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from app.assistants.assistant import Assistant
from app.assistants.opening import open_assistant
from app.chat.session import Cast, Session
from app.privacy.kinds import Kinds
from app.privacy.proxy import Proxy
from app.store.database import Database
from app.store.kdf import KdfParameters
from app.store.opening import StoreFiles
from app.store.providers import Provider
from app.ui.entrance.door import VaultDoor
from app.ui.entrance.entrance import Entrance
from app.ui.entrance.start_window import StartWindow
from app.ui.entrance.unlock import Unlock
from app.ui.jobs import CoreThread

PHRASE = "otter lantern gravel mosaic"
# Cheap to derive: the cost of the key is the store's own business.
CHEAP = KdfParameters(iterations=1, lanes=1, memory_kib=8)
WAIT = 20_000

T = TypeVar("T")


def open_session(database: Database) -> Session:
    """Return a session that finds nothing and can ask every assistant."""

    def assistant(provider: Provider, proxy: Proxy | None) -> Assistant:
        return open_assistant(
            provider.wire, provider.base_url, provider.api_key, provider.name, proxy
        )

    return Session(database, Cast((), Kinds({}), assistant))


class Hall:
    """A vault with one passphrase, closed, and what opens it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.store = StoreFiles(folder / "key", folder / "db", CHEAP)
        self.store.create(PHRASE).close()
        self.core = CoreThread()
        self.door = VaultDoor(self.store, open_session)
        self.entrance = Entrance(self.core, self.door)
        self.opened: list[Session] = []
        self.entrance.opened.connect(lambda session, _wants_reader: self.opened.append(session))

    def on_core(self, work: Callable[[], T]) -> T:
        """Return what `work` returns on the core thread."""
        results: list[T] = []
        self.core.call(work, done=results.append)
        self.qtbot.waitUntil(lambda: bool(results), timeout=WAIT)
        return results[0]

    def lock(self) -> None:
        """Close the vault, as locking does."""
        closed: list[None] = []
        self.core.call(self.door.close, done=closed.append)
        self.qtbot.waitUntil(lambda: bool(closed), timeout=WAIT)

    def back_up(self) -> None:
        """Make a backup of the closed vault."""
        with self.store.open(PHRASE) as database:
            self.door.upkeep.back_up(database)

    def show(self) -> tuple[StartWindow, Unlock]:
        """Show the window, once it knows the ways in."""
        self.entrance.show(first=False)
        window = self.entrance.window
        assert window is not None
        assert window.unlock is not None
        self.on_core(lambda: None)
        self.qtbot.waitExposed(window)
        return window, window.unlock

    def close(self) -> None:
        """End everything."""
        self.entrance.finish()
        self.core.close(last=self.door.close)
