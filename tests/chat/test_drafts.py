"""What was being written when the vault was locked comes back, but for its secrets."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat.drafts import DraftsNotKept, Unsent
from app.chat.session import Cast, Session
from app.detect.detector import DetectorFailed, Profile
from app.privacy.policy import Action, Choice
from app.privacy.span import Span
from app.store.database import Database
from app.store.drafts import DraftPlace
from app.store.numbering import FIRST_IDENTITY
from tests.chat.world import CAST, events_of, new_session, unlocked
from tests.store.world import cells

SECRET = "Tr0ub4dor&3x"


class Failing:
    """A detector that cannot read one word."""

    name = "failing"

    def detect(self, text: str, _profile: Profile) -> Iterator[Span]:
        if "unreadable" in text:
            raise DetectorFailed(detector=self.name)
        yield from ()


def test_a_draft_comes_back_after_unlocking(tmp_path: Path) -> None:
    session = new_session(tmp_path)
    chat = session.chats.create(FIRST_IDENTITY, "a chat")
    choices = {"bob@x.example": Choice(Action.KEEP)}
    here = DraftPlace(chat.identity_id, chat.id)
    elsewhere = DraftPlace(session.identities.add("Work").id)
    session.drafts.keep(
        [
            Unsent(here, "Mail bob@x.example", choices, shown=True),
            Unsent(elsewhere, "half a thought", {}),
        ]
    )
    asyncio.run(session.close())
    session = unlocked(tmp_path)
    one, two = session.drafts.list()
    assert (one.place, one.text, one.choices) == (
        DraftPlace(chat.identity_id, chat.id),
        "Mail bob@x.example",
        choices,
    )
    assert (one.shown, one.lost) == (True, 0)
    assert (two.place, two.text, two.shown) == (elsewhere, "half a thought", False)
    assert session.vault.last_number("Email") == 0
    asyncio.run(session.close())


def test_a_secret_of_one_draft_is_written_in_none(tmp_path: Path) -> None:
    session = new_session(tmp_path)
    chat = session.chats.create(FIRST_IDENTITY, "a chat")
    session.drafts.keep(
        [
            Unsent(DraftPlace(chat.identity_id, chat.id), f"{SECRET}, as I said", {}),
            Unsent(DraftPlace(), f"My password: {SECRET}", {}),
        ]
    )
    assert [each.lost for each in session.drafts.list()] == [1, 1]
    assert session.drafts.list()[0].text == "<Password_1>, as I said"
    assert not any(SECRET.casefold() in cell.casefold() for cell in cells(session.stores.database))
    assert session.vault.last_number("Password") == 0
    asyncio.run(session.close())


@settings(max_examples=15)
@given(
    before=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12),
    after=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12),
    secret=st.text("abcXYZ0189", min_size=8, max_size=16),
)
def test_what_the_reader_finds_secret_is_in_no_cell(before: str, after: str, secret: str) -> None:
    session = Session(Database.in_memory(), CAST)
    text = f"{before}\npassword: {secret}\n{after}"
    found = {
        each.span.text
        for each in session.read(None, text).found
        if each.placeholder is not None and each.span.level == 4
    }
    session.drafts.keep([Unsent(DraftPlace(), text, {})])
    (kept,) = session.drafts.list()
    # A secret as short as a letter stands in other words, too.
    for value in (each.casefold() for each in found if len(each) > 7):
        assert value not in kept.text.casefold()
    assert bool(kept.lost) == bool(found)


def test_what_cannot_be_read_is_not_written_and_said() -> None:
    cast = Cast((*CAST.detectors, Failing()), CAST.kinds, CAST.open_assistant)
    session = Session(Database.in_memory(), cast)
    work = DraftPlace(session.identities.add("Work").id)
    unsent = [Unsent(DraftPlace(), "unreadable", {}), Unsent(work, "all is well", {})]
    with pytest.raises(DraftsNotKept):
        session.drafts.keep(unsent)
    assert [each.text for each in session.drafts.list()] == ["all is well"]
    asyncio.run(session.close())


def test_a_message_that_is_sent_is_no_draft_any_more() -> None:
    session = Session(Database.in_memory(), CAST)
    chat = session.chats.create(FIRST_IDENTITY)
    here = DraftPlace(chat.identity_id, chat.id)
    here = DraftPlace(chat.identity_id, chat.id)
    elsewhere = DraftPlace(session.identities.add("Work").id)
    session.drafts.keep([Unsent(each, "hello", {}) for each in (here, elsewhere)])
    asyncio.run(events_of(session.turns.send(chat.id, "hello", {})))
    assert [each.place for each in session.drafts.list()] == [elsewhere]
    asyncio.run(events_of(session.turns.send(chat.id, "hello", {}, place=elsewhere)))
    assert session.drafts.list() == ()
    asyncio.run(session.close())
