"""The values of the vault as they are found: the kept ones in the database, secrets in memory."""

import json
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from app.privacy.canonical import canonical
from app.privacy.examined import Examined
from app.privacy.finding import Finder, Forms
from app.privacy.known import KnownValues, ValueForms, value_forms
from app.privacy.placeholder import Placeholder
from app.store.database import Database, encodable
from app.store.entries import placeholder_of
from app.store.forms import Space, StoredForms
from app.store.watching import UNWATCHED, Stage, Watch

# Raised by one whenever `fold`, `compact` or `canonical` change what they return, so that the
# forms are made anew. A test fails where that was forgotten.
RULES = "3"
# Python's own tables of characters count as well.
_VERSION = f"{RULES} {unicodedata.unidata_version}"
_BATCH = 50_000
# Values that share a form are two or three: numbers of several countries.
_MOST_ALIKE = 8
_MOST_IDENTITIES = 10_000


@dataclass(frozen=True, slots=True)
class Filed:
    """A value with what its forms are filed under: whose numbering, its type, its entry."""

    scope: str
    type: str
    value: str = field(repr=False)
    entry: int
    everywhere: bool


class _Both:
    """Forms from two places as one; where both have a form, the first counts."""

    def __init__(self, first: Forms[Placeholder], second: Forms[Placeholder]) -> None:
        self._first = first
        self._second = second

    def __len__(self) -> int:
        return len(self._first) + len(self._second)

    def starting(self, heads: Collection[str]) -> Collection[str]:
        """See `finding.Forms`."""
        found = self._first.starting(heads)
        return {*found, *self._second.starting(heads)} if len(self._second) else found

    def at(self, text: str, start: int, least: int) -> Iterator[tuple[int, Placeholder]]:
        """See `finding.Forms`."""
        if not len(self._second):
            yield from self._first.at(text, start, least)
            return
        both = [*self._first.at(text, start, least), *self._second.at(text, start, least)]
        yield from sorted(both, key=lambda found: -found[0])


class VaultValues(Finder[Placeholder]):
    """Every value that is private wherever it stands, to be found in any text.

    Knows besides which value has which placeholder. Nothing is loaded: a text is looked up in the
    database. Secrets, which are not there, are added in memory.
    """

    def __init__(self, database: Database) -> None:
        """Make the forms of values that have none yet. Raises what `Database` raises."""
        self._database = database
        self._stored = (StoredForms(database, Space.WORDS), StoredForms(database, Space.NUMBERS))
        self._run: KnownValues[Placeholder] = KnownValues()
        self._run_identities: dict[str, Placeholder] = {}
        # Answers of the database, for a text that is typed is masked again at every key.
        self._identities: dict[str, Placeholder | None] = {}
        words, numbers = self._stored
        super().__init__(_Both(words, self._run.words), _Both(numbers, self._run.numbers))
        # Counts what was added or taken away, for whoever remembers what was found.
        self.version = 0
        # For the outbound check, which looks through the same messages at every request.
        self.examined: Examined[Placeholder] = Examined()
        bring_up_to_date(database)

    def placeholder(self, scope: str, privacy_type: str, text: str) -> Placeholder | None:
        """Return the placeholder of a value in a numbering, or None."""
        identity = _identity(scope, privacy_type, text)
        found = self._run_identities.get(identity)
        if found is not None:
            return found
        if identity not in self._identities:
            rows = self._database.query(
                "SELECT kind, number, scope FROM forms JOIN entries ON entries.id = forms.entry"
                " WHERE space = ? AND form = ? ORDER BY forms.entry LIMIT 1",
                (int(Space.IDENTITY), encodable(identity)),
            )
            if len(self._identities) >= _MOST_IDENTITIES:
                self._identities.clear()
            self._identities[identity] = placeholder_of(*rows[0]) if rows else None
        return self._identities[identity]

    def also(self, scope: str, text: str) -> tuple[Placeholder, ...]:
        """Return whose forms a value in `text` shares in a numbering, the oldest first.

        That is the same value written otherwise: a number without its country code, for instance.
        """
        forms = value_forms("", text)
        asked = [(Space.WORDS, each) for each in forms.words]
        asked += [(Space.NUMBERS, each) for each in forms.numbers]
        found: dict[Placeholder, int] = {}
        for space, form in asked:
            for entry, kind, number in self._database.query(
                "SELECT entry, kind, number FROM forms JOIN entries ON entries.id = forms.entry"
                " WHERE space = ? AND form = ? AND scope = ? ORDER BY forms.entry LIMIT ?",
                (int(space), encodable(form), scope, _MOST_ALIKE),
            ):
                found[placeholder_of(kind, number, scope)] = entry
        return tuple(sorted(found, key=found.__getitem__))

    def file(self, filed: Filed) -> None:
        """Find a value from now on, inside a transaction; if it is undone, no more."""
        if filed.everywhere:
            ((kind, number),) = self._database.query(
                "SELECT kind, number FROM entries WHERE id = ?", (filed.entry,)
            )
            self.examined.learn(placeholder_of(kind, number, filed.scope), filed.type, filed.value)
        rows = list(filed_rows(filed))
        self._database.execute_many("INSERT OR IGNORE INTO forms VALUES (?, ?, ?)", rows)
        self._database.execute("UPDATE forms_state SET up_to = max(up_to, ?)", (filed.entry,))
        self._changed([form for space, form, _ in rows if space != Space.IDENTITY])

    def unfile(self, filed: Filed) -> None:
        """Find a kept value no more, inside a transaction; if it is undone, again."""
        rows = list(filed_rows(filed))
        self._database.execute_many(
            "DELETE FROM forms WHERE space = ? AND form = ? AND entry = ?", rows
        )
        self._changed([form for space, form, _ in rows if space != Space.IDENTITY])

    def unfile_all(self) -> None:
        """Find nothing any more, inside a transaction; secrets once it is done."""
        self._database.execute("DELETE FROM forms")

        def drop() -> None:
            for placeholder in set(self._run_identities.values()):
                self.drop(placeholder)

        self._forget_stored()
        self._database.follow(drop, self._forget_stored)

    def unfile_scopes(self, scopes: Collection[str]) -> None:
        """Find no kept value of these numberings any more, inside a transaction."""
        self._database.execute(
            "DELETE FROM forms WHERE entry IN (SELECT id FROM entries"
            " WHERE scope IN (SELECT value FROM json_each(?)))",
            (json.dumps(list(scopes)),),
        )
        self._forget_stored()
        self._database.follow(lambda: None, self._forget_stored)

    def remember(self, placeholder: Placeholder, filed: Filed) -> None:
        """Find a secret in memory from now on; if the transaction is undone, no more."""
        identity = _identity(filed.scope, filed.type, filed.value)
        before = self._run_identities.get(identity)
        self._run_identities[identity] = placeholder
        if filed.everywhere:
            self._run.add(placeholder, filed.type, filed.value)
            self.examined.learn(placeholder, filed.type, filed.value)
        self.version += 1

        def undo() -> None:
            self.drop(placeholder)
            if before is not None:
                self._run_identities[identity] = before

        self._database.follow(lambda: None, undo)

    def drop(self, placeholder: Placeholder) -> None:
        """Forget a secret, if it is there."""
        self._run.discard(placeholder)
        for identity in [k for k, each in self._run_identities.items() if each == placeholder]:
            del self._run_identities[identity]
        self.version += 1

    def _forget_stored(self) -> None:
        self.version += 1
        self._identities.clear()
        for stored in self._stored:
            stored.forget()

    def _changed(self, forms: Collection[str]) -> None:
        def learn() -> None:
            self.version += 1
            self._identities.clear()
            for stored in self._stored:
                stored.learn(forms)

        learn()
        self._database.follow(lambda: None, learn)


