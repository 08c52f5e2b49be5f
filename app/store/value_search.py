"""Searching the vault by a piece of a value, by placeholder, by type and level."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.privacy.levels import Level
from app.store.database import Database, Row
from app.store.entries import ENTRY, ENTRY_COLUMNS, Entry, family
from app.store.trigrams import holds, match
from app.store.vault import Vault

PAGE = 50
# So many rows are looked at for one page at most; no index knows a text of one or two letters.
_LOOKED_AT = 10_000
_NEWEST = 2**62
# The index goes through its rows in this order by itself, so that a page needs no more than it
# shows; a join the other way round would collect all of them first.
_BY_TRIGRAMS = (
    f"SELECT {ENTRY_COLUMNS} FROM entries_trigrams CROSS JOIN entries"  # noqa: S608, names
    " ON entries.id = entries_trigrams.rowid"
    " WHERE entries_trigrams MATCH ? AND entries_trigrams.rowid < ?"
)
# Steps through the index from one type to the next, past all values of each.
_USED_TYPES = (
    "WITH RECURSIVE used (type) AS (SELECT min(type) FROM entries UNION ALL"
    " SELECT (SELECT min(type) FROM entries WHERE type > used.type) FROM used"
    " WHERE used.type IS NOT NULL) SELECT type FROM used WHERE type IS NOT NULL"
)
_PLACEHOLDER = re.compile(r"\s*<?([A-Za-z][A-Za-z0-9_]{0,39})_(\d{1,9})>?\s*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to search for; empty means any.

    `text` is a piece of a value in any case, or a placeholder with or without its brackets.
    `scope` is a numbering's, None for any.
    """

    text: str = field(default="", repr=False)
    types: frozenset[str] = frozenset()
    levels: frozenset[Level] = frozenset()
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class ValuePage:
    """Some of the entries, newest first. `after` asks for the next page; None when this is all.

    A page that took long to search is shorter than asked for, even empty, and there may be more.
    """

    entries: tuple[Entry, ...]
    after: int | None


class ValueSearch:
    """Searches the entries of a vault. Values that were not kept are found by the rest."""

    def __init__(self, database: Database, vault: Vault) -> None:
        """Search in `database`, and in the secrets of this run, which `vault` knows."""
        self._database = database
        self._vault = vault

    def find(self, wanted: Wanted, after: int | None = None, limit: int = PAGE) -> ValuePage:
        """Return a page: at most `limit` entries, from the beginning or `after` another page."""
        found: dict[int, Entry] = {}
        last = _NEWEST if after is None else after
        for looked_at, row in enumerate(self._rows(wanted, last), start=1):
            entry = self._vault.entry_from(row)
            last = entry.id
            shown = self._survivor(entry)
            if self._fits(wanted, entry, shown):
                found.setdefault(shown.id, shown)
            if len(found) == limit or looked_at == _LOOKED_AT:
                return ValuePage(tuple(found.values()), last)
        return ValuePage(tuple(found.values()), None)

    def types(self) -> dict[str, int]:
        """Return how many values there are of each type."""
        return dict(
            self._database.query(
                "SELECT type, count(*) FROM entries WHERE merged IS NULL"
                " GROUP BY type ORDER BY type"
            )
        )

    def used_types(self) -> tuple[str, ...]:
        """Return the types that there are values of; as fast with a million of them."""
        return tuple(row[0] for row in self._database.query(_USED_TYPES))

    def _rows(self, wanted: Wanted, before: int) -> Iterator[Row]:
        """Yield rows of `ENTRY` below an id, newest first, that may be what is wanted."""
        text = wanted.text.strip()
        filters, parameters = _filters(wanted)
        if not text:
            yield from self._database.stream(
                f"{ENTRY} WHERE id < ?{filters} ORDER BY id DESC", (before, *parameters)
            )
            return
        asked = match(text)
        if asked:
            candidates = self._database.stream(
                f"{_BY_TRIGRAMS}{filters} ORDER BY entries_trigrams.rowid DESC",
                (asked, before, *parameters),
            )
        else:
            candidates = self._database.stream(
                f"{ENTRY} WHERE value IS NOT NULL AND id < ?{filters} ORDER BY id DESC",
                (before, *parameters),
            )
        yield from _merged(candidates, self._apart(text, before))

    def _apart(self, text: str, before: int) -> list[Row]:
        """Return the rows that no index of values knows: of a placeholder, of secrets."""
        rows: dict[int, Row] = {}
        named = _PLACEHOLDER.fullmatch(text)
        asked = [(each, int(named[2])) for each in self._families(named[1])] if named else []
        secrets = self._vault.secrets
        asked += [
            (family(each.kind, each.owner), each.number)
            for each in secrets.placeholders()
            if holds(secrets.value(each) or "", text)
        ]
        for name, number in asked:
            for row in self._database.query(
                f"{ENTRY} WHERE family = ? AND number = ? AND id < ?", (name, number, before)
            ):
                rows[row[0]] = row
        return [rows[each] for each in sorted(rows, reverse=True)]

    def _families(self, kind: str) -> list[str]:
        """Return the families of `kind` of every owner."""
        bare = family(kind, "")
        rows = self._database.query(
            "SELECT family FROM counters WHERE family = ? OR family GLOB ?",
            (bare, family(bare, "*")),
        )
        return [each for (each,) in rows]

    def _survivor(self, entry: Entry) -> Entry:
        if not entry.merged:
            return entry
        rows = self._database.query(f"{ENTRY} WHERE id = ?", (entry.merged,))
        return self._vault.entry_from(rows[0]) if rows else entry

    @staticmethod
    def _fits(wanted: Wanted, entry: Entry, shown: Entry) -> bool:
        if wanted.types and shown.type not in wanted.types:
            return False
        if wanted.levels and shown.level not in wanted.levels:
            return False
        if wanted.scope is not None and shown.scope != wanted.scope:
            return False
        text = wanted.text.strip()
        named = _PLACEHOLDER.fullmatch(text)
        if named and (family(named[1], ""), int(named[2])) == (
            family(entry.placeholder.kind, ""),
            entry.placeholder.number,
        ):
            return True
        return not text or (entry.value is not None and holds(entry.value, text))


def _filters(wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    """Return conditions on rows: on the scope, and on what no other entry stands for."""
    text = ""
    parameters: list[object] = []
    if wanted.scope is not None:
        text = " AND scope = ?"
        parameters.append(wanted.scope)
    conditions = []
    if wanted.types:
        conditions.append(f"type IN ({', '.join('?' * len(wanted.types))})")
    if wanted.levels:
        conditions.append(f"level IN ({', '.join('?' * len(wanted.levels))})")
    if conditions:
        text += f" AND (merged IS NOT NULL OR ({' AND '.join(conditions)}))"
    parameters += [*sorted(wanted.types), *(int(level) for level in sorted(wanted.levels))]
    return text, tuple(parameters)


def _merged(one: Iterator[Row], others: list[Row]) -> Iterator[Row]:
    """Yield the rows of two lists, both by falling id, each once."""
    rest = list(others)
    for row in one:
        while rest and rest[0][0] > row[0]:
            yield rest.pop(0)
        if rest and rest[0][0] == row[0]:
            rest.pop(0)
        yield row
    yield from rest
