"""The sign in the composer and the bar above it say what the private reader does."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.detect.model.failures import ReaderTooSlow
from app.ui.composer.reader_sign import ReaderSign
from app.ui.composer.reader_state import ReaderState
from app.ui.conversation.reader_bar import ReaderBar
from tests.ui.hands import child, click

SHOWN = [state for state in ReaderState if state not in (ReaderState.NONE, ReaderState.WAITING)]


@pytest.fixture
def sign(qtbot: QtBot) -> ReaderSign:
    made = ReaderSign()
    qtbot.addWidget(made)
    return made


def test_every_state_has_a_shape_words_and_an_explanation_of_its_own(sign: ReaderSign) -> None:
    told = []
    for state in SHOWN:
        sign.show_state(state)
        sign.resize(sign.sizeHint())
        assert sign.isVisible()
        told.append((sign.text(), sign.accessibleName(), sign.toolTip()))
    for kind in zip(*told, strict=True):
        assert all(kind)
        assert len(set(kind)) == len(SHOWN)


def test_it_takes_no_room_where_there_is_nothing_to_say(sign: ReaderSign) -> None:
    sign.show_state(ReaderState.READ)
    sign.show_state(ReaderState.NONE)
    assert sign.isHidden()
    assert sign.accessibleName() == ""


def test_the_words_give_way_where_there_is_no_room(sign: ReaderSign, qtbot: QtBot) -> None:
    sign.show_state(ReaderState.LOADING)
    sign.resize(sign.sizeHint())
    assert sign.text().endswith("ready")
    sign.resize(sign.minimumSizeHint())
    qtbot.waitUntil(lambda: sign.text() == "◌")
    assert sign.accessibleName().endswith("ready")


@pytest.fixture
def bar(qtbot: QtBot) -> ReaderBar:
    made = ReaderBar()
    qtbot.addWidget(made)
    return made


def test_waiting_offers_no_second_try(bar: ReaderBar) -> None:
    bar.wait()
    assert bar.isVisible()
    assert not child(bar, QPushButton, "readerRetry").isVisible()
    assert child(bar, QPushButton, "readerWaive").isVisible()


def test_a_failure_is_said_and_may_be_tried_again(bar: ReaderBar) -> None:
    heard: list[str] = []
    bar.waived.connect(lambda: heard.append("waived"))
    bar.retried.connect(lambda: heard.append("retried"))
    bar.cancelled.connect(lambda: heard.append("cancelled"))
    bar.ask(ReaderTooSlow(detector="model", seconds=90))
    assert "90 seconds" in child(bar, QLabel, "readerBarText").text()
    for name in ("readerRetry", "readerWaive", "readerCancel"):
        click(child(bar, QPushButton, name))
    assert heard == ["retried", "waived", "cancelled"]


def test_another_language_changes_the_words(bar: ReaderBar, sign: ReaderSign) -> None:
    bar.wait()
    sign.show_state(ReaderState.READ)
    for widget in (bar, sign):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert child(bar, QLabel, "readerBarText").text()
    assert sign.accessibleName() == "Read"
