"""A passphrase costs about half a second to try, and never less than RFC 9106's second option."""

from collections.abc import Callable

import pytest

from app.store.kdf import KdfParameters, affordable_memory, calibrated

LEAST = KdfParameters()


def machine(seconds: float) -> Callable[[KdfParameters], float]:
    """Return how long a machine takes that needs `seconds` for the defaults."""
    work = LEAST.iterations * LEAST.memory_kib
    return lambda chosen: seconds * chosen.iterations * chosen.memory_kib / work


@pytest.mark.parametrize("seconds", [0.0001, 0.01, 0.05, 0.11, 0.2, 0.3, 0.49])
def test_a_fast_machine_gets_what_takes_about_half_a_second(seconds: float) -> None:
    chosen = calibrated(0.5, machine(seconds), lambda: 512 * 1024)
    assert chosen.reasonable()
    assert chosen.memory_kib >= LEAST.memory_kib
    taken = machine(seconds)(chosen)
    assert taken <= 0.5
    assert taken > 0.35 or chosen.iterations == 64


def test_memory_comes_before_iterations() -> None:
    assert calibrated(0.5, machine(0.12), lambda: 512 * 1024) == KdfParameters(3, 4, 256 * 1024)


def test_no_more_memory_than_the_machine_can_spare() -> None:
    chosen = calibrated(0.5, machine(0.049), lambda: 128 * 1024)
    assert chosen == KdfParameters(15, 4, 128 * 1024)
    assert affordable_memory() > 0


@pytest.mark.parametrize("seconds", [0.5, 1.0, 60.0])
def test_a_slow_machine_gets_no_less_than_the_minimum(seconds: float) -> None:
    assert calibrated(0.5, machine(seconds), lambda: 16 * 1024) == LEAST


def test_a_clock_that_stands_still_gives_something_reasonable() -> None:
    assert calibrated(0.5, lambda _: 0.0, lambda: 512 * 1024).reasonable()


def test_this_machine() -> None:
    chosen = calibrated(0.0)
    assert chosen == LEAST
