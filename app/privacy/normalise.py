"""Comparing values however they were written: width, case, invisible characters, lookalikes.

A folded text is a key for comparing, never for showing. It is made chunk by chunk, so that every
character of a folded text can be traced back to the characters as typed.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

# Letters of other scripts that look like a Latin one in upper or lower case, after casefolding and
# without their accents. Chosen by eye from the confusables of Unicode Technical Standard 39. Micro
# and Greek mu stay, as "5 mg" and "5 µg" are different doses.
_LOOKALIKES = str.maketrans(
    "аеіјорсухѕһԁԛԝӏкмтвнαεζηικνορτυχϳβıɑɡօ",
    "aeijopcyxshdqwlkmtbhaezhiknoptyxjbiago",
)
_DASHES: dict[int, str] = dict.fromkeys(
    map(ord, "\u2010\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\u30a0"), "-"
)
_QUOTES: dict[int, str] = dict.fromkeys(
    map(ord, "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032`\u00b4"), "'"
)
_DOUBLE_QUOTES: dict[int, str] = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033"), '"')
_ALIKE: dict[int, int | str | None] = {
    **_LOOKALIKES,
    **_DASHES,
    **_QUOTES,
    **_DOUBLE_QUOTES,
}

# Characters without a shape of their own that Unicode does not file under Cf: grapheme joiner,
# tatweel, Hangul fillers, variation selectors, the blank Braille cell. And lines through, over and
# under a letter, circles and keys around it: no letter has one.
_SHAPELESS = (
    "\u034f\u0640\u115f\u1160\u3164\uffa0\u2800\u180b\u180c\u180d\u180f\ufe00-\ufe0f"
    "\u0305\u0332-\u0338\u033f\u0488\u0489\u20d0-\u20f0"
)
_PLANE_14 = "\U000e0000-\U000e0fff"


def _ranges(*categories: str) -> str:
    """Return the characters of the `categories` below plane 2 as the inside of a regex class."""
    parts = []
    start = previous = -2
    for point in range(0x80, 0x20000):
        if unicodedata.category(chr(point)) not in categories:
            continue
        if point != previous + 1:
            if start >= 0:
                parts.append(f"{chr(start)}-{chr(previous)}")
            start = point
        previous = point
    parts.append(f"{chr(start)}-{chr(previous)}")
    return "".join(parts)


_DROPPED = f"{_ranges('Cf')}{_SHAPELESS}{_PLANE_14}\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f"
# Jamo vowels and finals and half-width voicing marks join what is before them, as marks do.
_JOINING = f"{_ranges('Mn', 'Mc', 'Me')}\u1160-\u11ff\uff9e\uff9f{_DROPPED}"
# What nobody sees, or sees as part of the letter before it.
INVISIBLE = re.compile(f"[{_DROPPED}]+")
_JOINS = re.compile(f"[{_JOINING}]")
# Jamo letters that stand alone: taken apart they would join their neighbours.
_LONE_JAMO = re.compile("[\u3131-\u318e\uffa1-\uffdc]")


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str) -> str:
    """Return the folded form of one base character with what is joined to it."""
    kept = INVISIBLE.sub("", cluster)
    if not kept or _LONE_JAMO.match(kept):
        return kept
    text = unicodedata.normalize("NFKC", kept)
    if text[0].isspace():  # a spacing accent; taken apart it would join the letter before it
        return kept.translate(_ALIKE)
    text = unicodedata.normalize("NFKC", text.casefold()).casefold()
    text = unicodedata.normalize("NFD", INVISIBLE.sub("", text)).translate(_ALIKE)
    text = unicodedata.normalize("NFC", text.replace("i\u0307", "i"))
    return "".join([_digit(char) for char in text])


def _digit(char: str) -> str:
    """Return an ASCII digit for a digit of any script or shape, else `char`."""
    value = unicodedata.digit(char, -1)
    return char if value < 0 else str(value)


def _one_to_one() -> dict[int, str]:
    """Return the folded form of the common characters that fold to one other character."""
    table = dict.fromkeys(map(ord, "\t\n\r\u00a0\u3000"), " ")
    blocks = ((0x60, 0x61), (0xC0, 0x180), (0x370, 0x460), (0x2010, 0x2040), (0xFF01, 0xFF9E))
    for block in blocks:
        for char in map(chr, range(*block)):
            piece = _fold_cluster(char)
            if len(piece) == 1 and piece != char and not _JOINS.match(char + piece):
                table[ord(char)] = piece
    return table


_TABLE = _one_to_one()
_SWAP = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]+")
# What stands for itself, whatever its case: ASCII, kana, ideographs, Hangul, results of the table,
# and the scripts and symbols that chance makes of decoded bytes.
_PLAIN = (
    "!-_a-~\u1200-\u135c\u1400-\u167f\u2500-\u2775\u2794-\u27ff\u3001-\u3029\u3041-\u3096\u30a1-\u30fe"
    "\u3400-\ua48c\uac00-\ud7a3\ue000-\uf8ff\uffff"
) + re.escape("".join(sorted({char for char in _TABLE.values() if not char.isascii()})))
# What needs more than lower(): a run of spaces, or a character outside the plain ones with what is
# joined to it. Each branch starts with another character and repeats one class: linear.
_CHUNK = re.compile(
    rf" (?=[\s{_DROPPED}])[\s{_DROPPED}]*|[^\S ][\s{_DROPPED}]*|[^ {_PLAIN}][{_JOINING}]*"
)


_UNEVEN = re.compile("[^ -~]|  ")


def _swap(match: re.Match[str]) -> str:
    return match[0].translate(_TABLE)


def _chunks(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Yield (start, end, folded, plain) over all of `text`; a plain chunk maps one to one."""
    text = _SWAP.sub(_swap, text)
    at = 0
    for match in _CHUNK.finditer(text):
        start, end = match.span()
        if start > at and text[start - 1] != " " and _JOINS.match(text, start):
            start -= 1  # the plain character that this one is joined to
        if start > at:
            yield at, start, text[at:start].lower(), True
        if text[start].isspace():
            yield start, end, " ", False
        else:
            yield start, end, _fold_cluster(text[start:end]), False
        at = end
    if at < len(text):
        yield at, len(text), text[at:].lower(), True


