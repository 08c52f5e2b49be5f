"""The plain file: what is kept comes back, and a broken one is told."""

import json
import stat
from pathlib import Path

import pytest

from app.ui.preferences import (
    Appearance,
    Language,
    Preferences,
    PreferencesFile,
    PreferencesNotKept,
    PreferencesUnreadable,
)


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    file = PreferencesFile(tmp_path / "new" / "preferences.json")
    kept = Preferences(Appearance.DARK, Language.CHINESE, 125)
    file.save(kept)
    assert file.load() == kept
    file.save(Preferences())
    assert file.load() == Preferences()


def test_only_its_owner_may_read_it_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    PreferencesFile(path).save(Preferences())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["preferences.json"]
    assert set(json.loads(path.read_text())) == {"appearance", "language", "text_size"}


def test_without_a_file_the_usual_values_hold(tmp_path: Path) -> None:
    assert PreferencesFile(tmp_path / "preferences.json").load() == Preferences()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"dark"', "\x00\x01"])
def test_a_file_that_makes_no_sense_is_told_and_left(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(text)
    with pytest.raises(PreferencesUnreadable):
        PreferencesFile(path).load()
    assert path.read_text() == text


@pytest.mark.parametrize(
    "kept",
    [
        {"appearance": "dark", "language": "tlh", "text_size": 110},
        {"appearance": "dark", "text_size": 110, "later": {"x": 1}},
    ],
)
def test_values_of_another_version_are_skipped(tmp_path: Path, kept: dict[str, object]) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps(kept))
    assert PreferencesFile(path).load() == Preferences(Appearance.DARK, Language.SYSTEM, 110)


@pytest.mark.parametrize("size", [0, -5, 10_000, "large", None, 100.5])
def test_a_size_of_text_out_of_range_is_the_usual_one(tmp_path: Path, size: object) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({"text_size": size}))
    assert PreferencesFile(path).load().text_size == 100


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PreferencesNotKept):
        PreferencesFile(tmp_path / "file" / "preferences.json").save(Preferences())


def test_a_failed_save_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").mkdir()
    with pytest.raises(PreferencesNotKept):
        PreferencesFile(tmp_path / "preferences.json").save(Preferences())
    assert [each.name for each in tmp_path.iterdir()] == ["preferences.json"]
