"""Which recognisers a line needs at all: one look at its words instead of asking each of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.detect.builtin.gate import Gate
from app.detect.builtin.recogniser import Hit, Recogniser, Rule, RuleRecogniser, RuleSearch
from app.detect.builtin.required import Clause, cost, needs
from app.detect.builtin.view import View
from app.detect.builtin.word_index import WordIndex, parts_of
from app.detect.detector import Profile

# A line's digits are counted up to this many; a line with more passes for one with any number.
_MOST_DIGITS = 13
# Clauses that nearly every line meets are not worth filing, nor more than a few of the others.
_TELLING = 0.985
_MOST_CLAUSES = 4
_TRIES = 4
# Filing a rule anew makes the index forget what it knows of words, so some are gathered first.
_FILED_TOGETHER = 32

_Find = Callable[[View, Profile], Iterable[Hit]]


@dataclass(slots=True)
class _Step:
    """Who to ask, of a line that has one of the `cues` if there are any.

    `unread` is a rule whose pattern has not been looked at, because reading it costs as much as
    compiling it: until it has been tried a few times, its cues are all that is known of it.
    """

    find: _Find
    cues: tuple[str, ...] = ()
    unread: Rule | None = None
    tries: int = 0


class Plan:
    """Recognisers in their order, asked only where a line has what they need.

    Every rule is filed under the few most telling clauses that it needs, and each of them under one
    short piece of each of its strings. The words of a line then name the rules worth trying.
    """

    def __init__(self, recognisers: Sequence[Recogniser]) -> None:
        self._steps: list[_Step] = []
        self._width = sum(
            len(each.rules) if isinstance(each, RuleRecogniser) else 1 for each in recognisers
        )
        # A mark for each step and each clause that it can be filed under: the first clauses of all
        # steps, then the second ones, and so on. Here are those that are not needed.
        self._free = (1 << _MOST_CLAUSES * self._width) - 1
        # By the digits of a line: a mark for each step to which so many are enough.
        self._enough = [(1 << self._width) - 1] * (_MOST_DIGITS + 1)
        self._index = WordIndex()
        self._unfiled: list[tuple[int, Iterable[Clause], Clause]] = []
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
        worth = self._worth_trying(low)
        number = -1
        while (number := worth.find("1", number + 1)) >= 0:
            step = steps[number]
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

    def _worth_trying(self, low: str) -> str:
        """Return "1" for each step all of whose clauses a line meets, "0" or nothing for others."""
        met = self._index.told(low) | self._free
        worth = self._enough[min(sum(map(low.count, "0123456789")), _MOST_DIGITS)]
        for _ in range(_MOST_CLAUSES):
            worth &= met
            met >>= self._width
        return f"{worth:b}"[::-1]

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
            return
        strings = set(gate.strings)
        for pattern in gate.patterns:
            telling = [one for one in needs(pattern).clauses if cost(one) < _TELLING]
            if not telling:
                return
            strings |= min(telling, key=cost)
        self._file_gate(number, gate._replace(strings=tuple(strings)))

    def _add_rule(self, rule: Rule) -> None:
        """Add a rule, filed under its cues or, without any, where few lines lead to it."""
        number = len(self._steps)
        self._steps.append(_Step(RuleSearch(rule).find))
        cues = frozenset(rule.cues)
        parts = parts_of(cues)
        if rule.gate is not None:
            self._need_digits(number, rule.gate.digits)
            self._file_gate(number, rule.gate)
        elif cues and "" not in parts:
            self._index.file(self._mark(number, 0), parts)
            self._steps[number].cues = () if parts == cues else rule.cues
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
        telling = {one for one in needed if cost(one) < _TELLING}
        if cues:
            telling.add(cues)
        self._need_digits(number, digits)
        if cues and "" not in parts_of(cues):
            self._unfiled.append((number, telling, cues))
        else:
            self._file(number, telling, cues)

    def _refile(self) -> None:
        """File the rules read by now under what their patterns need and not their cues alone."""
        for number, telling, cues in self._unfiled:
            self._index.unfile(self._mark(number, 0), parts_of(cues))
            self._file(number, telling, cues)
        self._unfiled.clear()
        self._index.forget()

    def _file(self, number: int, telling: Iterable[Clause], cues: Clause) -> None:
        """File a step under the most telling of its clauses that stand within words.

        What words cannot tell is not asked for, which would cost as much as it spares; but the
        cues are a condition of their own.
        """
        parts = {clause: parts_of(clause) for clause in telling}
        fileable = (clause for clause in telling if "" not in parts[clause])
        best = sorted(fileable, key=cost)[:_MOST_CLAUSES]
        for place, clause in enumerate(best):
            self._index.file(self._mark(number, place), parts[clause])
        known = cues in best and parts[cues] == cues
        self._steps[number].cues = () if known else tuple(sorted(cues))

    def _file_gate(self, number: int, gate: Gate) -> None:
        mark = self._mark(number, 0)
        self._index.file_gate(mark, gate)
        self._index.file(mark, parts_of(gate.strings))

    def _mark(self, number: int, place: int) -> int:
        """Return the mark of a step's clause, which is needed from now on."""
        mark = 1 << place * self._width + number
        self._free &= ~mark
        return mark

    def _need_digits(self, number: int, digits: int) -> None:
        for fewer in range(min(digits, _MOST_DIGITS)):
            self._enough[fewer] &= ~(1 << number)


def _has_one(low: str, strings: tuple[str, ...]) -> bool:
    for string in strings:  # noqa: SIM110, `any` with a generator takes thrice as long
        if string in low:
            return True
    return False
