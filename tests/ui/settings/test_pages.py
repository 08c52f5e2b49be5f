"""The pages of the settings, each on its own: values in, wishes out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from app.assistants.presets import load_presets
from app.errors import KnownError
from app.paths import resources
from app.privacy.levels import Level
from app.privacy.policy import Action, Choice
from app.store.identities import Identity
from app.store.numbering import FIRST_IDENTITY
from app.store.providers import MIRROR_ID, Provider
from app.store.settings import Rule
from app.ui.preferences import Appearance, Language, Preferences
from app.ui.settings.appearance import AppearancePage
from app.ui.settings.assistants import AssistantsPage
from app.ui.settings.dialog import SettingsDialog
from app.ui.settings.profile import ProfilePage
from app.ui.settings.protection import ProtectionPage
from app.ui.vault_care.vault_page import VaultPage
from app.ui.widgets.passphrase_field import PassphraseField
from tests.ui.hands import child, press

MIRROR = Provider("mirror", "mirror", "Mirror", "", "mirror", id=MIRROR_ID)
HOUSE = Provider("custom", "openai", "House", "https://house.example/v1", "small", "k-1", id=2)
OPENAI = Provider("openai", "openai", "OpenAI", "https://api.openai.com/v1", "", id=3)


class _DownError(KnownError):
    sentence = "{provider} is down. Nothing was sent."


@pytest.fixture
def assistants(qtbot: QtBot) -> Iterator[AssistantsPage]:
    page = AssistantsPage(load_presets(resources() / "providers.toml"))
    qtbot.addWidget(page)
    page.set_providers([MIRROR, HOUSE, OPENAI])
    page.show()
    yield page
    page.close()


def _line(page: AssistantsPage, name: str) -> QLineEdit:
    return child(page, QLineEdit, name)


def _label(page: AssistantsPage, name: str) -> QLabel:
    return child(page, QLabel, name)


def _go_to(page: AssistantsPage, row: int) -> None:
    child(page, QListWidget, "providerList").setCurrentRow(row)


def test_the_mirror_is_there_and_fixed(assistants: AssistantsPage) -> None:
    assert _label(assistants, "mirrorText").isVisible()
    assert not child(assistants, QPushButton, "providerRemove").isEnabled()
    assert not _line(assistants, "providerKey").isVisible()


def test_all_presets_can_be_added(qtbot: QtBot, assistants: AssistantsPage) -> None:
    presets = load_presets(resources() / "providers.toml")
    for preset in presets:
        if preset.wire == "mirror":
            assert assistants.findChild(QAction, f"preset_{preset.id}") is None
            continue
        with qtbot.waitSignal(assistants.add_requested) as caught:
            child(assistants, QAction, f"preset_{preset.id}").trigger()
        assert caught.args == [preset.id]


def test_a_new_provider_asks_for_its_key_at_once(assistants: AssistantsPage) -> None:
    assistants.set_providers([MIRROR, HOUSE, OPENAI], select=3)
    assert assistants.focusWidget() is _line(assistants, "providerKey")
    assert "platform.openai.com" in _label(assistants, "providerKeyLink").text()


def test_a_provider_without_a_page_for_keys_has_no_link(assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    assert not _label(assistants, "providerKeyLink").isVisible()


def test_the_key_is_hidden_until_shown(assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    key = _line(assistants, "providerKey")
    assert key.text() == "k-1"
    assert key.echoMode() is QLineEdit.EchoMode.Password
    child(assistants, QCheckBox, "providerShowKey").setChecked(True)
    assert key.echoMode() is QLineEdit.EchoMode.Normal
    _go_to(assistants, 2)
    assert key.echoMode() is QLineEdit.EchoMode.Password


def test_a_field_is_kept_when_it_is_left(qtbot: QtBot, assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    key = _line(assistants, "providerKey")
    key.setFocus()
    key.setText(" k-2 ")
    with qtbot.waitSignal(assistants.changed) as caught:
        press(key, Qt.Key.Key_Tab)
    assert caught.args[0].api_key == "k-2"
    assert caught.args[0].id == 2


def test_going_to_another_provider_keeps_what_was_typed(
    qtbot: QtBot, assistants: AssistantsPage
) -> None:
    _go_to(assistants, 1)
    _line(assistants, "providerKey").setText("k-3")
    with qtbot.waitSignal(assistants.changed) as caught:
        _go_to(assistants, 2)
    assert (caught.args[0].id, caught.args[0].api_key) == (2, "k-3")
    assert not _line(assistants, "providerKey").text()


def test_an_unchanged_field_is_not_kept_again(qtbot: QtBot, assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    with qtbot.assertNotEmitted(assistants.changed):
        for name in ("providerName", "providerAddress", "providerKey"):
            _line(assistants, name).setFocus()
            press(_line(assistants, name), Qt.Key.Key_Return)
        assistants.keep()


def test_a_new_name_shows_in_the_list(qtbot: QtBot, assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    _line(assistants, "providerName").setText("Second Home")
    with qtbot.waitSignal(assistants.changed):
        press(_line(assistants, "providerName"), Qt.Key.Key_Return)
    assert child(assistants, QListWidget, "providerList").item(1).text() == "Second Home"


@pytest.mark.parametrize("address", ["house.example", "http://house.example/v1", "ftp://x", "a b"])
def test_a_bad_address_is_told_and_not_kept(
    qtbot: QtBot, assistants: AssistantsPage, address: str
) -> None:
    _go_to(assistants, 1)
    _line(assistants, "providerAddress").setText(address)
    with qtbot.assertNotEmitted(assistants.changed):
        press(_line(assistants, "providerAddress"), Qt.Key.Key_Return)
    assert "House" in _label(assistants, "providerSaid").text()
    with qtbot.assertNotEmitted(assistants.test_requested):
        child(assistants, QPushButton, "providerTest").click()


def test_a_pasted_full_address_loses_its_ending(qtbot: QtBot, assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    _line(assistants, "providerAddress").setText("https://new.example/v1/chat/completions/")
    with qtbot.waitSignal(assistants.changed) as caught:
        press(_line(assistants, "providerAddress"), Qt.Key.Key_Return)
    assert caught.args[0].base_url == "https://new.example/v1"


def test_testing_the_connection(qtbot: QtBot, assistants: AssistantsPage) -> None:
    _go_to(assistants, 2)
    button = child(assistants, QPushButton, "providerTest")
    with qtbot.waitSignal(assistants.test_requested) as caught:
        button.click()
    assert caught.args[0].id == 3
    assert not button.isEnabled()
    with qtbot.waitSignal(assistants.changed) as kept:
        assistants.show_models(3, ["one", "two"])
    assert kept.args[0].model == "one"
    assert button.isEnabled()
    models = child(assistants, QComboBox, "providerModel")
    assert [models.itemText(row) for row in range(models.count())] == ["one", "two"]
    assert "2" in _label(assistants, "providerSaid").text()


def test_a_test_keeps_the_model_that_was_chosen(assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    assistants.show_models(2, ["large", "small"])
    assert child(assistants, QComboBox, "providerModel").currentText() == "small"


def test_a_failed_test_says_why(assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    child(assistants, QPushButton, "providerTest").click()
    assistants.show_test_failure(2, _DownError(provider="House"))
    assert "House is down" in _label(assistants, "providerSaid").text()
    assert child(assistants, QPushButton, "providerTest").isEnabled()


def test_a_late_result_of_another_provider_is_not_shown(assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    child(assistants, QPushButton, "providerTest").click()
    _go_to(assistants, 2)
    assistants.show_test_failure(2, _DownError(provider="House"))
    assistants.show_models(2, ["x"])
    assert "House" not in _label(assistants, "providerSaid").text()
    assert child(assistants, QComboBox, "providerModel").count() == 0
    _go_to(assistants, 1)
    assert child(assistants, QComboBox, "providerModel").count() == 1


def test_a_model_can_be_typed(qtbot: QtBot, assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    editor = child(assistants, QComboBox, "providerModel").lineEdit()
    assert editor is not None
    editor.setFocus()
    editor.setText("brand-new")
    with qtbot.waitSignal(assistants.changed) as caught:
        press(editor, Qt.Key.Key_Return)
    assert caught.args[0].model == "brand-new"


def test_removing_asks_first(qtbot: QtBot, assistants: AssistantsPage) -> None:
    _go_to(assistants, 1)
    with qtbot.assertNotEmitted(assistants.remove_requested):
        child(assistants, QPushButton, "providerRemove").click()
    box = child(assistants, QMessageBox, "removeProviderQuestion")
    assert "House" in box.text()
    with qtbot.waitSignal(assistants.remove_requested) as caught:
        child(box, QPushButton, "removeProviderConfirm").click()
    assert caught.args == [2]


@pytest.fixture
def protection(qtbot: QtBot) -> Iterator[ProtectionPage]:
    page = ProtectionPage()
    qtbot.addWidget(page)
    page.show()
    yield page
    page.close()


@pytest.mark.parametrize("level", [Level.PL3, Level.PL4])
def test_the_threshold(qtbot: QtBot, protection: ProtectionPage, level: Level) -> None:
    button = child(protection, QRadioButton, f"threshold{level.name}")
    with qtbot.waitSignal(protection.threshold_chosen) as caught:
        press(button, Qt.Key.Key_Space)
    assert caught.args == [level]


def test_each_threshold_says_what_it_leaves_readable(protection: ProtectionPage) -> None:
    for name in ("PL2", "PL3", "PL4"):
        label = child(protection, QLabel, f"threshold{name}Leaves")
        assert "Leaves readable" in label.text()
        button = child(protection, QRadioButton, f"threshold{name}")
        assert button.accessibleDescription() == label.text()


def test_showing_what_is_in_force_asks_for_nothing(
    qtbot: QtBot, protection: ProtectionPage
) -> None:
    with (
        qtbot.assertNotEmitted(protection.threshold_chosen),
        qtbot.assertNotEmitted(protection.type_action_chosen),
    ):
        protection.set_values(Level.PL4, {"Email": Action.KEEP}, ())
    assert child(protection, QRadioButton, "thresholdPL4").isChecked()


def test_exceptions_by_type(qtbot: QtBot, protection: ProtectionPage) -> None:
    kinds = child(protection, QComboBox, "exceptionType")
    kinds.setCurrentIndex(kinds.findData("Email"))
    child(protection, QComboBox, "exceptionAction").setCurrentIndex(1)
    with qtbot.waitSignal(protection.type_action_chosen) as caught:
        child(protection, QPushButton, "exceptionAdd").click()
    assert caught.args == ["Email", Action.KEEP]
    protection.set_values(Level.PL2, {"Email": Action.KEEP}, ())
    shown = child(protection, QListWidget, "typeExceptions")
    assert shown.item(0).text() == "E-mail address: sent as typed"
    shown.setFocus()
    with qtbot.waitSignal(protection.type_action_chosen) as caught:
        press(shown, Qt.Key.Key_Delete)
    assert caught.args == ["Email", None]


@pytest.mark.parametrize(
    ("name", "action"), [("alwaysHidden", Action.HIDE), ("neverHidden", Action.KEEP)]
)
def test_lists_of_values(
    qtbot: QtBot, protection: ProtectionPage, name: str, action: Action
) -> None:
    line = child(protection, QLineEdit, f"{name}New")
    line.setText("  Project   Heron ")
    with qtbot.waitSignal(protection.value_added) as caught:
        press(line, Qt.Key.Key_Return)
    assert caught.args == ["Project Heron", action]
    assert line.text() == ""
    protection.set_values(Level.PL2, {}, [Rule("Project Heron", Choice(action))])
    shown = child(protection, QListWidget, name)
    assert shown.isVisible()
    assert shown.item(0).text() == "Project Heron"
    with qtbot.waitSignal(protection.value_removed) as caught:
        child(protection, QPushButton, f"{name}Remove").click()
    assert caught.args == ["Project Heron"]


def test_an_empty_value_is_not_added(qtbot: QtBot, protection: ProtectionPage) -> None:
    with qtbot.assertNotEmitted(protection.value_added):
        child(protection, QPushButton, "alwaysHiddenAdd").click()


def test_empty_lists_say_so(protection: ProtectionPage) -> None:
    for name in ("typeExceptions", "alwaysHidden", "neverHidden"):
        assert child(protection, QLabel, f"{name}Empty").isVisible()
        assert not child(protection, QListWidget, name).isVisible()


IDENTITIES = (
    Identity(FIRST_IDENTITY, "", ("Robin Example",), "Be brief.", MIRROR_ID),
    Identity(2, "Work", ("Dr. R. Example",), "Be formal.", MIRROR_ID),
)


@pytest.fixture
def profile(qtbot: QtBot) -> Iterator[ProfilePage]:
    page = ProfilePage()
    qtbot.addWidget(page)
    page.set_identities(IDENTITIES[:1], FIRST_IDENTITY)
    page.show()
    yield page
    page.close()


def test_names_are_kept_after_a_pause(qtbot: QtBot, profile: ProfilePage) -> None:
    field = child(profile, QPlainTextEdit, "profileNames")
    with qtbot.waitSignal(profile.names_changed) as caught:
        field.setPlainText("Robin  Example\n\n  Rob \n")
    assert caught.args == [FIRST_IDENTITY, ("Robin Example", "Rob")]


def test_instructions_are_kept_when_the_page_is_left(qtbot: QtBot, profile: ProfilePage) -> None:
    child(profile, QPlainTextEdit, "profileInstructions").setPlainText("Be kind.")
    with (
        qtbot.waitSignal(profile.instructions_changed) as caught,
        qtbot.assertNotEmitted(profile.names_changed),
    ):
        profile.keep()
    assert caught.args == [FIRST_IDENTITY, "Be kind."]
    with qtbot.assertNotEmitted(profile.instructions_changed):
        profile.keep()


def test_tab_leaves_the_fields(profile: ProfilePage) -> None:
    names = child(profile, QPlainTextEdit, "profileNames")
    names.setFocus()
    press(names, Qt.Key.Key_Tab)
    assert profile.focusWidget() is child(profile, QPlainTextEdit, "profileInstructions")
    assert names.toPlainText() == "Robin Example"


def test_appearance(qtbot: QtBot) -> None:
    page = AppearancePage()
    qtbot.addWidget(page)
    with qtbot.assertNotEmitted(page.preferences_changed):
        page.set_values(Preferences(Appearance.DARK, Language.CHINESE, 120))
    assert page.values() == Preferences(Appearance.DARK, Language.CHINESE, 125)
    language = child(page, QComboBox, "appearanceLanguage")
    with qtbot.waitSignal(page.preferences_changed) as caught:
        press(language, Qt.Key.Key_Up)
    assert caught.args == [Preferences(Appearance.DARK, Language.ENGLISH, 125)]
    assert [language.itemText(row) for row in (1, 2)] == ["English", "简体中文"]


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[SettingsDialog]:
    made = SettingsDialog(load_presets(resources() / "providers.toml"))
    qtbot.addWidget(made)
    made.assistants.set_providers([MIRROR, HOUSE])
    made.show()
    yield made
    made.close()


def test_all_pages_can_be_reached_by_keyboard(dialog: SettingsDialog) -> None:
    pages = child(dialog, QListWidget, "settingsPages")
    pages.setFocus()
    seen = [dialog.assistants.isVisible()]
    others = (dialog.protection, dialog.values, dialog.profile, dialog.appearance, dialog.vault)
    for page in others:
        press(pages, Qt.Key.Key_Down)
        seen.append(page.isVisible())
    assert seen == [True] * 6


def test_closing_keeps_what_was_typed_and_forgets_the_key(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    child(dialog.assistants, QListWidget, "providerList").setCurrentRow(1)
    key = child(dialog, QLineEdit, "providerKey")
    key.setText("k-9")
    dialog.profile.set_identities(IDENTITIES[:1], FIRST_IDENTITY)
    child(dialog.profile, QPlainTextEdit, "profileNames").setPlainText("Robin")
    with (
        qtbot.waitSignal(dialog.assistants.changed) as changed,
        qtbot.waitSignal(dialog.profile.names_changed),
        qtbot.waitSignal(dialog.closed),
    ):
        press(dialog, Qt.Key.Key_Escape)
    assert changed.args[0].api_key == "k-9"
    assert key.text() == ""
    assert not key.isUndoAvailable()


def test_enter_in_a_field_does_not_close_the_dialog(dialog: SettingsDialog) -> None:
    child(dialog.assistants, QListWidget, "providerList").setCurrentRow(1)
    name = child(dialog, QLineEdit, "providerName")
    name.setFocus()
    press(name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.findChild(QMessageBox) is None


def test_a_failure_shows_in_the_dialog(dialog: SettingsDialog) -> None:
    dialog.show_failure(_DownError(provider="House"))
    assert child(dialog, QLabel, "failureText").isVisible()


def test_every_control_has_both_names(dialog: SettingsDialog) -> None:
    kinds = (
        *dialog.findChildren(QPushButton),
        *dialog.findChildren(QComboBox),
        *dialog.findChildren(QPlainTextEdit),
        *dialog.findChildren(QRadioButton),
        *dialog.findChildren(QCheckBox),
        *dialog.findChildren(QListWidget),
        *(line for line in dialog.findChildren(QLineEdit) if type(line.parent()) is not QComboBox),
    )
    assert [
        (type(each).__name__, each.objectName(), each.accessibleName())
        for each in kinds
        if each.objectName() != "failureAction"
        and not (each.objectName() and each.accessibleName())
    ] == []


@pytest.fixture
def vault(qtbot: QtBot) -> Iterator[VaultPage]:
    page = VaultPage()
    qtbot.addWidget(page)
    page.show()
    yield page
    page.close()


def _type_passphrases(vault: VaultPage, *texts: str) -> None:
    lines = (
        child(child(vault, PassphraseField, "currentPassphrase"), QLineEdit, "passphrase"),
        child(child(vault, PassphraseField, "newPassphrase"), QLineEdit, "passphrase"),
        child(vault, QLineEdit, "passphraseAgain"),
    )
    for line, text in zip(lines, texts, strict=True):
        line.setText(text)


def test_changing_the_passphrase(qtbot: QtBot, vault: VaultPage) -> None:
    _type_passphrases(vault, "old one", "otter lantern gravel", "otter lantern gravel")
    with qtbot.waitSignal(vault.change_requested) as caught:
        press(child(vault, QLineEdit, "passphraseAgain"), Qt.Key.Key_Return)
    assert caught.args == ["old one", "otter lantern gravel"]
    assert not child(vault, QPushButton, "changePassphrase").isEnabled()
    vault.show_changed()
    assert child(vault, QLabel, "vaultSaid").isVisible()
    assert [line.text() for line in vault.findChildren(QLineEdit)] == ["", "", ""]


@pytest.mark.parametrize(
    "texts", [("", "otter lantern", "otter lantern"), ("old", "short", "short"), ("old", "", "")]
)
def test_an_incomplete_change_cannot_be_asked_for(
    vault: VaultPage, texts: tuple[str, str, str]
) -> None:
    _type_passphrases(vault, *texts)
    assert not child(vault, QPushButton, "changePassphrase").isEnabled()


def test_a_slip_in_the_new_passphrase_is_told(qtbot: QtBot, vault: VaultPage) -> None:
    _type_passphrases(vault, "old one", "otter lantern gravel", "otter lantern grovel")
    with qtbot.assertNotEmitted(vault.change_requested):
        child(vault, QPushButton, "changePassphrase").click()
    assert child(vault, QLabel, "vaultSaid").isVisible()


def test_a_refused_change_is_told(vault: VaultPage) -> None:
    _type_passphrases(vault, "old one", "otter lantern gravel", "otter lantern gravel")
    child(vault, QPushButton, "changePassphrase").click()
    vault.show_failure(_DownError(provider="House"))
    assert "House is down" in child(vault, QLabel, "vaultSaid").text()
    assert child(vault, QPushButton, "changePassphrase").isEnabled()
