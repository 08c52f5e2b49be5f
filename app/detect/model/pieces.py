"""Cutting a long text into pieces that the model reads one by one.

Cuts fall between paragraphs or sentences, and neighbours overlap, so that whatever is shorter than
the overlap stands whole in one of them. Where a cut falls depends only on the text near it: after
an edit, pieces further away are the same as before and need not be read again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Characters. A text of up to `LONGEST` is one piece.
LONGEST = 1200
SHORTEST = 400
OVERLAP = 160
# Where a sentence or a line ends, and the next one begins.
_END = re.compile(r"\n+|(?<=[.!?…])\s+|(?<=[。！？；])")
_ANYWHERE = re.compile(r"\s+|(?<=[,，、;:：])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: `start` is its code point offset there."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset in the text after its last character."""
        return self.start + len(self.text)


def pieces(text: str, longest: int = LONGEST) -> Iterator[Piece]:
    """Yield the pieces of `text` in order; nothing for a text of white space.

    They cover it and are at most `longest` characters long each; the bounds shrink in proportion.
    """
    shortest, overlap = longest * SHORTEST // LONGEST, longest * OVERLAP // LONGEST
    start = 0
    while text[start:].strip():
        end = _end(text, start, shortest, longest)
        yield Piece(start, text[start:end])
        if end == len(text):
            return
        start = _back(text, start, end, overlap)


def _end(text: str, start: int, shortest: int, longest: int) -> int:
    """Return where a piece from `start` ends: at an empty line if there is one, else a sentence."""
    if len(text) - start <= longest:
        return len(text)
    low, high = start + shortest, start + longest
    paragraph = text.find("\n\n", low, high)
    if paragraph >= 0:
        return paragraph + 2
    for bounds in (_END, _ANYWHERE):
        ends = [match.end() for match in bounds.finditer(text, low, high)]
        if ends:
            return ends[0] if bounds is _END else ends[-1]
    return high


def _back(text: str, start: int, end: int, overlap: int) -> int:
    """Return where the next piece starts: at least `overlap` before `end`, if it can at a bound."""
    latest = end - overlap
    earliest = max(start + 1, latest - overlap)
    starts = [match.end() for match in _END.finditer(text, earliest, latest)]
    return starts[-1] if starts else max(latest, start + 1)
