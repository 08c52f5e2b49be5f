"""Word lists, looked up without a cost per entry."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from app.detect.builtin.gate import Gate
from app.detect.builtin.view import TOKEN, View

_CJK = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]")
_TOKEN = re.compile(r"[^\W_]+")
_NOWHERE = re.compile(r"(?!)")


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


class Lexicon:
    """A set of words and phrases, found in one pass over a view.

    Entries with Chinese characters are found anywhere; all others only as whole words, in any
    case, with any single separator between their words and an optional plural "s".
    """

    def __init__(self, entries: Iterable[str]) -> None:
        # By the longest word of each, which fewest lines have.
        self._spaced: dict[str, tuple[_Words, ...]] = {}
        self._joined: dict[str, list[str]] = {}
        self._entries: dict[_Words, str] = {}
        for entry in {entry.lower() for entry in entries}:
            if _CJK.search(entry):
                self._joined.setdefault(entry[:2], []).append(entry)
            else:
                words = tuple(_TOKEN.findall(entry))
                key = max(words, key=len)
                self._spaced[key] = (*self._spaced.get(key, ()), words)
                self._entries[words] = entry
        for joined in self._joined.values():
            joined.sort(key=len, reverse=True)
        # Where an entry with Chinese may begin.
        begun = "".join(sorted({entry[0] for entry in self._joined}))
        self._begun = re.compile(f"[{re.escape(begun)}]") if begun else _NOWHERE

    def gate(self, *patterns: re.Pattern[str], strings: tuple[str, ...] = ()) -> Gate:
        """Return the gate of who looks for these entries, for `patterns` and `strings`."""
        # "hi" of "HIV感染" stands in many lines, two Chinese characters in few.
        begun = {
            head if _CJK.match(head) else entry
            for head, entries in self._joined.items()
            for entry in entries
        }
        return Gate(patterns, frozenset(self._spaced), (*sorted(begun), *strings))

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
        low = view.low
        after = 0
        for start in sorted({start for word in perhaps for start in _word_starts(low, word)}):
            term = self._at(low, start, perhaps) if start >= after else None
            if term:
                after = term.end
                yield term

    def _at(self, low: str, start: int, perhaps: Mapping[str, Sequence[_Words]]) -> Term | None:
        """Return the longest entry of those by first word that starts with the token at `start`."""
        token = TOKEN.match(low, start)
        word = token[0] if token else ""
        candidates = perhaps.get(word)
        if candidates is None:
            candidates = [one for one in perhaps.get(word[:-1], ()) if len(one) == 1]
        for words in sorted(candidates, key=len, reverse=True):
            end = _end_of(low, start, words)
            if end:
                return Term(start, end, self._entries[words])
        return None

    def _find_joined(self, view: View) -> Iterator[Term]:
        low = view.low
        joined = self._joined
        after = 0
        for match in self._begun.finditer(low):
            index = match.start()
            if index < after:
                continue
            for entry in (*joined.get(low[index : index + 2], ()), *joined.get(low[index], ())):
                if low.startswith(entry, index):
                    after = index + len(entry)
                    yield Term(index, after, entry)
                    break


def _places(text: str, piece: str) -> Iterator[int]:
    index = text.find(piece)
    while index >= 0:
        yield index
        index = text.find(piece, index + 1)


def _word_starts(low: str, word: str) -> Iterator[int]:
    """Yield where a token of `low` starts with `word`."""
    return (at for at in _places(low, word) if not (at and TOKEN.match(low, at - 1)))


def _end_of(low: str, start: int, words: tuple[str, ...]) -> int:
    """Return where `words` end that begin with the token at `start`, 0 where others stand."""
    token = TOKEN.match(low, start)
    for follow in range(1, len(words)):
        if token is None or token[0] != words[follow - 1]:
            return 0
        before = token.end()
        token = TOKEN.search(low, before)
        if token is None or token.start() - before > 2:
            return 0
    return token.end() if token and _fits(token[0], words[-1]) else 0


def _fits(word: str, want: str) -> bool:
    return word == want or (len(want) > 3 and word == want + "s")
