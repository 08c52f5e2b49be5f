"""Sizes of windows: the first one in lines of text, and one in which no wrapped text is cut."""

from PySide6.QtWidgets import QWidget

_SCREEN_SHARE = 0.9


def resize_in_lines(widget: QWidget, width: int, height: int) -> None:
    """Give a window its first size, in heights of a line, but within its screen."""
    line = widget.fontMetrics().lineSpacing()
    room = widget.screen().availableSize() * _SCREEN_SHARE
    widget.resize(min(width * line, room.width()), min(height * line, room.height()))


def grow_to_fit(widget: QWidget) -> None:
    """Make a window high enough for its wrapped texts at its width; Qt's least size is not."""
    layout = widget.layout()
    if layout is None:
        return
    if not widget.isVisible():
        widget.adjustSize()
    layout.activate()
    width = max(widget.width(), widget.minimumWidth(), layout.totalMinimumSize().width())
    height = min(
        max(widget.height(), layout.totalHeightForWidth(width)),
        int(widget.screen().availableSize().height() * _SCREEN_SHARE),
    )
    widget.resize(width, height)
