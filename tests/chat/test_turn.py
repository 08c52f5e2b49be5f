"""One turn, over a real server: what leaves, what comes back, what is kept when things go wrong."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from app.assistants.assistant import AssistantError
from app.chat.context import EmptyMessage
from app.chat.session import Session
from app.chat.turn import Arrived, Committed, Finished, Started, TurnEvent
from app.privacy.levels import Level
from app.privacy.masking import Masked, Piece
from app.privacy.normalise import fold
from app.privacy.outbound import OutboundLeak
from app.privacy.policy import NO_CHOICES, Action, Choice
from app.store.errors import SecretTextRefused
from app.store.marks import MarkState
from app.store.messages import MessageState, NewMessage
from app.store.numbering import FIRST_IDENTITY
from app.store.providers import MIRROR_ID
from tests.assistants.wire_events import chat_events, stream
from tests.assistants.wire_server import Cut, Received, Script, Wait, WireServer
from tests.chat.world import add_provider, events_of, new_session, question_in, reply_in, unlocked
from tests.privacy.test_outbound import ENCODINGS

EMAIL = "rosa.quint@example.org"
SECRET = "hunter2-violet"


def echo(request: Received) -> Script:
    """Answer with the last message that arrived, in two pieces."""
    text = request.json()["messages"][-1]["content"]
    half = len(text) // 2
    return stream(chat_events(text[:half], text[half:]))


def test_a_turn_hides_sends_restores_and_keeps() -> None:
    text = f"Write to {EMAIL}. 我的手机号是13912345678。"
    with WireServer() as server:
        server.answer_with(echo)
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create(FIRST_IDENTITY)
        events = asyncio.run(events_of(session.turns.send(chat.id, text, NO_CHOICES)))
    assert [type(event) for event in events[:2]] == [Committed, Started]
    assert any(isinstance(event, Arrived) for event in events)
    assert reply_in(events).text == text
    assert reply_in(events).state is MessageState.COMPLETE
    sent = server.received.decode()
    assert EMAIL not in sent
    assert "13912345678" not in sent
    assert "<Email_1>" in sent
    kept = session.messages(chat.id)
    assert [message.text for message in kept] == [text, text]
    assert [receipt.body.encode() for receipt in session.receipts.list(chat.id)] == [
        request.body for request in server.requests
    ]
    assert session.chats.get(chat.id).title


def test_everything_is_there_after_unlocking_again(tmp_path: Path) -> None:
    text = f"Write to {EMAIL}, my password is {SECRET}"
    session = new_session(tmp_path)
    chat = session.chats.create(FIRST_IDENTITY)
    events = asyncio.run(events_of(session.turns.send(chat.id, text, NO_CHOICES)))
    assert reply_in(events).text == text
    assert [message.text for message in session.messages(chat.id)] == [text, text]
    asyncio.run(session.close())
    session = unlocked(tmp_path)
    question, reply = session.messages(chat.id)
    assert question.text == reply.text == f"Write to {EMAIL}, my password is <Password_1>"
    assert [mark.state for mark in question.marks] == [MarkState.VALUE, MarkState.LOST]
    # The same values keep their placeholders; the place of the lost secret still holds its own.
    outgoing = session.outgoing(chat.id, f"And {EMAIL}?")
    assert [message.text for message in outgoing.messages[1:]] == [
        "Write to <Email_1>, my password is <Password_1>",
        "Write to <Email_1>, my password is <Password_1>",
        "And <Email_1>?",
    ]
    asyncio.run(session.close())


def test_a_value_hidden_later_is_hidden_in_all_that_is_sent_again() -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    asyncio.run(events_of(session.turns.send(chat.id, "Brimhold is closed.", NO_CHOICES)))
    choices = {fold("Brimhold"): Choice(Action.HIDE, "Business Secret", Level.PL3)}
    asyncio.run(events_of(session.turns.send(chat.id, "Brimhold stays secret", choices)))
    texts = [message.text for message in session.outgoing(chat.id, "Go on").messages]
    assert not [text for text in texts if "Brimhold" in text]


def test_a_kept_value_leaves_as_typed_and_passes_the_check() -> None:
    with WireServer() as server:
        server.answer_with(echo)
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create(FIRST_IDENTITY)
        asyncio.run(events_of(session.turns.send(chat.id, f"Hidden: {EMAIL}", NO_CHOICES)))
        choices = {fold(EMAIL): Choice(Action.KEEP)}
        asyncio.run(events_of(session.turns.send(chat.id, f"Shown: {EMAIL}", choices)))
    messages = server.requests[-1].json()["messages"]
    assert messages[1]["content"] == "Hidden: <Email_1>"
    assert messages[-1]["content"] == f"Shown: {EMAIL}"


def test_what_was_sent_as_typed_stays_readable_in_its_chat_only() -> None:
    session = new_session()
    chat, other = session.chats.create(FIRST_IDENTITY), session.chats.create(FIRST_IDENTITY)
    kept = {fold(EMAIL): Choice(Action.KEEP)}
    asyncio.run(events_of(session.turns.send(chat.id, f"Write to {EMAIL}", kept)))
    assert session.read(chat.id, f"{EMAIL}?").masked.text == f"{EMAIL}?"
    assert session.read(other.id, f"{EMAIL}?").masked.text == "<Email_1>?"
    hidden = {fold(EMAIL): Choice(Action.HIDE)}
    asyncio.run(events_of(session.turns.send(chat.id, f"Not {EMAIL}", hidden)))
    assert session.read(chat.id, f"{EMAIL}?").masked.text == "<Email_1>?"


def test_a_secret_that_was_sent_as_typed_can_be_hidden_from_then_on() -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    text = f"my password is {SECRET}"
    kept, hidden = ({fold(SECRET): Choice(action)} for action in (Action.KEEP, Action.HIDE))
    asyncio.run(events_of(session.turns.send(chat.id, text, kept)))
    asyncio.run(events_of(session.turns.send(chat.id, text, hidden)))
    assert session.read(chat.id, text).masked.text == "my password is <Password_1>"


def test_what_one_provider_saw_as_typed_is_hidden_from_the_next() -> None:
    with WireServer() as server:
        server.answer_with(echo)
        session = new_session()
        chat = session.chats.create(FIRST_IDENTITY)
        session.chats.choose(chat.id, MIRROR_ID, "mirror")
        kept = {fold(EMAIL): Choice(Action.KEEP)}
        asyncio.run(events_of(session.turns.send(chat.id, f"Write to {EMAIL}", kept)))
        session.chats.choose(chat.id, MIRROR_ID, "another model")
        assert session.read(chat.id, EMAIL).masked.text == EMAIL
        session.chats.choose(chat.id, add_provider(session, server.url).id, "small")
        assert session.read(chat.id, EMAIL).masked.text == "<Email_1>"
        asyncio.run(events_of(session.turns.send(chat.id, "Go on", NO_CHOICES)))
        assert EMAIL.encode() not in server.received


def test_an_empty_message_sends_and_keeps_nothing() -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    with pytest.raises(EmptyMessage):
        asyncio.run(events_of(session.turns.send(chat.id, " \n\u200b", NO_CHOICES)))
    assert session.messages(chat.id) == []
    assert session.receipts.list() == ()


def test_a_leak_stops_the_request_and_keeps_the_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault injection: masking breaks and lets the text through; the gate must hold."""

    def broken(text: str, *_: object) -> Masked:
        return Masked((Piece(text, text, None),))

    with WireServer() as server:
        server.answer_with(echo)
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create(FIRST_IDENTITY)
        asyncio.run(events_of(session.turns.send(chat.id, f"I am {EMAIL}", NO_CHOICES)))
        monkeypatch.setattr("app.chat.reader.mask", broken)
        with pytest.raises(OutboundLeak) as caught:
            asyncio.run(events_of(session.turns.send(chat.id, "Hello again", NO_CHOICES)))
        assert len(server.requests) == 1
    assert "<Email_1>" in str(caught.value)
    assert EMAIL not in str(caught.value)
    question, reply = session.messages(chat.id)[-2:]
    assert question.text == "Hello again"
    assert reply.state is MessageState.FAILED
    assert len(session.receipts.list()) == 1


