import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.chat.session import Cast, Session
from app.detect.detector import DetectorFailed, Profile
from app.privacy.policy import Action, Choice
from app.privacy.span import Span
from app.store.chats import MessageState, NewMessage
from app.store.database import Database
from app.store.numbering import FIRST_IDENTITY
from app.ui.composer.composer import ComposerState
from app.ui.composer.text import ComposerText
from app.ui.conversation.editing import EditingBar
from app.ui.failures.bar import FailureBar
from app.ui.help_sheet import HelpSheet
from app.ui.jobs import CoreThread
from app.ui.main_window import MainWindow
from app.ui.outgoing.panel import OutgoingPanel
from app.ui.sidebar.sidebar import Sidebar
from tests.chat.world import CAST, add_provider
from tests.ui.hands import child
from tests.ui.made import theme_of

T = TypeVar("T")


class Failing:
    """A detector that cannot read one word."""

    name = "failing"

    def detect(self, text: str, _profile: Profile) -> Iterator[Span]:
        if "unreadable" in text:
            raise DetectorFailed(detector=self.name)
        if "broken" in text:
            raise ZeroDivisionError
        yield from ()


class Home:
    """A main window over a real session, with a mirror to talk to."""

    def __init__(self, qtbot: QtBot, application: QApplication) -> None:
        self.bot = qtbot
        self.core = CoreThread()
        cast = Cast((*CAST.detectors, Failing()), CAST.kinds, CAST.open_assistant)
        made: list[Session] = []
        self.core.call(lambda: Session(Database.in_memory(), cast), done=made.append)
        qtbot.waitUntil(lambda: bool(made))
        self.session = made[0]
        self.window = MainWindow(self.core, self.session, theme_of(application))
        qtbot.addWidget(self.window)
        self.window.resize(1200, 800)
        self.window.show()
        self.composer = self.window.conversation.composer
        self.transcript = self.window.conversation.transcript
        self.field = child(self.composer, ComposerText)
        self.panel = child(self.window, OutgoingPanel)
        self.bar = child(self.window, FailureBar)

    def run(self, work: Callable[[], T]) -> T:
        """Return what `work` gives on the core thread."""
        done: list[T] = []
        self.core.call(work, done=done.append)
        self.bot.waitUntil(lambda: bool(done))
        return done[0]

    def write(self, text: str) -> None:
        self.field.insertPlainText(text)
        self.bot.waitUntil(lambda: self.composer._shown_revision == self.composer.revision)

    def send(self, text: str) -> None:
        """Write and send `text`, and wait for the mirrored reply."""
        count = len(self.transcript.views)
        self.write(text)
        self.bot.keyClick(self.field, Qt.Key.Key_Return)
        self.bot.waitUntil(
            lambda: (
                len(self.transcript.views) == count + 2
                and self.composer.state is ComposerState.IDLE
                and all(view.isVisible() for view in self.transcript.views)
            )
        )

    def texts(self) -> list[str]:
        return [view.body.toPlainText() for view in self.transcript.views]

    def titles(self) -> Sequence[str]:
        return [chat.title for chat in self.window._chats]


@pytest.fixture
def home(qtbot: QtBot, qapp: QApplication) -> Iterator[Home]:
    made = Home(qtbot, qapp)
    yield made
    assert made.core.close(last=made.session.close)


def test_a_message_goes_out_masked_and_comes_back_restored(home: Home) -> None:
    home.send("Please write to marta@quill.example about it")
    assert home.texts() == ["Please write to marta@quill.example about it"] * 2
    assert home.composer.text == ""
    bodies = home.run(lambda: [each.body for each in home.session.receipts.list()])
    said = json.loads(bodies[0])["messages"][-1]["content"]
    assert said == "Please write to <Email_1> about it"


def test_the_first_message_makes_a_chat_with_its_title(home: Home) -> None:
    home.send("Plan a garden")
    home.bot.waitUntil(lambda: home.titles() == ["Plan a garden"])
    assert home.window.conversation.chat_id is not None
    home.send("With roses")
    assert home.titles() == ["Plan a garden"]
    assert len(home.texts()) == 4


def test_window_titles_hold_nothing_of_a_chat(home: Home) -> None:
    home.send("Plan a garden for Marta")
    assert home.window.windowTitle() == "Understudy"


def test_what_is_typed_is_marked_and_counted(home: Home) -> None:
    home.write("mail marta@quill.example")
    assert "1" in child(home.composer, QPushButton, "composerSend").text()
    assert len(home.composer._marks.stretches) == 1


