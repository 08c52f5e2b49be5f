"""Joins the start window to the vault's door on the core thread."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.chat.session import Session
from app.errors import KnownError
from app.store.backups import Backup
from app.store.database import Database
from app.store.errors import (
    DatabaseMissing,
    DatabaseNewer,
    DatabaseUnreadable,
    KeyFileForeign,
    KeyFileMissing,
    KeyFileUnreadable,
)
from app.store.keys import Opener
from app.store.watching import Stage, Stopped, Watch
from app.ui.entrance.door import Outlook, VaultDoor
from app.ui.entrance.start_window import StartWindow
from app.ui.jobs import CoreThread

# What a backup helps against, and what the key file's copy does. A database whose beginning is
# damaged looks like one that belongs to another key.
_OF_DATABASE = (DatabaseUnreadable, DatabaseMissing, DatabaseNewer, KeyFileForeign)
_OF_KEY_FILE = (KeyFileUnreadable, KeyFileMissing)


class Entrance(QObject):
    """Shows the start window, and carries what is asked there to the door.

    Signals:
        opened(Session, bool): the vault is open; whether to set up the private reader now.
    """

    opened = Signal(object, bool)

    def __init__(self, core: CoreThread, door: VaultDoor, parent: QObject | None = None) -> None:
        """Open `door` on the thread of `core`."""
        super().__init__(parent)
        self._core = core
        self._door = door
        self._window: StartWindow | None = None
        self._wants_reader = False
        self._leaving = threading.Event()
        self._watch = Watch(core.teller(self._on_stage), self._leaving.is_set)

    @property
    def window(self) -> StartWindow | None:
        """The window that is shown now, if any."""
        return self._window

    def show(self, *, first: bool, failure: KnownError | None = None) -> None:
        """Show the window: `first` makes a vault. `failure` is said at once."""
        self._window = StartWindow(first=first)
        self._window.create_requested.connect(self._on_create)
        self._window.unlock_requested.connect(self._on_unlock)
        self._window.restore_requested.connect(self._on_restore)
        self._window.put_back_requested.connect(self._on_put_back)
        self._window.show()
        if failure is not None:
            self._tell(failure)
        if not first:
            self._look()

    def enter(self, act: Callable[[], Database]) -> None:
        """Open the vault by `act`, which runs on the core thread; the window says how it went."""
        if self._window is not None:
            self._window.set_busy()
        self._core.call(
            self._door.enter, act, self._watch, done=self._on_opened, failed=self._on_refused
        )

    def leave(self) -> None:
        """Break off what takes long: the program ends. It goes on at the next unlocking."""
        self._leaving.set()

    def finish(self) -> None:
        """Close the window: something else is shown now."""
        window, self._window = self._window, None
        if window is not None:
            window.finish()
            window.deleteLater()

    def _look(self) -> None:
        self._core.call(self._door.outlook, done=self._on_outlook)

    def _tell(self, failure: KnownError) -> None:
        if self._window is None:
            return
        self._window.show_failure(failure)
        if self._window.unlock is not None and isinstance(failure, _OF_KEY_FILE):
            self._window.unlock.offer_key_copy()

    def _on_create(self, passphrase: str, name: str, wants_reader: bool) -> None:
        self._wants_reader = wants_reader
        self._core.call(
            self._door.create, passphrase, name, done=self._on_opened, failed=self._on_refused
        )

    def _on_unlock(self, opener: Opener) -> None:
        self._core.call(
            self._door.unlock,
            opener,
            self._watch,
            done=self._on_opened,
            failed=partial(self._on_not_unlocked, opener),
        )

    def _on_restore(self, backup: Backup, opener: Opener) -> None:
        self._core.call(
            self._door.restore,
            backup,
            opener,
            self._watch,
            done=self._on_opened,
            failed=self._on_refused,
        )

    def _on_put_back(self) -> None:
        self._core.call(
            self._door.put_key_back, done=self._on_key_put_back, failed=self._on_refused
        )

    def _on_key_put_back(self, outlook: Outlook) -> None:
        if self._window is not None and self._window.unlock is not None:
            self._window.unlock.show_put_back()
            self._on_outlook(outlook)

    def _on_outlook(self, outlook: Outlook) -> None:
        if self._window is not None and self._window.unlock is not None:
            self._window.unlock.set_outlook(outlook)

    def _on_stage(self, stage: Stage, share: float | None) -> None:
        if self._window is not None and self._window.unlock is not None:
            self._window.unlock.show_stage(stage, share)

    def _on_opened(self, session: Session) -> None:
        wants_reader, self._wants_reader = self._wants_reader, False
        self.opened.emit(session, wants_reader)

    def _on_refused(self, failure: Exception) -> None:
        if isinstance(failure, Stopped):  # by `leave`
            return
        if not isinstance(failure, KnownError):
            raise failure
        self._tell(failure)
        self._look()

    def _on_not_unlocked(self, opener: Opener, failure: Exception) -> None:
        self._on_refused(failure)
        window = self._window
        if isinstance(failure, _OF_DATABASE) and window is not None and window.unlock is not None:
            window.unlock.show_searching()
            self._core.call(
                self._door.upkeep.newest_good_backup,
                opener,
                done=self._on_backup,
                failed=self._on_refused,
            )

    def _on_backup(self, backup: Backup | None) -> None:
        if self._window is not None and self._window.unlock is not None:
            self._window.unlock.offer_backup(backup)
