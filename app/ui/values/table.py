"""The list of values as a table: whole rows, columns that share the room, Space to reveal."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.ui.values.model import Column, ValuesModel

_SHARES: Mapping[Column, float] = {Column.PLACEHOLDER: 0.3, Column.TYPE: 0.24, Column.LEVEL: 0.24}


class _PlaceholderDelegate(QStyledItemDelegate):
    """Leaves out the middle of a long placeholder: the number at its end says more."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt asks how to draw a cell."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class ValueTable(QTableView):
    """Always `rows` rows high, however many values there are.

    Signals:
        reveal_wanted(): Space was pressed, or a row clicked twice.
    """

    reveal_wanted = Signal()

    def __init__(self, model: ValuesModel, rows: int, parent: QWidget | None = None) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._rows = rows
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegateForColumn(Column.PLACEHOLDER, _PlaceholderDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.doubleClicked.connect(self._on_double_clicked)

    def fit(self) -> None:
        """Take the height that the text needs now."""
        row = self.fontMetrics().lineSpacing() + 12
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + self._rows * row + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt reports a new size: each column takes its share."""
        super().resizeEvent(event)
        for column, share in _SHARES.items():
            self.setColumnWidth(column, round(self.viewport().width() * share))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt reports a key."""
        if event.key() == Qt.Key.Key_Space:
            self.reveal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self, _: QModelIndex) -> None:
        self.reveal_wanted.emit()
