"""What a text must contain before a pattern can match in it, read off the pattern itself.

Most rules cannot match most lines. Looking for a few fixed strings costs a hundredth of running
a pattern, so every rule is run only where the strings that each of its matches needs are there.
The strings are derived, never listed by hand: a rule can be changed without thinking of this.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

# A clause: strings in lower case of which at least one stands in every text that matches.
Clause = frozenset[str]
Clauses = tuple[Clause, ...]

_MOST_STRINGS = 64
_EMPTY: Clause = frozenset({""})
_NO_STRINGS: Clause = frozenset()


class _Facts(NamedTuple):
    """What is known of a part of a pattern: all that it can match, where few, and its clauses."""

    exact: Clause | None
    clauses: Clauses = ()


_LITERAL = re._constants.LITERAL  # type: ignore[attr-defined] # noqa: SLF001 (see `needs`)
_UNKNOWN = _Facts(None)
_A_DIGIT = _Facts(None, (frozenset("0123456789"),))
_NOTHING = _Facts(_EMPTY)


class Needs(NamedTuple):
    """What every text has in which a pattern matches.

    A text meets a clause if it has one of its strings, when read in lower case. `digits` is how
    many ASCII digits it has at least; digits that only a lookaround sees do not count.
    """

    clauses: Clauses = ()
    digits: int = 0


def needs(pattern: re.Pattern[str]) -> Needs:
    """Return what `pattern` needs; nothing for one that knows letters and digits beyond ASCII.

    There, letters have unlike twins in the other case, and digits have other scripts.
    """
    if not pattern.flags & re.ASCII:
        return Needs()
    # The standard library's own parser: undocumented, but the same from Python 3.11 to 3.14.
    parsed = re._parser.parse(pattern.pattern, pattern.flags)  # type: ignore[attr-defined] # noqa: SLF001
    return Needs(tuple(dict.fromkeys(_flushed(_sequence(parsed)))), _digits(parsed))


def _digits(parts: Iterable[Any]) -> int:
    return sum(_digits_of(str(operation), value) for operation, value in parts)


def _digits_of(operation: str, value: Any) -> int:  # noqa: PLR0911 (one for each kind of part)
    match operation:
        case "LITERAL":
            return int(48 <= value <= 57)
        case "IN":
            return int(_class(value) == _A_DIGIT or _only_digits(value))
        case "BRANCH":
            return min(_digits(branch) for branch in value[1])
        case "SUBPATTERN":
            return _digits(value[-1])
        case "ATOMIC_GROUP":
            return _digits(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return int(value[0]) * _digits(value[2])
    return 0


def _only_digits(members: list[Any]) -> bool:
    """Say whether a class of single characters has digits alone."""
    return all(str(kind) == "LITERAL" and 48 <= code <= 57 for kind, code in members)


def _flushed(facts: _Facts) -> Clauses:
    """Return the clauses of a part, what it matches exactly included."""
    if facts.exact is None or "" in facts.exact:
        return facts.clauses
    return (*facts.clauses, facts.exact)


def _sequence(parts: Iterable[Any]) -> _Facts:
    exact: Clause = _EMPTY
    whole = True
    clauses: list[Clause] = []
    for operation, value in parts:
        if operation == _LITERAL and value < 128:  # by far the most common part
            tail = chr(value).lower()
            exact = frozenset([head + tail for head in exact])
            continue
        facts = _part(str(operation), value)
        clauses += facts.clauses
        if facts.exact is not None and len(exact) * len(facts.exact) <= _MOST_STRINGS:
            exact = frozenset([head + tail for head in exact for tail in facts.exact])
        else:
            clauses += _flushed(_Facts(exact))
            exact, whole = facts.exact or _EMPTY, False
    if whole:
        return _Facts(exact, tuple(clauses))
    return _Facts(None, (*clauses, *_flushed(_Facts(exact))))


def _part(operation: str, value: Any) -> _Facts:  # noqa: PLR0911 (one return for each kind of part)
    match operation:
        case "LITERAL":
            return _characters([value])
        case "IN":
            return _class(value)
        case "BRANCH":
            return _branch([_sequence(branch) for branch in value[1]])
        case "SUBPATTERN":
            return _sequence(value[-1])
        case "ATOMIC_GROUP":
            return _sequence(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeat(*value)
        case "ASSERT":  # what a lookaround sees stands in the text too
            return _Facts(_EMPTY, _flushed(_sequence(value[1])))
        case "ASSERT_NOT" | "AT":
            return _NOTHING
    return _UNKNOWN


def _characters(codes: Iterable[int]) -> _Facts:
    lower = {chr(code).lower() for code in codes}
    # A capital whose small form is longer, or depends on its place, cannot be looked for.
    if any(len(char) != 1 or char in "σς" for char in lower):
        return _UNKNOWN
    return _Facts(frozenset(lower))


def _class(members: list[Any]) -> _Facts:
    kinds = {str(kind) for kind, _ in members}
    if kinds == {"LITERAL"} and len(members) <= _MOST_STRINGS:
        return _characters(code for _, code in members)
    if kinds == {"RANGE"} and all(low >= 48 and high <= 57 for _, (low, high) in members):
        return _A_DIGIT
    if kinds == {"CATEGORY"} and {str(one) for _, one in members} == {"CATEGORY_DIGIT"}:
        return _A_DIGIT
    return _UNKNOWN


def _branch(branches: list[_Facts]) -> _Facts:
    exact: set[str] = set()
    for branch in branches:
        exact |= branch.exact or _NO_STRINGS
    if len(exact) <= _MOST_STRINGS and all(branch.exact is not None for branch in branches):
        return _Facts(frozenset(exact))
    needed: set[str] = set()
    for branch in branches:
        clauses = _flushed(branch)
        if not clauses:
            return _UNKNOWN
        needed |= min(clauses, key=cost)
    return _Facts(None, (frozenset(needed),))


def _repeat(fewest: int, most: Any, body: Any) -> _Facts:
    facts = _sequence(body)
    if fewest == 0:
        optional = most == 1 and facts.exact is not None
        return _Facts(facts.exact | _EMPTY) if optional and facts.exact else _UNKNOWN
    if fewest == most == 1:
        return facts
    return _Facts(None, _flushed(facts))


def cost(clause: AbstractSet[str]) -> float:
    """Return about how many lines in one have one of the clause's strings; low is telling.

    However many Chinese strings there are, the lines without any Chinese have none of them.
    """
    latin = sum(_frequency(string) for string in clause if string.isascii())
    return latin + min(0.5, sum(_frequency(string) for string in clause if not string.isascii()))


def _frequency(string: str) -> float:
    length = len(string)
    if not string.isascii():
        return (0.1, 0.01, 0.002)[min(length, 3) - 1]
    if length == 1:
        return _OF_SIGNS.get(string, 0.5 if string.isalnum() else 0.03)
    if string.isdigit():
        return 0.05
    return (0.2, 0.05, 0.01)[min(length, 4) - 2]


# About how many lines of ordinary messages have these signs; others are rare, letters are not.
_OF_SIGNS = {" ": 0.9, ",": 0.6, ".": 0.8, "-": 0.3, ":": 0.3, "(": 0.15, ")": 0.15, "/": 0.1,
             "!": 0.1, "?": 0.3, "'": 0.3}  # fmt: skip
