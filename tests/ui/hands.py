"""Finding and using widgets as a person does, with types that a checker can follow."""

from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QObject)


def child(parent: QObject, kind: type[Kind], name: str = "") -> Kind:
    """Return the child of that kind and object name; fail where there is none."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None, f"there is no {kind.__name__} called {name!r}"
    return found


def press(widget: QWidget | None, key: Qt.Key) -> None:
    """Press and release one key."""
    assert widget is not None
    QTest.keyClick(widget, key)


def type_text(widget: QWidget | None, text: str) -> None:
    """Type `text`, which must be ASCII: Qt's test keyboard has no other keys."""
    assert widget is not None
    assert text.isascii()
    QTest.keyClicks(widget, text)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Press and release the left button, in the middle where `at` is None."""
    QTest.mouseClick(
        widget,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        widget.rect().center() if at is None else at,
    )
