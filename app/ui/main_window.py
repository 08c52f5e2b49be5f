"""The window while the vault is open: chats, conversation, and what the assistant sees."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.chat.session import Session
from app.store.chats import Chat
from app.store.drafts import DraftPlace
from app.store.providers import Provider
from app.ui import help_sheet
from app.ui.assistant_picker import AssistantPicker
from app.ui.conversation.conversation import Conversation
from app.ui.help_sheet import HelpSheet
from app.ui.jobs import CoreThread
from app.ui.outgoing.context import OutgoingContext
from app.ui.outgoing.panel import OutgoingPanel
from app.ui.sidebar.lists import Lists, read_lists
from app.ui.sidebar.message_finder import MessageFinder
from app.ui.sidebar.sidebar import Sidebar
from app.ui.theme import Theme
from app.ui.top_bar import TopBar

# Below these widths, in pixels, the side panels are put away.
_WIDE_ENOUGH_FOR_CHATS = 760
_WIDE_ENOUGH_FOR_PANEL = 1040
# How long locking waits for replies that are being stopped, in milliseconds.
_LONGEST_STOP = 3000


class MainWindow(QMainWindow):
    """Chats on the left, the conversation in the middle, the outgoing text on the right.

    Signals:
        lock_requested(): lock the vault; replies have been stopped.
        settings_requested(): open the settings.
        identities_requested(): open the settings where identities are made and removed.
        receipts_requested(object): show what left; of this message (its id), or all for None.
    """

    lock_requested = Signal()
    settings_requested = Signal()
    identities_requested = Signal()
    receipts_requested = Signal(object)

    def __init__(self, core: CoreThread, session: Session, theme: Theme) -> None:
        """Show the chats of `session`, which is touched on the thread of `core` only."""
        super().__init__()
        self.setObjectName("mainWindow")
        # Never anything of a chat: titles of windows reach task bars and screen sharing.
        self.setWindowTitle("Understudy")
        self._core = core
        self._session = session
        self._chats: tuple[Chat, ...] = ()
        self._usual: tuple[int | None, str] = (None, "")
        self._wants_chats = True
        self._wants_panel = False
        self._locking = False
        self._locked = False
        self._doomed: set[int] = set()
        self._sidebar = Sidebar()
        self._picker = AssistantPicker()
        self._conversation = Conversation(core, session, theme)
        self._panel = OutgoingPanel(theme)
        self._finder = MessageFinder(core, session, self._sidebar, self._conversation.fail)
        self._context = OutgoingContext(core, session, self._conversation, self._panel, self)
        self._bar = TopBar(theme, self._picker)
        self._build()
        self._connect()
        self._make_shortcuts()
        self._panel.hide()
        self.resize(1120, 760)
        self._load()
        self._conversation.composer.focus()

    @property
    def conversation(self) -> Conversation:
        """The chat on the screen."""
        return self._conversation

    def set_providers(self, providers: Sequence[Provider]) -> None:
        """Offer these providers: one was added, changed or removed."""
        self._picker.set_providers(providers)
        self._load()

    def set_models(self, provider_id: int, models: Sequence[str]) -> None:
        """Offer these models of a provider."""
        self._picker.set_models(provider_id, models)

    def show_identities(self) -> None:
        """Show the identities as they are now: one was made, renamed or removed."""
        self._load()

    def leave_identity(self, identity_id: int) -> None:
        """Stop what goes on as an identity, and speak as another: it is about to be removed."""
        if identity_id == self._conversation.identity_id:
            self._sidebar.identity.choose_next()
        self._conversation.forget_identity(identity_id)

    def read_again(self) -> None:
        """Read the draft again: a rule or the profile changed."""
        self._conversation.read_again()
        self._context.show()

    def lock(self) -> None:
        """Blank the window at once, stop every reply, and then ask to be locked."""
        if self._locking:
            return
        self._locking = True
        self._context.stop()
        self.setEnabled(False)
        self._splitter.hide()
        self._conversation.stop_all()
        self._conversation.chats_changed.connect(self._on_stopped)
        QTimer.singleShot(_LONGEST_STOP, self, self._finish_lock)
        self._on_stopped()

    def show_again(self) -> None:
        """Show the chats and the open one again: values were forgotten."""
        self._conversation.show_chat(self._conversation.chat_id)
        self._load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt reports a new size: put the side panels away where there is no room for them."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._show_sides()

    def _build(self) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        middle = QWidget()
        middle.setObjectName("middle")
        middle.setProperty("role", "surface")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        middle.setMinimumWidth(320)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(rule)
        column.addWidget(self._conversation, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("sides")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._sidebar.setMinimumWidth(200)
        self._panel.setMinimumWidth(260)
        for widget in (self._sidebar, middle, self._panel):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([260, 860, 340])
        self.setCentralWidget(self._splitter)
        self.setMinimumSize(360, 420)
        self._bar.order_tabs()

    def _connect(self) -> None:
        self._bar["sidebar"].clicked.connect(self._toggle_chats)
        self._bar["plus"].clicked.connect(self._new_chat)
        self._bar["panel"].clicked.connect(self._toggle_panel)
        self._bar["receipt"].clicked.connect(self._show_receipts)
        self._bar["settings"].clicked.connect(self.settings_requested)
        self._bar["help"].clicked.connect(self._show_help)
        self._bar["lock"].clicked.connect(self.lock)
        self._sidebar.identity.chosen.connect(self._switch)
        self._sidebar.identity.manage_requested.connect(self.identities_requested)
        self._sidebar.new_requested.connect(self._new_chat)
        self._sidebar.chosen.connect(self._open_chat)
        self._sidebar.message_chosen.connect(self._open_chat)
        self._sidebar.rename_requested.connect(self._on_rename_requested)
        self._sidebar.delete_requested.connect(self._on_delete_requested)
        self._picker.chosen.connect(self._on_assistant_chosen)
        self._picker.models_requested.connect(self._on_models_requested)
        self._picker.settings_requested.connect(self.settings_requested)
        conversation = self._conversation
        conversation.drafts.place_wanted.connect(self._on_place_wanted)
        conversation.chats_changed.connect(self._on_chats_changed)
        conversation.chat_made.connect(self._on_chat_made)
        conversation.reading_shown.connect(self._panel.show_reading)
        conversation.reading_failed.connect(self._panel.show_failure)
        conversation.settings_requested.connect(self.settings_requested)
        conversation.transcript.receipts_requested.connect(self.receipts_requested)
        self._panel.close_requested.connect(self._toggle_panel)

    def _make_shortcuts(self) -> None:
        for keys, action in (
            (help_sheet.NEW_CHAT, self._new_chat),
            (help_sheet.NEXT_CHAT, partial(self._step, 1)),
            (help_sheet.PREVIOUS_CHAT, partial(self._step, -1)),
            (help_sheet.NEXT_IDENTITY, self._sidebar.identity.choose_next),
            (help_sheet.WRITE, self._conversation.composer.focus),
            (help_sheet.SIDEBAR, self._toggle_chats),
            (help_sheet.PANEL, self._toggle_panel),
            (help_sheet.RECEIPTS, self._show_receipts),
            (help_sheet.SETTINGS, self.settings_requested.emit),
            (help_sheet.LOCK, self.lock),
            (help_sheet.QUIT, self.close),
            (help_sheet.HELP, self._show_help),
            (help_sheet.STOP, self._stop),
        ):
            help_sheet.shortcut(self, keys).activated.connect(action)

    # What is read from the session.

    def _on_chats_changed(self) -> None:
        self._delete_doomed()
        self._load()

    def _load(self) -> None:
        if self._locked:
            return
        self._core.call(
            read_lists,
            self._session,
            self._conversation.identity_id,
            done=self._on_lists,
            failed=self._conversation.fail,
        )

    def _on_lists(self, lists: Lists) -> None:
        if lists.identity.id != self._conversation.identity_id:
            return  # another was chosen meanwhile, whose lists are on their way
        self._chats = lists.chats
        self._sidebar.identity.set_identities(lists.identities, lists.identity.id)
        self._conversation.composer.set_writer(self._sidebar.identity.writer)
        self._sidebar.set_chats(self._chats)
        self._sidebar.select(self._conversation.chat_id)
        self._picker.set_providers(lists.providers)
        if self._usual[0] != lists.identity.provider_id:
            self._usual = (lists.identity.provider_id, "")
        self._show_assistant()

    def _switch(self, identity_id: int) -> None:
        # First, so that the new draft is read as this identity's.
        self._core.call(
            self._session.identities.choose, identity_id, failed=self._conversation.fail
        )
        self._speak_as(identity_id)

    def _speak_as(self, identity_id: int) -> None:
        """Show an identity that is the chosen one."""
        self._finder.search_of(identity_id)
        self._sidebar.change_identity(identity_id)
        self._conversation.speak_as(identity_id)
        self._conversation.composer.set_writer(self._sidebar.identity.writer)
        # Until its usual assistant is known here, the core knows it.
        self._chats, self._usual = (), (None, "")
        self._conversation.use_assistant(None, "")
        self._load()
        self._conversation.composer.focus()

    def _show_assistant(self) -> None:
        chat = next((c for c in self._chats if c.id == self._conversation.chat_id), None)
        if chat is None:
            self._conversation.use_assistant(*self._usual)
            self._picker.select(*self._usual)
        else:
            self._picker.select(chat.provider_id or self._usual[0], chat.model)

    # What the user does.

    def _new_chat(self) -> None:
        self._open_chat(None)

    def _open_chat(self, chat_id: int | None, message_id: int | None = None) -> None:
        if chat_id is not None and message_id is not None:
            self._conversation.show_message(chat_id, message_id)
        elif chat_id != self._conversation.chat_id or chat_id is None:
            self._conversation.show_chat(chat_id)
        self._sidebar.select(chat_id)
        self._show_assistant()
        if message_id is None:
            self._conversation.composer.focus()

    def _on_place_wanted(self, place: DraftPlace) -> None:
        """Go back to where the user was writing when the vault was locked."""
        if place.chat_id is not None and not self._locking:
            self._open_chat(place.chat_id)

    def _step(self, direction: int) -> None:
        ids = [chat.id for chat in self._chats]
        if not ids:
            return
        current = self._conversation.chat_id
        at = ids.index(current) if current in ids else (-1 if direction > 0 else len(ids))
        self._open_chat(ids[(at + direction) % len(ids)])

    def _on_chat_made(self, chat: Chat) -> None:
        self._chats = (chat, *self._chats)
        self._sidebar.set_chats(self._chats)
        self._sidebar.select(chat.id)

    def _on_rename_requested(self, chat_id: int, title: str) -> None:
        self._change(partial(self._session.chats.rename, chat_id, title))

    def _on_delete_requested(self, chat_id: int) -> None:
        self._conversation.stop(chat_id)
        if chat_id == self._conversation.chat_id:
            self._new_chat()
        self._conversation.forget(chat_id)
        self._doomed.add(chat_id)
        self._delete_doomed()

    def _delete_doomed(self) -> None:
        """Delete what is to be deleted, but not while a reply to it is still being stopped."""
        for chat_id in [each for each in self._doomed if not self._conversation.runs(each)]:
            self._doomed.discard(chat_id)
            self._change(partial(self._session.chats.delete, chat_id))

    def _on_assistant_chosen(self, provider_id: int, model: str) -> None:
        self._usual = (provider_id, model)
        self._conversation.use_assistant(provider_id, model)
        identity_id, chat_id = self._conversation.identity_id, self._conversation.chat_id
        self._change(partial(self._choose, identity_id, chat_id, provider_id, model))
        self._conversation.composer.focus()

    def _choose(self, identity_id: int, chat_id: int | None, provider_id: int, model: str) -> None:
        self._session.identities.use_provider(identity_id, provider_id)
        if chat_id is not None:
            self._session.chats.choose(chat_id, provider_id, model)

    def _change(self, change: Callable[[], object]) -> None:
        self._core.call(change, done=self._on_changed, failed=self._conversation.fail)

    def _on_changed(self, _: object) -> None:
        self._load()

    def _on_models_requested(self, provider_id: int) -> None:
        self._core.call(
            self._models,
            provider_id,
            done=partial(self.set_models, provider_id),
            failed=self._conversation.fail,
        )

    async def _models(self, provider_id: int) -> list[str]:
        return await self._session.models(self._session.providers.get(provider_id))

    def _toggle_chats(self) -> None:
        self._wants_chats = not self._sidebar.isVisible()
        self._sidebar.setVisible(self._wants_chats)
        self._show_checks()

    def _toggle_panel(self) -> None:
        self._wants_panel = not self._panel.isVisible()
        self._panel.setVisible(self._wants_panel)
        self._show_checks()
        if not self._wants_panel:
            self._conversation.composer.focus()

    def _show_sides(self) -> None:
        width = self.width()
        self._sidebar.setVisible(self._wants_chats and width >= _WIDE_ENOUGH_FOR_CHATS)
        self._panel.setVisible(self._wants_panel and width >= _WIDE_ENOUGH_FOR_PANEL)
        self._show_checks()

    def _show_checks(self) -> None:
        self._bar["sidebar"].setChecked(not self._sidebar.isHidden())
        self._bar["panel"].setChecked(not self._panel.isHidden())

    def _show_receipts(self) -> None:
        self.receipts_requested.emit(None)

    def _show_help(self) -> None:
        HelpSheet(self).open()

    def _stop(self) -> None:
        if self._conversation.busy or not self._conversation.editing.cancel():
            self._conversation.stop(self._conversation.chat_id)

    def _on_stopped(self) -> None:
        if self._conversation.idle:
            self._finish_lock()

    def _finish_lock(self) -> None:
        if not self._locked:
            self._locked = True
            self.lock_requested.emit()
