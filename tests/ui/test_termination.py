"""The system asks the program to end, and it ends in good order."""

import os
import signal
import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.termination import Termination
from tests.ui.entrance.hall import WAIT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_is_heard_and_ends_nothing_by_itself(qtbot: QtBot, number: int) -> None:
    before = signal.getsignal(number)
    owner = QObject()
    termination = Termination(owner)
    with qtbot.waitSignal(termination.asked, timeout=WAIT):
        os.kill(os.getpid(), number)
    termination.close()
    assert signal.getsignal(number) == before
