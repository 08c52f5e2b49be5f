"""Wrong tries slow down, a restart does not help, and no clock locks anybody out."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.errors import WrongPassphrase
from app.store.key_errors import TooManyTries
from app.store.wrong_tries import FREE, LONGEST, WrongTries


class Clocks:
    """A wall clock that can be set, and one that only runs forward."""

    def __init__(self) -> None:
        self.wall = 1_800_000_000.0
        self.steady = 50.0

    def sleep(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


def started(path: Path, clocks: Clocks) -> WrongTries:
    """Return the counter as a new start of the app has it."""
    return WrongTries(path, lambda: clocks.wall, lambda: clocks.steady)


def fail(tries: WrongTries) -> None:
    with tries.counted():
        raise WrongPassphrase


def wrong(tries: WrongTries, clocks: Clocks, count: int) -> None:
    for _ in range(count):
        clocks.sleep(tries.wait)
        with pytest.raises(WrongPassphrase):
            fail(tries)


def test_the_first_few_cost_nothing_then_it_doubles(tmp_path: Path, clocks: Clocks) -> None:
    tries = started(tmp_path / "tries", clocks)
    waits = []
    for _ in range(FREE + 9):
        wrong(tries, clocks, 1)
        waits.append(tries.wait)
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    with pytest.raises(TooManyTries) as refused:
        fail(tries)
    assert refused.value.details == {"seconds": 60}


def test_a_restart_does_not_help(tmp_path: Path, clocks: Clocks) -> None:
    wrong(started(tmp_path / "tries", clocks), clocks, FREE + 6)
    again = started(tmp_path / "tries", clocks)
    assert again.wait == pytest.approx(32)
    clocks.sleep(31)
    assert started(tmp_path / "tries", clocks).wait == pytest.approx(1)
    clocks.sleep(1)
    assert started(tmp_path / "tries", clocks).wait == 0
    wrong(started(tmp_path / "tries", clocks), clocks, 1)
    assert started(tmp_path / "tries", clocks).wait == pytest.approx(60)


def test_success_forgets(tmp_path: Path, clocks: Clocks) -> None:
    tries = started(tmp_path / "tries", clocks)
    wrong(tries, clocks, FREE + 3)
    clocks.sleep(tries.wait)
    with tries.counted():
        pass
    assert not (tmp_path / "tries").exists()
    wrong(tries, clocks, FREE)
    assert tries.wait == 0


@given(st.lists(st.floats(-1e12, 1e12), max_size=5))
def test_no_clock_costs_more_than_the_longest_wait(jumps: list[float]) -> None:
    clocks = Clocks()
    tries = started(Path("/nowhere/that/can/be/written"), clocks)
    wrong(tries, clocks, FREE + 9)
    for jump in jumps:
        clocks.wall += jump
        assert 0 <= tries.wait <= LONGEST
    clocks.steady += LONGEST
    assert tries.wait == 0


@pytest.mark.parametrize("jump", [-1e9, -3600, -1, 0, 1, 3600, 1e9])
def test_a_clock_that_was_set_between_two_runs(tmp_path: Path, clocks: Clocks, jump: float) -> None:
    wrong(started(tmp_path / "tries", clocks), clocks, FREE + 9)
    clocks.wall += jump
    again = started(tmp_path / "tries", clocks)
    assert again.wait <= LONGEST
    clocks.steady += LONGEST  # whatever the wall clock does meanwhile
    assert again.wait == 0


@pytest.mark.parametrize(
    "note",
    [
        b"", b"[]", b"{}", b"null", b"\xff", b'{"wrong": "x", "until": 1}',
        b'{"wrong": -5, "until": NaN}', b'{"wrong": 1e999, "until": 1}', b"[" * 99_999,
    ],
)  # fmt: skip
def test_a_damaged_note_keeps_nobody_out(tmp_path: Path, clocks: Clocks, note: bytes) -> None:
    (tmp_path / "tries").write_bytes(note)
    tries = started(tmp_path / "tries", clocks)
    assert tries.wait == 0
    wrong(tries, clocks, 1)


def test_a_note_cannot_ask_for_a_longer_wait(tmp_path: Path, clocks: Clocks) -> None:
    (tmp_path / "tries").write_text(json.dumps({"wrong": 10**9, "until": 1e300}))
    assert started(tmp_path / "tries", clocks).wait == LONGEST


def test_a_disk_that_takes_no_note_still_slows_this_run(clocks: Clocks) -> None:
    tries = started(Path("/nowhere/that/can/be/written"), clocks)
    wrong(tries, clocks, FREE + 2)
    assert tries.wait == 2
