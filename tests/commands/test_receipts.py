"""The command for receipts, as a person runs it."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.paths import Places
from app.store.chats import Chats
from app.store.numbering import FIRST_IDENTITY
from app.store.opening import StoreFiles
from app.store.receipts import Receipt, Receipts
from app.store.secrets import RunSecrets
from tests.store.world import CHEAP

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "open sesame"


def receipts(base: Path, *words: str) -> tuple[int, str, str]:
    """Run the command; return its exit code and what it said on both streams."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "--base-dir", base, "receipts", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=60,
        check=False,
        env={"PATH": "", "UNDERSTUDY_PASSPHRASE": PASSPHRASE},
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def store(tmp_path: Path) -> StoreFiles:
    places = Places(tmp_path)
    store = StoreFiles(places.key_file, places.database, CHEAP)
    with store.create(PASSPHRASE) as database:
        chat = Chats(database, RunSecrets()).create(FIRST_IDENTITY)
        kept = Receipts(database)
        for number in range(3):
            body = f'{{"content": "第 {number} <Email_1>"}}'
            kept.add(Receipt(chat.id, None, datetime.now(UTC), "p", "h", "m", body, {"PL2": 1}))
    return store


def test_a_whole_chain_is_told_with_its_last_hash(store: StoreFiles, tmp_path: Path) -> None:
    code, said, complaint = receipts(tmp_path, "verify")
    assert (code, complaint) == (0, "")
    assert "Receipts checked: 3." in said
    head = re.search(r"^Receipt 3, sent [-0-9T:+]{25}: ([0-9a-f]{64})$", said, re.MULTILINE)[1]  # type: ignore[index]
    assert receipts(tmp_path, "verify", "--head", head)[0] == 0
    code, said, _ = receipts(tmp_path, "verify", "--head", "0" * 64)
    assert code == 1
    assert "not in this chain" in said
    code, _, complaint = receipts(tmp_path, "verify", "--head", "abc")
    assert code == 1
    assert "64" in complaint
    with store.open(PASSPHRASE) as database:
        assert Receipts(database).verify().head == head


def test_a_changed_receipt_is_told_by_its_number(store: StoreFiles, tmp_path: Path) -> None:
    with store.open(PASSPHRASE) as database:
        database.execute("UPDATE receipts SET body = body || ' ' WHERE id = 2")
    code, said, complaint = receipts(tmp_path, "verify")
    assert (code, complaint) == (1, "")
    assert said.startswith("Receipt 2 was changed")


@pytest.mark.usefixtures("store")
def test_all_are_exported_as_lines(tmp_path: Path) -> None:
    code, said, complaint = receipts(tmp_path, "export")
    assert (code, complaint) == (0, "")
    lines = [json.loads(line) for line in said.splitlines()]
    assert [line["number"] for line in lines] == [1, 2, 3]
    assert lines[1]["body"] == '{"content": "第 1 <Email_1>"}'


def test_without_a_vault_it_says_so_and_makes_none(tmp_path: Path) -> None:
    code, said, complaint = receipts(tmp_path / "nothing", "verify")
    assert (code, said) == (1, "")
    assert "key file" in complaint
    assert not (tmp_path / "nothing").exists()
