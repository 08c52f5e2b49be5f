"""One turn of a chat: keep the message, check what leaves, stream the reply, keep that too."""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial

from app.assistants.assistant import Assistant, ChatRequest
from app.chat.context import Context, EmptyMessage, Outgoing
from app.chat.failing import noted
from app.chat.gate import ChatGate, Errand
from app.chat.patience import Patience, Postponed
from app.chat.replies import marks_of, marks_of_reading, revived
from app.chat.stores import Stores
from app.chat.understanding import Understanding
from app.errors import KnownError
from app.privacy.kinds import Kinds
from app.privacy.outbound import OutboundCheck
from app.privacy.policy import Choices
from app.privacy.restoring import RestoredPiece, Restorer, RestoringStream
from app.store.chats import Message, MessageState, NewMessage
from app.store.drafts import DraftPlace
from app.store.messages import Failure
from app.store.providers import Provider
from app.store.receipts import ReadBy

# A reply that streams is written this often, in seconds, so that a crash loses no more than that.
SAVE_INTERVAL = 0.5
# A chat without a title takes the beginning of its first message, this many characters at most.
TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Committed:
    """The user's message is on disk; nothing has left yet."""

    message: Message


@dataclass(frozen=True, slots=True)
class Started:
    """The request is about to leave; `message` is the reply, still empty."""

    message: Message


