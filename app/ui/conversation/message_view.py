"""One message in the transcript: who said it, the text, and what can be done with it."""

import time

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.chat.failing import recalled
from app.store.chats import Message, MessageState
from app.ui.conversation.fragments import Fragment, fragments_of, joined, masked_text, shown_text
from app.ui.conversation.message_body import COPY_MASKED, MessageBody
from app.ui.failures.text import failure_text
from app.ui.theme import Theme

# While a reply streams it is drawn again at most this often, in milliseconds, and never for more
# than a quarter of the time.
_LEAST_PAUSE = 40
_SHARE = 4
_COPIED_FOR = 1600
# In pixels: a tool with a word beside its icon may grow.
_WIDEST_TOOL = 320


class MessageView(QFrame):
    """Shows one message of the user's or of an assistant's.

    Signals:
        link_activated(str): the user wants to open this address.
        retry_requested(): ask the assistant again, in place of this reply.
        receipts_requested(object): show what the message with this id sent.
        edit_requested(Message): take this message into the composer.
    """

    link_activated = Signal(str)
    retry_requested = Signal()
    receipts_requested = Signal(object)
    edit_requested = Signal(object)

    def __init__(self, message: Message, theme: Theme, parent: QWidget | None = None) -> None:
        """Show `message`."""
        super().__init__(parent)
        self.setObjectName("messageView")
        self.setProperty("role", "message")
        self._theme = theme
        self._message = message
        self._own = message.role == "user"
        self._fragments: list[Fragment] = list(fragments_of(message))
        self._retryable = False
        self._again_in = 0
        self._pause = _LEAST_PAUSE
        self._body = MessageBody(theme, hugging=self._own)
        self._who = QLabel()
        self._who.setObjectName("messageWho")
        self._who.setProperty("role", "small")
        self._state = QLabel(self)
        self._state.setObjectName("messageState")
        self._state.setProperty("role", "small")
        # Plain text: a provider's name must not become markup.
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self._copy = self._tool("messageCopy")
        self._copy_masked = self._tool("messageCopyMasked")
        self._receipts = self._tool("messageReceipts")
        self._edit = self._tool("messageEdit")
        self._retry = self._tool("messageRetry")
        self._retry.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._retry.setMaximumWidth(_WIDEST_TOOL)
        self._select = QAction(self)
        self._select.setObjectName("messageSelectAll")
        self._actions = {button: self._action(button) for button in self._tools()}
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)
        self._body.link_activated.connect(self.link_activated)
        self._body.copy_requested.connect(self._on_copy)
        self._body.copy_masked_requested.connect(self._on_copy_masked_part)
        self._select.triggered.connect(self._body.selectAll)
        self._actions[self._copy].triggered.connect(self._on_copy_part)
        self._actions[self._copy_masked].triggered.connect(self._on_copy_masked_part)
        self._copy.clicked.connect(self._on_copy)
        self._copy_masked.clicked.connect(self._on_copy_masked)
        self._receipts.clicked.connect(self._on_receipts)
        self._edit.clicked.connect(self._on_edit)
        self._retry.clicked.connect(self.retry_requested)
        theme.changed.connect(self._on_theme_changed)
        self._retranslate()
        self._draw()

    @property
    def message(self) -> Message:
        """The message as it was last given."""
        return self._message

    @property
    def body(self) -> MessageBody:
        """The text."""
        return self._body

    def set_message(self, message: Message) -> None:
        """Show `message`, the newest state of the same one."""
        self._message = message
        self._fragments = list(fragments_of(message))
        self._timer.stop()
        self._retranslate()
        self._draw()

    def add(self, fragments: list[Fragment]) -> None:
        """Add what has arrived; it is drawn soon, together with what comes meanwhile."""
        self._fragments.extend(fragments)
        if self._again_in:
            self.postpone(0)
        if not self._timer.isActive():
            self._timer.start(self._pause)

    def postpone(self, seconds: int) -> None:
        """Say that the assistant could not answer now and is asked again in so many seconds."""
        self._again_in = seconds
        self._retranslate()

    def set_retryable(self, *, retryable: bool) -> None:
        """Offer to ask again, or not."""
        self._retryable = retryable
        self._say_state()
        self._show_tools()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _tools(self) -> tuple[QToolButton, ...]:
        return (self._copy, self._copy_masked, self._receipts, self._edit, self._retry)

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("kind", "quiet")
        button.setFixedSize(28, 28)
        return button

    def _action(self, button: QToolButton) -> QAction:
        """Return what stands for `button` in the menu of the text."""
        action = QAction(self)
        action.setObjectName(f"{button.objectName()}Action")
        if button in (self._receipts, self._edit, self._retry):
            action.triggered.connect(button.click)
        return action

    def _build(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(2)
        if self._own:
            tools.addStretch()
        for button in self._tools():
            tools.addWidget(button)
        if not self._own:
            tools.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 4)
        layout.setSpacing(4)
        if self._own:
            bubble = QFrame()
            bubble.setObjectName("bubble")
            inner = QVBoxLayout(bubble)
            inner.setContentsMargins(16, 10, 16, 10)
            inner.addWidget(self._body)
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.addStretch(1)
            row.addWidget(bubble, 6)
            layout.addLayout(row)
        else:
            words = QVBoxLayout()
            words.setContentsMargins(6, 0, 6, 0)
            words.setSpacing(4)
            words.addWidget(self._who)
            words.addWidget(self._body)
            words.addWidget(self._state)
            layout.addLayout(words)
        layout.addLayout(tools)
        # The menu shows these keys; the text itself hears them.
        for button, keys in (
            (self._copy, QKeySequence(QKeySequence.StandardKey.Copy)),
            (self._copy_masked, QKeySequence(COPY_MASKED)),
        ):
            self._actions[button].setShortcut(keys)
            self._actions[button].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._body.addActions(
            [
                self._actions[self._copy],
                self._actions[self._copy_masked],
                self._select,
                *(self._actions[each] for each in (self._receipts, self._edit, self._retry)),
            ]
        )

    def _draw(self) -> None:
        begun = time.perf_counter()
        self._fragments = joined(self._fragments)
        if self._own:
            self._body.show_plain(self._fragments)
        else:
            self._body.show_markdown(self._fragments)
        # A slow drawing lowers the rate of the next ones.
        spent = 1000 * (time.perf_counter() - begun)
        self._pause = max(_LEAST_PAUSE, round(_SHARE * spent))

    def _retranslate(self) -> None:
        message = self._message
        who = self.tr("You") if self._own else (message.model or message.provider)
        who = who or self.tr("Assistant")
        at = QDateTime.fromMSecsSinceEpoch(round(message.created_at.timestamp() * 1000))
        moment = QLocale().toString(at, QLocale.FormatType.ShortFormat)
        self._who.setText(who)
        self._who.setToolTip(moment)
        self._say_state()
        self._body.setAccessibleName(
            self.tr("Your message") if self._own else self.tr("Reply of {who}").format(who=who)
        )
        self._body.setAccessibleDescription(moment)
        self._name_tools()

    def _waiting_text(self) -> str:
        """Return when the assistant is asked again, empty where it is not."""
        if not self._again_in or self._message.state is not MessageState.STREAMING:
            return ""
        return self.tr(
            "Could not answer just now. Asked again in %n second(s)…", "", self._again_in
        )

    def _say_state(self) -> None:
        # Why the last one failed is said above the composer, with what can be done.
        failed = None if self._retryable else recalled(self._message.failure)
        said = self._waiting_text() or self._state_text()
        if failed is not None:
            said = failure_text(failed)
        self._state.setText(said)
        self._state.setVisible(bool(said) and not self._own)

    def _state_text(self) -> str:
        """Return how far the reply got, empty for a whole one."""
        some = bool(self._message.text)
        match self._message.state:
            case MessageState.STREAMING:
                return self.tr("Writing…")
            case MessageState.STOPPED if some:
                return self.tr("Stopped. What had come is kept.")
            case MessageState.STOPPED:
                return self.tr("Stopped before anything had come.")
            case MessageState.FAILED if some:
                return self.tr("Cut short. What had come is kept.")
            case MessageState.FAILED:
                return self.tr("No reply came. Your message is kept.")
            case _:
                return ""

    def _name_tools(self) -> None:
        unfinished = self._message.state in (MessageState.STOPPED, MessageState.FAILED)
        named = (
            (self._copy, "copy", self.tr("Copy")),
            (self._copy_masked, "copy-masked", self.tr("Copy with placeholders")),
            (self._receipts, "receipt", self.tr("Show what this message sent")),
            (self._edit, "edit", self.tr("Edit and send again")),
            (self._retry, "retry", self.tr("Try again") if unfinished else self.tr("Ask again")),
        )
        for button, icon, text in named:
            button.setIcon(self._theme.icon(icon, "muted"))
            button.setToolTip(text)
            button.setAccessibleName(text)
            self._actions[button].setText(text)
        self._select.setText(self.tr("Select all"))
        self._retry.setText(self.tr("Try again") if unfinished else "")
        self._show_tools()

    def _show_tools(self) -> None:
        streaming = self._message.state is MessageState.STREAMING
        masked = any(each.placeholder for each in self._fragments)
        shown = {
            self._copy: not streaming and bool(self._fragments),
            self._copy_masked: not streaming and masked,
            self._receipts: self._own,
            self._edit: self._own,
            self._retry: self._retryable and not streaming,
        }
        for button, visible in shown.items():
            button.setVisible(visible)
            self._actions[button].setVisible(visible)

    def _confirm(self, button: QToolButton) -> None:
        button.setIcon(self._theme.icon("check", "good"))
        QTimer.singleShot(_COPIED_FOR, button, self._name_tools)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(shown_text(self._fragments))
        self._confirm(self._copy)

    def _on_copy_masked(self) -> None:
        QGuiApplication.clipboard().setText(masked_text(self._fragments))
        self._confirm(self._copy_masked)

    def _on_copy_part(self) -> None:
        self._copy_part(masked=False)

    def _on_copy_masked_part(self) -> None:
        self._copy_part(masked=True)

    def _copy_part(self, *, masked: bool) -> None:
        """Copy what is selected, or all where nothing is."""
        if self._body.textCursor().hasSelection():
            QGuiApplication.clipboard().setText(self._body.selected(masked=masked))
        elif masked:
            self._on_copy_masked()
        else:
            self._on_copy()

    def _on_receipts(self) -> None:
        self.receipts_requested.emit(self._message.id)

    def _on_edit(self) -> None:
        self.edit_requested.emit(self._message)

    def _on_theme_changed(self) -> None:
        self._name_tools()
        self._body.refresh()
