"""From the passphrase to an open database, and SQLCipher beside plain SQLite on the same work.

    .venv/bin/python -m tests.bench.unlock [MESSAGES]

The plain database is the same library without a key, with the same schema, the same statements and
the same settings for safety (a log, synced at each commit). Each figure is the median of several
runs, in milliseconds unless it says otherwise.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3

from app.store.chats import Chats, NewMessage
from app.store.database import Database
from app.store.kdf import KdfParameters, calibrated, measured
from app.store.migrations import migrate
from app.store.numbering import FIRST_IDENTITY
from app.store.opening import StoreFiles
from app.store.recovery_code import RecoveryCode
from app.store.upkeep import Upkeep
from app.store.vault import Vault
from app.store.ways import Recovery

PASSPHRASE = "seven quiet lanterns drift"
RUNS = 5
COMMITS = 100
TEXT = "Could you look over this letter to my landlord before Friday? " * 8


class Plain(Database):
    """The same objects over a database that is not encrypted."""

    @classmethod
    def at(cls, path: Path) -> "Plain":
        """Open what is at `path` as `Database.open` does: looked through, then migrated."""
        connection: Any = sqlcipher3.connect(str(path), isolation_level=None)
        for pragma in (
            "journal_mode = WAL", "synchronous = FULL",
            "secure_delete = ON", "temp_store = MEMORY", "foreign_keys = ON",
        ):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA quick_check(1)").fetchall()
        migrate(connection, path.name)
        return cls(connection, path.name, None)


def timed(act: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median time of `act` in milliseconds."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def fill(database: Database, count: int) -> None:
    """Add so many messages in one transaction."""
    chats = Chats(database, Vault(database).secrets)
    with database.transaction():
        for number in range(count):
            if number % 100 == 0:
                chat = chats.create(FIRST_IDENTITY, f"chat {number}")
            chats.add(chat.id, NewMessage("user", f"{number} {TEXT}"))


def commit_each(database: Database) -> None:
    """Add messages, each safe on the disk before the next."""
    chats = Chats(database, Vault(database).secrets)
    chat = chats.create(FIRST_IDENTITY, "commits")
    for number in range(COMMITS):
        chats.add(chat.id, NewMessage("user", f"{number} {TEXT}"))


def read_all(database: Database) -> None:
    """Read every chat."""
    chats = Chats(database, Vault(database).secrets)
    for chat in chats.list():
        chats.messages(chat.id)


def row(name: str, ours: float, plain: float | None = None) -> None:
    """Print one line of the table."""
    beside = f"{plain:>12.1f}{ours / plain:>9.2f}x" if plain else ""
    print(f"{name:<46}{ours:>12.1f}{beside}")


def unlocking(store: StoreFiles, base: Path) -> None:
    """Print what opening costs, step by step."""
    code = Recovery(RecoveryCode.new())
    store.put(PASSPHRASE, code)
    way = store.keys.read().lock.ways[0]
    print(f"Argon2id: {way['iterations']} x {way['memory_kib'] // 1024} MiB, {way['lanes']} lanes")
    row("key from the passphrase", timed(lambda: store.keys.unlock(PASSPHRASE)))
    row("key from the recovery code", timed(lambda: store.keys.unlock(code)))
    opened = timed(lambda: store.open(PASSPHRASE).close())
    row("passphrase to open database", opened, timed(lambda: Plain.at(base / "plain.db").close()))
    key = store.keys.unlock(code)
    row(
        "database alone",
        timed(lambda: Database.open(store.path, key).close()),
        timed(lambda: Plain.at(base / "plain.db").close()),
    )


def working(store: StoreFiles, base: Path, messages: int) -> None:
    """Print what the same work costs in both."""
    ours, plain = store.open(PASSPHRASE), Plain.at(base / "plain.db")
    with ours, plain:
        row(
            f"write {messages} messages in one transaction",
            timed(lambda: fill(ours, messages), 1),
            timed(lambda: fill(plain, messages), 1),
        )
        row(
            f"write {COMMITS} messages, each committed",
            timed(lambda: commit_each(ours)),
            timed(lambda: commit_each(plain)),
        )
        row(
            f"read {messages} messages",
            timed(lambda: read_all(ours)),
            timed(lambda: read_all(plain)),
        )
        row("check every page and index", timed(ours.check, 3))
        row("back up, looked through", timed(lambda: Upkeep(store).back_up(ours), 3))
    print(f"database: {store.path.stat().st_size / 1e6:.1f} MB")
    row("encrypt anew", timed(lambda: Upkeep(store).rekey(PASSPHRASE, [PASSPHRASE]).close(), 1))


def main() -> None:
    """Print the table."""
    messages = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        store = StoreFiles(base / "understudy.key", base / "understudy.db", calibrated)
        start = time.perf_counter()
        store.create(PASSPHRASE).close()
        print(f"{os.cpu_count()} cores; minimum cost {measured(KdfParameters()) * 1000:.0f} ms")
        print(f"{'':<46}{'ms':>12}{'plain':>12}{'ratio':>10}")
        row("first start: calibrate, make both files", (time.perf_counter() - start) * 1000)
        Plain.at(base / "plain.db").close()
        unlocking(store, base)
        working(store, base, messages)
        unlocking(store, base)


if __name__ == "__main__":
    main()
