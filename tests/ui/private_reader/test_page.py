"""The page of the private reader on its own: values in, wishes out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.detect.model.failures import ServerNotLocal
from app.models.failures import HubUnreachable, RepoNameInvalid
from app.models.installing import GgufFile, GgufListing, Progress, Stage
from app.models.orders import Order
from app.store.reader_choice import NO_READER, ReaderChoice, ReaderKind
from app.store.settings import HubSettings
from app.ui.private_reader.library import Work
from app.ui.private_reader.licence import LicenceDialog
from app.ui.private_reader.page import ReaderPage
from app.ui.private_reader.trial_dialog import TrialDialog
from app.ui.widgets.passphrase_field import PassphraseLine
from tests.ui.hands import child, press, type_text
from tests.ui.private_reader.made import (
    LONG,
    ORDERS,
    OTHER,
    installed,
    library,
    machine,
    unfinished,
    uses,
)

SFT = "memprivacy-4b-sft"
MOVED = Progress(Stage.DOWNLOADING, 2_000_000_000, 8_000_000_000, 20_000_000.0, 300.0)
LISTING = GgufListing(
    "owner/name", "apache-2.0", (GgufFile("a-Q4.gguf", 2_000_000), GgufFile("b/c.gguf", 9_000_000))
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ReaderPage]:
    made = ReaderPage()
    qtbot.addWidget(made)
    made.show_library(library(), Work())
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def _button(page: QWidget, name: str) -> QPushButton:
    return child(page, QPushButton, name)


def _text(page: QWidget, name: str) -> str:
    return _plain(child(page, QLabel, name).text())


def _plain(text: str) -> str:
    """Return `text` with the spaces that forbid a break made usual ones."""
    return text.replace("\u00a0", " ")


def _offered(page: ReaderPage, key: str) -> list[str]:
    """Return what can be done with a model, by the names of the buttons."""
    row = child(page, QWidget, f"model_{key}")
    names = [each.objectName() for each in row.findChildren(QPushButton) if each.isVisible()]
    return sorted(name.removeprefix("model").removesuffix(f"_{key}") for name in names)


# The suggestion.


@pytest.mark.parametrize(
    ("memory", "cores", "said"),
    [
        (15.5, 8, ["16 GB", "8 core", "MemPrivacy-4B-SFT fits"]),
        (6.0, 4, ["6.0 GB", "6.6 GB", "MemPrivacy-1.7B-SFT is suggested"]),
        (15.5, 2, ["2 core", "slow", "MemPrivacy-1.7B-SFT is suggested"]),
        (3.7, 2, ["3.7 GB", "no published model fits", "5.0 GB", "2 cores"]),
    ],
)
def test_the_suggestion_says_why(
    page: ReaderPage, memory: float, cores: int, said: list[str]
) -> None:
    page.show_library(library(of=machine(memory, cores)), Work())
    text = _text(page, "readerSuggestion")
    assert [each for each in said if each not in text] == []


def test_a_published_model_tells_its_figures(page: ReaderPage) -> None:
    facts = _text(page, f"modelFacts_{SFT}")
    for figure in ("8.0 GB", "2.5 GB", "3.8 GB", "85.64 %", "CC BY-NC-ND 4.0", "non-commercial"):
        assert figure in facts
    assert "Suggested" in _text(page, f"modelSign_{SFT}")
    assert "In use" in _text(page, "modelSign_none")


# The licence.


def _choose(page: ReaderPage) -> LicenceDialog:
    _button(page, f"modelChoose_{SFT}").click()
    return child(page, LicenceDialog, "licenceDialog")


def test_nothing_is_downloaded_before_the_licence_is_accepted(
    qtbot: QtBot, page: ReaderPage
) -> None:
    with qtbot.assertNotEmitted(page.install_requested):
        dialog = _choose(page)
        assert "CC BY-NC-ND 4.0" in _text(dialog, "licenceName")
        assert "non-commercial" in _text(dialog, "licenceSays")
        assert "huggingface.co" in _text(dialog, "licenceTakes")
        assert "18.6 GB" in _text(dialog, "licenceTakes")
        assert not _button(dialog, "licenceDownload").isEnabled()
        press(_button(dialog, "licenceDownload"), Qt.Key.Key_Return)
        _button(dialog, "licenceDownload").click()
    child(dialog, QCheckBox, "licenceAccept").click()
    with qtbot.waitSignal(page.install_requested) as caught:
        _button(dialog, "licenceDownload").click()
    (order,) = caught.args
    assert isinstance(order, Order)
    assert (order.id, order.licence) == (ORDERS[0].id, "CC BY-NC-ND 4.0")
    assert order.accepted


def test_taking_the_tick_away_takes_the_download_away(page: ReaderPage) -> None:
    dialog = _choose(page)
    box = child(dialog, QCheckBox, "licenceAccept")
    box.click()
    assert _button(dialog, "licenceDownload").isEnabled()
    box.click()
    assert not _button(dialog, "licenceDownload").isEnabled()


def test_the_licence_is_opened_by_the_dialog_that_shows_where_it_leads(page: ReaderPage) -> None:
    dialog = _choose(page)
    _button(dialog, "licenceRead").click()
    address = child(dialog, QPlainTextEdit, "linkAddress")
    assert address.toPlainText() == "https://creativecommons.org/licenses/by-nc-nd/4.0/"


def test_the_mirror_is_named_where_one_is_set(page: ReaderPage) -> None:
    _button(page, "readerAdvanced").click()
    page.show_library(replace(library(), hub=HubSettings("https://mirror.example/hub")), Work())
    assert "mirror.example" in _text(_choose(page), "licenceTakes")


def test_the_licence_is_accepted_by_keyboard_alone(qtbot: QtBot, page: ReaderPage) -> None:
    _button(page, f"modelChoose_{SFT}").setFocus()
    press(page.focusWidget(), Qt.Key.Key_Space)
    dialog = child(page, LicenceDialog, "licenceDialog")
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.focusWidget() is _button(dialog, "licenceRead")
    press(dialog.focusWidget(), Qt.Key.Key_Tab)
    # Enter does nothing before the box is ticked, and begins the download after it.
    with qtbot.assertNotEmitted(page.install_requested):
        press(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    press(dialog.focusWidget(), Qt.Key.Key_Space)
    with qtbot.waitSignal(page.install_requested):
        press(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()


# The way of an installation.


def test_progress_is_told_in_words_and_figures(page: ReaderPage) -> None:
    page.show_library(library(), Work(ORDERS[0]))
    assert child(page, QProgressBar, f"installBar_{SFT}").maximum() == 0
    page.show_progress(MOVED)
    assert _text(page, f"installStage_{SFT}") == "Downloading"
    figures = _text(page, f"installFigures_{SFT}")
    for figure in ("2.0 GB", "8.0 GB", "20.0 MB", "5 minute"):
        assert figure in figures
    bar = child(page, QProgressBar, f"installBar_{SFT}")
    assert bar.value() / bar.maximum() == 0.25
    assert _plain(bar.accessibleDescription()) == figures
    stages = set()
    for stage in Stage:
        page.show_progress(Progress(stage, 1, 10, None, None))
        stages.add(_text(page, f"installStage_{SFT}"))
    assert len(stages) == len(Stage)


def test_what_can_be_done_depends_on_where_a_model_stands(page: ReaderPage) -> None:
    assert _offered(page, "none") == []
    assert _offered(page, SFT) == ["Choose"]
    page.show_library(library(), Work(ORDERS[0]))
    assert _offered(page, SFT) == ["Cancel", "Pause"]
    page.show_library(library(paused=[unfinished(ORDERS[0])]), Work())
    assert _offered(page, SFT) == ["Continue", "Remove"]
    page.show_library(library([installed(ORDERS[0])]), Work())
    assert _offered(page, SFT) == ["Remove", "Try", "Use"]
    page.show_library(library([installed(ORDERS[0])], choice=uses(ORDERS[0])), Work())
    assert _offered(page, SFT) == ["Remove", "Try"]
    assert _offered(page, "none") == ["Use"]
    shelf = library([installed(ORDERS[0], instructions=False)])
    page.show_library(shelf, Work())
    assert _offered(page, SFT) == ["Complete", "Remove", "Try", "Use"]
    # What is ready is not thrown away with what is being fetched for it.
    page.show_library(shelf, Work(ORDERS[0]))
    assert _offered(page, SFT) == ["Pause"]


def test_one_model_at_a_time(page: ReaderPage) -> None:
    shelf = library(paused=[unfinished(ORDERS[1])])
    page.show_library(shelf, Work(ORDERS[0]))
    for name in ("modelContinue_memprivacy-4b-rl", "modelChoose_memprivacy-1.7b-sft"):
        assert not _button(page, name).isEnabled()
        assert "One at a time" in _button(page, name).toolTip()
    assert not _button(page, "fileChoose").isEnabled()
    page.show_library(shelf, Work())
    assert _button(page, "modelContinue_memprivacy-4b-rl").isEnabled()
    assert not _button(page, "modelContinue_memprivacy-4b-rl").toolTip()


def test_pausing_and_going_on(qtbot: QtBot, page: ReaderPage) -> None:
    page.show_library(library(), Work(ORDERS[0]))
    with qtbot.waitSignal(page.pause_requested):
        _button(page, f"modelPause_{SFT}").click()
    page.show_library(library(paused=[unfinished(ORDERS[0])]), Work())
    assert "Paused" in _text(page, f"modelSign_{SFT}")
    assert "3.1 GB" in _text(page, f"modelFacts_{SFT}")
    with qtbot.waitSignal(page.install_requested) as caught:
        _button(page, f"modelContinue_{SFT}").click()
    assert caught.args == [ORDERS[0]]


def test_a_failure_stands_beside_its_model(page: ReaderPage) -> None:
    failure = HubUnreachable(host="hub.example")
    shelf = library(paused=[unfinished(ORDERS[0])])
    page.show_library(shelf, Work(None, {ORDERS[0].id: (ORDERS[0], failure)}))
    assert "hub.example" in _text(page, f"modelFailure_{SFT}")
    assert "Stopped" in _text(page, f"modelSign_{SFT}")
    page.show_library(shelf, Work())
    assert not child(page, QLabel, f"modelFailure_{SFT}").isVisible()


def test_cancelling_asks_and_tells_of_pausing(qtbot: QtBot, page: ReaderPage) -> None:
    page.show_library(library(), Work(ORDERS[0]))
    with qtbot.assertNotEmitted(page.discard_requested):
        _button(page, f"modelCancel_{SFT}").click()
        box = child(page, QMessageBox, "cancelModelQuestion")
    assert "Pause" in _plain(box.informativeText())
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    with qtbot.waitSignal(page.discard_requested) as caught:
        _button(box, "cancelModelQuestionConfirm").click()
    assert caught.args == [ORDERS[0].id]


# Models that are ready.


def test_using_a_model_and_none(qtbot: QtBot, page: ReaderPage) -> None:
    page.show_library(library([installed(ORDERS[0])]), Work())
    with qtbot.waitSignal(page.use_requested) as caught:
        _button(page, f"modelUse_{SFT}").click()
    assert caught.args == [uses(ORDERS[0])]
    page.show_library(library([installed(ORDERS[0])], choice=uses(ORDERS[0])), Work())
    assert "✓" in _text(page, f"modelSign_{SFT}")
    with qtbot.waitSignal(page.use_requested) as caught:
        _button(page, "modelUse_none").click()
    assert caught.args == [NO_READER]


@pytest.mark.parametrize("in_use", [True, False])
def test_removing_asks_and_says_what_becomes_of_the_reader(
    qtbot: QtBot, page: ReaderPage, *, in_use: bool
) -> None:
    choice = uses(ORDERS[0]) if in_use else NO_READER
    page.show_library(library([installed(ORDERS[0])], choice=choice), Work())
    with qtbot.assertNotEmitted(page.remove_requested):
        _button(page, f"modelRemove_{SFT}").click()
        box = child(page, QMessageBox, "removeModelQuestion")
    assert ("switched off" in _plain(box.informativeText())) is in_use
    assert "2.5 GB" in _plain(box.informativeText())
    with qtbot.waitSignal(page.remove_requested) as caught:
        _button(box, "removeModelQuestionConfirm").click()
    assert caught.args == [ORDERS[0].id]


def test_what_is_missing_of_a_ready_model_can_be_fetched(qtbot: QtBot, page: ReaderPage) -> None:
    page.show_library(library([installed(ORDERS[0], instructions=False)]), Work())
    assert "instructions" in _text(page, f"modelFacts_{SFT}")
    with qtbot.waitSignal(page.install_requested) as caught:
        _button(page, f"modelComplete_{SFT}").click()
    assert caught.args == [ORDERS[0]]


def test_a_test_is_opened_for_the_model(qtbot: QtBot, page: ReaderPage) -> None:
    page.show_library(library([installed(OTHER)]), Work())
    with qtbot.waitSignal(page.trial_opened) as caught:
        _button(page, f"modelTry_{OTHER.id}").click()
    dialog, choice = caught.args
    assert isinstance(dialog, TrialDialog)
    assert choice == uses(OTHER)
    dialog.reject()


def test_a_model_in_use_that_is_gone_is_said_to_be(page: ReaderPage) -> None:
    page.show_library(library(choice=uses(ORDERS[0])), Work())
    assert "Missing" in _text(page, f"modelSign_{SFT}")
    assert "not on this computer any more" in _text(page, f"modelFacts_{SFT}")


def test_the_disk_that_is_used_is_told(page: ReaderPage) -> None:
    assert not child(page, QLabel, "readerDisk").isVisible()
    page.show_library(library([installed(ORDERS[0])], [unfinished(OTHER)]), Work())
    assert "5.6 GB" in _text(page, "readerDisk")


# The focus.


def test_the_focus_stays_with_the_model(page: ReaderPage) -> None:
    page.activateWindow()
    page.show_library(library(), Work(ORDERS[0]))
    _button(page, f"modelPause_{SFT}").setFocus()
    page.show_library(library(paused=[unfinished(ORDERS[0])]), Work())
    assert page.focusWidget() is _button(page, f"modelContinue_{SFT}")


def test_tab_goes_down_the_page_also_when_rows_come_later(qtbot: QtBot, page: ReaderPage) -> None:
    shelf = library([installed(OTHER)], choice=uses(OTHER))
    page.show_library(shelf, Work())
    qtbot.waitUntil(_button(page, f"modelTry_{OTHER.id}").isVisible)
    _button(page, "readerSources").click()
    _button(page, "modelUse_none").setFocus()
    seen = []
    for _ in range(9):
        seen.append(getattr(page.focusWidget(), "objectName", str)())
        press(page.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [
        "modelUse_none",
        *(f"modelChoose_memprivacy-{name}" for name in ("4b-sft", "4b-rl", "1.7b-sft", "1.7b-rl")),
        f"modelTry_{OTHER.id}",
        f"modelRemove_{OTHER.id}",
        "readerSources",
        "hubRepo",
    ]


def _nameless(window: QWidget) -> list[str]:
    """Return what Tab may reach and what has no name for tests or for a screen reader."""
    return [
        f"{type(each).__name__} {each.objectName()}"
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and not each.objectName().startswith("qt_")
        and not (each.objectName() and each.accessibleName())
    ]


def test_every_control_has_a_name(qtbot: QtBot, page: ReaderPage) -> None:
    shelf = library([installed(ORDERS[0], instructions=False)], [unfinished(ORDERS[1])])
    page.show_library(shelf, Work(ORDERS[2]))
    for name in ("readerSources", "readerAdvanced"):
        _button(page, name).click()
    page.sources.show_listing(LISTING)
    page.sources.show_models(["calm"])
    assert _nameless(page) == []
    for button, kind in (
        ("modelChoose_memprivacy-1.7b-rl", LicenceDialog),
        (f"modelTry_{SFT}", TrialDialog),
    ):
        _button(page, button).setEnabled(True)
        _button(page, button).click()
        dialog = child(page, kind)
        qtbot.waitUntil(dialog.isVisible)
        assert _nameless(dialog) == []
        dialog.close()


# Other sources.


def test_a_file_of_a_repository_is_chosen_and_its_licence_accepted(
    qtbot: QtBot, page: ReaderPage
) -> None:
    _button(page, "readerSources").click()
    assert not _button(page, "hubList").isEnabled()
    type_text(child(page, QLineEdit, "hubRepo"), "owner/name")
    with qtbot.waitSignal(page.sources.files_requested) as caught:
        press(child(page, QLineEdit, "hubRepo"), Qt.Key.Key_Return)
    assert caught.args == ["owner/name"]
    assert not _button(page, "hubList").isEnabled()
    page.sources.show_listing(LISTING)
    files = child(page, QListWidget, "hubFiles")
    assert [_plain(files.item(row).text()) for row in range(2)] == [
        "2.0 MB · a-Q4.gguf",
        "9.0 MB · b/c.gguf",
    ]
    files.setCurrentRow(1)
    with qtbot.assertNotEmitted(page.hub_file_agreed):
        _button(page, "hubDownload").click()
        dialog = child(page, LicenceDialog, "licenceDialog")
    assert "apache-2.0" in _text(dialog, "licenceName")
    _button(dialog, "licenceRead").click()
    address = child(dialog, QPlainTextEdit, "linkAddress")
    assert address.toPlainText() == "https://huggingface.co/owner/name"
    child(dialog, QCheckBox, "licenceAccept").click()
    with qtbot.waitSignal(page.hub_file_agreed) as caught:
        _button(dialog, "licenceDownload").click()
    assert caught.args == [LISTING, LISTING.files[1]]


def test_a_repository_without_a_licence_says_so(page: ReaderPage) -> None:
    _button(page, "readerSources").click()
    page.sources.show_listing(GgufListing("owner/name", "", LISTING.files))
    _button(page, "hubDownload").click()
    dialog = child(page, LicenceDialog, "licenceDialog")
    assert "No licence" in _text(dialog, "licenceName")
    assert not _button(dialog, "licenceDownload").isEnabled()


def test_a_repository_that_cannot_be_listed(page: ReaderPage) -> None:
    _button(page, "readerSources").click()
    type_text(child(page, QLineEdit, "hubRepo"), "nonsense")
    _button(page, "hubList").click()
    page.sources.show_listing_failure(RepoNameInvalid())
    assert "owner/name" in _text(page, "hubSaid")
    assert _button(page, "hubList").isEnabled()
    assert not child(page, QListWidget, "hubFiles").isVisible()


def test_a_file_of_ones_own(qtbot: QtBot, page: ReaderPage, tmp_path: Path) -> None:
    _button(page, "readerSources").click()
    _button(page, "fileChoose").click()
    dialog = child(page, QFileDialog, "fileDialog")
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    with qtbot.waitSignal(page.sources.file_chosen) as caught:
        dialog.fileSelected.emit(str(tmp_path / "my.gguf"))
    assert caught.args == [tmp_path / "my.gguf"]
    dialog.reject()


def test_a_server_on_this_computer(qtbot: QtBot, page: ReaderPage) -> None:
    _button(page, "readerSources").click()
    type_text(child(page, QLineEdit, "serverAddress"), "http://127.0.0.1:1/v1")
    with qtbot.waitSignal(page.sources.models_requested) as caught:
        _button(page, "serverList").click()
    assert caught.args == ["http://127.0.0.1:1/v1"]
    page.sources.show_models([])
    assert "no model" in _text(page, "serverSaid")
    assert not _button(page, "serverUse").isVisible()
    page.sources.show_models(["calm", "quick"])
    child(page, QComboBox, "serverModels").setCurrentIndex(1)
    # What is used is the server that was asked, whatever is typed since.
    type_text(child(page, QLineEdit, "serverAddress"), "x")
    with qtbot.waitSignal(page.sources.server_chosen) as caught:
        _button(page, "serverUse").click()
    assert caught.args == ["http://127.0.0.1:1/v1", "quick"]


def test_another_computer_is_refused_with_the_reason(page: ReaderPage) -> None:
    _button(page, "readerSources").click()
    page.sources.show_server_failure(ServerNotLocal(detector="model", host="192.0.2.7"))
    assert "192.0.2.7 is not this computer" in _text(page, "serverSaid")


def test_a_server_in_use_is_shown(page: ReaderPage) -> None:
    choice = ReaderChoice(ReaderKind.SERVER, "qwen3:4b", "qwen3:4b", "http://127.0.0.1:1/v1")
    page.show_library(library(choice=choice), Work())
    assert "http://127.0.0.1:1/v1" in _text(page, "modelFacts_elsewhere")
    page.show_library(library(), Work())
    assert (
        page.findChild(QLabel, "modelFacts_elsewhere") is None
        or not child(page, QLabel, "modelFacts_elsewhere").isVisible()
    )


# Advanced.


def test_the_way_to_the_hub_and_the_time_are_kept_when_left(qtbot: QtBot, page: ReaderPage) -> None:
    _button(page, "readerAdvanced").click()
    token = child(page, PassphraseLine, "hubToken")
    assert token.echoMode() is QLineEdit.EchoMode.Password
    child(page, QCheckBox, "hubShowToken").click()
    assert token.echoMode() is QLineEdit.EchoMode.Normal
    type_text(child(page, QLineEdit, "hubAddress"), "https://mirror.example")
    with qtbot.waitSignal(page.advanced.hub_changed) as caught:
        press(child(page, QLineEdit, "hubAddress"), Qt.Key.Key_Return)
    assert caught.args == [HubSettings("https://mirror.example")]
    token.setText("hf_1")
    seconds = child(page, QSpinBox, "readerSeconds")
    seconds.setValue(300)
    with qtbot.waitSignals([page.advanced.hub_changed, page.advanced.seconds_changed]):
        page.keep()
    page.forget()
    assert not token.text()
    assert token.echoMode() is QLineEdit.EchoMode.Password


def test_long_names_are_shown_whole(page: ReaderPage) -> None:
    page.show_library(library([installed(OTHER)]), Work())
    assert _text(page, f"modelName_{OTHER.id}") == LONG
