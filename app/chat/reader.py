"""Reading a text: what is private in it, what will be hidden, and the text that would leave.

The composer, the context of a request and the headless commands all read through here, so what a
person reviews and what leaves are computed by the same code.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from app.detect.detector import Detector, DetectorFailed, Profile
from app.detect.merge import merge
from app.privacy.encoded import TooMuchEncoded, find_encoded
from app.privacy.finding import Finder, Known
from app.privacy.kinds import Kinds
from app.privacy.known import KnownValues
from app.privacy.levels import GENERIC_KIND, LITERAL_TYPE, STANDARD_TYPES, Level
from app.privacy.masking import Fixed, Masked, completely, mask
from app.privacy.normalise import fold
from app.privacy.placeholder import Placeholder
from app.privacy.policy import NO_CHOICES, Action, Choice, Choices, Policy
from app.privacy.prepared import DecodedLines, Prepared
from app.privacy.recognition import Recogniser
from app.privacy.span import Span
from app.store.marks import Mark, MarkState
from app.store.numbering import Style
from app.store.vault import Assignment, Entry, Vault

# Hiding one value can lay bare another beside it, so the masked text is looked at again. What is
# not settled after this many rounds is for the outbound check to stop.
_ROUNDS = 12

K = TypeVar("K")

# A piece that the user hides without naming a type gets the taxonomy's widest identifying tag.
USER_TYPE = "Private"
USER_LEVEL = Level.PL3

# Values that are proposed for the vault but not in it yet.
Fresh = KnownValues[Entry]


@dataclass(frozen=True, slots=True)
class Found:
    """One private piece of a text and what happens to it.

    `placeholder` is what leaves in its place, None where it is kept. `chosen` says that a choice
    of the user's decided, and not the level.
    """

    span: Span
    action: Action
    placeholder: Placeholder | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a text gave: `found` is sorted and does not overlap.

    `masked` is the text as it would leave; `counts` the number of distinct hidden values by
    level; `assignment` holds the proposed placeholders, of which nothing is written yet.
    """

    text: str
    found: tuple[Found, ...]
    masked: Masked
    counts: Mapping[Level, int]
    assignment: Assignment

    @property
    def hidden(self) -> int:
        """How many distinct values stay on this machine."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Standing:
    """The user's standing settings that a reading depends on."""

    policy: Policy = field(default_factory=Policy)
    profile: Profile = field(default_factory=Profile)