def test_a_cut_stream_keeps_what_came_and_a_retry_replaces_it() -> None:
    with WireServer() as server:
        begun = stream(chat_events("Dear <Ema", "il_1>, I ", "never end"))[:3]
        server.play([*begun, Cut(hard=True)])
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create(FIRST_IDENTITY)
        with pytest.raises(AssistantError):
            asyncio.run(events_of(session.turns.send(chat.id, f"Greet {EMAIL}", NO_CHOICES)))
        question, reply = session.messages(chat.id)
        assert reply.state is MessageState.FAILED
        assert reply.text.startswith("Dear ")
        server.answer_with(echo)
        events = asyncio.run(events_of(session.turns.retry(chat.id)))
    assert [message.text for message in session.messages(chat.id)] == [
        question.text,
        f"Greet {EMAIL}",
    ]
    assert reply_in(events).state is MessageState.COMPLETE
    assert len(server.requests[-1].json()["messages"]) == 2


def test_stopping_keeps_what_came() -> None:
    held = threading.Event()

    async def stopped_after_the_first_words(session: Session, chat_id: int) -> None:
        arrived = asyncio.Event()

        async def read() -> None:
            async for event in session.turns.send(chat_id, f"Greet {EMAIL}", NO_CHOICES):
                if isinstance(event, Arrived):
                    arrived.set()

        task = asyncio.create_task(read())
        await asyncio.wait_for(arrived.wait(), 20)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with WireServer() as server:
        steps = stream(chat_events("Dear <Email_1>, and so on and on ", "never sent"))
        server.play([*steps[:3], Wait(held)])
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create(FIRST_IDENTITY)
        asyncio.run(stopped_after_the_first_words(session, chat.id))
        held.set()
    reply = session.messages(chat.id)[-1]
    assert reply.state is MessageState.STOPPED
    assert reply.text.startswith(f"Dear {EMAIL}, and so")


