"""Identities in the main window: whose chats are shown, and nothing goes from one to another."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QListWidget, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.store.errors import DiskFull
from app.store.identities import Identity
from app.ui.composer.composer import ComposerState
from app.ui.identities.button import IdentityButton
from app.ui.sidebar.found_messages import FoundMessages
from app.ui.sidebar.sidebar import Sidebar
from app.ui.widgets.name_button import NameButton
from tests.chat.world import add_provider
from tests.ui.hands import child
from tests.ui.test_main_window import Home

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def home(qtbot: QtBot, qapp: QApplication) -> Iterator[Home]:
    made = Home(qtbot, qapp)
    yield made
    assert made.core.close(last=made.session.close)


def button(home: Home) -> NameButton:
    return child(home.window, NameButton, "identityButton")


def add(home: Home, name: str = "Work") -> Identity:
    """Make an identity as the settings do, and wait until it is offered."""
    made = home.run(lambda: home.session.name_identity(None, name))
    home.window.show_identities()
    home.bot.waitUntil(button(home).isVisible)
    return made


def next_identity(home: Home) -> None:
    before = button(home).text()
    home.bot.keyClick(home.window, Qt.Key.Key_I, CONTROL | SHIFT)
    home.bot.waitUntil(lambda: button(home).text() != before)


def switch_once_it_leaves(home: Home, identity_id: int) -> None:
    """Switch as soon as the next message was handed to the core, which has not begun with it."""

    def switch() -> None:
        home.window.conversation._sending.ready.disconnect(switch)
        home.window._switch(identity_id)

    home.window.conversation._sending.ready.connect(switch)


def titles(home: Home) -> list[str]:
    model = child(home.window, QListView, "chatList").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_with_one_there_is_nothing_to_see(home: Home) -> None:
    home.send("hello")
    assert not button(home).isVisible()
    assert home.field.placeholderText().startswith("Write a message.")
    home.bot.keyClick(home.window, Qt.Key.Key_I, CONTROL | SHIFT)
    assert home.texts() == ["hello"] * 2


def test_each_has_its_own_chats_and_drafts(home: Home) -> None:
    home.send("my chat")
    home.bot.keyClick(home.window, Qt.Key.Key_N, CONTROL)
    home.write("my draft")
    add(home)
    assert (button(home).text(), titles(home)) == ("Me", ["my chat"])
    next_identity(home)
    assert (home.texts(), home.composer.text) == ([], "")
    home.bot.waitUntil(lambda: titles(home) == [])
    home.send("their chat")
    home.bot.waitUntil(lambda: titles(home) == ["their chat"])
    home.bot.keyClick(home.window, Qt.Key.Key_N, CONTROL)
    home.write("their draft")
    next_identity(home)
    home.bot.waitUntil(lambda: titles(home) == ["my chat"])
    assert home.composer.text == "my draft"
    next_identity(home)
    assert home.composer.text == "their draft"


def test_the_field_says_as_whom_one_writes_where_the_chats_are_hidden(home: Home) -> None:
    add(home)
    home.bot.waitUntil(lambda: home.field.placeholderText().startswith("Write as Me."))
    home.bot.keyClick(home.window, Qt.Key.Key_B, CONTROL)
    assert not button(home).isVisible()
    home.bot.keyClick(home.window, Qt.Key.Key_I, CONTROL | SHIFT)
    assert home.field.placeholderText().startswith("Write as Work.")


def test_the_menu_is_for_the_keyboard_too(home: Home) -> None:
    add(home, "Work & such")
    button(home).setFocus()
    home.bot.keyClick(button(home), Qt.Key.Key_Space)
    menu = child(home.window, QMenu, "identityMenu")
    assert [each.isChecked() for each in menu.actions()[:2]] == [True, False]
    home.bot.keyClick(menu, Qt.Key.Key_Down)
    home.bot.keyClick(menu, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: button(home).text() == "Work && such")
    assert button(home).accessibleName() == "Identity: Work & such"
    assert home.run(lambda: home.session.identities.chosen) == 2
    button(home).click()
    with home.bot.waitSignal(home.window.identities_requested):
        menu = child(home.window, QMenu, "identityMenu")
        menu.actions()[-1].trigger()
    menu.close()


def test_each_has_its_usual_assistant(home: Home) -> None:
    work = add(home)
    home.run(lambda: add_provider(home.session, "http://127.0.0.1:9"))
    home.window.set_providers(())
    home.bot.waitUntil(lambda: home.window._usual[0] == 2)
    next_identity(home)
    home.bot.waitUntil(lambda: home.window._usual[0] == 1)
    home.window._picker.chosen.emit(2, "small")
    home.bot.waitUntil(
        lambda: home.run(lambda: home.session.identities.get(work.id).provider_id) == 2
    )


def test_a_message_sent_right_after_switching_asks_the_usual_assistant_of_that_one(
    home: Home,
) -> None:
    work = add(home)
    home.run(lambda: add_provider(home.session, "http://127.0.0.1:9"))
    home.window.set_providers(())
    home.bot.waitUntil(lambda: home.window._usual[0] == 2)
    # Before the lists of the other one can have arrived.
    home.window._switch(work.id)
    assert home.window.conversation._assistant == (None, "")
    home.send("hello")
    receipts = home.run(home.session.receipts.list)
    assert [receipt.provider for receipt in receipts] == ["Mirror"]


def test_a_message_belongs_to_the_identity_that_sent_it(home: Home) -> None:
    """Though another one is chosen before the core comes to it."""
    work = add(home)
    home.write("Write to marta@quill.example")
    switch_once_it_leaves(home, work.id)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: home.run(lambda: len(home.session.receipts.list())) == 1)
    home.bot.waitUntil(lambda: home.window.conversation.idle)
    (chat,) = home.run(home.session.chats.list)
    assert chat.identity_id == 1
    assert home.window.conversation.chat_id is None
    assert (home.texts(), titles(home)) == ([], [])
    assert home.composer.state is ComposerState.IDLE
    next_identity(home)
    home.bot.waitUntil(lambda: titles(home) == ["Write to marta@quill.example"])


def test_a_message_belongs_to_the_identity_on_the_screen(home: Home) -> None:
    """Not to the one that the core has come to: the user saw the other one's name."""
    work = add(home)
    home.run(lambda: home.session.identities.choose(work.id))
    home.send("hello")
    assert [chat.identity_id for chat in home.run(home.session.chats.list)] == [1]


