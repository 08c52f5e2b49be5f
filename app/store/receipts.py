"""Receipts: the exact content that left, as proof for the user."""

import enum
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.store.database import Database, Row
from app.store.messages import microseconds, moment


class ReadBy(enum.StrEnum):
    """Who had read what left, beside the rules."""

    RULES = "rules"  # nobody: no model was chosen
    MODEL = "model"
    WAIVED = "waived"  # the model had not finished, and the user sent all the same


@dataclass(frozen=True, slots=True)
class Receipt:
    """One request that left.

    `message_id` is the message that it was sent for, None once that is gone. `at` is aware.
    `body` is the masked body of the request as it was sent, decoded as UTF-8. `counts` has the
    number of distinct hidden values by level, {"PL2": 3}. `id` is 0 until it is kept.
    """

    chat_id: int
    message_id: int | None
    at: datetime
    provider: str
    host: str
    model: str
    body: str = field(repr=False)
    counts: Mapping[str, int]
    id: int = 0
    read_by: ReadBy = ReadBy.RULES


class Receipts:
    """All receipts. Every method raises what `Database.transaction` raises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, receipt: Receipt) -> int:
        """Keep a receipt; return its id. Raises `ValueError` for a time without its zone."""
        return self._database.execute(
            "INSERT INTO receipts (chat_id, message_id, sent_at, provider, host, model, body,"
            " counts, read_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                receipt.chat_id,
                receipt.message_id,
                microseconds(receipt.at),
                receipt.provider,
                receipt.host,
                receipt.model,
                receipt.body,
                json.dumps(dict(receipt.counts)),
                str(receipt.read_by),
            ),
        )

    def list(self, chat_id: int | None = None) -> tuple[Receipt, ...]:
        """Return the receipts of one chat, or all, the latest first."""
        rows = self._database.query(
            "SELECT id, chat_id, message_id, sent_at, provider, host, model, body, counts,"
            " read_by FROM receipts WHERE ?1 IS NULL OR chat_id = ?1 ORDER BY id DESC",
            (chat_id,),
        )
        return tuple(_receipt(row) for row in rows)

    def of_message(self, message_id: int) -> tuple[Receipt, ...]:
        """Return the receipts of one message, the latest first."""
        rows = self._database.query(
            "SELECT id, chat_id, message_id, sent_at, provider, host, model, body, counts,"
            " read_by FROM receipts WHERE message_id = ? ORDER BY id DESC",
            (message_id,),
        )
        return tuple(_receipt(row) for row in rows)


def _receipt(row: Row) -> Receipt:
    bare = Receipt(row[1], row[2], moment(row[3]), row[4], row[5], row[6], row[7], {})
    return replace(bare, id=row[0], counts=json.loads(row[8]), read_by=ReadBy(row[9]))
