"""Steps of the database's growth that the messages asked for.

See `migrations`. A released step is never edited.
"""

from collections.abc import Callable
from typing import Any


def failures(connection: Any) -> None:
    """Why a reply failed, see `messages.Failure`; empty where it did not, or nobody knows."""
    connection.execute("ALTER TABLE messages ADD COLUMN failure TEXT NOT NULL DEFAULT ''")


def beginnings(connection: Any) -> None:
    """An index of messages in which each character begins a trigram, for two more follow the last.

    What begins with one or two characters is found by the list of its terms then.
    """
    for event in ("insert", "update", "delete"):
        connection.execute(f"DROP TRIGGER messages_trigrams_{event}")
    connection.execute("DROP TABLE messages_trigrams")
    connection.execute(
        "CREATE VIEW messages_ended AS SELECT id, text || char(2, 2) AS text FROM messages"
    )
    connection.execute(
        "CREATE VIRTUAL TABLE messages_trigrams USING fts5(text, content='messages_ended',"
        " content_rowid='id', tokenize='trigram', detail=none)"
    )
    into = "INSERT INTO messages_trigrams"
    connection.execute(f"{into} (messages_trigrams, rank) VALUES ('secure-delete', 1)")
    connection.execute(f"{into} (messages_trigrams) VALUES ('rebuild')")
    connection.execute(
        "CREATE VIRTUAL TABLE messages_terms USING fts5vocab('messages_trigrams', 'row')"
    )
    add = f"{into} (rowid, text) VALUES (new.id, new.text || char(2, 2));"
    take = (
        f"{into} (messages_trigrams, rowid, text)"
        " VALUES ('delete', old.id, old.text || char(2, 2));"
    )
    for event, changes in (("INSERT", add), ("UPDATE OF text", take + add), ("DELETE", take)):
        connection.execute(
            f"CREATE TRIGGER messages_trigrams_{event.split()[0].lower()} AFTER {event} ON messages"
            f" BEGIN {changes} END"
        )


STEPS: tuple[Callable[[Any], None], ...] = (failures,)
LATER_STEPS: tuple[Callable[[Any], None], ...] = (beginnings,)
