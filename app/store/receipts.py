"""Receipts: the exact content that left, as proof for the user.

They are chained by their hashes, see `receipt_chain`, so that one that was changed or taken away
is found out.
"""

import enum
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from app.store import receipt_chain
from app.store.database import Database, Row, encodable
from app.store.messages import microseconds, moment
from app.store.receipt_chain import Record
from app.store.receipt_faults import ReceiptLinks, Verification
from app.store.steps import Steps, at_once

PAGE = 50
# So many links are read at once; the database is free for others between two such steps.
_STEP = 20
_RECEIPTS = (
    "SELECT r.id, r.chat_id, r.message_id, r.sent_at, r.provider, r.host, r.model, r.body,"
    " r.counts, r.read_by, r.overrides, c.number, c.hash, r.owner"
    " FROM receipts r LEFT JOIN receipt_chain c ON c.receipt_id = r.id"
)
_BACKWARDS = f"{_RECEIPTS} WHERE r.id < ? AND r.id > ? ORDER BY r.id DESC LIMIT ?"
_LINKS = (
    "SELECT c.number, c.content, c.hash, c.forgotten, r.salt, r.sent_at, r.chat_id, r.provider,"
    " r.host, r.model, r.body, r.counts, r.read_by, r.overrides"
    " FROM receipt_chain c LEFT JOIN receipts r ON r.id = c.receipt_id"
    " WHERE c.number > ? ORDER BY c.number LIMIT ?"
)
_NEWEST = 2**62


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
    {"keep": {"Email": 1}}; never a value. `owner` is whose placeholders the body holds. `id` is 0
    until it is kept; so is `number`, the place in the chain, and `hash`, the link's hash in
    hexadecimal, is empty.
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
    owner: str = ""
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
            receipt_id = self._insert(record, receipt)
            self._database.execute(
                "INSERT INTO receipt_chain (receipt_id, content, hash) VALUES (?, ?, ?)",
                (receipt_id, content, receipt_chain.link(self._head(), content)),
            )
        return receipt_id

    def _insert(self, record: Record, receipt: Receipt) -> int:
        return self._database.execute(
            "INSERT INTO receipts (chat_id, message_id, sent_at, provider, host, model, body,"
            " counts, read_by, overrides, salt, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record.chat,
                receipt.message_id,
                record.at,
                record.provider,
                record.host,
                record.model,
                record.body,
                json.dumps(dict(record.counts)),
                record.read_by,
                json.dumps({action: dict(types) for action, types in record.overrides.items()}),
                record.salt,
                receipt.owner,
            ),
        )

    def _head(self) -> bytes:
        rows = self._database.query("SELECT hash FROM receipt_chain ORDER BY number DESC LIMIT 1")
        return bytes(rows[0][0]) if rows else receipt_chain.START

    def list(self, chat_id: int | None = None) -> tuple[Receipt, ...]:
        """Return the receipts of one chat, or all, the latest first."""
        rows = self._database.query(
            _RECEIPTS + " WHERE ?1 IS NULL OR r.chat_id = ?1 ORDER BY r.id DESC", (chat_id,)
        )
        return tuple(_receipt(row) for row in rows)

    def of_message(self, message_id: int) -> tuple[Receipt, ...]:
        """Return the receipts of one message, the latest first."""
        rows = self._database.query(
            _RECEIPTS + " WHERE r.message_id = ? ORDER BY r.id DESC", (message_id,)
        )
        return tuple(_receipt(row) for row in rows)

    def get(self, receipt_id: int) -> Receipt | None:
        """Return one receipt; None where it is gone, with its chat."""
        rows = self._database.query(_RECEIPTS + " WHERE r.id = ?", (receipt_id,))
        return _receipt(rows[0]) if rows else None

    def search(
        self, text: str = "", *, before: int | None = None, after: int = 0, limit: int = PAGE
    ) -> Steps[tuple[Receipt, ...]]:
        """Return one page of the receipts that hold `text`, the latest first, a part at a time.

        It is looked for in what left, and in the names of provider, host and model, whatever the
        case. `before` is the id of the last receipt of the page before; only receipts with ids
        above `after` are looked at. No index helps: each request says all that was said before
        it, so that an index would grow with the square of a chat's length, and taking a receipt
        out of it for good costs more than looking through many.
        """
        forms = {form.casefold() for form in _forms(text.strip())}
        last = _NEWEST if before is None else before
        found: list[Receipt] = []
        while rows := self._database.query(_BACKWARDS, (last, after, _STEP)):
            for row in rows:
                said = "\n".join(row[4:8]).casefold()  # provider, host, model, body
                if any(form in said for form in forms):
                    found.append(_receipt(row))
                if len(found) == limit:
                    return tuple(found)
            last = rows[-1][0]
            yield
        return tuple(found)

    def verify(self, head: str | None = None) -> Verification:
        """Check every receipt and the whole chain; change nothing.

        `head` is the hash of a link that was written down earlier, in hexadecimal: it must still
        be in the chain.
        """
        return at_once(self.verify_in_steps(head))

    def verify_in_steps(self, head: str | None = None) -> Steps[Verification]:
        """Check as `verify` does, a part at a time; others may send or delete in between."""
        links = ReceiptLinks(bytes.fromhex(head) if head else None)
        last = 0
        while rows := self._database.query(_LINKS, (last, _STEP)):
            for number, content, stored, forgotten, *columns in rows:
                record = None if columns[0] is None else _record(columns)
                links.take(number, bytes(content), bytes(stored), record, forgotten=bool(forgotten))
                last = number
            yield
        kept = self._database.query("SELECT seq FROM sqlite_sequence WHERE name = 'receipt_chain'")
        ((unlinked,),) = self._database.query(
            "SELECT count(*) FROM receipts WHERE id NOT IN (SELECT receipt_id FROM receipt_chain)"
        )
        return links.finish(kept=kept[0][0] if kept else 0, unlinked=unlinked)

    def export(self) -> Iterator[Sequence[dict[str, Any]]]:
        """Yield all links of the chain, oldest first, each with its receipt if that is still there.

        They come a part at a time; others may send or delete in between. All that `receipt_chain`
        needs for computing the hashes anew is in them.
        """
        last = 0
        while rows := self._database.query(_LINKS, (last, _STEP)):
            lines: list[dict[str, Any]] = []
            for last, content, stored, _, *columns in rows:
                line = {"number": last, "content": content.hex(), "hash": stored.hex()}
                rest = {"deleted": True} if columns[0] is None else _exported(_record(columns))
                lines.append(line | rest)
            yield lines


def _forms(text: str) -> frozenset[str]:
    """Return `text` as it is, and as it stands in JSON that escapes less or more."""
    return frozenset((text, json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1]))


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
        owner=row[13],
    )
