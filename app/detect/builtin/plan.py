"""Which recognisers a line needs at all: one look at its words instead of asking each of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.detect.builtin.gate import Gate
from app.detect.builtin.recogniser import Hit, Recogniser, Rule, RuleRecogniser, RuleSearch
from app.detect.builtin.required import Clause, cost, needs
from app.detect.builtin.view import View
from app.detect.builtin.word_index import WordIndex, is_fileable, is_told
from app.detect.detector import Profile

# A line's digits are counted up to this many; a line with more passes for one with any number.
_MOST_DIGITS = 13
# Clauses that nearly every line meets are not worth asking for, nor more than a few of the others.
_TELLING = 0.985
_MOST_CLAUSES = 3
# A second clause that more lines meet than this spares too little.
_WORTH = 0.5
_TRIES = 4
# Filing a rule anew makes the index forget what it knows of words, so some are gathered first.
_FILED_TOGETHER = 32

# Added to a step's number where a word tells of the second clause that it needs.
_SECOND = 1_000_000

_Find = Callable[[View, Profile], Iterable[Hit]]


@dataclass(slots=True)
class _Step:
    """Who to ask, of a line that has one of the `cues` if there are any.

    `twofold` says that words must tell of the step twice. `unread` is a rule whose pattern has not
    been looked at, because reading it costs as much as compiling it: until it has been tried a few
    times, its cues are all that is known of it.
    """

    find: _Find
    cues: tuple[str, ...] = ()
    twofold: bool = False
    unread: Rule | None = None
    tries: int = 0


class Plan:
    """Recognisers in their order, asked only where a line has what they need.

    Every rule is filed under its two most telling clauses, and each of them under one short piece
    of each of its strings. The words of a line then name the few rules worth trying.
    """

    def __init__(self, recognisers: Sequence[Recogniser]) -> None:
        self._steps: list[_Step] = []
        self._always: set[int] = set()
        # By the digits of a line: the steps that need more of them.
        self._beyond: tuple[set[int], ...] = tuple(set() for _ in range(_MOST_DIGITS + 1))
        self._index = WordIndex()
        self._unfiled: list[tuple[int, Sequence[Clause], Clause]] = []
        for recogniser in recognisers:
            if isinstance(recogniser, RuleRecogniser):
                for rule in recogniser.rules:
                    self._add_rule(rule)
            else:
                self._add(recogniser)

    def find(self, view: View, profile: Profile) -> list[Hit]:
        """Return the hits of every recogniser, in their order."""
        hits: list[Hit] = []
        has_read = False
        low = view.low
        steps = self._steps
        told = self._told(low)
        for number in sorted(told):
            if number >= _SECOND:
                break
            step = steps[number]
            if step.twofold and number + _SECOND not in told:
                continue
            if step.cues and not _has_one(low, step.cues):
                continue
            if step.unread is not None:
                step.tries += 1
                # One at a time, so that no line waits for many.
                if step.tries >= _TRIES and not has_read:
                    self._read(number, step.unread)
                    has_read = True
            hits += step.find(view, profile)
        if len(self._unfiled) >= _FILED_TOGETHER:
            self._refile()
        return hits

    def learn(self) -> Iterator[None]:
        """Read what the rules need that were not tried yet, one in each step of the iterator."""
        for number, step in enumerate(self._steps):
            if step.unread is not None:
                self._read(number, step.unread)
                yield
                self._refile()
                yield

    def _told(self, low: str) -> AbstractSet[int]:
        """Return which steps the words of a line tell of, and of which they tell twice."""
        digits = min(sum(map(low.count, "0123456789")), _MOST_DIGITS)
        return self._always.union(*self._index.told(low)) - self._beyond[digits]

    def _add(self, recogniser: Recogniser) -> None:
        """Add a recogniser of another kind, filed under what its gate names."""
        number = len(self._steps)
        gate = recogniser.gate
        step = _Step(recogniser.find)
        self._steps.append(step)
        self._need_digits(number, gate.digits)
        if gate == Gate(gate.patterns, digits=gate.digits) and len(gate.patterns) == 1:
            self._need(number, gate.patterns[0], low=False)
            return
        if gate.is_open:
            self._always.add(number)
            return
        strings = set(gate.strings)
        for pattern in gate.patterns:
            telling = [one for one in needs(pattern).clauses if cost(one) < _TELLING]
            if not telling:
                self._always.add(number)
                return
            strings |= min(telling, key=cost)
        self._index.file_gate(number, gate)
        self._index.file(number, strings)

    def _add_rule(self, rule: Rule) -> None:
        """Add a rule, filed under its cues or, without any, where few lines lead to it."""
        number = len(self._steps)
        self._steps.append(_Step(RuleSearch(rule).find))
        cues = frozenset(rule.cues)
        if rule.gate is not None:
            self._need_digits(number, rule.gate.digits)
            self._index.file_gate(number, rule.gate)
            self._index.file(number, rule.gate.strings)
        elif cues and is_fileable(cues):
            self._index.file(number, cues)
            self._steps[number].cues = () if is_told(cues) else rule.cues
            self._steps[number].unread = rule
        else:
            self._read(number, rule)

    def _read(self, number: int, rule: Rule) -> None:
        """Learn from the pattern of a rule what else it needs, and file it by that."""
        self._steps[number].unread = None
        self._need(number, rule.pattern, frozenset(rule.cues), low=not rule.cased)

    def _need(
        self, number: int, pattern: re.Pattern[str], cues: Clause = frozenset(), *, low: bool
    ) -> None:
        """File a step by what its pattern needs besides `cues`."""
        needed, digits = needs(pattern, low=low)
        telling = sorted((one for one in needed if cost(one) < _TELLING), key=cost)[:_MOST_CLAUSES]
        if cues and cues not in telling:
            telling.append(cues)
        self._need_digits(number, digits)
        if cues and is_fileable(cues):
            self._unfiled.append((number, telling, cues))
        else:
            self._file(number, telling, cues)

    def _refile(self) -> None:
        """File the rules read by now under what their patterns need and not their cues alone."""
        for number, telling, cues in self._unfiled:
            self._index.unfile(number, cues)
            self._file(number, telling, cues)
        self._unfiled.clear()
        self._index.forget()

    def _file(self, number: int, telling: Sequence[Clause], cues: Clause) -> None:
        """File a step under the two most telling of its clauses that stand within words.

        The second one only where it spares many a look. What words cannot tell is not asked for,
        which would cost as much as it spares; but the cues are a condition of their own.
        """
        best = [clause for clause in sorted(telling, key=cost) if is_fileable(clause)][:2]
        if len(best) > 1 and cost(best[1]) > _WORTH:
            best.pop()
        if not best:
            self._always.add(number)
        for clause, shift in zip(best, (0, _SECOND), strict=False):
            self._index.file(number + shift, clause)
        step = self._steps[number]
        step.twofold = len(best) > 1
        step.cues = () if cues in best and is_told(cues) else tuple(sorted(cues))

    def _need_digits(self, number: int, digits: int) -> None:
        for fewer in range(min(digits, _MOST_DIGITS)):
            self._beyond[fewer].add(number)


def _has_one(low: str, strings: tuple[str, ...]) -> bool:
    for string in strings:  # noqa: SIM110, `any` with a generator takes thrice as long
        if string in low:
            return True
    return False
