from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from app.privacy.levels import Level
from app.store.chats import MarkState
from app.ui.conversation.fragments import Fragment
from app.ui.conversation.markdown import (
    LONGEST_MARKDOWN,
    LONGEST_SHOWN,
    SIGN,
    InertDocument,
    fill_markdown,
    fill_plain,
    selected_text,
)
from app.ui.conversation.markdown_style import MarkdownColours, code_frames

COLOURS = MarkdownColours("#555555", "#dddddd", "#eeeeee", "#f0f0f0", "#0000ff")


def value(text: str, placeholder: str = "<Email_1>") -> Fragment:
    return Fragment(text, MarkState.VALUE, Level.PL2, placeholder, "Email")


def _look(fragment: Fragment) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setToolTip(fragment.placeholder)
    if fragment.state is MarkState.UNRESOLVED:
        made.setProperty(SIGN, "?")
    return made


def _document(*pieces: Fragment | str) -> QTextDocument:
    document = InertDocument()
    fragments = [Fragment(each) if isinstance(each, str) else each for each in pieces]
    fill_markdown(document, fragments, _look, COLOURS)
    return document


def _formats(document: QTextDocument) -> list[tuple[str, QTextCharFormat]]:
    found = []
    block = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            piece = iterator.fragment()
            found.append((piece.text(), piece.charFormat()))
            iterator += 1
        block = block.next()
    return found


def _addresses(document: QTextDocument) -> list[str]:
    return [made.anchorHref() for _, made in _formats(document) if made.isAnchor()]


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    "text",
    [
        "**bold** *x*",
        "# head",
        "[a](https://evil.example)",
        "![a](https://evil.example/x.png)",
        "https://evil.example/",
        "<b>x</b>",
        "`code`",
        "a|b",
        "\\*",
        "&lt;",
        "1. one",
        "😀 你好",
    ],
)
def test_a_value_is_never_read_as_markdown(text: str) -> None:
    document = _document("Hello **", value(text), "** and ", value(text), "\n\n- ", value(text))
    assert document.toPlainText() == f"Hello {text} and {text}\n{text}"
    assert _addresses(document) == []


def test_a_value_of_several_lines_stays_one_piece() -> None:
    document = _document("At ", value("5 Elm Road\nFenwick"), ".")
    assert document.toPlainText() == "At 5 Elm Road\nFenwick."
    assert document.blockCount() == 1


@pytest.mark.parametrize(
    "around",
    [
        ("[see](https://evil.example/?q=", ")"),
        ('[see](https://evil.example/ "', '")'),
        ("[see][1]\n\n[1]: https://evil.example/?q=", ""),
        ("<https://evil.example/?q=", ">"),
        ("https://evil.example/?q=", ""),
        ("www.evil.example/", "/x"),
        ("![see](https://evil.example/i.png?q=", ")"),
        ("[![see](https://evil.example/i.png?q=", ")](https://evil.example)"),
        ("[see](mailto:", ")"),
        ("```", "\nx\n```"),
    ],
)
def test_a_value_never_gets_into_an_address(around: tuple[str, str]) -> None:
    document = _document(around[0], value("SECRET"), around[1])
    for text, made in _formats(document):
        for each in (made.anchorHref(), made.toolTip(), made.toImageFormat().name()):
            assert "SECRET" not in each
            assert not any(ord(char) >= 0xF0000 for char in each)
        assert not made.isImageFormat()
        assert not any(ord(char) >= 0xF0000 for char in text)
    assert 'href="SECRET' not in document.toHtml()


def test_the_placeholder_stays_in_the_address() -> None:
    document = _document("[see](https://evil.example/?q=", value("SECRET"), ")")
    assert _addresses(document) == ["https://evil.example/?q=<Email_1>"]


