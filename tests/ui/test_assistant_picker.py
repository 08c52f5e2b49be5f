"""The chooser of assistant and model."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from app.store.providers import MIRROR_ID, Provider
from app.ui.assistant_picker import AssistantPicker, PickerPopup
from tests.ui.hands import child, click, press, type_text

MIRROR = Provider("mirror", "mirror", "Mirror", "", "mirror", id=MIRROR_ID)
ONE = Provider("custom", "openai", "First House", "https://one.example/v1", "small", id=2)
OTHER = Provider("custom", "anthropic", "Second House", "https://two.example", "", id=3)


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[AssistantPicker]:
    made = AssistantPicker()
    qtbot.addWidget(made)
    made.set_providers([MIRROR, ONE, OTHER])
    made.set_models(2, ["small", "large", "large-vision"])
    made.select(MIRROR_ID, "mirror")
    made.show()
    yield made
    made.close()


def _button(picker: AssistantPicker) -> QPushButton:
    return child(picker, QPushButton, "pickerButton")


def _popup(picker: AssistantPicker) -> PickerPopup:
    return child(picker, PickerPopup)


def _search(picker: AssistantPicker) -> QLineEdit:
    return child(_popup(picker), QLineEdit, "pickerSearch")


def _rows(picker: AssistantPicker) -> list[str]:
    rows = child(_popup(picker), QListWidget, "pickerList")
    return [rows.item(row).text() for row in range(rows.count())]


def _current(picker: AssistantPicker) -> str:
    return child(_popup(picker), QListWidget, "pickerList").currentItem().text()


def test_it_says_plainly_when_it_is_the_mirror(picker: AssistantPicker) -> None:
    assert "no account, nothing leaves" in _button(picker).text()
    assert "nothing leaves" in _button(picker).accessibleName()


def test_it_names_provider_and_model(picker: AssistantPicker) -> None:
    picker.select(2, "large")
    assert "First House · large" in _button(picker).text()
    picker.select(2, "")
    assert "First House · small" in _button(picker).text()


def test_a_removed_provider_asks_for_another(picker: AssistantPicker) -> None:
    picker.select(2, "large")
    picker.set_providers([MIRROR])
    assert "Choose an assistant" in _button(picker).text()


def test_a_long_name_is_cut_and_told_whole(picker: AssistantPicker) -> None:
    picker.set_providers([Provider("custom", "openai", "R&D " * 20, "", "m", id=9)])
    picker.select(9, "m")
    assert len(_button(picker).text().replace("&&", "&")) < 60
    assert "R&D R&D" in _button(picker).accessibleName()


def test_without_room_the_name_is_cut_on_the_right(picker: AssistantPicker) -> None:
    button = _button(picker)
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    button.setFixedWidth(120)
    picker.select(2, "large")
    cut = button.grab().toImage()
    picker.select(2, "large-vision")
    # The same beginning fits, so the same is drawn.
    assert button.grab().toImage() == cut
    picker.select(3, "large")
    assert button.grab().toImage() != cut
    assert "Second House" in button.toolTip()


def test_the_list_shows_all(picker: AssistantPicker) -> None:
    click(_button(picker))
    rows = _rows(picker)
    assert rows[0] == "✓ Mirror · no account, nothing leaves"
    assert rows[1:5] == ["First House", "small", "large", "large-vision"]
    assert rows[5:7] == ["Second House", "Read the list of models"]
    assert _current(picker).startswith("✓")


def test_choosing_by_keyboard(qtbot: QtBot, picker: AssistantPicker) -> None:
    picker.open_list()
    press(_search(picker), Qt.Key.Key_Down)
    assert _current(picker) == "small"
    press(_search(picker), Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.chosen) as caught:
        press(_search(picker), Qt.Key.Key_Return)
    assert caught.args == [2, "large"]
    assert not _popup(picker).isVisible()
    assert "large" in _button(picker).text()


def test_searching(qtbot: QtBot, picker: AssistantPicker) -> None:
    picker.open_list()
    type_text(_search(picker), "VISION")
    assert _current(picker) == "large-vision"
    with qtbot.waitSignal(picker.chosen) as caught:
        press(_search(picker), Qt.Key.Key_Return)
    assert caught.args == [2, "large-vision"]


def test_a_model_may_be_typed(qtbot: QtBot, picker: AssistantPicker) -> None:
    picker.open_list()
    type_text(_search(picker), "brand-new")
    row = "Use “brand-new” at Second House"
    while _current(picker) != row:
        press(_search(picker), Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.chosen) as caught:
        press(_search(picker), Qt.Key.Key_Return)
    assert caught.args == [3, "brand-new"]


def test_a_list_that_is_not_known_can_be_read(qtbot: QtBot, picker: AssistantPicker) -> None:
    picker.open_list()
    type_text(_search(picker), "second")
    with qtbot.waitSignal(picker.models_requested) as caught:
        press(_search(picker), Qt.Key.Key_Return)
    assert caught.args == [3]
    assert _popup(picker).isVisible()
    picker.set_models(3, ["calm", "quick"])
    assert "calm" in _rows(picker)


def test_settings(qtbot: QtBot, picker: AssistantPicker) -> None:
    picker.open_list()
    for _ in range(20):
        press(_search(picker), Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.settings_requested):
        press(_search(picker), Qt.Key.Key_Return)


def test_escape_closes_and_changes_nothing(qtbot: QtBot, picker: AssistantPicker) -> None:
    picker.open_list()
    with qtbot.assertNotEmitted(picker.chosen):
        press(_search(picker), Qt.Key.Key_Escape)
    assert not _popup(picker).isVisible()


def test_a_list_of_thousands_stays_short(picker: AssistantPicker) -> None:
    picker.set_models(2, [f"model-{number}" for number in range(5000)])
    picker.open_list()
    assert len(_rows(picker)) < 400
