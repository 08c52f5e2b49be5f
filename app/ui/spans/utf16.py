"""Offsets between Python and Qt: Python counts code points, Qt counts UTF-16 units.

One emoji before a private piece shifts one count and not the other, so every offset that crosses
between the core and a text widget goes through an `Utf16Map`.
"""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Converts offsets of one text; costs nothing where the text has no astral characters."""

    def __init__(self, text: str) -> None:
        """Map the offsets of `text`."""
        self._length = len(text)
        # Places of the characters that take two units, in code points and in units.
        self._points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + index for index, point in enumerate(self._points)]

    @property
    def units(self) -> int:
        """The text's length in UTF-16 units."""
        return self._length + len(self._points)

    def to_units(self, point: int) -> int:
        """Return the offset in UTF-16 units of the code point offset `point`."""
        return point + bisect_left(self._points, point)

    def to_points(self, unit: int) -> int:
        """Return the code point offset of `unit`; inside a character, the offset of its start."""
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] == unit - 1:
            return self._points[before - 1]
        return unit - before


def unit_length(text: str) -> int:
    """Return how many UTF-16 units `text` takes."""
    return len(text) + sum(1 for _ in _ASTRAL.finditer(text))


def without_lone_surrogates(text: str) -> str:
    """Return `text` with halves of characters replaced by U+FFFD: they cannot be encoded."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
