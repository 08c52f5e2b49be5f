"""The chats as a list shows them, and how a title is edited in it."""

import html
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.privacy.normalise import fold
from app.store.chats import Chat

LONGEST_TITLE = 200

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ChatListModel(QAbstractListModel):
    """The chats whose titles hold what is searched for, in the order given.

    Signals:
        renamed(int, str): a title was edited; the list shows it once `set_chats` brings it back.
    """

    renamed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._all: tuple[Chat, ...] = ()
        self._shown: list[Chat] = []
        self._wanted = ""

    @property
    def total(self) -> int:
        """How many chats there are, found or not."""
        return len(self._all)

    def set_chats(self, chats: Sequence[Chat]) -> None:
        """Show these chats, newest first as the caller orders them."""
        self._all = tuple(chats)
        self._refresh()

    def search(self, text: str) -> None:
        """Show only chats whose titles hold `text`, whatever its case, width or spacing."""
        self._wanted = fold(text)
        self._refresh()

    def row_of(self, chat_id: int) -> int:
        """Return the row of a chat, or -1 where it is not shown."""
        return next((row for row, chat in enumerate(self._shown) if chat.id == chat_id), -1)

    def chat(self, row: int) -> Chat:
        """Return the chat in `row`."""
        return self._shown[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the chats that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a chat's title, or the whole of it as a tool tip."""
        if not index.isValid():
            return None
        title = self._shown[index.row()].title
        if role == Qt.ItemDataRole.EditRole:
            return title
        shown = title or self.tr("Untitled chat")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(shown.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            # Escaped, or a title with tags in it would be drawn as rich text.
            return f"<p>{html.escape(shown)}</p>"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a new title; an empty or unchanged one asks for nothing."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        title = " ".join(str(value).split())
        chat = self._shown[index.row()]
        if title and title != chat.title:
            self.renamed.emit(chat.id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let titles be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def _refresh(self) -> None:
        self.beginResetModel()
        self._shown = [chat for chat in self._all if self._wanted in fold(chat.title)]
        self.endResetModel()


class TitleDelegate(QStyledItemDelegate):
    """Gives the title's editor its limit and its name."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Qt asks for a field to edit a title in."""
        editor = QLineEdit(parent)
        editor.setObjectName("chatTitleEditor")
        editor.setMaxLength(LONGEST_TITLE)
        editor.setAccessibleName(self.tr("Title of the chat"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Qt asks to place it."""
        # A row is lower than a line edit; the editor stands over it, centred.
        rect = option.rect
        missing = max(0, editor.sizeHint().height() - rect.height())
        editor.setGeometry(rect.adjusted(0, -missing // 2, 0, (missing + 1) // 2))
