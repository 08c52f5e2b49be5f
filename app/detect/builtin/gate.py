"""What a line must have before a recogniser can find anything in it.

Most recognisers find nothing in most lines. What they need is told by the words of the line, and
what a word tells is remembered, so that asking costs less than a look at the line.
"""

import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+")


def _nothing(_word: str) -> bool:
    return False


class Gate(NamedTuple):
    """A line needs `digits` ASCII digits, and one of the other things where any is named.

    `also` are gates that it must pass as well; their digits do not count.

    `patterns`: one of them matches in the line. `words`: one of them is a run of letters and
    digits in it, in lower case, perhaps with an "s" after it. `strings`: one of them stands in
    it, in lower case. `shape`: it has a word, between white space and in lower case, that does not
    consist of letters alone and for which this is true.
    """

    patterns: tuple[re.Pattern[str], ...] = ()
    words: AbstractSet[str] = frozenset()
    strings: tuple[str, ...] = ()
    shape: Callable[[str], bool] = _nothing
    digits: int = 0
    also: "tuple[Gate, ...]" = ()

    @property
    def has_shape(self) -> bool:
        """Whether any word has the shape asked for."""
        return self.shape is not _nothing

    @property
    def is_open(self) -> bool:
        """Whether nothing but digits is asked for."""
        return not (self.patterns or self.words or self.strings or self.has_shape)


OPEN = Gate()


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the first run of letters and digits of each of `phrases`, in lower case."""
    plain = set()
    for phrase in phrases:
        if phrase.isalnum():
            plain.add(phrase)
        else:
            plain.update(_TOKEN.findall(phrase)[:1])
    return frozenset(map(str.lower, plain))
