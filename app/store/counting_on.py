"""What goes on counting where another database takes over: placeholders' numbers, and erasures.

No placeholder ever stands for two values. Assistants have seen the numbers that were given since a
backup was made, so what is restored or imported goes on from where the database that it replaces
had come to; where that one can no longer be read, from a good way further on.

Backups are told apart by how often something had been erased, see `backups`. Those that are there
count by the database that is replaced. What is restored or imported goes on counting from there,
or its own count would let them all go, or let them stay when something in them is erased.
"""

from pathlib import Path

from app.store.connecting import examine
from app.store.database import Database
from app.store.errors import StoreError

SKIPPED = 1000
"""So many numbers are left out where nobody knows how many were given."""

_OWNERS = ("chats", "identities", "providers")
"""What may have a numbering of its own, see `numbering`."""


def carry_on(database: Database, replaced: Path, key: bytes, erasures: int) -> None:
    """Let `database` count on from where `replaced`, under the same 32-byte `key`, had come to.

    `erasures` is the highest count of any backup. Raises what `Database.transaction` raises.
    """
    database.execute("UPDATE erasures SET count = ?", (erasures,))
    columns = database.query("SELECT name, pk FROM pragma_table_info('counters')")
    names = [name for name, _ in columns]
    keys = ", ".join(name for name, place in columns if place)
    try:
        examine(replaced, key)
        database.execute(f"ATTACH ? AS replaced KEY \"x'{key.hex()}'\"", (str(replaced),))
    except (StoreError, OSError):
        _leave_out(database)
        return
    try:
        _count_erasures_on(database)
        there = database.query("SELECT name FROM pragma_table_info('counters', 'replaced')")
        if [name for (name,) in there] != names:
            _leave_out(database)
            return
        every = ", ".join(names)
        database.execute(
            f"INSERT INTO counters ({every}) SELECT {every} FROM replaced.counters WHERE true"  # noqa: S608
            f" ON CONFLICT ({keys}) DO UPDATE SET last = max(last, excluded.last)"
        )
    finally:
        database.execute("DETACH replaced")


def _leave_out(database: Database) -> None:
    """Leave out numbers, and ids of what has numbers of its own: a later one is nobody's heir."""
    database.execute("UPDATE counters SET last = last + ?", (SKIPPED,))
    for table in _OWNERS:
        database.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0"
            " WHERE ?1 NOT IN (SELECT name FROM sqlite_sequence)",
            (table,),
        )
        database.execute(
            "UPDATE sqlite_sequence SET seq = seq + ? WHERE name = ?", (SKIPPED, table)
        )


def _count_erasures_on(database: Database) -> None:
    # A database of before there were backups has no such table.
    if database.query("SELECT 1 FROM pragma_table_info('erasures', 'replaced')"):
        database.execute(
            "UPDATE erasures SET count = max(count, (SELECT count FROM replaced.erasures))"
        )
