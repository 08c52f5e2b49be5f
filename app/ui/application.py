"""The desktop program: start window, main window, locking, and what lives across them."""

import asyncio
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from app.assistants.presets import Preset
from app.chat.session import Session
from app.errors import KnownError
from app.store.database import Database
from app.store.opening import StoreFiles, StoreState
from app.ui.crash_dialog import CrashHandlers, CrashReporter
from app.ui.failure_text import failure_text
from app.ui.jobs import CoreThread
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences, PreferencesFile, PreferencesUnreadable
from app.ui.settings_dialog import SettingsDialog
from app.ui.settings_link import Look, SettingsLink
from app.ui.start_window import StartWindow
from app.ui.theme import Theme
from app.ui.translations import Translations

if TYPE_CHECKING:
    from app.models.catalogue import Suggestion
    from app.ui.private_reader.parts import ReaderParts


@dataclass(frozen=True, slots=True)
class Program:
    """What the windows work with; made by the composition root.

    `open_session` takes an open database and runs on the core thread; `warm_up` too, while the
    user still types the passphrase. `reader_parts` is what sets up models, loaded when it is first
    asked for, on the core thread.
    """

    store: StoreFiles
    preferences: PreferencesFile
    presets: Sequence[Preset]
    resources: Path
    open_session: Callable[[Database], Session]
    warm_up: Callable[[], object]
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
        preferences = self._preferences()
        self._theme = Theme(
            application, program.resources, preferences.appearance, preferences.text_size
        )
        translations = Translations(application, program.resources / "translations")
        self._look = Look(program.preferences, self._theme, translations)
        self._look.start(preferences)
        application.setWindowIcon(QIcon(str(program.resources / "icons" / "understudy.svg")))
        self._core = CoreThread(self)
        self._session: Session | None = None
        self._start: StartWindow | None = None
        self._main: MainWindow | None = None
        self._settings: SettingsLink | None = None
        self._wants_reader = False
        # Locking closes the last window for a moment, which must not end the program.
        application.setQuitOnLastWindowClosed(False)
        application.lastWindowClosed.connect(self._on_last_window_closed)

    def start(self) -> bool:
        """Show the first window; return False where the files on disk do not allow it."""
        try:
            state = self._program.store.state()
        except KnownError as failure:
            QMessageBox.critical(None, "Understudy", failure_text(failure))
            return False
        self._show_start(first=state is StoreState.NEW)
        self._core.call(self._watch_loop)
        self._core.call(self._program.warm_up)
        if state is StoreState.NEW:
            self._core.call(self._suggest, done=self._on_suggested)
        return True

    def stop(self) -> None:
        """Close the database and end the core thread."""
        self._crashes.remove()
        self._core.close(last=self._close_session)

    def _preferences(self) -> Preferences:
        try:
            return self._program.preferences.load()
        except PreferencesUnreadable as failure:
            self._late = failure
            return Preferences()

    def _show_start(self, *, first: bool) -> None:
        self._start = StartWindow(first=first)
        self._start.create_requested.connect(self._on_create_requested)
        self._start.unlock_requested.connect(self._on_unlock_requested)
        self._start.show()
        if self._late is not None:
            self._start.show_failure(self._late)
            self._late = None

    def _on_create_requested(self, passphrase: str, name: str, wants_reader: bool) -> None:
        self._wants_reader = wants_reader
        self._core.call(
            self._create, passphrase, name, done=self._on_opened, failed=self._on_refused
        )

    def _on_unlock_requested(self, passphrase: str) -> None:
        self._core.call(self._unlock, passphrase, done=self._on_opened, failed=self._on_refused)

    # These run on the core thread.

    def _watch_loop(self) -> None:
        asyncio.get_running_loop().set_exception_handler(self._crashes.on_loop)

    def _suggest(self) -> "Suggestion":
        return self._program.reader_parts().suggestion

    def _create(self, passphrase: str, name: str) -> Session:
        session = self._open(self._program.store.create(passphrase))
        if name.strip():
            session.settings.profile_names = (name.strip(),)
        return session

    def _unlock(self, passphrase: str) -> Session:
        return self._open(self._program.store.open(passphrase))

    def _open(self, database: Database) -> Session:
        try:
            self._session = self._program.open_session(database)
        except BaseException:
            database.close()
            raise
        return self._session

    async def _close_session(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    def _on_opened(self, session: Session) -> None:
        self._settings = SettingsLink(
            self._core,
            session,
            self._look,
            self._program.presets,
            self._program.store.change_passphrase,
            self._program.reader_parts,
        )
        self._main = MainWindow(self._core, session, self._theme)
        self._main.lock_requested.connect(self._on_lock_requested)
        self._main.settings_requested.connect(self._on_settings_requested)
        self._settings.providers_changed.connect(self._main.set_providers)
        self._settings.models_read.connect(self._main.set_models)
        self._settings.rules_changed.connect(self._main.read_again)
        self._settings.values_forgotten.connect(self._main.show_again)
        self._settings.failed.connect(self._main.conversation.fail)
        self._main.show()
        if self._start is not None:
            self._start.finish()
            self._start.deleteLater()
            self._start = None
        if self._wants_reader:
            self._wants_reader = False
            self._settings.open(self._main, SettingsDialog.READER)

    def _on_suggested(self, suggestion: "Suggestion") -> None:
        # Only a first start needs it, and has loaded what it imports by now.
        from app.ui.private_reader.suggestion import suggestion_text  # noqa: PLC0415

        if self._start is not None:
            self._start.describe_reader(partial(suggestion_text, suggestion))

    def _on_refused(self, failure: Exception) -> None:
        if not isinstance(failure, KnownError):
            raise failure
        if self._start is not None:
            self._start.show_failure(failure)

    def _on_settings_requested(self) -> None:
        if self._settings is not None:
            self._settings.open(self._main)

    def _on_lock_requested(self) -> None:
        main, self._main = self._main, None
        settings, self._settings = self._settings, None
        self._show_start(first=False)
        if settings is not None:
            settings.close()
            settings.deleteLater()
        if main is not None:
            main.hide()
            main.deleteLater()
        self._core.call(self._close_session)

    def _on_last_window_closed(self) -> None:
        QApplication.quit()


def run(program: Program) -> int:
    """Run the desktop program until its last window is closed; return the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Understudy")
    application.setDesktopFileName("understudy")
    desktop = Desktop(application, program)
    try:
        return application.exec() if desktop.start() else 1
    finally:
        desktop.stop()
