"""The backups that are there, one more, and the way back to one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.store.backups import Backup
from app.ui.quantities import moment_text, size_text
from app.ui.widgets.labels import prose

# How many are seen without scrolling.
_ROWS = 5
_BACKUP = Qt.ItemDataRole.UserRole


class BackupsPart(QWidget):
    """A list with the newest first.

    Signals:
        back_up_requested(): make one now.
        restore_requested(Backup): put this one in the place of what is there.
    """

    back_up_requested = Signal()
    restore_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the list, empty."""
        super().__init__(parent)
        self._label = QLabel()
        self._label.setProperty("role", "heading")
        self._why = prose("backupsWhy")
        self._empty = prose("backupsEmpty", "card")
        self._list = QListWidget()
        self._list.setObjectName("backupList")
        self._list.setFixedHeight(self.fontMetrics().height() * 2 * _ROWS)
        self._list.hide()
        self._now = QPushButton()
        self._now.setObjectName("backUpNow")
        self._restore = QPushButton()
        self._restore.setObjectName("backupRestore")
        self._backups: tuple[Backup, ...] = ()
        self._busy = False
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._now, self._restore):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._label, self._why, self._empty, self._list):
            layout.addWidget(widget)
        layout.addLayout(row)
        self._list.currentRowChanged.connect(self._on_row)
        self._now.clicked.connect(self._on_now)
        self._restore.clicked.connect(self._on_restore)
        self._retranslate()
        self._on_row()

    def set_backups(self, backups: Sequence[Backup]) -> None:
        """Show these, the newest first."""
        self._backups, self._busy = tuple(backups), False
        self._empty.setHidden(bool(backups))
        self._list.setVisible(bool(backups))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Backups"))
        self._why.setText(
            self.tr(
                "Made by themselves while you work, encrypted, in a folder beside the vault: the "
                "newest ones, and one for each of the last days."
            )
        )
        self._empty.setText(self.tr("There is no backup yet. The first one comes by itself."))
        self._list.setAccessibleName(self.tr("Backups, the newest first"))
        self._now.setText(self.tr("Backing up…") if self._busy else self.tr("Back up now"))
        self._now.setAccessibleName(self.tr("Back up now"))
        self._now.setEnabled(not self._busy)
        self._restore.setText(self.tr("Restore…"))
        self._restore.setAccessibleName(self.tr("Restore the chosen backup"))
        row = self._list.currentRow()
        self._list.clear()
        for backup in self._backups:
            text = f"{moment_text(backup.at)}  ·  {size_text(backup.size)}"
            item = QListWidgetItem(text, self._list)
            item.setData(_BACKUP, backup)
        self._list.setCurrentRow(min(max(row, 0), len(self._backups) - 1))
        self._on_row()

    def _on_row(self) -> None:
        self._restore.setEnabled(self._list.currentItem() is not None)

    def _on_now(self) -> None:
        self._busy = True
        self._retranslate()
        self.back_up_requested.emit()

    def _on_restore(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.restore_requested.emit(item.data(_BACKUP))
