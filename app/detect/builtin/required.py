"""What a text must contain before a pattern can match in it, read off the pattern itself.

Most rules cannot match most lines. Looking for a few fixed strings costs a hundredth of running
a pattern, so every rule is run only where the strings that each of its matches needs are there.
The strings are derived, never listed by hand: a rule can be changed without thinking of this.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

# A clause: strings in lower case of which at least one stands in every text that matches. `EDGE`
# before or after a string says that no ASCII letter goes on there.
Clause = frozenset[str]
Clauses = tuple[Clause, ...]
EDGE = "\0"
_SMALL_EDGE = "\1"  # no small letter goes on there

_MOST_STRINGS = 64
_MOST_BRANCHES = 256
_EMPTY: Clause = frozenset({""})
_NO_STRINGS: Clause = frozenset()


class _Facts(NamedTuple):
    """What is known of a part of a pattern: all that it can match, where few, and its clauses."""

    exact: Clause | None
    clauses: Clauses = ()


_CODES = re._constants  # type: ignore[attr-defined] # noqa: SLF001 (see `needs`)
_LITERAL, _SUBPATTERN, _BRANCH = _CODES.LITERAL, _CODES.SUBPATTERN, _CODES.BRANCH
_UNKNOWN = _Facts(None)
_A_DIGIT = _Facts(None, (frozenset("0123456789"),))
_NOTHING = _Facts(_EMPTY)
_AN_EDGE = _Facts(frozenset({EDGE}))
_A_SMALL_EDGE = _Facts(frozenset({_SMALL_EDGE}))
_ALL_EDGES = (_AN_EDGE.exact, _A_SMALL_EDGE.exact)


class Needs(NamedTuple):
    """What every text has in which a pattern matches.

    A text meets a clause if it has one of its strings, when read in lower case. `digits` is how
    many ASCII digits it has at least; digits that only a lookaround sees do not count.
    """

    clauses: Clauses = ()
    digits: int = 0


def needs(pattern: re.Pattern[str], *, low: bool = False) -> Needs:
    """Return what `pattern` needs; nothing for one that knows letters and digits beyond ASCII.

    There, letters have unlike twins in the other case, and digits have other scripts. `low` says
    that the pattern is only ever asked about text in lower case.
    """
    if not pattern.flags & re.ASCII:
        return Needs()
    # The standard library's own parser: undocumented, but the same from Python 3.11 to 3.14.
    parsed = re._parser.parse(pattern.pattern, pattern.flags)  # type: ignore[attr-defined] # noqa: SLF001
    edge = EDGE if low else ""
    clauses = [
        frozenset(string.replace(_SMALL_EDGE, edge) for string in clause)
        for clause in _flushed(_sequence(parsed))
    ]
    return Needs(tuple(dict.fromkeys(clauses)), _digits(parsed))


def _digits(parts: Iterable[Any]) -> int:
    digits = 0
    for operation, value in parts:
        if operation is _LITERAL:  # by far the most common part
            digits += 48 <= value <= 57
        else:
            digits += _digits_of(str(operation), value)
    return digits


def _digits_of(operation: str, value: Any) -> int:
    match operation:
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
    if facts.exact is None:
        return facts.clauses
    edged = frozenset(map(_edged, facts.exact))
    return facts.clauses if "" in edged else (*facts.clauses, edged)


def _edged(string: str) -> str:
    """Return `string` with the edges at its ends that say something of a letter or digit there."""
    plain = string.replace(EDGE, "").replace(_SMALL_EDGE, "")
    if not plain:
        return ""
    before = string[0] if string[0] in _EDGES and _is_letter(plain[0]) else ""
    after = string[-1] if string[-1] in _EDGES and _is_letter(plain[-1]) else ""
    return f"{before}{plain}{after}"


_EDGES = EDGE + _SMALL_EDGE


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _sequence(parts: Iterable[Any]) -> _Facts:
    exact: Clause = _EMPTY
    whole = True
    clauses: list[Clause] = []
    inlined = tuple(_inlined(parts))
    for index, (operation, value) in enumerate(inlined):
        if operation is _LITERAL and value < 128:
            tail = chr(value).lower()
            exact = frozenset([head + tail for head in exact])
            continue
        facts = _part(str(operation), value)
        if operation is _BRANCH and facts.exact is None:
            # An edge around all branches is one around each.
            before, after = inlined[max(0, index - 1) : index], inlined[index + 1 : index + 2]
            before, after = before if _is_edge(before) else (), after if _is_edge(after) else ()
            if before or after:
                facts = _branch([_sequence((*before, *one, *after)) for one in value[1]])
        clauses += facts.clauses
        if facts.exact is not None and (
            len(exact) == 1 or len(exact) * len(facts.exact) <= _MOST_STRINGS
        ):
            exact = frozenset([head + tail for head in exact for tail in facts.exact])
        else:
            clauses += _flushed(_Facts(exact))
            apart = facts.exact is None and _ends_apart(str(operation), value)
            exact, whole = facts.exact or (_AN_EDGE.exact if apart else _EMPTY) or _EMPTY, False
    if whole:
        return _Facts(exact, tuple(clauses))
    return _Facts(None, (*clauses, *_flushed(_Facts(exact))))


def _inlined(parts: Iterable[Any]) -> Iterator[Any]:
    """Yield the parts of a sequence with those of its groups, which follow on what is before."""
    for operation, value in parts:
        if operation is _SUBPATTERN:
            yield from _inlined(value[-1])
        else:
            yield operation, value


def _ends_apart(operation: str, value: Any) -> bool:
    """Say whether a part of a pattern always ends in a sign or a space."""
    if operation in {"MAX_REPEAT", "MIN_REPEAT"}:
        return bool(value[0]) and _ends_apart("SUBPATTERN", value)
    if operation == "SUBPATTERN":
        last = value[-1][-1:]
        return bool(last) and _ends_apart(str(last[0][0]), last[0][1])
    return operation == "LITERAL" and value < 128 and not chr(value).isalpha()


def _part(operation: str, value: Any) -> _Facts:  # noqa: PLR0911 (one return for each kind of part)
    match operation:
        case "LITERAL":
            return _characters([value])
        case "IN":
            return _class(value)
        case "BRANCH":
            return _branch([_sequence(branch) for branch in value[1]])
        case "ATOMIC_GROUP":
            return _sequence(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeat(*value)
        case "ASSERT":  # what a lookaround sees stands in the text too
            return _Facts(_EMPTY, _flushed(_sequence(value[1])))
        case "ASSERT_NOT":
            return _edge_of(value[1])
        case "AT":
            return _AN_EDGE if str(value) == "AT_BOUNDARY" else _NOTHING
    return _UNKNOWN


def _is_edge(parts: Sequence[Any]) -> bool:
    """Say whether `parts` are one part that stands for an edge and nothing else."""
    return len(parts) == 1 and _part(str(parts[0][0]), parts[0][1]).exact in _ALL_EDGES


def _edge_of(parts: Any) -> _Facts:
    """Return the edge that a negative lookaround makes: one class with the letters in it."""
    if len(parts) != 1 or str(parts[0][0]) != "IN":
        return _NOTHING
    members = {(str(kind), str(value)) for kind, value in parts[0][1]}
    if ("NEGATE", "None") in members:
        return _NOTHING
    if ("CATEGORY", "CATEGORY_WORD") in members or {_CAPITALS, _SMALL} <= members:
        return _AN_EDGE
    return _A_SMALL_EDGE if _SMALL in members else _NOTHING


_CAPITALS, _SMALL = ("RANGE", "(65, 90)"), ("RANGE", "(97, 122)")


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
    if len(exact) <= _MOST_BRANCHES and all(branch.exact is not None for branch in branches):
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
    without = math.prod(1 - frequency(string) for string in clause if string.isascii())
    chinese = sum(frequency(string) for string in clause if not string.isascii())
    return max(1 - without, min(0.5, chinese))


def frequency(string: str) -> float:
    """Return about how many lines in one have a string of a clause."""
    plain = string.strip(_EDGES)
    length = len(plain)
    if not plain.isascii():
        return (0.1, 0.01, 0.002)[min(length, 3) - 1]
    if plain.strip() in _COMMON:
        return 0.3
    if length == 1:
        return _OF_SIGNS.get(plain, 0.9 if plain.isalpha() else 0.5 if plain.isdigit() else 0.03)
    if plain.isdigit():
        return 0.05
    whole = len(string) - length == 2
    return (
        (0.03, 0.01, 0.004)[min(length, 4) - 2] if whole else (0.2, 0.05, 0.01)[min(length, 4) - 2]
    )


# Words that stand in every other sentence.
_COMMON = frozenset(
    ("a", "an", "the", "my", "our", "his", "her", "he", "she", "i", "i'm", "im", "i am", "is",
     "are", "was", "as", "to", "of", "in", "on", "at", "and", "for", "with", "it", "be", "we",
     "you")
)  # fmt: skip
# About how many lines of ordinary messages have these signs; others are rare, letters are not.
_OF_SIGNS = {" ": 0.99, ",": 0.6, ".": 0.8, "-": 0.3, ":": 0.3, "(": 0.15, ")": 0.15, "/": 0.1,
             "!": 0.1, "?": 0.3, "'": 0.3}  # fmt: skip