@dataclass(frozen=True, slots=True)
class Arrived:
    """More of the reply, restored."""

    pieces: tuple[RestoredPiece, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The reply as it is kept, whole or cut short (see its state)."""

    message: Message


TurnEvent = Committed | Started | Postponed | Arrived | Finished


class Turns:
    """Sends messages and streams replies; every message that it yields is already on disk.

    All of it runs on the thread that owns the database. Cancelling the task that iterates closes
    the connection and keeps what had arrived.
    """

    def __init__(
        self,
        context: Context,
        stores: Stores,
        check: Callable[[Provider, str, frozenset[str], str], OutboundCheck],
        open_assistant: Callable[[Provider], Assistant],
        kinds: Kinds,
        understanding: Understanding,
        patience: Patience,
    ) -> None:
        """Compose with `context`, keep in `stores`, reach providers by `open_assistant`.

        `understanding` says whether a model has read what leaves. `check` makes the outbound check
        for a provider, its model, the values released by the user and the owner of the
        placeholders. `kinds` are the names by which a reply may call the kinds of placeholders;
        `patience` asks again what only passes.
        """
        self._context = context
        self._stores = stores
        self._check = check
        self._open_assistant = open_assistant
        self._kinds = kinds
        self._understanding = understanding
        self._patience = patience

    async def send(
        self,
        chat_id: int,
        text: str,
        choices: Choices,
        *,
        waived: bool = False,
        place: DraftPlace | None = None,
        replacing: int | None = None,
    ) -> AsyncGenerator[TurnEvent, None]:
        """Send `text` with the whole chat before it; yield what happens.

        It takes the place of the message `replacing` and of all that follow it. `place` is where it
        was written, by default in the chat: its draft is erased. `waived` says that the user does
        not wait for the model that reads it. Raises, before anything is kept or sent:
        `EmptyMessage`, `NotUnderstood`, `DetectorFailed`, or a failure of the database. Raises,
        after the message was kept: `OutboundLeak` or an `AssistantError`, once the reply, as far as
        it came, was kept and yielded as `Finished`. A reply that was removed meanwhile is not.
        """
        stores = self._stores
        history = before(stores.messages(chat_id), replacing)
        choices = stores.choices(chat_id, choices)
        outgoing = self._context.compose(stores.speaker(chat_id), history, text, choices)
        read_by = self._understanding.read_by(text, chat_id, waived=waived)
        marks = marks_of_reading(outgoing.draft) if outgoing.draft else ()
        new = NewMessage("user", text, marks, choices=choices)
        with stores.database.transaction():
            message = self._keep(chat_id, new, outgoing, replacing)
            identity_id = stores.chats.get(chat_id).identity_id
            stores.drafts.remove(place or DraftPlace(identity_id, chat_id))
        yield Committed(message)
        async with aclosing(self._reply(message, outgoing, read_by)) as events:
            async for event in events:
                yield event

    async def retry(self, chat_id: int, *, waived: bool = False) -> AsyncGenerator[TurnEvent, None]:
        """Ask again for the last reply of a chat, in place of the one that is there.

        Raises as `send` does, and `EmptyMessage` where the chat has no message of the user's.
        """
        stores = self._stores
        history = stores.messages(chat_id)
        stale = None
        while history and history[-1].role != "user":
            stale = history.pop()
        if not history:
            raise EmptyMessage
        outgoing = self._context.compose(stores.speaker(chat_id), history)
        read_by = self._understanding.read_by(None, chat_id, waived=waived)
        stores.vault.commit(outgoing.assignment)
        if stale is not None:
            stores.chats.remove_from(stale.id)
        async with aclosing(self._reply(history[-1], outgoing, read_by)) as events:
            async for event in events:
                yield event

    def _keep(
        self, chat_id: int, new: NewMessage, outgoing: Outgoing, replacing: int | None
    ) -> Message:
        """Write the new placeholders and the message in place of another one, all or nothing."""
        stores = self._stores
        with stores.database.transaction():
            stores.vault.commit(outgoing.assignment)
            titles = {""}
            if replacing is not None:
                titles.add(_title(stores.chats.message(replacing).text))
                stores.chats.remove_from(replacing)
            message = stores.chats.add(chat_id, new)
            if stores.chats.get(chat_id).title in titles:
                # From the stored text: a title holds no secret.
                stores.chats.rename(chat_id, _title(message.text))
        return revived(message, stores.vault)

    async def _reply(
        self, asked: Message, outgoing: Outgoing, read_by: ReadBy
    ) -> AsyncGenerator[TurnEvent, None]:
        stores = self._stores
        chat = stores.chats.get(asked.chat_id)
        provider = stores.providers.get(chat.provider_id or stores.identity(chat.id).provider_id)
        model = chat.model or provider.model
        message = stores.chats.add(
            chat.id,
            NewMessage(
                "assistant", "", state=MessageState.STREAMING, provider=provider.name, model=model
            ),
        )
        owner = outgoing.assignment.numbering.owner
        reply = Reply(message, Restorer(outgoing.forms, self._kinds, owner).stream(), stores)
        try:
            yield Started(message)
            gate = ChatGate(
                self._check(provider, model, outgoing.released, owner),
                stores.receipts,
                Errand(
                    chat.id,
                    asked.id,
                    provider.name,
                    model,
                    outgoing.counts,
                    read_by,
                    outgoing.overrides,
                    owner,
                ),
            )
            assistant = self._open_assistant(provider)
            try:
                request = ChatRequest(model, outgoing.messages)
                async with (
                    aclosing(self._patience.ask(partial(assistant.reply, request, gate))) as texts,
                    aclosing(reply.take(texts)) as arriving,
                ):
                    async for arrived in arriving:
                        yield arrived
            finally:
                await assistant.aclose()
        except (asyncio.CancelledError, GeneratorExit):
            reply.end(MessageState.STOPPED)
            raise
        except BaseException as error:
            failure = noted(error) if isinstance(error, KnownError) else None
            kept = reply.end(MessageState.FAILED, failure)
            if failure is not None and kept is not None:
                yield Finished(kept)
            raise
        kept = reply.end(MessageState.COMPLETE)
        if kept is not None:
            yield Finished(kept)


class Reply:
    """A reply that is arriving: restored as it comes, and written every now and then.

    When its message is removed meanwhile, with its chat or for another try, it ends.
    """

    def __init__(self, message: Message, stream: RestoringStream, stores: Stores) -> None:
        """Restore through `stream`, keep as the text of `message`."""
        self._message = message
        self._stream = stream
        self._stores = stores
        self._pieces: list[RestoredPiece] = []
        self._saved = time.monotonic()

    async def take(
        self, texts: AsyncIterator[str | Postponed]
    ) -> AsyncGenerator[Arrived | Postponed, None]:
        """Yield what of `texts` is certain, as it arrives."""
        async for text in texts:
            if isinstance(text, Postponed):
                yield text
                continue
            pieces = self._stream.feed(text)
            if not pieces:
                continue
            self._pieces += pieces
            due = time.monotonic() - self._saved >= SAVE_INTERVAL
            if due and self._save(MessageState.STREAMING) is None:
                return
            yield Arrived(tuple(pieces))
        rest = self._stream.finish()
        self._pieces += rest
        if rest:
            yield Arrived(tuple(rest))

    def end(self, state: MessageState, failure: Failure | None = None) -> Message | None:
        """Write all that arrived, held back text included; return the message as kept.

        None when the message is gone.
        """
        self._pieces += self._stream.finish()
        kept = self._save(state, failure)
        return revived(kept, self._stores.vault) if kept is not None else None

    def _save(self, state: MessageState, failure: Failure | None = None) -> Message | None:
        text, marks = marks_of(self._pieces, self._stores.vault)
        self._saved = time.monotonic()
        try:
            return self._stores.chats.update(self._message.id, text, marks, state, failure)
        except KeyError:
            return None


def before(messages: Sequence[Message], message_id: int | None) -> list[Message]:
    """Return those of a chat's `messages` that stand before one of them; all for None."""
    return [each for each in messages if message_id is None or each.id < message_id]


def _title(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rstrip() + "…"
