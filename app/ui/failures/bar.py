"""A bar that says what went wrong without getting in the way, and offers what to do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.assistants.assistant import AssistantError
from app.assistants.failures import AddressInvalid, KeyInvalid, KeyRefused, UnknownModel
from app.errors import KnownError
from app.ui.failures.text import failure_text

# Failures that another look at the assistant's settings may mend.
_IN_SETTINGS = (AddressInvalid, KeyInvalid, KeyRefused, UnknownModel)


class FailureBar(QFrame):
    """Hidden until it has something to say; the newest failure replaces the one before.

    Signals:
        action_requested(str): the user chose the action that was offered, RETRY or SETTINGS.
        dismissed(): the user closed the bar.
    """

    action_requested = Signal(str)
    dismissed = Signal()

    RETRY = "retry"
    SETTINGS = "settings"

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the bar, hidden."""
        super().__init__(parent)
        self.setObjectName("failureBar")
        self.setProperty("role", "alarm")
        self._failure: KnownError | None = None
        self._action = ""
        self._sign = QLabel("!")
        self._sign.setObjectName("failureSign")
        self._text = QLabel()
        self._text.setObjectName("failureText")
        self._text.setWordWrap(True)
        # Plain text: a provider's words must not become markup.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._button = QPushButton()
        self._button.setObjectName("failureAction")
        self._close = QToolButton()
        self._close.setObjectName("failureClose")
        self._close.setProperty("kind", "quiet")
        self._close.setText("✕")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._button.clicked.connect(self._on_action)
        self._close.clicked.connect(self._on_close)
        self._retranslate()
        self.hide()

    def show_failure(self, failure: KnownError, action: str = "") -> None:
        """Say what went wrong. `action` is RETRY, SETTINGS or empty for no button."""
        self._failure = failure
        self._action = action
        self._retranslate()
        self.show()
        # A screen reader speaks it, the focus stays where the user is writing.
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    @classmethod
    def remedy(cls, failure: KnownError, *, retryable: bool) -> str:
        """Return the action that may help: RETRY only where it is `retryable`."""
        if isinstance(failure, _IN_SETTINGS):
            return cls.SETTINGS
        return cls.RETRY if retryable and isinstance(failure, AssistantError) else ""

    def clear(self) -> None:
        """Say nothing any more."""
        self._failure = None
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        text = "" if self._failure is None else failure_text(self._failure)
        self._text.setText(text)
        self._text.setAccessibleName(self.tr("What went wrong"))
        self._text.setAccessibleDescription(text)
        names = {self.RETRY: self.tr("Try again"), self.SETTINGS: self.tr("Open settings")}
        label = names.get(self._action, "")
        self._button.setText(label)
        self._button.setAccessibleName(label)
        self._button.setVisible(bool(label))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))

    def _on_action(self) -> None:
        action = self._action
        self.clear()
        self.action_requested.emit(action)

    def _on_close(self) -> None:
        self.clear()
        self.dismissed.emit()
