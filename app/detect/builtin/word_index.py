"""What the words of a line tell: numbers, filed under strings and gates, looked up word by word."""

import re
from collections.abc import Callable, Iterable
from operator import add

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

_Numbers = tuple[int, ...]


class WordIndex:
    """Numbers filed under strings; a line's words name those one of whose strings stands in it.

    A string of letters that is a whole word is filed as such, any other under one short piece.
    """

    def __init__(self) -> None:
        # Plain tuples, of which there are many thousands: the garbage collector leaves them alone.
        self._whole: dict[str, _Numbers] = {}
        self._pieces: dict[str, tuple[str, ...]] = {}
        self._numbers: dict[str, _Numbers] = {}
        self._listed: dict[str, _Numbers] = {}
        self._shapes: list[tuple[Callable[[str], bool], int]] = []
        self._told: dict[str, frozenset[int]] = {}

    def file(self, number: int, clause: Iterable[str]) -> None:
        """File `number` under every string of `clause`, each of which must be `fileable`."""
        for string in set(map(_part_of_word, clause)):
            if _is_whole(string):
                _add(self._whole, string[1:-1], number)
                continue
            if string not in self._numbers:
                piece = _piece(string.strip(EDGE))
                self._pieces[piece] = (*self._pieces.get(piece, ()), string)
            _add(self._numbers, string, number)

    def unfile(self, number: int, clause: Iterable[str]) -> None:
        """File `number` under the strings of `clause` no more."""
        for string in set(map(_part_of_word, clause)):
            numbers, key = (
                (self._whole, string[1:-1]) if _is_whole(string) else (self._numbers, string)
            )
            numbers[key] = tuple(one for one in numbers[key] if one != number)

    def file_gate(self, number: int, gate: Gate) -> None:
        """File `number` under the words and the shape of a gate."""
        for word in gate.words:
            _add(self._listed, word, number)
        if gate.has_shape:
            self._shapes.append((gate.shape, number))

    def forget(self) -> None:
        """Forget what words told: call it when anything was filed or unfiled after a look-up."""
        self._told.clear()

    def told(self, low: str) -> list[frozenset[int]]:
        """Return what each word of a line in lower case tells; nothing for one that tells none."""
        known = self._told
        if len(known) > _REMEMBERED_WORDS:
            known.clear()
        found = []
        for word in set(low.split() if low.isascii() else _WORD.findall(low)):
            numbers = known.get(word)
            if numbers is None:
                numbers = self._told_by(word)
                if len(word) <= _LONGEST_WORD:
                    known[word] = numbers
            if numbers:
                found.append(numbers)
        return found

    def _told_by(self, word: str) -> frozenset[int]:
        pieces = {*word, *map(add, word, word[1:]), *map(add, map(add, word, word[1:]), word[2:])}
        told: set[int] = set()
        for piece in self._pieces.keys() & pieces:
            for string in self._pieces[piece]:
                plain = string.strip(EDGE)
                if plain in word and (plain == string or stands_in(string, word)):
                    told.update(self._numbers[string])
        for run in _LETTERS.findall(word):
            if run in self._whole:
                told.update(self._whole[run])
        for token in TOKEN.findall(word):
            told.update(self._listed.get(token, ()))
            if token[-1] == "s":
                told.update(self._listed.get(token[:-1], ()))
        if not word.isalpha():
            told.update([number for shape, number in self._shapes if shape(word)])
        return frozenset(told)


def _add(numbers: dict[str, _Numbers], key: str, number: int) -> None:
    numbers[key] = (*numbers.get(key, ()), number)


def is_fileable(clause: Clause) -> bool:
    """Say whether every string of a clause has a part that stands within a word."""
    return all(map(_part_of_word, clause))


def is_told(clause: Clause) -> bool:
    """Say whether a word that tells of a clause tells that the line has one of its strings.

    Of a string with a space inside, it tells of a part.
    """
    return all(_part_of_word(string) == string for string in clause)


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
    return min(pieces, key=lambda piece: sum(char in "etaoinsrhldcum'’" for char in piece))
