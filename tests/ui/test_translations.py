"""Choosing a language at run time: our own texts, Qt's own, and plural forms."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.paths import resources
from app.store.errors import DiskFull
from app.ui.entrance.start_window import StartWindow
from app.ui.failures.text import failure_text
from app.ui.preferences import Language
from app.ui.translations import Translations, spoken
from tests.ui.hands import child

LRELEASE = Path(PySide6.__file__).parent / "lrelease"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translations")
    for source in (resources() / "translations").glob("*.ts"):
        subprocess.run(
            [LRELEASE, "-silent", source, "-qm", folder / f"{source.stem}.qm"],
            check=True,
            timeout=60,
        )
    return folder


@pytest.fixture
def translations(qapp: QApplication, compiled: Path) -> Iterator[Translations]:
    before = QLocale()
    made = Translations(qapp, compiled)
    yield made
    made.remove()
    QLocale.setDefault(before)


def _plural(count: int) -> str:
    return QCoreApplication.translate(
        "ProviderForm", "Connected: %n model(s) to choose from.", "", count
    )


def test_chinese(translations: Translations) -> None:
    assert translations.install(Language.CHINESE)
    assert QCoreApplication.translate("Types", "Name") == "姓名"
    assert "磁盘" in failure_text(DiskFull(file="x.db"))
    assert "x.db" in failure_text(DiskFull(file="x.db"))
    assert "3" in _plural(3)


def test_qts_own_texts_follow(qtbot: QtBot, translations: Translations) -> None:
    translations.install(Language.CHINESE)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().startswith("取消")


def test_english_has_plurals(translations: Translations) -> None:
    assert translations.install(Language.ENGLISH)
    assert _plural(1) == "Connected: 1 model to choose from."
    assert _plural(2) == "Connected: 2 models to choose from."


def test_an_open_window_changes_its_language(qtbot: QtBot, translations: Translations) -> None:
    translations.install(Language.ENGLISH)
    window = StartWindow(first=False)
    qtbot.addWidget(window)
    window.show()
    window.show_failure(DiskFull(file="x.db"))
    translations.install(Language.CHINESE)
    qtbot.waitUntil(lambda: child(window, QPushButton, "unlockOpen").text() == "解锁")
    assert "磁盘" in child(window, QLabel, "unlockProblem").text()
    translations.install(Language.ENGLISH)
    qtbot.waitUntil(lambda: child(window, QPushButton, "unlockOpen").text() == "Unlock")


def test_without_its_file_the_window_stays_readable(qapp: QApplication, tmp_path: Path) -> None:
    before = QLocale()
    translations = Translations(qapp, tmp_path)
    assert not translations.install(Language.CHINESE)
    assert QCoreApplication.translate("Types", "Name") == "Name"
    translations.remove()
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (("zh-Hans-CN", "en-US"), Language.CHINESE),
        (("zh_TW",), Language.CHINESE),
        (("en-GB", "zh-CN"), Language.ENGLISH),
        (("de-DE", "zh-CN", "en"), Language.CHINESE),
        (("de-DE",), Language.ENGLISH),
        ((), Language.ENGLISH),
    ],
)
def test_the_system_decides_where_the_user_does_not(
    wanted: tuple[str, ...], language: Language
) -> None:
    assert spoken(Language.SYSTEM, wanted) is language
    assert spoken(Language.CHINESE, wanted) is Language.CHINESE
