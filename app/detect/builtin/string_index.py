"""What stands in a line: marks, filed under strings and found in one pass over it.

The pass is the one of Aho and Corasick ("Efficient string matching: an aid to bibliographic
search", 1975): it takes the same time however many strings there are.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from ahocorasick import Automaton

from app.detect.builtin.gate import Gate
from app.detect.builtin.required import EDGE
from app.detect.builtin.view import TOKEN

# Chinese puts no spaces between words, but these stand in none of them.
_STOPS = "，。；：！？、“”（）《》"
_WORD = re.compile(rf"[^\s{_STOPS}]+")
_BETWEEN_WORDS = re.compile(rf"[\s{_STOPS}]")
_RUNS = re.compile(r"[a-z]+|[^a-z]+")
# What each word told is kept, because people use the same words again. Longer ones, and Chinese
# without punctuation, do not come back.
_LONGEST_WORD = 40
_REMEMBERED_WORDS = 10_000
# Strings added in a step of some milliseconds.
_ADDED_TOGETHER = 4_000


class StringIndex:
    """Marks filed under strings; a line tells those of the strings that stand in it.

    A mark is a bit, so that an integer holds any number of them. All is filed, then `close` is run
    through, then lines are looked at.
    """

    def __init__(self) -> None:
        # Strings within a word, and those that run over words.
        self._within: dict[str, int] = {}
        self._across: dict[str, int] = {}
        self._in_words, self._in_lines = Automaton(), Automaton()
        self._listed: dict[str, int] = {}
        self._shapes: list[tuple[Callable[[str], bool], int]] = []
        self._told: dict[str, int] = {}

    def file(self, mark: int, strings: Iterable[str]) -> None:
        """File `mark` under every one of `strings`, whose edges are minded."""
        for string in strings:
            before = EDGE if string[0] == EDGE else ""
            after = EDGE if string[-1] == EDGE else ""
            edged = before + _edged(string.strip(EDGE)) + after
            _add(self._across if _BETWEEN_WORDS.search(string) else self._within, edged, mark)

    def file_gate(self, mark: int, gate: Gate) -> None:
        """File `mark` under the words, the strings and the shape of a gate."""
        self.file(mark, gate.strings)
        for word in gate.words:
            _add(self._listed, word, mark)
        if gate.has_shape:
            self._shapes.append((gate.shape, mark))

    def close(self) -> Iterator[None]:
        """Make ready for `told`, in steps of some milliseconds; nothing is filed after that."""
        yield from _close(self._in_words, self._within)
        yield from _close(self._in_lines, self._across)

    def told(self, low: str) -> int:
        """Return what a line in lower case tells."""
        known = self._told
        if len(known) > _REMEMBERED_WORDS:
            known.clear()
        told = _found(self._in_lines, _edged(low))
        for word in set(low.split() if low.isascii() else _WORD.findall(low)):
            marks = known.get(word)
            told |= self._told_by(word) if marks is None else marks
        return told

    def _told_by(self, word: str) -> int:
        """Return what a word tells that is met for the first time."""
        letters = word.isalpha()
        if letters and word.isascii():
            told = _found(self._in_words, word) | self._told_by_lists(word)
        else:
            told = _found(self._in_words, _edged(word))
            for token in TOKEN.findall(word):
                told |= self._told_by_lists(token)
        if not letters:
            for shape, marks in self._shapes:
                if shape(word):
                    told |= marks
        if len(word) <= _LONGEST_WORD:
            self._told[word] = told
        return told

    def _told_by_lists(self, token: str) -> int:
        told = self._listed.get(token, 0)
        return told | self._listed.get(token[:-1], 0) if token[-1] == "s" else told


def _found(automaton: Automaton, edged: str) -> int:
    """Return the marks of the strings that stand in a text with its edges."""
    found = 0
    for _, marks in automaton.iter(f"{EDGE}{edged}{EDGE}"):
        found |= marks
    return found


def _edged(text: str) -> str:
    """Return `text` with an edge wherever small letters begin or end within it."""
    return EDGE.join(_RUNS.findall(text))


def _add(filed: dict[str, int], key: str, mark: int) -> None:
    marks = filed.get(key)
    filed[key] = mark if marks is None else marks | mark


def _close(automaton: Automaton, filed: dict[str, int]) -> Iterator[None]:
    # There is no automaton without a word; this one stands in no line.
    automaton.add_word("\n", 0)
    same: dict[int, int] = {}
    for number, (string, marks) in enumerate(filed.items()):
        # Thousands of strings have equal marks, which take less memory as one.
        automaton.add_word(string, same.setdefault(marks, marks))
        if number % _ADDED_TOGETHER == 0:
            yield
    filed.clear()
    yield
    automaton.make_automaton()
