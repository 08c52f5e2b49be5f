"""A number however it is written: with other separators, or spelled out digit by digit.

`+1 (212) 555-0147`, `212.555.0147` and `two one two five ...` are compared as digits without
what stands between them. Everything here takes folded text (see `normalise`).
"""

import re
from typing import NamedTuple

from app.privacy.compiling import compile_skipping

_WORDS = {
    word: digit
    for digit, words in {
        "0": ("zero", "oh", "〇", "零"),
        "1": ("one", "一", "幺", "壹"),
        "2": ("two", "二", "两", "兩", "贰", "貳"),
        "3": ("three", "三", "叁", "參"),
        "4": ("four", "四", "肆"),
        "5": ("five", "五", "伍"),
        "6": ("six", "六", "陆", "陸"),
        "7": ("seven", "七", "柒"),
        "8": ("eight", "八", "捌"),
        "9": ("nine", "九", "玖"),
    }.items()
    for word in words
}
_TIMES = {"double": 2, "triple": 3}
_SEPARATING = frozenset("- .()/+,_:·•、")
_SEPARATORS = f"[{re.escape(''.join(sorted(_SEPARATING)))}]"
_MOST_BETWEEN = 3
_NUMERIC = re.compile("[0-9][a-z0-9]*")
_LETTERS_BEFORE = re.compile("[a-z]{1,8}\\Z")
# A country's or a series' letters before a number, apart from it: "GB 29 ...", "E 1234567".
_PREFIX = re.compile(rf"(?<![a-z0-9])([a-z]{{1,2}}){_SEPARATORS}{{1,3}}\Z")
_UNIT = (
    "(?:(?<![a-z0-9])(?:"
    + "|".join(word for word in (*_WORDS, *_TIMES) if word.isascii())
    + ")(?![a-z0-9])|["
    + "".join(word for word in _WORDS if not word.isascii())
    + "]"
)
_SPELLED_UNIT = compile_skipping(f"{_UNIT})")
# Spelled digits may have plain ones among them. Each unit is a whole word or one character, and
# separators are none of their beginnings: linear.
_SPELLED = compile_skipping(f"{_UNIT})(?:{_SEPARATORS}{{0,3}}{_UNIT}|[0-9])){{4,}}+")

# A number written with other separators counts from this many digits, a spelled one from this
# many: shorter ones meet by chance.
LEAST_DIGITS = 7
LEAST_SPELLED = 6


class Group(NamedTuple):
    """Letters and digits without a gap: what they read as, and where in the folded text."""

    text: str
    start: int
    end: int
    spelled: bool = False


class Run(NamedTuple):
    """Groups that may be one number: joined, and where each begins in the joined text."""

    groups: list[Group]
    text: str
    offsets: list[int]


def runs(folded: str) -> list[Run]:
    """Return what may be numbers of at least `LEAST_SPELLED` digits, in order."""
    found: list[Run] = []
    chain: list[Group] = []
    for group in _groups(folded):
        if chain and not _joins(folded, chain[-1].end, group.start):
            _close(chain, found)
            chain = []
        chain.append(group)
    _close(chain, found)
    return found


def _joins(folded: str, end: int, start: int) -> bool:
    """Say whether what stands between two groups can stand inside a number."""
    return 0 <= start - end <= _MOST_BETWEEN and _SEPARATING.issuperset(folded[end:start])


def _close(chain: list[Group], found: list[Run]) -> None:
    if len(chain) == 1 and len(chain[0].text) < LEAST_SPELLED:
        return
    text = "".join([group.text for group in chain])
    if len(text) < LEAST_SPELLED or sum(map(str.isdigit, text)) < LEAST_SPELLED:
        return
    offsets: list[int] = []
    at = 0
    for group in chain:
        offsets.append(at)
        at += len(group.text)
    found.append(Run(chain, text, offsets))


def _groups(folded: str) -> list[Group]:
    groups: list[Group] = []
    end = 0
    for match in _NUMERIC.finditer(folded):
        start = match.start()
        # One character tells that mostly neither is there, which costs less than a search.
        if folded[start - 1 : start].islower():
            before = _LETTERS_BEFORE.search(folded, max(end, start - 8), start)
            start = before.start() if before else start
        if folded[start - 1 : start] in _SEPARATING:
            prefix = _PREFIX.search(folded, max(end, start - 6), start)
            if prefix:
                groups.append(Group(prefix[1], prefix.start(1), prefix.end(1)))
        end = match.end()
        groups.append(Group(folded[start:end], start, end))
    for region in _SPELLED.finditer(folded):
        groups += _spelled(folded, *region.span())
    return sorted(groups, key=lambda group: group.start)


def _spelled(folded: str, start: int, end: int) -> list[Group]:
    groups: list[Group] = []
    times = 1
    for match in _SPELLED_UNIT.finditer(folded, start, end):
        word = match[0]
        digits = _WORDS.get(word, "") * times
        times = _TIMES.get(word, 1)
        groups.append(Group(digits, match.start(), match.end(), spelled=True))
    return groups


def compact(folded: str) -> str:
    """Return the one number that `folded` is, without separators; "" when it is not just one."""
    found = runs(folded)
    if len(found) != 1:
        return ""
    groups = found[0].groups
    rest = folded[: groups[0].start] + folded[groups[-1].end :]
    return "" if any(map(str.isalnum, rest)) else found[0].text
