"""One chat on the screen: joins transcript and composer to the session on the core thread.

It fails closed: a message is offered for sending only after its reading arrived, and the core
reads it once more before anything leaves.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.assistants.assistant import AssistantError
from app.assistants.failures import AddressInvalid, KeyInvalid, KeyRefused, UnknownModel
from app.chat.patience import Postponed
from app.chat.session import Session
from app.chat.turn import Arrived, Committed, Finished, Started, TurnEvent
from app.chat.understanding import NotUnderstood
from app.detect.detector import DetectorFailed
from app.errors import KnownError
from app.privacy.policy import NO_CHOICES, Choice, Choices
from app.store.chats import Chat, Message
from app.ui.composer import Composer, ComposerState
from app.ui.draft_reading import DraftRead, read_draft
from app.ui.failure_bar import FailureBar
from app.ui.fragments import fragments_arrived
from app.ui.jobs import CoreThread, Latest
from app.ui.link_dialog import LinkDialog
from app.ui.running_turn import RunningTurn, begin_turn
from app.ui.sending import Sending, Wish
from app.ui.theme import Theme
from app.ui.transcript import Transcript

# Failures that another look at the assistant's settings may mend.
_IN_SETTINGS = (AddressInvalid, KeyInvalid, KeyRefused, UnknownModel)


class Conversation(QWidget):
    """Shows one chat at a time; replies to other chats go on arriving behind it.

    Signals:
        chats_changed(): a chat was made, renamed or added to.
        chat_made(Chat): the first message made this chat.
        reading_shown(object): the newest reading of the draft, None where there is none.
        reading_failed(): the draft could not be read.
        context_changed(): what leaves besides the draft changed.
        settings_requested(): the user wants to look at the assistants' settings.
    """

    chats_changed = Signal()
    chat_made = Signal(object)
    reading_shown = Signal(object)
    reading_failed = Signal()
    context_changed = Signal()
    settings_requested = Signal()

    def __init__(
        self, core: CoreThread, session: Session, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show a new chat of `session`, which is touched on the thread of `core` only."""
        super().__init__(parent)
        self.setObjectName("conversation")
        self._core = core
        self._session = session
        self._chat_id: int | None = None
        self._assistant: tuple[int | None, str] = (None, "")
        self._drafts: dict[int | None, tuple[str, Mapping[str, Choice]]] = {}
        self._turns: dict[int, RunningTurn] = {}
        self._failures: dict[int, KnownError] = {}
        self._bar_about_reading = False
        self._closing = False
        self.transcript = Transcript(theme)
        self.composer = Composer(theme)
        self._bar = FailureBar()
        self._sending = Sending(core, session.understanding, self)
        self._latest = Latest(core, partial(read_draft, session), self._on_read)
        self._build()
        self._connect()

    @property
    def chat_id(self) -> int | None:
        """The chat that is shown, None for one that has no message yet."""
        return self._chat_id

    @property
    def busy(self) -> bool:
        """Whether a reply streams into the chat that is shown."""
        return self._running() is not None

    def show_chat(self, chat_id: int | None) -> None:
        """Show a chat, or a new one; what was being written stays with its chat."""
        self._keep_draft()
        self._sending.cancel()
        self._chat_id = chat_id
        self.transcript.show_messages(())
        self._clear_bar()
        text, choices = self._drafts.pop(chat_id, ("", {}))
        self.composer.set_text(text, choices)
        self._show_state()
        if chat_id is not None:
            self._load(chat_id)
            missed = self._failures.pop(chat_id, None)
            if missed is not None:
                self.show_failure(missed, retryable=True)
        self.context_changed.emit()

    def show_message(self, chat_id: int, message_id: int) -> None:
        """Show a chat at one of its messages."""
        if chat_id != self._chat_id:
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
        action = FailureBar.RETRY if retryable and isinstance(failure, AssistantError) else ""
        if isinstance(failure, _IN_SETTINGS):
            action = FailureBar.SETTINGS
        self._bar.show_failure(failure, action)

    def fail(self, error: Exception) -> None:
        """Say what went wrong, or raise what is a bug of ours."""
        if not isinstance(error, KnownError):
            raise error
        self.show_failure(error)

    def stop(self, chat_id: int | None) -> None:
        """Stop the reply of a chat, if one streams."""
        turn = self._turns.get(chat_id) if chat_id is not None else None
        if turn is not None:
            turn.job.cancel()

    def stop_all(self) -> None:
        """Stop every reply and forget every draft: the vault is about to be locked."""
        self._closing = True
        self._drafts.clear()
        self._sending.stop()
        for turn in self._turns.values():
            turn.job.cancel()

    @property
    def idle(self) -> bool:
        """Whether no reply streams into any chat."""
        return not self._turns

    def runs(self, chat_id: int) -> bool:
        """Whether a reply streams into this chat."""
        return chat_id in self._turns

    def forget(self, chat_id: int) -> None:
        """Drop what is kept of a chat that was deleted."""
        self._drafts.pop(chat_id, None)
        self._failures.pop(chat_id, None)

    def _build(self) -> None:
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QFrame()
        column.setMaximumWidth(832)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(16, 0, 16, 16)
        inner.setSpacing(8)
        inner.addWidget(self._bar)
        inner.addWidget(self._sending.bar)
        inner.addWidget(self.composer)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.transcript, 1)
        layout.addLayout(row)

    def _connect(self) -> None:
        composer = self.composer
        composer.read_requested.connect(self._on_read_requested)
        composer.send_requested.connect(self._on_send_requested)
        composer.send_refused.connect(self.show_failure)
        composer.stop_requested.connect(self._on_stop_requested)
        composer.rule_requested.connect(self._on_rule_requested)
        self.transcript.link_activated.connect(self._on_link_activated)
        self.transcript.retry_requested.connect(self._on_retry_requested)
        self._bar.action_requested.connect(self._on_bar_action)
        self._sending.ready.connect(self._on_ready)
        self._sending.reading.changed.connect(composer.show_reader)
        self._sending.reading.known.connect(self._on_known)

    def _running(self) -> RunningTurn | None:
        return None if self._chat_id is None else self._turns.get(self._chat_id)

    def _show_state(self) -> None:
        busy = self._running() is not None
        self.composer.set_state(ComposerState.REPLYING if busy else ComposerState.IDLE)

    def _keep_draft(self) -> None:
        if self.composer.text and self.composer.state is not ComposerState.SENDING:
            self._drafts[self._chat_id] = (self.composer.text, self.composer.choices)
        else:
            self._drafts.pop(self._chat_id, None)

    def _clear_bar(self) -> None:
        self._bar.clear()
        self._bar_about_reading = False

    def _load(self, chat_id: int) -> None:
        self._core.call(
            self._session.messages,
            chat_id,
            done=partial(self._on_messages, chat_id),
            failed=self.fail,
        )

    def _on_messages(self, chat_id: int, messages: list[Message]) -> None:
        if chat_id != self._chat_id:
            return
        self.transcript.show_messages(messages)
        turn = self._turns.get(chat_id)
        if turn is not None and turn.reply is not None:
            self.transcript.catch_up(turn.reply, turn.arrived)
        self.context_changed.emit()

    def _on_read_requested(self, text: str, revision: int) -> None:
        self._sending.follow(text)
        if not text:
            self._on_read(DraftRead(revision))
            return
        self._latest.submit(self._chat_id, text, self.composer.choices, revision)

    def _on_read(self, read: DraftRead) -> None:
        if self._closing:
            return
        if read.reading is not None:
            if self.composer.show_reading(read.reading, read.revision):
                self.reading_shown.emit(read.reading)
                self._forget_reading_failure()
        elif read.error is None:
            self.reading_shown.emit(None)
            self._forget_reading_failure()
        else:
            self._on_reading_failed(read.error, read.revision)

    def _forget_reading_failure(self) -> None:
        if self._bar_about_reading:
            self._clear_bar()

    def _on_reading_failed(self, error: Exception, revision: int) -> None:
        failure = (
            error
            if isinstance(error, KnownError)
            else DetectorFailed(detector=type(error).__name__)
        )
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
                self._chat_id, self.composer.text, self.composer.choices, self.composer.revision
            )

    def _on_send_requested(self, text: str, choices: Choices) -> None:
        if self._running() is None and not self._closing:
            self._clear_bar()
            self._sending.want(Wish(text, choices))

    def _on_retry_requested(self) -> None:
        if self._running() is None and self._chat_id is not None and not self._closing:
            self._clear_bar()
            self._begin(Wish(None, NO_CHOICES), waived=False)

    def _on_ready(self, wish: Wish, waived: bool) -> None:
        if self._running() is None and not self._closing:
            if wish.text is not None:
                self.composer.set_state(ComposerState.SENDING)
            self._begin(wish, waived=waived)

    def _begin(self, wish: Wish, *, waived: bool) -> None:
        chat_id = self._chat_id
        turn = RunningTurn(chat_id, wish)
        make = partial(begin_turn, self._session, chat_id, self._assistant, wish, waived=waived)
        turn.job = self._core.stream(
            make,
            partial(self._on_event, turn),
            partial(self._on_done, turn),
            partial(self._on_failed, turn),
        )
        if chat_id is not None:
            self._turns[chat_id] = turn
            if wish.text is None:
                self._show_state()

    def _on_event(self, turn: RunningTurn, event: TurnEvent | Chat) -> None:
        if isinstance(event, Chat):
            self._on_chat_made(turn, event)
            return
        shown = turn.chat_id == self._chat_id
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
            arrived = fragments_arrived(event.pieces)
            turn.add(arrived)
            if shown:
                self.transcript.add_arrived(arrived)
        elif isinstance(event, Finished):
            turn.finished = True
            if shown:
                self.transcript.finish_message(event.message)

    def _on_chat_made(self, turn: RunningTurn, chat: Chat) -> None:
        shown = turn.chat_id == self._chat_id
        turn.chat_id = chat.id
        self._turns[chat.id] = turn
        if shown and self.composer.state is ComposerState.SENDING:
            self._chat_id = chat.id
            self.chat_made.emit(chat)

    def _on_committed(self, turn: RunningTurn, message: Message, *, shown: bool) -> None:
        turn.committed = True
        if shown:
            self.composer.clear()
            self.transcript.add_message(message)
            self._show_state()
        self.chats_changed.emit()

    def _on_done(self, turn: RunningTurn) -> None:
        self._end(turn, shown=turn.chat_id == self._chat_id)

    def _on_failed(self, turn: RunningTurn, error: Exception) -> None:
        shown = turn.chat_id == self._chat_id
        if not turn.committed and turn.made_chat and shown:
            self._chat_id = None
            turn.chat_id, made = None, turn.chat_id
            self._turns.pop(made or 0, None)
        self._end(turn, shown=shown)
        if shown and isinstance(error, NotUnderstood):
            self._sending.refused(turn.wish, error)
        elif not isinstance(error, KnownError):
            raise error
        elif shown:
            self.show_failure(error, retryable=turn.committed)
        elif turn.chat_id is not None and turn.committed:
            self._failures[turn.chat_id] = error

    def _end(self, turn: RunningTurn, *, shown: bool) -> None:
        if turn.chat_id is not None:
            self._turns.pop(turn.chat_id, None)
        if shown and not self._closing:
            self._show_state()
            if turn.reply is not None and not turn.finished and turn.chat_id is not None:
                # What was kept of a stopped reply is known to the store only.
                self._load(turn.chat_id)
        self.chats_changed.emit()
        self.context_changed.emit()

    def _on_stop_requested(self) -> None:
        self.stop(self._chat_id)

    def _on_rule_requested(self, text: str, choice: Choice) -> None:
        self._core.call(
            self._session.settings.set_rule,
            text,
            choice,
            done=self._on_rule_kept,
            failed=self.fail,
        )

    def _on_rule_kept(self, _: object) -> None:
        self.read_again()

    def _on_link_activated(self, address: str) -> None:
        LinkDialog(address, self).open()

    def _on_bar_action(self, action: str) -> None:
        if action == FailureBar.SETTINGS:
            self.settings_requested.emit()
        elif action == FailureBar.RETRY:
            self._on_retry_requested()
