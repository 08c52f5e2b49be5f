"""From a key press to the highlight: `python -m tests.bench.key_presses`.

The real window without a screen. For each length a text is pasted, then keys are pressed in its
middle, one by one; the time runs from the key press until the reading of just that text is shown.
Beside it the plain way: reading the whole text with none of its lines remembered.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.chat.reader import Reader, Standing
from app.detect.builtin.factory import warmed_up_detector
from app.paths import resources
from app.store.database import Database
from app.store.vault import Vault
from tests.bench.texts import text_of
from tests.chat.world import KINDS
from tests.e2e.driver import Driver

KEYS = 120
LENGTHS = (200, 2_000, 20_000, 100_000)
_LETTERS = "the quick brown fox jumps over it "


def _typed(driver: Driver, qtbot: QtBot, length: int) -> list[float]:
    field = driver.find(QPlainTextEdit, "composerText")
    composer = driver.composer
    composer.set_text(text_of(length))
    qtbot.waitUntil(lambda: composer.is_read, timeout=60_000)
    cursor = field.textCursor()
    cursor.setPosition(length // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    field.setTextCursor(cursor)
    seconds = []
    for number in range(KEYS):
        begun = time.perf_counter()
        qtbot.keyClicks(field, _LETTERS[number % len(_LETTERS)])
        while not composer.is_read:
            # As the event loop waits: a busy loop would keep the core thread from running.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        seconds.append(time.perf_counter() - begun)
    return seconds


def _plain(length: int) -> list[float]:
    detector = warmed_up_detector(resources())
    seconds = []
    for number in range(6):
        text = "\n".join(f"{number}: {line}" for line in text_of(length).split("\n"))
        reader = Reader((detector,), Vault(Database.in_memory()), KINDS, Standing)
        begun = time.perf_counter()
        reader.read(text)
        seconds.append(time.perf_counter() - begun)
    return seconds


def _line(length: int, name: str, seconds: list[float]) -> str:
    cuts = statistics.quantiles(seconds, n=20) if len(seconds) > 1 else seconds * 19
    return f"{length:>9,} {name:<28} {cuts[9] * 1000:>9.1f} {cuts[18] * 1000:>9.1f}"


@pytest.mark.filterwarnings("default")
def test_typing(qtbot: QtBot) -> None:
    """Print the table; a test only because pytest-qt owns the event loop."""
    with tempfile.TemporaryDirectory() as folder:
        driver = Driver(qtbot, Path(folder))
        driver.first_start("Rosalind Quint")
        print(f"\n{'characters':>9} {'way':<28} {'p50 ms':>9} {'p95 ms':>9}")
        for length in LENGTHS:
            print(_line(length, "key press to highlight", _typed(driver, qtbot, length)))
            print(_line(length, "reading all, nothing kept", _plain(length)))
        driver.close()


if __name__ == "__main__":
    command = [sys.executable, "-m", "pytest", __file__, "-q", "-s", "-p", "no:cacheprovider"]
    sys.exit(subprocess.run(command, check=False).returncode)
