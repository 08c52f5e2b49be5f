"""The plan skips only what finds nothing: the same hits as asking everyone everything."""

import random
import re
from collections.abc import Iterator

import pytest

from app.detect.builtin.factory import default_recognisers
from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.plan import Plan
from app.detect.builtin.recogniser import Hit
from app.detect.builtin.required import Needs, needs
from app.detect.builtin.view import View
from app.detect.detector import Profile
from app.privacy.levels import Level
from tests.detect.conftest import RESOURCES
from tests.detect.corpus import samples
from tests.detect.fuzz import make

PROFILE = Profile(("Rosalind Quint",))


def _texts() -> Iterator[str]:
    messages = [sample.text for sample in samples()]
    yield from messages
    dice = random.Random(11)  # noqa: S311 (repeatable, not secret)
    for _ in range(1_500):
        yield make(dice, messages)


def test_every_hit_of_every_recogniser_is_kept_in_order() -> None:
    recognisers = default_recognisers(RESOURCES)
    plan = Plan(recognisers)
    for text in _texts():
        for line in filter(None, text.split("\n")):
            view = View(line)
            asked = [hit for one in recognisers for hit in one.find(view, PROFILE)]
            assert plan.find(View(line), PROFILE) == asked


@pytest.mark.parametrize("text", ["뚳Mrs. Castellano called", "жMrs. Castellano called"])
def test_a_title_at_the_end_of_another_word_is_none_for_either(text: str) -> None:
    recognisers = default_recognisers(RESOURCES)
    asked = [hit for one in recognisers for hit in one.find(View(text), PROFILE)]
    assert Plan(recognisers).find(View(text), PROFILE) == asked
    assert "titled-name" not in {hit.recogniser for hit in asked}


@pytest.mark.parametrize(
    ("pattern", "clauses", "digits"),
    [
        (r"abc", [{"abc"}], 0),
        (r"\bpass(?:word|port)\W{2}\d{4}", [{"\0password", "\0passport"}], 4),
        (r"(?<!\w)(?P<v>st|ave)\b", [{"\0st\0", "\0ave\0"}], 0),
        (r"(?:[a-z]+ ){1,3}street(?![A-Za-z])", [{" "}, {"\0street\0"}], 0),
        (r"\bx?(?:yes|no)(?![^\w])", [{"\0xyes", "\0xno", "\0yes", "\0no"}], 0),
        (r"\b-a\b.", [{"-a\0"}], 0),
        (r"(?i:Key)=x", [{"key=x"}], 0),
        (r"licen[cs]e", [{"license", "licence"}], 0),
        (r"(?:a|\d\d)", [set("a0123456789")], 0),
        (r"\b(?:an? old\w*|we)\b", [{"\0a old", "\0an old", "\0we\0"}], 0),
        (r"(?:xx\d{3}|yy\d{5}-)z?", [{"xx", "yy"}], 3),
        (r"(?=.*@)[a-z]+", [{"@"}], 0),
        (r"(?!no)yes", [{"yes"}], 0),
        (r"(?:ab)*c+", [{"c"}], 0),
        (r"(?:ab){2,}", [{"ab"}], 0),
        (r"[^x].", [], 0),
        (r"(?:密码|口令)是", [{"密码是", "口令是"}], 0),
        (r"(?<![0-9])[0-9]{6}(?![0-9])", [], 6),
        (r"(?=\d\d)\w+", [], 0),
        (r"Σ", [], 0),
        (r"(x)?y(?(1)z|w)", [{"y", "xy"}], 0),
    ],
)
def test_what_a_pattern_needs(pattern: str, clauses: list[set[str]], digits: int) -> None:
    one = compiled(pattern)
    needed = [clause for clause in needs(one).clauses if clause != set("0123456789")]
    assert needed == clauses
    assert needs(one).digits == digits


def test_small_letters_make_an_edge_only_in_lower_case() -> None:
    one = compiled(r"(?<![a-z])d(?![a-z])")
    assert list(map(set, needs(one).clauses)) == [{"d"}]
    assert list(map(set, needs(one, low=True).clauses)) == [{"\0d\0"}]


class _Echo:
    """Finds the whole line, so that being asked shows."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        yield Hit(0, len(view.text), "Email", Level.PL2, "email", 1.0)


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("a plan between us, 12 pages", True),
        ("a plan between us, 1 page", False),
        ("a plan, 12 pages", False),
        ("it stays between us, 12 pages", False),
    ],
)
@pytest.mark.parametrize("learn", [False, True])
def test_a_line_must_pass_a_gate_and_those_it_names(line: str, is_asked: bool, learn: bool) -> None:
    also = (Gate(words=frozenset({"plan"})),)
    plan = Plan([_Echo(Gate(strings=("between us",), digits=2, also=also))])
    if learn:
        list(plan.learn())
    assert bool(plan.find(View(line), PROFILE)) is is_asked


def test_what_a_gate_also_names_by_a_pattern_is_asked_for_once_it_is_learnt() -> None:
    pattern = compiled(r"\bplans?\b")
    plan = Plan([_Echo(Gate(strings=("us",), also=(Gate((pattern,)),)))])
    asked = [bool(plan.find(View(line), PROFILE)) for line in ("us", "us plans", "us planets")]
    assert asked == [True, True, True]
    list(plan.learn())
    asked = [bool(plan.find(View(line), PROFILE)) for line in ("us", "us plans", "us planets")]
    assert asked == [False, True, False]


def test_nothing_is_needed_where_case_has_unlike_twins() -> None:
    one = re.compile("k", re.IGNORECASE)
    assert one.search("\u212a")
    assert needs(one) == Needs()
