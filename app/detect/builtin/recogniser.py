"""What a recogniser is, and the one that runs a table of context rules."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, Protocol

from app.detect.builtin.gate import OPEN, Gate
from app.detect.builtin.view import View
from app.detect.detector import Profile
from app.privacy.levels import STANDARD_TYPES, Level

# Free tags that the families use where no standard tag fits better, with their levels.
FREE_TYPES = {
    "Backup Code": Level.PL4,
    "PIN": Level.PL4,
    "Security Question Answer": Level.PL4,
    "Internal IP": Level.PL4,
    "Intranet Entry Point": Level.PL4,
    "Project/Task ID": Level.PL4,
    "Medical Record": Level.PL3,
    "Debt/Loan Info": Level.PL3,
    "Accommodation Records": Level.PL3,
    "License Plate": Level.PL3,
    "Passport Number": Level.PL3,
    "Driver's License Number": Level.PL3,
    "Credit Score": Level.PL3,
    "Third-Party Identifiable Info": Level.PL2,
    "Device ID": Level.PL2,
    "Job Title/Rank": Level.PL2,
    "School": Level.PL2,
    "Company/Organization Info": Level.PL2,
}


def level_of(privacy_type: str) -> Level:
    """Return the usual level of a standard or free tag used by the built-in recognisers."""
    return STANDARD_TYPES.get(privacy_type) or FREE_TYPES[privacy_type]


# Punctuation and space that a pattern may take along and that is not part of the fact.
_OUTER = " \t\n.,;:?，。；：？、"


class Hit(NamedTuple):
    """A find in a view: offsets into `View.text`, and what it is."""

    start: int
    end: int
    type: str
    level: Level
    recogniser: str
    certainty: float


class Recogniser(Protocol):
    """Finds one family of facts in a view."""

    @property
    def gate(self) -> Gate:
        """What a view must have for `find` to yield anything."""
        ...

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:
        """Yield hits in any order; they may overlap. Linear in the view's length."""
        ...


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern whose group `v` (or whole match) is private.

    `cues` are lower-case literals of which one must occur for the pattern to be tried; empty
    means always. `cased` runs the pattern over the text with its case, otherwise over its
    lower-case twin. `accept` may refuse a value (as it stands in the cased text). `gate` says what
    a line needs where the pattern's own strings tell nothing. `unless` is a pattern in lower case
    with which a line speaks of the world at large, so that nothing in it is anybody's.
    """

    recogniser: str
    type: str
    pattern: re.Pattern[str]
    certainty: float = 0.8
    cues: tuple[str, ...] = ()
    cased: bool = False
    level: Level | None = None
    accept: Callable[[str], bool] | None = None
    gate: Gate | None = None
    unless: re.Pattern[str] | None = None


class RuleRecogniser:
    """A table of rules. `Plan` takes them one by one; asked itself, it runs them all."""

    gate = OPEN

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in their order."""
        return self._rules

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:
        """Yield a hit for every accepted match of every rule."""
        for rule in self._rules:
            if not rule.cues or any(cue in view.low for cue in rule.cues):
                yield from RuleSearch(rule).find(view, profile)


class RuleSearch:
    """One rule made ready to run, whatever its cues."""

    __slots__ = ("_cased", "_group", "_level", "_rule", "_search")

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        # Read off the source, for the pattern is not compiled before a line needs it.
        self._group = "v" if "(?P<v>" in rule.pattern.pattern else 0
        self._level = rule.level or level_of(rule.type)
        self._cased = rule.cased
        # Asked of the pattern at the first line, for that compiles it.
        self._search: Callable[[str], re.Match[str] | None] | None = None

    def find(self, view: View, profile: Profile) -> Sequence[Hit]:  # noqa: ARG002 (contract)
        """Return the accepted matches."""
        if self._search is None:
            self._search = self._rule.pattern.search
        text = view.text if self._cased else view.low
        # Mostly nothing matches, and a search says so sooner than an iterator.
        first = self._search(text)
        if first is None:
            return ()
        rule = self._rule
        if rule.unless is not None and rule.unless.search(view.low):
            return ()
        hits = []
        matches = chain((first,), rule.pattern.finditer(text, first.end()))
        text = view.text
        for match in matches:
            start, end = match.span(self._group)
            while end > start and text[end - 1] in _OUTER:
                end -= 1
            if 0 <= start < end and (rule.accept is None or rule.accept(text[start:end])):
                hits.append(
                    Hit(start, end, rule.type, self._level, rule.recogniser, rule.certainty)
                )
        return hits
