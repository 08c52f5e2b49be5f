"""Nothing that was being written is lost by locking, and nothing of it lies about in clear."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.chat.drafts import SecretsNotKept
from app.ui.failures.text import failure_text
from app.ui.main_window import MainWindow
from tests.e2e.driver import WAIT, Driver
from tests.e2e.planted import leaks

SECRET = "Tr0ub4dor&3x"


def come_back(driver: Driver, qtbot: QtBot) -> None:
    qtbot.waitUntil(driver.is_locked, timeout=WAIT)
    driver.unlock()
    driver.find(MainWindow, "mainWindow")


def draft_is(driver: Driver, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: driver.composer.text == text, timeout=WAIT)


def files_leak(base: Path, *values: str) -> list[str]:
    files = [path for path in base.rglob("*") if path.is_file()]
    return [each for path in files for each in leaks(path.read_bytes(), values)]


@pytest.mark.parametrize("quits", [False, True])
def test_what_was_being_written_comes_back(qtbot: QtBot, tmp_path: Path, *, quits: bool) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start()
    driver.write("a new thought about zebras")
    driver.write("x")
    qtbot.keyClick(driver.find(QPlainTextEdit, "composerText"), Qt.Key.Key_Backspace)
    if quits:
        driver.close()
        driver = Driver(qtbot, tmp_path)
        driver.unlock()
    else:
        driver.desktop_is_left()
        assert not driver.shows_texts()
        come_back(driver, qtbot)
    draft_is(driver, qtbot, "a new thought about zebras")
    driver.send()
    driver.wait_for_reply()
    driver.write("and my password: " + SECRET)
    driver.desktop_is_left()
    come_back(driver, qtbot)
    # In the chat in which it was written, though a new one is shown at first.
    draft_is(driver, qtbot, "and my password: <Password_1>")
    assert driver.text_of("failureText") == failure_text(SecretsNotKept())
    qtbot.waitUntil(lambda: len(driver.shown()) == 2, timeout=WAIT)
    assert [each.lost for each in driver.on_core(driver.session.drafts.list)] == [1]
    driver.composer.clear()
    qtbot.waitUntil(lambda: driver.on_core(driver.session.drafts.list) == (), timeout=WAIT)
    driver.close()
    assert files_leak(tmp_path, "zebras", SECRET) == []
    driver = Driver(qtbot, tmp_path)
    driver.unlock()
    assert driver.composer.text == ""
    driver.close()


@pytest.mark.parametrize("busy", [False, True])
@pytest.mark.parametrize("first", [False, True])
def test_a_message_sent_as_it_locks_is_kept_or_comes_back(
    qtbot: QtBot, tmp_path: Path, *, busy: bool, first: bool
) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start()
    if not first:
        driver.write("hello")
        driver.send()
        driver.wait_for_reply()
    driver.write("at the last moment")
    qtbot.waitUntil(lambda: driver.composer.is_read, timeout=WAIT)
    gone_on = threading.Event()
    if busy:
        driver._desktop._core.call(gone_on.wait)
    driver.send()
    driver.desktop_is_left()
    gone_on.set()
    come_back(driver, qtbot)
    drafts = [each.text for each in driver.on_core(driver.session.drafts.list)]
    chats = driver.on_core(driver.session.chats.list)
    messages = driver.session.chats.messages
    told = driver.on_core(lambda: [each for chat in chats for each in messages(chat.id)])
    kept = [each.text for each in told if each.role == "user"]
    assert [*drafts, *kept].count("at the last moment") == 1
    if busy:
        draft_is(driver, qtbot, "at the last moment")
        assert len(chats) == (0 if first else 1)
    driver.close()


def test_a_draft_goes_with_its_chat(qtbot: QtBot, tmp_path: Path) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start()
    driver.write("hello")
    driver.send()
    driver.wait_for_reply()
    driver.write("half a thought")
    driver.desktop_is_left()
    come_back(driver, qtbot)
    draft_is(driver, qtbot, "half a thought")
    driver.find(MainWindow, "mainWindow")._on_delete_requested(driver.conversation.chat_id or 0)
    qtbot.waitUntil(lambda: driver.on_core(driver.session.drafts.list) == (), timeout=WAIT)
    assert driver.composer.text == ""
    driver.close()
    assert files_leak(tmp_path, "half a thought") == []
