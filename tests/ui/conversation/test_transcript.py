from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QScrollBar, QToolButton
from pytestqt.qtbot import QtBot

from app.store.chats import MarkState, Message, MessageState
from app.store.messages import Failure, Role
from app.ui.conversation.fragments import Fragment
from app.ui.conversation.message_body import MessageBody
from app.ui.conversation.message_view import MessageView
from app.ui.conversation.transcript import Transcript
from tests.ui.hands import child
from tests.ui.made import message_of, theme_of


@pytest.fixture
def transcript(qtbot: QtBot, qapp: QApplication) -> Transcript:
    made = Transcript(theme_of(qapp))
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    return made


def _many(count: int) -> list[Message]:
    return [
        message_of(number, "user" if number % 2 else "assistant", f"{number}\n\nsecond\n\nthird")
        for number in range(1, count + 1)
    ]


def _tool(view: MessageView, name: str) -> QToolButton:
    return child(view, QToolButton, name)


def _bar(transcript: Transcript) -> QScrollBar:
    return transcript.verticalScrollBar()


def _at_end(transcript: Transcript) -> bool:
    return _bar(transcript).value() == _bar(transcript).maximum() > 0


def _texts(views: Sequence[MessageView]) -> list[str]:
    return [view.body.toPlainText() for view in views]


def test_an_empty_chat_says_what_will_happen(transcript: Transcript) -> None:
    hint = child(transcript, QLabel, "transcriptEmpty")
    assert hint.isVisible()
    assert "placeholders" in hint.text()
    transcript.add_message(message_of(1, "user", "hi"))
    assert not hint.isVisible()


def test_values_are_shown_in_clear_and_told_apart(transcript: Transcript) -> None:
    transcript.show_messages(
        [
            message_of(1, "user", "I am {n|Marta}, {p!|<Password_9>}"),
            message_of(2, "assistant", "Hi **{n|Marta}** {e?|<Email_7>}"),
        ]
    )
    # A secret that was not kept and an invented placeholder carry a sign of their own.
    assert _texts(transcript.views) == [
        "I am Marta, <Password_9> (not kept)",
        "Hi Marta <Email_7> ?",
    ]
    tips = _tips(transcript.views[1].body.document())
    assert "<Real_Name_1>" in tips["Marta"]
    assert "made this placeholder up" in tips["<Email_7>"]


def _tips(document: QTextDocument) -> dict[str, str]:
    tips = {}
    block = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            tips[iterator.fragment().text()] = iterator.fragment().charFormat().toolTip()
            iterator += 1
        block = block.next()
    return tips


def test_only_the_end_of_a_long_chat_is_built(qtbot: QtBot, transcript: Transcript) -> None:
    transcript.show_messages(_many(3000))
    qtbot.waitUntil(lambda: _at_end(transcript))
    assert len(transcript.views) < 100
    assert transcript.views[-1].message.id == 3000


def test_earlier_messages_are_built_without_moving_what_is_read(
    qtbot: QtBot, transcript: Transcript
) -> None:
    transcript.show_messages(_many(200))
    qtbot.waitUntil(lambda: _at_end(transcript))
    first = transcript.views[0]
    count = len(transcript.views)
    _bar(transcript).triggerAction(QScrollBar.SliderAction.SliderToMinimum)
    qtbot.waitUntil(lambda: len(transcript.views) > count)
    assert transcript.views[0].message.id < first.message.id
    qtbot.waitUntil(lambda: _bar(transcript).value() > 0)
    place = first.mapTo(transcript.viewport(), first.rect().topLeft()).y()
    assert -40 <= place <= 80
    button = child(transcript, QPushButton, "showEarlier")
    while button.isVisible():
        button.click()
    assert [view.message.id for view in transcript.views] == list(range(1, 201))