def test_a_draft_leaves_no_trace_in_the_vault(home: Home) -> None:
    home.write("mail marta@quill.example")
    assert home.run(lambda: len(list(home.session.vault.entries()))) == 0


def test_a_text_that_cannot_be_read_is_not_sent(home: Home) -> None:
    home.field.insertPlainText("unreadable")
    home.bot.waitUntil(home.bar.isVisible)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: not home.composer._pending)
    assert "nothing was sent" in child(home.bar, QLabel, "failureText").text()
    assert home.composer.text == "unreadable"
    assert home.run(lambda: len(home.session.chats.list())) == 0
    home.field.selectAll()
    home.write("fine")
    assert not home.bar.isVisible()


def test_a_bug_in_reading_sends_nothing_either(home: Home) -> None:
    with home.bot.capture_exceptions() as caught:
        home.field.insertPlainText("broken")
        home.bot.waitUntil(home.bar.isVisible)
        home.bot.keyClick(home.field, Qt.Key.Key_Return)
        home.bot.waitUntil(lambda: not home.composer._pending)
    # The core turns it into a failure that names no text; nothing else was raised.
    assert caught == []
    assert home.run(lambda: len(home.session.chats.list())) == 0


def test_what_is_kept_by_choice_leaves_as_typed(home: Home) -> None:
    home.write("mail marta@quill.example")
    home.composer._decide("marta@quill.example", Choice(Action.KEEP), always=False)
    home.bot.waitUntil(lambda: home.composer._shown_revision == home.composer.revision)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: len(home.texts()) == 2 and not home.window.conversation.busy)
    bodies = home.run(lambda: [each.body for each in home.session.receipts.list()])
    assert "marta@quill.example" in bodies[0]


def test_always_becomes_a_rule(home: Home) -> None:
    home.write("the cottage by the mill")
    home.composer._decide("cottage by the mill", Choice(Action.HIDE), always=True)
    home.bot.waitUntil(lambda: len(home.composer._marks.stretches) == 1)
    rules = home.run(lambda: [rule.text for rule in home.session.settings.rules()])
    assert rules == ["cottage by the mill"]


