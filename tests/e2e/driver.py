"""Drives the real program in this process, by keyboard and mouse, as a person would."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.__main__ import desktop_program
from app.chat.session import Session
from app.paths import Places
from app.store.messages import Message
from app.store.reader_choice import ReaderChoice, ReaderKind
from app.ui.application import Desktop
from app.ui.composer.composer import Composer, ComposerState
from app.ui.conversation.conversation import Conversation
from app.ui.conversation.transcript import Transcript
from app.ui.main_window import MainWindow

PHRASE = "seven quiet lanterns drift"
# Milliseconds; a busy machine needs some, a waiting test takes none of it.
WAIT = 30_000

W = TypeVar("W", bound=QWidget)


class Driver:
    """The program over the files in `base`, from its first window to its end."""

    def __init__(self, qtbot: QtBot, base: Path, catalogue: Path | None = None) -> None:
        """Start the program; `catalogue` is another list of models than its own."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._qtbot = qtbot
        self._expected = 0
        self._desktop = Desktop(application, desktop_program(Places(base), catalogue))
        self._desktop.start()

    def close(self) -> None:
        """End the program as closing its window does."""
        for window in QApplication.topLevelWidgets():
            window.close()
        self._desktop.stop()
        self._desktop.deleteLater()

    def find(self, kind: type[W], name: str) -> W:
        """Return the visible widget with this object name, when it is there."""

        def found() -> W | None:
            return next(
                (
                    widget
                    for widget in QApplication.allWidgets()
                    if isinstance(widget, kind)
                    and widget.objectName() == name
                    and widget.isVisible()
                ),
                None,
            )

        self._qtbot.waitUntil(lambda: found() is not None, timeout=WAIT)
        widget = found()
        assert widget is not None
        return widget

    def first_start(self, name: str = "", *, set_up_reader: bool = False) -> None:
        """Make the vault, say who one is, and arrive in the main window.

        With `set_up_reader` the settings of the private reader are open over it.
        """
        for field in self.fields("startWindow"):
            self._qtbot.keyClicks(field, PHRASE)
        self.click("firstRunNext")
        self._qtbot.keyClicks(self.find(QLineEdit, "ownName"), name)
        self.click("nameNext")
        self.click("offerSetUp" if set_up_reader else "offerLater")
        self.find(MainWindow, "mainWindow")

    def unlock(self, phrase: str = PHRASE) -> None:
        """Type the passphrase and press Enter."""
        (field,) = self.fields("startWindow")
        field.clear()
        self._qtbot.keyClicks(field, phrase)
        self._qtbot.keyClick(field, Qt.Key.Key_Return)

    def open_settings(self) -> None:
        """Press the button of the settings."""
        self._qtbot.mouseClick(self.find(QToolButton, "settingsTool"), Qt.MouseButton.LeftButton)

    def desktop_is_left(self) -> None:
        """Say what the desktop says when its screen locks."""
        self._desktop._signs.leaving.emit()

    def wait_to_lock(self, milliseconds: int) -> None:
        """Touch nothing for as long as locks the vault, from now on."""
        self._qtbot.waitUntil(self._desktop._idle._timer.isActive, timeout=WAIT)
        self._desktop._idle.start(milliseconds / 60_000)

    def is_locked(self) -> bool:
        """Whether no session is open."""
        return self._desktop._door.session is None

    def shows_texts(self) -> bool:
        """Whether any text of a chat can be seen."""
        bodies = [w for w in QApplication.allWidgets() if isinstance(w, (Transcript, Composer))]
        return any(body.isVisible() for body in bodies)

    def fields(self, window: str) -> list[QLineEdit]:
        """Return the visible one-line fields of a window, from top to bottom."""
        return [f for f in self.find(QWidget, window).findChildren(QLineEdit) if f.isVisible()]

    def click(self, name: str) -> None:
        """Press the button of this name, when it may be pressed."""
        button = self.find(QPushButton, name)
        self._qtbot.waitUntil(button.isEnabled, timeout=WAIT)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def composer(self) -> Composer:
        """The composer."""
        return self.find(Composer, "composer")

    @property
    def conversation(self) -> Conversation:
        """The chat on the screen."""
        return self.find(Conversation, "conversation")

    @property
    def transcript(self) -> Transcript:
        """The transcript."""
        return self.find(Transcript, "transcript")

    def write(self, text: str) -> None:
        """Type `text`: plain letters by keys, all others through the input method."""
        field = self.find(QPlainTextEdit, "composerText")
        for char in text:
            if char.isascii() and char.isprintable():
                self._qtbot.keyClicks(field, char)
            elif char == "\n":
                self._qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
            else:
                composing = QInputMethodEvent(char, [])
                QApplication.sendEvent(field, composing)
                chosen = QInputMethodEvent()
                chosen.setCommitString(char)
                QApplication.sendEvent(field, chosen)

    def send(self) -> None:
        """Press Enter once the message was read."""
        button = self.find(QPushButton, "composerSend")
        self._qtbot.waitUntil(button.isEnabled, timeout=WAIT)
        self._expected = len(self.transcript.views) + 2
        field = self.find(QPlainTextEdit, "composerText")
        self._qtbot.keyClick(field, Qt.Key.Key_Return)

    def found(self) -> list[str]:
        """Return which detectors found something in the draft, as shown now."""
        reading = self.composer._reading
        return [] if reading is None else [each.span.source for each in reading.found]

    def wait_for_reply(self, timeout: int = WAIT) -> Message:
        """Return the last message once nothing streams any more."""
        composer, transcript = self.composer, self.transcript

        def ended() -> bool:
            idle = composer.state is ComposerState.IDLE
            return idle and len(transcript.views) >= self._expected

        self._qtbot.waitUntil(ended, timeout=timeout)
        last = transcript.last
        assert last is not None
        return last

    def use(self, preset: str, address: str, model: str) -> None:
        """Add an assistant in the settings and choose it for this chat."""
        self.open_settings()
        self.find(QPushButton, "providerAdd")
        menu = next(w for w in QApplication.allWidgets() if w.objectName() == "providerPresets")
        assert isinstance(menu, QMenu)
        next(a for a in menu.actions() if a.objectName() == f"preset_{preset}").trigger()
        for name, text in (
            ("providerName", "Testing"),
            ("providerAddress", address),
            ("providerKey", "key-of-a-test"),
        ):
            field = self.find(QLineEdit, name)
            field.clear()
            self._qtbot.keyClicks(field, text)
            self._qtbot.keyClick(field, Qt.Key.Key_Return)
        models = self.find(QComboBox, "providerModel").lineEdit()
        assert models is not None
        models.clear()
        self._qtbot.keyClicks(models, model)
        self._qtbot.keyClick(models, Qt.Key.Key_Return)
        self.click("settingsClose")
        self.pick(model)

    def read_with(self, model: Path) -> None:
        """Have the model in a file of the user's own read every message from now on."""
        choice = ReaderChoice(ReaderKind.FILE, str(model), model.stem)
        self.on_core(partial(self.session.choose_reader, choice))
        self.find(MainWindow, "mainWindow").read_again()

    def on_core(self, work: Callable[[], Any]) -> Any:
        """Return what `work` returns on the thread that the session belongs to."""
        done: list[Any] = []
        self._desktop._core.call(work, done=done.append)
        self._qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
        return done[0]

    @property
    def session(self) -> Session:
        """The unlocked session; only the core thread may change anything in it."""
        session = self._desktop._door.session
        assert session is not None
        return session

    def pick(self, model: str) -> None:
        """Choose a model for this chat in the list of assistants."""
        button = self.find(QPushButton, "pickerButton")
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        entries = self.find(QListWidget, "pickerList")

        def row() -> int:
            texts = [entries.item(at).text() for at in range(entries.count())]
            return texts.index(model) if model in texts else -1

        self._qtbot.waitUntil(lambda: row() >= 0, timeout=WAIT)
        spot = entries.visualItemRect(entries.item(row())).center()
        self._qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        self._qtbot.waitUntil(lambda: button.text().count(model) > 0, timeout=WAIT)

    def try_again(self) -> None:
        """Ask again for the last reply."""
        view = self.transcript.views[-1]
        button = view.findChild(QToolButton, "messageRetry")
        assert isinstance(button, QToolButton)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self._qtbot.waitUntil(lambda: self.transcript.views[-1] is not view, timeout=WAIT)

    def text_of(self, label: str) -> str:
        """Return the text of a label once it is shown."""
        return self.find(QLabel, label).text()

    def failure(self) -> str:
        """Return the sentences that the start window shows now."""
        window = self.find(QWidget, "startWindow")
        labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
        return " ".join(label.text() for label in labels)

    def open_first_chat(self) -> None:
        """Choose the chat at the top of the list."""
        chats = self.find(QListView, "chatList")
        self._qtbot.waitUntil(lambda: chats.model().rowCount() > 0, timeout=WAIT)
        spot = chats.visualRect(chats.model().index(0, 0)).center()
        self._qtbot.mouseClick(chats.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def shown(self) -> list[str]:
        """Return the text of each message as it stands on the screen."""
        return [view.body.toPlainText() for view in self.transcript.views]
