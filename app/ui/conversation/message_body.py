"""The text of one message: as tall as it is, selectable, and unable to load or open anything."""

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextBrowser, QToolButton, QWidget

from app.privacy.levels import Level
from app.store.chats import MarkState
from app.ui.conversation.fragments import Fragment
from app.ui.conversation.markdown import (
    SIGN,
    InertDocument,
    fill_markdown,
    fill_plain,
    selected_text,
)
from app.ui.conversation.markdown_style import (
    CODE_HEADER,
    MarkdownColours,
    code_frames,
    quoted_blocks,
)
from app.ui.spans.level_chips import SIGNS
from app.ui.spans.type_names import level_name, type_name
from app.ui.theme import Manner, Theme

# Handled here and not by an action: what is selected is text of this widget.
COPY_MASKED = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C
)
_UNSURE = QTextCharFormat.UnderlineStyle.WaveUnderline


class MessageBody(QTextBrowser):
    """Shows fragments, as Markdown or as they are.

    Signals:
        link_activated(str): the user wants to open this address; nothing was opened.
        copy_requested(): the user pressed the key for copying and had selected nothing.
        copy_masked_requested(): the user pressed the key for copying with placeholders.
    """

    link_activated = Signal(str)
    copy_requested = Signal()
    copy_masked_requested = Signal()

    def __init__(self, theme: Theme, *, hugging: bool = False, parent: QWidget | None = None):
        """Make an empty one; `hugging` ones are only as wide as their longest line."""
        super().__init__(parent)
        self.setObjectName("messageBody")
        self._theme = theme
        self._hugging = hugging
        self._codes: list[str] = []
        self._copy_buttons: list[QToolButton] = []
        self._shown: tuple[tuple[Fragment, ...], bool] = ((), False)
        document = InertDocument(self)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.font())
        document.setIndentWidth(24)
        self.setDocument(document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._on_anchor_clicked)
        document.documentLayout().documentSizeChanged.connect(self._fit)

    def show_markdown(self, fragments: Sequence[Fragment]) -> None:
        """Show `fragments` as Markdown; a selection stays where it is."""
        self._shown = (tuple(fragments), True)
        self._fill()

    def show_plain(self, fragments: Sequence[Fragment]) -> None:
        """Show `fragments` exactly as they are."""
        self._shown = (tuple(fragments), False)
        self._fill()

    def code(self, index: int) -> str:
        """Return the text of a code block, values in clear."""
        return self._codes[index]

    def selected(self, *, masked: bool = False) -> str:
        """Return what is selected: values in clear, or their placeholders."""
        return selected_text(self.textCursor(), masked=masked)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Qt asks for something that the text names: there is nothing."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt copies or drags the selection: plain text only."""
        data = QMimeData()
        data.setText(self.selected())
        return data

    def sizeHint(self) -> QSize:
        """Qt asks how large the text wants to be."""
        return QSize(480, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt reports a new size."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt reports the focus: with the keyboard, a cursor and a ring show where it is."""
        by_keyboard = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self.setCursorWidth(1 if by_keyboard else 0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt reports a key."""
        copying = event.matches(QKeySequence.StandardKey.Copy)
        if copying and not self.textCursor().hasSelection():
            self.copy_requested.emit()
        elif event.keyCombination() == COPY_MASKED:
            self.copy_masked_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt asks for a menu: what can be done with the message, no more."""
        menu = QMenu(self)
        menu.setObjectName("messageMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt reports the wheel: the transcript scrolls, not this."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Qt reports a new font or language among others."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_shown"):
            self.document().setDefaultFont(self.font())
            self._fill()
        elif event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds of code and quotations, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = self._theme.colours
        for _, language, area in self._code_areas():
            painter.setBrush(QColor(colours.code))
            painter.setPen(QColor(colours.border))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            painter.setPen(QColor(colours.muted))
            header = QRectF(area.left() + 12, area.top(), area.width() - 64, CODE_HEADER)
            painter.drawText(header, Qt.AlignmentFlag.AlignVCenter, language)
        layout = self.document().documentLayout()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.border))
        for block in quoted_blocks(self.document()):
            area = layout.blockBoundingRect(block)
            painter.drawRoundedRect(QRectF(2, area.top(), 3, area.height()), 1.5, 1.5)
        painter.end()
        super().paintEvent(event)
        if self.hasFocus() and self.cursorWidth():
            ring = QPainter(self.viewport())
            ring.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring.setPen(QPen(QColor(colours.focus), 2))
            ring.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 6, 6)

    def refresh(self) -> None:
        """Draw again in the theme's newest colours."""
        self._fill()

    def _fill(self) -> None:
        fragments, markdown = self._shown
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        if markdown:
            colours = self._theme.colours
            named = MarkdownColours(
                colours.muted, colours.border, colours.code, colours.raised, colours.link
            )
            self._codes = fill_markdown(self.document(), fragments, self._look, named)
        else:
            self._codes = []
            fill_plain(self.document(), fragments, self._look)
        last = self.document().characterCount() - 1
        if anchor != position and max(anchor, position) <= last:
            cursor = self.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(position, cursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        if self._hugging:
            self._hug()
        self._fit()

    def _look(self, fragment: Fragment) -> QTextCharFormat:
        made = self._theme.level_format(fragment.level, Manner.SHOWN, kept=fragment.kept)
        if fragment.state in (MarkState.LOST, MarkState.PROTECTED):
            made = self._theme.level_format(fragment.level, Manner.CHIP)
            if fragment.state is MarkState.LOST:
                made.setProperty(SIGN, self.tr(" (not kept)"))
        elif fragment.state is MarkState.UNRESOLVED:
            made = QTextCharFormat()
            made.setUnderlineStyle(_UNSURE)
            made.setUnderlineColor(QColor(self._theme.colours.warning))
            made.setForeground(QColor(self._theme.colours.warning))
            made.setProperty(SIGN, "\u00a0?")
        made.setToolTip(self._tip(fragment))
        return made

    def _tip(self, fragment: Fragment) -> str:
        if fragment.kept:
            return self.tr("Sent as typed, as you chose.")
        if fragment.state is MarkState.UNRESOLVED:
            return self.tr("The assistant made this placeholder up. It stands for nothing.")
        if fragment.state is MarkState.LOST:
            return self.tr("A secret that was not kept. Only its placeholder is left.")
        if fragment.state is MarkState.PROTECTED:
            return self.tr("A placeholder inside an address stays as it is, for your safety.")
        level = fragment.level or Level.PL2
        words = self.tr("{sign} {level} · the assistant sees {placeholder}")
        if fragment.type:
            words = self.tr("{sign} {type}, {level} · the assistant sees {placeholder}")
        return words.format(
            sign=SIGNS[level],
            type=type_name(fragment.type),
            level=level_name(level),
            placeholder=fragment.placeholder,
        )

    def _hug(self) -> None:
        document = self.document()
        document.setTextWidth(-1)
        self.setMaximumWidth(math.ceil(document.idealWidth()) + 4)

    def _code_areas(self) -> list[tuple[int, str, QRectF]]:
        layout = self.document().documentLayout()
        found = []
        for index, language, frame in code_frames(self.document()):
            area = layout.frameBoundingRect(frame)
            top = area.top()  # its margin holds the header
            bottom = area.bottom() - frame.frameFormat().bottomMargin()
            found.append((index, language, QRectF(area.left(), top, area.width(), bottom - top)))
        return found

    def _fit(self) -> None:
        height = max(math.ceil(self.document().size().height()), 8)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()
        self._place_copy_buttons()

    def _place_copy_buttons(self) -> None:
        areas = self._code_areas() if self._codes else []
        while len(self._copy_buttons) > len(areas):
            self._copy_buttons.pop().deleteLater()
        while len(self._copy_buttons) < len(areas):
            self._copy_buttons.append(self._copy_button(len(self._copy_buttons)))
        for index, _, area in areas:
            button = self._copy_buttons[index]
            button.setIcon(self._theme.icon("copy", "muted"))
            button.move(round(area.right()) - 34, round(area.top()) + 2)
            button.show()

    def _copy_button(self, index: int) -> QToolButton:
        button = QToolButton(self.viewport())
        button.setObjectName(f"copyCode{index}")
        button.setProperty("kind", "quiet")
        button.setFixedSize(28, 28)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setToolTip(self.tr("Copy this code"))
        button.setAccessibleName(self.tr("Copy this code"))
        button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._codes[index]))
        return button

    def _on_anchor_clicked(self, address: QUrl) -> None:
        # The format's own text: a QUrl has already rewritten parts of it.
        self.link_activated.emit(address.toString())
