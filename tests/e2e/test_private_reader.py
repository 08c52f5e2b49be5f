"""A real model in its real process reads what is typed into the real window."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.detect.model.process import ModelProcess
from app.store.messages import MessageState
from app.store.receipts import ReadBy, Receipt
from app.ui.composer.reader_state import ReaderState
from app.ui.conversation.reader_bar import ReaderBar
from tests.e2e.driver import WAIT, Driver
from tests.e2e.planted import leaks
from tests.e2e.small_reader import small_reader

# Nothing that a rule would find.
TOLD = "My uncle drinks every night. Can I help him?"
LONG = 180_000  # milliseconds: a model on a busy machine


class Reading:
    """The window with a model that reads, and what the tests ask of it."""

    def __init__(self, qtbot: QtBot, base: Path) -> None:
        self.bot = qtbot
        self.driver = Driver(qtbot, base)
        self.driver.first_start("Rosalind Quint")

    @property
    def state(self) -> ReaderState:
        """What the model is doing with the draft."""
        return self.driver.conversation._sending.reading.state

    @property
    def engine(self) -> ModelProcess:
        """The model's process, from this side."""
        engine = self.driver.session._model.engine
        assert isinstance(engine, ModelProcess)
        return engine

    def wait_for(self, state: ReaderState) -> None:
        """Wait until the model does this."""
        self.bot.waitUntil(lambda: self.state is state, timeout=LONG)

    def receipts(self) -> tuple[Receipt, ...]:
        """Return the receipts, asked on the thread that may."""
        receipts: tuple[Receipt, ...] = self.driver.on_core(self.driver.session.receipts.list)
        return receipts


@pytest.fixture
def reading(qtbot: QtBot, tmp_path: Path) -> Iterator[Reading]:
    made = Reading(qtbot, tmp_path / "base")
    made.driver.read_with(small_reader(tmp_path / "model"))
    yield made
    made.driver.close()


def test_what_only_the_model_finds_is_shown_and_stays_home(
    reading: Reading, tmp_path: Path
) -> None:
    driver = reading.driver
    driver.write(TOLD)
    assert driver.found() == []
    reading.wait_for(ReaderState.READ)
    assert "✓" in driver.find(QLabel, "readerSign").text()
    reading.bot.waitUntil(lambda: driver.found() == ["model"], timeout=WAIT)
    driver.send()
    reply = driver.wait_for_reply()
    assert (reply.text, reply.state) == (TOLD, MessageState.COMPLETE)
    (receipt,) = reading.receipts()
    assert receipt.read_by is ReadBy.MODEL
    assert TOLD not in receipt.body
    pid = reading.engine.pid
    assert pid is not None
    driver.close()
    assert not psutil.pid_exists(pid)
    for file in tmp_path.rglob("*"):
        if file.is_file() and not file.is_symlink():
            assert leaks(file.read_bytes(), (TOLD, "Rosalind Quint")) == [], file.name


def test_send_waits_for_the_model_and_then_sends_by_itself(reading: Reading) -> None:
    driver = reading.driver
    driver.write(TOLD)
    driver.send()
    bar = driver.find(ReaderBar, "readerBar")
    assert "as soon as" in driver.text_of("readerBarText")
    assert driver.wait_for_reply(LONG).text == TOLD
    assert not bar.isVisible()
    assert [receipt.read_by for receipt in reading.receipts()] == [ReadBy.MODEL]


def test_writing_on_takes_the_send_back(reading: Reading) -> None:
    driver = reading.driver
    driver.write(TOLD)
    driver.send()
    bar = driver.find(ReaderBar, "readerBar")
    driver.write(" And me?")
    assert not bar.isVisible()
    reading.wait_for(ReaderState.READ)
    assert driver.shown() == []


def test_a_killed_process_is_started_again_and_the_message_read(reading: Reading) -> None:
    driver = reading.driver
    driver.write(TOLD)
    reading.wait_for(ReaderState.READING)
    pid = reading.engine.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    reading.wait_for(ReaderState.READ)
    assert reading.engine.pid != pid
    reading.bot.waitUntil(lambda: driver.found() == ["model"], timeout=WAIT)


def test_without_its_model_send_asks_and_the_receipt_says_what_was_chosen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    reading = Reading(qtbot, tmp_path / "base")
    driver = reading.driver
    driver.read_with(tmp_path / "gone.gguf")
    driver.write("Hello there")
    reading.wait_for(ReaderState.FAILED)
    assert "!" in driver.find(QLabel, "readerSign").text()
    driver.send()
    assert "gone" in driver.text_of("readerBarText")
    assert driver.shown() == []
    assert driver.find(QPushButton, "readerRetry").isEnabled()
    driver.click("readerWaive")
    assert driver.wait_for_reply().text == "Hello there"
    assert [receipt.read_by for receipt in reading.receipts()] == [ReadBy.WAIVED]
    driver.close()


def test_a_hundred_quick_edits_leave_one_reading(reading: Reading) -> None:
    driver = reading.driver
    driver.write("Hello there")
    reading.wait_for(ReaderState.READ)
    before, engine = reading.engine._number, reading.engine
    assert engine.pid is not None
    memory = psutil.Process(engine.pid).memory_info().rss
    field = driver.find(QPlainTextEdit, "composerText")
    for number in range(50):
        reading.bot.keyClicks(field, "ab"[number % 2])
        reading.bot.keyClick(field, Qt.Key.Key_Backspace)
    reading.bot.keyClicks(field, "!")
    reading.wait_for(ReaderState.READ)
    assert engine._number == before + 1
    assert psutil.Process(engine.pid).memory_info().rss < memory + 32 * 1024 * 1024
