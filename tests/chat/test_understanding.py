"""What a model on this machine finds stays home, and nothing leaves before it has read it."""

import asyncio
import json
from collections.abc import Callable, Sequence

import pytest

from app.chat.session import Cast, Session
from app.chat.stores import Stores
from app.chat.turn import Committed
from app.chat.understanding import NotUnderstood
from app.detect.model.engines import Step
from app.detect.model.failures import ReaderTooSlow, ServerUnreachable
from app.detect.model.server import ModelServer, ServerAddress
from app.privacy.normalise import fold
from app.privacy.policy import NO_CHOICES, Action, Choice
from app.store.database import Database
from app.store.numbering import FIRST_IDENTITY
from app.store.reader_choice import ReaderChoice, ReaderKind
from app.store.receipts import ReadBy
from tests.assistants.wire_events import chat_events, refuse, stream, whole
from tests.assistants.wire_server import Hold, Received, Script, WireServer
from tests.chat.world import CAST, add_provider, events_of, reply_in

TEXT = "We lost the baby in spring and nobody at work knows."
TOLD = ("lost the baby in spring", "Medical Health", "PL3")
ASK = "Tell {name}. {instructions} {real_name} {input_dialogue_content}"


def answer_of(*items: Sequence[str]) -> Script:
    """Return what a server on this machine answers: the `items` as the contract has them."""
    names = ("original_text", "privacy_type", "privacy_level")
    content = json.dumps([dict(zip(names, item, strict=True)) for item in items])
    body = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]})
    return whole(200, body.encode(), "application/json")


def session_with(server: WireServer) -> Session:
    """Return a session whose messages a model behind `server` reads."""

    def open_reader(choice: ReaderChoice) -> ModelServer | None:
        if choice.kind is ReaderKind.NONE:
            return None
        return ModelServer(ServerAddress.parse(choice.address), choice.model, ASK)

    database = Database.in_memory()
    choice = ReaderChoice(ReaderKind.SERVER, "small", "Small", server.url)
    Stores(database).settings.reader = choice
    cast = Cast(CAST.detectors, CAST.kinds, CAST.open_assistant, open_reader)
    return Session(database, cast)


async def read(session: Session, text: str) -> list[Step]:
    """Have the model read `text`; return what it did."""
    return [step async for step in session.understanding.read(text)]


def echo(request: Received) -> Script:
    """Answer with the last message that arrived."""
    return stream(chat_events(request.json()["messages"][-1]["content"]))


def test_what_the_model_finds_is_shown_hidden_and_restored() -> None:
    with WireServer() as reader, WireServer() as cloud:
        reader.answer_with(lambda _: answer_of(TOLD))
        cloud.answer_with(echo)
        session = session_with(reader)
        add_provider(session, cloud.url)
        chat = session.chats.create(FIRST_IDENTITY)
        assert session.read(chat.id, TEXT).found == ()
        assert Step.FOUND in asyncio.run(read(session, TEXT))
        (found,) = session.read(chat.id, TEXT).found
        assert (found.span.text, found.span.type, found.span.source) == (*TOLD[:2], "model")
        events = asyncio.run(events_of(session.turns.send(chat.id, TEXT, NO_CHOICES)))
        left = cloud.received.decode()
    assert reply_in(events).text == TEXT
    assert TOLD[0] not in left
    assert "<Medical_Health_1>" in left
    assert [receipt.read_by for receipt in session.receipts.list()] == [ReadBy.MODEL]
    asyncio.run(session.close())


def test_nothing_leaves_unread_unless_the_user_says_so() -> None:
    with WireServer() as reader, WireServer() as cloud:
        cloud.answer_with(echo)
        session = session_with(reader)
        add_provider(session, cloud.url)
        chat = session.chats.create(FIRST_IDENTITY)
        with pytest.raises(NotUnderstood):
            asyncio.run(events_of(session.turns.send(chat.id, TEXT, NO_CHOICES)))
        assert session.messages(chat.id) == []
        assert cloud.requests == []
        events = asyncio.run(events_of(session.turns.send(chat.id, TEXT, NO_CHOICES, waived=True)))
        assert isinstance(events[0], Committed)
        assert TEXT in cloud.requests[0].body.decode()
    assert [receipt.read_by for receipt in session.receipts.list()] == [ReadBy.WAIVED]
    asyncio.run(session.close())


