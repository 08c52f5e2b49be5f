"""Steps of the database's growth that separate identities asked for.

See `migrations`. A released step is never edited.
"""

import json
from collections.abc import Callable
from typing import Any


def identities(connection: Any) -> None:
    """Identities; see `identities.Identities`. What was there belongs to the first one.

    Ids are never given again, for they stand in the numberings of values. A chat belongs to one
    identity for good: triggers see to that, as SQLite adds no column that has to be filled and
    refers to a table at once.
    """
    connection.execute(
        """
        CREATE TABLE identities (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            names TEXT NOT NULL DEFAULT '[]',
            instructions TEXT NOT NULL DEFAULT '',
            provider_id INTEGER REFERENCES providers (id) ON DELETE SET NULL
        ) STRICT
        """
    )
    rows = connection.execute("SELECT name, value FROM settings").fetchall()
    kept = {name: json.loads(value) for name, value in rows}
    connection.execute(
        "INSERT INTO identities (id, name, names, instructions, provider_id)"
        " VALUES (1, '', ?, ?, (SELECT id FROM providers WHERE id = ?))",
        (
            json.dumps(kept.get("profile_names", []), ensure_ascii=False),
            kept.get("instructions", ""),
            kept.get("provider_id"),
        ),
    )
    connection.execute(
        "DELETE FROM settings WHERE name IN ('profile_names', 'instructions', 'provider_id')"
    )
    connection.execute(
        "ALTER TABLE chats ADD COLUMN identity_id INTEGER REFERENCES identities (id)"
    )
    connection.execute("UPDATE chats SET identity_id = 1")
    connection.execute("CREATE INDEX chats_by_identity ON chats (identity_id, activity)")
    connection.execute("CREATE INDEX identities_by_provider ON identities (provider_id)")
    connection.execute(
        "CREATE TRIGGER chat_has_identity BEFORE INSERT ON chats WHEN new.identity_id IS NULL"
        " BEGIN SELECT raise(ABORT, 'a chat belongs to an identity'); END"
    )
    connection.execute(
        "CREATE TRIGGER chat_keeps_identity BEFORE UPDATE ON chats"
        " WHEN new.identity_id IS NOT old.identity_id"
        " BEGIN SELECT raise(ABORT, 'a chat belongs to one identity'); END"
    )


STEPS: tuple[Callable[[Any], None], ...] = (identities,)
