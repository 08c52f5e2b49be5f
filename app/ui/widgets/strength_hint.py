"""What a page says of a passphrase while it is typed."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.ui.widgets.labels import prose
from app.ui.widgets.passphrase_strength import SHORTEST, Strength, strength


class StrengthHint(QWidget):
    """Says in words and with a bar how hard the passphrase is to guess."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no hint: nothing is typed yet."""
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setObjectName("strengthBar")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, int(Strength.STRONG))
        self._bar.setFixedHeight(6)
        self._words = prose("strengthWords")
        self._passphrase_length = 0
        self._strength = Strength.TOO_SHORT
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)
        self.rate("")

    def rate(self, passphrase: str) -> Strength:
        """Show the hint for `passphrase` and return it. The text is not kept."""
        self._passphrase_length = len(passphrase)
        self._strength = strength(passphrase)
        self._bar.setValue(int(self._strength))
        self._bar.setProperty("strength", self._strength.name.lower())
        self._bar.style().polish(self._bar)
        self._retranslate()
        return self._strength

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._bar.setAccessibleName(self.tr("Strength of the passphrase"))
        if self._passphrase_length == 0:
            words = self.tr("Four or more words that do not belong together work well.")
        elif self._strength is Strength.TOO_SHORT:
            words = self.tr("Too short: use at least {count} characters.").format(count=SHORTEST)
        elif self._strength is Strength.WEAK:
            words = self.tr("Weak: easy to guess for someone who copies your files. Add words.")
        elif self._strength is Strength.FAIR:
            words = self.tr("Fair. One more word would make it strong.")
        else:
            words = self.tr("Strong.")
        self._words.setText(words)
        self._bar.setAccessibleDescription(words)