def test_the_end_is_followed_until_the_user_scrolls_away(
    qtbot: QtBot, transcript: Transcript
) -> None:
    transcript.show_messages(_many(20))
    transcript.add_message(message_of(21, "assistant", "", MessageState.STREAMING))
    qtbot.waitUntil(lambda: _at_end(transcript))
    before = _bar(transcript).maximum()
    transcript.add_arrived([Fragment("line\n\n" * 30)])
    qtbot.waitUntil(lambda: _bar(transcript).maximum() > before)
    qtbot.waitUntil(lambda: _at_end(transcript))
    _bar(transcript).triggerAction(QScrollBar.SliderAction.SliderPageStepSub)
    place = _bar(transcript).value()
    before = _bar(transcript).maximum()
    transcript.add_arrived([Fragment("line\n\n" * 30)])
    qtbot.waitUntil(lambda: _bar(transcript).maximum() > before)
    assert _bar(transcript).value() == place
    to_end = child(transcript, QToolButton, "toEnd")
    assert to_end.isVisible()
    to_end.click()
    assert _at_end(transcript)


def test_a_streamed_reply_is_drawn_as_it_comes_and_then_as_kept(
    qtbot: QtBot, transcript: Transcript
) -> None:
    transcript.add_message(message_of(1, "user", "hi"))
    transcript.add_message(message_of(2, "assistant", "", MessageState.STREAMING))
    view = transcript.views[-1]
    state = child(view, QLabel, "messageState")
    assert state.text() == "Writing…"
    for text in ("**Hel", "lo** ", "you"):
        transcript.add_arrived([Fragment(text)])
    value = Fragment("Marta", MarkState.VALUE, None, "<Real_Name_1>")
    transcript.add_arrived([Fragment(" "), value])
    qtbot.waitUntil(lambda: view.body.toPlainText() == "Hello you Marta")
    transcript.finish_message(message_of(2, "assistant", "**Hello** you {n|Marta}."))
    assert view.body.toPlainText() == "Hello you Marta."
    assert not state.isVisible()


