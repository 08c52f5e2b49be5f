"""The step of the database's growth that drafts asked for.

See `migrations`. A released step is never edited.
"""

from typing import Any


def drafts(connection: Any) -> None:
    """Drafts: what was being written when the vault was locked, see `drafts`."""
    connection.execute(
        """
        CREATE TABLE drafts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            identity_id INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
            chat_id INTEGER REFERENCES chats (id) ON DELETE CASCADE,
            text TEXT NOT NULL,
            choices TEXT NOT NULL,
            shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
            lost INTEGER NOT NULL CHECK (lost >= 0)
        ) STRICT
        """
    )
    connection.execute(
        "CREATE UNIQUE INDEX drafts_by_place ON drafts (identity_id, ifnull(chat_id, 0))"
    )
    connection.execute("CREATE INDEX drafts_by_chat ON drafts (chat_id)")
