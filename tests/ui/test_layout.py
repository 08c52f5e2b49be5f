"""No window cuts its texts, and none keeps English ones, whatever the language and size of text."""

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.assistants.presets import load_presets
from app.chat.trial import Tried
from app.errors import KnownError
from app.models.failures import HubUnreachable
from app.models.installing import GgufFile, GgufListing, Progress, Stage
from app.paths import resources
from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action, Choice
from app.privacy.span import Span
from app.store.chats import Chat
from app.store.entries import Entry
from app.store.identities import Identity
from app.store.providers import MIRROR_ID, Provider
from app.store.settings import Rule
from app.store.usage import SeenBy, UsedIn
from app.store.value_search import Wanted
from app.ui.assistant_picker import AssistantPicker
from app.ui.crash_dialog import CrashDialog, CrashReport
from app.ui.entrance.first_start import FirstRun
from app.ui.entrance.start_window import StartWindow
from app.ui.failures.bar import FailureBar
from app.ui.identities.dialog import IdentityDialog
from app.ui.preferences import Appearance, Language
from app.ui.private_reader.library import Work
from app.ui.private_reader.licence import LicenceDialog, Terms
from app.ui.private_reader.page import ReaderPage
from app.ui.private_reader.suggestion import suggestion_text
from app.ui.private_reader.trial_dialog import TrialDialog
from app.ui.settings.dialog import SettingsDialog
from app.ui.sidebar.sidebar import Sidebar
from app.ui.theme import Theme
from app.ui.translations import Translations
from app.ui.values.listing import ListedValue, Listing, ValueCard
from app.ui.values.merge_dialog import MergeDialog
from app.ui.values.questions import ForgetAllDialog
from app.ui.widgets.name_button import NameButton
from tests.ui.hands import child
from tests.ui.private_reader.made import ORDERS, OTHER, installed, library, unfinished, uses

LRELEASE = Path(PySide6.__file__).parent / "lrelease"
LONG = "A House With A Name So Long That Nobody Has Ever Read It To Its End"
PROVIDERS = (
    Provider("mirror", "mirror", "Mirror", "", "mirror", id=MIRROR_ID),
    Provider("openai", "openai", "OpenAI", "https://api.openai.com/v1", "", id=2),
    Provider("custom", "openai", LONG, "https://house.example/v1", "small", id=3),
)
ME = Identity(1, "", ("Ann Lee",), "", MIRROR_ID)
WORK = Identity(2, LONG, (), "", MIRROR_ID)
VALUES = Listing(
    Wanted(),
    None,
    (
        ListedValue(Entry(2, Placeholder("Email", 2), "Email", Level.PL2, LONG), fleeting=False),
        ListedValue(
            Entry(1, Placeholder("Third_Party_Identifiable_Info", 1), "Key", Level.PL4, "x"),
            fleeting=True,
        ),
    ),
    1,
    ("Email", "Key"),
)
# Texts that are the same in every language, or that a test put there.
AS_THEY_ARE = re.compile(
    r"Understudy|English|https?://\S+|OpenAI|PIN|</?\w[^>]*>|"
    + re.escape(LONG)
    + r"|Heron|Trip|small|MemPrivacy\S*|PersonaMem\S*|CC BY[-A-Z0-9. ]*|F1|[kMG]B|GGUF|\*\.gguf"
    + r"|Hugging Face|Ollama|LM Studio|llama-server|\.gguf|A-Model-With\S*"
    + r"|builtins\.\w+|Python.*|Linux.*|in here"
)


def _first() -> QWidget:
    return StartWindow(first=True)


def _unlock() -> QWidget:
    window = StartWindow(first=False)
    window.show_failure(KnownError())
    return window


