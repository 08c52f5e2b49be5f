"""The page on a real session, with a real shelf and installer, and a hub on the loopback."""

import json
import threading
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from app.__main__ import _list_server
from app.assistants.assistant import Assistant
from app.assistants.opening import open_assistant
from app.chat.session import Cast, Session
from app.detect.model.answer import Find
from app.detect.model.engines import Engine, Step
from app.detect.model.failures import ReaderFailed
from app.models.catalogue import suggest
from app.models.installing import Installer
from app.models.orders import local_file
from app.models.shelf import Shelf
from app.paths import resources
from app.privacy.kinds import Kinds
from app.privacy.levels import Level
from app.privacy.proxy import Proxy
from app.store.database import Database
from app.store.providers import Provider
from app.store.reader_choice import NO_READER, ReaderChoice, ReaderKind
from app.store.settings import HubSettings
from app.ui.jobs import CoreThread
from app.ui.preferences import PreferencesFile
from app.ui.private_reader.licence import LicenceDialog
from app.ui.private_reader.parts import ReaderParts
from app.ui.private_reader.trial_dialog import TrialDialog
from app.ui.settings.dialog import SettingsDialog
from app.ui.settings.link import Look, SettingsLink
from app.ui.theme import Theme
from app.ui.translations import Translations
from tests.models.hub_server import HoldAfter, HubServer, Status
from tests.models.test_gguf_header import write
from tests.ui.hands import child, press, type_text
from tests.ui.private_reader.made import CATALOGUE, machine

T = TypeVar("T")
# Milliseconds; a process that loads its libraries on a busy machine needs some.
WAIT = 30_000
REPO = "owner/small"
FILE = "small-Q4.gguf"


