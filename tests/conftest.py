"""What all tests share: a screen of its own for one that types, and windows that really go."""

import sys
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings

from steps.screen import virtual_screen

# How long an example takes says more of what else the machine does than of the code.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture
def display() -> Iterator[str]:
    """Give the name of an X display that exists only in memory.

    Keys must never reach a person's own desktop.
    """
    with virtual_screen() as screen:
        yield screen


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """Delete for good what a test's end has marked for deletion.

    Qt does that when its event loop comes round, which no test's ever does; thousands of dead
    widgets then cost minutes when the process ends.
    """
    yield
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
