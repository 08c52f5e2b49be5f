"""What leaves for two identities: nothing that joins them, and no value of either."""

import asyncio
from collections.abc import AsyncGenerator, Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat.session import Session
from app.chat.turn import Started
from app.privacy.policy import NO_CHOICES, Action, Choice
from app.privacy.recognition import Recogniser
from app.privacy.restoring import PieceKind, Restorer
from app.store.errors import SecretTextRefused
from app.store.numbering import FIRST_IDENTITY, Apart, Style
from app.store.providers import MIRROR_ID
from tests.assistants.wire_events import chat_events, stream
from tests.assistants.wire_server import Received, Script, WireServer
from tests.chat.world import KINDS, add_provider, events_of, new_session, reply_in

EMAIL = "rosa.quint@example.org"
TEXT = f"I am Rosalind Quint, {EMAIL}, my password is hunter2-violet, call +1 212 555 0147"


def placeholders(text: str) -> set[str]:
    tokens, _ = Recogniser(KINDS).find(text, 0, final=True)
    return {text[token.start : token.end] for token in tokens}


def say(session: Session, chat_id: int, text: str) -> str:
    """Send `text`; return what left with it."""
    reply = reply_in(asyncio.run(events_of(session.turns.send(chat_id, text, NO_CHOICES))))
    assert reply.text == text
    return session.receipts.list(chat_id)[0].body


def two(session: Session) -> tuple[int, int]:
    """Return the first identity, and another."""
    return FIRST_IDENTITY, session.name_identity(None, "Work").id


@pytest.mark.parametrize("apart", Apart)
@pytest.mark.parametrize("style", [Style.TYPED, Style.GENERIC])
def test_what_is_seen_of_two_cannot_be_joined(apart: Apart, style: Style) -> None:
    """What is seen of one is, byte for byte, what would be seen of it if the other were not."""

    def seen(others: tuple[int, ...]) -> list[str]:
        session = new_session()
        session.settings.numbers_apart, session.settings.placeholder_style = apart, style
        work = two(session)[1]
        bodies = []
        for said in (TEXT, f"again {EMAIL}", "and iris@example.org, call 13912345678"):
            for identity_id in others:
                text = f"iris@example.org, {said}"
                say(session, session.chats.create(identity_id).id, text)
            chat = session.chats.create(work)
            bodies += [say(session, chat.id, said), say(session, chat.id, f"more {said}")]
        return bodies

    alone = seen(())
    assert len(placeholders(alone[-1].partition("user")[2])) >= 2
    assert seen((FIRST_IDENTITY,)) == alone


def test_names_of_all_are_hidden_and_instructions_are_the_chats_own() -> None:
    session = new_session()
    me, work = two(session)
    session.set_names(me, ("Rosalind Quint",))
    session.set_names(work, ("Morwenna Tresize",))
    session.set_instructions(me, "Be brief, says Rosalind Quint.")
    session.set_instructions(work, "Be formal.")
    for identity_id, own, other in ((me, "brief", "formal"), (work, "formal", "brief")):
        chat = session.chats.create(identity_id)
        body = say(session, chat.id, "Rosalind Quint and Morwenna Tresize came")
        assert not any(name in body for name in ("Rosalind", "Quint", "Morwenna", "Tresize"))
        assert own in body
        assert other not in body


def test_an_old_value_of_one_stays_hidden_in_another() -> None:
    """The rules do not know the word; the vault does."""
    session = new_session()
    me, work = two(session)
    chat = session.chats.create(me)
    hidden = {"cottage by the mill": Choice(Action.HIDE)}
    asyncio.run(events_of(session.turns.send(chat.id, "the cottage by the mill", hidden)))
    body = say(session, session.chats.create(work).id, "Is the cottage by  the MILL for sale?")
    assert "mill" not in body.casefold()


def test_a_placeholder_of_another_is_never_live() -> None:
    session = new_session()
    me, work = two(session)
    mine, other = session.chats.create(me), session.chats.create(work)
    say(session, mine.id, f"write to {EMAIL}")
    assert "<Email_1>" in session.receipts.list(mine.id)[0].body
    for typed in ("<Email_1>", "<email_1>", "Email_1", "&lt;Email_1&gt;", "`<Email_1>`"):
        body = say(session, other.id, f"what of {typed} then")
        said = body.partition("user")[2]
        assert not placeholders(said) & {"<Email_1>", "<email_1>", "Email_1", "&lt;Email_1&gt;"}
        shown = session.messages(other.id)
        assert EMAIL not in "".join(message.text for message in shown)


