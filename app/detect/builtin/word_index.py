"""What the words of a line tell: marks, filed under strings and gates, looked up word by word."""

import re
from collections.abc import Callable, Iterable
from operator import add
from typing import NamedTuple

from app.detect.builtin.gate import Gate
from app.detect.builtin.required import EDGE, Clause, frequency, stands_in
from app.detect.builtin.view import TOKEN

# Chinese puts no spaces between words, but these stand in none of them.
_STOPS = dict.fromkeys(map(ord, "，。；：！？、“”（）《》"), " ")
_WORD = re.compile(r"[^\s，。；：！？、“”（）《》]+")
# What an `EDGE` on both sides of letters closes in.
_LETTERS = re.compile(r"[a-z]+")
# What each word told is kept, because people use the same words again. Longer ones, and Chinese
# without punctuation, do not come back.
_LONGEST_WORD = 40
_REMEMBERED_WORDS = 10_000

# What stands around words.
_SIGNS = '.,;:!?()"*'
_ANYWHERE = str.__contains__


class _Filed(NamedTuple):
    """A string without its edges, what looks for it in a word of letters, itself, its marks."""

    plain: str
    place: Callable[[str, str], bool]
    edged: str
    marks: int


class WordIndex:
    """Marks filed under strings; a line's words tell those one of whose strings stands in it.

    A mark is a bit, so that an integer holds any number of them. A string of letters that is a
    whole word is filed as such, any other under one short piece.
    """

    def __init__(self) -> None:
        self._whole: dict[str, int] = {}
        self._pieces: dict[str, tuple[str, ...]] = {}
        self._marks: dict[str, int] = {}
        self._listed: dict[str, int] = {}
        self._shapes: list[tuple[Callable[[str], bool], int]] = []
        self._told: dict[str, int] = {}
        self._filed: dict[str, tuple[_Filed, ...]] = {}

    def file(self, mark: int, parts: Iterable[str]) -> None:
        """File `mark` under every one of `parts`, which `parts_of` has found in a clause."""
        for string in parts:
            if _is_whole(string):
                _add(self._whole, string[1:-1], mark)
                continue
            if string not in self._marks:
                piece = _piece(string.strip(EDGE))
                self._pieces[piece] = (*self._pieces.get(piece, ()), string)
            _add(self._marks, string, mark)

    def unfile(self, mark: int, parts: Iterable[str]) -> None:
        """File `mark` under `parts` no more."""
        for string in parts:
            if _is_whole(string):
                self._whole[string[1:-1]] &= ~mark
            else:
                self._marks[string] &= ~mark

    def file_gate(self, mark: int, gate: Gate) -> None:
        """File `mark` under the words and the shape of a gate."""
        for word in gate.words:
            _add(self._listed, word, mark)
        if gate.has_shape:
            self._shapes.append((gate.shape, mark))

    def forget(self) -> None:
        """Forget what words told: call it when anything was filed or unfiled after a look-up."""
        self._told.clear()
        self._filed.clear()

    def told(self, low: str) -> int:
        """Return what the words of a line in lower case tell."""
        known = self._told
        if len(known) > _REMEMBERED_WORDS:
            known.clear()
        marks = 0
        for word in set(low.split() if low.isascii() else _WORD.findall(low)):
            told = known.get(word)
            marks |= self._of(word) if told is None else told
        return marks

    def _of(self, word: str) -> int:
        """Return what a word tells."""
        marks = self._told.get(word)
        if marks is None:
            marks = self._told_by(word)
            if len(word) <= _LONGEST_WORD:
                self._told[word] = marks
        return marks

    def _told_by(self, word: str) -> int:
        if _is_plain(word):
            return self._told_by_letters(word)
        core = word.strip(_SIGNS)
        if _is_plain(core):
            # Only a string with a sign in it tells more than the letters do; its piece has one.
            first = word.index(core)
            last = first + len(core)
            signed = _pieces(word[: first + 2]) if first else set()
            if last < len(word):
                signed |= _pieces(word[max(first, last - 2) :])
            return self._told_by_shape(word) | self._told_in(word, signed) | self._of(core)
        told = self._told_by_shape(word) | self._told_in(word, _pieces(word))
        for run in _LETTERS.findall(word):
            told |= self._whole.get(run, 0)
        for token in TOKEN.findall(word):
            told |= self._told_by_lists(token)
        return told

    def _told_by_shape(self, word: str) -> int:
        told = 0
        for shape, marks in self._shapes:
            if shape(word):
                told |= marks
        return told

    def _told_by_lists(self, token: str) -> int:
        told = self._listed.get(token, 0)
        return told | self._listed.get(token[:-1], 0) if token[-1] == "s" else told

    def _told_in(self, word: str, pieces: set[str]) -> int:
        """Return what the strings tell that are filed under `pieces` and stand in a word."""
        told = 0
        for piece in self._pieces.keys() & pieces:
            for plain, place, edged, marks in self._filed_under(piece):
                if plain in word and (place is _ANYWHERE or stands_in(edged, word)):
                    told |= marks
        return told

    def _told_by_letters(self, word: str) -> int:
        """Return what a word of small letters tells; its ends are all the edges that it has."""
        told = self._whole.get(word, 0) | self._told_by_lists(word)
        for piece in self._pieces.keys() & _pieces(word):
            for plain, place, _, marks in self._filed_under(piece):
                if place(word, plain):
                    told |= marks
        return told

    def _filed_under(self, piece: str) -> tuple[_Filed, ...]:
        """Return the strings that are filed under a piece and have marks."""
        filed = self._filed.get(piece)
        if filed is None:
            strings = (one for one in self._pieces[piece] if self._marks[one])
            filed = self._filed[piece] = tuple(
                _Filed(one.strip(EDGE), _place(one), one, self._marks[one]) for one in strings
            )
        return filed


