"""The settings dialog on a real session: what is chosen is kept, and said to the window."""

import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
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

from app.assistants.assistant import Assistant
from app.assistants.opening import open_assistant
from app.assistants.presets import load_presets
from app.chat.session import Cast, Session
from app.paths import resources
from app.privacy.kinds import Kinds
from app.privacy.levels import Level
from app.privacy.policy import Action
from app.privacy.proxy import Proxy
from app.store.database import Database
from app.store.kdf import KdfParameters
from app.store.numbering import FIRST_IDENTITY
from app.store.opening import StoreFiles
from app.store.providers import Provider
from app.ui.jobs import CoreThread
from app.ui.preferences import Appearance, Language, Preferences, PreferencesFile
from app.ui.settings.dialog import SettingsDialog
from app.ui.settings.link import Look, SettingsLink
from app.ui.theme import Theme
from app.ui.translations import Translations
from app.ui.widgets.passphrase_field import PassphraseField
from tests.ui.hands import child, press

T = TypeVar("T")


class _Models(BaseHTTPRequestHandler):
    """Answers like an OpenAI-compatible server that has two models."""

    def do_GET(self) -> None:
        body = json.dumps(
            {
                "object": "list",
                "data": [
                    {"id": name, "object": "model", "created": 1, "owned_by": "x"}
                    for name in ("calm", "quick")
                ],
            }
        ).encode()
        self.send_response(200 if "k-1" in self.headers["Authorization"] else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Write nothing."""


class Desk:
    """A session on its core thread, the link, and what the link said."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        self.core = CoreThread()
        self.qtbot = qtbot
        self.file = PreferencesFile(folder / "preferences.json")
        self.theme = Theme(qapp, resources())
        self.translations = Translations(qapp, resources() / "translations")
        self.look = Look(self.file, self.theme, self.translations)
        self.session: Session = self.on_core(_open)
        presets = load_presets(resources() / "providers.toml")
        # Cheap to derive: the cost of the key is the store's own business.
        self.store = StoreFiles(
            folder / "key", folder / "db", KdfParameters(iterations=1, lanes=1, memory_kib=8)
        )
        self.link = SettingsLink(
            self.core, self.session, self.look, presets, self.store.change_passphrase
        )

    def on_core(self, work: Callable[[], T]) -> T:
        """Run `work` on the core thread and wait for what it returns."""
        results: list[T] = []
        self.core.call(work, done=results.append)
        self.qtbot.waitUntil(lambda: bool(results))
        return results[0]

    def open(self, page: int) -> SettingsDialog:
        self.link.open(None, page)
        dialog = self.link.dialog
        assert dialog is not None
        self.qtbot.waitUntil(lambda: child(dialog, QListWidget, "providerList").count() > 0)
        return dialog


def _open() -> Session:
    def assistant(provider: Provider, proxy: Proxy | None) -> Assistant:
        return open_assistant(
            provider.wire, provider.base_url, provider.api_key, provider.name, proxy
        )

    return Session(Database.in_memory(), Cast((), Kinds({}), assistant))


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, qapp, tmp_path)
    yield made
    made.link.close()
    made.core.close(last=made.session.close)
    made.theme.set_appearance(Appearance.LIGHT)
    made.theme.set_text_size(100)
    made.translations.remove()


@pytest.fixture
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Models)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}/v1"
    made.shutdown()
    made.server_close()
    thread.join()


def _go_to(dialog: SettingsDialog, row: int) -> None:
    child(dialog, QListWidget, "providerList").setCurrentRow(row)


def _add(desk: Desk, dialog: SettingsDialog, preset: str) -> Provider:
    with desk.qtbot.waitSignal(desk.link.providers_changed) as caught:
        child(dialog, QAction, f"preset_{preset}").trigger()
    provider = caught.args[0][-1]
    assert isinstance(provider, Provider)
    return provider


def test_adding_an_assistant_with_its_key(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.ASSISTANTS)
    added = _add(desk, dialog, "openai")
    key = child(dialog, QLineEdit, "providerKey")
    assert key.isVisible()
    key.setText("k-1")
    with desk.qtbot.waitSignal(desk.link.providers_changed):
        press(key, Qt.Key.Key_Return)
    kept = desk.on_core(lambda: desk.session.providers.get(added.id))
    assert (kept.name, kept.api_key) == ("OpenAI", "k-1")


