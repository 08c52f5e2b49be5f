"""Locking by itself: real input on a real window, and a real bus where there is one."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.locking import DesktopSigns, IdleWatch

MILLISECONDS = 1 / 60_000


class _CountedTimer(QTimer):
    """Counts how often it was begun anew."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = 0

    def start(self, *interval: int) -> None:
        self.begun += 1
        super().start(*interval)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.addWidget(QLineEdit())
    layout.addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is not None)
    return made


def test_without_input_it_says_so_once(qtbot: QtBot, qapp: QApplication) -> None:
    watch = IdleWatch(qapp, QTimer())
    said: list[bool] = []
    watch.idle.connect(lambda: said.append(True))
    with qtbot.waitSignal(watch.idle):
        watch.start(5 * MILLISECONDS)
    assert said == [True]


def test_zero_minutes_are_never(qapp: QApplication) -> None:
    timer = QTimer()
    watch = IdleWatch(qapp, timer)
    watch.start(1)
    watch.start(0)
    assert not timer.isActive()


def test_every_kind_of_input_begins_the_wait_anew(qapp: QApplication, window: QWidget) -> None:
    timer = _CountedTimer()
    watch = IdleWatch(qapp, timer)
    watch.start(10)
    handle = window.windowHandle()
    first, second = window.findChildren(QLineEdit)
    first.setFocus()

    def composes() -> None:
        QApplication.sendEvent(first, QInputMethodEvent("你", []))

    acts: tuple[Callable[[], object], ...] = (
        lambda: QTest.keyClick(handle, Qt.Key.Key_A),
        lambda: QTest.mouseMove(handle, QPoint(3, 3)),
        lambda: QTest.mouseClick(handle, Qt.MouseButton.LeftButton),
        lambda: QTest.wheelEvent(handle, QPoint(4, 4), QPoint(0, 120)),
        composes,
        second.setFocus,
    )
    for act in acts:
        before = timer.begun
        act()
        QApplication.processEvents()
        assert timer.begun > before


def test_a_dialog_over_the_window_is_watched_too(
    qtbot: QtBot, qapp: QApplication, window: QWidget
) -> None:
    timer = _CountedTimer()
    watch = IdleWatch(qapp, timer)
    watch.start(10)
    dialog = QDialog(window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is dialog.windowHandle())
    before = timer.begun
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    assert timer.begun > before
    dialog.close()
    dialog.deleteLater()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is window.windowHandle())
    before = timer.begun
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert timer.begun > before


def test_events_that_are_no_input_change_nothing(qapp: QApplication, window: QWidget) -> None:
    timer = _CountedTimer()
    watch = IdleWatch(qapp, timer)
    watch.start(10)
    QApplication.processEvents()
    before = timer.begun
    window.resize(500, 300)
    window.repaint()
    QApplication.processEvents()
    assert timer.begun == before


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[QDBusConnection]:
    """Give a bus of this test's own."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no dbus-daemon")
    arguments = [daemon, "--session", "--nofork", "--print-address"]
    arguments.append(f"--address=unix:path={tmp_path / 'bus'}")
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        if not address:
            pytest.skip("dbus-daemon does not start here")
        yield QDBusConnection.connectToBus(address, "test")
        QDBusConnection.disconnectFromBus("test")
        process.terminate()


def ended() -> None:
    for thread in threading.enumerate():
        if thread.name == "desktop signs":
            thread.join()


def listen(signs: DesktopSigns) -> None:
    """Begin to listen, and wait until every bus was asked."""
    signs.listen()
    ended()


@pytest.mark.parametrize(
    ("interface", "name", "arguments"),
    [
        ("org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
        ("org.freedesktop.login1.Session", "Lock", []),
        ("org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
        ("org.gnome.ScreenSaver", "ActiveChanged", [True]),
    ],
)
def test_the_desktop_is_heard(
    qtbot: QtBot, bus: QDBusConnection, interface: str, name: str, arguments: list[bool]
) -> None:
    parent = QObject()
    signs = DesktopSigns(parent, lambda: (bus, bus))
    heard: list[bool] = []
    signs.leaving.connect(lambda: heard.append(True))
    listen(signs)
    for values in ([False] if arguments else None, arguments):
        if values is not None:
            message = QDBusMessage.createSignal("/org/somewhere", interface, name)
            message.setArguments(values)
            assert bus.send(message)
    qtbot.waitUntil(lambda: bool(heard))
    # Waking up, or a screen that is unlocked, locks nothing.
    assert heard == [True]


def test_a_bus_that_hangs_keeps_nobody_waiting() -> None:
    answers = threading.Event()

    def hanging() -> tuple[QDBusConnection, QDBusConnection]:
        answers.wait()
        raise ImportError

    DesktopSigns(None, hanging).listen()
    answers.set()
    ended()


def test_without_a_bus_nothing_is_heard_and_nothing_fails() -> None:
    nowhere = QDBusConnection("there is no such connection")
    listen(DesktopSigns(None, lambda: (nowhere, nowhere)))


def test_without_qt_s_bus_nothing_fails() -> None:
    def missing() -> tuple[QDBusConnection, QDBusConnection]:
        raise ImportError

    listen(DesktopSigns(None, missing))
