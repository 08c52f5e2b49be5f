"""Testing a model on a sample, as the dialog shows it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.chat.trial import Tried
from app.detect.model.engines import Step
from app.detect.model.failures import NotEnoughMemory
from app.privacy.levels import Level
from app.privacy.span import Span
from app.ui.private_reader.trial_dialog import TrialDialog
from tests.ui.hands import child, press


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[TrialDialog]:
    made = TrialDialog("Small")
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def _span(start: int, text: str, name: str, level: Level) -> Span:
    return Span(start, start + len(text), text, name, level, "model", "model", 0.8)


def _said(dialog: TrialDialog) -> str:
    return child(dialog, QLabel, "trialSaid").text()


def test_the_sample_is_read_at_once_or_changed_first(qtbot: QtBot, dialog: TrialDialog) -> None:
    assert dialog.focusWidget() is child(dialog, QPushButton, "trialTest")
    sample = child(dialog, QPlainTextEdit, "trialSample")
    with qtbot.waitSignal(dialog.requested) as caught:
        press(dialog.focusWidget(), Qt.Key.Key_Return)
    assert caught.args == [sample.toPlainText()]
    assert "Dana Whitfield" in sample.toPlainText()
    assert child(dialog, QProgressBar, "trialBar").isVisible()
    assert not child(dialog, QPushButton, "trialTest").isEnabled()


def test_nothing_and_too_much_cannot_be_read(dialog: TrialDialog) -> None:
    sample = child(dialog, QPlainTextEdit, "trialSample")
    for text, can in ((" \n", False), ("x" * 2001, False), ("x" * 2000, True)):
        sample.setPlainText(text)
        assert child(dialog, QPushButton, "trialTest").isEnabled() is can


def test_what_was_found_is_told_with_signs_and_time(dialog: TrialDialog) -> None:
    child(dialog, QPushButton, "trialTest").click()
    steps = []
    for step in (Step.LOADING, Step.READING, Step.RESTARTING):
        dialog.show_step(step)
        steps.append(_said(dialog))
    assert len(set(steps)) == 3
    name = _span(0, "Dana", "Real Name", Level.PL2)
    debt = _span(9, "4,200 euros", "Debt/Loan Info", Level.PL3)
    code = _span(30, "1234", "PIN", Level.PL4)
    again = _span(40, "Dana", "Real Name", Level.PL2)
    dialog.show_tried(Tried((name, debt, code, again), 3.42))
    found = child(dialog, QListWidget, "trialFound")
    assert [found.item(row).text() for row in range(found.count())] == [
        "● Identifying · Name: Dana",
        "▲ Highly sensitive · Debt or loan: 4,200 euros",
        "■ Secret · PIN: 1234",
    ]
    assert "3.4 s" in _said(dialog)
    assert child(dialog, QPushButton, "trialTest").isEnabled()
    assert not child(dialog, QProgressBar, "trialBar").isVisible()


def test_finding_nothing_is_said(dialog: TrialDialog) -> None:
    dialog.show_tried(Tried((), 12.3))
    assert "nothing private" in _said(dialog)
    assert "12 s" in _said(dialog)
    assert not child(dialog, QListWidget, "trialFound").isVisible()


def test_a_failure_is_said_and_can_be_tried_again(dialog: TrialDialog) -> None:
    child(dialog, QPushButton, "trialTest").click()
    dialog.show_failure(NotEnoughMemory(detector="model", needed=4000, free=900))
    assert "4000 MB" in _said(dialog)
    assert child(dialog, QPushButton, "trialTest").isEnabled()


def test_a_sample_of_the_users_own_outlives_a_change_of_language(dialog: TrialDialog) -> None:
    sample = child(dialog, QPlainTextEdit, "trialSample")
    sample.setPlainText("My own words")
    QCoreApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert sample.toPlainText() == "My own words"


def test_closing_stops_the_reading(qtbot: QtBot, dialog: TrialDialog) -> None:
    with qtbot.waitSignal(dialog.stopped):
        press(dialog, Qt.Key.Key_Escape)
