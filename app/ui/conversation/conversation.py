"""One chat on the screen: joins transcript and composer to the session on the core thread.

It fails closed: a message is offered for sending only after its reading arrived, and the core
reads it once more before anything leaves.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.chat.failing import recalled
from app.chat.patience import Postponed
from app.chat.session import Session
from app.chat.turn import Arrived, Committed, Finished, Started, TurnEvent
from app.chat.understanding import NotUnderstood
from app.errors import KnownError
from app.privacy.policy import NO_CHOICES, Choice, Choices
from app.store.chats import Chat, Message
from app.store.drafts import DraftPlace
from app.ui.composer.composer import Composer, ComposerState
from app.ui.conversation.draft_reading import DraftRead, read_draft
from app.ui.conversation.drafts import DraftShelf, Gather
from app.ui.conversation.editing import Editing
from app.ui.conversation.fragments import fragments_arrived
from app.ui.conversation.running_turn import RunningTurn, begin_turn
from app.ui.conversation.sending import Sending, Wish
from app.ui.conversation.transcript import Transcript
from app.ui.failures.bar import FailureBar
from app.ui.jobs import CoreThread, Latest
from app.ui.theme import Theme
from app.ui.widgets.column import column_of
from app.ui.widgets.link_dialog import LinkDialog


class Conversation(QWidget):
    """Shows one chat at a time; replies to other chats go on arriving behind it.

    Signals:
        chats_changed(): a chat was made, renamed or added to.
        chat_made(Chat): the first message made this chat.
        reading_shown(object): the newest reading of the draft, None where there is none.
        reading_failed(): the draft could not be read.
        context_changed(): what leaves besides the draft changed.
        sent(): a request has left, or one that should have has ended.
        settings_requested(): the user wants to look at the assistants' settings.
    """

    chats_changed = Signal()
    chat_made = Signal(object)
    reading_shown = Signal(object)
    reading_failed = Signal()
    context_changed = Signal()
    sent = Signal()
    settings_requested = Signal()

    def __init__(
        self, core: CoreThread, session: Session, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show a new chat of `session`, which is touched on the thread of `core` only."""
        super().__init__(parent)
        self.setObjectName("conversation")
        self._core = core
        self._session = session
        self._assistant: tuple[int | None, str] = (None, "")
        self._turns: list[RunningTurn] = []
        self._bar_about_reading = False
        self._closing = False
        self.transcript = Transcript(theme)
        self.composer = Composer(theme)
        self.drafts = DraftShelf(core, session, self.composer, self)
        self._bar = FailureBar()
        self.editing = Editing(self.composer, self)
        self._sending = Sending(core, session.understanding, self)
        self._latest = Latest(core, partial(read_draft, session), self._on_read)
        self._build()
        self._connect()

    @property
    def chat_id(self) -> int | None:
        """The chat that is shown, None for one that has no message yet."""
        return self.drafts.place.chat_id

    @property
    def identity_id(self) -> int:
        """The identity whose chat is shown."""
        return self.drafts.place.identity_id

    @property
    def busy(self) -> bool:
        """Whether a reply streams into the chat that is shown."""
        return self._running() is not None

    def show_chat(self, chat_id: int | None) -> None:
        """Show a chat, or a new one; what was being written stays with its chat."""
        self._show(DraftPlace(self.identity_id, chat_id))

    def speak_as(self, identity_id: int) -> None:
        """Show the new chat of another identity; replies to chats of others go on arriving."""
        self._show(DraftPlace(identity_id))
        # The same words may be another's name.
        self._sending.reading.again()

    def _show(self, place: DraftPlace) -> None:
        self._sending.cancel()
        chat_id = place.chat_id
        self.transcript.show_messages(())
        self._clear_bar()
        self.drafts.turn_to(place)
        self.editing.show(place)
        self._show_state()
        if chat_id is not None:
            self._load(chat_id)
        self.context_changed.emit()

    def show_message(self, chat_id: int, message_id: int) -> None:
        """Show a chat at one of its messages."""
        if chat_id != self.chat_id:
            self.show_chat(chat_id)
        self.transcript.go_to(message_id)

    def use_assistant(self, provider_id: int | None, model: str) -> None:
        """Make a chat that is begun from here on with this provider and model."""
        self._assistant = (provider_id, model)

    def read_again(self) -> None:
        """Read the draft again: a rule, the profile or the model changed."""
        self._sending.reading.again()
        self.composer.ask_again()

    def show_failure(self, failure: KnownError, *, retryable: bool = False) -> None:
        """Say what went wrong above the composer; `retryable` offers to ask the assistant again."""
        self._bar_about_reading = False
        self._bar.show_failure(failure, FailureBar.remedy(failure, retryable=retryable))

    def fail(self, error: Exception) -> None:
        """Say what went wrong, or raise what is a bug of ours."""
        if not isinstance(error, KnownError):
            raise error
        self.show_failure(error)

    def stop(self, chat_id: int | None) -> None:
        """Stop the reply of a chat, if one streams."""
        turn = self._turn(chat_id)
        if turn is not None:
            turn.job.cancel()

    def forget_identity(self, identity_id: int) -> None:
        """Stop the replies of an identity and drop its drafts: it is about to be removed."""
        self.drafts.forget_identity(identity_id)
        for turn in self._turns:
            if turn.place.identity_id == identity_id:
                turn.job.cancel()

    def stop_all(self) -> None:
        """Stop every reply: the vault is about to be locked."""
        self._closing = True
        self._sending.stop()
        for turn in self._turns:
            turn.job.cancel()

    def unsent(self) -> Gather:
        """Return what gives all that is being written and all that was sent a moment too late."""
        return self.drafts.unsent(self._turns, self.editing.aside)

    @property
    def idle(self) -> bool:
        """Whether no reply streams into any chat, and none is about to."""
        return not self._turns

    def runs(self, chat_id: int) -> bool:
        """Whether a reply streams into this chat."""
        return self._turn(chat_id) is not None

    def forget(self, chat_id: int) -> None:
        """Drop what is kept of a chat that was deleted."""
        self.editing.end(DraftPlace(self.identity_id, chat_id))
        self.drafts.forget(chat_id)

    def _build(self) -> None:
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.transcript, 1)
        layout.addLayout(column_of(self._bar, self._sending.bar, self.editing.bar, self.composer))

    def _connect(self) -> None:
        composer = self.composer
        self.drafts.told.connect(self.show_failure)
        composer.read_requested.connect(self._on_read_requested)
        composer.send_requested.connect(self._on_send_requested)
        composer.send_refused.connect(self.show_failure)
        composer.stop_requested.connect(self._on_stop_requested)
        composer.rule_requested.connect(self._on_rule_requested)
        self.transcript.link_activated.connect(self._on_link_activated)
        self.transcript.edit_requested.connect(self.editing.begin)
        self.editing.changed.connect(self.context_changed)
        self.transcript.retry_requested.connect(self._on_retry_requested)
        self._bar.action_requested.connect(self._on_bar_action)
        self._sending.ready.connect(self._on_ready)
        self._sending.reading.changed.connect(composer.show_reader)
        self._sending.reading.known.connect(self._on_known)

    def _turn(self, chat_id: int | None) -> RunningTurn | None:
        """Return what runs in a chat; nothing in one that is only about to be made."""
        return next((each for each in self._turns if chat_id and each.chat_id == chat_id), None)

    def _running(self) -> RunningTurn | None:
        return self._turn(self.chat_id)

    def _shows(self, turn: RunningTurn) -> bool:
        return turn.place == self.drafts.place

    def _show_state(self) -> None:
        busy = self._running() is not None
        self.composer.set_state(ComposerState.REPLYING if busy else ComposerState.IDLE)

    def _clear_bar(self) -> None:
        self._bar.clear()
        self._bar_about_reading = False

    def _load(self, chat_id: int) -> None:
        done = partial(self._on_messages, chat_id)
        self._core.call(self._session.messages, chat_id, done=done, failed=self.fail)

    def _on_messages(self, chat_id: int, messages: list[Message]) -> None:
        if chat_id != self.chat_id:
            return
        self.transcript.show_messages(messages)
        turn = self._turn(chat_id)
        failed = recalled(messages[-1].failure) if messages else None
        if turn is not None and turn.reply is not None:
            self.transcript.catch_up(turn.reply, turn.arrived)
        elif failed is not None:
            self.show_failure(failed, retryable=True)
        self.context_changed.emit()

    def _on_read_requested(self, text: str, revision: int) -> None:
        self._sending.follow(text)
        if not text:
            self.drafts.emptied()
            self._on_read(DraftRead(revision))
            return
        self._latest.submit(self.chat_id, text, self.composer.choices, revision)

    def _on_read(self, read: DraftRead) -> None:
        if self._closing:
            return
        if read.error is not None:
            self._on_reading_failed(read.error, read.failure, read.revision)
        elif read.reading is None or self.composer.show_reading(read.reading, read.revision):
            self.reading_shown.emit(read.reading)
            if self._bar_about_reading:
                self._clear_bar()

    def _on_reading_failed(self, error: Exception, failure: KnownError, revision: int) -> None:
        if self.composer.reading_failed(failure, revision):
            self.show_failure(failure)
            self._bar_about_reading = True
            self.reading_failed.emit()
        if failure is not error:
            raise error

    def _on_known(self) -> None:
        """Show what the model has found since."""
        if self.composer.text:
            self._latest.submit(
                self.chat_id, self.composer.text, self.composer.choices, self.composer.revision
            )

    def _on_send_requested(self, text: str, choices: Choices) -> None:
        if self._running() is None and not self._closing:
            self._clear_bar()
            self._sending.want(Wish(text, choices, self.editing.message_id))

    def _on_retry_requested(self) -> None:
        if self._running() is None and self.chat_id is not None and not self._closing:
            self._clear_bar()
            self._begin(Wish(None, NO_CHOICES), waived=False)

    def _on_ready(self, wish: Wish, waived: bool) -> None:
        if self._running() is None and not self._closing:
            if wish.text is not None:
                self.composer.set_state(ComposerState.SENDING)
            self._begin(wish, waived=waived)

    def _begin(self, wish: Wish, *, waived: bool) -> None:
        turn = RunningTurn(self.drafts.place, wish)
        make = partial(begin_turn, self._session, turn, self._assistant, waived=waived)
        turn.job = self._core.stream(
            make,
            partial(self._on_event, turn),
            partial(self._end, turn),
            partial(self._on_failed, turn),
        )
        self._turns.append(turn)
        if wish.text is None:
            self._show_state()

    def _on_event(self, turn: RunningTurn, event: TurnEvent | Chat) -> None:
        if isinstance(event, Chat):
            self._on_chat_made(turn, event)
            return
        shown = self._shows(turn)
        if isinstance(event, Committed):
            self._on_committed(turn, event.message, shown=shown)
        elif isinstance(event, Started):
            turn.reply = event.message
            if shown:
                self.transcript.remove_last_reply()
                self.transcript.add_message(event.message)
        elif isinstance(event, Postponed) and shown:
            self.transcript.postpone(event.seconds)
        elif isinstance(event, Arrived):
            self._on_arrived(turn, event, shown=shown)
        elif isinstance(event, Finished):
            turn.finished = True
            if shown:
                self.transcript.finish_message(event.message)

    def _on_arrived(self, turn: RunningTurn, event: Arrived, *, shown: bool) -> None:
        arrived = fragments_arrived(event.pieces)
        if not turn.arrived:
            self.sent.emit()
        turn.add(arrived)
        if shown:
            self.transcript.add_arrived(arrived)

    def _on_chat_made(self, turn: RunningTurn, chat: Chat) -> None:
        shown = self._shows(turn)
        turn.place = DraftPlace(chat.identity_id, chat.id)
        if shown and self.composer.state is ComposerState.SENDING:
            self.drafts.place = turn.place
            self.editing.show(turn.place)
            self.chat_made.emit(chat)

    def _on_committed(self, turn: RunningTurn, message: Message, *, shown: bool) -> None:
        turn.committed = True
        self.editing.end(turn.place)
        if shown:
            self.transcript.remove_from(turn.wish.replacing)
            self.composer.clear()
            self.transcript.add_message(message)
            self._show_state()
        self.chats_changed.emit()

    def _on_failed(self, turn: RunningTurn, error: Exception) -> None:
        shown = self._shows(turn)
        if not turn.committed and turn.made_chat and shown:
            self.drafts.place = turn.place = turn.written_at
        self._end(turn)
        if shown and isinstance(error, NotUnderstood):
            self._sending.refused(turn.wish, error)
        elif not isinstance(error, KnownError):
            raise error
        elif shown:
            self.show_failure(error, retryable=turn.committed)

    def _end(self, turn: RunningTurn) -> None:
        shown = self._shows(turn)
        self._turns.remove(turn)
        sending = shown and self.composer.state is ComposerState.SENDING
        if not turn.kept and (self._closing or not sending):
            self.drafts.put_back(turn.written_at, turn.wish)
        if shown and not self._closing:
            self._show_state()
            if turn.reply is not None and not turn.finished and turn.chat_id is not None:
                # What was kept of a stopped reply is known to the store only.
                self._load(turn.chat_id)
        self.chats_changed.emit()
        self.context_changed.emit()
        self.sent.emit()

    def _on_stop_requested(self) -> None:
        self.stop(self.chat_id)

    def _on_rule_requested(self, text: str, choice: Choice) -> None:
        set_rule = self._session.settings.set_rule
        self._core.call(set_rule, text, choice, done=self._on_rule_kept, failed=self.fail)

    def _on_rule_kept(self, _: object) -> None:
        self.read_again()

    def _on_link_activated(self, address: str) -> None:
        LinkDialog(address, self).open()

    def _on_bar_action(self, action: str) -> None:
        if action == FailureBar.SETTINGS:
            self.settings_requested.emit()
        elif action == FailureBar.RETRY:
            self._on_retry_requested()
