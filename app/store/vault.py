"""The vault: which placeholder stands for which value, across all chats.

Numbers are proposed in memory while the user types and become real when a message is committed;
a draft that is dropped leaves no trace and uses up no number. A number that was committed is never
given again, whatever happens to its value. Secrets (PL4) get numbers like all others, but their
values are in memory only.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.privacy.canonical import canonical
from app.privacy.known import KnownValues
from app.privacy.levels import Level, placeholder_kind
from app.privacy.placeholder import Placeholder
from app.privacy.span import Span
from app.store.database import Database, Row
from app.store.erasing import erase, kept_with
from app.store.errors import StaleAssignment
from app.store.secrets import RunSecrets

_PAGE = 1000
_ONE_ENTRY = (
    "SELECT id, kind, number, type, level, value, everywhere FROM entries"
    " WHERE family = ? AND number = ? AND kind = ?"
)
_NEXT_ENTRIES = (
    "SELECT id, kind, number, type, level, value, everywhere FROM entries"
    " WHERE id > ? ORDER BY id LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and its placeholder.

    `value` is the first form in which it was typed, or None for a secret of an earlier run. `id`
    is 0 while the entry is only proposed. `everywhere` is as in `Span`.
    """

    id: int
    placeholder: Placeholder
    type: str
    level: Level
    value: str | None = field(repr=False)
    everywhere: bool = True


def family(kind: str) -> str:
    """Return what shares numbers with `kind`: kinds that differ by case and "_" only.

    Assistants change both, so `<Email_1>` and `<email_1>` must never stand for two values.
    """
    return kind.replace("_", "").casefold()


