import asyncio
import threading
import weakref
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from app.ui.jobs import CoreThread, Latest


@pytest.fixture
def core() -> Iterator[CoreThread]:
    made = CoreThread()
    yield made
    assert made.close()


pytestmark = pytest.mark.usefixtures("qapp")


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, value: object) -> None:
        assert QThread.currentThread() == self.thread()
        self.got.append(value)


def test_results_come_back_on_the_windows_thread(core: CoreThread, qtbot: QtBot) -> None:
    receiver = Receiver()
    here = threading.get_ident()
    core.call(threading.get_ident, done=receiver.take)

    async def double(number: int) -> int:
        await asyncio.sleep(0)
        return 2 * number

    core.call(double, 21, done=receiver.take)
    qtbot.waitUntil(lambda: len(receiver.got) == 2)
    assert receiver.got[0] != here
    assert receiver.got[1] == 42


def test_five_thousand_results_all_arrive_in_order(core: CoreThread, qtbot: QtBot) -> None:
    receiver = Receiver()
    for number in range(5000):
        core.call(lambda value=number: value, done=receiver.take)
    qtbot.waitUntil(lambda: len(receiver.got) == 5000, timeout=20_000)
    assert receiver.got == list(range(5000))


def test_a_call_made_meanwhile_is_served_between_two_steps(core: CoreThread, qtbot: QtBot) -> None:
    events: list[str] = []
    begun = threading.Event()

    def steps() -> Iterator[None]:
        for number in range(50):
            events.append(f"step {number}")
            begun.set()
            yield

    job = core.call_in_steps(steps)
    assert begun.wait(5)
    core.call(events.append, "call")
    qtbot.waitUntil(lambda: job.ended, timeout=5_000)
    assert [event for event in events if event != "call"] == [f"step {n}" for n in range(50)]
    assert events[-1] != "call"


def test_a_stream_of_five_thousand_items_arrives_whole(core: CoreThread, qtbot: QtBot) -> None:
    receiver = Receiver()
    ended: list[str] = []

    async def numbers() -> AsyncIterator[int]:
        for number in range(5000):
            yield number

    core.stream(numbers, receiver.take, lambda: ended.append("done"), _unexpected)
    qtbot.waitUntil(lambda: ended == ["done"], timeout=20_000)
    assert receiver.got == list(range(5000))


def test_a_failure_is_delivered(core: CoreThread, qtbot: QtBot) -> None:
    receiver = Receiver()

    def fail() -> None:
        raise ValueError("no")

    core.call(fail, done=_unexpected, failed=receiver.take)
    qtbot.waitUntil(lambda: bool(receiver.got))
    assert isinstance(receiver.got[0], ValueError)


def test_a_failure_that_nobody_takes_is_raised_here(core: CoreThread, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as caught:
        core.call(fail)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_a_receiver_that_died_is_not_called(core: CoreThread, qtbot: QtBot) -> None:
    receiver, other = Receiver(), Receiver()
    release = threading.Event()
    core.call(release.wait, 5, done=receiver.take)
    core.call(lambda: 1, done=other.take)
    shiboken6.delete(receiver)
    release.set()
    qtbot.waitUntil(lambda: other.got == [1])
    assert receiver.got == []


def test_a_cancelled_call_delivers_nothing(core: CoreThread, qtbot: QtBot) -> None:
    receiver = Receiver()
    job = core.call(asyncio.sleep, 60, "late", done=receiver.take, failed=receiver.take)
    job.cancel()
    core.call(lambda: "after", done=receiver.take)
    qtbot.waitUntil(lambda: bool(receiver.got))
    assert receiver.got == ["after"]


def test_a_cancelled_stream_closes_its_source_and_then_ends(core: CoreThread, qtbot: QtBot) -> None:
    receiver = Receiver()
    happened: list[str] = []

    async def endless() -> AsyncIterator[int]:
        try:
            yield 1
            await asyncio.sleep(60)
            yield 2
        finally:
            await asyncio.sleep(0)
            happened.append("closed")

    job = core.stream(endless, receiver.take, lambda: happened.append("done"), _unexpected)
    qtbot.waitUntil(lambda: receiver.got == [1])
    job.cancel()
    qtbot.waitUntil(lambda: job.ended)
    assert happened == ["closed", "done"]
    assert receiver.got == [1]


def test_a_stream_that_fails_says_so_after_its_items(core: CoreThread, qtbot: QtBot) -> None:
    receiver = Receiver()

    async def broken() -> AsyncIterator[int]:
        yield 1
        raise OSError

    core.stream(broken, receiver.take, _unexpected, receiver.take)
    qtbot.waitUntil(lambda: len(receiver.got) == 2)
    assert receiver.got[0] == 1
    assert isinstance(receiver.got[1], OSError)


def test_closing_cancels_runs_the_last_thing_and_delivers_nothing() -> None:
    core = CoreThread()
    receiver = Receiver()
    happened: list[str] = []

    async def wait() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            happened.append("cancelled")

    core.call(wait, done=receiver.take, failed=receiver.take)
    core.call(happened.append, "started")
    assert core.close(last=lambda: happened.append("last"))
    assert happened == ["started", "cancelled", "last"]
    core.call(lambda: 1, done=receiver.take)
    assert core.close()
    assert receiver.got == []


def test_closing_lets_what_is_being_cancelled_end_properly() -> None:
    core = CoreThread()
    happened: list[str] = []
    begun, cleaning = threading.Event(), threading.Event()

    async def work() -> None:
        begun.set()
        try:
            await asyncio.sleep(60)
        finally:
            cleaning.set()
            await asyncio.sleep(0.05)
            happened.append("cleaned up")

    job = core.call(work)
    assert begun.wait(5)
    job.cancel()
    assert cleaning.wait(5)
    job.cancel()
    assert core.close()
    assert happened == ["cleaned up"]


def test_closing_does_not_wait_for_ever() -> None:
    core = CoreThread()
    release = threading.Event()
    core.call(release.wait, 30)
    assert not core.close(timeout=0.05)
    release.set()
    assert core.close()


def test_the_newest_input_supersedes_those_that_wait(core: CoreThread, qtbot: QtBot) -> None:
    receiver = Receiver()
    begun, release = threading.Event(), threading.Event()
    ran: list[int] = []

    def read(number: int) -> int:
        begun.set()
        release.wait(5)
        ran.append(number)
        return number

    latest = Latest(core, read, receiver.take, _unexpected)
    latest.submit(0)
    assert begun.wait(5)
    for number in range(1, 100):
        latest.submit(number)
    release.set()
    qtbot.waitUntil(lambda: len(receiver.got) == 2)
    assert ran == receiver.got == [0, 99]


def _unexpected(value: object = None) -> None:
    raise AssertionError(value)


def test_what_only_a_cycle_holds_dies_on_the_windows_thread(qtbot: QtBot, core: CoreThread) -> None:
    died: list[threading.Thread] = []
    document: Any = QTextDocument()
    weakref.finalize(document, lambda: died.append(threading.current_thread()))
    document.itself = document
    del document
    littered = threading.Event()

    def litter() -> None:
        for _ in range(200_000):
            cycle: list[object] = []
            cycle.append(cycle)
        littered.set()

    core.call(litter)
    # This thread asks for no memory meanwhile.
    assert littered.wait(20)
    qtbot.waitUntil(lambda: bool(died), timeout=20_000)
    assert died == [threading.main_thread()]
