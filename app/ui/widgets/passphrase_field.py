"""A line for a passphrase: hidden unless shown on purpose, and forgotten after use."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

# No input method may keep, predict or correct what is typed here.
PRIVATE_INPUT = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class PassphraseLine(QLineEdit):
    """One hidden line. `show_text` and `forget` keep it private where Qt's own calls do not."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty, hidden line with `name` as its object name."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setMaxLength(1024)
        self.show_text(shown=False)

    def show_text(self, *, shown: bool) -> None:
        """Show or hide the text. Qt drops the hints when the text is shown; they stay here."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        hints = PRIVATE_INPUT if shown else PRIVATE_INPUT | Qt.InputMethodHint.ImhHiddenText
        self.setInputMethodHints(hints)

    def forget(self) -> None:
        """Empty the line. `clear` would keep the text for undo; `setText` drops the history."""
        self.setText("")
        self.show_text(shown=False)


class PassphraseField(QWidget):
    """Labelled passphrase lines with one box that shows them.

    Signals:
        changed(): the text of a line changed.
        submitted(): Enter in the last line.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, *, twice: bool, parent: QWidget | None = None) -> None:
        """Ask once, or `twice` where a slip of the finger would lock the user out."""
        super().__init__(parent)
        self._lines = [PassphraseLine("passphrase")]
        if twice:
            self._lines.append(PassphraseLine("passphraseAgain"))
        self._labels = [QLabel() for _ in self._lines]
        self._show = QCheckBox()
        self._show.setObjectName("showPassphrase")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for label, line in zip(self._labels, self._lines, strict=True):
            label.setBuddy(line)
            layout.addWidget(label)
            layout.addWidget(line)
            layout.addSpacing(6)
            line.textChanged.connect(self._on_text_changed)
        layout.addWidget(self._show)
        for line, after in zip(self._lines, [*self._lines[1:], None], strict=True):
            line.returnPressed.connect(self.submitted if after is None else after.setFocus)
        self._show.toggled.connect(self._on_show_toggled)
        self.setFocusProxy(self._lines[0])
        self._title = ""
        self._retranslate()

    @property
    def text(self) -> str:
        """What is typed in the first line."""
        return self._lines[0].text()

    @property
    def agrees(self) -> bool:
        """Whether all lines hold the same."""
        return len({line.text() for line in self._lines}) == 1

    @property
    def repeated(self) -> bool:
        """Whether something was typed into the last line."""
        return bool(self._lines[-1].text())

    def set_title(self, title: str) -> None:
        """Call the first line `title` where "Passphrase" would not say which one."""
        self._title = title
        self._retranslate()

    def forget(self) -> None:
        """Empty and hide every line."""
        self._show.setChecked(False)
        for line in self._lines:
            line.forget()

    def select(self) -> None:
        """Put the focus into the first line, its text selected, to be typed over."""
        self._lines[0].setFocus()
        self._lines[0].selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        texts = [self._title or self.tr("Passphrase"), self.tr("The same passphrase again")]
        for label, line, text in zip(self._labels, self._lines, texts, strict=False):
            label.setText(text)
            line.setAccessibleName(text)
        self._show.setText(
            self.tr("Show the passphrases") if len(self._lines) > 1 else self.tr("Show it")
        )
        self._show.setAccessibleName(self.tr("Show the passphrase as it is typed"))

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit()

    def _on_show_toggled(self, shown: bool) -> None:
        for line in self._lines:
            line.show_text(shown=shown)