class Vault:
    """All values. Loads its index from the database; one object for each open database."""

    def __init__(self, database: Database) -> None:
        """Read every kept value. Raises what `Database.transaction` raises."""
        self._database = database
        self._by_value: dict[str, dict[str, Placeholder]] = {}
        self._last: dict[str, int] = {}
        self.secrets = RunSecrets()
        # Every value of this run but literals, for finding them again in any text.
        self.known: KnownValues[Placeholder] = KnownValues()
        for name, last in database.stream("SELECT family, last FROM counters"):
            self._last[name] = last
        for kind, number, privacy_type, value, everywhere in database.stream(
            "SELECT kind, number, type, value, everywhere FROM entries"
            " WHERE value IS NOT NULL ORDER BY id"
        ):
            # Interned, so that a million values share a few names.
            placeholder = Placeholder(sys.intern(kind), number)
            self._index(placeholder, sys.intern(privacy_type), value, everywhere=bool(everywhere))

    def find(self, privacy_type: str, text: str) -> Entry | None:
        """Return the entry of a value, however it is written, or None."""
        placeholder = self.placeholder(privacy_type, text)
        return self.entry(placeholder) if placeholder else None

    def placeholder(self, privacy_type: str, text: str) -> Placeholder | None:
        """Return the placeholder of a value, or None. Reads no disk."""
        values = self._by_value.get(privacy_type)
        return values.get(canonical(privacy_type, text)) if values else None

    def entry(self, placeholder: Placeholder) -> Entry | None:
        """Return the entry of a placeholder, or None."""
        rows = self._database.query(
            _ONE_ENTRY, (family(placeholder.kind), placeholder.number, placeholder.kind)
        )
        return self._entry(rows[0]) if rows else None

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries with ids above `after`, oldest first; they may change meanwhile."""
        last = after
        while rows := self._database.query(_NEXT_ENTRIES, (last, _PAGE)):
            for row in rows:
                yield self._entry(row)
            last = rows[-1][0]

    def last_number(self, kind: str) -> int:
        """Return the highest number that was ever given to `kind`'s family; 0 for none."""
        return self._last.get(family(kind), 0)

    def assignment(self) -> "Assignment":
        """Begin to propose placeholders for one message."""
        return Assignment(self)

    def commit(self, assignment: "Assignment") -> None:
        """Make an assignment real: all of it, on the disk and in memory, or nothing.

        Inside a transaction of the caller's, memory follows when that one is committed; but
        `secrets` are known at once, for what is written next must not hold them.

        Raises `StaleAssignment` when its numbers went to other values meanwhile, and what
        `Database.transaction` raises.
        """
        proposed = assignment.new
        with self._database.transaction():
            self._check_numbers(proposed)
            raised = self._raised(assignment)
            fresh = RunSecrets()
            for entry in [*proposed, *raised]:
                if entry.level is Level.PL4 and entry.value is not None:
                    fresh.add(entry.placeholder, entry.type, entry.value)
            for value in kept_with(self._database, fresh):
                if fresh.value(value.placeholder) is None:
                    fresh.add(value.placeholder, value.type, value.text)
            stored = [self._insert(entry, fresh) for entry in proposed]
            widened = self._widened(assignment)
            for entry in widened:
                self._database.execute(
                    "UPDATE entries SET everywhere = 1 WHERE id = ?", (entry.id,)
                )
            for entry in raised:
                if entry.level is not Level.PL4:
                    self._database.execute(
                        "UPDATE entries SET level = ? WHERE id = ?", (int(entry.level), entry.id)
                    )
            if len(fresh):
                new = {entry.placeholder for entry in proposed}
                erase(self._database, fresh, [p for p in fresh.placeholders() if p not in new])
            self._remember_secrets(stored, fresh)
            self._database.follow(lambda: self._remember(stored, widened))

    def remove(self, placeholder: Placeholder) -> None:
        """Forget a value for good. Its number is never given again; messages stay as they are."""
        entry = self.entry(placeholder)
        if entry is None:
            return
        with self._database.transaction():
            self._database.execute("DELETE FROM entries WHERE id = ?", (entry.id,))
            self._database.follow(lambda: self._forget(entry))

    def _check_numbers(self, proposed: tuple[Entry, ...]) -> None:
        # Asked of the disk: in a transaction of the caller's, memory may lag behind it.
        last: dict[str, int] = dict(self._database.query("SELECT family, last FROM counters"))
        for entry in proposed:
            if entry.placeholder.number <= last.get(family(entry.placeholder.kind), 0):
                raise StaleAssignment

    def _raised(self, assignment: "Assignment") -> list[Entry]:
        """Return the known entries that the assignment saw at a higher level, at that level."""
        raised = []
        for placeholder, level in assignment.levels.items():
            entry = self.entry(placeholder)
            if entry is not None and level > entry.level:
                raised.append(replace(entry, level=level))
        return raised

    def _widened(self, assignment: "Assignment") -> list[Entry]:
        """Return the known entries that were private in a context and now are everywhere."""
        entries = (self.entry(placeholder) for placeholder in assignment.everywhere)
        return [entry for entry in entries if entry is not None and not entry.everywhere]

    def _insert(self, entry: Entry, fresh: RunSecrets) -> Entry:
        """Write a proposed entry and its number, without its value where it holds a secret."""
        value = entry.value or ""
        if entry.level is not Level.PL4 and (self.secrets.holds(value) or fresh.holds(value)):
            entry = replace(entry, level=Level.PL4)
        secret = entry.level is Level.PL4
        kind, number = entry.placeholder.kind, entry.placeholder.number
        self._database.execute(
            "INSERT INTO counters (family, last) VALUES (?, ?)"
            " ON CONFLICT (family) DO UPDATE SET last = max(last, excluded.last)",
            (family(kind), number),
        )
        entry_id = self._database.execute(
            "INSERT INTO entries (family, number, kind, type, level, value, everywhere)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                *(family(kind), number, kind, entry.type, int(entry.level)),
                None if secret else value,
                entry.everywhere,
            ),
        )
        return replace(entry, id=entry_id)

    def _remember_secrets(self, stored: list[Entry], fresh: RunSecrets) -> None:
        secrets = {p: (fresh.type(p), fresh.value(p) or "") for p in fresh.placeholders()}
        for entry in stored:
            if entry.level is Level.PL4:
                secrets[entry.placeholder] = (entry.type, entry.value or "")
        new = {p: secret for p, secret in secrets.items() if self.secrets.value(p) is None}
        for placeholder, (privacy_type, value) in new.items():
            self.secrets.add(placeholder, privacy_type, value)

        def forget() -> None:
            for placeholder in new:
                self.secrets.discard(placeholder)

        self._database.follow(lambda: None, forget)

    def _remember(self, stored: list[Entry], widened: list[Entry]) -> None:
        for entry in stored:
            name = family(entry.placeholder.kind)
            self._last[name] = max(self._last.get(name, 0), entry.placeholder.number)
            self._index(
                entry.placeholder,
                sys.intern(entry.type),
                entry.value or "",
                everywhere=entry.everywhere,
            )
        for entry in widened:
            if entry.value is not None:
                self.known.add(entry.placeholder, entry.type, entry.value)

    def _index(
        self, placeholder: Placeholder, privacy_type: str, value: str, *, everywhere: bool
    ) -> None:
        # Should a later version see two old values as one, the older placeholder wins.
        values = self._by_value.setdefault(privacy_type, {})
        values.setdefault(canonical(privacy_type, value), placeholder)
        if everywhere:
            self.known.add(placeholder, privacy_type, value)

    def _forget(self, entry: Entry) -> None:
        self.known.discard(entry.placeholder)
        self.secrets.discard(entry.placeholder)
        values = self._by_value.get(entry.type, {})
        key = canonical(entry.type, entry.value or "")
        if values.get(key) == entry.placeholder:
            del values[key]

    def _entry(self, row: Row) -> Entry:
        placeholder = Placeholder(row[1], row[2])
        value = row[5] if row[5] is not None else self.secrets.value(placeholder)
        return Entry(row[0], placeholder, row[3], Level(row[4]), value, bool(row[6]))


