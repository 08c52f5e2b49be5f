"""Unlocking a real vault: every way in, every wait, and the ways back from damaged files."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.store.errors import DamageSeen, DatabaseMissing, KeyFileMissing
from app.store.recovery_code import RecoveryCode
from app.store.system_keyring import SystemKeyring
from app.store.vault import Vault
from app.store.watching import Stage
from app.store.ways import Passphrase, Recovery
from app.ui.entrance.unlock import Unlock
from tests.store.keyrings import Remembering
from tests.store.world import assign, run, span
from tests.ui.entrance.hall import PHRASE, WAIT, Hall
from tests.ui.hands import child, click, type_text


class _Encrypting(Remembering):
    """A keyring in memory that passes for one that encrypts."""

    __module__ = "keyring.backends.SecretService"


def _damaged(path: Path, at: int) -> bytes:
    """Write noise over a piece of a file; return what it is then."""
    content = bytearray(path.read_bytes())
    content[at : at + 64] = b"\x5a" * 64
    path.write_bytes(content)
    return bytes(content)


@pytest.fixture
def hall(qtbot: QtBot, tmp_path: Path) -> Iterator[Hall]:
    made = Hall(qtbot, tmp_path)
    yield made
    made.close()


def _type_phrase(page: Unlock, phrase: str = PHRASE) -> None:
    line = child(page, QLineEdit, "passphrase")
    line.clear()
    type_text(line, phrase)
    click(child(page, QPushButton, "unlockOpen"))


def _shown(page: Unlock, name: str) -> bool:
    return child(page, QLabel, name).isVisible()


def test_a_passphrase_opens(hall: Hall) -> None:
    _, page = hall.show()
    _type_phrase(page)
    hall.qtbot.waitUntil(lambda: bool(hall.opened), timeout=WAIT)


def test_a_recovery_code_opens_as_it_is_printed(hall: Hall) -> None:
    code = RecoveryCode.new()
    hall.store.put(PHRASE, Recovery(code))
    window, page = hall.show()
    click(child(page, QPushButton, "unlockOther"))
    line = child(page, QLineEdit, "recoveryCode")
    assert window.focusWidget() is line
    assert not child(page, QLineEdit, "passphrase").isVisible()
    type_text(line, str(code).lower())
    click(child(page, QPushButton, "unlockOpen"))
    hall.qtbot.waitUntil(lambda: bool(hall.opened), timeout=WAIT)


def test_a_slip_in_the_code_is_told_without_a_try(hall: Hall) -> None:
    _, page = hall.show()
    click(child(page, QPushButton, "unlockOther"))
    type_text(child(page, QLineEdit, "recoveryCode"), "ABCD-EFGH")
    with hall.qtbot.assertNotEmitted(page.unlock_requested):
        click(child(page, QPushButton, "unlockOpen"))
    assert "32" in child(page, QLabel, "unlockProblem").text()
    assert child(page, QLineEdit, "recoveryCode").text() == "ABCD-EFGH"
    click(child(page, QPushButton, "unlockOther"))
    assert child(page, QLineEdit, "passphrase").isVisible()


def test_a_vault_without_a_passphrase_asks_for_the_code_at_once(hall: Hall) -> None:
    code = Recovery(RecoveryCode.new())
    hall.store.put(PHRASE, code)
    hall.store.remove(code, Passphrase(PHRASE))
    _, page = hall.show()
    hall.qtbot.waitUntil(child(page, QLineEdit, "recoveryCode").isVisible, timeout=WAIT)


def test_the_keyring_opens_where_it_is_set_up(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = _Encrypting()
    monkeypatch.setattr("keyring.get_keyring", lambda: kept)
    hall.store.put(PHRASE, SystemKeyring())
    _, page = hall.show()
    by_keyring = child(page, QPushButton, "unlockKeyring")
    hall.qtbot.waitUntil(by_keyring.isVisible, timeout=WAIT)
    click(by_keyring)
    hall.qtbot.waitUntil(lambda: bool(hall.opened), timeout=WAIT)


def test_a_keyring_that_lost_its_entry_is_told(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = _Encrypting()
    monkeypatch.setattr("keyring.get_keyring", lambda: kept)
    hall.store.put(PHRASE, SystemKeyring())
    kept.entries.clear()
    _, page = hall.show()
    by_keyring = child(page, QPushButton, "unlockKeyring")
    hall.qtbot.waitUntil(by_keyring.isVisible, timeout=WAIT)
    click(by_keyring)
    hall.qtbot.waitUntil(lambda: _shown(page, "unlockProblem"), timeout=WAIT)
    assert "does not have the entry" in child(page, QLabel, "unlockProblem").text()


def test_a_missing_key_file_is_told_before_anything_is_typed(hall: Hall) -> None:
    hall.back_up()
    hall.store.keys.path.unlink()
    hall.entrance.show(first=False, failure=KeyFileMissing(file="key"))
    window = hall.entrance.window
    assert window is not None
    assert child(window, QLabel, "unlockProblem").isVisible()
    click(child(window, QPushButton, "rescueAct"))
    hall.qtbot.waitUntil(child(window, QLabel, "unlockPutBack").isVisible, timeout=WAIT)


def test_a_missing_database_is_still_told_where_only_a_code_opens(hall: Hall) -> None:
    code = Recovery(RecoveryCode.new())
    hall.store.put(PHRASE, code)
    hall.store.remove(code, Passphrase(PHRASE))
    hall.store.path.unlink()
    hall.entrance.show(first=False, failure=DatabaseMissing(file="db"))
    window = hall.entrance.window
    assert window is not None
    hall.qtbot.waitUntil(child(window, QLineEdit, "recoveryCode").isVisible, timeout=WAIT)
    assert child(window, QLabel, "unlockProblem").isVisible()


def test_the_keyring_is_offered_only_where_it_is_set_up(hall: Hall) -> None:
    _, page = hall.show()
    assert not child(page, QPushButton, "unlockKeyring").isVisible()


def test_after_wrong_tries_a_countdown_ends_by_itself(hall: Hall) -> None:
    _, page = hall.show()
    opens = child(page, QPushButton, "unlockOpen")
    for _ in range(4):
        _type_phrase(page, "not this one")
        hall.qtbot.waitUntil(lambda: _shown(page, "unlockProblem"), timeout=WAIT)
    hall.qtbot.waitUntil(lambda: _shown(page, "unlockWait"), timeout=WAIT)
    assert not opens.isEnabled()
    assert "1" in child(page, QLabel, "unlockWait").text()
    hall.qtbot.waitUntil(opens.isEnabled, timeout=WAIT)
    assert not _shown(page, "unlockWait")
    _type_phrase(page)
    hall.qtbot.waitUntil(lambda: bool(hall.opened), timeout=WAIT)


@pytest.mark.parametrize("at", [0, 100])
def test_a_damaged_database_leads_to_the_newest_good_backup(hall: Hall, at: int) -> None:
    hall.back_up()
    damaged = _damaged(hall.store.path, at)
    _, page = hall.show()
    _type_phrase(page)
    act = child(page, QPushButton, "rescueAct")
    hall.qtbot.waitUntil(act.isVisible, timeout=WAIT)
    assert _shown(page, "unlockProblem")
    assert "newest good backup" in child(page, QLabel, "rescueText").text()
    assert hall.store.path.read_bytes() == damaged
    click(act)
    hall.qtbot.waitUntil(lambda: bool(hall.opened), timeout=WAIT)
    (aside,) = hall.door.upkeep.kept_aside
    assert aside.read_bytes() == damaged


def test_damage_that_a_backup_meets_leads_there_at_the_next_unlocking(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large file is not looked through before it is opened."""
    monkeypatch.setattr("app.store.connecting.QUICK_BYTES", 10_000)
    with hall.store.open(PHRASE) as database:
        database.execute(
            "INSERT INTO rules (folded, text, action) VALUES ('long', ?, 'keep')", ("x" * 200_000,)
        )
    hall.back_up()
    _damaged(hall.store.path, hall.store.path.stat().st_size - 5_000)
    _, page = hall.show()
    _type_phrase(page)
    hall.qtbot.waitUntil(lambda: bool(hall.opened), timeout=WAIT)
    failures: list[Exception] = []
    hall.core.call(hall.door.back_up, failed=failures.append)
    hall.qtbot.waitUntil(lambda: bool(failures), timeout=WAIT)
    assert type(failures[0]) is DamageSeen
    hall.entrance.finish()
    hall.lock()
    _, page = hall.show()
    _type_phrase(page)
    act = child(page, QPushButton, "rescueAct")
    hall.qtbot.waitUntil(act.isVisible, timeout=WAIT)
    click(act)
    hall.qtbot.waitUntil(lambda: len(hall.opened) == 2, timeout=WAIT)


