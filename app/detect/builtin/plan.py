"""Which recognisers a line needs at all: one look at its strings instead of asking each of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.detect.builtin.gate import Gate
from app.detect.builtin.recogniser import Hit, Recogniser, Rule, RuleRecogniser, RuleSearch
from app.detect.builtin.required import Clause, Needs, cost, needs
from app.detect.builtin.string_index import StringIndex
from app.detect.builtin.view import View
from app.detect.detector import Profile

# A line's digits are counted up to this many; a line with more passes for one with any number.
_MOST_DIGITS = 13
# Clauses that nearly every line meets are not worth filing, nor more than a few of the others.
_TELLING = 0.985
_MOST_CLAUSES = 4
# Steps filed in some milliseconds.
_FILED_TOGETHER = 100

_Find = Callable[[View, Profile], Iterable[Hit]]


@dataclass(slots=True)
class _Step:
    """Who to ask, of a line that has so many `digits`, meets all `clauses` and passes all `gates`.

    `unread` are patterns that have not been looked at, because reading one costs as much as
    compiling it: of a rule, whose cues are all that is known of it until then, and of gates.
    """

    find: _Find
    digits: int = 0
    clauses: tuple[Clause, ...] = ()
    gates: tuple[Gate, ...] = ()
    unread: tuple[Rule | Gate, ...] = ()


class Plan:
    """Recognisers in their order, asked only where a line has what they need.

    Every rule is filed under the few most telling clauses that it needs; the strings of a line
    then name the rules worth trying.
    """

    def __init__(self, recognisers: Sequence[Recogniser]) -> None:
        self._steps = [step for one in recognisers for step in _steps_of(one)]
        self._filed = _Filed(self._steps)
        for _ in self._filed.fill():
            pass

    def find(self, view: View, profile: Profile) -> list[Hit]:
        """Return the hits of every recogniser, in their order."""
        hits: list[Hit] = []
        steps = self._steps
        worth = self._filed.worth_trying(view.low)
        number = -1
        while (number := worth.find("1", number + 1)) >= 0:
            hits += steps[number].find(view, profile)
        return hits

    def learn(self) -> Iterator[None]:
        """Read what the rules need besides their cues, in steps of some milliseconds."""
        unread = [(step, one) for step in self._steps for one in step.unread]
        for step, one in unread:
            _read(step, one)
            yield
        if unread:
            filed = _Filed(self._steps)
            yield from filed.fill()
            self._filed = filed


class _Filed:
    """Steps, filed under what they need of a line.

    There is a mark for each step and each clause of one: the first clauses of all steps, then the
    second ones, and so on.
    """

    def __init__(self, steps: Sequence[_Step]) -> None:
        """Be about `steps`; `fill` is run through before the first line."""
        self._steps = steps
        self._width = len(steps)
        self._index = StringIndex()
        # The marks that are not needed.
        self._free = (1 << _MOST_CLAUSES * self._width) - 1
        # By the digits of a line: the marks of the steps to which so many are enough.
        self._enough = [(1 << self._width) - 1] * (_MOST_DIGITS + 1)

    def fill(self) -> Iterator[None]:
        """File the steps and make ready for `worth_trying`, in steps of some milliseconds."""
        for number, step in enumerate(self._steps):
            self._file(number, step)
            if number % _FILED_TOGETHER == 0:
                yield
        yield from self._index.close()

    def _file(self, number: int, step: _Step) -> None:
        for place, clause in enumerate(step.clauses):
            self._index.file(self._mark(number, place), clause)
        for place, gate in enumerate(step.gates, len(step.clauses)):
            self._index.file_gate(self._mark(number, place), gate)
        for fewer in range(min(step.digits, _MOST_DIGITS)):
            self._enough[fewer] &= ~(1 << number)

    def worth_trying(self, low: str) -> str:
        """Return "1" for each step all of whose clauses a line meets, "0" or nothing for others."""
        met = self._index.told(low) | self._free
        # Bytes lose their digits in a quarter of the time in which ten counts find them.
        typed = low.encode(errors="replace")
        digits = len(typed) - len(typed.translate(None, b"0123456789"))
        worth = self._enough[min(digits, _MOST_DIGITS)]
        for _ in range(_MOST_CLAUSES):
            worth &= met
            met >>= self._width
        return f"{worth:b}"[::-1]

    def _mark(self, number: int, place: int) -> int:
        """Return the mark of a step's clause, which is needed from now on."""
        mark = 1 << place * self._width + number
        self._free &= ~mark
        return mark


def _steps_of(recogniser: Recogniser) -> Iterator[_Step]:
    if isinstance(recogniser, RuleRecogniser):
        yield from map(_step_of, recogniser.rules)
        return
    step = _Step(recogniser.find, recogniser.gate.digits)
    _pass(step, recogniser.gate)
    for gate in recogniser.gate.also:
        # It only narrows down what the first lets through.
        if gate.patterns:
            step.unread += (gate,)
        else:
            _pass(step, gate)
    yield step


def _pass(step: _Step, gate: Gate) -> None:
    """Add what a gate asks for to a step: the strings of its patterns instead of these."""
    if gate == Gate(gate.patterns, digits=gate.digits, also=gate.also) and len(gate.patterns) == 1:
        _need(step, needs(gate.patterns[0]))
        return
    strings = set(gate.strings)
    for pattern in gate.patterns:
        telling = [one for one in needs(pattern).clauses if cost(one) < _TELLING]
        if not telling:
            return
        strings |= min(telling, key=cost)
    told_by = gate._replace(patterns=(), strings=tuple(strings))
    if not told_by.is_open and len(step.clauses) + len(step.gates) < _MOST_CLAUSES:
        step.gates += (told_by,)


def _step_of(rule: Rule) -> _Step:
    """Return the step of a rule, whose pattern is read only if nothing else tells of it."""
    find = RuleSearch(rule).find
    if rule.gate is not None:
        return _Step(find, rule.gate.digits, gates=(rule.gate,))
    step = _Step(find)
    if rule.cues:
        step.clauses = (frozenset(rule.cues),)
        step.unread = (rule,)
    else:
        _read(step, rule)
    return step


def _read(step: _Step, unread: Rule | Gate) -> None:
    """Learn from the patterns of a rule or a gate what else a step needs."""
    step.unread = ()
    if isinstance(unread, Rule):
        _need(step, needs(unread.pattern, low=not unread.cased))
    else:
        _pass(step, unread)


def _need(step: _Step, needed: Needs) -> None:
    """Add the most telling clauses to those of a step."""
    telling = (one for one in needed.clauses if cost(one) < _TELLING and one not in step.clauses)
    most = _MOST_CLAUSES - len(step.gates)
    step.clauses = (*step.clauses, *sorted(telling, key=cost))[:most]
    step.digits = max(step.digits, needed.digits)
