"""The messages of one chat, oldest on top; only the newest are built until earlier ones are asked.

A chat may hold thousands of messages, and a widget for each would take seconds to build.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.store.chats import Message, MessageState
from app.ui.conversation.fragments import Fragment
from app.ui.conversation.message_view import MessageView
from app.ui.theme import Theme

# Messages built at once, and how near to the top (in pixels) the next ones are built.
_PAGE = 24
_NEAR = 240
# The end of the chat counts as seen within this many pixels.
_AT_END = 32
_WIDEST = 800
# In milliseconds: by then the earlier messages have found their heights.
_SETTLING = 200


class Transcript(QScrollArea):
    """Shows a chat and follows a reply while the user looks at its end.

    Signals:
        link_activated(str): the user wants to open this address.
        retry_requested(): ask again for the last reply.
        receipts_requested(object): show what the message with this id sent.
        edit_requested(Message): take this message into the composer.
    """

    link_activated = Signal(str)
    retry_requested = Signal()
    receipts_requested = Signal(object)
    edit_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty transcript."""
        super().__init__(parent)
        self.setObjectName("transcript")
        self._theme = theme
        self._waiting: list[Message] = []
        self._views: list[MessageView] = []
        # The message to go to, until it is built and has its place.
        self._wanted: int | None = None
        self._goal: MessageView | None = None
        # Distance from the end that is kept while the content grows; None lets it be.
        self._hold: int | None = 0
        self._earlier = QPushButton()
        self._earlier.setObjectName("showEarlier")
        self._earlier.setProperty("kind", "quiet")
        self._empty = QLabel()
        self._empty.setObjectName("transcriptEmpty")
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._to_end = QToolButton(self)
        self._to_end.setObjectName("toEnd")
        self._to_end.setFixedSize(36, 36)
        self._to_end.hide()
        self._build()
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        bar.actionTriggered.connect(self._on_scrolled)
        bar.valueChanged.connect(self._on_value_changed)
        self._earlier.clicked.connect(self._build_earlier)
        self._to_end.clicked.connect(self.scroll_to_end)
        theme.changed.connect(self._on_theme_changed)
        self._retranslate()
        self._show_state()

    @property
    def views(self) -> Sequence[MessageView]:
        """The messages that are built, oldest first."""
        return self._views

    @property
    def last(self) -> Message | None:
        """The newest message."""
        return self._views[-1].message if self._views else None

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show a chat from its end."""
        while self._views:
            self._drop_last()
        self._waiting = list(messages)
        self._hold = 0
        self._goal = None
        wanted, self._wanted = self._wanted, None
        self._add_page()
        self._show_state()
        if wanted is not None:
            self.go_to(wanted)

    def go_to(self, message_id: int) -> None:
        """Show a message at the top; where the chat is still being read, once that is there."""
        self._wanted = message_id
        self._seek()

    def add_message(self, message: Message) -> None:
        """Add `message` at the end and go there."""
        self._views.append(self._view(message))
        self._column.addWidget(self._views[-1])
        self._show_state()
        self.scroll_to_end()

    def add_arrived(self, fragments: list[Fragment]) -> None:
        """Add what has arrived of the last message."""
        if self._views and fragments:
            self._views[-1].add(fragments)

    def postpone(self, seconds: int) -> None:
        """Say at the last reply that the assistant is asked again in so many seconds."""
        if self._views:
            self._views[-1].postpone(seconds)

    def catch_up(self, reply: Message, arrived: list[Fragment]) -> None:
        """Show what has arrived of a `reply` that streamed while another chat was shown."""
        if not self._views or self._views[-1].message.id != reply.id:
            self.add_message(reply)
        self._views[-1].set_message(reply)
        self._views[-1].add(list(arrived))

    def finish_message(self, message: Message) -> None:
        """Show the last message as it is kept."""
        view = next((each for each in self._views if each.message.id == message.id), None)
        if view is None:
            self.add_message(message)
        else:
            view.set_message(message)
        self._show_state()

    def remove_from(self, message_id: int | None) -> None:
        """Take away a message and all after it: another one takes its place. None: nothing."""
        if message_id is None:
            return
        while self._views and self._views[-1].message.id >= message_id:
            self._drop_last()
        self._waiting = [each for each in self._waiting if each.id < message_id]
        if not self._views:
            self._add_page()
        self._show_state()

    def remove_last_reply(self) -> None:
        """Take away the replies after the user's last message: another one is coming."""
        while self._views and self._views[-1].message.role != "user":
            self._drop_last()
        self._show_state()

    def scroll_to_end(self) -> None:
        """Go to the end of the chat and stay there while it grows."""
        self._hold = 0
        self._goal = None
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self._to_end.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt reports a new size."""
        super().resizeEvent(event)
        corner = self.viewport().rect().bottomRight()
        self._to_end.move(corner.x() - 52, corner.y() - 48)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        outer = QVBoxLayout(column)
        outer.setContentsMargins(0, 16, 0, 16)
        outer.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addLayout(self._column)
        outer.addStretch(1)
        # In a row of its own: an alignment would let the layout forget how high wrapped text is.
        self._empty.setMaximumWidth(480)
        empty = QHBoxLayout()
        empty.addStretch(1)
        empty.addWidget(self._empty, 1000)
        empty.addStretch(1)
        outer.addLayout(empty)
        outer.addStretch(1)
        centred = QWidget()
        centred.setObjectName("scrolled")
        row = QHBoxLayout(centred)
        row.setContentsMargins(16, 0, 16, 0)
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        self.setWidget(centred)

    def _view(self, message: Message) -> MessageView:
        view = MessageView(message, self._theme)
        view.link_activated.connect(self.link_activated)
        view.retry_requested.connect(self.retry_requested)
        view.receipts_requested.connect(self.receipts_requested)
        view.edit_requested.connect(self.edit_requested)
        return view

    def _drop_last(self) -> None:
        view = self._views.pop()
        if view is self._goal:
            self._goal = None
        # It lives until the event loop comes round, and must not be seen till then.
        self._column.removeWidget(view)
        view.hide()
        view.deleteLater()

    def _add_page(self) -> None:
        page, self._waiting = self._waiting[-_PAGE:], self._waiting[:-_PAGE]
        made = [self._view(message) for message in page]
        for index, view in enumerate(made):
            self._column.insertWidget(index, view)
        self._views[:0] = made

    def _seek(self) -> None:
        """Build page after page until the wanted message is there; the window lives on between."""
        wanted = self._wanted
        if wanted is None:
            return
        found = next((view for view in self._views if view.message.id == wanted), None)
        if found is not None:
            self._wanted = None
            self._hold = None
            self._goal = found
            # As with a key: its cursor and ring show which message it is.
            found.body.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show_goal()
            QTimer.singleShot(_SETTLING, self, self._forget_goal)
        elif any(message.id == wanted for message in self._waiting):
            self._add_page()
            self._show_state()
            QTimer.singleShot(0, self, self._seek)

    def _show_goal(self) -> None:
        content = self.widget()
        if self._goal is not None and content is not None:
            top = self._goal.mapTo(content, QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(top - self._column.spacing())

    def _forget_goal(self) -> None:
        self._goal = None

    def _build_earlier(self) -> None:
        if not self._waiting:
            return
        bar = self.verticalScrollBar()
        self._hold = bar.maximum() - bar.value()
        self._add_page()
        self._show_state()
        QTimer.singleShot(_SETTLING, self, self._let_go)

    def _let_go(self) -> None:
        if self._hold:
            self._hold = None

    def _show_state(self) -> None:
        self._earlier.setVisible(bool(self._waiting))
        self._empty.setVisible(not self._views)
        for view in self._views[:-1]:
            view.set_retryable(retryable=False)
        if self._views:
            state = self._views[-1].message.state
            self._views[-1].set_retryable(retryable=state is not MessageState.STREAMING)

    def _retranslate(self) -> None:
        self._earlier.setText(self.tr("Show earlier messages"))
        self._earlier.setAccessibleName(self.tr("Show earlier messages"))
        self._empty.setText(
            self.tr(
                "Write as you would to a friend: private details are replaced by placeholders "
                "before anything leaves, and put back in the reply on this computer."
            )
        )
        self._to_end.setToolTip(self.tr("Go to the end"))
        self._to_end.setAccessibleName(self.tr("Go to the end"))
        self.setAccessibleName(self.tr("Chat"))
        self._on_theme_changed()

    def _on_range_changed(self, _least: int, most: int) -> None:
        if self._goal is not None:
            self._show_goal()
        elif self._hold is not None:
            self.verticalScrollBar().setValue(most - self._hold)

    def _on_scrolled(self, _action: int) -> None:
        self._goal = None
        bar = self.verticalScrollBar()
        at_end = bar.sliderPosition() >= bar.maximum() - _AT_END
        self._hold = 0 if at_end else None

    def _on_value_changed(self, value: int) -> None:
        bar = self.verticalScrollBar()
        self._to_end.setVisible(value < bar.maximum() - 4 * _AT_END)
        if value < _NEAR and self._waiting and self._hold != 0:
            QTimer.singleShot(0, self, self._build_earlier)

    def _on_theme_changed(self) -> None:
        self._to_end.setIcon(self._theme.icon("arrow-down"))
