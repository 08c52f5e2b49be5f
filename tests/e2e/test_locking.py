"""The vault locks by itself, whatever goes on: replies, settings, a menu."""

from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from tests.e2e.driver import WAIT, Driver


def test_when_the_desktop_is_left_everything_is_put_away(qtbot: QtBot, tmp_path: Path) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start()
    driver.write("Write to rosa@example.org")
    driver.send()
    driver.wait_for_reply()
    driver.write("And to ada@example.org")
    driver.send()
    window = driver.find(MainWindow, "mainWindow")
    driver.open_settings()
    dialog = driver.find(QDialog, "settings")
    menu = QMenu(dialog)
    menu.addAction("one")
    menu.popup(dialog.pos())
    driver.desktop_is_left()
    assert not dialog.isVisible()
    assert QApplication.activePopupWidget() is None
    assert not driver.shows_texts()
    driver.find(QWidget, "startWindow")
    qtbot.waitUntil(driver.is_locked, timeout=WAIT)
    qtbot.waitUntil(lambda: not shiboken6.isValid(window), timeout=WAIT)
    driver.unlock()
    driver.open_first_chat()
    qtbot.waitUntil(lambda: len(driver.transcript.views) >= 2, timeout=WAIT)
    driver.close()


def test_the_wait_without_input_ends_in_the_same_way(qtbot: QtBot, tmp_path: Path) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start()
    driver.wait_to_lock(milliseconds=20)
    driver.find(QWidget, "startWindow")
    qtbot.waitUntil(driver.is_locked, timeout=WAIT)
    driver.close()