def test_removing_an_assistant(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.ASSISTANTS)
    _add(desk, dialog, "groq")
    child(dialog, QPushButton, "providerRemove").click()
    box = child(dialog, QMessageBox, "removeProviderQuestion")
    with desk.qtbot.waitSignal(desk.link.providers_changed) as caught:
        child(box, QPushButton, "removeProviderConfirm").click()
    assert [each.wire for each in caught.args[0]] == ["mirror"]
    assert child(dialog, QLabel, "mirrorText").isVisible()
    assert not child(dialog, QLineEdit, "providerKey").text()


def test_the_connection_is_tested_for_real(desk: Desk, server: str) -> None:
    dialog = desk.open(SettingsDialog.ASSISTANTS)
    added = _add(desk, dialog, "custom")
    child(dialog, QLineEdit, "providerAddress").setText(server)
    child(dialog, QLineEdit, "providerKey").setText("k-1")
    with desk.qtbot.waitSignal(desk.link.models_read) as caught:
        child(dialog, QPushButton, "providerTest").click()
    assert caught.args == [added.id, ("calm", "quick")]
    assert child(dialog, QComboBox, "providerModel").currentText() == "calm"
    desk.qtbot.waitUntil(
        lambda: desk.on_core(lambda: desk.session.providers.get(added.id)).model == "calm"
    )


def test_a_refused_key_is_told(desk: Desk, server: str) -> None:
    dialog = desk.open(SettingsDialog.ASSISTANTS)
    _add(desk, dialog, "custom")
    child(dialog, QLineEdit, "providerAddress").setText(server)
    child(dialog, QLineEdit, "providerKey").setText("k-2")
    child(dialog, QPushButton, "providerTest").click()
    said = child(dialog, QLabel, "providerSaid")
    desk.qtbot.waitUntil(lambda: "401" in said.text())
    assert "k-2" not in said.text()


def test_the_threshold_is_kept(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.PROTECTION)
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(dialog, QRadioButton, "thresholdPL4").click()
    assert desk.on_core(lambda: desk.session.settings.threshold) is Level.PL4


def test_exceptions_are_kept_and_removed(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.PROTECTION)
    kinds = child(dialog, QComboBox, "exceptionType")
    kinds.setCurrentIndex(kinds.findData("Email"))
    child(dialog, QComboBox, "exceptionAction").setCurrentIndex(1)
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(dialog, QPushButton, "exceptionAdd").click()
    actions = desk.on_core(lambda: dict(desk.session.settings.type_actions))
    assert actions == {"Email": Action.KEEP}
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(dialog, QPushButton, "typeExceptionsRemove").click()
    assert desk.on_core(lambda: dict(desk.session.settings.type_actions)) == {}


def test_values_are_kept_and_removed(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.PROTECTION)
    child(dialog, QLineEdit, "alwaysHiddenNew").setText("Project Heron")
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(dialog, QPushButton, "alwaysHiddenAdd").click()
    rules = desk.on_core(desk.session.settings.rules)
    assert [(rule.text, rule.choice.action) for rule in rules] == [("Project Heron", Action.HIDE)]
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(dialog, QPushButton, "alwaysHiddenRemove").click()
    assert desk.on_core(desk.session.settings.rules) == ()


def test_names_typed_last_are_kept_when_the_dialog_closes(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.PROFILE)
    child(dialog, QPlainTextEdit, "profileNames").setPlainText("Robin Example\nRob")
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        press(dialog, Qt.Key.Key_Escape)
    assert desk.link.dialog is None
    kept = desk.on_core(lambda: desk.session.identities.get(FIRST_IDENTITY))
    assert kept.names == ("Robin Example", "Rob")


def test_what_is_kept_is_shown_at_the_next_opening(desk: Desk) -> None:
    def set_up() -> None:
        desk.session.identities.set_instructions(FIRST_IDENTITY, "Be brief.")
        desk.session.settings.threshold = Level.PL3

    desk.on_core(set_up)
    dialog = desk.open(SettingsDialog.PROFILE)
    assert child(dialog, QPlainTextEdit, "profileInstructions").toPlainText() == "Be brief."
    assert child(dialog, QRadioButton, "thresholdPL3").isChecked()


def test_opening_twice_shows_one_dialog(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.PROFILE)
    assert desk.open(SettingsDialog.APPEARANCE) is dialog
    assert dialog.appearance.isVisible()


def test_the_look_changes_at_once_and_is_kept(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.APPEARANCE)
    look = child(dialog, QComboBox, "appearanceLook")
    look.setCurrentIndex(2)
    look.activated.emit(2)
    assert desk.theme.dark
    assert desk.file.load() == Preferences(appearance=Appearance.DARK)
    size = child(dialog, QComboBox, "appearanceTextSize")
    size.setCurrentIndex(7)
    size.activated.emit(7)
    assert desk.file.load().text_size == 200


