"""Settling overlapping finds: one list of spans that uncovers nothing any of them covered."""

from collections.abc import Iterable

from app.privacy.span import Span


def _rank(span: Span) -> tuple[bool, bool, int, int, float, int]:
    """Say how strongly `span` decides what a merged group is called.

    The user's word, then a proof, then the higher level, then length, certainty and position.
    Recall of a known value proves where it stands, not what it is.
    """
    return (
        span.source == "user",
        span.certainty >= 1.0 and span.source != "vault",
        int(span.level),
        span.end - span.start,
        span.certainty,
        -span.start,
    )


def merge(spans: Iterable[Span], text: str) -> list[Span]:
    """Return `spans` sorted and without overlaps, covering every character they covered.

    Spans that share a character become one, which covers all of them, so that no half of a
    hidden span stays visible. It is named by its strongest member (see `_rank`), and its level
    is never below any member's unless the user set it. Touching spans stay apart. `text` is the
    text that all offsets point into; raises `ValueError` where a span does not fit it.
    """
    merged: list[Span] = []
    group: list[Span] = []
    end = 0
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if span.end > len(text):
            raise ValueError("a span ends after its text")
        if group and span.start >= end:
            merged.append(_union(group, text))
            group = []
        group.append(span)
        end = max(end, span.end) if len(group) > 1 else span.end
    if group:
        merged.append(_union(group, text))
    return merged


def _union(group: list[Span], text: str) -> Span:
    best = max(group, key=_rank)
    if len(group) == 1 and text.startswith(best.text, best.start):
        return best
    start = min(span.start for span in group)
    end = max(span.end for span in group)
    level = best.level if best.source == "user" else max(span.level for span in group)
    return Span(
        start=start,
        end=end,
        text=text[start:end],
        type=best.type,
        level=level,
        source=best.source,
        recogniser=best.recogniser,
        certainty=best.certainty,
        everywhere=any(span.everywhere for span in group),
    )
