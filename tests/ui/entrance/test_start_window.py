"""First start and unlocking, on the real window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.errors import KnownError
from app.ui.entrance.start_window import StartWindow
from app.ui.widgets.passphrase_field import PRIVATE_INPUT
from tests.ui.hands import child, click, press, type_text

GOOD = "otter lantern gravel mosaic"


class _RefusedError(KnownError):
    sentence = "It did not open. Nothing was changed."


@pytest.fixture
def first(qtbot: QtBot) -> Iterator[StartWindow]:
    window = StartWindow(first=True)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


@pytest.fixture
def unlock(qtbot: QtBot) -> Iterator[StartWindow]:
    window = StartWindow(first=False)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def _line(window: StartWindow, name: str) -> QLineEdit:
    return child(window, QLineEdit, name)


def _button(window: StartWindow, name: str) -> QPushButton:
    return child(window, QPushButton, name)


def _label(window: StartWindow, name: str) -> QLabel:
    return child(window, QLabel, name)


def _to_name_page(window: StartWindow) -> None:
    type_text(_line(window, "passphrase"), GOOD)
    type_text(_line(window, "passphraseAgain"), GOOD)
    press(_line(window, "passphraseAgain"), Qt.Key.Key_Return)


def _to_offer_page(window: StartWindow) -> None:
    _to_name_page(window)
    press(_line(window, "ownName"), Qt.Key.Key_Return)


def test_the_first_start_works_by_keyboard_alone(qtbot: QtBot, first: StartWindow) -> None:
    assert first.focusWidget() is _line(first, "passphrase")
    for key in GOOD:
        type_text(first.focusWidget(), key)
    press(first.focusWidget(), Qt.Key.Key_Return)
    assert first.focusWidget() is _line(first, "passphraseAgain")
    type_text(first.focusWidget(), GOOD)
    press(first.focusWidget(), Qt.Key.Key_Return)
    assert first.focusWidget() is _line(first, "ownName")
    type_text(first.focusWidget(), " Robin Example ")
    press(first.focusWidget(), Qt.Key.Key_Return)
    assert first.focusWidget() is _button(first, "offerSetUp")
    press(first.focusWidget(), Qt.Key.Key_Tab)
    assert first.focusWidget() is _button(first, "offerLater")
    with qtbot.waitSignal(first.create_requested) as caught:
        press(first.focusWidget(), Qt.Key.Key_Space)
    assert caught.args == [GOOD, "Robin Example", False]


def test_the_name_may_stay_empty(qtbot: QtBot, first: StartWindow) -> None:
    _to_name_page(first)
    click(_button(first, "nameNext"))
    with qtbot.waitSignal(first.create_requested) as caught:
        click(_button(first, "offerLater"))
    assert caught.args == [GOOD, "", False]


def test_the_private_reader_is_offered_and_says_what_fits(qtbot: QtBot, first: StartWindow) -> None:
    _to_offer_page(first)
    assert not _label(first, "offerFits").isVisible()
    first.describe_reader(lambda: "A small one fits.")
    assert _label(first, "offerFits").isVisible()
    assert _label(first, "offerFits").text() == "A small one fits."
    with qtbot.waitSignal(first.create_requested) as caught:
        press(first.focusWidget(), Qt.Key.Key_Return)
    assert caught.args == [GOOD, "", True]


def test_back_from_the_offer_leads_to_the_name(first: StartWindow) -> None:
    _to_offer_page(first)
    click(_button(first, "offerBack"))
    assert first.focusWidget() is _line(first, "ownName")


def test_a_short_passphrase_leads_nowhere(first: StartWindow) -> None:
    for name in ("passphrase", "passphraseAgain"):
        type_text(_line(first, name), "short")
    assert not _button(first, "firstRunNext").isEnabled()
    press(_line(first, "passphraseAgain"), Qt.Key.Key_Return)
    assert not _line(first, "ownName").isVisible()
    assert "8" in _label(first, "strengthWords").text()


def test_two_different_passphrases_are_told_and_can_be_mended(first: StartWindow) -> None:
    type_text(_line(first, "passphrase"), GOOD)
    type_text(_line(first, "passphraseAgain"), f"{GOOD}x")
    press(_line(first, "passphraseAgain"), Qt.Key.Key_Return)
    assert _label(first, "firstRunProblem").isVisible()
    assert first.focusWidget() is _line(first, "passphrase")
    press(_line(first, "passphraseAgain"), Qt.Key.Key_Backspace)
    assert not _label(first, "firstRunProblem").isVisible()


def test_the_strength_bar_says_in_words_what_it_shows(first: StartWindow) -> None:
    bar = child(first, QProgressBar, "strengthBar")
    heard = []
    for text in ("kite", "password1", "otter lantern gravel mosaic pickle"):
        _line(first, "passphrase").clear()
        type_text(_line(first, "passphrase"), text)
        heard.append((bar.value(), bar.accessibleDescription()))
    assert [value for value, _ in heard] == [0, 1, 3]
    assert len({words for _, words in heard}) == 3


def test_a_failure_keeps_what_was_typed(qtbot: QtBot, first: StartWindow) -> None:
    _to_name_page(first)
    type_text(_line(first, "ownName"), "Robin")
    click(_button(first, "nameNext"))
    click(_button(first, "offerLater"))
    assert not _button(first, "offerLater").isEnabled()
    assert _label(first, "offerBusy").isVisible()
    first.show_failure(_RefusedError())
    assert _label(first, "offerProblem").text() == _RefusedError.sentence
    with qtbot.waitSignal(first.create_requested) as caught:
        click(_button(first, "offerLater"))
    assert caught.args == [GOOD, "Robin", False]


def test_a_failure_before_anything_is_typed_is_seen(first: StartWindow) -> None:
    first.show_failure(_RefusedError())
    assert _label(first, "firstRunProblem").isVisible()
    assert not _label(first, "offerProblem").isVisible()


def test_back_keeps_the_passphrase(first: StartWindow) -> None:
    _to_name_page(first)
    click(_button(first, "nameBack"))
    assert _line(first, "passphrase").isVisible()
    assert _line(first, "passphrase").text() == GOOD


def test_passphrases_are_hidden_and_predicted_by_nobody(first: StartWindow) -> None:
    for name in ("passphrase", "passphraseAgain"):
        line = _line(first, name)
        assert line.echoMode() is QLineEdit.EchoMode.Password
        assert line.inputMethodHints() & PRIVATE_INPUT == PRIVATE_INPUT


def test_showing_them_keeps_the_hints(first: StartWindow) -> None:
    child(first, QCheckBox, "showPassphrase").setChecked(True)
    for name in ("passphrase", "passphraseAgain"):
        line = _line(first, name)
        assert line.echoMode() is QLineEdit.EchoMode.Normal
        assert line.inputMethodHints() & PRIVATE_INPUT == PRIVATE_INPUT


def test_after_use_nothing_is_left_in_the_fields(first: StartWindow) -> None:
    child(first, QCheckBox, "showPassphrase").setChecked(True)
    _to_name_page(first)
    first.finish()
    for name in ("passphrase", "passphraseAgain", "ownName"):
        line = _line(first, name)
        assert not line.text()
        assert not line.isUndoAvailable()
    assert _line(first, "passphrase").echoMode() is QLineEdit.EchoMode.Password


def test_unlocking_by_keyboard(qtbot: QtBot, unlock: StartWindow) -> None:
    assert not _button(unlock, "unlockOpen").isEnabled()
    type_text(unlock.focusWidget(), GOOD)
    with qtbot.waitSignal(unlock.unlock_requested) as caught:
        press(unlock.focusWidget(), Qt.Key.Key_Return)
    assert caught.args == [GOOD]


def test_while_the_vault_opens_no_second_try_starts(qtbot: QtBot, unlock: StartWindow) -> None:
    type_text(_line(unlock, "passphrase"), GOOD)
    click(_button(unlock, "unlockOpen"))
    assert child(unlock, QProgressBar, "unlockProgress").isVisible()
    with qtbot.assertNotEmitted(unlock.unlock_requested):
        click(_button(unlock, "unlockOpen"))
        press(_line(unlock, "passphrase"), Qt.Key.Key_Return)


def test_a_refusal_is_told_and_the_passphrase_typed_over(unlock: StartWindow) -> None:
    type_text(_line(unlock, "passphrase"), "wrong one")
    press(_line(unlock, "passphrase"), Qt.Key.Key_Return)
    unlock.show_failure(_RefusedError())
    assert _label(unlock, "unlockProblem").text() == _RefusedError.sentence
    assert not child(unlock, QProgressBar, "unlockProgress").isVisible()
    type_text(unlock.focusWidget(), "right one")
    assert _line(unlock, "passphrase").text() == "right one"


def test_after_unlocking_the_field_is_empty(unlock: StartWindow) -> None:
    type_text(_line(unlock, "passphrase"), GOOD)
    unlock.finish()
    assert not _line(unlock, "passphrase").text()
    assert not _line(unlock, "passphrase").isUndoAvailable()
    assert not unlock.isVisible()


def test_tab_goes_forward_before_it_goes_back(first: StartWindow) -> None:
    _to_name_page(first)
    seen = []
    for _ in range(2):
        focused = first.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Tab)
        focused = first.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
    assert seen == ["nameNext", "nameBack"]


def test_tab_follows_the_page_from_top_to_bottom(first: StartWindow) -> None:
    for name in ("passphrase", "passphraseAgain"):
        child(first, QLineEdit, name).setText(GOOD)
    seen = []
    for _ in range(3):
        focused = first.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Tab)
        seen.append(getattr(first.focusWidget(), "objectName", str)())
    assert seen == ["passphraseAgain", "showPassphrase", "firstRunNext"]
