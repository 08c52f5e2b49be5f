"""Compiling patterns so that they find the same in a third less time.

Python's engine skips to where a match can begin only if the pattern begins with a character or a
list of them. Most of ours begin with a word boundary or a look around, and would be tried at every
place of a text; what they can begin with is read off the pattern itself. And the engine tries
the words of a list one by one; here they are filed by their letters.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

# The standard library's own parser and compiler: undocumented, but the same in what is used here
# from Python 3.11 to 3.13. A later one compiles as it likes.
_parser: Any = re._parser  # type: ignore[attr-defined] # noqa: SLF001
_compiler: Any = re._compiler  # type: ignore[attr-defined] # noqa: SLF001
_IS_KNOWN = sys.version_info < (3, 14)

_CODES = re._constants  # type: ignore[attr-defined] # noqa: SLF001
_LITERAL, _IN = _CODES.LITERAL, _CODES.IN
# So many alternatives are worth filing.
_MANY = 4
# Plain numbers, for the flags are asked for often and an enumeration answers slowly.
_IGNORECASE, _ASCII = int(re.IGNORECASE), int(re.ASCII)
_NO_SKIPPING = 0  # neither a prefix nor a set of characters is in the block of information

# A member of a class of characters, as the parser gives it.
Member = tuple[Any, Any]


class _Beginning(NamedTuple):
    """The characters with which a part of a pattern can begin; `empty` where it may have none."""

    members: tuple[Member, ...] = ()
    empty: bool = False


_UNSEEN = _Beginning(empty=True)


def compile_skipping(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return `pattern`, compiled under `flags`, which finds the same as `re.compile` of it.

    It finds it sooner where every match begins with one of some characters.
    """
    if not _IS_KNOWN:
        return re.compile(pattern, flags)
    flags = int(flags)
    parsed = _parser.parse(pattern, flags)
    flags |= parsed.state.flags
    _file(parsed, flags)
    code = _compiler._code(parsed, flags)  # noqa: SLF001
    if code[0] == _CODES.INFO and code[2] == _NO_SKIPPING and parsed.getwidth()[0]:
        beginning = _sequence(parsed, flags)
        if beginning is not None and beginning.members and not beginning.empty:
            code = [*_information(parsed, beginning.members, flags), *code[1 + code[1] :]]
    names = parsed.state.groupdict
    groups: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        groups[number] = name
    made: re.Pattern[str] = _compiler._sre.compile(  # noqa: SLF001
        pattern, flags, code, len(groups) - 1, names, tuple(groups)
    )
    return made


def _information(parsed: Any, members: Iterable[Member], flags: int) -> list[int]:
    """Return the block that tells the engine how wide a match is and how it begins."""
    instead = _parser.SubPattern(parsed.state, [(_IN, list(members))])
    instead.width = parsed.getwidth()
    block: list[int] = []
    _compiler._compile_info(block, instead, flags & ~_IGNORECASE)  # noqa: SLF001
    return block


def _sequence(parts: Iterable[Any], flags: int) -> _Beginning | None:
    """Return what a sequence of parts can begin with, None where that is not known."""
    members: tuple[Member, ...] = ()
    for operation, value in parts:
        beginning = None if _has_twins(flags) else _part(str(operation), value, flags)
        if beginning is None:
            return None
        members += beginning.members
        if not beginning.empty:
            return _Beginning(members)
    return _Beginning(members, empty=True)


def _part(operation: str, value: Any, flags: int) -> _Beginning | None:  # noqa: PLR0911 (one for each kind)
    match operation:
        case "LITERAL":
            return _Beginning(_cased([(_LITERAL, value)], flags))
        case "IN":
            kinds = {str(kind) for kind, _ in value}
            known = kinds <= {"LITERAL", "RANGE"} or value == [_A_DIGIT]
            return _Beginning(_cased(value, flags)) if known else None
        case "BRANCH":
            return _branch(value[1], flags)
        case "SUBPATTERN":
            _, added, taken, body = value
            return _sequence(body, (flags | added) & ~taken)
        case "ATOMIC_GROUP":
            return _sequence(value, flags)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            body = _sequence(value[2], flags)
            return body and body._replace(empty=body.empty or not value[0])
        case "ASSERT":
            ahead = _sequence(value[1], flags) if value[0] > 0 else None
            # What must come next is what the match begins with, whatever follows in the pattern.
            return ahead if ahead and ahead.members and not ahead.empty else _UNSEEN
        case "ASSERT_NOT" | "AT":
            return _UNSEEN
    return None


