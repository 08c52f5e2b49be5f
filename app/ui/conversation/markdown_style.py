"""How a message's Markdown looks: headings, tables, quotes and code, on the 8-pixel grid."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)

# Marks the frame around a code block; its value is the number of the block in the message.
CODE_INDEX = int(QTextFormat.Property.UserProperty) + 1
CODE_LANGUAGE = CODE_INDEX + 1
# Room above the code for the language's name and the copy button, in pixels.
CODE_HEADER = 32
_PADDING = 12
_HEADING_SCALE = {1: 1.45, 2: 1.25, 3: 1.12}
_CODE_SCALE = 0.94
_MONOSPACE = ["Cascadia Mono", "SF Mono", "JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono"]


@dataclass(frozen=True, slots=True)
class MarkdownColours:
    """The colours that a message's own structure needs."""

    muted: str
    border: str
    code: str
    raised: str
    link: str


def style_document(document: QTextDocument, colours: MarkdownColours) -> list[str]:
    """Style a document that was read from Markdown; return the texts of its code blocks."""
    runs: list[tuple[int, int]] = []
    for block in _blocks(document):
        if _is_code(block):
            if runs and runs[-1][1] == block.blockNumber() - 1 and _continues(block):
                runs[-1] = (runs[-1][0], block.blockNumber())
            else:
                runs.append((block.blockNumber(), block.blockNumber()))
        else:
            _style_block(block)
        _style_inline(block, document, colours)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _style_table(frame, colours)
    return _frame_code(document, runs)


def code_frames(document: QTextDocument) -> Iterator[tuple[int, str, QTextFrame]]:
    """Yield (number, language, frame) of every code block of a styled document."""
    waiting = [document.rootFrame()]
    while waiting:
        frame = waiting.pop()
        index = frame.frameFormat().property(CODE_INDEX)
        if index is not None:
            yield int(index), str(frame.frameFormat().property(CODE_LANGUAGE) or ""), frame
        waiting.extend(frame.childFrames())


