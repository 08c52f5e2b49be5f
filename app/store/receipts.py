"""Receipts: the exact content that left, as proof for the user.

They are chained by their hashes, see `receipt_chain`, so that one that was changed or taken away
is found out.
"""

import enum
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from app.store import receipt_chain
from app.store.database import Database, Row, encodable
from app.store.messages import microseconds, moment
from app.store.receipt_chain import Record
from app.store.receipt_faults import ReceiptLinks, Verification

PAGE = 50
_COLUMNS = (
    "SELECT r.id, r.chat_id, r.message_id, r.sent_at, r.provider, r.host, r.model, r.body,"
    " r.counts, r.read_by, r.overrides, c.number, c.hash"
    " FROM receipts r LEFT JOIN receipt_chain c ON c.receipt_id = r.id"
)


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
    number of distinct hidden values by level, {"PL2": 3}. `overrides` has the number of distinct
    values for which the user's choice decided, by what was chosen and their type,
    {"keep": {"Email": 1}}; never a value. `id` is 0 until it is kept; so is `number`, the place in
    the chain, and `hash`, the link's hash in hexadecimal, is empty.
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
    overrides: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    number: int = field(default=0, compare=False)
    hash: str = field(default="", compare=False)

    @property
    def body_hash(self) -> str:
        """The SHA-256 of the body in hexadecimal, as other programs compute it."""
        return receipt_chain.body_hash(self.body)


