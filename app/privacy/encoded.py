"""Finding known values that stand in a text in an encoding, and where in the text that is.

The outbound check decodes what leaves and refuses a value that it finds there. What it would
refuse must be found while the text is read, so that it is hidden, shown, and can be kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.privacy.decoding import APART, embedded, encoded_runs
from app.privacy.finding import Finder, Known
from app.privacy.normalise import fold
from app.privacy.prepared import Prepared

K = TypeVar("K")

# How many encodings inside each other are undone.
DEPTH = 3
# Below this many bytes of UTF-8 a value is in decoded bytes by chance: "Li", "34".
LEAST_BYTES = 6
# Among decoded bytes a shorter value counts only in this many readable characters on end.
_LEAST_READABLE = 16


def is_long(value: str) -> bool:
    """Say whether a value, as found, has `LEAST_BYTES`."""
    return len(fold(value).encode("utf-8", "replace")) >= LEAST_BYTES


def counts_among_bytes(text: str, start: int, end: int) -> bool:
    """Say whether a value found in the result of `embedded` is one, not chance."""
    if is_long(text[start:end]):
        return True
    begin = text.rfind(APART, 0, start) + 1
    beyond = text.find(APART, end)
    return (len(text) if beyond < 0 else beyond) - begin >= _LEAST_READABLE


def find_encoded(known: Finder[K], text: str | Prepared) -> list[Known[K]]:
    """Return the places of `text` that hold a value of `known` once decoded, in any order.

    An escaped value brings its escapes; of base64 or hex the whole run is the place. Raises
    `TooMuchEncoded`.
    """
    if not len(known):
        return []
    prepared = Prepared(text) if isinstance(text, str) else text
    length = len(prepared.text)
    try:
        return list(_Search(known, length).places(prepared, DEPTH, bare=False))
    except TooMuchEncoded:
        # Perhaps only with what is remembered of other texts.
        return list(_Search(known, length).places(prepared.alone, DEPTH, bare=False))


class TooMuchEncoded(ValueError):
    """Decoding grows beyond its bounds."""


@dataclass(slots=True)
class Budget:
    """How much may be decoded, in characters: decoding must not grow without end."""

    left: int

    @classmethod
    def of(cls, length: int) -> "Budget":
        """Return what a text of `length` may grow to."""
        return cls(1_000_000 + 24 * length)

    def spend(self, length: int) -> None:
        """Take `length`; raise `TooMuchEncoded` when nothing is left."""
        self.left -= length
        if self.left < 0:
            raise TooMuchEncoded("the text holds too much that is encoded")


class _Search(Generic[K]):
    """One search in one text."""

    def __init__(self, known: Finder[K], length: int) -> None:
        self._known = known
        self._budget = Budget.of(length)

    def places(self, text: Prepared, depth: int, *, bare: bool) -> Iterator[Known[K]]:
        """Yield the places in `text` whose decoded form holds a value."""
        if not depth:
            return
        for plain, inner in text.plainer:
            for hit in self._within(inner, depth - 1, bare=bare):
                yield Known(*plain.original(hit.start, hit.end), hit.key)
        if not any(self._holds(inner, depth) for inner in text.embedded):
            return  # mostly; all runs at once cost far less than one by one
        for run in encoded_runs(text.text):
            for hit in self._within(Prepared(embedded(run[0])), depth - 1, bare=True):
                yield Known(*run.span(), hit.key)
                break

    def _holds(self, inner: Prepared, depth: int) -> bool:
        return any(True for _ in self._within(inner, depth - 1, bare=True))

    def _within(self, text: Prepared, depth: int, *, bare: bool) -> Iterator[Known[K]]:
        """Yield the values in a decoded `text`, and those that are encoded in it again."""
        self._budget.spend(len(text.text))
        for hit in self._known.find(text):
            if not bare or counts_among_bytes(text.text, hit.start, hit.end):
                yield hit
        yield from self.places(text, depth, bare=bare)