class Clairvoyant:
    """An engine that finds one word in every text, and may be told to wait."""

    def __init__(self) -> None:
        self.closed = 0
        self.failure: ReaderFailed | None = None

    async def read(self, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
        """Find the first long word of `text`."""
        yield Step.LOADING
        if self.failure is not None:
            raise self.failure
        yield Step.READING
        word = next(word for word in text.split() if len(word) > 5 and word != name)
        yield Find(word, "Medical Health", Level.PL3)

    async def close(self) -> None:
        """Note it."""
        self.closed += 1


class Desk:
    """A session on its core thread with the link to its settings."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        self.core = CoreThread()
        self.qtbot = qtbot
        self.folder = folder
        self.engine = Clairvoyant()
        self.opened: list[ReaderChoice] = []
        self.shelf = Shelf(folder / "models")
        self.session: Session = self.on_core(self._open)
        parts = ReaderParts(
            self.shelf,
            Installer(self.shelf),
            CATALOGUE,
            suggest(CATALOGUE, machine(15.5, 8)),
            _list_server,
        )
        look = Look(
            PreferencesFile(folder / "preferences.json"),
            Theme(qapp, resources()),
            Translations(qapp, folder),
        )
        self.link = SettingsLink(self.core, self.session, look, [], None, lambda: parts)

    def _open(self) -> Session:
        def assistant(provider: Provider, proxy: Proxy | None) -> Assistant:
            return open_assistant(
                provider.wire, provider.base_url, provider.api_key, provider.name, proxy
            )

        def reader(choice: ReaderChoice) -> Engine | None:
            self.opened.append(choice)
            return None if choice.kind is ReaderKind.NONE else self.engine

        return Session(Database.in_memory(), Cast((), Kinds({}), assistant, reader))

    def on_core(self, work: Callable[[], T]) -> T:
        """Run `work` on the core thread and wait for what it returns."""
        results: list[T] = []
        self.core.call(work, done=results.append)
        self.qtbot.waitUntil(lambda: bool(results))
        return results[0]

    def open(self) -> SettingsDialog:
        """Open the settings on the page, with its models in it."""
        self.link.open(None, SettingsDialog.READER)
        dialog = self.link.dialog
        assert dialog is not None
        self.qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "modelUse_none") is not None)
        return dialog

    def ask(self, dialog: SettingsDialog, repo: str) -> QListWidget:
        """Have the files of a repository listed."""
        sources = child(dialog, QPushButton, "readerSources")
        if not sources.isChecked():
            sources.click()
        field = child(dialog, QLineEdit, "hubRepo")
        field.setText(repo)
        press(field, Qt.Key.Key_Return)
        files = child(dialog, QListWidget, "hubFiles")
        self.qtbot.waitUntil(files.isVisible, timeout=WAIT)
        return files

    def accept(self, dialog: SettingsDialog) -> None:
        """Choose the first file of the list and accept its licence."""
        child(dialog, QPushButton, "hubDownload").click()
        child(dialog, QCheckBox, "licenceAccept").click()
        child(dialog, QPushButton, "licenceDownload").click()

    def use_hub(self, address: str, token: str = "") -> None:
        """Download from there."""
        settings = self.session.settings
        self.on_core(lambda: setattr(settings, "hub", HubSettings(address, token)))

    def reader(self) -> ReaderChoice:
        """Return the choice that is kept."""
        return self.on_core(lambda: self.session.settings.reader)

    def wait(self, true: Callable[[], bool]) -> None:
        """Wait until this is so."""
        self.qtbot.waitUntil(true, timeout=WAIT)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, qapp, tmp_path)
    yield made
    made.link.close()
    made.core.close(last=made.session.close)
    assert _install_processes() == []


@pytest.fixture
def hub(desk: Desk, tmp_path: Path) -> Iterator[HubServer]:
    """Give a hub with one GGUF file, large enough to stop in the middle of it."""
    folder = tmp_path / "hub"
    folder.mkdir()
    write(folder / FILE)
    with (folder / FILE).open("ab") as stream:
        stream.write(b"\0" * 600_000)
    with HubServer() as server:
        server.serve(REPO, folder)
        desk.use_hub(server.url)
        yield server


class _Models(BaseHTTPRequestHandler):
    """Answers like an OpenAI-compatible server that has two models."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        body = json.dumps({"data": [{"id": "quick"}, {"id": "calm"}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Write nothing."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """Give the address of a server with models, and the list of what it was asked."""
    asked: list[str] = []
    handler = type("Handler", (_Models,), {"asked": asked})
    made = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}/v1", asked
    made.shutdown()
    made.server_close()
    thread.join()


def _install_processes() -> list[psutil.Process]:
    found = []
    for each in psutil.Process().children():
        with suppress(psutil.Error):  # it has just ended
            if "install-process" in each.cmdline():
                found.append(each)
    return found


def _names(dialog: SettingsDialog, prefix: str) -> list[str]:
    """Return the visible buttons whose names begin so, with what they belong to."""
    buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    return [each.objectName() for each in buttons if each.objectName().startswith(prefix)]