_A_DIGIT = (_CODES.CATEGORY, _CODES.CATEGORY_DIGIT)


def _has_twins(flags: int) -> bool:
    """Say whether letters count as others that only Unicode's rules of case tell of."""
    return bool(flags & _IGNORECASE) and not flags & _ASCII


def _branch(branches: Iterable[Any], flags: int) -> _Beginning | None:
    members: tuple[Member, ...] = ()
    empty = False
    for branch in branches:
        beginning = _sequence(branch, flags)
        if beginning is None:
            return None
        members += beginning.members
        empty |= beginning.empty
    return _Beginning(members, empty=empty)


def _cased(members: Iterable[Member], flags: int) -> tuple[Member, ...]:
    """Return `members` in both cases where case counts for nothing."""
    if not flags & _IGNORECASE:
        return tuple(members)
    both: list[Member] = []
    for kind, value in members:
        both.append((kind, value))
        if kind == _CODES.CATEGORY:
            continue
        low, high = value if kind == _CODES.RANGE else (value, value)
        letters = (chr(code) for code in range(low, min(high, 0x7F) + 1))
        both += [(_LITERAL, ord(char.swapcase())) for char in letters if char.isalpha()]
    return tuple(both)


def _file(parts: Any, flags: int) -> None:
    """File the alternatives in `parts` by their first character."""
    for index, (operation, value) in enumerate(parts.data):
        if operation is _LITERAL or operation is _IN:  # by far the most common parts
            continue
        match str(operation):
            case "BRANCH":
                branches = value[1]
                for branch in branches:
                    _file(branch, flags)
                if len(branches) >= _MANY and not _has_twins(flags):
                    parts.data[index] = operation, (None, _filed(parts.state, branches, flags))
            case "SUBPATTERN":
                _file(value[3], (flags | value[1]) & ~value[2])
            case "ATOMIC_GROUP":
                _file(value, flags)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                _file(value[2], flags)
            case "ASSERT" | "ASSERT_NOT":
                _file(value[1], flags)


def _filed(state: Any, branches: Sequence[Any], flags: int) -> list[Any]:
    """Return alternatives with those that begin alike made one, in an order that finds the same.

    Alternatives that begin with unlike characters never match at the same place, so only the order
    of those that begin alike counts, and that of what is not known to begin with a character.
    """
    filed: list[list[Any]] = []
    of: dict[int, list[Any]] = {}
    for branch in branches:
        first = _first(branch, flags)
        if first is None:
            of.clear()
        elif first in of:
            of[first].append(branch)
            continue
        filed.append([branch])
        if first is not None:
            of[first] = filed[-1]
    return [alike[0] if len(alike) == 1 else _joined(state, alike, flags) for alike in filed]


def _first(branch: Any, flags: int) -> int | None:
    """Return the character with which an alternative begins, a small one where case is nothing."""
    if not branch.data or branch.data[0][0] is not _LITERAL:
        return None
    code: int = branch.data[0][1]
    return code + 32 if flags & _IGNORECASE and 65 <= code <= 90 else code


def _joined(state: Any, alike: Sequence[Any], flags: int) -> Any:
    """Return one alternative for several that begin with the same character."""
    rests = [_parser.SubPattern(state, branch.data[1:]) for branch in alike]
    after = _filed(state, rests, flags) if len(rests) >= _MANY else rests
    rest = after[0].data if len(after) == 1 else [(_CODES.BRANCH, (None, after))]
    return _parser.SubPattern(state, [alike[0].data[0], *rest])
