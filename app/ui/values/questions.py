"""Questions before what cannot be undone; the harmless answer is the usual one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.labels import prose


class ForgetAllDialog(QDialog):
    """Asks for a typed word before every value is forgotten.

    Signals:
        confirmed(): the word was typed and the button pressed.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask."""
        super().__init__(parent)
        self.setObjectName("forgetAllQuestion")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._told = prose("forgetAllTold", "")
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._typed = QLineEdit()
        self._typed.setObjectName("forgetAllTyped")
        self._label.setBuddy(self._typed)
        self._confirm = QPushButton()
        self._confirm.setObjectName("forgetAllConfirm")
        self._confirm.setProperty("kind", "danger")
        self._confirm.setAutoDefault(False)
        self._cancel = QPushButton()
        self._cancel.setObjectName("forgetAllCancel")
        self._cancel.setAutoDefault(False)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._confirm)
        row.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for widget in (self._told, self._label, self._typed):
            layout.addWidget(widget)
        layout.addLayout(row)
        self._typed.textChanged.connect(self._on_typed)
        self._confirm.clicked.connect(self._on_confirm)
        self._cancel.clicked.connect(self.reject)
        self._retranslate()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Forget everything"))
        self._told.setText(
            self.tr(
                "All values are erased from the vault's file, and nothing can bring them back. "
                "Earlier messages keep only the placeholders, and no reply restores them any more."
            )
        )
        self._word = self.tr("forget")
        self._label.setText(self.tr("To go on, type: {word}").format(word=self._word))
        self._typed.setAccessibleName(self._label.text())
        self._confirm.setText(self.tr("Forget everything"))
        self._confirm.setAccessibleName(self._confirm.text())
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self._cancel.text())
        self._on_typed(self._typed.text())

    def _on_typed(self, text: str) -> None:
        self._confirm.setEnabled(text.strip().casefold() == self._word.casefold())

    def _on_confirm(self) -> None:
        self.confirmed.emit()
        self.accept()
