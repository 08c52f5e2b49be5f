"""Drafts are kept as messages are: no secret is written, and what is erased is gone from them."""

from collections.abc import Iterator

import pytest

from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action, Choice
from app.store.chats import Chats
from app.store.curating import Curator
from app.store.database import Database
from app.store.drafts import DraftPlace, Drafts, NewDraft
from app.store.numbering import FIRST_IDENTITY
from app.store.secrets import RunSecrets
from app.store.vault import Vault
from tests.store.world import assign, cells, mark, span

SECRET = "Tr0ub4dor&3x"
NOTHING = RunSecrets()


@pytest.fixture
def database() -> Iterator[Database]:
    with Database.in_memory() as opened:
        yield opened


def test_each_place_has_one_draft_and_the_newest_stays(database: Database) -> None:
    chat = Chats(database, NOTHING).create(FIRST_IDENTITY, "a chat")
    database.execute("INSERT INTO identities (id, name) VALUES (2, 'Work')")
    places = [DraftPlace(), DraftPlace(2), DraftPlace(chat.identity_id, chat.id)]
    drafts = Drafts(database)
    choices = {"ann": Choice(Action.HIDE, "Real Name", Level.PL3)}
    drafts.keep([NewDraft(each, f"old {each}", (), {}, shown=True) for each in places[:1]], NOTHING)
    drafts.keep([NewDraft(each, f"at {each}", (), choices) for each in places], NOTHING)
    kept = drafts.list()
    assert [(each.place, each.text) for each in kept] == [(each, f"at {each}") for each in places]
    assert [each.choices for each in kept] == [choices] * 3
    assert not any(each.shown or each.lost for each in kept)


def test_a_draft_goes_when_it_is_removed_and_with_its_chat(database: Database) -> None:
    chats, drafts = Chats(database, NOTHING), Drafts(database)
    chat = chats.create(FIRST_IDENTITY, "a chat")
    in_chat = DraftPlace(chat.identity_id, chat.id)
    drafts.keep([NewDraft(each, "half", (), {}) for each in (DraftPlace(), in_chat)], NOTHING)
    drafts.remove(DraftPlace())
    assert [each.place for each in drafts.list()] == [in_chat]
    chats.delete(chat.id)
    assert drafts.list() == ()
    drafts.keep([NewDraft(in_chat, "too late", (), {})], NOTHING)
    assert drafts.list() == ()


def test_a_draft_goes_with_its_identity(database: Database) -> None:
    database.execute("INSERT INTO identities (id, name) VALUES (2, 'Work')")
    drafts = Drafts(database)
    drafts.keep([NewDraft(each, "half", (), {}) for each in (DraftPlace(), DraftPlace(2))], NOTHING)
    database.execute("DELETE FROM identities WHERE id = 2")
    assert [each.place for each in drafts.list()] == [DraftPlace()]


def test_a_secret_is_a_placeholder_in_a_draft(database: Database) -> None:
    secrets = RunSecrets()
    known = Placeholder("Password", 1)
    secrets.add(known, "Password", SECRET)
    text = f"it is {SECRET} or hunter2, again {SECRET}"
    marks = (mark(text, "hunter2", Placeholder("Password", 2), Level.PL4),)
    choices = {SECRET.casefold(): Choice(Action.HIDE), "hunter2": Choice(Action.HIDE, "Password")}
    Drafts(database).keep([NewDraft(DraftPlace(), text, marks, choices)], secrets)
    (kept,) = Drafts(database).list()
    assert kept.text == "it is <Password_1> or <Password_2>, again <Password_1>"
    assert (kept.lost, kept.choices) == (2, {})


@pytest.mark.parametrize("action", [Action.HIDE, Action.KEEP])
def test_what_turns_out_to_be_a_secret_is_erased_in_drafts(
    database: Database, action: Action
) -> None:
    vault = Vault(database)
    assign(vault, span(SECRET, "Detailed Address"))
    choices = {SECRET.casefold(): Choice(action), "ann": Choice(Action.HIDE)}
    Drafts(database).keep([NewDraft(DraftPlace(), f"I said {SECRET}", (), choices)], vault.secrets)
    assert any(SECRET in cell for cell in cells(database))
    assign(vault, span(SECRET, "Password"))
    (kept,) = Drafts(database).list()
    assert SECRET not in kept.text
    assert (kept.text[:7], kept.lost, list(kept.choices)) == ("I said ", 1, ["ann"])
    folded = SECRET.casefold()
    assert not any(folded in cell.casefold() for cell in cells(database))


def test_what_is_forgotten_is_forgotten_in_drafts(database: Database) -> None:
    vault = Vault(database)
    one, two = assign(vault, span("ann@x.example", "Email"), span("bob@x.example", "Email"))
    text = "from ann@x.example to bob@x.example"
    Drafts(database).keep([NewDraft(DraftPlace(), text, (), {})], vault.secrets)
    curator = Curator(database, vault)
    curator.forget(one)
    assert Drafts(database).list()[0].text == f"from {one} to bob@x.example"
    curator.forget_all()
    assert Drafts(database).list()[0].text == f"from {one} to {two}"
