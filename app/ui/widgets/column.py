"""A column in the middle of the window, no wider than a line of text should be."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

# In pixels, margins included.
_WIDEST = 832


def column_of(*widgets: QWidget) -> QHBoxLayout:
    """Return a row that holds `widgets` in such a column, one below the other."""
    column = QFrame()
    column.setMaximumWidth(_WIDEST)
    inner = QVBoxLayout(column)
    inner.setContentsMargins(16, 0, 16, 16)
    inner.setSpacing(8)
    for widget in widgets:
        inner.addWidget(widget)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(column, 1000)
    row.addStretch(1)
    return row
