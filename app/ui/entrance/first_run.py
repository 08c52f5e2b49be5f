"""First pages of a first start: a passphrase for the vault, then an optional name."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.labels import heading, prose
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.passphrase_strength import Strength
from app.ui.widgets.strength_hint import StrengthHint

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PassphrasePage(QWidget):
    """Asks for a new passphrase, twice.

    Signals:
        accepted(): the passphrase is long enough and both lines agree.
    """

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page, empty."""
        super().__init__(parent)
        self._title = heading("firstRunTitle")
        self._why = prose("firstRunWhy")
        self._warning = prose("firstRunWarning", "notice")
        self.field = PassphraseField(twice=True)
        self._hint = StrengthHint()
        self._problem = prose("firstRunProblem", "danger")
        self._next = QPushButton()
        self._next.setObjectName("firstRunNext")
        self._next.setProperty("kind", "primary")
        self._next.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self._title, self._why, self.field, self._hint, self._warning):
            layout.addWidget(widget)
        layout.addWidget(self._problem)
        layout.addWidget(self._next)
        layout.addStretch()
        self._problem.hide()
        self.field.changed.connect(self._on_changed)
        self.field.submitted.connect(self._on_next)
        self._next.clicked.connect(self._on_next)
        self.setFocusProxy(self.field)
        self._retranslate()
        self._on_changed()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong, until the next key."""
        self._problem.setText(sentence)
        self._problem.show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._problem.hide()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Choose a passphrase"))
        self._why.setText(
            self.tr(
                "Your chats and the private details in them are kept in an encrypted vault on "
                "this computer. The passphrase is its only key."
            )
        )
        self._warning.setText(
            self.tr(
                "Nobody can recover a lost passphrase, and the vault cannot be opened without it. "
                "Write it down and keep the note in a safe place."
            )
        )
        self._next.setText(self.tr("Continue"))
        self._next.setAccessibleName(self.tr("Continue with this passphrase"))

    def _on_changed(self) -> None:
        rated = self._hint.rate(self.field.text)
        self._next.setEnabled(rated > Strength.TOO_SHORT and self.field.repeated)
        self._problem.hide()

    def _on_next(self) -> None:
        if not self._next.isEnabled():
            return
        if not self.field.agrees:
            self.show_problem(self.tr("The two passphrases are not the same."))
            self.field.select()
            return
        self.accepted.emit()


class NamePage(QWidget):
    """Asks for the user's own name, which may stay empty.

    Signals:
        finished(): the user wants to go on.
        went_back(): the user wants to change the passphrase.
    """

    finished = Signal()
    went_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page, empty."""
        super().__init__(parent)
        self._title = heading("nameTitle")
        self._why = prose("nameWhy")
        self._label = QLabel()
        self.line = QLineEdit()
        self.line.setObjectName("ownName")
        self.line.setMaxLength(200)
        self._label.setBuddy(self.line)
        self._mirror = prose("nameMirror", "card")
        self._back = QPushButton()
        self._back.setObjectName("nameBack")
        self._next = QPushButton()
        self._next.setObjectName("nameNext")
        self._next.setProperty("kind", "primary")
        self._build()
        self.line.returnPressed.connect(self.finished)
        self._next.clicked.connect(self.finished)
        self._back.clicked.connect(self.went_back)
        self.setFocusProxy(self.line)
        self._retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addWidget(self._label)
        layout.addWidget(self.line)
        layout.addWidget(self._mirror)
        row = QHBoxLayout()
        row.addWidget(self._back, 0, _MIDDLE)
        row.addWidget(self._next, 1, _MIDDLE)
        layout.addLayout(row)
        layout.addStretch()
        # Tab reaches the way on before the way back.
        QWidget.setTabOrder(self.line, self._next)
        QWidget.setTabOrder(self._next, self._back)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What is your name?"))
        self._why.setText(
            self.tr(
                "So that it is found and hidden wherever you write it. It stays in the vault, and "
                "you may leave it empty."
            )
        )
        self._label.setText(self.tr("Your full name (optional)"))
        self.line.setAccessibleName(self.tr("Your full name, optional"))
        self._mirror.setText(
            self.tr(
                "You start with Mirror, an assistant inside this app that shows what an "
                "assistant would see. It needs no account, and nothing leaves this computer. Add "
                "others in Settings."
            )
        )
        self._back.setText(self.tr("Back"))
        self._back.setAccessibleName(self.tr("Back to the passphrase"))
        self._next.setText(self.tr("Continue"))
        self._next.setAccessibleName(self.tr("Continue with this name"))
