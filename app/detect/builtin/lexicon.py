"""Word lists, looked up without a cost per entry."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from app.detect.builtin.gate import Gate
from app.detect.builtin.view import Token, View

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


class Lexicon:
    """A set of words and phrases, found in one pass over a view.

    Entries with Chinese characters are found anywhere; all others only as whole words, in any
    case, with any single separator between their words and an optional plural "s".
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self._spaced: dict[str, list[tuple[str, ...]]] = {}
        self._joined: dict[str, list[str]] = {}
        self._entries: dict[tuple[str, ...], str] = {}
        for entry in {entry.lower() for entry in entries}:
            if _CJK.search(entry):
                self._joined.setdefault(entry[:2], []).append(entry)
            else:
                words = tuple(_TOKEN.findall(entry))
                self._spaced.setdefault(words[0], []).append(words)
                self._entries[words] = entry
        for found in self._spaced.values():
            found.sort(key=len, reverse=True)
        for joined in self._joined.values():
            joined.sort(key=len, reverse=True)

    def gate(self, *patterns: re.Pattern[str], strings: tuple[str, ...] = ()) -> Gate:
        """Return the gate of who looks for these entries, for `patterns` and `strings`."""
        # The longest word of a phrase is the one that fewest lines have.
        words = frozenset(max(words, key=len) for words in self._entries)
        return Gate(patterns, words, (*self._joined, *strings))

    def find(self, view: View) -> Iterator[Term]:
        """Yield the longest entry at each place, left to right, Latin entries first."""
        if self._spaced:
            yield from self._find_spaced(view)
        if self._joined and view.has_cjk:
            yield from self._find_joined(view)

    def _find_spaced(self, view: View) -> Iterator[Term]:
        spaced = self._spaced
        if spaced.keys().isdisjoint(view.words):
            return
        after = 0
        for index, (_start, _end, word) in enumerate(view.tokens):
            if index >= after and (word in spaced or word[:-1] in spaced):
                term, after = self._at(view.tokens, index)
                if term:
                    yield term

    def _at(self, tokens: list[Token], index: int) -> tuple[Term | None, int]:
        """Return the longest entry that starts at the token `index`, and the token after it."""
        start, _end, word = tokens[index]
        candidates = self._spaced.get(word)
        if candidates is None:
            candidates = [one for one in self._spaced.get(word[:-1], ()) if len(one) == 1]
        for words in candidates:
            if len(words) == 1 and _fits(word, words[0], last=True):
                return Term(start, tokens[index][1], self._entries[words]), index + 1
            last = index + len(words) - 1
            if last < len(tokens) and all(
                _fits(tokens[index + k][2], want, k == len(words) - 1)
                and (k == 0 or tokens[index + k][0] - tokens[index + k - 1][1] <= 2)
                for k, want in enumerate(words)
            ):
                return Term(start, tokens[last][1], self._entries[words]), last + 1
        return None, index + 1

    def _find_joined(self, view: View) -> Iterator[Term]:
        begun = self._joined.keys() & view.pairs
        if not begun:
            return
        low = view.low
        after = 0
        for index in sorted({index for pair in begun for index in _places(low, pair)}):
            if index < after:
                continue
            longer = self._joined.get(low[index : index + 2], ())
            for entry in (*longer, *self._joined.get(low[index], ())):
                if low.startswith(entry, index):
                    after = index + len(entry)
                    yield Term(index, after, entry)
                    break


def _places(text: str, piece: str) -> Iterator[int]:
    index = text.find(piece)
    while index >= 0:
        yield index
        index = text.find(piece, index + 1)


def _fits(word: str, want: str, last: bool) -> bool:
    return word == want or (last and len(want) > 3 and word == want + "s")
