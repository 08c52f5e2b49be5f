"""Searching all messages and the vault: `python -m tests.bench.searching [MESSAGES]`.

A page of 50, as the window asks for it, for words that are common, rare and nowhere, in English
and Chinese. Filling the database with a million messages takes some minutes.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from app.store.chats import Chats
from app.store.database import Database
from app.store.message_search import MessageSearch
from app.store.numbering import FIRST_IDENTITY
from app.store.secrets import RunSecrets
from tests.bench.vaults import KEY

_MESSAGES = 1_000_000
_CHATS = 2_000
_RUNS = 20
_CHINESE = "请帮我写一封邮件给客户说明项目进度下周在北京开会讨论合同和价格安排医院检查血糖有点高"
_PIECES = (
    *("invoice", "the invoice for", "zanzibar", "nowhere at all", "42 invo"),
    *("项目进度", "血糖有", "没有这句话", "北京", "罕见", "qj"),
)


def _texts(count: int) -> Iterator[str]:
    chance = random.Random(9)  # noqa: S311, nothing secret
    words = [
        "".join(chance.choices("abcdefghilmnoprstu", k=chance.randint(3, 8))) for _ in "w" * 8_000
    ]
    for number in range(count):
        if number % 4 == 0:
            at = chance.randrange(len(_CHINESE) - 12)
            yield _CHINESE[at : at + 12] + "，" + "".join(chance.choices(_CHINESE, k=20))
        else:
            extra = "the invoice for" if number % 50 == 1 else "zanzibar" if number == 77 else ""
            yield f"{' '.join(chance.choices(words, k=12))} {extra} {number}"


def _fill(database: Database, count: int) -> None:
    """Add messages in bulk, and make the index at the end as `vaults.fill` does."""
    chats = Chats(database, RunSecrets())
    for number in range(_CHATS):
        chats.create(FIRST_IDENTITY, f"Chat {number}")
    triggers = database.query(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'messages'"
    )
    with database.transaction():
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        database.execute_many(
            "INSERT INTO messages (chat_id, role, text, state, created_at, provider, model,"
            " choices) VALUES (?, 'user', ?, 'complete', 0, '', '', '{}')",
            [(number % _CHATS + 1, text) for number, text in enumerate(_texts(count))],
        )
        database.execute("INSERT INTO messages_trigrams (messages_trigrams) VALUES ('rebuild')")
        for _, sql in triggers:
            database.execute(sql)


def main() -> None:
    """Fill, measure and print."""
    count = int(sys.argv[1]) if sys.argv[1:] else _MESSAGES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "messages.db"
        database = Database.open(path, KEY, create=True)
        _fill(database, count)
        database.close()
        database = Database.open(path, KEY)
        print(f"{count:,} messages, {path.stat().st_size / 1e6:,.0f} MB; milliseconds")
        print(f"{'':<20} {'found':>6} {'first':>8} {'p50':>8} {'p95':>8}")
        for piece in _PIECES:
            taken = []
            for _ in range(_RUNS):
                started = time.perf_counter()
                page = MessageSearch(database).find(FIRST_IDENTITY, piece)
                taken.append((time.perf_counter() - started) * 1000)
            late = sorted(taken)[int(_RUNS * 0.95) - 1]
            median = statistics.median(taken)
            found = len(page.messages)
            print(
                f"{piece:<20} {found:>6} {taken[0]:>8.1f} {median:>8.1f} {late:>8.1f}", flush=True
            )
        database.close()


if __name__ == "__main__":
    main()