def _pieces(word: str) -> set[str]:
    """Return all pieces of a word of up to three characters."""
    pairs = list(map(add, word, word[1:]))
    return {*word, *pairs, *map(add, pairs, word[2:])}


def _is_plain(word: str) -> bool:
    return word.isalpha() and word.isascii()


def _place(string: str) -> Callable[[str, str], bool]:
    """Return what says whether a string stands in a word of letters, by where its edges are."""
    begins, ends = string[0] == EDGE, string[-1] == EDGE
    if begins and ends:
        return str.__eq__
    return str.startswith if begins else str.endswith if ends else _ANYWHERE


def _add(filed: dict[str, int], key: str, mark: int) -> None:
    filed[key] = filed.get(key, 0) | mark


def parts_of(clause: Iterable[str]) -> Clause:
    """Return of each string of a clause what tells of it: its rarest part within a word.

    Where one has none, an empty string is among them: such a clause cannot be filed. Where they
    are the clause itself, a word that tells of one tells that the line has one of its strings.
    """
    return frozenset(map(_part_of_word, clause))


def _is_whole(string: str) -> bool:
    return (
        string[0] == string[-1] == EDGE
        and _LETTERS.fullmatch(string, 1, len(string) - 1) is not None
    )


def _part_of_word(string: str) -> str:
    """Return the rarest piece of `string` that stands within a word; empty where it has none."""
    spaced = string.translate(_STOPS)
    pieces = spaced.split()
    if len(pieces) > 1 or spaced != spaced.strip():
        # Where the string goes on after white space, the piece has an edge.
        first = "" if spaced[0] not in " \t" else EDGE
        last = "" if spaced[-1] not in " \t" else EDGE
        pieces = [
            (first if index == 0 else EDGE)
            + piece.strip(EDGE)
            + (last if index == len(pieces) - 1 else EDGE)
            for index, piece in enumerate(pieces)
        ]
    return min(pieces, key=lambda piece: (frequency(piece), -len(piece)), default="")


def _piece(string: str) -> str:
    """Return up to three neighbouring characters of a string without edges, that few words have."""
    pieces = [string[index : index + 3] for index in range(max(1, len(string) - 2))]
    return min(pieces, key=_commonness)


def _commonness(piece: str) -> tuple[bool, int]:
    # A sign first: `_told_by` relies on it.
    return piece.isalpha() and piece.isascii(), sum(char in "etaoinsrhldcum'’" for char in piece)