def _settings(page: int) -> QWidget:
    dialog = SettingsDialog(load_presets(resources() / "providers.toml"))
    dialog.assistants.set_providers(PROVIDERS, select=2)
    dialog.profile.set_identities([ME, WORK], WORK.id)
    dialog.protection.set_values(
        Level.PL2, {"Email": Action.KEEP}, [Rule("Heron", Choice(Action.HIDE))]
    )
    dialog.show_page(page)
    return dialog


def _reader() -> QWidget:
    page = ReaderPage()
    dialog = SettingsDialog(load_presets(resources() / "providers.toml"), page)
    ready = [installed(ORDERS[2], instructions=False), installed(OTHER)]
    failed = {ORDERS[1].id: (ORDERS[1], HubUnreachable(host="https://hub.example"))}
    page.show_library(library(ready, [unfinished(ORDERS[1])], uses(OTHER)), Work(ORDERS[0], failed))
    page.show_progress(Progress(Stage.DOWNLOADING, 2_000_000, 8_000_000, 20_000.0, 300.0))
    for name in ("readerSources", "readerAdvanced"):
        child(page, QAbstractButton, name).click()
    files = tuple(GgufFile(f"{name}.gguf", 2_000_000) for name in (LONG, "small"))
    page.sources.show_listing(GgufListing("small", "small", files))
    page.sources.show_models(["small"])
    dialog.show_page(SettingsDialog.READER)
    return dialog


def _values() -> QWidget:
    dialog = SettingsDialog(load_presets(resources() / "providers.toml"))
    page = dialog.values
    page.browser.search()
    page.browser.show_listing(VALUES)
    page.browser.choose(VALUES.values[1].entry.placeholder)
    now = datetime(2026, 1, 2, tzinfo=UTC)
    chats = (UsedIn(1, "Trip", 1, now), UsedIn(2, "Trip " * 30, 1, now))
    seers = (SeenBy("OpenAI", "", 1, now, now),)
    page.show_card(ValueCard(VALUES.values[1], WORK, (Placeholder("Email", 3),), chats, seers))
    dialog.show_page(SettingsDialog.VALUES)
    return dialog


def _merge() -> QWidget:
    dialog = MergeDialog(VALUES.values[1])
    dialog.browser.search()
    dialog.browser.show_listing(VALUES)
    dialog.browser.choose(VALUES.values[0].entry.placeholder)
    return dialog


def _licence() -> QWidget:
    return LicenceDialog(
        Terms(
            model="small",
            licence="CC BY",
            url="https://licence.example",
            host="https://hub.example",
            download=8_000_000,
            room=18_000_000,
            stays=2_000_000,
            commercial=False,
        )
    )


def _trial() -> QWidget:
    dialog = TrialDialog("small")
    span = Span(0, 5, "small", "Medical Health", Level.PL3, "model", "model", 0.8)
    dialog.show_tried(Tried((span,), 3.2))
    return dialog


def _offer() -> QWidget:
    window = StartWindow(first=True)
    window.describe_reader(lambda: suggestion_text(library().suggestion))
    child(window, FirstRun).setCurrentIndex(2)
    return window


def _sidebar() -> QWidget:
    now = datetime(2026, 1, 2, tzinfo=UTC)
    sidebar = Sidebar()
    sidebar.resize(260, 500)
    sidebar.identity.set_identities([ME, WORK], WORK.id)
    sidebar.set_chats([Chat(1, "", now, now, 1, "", 1), Chat(2, "Trip", now, now, 1, "", 1)])
    return sidebar


def _identity() -> QWidget:
    dialog = IdentityDialog([LONG], new=False)
    child(dialog, QLineEdit, "identityName").setText(LONG)
    return dialog


def _picker() -> QWidget:
    picker = AssistantPicker()
    picker.set_providers(PROVIDERS)
    picker.select(MIRROR_ID, "mirror")
    return picker


def _bar() -> QWidget:
    bar = FailureBar()
    bar.resize(600, 60)
    bar.show_failure(KnownError(), FailureBar.SETTINGS)
    bar.adjustSize()
    return bar


