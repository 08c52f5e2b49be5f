"""From what was told to spans: every place, whole words first, nothing that tells nothing."""

import pytest

from app.detect.model.answer import Find
from app.detect.model.occurrences import spans
from app.privacy.levels import Level
from tests.detect.model.messages import messages, pieces_of


def places(told: str, text: str, start: int = 0) -> list[int]:
    found = list(spans(Find(told, "Real Name", Level.PL2), text, start))
    assert all(text[span.start - start : span.end - start] == span.text for span in found)
    return [span.start for span in found]


@pytest.mark.parametrize(
    ("told", "text", "expected"),
    [
        ("Li", "Lisa and Li", [9]),
        ("Li", "Lisa", [0]),
        ("12", "2012 or 12", [8]),
        ("王", "王小明和王", [0, 4]),
        (" Ida\n", "so Ida is", [3]),
        ("\u3000王小明 ", "我是\u3000王小明 。", [3]),
        ("aba", "ababa", [0, 2]),
        ("Ida", "nobody", []),
        ("...", "so ...", []),
        ("a", "a cat", []),
        (" ", "a b", []),
        ("7", "room 7", [5]),
    ],
)
def test_where_a_text_stands(told: str, text: str, expected: list[int]) -> None:
    assert places(told, text) == expected
    assert places(told, text, 100) == [100 + at for at in expected]


def test_every_place_is_true_in_wild_messages() -> None:
    for seed, text in enumerate(messages(300, seed=11)):
        for piece in pieces_of(text, seed):
            if len(piece.strip()) > 1 and piece.strip().isalnum():
                assert places(piece, text)


def test_a_standard_type_brings_its_level() -> None:
    (span,) = spans(Find("tiger7", "Password", Level.PL2), "is tiger7")
    assert span.level is Level.PL4
    assert span.source == "model"
    (span,) = spans(Find("tiger7", "Pet Name", Level.PL3), "is tiger7")
    assert span.level is Level.PL3


@pytest.mark.parametrize(
    ("told", "everywhere"),
    [
        ("34", False),
        ("4471", True),
        ("asthma", False),
        ("Ida", True),
        ("女", False),
        ("王小明", True),
    ],
)
def test_what_is_private_here_only(told: str, everywhere: bool) -> None:
    (span,) = spans(Find(told, "Real Name", Level.PL2), told)
    assert span.everywhere is everywhere
