"""What the words of a line tell: numbers, filed under strings and gates, looked up word by word."""

import re
from collections.abc import Iterable
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


class WordIndex:
    """Numbers filed under strings; a line's words name those one of whose strings stands in it.

    A string of letters that is a whole word is filed as such, any other under one short piece.
    """

    def __init__(self) -> None:
        self._whole: dict[str, list[int]] = {}
        # Each string as filed and without its edges: one object where it has none.
        self._pieces: dict[str, list[tuple[str, str, int]]] = {}
        self._gates: list[tuple[Gate, int]] = []
        self._vocabulary: frozenset[str] = frozenset()
        self._told: dict[str, frozenset[int]] = {}

    def file(self, number: int, clause: Iterable[str]) -> None:
        """File `number` under every string of `clause`, each of which must be `fileable`."""
        for string in set(map(_part_of_word, clause)):
            if _is_whole(string):
                self._whole.setdefault(string[1:-1], []).append(number)
            else:
                plain = string.strip(EDGE)
                self._pieces.setdefault(_piece(plain), []).append((string, plain, number))

    def unfile(self, number: int, clause: Iterable[str]) -> None:
        """File `number` under the strings of `clause` no more."""
        for string in set(map(_part_of_word, clause)):
            if _is_whole(string):
                self._whole[string[1:-1]].remove(number)
            else:
                plain = string.strip(EDGE)
                self._pieces[_piece(plain)].remove((string, plain, number))

    def file_gate(self, number: int, gate: Gate) -> None:
        """File `number` under the words and the shape of a gate."""
        self._gates.append((gate, number))
        self._vocabulary |= gate.words

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
        told = {
            number
            for piece in self._pieces.keys() & pieces
            for string, plain, number in self._pieces[piece]
            if plain in word and (plain is string or stands_in(string, word))
        }
        for run in _LETTERS.findall(word):
            if run in self._whole:
                told.update(self._whole[run])
        tokens = set(TOKEN.findall(word))
        tokens.update([token[:-1] for token in tokens if token[-1] == "s"])
        is_listed = not self._vocabulary.isdisjoint(tokens)
        if is_listed:
            told.update(
                [number for gate, number in self._gates if not gate.words.isdisjoint(tokens)]
            )
        if not word.isalpha():
            told.update([number for gate, number in self._gates if gate.shape(word)])
        return frozenset(told)


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