class Receipts:
    """All receipts. Every method raises what `Database.transaction` raises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, receipt: Receipt) -> int:
        """Keep a receipt; return its id. Raises `ValueError` for a time without its zone."""
        record = Record(
            salt=os.urandom(receipt_chain.SALT_BYTES),
            at=microseconds(receipt.at),
            chat=receipt.chat_id,
            provider=encodable(receipt.provider),
            host=encodable(receipt.host),
            model=encodable(receipt.model),
            body=encodable(receipt.body),
            counts=receipt.counts,
            read_by=str(receipt.read_by),
            overrides=receipt.overrides,
        )
        content = record.content()
        with self._database.transaction():
            receipt_id = self._insert(record, receipt.message_id)
            self._database.execute(
                "INSERT INTO receipt_chain (receipt_id, content, hash) VALUES (?, ?, ?)",
                (receipt_id, content, receipt_chain.link(self._head(), content)),
            )
        return receipt_id

    def _insert(self, record: Record, message_id: int | None) -> int:
        return self._database.execute(
            "INSERT INTO receipts (chat_id, message_id, sent_at, provider, host, model, body,"
            " counts, read_by, overrides, salt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record.chat,
                message_id,
                record.at,
                record.provider,
                record.host,
                record.model,
                record.body,
                json.dumps(dict(record.counts)),
                record.read_by,
                json.dumps({action: dict(types) for action, types in record.overrides.items()}),
                record.salt,
            ),
        )

    def _head(self) -> bytes:
        rows = self._database.query("SELECT hash FROM receipt_chain ORDER BY number DESC LIMIT 1")
        return bytes(rows[0][0]) if rows else receipt_chain.START

    def list(self, chat_id: int | None = None) -> tuple[Receipt, ...]:
        """Return the receipts of one chat, or all, the latest first."""
        rows = self._database.query(
            _COLUMNS + " WHERE ?1 IS NULL OR r.chat_id = ?1 ORDER BY r.id DESC", (chat_id,)
        )
        return tuple(_receipt(row) for row in rows)

    def of_message(self, message_id: int) -> tuple[Receipt, ...]:
        """Return the receipts of one message, the latest first."""
        rows = self._database.query(
            _COLUMNS + " WHERE r.message_id = ? ORDER BY r.id DESC", (message_id,)
        )
        return tuple(_receipt(row) for row in rows)

    def get(self, receipt_id: int) -> Receipt | None:
        """Return one receipt; None where it is gone, with its chat."""
        rows = self._database.query(_COLUMNS + " WHERE r.id = ?", (receipt_id,))
        return _receipt(rows[0]) if rows else None

    def search(
        self,
        text: str = "",
        *,
        chat_id: int | None = None,
        before: int | None = None,
        limit: int = PAGE,
    ) -> tuple[Receipt, ...]:
        """Return one page of the receipts that hold `text`, the latest first.

        It is looked for in what left, and in the names of provider, host and model; ASCII letters
        match in either case. `before` is the id of the last receipt of the page before.
        """
        rows = self._database.query(
            _COLUMNS + " WHERE (?1 IS NULL OR r.chat_id = ?1) AND (?2 IS NULL OR r.id < ?2)"
            " AND (?3 = '%%' OR r.provider LIKE ?3 ESCAPE '\\' OR r.host LIKE ?3 ESCAPE '\\'"
            " OR r.model LIKE ?3 ESCAPE '\\' OR r.body LIKE ?3 ESCAPE '\\'"
            " OR r.body LIKE ?4 ESCAPE '\\' OR r.body LIKE ?5 ESCAPE '\\')"
            " ORDER BY r.id DESC LIMIT ?6",
            (chat_id, before, *_patterns(text), limit),
        )
        return tuple(_receipt(row) for row in rows)

    def verify(self, head: str | None = None) -> Verification:
        """Check every receipt and the whole chain; change nothing.

        `head` is the hash of a link that was written down earlier, in hexadecimal: it must still
        be in the chain.
        """
        links = ReceiptLinks(bytes.fromhex(head) if head else None)
        rows = self._database.stream(
            "SELECT c.number, c.content, c.hash, c.forgotten, r.salt, r.sent_at, r.chat_id,"
            " r.provider, r.host, r.model, r.body, r.counts, r.read_by, r.overrides"
            " FROM receipt_chain c LEFT JOIN receipts r ON r.id = c.receipt_id ORDER BY c.number"
        )
        for number, content, stored, forgotten, *columns in rows:
            record = None if columns[0] is None else _record(columns)
            links.take(number, bytes(content), bytes(stored), record, forgotten=bool(forgotten))
        kept = self._database.query("SELECT seq FROM sqlite_sequence WHERE name = 'receipt_chain'")
        ((unlinked,),) = self._database.query(
            "SELECT count(*) FROM receipts WHERE id NOT IN (SELECT receipt_id FROM receipt_chain)"
        )
        return links.finish(kept=kept[0][0] if kept else 0, unlinked=unlinked)

    def export(self) -> Iterator[dict[str, Any]]:
        """Yield every link of the chain, oldest first, with its receipt where that is still there.

        All that `receipt_chain` needs for computing the hashes anew is in it. Write nothing
        meanwhile.
        """
        rows = self._database.stream(
            "SELECT c.number, c.content, c.hash, r.salt, r.sent_at, r.chat_id, r.provider, r.host,"
            " r.model, r.body, r.counts, r.read_by, r.overrides"
            " FROM receipt_chain c LEFT JOIN receipts r ON r.id = c.receipt_id ORDER BY c.number"
        )
        for number, content, stored, *columns in rows:
            line = {"number": number, "content": content.hex(), "hash": stored.hex()}
            yield line | ({"deleted": True} if columns[0] is None else _exported(_record(columns)))


def _patterns(text: str) -> tuple[str, str, str]:
    """Return `text` for LIKE: as it is, and as it stands in JSON that escapes less or more."""
    forms = (text, json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1])
    escaped = (form.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for form in forms)
    first, second, third = (f"%{form}%" for form in escaped)
    return first, second, third


def _record(columns: list[Any]) -> Record:
    salt, at, chat, provider, host, model, body, counts, read_by, overrides = columns
    return Record(
        bytes(salt), at, chat, provider, host, model, body,
        json.loads(counts), read_by, json.loads(overrides),
    )  # fmt: skip


def _exported(record: Record) -> dict[str, Any]:
    return {
        "salt": record.salt.hex(),
        "at": record.at,
        "time": moment(record.at).isoformat(),
        "chat": record.chat,
        "provider": record.provider,
        "host": record.host,
        "model": record.model,
        "body": record.body,
        "body_sha256": receipt_chain.body_hash(record.body),
        "counts": record.counts,
        "read_by": record.read_by,
        "overrides": record.overrides,
    }


def _receipt(row: Row) -> Receipt:
    bare = Receipt(row[1], row[2], moment(row[3]), row[4], row[5], row[6], row[7], {})
    return replace(
        bare,
        id=row[0],
        counts=json.loads(row[8]),
        read_by=ReadBy(row[9]),
        overrides=json.loads(row[10]),
        number=row[11] or 0,
        hash=bytes(row[12] or b"").hex(),
    )
