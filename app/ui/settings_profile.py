"""Settings, page "You": the user's own names, and standing instructions to the assistant."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.first_run import heading, prose

# Milliseconds after the last key before what is typed is kept.
_PAUSE = 600
_MOST_NAMES = 50


class ProfilePage(QWidget):
    """Both texts are kept as they are typed, after a pause and when the page is left.

    Signals:
        names_changed(tuple): the names, in the order typed, without empty lines.
        instructions_changed(str): the instructions as typed.
    """

    names_changed = Signal(tuple)
    instructions_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page, empty."""
        super().__init__(parent)
        self._title = heading("profileTitle")
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
        self._names.textChanged.connect(self._pause.start)
        self._instructions.textChanged.connect(self._pause.start)
        self._retranslate()

    def set_values(self, names: Sequence[str], instructions: str) -> None:
        """Show what is kept. Emits nothing."""
        self._kept = (tuple(names), instructions)
        for field, text in ((self._names, "\n".join(names)), (self._instructions, instructions)):
            field.setPlainText(text)
        self._pause.stop()

    def keep(self) -> None:
        """Emit what was changed and not yet kept."""
        self._pause.stop()
        lines = self._names.toPlainText().splitlines()
        names = tuple(" ".join(line.split()) for line in lines if line.strip())[:_MOST_NAMES]
        instructions = self._instructions.toPlainText()
        before, self._kept = self._kept, (names, instructions)
        if names != before[0]:
            self.names_changed.emit(names)
        if instructions != before[1]:
            self.instructions_changed.emit(instructions)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

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