def test_an_image_is_its_words_and_its_address() -> None:
    document = _document("![a ", value("cat"), "](https://evil.example/x.png)")
    assert document.toPlainText() == "[a cat] (https://evil.example/x.png)"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "#x", "other:x"]
)
def test_an_address_that_cannot_be_opened_is_no_link(address: str) -> None:
    document = _document(f"[see]({address}) [good](https://example.org/)")
    assert _addresses(document) == ["https://example.org/"]
    assert document.toPlainText() == "see good"


def test_html_is_shown_as_text() -> None:
    text = '<img src="https://evil.example/x.png"><b>x</b>'
    assert _document(text).toPlainText() == text


def test_nothing_is_ever_loaded() -> None:
    document = InertDocument()

    for kind in QTextDocument.ResourceType:
        for name in ("https://evil.example/x.png", "file:///etc/hostname", "/etc/hostname"):
            assert document.resource(kind.value, QUrl(name)) is None


def test_private_use_characters_of_the_reply_stay() -> None:
    own = "\U000f0000 \U000f0001 \ue000"
    document = _document(own, " ", value("Marta"), " \U000f0002")
    assert document.toPlainText() == f"{own} Marta \U000f0002"


def test_emphasis_works_next_to_full_width_punctuation() -> None:
    document = _document("**重点：**后面，他说**「好」**吧，**", value("玛塔"), "：**完")
    bold = [text for text, made in _formats(document) if made.fontWeight() > 400]
    assert bold == ["重点：", "「好」", "玛塔", "："]
    assert document.toPlainText() == "重点：后面，他说「好」吧，玛塔：完"


def test_code_blocks_are_told_apart_and_can_be_copied() -> None:
    document = InertDocument()
    codes = fill_markdown(
        document,
        [
            Fragment("```py\nx = '"),
            value("Marta"),
            Fragment(
                "'\n\ny\n```\n```py\nz\n```\n\n1. one\n   ```sh\n   ls\n   cd\n   ```\n2. two"
            ),
        ],
        _look,
        COLOURS,
    )
    assert codes == ["x = 'Marta'\n\ny", "z", "ls\ncd"]
    frames = sorted((index, language) for index, language, _ in code_frames(document))
    assert frames == [(0, "py"), (1, "py"), (2, "sh")]


def test_tables_lists_and_quotations_are_kept() -> None:
    document = _document("| a | b |\n|---|---|\n| ", value("x|y"), " | 2 |\n\n> quote\n\n- [ ] do")
    assert "x|y" in document.toPlainText()
    frames = document.rootFrame().childFrames()
    assert len(frames) == 1


def test_a_very_long_reply_is_shown_as_it_is_and_cut() -> None:
    document = _document("**x** ", "a" * LONGEST_MARKDOWN)
    assert document.toPlainText().startswith("**x** aaa")
    fill_plain(document, [Fragment("b" * (LONGEST_SHOWN + 5))], _look)
    assert document.toPlainText() == "b" * LONGEST_SHOWN + "…"


def test_signs_beside_values_are_not_copied() -> None:
    document = _document("Hi ", Fragment("<Email_9>", MarkState.UNRESOLVED), " and **so**")
    assert document.toPlainText() == "Hi <Email_9>? and so"
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    assert selected_text(cursor) == "Hi <Email_9> and so"


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.text(alphabet="ab *_`#[]()!<>|\\\n-1.:/😀：\U000f0000", max_size=12),
            st.sampled_from(["", "VALUE", "V*U_E", "[v](http://v.example)"]),
        ),
        max_size=6,
    )
)
def test_whatever_is_around_values_stay_whole_and_out_of_addresses(
    pieces: list[tuple[str, str]],
) -> None:
    parts: list[Any] = []
    for plain, text in pieces:
        parts += [plain] + ([value(text)] if text else [])
    document = _document(*parts)
    for text, made in _formats(document):
        for address in (made.anchorHref(), made.toImageFormat().name()):
            assert "V*U_E" not in address
            assert "VALUE" not in address
        assert not any(0xF0001 <= ord(char) <= 0xF0020 for char in text)
