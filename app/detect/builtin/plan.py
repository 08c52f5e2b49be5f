"""Which recognisers a line needs at all: one look at its letters instead of asking each of them."""

from collections.abc import Callable, Iterable, Sequence
from operator import add

from app.detect.builtin.recogniser import Hit, Recogniser, Rule, RuleRecogniser, RuleSearch
from app.detect.builtin.required import cost, needs
from app.detect.builtin.view import View
from app.detect.detector import Profile

# A line's digits are counted up to this many; a line with more passes for one with any number.
_MOST_DIGITS = 12
# Clauses that nearly every line meets are not worth asking for, nor more than a few of the others.
_TELLING = 0.9
_MOST_CLAUSES = 3
_MOST_STRINGS = 20
# What each word told is kept, because people use the same words again. Longer ones, and Chinese
# without spaces, do not come back.
_LONGEST_WORD = 16
_REMEMBERED_WORDS = 10_000

_Find = Callable[[View, Profile], Iterable[Hit]]
# Clauses of each of which a line must have a string; then who to ask.
_Step = tuple[tuple[tuple[str, ...], ...], _Find]


class Plan:
    """Recognisers in their order, asked only where a line has what they need.

    Every rule is filed under its most telling clause, and that under one short piece of each of
    the clause's strings. The words of a line then name the few rules worth trying.
    """

    def __init__(self, recognisers: Sequence[Recogniser]) -> None:
        self._steps: list[_Step] = []
        self._always: set[int] = set()
        # By the digits of a line: the steps that need more of them.
        self._beyond: tuple[set[int], ...] = tuple(set() for _ in range(_MOST_DIGITS + 1))
        self._pieces: dict[str, list[tuple[str, int]]] = {}
        self._words: dict[str, frozenset[int]] = {}
        for recogniser in recognisers:
            if isinstance(recogniser, RuleRecogniser):
                for rule in recogniser.rules:
                    self._add(rule)
            else:
                self._always.add(len(self._steps))
                self._steps.append(((), recogniser.find))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to ask."""
        return not self._steps

    def find(self, view: View, profile: Profile) -> list[Hit]:
        """Return the hits of every recogniser, in their order."""
        hits: list[Hit] = []
        low = view.low
        steps = self._steps
        for number in self._wanted(view):
            clauses, find = steps[number]
            for clause in clauses:
                for string in clause:  # a plain loop: `any` with a generator takes thrice as long
                    if string in low:
                        break
                else:
                    break
            else:
                hits.extend(find(view, profile))
        return hits

    def _wanted(self, view: View) -> list[int]:
        """Return which steps a line may need, in order: those that one of its words tells of."""
        words = self._words
        if len(words) > _REMEMBERED_WORDS:
            words.clear()
        found = []
        for word in set(view.low.split()):
            steps = words.get(word)
            if steps is None:
                steps = self._told_by(word)
                if len(word) <= _LONGEST_WORD:
                    words[word] = steps
            if steps:
                found.append(steps)
        digits = min(sum(map(view.low.count, "0123456789")), _MOST_DIGITS)
        return sorted(self._always.union(*found) - self._beyond[digits])

    def _told_by(self, word: str) -> frozenset[int]:
        """Return which steps have a telling string in `word`."""
        pieces = {*word, *map(add, word, word[1:]), *map(add, map(add, word, word[1:]), word[2:])}
        return frozenset(
            step
            for piece in self._pieces.keys() & pieces
            for string, step in self._pieces[piece]
            if string in word
        )

    def _add(self, rule: Rule) -> None:
        """Add a rule, filed where few lines lead to it."""
        number = len(self._steps)
        needed, digits_needed = needs(rule.pattern)
        telling = sorted((one for one in needed if cost(one) < _TELLING), key=cost)[:_MOST_CLAUSES]
        cues = frozenset(rule.cues)
        if cues and cues not in telling:
            telling.append(cues)
        # The shortest clause first: most lines fail it, and it costs least. Asking for many strings
        # costs as much as the pattern, but the cues are a condition of their own.
        asked = [one for one in telling if len(one) <= _MOST_STRINGS or one == cues]
        clauses = tuple(tuple(sorted(one)) for one in sorted(asked, key=len))
        self._steps.append((clauses, RuleSearch(rule).find))
        for digits in range(min(digits_needed, _MOST_DIGITS)):
            self._beyond[digits].add(number)
        filed = [frozenset(map(_part_of_word, clause)) for clause in telling]
        fileable = [clause for clause in filed if "" not in clause]
        if not fileable:
            self._always.add(number)
            return
        for string in min(fileable, key=cost):
            self._pieces.setdefault(_piece(string), []).append((string, number))


def _part_of_word(string: str) -> str:
    """Return the longest piece of `string` without space; empty where it has none."""
    return max(string.split(), key=len, default="")


def _piece(string: str) -> str:
    """Return up to three neighbouring characters of `string`, such as few words have."""
    pieces = [string[index : index + 3] for index in range(max(1, len(string) - 2))]
    return min(pieces, key=lambda piece: sum(char in "etaoinsrhldcum'’" for char in piece))