def bring_up_to_date(database: Database, watch: Watch = UNWATCHED) -> None:
    """File what was kept before there were forms, or by other rules.

    A part at a time: what was filed stays filed when `watch` breaks it off, which raises
    `Stopped`, or the app is ended; it goes on from there. Raises what `Database` raises.
    """
    ((rules, up_to),) = database.query("SELECT rules, up_to FROM forms_state")
    if rules != _VERSION:
        up_to = 0
        with database.transaction():
            database.execute("DELETE FROM forms")
            database.execute("UPDATE forms_state SET rules = ?, up_to = 0", (_VERSION,))
    ((last,),) = database.query("SELECT coalesce(max(id), 0) FROM entries")
    while up_to < last:
        if last > _BATCH:  # else it is done before anybody could read of it
            watch.reach(Stage.FILING, up_to / last)
        entries = database.query(
            "SELECT id, scope, type, value, everywhere, coalesce(merged, id) FROM entries"
            " WHERE id > ? ORDER BY id LIMIT ?",
            (up_to, _BATCH),
        )
        rows = [
            row
            for _, scope, kind, value, everywhere, owner in entries
            if value is not None
            for row in filed_rows(Filed(scope, kind, value, owner, bool(everywhere)))
        ]
        up_to = entries[-1][0]
        with database.transaction():
            # Sorted, as the file is, which spares it most of the way back and forth.
            database.insert_many("INSERT OR IGNORE INTO forms", sorted(rows))
            database.execute("UPDATE forms_state SET up_to = ?", (up_to,))


def filed_rows(filed: Filed) -> Iterator[tuple[int, str, int]]:
    """Yield the rows of a value's forms: space, form, entry."""
    identity = _identity(filed.scope, filed.type, filed.value)
    yield int(Space.IDENTITY), encodable(identity), filed.entry
    forms = value_forms(filed.type, filed.value) if filed.everywhere else ValueForms.none()
    for form in forms.words:
        yield int(Space.WORDS), encodable(form), filed.entry
    for form in forms.numbers:
        yield int(Space.NUMBERS), encodable(form), filed.entry


def _identity(scope: str, privacy_type: str, text: str) -> str:
    """Return one text for what makes two values the same; lengths keep the parts apart."""
    return f"{scope}|{len(privacy_type)}|{privacy_type}|{canonical(privacy_type, text)}"