def test_a_reply_that_invents_one_of_another_names_nobody_now_or_later() -> None:
    def invent(_: Received) -> Script:
        return stream(chat_events(*"ask <Email_1> or <Email_2>"))

    session = new_session()
    me, work = two(session)
    mine = session.chats.create(me)
    say(session, mine.id, f"write to {EMAIL}")
    session.identities.choose(work)
    with WireServer() as server:
        provider = add_provider(session, server.url)
        server.answer_with(invent)
        chat = session.chats.create(work, provider_id=provider.id)
        events = events_of(session.turns.send(chat.id, "whom?", NO_CHOICES))
        assert reply_in(asyncio.run(events)).text == "ask <Email_1> or <Email_2>"
        events = events_of(session.turns.send(chat.id, "iris@example.org?", NO_CHOICES))
        assert reply_in(asyncio.run(events)).text == "ask iris@example.org or <Email_2>"
        sent = server.requests[-1].json()["messages"][1:]
    assert [each["role"] for each in sent] == ["user", "assistant", "user"]
    assert "<Email_1>" not in sent[1]["content"]
    assert sent[2]["content"] == "<Email_1>?"
    assert session.messages(chat.id)[1].text == "ask <Email_1> or <Email_2>"


def test_a_reply_that_streams_keeps_its_identity_while_the_user_switches() -> None:
    async def switch(events: AsyncGenerator[object, None]) -> None:
        async for event in events:
            if isinstance(event, Started):
                session.identities.choose(work)

    session = new_session()
    me, work = two(session)
    session.set_instructions(me, "Mine only.")
    session.set_instructions(work, "Work only.")
    chat = session.chats.create(me)
    asyncio.run(switch(session.turns.send(chat.id, f"write to {EMAIL}", NO_CHOICES)))
    asyncio.run(switch(session.turns.retry(chat.id)))
    asyncio.run(switch(session.turns.send(chat.id, f"again {EMAIL}", NO_CHOICES)))
    for receipt in session.receipts.list():
        assert "Mine only." in receipt.body
        assert "<Email_1>" in receipt.body
    assert session.outgoing(None, "x").messages[0].text.endswith("Work only.")


def test_a_chat_whose_assistant_is_gone_asks_its_identitys_usual_one() -> None:
    session = new_session()
    me, work = two(session)
    session.identities.use_provider(me, add_provider(session, "http://127.0.0.1:9").id)
    chat = session.chats.create(work)
    session.identities.choose(me)
    asyncio.run(events_of(session.turns.send(chat.id, "hello", NO_CHOICES)))
    assert session.identities.get(work).provider_id == MIRROR_ID
    assert [receipt.provider for receipt in session.receipts.list(chat.id)] == ["Mirror"]


@pytest.mark.parametrize("part", ["name", "names", "instructions"])
def test_a_secret_that_is_found_is_kept_in_no_part_of_an_identity(part: str) -> None:
    session = new_session()
    text = "My password is hunter2-violet"
    acts: dict[str, Callable[[], object]] = {
        "name": lambda: session.name_identity(FIRST_IDENTITY, text),
        "names": lambda: session.set_names(FIRST_IDENTITY, ("Rosa", text)),
        "instructions": lambda: session.set_instructions(FIRST_IDENTITY, text),
    }
    with pytest.raises(SecretTextRefused):
        acts[part]()
    (first,) = session.identities.list()
    assert (first.name, first.names, first.instructions) == ("", (), "")


PIECES = (
    *(EMAIL, "iris@example.org", "+1 212 555 0147", "Rosalind Quint", "王小明", "<Email_1>"),
    *("my password is hunter2-violet", "<Email_2>", "Mask_1", "and", "，", "\n", "`", "write to"),
)


@pytest.fixture(scope="module")
def shared() -> Session:
    """One session for all examples: the more it knows, the more could be mixed up."""
    session = new_session()
    two(session)
    return session


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join),
    st.integers(0, 1),
    st.sampled_from(list(Apart)),
)
def test_whatever_is_said_in_turns_nothing_joins_and_all_comes_back(
    shared: Session, text: str, who: int, apart: Apart
) -> None:
    if not text.strip():
        return
    session = shared
    session.settings.numbers_apart = apart
    speaker, other = (each.id for each in session.identities.list()[:: -1 if who else 1])
    chat = session.chats.create(speaker)
    outgoing = session.outgoing(chat.id, text)
    session.vault.commit(outgoing.assignment)
    said = outgoing.messages[-1].text
    owner = outgoing.assignment.numbering.owner
    assert Restorer(outgoing.forms, KINDS, owner).restore(said).text == text
    for placeholder in outgoing.forms:
        entry = session.vault.entry(placeholder)
        assert entry is not None
        assert session.stores.speaker(chat.id).numbering.scope == entry.scope
    theirs = session.outgoing(session.chats.create(other).id, text)
    session.vault.commit(theirs.assignment)
    assert not theirs.forms.keys() & outgoing.forms.keys()
    # A reply meant for one restores nothing of the other's.
    strange = Restorer(theirs.forms, KINDS, owner).restore(said)
    assert not [piece for piece in strange.pieces if piece.kind is PieceKind.RESTORED]