def quoted_blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs that are quotations."""
    for block in _blocks(document):
        if block.blockFormat().property(QTextFormat.Property.BlockQuoteLevel):
            yield block


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _is_code(block: QTextBlock) -> bool:
    made = block.blockFormat()
    coded = made.hasProperty(QTextFormat.Property.BlockCodeFence) or made.hasProperty(
        QTextFormat.Property.BlockCodeLanguage
    )
    # Qt leaves the format of a code block on the list item after it.
    return coded and block.textList() is None


def _continues(block: QTextBlock) -> bool:
    """Whether a code line belongs to the same fence as the line before it."""
    mine, before = block.blockFormat(), block.previous().blockFormat()
    language = QTextFormat.Property.BlockCodeLanguage
    return bool(mine.property(language) == before.property(language))


def _style_block(block: QTextBlock) -> None:
    made = QTextBlockFormat(block.blockFormat())
    level = made.headingLevel()
    first = block.blockNumber() == 0
    listed = block.textList() is not None
    if QTextCursor(block).currentTable() is not None:
        margins = (0, 0)
    elif level:
        margins = (0 if first else 14, 6)
    elif listed:
        margins = (0 if first else 2, 2)
    else:
        margins = (0 if first else 4, 6)
    made.setTopMargin(margins[0])
    made.setBottomMargin(margins[1])
    made.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    quoted = made.property(QTextFormat.Property.BlockQuoteLevel)
    if quoted:
        made.setLeftMargin(18 * int(quoted))
        made.setRightMargin(0)
    QTextCursor(block).setBlockFormat(made)


def _style_inline(block: QTextBlock, document: QTextDocument, colours: MarkdownColours) -> None:
    """Set the sizes of headings and code, the ground of inline code, the colour of links."""
    code = _is_code(block)
    level = block.blockFormat().headingLevel()
    quoted = bool(block.blockFormat().property(QTextFormat.Property.BlockQuoteLevel))
    size = document.defaultFont().pointSizeF() * _HEADING_SCALE.get(level, 1.0)
    changes: list[tuple[int, int, QTextCharFormat]] = []
    iterator = block.begin()
    while not iterator.atEnd():
        piece = iterator.fragment()
        made = QTextCharFormat(piece.charFormat())
        # Qt's own heading sizes are coarser, and would win over a size in points.
        made.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        made.setFontPointSize(size)
        if level:
            made.setFontWeight(QFont.Weight.DemiBold)
        if quoted and not made.hasProperty(QTextFormat.Property.ForegroundBrush):
            made.setForeground(QBrush(QColor(colours.muted)))
        if code or made.hasProperty(QTextFormat.Property.FontStyleHint):
            made.setFontFamilies(_MONOSPACE)
            made.setFontPointSize(size * _CODE_SCALE)
            if not code and not made.hasProperty(QTextFormat.Property.BackgroundBrush):
                made.setBackground(QColor(colours.code))
        if made.isAnchor():
            made.setForeground(QColor(colours.link))
        changes.append((piece.position(), piece.length(), made))
        iterator += 1
    cursor = QTextCursor(block)
    for position, length, made in changes:
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(made)


def _style_table(table: QTextTable, colours: MarkdownColours) -> None:
    made = table.format()
    made.setBorder(1)
    made.setBorderBrush(QColor(colours.border))
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderCollapse(True)
    made.setCellSpacing(0)
    made.setCellPadding(6)
    made.setTopMargin(8)
    made.setBottomMargin(8)
    table.setFormat(made)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        ground = QTextTableCellFormat(cell.format().toTableCellFormat())
        ground.setBackground(QColor(colours.raised))
        cell.setFormat(ground)


def _frame_code(document: QTextDocument, runs: list[tuple[int, int]]) -> list[str]:
    """Move every run of code lines into a frame of its own; return their texts in order."""
    texts: list[str] = []
    for first, last in runs:
        lines = [document.findBlockByNumber(number) for number in range(first, last + 1)]
        texts.append("\n".join(line.text().replace("\u2028", "\n") for line in lines))
    for index in range(len(runs) - 1, -1, -1):
        first, last = runs[index]
        start, end = document.findBlockByNumber(first), document.findBlockByNumber(last)
        made = QTextFrameFormat()
        made.setPadding(_PADDING)
        made.setTopMargin(CODE_HEADER)
        made.setBottomMargin(8)
        made.setBorder(0)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setProperty(CODE_INDEX, index)
        language = start.blockFormat().property(QTextFormat.Property.BlockCodeLanguage)
        made.setProperty(CODE_LANGUAGE, language)
        cursor = QTextCursor(start)
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        frame = cursor.insertFrame(made)
        block = frame.firstCursorPosition().block()
        while block.isValid() and block.position() <= frame.lastPosition():
            _plain_lines(block)
            block = block.next()
        # Qt keeps an empty paragraph on either side of a frame.
        for place in (frame.firstPosition() - 1, frame.lastPosition() + 1):
            _thin(document.findBlock(place))
    return texts


def _thin(block: QTextBlock) -> None:
    if block.isValid() and block.length() == 1:
        made = QTextBlockFormat()
        made.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        QTextCursor(block).setBlockFormat(made)


def _plain_lines(block: QTextBlock) -> None:
    made = QTextBlockFormat(block.blockFormat())
    made.setNonBreakableLines(False)
    made.setTopMargin(0)
    made.setBottomMargin(0)
    made.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(block)
    cursor.setBlockFormat(made)
    # An empty line is as high as its own format says.
    own = QTextCharFormat()
    own.setFontFamilies(_MONOSPACE)
    own.setFontPointSize(block.document().defaultFont().pointSizeF() * _CODE_SCALE)
    cursor.setBlockCharFormat(own)
