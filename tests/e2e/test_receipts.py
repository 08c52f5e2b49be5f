"""What left and what failed, in the whole program: while it is used, and after unlocking again."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.receipts.listing import ReceiptList
from app.ui.receipts.window import ReceiptsWindow
from tests.e2e.driver import WAIT, Driver


def test_the_open_window_of_receipts_follows_what_is_sent(qtbot: QtBot, tmp_path: Path) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start()
    driver.write("Write to rosa@example.org")
    driver.send()
    driver.wait_for_reply()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(driver.find(MainWindow, "mainWindow"), Qt.Key.Key_R, keys)
    driver.find(ReceiptsWindow, "receiptsWindow")
    listed = driver.find(ReceiptList, "receiptList")
    qtbot.waitUntil(lambda: listed.count == 1, timeout=WAIT)
    driver.write("And to ada@example.org")
    driver.send()
    qtbot.waitUntil(lambda: listed.count == 2, timeout=WAIT)
    driver.close()


def test_why_a_reply_failed_is_said_again_after_unlocking(qtbot: QtBot, tmp_path: Path) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start()
    driver.use("custom", "http://127.0.0.1:9/v1", "small")  # nothing listens there
    driver.write("Write to rosa@example.org")
    driver.send()
    said = driver.text_of("failureText")
    assert "127.0.0.1" in said
    driver.desktop_is_left()
    qtbot.waitUntil(driver.is_locked, timeout=WAIT)
    driver.unlock()
    driver.open_first_chat()
    assert driver.text_of("failureText") == said
    driver.close()
