import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.detect import builtin
from app.detect.builtin.detector import BuiltinDetector
from app.detect.builtin.explanations import EXPLANATIONS
from app.detect.builtin.factory import default_recognisers
from app.detect.builtin.gate import OPEN
from app.detect.builtin.recogniser import Hit, Rule
from app.detect.builtin.view import View
from app.detect.detector import Profile
from app.detect.merge import merge
from app.privacy.levels import Level
from tests.detect.conftest import RESOURCES

NOBODY = Profile()
PIECES = st.sampled_from(
    [
        "my password is ", "密码是", "card ", "4556 7375 8689 9855", "+1 (212) 736-5000", "@", "://",
        "rita@quill.example", "我住在", "号", "路", "Dr. ", "Rita Moss", "mg", "12", "-", "—", ".",
        "，", "\n", " ", "\u200b", "１２３", "😀", "wife ", "$1,200 ", "元", "code ",
        "QX-2207", "é",
        "İ", "ﬁ", "\u0301", "((", "[[", "====", "my ", "is ", "确诊", "症", "sk-", "eyJ", "://a:b@c",
    ]
)  # fmt: skip


class Counting:
    """A recogniser that counts what it is asked and marks every line's first character."""

    gate = OPEN

    def __init__(self) -> None:
        self.asked: list[str] = []

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:
        self.asked.append(view.text + "".join(profile.names))
        yield Hit(0, 1, "Email", Level.PL2, "email", 0.5)


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=14), name=st.text(max_size=12)
)
def test_any_text_gives_spans_that_fit(
    detector: BuiltinDetector, pieces: list[str], name: str
) -> None:
    text = "".join(pieces)
    spans = list(detector.detect(text, Profile((name,))))
    for span in spans:
        assert text[span.start : span.end] == span.text
        assert span.recogniser in EXPLANATIONS
        assert 0 < span.certainty <= 1
    merge(spans, text)


def test_only_a_changed_line_is_read_again() -> None:
    counting = Counting()
    detector = BuiltinDetector([counting])
    assert [s.start for s in detector.detect("one\ntwo\n\nthree", NOBODY)] == [0, 4, 9]
    assert counting.asked == ["one", "two", "three"]
    list(detector.detect("one\nTWO\n\nthree", NOBODY))
    assert counting.asked == ["one", "two", "three", "TWO"]
    list(detector.detect("one", Profile(("Rita",))))
    assert counting.asked[-1] == "oneRita"


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.detect.builtin.detector.REMEMBERED_CHARACTERS", 10)
    detector = BuiltinDetector([Counting()])
    for line in ("aaaa", "bbbb", "cccc", "dddd"):
        list(detector.detect(line, NOBODY))
    assert [line for line, *_ in detector._remembered] == ["cccc", "dddd"]


def test_whole_text_recognisers_see_all_lines() -> None:
    counting = Counting()
    list(BuiltinDetector([], [counting]).detect("one\ntwo", NOBODY))
    assert counting.asked == ["one\ntwo"]


def test_offsets_count_code_points_after_an_emoji(detector: BuiltinDetector) -> None:
    text = "😀👍🏽 mail rita@quill.example"
    [span] = list(detector.detect(text, NOBODY))
    assert span.start == text.index("rita")


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.iter_modules(builtin.__path__):
        loaded = importlib.import_module(f"{builtin.__name__}.{module.name}")
        for name, value in vars(loaded).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value
            for rule in value if isinstance(value, tuple) else ():
                if isinstance(rule, Rule):
                    yield f"{module.name}.{rule.recogniser}", rule.pattern


def _nested(parsed: Any, inside: bool) -> bool:
    """Say whether an unbounded repeat holds another repeat that can match differently."""
    for operation, value in parsed:
        if operation in (re._constants.MAX_REPEAT, re._constants.MIN_REPEAT):  # type: ignore[attr-defined]
            low, high, body = value
            unbounded = high == re._constants.MAXREPEAT  # type: ignore[attr-defined]
            if inside and low != high and unbounded:
                return True
            if _nested(body, inside or unbounded):
                return True
        elif operation == re._constants.SUBPATTERN:  # type: ignore[attr-defined]
            if _nested(value[-1], inside):
                return True
        elif operation == re._constants.BRANCH and any(  # type: ignore[attr-defined]
            _nested(branch, inside) for branch in value[1]
        ):
            return True
    return False


def test_no_pattern_can_run_away() -> None:
    """An unbounded repeat within an unbounded repeat is how matching becomes exponential."""
    patterns = list(_patterns())
    assert len(patterns) > 200
    bad = [
        name
        for name, pattern in patterns
        if _nested(re._parser.parse(pattern.pattern, pattern.flags), inside=False)  # type: ignore[attr-defined]
    ]
    assert bad == []


@pytest.mark.parametrize(
    "piece",
    ["a", "1", "-", "a-", "A1-", "aA1!", "@a.", "1 ", "中", "我", "路", "my ", "Aa ", "://", "=",
     "a=b;", "password is "],
)  # fmt: skip
def test_hostile_repeats_are_read_to_the_end(detector: BuiltinDetector, piece: str) -> None:
    text = piece * (6_000 // len(piece)) + "\nmail rita@quill.example"
    assert any(span.text == "rita@quill.example" for span in detector.detect(text, NOBODY))


def test_every_rule_has_an_explanation() -> None:
    for recogniser in default_recognisers(RESOURCES):
        rules = getattr(recogniser, "_rules", ())
        for rule in rules if isinstance(rules, tuple) else ():
            assert rule.recogniser in EXPLANATIONS


def test_everyday_words_are_private_in_their_context_only(detector: BuiltinDetector) -> None:
    text = "I am 43 years old. Mail rita@quill.example"
    spans = {span.text: span.everywhere for span in detector.detect(text, NOBODY)}
    assert spans["43 years old"] is False
    assert spans["rita@quill.example"] is True