def test_what_fails_behind_another_identity_is_not_told_in_its_place(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DiskFull(file="understudy.db")

    work = add(home)
    home.write("first")
    monkeypatch.setattr(home.session.chats, "create", refuse)
    switch_once_it_leaves(home, work.id)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: button(home).text() == "Work")
    # The core does one thing after the other.
    home.run(lambda: None)
    assert not home.bar.isVisible()
    assert home.composer.state is ComposerState.IDLE
    # And nothing is lost.
    next_identity(home)
    assert home.composer.text == "first"


def test_two_new_chats_at_once_stay_apart(home: Home) -> None:
    work = add(home)
    home.write("first")
    switch_once_it_leaves(home, work.id)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: button(home).text() == "Work")
    home.send("second")
    assert home.texts() == ["second"] * 2
    chats = home.run(home.session.chats.list)
    assert {chat.title: chat.identity_id for chat in chats} == {"first": 1, "second": work.id}


def test_a_reply_goes_on_while_another_identity_is_shown(home: Home) -> None:
    add(home)
    home.write("word " * 4000)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: home.composer.state is ComposerState.REPLYING)
    chat_id = home.window.conversation.chat_id
    next_identity(home)
    assert home.composer.state is ComposerState.IDLE
    assert home.texts() == []
    next_identity(home)
    home.bot.waitUntil(lambda: len(titles(home)) == 1)
    child(home.window, Sidebar).chosen.emit(chat_id)
    home.bot.waitUntil(lambda: home.window.conversation.idle, timeout=20_000)
    home.bot.waitUntil(
        lambda: len(home.texts()) == 2 and home.texts()[1].count("word") == 4000, timeout=20_000
    )


def test_messages_are_searched_in_the_shown_identity_only(home: Home) -> None:
    home.send("the lighthouse is mine")
    add(home)
    next_identity(home)
    home.send("the lighthouse is theirs")
    search = child(home.window, QLineEdit, "chatSearch")
    found = child(home.window, FoundMessages)
    for whose in ("theirs", "mine"):
        search.setText("lighthouse")
        home.bot.waitUntil(lambda: found.count == 2)
        hits = child(found, QListWidget)
        assert [whose in hits.item(row).text() for row in range(2)] == [True, True]
        next_identity(home)
        assert search.text() == ""
        assert found.count == 0


def test_a_name_of_one_is_marked_while_another_writes(home: Home) -> None:
    work = add(home)
    home.run(lambda: home.session.set_names(1, ("Morwenna Tresize",)))
    home.run(lambda: home.session.set_names(work.id, ("Rosalind Quint",)))
    for _ in range(2):
        home.write("Morwenna Tresize, Rosalind Quint")
        assert "2" in child(home.composer, QPushButton, "composerSend").text()
        next_identity(home)


def test_an_identity_that_streams_can_be_removed(home: Home) -> None:
    home.send("mine stays")
    work = add(home)
    next_identity(home)
    home.write("word " * 4000)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: home.composer.state is ComposerState.REPLYING)
    home.window.leave_identity(work.id)
    home.run(lambda: home.session.identities.remove(work.id))
    home.window.show_identities()
    home.window.read_again()
    home.bot.waitUntil(lambda: home.window.conversation.idle)
    home.bot.waitUntil(lambda: titles(home) == ["mine stays"])
    home.bot.waitUntil(lambda: not button(home).isVisible())
    assert home.run(lambda: home.session.identities.chosen) == 1
    assert home.run(lambda: len(home.session.chats.list())) == 1
    assert not home.bar.isVisible()


def test_a_long_name_is_cut_and_told_whole(qtbot: QtBot) -> None:
    picker = IdentityButton()
    qtbot.addWidget(picker)
    long = "A House With A Name So Long That Nobody Has Ever Read It To Its End"
    picker.set_identities([Identity(1, "", (), "", 1), Identity(2, long, (), "", 1)], 2)
    picker.resize(200, 40)
    picker.show()
    assert child(picker, NameButton).width() <= 200
    assert long in child(picker, NameButton).toolTip()
