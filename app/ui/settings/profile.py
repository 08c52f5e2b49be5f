"""Settings, page "You": for each identity the user's names, and instructions to the assistant."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.store.identities import Identity
from app.ui.settings.identity import IdentityChoice
from app.ui.widgets.labels import heading, prose

# Milliseconds after the last key before what is typed is kept.
_PAUSE = 600
_MOST_NAMES = 50


class ProfilePage(QWidget):
    """Both texts are kept as they are typed, after a pause and when the page is left.

    Its part `choice` says whose they are.

    Signals:
        names_changed(int, tuple): the names of an identity, in the order typed, no empty lines.
        instructions_changed(int, str): the instructions of an identity as typed.
        identity_wanted(int): the page shall be about this identity.
    """

    names_changed = Signal(int, tuple)
    instructions_changed = Signal(int, str)
    identity_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page, empty."""
        super().__init__(parent)
        self._title = heading("profileTitle")
        self.choice = IdentityChoice()
        self._identities: tuple[Identity, ...] = ()
        self._shown: Identity | None = None
        self._names_label = QLabel()
        self._names_label.setProperty("role", "heading")
        self._names_why = prose("profileNamesWhy")
        self._names = _text("profileNames", lines=4)
        self._names.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._names.setMaximumHeight(self._names.minimumHeight())
        self._names_label.setBuddy(self._names)
        self._instructions_label = QLabel()
        self._instructions_label.setProperty("role", "heading")
        self._instructions_why = prose("profileInstructionsWhy")
        self._instructions = _text("profileInstructions", lines=5)
        self._instructions_label.setBuddy(self._instructions)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addSpacing(8)
        layout.addWidget(self.choice)
        layout.addSpacing(16)
        for widget in (self._names_label, self._names_why, self._names):
            layout.addWidget(widget)
        layout.addSpacing(16)
        for widget in (self._instructions_label, self._instructions_why, self._instructions):
            layout.addWidget(widget)
        layout.setStretchFactor(self._instructions, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep)
        self._kept: tuple[tuple[str, ...], str] = ((), "")
        self.choice.chosen.connect(self._on_chosen)
        self._names.textChanged.connect(self._pause.start)
        self._instructions.textChanged.connect(self._pause.start)
        self._retranslate()

    @property
    def identity_id(self) -> int | None:
        """The identity that the page is about; None until it has one."""
        return self._shown.id if self._shown is not None else None

    def set_identities(self, identities: Sequence[Identity], shown: int) -> None:
        """Know these, and show the one with the id `shown`. Emits nothing.

        What is being typed stays: the texts are filled only where another one was shown before.
        """
        before = self.identity_id
        self._identities = tuple(identities)
        self._shown = next(each for each in self._identities if each.id == shown)
        self.choice.set_identities(identities, shown)
        if before != shown:
            self._fill(self._shown)

    def drop(self) -> None:
        """Be about no identity: the one that is shown is being removed."""
        self._pause.stop()
        self._shown = None

    def _fill(self, identity: Identity) -> None:
        self._kept = (identity.names, identity.instructions)
        self._names.setPlainText("\n".join(identity.names))
        self._instructions.setPlainText(identity.instructions)
        self._pause.stop()

    def keep(self) -> None:
        """Emit what was changed and not yet kept."""
        self._pause.stop()
        if self._shown is None:
            return
        lines = self._names.toPlainText().splitlines()
        names = tuple(" ".join(line.split()) for line in lines if line.strip())[:_MOST_NAMES]
        instructions = self._instructions.toPlainText()
        before, self._kept = self._kept, (names, instructions)
        if names != before[0]:
            self.names_changed.emit(self._shown.id, names)
        if instructions != before[1]:
            self.instructions_changed.emit(self._shown.id, instructions)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_chosen(self, identity_id: int) -> None:
        self.keep()
        self.identity_wanted.emit(identity_id)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("You"))
        self._names_label.setText(self.tr("Your names"))
        self._names_why.setText(
            self.tr(
                "One a line, your full name first. They are found and hidden wherever you write "
                "them, and other people's names are told apart from yours."
            )
        )
        self._names.setAccessibleName(self.tr("Your names, one a line"))
        self._names.setPlaceholderText(self.tr("Full name\nNickname"))
        self._instructions_label.setText(self.tr("Instructions to the assistant"))
        self._instructions_why.setText(
            self.tr(
                "Sent with every chat, checked and hidden like a message. For example: answer "
                "briefly, and say when you are not sure."
            )
        )
        self._instructions.setAccessibleName(self.tr("Instructions to the assistant"))


def _text(name: str, lines: int) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setObjectName(name)
    # Tab moves on, as in every other field.
    field.setTabChangesFocus(True)
    field.setMinimumHeight(field.fontMetrics().lineSpacing() * lines + 24)
    return field
