"""A line for a recovery code, in letters that are told apart, and forgotten after use."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.widgets.passphrase_field import PassphraseLine


class RecoveryField(QWidget):
    """A labelled line. The code is seen while it is typed: it is long, and typed once in years.

    Signals:
        changed(): the text changed.
        submitted(): Enter.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the line, empty."""
        super().__init__(parent)
        self._label = QLabel()
        self._line = PassphraseLine("recoveryCode")
        self._line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._line.show_text(shown=True)
        self._label.setBuddy(self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._label)
        layout.addWidget(self._line)
        self.setFocusProxy(self._line)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line.textChanged.connect(self._on_text_changed)
        self._line.returnPressed.connect(self.submitted)
        self._retranslate()

    @property
    def text(self) -> str:
        """What is typed."""
        return self._line.text()

    def select(self) -> None:
        """Put the focus into the line. Nothing is selected: a slip is mended, not typed anew."""
        self._line.setFocus()

    def forget(self) -> None:
        """Empty the line."""
        self._line.forget()
        self._line.show_text(shown=True)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Recovery code"))
        self._line.setAccessibleName(self.tr("Recovery code"))

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit()