def test_a_selection_survives_what_arrives(qtbot: QtBot, transcript: Transcript) -> None:
    transcript.add_message(message_of(2, "assistant", "", MessageState.STREAMING))
    body = transcript.views[-1].body
    transcript.add_arrived([Fragment("one two")])
    qtbot.waitUntil(lambda: body.toPlainText() == "one two")
    cursor = body.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(3, cursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    transcript.add_arrived([Fragment(" three")])
    qtbot.waitUntil(lambda: body.toPlainText() == "one two three")
    assert body.textCursor().selectedText() == "one"


@pytest.mark.parametrize(
    ("state", "text", "words"),
    [
        (MessageState.STOPPED, "half", "Stopped. What had come is kept."),
        (MessageState.STOPPED, "", "Stopped before anything had come."),
        (MessageState.FAILED, "half", "Cut short. What had come is kept."),
        (MessageState.FAILED, "", "No reply came. Your message is kept."),
    ],
)
def test_how_far_a_reply_got_is_said_and_it_can_be_asked_again(
    qtbot: QtBot, transcript: Transcript, state: MessageState, text: str, words: str
) -> None:
    transcript.show_messages([message_of(1, "user", "hi"), message_of(2, "assistant", text, state)])
    view = transcript.views[-1]
    assert child(view, QLabel, "messageState").text() == words
    assert _tool(view, "messageRetry").text() == "Try again"
    with qtbot.waitSignal(transcript.retry_requested):
        _tool(view, "messageRetry").click()
    assert not _tool(transcript.views[0], "messageRetry").isVisible()


def test_why_an_earlier_reply_failed_is_said_at_it(transcript: Transcript) -> None:
    failure = Failure("RateLimited", {"provider": "<b>Mine</b>", "host": "api.example"})
    failed = replace(message_of(2, "assistant", "", MessageState.FAILED), failure=failure)
    transcript.show_messages([message_of(1, "user", "hi"), failed])
    state = child(transcript.views[1], QLabel, "messageState")
    # Of the last one the bar above the composer says it.
    assert state.text() == "No reply came. Your message is kept."
    transcript.add_message(message_of(3, "user", "hello?"))
    assert state.text().startswith("<b>Mine</b> (api.example) asks you to send less often.")
    assert state.textFormat() is Qt.TextFormat.PlainText


def test_copying_gives_values_or_placeholders(transcript: Transcript) -> None:
    transcript.show_messages([message_of(1, "assistant", "**Hi** {n|Marta}\n\n```\nx\n```")])
    view = transcript.views[0]
    _tool(view, "messageCopy").click()
    assert QGuiApplication.clipboard().text() == "**Hi** Marta\n\n```\nx\n```"
    _tool(view, "messageCopyMasked").click()
    assert QGuiApplication.clipboard().text() == "**Hi** <Real_Name_1>\n\n```\nx\n```"


def test_a_code_block_can_be_copied_alone(transcript: Transcript) -> None:
    transcript.show_messages([message_of(1, "assistant", "a\n\n```py\nx = '{n|Marta}'\n```\nb")])
    _tool(transcript.views[0], "copyCode0").click()
    assert QGuiApplication.clipboard().text() == "x = 'Marta'"


def test_selected_text_is_copied_as_plain_text(transcript: Transcript) -> None:
    transcript.show_messages([message_of(1, "assistant", "**Hi** {n|Marta} {e?|<Email_7>}")])
    body = transcript.views[0].body
    body.selectAll()
    data = body.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text() == "Hi Marta <Email_7>"


def _select(view: MessageView, start: int, end: int) -> None:
    cursor = view.body.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    view.body.setTextCursor(cursor)


def _copy_masked(qtbot: QtBot, view: MessageView) -> str:
    view.body.setFocus()
    qtbot.waitUntil(view.body.hasFocus)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.body, Qt.Key.Key_C, both)
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize("role", ["user", "assistant"])
def test_a_selection_is_copied_with_values_or_placeholders(
    qtbot: QtBot, transcript: Transcript, role: Role
) -> None:
    transcript.show_messages([message_of(1, role, "Hi {n|Marta}{n|Marta} and {e?|<Email_7>} bye")])
    view = transcript.views[0]
    # From within the first name to within the second: a placeholder is never cut.
    _select(view, 5, 10)
    qtbot.keyClick(view.body, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "rtaMa"
    assert _copy_masked(qtbot, view) == "<Real_Name_1><Real_Name_1>"
    view.body.selectAll()
    whole = "Hi <Real_Name_1><Real_Name_1> and <Email_2> bye"
    assert _copy_masked(qtbot, view) == whole


def test_a_value_of_several_lines_is_one_placeholder(qtbot: QtBot, transcript: Transcript) -> None:
    transcript.show_messages([message_of(1, "user", "at {n|Quay 4\nOldport} now")])
    view = transcript.views[0]
    view.body.selectAll()
    assert _copy_masked(qtbot, view) == "at <Real_Name_1> now"


def test_without_a_selection_the_keys_copy_the_whole_message(
    qtbot: QtBot, transcript: Transcript
) -> None:
    transcript.show_messages([message_of(1, "assistant", "**Hi** {n|Marta}")])
    view = transcript.views[0]
    qtbot.keyClick(view.body, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "**Hi** Marta"
    assert _copy_masked(qtbot, view) == "**Hi** <Real_Name_1>"


def test_the_menu_of_a_message_has_what_can_be_done_with_it(
    qtbot: QtBot, transcript: Transcript
) -> None:
    transcript.show_messages(
        [message_of(1, "user", "I am {n|Marta}"), message_of(2, "assistant", "hi")]
    )
    question, reply = (view.body for view in transcript.views)
    assert _menu(qtbot, question) == [
        "Copy",
        "Copy with placeholders",
        "Select all",
        "Show what this message sent",
        "Edit and send again",
    ]
    assert _menu(qtbot, reply) == ["Copy", "Select all", "Ask again"]
    _select(transcript.views[0], 5, 7)
    child(transcript.views[0], QAction, "messageCopyMaskedAction").trigger()
    assert QGuiApplication.clipboard().text() == "<Real_Name_1>"
    with qtbot.waitSignal(transcript.receipts_requested) as asked:
        child(transcript.views[0], QAction, "messageReceiptsAction").trigger()
    assert asked.args == [1]


def _menu(qtbot: QtBot, body: MessageBody) -> list[str]:
    """Open the menu as the keyboard does; return what it offers."""
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(body, QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
    menu = child(body, QMenu, "messageMenu")
    qtbot.waitUntil(menu.isVisible)
    offered = [each.text() for each in menu.actions() if each.isVisible()]
    with qtbot.waitSignal(menu.destroyed):
        menu.close()
    return offered


def test_a_chat_opens_at_a_message_however_early(qtbot: QtBot, transcript: Transcript) -> None:
    transcript.show_messages(())
    transcript.go_to(7)
    transcript.show_messages(_many(200))
    qtbot.waitUntil(lambda: transcript.views[0].message.id <= 7)
    wanted = next(view for view in transcript.views if view.message.id == 7)
    qtbot.waitUntil(lambda: 0 <= _top(transcript, wanted) <= 40)
    assert wanted.body.hasFocus()
    transcript.go_to(190)
    wanted = next(view for view in transcript.views if view.message.id == 190)
    qtbot.waitUntil(lambda: 0 <= _top(transcript, wanted) <= 40)


def _top(transcript: Transcript, view: MessageView) -> int:
    return view.mapTo(transcript.viewport(), QPoint(0, 0)).y()


def test_a_message_without_placeholders_offers_only_one_copy(transcript: Transcript) -> None:
    transcript.show_messages([message_of(1, "user", "hi {e+|a@b.example}")])
    assert not _tool(transcript.views[0], "messageCopyMasked").isVisible()


def test_a_link_is_not_opened_but_asked_about(qtbot: QtBot, transcript: Transcript) -> None:
    transcript.show_messages(
        [message_of(1, "assistant", "[x](https://example.org/?q={e~|<Email_1>})")]
    )
    body = transcript.views[0].body
    with qtbot.waitSignal(transcript.link_activated) as asked:
        body.anchorClicked.emit(QUrl("https://example.org/?q=<Email_1>"))
    assert asked.args == ["https://example.org/?q=%3CEmail_1%3E"]
    assert body.source().isEmpty()
    assert body.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_a_retried_reply_goes_away(transcript: Transcript) -> None:
    transcript.show_messages([message_of(1, "user", "hi"), message_of(2, "assistant", "no")])
    transcript.remove_last_reply()
    assert [view.message.id for view in transcript.views] == [1]


def test_a_reply_that_streamed_elsewhere_is_caught_up_with(
    qtbot: QtBot, transcript: Transcript
) -> None:
    reply = message_of(2, "assistant", "stale", MessageState.STREAMING)
    transcript.show_messages([message_of(1, "user", "hi"), reply])
    transcript.catch_up(replace(reply, text=""), [Fragment("all of it")])
    qtbot.waitUntil(lambda: _texts(transcript.views) == ["hi", "all of it"])
    assert len(transcript.views) == 2


def test_messages_can_be_reached_with_the_keyboard(qtbot: QtBot, transcript: Transcript) -> None:
    transcript.show_messages([message_of(1, "user", "hi")])
    view = transcript.views[0]
    assert view.body.focusPolicy() & Qt.FocusPolicy.TabFocus
    view.body.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.body.hasFocus)
    assert view.body.cursorWidth() == 1
    assert _tool(view, "messageCopy").focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_sentence_of_an_empty_chat_is_not_cut(qtbot: QtBot, transcript: Transcript) -> None:
    transcript.resize(520, 500)
    sentence = child(transcript, QLabel, "transcriptEmpty")
    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()))
