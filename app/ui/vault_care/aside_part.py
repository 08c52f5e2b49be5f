"""The databases that gave way to another one and take up room since."""

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

from app.store.replacing import KeptAside
from app.ui.quantities import moment_text, size_text
from app.ui.widgets.labels import prose

# How many are seen without scrolling.
_ROWS = 3


class AsidePart(QWidget):
    """A list, the oldest first; hidden where there is none.

    Signals:
        remove_requested(KeptAside): remove this one for good.
    """

    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the list, empty."""
        super().__init__(parent)
        self._kept: tuple[KeptAside, ...] = ()
        self._label = QLabel()
        self._label.setProperty("role", "heading")
        self._why = prose("asideWhy")
        self._list = QListWidget()
        self._list.setObjectName("asideList")
        self._list.setFixedHeight(self.fontMetrics().height() * 2 * _ROWS)
        self._remove = QPushButton()
        self._remove.setObjectName("asideRemove")
        self._remove.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self._remove)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(8)
        for widget in (self._label, self._why, self._list):
            layout.addWidget(widget)
        layout.addLayout(row)
        self._list.currentRowChanged.connect(self._on_row)
        self._remove.clicked.connect(self._on_remove)
        self.set_kept(())

    def set_kept(self, kept: Sequence[KeptAside]) -> None:
        """Show these."""
        self._kept = tuple(kept)
        self.setHidden(not kept)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Kept aside"))
        self._why.setText(
            self.tr(
                "Databases that a backup or an import has replaced. They hold everything of then, "
                "encrypted; remove those that you no longer need."
            )
        )
        self._list.setAccessibleName(self.tr("Databases kept aside, the oldest first"))
        self._remove.setText(self.tr("Remove…"))
        self._remove.setAccessibleName(self.tr("Remove the chosen database that is kept aside"))
        self._list.clear()
        for each in self._kept:
            item = QListWidgetItem(f"{moment_text(each.at)}  ·  {size_text(each.size)}", self._list)
            item.setData(Qt.ItemDataRole.UserRole, each)
        self._list.setCurrentRow(0 if self._kept else -1)
        self._on_row()

    def _on_row(self) -> None:
        self._remove.setEnabled(self._list.currentItem() is not None)

    def _on_remove(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.remove_requested.emit(item.data(Qt.ItemDataRole.UserRole))
