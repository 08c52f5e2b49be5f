"""Numberings of their own: each counts as if it were alone, and none knows another's values."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.privacy.placeholder import Placeholder
from app.store.curating import Curator
from app.store.database import Database
from app.store.numbering import COMMON, Apart, Numbering, Style, identity_of
from app.store.vault import Vault, family
from tests.store.world import assign, span

NUMBERINGS = (
    COMMON,
    Numbering.of(Apart.NOBODY, Style.GENERIC, 1, 1, 1),
    Numbering.of(Apart.ASSISTANTS, Style.TYPED, 1, 1, 1),
    Numbering.of(Apart.ASSISTANTS, Style.TYPED, 1, 2, 1),
    Numbering.of(Apart.ASSISTANTS, Style.GENERIC, 1, 2, 1),
    Numbering.of(Apart.CHATS, Style.TYPED, 1, 2, 1),
    Numbering.of(Apart.CHATS, Style.TYPED, 1, 2, 2),
    Numbering.of(Apart.NOBODY, Style.TYPED, 2, 1, 1),
    Numbering.of(Apart.NOBODY, Style.GENERIC, 2, 1, 1),
    Numbering.of(Apart.ASSISTANTS, Style.TYPED, 2, 1, 1),
    Numbering.of(Apart.CHATS, Style.GENERIC, 2, 1, 3),
    Numbering.of(Apart.NOBODY, Style.TYPED, 22, 1, 1),
)
# Each line is one value, however it is written and whatever it is taken for.
VALUES = (
    (("ann@example.org", "Email"), ("ANN@Example.org", "Email")),
    (("+1 212 555 0147", "Phone Number"), ("212.555.0147", "Phone Number")),
    (("Mercury", "Real Name"), ("MERCURY", "Account ID/Username")),
    (("李小明", "Real Name"), ("李 小 明", "Real Name")),
    (("sesame-99-x", "Password"), ("sesame-99-x", "Password")),
)


def test_the_common_numbering_is_the_one_there_always_was() -> None:
    assert COMMON.scope == ""
    assert Numbering.of(Apart.NOBODY, Style.COMPLETE, 1, 3, 4).scope == ""
    assert len({each.scope for each in NUMBERINGS}) == len(NUMBERINGS)


def test_a_numbering_says_whose_it_is() -> None:
    whose = [identity_of(each.scope) for each in NUMBERINGS]
    assert whose == [1] * 7 + [2] * 4 + [22]


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(NUMBERINGS), st.integers(0, 4), st.integers(0, 1)),
        max_size=25,
    )
)
def test_one_placeholder_for_a_value_in_each_numbering_and_none_in_two(
    uses: list[tuple[Numbering, int, int]],
) -> None:
    with Database.in_memory() as database:
        vault = Vault(database)
        given_to: dict[Placeholder, tuple[str, int]] = {}
        first: dict[tuple[str, int], Placeholder] = {}
        for number, (numbering, value, way) in enumerate(uses):
            assignment = vault.assignment(numbering)
            placeholder = assignment.placeholder_for(span(*VALUES[value][way]))
            vault.commit(assignment)
            use = (numbering.scope, value)
            assert given_to.setdefault(placeholder, use) == use, "one placeholder, two values"
            assert first.setdefault(use, placeholder) == placeholder, "one value, two placeholders"
            assert numbering.generic == (placeholder.kind == "Mask")
            if number % 5 == 4:
                secrets = vault.secrets
                vault = Vault(database)
                for each in secrets.placeholders():
                    given_to.pop(each)
                    first = {key: held for key, held in first.items() if held != each}
        numbers = [(family(each.kind, each.owner), each.number) for each in given_to]
        assert len(set(numbers)) == len(numbers)
        text = "; ".join(way for value in VALUES for way, _ in value)
        assert len(vault.known.find(text)) >= len({value for _, value in given_to.values()})


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(NUMBERINGS), st.integers(0, 4)), max_size=25),
    st.sampled_from(NUMBERINGS),
)
def test_what_is_seen_of_one_owner_does_not_depend_on_others(
    uses: list[tuple[Numbering, int]], watched: Numbering
) -> None:
    def seen(uses: list[tuple[Numbering, int]]) -> list[str]:
        with Database.in_memory() as database:
            vault = Vault(database)
            return [
                str(placeholder)
                for numbering, value in uses
                for placeholder in assign(vault, span(*VALUES[value][0]), numbering=numbering)
                if numbering.owner == watched.owner
            ]

    assert seen(uses) == seen([use for use in uses if use[0].owner == watched.owner])


def test_each_owner_counts_from_one_and_never_anew() -> None:
    with Database.in_memory() as database:
        vault = Vault(database)
        for numbering in NUMBERINGS:
            if numbering.style is Style.TYPED:
                (one,) = assign(vault, span("ann@example.org", "Email"), numbering=numbering)
                assert (str(one), one.owner) == ("<Email_1>", numbering.owner)
        work = Numbering.of(Apart.NOBODY, Style.TYPED, 2, 1, 1)
        Curator(database, vault).forget(one)
        Curator(database, vault).forget_all()
        (two,) = assign(vault, span("bob@example.org", "Email"), numbering=work)
        assert str(two) == "<Email_2>"
