"""How well the built-in detector does on the corpus: `python -m tests.detect.corpus`.

The messages that no rule was written by stand apart, under "unseen": they say what to expect of
other messages. With `--misses` it also lists every piece of the others that leaks and every span of
theirs that touches no piece.
"""

import sys
from pathlib import Path

from app.detect.builtin.factory import default_detector
from app.detect.detector import Detector, Profile
from app.detect.merge import merge
from app.privacy.levels import Level
from tests.detect.corpus import (
    NEGATIVES,
    Sample,
    samples,
    told,
    unseen,
    unseen_in_passing,
    unseen_told,
)
from tests.detect.corpus.score import Score, score

RESOURCES = Path(__file__).parents[3] / "resources"
_LEVELS = (Level.PL4, Level.PL3, Level.PL2)


def _row(family: str, language: str, one: Score) -> str:
    shares = (one.precision, one.precision_overlap, one.recall, one.recall_overlap)
    leaks = " ".join(f"{one.leaks[level]:>4}/{one.items_by_level[level]:<4}" for level in _LEVELS)
    return (
        f"{family:<11} {language:<4} {one.messages:>5} {one.items:>6} "
        + " ".join(f"{100 * share:>6.1f}" if one.items else f"{'-':>6}" for share in shares)
        + f"  {leaks} {one.alarmed:>6}"
    )


def _misses(detector: Detector) -> None:
    for sample in (*samples(), *told()):
        spans = merge(detector.detect(sample.text, Profile()), sample.text)
        for item in sample.items:
            hidden = {index for span in spans for index in range(span.start, span.end)}
            if not hidden.issuperset(range(item.start, item.end)):
                print(f"leak  {sample.place} {item.type}: {sample.text[item.start : item.end]!r}")
        for span in spans:
            if all(item.end <= span.start or span.end <= item.start for item in sample.items):
                print(f"alarm {sample.place} {span.recogniser} {span.type}: {span.text!r}")


def _table(detector: Detector, messages: tuple[Sample, ...]) -> None:
    scores = score(messages, lambda text: detector.detect(text, Profile()))
    order = sorted(scores, key=lambda key: (key[0] == "all", key[0] == NEGATIVES, key))
    for family, language in order:
        if language != "all" or family in {"all", NEGATIVES}:
            print(_row(family, language, scores[family, language]))


def main() -> None:
    """Print the table."""
    detector = default_detector(RESOURCES)
    print("P, R: precision and recall in %, of equal offsets and (~) of any shared character")
    print(
        f"{'family':<11} {'lang':<4} {'msgs':>5} {'items':>6} {'P':>6} {'P~':>6} {'R':>6} {'R~':>6}"
        f"  {'leaks PL4':<9} {'PL3':<9} {'PL2':<9} alarms"
    )
    _table(detector, samples())
    print("unseen")
    _table(detector, unseen())
    print("unseen, told in passing")
    _table(detector, unseen_in_passing())
    print("in the freest wording, guiding rules")
    _table(detector, told())
    print("unseen, in the freest wording")
    _table(detector, unseen_told())
    if "--misses" in sys.argv[1:]:
        _misses(detector)


if __name__ == "__main__":
    main()
