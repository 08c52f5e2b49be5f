"""Builds the document of one message: Markdown first, values afterwards.

A value never meets the Markdown parser: each place that stands for one goes through it as a single
private-use character and is replaced in the finished document. So a value cannot turn into markup,
and where the character ended up in an address, the placeholder is put there and never the value.
Nothing is ever loaded: images become their alternative text and address.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)

from app.ui.conversation.fragments import Fragment, masked_text, shown_text
from app.ui.conversation.markdown_style import MarkdownColours, style_document
from app.ui.widgets.link_dialog import OPENABLE

# Above this many characters a message is shown as plain text: laying out Markdown of that size
# would hold up the window for longer than a second.
LONGEST_MARKDOWN = 60_000
# Above this many, only the beginning is shown; copying still gives the whole message.
LONGEST_SHOWN = 400_000

# On a fragment's format: a sign to show behind it. On the sign's own format: that it is one.
SIGN = int(QTextFormat.Property.UserProperty) + 3
IS_SIGN = SIGN + 1
# On a fragment's format: what the assistant has in its place, and which place it is, so that two
# neighbours with one placeholder stay two.
MASKED = SIGN + 2
PLACE = SIGN + 3

_PRIVATE_USE = range(0xF0000, 0xFFFFE)
_GITHUB = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub.value
    | QTextDocument.MarkdownFeature.MarkdownNoHTML.value
)
_STARS = re.compile(r"(?<=\S)(\*{1,3})(?=[^\s*])")
_FENCE = re.compile(r"^( {0,16})(`{3,}|~{3,})([^`]*)$")

Look = Callable[[Fragment], QTextCharFormat]


class InertDocument(QTextDocument):
    """A document that loads nothing, whatever its text asks for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty document."""
        super().__init__(parent)
        self.setUndoRedoEnabled(False)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Qt asks for an image or a style sheet: there is none."""
        return None


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The private-use characters that stand for fragments; `empty` stands for nothing."""

    fragments: dict[str, Fragment]
    empty: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(self.empty)}{''.join(self.fragments)}]")

    def in_address(self, text: str) -> str:
        """Return an address with placeholders where tokens were, never values."""
        return self.pattern.sub(
            lambda found: self.fragments[found[0]].masked if found[0] in self.fragments else "",
            text,
        )

    def in_clear(self, text: str) -> str:
        """Return text that is shown, with what the user may see in place of tokens."""
        return self.pattern.sub(
            lambda found: self.fragments[found[0]].text if found[0] in self.fragments else "",
            text,
        )


def fill_markdown(
    document: QTextDocument,
    fragments: Sequence[Fragment],
    look: Look,
    colours: MarkdownColours,
) -> list[str]:
    """Show `fragments` as Markdown; return the texts of the code blocks, values in clear.

    `look` returns the format of a fragment that stands for something. Text that leaves no
    private-use characters free, or is longer than `LONGEST_MARKDOWN`, is shown as it is.
    """
    tokens = _tokens(fragments)
    if tokens is None or sum(len(each.text) for each in fragments) > LONGEST_MARKDOWN:
        fill_plain(document, fragments, look)
        return []
    by_fragment = iter(tokens.fragments)
    source = "".join(each.text if each.state is None else next(by_fragment) for each in fragments)
    source = _with_fences_apart(_with_firm_emphasis(source, tokens.empty), tokens.empty)
    document.setMarkdown(source, QTextDocument.MarkdownFeature(_GITHUB))
    # One edit for all that follows, so that the document is laid out once and not at each change.
    edit = QTextCursor(document)
    edit.beginEditBlock()
    _disarm(document, tokens)
    _put_values(document, tokens, look)
    codes = style_document(document, colours)
    edit.endEditBlock()
    return codes


def fill_plain(document: QTextDocument, fragments: Sequence[Fragment], look: Look) -> None:
    """Show `fragments` exactly as they are, up to `LONGEST_SHOWN` characters."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    spaced = QTextBlockFormat()
    spaced.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(spaced)
    plain = QTextCharFormat()
    left = LONGEST_SHOWN
    for place, each in enumerate(fragments):
        text = each.text[:left]
        left -= len(text)
        made = plain if each.state is None else _placed(look(each), each, place)
        cursor.insertText(text, made)
        _add_sign(cursor, made)
        if left <= 0:
            cursor.insertText("…", plain)
            break
    cursor.endEditBlock()


def _tokens(fragments: Sequence[Fragment]) -> _Tokens | None:
    marked = [each for each in fragments if each.state is not None]
    used = set(masked_text(fragments)) | set(shown_text(fragments))
    free = list(map(chr, _PRIVATE_USE[: len(marked) + len(used) + 1]))
    free = [char for char in free if char not in used]
    if len(free) <= len(marked):
        return None
    return _Tokens(dict(zip(free[1:], marked, strict=False)), free[0])


def _with_firm_emphasis(source: str, nothing: str) -> str:
    """Return `source` with `nothing` between stars and full-width punctuation.

    CommonMark closes no emphasis in "**重点：**后面", because the stars stand between punctuation
    and a letter; a letter-like character that is taken out again afterwards makes it work.
    """

    def firm(found: re.Match[str]) -> str:
        before = source[found.start() - 1]
        after = source[found.end()]
        left = nothing if _is_wide_punctuation(before) else ""
        right = nothing if _is_wide_punctuation(after) else ""
        return f"{left}{found[1]}{right}"

    return _STARS.sub(firm, source)


