"""A screen of its own for a test that types: keys must never reach a person's own desktop."""

from collections.abc import Iterator

import pytest

from steps.screen import virtual_screen


@pytest.fixture
def display() -> Iterator[str]:
    """Give the name of an X display that exists only in memory."""
    with virtual_screen() as screen:
        yield screen
