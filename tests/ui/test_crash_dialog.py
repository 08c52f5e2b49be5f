"""Our own bugs: caught everywhere, told once, and reported without a word of the user's."""

import asyncio
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.crash_dialog import (
    CrashDialog,
    CrashHandlers,
    CrashReport,
    CrashReporter,
    report_on,
)
from tests.ui.hands import child, click

SECRET = "otter-lantern-4417"


def _raised(error: Exception) -> Exception:
    secret = SECRET
    try:
        raise error
    except type(error) as caught:
        assert secret
        return caught


@pytest.fixture
def handlers(capsys: pytest.CaptureFixture[str]) -> Iterator[CrashHandlers]:
    made = CrashHandlers()
    made.install()
    yield made
    made.remove()
    assert SECRET not in "".join(capsys.readouterr())


def test_a_report_names_kinds_and_places_only() -> None:
    report = str(report_on(_raised(ValueError(SECRET)), "the window's thread"))
    assert "builtins.ValueError" in report
    assert "tests/ui/test_crash_dialog.py:" in report
    assert "_raised" in report
    assert SECRET not in report


def test_a_report_follows_causes_without_their_words() -> None:
    error = _raised(RuntimeError(SECRET))
    error.__cause__ = _raised(KeyError(SECRET))
    report = str(report_on(error, "here"))
    assert report.index("RuntimeError") < report.index("caused by") < report.index("KeyError")
    assert SECRET not in report


def test_a_report_of_errors_that_cause_each_other_ends() -> None:
    one, other = ValueError(), TypeError()
    one.__cause__, other.__cause__ = other, one
    assert len(report_on(one, "here").lines) < 10


def test_a_report_of_endless_recursion_is_short() -> None:
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught:
        again()
    assert len(report_on(caught.value, "here").lines) < 100


def test_paths_do_not_carry_the_home_folder() -> None:
    for line in report_on(_raised(ValueError()), "here").lines[1:]:
        assert not line.strip().startswith("/")
        assert line.split(":")[0].count("/") <= 2


def test_the_main_thread_is_covered(qtbot: QtBot, handlers: CrashHandlers) -> None:
    error = _raised(ValueError(SECRET))
    with qtbot.waitSignal(handlers.crashed) as caught:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert "builtins.ValueError" in str(caught.args[0])


def test_other_threads_are_covered(qtbot: QtBot, handlers: CrashHandlers) -> None:
    def work() -> None:
        raise LookupError(SECRET)

    with qtbot.waitSignal(handlers.crashed) as caught:
        thread = threading.Thread(target=work)
        thread.start()
    thread.join()
    assert "builtins.LookupError" in str(caught.args[0])


def test_what_fails_while_clearing_up_is_covered(qtbot: QtBot, handlers: CrashHandlers) -> None:
    class Broken:
        def __del__(self) -> None:
            raise OSError(SECRET)

    with qtbot.waitSignal(handlers.crashed) as caught:
        Broken()
    assert "builtins.OSError" in str(caught.args[0])


def test_a_loop_is_covered(qtbot: QtBot, handlers: CrashHandlers) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(handlers.on_loop)

        async def fail() -> None:
            raise ArithmeticError(SECRET)

        task = loop.create_task(fail())
        await asyncio.wait([task])
        loop.call_exception_handler({"message": SECRET, "exception": task.exception()})

    with qtbot.waitSignal(handlers.crashed) as caught:
        asyncio.run(main())
    assert "builtins.ArithmeticError" in str(caught.args[0])


def test_an_interrupt_stays_an_interrupt(qtbot: QtBot) -> None:
    seen: list[type[BaseException]] = []
    before, sys.excepthook = sys.excepthook, lambda kind, _error, _trace: seen.append(kind)
    handlers = CrashHandlers()
    handlers.install()
    try:
        with qtbot.assertNotEmitted(handlers.crashed):
            sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        handlers.remove()
        sys.excepthook = before
    assert seen == [KeyboardInterrupt]


def test_the_hooks_are_given_back() -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handlers = CrashHandlers()
    handlers.install()
    assert sys.excepthook != before[0]
    handlers.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_one_dialog_for_many_crashes(handlers: CrashHandlers) -> None:
    reporter = CrashReporter(handlers)
    handlers.crashed.emit(CrashReport("here", ("builtins.ValueError",)))
    dialog = reporter.dialog
    assert dialog is not None
    for _ in range(5):
        handlers.crashed.emit(CrashReport("here", ("builtins.ValueError",)))
    handlers.crashed.emit(CrashReport("here", ("builtins.KeyError",)))
    assert reporter.dialog is dialog
    text = child(dialog, QPlainTextEdit, "crashReport").toPlainText()
    assert text.count("ValueError") == 1
    assert text.count("KeyError") == 1
    click(child(dialog, QPushButton, "crashClose"))
    assert reporter.dialog is None


def test_a_crash_of_another_thread_opens_the_dialog_here(
    qtbot: QtBot, handlers: CrashHandlers
) -> None:
    reporter = CrashReporter(handlers)

    def work() -> None:
        raise LookupError(SECRET)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    assert reporter.dialog.thread() is reporter.thread()
    reporter.dialog.accept()


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    report = report_on(_raised(ValueError(SECRET)), "here")
    dialog = CrashDialog(report)
    qtbot.addWidget(dialog)
    dialog.show()
    click(child(dialog, QPushButton, "crashCopy"))
    assert QApplication.clipboard().text() == str(report)
