"""One placeholder for each value, numbers that never come back, and no secret on the disk."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.privacy.levels import LITERAL_TYPE, Level
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action, Choice
from app.store.chats import Chats, MarkState, NewMessage
from app.store.curating import Curator
from app.store.database import Database
from app.store.errors import DiskFull, StaleAssignment
from app.store.identities import Identities
from app.store.numbering import FIRST_IDENTITY
from app.store.settings import Settings
from app.store.vault import Entry, Vault, family
from tests.store.world import assign, cells, mark, span, undone


def test_a_value_gets_a_number_and_keeps_it(vault: Vault, database: Database) -> None:
    first, second = assign(
        vault, span("Ann.Lee@example.org", "Email"), span("bo@example.org", "Email")
    )
    assert (str(first), str(second)) == ("<Email_1>", "<Email_2>")
    for again in (vault, Vault(database)):
        assert assign(again, span("ann.lee@EXAMPLE.org", "Email")) == [first]
        entry = again.find("Email", "ANN.LEE@example.org")
        assert entry == again.entry(first)
        assert entry is not None
        assert (entry.value, entry.level, entry.type) == ("Ann.Lee@example.org", Level.PL2, "Email")


def test_an_unknown_value_or_placeholder_is_none(vault: Vault) -> None:
    assert vault.find("Email", "nobody@example.org") is None
    assert vault.entry(Placeholder("Email", 1)) is None
    assert vault.assignment().entry(Placeholder("Email", 1)) is None
    assert list(vault.entries()) == []


def test_a_draft_leaves_no_trace(vault: Vault, database: Database) -> None:
    before = cells(database)
    draft = vault.assignment()
    proposed = draft.placeholder_for(span("ann@example.org", "Email"))
    assert draft.placeholder_for(span("ANN@example.org", "Email")) == proposed
    assert draft.placeholder_for(span("bo@example.org", "Email")).number == 2
    assert [entry.placeholder.number for entry in draft.new] == [1, 2]
    entry = draft.entry(proposed)
    assert entry is not None
    assert (entry.id, entry.value) == (0, "ann@example.org")
    assert vault.entry(proposed) is None
    assert len(vault.known) == 0
    assert cells(database) == before
    assert assign(vault, span("cy@example.org", "Email")) == [Placeholder("Email", 1)]


def test_a_value_read_as_another_type_keeps_its_placeholder(vault: Vault) -> None:
    placeholders = assign(
        vault, span("Mercury", "Real Name"), span("MERCURY", "Account ID/Username")
    )
    assert placeholders == [Placeholder("Real_Name", 1)] * 2


def test_a_secret_and_what_the_user_named_keep_to_their_types(vault: Vault) -> None:
    named = replace(span("Mercury", "Business Secret", Level.PL2), source="user")
    placeholders = assign(
        vault, span("Mercury", "Real Name"), named, span("Mercury", "Password", Level.PL4)
    )
    assert [str(each) for each in placeholders] == [
        "<Real_Name_1>",
        "<Business_Secret_1>",
        "<Password_1>",
    ]


def test_a_literal_is_never_taken_for_a_value(vault: Vault) -> None:
    assign(vault, span("<Email_1>", "Account ID/Username"))
    literal = replace(span("<Email_1>", LITERAL_TYPE, Level.PL1), source="literal")
    assert [str(each) for each in assign(vault, literal)] == ["<Literal_1>"]


def test_kinds_that_an_assistant_confuses_share_their_numbers(vault: Vault) -> None:
    placeholders = assign(
        vault,
        span("a one", "Real Name"),
        span("b two", "real name", Level.PL2),
        span("c three", "RealName", Level.PL2),
        span("甲", "住处", Level.PL2),
        span("乙", "学校", Level.PL2),
    )
    assert len({(family(each.kind), each.number) for each in placeholders}) == 5
    assert [each.number for each in placeholders] == [1, 2, 3, 1, 2]
    assert family("Real_Name") == family("realname")


def test_a_second_assignment_of_the_same_numbers_is_refused(
    vault: Vault, database: Database
) -> None:
    first, second = vault.assignment(), vault.assignment()
    first.placeholder_for(span("ann@example.org", "Email"))
    second.placeholder_for(span("bo@example.org", "Email"))
    vault.commit(first)
    before = cells(database)
    for stale in (second, first):
        with pytest.raises(StaleAssignment):
            vault.commit(stale)
    assert cells(database) == before
    assert vault.find("Email", "bo@example.org") is None


def test_a_failed_commit_leaves_memory_and_disk_as_before(vault: Vault, database: Database) -> None:
    assign(vault, span("ann@example.org", "Email"))
    before = cells(database)
    pages = database.query("PRAGMA page_count")[0][0]
    database.execute(f"PRAGMA max_page_count = {pages}")
    assignment = vault.assignment()
    assignment.placeholder_for(span("the key", "Password"))
    for number in range(2000):
        assignment.placeholder_for(span(f"person{number}@example.org", "Email"))
    with pytest.raises(DiskFull):
        vault.commit(assignment)
    assert cells(database) == before
    assert (vault.last_number("Email"), len(vault.known), len(vault.secrets)) == (1, 1, 0)
    assert vault.find("Email", "person1@example.org") is None
    database.execute("PRAGMA max_page_count = 1000000")
    vault.commit(assignment)
    assert vault.last_number("Email") == 2001
    assert len(list(vault.entries())) == 2002


def test_what_a_transaction_undoes_was_never_known(vault: Vault, database: Database) -> None:
    def commit(value: str) -> None:
        assign(vault, span(value, "Email"))
        assert vault.find("Email", value) is not None
        assert vault.known.find(f"to {value}") != []

    undone(database, lambda: commit("ann@example.org"))
    assert vault.find("Email", "ann@example.org") is None
    assert vault.known.find("to ann@example.org") == []
    assert vault.last_number("Email") == 0
    with database.transaction():
        commit("bo@example.org")
    assert vault.find("Email", "bo@example.org") is not None


def test_two_messages_of_one_transaction_share_no_number(vault: Vault, database: Database) -> None:
    with database.transaction():
        assign(vault, span("ann@example.org", "Email"))
        assign(vault, span("bo@example.org", "Email"))
    assert [entry.placeholder.number for entry in vault.entries()] == [1, 2]


def test_a_number_is_not_given_again_after_a_removal(vault: Vault, database: Database) -> None:
    (first,) = assign(vault, span("ann@example.org", "Email"))
    Curator(database, vault).forget(first)
    with pytest.raises(KeyError):
        Curator(database, vault).forget(first)
    assert vault.entry(first) is None
    assert vault.find("Email", "ann@example.org") is None
    assert vault.known.find("ann@example.org") == []
    assert not any("ann" in cell for cell in cells(database))
    for each in (vault, Vault(database)):
        assert each.assignment().placeholder_for(span("ann@example.org", "Email")).number == 2


def test_every_value_is_known(vault: Vault, database: Database) -> None:
    placeholders = assign(
        vault,
        span("ann@example.org", "Email"),
        span("hunter-two-x9", "Password"),
        span("<Email_4>", LITERAL_TYPE, Level.PL1),
    )
    text = "ann@example.org or hunter-two-x9 or <Email_4>"
    assert {known.key for known in vault.known.find(text)} == set(placeholders[:2])
    assert {known.key for known in Vault(database).known.find(text)} == {placeholders[0]}


def test_literals_differ_by_spelling(vault: Vault, database: Database) -> None:
    spellings = ["<Email_1>", "<email_1>", "< Email_1 >", "＜Email_1＞"]
    placeholders = assign(vault, *(span(each, LITERAL_TYPE, Level.PL1) for each in spellings))
    assert len(set(placeholders)) == 4
    again = Vault(database)
    for spelling, placeholder in zip(spellings, placeholders, strict=True):
        entry = again.find(LITERAL_TYPE, spelling)
        assert entry is not None
        assert (entry.value, entry.placeholder) == (spelling, placeholder)


def test_a_secret_is_numbered_but_never_written(vault: Vault, database: Database) -> None:
    (secret,) = assign(vault, span("Tr0ub4dor&3x", "Password"))
    entry = vault.entry(secret)
    assert entry is not None
    assert (entry.value, entry.level) == ("Tr0ub4dor&3x", Level.PL4)
    assert assign(vault, span("Tr0ub4dor&3x", "Password")) == [secret]
    assert not any("tr0ub4dor" in cell.casefold() for cell in cells(database))
    later = Vault(database)
    forgotten = later.entry(secret)
    assert forgotten is not None
    assert (forgotten.value, forgotten.level) == (None, Level.PL4)
    assert later.find("Password", "Tr0ub4dor&3x") is None
    assert assign(later, span("Tr0ub4dor&3x", "Password")) == [Placeholder("Password", 2)]
    assert [each.value for each in later.entries()] == [None, "Tr0ub4dor&3x"]


def test_a_value_called_pl4_by_its_detector_is_not_written(
    vault: Vault, database: Database
) -> None:
    assign(vault, span("sesame-opens-it", "Network Identifier", Level.PL4))
    assert not any("sesame" in cell.casefold() for cell in cells(database))


def test_the_higher_level_of_one_message_counts(vault: Vault, database: Database) -> None:
    assignment = vault.assignment()
    placeholder = assignment.placeholder_for(span("sesame-opens-it", "Key", Level.PL2))
    assert assignment.placeholder_for(span("sesame-opens-it", "Key", Level.PL4)) == placeholder
    assert assignment.placeholder_for(span("sesame-opens-it", "Key", Level.PL3)) == placeholder
    assert [entry.level for entry in assignment.new] == [Level.PL4]
    vault.commit(assignment)
    assert not any("sesame" in cell.casefold() for cell in cells(database))


def test_a_higher_level_is_kept(vault: Vault, database: Database) -> None:
    (placeholder,) = assign(vault, span("12 Elm Row", "Detailed Address"))
    draft = vault.assignment()
    draft.placeholder_for(span("12 Elm Row", "Detailed Address", Level.PL3))
    entry = draft.entry(placeholder)
    assert entry is not None
    assert entry.level is Level.PL3
    vault.commit(draft)
    assign(vault, span("12 elm row", "Detailed Address", Level.PL2))
    stored = Vault(database).entry(placeholder)
    assert stored is not None
    assert (stored.level, stored.value) == (Level.PL3, "12 Elm Row")


def test_what_turns_out_to_be_a_secret_is_erased(
    vault: Vault, chats: Chats, database: Database
) -> None:
    value = "sesame-opens-it"
    text = f"my handle is {value}."
    (handle,) = assign(vault, span(value, "Account ID/Username"))
    rules = Settings(database, vault.secrets)
    rules.set_rule(value, Choice(Action.HIDE))
    rules.set_rule("Elm", Choice(Action.HIDE))
    chat = chats.create(FIRST_IDENTITY, f"About {value}")
    choices = {value: Choice(Action.HIDE), "elm": Choice(Action.HIDE)}
    message = chats.add(
        chat.id, NewMessage("user", text, (mark(text, value, handle),), choices=choices)
    )
    sent = chats.add(
        chat.id, NewMessage("user", text, (mark(text, value, None, action=Action.KEEP),))
    )
    assert chats.message(message.id).text == text

    (password,) = assign(vault, span(value, "Password"))

    assert password != handle
    assert chats.message(message.id).text == f"my handle is {handle}."
    assert chats.message(message.id).marks[0].state is MarkState.LOST
    assert list(chats.message(message.id).choices) == ["elm"]
    assert value not in chats.get(chat.id).title
    assert [rule.text for rule in rules.rules()] == ["Elm"]
    entry = vault.entry(handle)
    assert entry is not None
    assert (entry.level, entry.value) == (Level.PL4, value)
    # What the user chose to send stays as typed.
    assert chats.message(sent.id).text == text
    chats.remove_from(sent.id)
    assert not any(value in cell for cell in cells(database))
    assert Vault(database).find("Account ID/Username", value) is None


def test_a_secret_is_erased_in_identities_and_where_a_title_was_cut(
    vault: Vault, chats: Chats, database: Database
) -> None:
    kept = Identities(database, vault.secrets, chats, Curator(database, vault))
    kept.set_instructions(FIRST_IDENTITY, "The door opens with sesame-opens-it.")
    kept.set_names(FIRST_IDENTITY, ["Ann Lee", "Sesame-Opens-It"])
    work = kept.add("Work, sesame-opens-it")
    chat = chats.create(FIRST_IDENTITY, "What does one say there? sesame-op…")
    other = chats.create(FIRST_IDENTITY, "One opens a door…")
    (password,) = assign(vault, span("sesame-opens-it", "Password"))
    first = kept.get(FIRST_IDENTITY)
    assert first.instructions == f"The door opens with {password}."
    assert first.names == ("Ann Lee",)
    assert kept.get(work.id).name == f"Work, {password}"
    assert chats.get(chat.id).title == "What does one say there?…"
    assert chats.get(other.id).title == "One opens a door…"
    assert not any("sesame" in cell.casefold() for cell in cells(database))


def test_a_value_with_a_secret_inside_is_a_secret(vault: Vault, database: Database) -> None:
    inside = "it opens with sesame-99-x, twice"
    (before,) = assign(vault, span(inside, "Communication Content"))
    assign(vault, span("sesame-99-x", "Password"))
    (after,) = assign(vault, span("say sesame-99-x to it", "Communication Content"))
    for placeholder in (before, after):
        entry = vault.entry(placeholder)
        assert entry is not None
        assert entry.level is Level.PL4
    assert not any("sesame" in cell.casefold() for cell in cells(database))


def test_a_removed_secret_is_forgotten(vault: Vault, database: Database) -> None:
    (secret,) = assign(vault, span("sesame-99-x", "Password"))
    Curator(database, vault).forget(secret)
    assert len(vault.secrets) == 0
    assert not vault.secrets.holds("sesame-99-x")


def test_entries_may_change_while_they_are_read(vault: Vault, database: Database) -> None:
    assign(vault, *(span(f"person{number}@example.org", "Email") for number in range(2500)))
    seen = []
    for entry in vault.entries():
        seen.append(entry.placeholder.number)
        if entry.placeholder.number == 10:
            assign(vault, span("late@example.org", "Email"))
            Curator(database, vault).forget(Placeholder("Email", 2000))
    assert seen == [*range(1, 2000), *range(2001, 2502)]


def test_many_values_load(database: Database) -> None:
    count = 4_000
    rows = [(number, f"person{number}@example.org") for number in range(1, count + 1)]
    database.execute_many(
        "INSERT INTO entries (family, number, kind, type, level, value)"
        " VALUES ('email', ?, 'Email', 'Email', 2, ?)",
        rows,
    )
    database.execute("INSERT INTO counters VALUES ('email', ?)", (count,))
    vault = Vault(database)
    assert vault.placeholder("Email", "PERSON777@example.org") == Placeholder("Email", 777)
    assert [known.key.number for known in vault.known.find("to person3999@example.org!")] == [3999]
    assert assign(vault, span("new@example.org", "Email")) == [Placeholder("Email", count + 1)]


def test_nothing_private_stands_in_a_repr(vault: Vault) -> None:
    (placeholder,) = assign(vault, span("ann@example.org", "Email"))
    assert "ann@" not in repr(vault.entry(placeholder))
    assert "ann@" not in repr(Entry(1, placeholder, "Email", Level.PL2, "ann@example.org"))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Email", "Real Name", "ID Number", "Password", "私事", LITERAL_TYPE]),
            st.text(min_size=1, max_size=12),
            st.sampled_from([Level.PL2, Level.PL3, Level.PL4]),
        ),
        max_size=12,
    )
)
def test_any_values_in_any_order(values: list[tuple[str, str, Level]]) -> None:
    """Placeholders are one to one with identities, and no PL4 value is in a cell as a value."""
    with Database.in_memory() as database:
        vault = Vault(database)
        given_to: dict[Placeholder, tuple[str, str]] = {}
        for privacy_type, text, level in values:
            source = "literal" if privacy_type == LITERAL_TYPE else "builtin"
            one = replace(span(text, privacy_type, level), source=source)
            (placeholder,) = assign(vault, one)
            entry = vault.entry(placeholder)
            assert entry is not None
            assert given_to.setdefault(placeholder, (entry.type, entry.value or "")) == (
                entry.type,
                entry.value,
            )
            assert entry.level >= level
            assert assign(vault, one) == [placeholder]
        secret = {entry.placeholder for entry in vault.entries() if entry.level is Level.PL4}
        for entry in Vault(database).entries():
            assert (entry.value is None) == (entry.placeholder in secret)


def test_the_latest_values_of_some_types_come_oldest_first(vault: Vault) -> None:
    assign(
        vault,
        span("Ann Lee", "Real Name"),
        span("bo@example.org", "Email"),
        span("Bo Quint", "Relationship Info"),
        span("Cy Marsh", "Real Name"),
        span("Di Vale", "Password"),
    )
    types = ("Real Name", "Relationship Info", "Password")
    assert vault.latest(types, 10) == ["Ann Lee", "Bo Quint", "Cy Marsh"]
    assert vault.latest(types, 2) == ["Bo Quint", "Cy Marsh"]
