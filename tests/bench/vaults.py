"""Vaults of any size for the benchmarks: made-up values of many types, in an encrypted file."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app.store.database import Database
from app.store.entries import family
from app.store.vault import Vault

_FIRST = ("Rosalind", "Tobias", "Ingrid", "Marcus", "Odette", "Felix", "Noor", "Anna", "Mark")
_SYLLABLES = ("ba", "den", "fer", "gol", "hin", "jor", "kel", "lum", "mar", "nes", "quin", "zan")
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "晓彤浩然子涵雨桐思远佳怡俊杰欣妍明哲若曦天宇诗琪志强丽华建国秀英海燕文博"
KEY = bytes(range(32))
_KINDS = {"Email": "Email", "Real Name": "Real_Name", "Phone Number": "Phone_Number"}


def values(count: int) -> Iterator[tuple[str, str]]:
    """Yield `count` different (type, value): e-mail addresses, names, numbers, Chinese names."""
    made = random.Random(7)  # noqa: S311, nothing secret
    for number in range(count):
        word = "".join(made.choices(_SYLLABLES, k=4))
        name = made.choice(_FIRST)
        match number % 5:
            case 0 | 1:
                yield "Email", f"{name.lower()}.{word}{number}@example.org"
            case 2:
                yield "Real Name", f"{name} {word.title()}{number % 1000}"
            case 3:
                yield "Phone Number", f"+1 {200 + number % 700} 555 {number % 10_000_000:07d}"
            case _:
                given = "".join(made.choices(_GIVEN, k=3))
                yield "Real Name", f"{made.choice(_SURNAMES)}{given}"


def fill(path: Path, count: int) -> None:
    """Make a vault of `count` values in a new file under `KEY`.

    Row by row the index of trigrams takes ten times as long, so it is made at the end.
    """
    database = Database.open(path, KEY, create=True)
    triggers = database.query(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entries'"
    )
    database.execute("PRAGMA cache_size = -262144")
    last: Counter[str] = Counter()
    rows = []
    for privacy_type, value in values(count):
        kind = _KINDS[privacy_type]
        last[kind] += 1
        rows.append((family(kind), last[kind], kind, privacy_type, value))
    with database.transaction():
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        database.execute_many(
            "INSERT INTO entries (family, number, kind, type, level, value)"
            " VALUES (?, ?, ?, ?, 2, ?)",
            rows,
        )
        database.execute_many(
            "INSERT INTO counters VALUES (?, ?)", [(family(k), n) for k, n in last.items()]
        )
        database.execute("INSERT INTO entries_trigrams (entries_trigrams) VALUES ('rebuild')")
        for _, sql in triggers:
            database.execute(sql)
    Vault(database)  # files the forms
    database.close()
