"""The bar that says what went wrong."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.errors import KnownError
from app.ui.failures.bar import FailureBar
from tests.ui.hands import child, click, press


class _OfflineError(KnownError):
    sentence = "No connection to {provider}. Nothing was sent."


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[FailureBar]:
    window = QWidget()
    layout = QVBoxLayout(window)
    made = FailureBar()
    layout.addWidget(QLineEdit())
    layout.addWidget(made)
    qtbot.addWidget(window)
    window.show()
    yield made
    window.close()


def test_it_is_out_of_the_way_until_something_fails(bar: FailureBar) -> None:
    assert not bar.isVisible()
    bar.show_failure(_OfflineError(provider="Example"))
    assert bar.isVisible()
    assert "Example" in child(bar, QLabel, "failureText").text()
    assert not child(bar, QPushButton, "failureAction").isVisible()


def test_it_does_not_take_the_focus(bar: FailureBar) -> None:
    line = child(bar.window(), QLineEdit)
    line.setFocus()
    bar.show_failure(_OfflineError(provider="Example"), FailureBar.RETRY)
    assert bar.window().focusWidget() is line


@pytest.mark.parametrize("action", [FailureBar.RETRY, FailureBar.SETTINGS])
def test_it_offers_what_to_do(qtbot: QtBot, bar: FailureBar, action: str) -> None:
    bar.show_failure(_OfflineError(provider="Example"), action)
    button = child(bar, QPushButton, "failureAction")
    assert button.isVisible()
    with qtbot.waitSignal(bar.action_requested) as caught:
        press(button, Qt.Key.Key_Space)
    assert caught.args == [action]
    assert not bar.isVisible()


def test_it_can_be_closed(qtbot: QtBot, bar: FailureBar) -> None:
    bar.show_failure(_OfflineError(provider="Example"))
    with qtbot.waitSignal(bar.dismissed):
        click(child(bar, QToolButton, "failureClose"))
    assert not bar.isVisible()


def test_the_newest_failure_replaces_the_one_before(bar: FailureBar) -> None:
    bar.show_failure(_OfflineError(provider="Example"), FailureBar.RETRY)
    bar.show_failure(KnownError())
    assert "Example" not in child(bar, QLabel, "failureText").text()
    assert not child(bar, QPushButton, "failureAction").isVisible()


def test_words_from_outside_are_no_markup(bar: FailureBar) -> None:
    bar.show_failure(_OfflineError(provider="<img src='x'>"))
    label = child(bar, QLabel, "failureText")
    assert label.textFormat() is Qt.TextFormat.PlainText
