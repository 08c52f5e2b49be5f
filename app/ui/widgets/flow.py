"""A row of buttons that goes on below where the window is too narrow for all of them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

_SPACE = 8


class Flow(QLayout):
    """Lays its items out as words are: from left to right, and line by line."""

    def __init__(self) -> None:
        """Start with no item."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt adds an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Qt asks how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt asks for an item; None says that there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt takes an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Qt asks where more room is of use: nowhere."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Qt asks whether a narrower row is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt asks how high a row of `width` is."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Qt asks for the best size: all in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + _SPACE * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Qt asks for the least size: one below the other."""
        hints = [item.sizeHint() for item in self._shown()]
        width = max((hint.width() for hint in hints), default=0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def setGeometry(self, room: QRect) -> None:
        """Qt gives the row its place."""
        super().setGeometry(room)
        self._arrange(room, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, room: QRect, *, move: bool) -> int:
        """Return the height that the items take in `room`; `move` puts them there."""
        x, y, height = room.x(), room.y(), 0
        for item in self._shown():
            hint = item.sizeHint()
            if x > room.x() and x + hint.width() > room.x() + room.width():
                x, y, height = room.x(), y + height + _SPACE, 0
            if move:
                item.setGeometry(QRect(x, y, hint.width(), hint.height()))
            x += hint.width() + _SPACE
            height = max(height, hint.height())
        return y + height - room.y()