def test_the_panel_follows_the_draft_and_shows_the_context(home: Home) -> None:
    home.send("I am writing to marta@quill.example")
    home.bot.keyClick(
        home.window,
        Qt.Key.Key_O,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert home.panel.isVisible()
    home.write("again marta@quill.example")
    text = child(home.panel, QPlainTextEdit, "outgoingText")
    assert text.toPlainText() == "again <Email_1>"
    child(home.panel, QToolButton, "outgoingMore").click()
    context = child(home.panel, QPlainTextEdit, "outgoingContext")
    home.bot.waitUntil(lambda: "I am writing to <Email_1>" in context.toPlainText())


def test_what_left_is_asked_for_whole_or_by_message(home: Home) -> None:
    home.send("hello")
    with home.bot.waitSignal(home.window.receipts_requested) as asked:
        home.bot.keyClick(
            home.window,
            Qt.Key.Key_R,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    assert asked.args == [None]
    question, reply = home.transcript.views
    assert not child(reply, QToolButton, "messageReceipts").isVisible()
    with home.bot.waitSignal(home.window.receipts_requested) as asked:
        child(question, QToolButton, "messageReceipts").click()
    assert asked.args == [question.message.id]
    kept = home.run(lambda: home.session.receipts.of_message(question.message.id))
    assert [each.chat_id for each in kept] == [question.message.chat_id]


def test_a_draft_stays_with_its_chat(home: Home) -> None:
    home.send("first chat")
    home.write("half a thought")
    first = home.window.conversation.chat_id
    home.bot.keyClick(home.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert home.composer.text == ""
    assert home.texts() == []
    home.send("second chat")
    home.bot.waitUntil(lambda: len(home.titles()) == 2)
    child(home.window, Sidebar).chosen.emit(first)
    home.bot.waitUntil(lambda: home.texts() == ["first chat", "first chat"])
    assert home.composer.text == "half a thought"


def test_what_was_forgotten_leaves_the_screen_too(home: Home) -> None:
    home.send("Write to bob@example.org")
    home.write("And call")
    home.run(home.session.curator.forget_all)
    home.window.show_again()
    home.bot.waitUntil(lambda: len(home.texts()) == 2 and "<Email_1>" in home.texts()[0])
    assert not any("bob@example.org" in text for text in home.texts())
    assert home.field.toPlainText() == "And call"


def test_keys_lead_from_chat_to_chat(home: Home) -> None:
    home.send("first chat")
    home.bot.keyClick(home.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    home.send("second chat")
    home.bot.waitUntil(lambda: home.titles() == ["second chat", "first chat"])
    home.bot.keyClick(home.window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    home.bot.waitUntil(lambda: home.texts() == ["first chat", "first chat"])
    home.bot.keyClick(home.window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    home.bot.waitUntil(lambda: home.texts() == ["second chat", "second chat"])


@pytest.mark.parametrize("words", ["blue roses", "蓝色"])
def test_messages_are_found_by_their_content_and_opened(home: Home, words: str) -> None:
    home.send("Tell me about blue roses and 蓝色玫瑰")
    first = home.window.conversation.chat_id
    home.bot.keyClick(home.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    home.send("Something else")
    child(home.window, QLineEdit, "chatSearch").setText(words)
    found = child(home.window, QListWidget, "foundList")
    home.bot.waitUntil(lambda: found.count() == 2)
    # The newest is the reply; the other is the question, at which the chat is opened.
    found.setCurrentRow(1)
    home.bot.keyClick(found, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: len(home.texts()) == 2 and "roses" in home.texts()[0])
    assert home.window.conversation.chat_id == first
    home.bot.waitUntil(home.transcript.views[0].body.hasFocus)


def _has_rows(found: QListWidget, count: int) -> bool:
    return found.count() == count


def test_all_messages_that_hold_a_word_can_be_listed(home: Home) -> None:
    def write() -> None:
        chat = home.session.chats.create(FIRST_IDENTITY, "Long")
        for number in range(120):
            home.session.chats.add(chat.id, NewMessage("user", f"roses {number}"))

    home.run(write)
    child(home.window, QLineEdit, "chatSearch").setText("roses")
    found = child(home.window, QListWidget, "foundList")
    for shown in (51, 101):  # the last one asks for more
        home.bot.waitUntil(partial(_has_rows, found, shown))
        found.setCurrentRow(shown - 1)
        home.bot.keyClick(found, Qt.Key.Key_Return)
    home.bot.waitUntil(partial(_has_rows, found, 120))
    texts = [found.item(row).text() for row in range(found.count())]
    assert texts == [f"Long\nYou: roses {number}" for number in range(119, -1, -1)]


def _edit_first(home: Home) -> None:
    home.bot.keyClick(child(home.transcript.views[0], QToolButton, "messageEdit"), Qt.Key.Key_Space)
    home.bot.waitUntil(lambda: home.composer._shown_revision == home.composer.revision)


def test_an_earlier_message_is_edited_and_sent_in_place_of_all_that_followed(home: Home) -> None:
    home.send("Write to marta@quill.example")
    home.send("And thank her")
    bar = child(home.window, EditingBar)
    assert not bar.isVisible()
    assert not child(home.transcript.views[1], QToolButton, "messageEdit").isVisible()
    _edit_first(home)
    assert bar.isVisible()
    assert home.composer.text == "Write to marta@quill.example"
    assert home.composer._reading is not None
    assert home.composer._reading.hidden == 1
    home.bot.waitUntil(home.field.hasFocus)
    home.write(", please")
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: home.texts() == ["Write to marta@quill.example, please"] * 2)
    home.bot.waitUntil(lambda: not home.window.conversation.busy)
    assert not bar.isVisible()
    assert home.composer.text == ""
    chat_id = home.window.conversation.chat_id or 0
    kept = home.run(lambda: home.session.messages(chat_id))
    assert [each.text for each in kept] == home.texts()
    last = home.run(home.session.receipts.list)[0]
    assert [each["role"] for each in json.loads(last.body)["messages"]] == ["system", "user"]


def test_escape_leaves_off_editing_and_brings_the_draft_back(home: Home) -> None:
    home.send("First words")
    home.write("a draft")
    _edit_first(home)
    assert home.composer.text == "First words"
    home.bot.keyClick(home.field, Qt.Key.Key_Escape)
    assert home.composer.text == "a draft"
    assert not child(home.window, EditingBar).isVisible()
    home.bot.keyClick(home.field, Qt.Key.Key_Escape)
    assert home.composer.text == "a draft"
    assert home.texts() == ["First words"] * 2


def test_an_edit_waits_in_its_chat(home: Home) -> None:
    home.send("First words")
    chat_id = home.window.conversation.chat_id
    _edit_first(home)
    home.write(" and more")
    home.window._open_chat(None)
    bar = child(home.window, EditingBar)
    assert not bar.isVisible()
    assert home.composer.text == ""
    home.window._open_chat(chat_id)
    assert bar.isVisible()
    assert home.composer.text == "First words and more"
    child(bar, QPushButton, "editingCancel").click()
    assert home.composer.text == ""
    assert not bar.isVisible()


def test_choices_come_along_and_the_panel_shows_what_would_leave(home: Home) -> None:
    home.write("Ask marta@quill.example")
    home.composer._decide("marta@quill.example", Choice(Action.KEEP), always=False)
    home.bot.waitUntil(lambda: home.composer._shown_revision == home.composer.revision)
    home.send("")
    _edit_first(home)
    (choice,) = home.composer.choices.values()
    assert choice.action is Action.KEEP
    assert home.composer._reading is not None
    assert home.composer._reading.hidden == 0
    message_id = home.window.conversation.editing.message_id
    assert message_id == home.transcript.views[0].message.id


def test_a_deleted_chat_gives_way_to_a_new_one(home: Home) -> None:
    home.send("first chat")
    chat_id = home.window.conversation.chat_id
    child(home.window, Sidebar).delete_requested.emit(chat_id)
    home.bot.waitUntil(lambda: home.titles() == [])
    assert home.texts() == []
    assert home.window.conversation.chat_id is None


def test_a_failed_reply_says_why_and_can_be_asked_again(home: Home) -> None:
    # Nothing listens on this port of the loopback.
    home.run(lambda: add_provider(home.session, "http://127.0.0.1:9"))
    home.window.set_providers(())
    home.write("anyone there")
    home.bot.waitUntil(lambda: home.window._usual[0] != 1)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(home.bar.isVisible)
    home.bot.waitUntil(lambda: not home.window.conversation.busy)
    last = home.transcript.last
    assert last is not None
    assert last.state is MessageState.FAILED
    assert home.composer.text == ""
    home.run(lambda: home.session.chats.choose(last.chat_id, 1, ""))
    again = child(home.bar, QPushButton, "failureAction")
    assert again.text() == "Try again"
    again.click()
    # A second wish while the first is being met changes nothing.
    home.transcript.retry_requested.emit()
    home.bot.waitUntil(lambda: home.texts() == ["anyone there"] * 2)
    home.bot.waitUntil(lambda: not home.window.conversation.busy)
    kept = home.run(lambda: home.session.chats.messages(last.chat_id))
    assert [(each.role, each.state) for each in kept] == [
        ("user", MessageState.COMPLETE),
        ("assistant", MessageState.COMPLETE),
    ]
    sent = home.run(home.session.receipts.list)
    assert [each.host for each in sent] == ["", "127.0.0.1"]
    assert not home.bar.isVisible()


def test_a_reply_that_failed_behind_another_chat_says_why_later(home: Home) -> None:
    home.run(lambda: add_provider(home.session, "http://127.0.0.1:9"))
    home.window.set_providers(())
    home.bot.waitUntil(lambda: home.window._usual[0] != 1)
    home.write("anyone there")
    with home.bot.waitSignal(home.window.conversation.chat_made) as made:
        home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.window.conversation.show_chat(None)
    home.bot.waitUntil(lambda: home.window.conversation.idle)
    assert not home.bar.isVisible()
    child(home.window, Sidebar).chosen.emit(made.args[0].id)
    home.bot.waitUntil(lambda: len(home.texts()) == 2)
    home.bot.waitUntil(home.bar.isVisible)
    assert "127.0.0.1" in child(home.bar, QLabel, "failureText").text()
    assert child(home.bar, QPushButton, "failureAction").text() == "Try again"


def test_that_something_was_sent_is_told_when_the_reply_begins(home: Home) -> None:
    home.write("hello there")
    with home.bot.waitSignals([home.window.conversation.sent] * 2):
        home.bot.keyClick(home.field, Qt.Key.Key_Return)
    assert len(home.run(home.session.receipts.list)) == 1


def test_a_reply_can_be_stopped_and_what_arrived_is_kept(home: Home) -> None:
    home.write("word " * 4000)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: home.composer.state is ComposerState.REPLYING)
    home.bot.keyClick(home.window, Qt.Key.Key_Escape)
    home.bot.waitUntil(lambda: home.composer.state is ComposerState.IDLE)
    home.bot.waitUntil(
        lambda: (
            home.transcript.last is not None
            and home.transcript.last.state in (MessageState.STOPPED, MessageState.COMPLETE)
        )
    )


def test_a_reply_goes_on_while_another_chat_is_shown(home: Home) -> None:
    home.write("word " * 4000)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: home.composer.state is ComposerState.REPLYING)
    chat_id = home.window.conversation.chat_id
    home.bot.keyClick(home.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert home.composer.state is ComposerState.IDLE
    child(home.window, Sidebar).chosen.emit(chat_id)
    home.bot.waitUntil(lambda: home.window.conversation.idle, timeout=20_000)
    home.bot.waitUntil(
        lambda: len(home.texts()) == 2 and home.texts()[1].count("word") == 4000, timeout=20_000
    )


def test_locking_stops_replies_first(home: Home) -> None:
    home.write("word " * 4000)
    home.bot.keyClick(home.field, Qt.Key.Key_Return)
    home.bot.waitUntil(lambda: home.composer.state is ComposerState.REPLYING)
    with home.bot.waitSignal(home.window.lock_requested):
        child(home.window, QToolButton, "lockTool").click()
    assert home.window.conversation.idle
    states = home.run(
        lambda: [
            message.state
            for chat in home.session.chats.list()
            for message in home.session.chats.messages(chat.id)
        ]
    )
    assert MessageState.STREAMING not in states


def test_side_panels_give_way_in_a_narrow_window(home: Home) -> None:
    sidebar = child(home.window, Sidebar)
    child(home.window, QToolButton, "panelTool").click()
    assert sidebar.isVisible()
    assert home.panel.isVisible()
    home.window.resize(900, 700)
    assert sidebar.isVisible()
    assert not home.panel.isVisible()
    home.window.resize(600, 700)
    assert not sidebar.isVisible()
    child(home.window, QToolButton, "sidebarTool").click()
    assert sidebar.isVisible()
    home.window.resize(1200, 800)
    assert sidebar.isVisible()
    assert home.panel.isVisible()


def test_keys_are_listed(home: Home) -> None:
    home.bot.keyClick(home.window, Qt.Key.Key_F1)
    sheet = child(home.window, HelpSheet)
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"New chat", "Ctrl+N", "Lock", "Ctrl+Shift+L", "Settings"} <= texts
    sheet.close()


def test_settings_and_the_field_have_keys(home: Home) -> None:
    with home.bot.waitSignal(home.window.settings_requested):
        home.bot.keyClick(home.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    child(home.window, QToolButton, "helpTool").setFocus()
    home.bot.keyClick(home.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    home.bot.waitUntil(home.field.hasFocus)


_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
)


def test_every_control_can_be_named_and_found(home: Home) -> None:
    home.send("Write to marta@quill.example\n\n```\nx\n```")
    child(home.window, QToolButton, "panelTool").click()
    nameless = [
        f"{type(each).__name__} {each.objectName()}"
        for each in home.window.findChildren(QWidget)
        if isinstance(each, _CONTROLS)
        and not each.objectName().startswith("qt_")
        and each.isVisibleTo(home.window)
        and not (each.objectName() and _spoken_name(each))
    ]
    assert nameless == []


def _spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


def test_every_control_can_be_reached_with_the_tab_key(home: Home) -> None:
    home.send("hi")
    reached: list[str] = []
    home.field.setFocus()
    for _ in range(60):
        home.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
    wanted = {"composerText", "messageCopy", "messageBody", "lockTool", "newChat", "chatSearch"}
    assert wanted <= set(reached), reached


def test_the_language_changes_while_the_window_is_open(home: Home, qapp: QApplication) -> None:
    home.send("Write to marta@quill.example")
    home.write("and to marta@quill.example")
    translator = Shouting()
    qapp.installTranslator(translator)
    try:
        home.bot.waitUntil(
            lambda: child(home.window, QToolButton, "lockTool").accessibleName() == "LOCK"
        )
        assert child(home.composer, QPushButton, "composerSend").text() == "SEND · 1 STAY HOME"
        assert home.field.placeholderText().isupper()
        assert (
            child(home.transcript.views[-1], QToolButton, "messageRetry").toolTip() == "ASK AGAIN"
        )
    finally:
        qapp.removeTranslator(translator)


class Shouting(QTranslator):
    """A language in which everything is said in capital letters."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, _context: str, text: str, _about: str | None = None, _count: int = -1
    ) -> str:
        parts = re.split(r"(%n|\{\w+\})", text)
        return "".join(each if index % 2 else each.upper() for index, each in enumerate(parts))
