"""First sizes of windows, in lines of text: large text gets large windows."""

from PySide6.QtWidgets import QWidget

_SCREEN_SHARE = 0.9


def resize_in_lines(widget: QWidget, width: int, height: int) -> None:
    """Give a window its first size, in heights of a line, but within its screen."""
    line = widget.fontMetrics().lineSpacing()
    room = widget.screen().availableSize() * _SCREEN_SHARE
    widget.resize(min(width * line, room.width()), min(height * line, room.height()))
