from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.merge import merge
from app.privacy.levels import Level
from app.privacy.span import Span

TEXT = "abcdefghijklmnopqrstuvwxyz0123456789"


def span(
    start: int,
    end: int,
    kind: str = "Email",
    level: Level = Level.PL2,
    certainty: float = 0.8,
    source: str = "builtin",
) -> Span:
    return Span(start, end, TEXT[start:end], kind, level, source, "rule", certainty)


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    count = draw(st.integers(0, 12))
    result = []
    for _ in range(count):
        start = draw(st.integers(0, len(TEXT) - 1))
        end = draw(st.integers(start + 1, len(TEXT)))
        result.append(
            span(
                start,
                end,
                draw(st.sampled_from(("Email", "Key", "Password"))),
                draw(st.sampled_from(Level)),
                draw(st.sampled_from((0.3, 0.8, 1.0))),
                draw(st.sampled_from(("builtin", "user", "vault"))),
            )
        )
    return result


def covered(pieces: Sequence[Span]) -> set[int]:
    return {at for piece in pieces for at in range(piece.start, piece.end)}


@given(spans())
def test_covers_the_same_characters_in_order_without_overlap(before: list[Span]) -> None:
    after = merge(before, TEXT)
    assert covered(after) == covered(before)
    assert all(one.end <= two.start for one, two in pairwise(after))
    assert all(one.text == TEXT[one.start : one.end] for one in after)


@given(spans())
def test_order_of_finds_does_not_matter_and_merging_again_changes_nothing(
    before: list[Span],
) -> None:
    after = merge(before, TEXT)
    assert {(one.start, one.end, one.level) for one in merge(before[::-1], TEXT)} == {
        (one.start, one.end, one.level) for one in after
    }
    assert merge(after, TEXT) == after


@given(spans())
def test_no_level_falls_unless_the_user_set_it(before: list[Span]) -> None:
    for one in merge(before, TEXT):
        inside = [two for two in before if one.start <= two.start < one.end]
        if one.source != "user":
            assert one.level == max(two.level for two in inside)


def test_identical_finds_become_one() -> None:
    assert merge([span(2, 5), span(2, 5)], TEXT) == [span(2, 5)]


def test_touching_finds_stay_apart() -> None:
    assert len(merge([span(0, 3), span(3, 6)], TEXT)) == 2


def test_the_higher_level_names_the_union() -> None:
    [one] = merge([span(0, 9, "Email"), span(4, 12, "Key", Level.PL4)], TEXT)
    assert (one.start, one.end, one.type, one.level) == (0, 12, "Key", Level.PL4)


def test_a_proof_keeps_its_type_and_the_higher_level() -> None:
    proof = span(0, 9, "Financial Account", Level.PL3, 1.0)
    [one] = merge([proof, span(0, 12, "Password", Level.PL4)], TEXT)
    assert (one.type, one.level) == ("Financial Account", Level.PL4)


def test_the_users_word_wins_over_all() -> None:
    word = span(2, 4, "Real Name", Level.PL2, 0.5, "user")
    [one] = merge([span(0, 9, "Key", Level.PL4, 1.0), word], TEXT)
    assert (one.type, one.level, one.source) == ("Real Name", Level.PL2, "user")
    assert (one.start, one.end) == (0, 9)


def test_a_find_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="after its text"):
        merge([span(30, 36)], TEXT[:32])
