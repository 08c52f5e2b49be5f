"""The bar above the composer that asks what to do while the private reader has not finished."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import KnownError
from app.ui.failures.text import failure_text


class ReaderBar(QFrame):
    """Waits with the user, or asks: send without the reader, try again, or go on writing.

    Signals:
        waived(): send without waiting for the private reader.
        retried(): let the private reader try again.
        cancelled(): do not send yet.
    """

    waived = Signal()
    retried = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the bar, hidden."""
        super().__init__(parent)
        self.setObjectName("readerBar")
        self.setProperty("role", "notice")
        self._failure: KnownError | None = None
        self._text = QLabel()
        self._text.setObjectName("readerBarText")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._waive = QPushButton()
        self._waive.setObjectName("readerWaive")
        self._retry = QPushButton()
        self._retry.setObjectName("readerRetry")
        self._cancel = QPushButton()
        self._cancel.setObjectName("readerCancel")
        self._cancel.setProperty("kind", "quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self._cancel, self._waive, self._retry):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        layout.addLayout(row)
        self._waive.clicked.connect(self.waived)
        self._retry.clicked.connect(self.retried)
        self._cancel.clicked.connect(self.cancelled)
        self._retranslate()
        self.hide()

    def wait(self) -> None:
        """Say that sending waits for the private reader."""
        self._show(None)

    def ask(self, failure: KnownError) -> None:
        """Say that the private reader could not finish, and why."""
        self._show(failure)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self, failure: KnownError | None) -> None:
        self._failure = failure
        self._retranslate()
        self.show()
        # A screen reader speaks it, the focus stays where the user is writing.
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def _retranslate(self) -> None:
        if self._failure is None:
            text = self.tr(
                "Your message is sent as soon as the private reader has read it. What it finds "
                "stays home."
            )
        else:
            text = failure_text(self._failure)
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._waive.setText(self.tr("Send without it"))
        self._waive.setToolTip(
            self.tr("Send now, with only what is marked hidden. The receipt says so.")
        )
        self._retry.setText(self.tr("Try again"))
        self._retry.setVisible(self._failure is not None)
        self._cancel.setText(self.tr("Do not send yet"))
        for button in (self._waive, self._retry, self._cancel):
            button.setAccessibleName(button.text())