_KILLED = """
import os, sys
from pathlib import Path
from app.store.opening import StoreFiles
from tests.ui.entrance.hall import CHEAP, PHRASE
folder = Path(sys.argv[1])
database = StoreFiles(folder / "key", folder / "db", CHEAP).open(PHRASE)
database.execute("INSERT INTO settings VALUES ('last', '1')")
os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("damaged", [False, True])
def test_after_a_kill_the_vault_opens_at_once_and_is_looked_through_while_it_is_open(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, damaged: bool
) -> None:
    monkeypatch.setattr("app.store.connecting.QUICK_BYTES", 10_000)
    with hall.store.open(PHRASE) as database:
        database.execute(
            "INSERT INTO rules (folded, text, action) VALUES ('long', ?, 'keep')", ("x" * 200_000,)
        )
    hall.back_up()
    run("-c", _KILLED, hall.folder)
    if damaged:  # as a disk forgets: nothing says that the file was written to
        then = hall.store.path.stat()
        _damaged(hall.store.path, hall.store.path.stat().st_size - 5_000)
        os.utime(hall.store.path, ns=(then.st_atime_ns, then.st_mtime_ns))
    _, page = hall.show()
    _type_phrase(page)
    hall.qtbot.waitUntil(lambda: bool(hall.opened), timeout=WAIT)
    backups = hall.door.upkeep.backups.list()
    ended: list[object] = []
    hall.core.call(hall.door.back_up_if_due, done=ended.append, failed=ended.append)
    hall.qtbot.waitUntil(lambda: bool(ended), timeout=WAIT)
    assert type(ended[0]) is (DamageSeen if damaged else type(None))
    # It was not time for one, and of a damaged file none is made at any time.
    assert hall.door.upkeep.backups.list() == backups
    hall.entrance.finish()
    hall.lock()
    _, page = hall.show()
    _type_phrase(page)
    act = child(page, QPushButton, "rescueAct")
    hall.qtbot.waitUntil(lambda: act.isVisible() == damaged, timeout=WAIT)
    hall.qtbot.waitUntil(lambda: damaged or len(hall.opened) == 2, timeout=WAIT)


def _other_rules(hall: Hall) -> None:
    """Leave a vault with values that were filed by rules of before."""
    with hall.store.open(PHRASE) as database:
        assign(Vault(database), *(span(f"person{n}@example.org", "Email") for n in range(5)))
        database.execute("UPDATE forms_state SET rules = 'of before'")


def test_filing_values_anew_is_shown(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.values._BATCH", 1)
    _other_rules(hall)
    _, page = hall.show()
    shown: list[tuple[str, int, int]] = []
    show = page.show_stage

    def showing(stage: Stage, share: float | None) -> None:
        show(stage, share)
        bar = child(page, QProgressBar, "unlockProgress")
        shown.append((child(page, QLabel, "unlockStage").text(), bar.value(), bar.maximum()))

    monkeypatch.setattr(page, "show_stage", showing)
    _type_phrase(page)
    hall.qtbot.waitUntil(lambda: bool(hall.opened), timeout=WAIT)
    assert [(value, most) for _, value, most in shown] == [(n * 200, 1000) for n in range(5)]
    assert all("sorted anew" in text for text, _, _ in shown)


def test_filing_values_anew_can_be_left_and_goes_on(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.values._BATCH", 1)
    _other_rules(hall)
    _, page = hall.show()
    hall.entrance.leave()
    _type_phrase(page)
    hall.on_core(lambda: None)
    assert not hall.opened
    with hall.store.open(PHRASE) as database:
        assert len(Vault(database).known.find("to person4@example.org")) == 1


def test_a_missing_database_is_told_at_once_and_never_made_anew(hall: Hall) -> None:
    hall.store.path.unlink()
    _, page = hall.show()
    _type_phrase(page)
    hall.qtbot.waitUntil(lambda: _shown(page, "rescueText"), timeout=WAIT)
    assert not child(page, QPushButton, "rescueAct").isVisible()
    assert not hall.store.path.exists()
    assert not hall.opened


@pytest.mark.parametrize("damage", [b"not a key file", None])
def test_the_copy_of_the_key_file_is_put_back(hall: Hall, damage: bytes | None) -> None:
    hall.back_up()
    if damage is None:
        hall.store.keys.path.unlink()
    else:
        hall.store.keys.path.write_bytes(damage)
    _, page = hall.show()
    _type_phrase(page)
    act = child(page, QPushButton, "rescueAct")
    hall.qtbot.waitUntil(act.isVisible, timeout=WAIT)
    click(act)
    hall.qtbot.waitUntil(lambda: _shown(page, "unlockPutBack"), timeout=WAIT)
    _type_phrase(page)
    hall.qtbot.waitUntil(lambda: bool(hall.opened), timeout=WAIT)


def test_closing_makes_a_last_backup(hall: Hall) -> None:
    _, page = hall.show()
    _type_phrase(page)
    hall.qtbot.waitUntil(lambda: bool(hall.opened), timeout=WAIT)
    hall.core.close(last=hall.door.close)
    assert len(hall.door.upkeep.backups.list()) == 1
