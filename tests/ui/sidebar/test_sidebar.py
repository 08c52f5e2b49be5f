"""The list of chats."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QMenu,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from app.store.chats import Chat
from app.store.message_search import FoundMessage, MessagePage
from app.ui.sidebar.chat_list import LONGEST_TITLE
from app.ui.sidebar.sidebar import Sidebar
from tests.ui.hands import child, click, press, type_text

NOW = datetime(2026, 3, 4, tzinfo=UTC)


def _chats(*titles: str) -> list[Chat]:
    return [Chat(number, title, NOW, NOW, 1, "m", 1) for number, title in enumerate(titles, 1)]


@pytest.fixture
def sidebar(qtbot: QtBot) -> Iterator[Sidebar]:
    made = Sidebar()
    qtbot.addWidget(made)
    made.resize(260, 500)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def _list(sidebar: Sidebar) -> QListView:
    return child(sidebar, QListView, "chatList")


def _titles(sidebar: Sidebar) -> list[str]:
    model = _list(sidebar).model()
    return [model.index(row, 0).data() for row in range(model.rowCount(QModelIndex()))]


def _current(sidebar: Sidebar) -> str | None:
    title = _list(sidebar).currentIndex().data()
    return None if title is None else str(title)


def test_without_chats_it_says_so(sidebar: Sidebar) -> None:
    assert child(sidebar, QLabel, "chatListEmpty").isVisible()
    sidebar.set_chats(_chats("Trip"))
    assert not child(sidebar, QLabel, "chatListEmpty").isVisible()
    assert _list(sidebar).isVisible()


def test_a_chat_without_a_title_has_a_name(sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("", "Trip\n to  the sea"))
    assert _titles(sidebar) == ["Untitled chat", "Trip to the sea"]


def test_new(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.new_requested):
        press(child(sidebar, QPushButton, "newChat"), Qt.Key.Key_Space)


def test_choosing_by_keyboard(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("One", "Two", "Three"))
    sidebar.select(1)
    with qtbot.waitSignal(sidebar.chosen) as caught:
        press(_list(sidebar), Qt.Key.Key_Down)
    assert caught.args == [2]


def test_choosing_by_mouse(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("One", "Two", "Three"))
    middle = _list(sidebar).visualRect(_list(sidebar).model().index(2, 0)).center()
    with qtbot.waitSignal(sidebar.chosen) as caught:
        click(_list(sidebar).viewport(), middle)
    assert caught.args == [3]


def test_what_the_window_does_itself_is_not_reported(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.assertNotEmitted(sidebar.chosen):
        sidebar.set_chats(_chats("One", "Two"))
        sidebar.select(2)
        sidebar.set_chats(_chats("One", "Two", "Three"))
        assert _current(sidebar) == "Two"
        sidebar.set_chats(_chats("One"))
        sidebar.select(None)
    assert _current(sidebar) is None


def test_the_chosen_chat_stays_chosen_when_the_order_changes(sidebar: Sidebar) -> None:
    chats = _chats("One", "Two", "Three")
    sidebar.set_chats(chats)
    sidebar.select(3)
    sidebar.set_chats([chats[2], chats[0], chats[1]])
    assert _current(sidebar) == "Three"
    assert _list(sidebar).currentIndex().row() == 0


@pytest.mark.parametrize("wanted", ["LAND", "ｌａｎｄ", "  to   the "])
def test_search_by_title(sidebar: Sidebar, wanted: str) -> None:
    sidebar.set_chats(_chats("Letter to the landlord", "求职信", "Trip"))
    child(sidebar, QLineEdit, "chatSearch").setText(wanted)
    assert _titles(sidebar) == ["Letter to the landlord"]


def test_search_that_finds_nothing_says_so(sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("Trip"))
    search = child(sidebar, QLineEdit, "chatSearch")
    type_text(search, "zzz")
    empty = child(sidebar, QLabel, "chatListEmpty")
    assert empty.isVisible()
    press(search, Qt.Key.Key_Escape)
    assert not empty.isVisible()
    assert _titles(sidebar) == ["Trip"]


def test_searching_chooses_nothing_until_enter(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("One", "Two", "Three"))
    sidebar.select(1)
    search = child(sidebar, QLineEdit, "chatSearch")
    with qtbot.assertNotEmitted(sidebar.chosen):
        type_text(search, "thr")
    with qtbot.waitSignal(sidebar.chosen) as caught:
        press(search, Qt.Key.Key_Return)
    assert caught.args == [3]


def test_down_leads_from_the_search_into_the_list(sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("One", "Two"))
    search = child(sidebar, QLineEdit, "chatSearch")
    search.setFocus()
    press(search, Qt.Key.Key_Down)
    assert sidebar.focusWidget() is _list(sidebar)


def test_renaming_in_place(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("One", "Two"))
    sidebar.select(2)
    _list(sidebar).setFocus()
    press(_list(sidebar), Qt.Key.Key_F2)
    editor = child(sidebar, QLineEdit, "chatTitleEditor")
    assert editor.text() == "Two"
    assert editor.height() >= editor.fontMetrics().height()
    editor.selectAll()
    type_text(editor, "  Second   try ")
    with qtbot.waitSignal(sidebar.rename_requested) as caught:
        press(editor, Qt.Key.Key_Return)
    assert caught.args == [2, "Second try"]


@pytest.mark.parametrize("typed", ["", "   ", "Two"])
def test_an_empty_or_same_title_renames_nothing(qtbot: QtBot, sidebar: Sidebar, typed: str) -> None:
    sidebar.set_chats(_chats("One", "Two"))
    sidebar.select(2)
    _list(sidebar).setFocus()
    press(_list(sidebar), Qt.Key.Key_F2)
    editor = child(sidebar, QLineEdit, "chatTitleEditor")
    editor.setText(typed)
    with qtbot.assertNotEmitted(sidebar.rename_requested):
        press(editor, Qt.Key.Key_Return)
    assert _titles(sidebar) == ["One", "Two"]


def test_a_title_has_a_limit(sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("One"))
    sidebar.select(1)
    _list(sidebar).setFocus()
    press(_list(sidebar), Qt.Key.Key_F2)
    assert child(sidebar, QLineEdit, "chatTitleEditor").maxLength() == LONGEST_TITLE


def test_deleting_asks_first(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("One", "Two"))
    sidebar.select(1)
    _list(sidebar).setFocus()
    with qtbot.assertNotEmitted(sidebar.delete_requested):
        press(_list(sidebar), Qt.Key.Key_Delete)
        box = child(sidebar, QMessageBox, "deleteChatQuestion")
        assert "One" in box.text()
        press(box, Qt.Key.Key_Escape)
    press(_list(sidebar), Qt.Key.Key_Delete)
    box = sidebar.findChildren(QMessageBox, "deleteChatQuestion")[-1]
    with qtbot.waitSignal(sidebar.delete_requested) as caught:
        child(box, QPushButton, "deleteChatConfirm").click()
    assert caught.args == [1]


def test_enter_in_the_question_does_not_delete(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("One"))
    sidebar.select(1)
    _list(sidebar).setFocus()
    with qtbot.assertNotEmitted(sidebar.delete_requested):
        press(_list(sidebar), Qt.Key.Key_Delete)
        press(child(sidebar, QMessageBox, "deleteChatQuestion"), Qt.Key.Key_Return)


def test_a_title_is_never_markup(sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("<b>&amp;</b>"))
    index = _list(sidebar).model().index(0, 0)
    assert index.data() == "<b>&amp;</b>"
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_thousand_chats(sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats(*(f"Chat number {number}" for number in range(1000))))
    type_text(child(sidebar, QLineEdit, "chatSearch"), "999")
    assert _titles(sidebar) == ["Chat number 999"]


def test_everything_has_a_name(sidebar: Sidebar) -> None:
    for widget in (
        _list(sidebar),
        child(sidebar, QLineEdit, "chatSearch"),
        child(sidebar, QPushButton, "newChat"),
    ):
        assert widget.accessibleName()


def test_the_menu_offers_both(sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("One"))
    sidebar.select(1)
    _list(sidebar).customContextMenuRequested.emit(QPoint(5, 5))
    menu = child(sidebar, QMenu)
    assert [action.text() for action in menu.actions()] == ["Rename", "Delete…"]
    menu.close()


def test_there_is_no_menu_without_a_chat(sidebar: Sidebar) -> None:
    _list(sidebar).customContextMenuRequested.emit(QPoint(5, 5))
    assert sidebar.findChild(QMenu) is None


def _page(*texts: str, more: bool = False) -> MessagePage:
    found = [
        FoundMessage(number, 7, "Trip", "user", NOW, text, text.find("sea"), text.find("sea") + 3)
        for number, text in enumerate(texts, 1)
    ]
    return MessagePage(tuple(found), 1 if more else None)


def _found(sidebar: Sidebar) -> QListWidget:
    return child(sidebar, QListWidget, "foundList")


def test_messages_are_searched_too_and_listed_below(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_chats(_chats("Trip"))
    field = child(sidebar, QLineEdit, "chatSearch")
    with qtbot.waitSignal(sidebar.search_changed) as asked:
        field.setText("sea")
    assert asked.args == ["sea"]
    assert "Searching" in child(sidebar, QLabel, "foundTitle").text()
    sidebar.show_found(_page("the sea", "far away, beyond all hills,\nthe sea is blue", more=True))
    assert "newest" in child(sidebar, QLabel, "foundTitle").text()
    shown = [_found(sidebar).item(row).text() for row in range(2)]
    assert shown == ["Trip\nYou: the sea", "Trip\nYou: …ll hills, the sea is blue"]
    press(field, Qt.Key.Key_Down)
    qtbot.waitUntil(_found(sidebar).hasFocus)
    press(_found(sidebar), Qt.Key.Key_Down)
    with qtbot.waitSignal(sidebar.message_chosen) as chosen:
        press(_found(sidebar), Qt.Key.Key_Return)
    assert chosen.args == [7, 2]
    field.clear()
    assert not _found(sidebar).isVisible()


def test_a_message_is_chosen_by_mouse(qtbot: QtBot, sidebar: Sidebar) -> None:
    child(sidebar, QLineEdit, "chatSearch").setText("sea")
    sidebar.show_found(_page("the sea"))
    with qtbot.waitSignal(sidebar.message_chosen) as chosen:
        click(
            _found(sidebar).viewport(),
            _found(sidebar).visualItemRect(_found(sidebar).item(0)).center(),
        )
    assert chosen.args == [7, 1]


def test_more_messages_are_listed_on_demand(qtbot: QtBot, sidebar: Sidebar) -> None:
    child(sidebar, QLineEdit, "chatSearch").setText("sea")
    sidebar.show_found(_page("the sea", "a sea", more=True))
    found = _found(sidebar)
    assert [found.item(row).text() for row in (1, 2)] == ["Trip\nYou: a sea", "Show more messages"]
    found.setCurrentRow(2)
    with qtbot.waitSignal(sidebar.more_requested) as asked:
        press(found, Qt.Key.Key_Return)
    assert asked.args == [1]
    with qtbot.assertNotEmitted(sidebar.more_requested):  # it is on its way
        press(found, Qt.Key.Key_Return)
    sidebar.add_found(_page("my sea"))
    assert found.count() == 3
    assert found.item(2).text() == "Trip\nYou: my sea"
    assert found.currentRow() == 2
    assert child(sidebar, QLabel, "foundTitle").text() == "Messages that hold this"


def test_without_messages_it_says_so(sidebar: Sidebar) -> None:
    child(sidebar, QLineEdit, "chatSearch").setText("sea")
    sidebar.show_found(_page())
    assert child(sidebar, QLabel, "foundTitle").text() == "No message holds this."
    assert not _found(sidebar).isVisible()


def test_one_latin_letter_is_looked_for_in_titles_only(sidebar: Sidebar) -> None:
    field = child(sidebar, QLineEdit, "chatSearch")
    field.setText("s")
    assert not child(sidebar, QLabel, "foundTitle").isVisible()
    field.setText("海")
    assert child(sidebar, QLabel, "foundTitle").isVisible()