def _crash() -> QWidget:
    return CrashDialog(CrashReport("here", ("builtins.ValueError",)))


WINDOWS: Sequence[Callable[[], QWidget]] = (
    _first,
    _unlock,
    lambda: _settings(SettingsDialog.ASSISTANTS),
    lambda: _settings(SettingsDialog.PROTECTION),
    lambda: _settings(SettingsDialog.PROFILE),
    lambda: _settings(SettingsDialog.APPEARANCE),
    lambda: _settings(SettingsDialog.VAULT),
    _values,
    _merge,
    ForgetAllDialog,
    _reader,
    _licence,
    _trial,
    _offer,
    _sidebar,
    _identity,
    _picker,
    _bar,
    _crash,
)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translations")
    for source in (resources() / "translations").glob("*.ts"):
        compiled = folder / f"{source.stem}.qm"
        subprocess.run([LRELEASE, "-silent", source, "-qm", compiled], check=True, timeout=60)
    return folder


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, resources(), Appearance.LIGHT)
    yield made
    made.set_text_size(100)


@pytest.fixture
def translations(qapp: QApplication, compiled: Path) -> Iterator[Translations]:
    before = QLocale()
    made = Translations(qapp, compiled)
    yield made
    made.remove()
    QLocale.setDefault(before)


@pytest.mark.parametrize("number", range(len(WINDOWS)))
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("size", [100, 150])
def test_nothing_is_cut(
    qtbot: QtBot,
    theme: Theme,
    translations: Translations,
    number: int,
    language: Language,
    size: int,
) -> None:
    theme.set_text_size(size)
    translations.install(language)
    window = WINDOWS[number]()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)

    def settled() -> None:
        assert [
            f"{type(each).__name__} {each.objectName()}"
            for each in window.findChildren(QWidget)
            if each.isVisible() and _is_cut(each)
        ] == []

    qtbot.waitUntil(settled)


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, NameButton):
        return widget.height() < widget.sizeHint().height()  # a long name is cut on purpose
    if isinstance(widget, QLabel | QAbstractButton):
        wanted = widget.sizeHint()
        return widget.width() < wanted.width() or widget.height() < wanted.height()
    framed = QComboBox | QAbstractSpinBox
    if isinstance(widget, framed) or (
        isinstance(widget, QLineEdit) and not isinstance(widget.parent(), framed)
    ):
        return widget.height() < widget.fontMetrics().height() + 8
    return False


@pytest.mark.parametrize("number", range(len(WINDOWS) - 1))
def test_an_open_window_keeps_no_english_when_the_language_changes(
    qtbot: QtBot, translations: Translations, number: int
) -> None:
    translations.install(Language.ENGLISH)
    window = WINDOWS[number]()
    qtbot.addWidget(window)
    window.show()
    translations.install(Language.CHINESE)
    qtbot.waitUntil(lambda: not _english(window))


def test_a_crash_dialog_speaks_chinese(qtbot: QtBot, translations: Translations) -> None:
    translations.install(Language.CHINESE)
    dialog = _crash()
    qtbot.addWidget(dialog)
    assert _english(dialog) == []


def _english(window: QWidget) -> list[str]:
    texts = [AS_THEY_ARE.sub("", text) for text in _texts(window)]
    return [text for text in texts if re.search(r"[A-Za-z]{2}", text)]


def _texts(window: QWidget) -> Iterator[str]:
    for each in (window, *window.findChildren(QWidget)):
        yield each.accessibleName()
        yield each.accessibleDescription()
        yield each.toolTip()
        yield each.windowTitle()
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        if isinstance(each, QLineEdit):
            yield each.placeholderText()
        if isinstance(each, QComboBox):
            yield from (each.itemText(row) for row in range(each.count()))
        if isinstance(each, QListWidget):
            yield from (each.item(row).text() for row in range(each.count()))
    for action in window.findChildren(QAction):
        if not action.objectName().startswith("preset_"):
            yield action.text()
