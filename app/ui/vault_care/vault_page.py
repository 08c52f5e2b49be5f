"""Settings, page "Vault": another passphrase, and below it the care of the vault."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import KnownError
from app.ui.failures.text import failure_text
from app.ui.widgets.labels import heading, prose
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.passphrase_strength import Strength
from app.ui.widgets.strength_hint import StrengthHint


class VaultPage(QWidget):
    """Asks for the passphrase in use and twice for the new one.

    Signals:
        change_requested(str, str): the one in use, and the new one.
    """

    change_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page, empty."""
        super().__init__(parent)
        self._title = heading("vaultTitle")
        self._label = QLabel()
        self._label.setProperty("role", "heading")
        self._why = prose("vaultWhy")
        self._current = PassphraseField(twice=False)
        self._current.setObjectName("currentPassphrase")
        self._new = PassphraseField(twice=True)
        self._new.setObjectName("newPassphrase")
        self._hint = StrengthHint()
        self._said = prose("vaultSaid", "danger")
        self._change = QPushButton()
        self._change.setObjectName("changePassphrase")
        self._change.setAutoDefault(False)
        self._passphrase = QWidget()
        self._care = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addSpacing(8)
        column = QVBoxLayout(self._passphrase)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._label, self._why, self._current, self._new, self._hint, self._said):
            column.addWidget(widget)
        column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._passphrase)
        layout.addLayout(self._care)
        layout.addStretch()
        self._busy = False
        self._said.hide()
        self._current.changed.connect(self._on_typed)
        self._new.changed.connect(self._on_typed)
        self._new.submitted.connect(self._on_change)
        self._change.clicked.connect(self._on_change)
        self._retranslate()
        self._on_typed()

    def add_care(self, care: QWidget) -> None:
        """Show `care` below the passphrase."""
        self._care.addSpacing(16)
        self._care.addWidget(care)

    def offer_passphrase(self, *, offered: bool) -> None:
        """Show or hide what changes the passphrase: there may be none to change."""
        self._passphrase.setVisible(offered)

    def show_changed(self) -> None:
        """Say that it worked, and forget both."""
        self._set_busy(busy=False)
        self.forget()
        self._say("good", self.tr("The passphrase is changed. Use the new one from now on."))

    def show_failure(self, failure: KnownError) -> None:
        """Say why it did not; what was typed is still there."""
        self._set_busy(busy=False)
        self._say("danger", failure_text(failure))
        self._current.select()

    def forget(self) -> None:
        """Empty all lines."""
        self._current.forget()
        self._new.forget()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._said.hide()
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Vault"))
        self._label.setText(self.tr("Change the passphrase"))
        self._why.setText(
            self.tr(
                "The new passphrase opens the same vault; nothing in it changes. A copy of "
                "the key file that you made yourself still opens with the old one."
            )
        )
        self._current.set_title(self.tr("Current passphrase"))
        self._new.set_title(self.tr("New passphrase"))
        self._change.setText(self.tr("Changing…") if self._busy else self.tr("Change passphrase"))
        self._change.setAccessibleName(self.tr("Change passphrase"))

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._current.setEnabled(not busy)
        self._new.setEnabled(not busy)
        self._retranslate()
        self._on_typed()

    def _say(self, role: str, text: str) -> None:
        self._said.setProperty("role", role)
        self._said.style().polish(self._said)
        self._said.setText(text)
        self._said.show()

    def _on_typed(self) -> None:
        rated = self._hint.rate(self._new.text)
        complete = rated > Strength.TOO_SHORT and self._new.repeated and bool(self._current.text)
        self._change.setEnabled(complete and not self._busy)
        self._said.hide()

    def _on_change(self) -> None:
        if not self._change.isEnabled():
            return
        if not self._new.agrees:
            self._say("danger", self.tr("The two passphrases are not the same."))
            self._new.select()
            return
        self._set_busy(busy=True)
        self.change_requested.emit(self._current.text, self._new.text)
