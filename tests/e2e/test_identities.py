"""Two identities in the real window: what the assistant receives of them cannot be joined."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QListWidget, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.privacy.recognition import Recogniser
from app.ui.settings.dialog import SettingsDialog
from app.ui.sidebar.sidebar import Sidebar
from app.ui.widgets.name_button import NameButton
from tests.assistants.wire_server import WireServer
from tests.chat.world import KINDS
from tests.e2e.driver import WAIT, Driver
from tests.e2e.planted import leaks
from tests.e2e.test_private_chat import ENGLISH, PLANTED, echo_openai

WORK = "Lighthouse keeping"
NAMES = ("Rosalind Quint", "Morwenna Tresize")
BEFORE = "demelza.carne@example.com and perran.rowe@example.com and +44 20 7946 0018"


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path) -> Iterator[Driver]:
    driver = Driver(qtbot, tmp_path)
    driver.first_start(NAMES[0])
    yield driver
    driver.close()


def make_identity(driver: Driver, name: str, own_name: str) -> None:
    """Make an identity on the page "You", and say what one is called there."""
    driver.open_settings()
    driver.find(QListWidget, "settingsPages").setCurrentRow(SettingsDialog.PROFILE)
    driver.click("identityNew")
    field = driver.find(QLineEdit, "identityName")
    field.setFocus()
    field.insert(name)
    driver.click("identityOk")
    dialog = driver.find(SettingsDialog, "settings")
    driver._qtbot.waitUntil(lambda: dialog.profile.identity_id == 2, timeout=WAIT)
    driver.find(QPlainTextEdit, "profileNames").setPlainText(own_name)
    driver.click("settingsClose")


def switch_to(driver: Driver, name: str) -> None:
    """Choose an identity in the menu above the chats."""
    button = driver.find(NameButton, "identityButton")
    driver._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = driver.find(QMenu, "identityMenu")
    action = next(each for each in menu.actions() if each.text() == name)
    menu.setActiveAction(action)
    driver._qtbot.keyClick(menu, Qt.Key.Key_Return)
    driver._qtbot.waitUntil(lambda: button.text() == name, timeout=WAIT)


def placeholders(text: str) -> set[str]:
    tokens, _ = Recogniser(KINDS).find(text, 0, final=True)
    return {text[token.start : token.end] for token in tokens}


def test_what_one_assistant_receives_of_two_cannot_be_joined(
    driver: Driver, qtbot: QtBot, tmp_path: Path
) -> None:
    text = f"{ENGLISH} Greet Morwenna Tresize."
    with WireServer() as server:
        server.answer_with(echo_openai)
        driver.use("custom", f"{server.url}/v1", "small")
        make_identity(driver, WORK, NAMES[1])
        for message in (BEFORE, text):
            driver.write(message)
            driver.send()
            assert driver.wait_for_reply().text == message
        switch_to(driver, WORK)
        driver.pick("small")
        driver.write(text)
        driver.send()
        assert driver.wait_for_reply().text == text
        said = [request.json()["messages"][-1]["content"] for request in server.requests]
        received = server.received
    assert leaks(received, (*PLANTED, *NAMES, *BEFORE.split(" and "), WORK)) == []
    _, mine, theirs = (placeholders(each) for each in said)
    assert len(mine) == len(theirs) >= 6
    # The same values: numbered on here, and there as if nobody had written before.
    assert {"<Email_3>", "<Phone_Number_2>"} <= mine
    assert {"<Email_1>", "<Phone_Number_1>"} <= theirs
    chats = driver.find(QListView, "chatList").model()
    qtbot.waitUntil(lambda: chats.rowCount() == 1, timeout=WAIT)
    driver.close()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert leaks(file.read_bytes(), (*PLANTED, *NAMES, WORK)) == [], file.name


def test_unlocking_comes_back_to_the_identity_of_before(qtbot: QtBot, tmp_path: Path) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start(NAMES[0])
    make_identity(driver, WORK, NAMES[1])
    driver.write("Mine")
    driver.send()
    driver.wait_for_reply()
    switch_to(driver, WORK)
    driver.write("Theirs")
    driver.send()
    driver.wait_for_reply()
    driver.close()
    again = Driver(qtbot, tmp_path)
    again.unlock()
    again.open_first_chat()
    qtbot.waitUntil(lambda: again.shown() == ["Theirs"] * 2, timeout=WAIT)
    assert again.find(NameButton, "identityButton").text() == WORK
    chats = again.find(QListView, "chatList").model()
    assert chats.rowCount() == 1
    again.close()


def test_an_identity_is_removed_with_its_chats(driver: Driver, qtbot: QtBot) -> None:
    make_identity(driver, WORK, NAMES[1])
    driver.write("Mine")
    driver.send()
    driver.wait_for_reply()
    switch_to(driver, WORK)
    driver.write("Write to morwenna@example.org")
    driver.send()
    driver.wait_for_reply()
    driver.open_settings()
    driver.find(QListWidget, "settingsPages").setCurrentRow(SettingsDialog.PROFILE)
    driver.click("identityRemove")
    driver.click("removeIdentityQuestionConfirm")
    qtbot.waitUntil(lambda: len(driver.on_core(driver.session.identities.list)) == 1, timeout=WAIT)
    driver.click("settingsClose")
    driver.open_first_chat()
    qtbot.waitUntil(lambda: driver.shown() == ["Mine"] * 2, timeout=WAIT)
    assert driver.on_core(lambda: list(driver.session.vault.entries())) == []
    assert driver.on_core(lambda: driver.session.receipts.verify().faults) == ()
    picker = driver.find(Sidebar, "sidebar").identity
    qtbot.waitUntil(lambda: not picker.isVisible(), timeout=WAIT)
