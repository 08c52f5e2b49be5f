"""The field that a message is typed into: grows, sends on Enter, composes Chinese, pastes plain."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.ui.spans.utf16 import without_lone_surrogates

_LEAST = 40
_MOST = 240
# A click may wobble this far, in pixels, and still be a click and not a selection.
_WOBBLE = 3


class ComposerText(QPlainTextEdit):
    """A plain text field, as tall as its text up to a limit.

    Signals:
        edited(): the text itself changed; not emitted for formats or while composing.
        submitted(): the user asked to send with the keyboard.
        pressed(int): the user clicked at this offset, in UTF-16 units, without selecting.
        opened(): the user asked with the keyboard about the place of the cursor.
        stepped(int): the user asked for the next (1) or previous (-1) private piece.
        focused(bool): the field got or lost the focus.
        settled(): size, scroll position or selection changed.
        menu_requested(QPoint, int, bool): a context menu is wanted there (global), about this
            offset in UTF-16 units; True if asked for with the keyboard.
    """

    edited = Signal()
    submitted = Signal()
    pressed = Signal(int)
    opened = Signal()
    stepped = Signal(int)
    focused = Signal(bool)
    settled = Signal()
    menu_requested = Signal(QPoint, int, bool)

    _KEYBOARD = True

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.setObjectName("composerText")
        self.enter_sends = True
        self._text = ""
        self._composing = False
        self._press_at: QPoint | None = None
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().contentsChange.connect(self._on_contents_change)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.selectionChanged.connect(self.settled)
        self.verticalScrollBar().valueChanged.connect(self.settled)
        self._fit()

    @property
    def text(self) -> str:
        """The text as typed; what an input method is still composing is not part of it."""
        return self._text

    @property
    def composing(self) -> bool:
        """Whether an input method is at work."""
        return self._composing

    def set_text(self, text: str) -> None:
        """Replace the text and forget what could be undone."""
        self.setPlainText(without_lone_surrogates(text))

    def rect_of(self, start: int, end: int) -> QRect:
        """Return the place on screen of UTF-16 units `start` to `end`; their first line if many."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        first = self.cursorRect(cursor)
        cursor.setPosition(end)
        last = self.cursorRect(cursor)
        area = first.united(last) if first.top() == last.top() else first
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def sizeHint(self) -> QSize:
        """Qt asks how large the field wants to be."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt reports a key: send, step between private pieces, or type."""
        key, modifiers = event.key(), event.modifiers()
        held = modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(event, held)
        elif held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_F2:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt reports what an input method composes or commits."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt reports a press: remember where, to tell a click from a selection."""
        self._press_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt reports a release: a plain click may be on a private piece."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        wobble = 0 if self._press_at is None else (place - self._press_at).manhattanLength()
        plain = event.button() == Qt.MouseButton.LeftButton and wobble <= _WOBBLE
        if plain and not self.textCursor().hasSelection():
            self.pressed.emit(self.cursorForPosition(place).position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt reports that a menu is wanted."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            corner = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.menu_requested.emit(corner, self.textCursor().position(), self._KEYBOARD)
        else:
            unit = self.cursorForPosition(event.pos()).position()
            self.menu_requested.emit(event.globalPos(), unit, not self._KEYBOARD)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Qt asks whether this can be pasted: text only."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt pastes or drops: as plain text, one step to undo."""
        if source.hasText():
            self.textCursor().insertText(without_lone_surrogates(source.text()))
            self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt reports the focus."""
        super().focusInEvent(event)
        self.focused.emit(True)  # noqa: FBT003 - a signal takes no keywords

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt reports the loss of the focus."""
        super().focusOutEvent(event)
        self._composing = False
        self.focused.emit(False)  # noqa: FBT003 - a signal takes no keywords

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt reports a new size: another width wraps differently."""
        super().resizeEvent(event)
        self._fit()
        self.settled.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt reports a new font among others."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _on_enter(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> None:
        control = held == Qt.KeyboardModifier.ControlModifier
        if self._composing:
            event.accept()  # the input method's Enter chooses a word
        elif held == Qt.KeyboardModifier.AltModifier:
            self.opened.emit()
        elif control or (self.enter_sends and held == Qt.KeyboardModifier.NoModifier):
            self.submitted.emit()
        else:
            # A paragraph even with Shift, where Qt would insert U+2028.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()

    def _on_contents_change(self, *_: int) -> None:
        text = self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        if text != self._text:
            self._text = text
            self.edited.emit()

    def _wanted_height(self) -> int:
        frame = self.height() - self.viewport().height() if self.isVisible() else 10
        height = 2 * self.document().documentMargin() + max(frame, 0)
        block = self.document().firstBlock()
        while block.isValid() and height < _MOST:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return round(min(max(height, _LEAST), _MOST))

    def _fit(self) -> None:
        wanted = self._wanted_height()
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)