@pytest.mark.parametrize(
    "broken",
    [
        lambda: refuse(500),
        lambda: whole(200, b"not json", "application/json"),
        lambda: whole(200, b'{"choices": []}', "application/json"),
        lambda: answer_of(("lost the baby", "Medical Health", "PL9")),
    ],
)
def test_a_model_that_broke_never_means_that_nothing_is_private(
    broken: Callable[[], Script],
) -> None:
    with WireServer() as reader:
        reader.answer_with(lambda _: broken())
        session = session_with(reader)
        chat = session.chats.create(FIRST_IDENTITY)
        with pytest.raises(Exception, match="still here"):
            asyncio.run(read(session, TEXT))
        assert not session.understanding.is_complete(TEXT)
        with pytest.raises(NotUnderstood):
            asyncio.run(events_of(session.turns.send(chat.id, TEXT, NO_CHOICES)))
    asyncio.run(session.close())


def test_a_server_that_is_gone_and_one_that_is_late_come_as_sentences() -> None:
    with WireServer() as reader:
        session = session_with(reader)
        reader.play([Hold()])
        session.settings.reader_seconds = 1
        with pytest.raises(ReaderTooSlow):
            asyncio.run(read(session, TEXT))
    with pytest.raises(ServerUnreachable):
        asyncio.run(read(session, TEXT))
    asyncio.run(session.close())


def test_the_instructions_are_read_like_a_message() -> None:
    with WireServer() as reader, WireServer() as cloud:
        reader.answer_with(lambda _: answer_of())
        cloud.answer_with(echo)
        session = session_with(reader)
        add_provider(session, cloud.url)
        chat = session.chats.create(FIRST_IDENTITY)
        asyncio.run(read(session, "Hello"))
        session.set_instructions(FIRST_IDENTITY, "I care for my mother.")
        assert not session.understanding.is_complete("Hello")
        with pytest.raises(NotUnderstood):
            asyncio.run(events_of(session.turns.send(chat.id, "Hello", NO_CHOICES)))
        asyncio.run(read(session, "Hello"))
        asyncio.run(events_of(session.turns.send(chat.id, "Hello", NO_CHOICES)))
        asyncio.run(events_of(session.turns.retry(chat.id)))
        assert len(cloud.requests) == 2
    asyncio.run(session.close())


def test_the_users_choice_is_above_the_model() -> None:
    with WireServer() as reader:
        reader.answer_with(lambda _: answer_of(TOLD))
        session = session_with(reader)
        asyncio.run(read(session, TEXT))
        choices = {fold(TOLD[0]): Choice(Action.KEEP)}
        assert session.read(None, TEXT, choices).masked.text == TEXT
    asyncio.run(session.close())


def test_locking_and_another_model_forget_what_was_read() -> None:
    with WireServer() as reader:
        reader.answer_with(lambda _: answer_of(TOLD))
        session = session_with(reader)
        asyncio.run(read(session, TEXT))
        assert session.understanding.is_complete(TEXT)
        asyncio.run(
            session.choose_reader(ReaderChoice(ReaderKind.SERVER, "other", "Other", reader.url))
        )
        assert not session.understanding.is_complete(TEXT)
        asyncio.run(read(session, TEXT))
        asyncio.run(session.choose_reader(ReaderChoice()))
        assert session.understanding.is_complete(TEXT)
        assert not session.understanding.wanted
        assert session.read(None, TEXT).found == ()
    asyncio.run(session.close())


def test_the_model_is_told_who_writes() -> None:
    with WireServer() as reader:
        reader.answer_with(lambda _: answer_of())
        session = session_with(reader)
        session.set_names(FIRST_IDENTITY, ("Rosalind Quint",))
        asyncio.run(read(session, TEXT))
        assert "Rosalind Quint" in reader.requests[0].body.decode()
    asyncio.run(session.close())


def test_what_was_read_as_one_identity_was_not_read_as_another() -> None:
    """The model is told who writes, and may find something else for somebody else."""
    with WireServer() as reader, WireServer() as cloud:
        reader.answer_with(lambda _: answer_of(TOLD))
        cloud.answer_with(echo)
        session = session_with(reader)
        work = session.name_identity(None, "Work").id
        session.set_names(FIRST_IDENTITY, ("Rosalind Quint",))
        session.set_names(work, ("Morwenna Tresize",))
        session.identities.use_provider(work, add_provider(session, cloud.url).id)
        chat = session.chats.create(work)
        asyncio.run(read(session, TEXT))
        with pytest.raises(NotUnderstood):
            asyncio.run(events_of(session.turns.send(chat.id, TEXT, NO_CHOICES)))
        session.identities.choose(work)
        asyncio.run(read(session, TEXT))
        # Whoever is chosen by then, the chat's own identity counts.
        session.identities.choose(FIRST_IDENTITY)
        asyncio.run(events_of(session.turns.send(chat.id, TEXT, NO_CHOICES)))
        (request,) = cloud.requests
        assert TOLD[0] not in request.body.decode()
        first, second = (each.body.decode() for each in reader.requests)
        assert "Rosalind Quint" in first
        assert "Morwenna Tresize" in second
    asyncio.run(session.close())
