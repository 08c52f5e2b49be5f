import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication

from app.paths import resources
from app.privacy.levels import Level
from app.ui.preferences import Appearance
from app.ui.theme import DARK, LIGHT, Colours, Manner, Theme, contrast


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(colours: Colours) -> None:
    for text, ground in colours.text_pairs():
        assert contrast(text, ground) >= 4.5, (text, ground)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_of_controls_and_the_focus_can_be_seen(colours: Colours) -> None:
    for line in (colours.control, colours.focus):
        for ground in (colours.surface, colours.ground, colours.raised):
            assert contrast(line, ground) >= 3, (line, ground)


def test_contrast_is_the_ratio_of_the_definition() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_levels_differ_by_their_underline_alone(theme: Theme) -> None:
    underlines = {
        theme.level_format(level, Manner.DRAFT).underlineStyle()
        for level in (Level.PL2, Level.PL3, Level.PL4)
    }
    kept = theme.level_format(Level.PL4, Manner.DRAFT, kept=True)
    underlines.add(kept.underlineStyle())
    assert len(underlines) == 4
    assert QTextCharFormat.UnderlineStyle.NoUnderline not in underlines


def test_what_is_kept_has_no_ground(theme: Theme) -> None:
    kept = theme.level_format(Level.PL3, Manner.DRAFT, kept=True)
    assert kept.background().style() == Qt.BrushStyle.NoBrush


def test_the_users_choice_wins_over_the_system(theme: Theme, qapp: QApplication) -> None:
    seen: list[bool] = []
    theme.changed.connect(lambda: seen.append(theme.dark))
    theme.set_appearance(Appearance.DARK)
    theme.set_appearance(Appearance.LIGHT)
    assert seen == [True, False]
    assert LIGHT.surface in qapp.styleSheet()


def test_text_grows_with_the_users_choice(theme: Theme, qapp: QApplication) -> None:
    usual = qapp.font().pointSizeF()
    theme.set_text_size(150)
    assert qapp.font().pointSizeF() == pytest.approx(1.5 * usual)
    theme.set_text_size(100)
    assert qapp.font().pointSizeF() == pytest.approx(usual)


def test_icons_are_sharp_at_twice_the_size(theme: Theme) -> None:
    pixmap = theme.icon("send").pixmap(QSize(20, 20), 2.0)
    assert pixmap.size() == QSize(40, 40)
    assert theme.icon("send") is theme.icon("send")


def test_every_drawing_can_be_drawn_and_loads_nothing(theme: Theme) -> None:
    for path in sorted((resources() / "icons").glob("*.svg")):
        source = path.read_text(encoding="utf-8")
        assert "href" not in source
        image = theme.icon(path.stem).pixmap(20, 20).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(20))


@pytest.mark.usefixtures("theme")
def test_the_style_sheet_names_only_files_that_are_there(qapp: QApplication) -> None:
    named = re.findall(r"url\(([^)]+)\)", qapp.styleSheet())
    assert named
    assert all(Path(name).is_file() for name in named)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, resources(), Appearance.LIGHT)
    yield made
    made.deleteLater()