@pytest.mark.parametrize("removed", ["chat", "reply"])
def test_a_reply_that_was_removed_while_it_arrived_ends_quietly(removed: str) -> None:
    async def removed_after_the_first_words(session: Session, chat_id: int) -> list[TurnEvent]:
        events = []
        async for event in session.turns.send(chat_id, f"Greet {EMAIL}", NO_CHOICES):
            events.append(event)
            if isinstance(event, Arrived) and len(events) == 3:
                if removed == "chat":
                    session.chats.delete(chat_id)
                else:
                    session.chats.remove_from(session.messages(chat_id)[-1].id)
        return events

    with WireServer() as server:
        server.play(stream(chat_events("Dear <Email_1>, and so on and on ", "and on")))
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create(FIRST_IDENTITY)
        events = asyncio.run(removed_after_the_first_words(session, chat.id))
    assert not isinstance(events[-1], Finished)
    assert [message.role for message in session.messages(chat.id)] == ["user"][: removed != "chat"]


def test_a_turn_that_is_closed_before_anything_leaves_keeps_no_reply_in_the_air() -> None:
    async def close_at_the_start(session: Session, chat_id: int) -> None:
        async with aclosing(session.turns.send(chat_id, "Hello", NO_CHOICES)) as events:
            async for event in events:
                if isinstance(event, Started):
                    break

    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    asyncio.run(close_at_the_start(session, chat.id))
    assert session.messages(chat.id)[-1].state is MessageState.STOPPED


