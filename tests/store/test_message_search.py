"""Searching all messages for a piece of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.chats import Chats, MessageState, NewMessage
from app.store.database import Database
from app.store.message_search import MessageSearch
from app.store.numbering import FIRST_IDENTITY
from app.store.secrets import RunSecrets
from app.store.trigrams import holds
from tests.store.world import cells


@pytest.fixture
def search(database: Database, chats: Chats) -> MessageSearch:
    chat = chats.create(FIRST_IDENTITY, "Travel")
    for text in (
        "We fly to Lisbon in March.",
        "在北京市朝阳区见面，可以吗？",
        "The LISBON flat is 100% paid_up; say \"hello\" to 'them'.",
        "Straße nach Köln",
        "nothing here",
    ):
        chats.add(chat.id, NewMessage("user", text))
    return MessageSearch(database)


@pytest.mark.parametrize(
    ("piece", "excerpts"),
    [
        ("lisbon", ["LISBON", "Lisbon"]),
        ("  Lisbon ", ["LISBON", "Lisbon"]),
        ("北京市", ["北京市"]),
        ("北京", ["北京"]),
        ("to", ["to", "to"]),
        ("100%", ["100%"]),
        ("%", ["%"]),
        ("_up", ["_up"]),
        ('"hello"', ['"hello"']),
        ("KÖLN", ["Köln"]),
        ("in March", ["in March"]),
        ("March in", []),
        ("", []),
        ("  ", []),
    ],
)
def test_a_piece_is_found_newest_first(
    search: MessageSearch, piece: str, excerpts: list[str]
) -> None:
    page = search.find(FIRST_IDENTITY, piece)
    assert [each.excerpt[each.start : each.end] for each in page.messages] == excerpts
    assert page.after is None
    assert {each.title for each in page.messages} <= {"Travel"}


def test_a_page_at_a_time(search: MessageSearch, chats: Chats) -> None:
    chat = chats.create(FIRST_IDENTITY)
    for number in range(25):
        chats.add(chat.id, NewMessage("assistant", f"lorem {number:02} ipsum"))
    for piece in ("ipsum", "ps"):
        seen: list[str] = []
        after = None
        while True:
            page = search.find(FIRST_IDENTITY, piece, after, limit=10)
            seen += [each.excerpt for each in page.messages]
            after = page.after
            if after is None:
                break
        assert seen == [f"lorem {number:02} ipsum" for number in range(24, -1, -1)]


@given(st.lists(st.text('aAbé北京 \2"%', max_size=6), max_size=30), st.data())
def test_short_pieces_are_found_in_old_messages_as_well(
    texts: list[str], data: st.DataObject
) -> None:
    piece = data.draw(st.text('aAbé北京\0"%', min_size=1, max_size=2))
    with pytest.MonkeyPatch.context() as patch, Database.in_memory() as database:
        patch.setattr("app.store.message_search._NEAREST", 2)
        patch.setattr("app.store.message_search._MOST_TERMS", 4)
        chats = Chats(database, RunSecrets())
        chat = chats.create(FIRST_IDENTITY)
        ids = [chats.add(chat.id, NewMessage("user", text)).id for text in texts]
        for number in data.draw(st.sets(st.sampled_from(range(len(ids) or 1)))) if ids else ():
            texts[number] = data.draw(st.text("ab北京", max_size=4))
            chats.update(ids[number], texts[number], (), MessageState.COMPLETE)
        search = MessageSearch(database)
        found: list[int] = []
        after: int | None = None
        while not found or after is not None:
            page = search.find(FIRST_IDENTITY, piece, after, limit=2)
            found += [each.message_id for each in page.messages]
            after = page.after
            if after is None:
                break
    wanted = [each for each, text in zip(ids, texts, strict=True) if holds(text, piece)]
    assert found == (wanted[::-1] if piece.strip() else [])


def test_what_is_changed_or_removed_is_found_no_more(
    search: MessageSearch, chats: Chats, database: Database
) -> None:
    chat = chats.create(FIRST_IDENTITY)
    message = chats.add(chat.id, NewMessage("assistant", "a zebra", state=MessageState.STREAMING))
    assert len(search.find(FIRST_IDENTITY, "zebra").messages) == 1
    chats.update(message.id, "an okapi", (), MessageState.COMPLETE)
    assert search.find(FIRST_IDENTITY, "zebra").messages == ()
    assert len(search.find(FIRST_IDENTITY, "okapi").messages) == 1
    chats.delete(chat.id)
    assert search.find(FIRST_IDENTITY, "okapi").messages == ()
    # Deleted at once, not when the index is next merged.
    assert not any("oka" in cell or "zeb" in cell for cell in cells(database))


def test_an_excerpt_is_short_and_holds_the_piece(chats: Chats, database: Database) -> None:
    text = "x " * 400 + "needle" + " y" * 400
    chats.add(chats.create(FIRST_IDENTITY).id, NewMessage("user", text))
    (hit,) = MessageSearch(database).find(FIRST_IDENTITY, "NEEDLE").messages
    assert len(hit.excerpt) < 200
    assert hit.excerpt[hit.start : hit.end] == "needle"
