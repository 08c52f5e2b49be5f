"""Word lists, looked up without a cost per entry."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ahocorasick import Automaton

from app.detect.builtin.gate import Gate
from app.detect.builtin.view import View

_CJK = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]")
_TOKEN = re.compile(r"[^\W_]+")


def read_words(path: Path) -> tuple[str, ...]:
    """Return the entries of a word list: one a line, `#` starts a comment line.

    Raises `OSError` where the file cannot be read.
    """
    lines = map(str.strip, path.read_text(encoding="utf-8").splitlines())
    return tuple([line for line in lines if line and line[0] != "#"])


class Term(NamedTuple):
    """A found entry: offsets into the view and the entry in lower case."""

    start: int
    end: int
    term: str


_Words = tuple[str, ...]
# A run of letters and digits, and its offsets.
_Token = tuple[str, int, int]


class Lexicon:
    """A set of words and phrases, found in one pass over a view.

    Entries with Chinese characters are found anywhere; all others only as whole words, in any
    case, with any single separator between their words and an optional plural "s".
    """

    def __init__(self, entries: Iterable[str]) -> None:
        # By the longest word of each, which fewest lines have.
        self._spaced: dict[str, tuple[_Words, ...]] = {}
        self._joined: list[str] = []
        self._entries: dict[_Words, str] = {}
        for entry in {entry.lower() for entry in entries}:
            if _CJK.search(entry):
                self._joined.append(entry)
            else:
                words = tuple(_TOKEN.findall(entry))
                key = max(words, key=len)
                self._spaced[key] = (*self._spaced.get(key, ()), words)
                self._entries[words] = entry
        self._automaton = Automaton()
        for entry in self._joined:
            self._automaton.add_word(entry, entry)
        self._automaton.make_automaton()

    def gate(self, *patterns: re.Pattern[str], strings: tuple[str, ...] = ()) -> Gate:
        """Return the gate of who looks for these entries, for `patterns` and `strings`."""
        return Gate(patterns, frozenset(self._spaced), (*self._joined, *strings))

    def find(self, view: View) -> Iterator[Term]:
        """Yield the longest entry at each place, left to right, Latin entries first."""
        if self._spaced:
            yield from self._find_spaced(view)
        if self._joined and view.has_cjk:
            yield from self._find_joined(view)

    def _find_spaced(self, view: View) -> Iterator[Term]:
        told = view.words
        perhaps: dict[str, list[_Words]] = {}
        for key in self._spaced.keys() & told:
            for words in self._spaced[key]:
                if len(words) == 1 or told.issuperset(words):
                    perhaps.setdefault(words[0], []).append(words)
        if not perhaps:
            return
        tokens = view.tokens
        after = 0
        for index, (word, start, _) in enumerate(tokens):
            candidates = perhaps.get(word) or perhaps.get(word[:-1])
            if candidates is None or start < after:
                continue
            for words in sorted(candidates, key=len, reverse=True):
                end = _end_of(tokens, index, words)
                if end:
                    after = end
                    yield Term(start, end, self._entries[words])
                    break

    def _find_joined(self, view: View) -> Iterator[Term]:
        places = [
            (last + 1 - len(entry), last + 1, entry)
            for last, entry in self._automaton.iter(view.low)
        ]
        after = 0
        # The longest first of those that begin at one place.
        for start, end, entry in sorted(places, key=lambda place: (place[0], -place[1])):
            if start >= after:
                after = end
                yield Term(start, end, entry)


def _end_of(tokens: Sequence[_Token], index: int, words: _Words) -> int:
    """Return where `words` end that begin with a token, 0 where others stand."""
    last = index + len(words) - 1
    if last >= len(tokens) or not _fits(tokens[last][0], words[-1]):
        return 0
    for at, word in enumerate(words[:-1], index):
        token, _, end = tokens[at]
        if token != word or tokens[at + 1][1] - end > 2:
            return 0
    return tokens[last][2]


def _fits(word: str, want: str) -> bool:
    return word == want or (len(want) > 3 and word == want + "s")
