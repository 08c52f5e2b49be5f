"""Long work in steps, so that whoever shares the thread with it is not kept waiting."""

from collections.abc import Generator
from contextlib import closing
from typing import TypeVar

T = TypeVar("T")

# Yields between two steps and returns what the work gives. Closed early, it tidies up.
Steps = Generator[None, None, T]


def at_once(steps: Steps[T]) -> T:
    """Take all steps one after the other; return what the work gives."""
    with closing(steps):
        while True:
            try:
                next(steps)
            except StopIteration as end:
                given: T = end.value
                return given