class Reader:
    """Finds and masks what is private, by detectors, by the vault, and by the user's choices."""

    def __init__(
        self,
        detectors: Sequence[Detector],
        vault: Vault,
        kinds: Kinds,
        standing: Callable[[], Standing],
    ) -> None:
        """Read with `detectors` and the values of `vault`; `standing` is asked at each reading.

        `kinds` are the names by which a placeholder's kind may be called, as in restoring.
        """
        self._detectors = tuple(detectors)
        self._vault = vault
        self._kinds = kinds
        self._recogniser = Recogniser(kinds)
        self._standing = standing
        self._decoded = DecodedLines()

    def read(
        self,
        text: str,
        choices: Choices = NO_CHOICES,
        marks: Sequence[Mark] = (),
        assignment: Assignment | None = None,
        fresh: Fresh | None = None,
        profile: Profile | None = None,
    ) -> Reading:
        """Read `text`; write nothing.

        `choices` are the user's for this message. `marks` are what is already known of a stored
        message: its values are spans again, and places that only hold a placeholder leave as they
        stand. Several texts that leave together share one `assignment`, and `fresh`, the values
        that are new in them, is recalled like those of the vault. `profile` is whose text it is,
        where it is not the standing one's.
        Raises `DetectorFailed` when a detector could not read the text to its end.
        """
        standing = self._standing()
        assignment = assignment or self._vault.assignment()
        typed = Prepared(text, self._decoded)
        recalled = list(self._recalled(typed, fresh))
        found_here = list(self._detected(text, profile or standing.profile))
        spans = self._spans(typed, choices, marks, standing.policy, [*found_here, *recalled])
        for _ in range(_ROUNDS):
            found = [self._decide(span, choices, standing.policy) for span in spans]
            masked = self._mask(text, found, marks, assignment)
            laid_bare = list(self._laid_bare(typed, masked, found, fresh))
            if not laid_bare:
                break
            spans = merge([*spans, *laid_bare], text)
        found = _placed(found, masked)
        return Reading(text, tuple(found), masked, hidden_counts(found), assignment)

    def _spans(
        self,
        typed: Prepared,
        choices: Choices,
        marks: Sequence[Mark],
        policy: Policy,
        found: Sequence[Span],
    ) -> list[Span]:
        text = typed.text
        spans = [*found, *self._marked(text, marks)]
        spans += _chosen(typed, {**policy.values, **choices}, spans)
        spans += _echoes(typed, spans)
        return [span for span in merge(spans, text) if span.level > Level.PL1]

    def _detected(self, text: str, profile: Profile) -> Iterable[Span]:
        for detector in self._detectors:
            try:
                yield from detector.detect(text, profile)
            except DetectorFailed:
                raise
            except Exception as error:  # noqa: BLE001 - whatever failed, the text was not read
                # A detector's silence must never pass for "nothing private". The cause is
                # dropped on purpose: its message may quote the text.
                failure = DetectorFailed(detector=f"{detector.name}: {type(error).__name__}")
                raise failure from None

    def _recalled(self, text: Prepared, fresh: Fresh | None) -> Iterable[Span]:
        """Yield where values of the vault and `fresh` ones stand in `text`, however written."""
        for known in _places(self._vault.known, text):
            entry = self._vault.entry(known.key)
            if entry is not None:
                yield _recalled_span(text, known, entry)
        for new in _places(fresh, text) if fresh else ():
            if new.key.everywhere:
                yield _recalled_span(text, new, new.key)

    def _laid_bare(
        self, typed: Prepared, masked: Masked, found: Sequence[Found], fresh: Fresh | None
    ) -> Iterable[Span]:
        """Yield the values that stand in the masked text only, for what was beside them is gone.

        "王" is no value in 王小明, but it is one before a placeholder for the rest.
        """
        kept = [each.span for each in found if each.action is Action.KEEP]
        spans = [each.span for each in found]
        text = typed.text
        leaves = typed if masked.text == text else Prepared(masked.text, self._decoded)
        for span in (*self._recalled(leaves, fresh), *_echoes(leaves, spans)):
            place = masked.typed(span.start, span.end)
            if place is None:
                continue
            start, end = place
            if not any(each.start <= start and end <= each.end for each in kept):
                yield replace(span, start=start, end=end, text=text[start:end])

    @staticmethod
    def _marked(text: str, marks: Sequence[Mark]) -> Iterable[Span]:
        for mark in marks:
            if mark.state is MarkState.VALUE:
                yield Span(
                    mark.start,
                    mark.end,
                    text[mark.start : mark.end],
                    mark.type,
                    mark.level,
                    mark.source,
                    "marked",
                    mark.certainty,
                    # Whether it is private elsewhere too is for the vault to say.
                    everywhere=False,
                )

    @staticmethod
    def _decide(span: Span, choices: Choices, policy: Policy) -> Found:
        choice = None
        if choices or policy.values:
            key = fold(span.text)
            choice = choices.get(key) or policy.values.get(key)
        if choice is not None:
            span = replace(span, type=choice.type or span.type, level=_level(choice, span.level))
            return Found(span, choice.action, None, chosen=True)
        # What the user hid by hand stays hidden whatever the threshold, also where merging made
        # the span longer than what they chose.
        if span.source == "user":
            return Found(span, Action.HIDE, None, chosen=True)
        return Found(span, policy.action(span, choices), None, chosen=False)

    def _mask(
        self,
        text: str,
        found: Sequence[Found],
        marks: Sequence[Mark],
        assignment: Assignment,
    ) -> Masked:
        """Mask `text`, leaving alone the places of it that hold a placeholder and no value."""
        hidden = [each.span for each in found if each.action is Action.HIDE]
        fixed = [
            Fixed(mark.start, mark.end, mark.placeholder)
            for mark in marks
            if mark.state is not MarkState.VALUE and not self._taken(text, mark, assignment)
        ]
        masked = mask(text, hidden, assignment.placeholder_for, self._kinds, fixed)
        complete = assignment.numbering.style is Style.COMPLETE
        return completely(masked) if complete else masked

    def _taken(self, text: str, mark: Mark, assignment: Assignment) -> bool:
        """Say whether a placeholder that stands in a text must not leave as it stands.

        One of the assistant's invention now may be somebody's, and would name that value from now
        on. One of another numbering stands for another value in this one, or will.
        """
        if mark.placeholder is not None:
            generic = mark.placeholder.kind == GENERIC_KIND
            numbering = assignment.numbering
            return (mark.placeholder.owner, generic) != (numbering.owner, numbering.generic)
        tokens, _ = self._recogniser.find(text[mark.start : mark.end], 0, final=True)
        return any(
            assignment.given(kind, token.number)
            for token in tokens
            for kind in (token.kind, *token.kinds)
        )