class Assignment:
    """Placeholders for one message: existing ones, and proposals for values not seen before."""

    def __init__(self, vault: Vault) -> None:
        """Use `Vault.assignment` instead."""
        self._vault = vault
        self._proposed: dict[Placeholder, Entry] = {}
        self._by_value: dict[tuple[str, str], Placeholder] = {}
        self._known: KnownValues[Placeholder] = KnownValues()
        self._numbers: dict[str, int] = {}
        # The highest level at which each placeholder's value was seen in this message.
        self.levels: dict[Placeholder, Level] = {}
        # Those whose value was seen as private wherever it stands.
        self.everywhere: set[Placeholder] = set()

    def placeholder_for(self, span: Span) -> Placeholder:
        """Return the placeholder of a span's value, proposing the next number if it is new.

        A value is known by its canonical form, and by what `KnownValues` recognises besides: a
        number without its country code, or spelled out.
        """
        placeholder = (
            self._vault.placeholder(span.type, span.text)
            or self._by_value.get((span.type, canonical(span.type, span.text)))
            or self._recognised(span)
            or self._propose(span)
        )
        self.levels[placeholder] = max(self.levels.get(placeholder, span.level), span.level)
        if span.everywhere:
            self.everywhere.add(placeholder)
        return placeholder

    @property
    def new(self) -> tuple[Entry, ...]:
        """The proposed entries, in the order of their first appearance."""
        return tuple(
            replace(
                entry,
                level=self.levels[entry.placeholder],
                everywhere=entry.placeholder in self.everywhere,
            )
            for entry in self._proposed.values()
        )

    def given(self, kind: str, number: int) -> bool:
        """Say whether `number` was given to a value of `kind`'s family, or is proposed for one."""
        return number <= (self._numbers.get(family(kind)) or self._vault.last_number(kind))

    def entry(self, placeholder: Placeholder) -> Entry | None:
        """Return the entry of a placeholder, proposed or known, or None."""
        entry = self._proposed.get(placeholder) or self._vault.entry(placeholder)
        if entry is None:
            return None
        return replace(entry, level=max(entry.level, self.levels.get(placeholder, entry.level)))

    def _recognised(self, span: Span) -> Placeholder | None:
        """Return the placeholder of the same value written otherwise, or read as another type.

        An assistant must not take one person for two because a relative was a colleague before. A
        secret keeps to its type, and so does what the user named.
        """
        if span.source == "literal":
            return None  # comes back exactly as typed
        own_type = span.source == "user" or span.level is Level.PL4
        for known in (*self._vault.known.find(span.text), *self._known.find(span.text)):
            if (known.start, known.end) != (0, len(span.text)):
                continue
            if known.key.kind == placeholder_kind(span.type):
                return known.key
            entry = self.entry(known.key)
            if not own_type and entry is not None and entry.level is not Level.PL4:
                return known.key
        return None

    def _propose(self, span: Span) -> Placeholder:
        kind = placeholder_kind(span.type)
        last = self._numbers.get(family(kind)) or self._vault.last_number(kind)
        placeholder = Placeholder(kind, last + 1)
        self._numbers[family(kind)] = last + 1
        self._proposed[placeholder] = Entry(0, placeholder, span.type, span.level, span.text)
        self._by_value[span.type, canonical(span.type, span.text)] = placeholder
        if span.everywhere:
            self._known.add(placeholder, span.type, span.text)
        return placeholder
