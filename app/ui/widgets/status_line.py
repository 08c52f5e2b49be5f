"""One line that says how something went, in the language that is spoken now."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.errors import KnownError
from app.ui.failures.text import failure_text


class StatusLine(QLabel):
    """Takes no room while there is nothing to say."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start with nothing to say; `name` is the object name."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._words: Callable[[], str] | None = None
        self.hide()

    def say(self, words: Callable[[], str], role: str = "muted") -> None:
        """Say what `words` returns, drawn as `role` says; it is asked again for each language."""
        self._words = words
        self.setProperty("role", role)
        self.style().polish(self)
        self.setText(words())
        self.show()
        # A screen reader speaks it, the focus stays where it is.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def say_failure(self, failure: KnownError) -> None:
        """Say what went wrong."""
        self.say(partial(failure_text, failure), "danger")

    def clear(self) -> None:
        """Say nothing any more."""
        self._words = None
        self.setText("")
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._words is not None:
            self.setText(self._words())
        super().changeEvent(event)