def test_a_look_that_cannot_be_saved_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "preferences.json").mkdir()
    dialog = desk.open(SettingsDialog.APPEARANCE)
    language = child(dialog, QComboBox, "appearanceLanguage")
    language.setCurrentIndex(list(Language).index(Language.ENGLISH))
    language.activated.emit(1)
    assert child(dialog, QLabel, "failureText").isVisible()


def test_a_change_that_fails_is_told_in_the_dialog(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.PROTECTION)
    desk.on_core(lambda: desk.session.stores.database.execute("PRAGMA query_only = ON"))
    with desk.qtbot.assertNotEmitted(desk.link.rules_changed):
        child(dialog, QRadioButton, "thresholdPL4").click()
        desk.qtbot.waitUntil(lambda: child(dialog, QLabel, "failureText").isVisible())
    # The page goes back to what is really kept.
    desk.qtbot.waitUntil(lambda: child(dialog, QRadioButton, "thresholdPL2").isChecked())


def test_a_change_that_fails_after_closing_is_told_elsewhere(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.PROFILE)
    desk.on_core(lambda: desk.session.stores.database.execute("PRAGMA query_only = ON"))
    child(dialog, QPlainTextEdit, "profileNames").setPlainText("Robin")
    with desk.qtbot.waitSignal(desk.link.failed):
        desk.link.close()


def _close(get: Callable[[], Database]) -> None:
    get().close()


@pytest.mark.parametrize(("current", "works"), [("open sesame", True), ("open sesam", False)])
def test_the_passphrase_is_changed_for_real(desk: Desk, current: str, *, works: bool) -> None:
    desk.on_core(partial(_close, partial(desk.store.create, "open sesame")))
    dialog = desk.open(SettingsDialog.VAULT)
    first, second = (
        child(dialog, PassphraseField, name) for name in ("currentPassphrase", "newPassphrase")
    )
    child(first, QLineEdit, "passphrase").setText(current)
    for name in ("passphrase", "passphraseAgain"):
        child(second, QLineEdit, name).setText("otter lantern gravel")
    child(dialog, QPushButton, "changePassphrase").click()
    said = child(dialog, QLabel, "vaultSaid")
    desk.qtbot.waitUntil(said.isVisible)
    new = "otter lantern gravel" if works else "open sesame"
    desk.on_core(partial(_close, partial(desk.store.open, new)))


def test_without_a_way_to_change_the_passphrase_there_is_no_page_for_it(desk: Desk) -> None:
    link = SettingsLink(desk.core, desk.session, desk.look, [])
    link.open(None)
    assert link.dialog is not None
    pages = child(link.dialog, QListWidget, "settingsPages")
    assert pages.item(SettingsDialog.VAULT).isHidden()
    link.close()


def test_the_proxy_is_kept_and_shown_again(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.ASSISTANTS)
    line = child(dialog, QLineEdit, "proxyAddress")
    assert not line.isVisible()
    child(dialog, QPushButton, "proxy").click()
    line.setText("socks5://ann:s3cret@127.0.0.1:9050")
    press(line, Qt.Key.Key_Return)
    proxy = desk.on_core(lambda: desk.session.settings.proxy)
    assert proxy == Proxy("socks5h://ann:s3cret@127.0.0.1:9050")
    dialog.reject()
    assert not line.text()
    line = child(desk.open(SettingsDialog.ASSISTANTS), QLineEdit, "proxyAddress")
    desk.qtbot.waitUntil(lambda: line.text() == "socks5h://ann:s3cret@127.0.0.1:9050")
    assert line.isVisible()
    line.clear()
    press(line, Qt.Key.Key_Return)
    assert desk.on_core(lambda: desk.session.settings.proxy) is None


def test_a_proxy_that_cannot_be_used_is_refused(desk: Desk) -> None:
    dialog = desk.open(SettingsDialog.ASSISTANTS)
    line = child(dialog, QLineEdit, "proxyAddress")
    child(dialog, QPushButton, "proxy").click()
    line.setText("gopher://hole")
    press(line, Qt.Key.Key_Return)
    said = child(dialog, QLabel, "proxySaid")
    desk.qtbot.waitUntil(said.isVisible)
    assert "socks5://" in said.text()
    assert desk.on_core(lambda: desk.session.settings.proxy) is None