def test_an_invented_placeholder_stays_marked_even_when_its_number_is_given_later() -> None:
    with WireServer() as server:
        server.play(stream(chat_events("Ask <Email_2> instead of <Email_1>.")))
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create(FIRST_IDENTITY)
        asyncio.run(events_of(session.turns.send(chat.id, f"Write to {EMAIL}", NO_CHOICES)))
        server.answer_with(echo)
        asyncio.run(
            events_of(session.turns.send(chat.id, "Write to second@example.org", NO_CHOICES))
        )
        reply = session.messages(chat.id)[1]
        sent = server.requests[-1].json()["messages"]
    assert reply.text == f"Ask <Email_2> instead of {EMAIL}."
    assert [mark.state for mark in reply.marks] == [MarkState.UNRESOLVED, MarkState.VALUE]
    # As it stood, it would name the second address from now on.
    assert sent[2]["content"] == "Ask <Literal_1> instead of <Email_1>."
    assert sent[3]["content"] == "Write to <Email_2>"


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
def test_a_hidden_value_that_comes_encoded_is_hidden_and_may_be_kept(
    encode: Callable[[str], str],
) -> None:
    """The check would stop it, and with it each later message of the chat."""
    encoded = encode(EMAIL)
    with WireServer() as server:
        server.answer_with(echo)
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create(FIRST_IDENTITY)
        text = f"{EMAIL}, otherwise {encoded}"
        events = asyncio.run(events_of(session.turns.send(chat.id, text, NO_CHOICES)))
        assert reply_in(events).text == text
        found = session.reader.read(encoded).found
        choices = {fold(each.span.text): Choice(Action.KEEP) for each in found}
        asyncio.run(events_of(session.turns.send(chat.id, encoded, choices)))
        sent = server.requests[-1].json()["messages"]
    assert sent[1]["content"] != text
    assert sent[-1]["content"] == encoded


@pytest.mark.parametrize(
    "word", ["messages", "content", "stream", "completions", "event-stream", "Email_1", "<Email_1>"]
)
def test_a_value_that_the_protocol_says_too_stops_nothing(word: str) -> None:
    with WireServer() as server:
        server.answer_with(echo)
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create(FIRST_IDENTITY)
        choices = {fold(word): Choice(Action.HIDE, "Account ID/Username")}
        text = f"The login is {word} ok, {EMAIL}"
        events = asyncio.run(events_of(session.turns.send(chat.id, text, choices)))
        assert reply_in(events).text == text
        assert f"is {word} ok" not in server.received.decode()


def test_a_value_that_only_masking_lays_bare_is_hidden() -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    choices = {fold(word): Choice(Action.HIDE, "Real Name") for word in ("王", "小明")}
    asyncio.run(events_of(session.turns.send(chat.id, "姓 王，名 小明", choices)))
    outgoing = session.outgoing(chat.id, "王小明来了")
    assert outgoing.messages[-1].text == "<Real_Name_1><Real_Name_2>来了"


def test_a_placeholder_of_another_chat_is_not_restored() -> None:
    with WireServer() as server:
        server.answer_with(echo)
        session = new_session()
        add_provider(session, server.url)
        first, second = session.chats.create(FIRST_IDENTITY), session.chats.create(FIRST_IDENTITY)
        asyncio.run(events_of(session.turns.send(first.id, f"Write to {EMAIL}", NO_CHOICES)))
        server.play(stream(chat_events("You said <Email_1>.")))
        events = asyncio.run(events_of(session.turns.send(second.id, "Hello", NO_CHOICES)))
    assert reply_in(events).text == "You said <Email_1>."


def test_a_reply_is_kept_while_it_arrives(tmp_path: Path) -> None:
    """What `NewMessage` keeps as streaming is stopped, and there, after a crash."""
    session = new_session(tmp_path)
    chat = session.chats.create(FIRST_IDENTITY)
    session.chats.add(chat.id, NewMessage("assistant", "Half of it", state=MessageState.STREAMING))
    asyncio.run(session.close())
    session = unlocked(tmp_path)
    assert session.messages(chat.id)[0].state is MessageState.STOPPED
    asyncio.run(session.close())


