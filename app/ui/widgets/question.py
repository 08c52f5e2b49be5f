"""A question before what cannot be undone; the harmless answer is the usual one."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, what follows from a yes, and what the button of the yes is called.

    `name` is the question's object name, `confirm_name` the button's: the same with "Confirm" after
    it by default.
    """

    name: str
    title: str
    text: str
    told: str
    confirm: str
    confirm_name: str = ""


def ask(
    parent: QWidget,
    question: Question,
    confirmed: Callable[[], object],
    refused: Callable[[], object] = lambda: None,
) -> None:
    """Ask over `parent`, and call one of the two; returns at once."""
    box = QMessageBox(parent)
    box.setObjectName(question.name)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(question.title)
    box.setText(question.text)
    box.setInformativeText(question.told)
    confirm = box.addButton(question.confirm, QMessageBox.ButtonRole.DestructiveRole)
    confirm.setObjectName(question.confirm_name or f"{question.name}Confirm")
    confirm.setProperty("kind", "danger")
    confirm.style().polish(confirm)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)

    def answer() -> None:
        if box.clickedButton() is confirm:
            confirmed()
        else:
            refused()

    box.finished.connect(answer)
    box.open()
