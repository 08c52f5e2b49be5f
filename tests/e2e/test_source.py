"""The program as it starts from this repository does its main job in a real window."""

import signal
import sys
import threading
from pathlib import Path

import pytest

from app.chat.stores import Stores
from app.paths import Places
from app.store.opening import StoreFiles
from tests.e2e.desk import Desk
from tests.e2e.main_job import PASSPHRASE, do_main_job, start_first

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.xvfb
def test_a_message_is_hidden_on_its_way_and_whole_in_the_window(
    display: str, tmp_path: Path
) -> None:
    base = tmp_path / "base"
    command: list[str | Path] = [sys.executable, "-m", "app", "--base-dir", base]
    desk = Desk(display, command, home=tmp_path, folder=ROOT)
    do_main_job(desk, base, ROOT / "build" / "pictures" / "source.png")


@pytest.mark.xvfb
def test_what_is_being_written_is_kept_where_the_session_ends(display: str, tmp_path: Path) -> None:
    base = tmp_path / "base"
    command: list[str | Path] = [sys.executable, "-m", "app", "--base-dir", base]
    desk = Desk(display, command, home=tmp_path, folder=ROOT)
    draft = "Dear neighbour, about the"
    try:
        start_first(desk)
        desk.type(draft)
        threading.Event().wait(1)  # as long as a slow machine takes to show it
        desk.process.send_signal(signal.SIGTERM)
        assert desk.leave() == (0, "")
    finally:
        desk.end()
    places = Places(base)
    assert not places.database.with_name(places.database.name + "-wal").exists()
    stores = Stores(StoreFiles(places.key_file, places.database).open(PASSPHRASE))
    try:
        (kept,) = stores.drafts.list()
    finally:
        stores.close()
    assert draft.startswith(kept.text)
