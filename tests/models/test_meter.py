"""What is told of a stage's pace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.messages import Moved
from app.models.meter import Meter


class Clock:
    """A clock that the test turns."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


STEPS = st.lists(st.tuples(st.floats(0, 5), st.integers(-1000, 100_000)), max_size=50)


@given(STEPS, st.integers(1, 1_000_000), st.integers(0, 1000))
def test_nothing_odd_is_ever_told(steps: list[tuple[float, int]], total: int, done: int) -> None:
    told: list[Moved] = []
    clock = Clock()
    meter = Meter("downloading", total, told.append, min(done, total), clock)
    for seconds, count in steps:
        clock.now += seconds
        meter.add(count)
    for moved in told:
        assert moved.done <= total
        assert moved.speed is None or moved.speed > 0
        assert moved.left is None or moved.left >= 0
    assert len(told) <= 1 + len(steps)


def test_speed_and_time_left() -> None:
    told: list[Moved] = []
    clock = Clock()
    meter = Meter("downloading", 1000, told.append, 100, clock)
    assert told == [Moved("downloading", 100, 1000, None, None)]
    for _ in range(4):
        clock.now += 0.5
        meter.add(50)
    assert told[-1] == Moved("downloading", 300, 1000, 100.0, 7.0)


def test_the_speed_forgets_what_was_long_ago() -> None:
    told: list[Moved] = []
    clock = Clock()
    meter = Meter("downloading", 10**9, told.append, 0, clock)
    for speed in (1000, 10):
        for _ in range(40):
            clock.now += 1
            meter.add(speed)
    assert told[-1].speed == pytest.approx(10)


def test_it_is_told_a_few_times_a_second_and_at_the_end() -> None:
    told: list[Moved] = []
    clock = Clock()
    meter = Meter("downloading", 1000, told.append, 0, clock)
    for _ in range(1000):
        clock.now += 0.001
        meter.add(1)
    assert 5 <= len(told) <= 8
    assert told[-1].done == 1000


def test_without_a_total_only_the_amount_is_told() -> None:
    told: list[Moved] = []
    clock = Clock()
    meter = Meter("looking", 0, told.append, 0, clock)
    clock.now = 1
    meter.add(5)
    assert told[-1] == Moved("looking", 5, 0, 5.0, None)
