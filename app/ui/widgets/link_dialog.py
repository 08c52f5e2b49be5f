"""Asks before a link of a message is opened, and shows where it really leads."""

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

# Only these can be opened; any other address is shown as text.
OPENABLE = ("http", "https", "mailto")


class LinkDialog(QDialog):
    """Shows the address as it would be asked for; placeholders in it stay placeholders."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        """Ask about `address`."""
        super().__init__(parent)
        self.setObjectName("linkDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._url = QUrl(address)
        # Encoded: a host that only looks like a known one shows its real letters.
        self._target = self._url.toEncoded().toStdString() or address
        self._host = QLabel()
        self._host.setObjectName("linkHost")
        self._host.setProperty("role", "heading")
        self._host.setTextFormat(Qt.TextFormat.PlainText)
        self._host.setWordWrap(True)
        self._note = QLabel()
        self._note.setObjectName("linkNote")
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self._address = QPlainTextEdit(self._target)
        self._address.setObjectName("linkAddress")
        self._address.setReadOnly(True)
        self._address.setTabChangesFocus(True)
        self._address.setFixedHeight(96)
        self._copy = QPushButton()
        self._copy.setObjectName("linkCopy")
        self._open = QPushButton()
        self._open.setObjectName("linkOpen")
        self._open.setEnabled(self._url.isValid() and self._url.scheme().lower() in OPENABLE)
        self._cancel = QPushButton()
        self._cancel.setObjectName("linkCancel")
        self._cancel.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch()
        buttons.addWidget(self._open)
        buttons.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        for widget in (self._host, self._address, self._note):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        self.setMinimumWidth(480)
        self._copy.clicked.connect(self._on_copy)
        self._open.clicked.connect(self._on_open)
        self._cancel.clicked.connect(self.reject)
        self._retranslate()
        self._cancel.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Open link"))
        host = self._url.host(QUrl.ComponentFormattingOption.FullyEncoded)
        self._host.setText(self.tr("This link leads to {host}").format(host=host or self._target))
        self._note.setText(
            self.tr("Opening it tells that site everything in the address, and where you are.")
        )
        self._address.setAccessibleName(self.tr("The whole address"))
        for button, text in (
            (self._copy, self.tr("Copy address")),
            (self._open, self.tr("Open in browser")),
            (self._cancel, self.tr("Cancel")),
        ):
            button.setText(text)
            button.setAccessibleName(text)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._target)
        self.reject()

    def _on_open(self) -> None:
        QDesktopServices.openUrl(self._url)
        self.accept()
