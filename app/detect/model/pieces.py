"""Cutting a long text into pieces that the model reads one by one.

Cuts fall between paragraphs or sentences, and neighbours overlap, so that whatever is shorter than
the overlap stands whole in one of them. Among the places where a cut could fall, the text around
each decides (content-defined chunking, as in LBFS, SOSP 2001), so after an edit the cuts soon fall
where they fell before: pieces further away are the same and need not be read again.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

# Characters. A text of up to `LONGEST` is one piece.
LONGEST = 1200
SHORTEST = 400
OVERLAP = 160
# Where a paragraph, a sentence or a line, and a word end, and the next begins: best first.
_BOUNDS = (
    re.compile(r"\n[ \t\r]*\n\s*"),
    re.compile(r"\n+|(?<=[.!?…])\s+|(?<=[。！？；])"),
    re.compile(r"\s+|(?<=[,，、;:：])"),
    re.compile(r"(?s:.)"),
)
_SENTENCE = _BOUNDS[1]
# Characters before a place that decide whether the cut falls there.
_DECISIVE = 12


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

    They cover all of it that is not white space, and are at most `longest` characters long each;
    the other bounds shrink in proportion.
    """
    shortest, overlap = longest * SHORTEST // LONGEST, longest * OVERLAP // LONGEST
    start, last = 0, len(text.rstrip())
    while start < last:
        end = _end(text, start, shortest, longest)
        piece = Piece(start, text[start:end])
        if not piece.text.isspace():
            yield piece
        if end >= last:
            return
        start = _back(text, start, end, overlap)


def _end(text: str, start: int, shortest: int, longest: int) -> int:
    """Return where a piece from `start` ends: at the best kind of bound that is near enough."""
    if len(text) - start <= longest:
        return len(text)
    low, high = start + shortest, start + longest
    for bound in _BOUNDS:
        ends = [match.end() for match in bound.finditer(text, low, high)]
        if ends:
            return min(ends, key=lambda end: _draw(text, end))
    return high


def _draw(text: str, end: int) -> int:
    """Return a number that only the text before `end` decides; the lowest draws the cut."""
    return zlib.crc32(text[max(0, end - _DECISIVE) : end].encode("utf-8", "surrogatepass"))


def _back(text: str, start: int, end: int, overlap: int) -> int:
    """Return where the next piece starts: at least `overlap` before `end`, if it can at a bound."""
    latest = end - overlap
    earliest = max(start + 1, latest - overlap)
    starts = [match.end() for match in _SENTENCE.finditer(text, earliest, latest)]
    return starts[-1] if starts else max(latest, start + 1)
