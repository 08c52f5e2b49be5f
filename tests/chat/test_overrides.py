"""What the user decided otherwise is counted for the receipt, and no value goes with it."""

import asyncio

from app.chat.overrides import override_counts
from app.chat.reader import Found
from app.privacy.normalise import fold
from app.privacy.policy import Action, Choice
from app.store.numbering import FIRST_IDENTITY
from tests.chat.world import events_of, new_session
from tests.store.world import span

EMAIL = "rosa.quint@example.org"


def found(text: str, privacy_type: str, action: Action, *, chosen: bool) -> Found:
    return Found(span(text, privacy_type), action, None, chosen)


def test_distinct_values_are_counted_by_what_was_chosen() -> None:
    counts = override_counts(
        [
            found("a@example.org", "Email", Action.KEEP, chosen=True),
            found("A@Example.org", "Email", Action.KEEP, chosen=True),
            found("b@example.org", "Email", Action.KEEP, chosen=True),
            found("c@example.org", "Email", Action.HIDE, chosen=False),
            found("Rosa", "Real Name", Action.HIDE, chosen=True),
        ]
    )
    assert counts == {"keep": {"Email": 2}, "hide": {"Real Name": 1}}
    assert override_counts([]) == {}


def test_a_receipt_says_how_many_were_let_through_and_never_which() -> None:
    session = new_session()
    chat = session.chats.create(FIRST_IDENTITY)
    choices = {fold(EMAIL): Choice(Action.KEEP)}
    text = f"Write to {EMAIL} or to other@example.org"
    asyncio.run(events_of(session.turns.send(chat.id, text, choices)))
    (receipt,) = session.receipts.list()
    assert receipt.overrides == {"keep": {"Email": 1}}
    assert receipt.counts == {"PL2": 1}
    assert session.receipts.verify().faults == ()
