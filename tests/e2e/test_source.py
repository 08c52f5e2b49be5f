"""The program as it starts from this repository does its main job in a real window."""

import sys
from pathlib import Path

import pytest

from tests.e2e.desk import Desk
from tests.e2e.main_job import do_main_job

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.xvfb
def test_a_message_is_hidden_on_its_way_and_whole_in_the_window(
    display: str, tmp_path: Path
) -> None:
    base = tmp_path / "base"
    command: list[str | Path] = [sys.executable, "-m", "app", "--base-dir", base]
    desk = Desk(display, command, home=tmp_path, folder=ROOT)
    do_main_job(desk, base, ROOT / "build" / "pictures" / "source.png")
