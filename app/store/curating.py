"""What the user changes in the vault: types and levels, two entries that are one, forgetting.

What has left cannot be taken back: a placeholder that an assistant has seen stands for its value
for as long as that is kept, and its number is never given again.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.privacy.levels import GENERIC_KIND, STANDARD_TYPES, Level, placeholder_kind
from app.privacy.placeholder import Placeholder
from app.store.database import Database
from app.store.entries import Entry
from app.store.erasing import forget_everywhere, hide_all
from app.store.errors import CannotMerge, ValueNotKept
from app.store.numbering import identity_of
from app.store.secrets import RunSecrets
from app.store.vault import Vault


class Curator:
    """Changes entries of a vault. Unknown placeholders raise `KeyError`.

    Every method writes all of what it changes, or nothing, and raises what
    `Database.transaction` raises.
    """

    def __init__(self, database: Database, vault: Vault) -> None:
        """Change the entries of `vault`, which lie in `database`."""
        self._database = database
        self._vault = vault

    def correct_type(self, placeholder: Placeholder, privacy_type: str) -> Entry:
        """Say what a value is. From now on it has a placeholder of that kind; the old restores too.

        What is called by a secret's type is a secret, and taken off the disk. Returns the entry
        that stands for the value now. Raises `ValueNotKept` for a secret of an earlier run.
        """
        entry = self._survivor(placeholder)
        if entry.type == privacy_type:
            return entry
        if entry.value is None:
            raise ValueNotKept(placeholder=str(entry.placeholder))
        there = self._vault.find(privacy_type, entry.value, entry.scope)
        with self._database.transaction():
            if there is None or there.id == entry.id:
                there = self._vault.adopt(self._renamed(entry, privacy_type))
            self._join(there, entry)
        return self._survivor(there.placeholder)

    def correct_level(self, placeholder: Placeholder, level: Level) -> Entry:
        """Say how much harm a value does. A secret is taken off the disk, what is none is kept.

        Raises `ValueNotKept` where a secret of an earlier run would have to be kept.
        """
        entry = self._survivor(placeholder)
        changed = replace(entry, level=level)
        with self._database.transaction():
            if entry.level is Level.PL4 and entry.value is None and level is not Level.PL4:
                raise ValueNotKept(placeholder=str(entry.placeholder))
            self._vault.relevel(changed)
        return self._survivor(placeholder)

    def merge(self, survivor: Placeholder, other: Placeholder) -> Entry:
        """Let two entries be one value: `survivor` is used from now on, both restore.

        Raises `CannotMerge` for values of different numberings and for secrets that are not
        kept.
        """
        one, two = self._survivor(survivor), self._survivor(other)
        if one.id == two.id:
            return one
        secret = one.level is Level.PL4 or two.level is Level.PL4
        if one.scope != two.scope or (secret and not self._kept(one, two)):
            raise CannotMerge(one=str(one.placeholder), other=str(two.placeholder))
        with self._database.transaction():
            self._join(one, two)
            self._vault.relevel(replace(one, level=max(one.level, two.level)))
        return self._survivor(survivor)

    def forget(self, placeholder: Placeholder) -> None:
        """Forget a value for good, with what was merged into it.

        Where messages hid it, its placeholder stands from now on. It is erased from the file.
        What the user chose to send as typed stays.
        """
        entry = self._survivor(placeholder)
        entries = [entry, *self._vault.merged_into(entry)]
        values = RunSecrets()
        for each in entries:
            if each.value is not None:
                values.add(each.placeholder, each.type, each.value)
        with self._database.transaction():
            self._vault.unfile(entry)
            forget_everywhere(
                self._database, values, {each.placeholder: each.level for each in entries}
            )
            for each in entries:
                self._database.execute("DELETE FROM entries WHERE id = ?", (each.id,))
            self._drop(entries)
        self._database.empty_log()

    def forget_all(self) -> None:
        """Forget every value. Numbers go on where they were."""
        with self._database.transaction():
            hide_all(self._database, self._vault.known)
            self._vault.unfile_all()
            self._database.execute("DELETE FROM entries")
        self._database.empty_log()

    def forget_identity(self, identity_id: int) -> None:
        """Forget every value of an identity's own numberings, inside a transaction.

        The messages that hid them must be gone. Empty the database's log once the transaction is
        done: it still has the pages as they were before.
        """
        rows = self._database.query("SELECT DISTINCT scope FROM entries")
        scopes = [scope for (scope,) in rows if identity_of(scope) == identity_id]
        secrets = self._vault.secrets
        fleeting = [self._vault.entry(each) for each in secrets.placeholders()]
        self._vault.known.unfile_scopes(scopes)
        for scope in scopes:
            self._database.execute("DELETE FROM entries WHERE scope = ?", (scope,))
        self._drop([each for each in fleeting if each is not None and each.scope in scopes])

    def _survivor(self, placeholder: Placeholder) -> Entry:
        """Return the entry that stands for the value of `placeholder`."""
        entry = self._vault.entry(placeholder)
        if entry is None:
            raise KeyError(placeholder)
        return self._vault.survivor(entry)

    def _renamed(self, entry: Entry, privacy_type: str) -> Entry:
        """Return the proposal of an entry of another type for the same value."""
        generic = entry.placeholder.kind == GENERIC_KIND
        kind = GENERIC_KIND if generic else placeholder_kind(privacy_type)
        owner = entry.placeholder.owner
        number = self._vault.last_number(kind, owner) + 1
        level = max(entry.level, STANDARD_TYPES.get(privacy_type, entry.level))
        return replace(
            entry,
            id=0,
            placeholder=Placeholder(kind, number, owner),
            type=privacy_type,
            level=level,
        )

    def _join(self, survivor: Entry, other: Entry) -> None:
        self._vault.unfile(other)
        self._database.execute(
            "UPDATE entries SET merged = ? WHERE id = ? OR merged = ?",
            (survivor.id, other.id, other.id),
        )
        self._vault.file_merged(survivor)

    def _kept(self, *entries: Entry) -> bool:
        secrets = self._vault.secrets
        return all(
            each.value is not None and secrets.value(each.placeholder) is None for each in entries
        )

    def _drop(self, entries: Sequence[Entry]) -> None:
        """Drop what this run knows of `entries`, once they are gone."""

        def drop() -> None:
            for each in entries:
                self._vault.secrets.discard(each.placeholder)
                self._vault.known.drop(each.placeholder)

        self._database.follow(drop)
