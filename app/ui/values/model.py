"""The values in a list that grows by a page whenever the user comes to its end."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.privacy.placeholder import Placeholder
from app.ui.spans.level_chips import SIGNS
from app.ui.spans.type_names import level_name, type_name
from app.ui.values.listing import ListedValue
from app.ui.values.masked import masked

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
# Enough for any width; a value may be a whole letter.
_LONGEST = 200


class Column(IntEnum):
    """What is shown of a value, from left to right."""

    PLACEHOLDER = 0
    TYPE = 1
    LEVEL = 2
    VALUE = 3


class ValuesModel(QAbstractTableModel):
    """One row for each value. A value stands there in clear only while it is revealed.

    Signals:
        more_wanted(int): the end is in sight: the page after this is wanted.
    """

    more_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with no value."""
        super().__init__(parent)
        self._values: list[ListedValue] = []
        self._then: int | None = None
        self._asked = False
        self._revealed: Placeholder | None = None

    @property
    def then(self) -> int | None:
        """What asks for the next page; None where there is none."""
        return self._then

    @property
    def complete(self) -> bool:
        """Whether there is no further page."""
        return self._then is None

    def set_values(self, values: Sequence[ListedValue], then: int | None) -> None:
        """Show these and nothing else; `then` asks for the next page."""
        self.beginResetModel()
        self._values = list(values)
        self._then, self._asked, self._revealed = then, False, None
        self.endResetModel()

    def append(self, values: Sequence[ListedValue], then: int | None) -> None:
        """Show a further page below; a value that is there already is not shown twice."""
        there = {each.entry.id for each in self._values}
        new = [each for each in values if each.entry.id not in there]
        self._then, self._asked = then, False
        if new:
            first = len(self._values)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._values.extend(new)
            self.endInsertRows()

    def wait(self) -> None:
        """Ask for no further page: another search is on its way."""
        self._asked = True

    def at(self, row: int) -> ListedValue | None:
        """Return the value of a row, None where there is none."""
        return self._values[row] if 0 <= row < len(self._values) else None

    def row_of(self, placeholder: Placeholder) -> int:
        """Return the row of a value, -1 where it is not shown."""
        rows = (at for at, each in enumerate(self._values) if each.entry.placeholder == placeholder)
        return next(rows, -1)

    def replace(self, placeholder: Placeholder, now: ListedValue) -> None:
        """Show in the place of a value what it became; elsewhere that is not shown any more."""
        if now.entry.placeholder != placeholder:
            self.remove(now.entry.placeholder)
        row = self.row_of(placeholder)
        if row >= 0:
            self._values[row] = now
            self._tell(row)

    def remove(self, placeholder: Placeholder) -> None:
        """Show a value no more."""
        row = self.row_of(placeholder)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._values[row]
            self.endRemoveRows()

    def reveal(self, placeholder: Placeholder | None) -> None:
        """Show one value in clear, or None."""
        before, self._revealed = self._revealed, placeholder
        for each in (before, placeholder):
            if each is not None:
                self._tell(self.row_of(each))

    def retranslate(self) -> None:
        """Speak the new language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._values:
            self._tell(0, len(self._values) - 1)

    # What Qt asks for.

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Qt asks how many rows there are."""
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Qt asks how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: _Index = _NOWHERE) -> bool:
        """Qt asks whether there is a further page."""
        return not parent.isValid() and self._then is not None and not self._asked

    def fetchMore(self, parent: _Index = _NOWHERE) -> None:
        """Qt came to the end."""
        if self._then is not None and self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(self._then)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt asks for the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        match Column(section):
            case Column.PLACEHOLDER:
                return self.tr("Placeholder")
            case Column.TYPE:
                return self.tr("What it is")
            case Column.LEVEL:
                return self.tr("Level")
            case Column.VALUE:
                return self.tr("Value")

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks for a cell; a screen reader hears of no value here."""
        value = self.at(index.row()) if index.isValid() else None
        if value is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.VALUE:
            return self.tr("hidden") if value.entry.value else self.tr("not kept")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(value, column)
        return None

    def _text(self, value: ListedValue, column: Column) -> str:
        entry = value.entry
        match column:
            case Column.PLACEHOLDER:
                return str(entry.placeholder)
            case Column.TYPE:
                return type_name(entry.type)
            case Column.LEVEL:
                return f"{SIGNS[entry.level]} {level_name(entry.level)}"
            case Column.VALUE if entry.value and entry.placeholder == self._revealed:
                return " ".join(entry.value[:_LONGEST].split())
        return hint(value, self.tr("not kept"))

    def _tell(self, first: int, last: int | None = None) -> None:
        if first >= 0:
            end = self.index(first if last is None else last, len(Column) - 1)
            self.dataChanged.emit(self.index(first, 0), end)


def hint(value: ListedValue, not_kept: str) -> str:
    """Return what stands for a value that is not revealed; `not_kept` for one that has left."""
    entry = value.entry
    if entry.value is None or value.fleeting:
        return not_kept
    return masked(entry.value, entry.level)
