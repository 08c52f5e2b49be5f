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


def test_a_newer_version_is_refused() -> None:
    connection = fresh(len(MIGRATIONS))
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = schema(connection)
    with pytest.raises(DatabaseNewer):
        migrate(connection, "test")
    assert schema(connection) == before