def fold(text: str) -> str:
    """Return the key under which values are compared.

    Compatibility forms (full width, ligatures, styled letters), case, invisible characters,
    lookalike letters, dashes, quotes and the digits of all scripts become one form; every run of
    white space becomes one space, none at the ends. Folding twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().replace("`", "'").split())
    return "".join([folded for _, _, folded, _ in _chunks(text)]).strip(" ")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back to the text as typed.

    `text` is folded but not trimmed. The other fields run in step, one item for each chunk: where
    it starts in `text`, where it starts and ends as typed, and whether it maps one to one.
    """

    text: str
    at: list[int]
    starts: list[int]
    ends: list[int]
    plain: list[bool]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span as typed, in code points, of the folded span `start`, `end`.

        A folded character that came from several, or is one of several that came from one, brings
        all of them. Needs 0 <= start < end <= len(text).
        """
        first = bisect_right(self.at, start) - 1
        last = bisect_right(self.at, end - 1) - 1
        begin = self.starts[first]
        if self.plain[first]:
            begin += start - self.at[first]
        if self.plain[last]:
            return begin, self.starts[last] + end - self.at[last]
        return begin, self.ends[last]


def folded(text: str) -> Folded:
    """Return `text` by the rules of `fold`, untrimmed, with the way back."""
    if text.isascii():
        even = text.lower().replace("`", "'").replace("\n", " ")
        if not _UNEVEN.search(even):
            return Folded(even, [0], [0], [len(text)], [True])
    return _joined(_chunks(text))


def rewritten(text: str, changes: Iterable[tuple[int, int, str]]) -> Folded:
    """Return `text` with other text in some places, with the way back to it.

    Each change is a start, an end and what stands there instead, perhaps nothing; they are in
    order and do not overlap.
    """
    return _joined(_around(text, changes))


def _around(
    text: str, changes: Iterable[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str, bool]]:
    at = 0
    for start, end, instead in changes:
        yield at, start, text[at:start], True
        yield start, end, instead, False
        at = end
    yield at, len(text), text[at:], True


def _joined(pieces: Iterable[tuple[int, int, str, bool]]) -> Folded:
    """Return the text of `pieces`: where each was typed, what it is now, and if that is as long."""
    parts: list[str] = []
    view = Folded("", [], [], [], [])
    at = 0
    for start, end, piece, plain in pieces:
        if piece:
            parts.append(piece)
            view.at.append(at)
            view.starts.append(start)
            view.ends.append(end)
            view.plain.append(plain)
            at += len(piece)
    return replace(view, text="".join(parts))
