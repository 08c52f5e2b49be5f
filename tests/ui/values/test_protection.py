"""How placeholders look, whose numbers they are, and which secrets are kept: over a real vault."""

import pytest
from PySide6.QtWidgets import QCheckBox, QMessageBox, QPushButton, QRadioButton

from app.store.numbering import Apart, Style
from app.ui.settings.dialog import SettingsDialog
from tests.store.world import cells
from tests.ui.hands import child
from tests.ui.values.conftest import SECRET, Desk


@pytest.mark.parametrize("style", [Style.GENERIC, Style.COMPLETE])
def test_how_placeholders_look(desk: Desk, style: Style) -> None:
    dialog = desk.open(SettingsDialog.PROTECTION)
    button = child(dialog, QRadioButton, f"style_{style}")
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        button.click()
    assert desk.on_core(lambda: desk.session.settings.placeholder_style) is style
    assert button.accessibleDescription()


@pytest.mark.parametrize("apart", [Apart.ASSISTANTS, Apart.CHATS])
def test_numbers_of_their_own(desk: Desk, apart: Apart) -> None:
    dialog = desk.open(SettingsDialog.PROTECTION)
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(dialog, QRadioButton, f"apart_{apart}").click()
    assert desk.on_core(lambda: desk.session.settings.numbers_apart) is apart


def test_what_is_in_force_is_shown(desk: Desk) -> None:
    def set_up() -> None:
        desk.session.settings.placeholder_style = Style.GENERIC
        desk.session.settings.numbers_apart = Apart.CHATS
        desk.session.vault.keep_secrets("Token")
        desk.session.vault.keep_secrets("Door Code")

    desk.on_core(set_up)
    dialog = desk.open(SettingsDialog.PROTECTION)
    desk.qtbot.waitUntil(child(dialog, QRadioButton, "style_generic").isChecked)
    assert child(dialog, QRadioButton, "apart_chats").isChecked()
    assert child(dialog, QCheckBox, "keepSecrets_Token").isChecked()
    assert child(dialog, QCheckBox, "keepSecrets_Door Code").isChecked()
    assert not child(dialog, QCheckBox, "keepSecrets_Password").isChecked()


def test_secrets_are_kept_after_a_warning_and_erased_again(desk: Desk) -> None:
    desk.fill()
    dialog = desk.open(SettingsDialog.PROTECTION)
    box = child(dialog, QCheckBox, "keepSecrets_Password")
    box.click()
    child(dialog, QMessageBox, "keepSecretsQuestion").reject()
    assert not box.isChecked()
    box.click()
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        dialog.findChildren(QPushButton, "keepSecretsQuestionConfirm")[-1].click()
    assert box.isChecked()
    assert _on_disk(desk)
    box.click()
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(dialog, QPushButton, "eraseSecretsQuestionConfirm").click()
    assert not box.isChecked()
    assert not _on_disk(desk)


def _on_disk(desk: Desk) -> bool:
    return any(SECRET in cell for cell in desk.on_core(lambda: cells(desk.session.stores.database)))


def test_a_change_that_fails_goes_back(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.PROTECTION)
    desk.on_core(lambda: desk.session.stores.database.execute("PRAGMA query_only = ON"))
    with desk.qtbot.waitSignal(desk.link.rules_changed, raising=False, timeout=10):
        child(dialog, QRadioButton, "style_complete").click()
    desk.qtbot.waitUntil(child(dialog, QRadioButton, "style_typed").isChecked)
