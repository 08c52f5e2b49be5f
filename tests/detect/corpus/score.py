"""Scoring a detector on the corpus."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from app.detect.merge import merge
from app.privacy.levels import Level
from app.privacy.span import Span
from tests.detect.corpus import NEGATIVES, Item, Sample

Find = Callable[[str], Iterable[Span]]


@dataclass
class Score:
    """Counts over some messages.

    A piece is met exactly by a span with its offsets, and touched by one that shares a
    character. It leaks when a character of it (other than space) is in no span at all.
    """

    messages: int = 0
    items: int = 0
    found: int = 0
    exact: int = 0
    touched: int = 0
    right: int = 0
    typed: int = 0
    leaks: Counter[Level] = field(default_factory=Counter)
    items_by_level: Counter[Level] = field(default_factory=Counter)
    alarmed: int = 0

    def add(self, sample: Sample, spans: Sequence[Span]) -> None:
        """Count one message; `spans` do not overlap."""
        self.messages += 1
        self.items += len(sample.items)
        self.found += len(spans)
        self.right += sum(any(_share(item, span) for item in sample.items) for span in spans)
        hidden = {index for span in spans for index in range(span.start, span.end)}
        for item in sample.items:
            same = [s for s in spans if (s.start, s.end) == (item.start, item.end)]
            self.exact += bool(same)
            self.typed += any(span.type == item.type for span in same)
            self.touched += any(_share(item, span) for span in spans)
            self.items_by_level[item.level] += 1
            piece = range(item.start, item.end)
            self.leaks[item.level] += any(
                index not in hidden and not sample.text[index].isspace() for index in piece
            )
        self.alarmed += bool(spans) and not sample.items

    @property
    def precision(self) -> float:
        """The share of spans with exactly a piece's offsets."""
        return self.exact / self.found if self.found else 1.0

    @property
    def precision_overlap(self) -> float:
        """The share of spans that touch a piece."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of pieces met exactly."""
        return self.exact / self.items if self.items else 1.0

    @property
    def recall_overlap(self) -> float:
        """The share of pieces touched."""
        return self.touched / self.items if self.items else 1.0

    @property
    def silence(self) -> float:
        """The share of messages without any span."""
        return 1 - self.alarmed / self.messages if self.messages else 1.0


def _share(item: Item, span: Span) -> bool:
    return item.start < span.end and span.start < item.end


def score(corpus: Iterable[Sample], find: Find) -> dict[tuple[str, str], Score]:
    """Score `find` by family and language.

    The language "all" sums a family, the family "all" sums every family but the negatives.
    """
    scores: dict[tuple[str, str], Score] = {}
    for sample in corpus:
        spans = merge(find(sample.text), sample.text)
        for family in (sample.family, *(("all",) if sample.family != NEGATIVES else ())):
            for language in (sample.language, "all"):
                scores.setdefault((family, language), Score()).add(sample, spans)
    return scores
