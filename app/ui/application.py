"""The desktop program: start window, main window, locking, and what lives across them."""

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog

from app.assistants.presets import Preset
from app.chat.session import Session
from app.errors import KnownError
from app.store.database import Database
from app.store.opening import StoreFiles, StoreState
from app.ui.crash_dialog import CrashHandlers, CrashReporter
from app.ui.entrance.door import VaultDoor
from app.ui.entrance.entrance import Entrance
from app.ui.jobs import CoreThread
from app.ui.locking import DesktopSigns, IdleWatch
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences, PreferencesFile, PreferencesUnreadable
from app.ui.settings.dialog import SettingsDialog
from app.ui.settings.link import Look, SettingsLink
from app.ui.termination import Termination
from app.ui.theme import Theme
from app.ui.translations import Translations
from app.ui.vault_care.backup_watch import BackupWatch
from app.ui.vault_care.link import VaultLink

if TYPE_CHECKING:
    from app.models.catalogue import Suggestion
    from app.ui.private_reader.parts import ReaderParts
    from app.ui.receipts.link import ReceiptsLink


@dataclass(frozen=True, slots=True)
class Program:
    """What the windows work with; made by the composition root.

    `open_session` takes an open database and runs on the core thread. `warm_up` does what the first
    message would else wait for, in small steps that run there as well from the start of the
    program on, one for each item. `reader_parts` is what sets up models, loaded when it is first
    asked for, on the core thread.
    """

    store: StoreFiles
    preferences: PreferencesFile
    presets: Sequence[Preset]
    resources: Path
    open_session: Callable[[Database], Session]
    warm_up: Callable[[], Iterator[object]]
    reader_parts: "Callable[[], ReaderParts]"


