"""Every earlier version grows into the present one; a step that fails leaves no trace."""

from typing import Any

import pytest
from sqlcipher3 import dbapi2

from app.store.errors import DatabaseNewer
from app.store.migrations import MIGRATIONS, migrate, version


def fresh(steps: int = 0) -> Any:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection, "test", MIGRATIONS[:steps])
    return connection


def schema(connection: Any) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    ).fetchall()
    return rows


@pytest.mark.parametrize("start", range(len(MIGRATIONS) + 1))
def test_every_version_grows_into_the_present_one(start: int) -> None:
    connection = fresh(start)
    assert version(connection) == start
    migrate(connection, "test")
    assert version(connection) == len(MIGRATIONS)
    assert schema(connection) == schema(fresh(len(MIGRATIONS)))
    migrate(connection, "test")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_first_release_is_not_rewritten() -> None:
    """Names and order of released steps; the list may only grow at its end."""
    names = [step.__name__ for step in MIGRATIONS]
    assert names[:5] == ["_vault", "_providers", "_chats", "_settings", "_receipts"]


@pytest.mark.parametrize("start", range(len(MIGRATIONS) + 1))
def test_a_step_that_fails_in_the_middle_is_undone(start: int) -> None:
    connection = fresh(start)
    before = schema(connection)

    def broken(half: Any) -> None:
        half.execute("CREATE TABLE half (x TEXT)")
        half.execute("INSERT INTO half VALUES ('y')")
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        migrate(connection, "test", [*MIGRATIONS[:start], broken])
    assert version(connection) == start
    assert schema(connection) == before
    assert not connection.in_transaction
    migrate(connection, "test")
    assert version(connection) == len(MIGRATIONS)


def test_steps_before_the_one_that_failed_stay() -> None:
    connection = fresh()

    def broken(half: Any) -> None:
        half.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(dbapi2.OperationalError):
        migrate(connection, "test", [*MIGRATIONS[:2], broken])
    assert version(connection) == 2
    assert schema(connection) == schema(fresh(2))


def test_placeholders_that_there_were_are_their_owners_and_go_on_from_the_last_number() -> None:
    before = [step.__name__ for step in MIGRATIONS].index("owners")
    connection = fresh(before)
    connection.execute("INSERT INTO identities (id, name) VALUES (2, 'Work')")
    connection.execute("INSERT INTO counters VALUES ('email', 5), ('mask', 1)")
    for number, kind, scope in (
        *((1, "Email", ""), (2, "Email", "assistant 1"), (3, "Email", "identity 2 chat 9")),
        (1, "Mask", "identity 2 chat 9 generic"),
    ):
        connection.execute(
            "INSERT INTO entries (family, number, kind, type, level, value, scope)"
            " VALUES (?, ?, ?, 'Email', 2, ?, ?)",
            (kind.casefold(), number, kind, f"{kind}{number}@example.org", scope),
        )
    for chat_id, identity_id in ((8, 1), (9, 2)):
        connection.execute(
            "INSERT INTO chats (id, title, created_at, updated_at, activity, model, identity_id)"
            " VALUES (?, '', 0, 0, 0, '', ?)",
            (chat_id, identity_id),
        )
        connection.execute(
            "INSERT INTO messages (id, chat_id, role, text, state, created_at, provider, model,"
            " choices) VALUES (?, ?, 'user', 'abcdef', 'complete', 0, '', '', '{}')",
            (chat_id, chat_id),
        )
    # The value behind the fourth address is forgotten.
    for message_id, start, number in ((8, 0, 1), (8, 1, 2), (9, 0, 3), (9, 1, 4)):
        connection.execute(
            "INSERT INTO marks VALUES (?, ?, ?, 'Email', 2, 'rules', 1.0, 'Email', ?, 'hide',"
            " 'value')",
            (message_id, start, start + 1, number),
        )
    for chat_id, body in ((8, "<Email_7> <Email_2>"), (8, "none"), (9, "<Email_4> <Email_3>")):
        connection.execute(
            "INSERT INTO receipts (chat_id, sent_at, provider, host, model, body, counts)"
            " VALUES (?, 0, '', '', '', ?, '{}')",
            (chat_id, body),
        )
    migrate(connection, "test")
    assert connection.execute(
        "SELECT family, number, kind FROM entries ORDER BY id"
    ).fetchall() == [
        ("email", 1, "Email"),
        ("assistant 1|email", 2, "Email"),
        ("identity 2 chat 9|email", 3, "Email"),
        ("identity 2 chat 9|mask", 1, "Mask"),
    ]
    marks = connection.execute("SELECT owner FROM marks ORDER BY number").fetchall()
    assert marks == [("",), ("assistant 1",), ("identity 2 chat 9",), ("identity 2",)]
    receipts = connection.execute("SELECT owner FROM receipts ORDER BY id").fetchall()
    assert receipts == [("assistant 1",), ("",), ("identity 2 chat 9",)]
    for owner in ("assistant 1", "identity 2", "identity 2 assistant 1", "identity 2 chat 9"):
        last = "SELECT last FROM counters WHERE family = ?"
        assert connection.execute(last, (f"{owner}|email",)).fetchall() == [(5,)]


def test_a_newer_version_is_refused() -> None:
    connection = fresh(len(MIGRATIONS))
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = schema(connection)
    with pytest.raises(DatabaseNewer):
        migrate(connection, "test")
    assert schema(connection) == before
