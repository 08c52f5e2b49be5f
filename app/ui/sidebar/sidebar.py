"""The list of chats: find one, start one, rename and delete."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.store.chats import Chat
from app.store.message_search import MessagePage
from app.ui.identities.button import IdentityButton
from app.ui.sidebar.chat_list import ChatListModel, TitleDelegate
from app.ui.sidebar.found_messages import FoundMessages
from app.ui.widgets.question import Question, ask


class _SearchLine(QLineEdit):
    """Search line: Down leaves it for the list, Escape empties it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def worth_searching(text: str) -> bool:
    """Whether messages are searched for `text`: for one Latin letter, nearly all would be found."""
    return len(text) > 1 or not text.isascii()


class Sidebar(QWidget):
    """The chats and what can be done with them; above them `identity`, whose they are.

    Signals:
        new_requested(): start a chat.
        chosen(int): the user went to the chat with this id.
        rename_requested(int, str): give a chat this title.
        delete_requested(int): delete a chat; the user has confirmed it.
        search_changed(str): search messages for this; empty for no search.
        message_chosen(int, int): the user went to this message: its chat, and itself.
        more_requested(object): list those after `MessagePage.after`, too.
    """

    new_requested = Signal()
    chosen = Signal(int)
    rename_requested = Signal(int, str)
    delete_requested = Signal(int)
    search_changed = Signal(str)
    message_chosen = Signal(int, int)
    more_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the list, empty."""
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._selected: int | None = None
        self._quiet = False
        self._model = ChatListModel(self)
        self._found = FoundMessages()
        self.identity = IdentityButton()
        self._new = QPushButton()
        self._new.setObjectName("newChat")
        self._search = _SearchLine()
        self._search.setObjectName("chatSearch")
        self._search.setClearButtonEnabled(True)
        self._list = QListView()
        self._empty = QLabel()
        self._stack = QStackedWidget()
        self._rename = QAction(self)
        self._delete = QAction(self)
        self._build()
        self._connect()
        self._retranslate()
        self._show_state()

    def _build(self) -> None:
        self._list.setObjectName("chatList")
        self._list.setModel(self._model)
        self._list.setItemDelegate(TitleDelegate(self._list))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._empty.setObjectName("chatListEmpty")
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(16)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._rename.setObjectName("renameChat")
        self._rename.setShortcut(QKeySequence(Qt.Key.Key_F2))
        self._delete.setObjectName("deleteChat")
        self._delete.setShortcuts([QKeySequence(Qt.Key.Key_Delete)])
        for action in (self._rename, self._delete):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._list.addAction(action)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.identity)
        layout.addWidget(self._new)
        layout.addWidget(self._search)
        layout.addWidget(self._stack, 2)
        layout.addWidget(self._found, 3)

    def _connect(self) -> None:
        self._new.clicked.connect(self.new_requested)
        self._search.textChanged.connect(self._on_search)
        self._search.left.connect(self._on_search_left)
        self._search.returnPressed.connect(self._on_search_entered)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.customContextMenuRequested.connect(self._on_menu)
        self._found.chosen.connect(self.message_chosen)
        self._found.more_requested.connect(self.more_requested)
        self._model.renamed.connect(self.rename_requested)
        self._rename.triggered.connect(self._on_rename)
        self._delete.triggered.connect(self._on_delete)

    def set_chats(self, chats: Sequence[Chat]) -> None:
        """Show these chats; the chosen one stays chosen. Emits nothing."""
        self._quiet = True
        self._model.set_chats(chats)
        self._restore_selection()
        self._quiet = False
        self._show_state()

    def select(self, chat_id: int | None) -> None:
        """Mark a chat as the one that is open, or none. Emits nothing."""
        self._selected = chat_id
        self._quiet = True
        self._restore_selection()
        self._quiet = False

    def change_identity(self, identity_id: int) -> None:
        """Show no chat until those of another identity come, and search for nothing."""
        self._search.clear()
        self.identity.select(identity_id)
        self.set_chats(())

    def show_found(self, page: MessagePage) -> None:
        """List the messages that were found for what is searched."""
        self._found.show_page(page)

    def add_found(self, page: MessagePage) -> None:
        """List the messages that were found besides."""
        self._found.add_page(page)

    def drop_found(self) -> None:
        """List no messages: they could not be searched."""
        self._found.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_state()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._new.setText(self.tr("New chat"))
        self._new.setAccessibleName(self.tr("New chat"))
        self._search.setPlaceholderText(self.tr("Search chats"))
        self._search.setAccessibleName(self.tr("Search chats by title and messages by content"))
        self._list.setAccessibleName(self.tr("Chats"))
        self._rename.setText(self.tr("Rename"))
        self._delete.setText(self.tr("Delete…"))

    def _show_state(self) -> None:
        shown = self._model.rowCount() > 0
        if self._model.total == 0:
            self._empty.setText(self.tr("Your chats will be listed here."))
        else:
            self._empty.setText(self.tr("No chat has this in its title."))
        self._stack.setCurrentWidget(self._list if shown else self._empty)

    def _restore_selection(self) -> None:
        row = -1 if self._selected is None else self._model.row_of(self._selected)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))
            self._list.scrollTo(self._model.index(row))
        else:
            self._list.clearSelection()
            self._list.setCurrentIndex(QModelIndex())

    def _on_search(self, text: str) -> None:
        self._quiet = True
        self._model.search(text)
        self._restore_selection()
        self._quiet = False
        self._show_state()
        wanted = text.strip()
        if worth_searching(wanted):
            self._found.begin()
            self.search_changed.emit(wanted)
        else:
            self._found.clear()
            self.search_changed.emit("")

    def _on_search_left(self) -> None:
        if self._model.rowCount() == 0:
            if self._found.count:
                self._found.focus_first()
            return
        self._list.setFocus()
        if not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))

    def _on_search_entered(self) -> None:
        if self._search.text() and self._model.rowCount() > 0:
            self._list.setCurrentIndex(self._model.index(0))

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._quiet or not current.isValid():
            return
        chat = self._model.chat(current.row())
        if chat.id != self._selected:
            self._selected = chat.id
            self.chosen.emit(chat.id)

    def _on_menu(self) -> None:
        index = self._list.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._rename, self._delete])
        corner = self._list.visualRect(index).bottomLeft()
        menu.popup(self._list.viewport().mapToGlobal(corner))

    def _on_rename(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self._list.edit(index)

    def _on_delete(self) -> None:
        index = self._list.currentIndex()
        if not index.isValid():
            return
        chat = self._model.chat(index.row())
        title = " ".join(chat.title.split())
        if len(title) > 60:
            title = f"{title[:59]}…"
        question = Question(
            "deleteChatQuestion",
            self.tr("Delete chat"),
            self.tr("Delete “{title}”?").format(title=title or self.tr("Untitled chat")),
            self.tr("Its messages are removed from the vault for good."),
            self.tr("Delete"),
            "deleteChatConfirm",
        )
        ask(self, question, lambda: self.delete_requested.emit(chat.id))
