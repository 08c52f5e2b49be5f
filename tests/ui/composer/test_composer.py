from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.detect.detector import DetectorFailed
from app.privacy.levels import Level
from app.privacy.policy import Action, Choice
from app.ui.composer.composer import Composer, ComposerState
from app.ui.composer.text import ComposerText
from app.ui.spans.level_chips import LevelChips
from app.ui.spans.popup import SpanPopup
from tests.ui.hands import child
from tests.ui.made import reading_of, theme_of

KEYBOARD = True


class Desk:
    """A composer on the screen, its field, and what it asked for."""

    def __init__(self, qtbot: QtBot, application: QApplication) -> None:
        self.bot = qtbot
        self.composer = Composer(theme_of(application))
        qtbot.addWidget(self.composer)
        self.field = child(self.composer, ComposerText)
        self.button = child(self.composer, QPushButton, "composerSend")
        self.asked: list[tuple[str, int]] = []
        self.sent: list[tuple[str, Any]] = []
        self.refused: list[Any] = []
        self.composer.read_requested.connect(lambda *each: self.asked.append(each))
        self.composer.send_requested.connect(lambda *each: self.sent.append(each))
        self.composer.send_refused.connect(self.refused.append)
        self.composer.resize(640, 200)
        self.composer.show()
        self.composer.focus()
        qtbot.waitUntil(self.field.hasFocus)

    def write(self, tagged: str) -> None:
        """Type the text of `tagged` and answer with its reading."""
        reading = reading_of(tagged)
        self.composer.set_text(reading.text)
        assert self.composer.show_reading(reading, self.composer.revision)

    def put_cursor(self, value: str) -> None:
        units = self.field.text[: self.field.text.index(value)].encode("utf-16-le")
        cursor = self.field.textCursor()
        cursor.setPosition(len(units) // 2)
        self.field.setTextCursor(cursor)

    def select(self, value: str) -> None:
        self.put_cursor(value)
        cursor = self.field.textCursor()
        cursor.setPosition(
            cursor.position() + len(value.encode("utf-16-le")) // 2,
            QTextCursor.MoveMode.KeepAnchor,
        )
        self.field.setTextCursor(cursor)

    def popup(self) -> SpanPopup:
        found = self.composer.findChildren(SpanPopup)
        assert len(found) == 1
        return found[0]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Desk:
    return Desk(qtbot, qapp)


def test_every_change_asks_for_a_reading_at_once(desk: Desk) -> None:
    desk.bot.keyClicks(desk.field, "ab")
    assert [text for text, _ in desk.asked] == ["a", "ab"]
    assert desk.asked[-1][1] == desk.composer.revision > desk.asked[0][1]


def test_only_the_newest_reading_is_shown(desk: Desk) -> None:
    desk.bot.keyClicks(desk.field, "ab")
    old, new = desk.asked
    assert not desk.composer.show_reading(reading_of("a"), old[1])
    assert desk.composer.show_reading(reading_of("ab"), new[1])


def test_the_button_says_how_many_stay_home(desk: Desk) -> None:
    assert not desk.button.isEnabled()
    desk.write("ask {n|Marta Quill} at {e|marta@quill.example} or {e|marta@quill.example}")
    assert "2" in desk.button.text()
    desk.write("nothing here")
    assert desk.button.text() == "Send"
    desk.write(" \n ")
    assert not desk.button.isEnabled()


def test_counts_are_said_by_level_with_a_sign(desk: Desk) -> None:
    desk.write("{p|hunter-owl-42} {e|marta@quill.example} {n|Marta Quill}")
    chips = child(desk.composer, LevelChips)
    texts = [each.text() for each in chips.findChildren(QLabel) if each.isVisible()]
    assert texts == ["■ Secret 1", "● Identifying 2"]


def test_enter_sends_what_was_read(desk: Desk) -> None:
    desk.write("to {e|marta@quill.example}")
    desk.bot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.sent == [("to marta@quill.example", {})]


def test_shift_and_enter_begins_a_line_and_sends_nothing(desk: Desk) -> None:
    desk.bot.keyClicks(desk.field, "a")
    desk.bot.keyClick(desk.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.bot.keyClicks(desk.field, "b")
    assert desk.composer.text == "a\nb"
    assert desk.sent == []


def test_enter_before_the_reading_sends_once_it_is_there(desk: Desk) -> None:
    desk.bot.keyClicks(desk.field, "hi")
    desk.bot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.sent == []
    desk.composer.show_reading(reading_of("hi"), desk.composer.revision)
    assert desk.sent == [("hi", {})]


def test_an_early_enter_outlives_a_change_of_the_rules(desk: Desk) -> None:
    desk.bot.keyClicks(desk.field, "hi")
    desk.bot.keyClick(desk.field, Qt.Key.Key_Return)
    early = desk.composer.revision
    desk.composer.ask_again()
    assert not desk.composer.show_reading(reading_of("hi"), early)
    assert desk.sent == []
    desk.composer.show_reading(reading_of("hi"), desk.composer.revision)
    assert desk.sent == [("hi", {})]


def test_typing_on_takes_back_an_early_enter(desk: Desk) -> None:
    desk.bot.keyClicks(desk.field, "hi")
    desk.bot.keyClick(desk.field, Qt.Key.Key_Return)
    desk.bot.keyClicks(desk.field, "!")
    desk.composer.show_reading(reading_of("hi!"), desk.composer.revision)
    assert desk.sent == []


def test_a_text_that_cannot_be_read_is_not_sent(desk: Desk) -> None:
    failure = DetectorFailed(detector="testing")
    desk.bot.keyClicks(desk.field, "hi")
    desk.composer.reading_failed(failure, desk.composer.revision)
    desk.bot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.sent == []
    # It asks once more before it gives up.
    assert len(desk.asked) == 3
    desk.composer.reading_failed(failure, desk.composer.revision)
    assert desk.refused == [failure]
    assert desk.composer.text == "hi"


def test_send_becomes_stop_while_a_reply_streams(desk: Desk) -> None:
    desk.composer.set_state(ComposerState.REPLYING)
    assert desk.button.text() == "Stop"
    with desk.bot.waitSignal(desk.composer.stop_requested):
        desk.button.click()
    desk.write("next")
    desk.bot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.sent == []


def test_nothing_can_be_changed_while_a_message_is_on_its_way(desk: Desk) -> None:
    desk.write("hi")
    desk.composer.set_state(ComposerState.SENDING)
    desk.bot.keyClicks(desk.field, "more")
    assert desk.composer.text == "hi"
    assert not desk.button.isEnabled()


def test_an_emoji_and_chinese_before_a_value_keep_its_mark(desk: Desk) -> None:
    desk.write("😀你好 {e|marta@quill.example} 😀 {p|hunter-owl-42}")
    assert _marked(desk.field) == ["marta@quill.example", "hunter-owl-42"]


def test_what_is_kept_looks_quieter(desk: Desk) -> None:
    desk.write("{e|marta@quill.example} {e+|info@quill.example}")
    formats = desk.field.document().firstBlock().layout().formats()
    hidden, kept = (each.format for each in formats)
    assert hidden.background().style() != Qt.BrushStyle.NoBrush
    assert kept.background().style() == Qt.BrushStyle.NoBrush
    assert hidden.underlineStyle() != kept.underlineStyle()


def test_composing_chinese_is_not_text_yet_and_enter_does_not_send(desk: Desk) -> None:
    desk.write("to {e|marta@quill.example}")
    asked = len(desk.asked)
    desk.field.moveCursor(QTextCursor.MoveOperation.Start)
    QApplication.sendEvent(desk.field, QInputMethodEvent("nihao", []))
    assert desk.composer.text == "to marta@quill.example"
    assert len(desk.asked) == asked
    assert _marked(desk.field, shift=5) == ["marta@quill.example"]
    desk.bot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.sent == []
    commit = QInputMethodEvent("", [])
    commit.setCommitString("你好")
    QApplication.sendEvent(desk.field, commit)
    assert desk.composer.text == "你好to marta@quill.example"
    assert _marked(desk.field) == ["marta@quill.example"]
    desk.field.undo()
    assert desk.composer.text == "to marta@quill.example"


def test_only_plain_text_is_pasted(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='http://example.org/x.png'>")
    data.setText("bold 你好")
    desk.field.insertFromMimeData(data)
    assert desk.composer.text == "bold 你好"
    pictures = QMimeData()
    pictures.setUrls([QUrl("file:///tmp/x.png")])
    pictures.setData("image/png", b"")
    assert desk.field.canInsertFromMimeData(data)
    desk.field.undo()
    assert desk.composer.text == ""


def test_the_field_grows_to_a_limit(desk: Desk) -> None:
    empty = desk.field.height()
    desk.composer.set_text("a\nb\nc\nd")
    grown = desk.field.height()
    desk.composer.set_text("a\n" * 400)
    assert empty < grown < desk.field.height() <= 240
    desk.composer.set_text("")
    assert desk.field.height() == empty


def test_a_click_on_a_piece_tells_about_it(desk: Desk) -> None:
    desk.write("to {e|marta@quill.example} now")
    place = desk.field.rect_of(6, 7).center()
    desk.bot.mouseClick(
        desk.field.viewport(),
        Qt.MouseButton.LeftButton,
        pos=desk.field.viewport().mapFromGlobal(place),
    )
    texts = _texts(desk.popup())
    assert "marta@quill.example" in texts
    assert "<Email_1>" in texts
    desk.popup().close()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_keys_tell_about_the_piece_at_the_cursor(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    desk.write("to {e|marta@quill.example} now")
    desk.put_cursor("quill")
    desk.bot.keyClick(desk.field, key, modifier)
    popup = desk.popup()
    desk.bot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert desk.composer.choices == {}


def test_the_menu_key_tells_about_the_piece_too(desk: Desk) -> None:
    desk.write("to {e|marta@quill.example} now")
    desk.put_cursor("quill")
    desk.field.menu_requested.emit(QPoint(), desk.field.textCursor().position(), KEYBOARD)
    desk.popup().close()


def test_alt_and_arrows_step_from_piece_to_piece(desk: Desk) -> None:
    desk.write("{n|Marta} and {e|marta@quill.example} and {p|hunter-owl-42}")
    desk.field.moveCursor(QTextCursor.MoveOperation.Start)
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        desk.bot.keyClick(desk.field, key, Qt.KeyboardModifier.AltModifier)
        seen.append(desk.field.textCursor().selectedText())
    assert seen == ["Marta", "marta@quill.example", "hunter-owl-42", "marta@quill.example"]


def test_a_piece_can_be_sent_as_typed_in_this_message(desk: Desk) -> None:
    desk.write("to {e|Marta@Quill.example} now")
    desk.put_cursor("Quill")
    desk.bot.keyClick(desk.field, Qt.Key.Key_F2)
    popup = desk.popup()
    child(popup, QPushButton, "spanKeep").click()
    with desk.bot.waitSignal(desk.composer.choices_changed):
        child(popup, QPushButton, "spanApply").click()
    assert desk.composer.choices == {"marta@quill.example": Choice(Action.KEEP)}
    assert desk.asked[-1] == ("to Marta@Quill.example now", desk.composer.revision)
    desk.composer.show_reading(
        reading_of("to {e+|Marta@Quill.example} now"), desk.composer.revision
    )
    desk.bot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.sent[0][1] == {"marta@quill.example": Choice(Action.KEEP)}


def test_a_piece_can_get_another_type_and_level(desk: Desk) -> None:
    desk.write("I am {n|Marta Quill}")
    desk.put_cursor("Quill")
    desk.bot.keyClick(desk.field, Qt.Key.Key_F2)
    popup = desk.popup()
    types = child(popup, QComboBox, "spanType")
    types.setCurrentIndex(types.findData("Business Secret"))
    assert child(popup, QComboBox, "spanLevel").currentData() == Level.PL4
    desk.bot.keyClick(popup, Qt.Key.Key_Return)
    wanted = Choice(Action.HIDE, "Business Secret", Level.PL4)
    assert desk.composer.choices == {"marta quill": wanted}


def test_always_asks_for_a_rule_and_leaves_no_choice(desk: Desk) -> None:
    desk.write("I am {n|Marta Quill}")
    desk.put_cursor("Quill")
    desk.bot.keyClick(desk.field, Qt.Key.Key_F2)
    popup = desk.popup()
    child(popup, QPushButton, "spanKeep").click()
    child(popup, QComboBox, "spanScope").setCurrentIndex(1)
    with desk.bot.waitSignal(desk.composer.rule_requested) as asked:
        child(popup, QPushButton, "spanApply").click()
    assert asked.args == ["Marta Quill", Choice(Action.KEEP)]
    assert desk.composer.choices == {}


def test_selected_text_can_be_hidden_with_the_keyboard(desk: Desk) -> None:
    desk.write("my 😀 cottage by the mill")
    desk.select("cottage by the mill")
    desk.bot.keyClick(desk.field, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert desk.composer.choices == {"cottage by the mill": Choice(Action.HIDE)}
    assert not desk.field.textCursor().hasSelection()


def test_a_button_floats_above_a_selection_only(desk: Desk) -> None:
    button = desk.composer._hide
    desk.write("the cottage and {e|marta@quill.example}")
    assert not button.isVisible()
    desk.select("cottage")
    assert button.isVisible()
    desk.select("marta@quill.example")
    assert not button.isVisible()
    desk.select("cottage")
    button.hide_requested.emit("Detailed Address")
    assert desk.composer.choices == {"cottage": Choice(Action.HIDE, "Detailed Address")}
    assert not button.isVisible()


def test_a_long_paste_is_marked_and_stays_editable(desk: Desk) -> None:
    line = "write to {e|marta@quill.example} about the parcel, please, and do not forget it\n"
    desk.write(line * 1300)
    assert len(desk.composer.text) > 90_000
    assert len(desk.composer._marks.stretches) == 1300
    desk.field.moveCursor(QTextCursor.MoveOperation.Start)
    desk.bot.keyClicks(desk.field, "x")
    assert desk.composer._marks.stretches[-1].end <= len(desk.composer.text)
    desk.field.undo()
    assert desk.composer.text == reading_of(line).text * 1300


def test_an_empty_text_needs_no_reading_to_lose_its_marks(desk: Desk) -> None:
    desk.write("{e|marta@quill.example}")
    desk.composer.clear()
    assert list(desk.composer._marks.stretches) == []
    assert desk.button.text() == "Send"


def _marked(field: ComposerText, shift: int = 0) -> list[str]:
    """Return what is drawn with a ground; `shift` units are being composed at the start."""
    block = field.document().firstBlock()
    text = block.text().encode("utf-16-le")
    ground = int(QTextCharFormat.Property.BackgroundBrush)
    return [
        text[2 * (each.start - shift) : 2 * (each.start - shift + each.length)].decode("utf-16-le")
        for each in block.layout().formats()
        if each.format.hasProperty(ground)
    ]


def _texts(popup: SpanPopup) -> str:
    return "\n".join(each.text() for each in popup.findChildren(QLabel))