def _places(values: Finder[K], text: Prepared) -> Iterable[Known[K]]:
    """Yield where `values` stand in `text`: plain, and in what the outbound check decodes."""
    yield from values.find(text)
    try:
        yield from find_encoded(values, text)
    except TooMuchEncoded:
        raise DetectorFailed(detector="vault: TooMuchEncoded") from None


def _recalled_span(text: Prepared, at: Known[Any], entry: Entry) -> Span:
    value = text.text[at.start : at.end]
    # Less certain than any detector that reads it here: its type may fit better.
    return Span(at.start, at.end, value, entry.type, entry.level, "vault", "known", 0.1)


def _chosen(typed: Prepared, choices: Choices, found: Sequence[Span]) -> list[Span]:
    """Return a span wherever the user's "hide this" applies.

    Where they did not say what it is, it is what was `found` there: to hide a password by hand
    makes it nothing that may be kept.
    """
    return [_named(span, found) if bare else span for span, bare in _chosen_places(typed, choices)]


def _named(span: Span, found: Sequence[Span]) -> Span:
    inside = [each for each in found if each.start < span.end and span.start < each.end]
    if not inside:
        return span
    worst = max(inside, key=lambda each: (each.level, each.certainty))
    return replace(span, type=worst.type, level=max(worst.level, span.level))


def _chosen_places(typed: Prepared, choices: Choices) -> Iterator[tuple[Span, bool]]:
    """Yield what the user chose to hide, and whether they left open what it is."""
    wanted = {key: choice for key, choice in choices.items() if choice.action is Action.HIDE}
    if not wanted:
        return
    values: KnownValues[str] = KnownValues()
    for key, choice in wanted.items():
        values.add(key, choice.type or USER_TYPE, key)
    text = typed.text
    matched: set[str] = set()
    for known in values.find(typed):
        matched.add(known.key)
        yield _user_span(text, known.start, known.end, wanted[known.key])
    # A person may select part of a word; there is no word boundary to look for then.
    view = typed.folded
    for key in wanted.keys() - matched:
        at = view.text.find(key)
        while at >= 0:
            start, end = view.original(at, at + len(key))
            yield _user_span(text, start, end, wanted[key])
            at = view.text.find(key, at + len(key))


def _user_span(text: str, start: int, end: int, choice: Choice) -> tuple[Span, bool]:
    """Return a place and whether `choice` leaves open what is there."""
    span = Span(
        start,
        end,
        text[start:end],
        choice.type or USER_TYPE,
        _level(choice, USER_LEVEL),
        "user",
        "chosen",
        1.0,
    )
    return span, choice.type is None and choice.level is None


def _level(choice: Choice, level: Level) -> Level:
    """Return the level that `choice` gives to what is at `level` without it.

    What the user calls a password is a secret, though they named no level.
    """
    return choice.level or max(level, STANDARD_TYPES.get(choice.type or "", level))


def _echoes(text: Prepared, spans: Sequence[Span]) -> list[Span]:
    """Return further places in `text` of what was found in one place of it."""
    values: KnownValues[Span] = KnownValues()
    seen: set[str] = set()
    for span in spans:
        if span.level > Level.PL1 and span.everywhere and span.text not in seen:
            seen.add(span.text)
            values.add(span, span.type, span.text)
    if not seen:
        return []
    return [
        replace(
            known.key, start=known.start, end=known.end, text=text.text[known.start : known.end]
        )
        for known in _places(values, text)
    ]


def _placed(found: Sequence[Found], masked: Masked) -> list[Found]:
    """Return `found` with the placeholders that stand in their places in `masked`.

    A placeholder may cover more than a span: a whole address, for instance.
    """
    starts: list[int] = []
    at = 0
    for piece in masked.pieces:
        starts.append(at)
        at += len(piece.original)
    placed: list[Found] = []
    for each in found:
        if each.action is Action.HIDE:
            piece = masked.pieces[bisect_right(starts, each.span.start) - 1]
            each = replace(each, placeholder=piece.placeholder)  # noqa: PLW2901
        placed.append(each)
    return placed


def hidden_counts(found: Iterable[Found]) -> Mapping[Level, int]:
    """Return how many distinct values are hidden, by the worst level at which each was found."""
    worst: dict[Placeholder, Level] = {}
    for each in found:
        if each.placeholder is not None and each.span.type != LITERAL_TYPE:
            known = worst.get(each.placeholder, each.span.level)
            worst[each.placeholder] = max(known, each.span.level)
    levels = list(worst.values())
    return {level: levels.count(level) for level in Level if level in levels}
