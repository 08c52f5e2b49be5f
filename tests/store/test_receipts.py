"""Receipts hold exactly what left, outlive their message, and hang together."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.store.chats import Chats, NewMessage
from app.store.database import Database
from app.store.numbering import FIRST_IDENTITY
from app.store.receipts import Receipt, Receipts
from app.store.vault import Vault

BODY = '{"messages":[{"role":"user","content":"Write to <Email_1>, \\u4f60\u597d\\n"}]}'
NOON = datetime(2026, 11, 23, 12, 0, 0, 5, UTC)


def test_what_left_comes_back_exactly(chats: Chats, path: Path, key: bytes) -> None:
    receipts = Receipts(chats._database)
    chat, other = chats.create(FIRST_IDENTITY), chats.create(FIRST_IDENTITY)
    message = chats.add(chat.id, NewMessage("user", "x"))
    receipt = Receipt(
        chat.id, message.id, NOON, "Mine", "api.example", "big", BODY, {"PL2": 2, "PL4": 1}
    )
    first = receipts.add(receipt)
    second = receipts.add(replace(receipt, at=NOON - timedelta(days=1), message_id=None))
    third = receipts.add(replace(receipt, chat_id=other.id, message_id=None))
    assert [each.id for each in receipts.list()] == [third, second, first]
    assert [each.id for each in receipts.list(chat.id)] == [second, first]
    assert receipts.of_message(message.id) == (replace(receipt, id=first),)
    chats._database.close()
    with Database.open(path, key) as database:
        assert Receipts(database).list(chat.id)[-1] == replace(receipt, id=first)
        assert Vault(database).last_number("Email") == 0


def test_a_receipt_outlives_its_message_but_not_its_chat(chats: Chats, database: Database) -> None:
    receipts = Receipts(database)
    chat = chats.create(FIRST_IDENTITY)
    message = chats.add(chat.id, NewMessage("user", "x"))
    receipts.add(Receipt(chat.id, message.id, NOON, "p", "h", "m", BODY, {}))
    chats.remove_from(message.id)
    assert [(each.message_id, each.body) for each in receipts.list(chat.id)] == [(None, BODY)]
    chats.delete(chat.id)
    assert receipts.list() == ()


def test_times_are_aware(chats: Chats, database: Database) -> None:
    receipts = Receipts(database)
    chat = chats.create(FIRST_IDENTITY)
    east = datetime(2026, 11, 23, 20, 0, tzinfo=timezone(timedelta(hours=8)))
    receipts.add(Receipt(chat.id, None, east, "p", "h", "m", BODY, {}))
    (kept,) = receipts.list()
    assert kept.at == east
    assert kept.at.tzinfo is UTC
    with pytest.raises(ValueError, match="zone"):
        receipts.add(replace(kept, at=datetime(2026, 11, 23)))  # noqa: DTZ001 - the mistake


def test_a_body_is_in_no_repr() -> None:
    assert "Write" not in repr(Receipt(1, 1, NOON, "p", "h", "m", BODY, {}))
