import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.privacy.levels import Level
from app.ui.spans.highlighter import SpanHighlighter, Stretch, difference, moved

TEXTS = st.text(alphabet="ab😀\n", max_size=12)


def _look(level: Level, kept: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QColor("#101010" if kept else f"#0000{int(level)}0"))
    return made


def _marked(field: QPlainTextEdit) -> list[str]:
    """Return what is drawn with a ground, paragraph by paragraph."""
    found = []
    block = field.document().begin()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        found += [
            text[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
            for each in block.layout().formats()
            if each.format.hasProperty(int(QTextCharFormat.Property.BackgroundBrush))
        ]
        block = block.next()
    return found


def _field(qtbot: QtBot, text: str) -> tuple[QPlainTextEdit, SpanHighlighter]:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    marks = SpanHighlighter(field, field.document(), _look)
    field.setPlainText(text)
    return field, marks


def _stretch(text: str, value: str) -> Stretch:
    start = len(text[: text.index(value)].encode("utf-16-le")) // 2
    end = start + len(value.encode("utf-16-le")) // 2
    return Stretch(start, end, Level.PL2, kept=False, index=0)


@given(TEXTS, TEXTS)
def test_the_difference_leads_from_one_text_to_the_other(before: str, after: str) -> None:
    old, new = before.encode("utf-16-le"), after.encode("utf-16-le")
    at, removed, added = difference(old, new)
    assert old[: 2 * at] + new[2 * at : 2 * (at + added)] + old[2 * (at + removed) :] == new
    assert removed + added <= (len(old) + len(new)) // 2


@given(TEXTS, TEXTS, TEXTS, st.integers(0, 12), st.integers(1, 12))
def test_marks_around_an_edit_still_mark_the_same_text(
    left: str, removed: str, right: str, start: int, length: int
) -> None:
    before = (left + removed + right).encode("utf-16-le")
    after = (left + "new" + right).encode("utf-16-le")
    at, gone = len(left.encode("utf-16-le")) // 2, len(removed.encode("utf-16-le")) // 2
    end = min(start + length, len(before) // 2)
    if start >= end:
        return
    for each in moved([Stretch(start, end, Level.PL2, kept=False, index=0)], at, gone, 3):
        if end <= at or start >= at + gone:
            assert after[2 * each.start : 2 * each.end] == before[2 * start : 2 * end]
        assert 0 <= each.start < each.end <= len(after) // 2


def test_an_emoji_before_a_piece_does_not_shift_its_mark(qtbot: QtBot) -> None:
    text = "😀😀 bob@example.org 你好"
    field, marks = _field(qtbot, text)
    marks.mark([_stretch(text, "bob@example.org")])
    assert _marked(field) == ["bob@example.org"]


def test_marks_move_with_the_text_and_grow_with_their_value(qtbot: QtBot) -> None:
    text = "to bob@example.org now"
    field, marks = _field(qtbot, text)
    marks.mark([_stretch(text, "bob@example.org")])
    cursor = QTextCursor(field.document())
    cursor.insertText("😀 write ")
    assert _marked(field) == ["bob@example.org"]
    cursor.setPosition(field.toPlainText().index("example") + 1)
    cursor.insertText("my.")
    assert _marked(field) == ["bob@my.example.org"]


def test_a_deleted_value_takes_its_mark_along(qtbot: QtBot) -> None:
    text = "to bob@example.org now"
    field, marks = _field(qtbot, text)
    marks.mark([_stretch(text, "bob@example.org")])
    field.selectAll()
    field.insertPlainText("nothing")
    assert _marked(field) == []
    assert list(marks.stretches) == []


def test_a_value_over_two_paragraphs_is_marked_in_both(qtbot: QtBot) -> None:
    text = "at 5 Elm Road\nFenwick today"
    field, marks = _field(qtbot, text)
    marks.mark([_stretch(text, "5 Elm Road\nFenwick")])
    assert _marked(field) == ["5 Elm Road", "Fenwick"]


def test_only_changed_paragraphs_are_formatted_again(qtbot: QtBot) -> None:
    text = "\n".join(f"{number} bob@example.org" for number in range(2000))
    _, marks = _field(qtbot, text)
    at = [index for index in range(len(text)) if text.startswith("bob", index)]
    stretches = [
        Stretch(start, start + 15, Level.PL2, kept=False, index=index)
        for index, start in enumerate(at)
    ]
    assert marks.mark(stretches) == 2000
    assert marks.mark(stretches) == 0
    stretches[7] = Stretch(at[7], at[7] + 15, Level.PL2, kept=True, index=7)
    assert marks.mark(stretches) == 1


def test_undo_knows_nothing_of_marks(qtbot: QtBot) -> None:
    field, marks = _field(qtbot, "")
    field.insertPlainText("bob@example.org")
    marks.mark([Stretch(0, 15, Level.PL2, kept=False, index=0)])
    marks.mark([])
    field.undo()
    assert field.toPlainText() == ""
    field.redo()
    assert field.toPlainText() == "bob@example.org"


def test_marks_can_be_stepped_through(qtbot: QtBot) -> None:
    _, marks = _field(qtbot, "aa bb cc")
    first, second = (
        Stretch(0, 2, Level.PL2, kept=False, index=0),
        Stretch(6, 8, Level.PL4, kept=False, index=1),
    )
    marks.mark([first, second])
    assert marks.at(2) == first
    assert marks.at(4) is None
    assert marks.after(0) == second
    assert marks.after(6) is None
    assert marks.before(6) == first


@pytest.mark.usefixtures("qapp")
def test_a_document_can_go_before_its_marks() -> None:
    owner = QObject()
    document = QTextDocument("bob@example.org")
    marks = SpanHighlighter(owner, document, _look)
    marks.mark([Stretch(0, 15, Level.PL2, kept=False, index=0)])
    document.deleteLater()
    assert marks.at(0) is not None
