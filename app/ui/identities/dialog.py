"""Asks for the name of an identity, and says at once what is wrong with it."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.privacy.normalise import fold
from app.store.errors import IdentityNameTaken
from app.ui.failures.text import failure_text
from app.ui.widgets.labels import prose

_LONGEST = 80


class IdentityDialog(QDialog):
    """One line for a name.

    Signals:
        named(str): the user wants this name, which no other identity has on the screen.
    """

    named = Signal(str)

    def __init__(
        self, taken: Collection[str], name: str = "", *, new: bool, parent: QWidget | None = None
    ) -> None:
        """Ask for the name of a `new` identity, or another than `name`; none of `taken`."""
        super().__init__(parent)
        self.setObjectName("identityDialog")
        self._taken = {fold(each) for each in taken}
        self._new = new
        self._label = QLabel()
        self._field = QLineEdit(name)
        self._field.setObjectName("identityName")
        self._field.setMaxLength(_LONGEST)
        self._field.selectAll()
        self._label.setBuddy(self._field)
        self._wrong = prose("identityWrong", "danger")
        # Room for it from the start, or the dialog would grow at a key.
        self._wrong.setMinimumHeight(self._wrong.fontMetrics().lineSpacing() * 2)
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self._ok = self._buttons.button(buttons.Ok)
        self._ok.setObjectName("identityOk")
        self._ok.setProperty("kind", "primary")
        self._cancel = self._buttons.button(buttons.Cancel)
        self._cancel.setObjectName("identityCancel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        for widget in (self._label, self._field, self._wrong, self._buttons):
            layout.addWidget(widget)
        self._field.textChanged.connect(self._check)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._retranslate()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 72)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("New identity") if self._new else self.tr("Rename identity"))
        self._label.setText(self.tr("Name, seen by you only"))
        self._field.setAccessibleName(self.tr("Name of the identity"))
        self._field.setPlaceholderText(self.tr("Work, Volunteering, …"))
        self._ok.setText(self.tr("Create") if self._new else self.tr("Rename"))
        self._ok.setAccessibleName(self._ok.text())
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self._cancel.text())
        self._check()

    def _check(self) -> None:
        name = fold(self._field.text())
        taken = name in self._taken
        self._wrong.setText(failure_text(IdentityNameTaken()) if taken else "")
        self._ok.setEnabled(bool(name) and not taken)

    def _on_accepted(self) -> None:
        if self._ok.isEnabled():
            self.named.emit(self._field.text())
            self.accept()
