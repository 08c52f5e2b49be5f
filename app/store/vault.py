"""The vault: which placeholder stands for which value, across all chats.

Numbers are proposed in memory while the user types and become real when a message is committed;
a draft that is dropped leaves no trace and uses up no number. A number that was committed is never
given again by its owner, whatever happens to its value. Secrets (PL4) get numbers like all others,
but their values are in memory only, unless the user lets those of their type be kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.store.assignment import Assignment, whole
from app.store.database import Database, Row
from app.store.entries import ENTRY, Entry, entry_from, family, placeholder_of
from app.store.erasing import erase, kept_with
from app.store.errors import StaleAssignment
from app.store.numbering import COMMON, Numbering
from app.store.retention import Retention
from app.store.secrets import RunSecrets
from app.store.values import Filed, VaultValues

__all__ = ["Assignment", "Entry", "Vault", "family"]

_PAGE = 1000
# So many ways of writing one value are looked at.
_MOST_TYPED = 50


class Vault:
    """All values; one object for each open database."""

    def __init__(self, database: Database) -> None:
        """Open the vault; nothing is loaded. Raises what `Database.transaction` raises."""
        self._database = database
        self.retention = Retention(database)
        self.secrets = RunSecrets(self.retention.keeps)
        # Every value but literals, for finding them again in any text.
        self.known = VaultValues(database)

    def find(self, privacy_type: str, text: str, scope: str = "") -> Entry | None:
        """Return the entry of a value, however it is written, or None."""
        placeholder = self.placeholder(privacy_type, text, scope)
        return self.entry(placeholder) if placeholder else None

    def placeholder(self, privacy_type: str, text: str, scope: str = "") -> Placeholder | None:
        """Return the placeholder of a value in a numbering, or None."""
        return self.known.placeholder(scope, privacy_type, text)

    def written_otherwise(self, text: str, scope: str = "") -> Iterator[Placeholder]:
        """Yield the placeholders of values of a numbering that `text` as a whole is, too."""
        found = list(whole(self.known.find(text), text))
        if found:
            for placeholder in (*found, *self.known.also(scope, text)):
                entry = self.entry(placeholder)
                if entry is not None and entry.scope == scope:
                    yield placeholder

    def entry(self, placeholder: Placeholder) -> Entry | None:
        """Return the entry of a placeholder, or None."""
        rows = self._database.query(
            f"{ENTRY} WHERE family = ? AND number = ? AND kind = ?",
            (family(placeholder.kind, placeholder.owner), placeholder.number, placeholder.kind),
        )
        return self.entry_from(rows[0]) if rows else None

    def entry_from(self, row: Row) -> Entry:
        """Return the entry of a row of `ENTRY`, with its secret if this run knows it."""
        entry = entry_from(row)
        if entry.value is None:
            return replace(entry, value=self.secrets.value(entry.placeholder))
        return entry

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries with ids above `after`, oldest first; they may change meanwhile."""
        last = after
        while rows := self._database.query(
            f"{ENTRY} WHERE id > ? ORDER BY id LIMIT {_PAGE}", (last,)
        ):
            for row in rows:
                yield self.entry_from(row)
            last = rows[-1][0]

    def latest(self, types: Iterable[str], most: int) -> list[str]:
        """Return the values of `types` that were kept last, at most so many, the oldest first."""
        found: list[tuple[int, str]] = []
        for privacy_type in types:
            found += self._database.query(
                "SELECT id, value FROM entries WHERE type = ? AND value IS NOT NULL"
                " ORDER BY id DESC LIMIT ?",
                (privacy_type, most),
            )
        return [value for _, value in sorted(found)[-most:]]

    def aliases(self, placeholder: Placeholder) -> tuple[Placeholder, ...]:
        """Return the placeholders that were merged into this one; all stand for its value."""
        entry = self.entry(placeholder)
        rows = self._database.query(
            "SELECT kind, number, scope FROM entries WHERE merged = ? ORDER BY id",
            (entry.id if entry else 0,),
        )
        return tuple(placeholder_of(*row) for row in rows)

    def typed(self, placeholder: Placeholder) -> Iterator[str]:
        """Yield ways in which the value of a placeholder was typed, as far as messages hold it."""
        rows = self._database.query(
            "SELECT DISTINCT substr(text, start + 1, stop - start) FROM marks"
            " JOIN messages ON messages.id = marks.message_id"
            " WHERE marks.kind = ? AND number = ? AND owner = ? AND role = 'user' LIMIT ?",
            (placeholder.kind, placeholder.number, placeholder.owner, _MOST_TYPED),
        )
        yield from (text for (text,) in rows)

    def last_number(self, kind: str, owner: str = "") -> int:
        """Return the highest number that `owner` ever gave to `kind`'s family; 0 for none."""
        rows = self._database.query(
            "SELECT last FROM counters WHERE family = ?", (family(kind, owner),)
        )
        return int(rows[0][0]) if rows else 0

    def assignment(self, numbering: Numbering = COMMON) -> Assignment:
        """Begin to propose placeholders for one message."""
        return Assignment(self, numbering)

    def commit(self, assignment: Assignment) -> None:
        """Make an assignment real: all of it, or nothing.

        Inside a transaction of the caller's, it is undone with that one.

        Raises `StaleAssignment` when its numbers went to other values meanwhile, and what
        `Database.transaction` raises.
        """
        proposed = assignment.new
        with self._database.transaction():
            self._check_numbers(proposed)
            raised = self._raised(assignment)
            fresh = self._erase_secrets(
                [*proposed, *raised], {entry.placeholder for entry in proposed}
            )
            for entry in proposed:
                self._insert(entry, fresh)
            for entry in raised:
                if not self._is_fleeting(entry):
                    self._set_level(entry, entry.level)
            for entry in self._widened(assignment):
                self._widen(entry)

    def keep_secrets(self, privacy_type: str) -> None:
        """Let secrets of a type be kept from now on, those of this run too.

        A secret that this run knows under another type as well is not kept.
        """
        with self._database.transaction():
            self.retention.allow(privacy_type)
            for placeholder in self.secrets.placeholders():
                entry = self.entry(placeholder)
                if entry is not None and entry.type == privacy_type and not entry.merged:
                    self.keep(entry)

    def keep_no_secrets(self, privacy_type: str) -> None:
        """Let secrets of a type be kept no more, and take those that are kept off the disk.

        This run still knows them.
        """
        with self._database.transaction():
            rows = self._database.query(
                f"{ENTRY} WHERE type = ? AND level = 4 AND value IS NOT NULL", (privacy_type,)
            )
            kept = [self.entry_from(row) for row in rows]
            self.retention.refuse(privacy_type)
            self._erase_secrets(kept, set())
        self._database.empty_log()

    def keep(self, entry: Entry) -> None:
        """Write the value of a secret of this run, inside a transaction; its type allows it."""
        value = self.secrets.value(entry.placeholder)
        self.secrets.discard(entry.placeholder)
        self.known.drop(entry.placeholder)
        if value is None:
            return
        if self.secrets.holds(value):
            self._remember(entry, value)
        else:
            self._database.execute(
                "UPDATE entries SET value = ?, level = ? WHERE id = ?",
                (value, int(entry.level), entry.id),
            )
            self.known.file(filed(replace(entry, value=value)))
        self.file_merged(entry)

    def adopt(self, entry: Entry) -> Entry:
        """Write an entry that was proposed, inside a transaction; return it as it is kept."""
        self._check_numbers((entry,))
        self._insert(entry, self._erase_secrets([entry], {entry.placeholder}))
        adopted = self.entry(entry.placeholder)
        assert adopted is not None  # noqa: S101, it was written above
        return adopted

    def relevel(self, entry: Entry) -> None:
        """Give an entry its level, inside a transaction, and keep or erase its value by it."""
        if self._is_fleeting(entry):
            self._erase_secrets([entry], set())
        elif self.secrets.value(entry.placeholder) is not None:
            self.keep(entry)
        else:
            self._set_level(entry, entry.level)

    def unfile(self, entry: Entry) -> None:
        """Find a kept value no more, inside a transaction, nor what was merged into it."""
        for each in (entry, *self.merged_into(entry)):
            if each.value is not None:
                self.known.unfile(replace(filed(each), entry=entry.id))

    def survivor(self, entry: Entry) -> Entry:
        """Return the entry that stands for the value of one that may have been merged into it."""
        if not entry.merged:
            return entry
        return self.entry_from(self._database.query(f"{ENTRY} WHERE id = ?", (entry.merged,))[0])

    def merged_into(self, entry: Entry) -> list[Entry]:
        """Return the entries that were merged into one."""
        rows = self._database.query(f"{ENTRY} WHERE merged = ?", (entry.id,))
        return [self.entry_from(row) for row in rows]

    def file_merged(self, entry: Entry) -> None:
        """Find what was merged into an entry as that entry's, inside a transaction."""
        for each in self.merged_into(entry):
            if each.value is None:
                continue
            if any(self.secrets.value(one.placeholder) is not None for one in (entry, each)):
                self.known.remember(entry.placeholder, filed(each))
                self._database.follow(partial(self.known.drop, each.placeholder))
            else:
                self.known.file(filed(each))

    def unfile_all(self) -> None:
        """Find nothing any more, inside a transaction."""
        self.known.unfile_all()

        def drop() -> None:
            for placeholder in self.secrets.placeholders():
                self.secrets.discard(placeholder)

        self._database.follow(drop)

    def _is_fleeting(self, entry: Entry) -> bool:
        """Say whether the value of an entry must not be written."""
        return entry.level is Level.PL4 and not self.retention.keeps(entry.type)

    def _check_numbers(self, proposed: tuple[Entry, ...]) -> None:
        for entry in proposed:
            placeholder = entry.placeholder
            if placeholder.number <= self.last_number(placeholder.kind, placeholder.owner):
                raise StaleAssignment

    def _raised(self, assignment: Assignment) -> list[Entry]:
        """Return the known entries that the assignment saw at a higher level, at that level."""
        raised = []
        for placeholder, level in assignment.levels.items():
            entry = self.entry(placeholder)
            if entry is not None and level > entry.level:
                raised.append(replace(entry, level=level))
        return raised

    def _widened(self, assignment: Assignment) -> list[Entry]:
        """Return the known entries that were private in a context and now are everywhere."""
        entries = (self.entry(placeholder) for placeholder in assignment.everywhere)
        return [entry for entry in entries if entry is not None and not entry.everywhere]

    def _erase_secrets(self, entries: Sequence[Entry], new: set[Placeholder]) -> RunSecrets:
        """Take what `entries` show to be secret off the disk, and know it in memory from now on.

        `new` are those of them that were never on it. Returns all that turned out to be secret.
        """
        fresh = RunSecrets()
        for entry in entries:
            if self._is_fleeting(entry) and entry.value is not None:
                fresh.add(entry.placeholder, entry.type, entry.value)
        self._add_kept(fresh)
        kept = [self.entry(each) for each in fresh.placeholders() if each not in new]
        for each in kept:
            if each is not None:
                self.unfile(each)
        if len(fresh):
            erase(self._database, fresh, [each.placeholder for each in kept if each is not None])
        for each in kept:
            if each is not None:
                self._remember(replace(each, level=Level.PL4), each.value or "")
        return fresh

    def _add_kept(self, fresh: RunSecrets) -> None:
        """Add the kept entries that hold one of `fresh`, and those that are one value with them."""
        count = -1
        while count < len(fresh):
            count = len(fresh)
            for value in kept_with(self._database, fresh):
                if fresh.value(value.placeholder) is None:
                    fresh.add(value.placeholder, value.type, value.text)
            for placeholder in fresh.placeholders():
                entry = self.entry(placeholder)
                survivor = self.survivor(entry) if entry else None
                for each in (survivor, *self.merged_into(survivor)) if survivor else ():
                    if each.value is not None and fresh.value(each.placeholder) is None:
                        fresh.add(each.placeholder, each.type, each.value)

    def _insert(self, entry: Entry, fresh: RunSecrets) -> None:
        """Write a proposed entry and its number, without its value where it holds a secret."""
        value = entry.value or ""
        holds = self.secrets.holds(value) or fresh.holds(value)
        if entry.level is not Level.PL4 and holds:
            entry = replace(entry, level=Level.PL4)
        secret = entry.level is Level.PL4 and (holds or self._is_fleeting(entry))
        kind, number = entry.placeholder.kind, entry.placeholder.number
        counted = family(kind, entry.placeholder.owner)
        self._database.execute(
            "INSERT INTO counters (family, last) VALUES (?, ?)"
            " ON CONFLICT (family) DO UPDATE SET last = max(last, excluded.last)",
            (counted, number),
        )
        entry_id = self._database.execute(
            "INSERT INTO entries (family, number, kind, type, level, value, everywhere, scope)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(counted, number, kind, entry.type, int(entry.level)),
                *(None if secret else value, entry.everywhere, entry.scope),
            ),
        )
        stored = replace(entry, id=entry_id)
        if secret:
            self._remember(stored, value)
        else:
            self.known.file(filed(stored))

    def _remember(self, entry: Entry, value: str) -> None:
        """Know a secret at once, for what is written next must not hold it."""
        if self.secrets.value(entry.placeholder) is None:
            self.secrets.add(entry.placeholder, entry.type, value)
            self._database.follow(lambda: None, lambda: self.secrets.discard(entry.placeholder))
        # What was merged into another entry is found as that one.
        placeholder = self.survivor(entry).placeholder
        self.known.remember(placeholder, filed(replace(entry, value=value)))

    def _set_level(self, entry: Entry, level: Level) -> None:
        self._database.execute("UPDATE entries SET level = ? WHERE id = ?", (int(level), entry.id))

    def _widen(self, entry: Entry) -> None:
        self._database.execute("UPDATE entries SET everywhere = 1 WHERE id = ?", (entry.id,))
        now = replace(entry, everywhere=True)
        if self.secrets.value(entry.placeholder) is not None:
            self.known.remember(entry.placeholder, filed(now))
        elif entry.value is not None:
            self.known.file(filed(now))


def filed(entry: Entry) -> Filed:
    """Return an entry that has a value as it is filed."""
    return Filed(
        entry.scope, entry.type, entry.value or "", entry.merged or entry.id, entry.everywhere
    )
