"""What to do where the vault's files are damaged: said with a date, and done only on request."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.store.backups import Backup
from app.ui.quantities import moment_text, size_text
from app.ui.widgets.labels import prose


class RescueOffer(QFrame):
    """A card that offers one way back, or says that there is none; hidden until then.

    Signals:
        restore_requested(Backup): put this backup in the place of the database.
        put_back_requested(): put the copy of the key file in its place.
    """

    restore_requested = Signal(object)
    put_back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the card, hidden."""
        super().__init__(parent)
        self.setObjectName("rescue")
        self.setProperty("role", "card")
        self._backup: Backup | None = None
        self._for_key = False
        self._text = prose("rescueText", "plain")
        self._act = QPushButton()
        self._act.setObjectName("rescueAct")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        layout.addWidget(self._act, 0, Qt.AlignmentFlag.AlignLeft)
        self._act.clicked.connect(self._on_act)
        self.hide()

    def offer_backup(self, backup: Backup | None) -> None:
        """Offer the newest good backup, or say that there is none."""
        self._backup, self._for_key = backup, False
        self._show()

    def offer_key_copy(self) -> None:
        """Offer the copy of the key file."""
        self._backup, self._for_key = None, True
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        self._retranslate()
        self._act.setVisible(self._for_key or self._backup is not None)
        self.show()

    def _retranslate(self) -> None:
        if self._for_key:
            text = self.tr(
                "A copy of the key file is kept beside your backups. It can be put in its place; a "
                "damaged key file is kept aside under another name."
            )
            act = self.tr("Put back the copy of the key file")
        elif self._backup is not None:
            text = self.tr(
                "The newest good backup is of {date} ({size}). It can be put in the place of the "
                "database; what is there now is kept aside under another name. What was added "
                "after the backup is missing from it."
            ).format(date=moment_text(self._backup.at), size=size_text(self._backup.size))
            act = self.tr("Restore this backup")
        else:
            text = self.tr(
                "There is no backup here that is whole. Nothing was changed, and no empty vault "
                "was made. If you have an export, or a backup of your own, keep these files and "
                "put that in their place."
            )
            act = ""
        self._text.setText(text)
        self._act.setText(act)
        self._act.setAccessibleName(act)
        self._act.setAccessibleDescription(text)

    def _on_act(self) -> None:
        if self._for_key:
            self.put_back_requested.emit()
        elif self._backup is not None:
            self.restore_requested.emit(self._backup)