def test_the_question_shows_what_was_typed() -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    text = "As typed: <Email_1>, not mine; Ｒｏｓａ at rosa@EXAMPLE.org or rosa@example.org 🙂"
    events = asyncio.run(events_of(session.turns.send(chat.id, text, NO_CHOICES)))
    assert question_in(events).text == text
    assert reply_in(events).text == text


def test_a_name_found_in_full_is_found_by_its_parts_in_later_messages() -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    text = "My sister Ingrid Halvorsen is ill. 我朋友叫林若彤。"
    asyncio.run(events_of(session.turns.send(chat.id, text, NO_CHOICES)))
    masked = session.read(chat.id, "Ingrid called, Halvorsenville did not; 若彤来了").masked.text
    assert "Ingrid" not in masked
    assert "Halvorsenville" in masked
    assert "若彤" not in masked


def test_instructions_never_keep_a_secret() -> None:
    session = new_session()
    session.set_instructions(FIRST_IDENTITY, f"Sign letters with {EMAIL}")
    with pytest.raises(SecretTextRefused):
        session.set_instructions(FIRST_IDENTITY, f"My password is {SECRET}")
    assert session.identities.get(FIRST_IDENTITY).instructions == f"Sign letters with {EMAIL}"
    assert session.outgoing(None, "Hello").messages[0].text.endswith("Sign letters with <Email_1>")


def test_an_edited_message_takes_the_place_of_itself_and_all_that_follows() -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    for text in ("First", f"Write to {EMAIL}", "Third"):
        asyncio.run(events_of(session.turns.send(chat.id, text, NO_CHOICES)))
    kept = session.messages(chat.id)
    second = kept[2]
    asked = session.outgoing(chat.id, "Write to nobody", replacing=second.id)
    assert [message.text for message in asked.messages[1:]] == ["First", "First", "Write to nobody"]
    send = session.turns.send(chat.id, "Write to nobody", NO_CHOICES, replacing=second.id)
    events = asyncio.run(events_of(send))
    assert reply_in(events).text == "Write to nobody"
    now = session.messages(chat.id)
    assert [message.text for message in now] == ["First"] * 2 + ["Write to nobody"] * 2
    assert now[:2] == kept[:2]
    assert session.chats.get(chat.id).title == "First"
    # What left has left: the receipts stay, and say so.
    assert len(session.receipts.list(chat.id)) == 4
    assert EMAIL not in session.receipts.list(chat.id)[0].body


def test_the_title_follows_the_first_message_unless_the_user_named_the_chat() -> None:
    session = new_session()
    for named, title in (("", "Second thoughts"), ("Mine", "Mine")):
        chat = session.chats.create(FIRST_IDENTITY)
        asyncio.run(events_of(session.turns.send(chat.id, "First", NO_CHOICES)))
        if named:
            session.chats.rename(chat.id, named)
        first = session.messages(chat.id)[0].id
        send = session.turns.send(chat.id, "Second thoughts", NO_CHOICES, replacing=first)
        asyncio.run(events_of(send))
        assert session.chats.get(chat.id).title == title
        assert len(session.messages(chat.id)) == 2


@pytest.mark.parametrize("where", ["commit", "add"])
def test_when_the_edited_message_cannot_be_kept_nothing_is_lost(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    for text in ("First", "Second"):
        asyncio.run(events_of(session.turns.send(chat.id, text, NO_CHOICES)))
    kept = session.messages(chat.id)

    def broken(*_: object) -> None:
        raise OSError("disk")

    owner = session.vault if where == "commit" else session.chats
    monkeypatch.setattr(owner, where, broken)
    send = session.turns.send(chat.id, f"To {EMAIL}", NO_CHOICES, replacing=kept[0].id)
    with pytest.raises(OSError, match="disk"):
        asyncio.run(events_of(send))
    assert session.messages(chat.id) == kept
