"""What returns of a name found in full: its parts, where they stand alone.

"Ingrid Halvorsen" in one sentence is "Ingrid" or "Halvorsen" in the next, and 林若彤 is 若彤.
A part counts only where it cannot well be anything else: a word list says that it is a name and
nothing more, it has its capital, and no other name goes on beside it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from app.detect.builtin.detector import BuiltinDetector
from app.detect.builtin.name_neighbours import NameNeighbours
from app.detect.builtin.people_words import (
    COMPOUND_SURNAMES_ZH,
    NOT_IN_NAMES_ZH,
    SURNAMES_ZH,
)
from app.detect.detector import Profile
from app.privacy.levels import Level
from app.privacy.span import Span

NAME_TYPES = frozenset({"Real Name", "Relationship Info", "Third-Party Identifiable Info"})
# The certainty of a part: below that of any whole name, so that a whole one decides.
_CERTAINTY = 0.55
_MOST_REMEMBERED = 4096
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CHINESE_NAME = re.compile(
    rf"(?:{COMPOUND_SURNAMES_ZH})[\u4e00-\u9fff]{{2}}|[{SURNAMES_ZH}][\u4e00-\u9fff]{{2}}"
)


class NameParts:
    """Says which parts of a name stand for it, and where they do in a text."""

    def __init__(
        self,
        given: Collection[str],
        surnames: Collection[str],
        ambiguous: Collection[str],
        neighbours: NameNeighbours,
    ) -> None:
        """`given` and `surnames` are hardly ever anything else; `ambiguous` are also words."""
        self._ambiguous = frozenset(ambiguous)
        self._given = frozenset(given)
        self._surnames = frozenset(surnames)
        self._neighbours = neighbours
        # Remembered, because the same people are looked for in every text.
        self.of = lru_cache(maxsize=_MOST_REMEMBERED)(self._of)

    def _of(self, name: str) -> tuple[str, ...]:
        """Return the parts of a full name that may stand for it; none for a single word."""
        if _CHINESE_NAME.fullmatch(name):
            part = name[-2:]
            safe = part not in self._ambiguous and not set(part) & set(NOT_IN_NAMES_ZH)
            return (part,) if safe else ()
        words = _WORD.findall(name)
        if len(words) < 2:
            return ()
        first = [words[0]] if words[0] in self._given else []
        last = [words[-1]] if words[-1] in self._surnames or words[-1] in self._given else []
        parts = dict.fromkeys(first + last)
        return tuple(part for part in parts if len(part) >= 3 and part not in self._ambiguous)

    def stands(self, text: str, start: int, end: int) -> bool:
        """Say whether the part at `text[start:end]` stands there alone and as a name."""
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if "\u4e00" <= text[start] <= "\u9fff":
            # Another surname before it makes it another person's whole name.
            return before not in SURNAMES_ZH or not before
        if not text[start].isupper() or before in set("@_/#.-") or after in set("@_/"):
            return False
        if (before and before.isalnum()) or (after and after.isalnum()):
            return False
        return self._neighbours.around(text, start, end) == (start, end)

    def find(self, text: str, names: Sequence[Span]) -> Iterator[Span]:
        """Yield where parts of `names`, spans of `text`, stand in `text` outside of them."""
        whole = {span.text: span for span in names if span.type in NAME_TYPES}
        taken = bytearray(len(text))
        for span in names:
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
        for name, span in whole.items():
            for part in self.of(name):
                at = text.find(part)
                while at >= 0:
                    end = at + len(part)
                    if not any(taken[at:end]) and self.stands(text, at, end):
                        yield replace(
                            span,
                            start=at,
                            end=end,
                            text=part,
                            recogniser="name-part",
                            certainty=_CERTAINTY,
                        )
                    at = text.find(part, end)

    def find_others(self, text: str, names: Sequence[str], found: Sequence[Span]) -> Iterator[Span]:
        """Yield where parts of `names`, met in earlier messages, stand in `text` by themselves.

        Not where a name that was `found` in `text` has the same part: that one is meant.
        """
        here = {part for span in found for part in self.of(span.text)}
        for part in dict.fromkeys(part for name in names for part in self.of(name)):
            at = -1 if part in here else text.find(part)
            while at >= 0:
                end = at + len(part)
                if self.stands(text, at, end):
                    yield Span(
                        start=at,
                        end=end,
                        text=part,
                        type="Third-Party Identifiable Info",
                        level=Level.PL2,
                        source="builtin",
                        recogniser="name-part",
                        certainty=_CERTAINTY,
                    )
                at = text.find(part, end)


class RecallingDetector:
    """A detector that adds the parts of the names that another one found in full."""

    def __init__(self, detector: BuiltinDetector, parts: NameParts) -> None:
        """Pass on what `detector` finds, and its name."""
        self._detector = detector
        self._parts = parts

    def warm_up(self) -> Iterator[None]:
        """Warm up the detector within; see `BuiltinDetector.warm_up`."""
        yield from self._detector.warm_up()

    @property
    def name(self) -> str:
        """The name of the detector within."""
        return self._detector.name

    def detect(self, text: str, profile: Profile) -> Iterator[Span]:
        """Yield the spans of the detector within, then the parts of names; see `Detector`."""
        found: list[Span] = []
        # Without the others: the detector within remembers lines by profile.
        for span in self._detector.detect(text, Profile(profile.names)):
            if span.type in NAME_TYPES:
                found.append(span)
            yield span
        if found:
            yield from self._parts.find(text, found)
        if profile.others:
            yield from self._parts.find_others(text, profile.others, found)
