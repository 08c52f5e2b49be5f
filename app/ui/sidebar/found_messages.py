"""Messages that hold what is searched for, below the list of chats."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.store.message_search import FoundMessage, MessagePage

# Characters shown before what was found, so that it is in sight in a narrow list.
_BEFORE = 14
_IDS = Qt.ItemDataRole.UserRole


class FoundMessages(QWidget):
    """Takes no room while nothing is searched.

    Signals:
        chosen(int, int): the user went to this message: its chat, and itself.
        more_requested(object): the user wants those after `MessagePage.after`.
    """

    chosen = Signal(int, int)
    more_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no search."""
        super().__init__(parent)
        self.setObjectName("foundMessages")
        self._page: MessagePage | None = None
        self._asked = False  # for more, which has not come yet
        self._title = QLabel()
        self._title.setObjectName("foundTitle")
        self._title.setProperty("role", "small")
        self._title.setWordWrap(True)
        self._list = QListWidget()
        self._list.setObjectName("foundList")
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._list, 1)
        self._list.itemActivated.connect(self._on_activated)
        self._list.itemClicked.connect(self._on_activated)
        self._retranslate()
        self.hide()

    @property
    def count(self) -> int:
        """How many messages are listed."""
        return self._list.count()

    def begin(self) -> None:
        """Say that messages are being searched; what was found before stays until then."""
        self._page = None
        self._say()
        self.show()

    def show_page(self, page: MessagePage) -> None:
        """List what was found."""
        self._page = page
        self._fill()
        self.show()

    def add_page(self, page: MessagePage) -> None:
        """List what was found besides, and go to the first of it."""
        before = self._page.messages if self._page else ()
        self._page = MessagePage((*before, *page.messages), page.after)
        self._fill()
        self._list.setCurrentRow(min(len(before), self._list.count() - 1))

    def clear(self) -> None:
        """Forget what was found, and take no room."""
        self._page = None
        self._list.clear()
        self.hide()

    def focus_first(self) -> None:
        """Go to the first message with the keyboard."""
        self._list.setCurrentRow(0)
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        self._asked = False
        self._list.clear()
        for found in self._page.messages if self._page else ():
            title = " ".join(found.title.split()) or self.tr("Untitled chat")
            said = self.tr("You: {text}") if found.role == "user" else self.tr("Reply: {text}")
            item = QListWidgetItem(f"{title}\n{said.format(text=snippet(found))}")
            item.setData(_IDS, (found.chat_id, found.message_id))
            self._list.addItem(item)
        if self._page is not None and self._page.after is not None:
            self._list.addItem(QListWidgetItem(self.tr("Show more messages")))
        self._say()

    def _say(self) -> None:
        self._list.setVisible(self._list.count() > 0)
        if self._page is None:
            self._title.setText(self.tr("Searching in messages…"))
        elif not self._page.messages:
            self._title.setText(self.tr("No message holds this."))
        elif self._page.after is not None:
            self._title.setText(self.tr("The newest messages that hold this"))
        else:
            self._title.setText(self.tr("Messages that hold this"))

    def _retranslate(self) -> None:
        self._list.setAccessibleName(self.tr("Messages that hold what is searched"))
        self._fill()

    def _on_activated(self, item: QListWidgetItem) -> None:
        ids = item.data(_IDS)
        if ids is not None:
            self.chosen.emit(*ids)
        elif self._page is not None and not self._asked:
            self._asked = True
            self.more_requested.emit(self._page.after)


def snippet(found: FoundMessage) -> str:
    """Return one line around what was found."""
    begin = max(0, found.start - _BEFORE)
    text = " ".join(found.excerpt[begin:].split())
    return f"…{text}" if begin else text
