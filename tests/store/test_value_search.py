"""Searching the vault, a page at a time, by whatever the user remembers of a value."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.privacy.levels import Level
from app.privacy.policy import Action
from app.store.chats import Chats, NewMessage
from app.store.curating import Curator
from app.store.database import Database
from app.store.marks import Mark
from app.store.numbering import FIRST_IDENTITY, Apart, Numbering, Style
from app.store.receipts import Receipt, Receipts
from app.store.usage import Usage
from app.store.value_search import ValueSearch, Wanted
from app.store.vault import Vault
from tests.store.world import assign, mark, span


@pytest.fixture
def search(database: Database, vault: Vault) -> ValueSearch:
    assign(
        vault,
        span("Ann.Lee@example.org", "Email"),
        span("bo@example.org", "Email"),
        span("Ann Lee", "Real Name"),
        span("王小明", "Real Name"),
        span("+1 212 555 0147", "Phone Number"),
        span("ann-and-sesame", "Password"),
        span("flat 100%_a", "Detailed Address", Level.PL3),
    )
    return ValueSearch(database, vault)


def found(search: ValueSearch, wanted: Wanted) -> list[str | None]:
    return [entry.value for entry in search.find(wanted).entries]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ann", ["ann-and-sesame", "Ann Lee", "Ann.Lee@example.org"]),
        ("ANN LEE", ["Ann Lee"]),
        ("小明", ["王小明"]),
        ("王", ["王小明"]),
        ("bo", ["bo@example.org"]),
        ("0147", ["+1 212 555 0147"]),
        ("%_a", ["flat 100%_a"]),
        ("%", ["flat 100%_a"]),
        ('"ann', []),
        ("<Email_2>", ["bo@example.org"]),
        ("email_2", ["bo@example.org"]),
        ("<Password_1>", ["ann-and-sesame"]),
        ("<Email_9>", []),
        ("nobody", []),
    ],
)
def test_by_a_piece_or_a_placeholder(search: ValueSearch, text: str, values: list[str]) -> None:
    assert found(search, Wanted(text)) == values


def test_a_long_search_comes_in_pieces(
    search: ValueSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.value_search._LOOKED_AT", 2)
    pages = [search.find(Wanted("bo"))]
    while pages[-1].after is not None:
        pages.append(search.find(Wanted("bo"), pages[-1].after))
    assert [[entry.value for entry in page.entries] for page in pages] == [
        [],
        [],
        ["bo@example.org"],
        [],
    ]


def test_the_types_that_there_are(search: ValueSearch, database: Database) -> None:
    assert set(search.used_types()) == set(search.types())
    database.execute("DELETE FROM entries")
    assert search.used_types() == ()


def test_by_type_and_level(search: ValueSearch) -> None:
    assert len(found(search, Wanted())) == 7
    assert found(search, Wanted(types=frozenset({"Real Name"}))) == ["王小明", "Ann Lee"]
    assert found(search, Wanted(levels=frozenset({Level.PL3}))) == ["flat 100%_a"]
    assert found(search, Wanted("ann", frozenset({"Email"}))) == ["Ann.Lee@example.org"]
    assert search.types() == {
        "Detailed Address": 1,
        "Email": 2,
        "Password": 1,
        "Phone Number": 1,
        "Real Name": 2,
    }


def test_a_page_at_a_time(vault: Vault, database: Database) -> None:
    assign(vault, *(span(f"person{number}@example.org", "Email") for number in range(25)))
    search = ValueSearch(database, vault)
    for wanted in (Wanted(), Wanted("person"), Wanted("pe")):
        seen: list[int] = []
        after = None
        while True:
            page = search.find(wanted, after, limit=10)
            seen += [entry.placeholder.number for entry in page.entries]
            after = page.after
            if after is None:
                break
        assert seen == list(range(25, 0, -1))


def test_what_was_merged_is_found_as_what_stands_for_it(
    search: ValueSearch, vault: Vault, database: Database
) -> None:
    name = vault.find("Real Name", "Ann Lee")
    other = vault.find("Real Name", "王小明")
    assert name is not None
    assert other is not None
    Curator(database, vault).merge(name.placeholder, other.placeholder)
    assert found(search, Wanted("小明")) == ["Ann Lee"]
    assert found(search, Wanted(str(other.placeholder))) == ["Ann Lee"]
    assert found(search, Wanted(types=frozenset({"Real Name"}))) == ["Ann Lee"]


def test_a_secret_of_an_earlier_run_is_found_by_its_placeholder(
    search: ValueSearch, database: Database
) -> None:
    assert found(search, Wanted("sesame")) == ["ann-and-sesame"]
    later = ValueSearch(database, Vault(database))
    assert found(later, Wanted("sesame")) == []
    assert found(later, Wanted("<Password_1>")) == [None]


def test_of_one_numbering_or_of_all(search: ValueSearch, vault: Vault, database: Database) -> None:
    work = Numbering.of(Apart.NOBODY, Style.TYPED, 2, 1, None)
    first, _ = assign(
        vault,
        span("cy@example.org", "Email"),
        span("dee@example.org", "Email"),
        numbering=work,
    )
    assert first.owner == work.owner
    assert found(search, Wanted("<Email_2>")) == ["dee@example.org", "bo@example.org"]
    both = ["dee@example.org", "cy@example.org"]
    assert found(search, Wanted(scope=work.scope)) == both
    assert found(search, Wanted("example", frozenset({"Email"}), scope=work.scope)) == both
    assert found(search, Wanted("<Email_2>", scope="")) == ["bo@example.org"]
    assert "dee@example.org" not in found(search, Wanted(scope=""))
    Curator(database, vault).merge(first, replace(first, number=2))
    assert found(search, Wanted("dee", scope=work.scope)) == ["cy@example.org"]


def test_where_a_value_was_used_and_who_saw_its_placeholder(
    vault: Vault, chats: Chats, database: Database
) -> None:
    (ann,) = assign(vault, span("ann@example.org", "Email"))
    text = "write to ann@example.org"
    first, second = chats.create(FIRST_IDENTITY, "First"), chats.create(FIRST_IDENTITY, "Second")
    for chat in (first, first, second):
        chats.add(chat.id, NewMessage("user", text, (mark(text, "ann@example.org", ann),)))
    chats.add(chats.create(FIRST_IDENTITY, "Third").id, NewMessage("user", "nothing"))
    usage = Usage(database)
    assert [(each.title, each.messages) for each in usage.chats(ann)] == [
        ("Second", 1),
        ("First", 2),
    ]
    assert usage.seen_by(ann) == ()
    receipts = Receipts(database)
    for provider, body in (("Testing", f"to {ann}"), ("Testing", "hello"), ("Other", f"{ann}!")):
        receipts.add(
            Receipt(
                first.id,
                None,
                datetime(2026, 1, 2, tzinfo=UTC),
                provider,
                "h.example",
                "m",
                body,
                {},
            )
        )
    seen = {each.provider: each.times for each in usage.seen_by(ann)}
    assert seen == {"Testing": 1, "Other": 1}
    # What looks the same in another numbering is another value.
    namesake = replace(ann, owner="assistant 2")
    assert usage.seen_by(namesake) == ()
    assert usage.chats(namesake) == ()
    mine = Mark(0, 3, "Email", Level.PL2, "rules", 1.0, namesake, Action.HIDE)
    chats.add(first.id, NewMessage("user", "bob", (mine,)))
    assert [each.title for each in usage.chats(namesake)] == ["First"]
    assert usage.seen_by(namesake) == ()