class Desktop(QObject):
    """Shows the window that fits: first start, unlocking, or the chats."""

    def __init__(self, application: QApplication, program: Program) -> None:
        """Style `application` and get ready; `start` shows the first window."""
        super().__init__(application)
        self._program = program
        self._crashes = CrashHandlers(self)
        self._crashes.install()
        self._reporter = CrashReporter(self._crashes, self)
        self._late: KnownError | None = None
        # What is to be said of the last locking, once somebody is there.
        self._unkept: KnownError | None = None
        preferences = self._preferences()
        self._theme = Theme(
            application, program.resources, preferences.appearance, preferences.text_size
        )
        translations = Translations(application, program.resources / "translations")
        self._look = Look(program.preferences, self._theme, translations)
        self._look.start(preferences)
        application.setWindowIcon(QIcon(str(program.resources / "icons" / "understudy.svg")))
        self._core = CoreThread(self)
        self._door = VaultDoor(program.store, program.open_session)
        self._entrance = Entrance(self._core, self._door, self)
        self._entrance.opened.connect(self._on_opened)
        self._main: MainWindow | None = None
        self._settings: SettingsLink | None = None
        self._receipts: ReceiptsLink | None = None
        self._reopen_by: Callable[[], Database] | None = None
        self._idle = IdleWatch(application, QTimer(self), self)
        self._idle.idle.connect(self.lock)
        self._signs = DesktopSigns(self)
        self._signs.leaving.connect(self.lock)
        # Locking closes the last window for a moment, which must not end the program.
        application.setQuitOnLastWindowClosed(False)
        application.lastWindowClosed.connect(self._on_last_window_closed)

    def start(self) -> None:
        """Show the first window; where the files on disk are damaged, it says so."""
        first, failure = False, self._late
        try:
            first = self._program.store.state() is StoreState.NEW
        except KnownError as found:
            failure = found
        self._entrance.show(first=first, failure=failure)
        self._core.call(self._watch_loop)
        self._core.call_in_steps(self._program.warm_up)
        self._signs.listen()
        if first:
            self._core.call(self._suggest, done=self._on_suggested)

    def lock(self) -> None:
        """Lock the vault, if it is open, whatever is shown over its window."""
        if self._main is None:
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self._main.findChildren(QDialog):
            dialog.reject()
        if self._receipts is not None:
            self._receipts.close()
        self._main.lock()

    def stop(self) -> None:
        """Keep what is being written, close the database and end the core thread."""
        self._crashes.remove()
        self._entrance.leave()
        unsent = tuple if self._main is None else self._main.conversation.unsent()
        self._core.close(last=partial(self._door.close, unsent))

    def _preferences(self) -> Preferences:
        try:
            return self._program.preferences.load()
        except PreferencesUnreadable as failure:
            self._late = failure
            return Preferences()

    # These run on the core thread.

    def _watch_loop(self) -> None:
        asyncio.get_running_loop().set_exception_handler(self._crashes.on_loop)

    def _suggest(self) -> "Suggestion":
        return self._program.reader_parts().suggestion

    def _on_opened(self, session: Session, wants_reader: bool) -> None:
        care = VaultLink(self._core, session, self._door)
        care.lock_minutes_changed.connect(self._idle.start)
        care.reopen_requested.connect(self._on_reopen_requested)
        self._settings = SettingsLink(
            self._core,
            session,
            self._look,
            self._program.presets,
            self._program.store.change_passphrase,
            self._program.reader_parts,
            care,
        )
        care.setParent(self._settings)
        self._main = MainWindow(self._core, session, self._theme)
        self._main.lock_requested.connect(self._on_lock_requested)
        self._main.settings_requested.connect(self._on_settings_requested)
        self._main.identities_requested.connect(self._on_identities_requested)
        self._main.receipts_requested.connect(partial(self._on_receipts_requested, session))
        self._settings.providers_changed.connect(self._main.set_providers)
        self._settings.models_read.connect(self._main.set_models)
        self._settings.rules_changed.connect(self._main.read_again)
        self._settings.values_forgotten.connect(self._main.show_again)
        self._settings.identities_changed.connect(self._main.show_identities)
        self._settings.identity_leaving.connect(self._main.leave_identity)
        self._settings.failed.connect(self._main.conversation.fail)
        self._backups = BackupWatch(self._core, self._door, self._main)
        self._backups.failed.connect(self._main.conversation.fail)
        self._main.show()
        self._core.call(lambda: session.settings.lock_minutes, done=self._idle.start)
        self._entrance.finish()
        unkept, self._unkept = self._unkept, None
        if unkept is not None:
            self._main.conversation.fail(unkept)
        if wants_reader:
            self._settings.open(self._main, SettingsDialog.READER)

    def _on_suggested(self, suggestion: "Suggestion") -> None:
        # Only a first start needs it, and has loaded what it imports by now.
        from app.ui.private_reader.suggestion import suggestion_text  # noqa: PLC0415

        if self._entrance.window is not None:
            self._entrance.window.describe_reader(partial(suggestion_text, suggestion))

    def _on_settings_requested(self) -> None:
        if self._settings is not None:
            self._settings.open(self._main)

    def _on_identities_requested(self) -> None:
        if self._settings is not None:
            self._settings.open(self._main, SettingsDialog.PROFILE)

    def _on_receipts_requested(self, session: Session, message_id: int | None) -> None:
        # Loaded when somebody first looks at what left.
        from app.ui.receipts.link import ReceiptsLink  # noqa: PLC0415

        if self._receipts is None:
            self._receipts = ReceiptsLink(self._core, session, self._theme, self)
            self._receipts.lock_requested.connect(self.lock)
            if self._main is not None:
                self._main.conversation.sent.connect(self._receipts.refresh)
        self._receipts.open(self._main, message_id)

    def _on_reopen_requested(self, act: Callable[[], Database]) -> None:
        """Lock, and open again by `act`, which replaces what is there."""
        if self._main is not None:
            self._reopen_by = act
            self.lock()

    def _on_lock_requested(self) -> None:
        self._idle.stop()
        main, self._main = self._main, None
        settings, self._settings = self._settings, None
        receipts, self._receipts = self._receipts, None
        self._entrance.show(first=False)
        if settings is not None:
            settings.close()
            settings.deleteLater()
        if receipts is not None:
            receipts.close()
            receipts.deleteLater()
        if main is not None:
            main.hide()
            main.deleteLater()
        unsent = tuple if main is None else main.conversation.unsent()
        self._core.call(self._door.close, unsent, failed=self._on_not_kept)
        act, self._reopen_by = self._reopen_by, None
        if act is not None:
            self._entrance.enter(act)

    def _on_not_kept(self, failure: Exception) -> None:
        if not isinstance(failure, KnownError):
            raise failure
        self._unkept = failure

    def _on_last_window_closed(self) -> None:
        QApplication.quit()


def run(program: Program) -> int:
    """Run the desktop program until its last window is closed; return the exit code.

    It ends in the same good order where the system asks it to.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Understudy")
    application.setDesktopFileName("understudy")
    desktop = Desktop(application, program)
    termination = Termination(application)
    # No window may refuse, as it may when it is asked to close.
    termination.asked.connect(application.exit)
    try:
        desktop.start()
        return application.exec()
    finally:
        desktop.stop()
        termination.close()
