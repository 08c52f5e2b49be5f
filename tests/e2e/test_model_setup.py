"""From a first start to a message read by a model that was downloaded and made ready here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.store.messages import MessageState
from app.store.reader_choice import ReaderKind
from app.store.receipts import ReadBy
from tests.e2e.driver import Driver
from tests.models.hub_server import HubServer
from tests.models.tiny_qwen3 import write_checkpoint

KEY = "tiny"
# Milliseconds: downloading, converting, quantising and loading, on a busy machine.
LONG = 120_000
REPO = "owner/Tiny"
CATALOGUE = """
[licence.open]
name = "A Licence 1.0"
url = "https://licence.example/1.0"
commercial = false

[[model]]
id = "{key}"
name = "Tiny"
repo = "{repo}"
base = "Qwen3"
parameters = 1_000_000
weights = 3_000_000
quantised = 1_000_000
memory = 10_000_000
licence = "open"
needs = {{ memory = 1, cores = 1 }}
instructions_url = "{hub}/instructions.txt"
"""


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubServer]:
    """Give a hub with a tiny checkpoint of random weights."""
    folder = tmp_path / "checkpoint"
    write_checkpoint(folder)
    with HubServer() as server:
        server.serve(REPO, folder)
        yield server


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, hub: HubServer) -> Iterator[Driver]:
    catalogue = tmp_path / "models.toml"
    catalogue.write_text(CATALOGUE.format(key=KEY, repo=REPO, hub=hub.url), "utf-8")
    driver = Driver(qtbot, tmp_path / "base", catalogue)
    driver.first_start("Rosalind Quint", set_up_reader=True)
    yield driver
    driver.close()


def test_a_model_is_downloaded_made_ready_tested_and_reads_a_message(
    qtbot: QtBot, driver: Driver, hub: HubServer
) -> None:
    # Over the main window, which is there; the hub is the one of this test.
    driver.click("readerAdvanced")
    field = driver.find(QLineEdit, "hubAddress")
    qtbot.keyClicks(field, hub.url)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: driver.on_core(lambda: driver.session.settings.hub).address == hub.url)
    assert "Tiny fits" in driver.text_of("readerSuggestion")
    # The licence is accepted first.
    driver.click(f"modelChoose_{KEY}")
    assert "A Licence 1.0" in driver.text_of("licenceName")
    qtbot.keyClick(driver.find(QCheckBox, "licenceAccept"), Qt.Key.Key_Space)
    assert hub.requests == []
    driver.click("licenceDownload")
    stage = driver.find(QLabel, f"installStage_{KEY}")
    assert stage.text()
    qtbot.waitUntil(driver.find(QPushButton, f"modelUse_{KEY}").isVisible, timeout=LONG)
    assert "Ready" in driver.text_of(f"modelSign_{KEY}")
    # It reads a sample, and from then on what is written.
    driver.click(f"modelTry_{KEY}")
    driver.click("trialTest")
    said = driver.find(QLabel, "trialSaid")
    qtbot.waitUntil(lambda: said.property("role") in ("good", "danger"), timeout=LONG)
    assert said.property("role") == "good", said.text()
    driver.click("trialClose")
    driver.click(f"modelUse_{KEY}")
    qtbot.waitUntil(lambda: "✓" in driver.text_of(f"modelSign_{KEY}"))
    driver.click("settingsClose")
    driver.write("Hello you")
    sign = driver.find(QLabel, "readerSign")
    qtbot.waitUntil(lambda: "✓" in sign.text(), timeout=LONG)
    driver.send()
    reply = driver.wait_for_reply(LONG)
    assert (reply.text, reply.state) == ("Hello you", MessageState.COMPLETE)
    (receipt,) = driver.on_core(driver.session.receipts.list)
    assert receipt.read_by is ReadBy.MODEL
    assert driver.on_core(lambda: driver.session.settings.reader).kind is ReaderKind.INSTALLED


def test_a_first_start_without_a_model_is_one_click(qtbot: QtBot, tmp_path: Path) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start()
    driver.write("Hello you")
    driver.send()
    assert driver.wait_for_reply().text == "Hello you"
    (receipt,) = driver.on_core(driver.session.receipts.list)
    assert receipt.read_by is ReadBy.RULES
    driver.close()
