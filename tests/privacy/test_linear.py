"""No regular expression here may take more than linear time on any text.

Shown by structure: a repeat without a bound holds no other repeat that can give characters back,
and no two such repeats that share characters stand side by side.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import app.privacy
from app.privacy.known import KnownValues
from app.privacy.masking import mask
from app.privacy.recognition import _OPEN_END, _TOKEN, LONGEST_TOKEN
from app.privacy.restoring import Restorer
from tests.privacy.texts import KINDS, Numbering

# The parser of `re` has no public name; it is what reads every pattern of the app.
sre: Any = importlib.import_module("re._parser")
_UNBOUNDED = sre.MAXREPEAT
# A bounded repeat multiplies the cost by its bound at most; a larger one counts as unbounded.
_LARGE = 200


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    for module in pkgutil.iter_modules(app.privacy.__path__):
        names = vars(importlib.import_module(f"app.privacy.{module.name}"))
        for name, value in names.items():
            if isinstance(value, type):
                members = [(f"{name}.{key}", each) for key, each in vars(value).items()]
            elif isinstance(value, dict):
                members = [(f"{name}[{key}]", each) for key, each in value.items()]
            else:
                members = [(name, value)]
            for path, each in members:
                if isinstance(each, re.Pattern):
                    yield f"{module.name}.{path}", each


ALL = dict(patterns())


def gives_back(node: Any) -> bool:
    """Whether a part of a pattern holds a large repeat that can give characters back."""
    if isinstance(node, sre.SubPattern | list):
        return any(gives_back(item) for item in node)
    if isinstance(node, tuple):
        name = str(node[0])
        if name in ("MAX_REPEAT", "MIN_REPEAT") and node[1][1] >= _LARGE:
            return True
        return any(gives_back(item) for item in node[1:])
    return False


def nested(node: Any) -> bool:
    """Whether a large repeat anywhere in a pattern holds another one that gives back."""
    if isinstance(node, sre.SubPattern | list):
        return any(nested(item) for item in node)
    if isinstance(node, tuple):
        name = str(node[0])
        if name in ("MAX_REPEAT", "MIN_REPEAT") and node[1][1] >= _LARGE and gives_back(node[1][2]):
            return True
        return any(nested(item) for item in node[1:])
    return False


def test_the_patterns_are_found() -> None:
    assert len(ALL) > 30
    assert nested(sre.parse("(a+)*b"))
    assert not nested(sre.parse("(?:a++)*b"))


@pytest.mark.parametrize("name", ALL)
def test_no_repeat_inside_a_repeat(name: str) -> None:
    pattern = ALL[name]
    assert not nested(sre.parse(pattern.pattern, pattern.flags & ~re.UNICODE))


@pytest.mark.parametrize("pattern", [_TOKEN, _OPEN_END])
def test_a_placeholder_is_sought_in_a_bounded_stretch(pattern: re.Pattern[str]) -> None:
    _, longest = sre.parse(pattern.pattern).getwidth()
    assert longest <= 2 * LONGEST_TOKEN


HOSTILE = (
    *("<", "[", "{", "&lt;", "\\", "%3C", "<a", "[a ", "{{", "A", "A_", "A\\_", "<Email_", "《a"),
    *("](", "](<", "((", '<a b="', "<a ", "https:", "a.b", "x.", "1.", "//", "www.", "a://"),
    *('"', '{"', '\\"', "```json\n", "~", " ", "\u200b", "e\u0301", "\u0301", "ﬁ", "\n", "\uffff"),
    *("_", "_A", "\\_", "[[", "<**", "‹", "①", "A_①", "<Email_1 ", "A ", "\\["),
    *(
        "*",
        "*a",
        "`",
        "_a",
        "a_",
        "-a",
        "a-",
        "a+",
        "\n>",
        "\n> a",
        "<b ",
        "</b",
        "<!--",
        "\\377",
        "=?",
    ),
    *("<Email_1>", "<A_1", "Email_1", "1 ", "one ", "一", "double ", "+1", "a1", "李", "李 "),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_end(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    known: KnownValues[int] = KnownValues()
    for key, value in enumerate(("a" * 30, "1" * 30, "李" * 9, "12345678", unit * 5)):
        known.add(key, "Real Name", value)
    known.find(text)
    result = mask(text, [], Numbering(), KINDS)
    forms: dict[Any, list[str]] = {}
    for piece in result.pieces:
        if piece.placeholder is not None:
            forms.setdefault(piece.placeholder, []).append(piece.original)
    assert Restorer(forms, KINDS).restore(result.text).text == text
