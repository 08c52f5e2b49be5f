"""The user's own names, as the profile tells them."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from app.detect.builtin.patterns import CAPITALISED as _CAP
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

_WORD_BEFORE = compiled(rf"(?<!\w)(?P<v>{_CAP}) $")


class OwnName:
    """The user's own names as the profile tells them, whole and, where safe, in parts."""

    def __init__(self, ambiguous: Collection[str], given: Collection[str]) -> None:
        self._given = frozenset(given)
        self._ambiguous = frozenset(word.lower() for word in ambiguous)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:
        """Yield every occurrence of the user's names."""
        level = level_of("Real Name")
        for name in profile.names:
            whole, parts = _own_patterns(name)
            if whole is None:
                continue
            for match in whole.finditer(view.low):
                start, end = match.span()
                more = _WORD_BEFORE.search(view.text, max(0, start - 24), start)
                if more and more["v"].split("-")[0] in self._given:
                    start = more.start("v")
                yield Hit(start, end, "Real Name", level, "own-name", 0.95)
            for part, pattern in parts:
                if part.lower() in self._ambiguous:
                    continue
                for match in pattern.finditer(view.text):
                    yield Hit(*match.span(), "Real Name", level, "own-name-part", 0.8)


@lru_cache(maxsize=64)
def _own_patterns(
    name: str,
) -> tuple[re.Pattern[str] | None, tuple[tuple[str, re.Pattern[str]], ...]]:
    words = View(name).low.split()
    if not words or len("".join(words)) < 2:
        return None, ()
    orders = [words] if len(words) == 1 else [words, [*words[1:], words[0]]]
    joined = "|".join(r"[\s,·.]{0,3}".join(map(re.escape, order)) for order in orders)
    bounded = joined if re.search(r"[\u4e00-\u9fff]", name) else rf"(?<!\w)(?:{joined})(?!\w)"
    ends = {words[0], words[-1]} if len(words) > 1 else set()
    parts = tuple(
        (part, compiled(rf"(?<![\w@.]){re.escape(part.capitalize())}(?![\w@]|\.\w)"))
        for part in sorted(ends)
        if len(part) >= 3 and part.isalpha()
    )
    return compiled(bounded), parts
