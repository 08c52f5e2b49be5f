"""What replaces the vault closes it for a moment, and comes back with the windows."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from app.ui.settings.dialog import SettingsDialog
from tests.e2e.driver import PHRASE, WAIT, Driver


def test_going_back_to_a_backup(qtbot: QtBot, tmp_path: Path) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start()
    driver.open_settings()
    driver.find(SettingsDialog, "settings").show_page(SettingsDialog.VAULT)
    driver.click("backUpNow")
    backups = driver.find(QListWidget, "backupList")
    qtbot.waitUntil(lambda: backups.count() == 1, timeout=WAIT)
    driver.click("settingsClose")
    driver.write("Write to rosa@example.org")
    driver.send()
    driver.wait_for_reply()
    driver.open_settings()
    driver.find(SettingsDialog, "settings").show_page(SettingsDialog.VAULT)
    driver.click("backupRestore")
    (field,) = driver.fields("vaultTask")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, PHRASE)
    before = driver.session
    driver.click("taskConfirm")
    qtbot.waitUntil(lambda: not driver.is_locked() and driver.session is not before, timeout=WAIT)
    assert driver.on_core(driver.session.chats.list) == ()
    assert driver.composer.isVisible()
    driver.close()
