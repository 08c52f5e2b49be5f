"""All receipts in a file of the user's: whole, or not there at all."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.store import receipt_chain
from app.store.chats import Chats
from app.store.errors import StoreError
from app.store.numbering import FIRST_IDENTITY
from app.store.receipt_export import export_receipts
from app.store.receipts import Receipt, Receipts
from app.store.steps import at_once


@pytest.fixture
def receipts(chats: Chats) -> Receipts:
    made = Receipts(chats._database)
    chat = chats.create(FIRST_IDENTITY)
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    first = Receipt(
        chat.id, None, noon, "Mine", "api.example", "big", '{"a": "你好\\n"}', {"PL2": 1}
    )
    made.add(first)
    made.add(replace(first, body="{}"))
    return made


def test_every_link_is_a_line_from_which_the_chain_is_computed_anew(
    receipts: Receipts, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "proof.jsonl"
    target.parent.mkdir()
    assert at_once(export_receipts(receipts, target)) == 2
    lines = [json.loads(line) for line in target.read_text("utf-8").split("\n")[:-1]]
    assert [line["body"] for line in lines] == ['{"a": "你好\\n"}', "{}"]
    link = receipt_chain.START
    for line in lines:
        link = receipt_chain.link(link, bytes.fromhex(line["content"]))
        assert line["hash"] == link.hex()
    assert receipts.verify(lines[-1]["hash"]).faults == ()
    assert list(target.parent.iterdir()) == [target]
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_replaced_only_by_a_whole_one(
    receipts: Receipts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "proof.jsonl"
    target.write_text("before")

    def breaks_off(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("app.store.receipt_export.json.dumps", breaks_off)
    with pytest.raises(StoreError, match=r"proof\.jsonl"):
        at_once(export_receipts(receipts, target))
    assert target.read_text() == "before"
    assert list(tmp_path.glob("proof*")) == [target]
    monkeypatch.undo()
    assert at_once(export_receipts(receipts, target)) == 2
    assert len(target.read_text("utf-8").splitlines()) == 2


def test_one_receipt_is_read_by_its_id(receipts: Receipts) -> None:
    newest, oldest = receipts.list()
    assert receipts.get(oldest.id) == oldest
    assert receipts.get(newest.id) == newest
    assert receipts.get(404) is None
