"""How the database grew. The list is only ever appended to; a released step is never edited.

`PRAGMA user_version` holds how many steps a file has taken. Each step and its new version are
one transaction, so that a step that fails leaves the file as it was.
"""

import json
import os
from collections.abc import Callable, Sequence
from typing import Any

from app.store import (
    draft_steps,
    identity_steps,
    message_steps,
    owner_steps,
    receipt_chain,
    value_steps,
)
from app.store.errors import DatabaseNewer

# A sqlcipher3 connection; the library has no types.
Connection = Any
Migration = Callable[[Connection], None]

MIGRATIONS: list[Migration] = []


def _migration(step: Migration) -> Migration:
    MIGRATIONS.append(step)
    return step


def version(connection: Connection) -> int:
    """Return how many steps the database has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(connection: Connection, name: str, steps: Sequence[Migration]) -> None:
    """Raise `DatabaseNewer` when the database has taken more steps than there are."""
    if version(connection) > len(steps):
        raise DatabaseNewer(file=name)


def migrate(connection: Connection, name: str, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Take the steps that are missing.

    Raises `DatabaseNewer`, SQLite's errors, and whatever a step raises; the version then is that
    of the last step that was finished.
    """
    refuse_newer(connection, name, steps)
    for number in range(version(connection), len(steps)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            steps[number](connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@_migration
def _vault(connection: Connection) -> None:
    """Entries and the highest number given to each family of kinds, see `vault.family`.

    The database itself refuses the value of a secret (level 4).
    """
    connection.execute(
        """
        CREATE TABLE counters (
            family TEXT PRIMARY KEY,
            last INTEGER NOT NULL CHECK (last >= 1)
        ) STRICT, WITHOUT ROWID
        """
    )
    connection.execute(
        """
        CREATE TABLE entries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            family TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            kind TEXT NOT NULL,
            type TEXT NOT NULL,
            level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
            value TEXT,
            everywhere INTEGER NOT NULL DEFAULT 1 CHECK (everywhere IN (0, 1)),
            UNIQUE (family, number),
            CHECK ((level = 4) = (value IS NULL))
        ) STRICT
        """
    )


@_migration
def _providers(connection: Connection) -> None:
    """Providers. The first one is the mirror, which is always there."""
    connection.execute(
        """
        CREATE TABLE providers (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            preset TEXT NOT NULL,
            wire TEXT NOT NULL CHECK (wire IN ('openai', 'anthropic', 'mirror')),
            name TEXT NOT NULL,
            base_url TEXT NOT NULL,
            api_key TEXT NOT NULL,
            model TEXT NOT NULL
        ) STRICT
        """
    )
    connection.execute(
        "INSERT INTO providers (id, preset, wire, name, base_url, api_key, model)"
        " VALUES (1, 'mirror', 'mirror', 'Mirror', '', '', 'mirror')"
    )


@_migration
def _chats(connection: Connection) -> None:
    """Chats, their messages and the marks in these.

    `activity` counts upwards with every change, for sorting: clocks are set back. Times are
    microseconds since 1970 in UTC.
    """
    connection.execute(
        """
        CREATE TABLE chats (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            title TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            activity INTEGER NOT NULL,
            provider_id INTEGER REFERENCES providers (id) ON DELETE SET NULL,
            model TEXT NOT NULL
        ) STRICT
        """
    )
    connection.execute("CREATE INDEX chats_by_activity ON chats (activity)")
    connection.execute("CREATE INDEX chats_by_provider ON chats (provider_id)")
    connection.execute(
        """
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat_id INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('system', 'user', 'assistant')),
            text TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('complete', 'streaming', 'stopped', 'failed')),
            created_at INTEGER NOT NULL,
            provider TEXT NOT NULL,
            model TEXT NOT NULL,
            choices TEXT NOT NULL
        ) STRICT
        """
    )
    connection.execute("CREATE INDEX messages_by_chat ON messages (chat_id, id)")
    connection.execute(
        """
        CREATE TABLE marks (
            message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
            start INTEGER NOT NULL,
            stop INTEGER NOT NULL,
            type TEXT NOT NULL,
            level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
            source TEXT NOT NULL,
            certainty REAL NOT NULL,
            kind TEXT,
            number INTEGER,
            action TEXT NOT NULL CHECK (action IN ('hide', 'keep')),
            state TEXT NOT NULL CHECK (state IN ('value', 'lost', 'unresolved', 'protected')),
            PRIMARY KEY (message_id, start),
            CHECK (start >= 0 AND start < stop),
            CHECK (NOT (level = 4 AND action = 'hide' AND state = 'value'))
        ) STRICT, WITHOUT ROWID
        """
    )
    connection.execute("CREATE INDEX marks_by_placeholder ON marks (kind, number)")


@_migration
def _settings(connection: Connection) -> None:
    """Settings as JSON by name, and the standing rules for single values."""
    connection.execute(
        """
        CREATE TABLE settings (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """
    )
    connection.execute(
        """
        CREATE TABLE rules (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            folded TEXT NOT NULL UNIQUE,
            text TEXT NOT NULL,
            action TEXT NOT NULL CHECK (action IN ('hide', 'keep')),
            type TEXT,
            level INTEGER CHECK (level BETWEEN 1 AND 4),
            CHECK (NOT (action = 'hide' AND level IS 4))
        ) STRICT
        """
    )


@_migration
def _receipts(connection: Connection) -> None:
    """What left, byte for byte. A receipt outlives its message, but not its chat."""
    connection.execute(
        """
        CREATE TABLE receipts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat_id INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
            message_id INTEGER REFERENCES messages (id) ON DELETE SET NULL,
            sent_at INTEGER NOT NULL,
            provider TEXT NOT NULL,
            host TEXT NOT NULL,
            model TEXT NOT NULL,
            body TEXT NOT NULL,
            counts TEXT NOT NULL
        ) STRICT
        """
    )
    connection.execute("CREATE INDEX receipts_by_chat ON receipts (chat_id, id)")
    connection.execute("CREATE INDEX receipts_by_message ON receipts (message_id)")


@_migration
def _read_by(connection: Connection) -> None:
    """Receipts say whether a model had read what left; see `receipts.ReadBy`."""
    connection.execute(
        "ALTER TABLE receipts ADD COLUMN read_by TEXT NOT NULL DEFAULT 'rules'"
        " CHECK (read_by IN ('rules', 'model', 'waived'))"
    )


# Kept in modules of their own, as they belong together.
for _step in value_steps.STEPS:
    _migration(_step)


@_migration
def _receipt_chain(connection: Connection) -> None:
    """Receipts are chained, see `receipt_chain`; a link outlives its receipt.

    `number` counts without gaps, and `AUTOINCREMENT` remembers how far it came.
    """
    connection.execute("ALTER TABLE receipts ADD COLUMN overrides TEXT NOT NULL DEFAULT '{}'")
    connection.execute("ALTER TABLE receipts ADD COLUMN salt BLOB NOT NULL DEFAULT x''")
    connection.execute(
        """
        CREATE TABLE receipt_chain (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            receipt_id INTEGER NOT NULL UNIQUE,
            content BLOB NOT NULL CHECK (length(content) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1))
        ) STRICT
        """
    )
    last = receipt_chain.START
    rows = connection.execute(
        "SELECT id, sent_at, chat_id, provider, host, model, body, counts, read_by FROM receipts"
        " ORDER BY id"
    )
    # A cursor of its own: the rows, bodies and all, need not be in memory together.
    for receipt_id, at, chat_id, provider, host, model, body, counts, read_by in rows:
        salt = os.urandom(receipt_chain.SALT_BYTES)
        record = receipt_chain.Record(
            salt, at, chat_id, provider, host, model, body, json.loads(counts), read_by, {}
        )
        content = record.content()
        last = receipt_chain.link(last, content)
        connection.execute(
            "INSERT INTO receipt_chain (receipt_id, content, hash) VALUES (?, ?, ?)",
            (receipt_id, content, last),
        )
        connection.execute("UPDATE receipts SET salt = ? WHERE id = ?", (salt, receipt_id))


@_migration
def _erasures(connection: Connection) -> None:
    """How often a value was taken off the disk: a backup of before still has it, see `backups`."""
    connection.execute(
        "CREATE TABLE erasures (id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL)"
        " STRICT"
    )
    connection.execute("INSERT INTO erasures (id, count) VALUES (1, 0)")
    connection.execute(
        "CREATE TRIGGER entry_emptied AFTER UPDATE OF value ON entries"
        " WHEN old.value IS NOT NULL AND new.value IS NULL"
        " BEGIN UPDATE erasures SET count = count + 1; END"
    )
    connection.execute(
        "CREATE TRIGGER entry_removed AFTER DELETE ON entries WHEN old.value IS NOT NULL"
        " BEGIN UPDATE erasures SET count = count + 1; END"
    )


for _step in (
    *identity_steps.STEPS,
    draft_steps.drafts,
    *message_steps.STEPS,
    *owner_steps.STEPS,
    *message_steps.LATER_STEPS,
):
    _migration(_step)
