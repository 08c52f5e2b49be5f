"""The vault's entries: values with their placeholders, and how they lie in the database's rows."""

from dataclasses import dataclass, field

from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.store.database import Row
from app.store.numbering import owner_of

ENTRY_COLUMNS = (
    "entries.id, kind, number, type, level, entries.value, everywhere, scope, coalesce(merged, 0)"
)
ENTRY = f"SELECT {ENTRY_COLUMNS} FROM entries"  # noqa: S608, names from above


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and its placeholder.

    `value` is the first form in which it was typed, or None for a secret of an earlier run. `id`
    is 0 while the entry is only proposed. `everywhere` is as in `Span`. `scope` is whose numbering
    it belongs to, "" for the common, typed one. `merged` is 0, or the id of the entry that stands
    for the value since the two were merged; the placeholder still restores.
    """

    id: int
    placeholder: Placeholder
    type: str
    level: Level
    value: str | None = field(repr=False)
    everywhere: bool = True
    scope: str = ""
    merged: int = 0


def entry_from(row: Row) -> Entry:
    """Return the entry of a row of `ENTRY`, as it is kept."""
    return Entry(
        id=row[0],
        placeholder=placeholder_of(row[1], row[2], row[7]),
        type=row[3],
        level=Level(row[4]),
        value=row[5],
        everywhere=bool(row[6]),
        scope=row[7],
        merged=row[8],
    )


def placeholder_of(kind: str, number: int, scope: str) -> Placeholder:
    """Return the placeholder of an entry, given what its row says."""
    return Placeholder(kind, number, owner_of(scope))


def family(kind: str, owner: str = "") -> str:
    """Return what shares numbers with an owner's `kind`: kinds that differ by case and "_" only.

    Assistants change both, so `<Email_1>` and `<email_1>` must never stand for two values.
    """
    bare = kind.replace("_", "").casefold()
    return f"{owner}|{bare}" if owner else bare