def _with_fences_apart(source: str, nothing: str) -> str:
    """Return `source` with code blocks set apart from what is around them.

    Qt's document does not tell two neighbouring code blocks of one language apart, so they get a
    paragraph of `nothing` between them; and in a list without blank lines it makes a list item of
    each line of code, so an indented block gets blank lines around it.
    """
    lines: list[str] = []
    fence = ""
    closed = False
    for line in source.split("\n"):
        found = _FENCE.match(line)
        if found and not fence:
            lines += ["", f"{found[1]}{nothing}", ""] if closed else [""] * bool(found[1])
            fence = found[2]
        elif found and found[2].startswith(fence) and not found[3].strip():
            fence, closed = "", True
            lines += [line, ""] if found[1] else [line]
            continue
        elif not fence and line.strip():
            closed = False
        lines.append(line)
    return "\n".join(lines)


def _is_wide_punctuation(char: str) -> bool:
    return ord(char) > 0x2000 and unicodedata.category(char)[0] == "P"


def _pieces(document: QTextDocument) -> Iterator[QTextFragment]:
    block = document.begin()
    while block.isValid():
        yield from _block_pieces(block)
        block = block.next()


def _block_pieces(block: QTextBlock) -> Iterator[QTextFragment]:
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def _disarm(document: QTextDocument, tokens: _Tokens) -> None:
    """Turn images into text and clean every address and title of tokens."""
    edits: list[tuple[int, int, QTextCharFormat, str | None]] = []
    for piece in _pieces(document):
        made = piece.charFormat()
        if made.isImageFormat():
            edits.append((piece.position(), piece.length(), *_image_text(made, tokens)))
        elif made.isAnchor():
            edits.append((piece.position(), piece.length(), _safe_link(made, tokens), None))
    cursor = QTextCursor(document)
    for position, length, made, text in reversed(edits):
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        if text is None:
            cursor.setCharFormat(made)
        else:
            cursor.insertText(text, made)


def _image_text(made: QTextCharFormat, tokens: _Tokens) -> tuple[QTextCharFormat, str]:
    image = made.toImageFormat()
    plain = QTextCharFormat()
    plain.setFontItalic(True)
    alternative = str(image.property(QTextFormat.Property.ImageAltText) or "")
    address = tokens.in_address(image.name())
    return plain, f"[{alternative or '…'}] ({address})"


def _safe_link(made: QTextCharFormat, tokens: _Tokens) -> QTextCharFormat:
    address = tokens.in_address(made.anchorHref())
    safe = QTextCharFormat(made)
    if QUrl(address).scheme().lower() in OPENABLE:
        safe.setAnchorHref(address)
        safe.setToolTip(address)
    else:
        safe.setAnchor(False)
        safe.clearProperty(QTextFormat.Property.AnchorHref)
        safe.clearProperty(QTextFormat.Property.IsAnchor)
        safe.clearProperty(QTextFormat.Property.TextToolTip)
    return safe


def _put_values(document: QTextDocument, tokens: _Tokens, look: Look) -> None:
    """Replace every token in the text by its fragment's text, from the end to the start."""
    places: list[tuple[int, str]] = []
    block = document.begin()
    while block.isValid():
        text, astral = block.text(), 0
        for index, char in enumerate(text):
            if char > "\uffff":
                if char == tokens.empty or char in tokens.fragments:
                    places.append((block.position() + index + astral, char))
                astral += 1
        block = block.next()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for place, (position, char) in reversed(list(enumerate(places))):
        cursor.setPosition(position)
        cursor.setPosition(position + 2, QTextCursor.MoveMode.KeepAnchor)
        fragment = tokens.fragments.get(char)
        if fragment is None:
            cursor.removeSelectedText()
            continue
        made = cursor.charFormat()
        made.merge(_placed(look(fragment), fragment, place))
        if made.isAnchor():
            made.setToolTip(made.anchorHref())
        cursor.insertText(fragment.text.replace("\n", "\u2028"), made)
        _add_sign(cursor, made)
    cursor.endEditBlock()


def _placed(made: QTextCharFormat, fragment: Fragment, place: int) -> QTextCharFormat:
    if fragment.placeholder:
        made.setProperty(MASKED, fragment.placeholder)
        made.setProperty(PLACE, place)
    return made


def _add_sign(cursor: QTextCursor, made: QTextCharFormat) -> None:
    """Insert the sign that `made` asks for, as text that copying leaves out."""
    sign = made.property(SIGN)
    if sign:
        small = QTextCharFormat(made)
        small.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        small.setProperty(IS_SIGN, True)  # noqa: FBT003 - Qt's own signature
        cursor.insertText(str(sign), small)


def selected_text(cursor: QTextCursor, *, masked: bool = False) -> str:
    """Return the text that `cursor` selects, without the signs that we put beside values.

    `masked` gives placeholders in place of values, whole ones for values that are cut.
    """
    document = QTextDocument()
    copy = QTextCursor(document)
    copy.insertFragment(cursor.selection())
    for start, end, text in reversed(_changes(document, masked=masked)):
        copy.setPosition(start)
        copy.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        copy.insertText(text)
    return document.toPlainText()


def _changes(document: QTextDocument, *, masked: bool) -> list[tuple[int, int, str]]:
    """Return what must be replaced for copying: from, to, and by what."""
    changes: list[tuple[int, int, str]] = []
    before = None
    for piece in _pieces(document):
        made = piece.charFormat()
        start, end = piece.position(), piece.position() + piece.length()
        place = made.property(PLACE)
        if made.property(IS_SIGN):
            changes.append((start, end, ""))
        elif masked and place is not None and place == before:
            # A value of several lines is one piece a line.
            changes[-1] = (changes[-1][0], end, changes[-1][2])
        elif masked and place is not None:
            changes.append((start, end, str(made.property(MASKED))))
        before = place
    return changes
