"""What leaves under each style and numbering, and what comes back."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat.context import PLACEHOLDER_NOTES
from app.chat.session import Session
from app.privacy.policy import NO_CHOICES
from app.privacy.recognition import Recogniser
from app.privacy.restoring import Restorer
from app.store.curating import Curator
from app.store.numbering import FIRST_IDENTITY, Apart, Style
from app.store.providers import Provider
from tests.chat.world import KINDS, events_of, new_session, reply_in

EMAIL = "rosa.quint@example.org"
PARTS = (
    *(EMAIL, "iris@example.org", "+1 212 555 0147", "13912345678", "Rosalind Quint", "王小明"),
    *(
        "my password is hunter2-violet",
        "<Email_1>",
        "<Mask_1>",
        "Mask_2",
        "***",
        "https://x.example/?q=",
    ),
    *('{"to": "', '"}', "Write to", "and", "，", "\n", "```json\n", "<b>"),
)


def placeholders(text: str) -> set[str]:
    tokens, _ = Recogniser(KINDS).find(text, 0, final=True)
    return {text[token.start : token.end] for token in tokens}


def sent(session: Session, chat_id: int, draft: str | None) -> str:
    return "\n".join(m.text for m in session.outgoing(chat_id, draft).messages[1:])


@pytest.fixture(scope="module")
def session() -> Session:
    """One session for all examples; reading writes nothing."""
    return new_session()


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS), max_size=8).map(" ".join), st.sampled_from(list(Style)))
def test_what_leaves_comes_back_as_typed_unless_nothing_may(
    session: Session, draft: str, style: Style
) -> None:
    session.settings.placeholder_style = style
    chat = session.chats.create(FIRST_IDENTITY)
    if not draft.strip():
        return
    outgoing = session.outgoing(chat.id, draft)
    said = outgoing.messages[-1].text
    assert outgoing.messages[0].text.startswith(PLACEHOLDER_NOTES[style])
    assert EMAIL not in said
    restored = Restorer(outgoing.forms, KINDS).restore(said)
    if style is Style.COMPLETE:
        assert outgoing.forms == {}
        assert restored.text == said
        return
    assert restored.text == draft
    if style is Style.GENERIC:
        assert {str(each) for each in outgoing.forms} <= placeholders(said)
        assert all(each.kind == "Mask" for each in outgoing.forms)


def test_a_reply_restores_nothing_that_was_masked_completely() -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    asyncio.run(events_of(session.turns.send(chat.id, f"Write to {EMAIL}", NO_CHOICES)))
    session.settings.placeholder_style = Style.COMPLETE
    events = asyncio.run(
        events_of(session.turns.send(chat.id, f"To {EMAIL} and <Email_1>", NO_CHOICES))
    )
    assert reply_in(events).text == "To *** and ***"
    assert [m.text for m in session.messages(chat.id)][2] == f"To {EMAIL} and <Email_1>"
    assert placeholders(sent(session, chat.id, None)) == set()


@pytest.mark.parametrize("apart", [Apart.ASSISTANTS, Apart.CHATS])
def test_what_two_of_them_see_cannot_be_joined(apart: Apart) -> None:
    session = new_session()
    other = session.providers.add(
        Provider("custom", "openai", "Other", "http://127.0.0.1:9/v1", "small", "k")
    )
    session.settings.numbers_apart = apart
    text = f"I am Rosalind Quint, {EMAIL}, my password is hunter2-violet, see <Email_9>"
    chats = (
        session.chats.create(FIRST_IDENTITY),
        session.chats.create(FIRST_IDENTITY, provider_id=other.id),
    )
    alone = sent(session, chats[1].id, f"iris@example.org {text}")
    asyncio.run(events_of(session.turns.send(chats[0].id, text, NO_CHOICES)))
    assert sent(session, chats[1].id, f"iris@example.org {text}") == alone
    outgoing = session.outgoing(chats[1].id, text)
    session.vault.commit(outgoing.assignment)
    owner = outgoing.assignment.numbering.owner
    assert Restorer(outgoing.forms, KINDS, owner).restore(outgoing.messages[-1].text).text == text
    assert {each.owner for each in outgoing.forms} == {owner}


def test_a_chat_that_goes_on_with_another_assistant_is_counted_anew_for_it() -> None:
    session = new_session()
    other = session.providers.add(
        Provider("custom", "openai", "Other", "http://127.0.0.1:9/v1", "small", "k")
    )
    session.settings.numbers_apart = Apart.ASSISTANTS
    chat = session.chats.create(FIRST_IDENTITY)
    elsewhere = session.chats.create(FIRST_IDENTITY)
    asyncio.run(events_of(session.turns.send(elsewhere.id, "I am iris@example.org", NO_CHOICES)))
    text = f"I am {EMAIL}, my password is hunter2-violet"
    asyncio.run(events_of(session.turns.send(chat.id, text, NO_CHOICES)))
    assert placeholders(sent(session, chat.id, "more")) == {"<Email_2>", "<Password_1>"}
    # What is left of a secret is the first assistant's placeholder: no name of anything here.
    session.vault.secrets.discard(next(iter(session.vault.secrets.placeholders())))
    session.chats.choose(chat.id, other.id, "small")
    assert placeholders(sent(session, chat.id, "more")) == {"<Email_1>", "<Literal_1>"}
    outgoing = session.outgoing(chat.id, "more")
    restored = Restorer(outgoing.forms, KINDS, outgoing.assignment.numbering.owner).restore(
        outgoing.messages[1].text
    )
    assert restored.text == f"I am {EMAIL}, my password is <Password_1>"
    assert session.messages(chat.id)[0].text == restored.text


def test_both_placeholders_of_merged_values_restore() -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    asyncio.run(
        events_of(session.turns.send(chat.id, f"Is {EMAIL} or iris@example.org hers?", NO_CHOICES))
    )
    one = session.vault.find("Email", EMAIL)
    two = session.vault.find("Email", "iris@example.org")
    assert one is not None
    assert two is not None
    Curator(session.stores.database, session.vault).merge(one.placeholder, two.placeholder)
    outgoing = session.outgoing(chat.id, f"Write to {EMAIL}")
    assert str(two.placeholder) not in "".join(m.text for m in outgoing.messages[1:])
    restored = Restorer(outgoing.forms, KINDS).restore(f"{one.placeholder} {two.placeholder}")
    assert restored.unresolved == ()
    assert EMAIL in restored.text
