"""Every later start: the passphrase that opens the vault, or why it did not open."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.ui.first_run import heading, prose
from app.ui.passphrase_field import PassphraseField


class Unlock(QWidget):
    """Asks for the passphrase.

    Signals:
        unlock_requested(str): the passphrase as typed.
    """

    unlock_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page, empty and ready."""
        super().__init__(parent)
        self._title = heading("unlockTitle")
        self._why = prose("unlockWhy")
        self._field = PassphraseField(twice=False)
        self._problem = prose("unlockProblem", "danger")
        self._progress = QProgressBar()
        self._progress.setObjectName("unlockProgress")
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._open = QPushButton()
        self._open.setObjectName("unlockOpen")
        self._open.setProperty("kind", "primary")
        self._open.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self._title, self._why, self._field, self._problem):
            layout.addWidget(widget)
        layout.addWidget(self._open)
        layout.addWidget(self._progress)
        layout.addStretch()
        self._problem.hide()
        self._progress.hide()
        self._field.changed.connect(self._on_changed)
        self._field.submitted.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self.setFocusProxy(self._field)
        self._busy = False
        self._retranslate()
        self._on_changed()

    def begin(self) -> None:
        """Put the focus where typing starts."""
        self._field.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Say that the vault is being opened, and take no second try until it is."""
        self._busy = busy
        self._field.setEnabled(not busy)
        self._progress.setVisible(busy)
        self._retranslate()
        self._on_changed()
        if busy:
            self._problem.hide()

    def show_failure(self, sentence: str) -> None:
        """Show why the vault did not open; the passphrase may be typed over."""
        self.set_busy(busy=False)
        self._problem.setText(sentence)
        self._problem.show()
        self._field.select()

    def forget(self) -> None:
        """Drop the passphrase: the vault is open."""
        self._field.forget()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Welcome back"))
        self._why.setText(self.tr("Type your passphrase to open the vault on this computer."))
        self._open.setText(self.tr("Opening…") if self._busy else self.tr("Unlock"))
        self._open.setAccessibleName(self.tr("Unlock the vault"))
        self._progress.setAccessibleName(self.tr("Opening the vault"))

    def _on_changed(self) -> None:
        self._open.setEnabled(bool(self._field.text) and not self._busy)

    def _on_open(self) -> None:
        if self._open.isEnabled():
            self.unlock_requested.emit(self._field.text)
