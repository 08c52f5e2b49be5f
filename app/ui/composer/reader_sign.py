"""A quiet sign in the composer: whether the private reader has read the draft."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.composer.reader_state import ReaderState

# Told apart by shape, for colour says nothing to some.
_SIGNS = {
    ReaderState.LOADING: "◌",
    ReaderState.READING: "◔",
    ReaderState.RESTARTING: "↻",
    ReaderState.READ: "✓",
    ReaderState.FAILED: "!",
}


class ReaderSign(QLabel):
    """One short line; nothing where no model was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self.setObjectName("readerSign")
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._state = ReaderState.NONE
        self.hide()

    def show_state(self, state: ReaderState) -> None:
        """Show what the model is doing."""
        self._state = state
        self._write()
        self.setVisible(state in _SIGNS)

    def minimumSizeHint(self) -> QSize:
        """Qt asks for the least room: the sign without words."""
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().horizontalAdvance("◌ "), hint.height())

    def sizeHint(self) -> QSize:
        """Qt asks for the best room: the sign with its words."""
        width = self.fontMetrics().horizontalAdvance(self._full()) + 4
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt reports a new size: the words are left out where they would be cut."""
        super().resizeEvent(event)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _full(self) -> str:
        sign = _SIGNS.get(self._state, "")
        return f"{sign} {self._words()}" if sign else ""

    def _words(self) -> str:
        return {
            ReaderState.LOADING: self.tr("Getting the reader ready"),
            ReaderState.READING: self.tr("Reading"),
            ReaderState.RESTARTING: self.tr("Starting the reader again"),
            ReaderState.READ: self.tr("Read"),
            ReaderState.FAILED: self.tr("Not read"),
        }.get(self._state, "")

    def _explanation(self) -> str:
        return {
            ReaderState.LOADING: self.tr(
                "The model is being loaded. The first time this can take minutes."
            ),
            ReaderState.READING: self.tr(
                "The private reader on this computer looks for what no rule can find."
            ),
            ReaderState.RESTARTING: self.tr(
                "The private reader had stopped working and starts again. Nothing was lost."
            ),
            ReaderState.READ: self.tr("The private reader has read all of this message."),
            ReaderState.FAILED: self.tr(
                "The private reader could not finish. You are asked before anything is sent."
            ),
        }.get(self._state, "")

    def _write(self) -> None:
        full = self._full()
        fits = self.width() >= self.fontMetrics().horizontalAdvance(full)
        text = full if fits else _SIGNS.get(self._state, "")
        if text != self.text():
            self.setText(text)
        self.updateGeometry()
        explanation = self._explanation()
        self.setToolTip(explanation)
        self.setAccessibleName(self._words())
        self.setAccessibleDescription(explanation)
