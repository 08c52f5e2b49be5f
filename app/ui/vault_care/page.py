"""All of the vault's care on one page, part by part."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.vault_care.aside_part import AsidePart
from app.ui.vault_care.backups_part import BackupsPart
from app.ui.vault_care.ways_part import WaysPart
from app.ui.widgets.labels import prose

_MINUTES = (1, 5, 15, 30, 60, 0)


class VaultCarePage(QWidget):
    """The parts `ways`, `backups` and `aside` are public; the others are simple.

    Signals:
        lock_minutes_chosen(int): lock after so many minutes without input; 0 for never.
        export_requested(): write everything into a file.
        import_requested(): replace everything by such a file.
        rekey_requested(): encrypt everything anew.
    """

    lock_minutes_chosen = Signal(int)
    export_requested = Signal()
    import_requested = Signal()
    rekey_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page with the usual values."""
        super().__init__(parent)
        self.ways = WaysPart()
        self.backups = BackupsPart()
        self.aside = AsidePart()
        self._said = prose("vaultCareSaid", "good")
        self._said.hide()
        self._labels = [self._heading() for _ in range(3)]
        self._lock_why = prose("lockWhy")
        self._minutes = QComboBox()
        self._minutes.setObjectName("lockMinutes")
        for minutes in _MINUTES:
            self._minutes.addItem("", minutes)
        self._move_why = prose("moveWhy")
        self._rekey_why = prose("rekeyWhy")
        self._export = self._button("vaultExport")
        self._import = self._button("vaultImport")
        self._rekey = self._button("vaultRekey")
        self._build()
        self._minutes.activated.connect(self._on_minutes)
        self._export.clicked.connect(self.export_requested)
        self._import.clicked.connect(self.import_requested)
        self._rekey.clicked.connect(self.rekey_requested)
        self._retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        lock, move, rekey = self._labels
        layout.addWidget(self._said)
        layout.addWidget(lock)
        layout.addWidget(self._lock_why)
        layout.addLayout(self._row(self._minutes))
        layout.addSpacing(16)
        layout.addWidget(self.ways)
        layout.addSpacing(16)
        layout.addWidget(self.backups)
        layout.addWidget(self.aside)
        layout.addSpacing(16)
        layout.addWidget(move)
        layout.addWidget(self._move_why)
        layout.addLayout(self._row(self._export, self._import))
        layout.addSpacing(16)
        layout.addWidget(rekey)
        layout.addWidget(self._rekey_why)
        layout.addLayout(self._row(self._rekey))

    def set_lock_minutes(self, minutes: int) -> None:
        """Show after how many minutes the vault locks itself."""
        at = self._minutes.findData(minutes)
        if at < 0:
            self._minutes.addItem("", minutes)
            at = self._minutes.count() - 1
            self._retranslate()
        self._minutes.setCurrentIndex(at)

    def say(self, text: str) -> None:
        """Say that something was done."""
        self._said.setText(text)
        self._said.show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._said.hide()
            self._retranslate()
        super().changeEvent(event)

    def _heading(self) -> QLabel:
        label = QLabel()
        label.setProperty("role", "heading")
        return label

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch()
        return row

    def _retranslate(self) -> None:
        lock, move, rekey = self._labels
        lock.setText(self.tr("Lock by itself"))
        self._lock_why.setText(
            self.tr(
                "The vault also locks when the computer goes to sleep and when its screen locks, "
                "where the desktop says so."
            )
        )
        self._minutes.setAccessibleName(self.tr("Lock by itself"))
        for row in range(self._minutes.count()):
            minutes = int(self._minutes.itemData(row))
            self._minutes.setItemText(
                row,
                self.tr("After {minutes} min without input").format(minutes=minutes)
                if minutes
                else self.tr("Never without being asked"),
            )
        move.setText(self.tr("Take everything along"))
        self._move_why.setText(
            self.tr(
                "An export is one encrypted file with everything in it, and a passphrase of its "
                "own. Restoring from one replaces all that is here; that is kept aside."
            )
        )
        rekey.setText(self.tr("Encrypt anew"))
        self._rekey_why.setText(
            self.tr(
                "If somebody may have had a copy of your files and one of the ways to open them: "
                "everything is encrypted under a new key, and old copies of the key file and old "
                "recovery codes open nothing that is added from then on."
            )
        )
        for button, text in (
            (self._export, self.tr("Export everything…")),
            (self._import, self.tr("Restore from an export…")),
            (self._rekey, self.tr("Encrypt everything anew…")),
        ):
            button.setText(text)
            button.setAccessibleName(text)

    def _on_minutes(self, row: int) -> None:
        self.lock_minutes_chosen.emit(int(self._minutes.itemData(row)))
