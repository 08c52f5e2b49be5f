"""Nothing in the chain of receipts can be changed, taken out or put in without being told."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from app.store import receipt_chain
from app.store.chats import Chats
from app.store.database import Database
from app.store.migrations import MIGRATIONS, migrate
from app.store.numbering import FIRST_IDENTITY
from app.store.receipt_chain import Record
from app.store.receipt_errors import (
    ReceiptChanged,
    ReceiptFault,
    ReceiptMissing,
    ReceiptOutOfChain,
    ReceiptsCutOff,
    ReceiptsRewritten,
    ReceiptsSkipped,
    ReceiptsUnlinked,
)
from app.store.receipts import ReadBy, Receipt, Receipts
from app.store.secrets import RunSecrets
from app.store.steps import at_once

NOON = datetime(2026, 11, 23, 12, 0, 0, 5, UTC)
COUNT = 6


@pytest.fixture
def database() -> Database:
    return Database.in_memory()


@pytest.fixture
def receipts(database: Database) -> Receipts:
    """Return the receipts of two chats, in turn."""
    chats, receipts = Chats(database, RunSecrets()), Receipts(database)
    pair = chats.create(FIRST_IDENTITY), chats.create(FIRST_IDENTITY)
    for number in range(COUNT):
        receipts.add(sent(pair[number % 2].id, f'{{"content":"<Email_{number}>, 早安"}}'))
    return receipts


def sent(chat_id: int, body: str) -> Receipt:
    return Receipt(
        chat_id, None, NOON, "Mine", "api.example", "big", body, {"PL2": 2},
        read_by=ReadBy.MODEL, overrides={"keep": {"Email": 1}},
    )  # fmt: skip


def faults(receipts: Receipts) -> list[tuple[type[ReceiptFault], dict[str, str | int]]]:
    return [(type(each), each.details) for each in receipts.verify().faults]


def test_the_format_never_changes() -> None:
    """An export of years ago must still be checkable."""
    record = Record(
        b"0123456789abcdef", 1, 2, "Müller", "h", "m", "body", {"PL3": 1}, "rules",
        {"keep": {"Email": 1}},
    )  # fmt: skip
    content = record.content().hex()
    assert content == "fae1f28a42cb1b5e42ef13515058ea17e353a5da9ba26a73dcfecec31e92b3b2"
    first = receipt_chain.link(receipt_chain.START, record.content())
    assert first.hex() == "5aead67d1572dca0cae6f726efe4eca3bbb23e4b8110bee430b7bc1023efed3d"


def test_all_is_well_as_kept(receipts: Receipts) -> None:
    found = receipts.verify()
    assert (found.count, found.deleted, found.faults) == (COUNT, 0, ())
    assert found.head == receipts.list()[0].hash
    assert [each.number for each in receipts.list()] == [6, 5, 4, 3, 2, 1]
    assert receipts.list()[0].overrides == {"keep": {"Email": 1}}
    assert receipts.verify(found.head).faults == ()
    assert receipts.verify(receipts.list()[3].hash).faults == ()
    assert [type(each) for each in receipts.verify("00" * 32).faults] == [ReceiptsRewritten]


def test_an_empty_chain_is_whole() -> None:
    found = Receipts(Database.in_memory()).verify()
    assert (found.count, found.faults) == (0, ())


def test_a_deleted_chat_leaves_hashes_only_and_the_chain_whole(
    receipts: Receipts, database: Database
) -> None:
    head = receipts.verify().head
    Chats(database, RunSecrets()).delete(1)
    found = receipts.verify(head)
    assert (found.count, found.deleted, found.head, found.faults) == (COUNT, 3, head, ())
    assert {each.chat_id for each in receipts.list()} == {2}
    receipts.add(sent(2, "more"))
    assert receipts.verify(head).faults == ()
    exported = [line for lines in receipts.export() for line in lines]
    assert [each.get("deleted", False) for each in exported] == [True, False] * 3 + [False]
    assert set(exported[0]) == {"number", "content", "hash", "deleted"}


CHANGES = {
    "sent_at": "sent_at + 1",
    "chat_id": "3 - chat_id",
    "provider": "'Other'",
    "host": "'h'",
    "model": "'small'",
    "body": "replace(body, '早', '晚')",
    "counts": """'{"PL2": 1}'""",
    "read_by": "'waived'",
    "overrides": "'{}'",
    "salt": "x'00'",
}


@pytest.mark.parametrize("column", CHANGES)
def test_a_change_to_anything_is_told(receipts: Receipts, database: Database, column: str) -> None:
    database.execute(f"UPDATE receipts SET {column} = {CHANGES[column]} WHERE id = 3")  # noqa: S608
    assert faults(receipts) == [(ReceiptChanged, {"number": 3})]


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("DELETE FROM receipts WHERE id = 4", (ReceiptMissing, {"number": 4})),
        ("DELETE FROM receipts WHERE id = 6", (ReceiptMissing, {"number": 6})),
        (
            "UPDATE receipt_chain SET content = zeroblob(32), forgotten = 1 WHERE number = 2",
            (ReceiptOutOfChain, {"number": 2}),
        ),
        (
            "UPDATE receipt_chain SET hash = zeroblob(32) WHERE number = 6",
            (ReceiptOutOfChain, {"number": 6}),
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    receipts: Receipts,
    database: Database,
    sql: str,
    fault: tuple[type[ReceiptFault], dict[str, str | int]],
) -> None:
    database.execute(sql)
    assert fault in faults(receipts)


def test_links_that_are_gone_are_told(receipts: Receipts, database: Database) -> None:
    database.execute("DELETE FROM receipt_chain WHERE number IN (3, 4)")
    assert faults(receipts) == [
        (ReceiptsSkipped, {"first": 3, "last": 4}),
        (ReceiptsUnlinked, {"count": 2}),
    ]


def test_an_end_that_was_cut_off_is_told(receipts: Receipts, database: Database) -> None:
    for table, name in (("receipts", "id"), ("receipt_chain", "number")):
        database.execute(f"DELETE FROM {table} WHERE {name} > 4")  # noqa: S608
    assert faults(receipts) == [(ReceiptsCutOff, {"kept": 6, "last": 4})]


def test_a_chain_that_was_written_anew_is_told_by_the_hash_of_before(
    receipts: Receipts, database: Database
) -> None:
    head = receipts.verify().head
    database.execute("UPDATE receipts SET body = 'harmless' WHERE id = 2")
    _rewrite(database)
    assert receipts.verify().faults == ()
    assert [type(each) for each in receipts.verify(head).faults] == [ReceiptsRewritten]


def _rewrite(database: Database) -> None:
    last = receipt_chain.START
    for line in [line for lines in Receipts(database).export() for line in lines]:
        content = _content(line)
        last = receipt_chain.link(last, content)
        database.execute(
            "UPDATE receipt_chain SET content = ?, hash = ? WHERE number = ?",
            (content, last, line["number"]),
        )


def _content(line: dict[str, Any]) -> bytes:
    """Return the content hash of an exported line, as somebody else would compute it."""
    names = ("salt", "at", "chat", "provider", "host", "model", "counts", "read_by", "overrides")
    fields = {name: line[name] for name in names}
    fields["body_sha256"] = hashlib.sha256(line["body"].encode()).hexdigest()
    return hashlib.sha256(
        json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()
    ).digest()


def test_an_export_can_be_checked_by_itself(receipts: Receipts, database: Database) -> None:
    Chats(database, RunSecrets()).delete(2)
    last = bytes(32)
    exported = [line for lines in receipts.export() for line in lines]
    for line in map(json.loads, map(json.dumps, exported)):
        if not line.get("deleted"):
            assert _content(line).hex() == line["content"]
            assert line["body_sha256"] == hashlib.sha256(line["body"].encode()).hexdigest()
        seed = b"understudy receipt 1\n" + last + bytes.fromhex(line["content"])
        last = hashlib.sha256(seed).digest()
        assert last.hex() == line["hash"]
    assert last.hex() == receipts.verify().head


@given(
    bodies=st.lists(st.text(), max_size=5),
    names=st.tuples(st.text(), st.text(), st.text()),
    minutes=st.lists(st.integers(-600_000, 600_000), min_size=5, max_size=5),
)
def test_whatever_is_kept_verifies(
    bodies: list[str], names: tuple[str, str, str], minutes: list[int]
) -> None:
    """Any text, halves of surrogate pairs too, and a clock that jumps."""
    database = Database.in_memory()
    chat = Chats(database, RunSecrets()).create(FIRST_IDENTITY)
    receipts = Receipts(database)
    for body, late in zip(bodies, minutes, strict=False):
        receipts.add(
            Receipt(chat.id, None, NOON + timedelta(minutes=late), *names, body + "\ud83d", {})
        )
    assert (receipts.verify().count, receipts.verify().faults) == (len(bodies), ())
    database.close()


def test_receipts_of_before_the_chain_are_brought_into_it() -> None:
    before = [step.__name__ for step in MIGRATIONS].index("_receipt_chain")
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrate(connection, "test", MIGRATIONS[:before])
    connection.execute(
        "INSERT INTO chats (id, title, created_at, updated_at, activity, model)"
        " VALUES (1, '', 0, 0, 1, '')"
    )
    for number in (2, 5, 6):
        connection.execute(
            "INSERT INTO receipts (id, chat_id, sent_at, provider, host, model, body, counts,"
            """ read_by) VALUES (?, 1, 5, 'p', 'h', 'm', ?, '{"PL2": 1}', 'waived')""",
            (number, f"body {number}"),
        )
    migrate(connection, "test")
    receipts = Receipts(Database(connection, "test", None))
    assert (receipts.verify().count, receipts.verify().faults) == (3, ())
    assert [(each.id, each.number, each.body) for each in receipts.list()] == [
        (6, 3, "body 6"),
        (5, 2, "body 5"),
        (2, 1, "body 2"),
    ]
    receipts.add(replace(receipts.list()[0], body="new"))
    assert receipts.verify().faults == ()


Find = Callable[..., tuple[Receipt, ...]]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("", ["100%_\\", "SAID \\u4f60\\u597d", 'said \\"你好\\"', "plain"]),
        ("said", ["SAID \\u4f60\\u597d", 'said \\"你好\\"']),
        ("你好", ["SAID \\u4f60\\u597d", 'said \\"你好\\"']),
        ('"你好"', ['said \\"你好\\"']),
        ("%", ["100%_\\"]),
        ("_", ["100%_\\"]),
        ("\\", ["100%_\\", "SAID \\u4f60\\u597d", 'said \\"你好\\"']),
        ("api.EXAMPLE", ["100%_\\", "SAID \\u4f60\\u597d", 'said \\"你好\\"', "plain"]),
        ("nowhere", []),
    ],
)
def test_searching(database: Database, text: str, bodies: list[str]) -> None:
    chat = Chats(database, RunSecrets()).create(FIRST_IDENTITY)
    receipts = Receipts(database)
    for body in ("plain", 'said \\"你好\\"', "SAID \\u4f60\\u597d", "100%_\\"):
        receipts.add(sent(chat.id, body))
    assert [each.body for each in at_once(receipts.search(text))] == bodies


def test_searching_page_by_page(receipts: Receipts) -> None:
    first = at_once(receipts.search("早安", limit=4))
    second = at_once(receipts.search("早安", limit=4, before=first[-1].id))
    assert [each.number for each in (*first, *second)] == [6, 5, 4, 3, 2, 1]
    assert at_once(receipts.search("早安", before=1)) == ()
    assert [each.number for each in at_once(receipts.search("", before=6))] == [5, 4, 3, 2, 1]


@pytest.mark.parametrize("work", ["verify", "search", "export"])
def test_others_may_send_and_delete_between_the_steps(database: Database, work: str) -> None:
    chats = Chats(database, RunSecrets())
    receipts = Receipts(database)
    for number in range(50):
        receipts.add(sent(chats.create(FIRST_IDENTITY).id, f"said {number}"))
    begin: dict[str, Callable[[], Any]] = {
        "verify": receipts.verify_in_steps,
        "search": partial(receipts.search, "said", limit=100),
        "export": receipts.export,
    }
    steps = begin[work]()
    next(steps)
    for chat_id in (1, 30, 45):
        chats.delete(chat_id)
    receipts.add(sent(2, "said later"))
    taken, ended = 1, None
    while ended is None:
        try:
            next(steps)
        except StopIteration as end:
            ended = end
        taken += ended is None
    assert taken > 2
    if work == "verify":
        assert (ended.value.faults, ended.value.count) == ((), 51)
        assert ended.value.head == receipts.verify().head
    if work == "search":
        bodies = {each.body for each in ended.value}
        assert bodies >= {f"said {number}" for number in range(1, 29)}
        assert "said 0" not in bodies
