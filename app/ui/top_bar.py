"""The row above the conversation: buttons for what surrounds it, and the assistant's name."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.ui.assistant_picker import AssistantPicker
from app.ui.theme import Theme

_RIGHT = ("panel", "receipt", "settings", "help", "lock")
_SWITCHES = ("sidebar", "panel")


class TopBar(QWidget):
    """Holds the buttons, by name, and the picker; what they do is for the window to say."""

    def __init__(self, theme: Theme, picker: AssistantPicker) -> None:
        """Draw icons as `theme` has them, around `picker`."""
        super().__init__()
        self.setObjectName("topBar")
        self._theme = theme
        self._picker = picker
        self._buttons = {name: self._button(name) for name in ("sidebar", "plus", *_RIGHT)}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        row.addWidget(self._buttons["sidebar"])
        row.addWidget(self._buttons["plus"])
        row.addSpacing(4)
        row.addWidget(picker)
        row.addStretch(1)
        for name in _RIGHT:
            row.addWidget(self._buttons[name])
        theme.changed.connect(self._retranslate)
        self._retranslate()

    def __getitem__(self, name: str) -> QToolButton:
        """Return one of the buttons."""
        return self._buttons[name]

    def order_tabs(self) -> None:
        """Let Tab go from left to right, once the bar is in its window."""
        # Qt loses a focus proxy from the order when its owner also has a popup for a child.
        picker = self._picker.focusProxy() or self._picker
        order: list[QWidget] = [self._buttons["plus"], picker]
        order += [self._buttons[name] for name in _RIGHT]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @staticmethod
    def _button(name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{name}Tool")
        button.setProperty("kind", "quiet")
        button.setFixedSize(36, 36)
        button.setIconSize(QSize(20, 20))
        button.setCheckable(name in _SWITCHES)
        return button

    def _retranslate(self) -> None:
        named = {
            "sidebar": (self.tr("Chats"), "Ctrl+B"),
            "plus": (self.tr("New chat"), "Ctrl+N"),
            "panel": (self.tr("What the assistant sees"), "Ctrl+Shift+O"),
            "receipt": (self.tr("What left this computer"), "Ctrl+Shift+R"),
            "settings": (self.tr("Settings"), "Ctrl+,"),
            "help": (self.tr("Keys"), "F1"),
            "lock": (self.tr("Lock"), "Ctrl+Shift+L"),
        }
        for name, (text, keys) in named.items():
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button = self._buttons[name]
            button.setToolTip(f"{text} ({native})")
            button.setAccessibleName(text)
            button.setIcon(self._theme.icon("eye" if name == "panel" else name, "muted"))
