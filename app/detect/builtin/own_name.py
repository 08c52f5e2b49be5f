"""The user's own names, as the profile tells them."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from app.detect.builtin.gate import OPEN
from app.detect.builtin.name_neighbours import NameNeighbours
from app.detect.builtin.patterns import CAPITALISED as _CAP
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

THIRD = "Third-Party Identifiable Info"
_WORD_BEFORE = compiled(rf"(?<!\w)(?P<v>{_CAP}) $")


class OwnName:
    """The user's own names as the profile tells them, whole and, where safe, in parts."""

    gate = OPEN

    def __init__(
        self, ambiguous: Collection[str], given: Collection[str], neighbours: NameNeighbours
    ) -> None:
        self._given = frozenset(given)
        self._ambiguous = frozenset(word.lower() for word in ambiguous)
        self._neighbours = neighbours

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:
        """Yield every occurrence of the user's names.

        A single word that goes on with another part of a name is somebody else, and all of that
        name is hidden: "Li Na" is not the user Li.
        """
        level = level_of("Real Name")
        for name in profile.names:
            whole, parts = _own_patterns(name)
            if whole is None:
                continue
            for match in whole.finditer(view.low):
                if " " not in name.strip():
                    yield self._alone(view.text, *match.span(), "own-name", 0.95)
                    continue
                start, end = match.span()
                more = _WORD_BEFORE.search(view.text, max(0, start - 24), start)
                if more and more["v"].split("-")[0] in self._given:
                    start = more.start("v")
                yield Hit(start, end, "Real Name", level, "own-name", 0.95)
            for part, pattern in parts:
                if part.lower() in self._ambiguous:
                    continue
                for match in pattern.finditer(view.text):
                    if not whole.match(view.low, match.start()):
                        yield self._alone(view.text, *match.span(), "own-name-part", 0.8)

    def _alone(self, text: str, start: int, end: int, rule: str, certainty: float) -> Hit:
        """Return one word of the user's name, or the longer name of another in which it stands."""
        wide = self._neighbours.around(text, start, end)
        if wide == (start, end) or not text[start].isupper():
            return Hit(start, end, "Real Name", level_of("Real Name"), rule, certainty)
        return Hit(*wide, THIRD, level_of(THIRD), "known-given-name", 0.7)


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
