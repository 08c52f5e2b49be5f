"""Steps of the database's growth that the vault's values and searching asked for.

See `migrations`. A released step is never edited.
"""

from collections.abc import Callable
from typing import Any


def values_by_forms(connection: Any) -> None:
    """The forms by which values are found; see `forms.Space`, `values.VaultValues`.

    `forms_state` says by which rules the forms were made and up to which entry. An entry that was
    merged into another names the one that stands for the value from then on; `scope` is whose
    numbering an entry belongs to.
    """
    connection.execute("ALTER TABLE entries RENAME TO entries_before")
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
            scope TEXT NOT NULL DEFAULT '',
            merged INTEGER,
            UNIQUE (family, number),
            CHECK (level = 4 OR value IS NOT NULL)
        ) STRICT
        """
    )
    connection.execute(
        "INSERT INTO entries (id, family, number, kind, type, level, value, everywhere)"
        " SELECT id, family, number, kind, type, level, value, everywhere FROM entries_before"
    )
    # The highest id ever given must not be given again, though its entry may be gone.
    connection.execute("DELETE FROM sqlite_sequence WHERE name = 'entries'")
    connection.execute("UPDATE sqlite_sequence SET name = 'entries' WHERE name = 'entries_before'")
    connection.execute("DROP TABLE entries_before")
    connection.execute("CREATE INDEX entries_by_type ON entries (type, id)")
    connection.execute("CREATE INDEX entries_by_level ON entries (level, id)")
    connection.execute(
        "CREATE INDEX entries_by_merged ON entries (merged) WHERE merged IS NOT NULL"
    )
    connection.execute(
        """
        CREATE TABLE forms (
            space INTEGER NOT NULL CHECK (space IN (0, 1, 2)),
            form TEXT NOT NULL,
            entry INTEGER NOT NULL,
            PRIMARY KEY (space, form, entry)
        ) STRICT, WITHOUT ROWID
        """
    )
    connection.execute("CREATE TABLE forms_state (rules TEXT NOT NULL, up_to INTEGER NOT NULL)")
    connection.execute("INSERT INTO forms_state VALUES ('', 0)")


def retained_types(connection: Any) -> None:
    """Types whose secrets the user lets be kept. All other secrets are refused by triggers."""
    connection.execute("CREATE TABLE retained (type TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
    connection.execute("ALTER TABLE marks RENAME TO marks_before")
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
            CHECK (start >= 0 AND start < stop)
        ) STRICT, WITHOUT ROWID
        """
    )
    connection.execute("INSERT INTO marks SELECT * FROM marks_before")
    connection.execute("DROP TABLE marks_before")
    connection.execute("CREATE INDEX marks_by_placeholder ON marks (kind, number)")
    refusals = {
        "entries": "new.level = 4 AND new.value IS NOT NULL",
        "marks": "new.level = 4 AND new.action = 'hide' AND new.state = 'value'",
    }
    for table, holds_secret in refusals.items():
        for event in ("INSERT", "UPDATE"):
            connection.execute(
                f"""
                CREATE TRIGGER no_secret_in_{table}_{event.lower()} BEFORE {event} ON {table}
                WHEN {holds_secret} AND new.type NOT IN (SELECT type FROM retained)
                BEGIN SELECT raise(ABORT, 'a secret is not kept'); END
                """  # noqa: S608, names from above
            )


def trigrams(connection: Any) -> None:
    """Trigrams of messages and of the vault's values, for finding any part of them.

    The option secure-delete takes a deleted text out of the index at once instead of some day.
    """
    for table, column in (("messages", "text"), ("entries", "value")):
        index = f"{table}_trigrams"
        connection.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5({column}, content='{table}',"
            " content_rowid='id', tokenize='trigram', detail=none)"
        )
        into = f"INSERT INTO {index}"
        connection.execute(f"{into} ({index}, rank) VALUES ('secure-delete', 1)")
        connection.execute(f"{into} ({index}) VALUES ('rebuild')")
        add = f"{into} (rowid, {column}) VALUES (new.id, new.{column});"
        take = f"{into} ({index}, rowid, {column}) VALUES ('delete', old.id, old.{column});"
        for event, changes in (
            ("INSERT", add),
            (f"UPDATE OF {column}", take + add),
            ("DELETE", take),
        ):
            connection.execute(
                f"CREATE TRIGGER {index}_{event.split()[0].lower()} AFTER {event} ON {table}"
                f" BEGIN {changes} END"
            )


STEPS: tuple[Callable[[Any], None], ...] = (values_by_forms, retained_types, trigrams)