def _tab_to(dialog: QDialog, name: str) -> None:
    """Press Tab until the focus is there; everything in between can be reached on the way."""
    for _ in range(60):
        focused = dialog.focusWidget()
        if focused is not None and focused.objectName() == name:
            return
        press(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def _put_on_shelf(desk: Desk) -> str:
    """Install a file of this machine through the window; return the id of the model."""
    path = desk.folder / "mine.gguf"
    write(path)
    dialog = desk.open()
    child(dialog, QPushButton, "readerSources").click()
    child(dialog, QPushButton, "fileChoose").click()
    files = child(dialog, QFileDialog, "fileDialog")
    files.fileSelected.emit(str(path))
    files.reject()
    model_id = local_file(path).id
    desk.wait(lambda: f"modelUse_{model_id}" in _names(dialog, "modelUse"))
    return model_id


def test_a_file_of_the_hub_from_its_list_to_reading_by_keyboard_alone(
    desk: Desk, hub: HubServer
) -> None:
    dialog = desk.open()
    _tab_to(dialog, "readerSources")
    press(dialog.focusWidget(), Qt.Key.Key_Space)
    _tab_to(dialog, "hubRepo")
    type_text(dialog.focusWidget(), f"{hub.url}/{REPO}/")
    press(dialog.focusWidget(), Qt.Key.Key_Return)
    files = child(dialog, QListWidget, "hubFiles")
    desk.wait(files.isVisible)
    assert [files.item(row).text().split(" · ")[1] for row in range(files.count())] == [FILE]
    assert dialog.focusWidget() is files
    press(files, Qt.Key.Key_Return)
    licence = child(dialog, LicenceDialog, "licenceDialog")
    _tab_to(licence, "licenceAccept")
    press(licence.focusWidget(), Qt.Key.Key_Space)
    press(licence.focusWidget(), Qt.Key.Key_Return)
    desk.wait(lambda: len(_names(dialog, "modelUse_")) == 1)
    (ready,) = desk.shelf.installed()
    assert ready.manifest.licence == "apache-2.0"
    assert ready.accepted is not None
    _tab_to(dialog, f"modelUse_{ready.id}")
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        press(dialog.focusWidget(), Qt.Key.Key_Space)
    assert desk.reader() == ReaderChoice(ReaderKind.INSTALLED, ready.id, ready.name)
    assert "✓" in child(dialog, QLabel, f"modelSign_{ready.id}").text()
    _tab_to(dialog, f"modelTry_{ready.id}")
    press(dialog.focusWidget(), Qt.Key.Key_Space)
    trial = child(dialog, TrialDialog, "trialDialog")
    press(trial.focusWidget(), Qt.Key.Key_Return)
    found = child(trial, QListWidget, "trialFound")
    desk.wait(lambda: found.count() == 1)
    press(trial, Qt.Key.Key_Escape)
    _tab_to(dialog, "modelUse_none")
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        press(dialog.focusWidget(), Qt.Key.Key_Space)
    assert desk.reader() == NO_READER


def test_an_installation_outlives_its_page_and_is_paused_and_continued(
    desk: Desk, hub: HubServer
) -> None:
    reached = threading.Event()
    hub.fail(f"/cdn/{REPO}/{FILE}", HoldAfter(300_000, reached))
    dialog = desk.open()
    desk.ask(dialog, REPO)
    desk.accept(dialog)
    desk.wait(reached.is_set)
    dialog.reject()
    assert desk.link.dialog is None
    assert len(_install_processes()) == 1
    dialog = desk.open()
    desk.wait(lambda: len(_names(dialog, "modelPause_")) == 1)
    figures = child(
        dialog, QLabel, _names(dialog, "modelPause_")[0].replace("modelPause", "installFigures")
    )
    assert " of " in figures.text()
    child(dialog, QPushButton, _names(dialog, "modelPause_")[0]).click()
    desk.wait(lambda: len(_names(dialog, "modelContinue_")) == 1)
    assert _install_processes() == []
    (paused,) = desk.shelf.unfinished()
    child(dialog, QPushButton, f"modelContinue_{paused.id}").click()
    desk.wait(lambda: len(_names(dialog, "modelUse_")) == 1)
    # It went on where it was.
    assert "range" in hub.asked(f"/cdn/{REPO}/{FILE}")[-1].headers


def test_cancelling_removes_what_is_there(desk: Desk, hub: HubServer) -> None:
    reached = threading.Event()
    hub.fail(f"/cdn/{REPO}/{FILE}", HoldAfter(300_000, reached))
    dialog = desk.open()
    desk.ask(dialog, REPO)
    desk.accept(dialog)
    desk.wait(reached.is_set)
    child(dialog, QPushButton, _names(dialog, "modelCancel_")[0]).click()
    box = child(dialog, QMessageBox, "cancelModelQuestion")
    child(box, QPushButton, "cancelModelQuestionConfirm").click()
    desk.wait(lambda: not _names(dialog, "modelCancel_"))
    assert _names(dialog, "modelContinue_") == []
    assert list(desk.shelf.folder.iterdir()) == []


def test_locking_ends_the_installation_which_is_found_again(desk: Desk, hub: HubServer) -> None:
    reached = threading.Event()
    hub.fail(f"/cdn/{REPO}/{FILE}", HoldAfter(300_000, reached))
    dialog = desk.open()
    desk.ask(dialog, REPO)
    desk.accept(dialog)
    desk.wait(reached.is_set)
    desk.link.close()
    desk.wait(lambda: _install_processes() == [])
    (paused,) = desk.shelf.unfinished()
    assert paused.order is not None


def test_quitting_ends_the_installation(desk: Desk, hub: HubServer) -> None:
    reached = threading.Event()
    hub.fail(f"/cdn/{REPO}/{FILE}", HoldAfter(300_000, reached))
    dialog = desk.open()
    desk.ask(dialog, REPO)
    desk.accept(dialog)
    desk.wait(reached.is_set)
    assert desk.core.close(last=desk.session.close)
    assert _install_processes() == []
    assert len(desk.shelf.unfinished()) == 1


def test_a_failure_is_told_beside_the_model(desk: Desk, hub: HubServer) -> None:
    dialog = desk.open()
    desk.ask(dialog, REPO)
    hub.fail(f"resolve:{FILE}", Status(404), Status(404), Status(404))
    desk.accept(dialog)
    desk.wait(lambda: len(_names(dialog, "modelContinue_")) == 1)
    name = _names(dialog, "modelContinue_")[0].replace("modelContinue", "modelFailure")
    assert "404" in child(dialog, QLabel, name).text()
    # What failed can be removed.
    child(dialog, QPushButton, _names(dialog, "modelRemove_")[0]).click()
    box = child(dialog, QMessageBox, "removeModelQuestion")
    child(box, QPushButton, "removeModelQuestionConfirm").click()
    desk.wait(lambda: not _names(dialog, "modelContinue_"))


def test_a_failure_is_told_by_the_window_when_the_page_is_closed(
    desk: Desk, hub: HubServer
) -> None:
    dialog = desk.open()
    desk.ask(dialog, REPO)
    hub.fail(f"resolve:{FILE}", Status(404), Status(404), Status(404))
    with desk.qtbot.waitSignal(desk.link.failed, timeout=WAIT) as caught:
        desk.accept(dialog)
        dialog.reject()
    assert "404" in str(caught.args[0])


def test_a_repository_that_is_not_there(desk: Desk, hub: HubServer) -> None:
    dialog = desk.open()
    child(dialog, QPushButton, "readerSources").click()
    for repo, said in (("owner/gone", "404"), ("no name at all", "owner/name")):
        child(dialog, QLineEdit, "hubRepo").setText(repo)
        child(dialog, QPushButton, "hubList").click()
        desk.wait(lambda said=said: said in child(dialog, QLabel, "hubSaid").text())  # type: ignore[misc]
    assert hub.requests


def test_a_file_of_ones_own_stays_where_it_is(desk: Desk) -> None:
    model_id = _put_on_shelf(desk)
    model = desk.shelf.get(model_id)
    assert model is not None
    assert model.gguf.samefile(desk.folder / "mine.gguf")


def test_no_file_at_all_is_told(desk: Desk) -> None:
    dialog = desk.open()
    child(dialog, QPushButton, "readerSources").click()
    child(dialog, QPushButton, "fileChoose").click()
    files = child(dialog, QFileDialog, "fileDialog")
    files.fileSelected.emit(str(desk.folder / "gone.gguf"))
    files.reject()
    desk.wait(lambda: "gone.gguf" in child(dialog, QLabel, "fileSaid").text())


def test_removing_the_model_in_use_switches_the_reader_off_first(desk: Desk) -> None:
    model_id = _put_on_shelf(desk)
    dialog = desk.open()
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(dialog, QPushButton, f"modelUse_{model_id}").click()
    child(dialog, QPushButton, f"modelRemove_{model_id}").click()
    box = child(dialog, QMessageBox, "removeModelQuestion")
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(box, QPushButton, "removeModelQuestionConfirm").click()
    assert desk.reader() == NO_READER
    assert desk.engine.closed == 1
    assert desk.shelf.installed() == ()
    assert (desk.folder / "mine.gguf").exists()


@pytest.mark.parametrize("in_use", [True, False])
def test_a_test_reads_the_sample_and_remembers_nothing(desk: Desk, *, in_use: bool) -> None:
    model_id = _put_on_shelf(desk)
    dialog = desk.open()
    if in_use:
        with desk.qtbot.waitSignal(desk.link.rules_changed):
            child(dialog, QPushButton, f"modelUse_{model_id}").click()
    opened = len(desk.opened)
    child(dialog, QPushButton, f"modelTry_{model_id}").click()
    child(dialog, QPushButton, "trialTest").click()
    found = child(dialog, QListWidget, "trialFound")
    desk.wait(lambda: found.count() == 1)
    assert found.item(0).text().startswith("▲ Highly sensitive · Health: ")
    # The one in use is not loaded a second time, nor given back.
    assert len(desk.opened) - opened == (0 if in_use else 1)
    assert desk.engine.closed == (0 if in_use else 1)
    assert desk.on_core(lambda: len(desk.session._model._known)) == 0


def test_a_test_that_fails_says_why(desk: Desk) -> None:
    model_id = _put_on_shelf(desk)
    dialog = desk.open()
    desk.engine.failure = ReaderFailed(detector="model")
    child(dialog, QPushButton, f"modelTry_{model_id}").click()
    child(dialog, QPushButton, "trialTest").click()
    said = child(dialog, QLabel, "trialSaid")
    desk.wait(lambda: said.property("role") == "danger")
    assert child(dialog, QPushButton, "trialTest").isEnabled()


def test_a_server_on_this_computer_reads(desk: Desk, server: tuple[str, list[str]]) -> None:
    address, asked = server
    dialog = desk.open()
    child(dialog, QPushButton, "readerSources").click()
    field = child(dialog, QLineEdit, "serverAddress")
    field.setText(address.removeprefix("http://"))
    press(field, Qt.Key.Key_Return)
    models = child(dialog, QComboBox, "serverModels")
    desk.wait(lambda: models.count() == 2)
    assert asked == ["/v1/models"]
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(dialog, QPushButton, "serverUse").click()
    assert desk.reader() == ReaderChoice(ReaderKind.SERVER, "calm", "calm", address)
    assert address in child(dialog, QLabel, "modelFacts_elsewhere").text()


def test_a_server_elsewhere_is_refused(desk: Desk) -> None:
    dialog = desk.open()
    child(dialog, QPushButton, "readerSources").click()
    child(dialog, QLineEdit, "serverAddress").setText("http://192.0.2.7:11434/v1")
    child(dialog, QPushButton, "serverList").click()
    desk.wait(lambda: "192.0.2.7" in child(dialog, QLabel, "serverSaid").text())
    assert desk.reader() == NO_READER


def test_advanced_settings_are_kept_or_refused(desk: Desk) -> None:
    dialog = desk.open()
    child(dialog, QPushButton, "readerAdvanced").click()
    field = child(dialog, QLineEdit, "hubAddress")
    field.setText("http://hub.example")
    press(field, Qt.Key.Key_Return)
    said = child(dialog, QLabel, "hubSettingsSaid")
    desk.wait(said.isVisible)
    assert "https" in said.text()
    assert desk.on_core(lambda: desk.session.settings.hub) == HubSettings()
    field.setText("https://hub.example")
    child(dialog, QLineEdit, "hubToken").setText("hf_1")
    child(dialog, QSpinBox, "readerSeconds").setValue(300)
    dialog.reject()
    desk.wait(lambda: desk.on_core(lambda: desk.session.settings.reader_seconds) == 300)
    kept = desk.on_core(lambda: desk.session.settings.hub)
    assert kept == HubSettings("https://hub.example", "hf_1")
