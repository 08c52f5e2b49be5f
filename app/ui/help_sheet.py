"""The keys that the main window knows, and a sheet that lists them."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget


@dataclass(frozen=True, slots=True)
class Keys:
    """One thing that keys do: the sequences for it, and its English description."""

    sequences: tuple[str, ...]
    words: object


NEW_CHAT = Keys(("Ctrl+N",), QT_TRANSLATE_NOOP("Keys", "New chat"))
NEXT_CHAT = Keys(("Ctrl+PgDown", "Ctrl+Tab"), QT_TRANSLATE_NOOP("Keys", "Next chat"))
PREVIOUS_CHAT = Keys(("Ctrl+PgUp", "Ctrl+Shift+Tab"), QT_TRANSLATE_NOOP("Keys", "Previous chat"))
SIDEBAR = Keys(("Ctrl+B",), QT_TRANSLATE_NOOP("Keys", "Show or hide the list of chats"))
NEXT_IDENTITY = Keys(("Ctrl+Shift+I",), QT_TRANSLATE_NOOP("Keys", "Next identity"))
RECEIPTS = Keys(("Ctrl+Shift+R",), QT_TRANSLATE_NOOP("Keys", "Show what left this computer"))
PANEL = Keys(("Ctrl+Shift+O",), QT_TRANSLATE_NOOP("Keys", "Show what the assistant sees"))
WRITE = Keys(("Ctrl+L",), QT_TRANSLATE_NOOP("Keys", "Go to the message field"))
SETTINGS = Keys(("Ctrl+,",), QT_TRANSLATE_NOOP("Keys", "Settings"))
LOCK = Keys(("Ctrl+Shift+L",), QT_TRANSLATE_NOOP("Keys", "Lock"))
HELP = Keys(("F1", "Ctrl+/"), QT_TRANSLATE_NOOP("Keys", "This list"))
QUIT = Keys(("Ctrl+Q",), QT_TRANSLATE_NOOP("Keys", "Quit"))
STOP = Keys(("Esc",), QT_TRANSLATE_NOOP("Keys", "Stop the reply, or leave off editing"))
# This one is a message's own.
_COPY_MASKED = Keys(("Ctrl+Shift+C",), QT_TRANSLATE_NOOP("Keys", "Copy with placeholders"))
# These are handled by the message field itself.
_IN_FIELD = (
    Keys(("Return",), QT_TRANSLATE_NOOP("Keys", "Send")),
    Keys(("Shift+Return",), QT_TRANSLATE_NOOP("Keys", "New line")),
    Keys(("Ctrl+H",), QT_TRANSLATE_NOOP("Keys", "Hide the selected text")),
    Keys(("Alt+Down", "Alt+Up"), QT_TRANSLATE_NOOP("Keys", "Next or previous private piece")),
    Keys(("Alt+Return", "F2"), QT_TRANSLATE_NOOP("Keys", "About the private piece here")),
)
_LISTED = (
    *_IN_FIELD,
    _COPY_MASKED,
    STOP,
    NEW_CHAT,
    NEXT_CHAT,
    PREVIOUS_CHAT,
    WRITE,
    NEXT_IDENTITY,
    SIDEBAR,
    PANEL,
    RECEIPTS,
    SETTINGS,
    LOCK,
    QUIT,
    HELP,
)


def shortcut(window: QWidget, keys: Keys) -> QShortcut:
    """Return what tells that one of `keys` was pressed in `window`."""
    made = QShortcut(window)
    made.setKeys([QKeySequence(each) for each in keys.sequences])
    return made


class HelpSheet(QDialog):
    """Lists the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the sheet."""
        super().__init__(parent)
        self.setObjectName("helpSheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = QLabel()
        self._title.setObjectName("helpTitle")
        self._title.setProperty("role", "title")
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        self._words: list[QLabel] = []
        for row, keys in enumerate(_LISTED):
            words = QLabel()
            words.setObjectName(f"helpWords{row}")
            sequences = [
                QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText)
                for each in keys.sequences
            ]
            label = QLabel("   ".join(sequences))
            label.setObjectName(f"helpKeys{row}")
            label.setProperty("role", "muted")
            grid.addWidget(words, row, 0)
            grid.addWidget(label, row, 1)
            self._words.append(words)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("helpClose")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self._title)
        layout.addLayout(grid)
        layout.addWidget(self._buttons)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        self._title.setText(self.tr("Keys"))
        for label, keys in zip(self._words, _LISTED, strict=True):
            label.setText(QCoreApplication.translate("Keys", str(keys.words)))
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAccessibleName(self.tr("Close"))
