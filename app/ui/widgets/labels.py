"""Titles and paragraphs, as every page has them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def heading(name: str) -> QLabel:
    """Return an empty page title called `name`."""
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("role", "title")
    label.setWordWrap(True)
    return label


def prose(name: str, role: str = "muted") -> QLabel:
    """Return an empty paragraph called `name` that wraps, drawn as `role` says."""
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role in ("notice", "card"):
        label.setMargin(12)
    return label
