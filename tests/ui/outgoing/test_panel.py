import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from app.assistants.assistant import ChatMessage
from app.ui.outgoing.panel import OutgoingPanel
from tests.ui.hands import child
from tests.ui.made import reading_of, theme_of


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> OutgoingPanel:
    made = OutgoingPanel(theme_of(qapp))
    qtbot.addWidget(made)
    made.resize(360, 480)
    made.show()
    return made


def _text(panel: OutgoingPanel) -> QPlainTextEdit:
    return child(panel, QPlainTextEdit, "outgoingText")


def test_the_draft_is_shown_as_it_leaves_with_placeholders_set_off(panel: OutgoingPanel) -> None:
    panel.show_reading(reading_of("😀 {n|Marta Quill}: {e+|a@b.example} {p|hunter-owl-42}"))
    field = _text(panel)
    assert field.toPlainText() == "😀 <Real_Name_1>: a@b.example <Password_3>"
    block = field.document().firstBlock()
    units = block.text().encode("utf-16-le")
    marked = [
        units[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
        for each in block.layout().formats()
        if each.format.hasProperty(int(QTextCharFormat.Property.BackgroundBrush))
    ]
    assert marked == ["<Real_Name_1>", "<Password_3>"]


def test_it_follows_every_change(panel: OutgoingPanel) -> None:
    for tagged in ("{n|Marta} 😀", "{n|Marta} 😀😀 x", "", "a{n|Marta}", "{n|Marta}{n|Marta}"):
        reading = reading_of(tagged)
        panel.show_reading(reading if tagged else None)
        assert _text(panel).toPlainText() == reading.masked.text


def test_it_catches_up_when_it_is_opened(panel: OutgoingPanel) -> None:
    panel.hide()
    panel.show_reading(reading_of("{n|Marta}"))
    panel.show()
    assert _text(panel).toPlainText() == "<Real_Name_1>"


def test_a_failed_reading_leaves_nothing_to_see_but_says_so(panel: OutgoingPanel) -> None:
    panel.show_reading(reading_of("{n|Marta}"))
    panel.show_failure()
    assert _text(panel).toPlainText() == ""
    assert "nothing leaves" in _text(panel).placeholderText()
    panel.show_reading(reading_of("hi"))
    assert "nothing leaves" not in _text(panel).placeholderText()


def test_the_whole_request_is_asked_for_on_demand(qtbot: QtBot, panel: OutgoingPanel) -> None:
    context = child(panel, QPlainTextEdit, "outgoingContext")
    assert not context.isVisible()
    assert not panel.wants_context
    with qtbot.waitSignal(panel.context_requested):
        child(panel, QToolButton, "outgoingMore").click()
    panel.show_context(
        (ChatMessage("system", "Keep it short."), ChatMessage("user", "<Real_Name_1> asks"))
    )
    assert context.isVisible()
    assert panel.wants_context
    assert "Keep it short." in context.toPlainText()
    assert "<Real_Name_1> asks" in context.toPlainText()
