"""What the assistant sees: the message being written as it would leave, while it is written."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.assistants.assistant import ChatMessage
from app.chat.reader import Reading
from app.privacy.levels import Level
from app.privacy.masking import Masked
from app.ui.spans.highlighter import SpanHighlighter, Stretch, difference
from app.ui.spans.level_chips import LevelChips
from app.ui.spans.utf16 import unit_length
from app.ui.theme import Manner, Theme

# Of the earlier messages this many characters are shown; the exact bytes are in the receipts.
_LONGEST_CONTEXT = 40_000


class OutgoingPanel(QFrame):
    """Shows the masked text of the draft, and on demand all that leaves with it.

    Signals:
        context_requested(): the user opened the part that shows the whole request.
        close_requested(): the user wants the panel gone.
    """

    context_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty draft."""
        super().__init__(parent)
        self.setObjectName("outgoingPanel")
        self.setProperty("role", "ground")
        self._theme = theme
        self._reading: Reading | None = None
        self._stale = False
        self._failed = False
        self._title = QLabel()
        self._title.setObjectName("outgoingTitle")
        self._title.setProperty("role", "heading")
        self._close = QToolButton()
        self._close.setObjectName("outgoingClose")
        self._close.setProperty("kind", "quiet")
        self._close.setFixedSize(28, 28)
        self._chips = LevelChips()
        self._text = QPlainTextEdit()
        self._text.setObjectName("outgoingText")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setUndoRedoEnabled(False)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._marks = SpanHighlighter(self, self._text.document(), self._look)
        self._more = QToolButton()
        self._more.setObjectName("outgoingMore")
        self._more.setProperty("kind", "quiet")
        self._more.setCheckable(True)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.setIconSize(QSize(16, 16))
        self._context = QPlainTextEdit()
        self._context.setObjectName("outgoingContext")
        self._context.setReadOnly(True)
        self._context.setTabChangesFocus(True)
        self._context.setVisible(False)
        self._messages: Sequence[ChatMessage] = ()
        self._build()
        self._close.clicked.connect(self.close_requested)
        self._more.toggled.connect(self._on_more)
        theme.changed.connect(self._on_theme_changed)
        self._retranslate()

    def show_reading(self, reading: Reading | None) -> None:
        """Show what would leave of the draft; None for an empty one. Waits while not visible."""
        self._reading = reading
        self._failed = False
        self._stale = True
        if self.isVisible():
            self._update()

    def show_failure(self) -> None:
        """Say that the draft could not be read, and that nothing leaves."""
        self._reading = None
        self._failed = True
        self._stale = True
        if self.isVisible():
            self._update()

    def show_context(self, messages: Sequence[ChatMessage]) -> None:
        """Show everything that leaves before the draft: the system text and earlier messages."""
        self._messages = messages
        self._show_messages()

    @property
    def wants_context(self) -> bool:
        """Whether the part with the whole request is open."""
        return self._more.isChecked() and self.isVisible()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt reports that the panel is seen: catch up."""
        super().showEvent(event)
        self._update()
        if self._more.isChecked():
            self.context_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        header = QHBoxLayout()
        header.addWidget(self._title, 1)
        header.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 16)
        layout.setSpacing(8)
        layout.addLayout(header)
        layout.addWidget(self._chips)
        layout.addWidget(self._text, 2)
        layout.addWidget(self._more)
        layout.addWidget(self._context, 3)

    def _look(self, level: Level, kept: bool) -> QTextCharFormat:
        return self._theme.level_format(level, Manner.CHIP, kept=kept)

    def _update(self) -> None:
        if not self._stale:
            return
        self._stale = False
        reading = self._reading
        self._chips.set_counts({} if reading is None else reading.counts)
        self._replace("" if reading is None else reading.masked.text)
        self._marks.mark([] if reading is None else placed(reading.masked, levels_of(reading)))
        self._show_hint()

    def _replace(self, text: str) -> None:
        """Change only what differs, so that a long text is not laid out again at each key."""
        before = self._text.document().toRawText().replace("\u2029", "\n")
        at, old, new = difference(
            before.encode("utf-16-le", "surrogatepass"), text.encode("utf-16-le", "surrogatepass")
        )
        if not old and not new:
            return
        units = text.encode("utf-16-le", "surrogatepass")[2 * at : 2 * (at + new)]
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(at)
        cursor.setPosition(at + old, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(units.decode("utf-16-le", "replace"))

    def _show_hint(self) -> None:
        if self._failed:
            hint = self.tr("The text could not be checked, so nothing leaves.")
        else:
            hint = self.tr("What you write appears here as it leaves this computer.")
        self._text.setPlaceholderText(hint)

    def _show_messages(self) -> None:
        names = {
            "system": self.tr("Instructions"),
            "user": self.tr("You"),
            "assistant": self.tr("Assistant"),
        }
        parts = [f"{names[each.role]}:\n{each.text}" for each in self._messages]
        text = "\n\n".join(parts)
        if len(text) > _LONGEST_CONTEXT:
            text = f"{text[:_LONGEST_CONTEXT]}…"
        self._context.setPlainText(text)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What the assistant sees"))
        self._close.setToolTip(self.tr("Close (Ctrl+Shift+O)"))
        self._close.setAccessibleName(self.tr("Close this panel"))
        self._text.setAccessibleName(self.tr("Your message as it leaves"))
        self._more.setText(self.tr("Sent along: instructions and earlier messages"))
        self._more.setAccessibleName(self._more.text())
        self._context.setAccessibleName(self.tr("Instructions and earlier messages as they leave"))
        self._show_hint()
        self._show_messages()
        self._on_theme_changed()

    def _on_more(self, opened: bool) -> None:
        self._context.setVisible(opened)
        self._on_theme_changed()
        if opened:
            self.context_requested.emit()

    def _on_theme_changed(self) -> None:
        self._close.setIcon(self._theme.icon("close", "muted"))
        opened = self._more.isChecked()
        self._more.setIcon(self._theme.icon("chevron-down" if opened else "chevron-right", "muted"))
        self._marks.rehighlight()


def levels_of(reading: Reading) -> Mapping[str, Level]:
    """Return the worst level of each placeholder of `reading`, by its text."""
    levels: dict[str, Level] = {}
    for each in reading.found:
        if each.placeholder is not None:
            name = str(each.placeholder)
            levels[name] = max(each.span.level, levels.get(name, Level.PL1))
    return levels


def placed(masked: Masked, levels: Mapping[str, Level]) -> list[Stretch]:
    """Return where the placeholders lie in the text that leaves."""
    stretches: list[Stretch] = []
    at = 0
    for index, piece in enumerate(masked.pieces):
        end = at + unit_length(piece.text)
        if piece.placeholder is not None:
            level = levels.get(str(piece.placeholder), Level.PL1)
            stretches.append(Stretch(at, end, level, kept=False, index=index))
        at = end
    return stretches
