"""The page "You": making, renaming, choosing and removing identities."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from app.store.identities import Identity
from app.ui.identities.dialog import IdentityDialog
from app.ui.settings.dialog import SettingsDialog
from tests.store.world import assign, span
from tests.ui.hands import child, press, type_text
from tests.ui.settings.test_link import Desk


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, qapp, tmp_path)
    yield made
    made.link.close()
    assert made.core.close(last=made.session.close)


def open_page(desk: Desk, shown: int = 1) -> SettingsDialog:
    dialog = desk.open(SettingsDialog.PROFILE)
    desk.qtbot.waitUntil(lambda: dialog.profile.identity_id == shown)
    return dialog


def button(dialog: SettingsDialog, name: str) -> QPushButton:
    return child(dialog, QPushButton, name)


def give_name(desk: Desk, dialog: SettingsDialog, opener: str, name: str) -> None:
    button(dialog, opener).click()
    asked = child(dialog, IdentityDialog)
    field = child(asked, QLineEdit, "identityName")
    field.selectAll()
    type_text(field, name)
    with desk.qtbot.waitSignal(desk.link.identities_changed):
        press(field, Qt.Key.Key_Return)


def kept(desk: Desk) -> tuple[Identity, ...]:
    return desk.on_core(desk.session.identities.list)


def test_with_one_there_is_only_the_offer_of_another(desk: Desk) -> None:
    dialog = open_page(desk)
    assert button(dialog, "identityNew").isVisible()
    for name in ("identityRename", "identityRemove"):
        assert not button(dialog, name).isVisible()
    assert not child(dialog, QComboBox, "identityCombo").isVisible()


def test_a_new_one_is_shown_with_fields_of_its_own(desk: Desk) -> None:
    dialog = open_page(desk)
    names = child(dialog, QPlainTextEdit, "profileNames")
    names.setPlainText("Rosalind Quint")
    give_name(desk, dialog, "identityNew", "Work")
    desk.qtbot.waitUntil(lambda: dialog.profile.identity_id == 2)
    assert names.toPlainText() == ""
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        names.setPlainText("Dr. Quint")
    first, work = kept(desk)
    assert (first.names, work.name, work.names) == (("Rosalind Quint",), "Work", ("Dr. Quint",))
    combo = child(dialog, QComboBox, "identityCombo")
    assert [combo.itemText(row) for row in range(combo.count())] == ["Me", "Work"]
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    desk.qtbot.waitUntil(lambda: names.toPlainText() == "Rosalind Quint")
    give_name(desk, dialog, "identityRename", "Private life")
    desk.qtbot.waitUntil(lambda: combo.itemText(0) == "Private life")
    assert names.toPlainText() == "Rosalind Quint"


def test_what_is_typed_last_is_kept_for_the_one_it_was_typed_for(desk: Desk) -> None:
    desk.on_core(lambda: desk.session.name_identity(None, "Work"))
    dialog = open_page(desk)
    combo = child(dialog, QComboBox, "identityCombo")
    child(dialog, QPlainTextEdit, "profileInstructions").setPlainText("Be brief.")
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    desk.qtbot.waitUntil(lambda: dialog.profile.identity_id == 2)
    child(dialog, QPlainTextEdit, "profileInstructions").setPlainText("Be formal.")
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        press(dialog, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(
        lambda: [each.instructions for each in kept(desk)] == ["Be brief.", "Be formal."]
    )


def test_the_chosen_one_is_shown_first(desk: Desk) -> None:
    work = desk.on_core(lambda: desk.session.name_identity(None, "Work"))
    desk.on_core(lambda: desk.session.identities.choose(work.id))
    open_page(desk, work.id)


@pytest.mark.parametrize("name", ["", "   ", "ME", "work"])
def test_a_name_that_cannot_be_is_not_offered(desk: Desk, name: str) -> None:
    desk.on_core(lambda: desk.session.name_identity(None, "Work"))
    dialog = open_page(desk)
    button(dialog, "identityNew").click()
    asked = child(dialog, IdentityDialog)
    type_text(child(asked, QLineEdit, "identityName"), name)
    assert not child(asked, QPushButton, "identityOk").isEnabled()
    assert bool(child(asked, QLabel, "identityWrong").text()) == bool(name.strip())
    press(child(asked, QLineEdit, "identityName"), Qt.Key.Key_Return)
    assert len(kept(desk)) == 2


def test_a_secret_is_refused_in_words(desk: Desk) -> None:
    desk.on_core(lambda: assign(desk.session.vault, span("hunter2-violet", "Password")))
    dialog = open_page(desk)
    button(dialog, "identityNew").click()
    asked = child(dialog, IdentityDialog)
    type_text(child(asked, QLineEdit, "identityName"), "At hunter2-violet")
    press(child(asked, QLineEdit, "identityName"), Qt.Key.Key_Return)
    text = child(dialog, QLabel, "failureText")
    desk.qtbot.waitUntil(text.isVisible)
    assert "secrets are never kept" in text.text()
    assert len(kept(desk)) == 1


def test_removing_asks_and_says_what_goes(desk: Desk) -> None:
    work = desk.on_core(lambda: desk.session.name_identity(None, "Work"))
    desk.on_core(lambda: desk.session.chats.create(work.id, "plans"))
    desk.on_core(lambda: desk.session.identities.choose(work.id))
    dialog = open_page(desk, work.id)
    child(dialog, QPlainTextEdit, "profileNames").setPlainText("typed at last")
    for answer in ("cancel", "removeIdentityQuestionConfirm"):
        button(dialog, "identityRemove").click()
        box = child(dialog, QMessageBox, "removeIdentityQuestion")
        assert "Work" in box.text()
        assert "chats" in box.informativeText()
        if answer == "cancel":
            box.button(QMessageBox.StandardButton.Cancel).click()
            desk.qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is None)
            assert len(kept(desk)) == 2
        else:
            with (
                desk.qtbot.waitSignal(desk.link.identity_leaving) as leaving,
                desk.qtbot.waitSignal(desk.link.identities_changed),
            ):
                child(box, QPushButton, answer).click()
            assert leaving.args == [work.id]
    desk.qtbot.waitUntil(lambda: dialog.profile.identity_id == 1)
    assert child(dialog, QPlainTextEdit, "profileNames").toPlainText() == ""
    assert not button(dialog, "identityRemove").isVisible()
    assert desk.on_core(desk.session.chats.list) == ()
