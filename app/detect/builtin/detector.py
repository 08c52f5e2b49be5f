"""The built-in detector: recognisers over the lines of a text, remembering what it has read."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence

from app.detect.builtin.fiction import without_invented
from app.detect.builtin.patterns import compile_each, patterns_named
from app.detect.builtin.plan import Plan
from app.detect.builtin.recogniser import Hit, Recogniser, RuleRecogniser
from app.detect.builtin.view import View
from app.detect.detector import Profile
from app.privacy.span import Span

REMEMBERED_CHARACTERS = 2_000_000
# Rules whose finds are everyday words or small numbers: private where somebody says them of
# themselves, and nothing when they return in another sentence ("woman", "insomnia", "9 years old").
ONLY_IN_CONTEXT = frozenset(
    {
        "ache",
        "age",
        "allergy",
        "blood-type",
        "body-size",
        "class",
        "disability",
        "family-role",
        "gate",
        "gender",
        "injury",
        "job-title",
        "loss",
        "marital",
        "ordeal",
        "origin",
        "related-person",
        "residence",
        "service",
        "sobriety",
        "stay-dates",
        "studies",
        "symptom",
        "treatment",
        "worship",
    }
)

# A line and the names of a profile, whose own hash takes longer than this one.
_Key = tuple[str, tuple[str, ...], tuple[str, ...]]


class BuiltinDetector:
    """Finds private spans by rules alone, within milliseconds.

    `by_line` recognisers see one line at a time, and their finds are remembered, so that an
    edit costs only the lines it changed. `whole` recognisers see the whole text each time; they
    are for facts that run over lines. Confined to one thread.
    """

    name = "builtin"

    def __init__(self, by_line: Sequence[Recogniser], whole: Sequence[Recogniser] = ()) -> None:
        self._by_line = Plan(by_line)
        self._whole = tuple(whole)
        self._rules = tuple(
            rule
            for each in (*by_line, *whole)
            if isinstance(each, RuleRecogniser)
            for rule in each.rules
        )
        self._remembered: OrderedDict[_Key, tuple[Hit, ...]] = OrderedDict()
        self._characters = 0

    def detect(self, text: str, profile: Profile) -> Iterator[Span]:
        """Yield the private spans of `text`; they may overlap. See `Detector.detect`."""
        at = 0
        for line in text.split("\n"):
            if line and not line.isspace():
                for hit in self._read_line(line, profile):
                    yield self._span(text, hit, at)
            at += len(line) + 1
        view = View(text)
        for recogniser in self._whole:
            for hit in _as_typed(view, recogniser.find(view, profile)):
                yield self._span(text, hit, 0)

    def warm_up(self) -> Iterator[None]:
        """Do now, step by step, what the first texts would wait for: half a second in all.

        A step takes some milliseconds at most, and texts may be read between two. It finds the
        same before, between and after.
        """
        yield from compile_each(patterns_named())
        yield from compile_each(rule.pattern for rule in self._rules)
        yield from compile_each(rule.unless for rule in self._rules if rule.unless is not None)
        yield from self._by_line.learn()

    def _span(self, text: str, hit: Hit, shift: int) -> Span:
        start, end = hit.start + shift, hit.end + shift
        return Span(
            start=start,
            end=end,
            text=text[start:end],
            type=hit.type,
            level=hit.level,
            source=self.name,
            recogniser=hit.recogniser,
            certainty=hit.certainty,
            everywhere=hit.recogniser not in ONLY_IN_CONTEXT,
        )

    def _read_line(self, line: str, profile: Profile) -> tuple[Hit, ...]:
        key = (line, profile.names, profile.others)
        hits = self._remembered.get(key)
        if hits is not None:
            self._remembered.move_to_end(key)
            return hits
        view = View(line)
        found = self._by_line.find(view, profile)
        hits = tuple(_as_typed(view, without_invented(view, found))) if found else ()
        self._remembered[key] = hits
        self._characters += len(line)
        while self._characters > REMEMBERED_CHARACTERS and len(self._remembered) > 1:
            (forgotten, _, _), _ = self._remembered.popitem(last=False)
            self._characters -= len(forgotten)
        return hits


def _as_typed(view: View, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield `hits` with offsets into the text as typed."""
    if view.is_as_typed:
        yield from hits
        return
    for hit in hits:
        start, end = view.original(hit.start, hit.end)
        yield hit._replace(start=start, end=end)
