"""Correcting, merging and forgetting values; and what is left of a forgotten one: nothing."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action, Choice
from app.store.chats import Chats, MarkState, NewMessage
from app.store.curating import Curator
from app.store.database import Database
from app.store.errors import CannotMerge, ValueNotKept
from app.store.identities import Identities
from app.store.numbering import FIRST_IDENTITY
from app.store.settings import Settings
from app.store.vault import Vault
from tests.store.world import assign, cells, mark, span


@pytest.fixture
def curator(database: Database, vault: Vault) -> Curator:
    return Curator(database, vault)


def test_a_corrected_type_counts_for_the_future_and_the_past_restores(
    vault: Vault, curator: Curator, database: Database
) -> None:
    (old,) = assign(vault, span("Mercury", "Real Name"))
    now = curator.correct_type(old, "Account ID/Username")
    assert str(now.placeholder) == "<Account_ID_Username_1>"
    for again in (vault, Vault(database)):
        assert assign(again, span("mercury", "Account ID/Username")) == [now.placeholder]
        assert assign(again, span("MERCURY", "Real Name")) == [now.placeholder]
        assert {hit.key for hit in again.known.find("to Mercury")} == {now.placeholder}
        was = again.entry(old)
        assert was is not None
        assert (was.value, was.merged) == ("Mercury", now.id)
        assert again.aliases(now.placeholder) == (old,)
    assert curator.correct_type(old, "Account ID/Username") == now
    back = curator.correct_type(old, "Real Name")
    assert str(back.placeholder) == "<Real_Name_2>"


def test_what_is_called_a_password_is_erased(
    vault: Vault, curator: Curator, database: Database
) -> None:
    (old,) = assign(vault, span("sesame-opens-it", "Account ID/Username"))
    now = curator.correct_type(old, "Password")
    assert (now.level, now.value) == (Level.PL4, "sesame-opens-it")
    assert not any("sesame" in cell for cell in cells(database))
    assert vault.known.find("say sesame-opens-it") != []
    assert assign(vault, span("sesame-opens-it", "Password")) == [now.placeholder]


def test_a_corrected_level_keeps_or_erases_the_value(
    vault: Vault, curator: Curator, database: Database
) -> None:
    (placeholder,) = assign(vault, span("sesame-opens-it", "Network Identifier"))
    assert curator.correct_level(placeholder, Level.PL3).level is Level.PL3
    assert curator.correct_level(placeholder, Level.PL4).level is Level.PL4
    assert not any("sesame" in cell for cell in cells(database))
    assert curator.correct_level(placeholder, Level.PL2).level is Level.PL2
    assert len(vault.secrets) == 0
    again = Vault(database)
    assert [hit.key for hit in again.known.find("to sesame-opens-it")] == [placeholder]
    curator.correct_level(placeholder, Level.PL4)
    later = Vault(database)
    with pytest.raises(ValueNotKept):
        Curator(database, later).correct_level(placeholder, Level.PL2)
    with pytest.raises(ValueNotKept):
        Curator(database, later).correct_type(placeholder, "Email")


def test_of_two_that_were_merged_the_survivor_is_used_and_both_restore(
    vault: Vault, curator: Curator, database: Database
) -> None:
    short, full = assign(vault, span("Laurie", "Real Name"), span("Laurie Luo", "Real Name"))
    assert curator.merge(full, short).placeholder == full
    for again in (vault, Vault(database)):
        assert assign(again, span("laurie", "Real Name"), span("Laurie Luo", "Real Name")) == [
            full,
            full,
        ]
        assert {hit.key for hit in again.known.find("Laurie, not Laurie Luo")} == {full}
        entry = again.entry(short)
        assert entry is not None
        assert entry.value == "Laurie"
    (third,) = assign(vault, span("Lo Luo", "Relationship Info"))
    curator.merge(third, short)  # meaning the one that stands for it
    assert vault.aliases(third) == (short, full)
    assert {hit.key for hit in vault.known.find("Laurie Luo, Lo Luo, Laurie")} == {third}


def test_secrets_and_other_numberings_are_not_merged(vault: Vault, curator: Curator) -> None:
    one, secret = assign(vault, span("Laurie", "Real Name"), span("sesame-99-x", "Password"))
    with pytest.raises(CannotMerge):
        curator.merge(one, secret)
    with pytest.raises(KeyError):
        curator.merge(one, Placeholder("Email", 7))


def test_a_forgotten_value_is_nowhere_in_the_file(
    vault: Vault, curator: Curator, chats: Chats, database: Database, path: Path
) -> None:
    value = "quartz.lantern@example.org"
    text = f"write to {value}, please"
    first, other = assign(vault, span(value, "Email"), span("quartz lantern", "Real Name"))
    curator.merge(first, other)
    rules = Settings(database, vault.secrets)
    rules.set_rule(value, Choice(Action.KEEP))
    identities = Identities(database, vault.secrets, chats, curator)
    identities.set_instructions(FIRST_IDENTITY, f"I am {value}.")
    identities.add(f"At {value}")
    chat = chats.create(FIRST_IDENTITY, f"About {value}")
    message = chats.add(
        chat.id,
        NewMessage("user", text, (mark(text, value, first),), choices={value: Choice(Action.HIDE)}),
    )
    curator.forget(first)
    assert chats.message(message.id).text == f"write to {first}, please"
    assert chats.message(message.id).marks[0].state is MarkState.LOST
    assert chats.message(message.id).marks[0].level is Level.PL2
    assert not any("quartz" in cell.casefold() for cell in cells(database))
    assert not any("lantern" in cell.casefold() for cell in cells(database))
    assert database.query("PRAGMA secure_delete") == [(1,)]
    # Nor is it in the index of trigrams, which keeps what was deleted unless told otherwise.
    plain = path.with_name("plain.db")
    database.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
    database.query("SELECT sqlcipher_export('plain')")
    database.execute("DETACH DATABASE plain")
    content = plain.read_bytes().lower()
    assert b"quartz" not in content
    assert b"uar" not in content
    assert b"@ex" not in content
    for again in (vault, Vault(database)):
        assert again.entry(first) is None
        assert again.known.find(text) == []
    assert assign(vault, span(value, "Email")) == [Placeholder("Email", 2)]


def test_everything_is_forgotten_but_the_numbers(
    vault: Vault, curator: Curator, chats: Chats, database: Database
) -> None:
    text = "write to ann@example.org"
    (first, secret) = assign(
        vault, span("ann@example.org", "Email"), span("sesame-99-x", "Password")
    )
    chat = chats.create(FIRST_IDENTITY, "About ann@example.org")
    message = chats.add(chat.id, NewMessage("user", text, (mark(text, "ann@example.org", first),)))
    curator.forget_all()
    assert chats.message(message.id).text == f"write to {first}"
    assert chats.get(chat.id).title == f"About {first}"
    assert not any("ann@" in cell for cell in cells(database))
    assert len(vault.secrets) == 0
    assert vault.known.find("ann@example.org sesame-99-x") == []
    assert vault.entry(secret) is None
    assert assign(vault, span("ann@example.org", "Email")) == [Placeholder("Email", 2)]


NAMES = ("Ann Lee", "ann lee jr", "bo@example.org", "+1 212 555 0147", "李小明", "Elm Row")
TYPES = ("Real Name", "Email", "Phone Number", "Detailed Address", "Password", "Key")


def take(step: str, vault: Vault, curator: Curator, one: int, other: int) -> None:
    """Do one thing, to one of the entries that are there."""
    there = sorted(entry.placeholder for entry in vault.entries())
    if step == "assign":
        assign(vault, span(NAMES[one], TYPES[other]))
        return
    if not there:
        return
    placeholder = there[one % len(there)]
    match step:
        case "type":
            curator.correct_type(placeholder, TYPES[other])
        case "level":
            curator.correct_level(placeholder, Level(other % 4 + 1))
        case "merge":
            with contextlib.suppress(CannotMerge):
                curator.merge(placeholder, there[other % len(there)])
        case "forget":
            curator.forget(placeholder)


@settings(max_examples=40)
@example([("assign", 0, 0), ("assign", 1, 0), ("assign", 2, 0), ("merge", 0, 2), ("assign", 0, 4)])
@example([("assign", 0, 0), ("type", 0, 1), ("assign", 0, 4)])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["assign", "type", "level", "merge", "forget"]),
            st.integers(0, 5),
            st.integers(0, 5),
        ),
        max_size=20,
    )
)
def test_whatever_is_done_memory_and_file_agree_and_no_number_comes_back(
    steps: list[tuple[str, int, int]],
) -> None:
    with Database.in_memory() as database:
        vault = Vault(database)
        curator = Curator(database, vault)
        ever: set[Placeholder] = set()
        for step, one, other in steps:
            before = {entry.placeholder for entry in vault.entries()}
            take(step, vault, curator, one, other)
            new = {entry.placeholder for entry in vault.entries()} - before
            assert not new & ever, "a number came back"
            ever |= before | new
        again = Vault(database)
        entries = {entry.placeholder: entry for entry in again.entries()}
        secret = set(vault.secrets.placeholders())
        for vaults, known in ((vault, entries.keys()), (again, entries.keys() - secret)):
            for hit in vaults.known.find(", ".join(NAMES)):
                assert hit.key in known
                assert not entries[hit.key].merged
        for entry in entries.values():
            if entry.value is not None:
                assert again.known.find(entry.value) != []
            elif entry.placeholder in secret:
                assert vault.known.find(vault.secrets.value(entry.placeholder) or "") != []
