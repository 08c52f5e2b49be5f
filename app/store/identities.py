"""As whom the user speaks: "Me", and "Work" or "Volunteer" besides, in one vault.

Each identity has chats, names, instructions, a usual assistant and numberings of its own, so that
what providers see of one cannot be joined with what they see of another. The values of all are
hidden in each.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.privacy.normalise import fold
from app.store.chats import Chats
from app.store.curating import Curator
from app.store.database import Database, Row
from app.store.errors import (
    IdentityNameMissing,
    IdentityNameTaken,
    LastIdentityStays,
    SecretTextRefused,
)
from app.store.numbering import FIRST_IDENTITY
from app.store.providers import MIRROR_ID
from app.store.secrets import RunSecrets

_COLUMNS = "SELECT id, name, names, instructions, provider_id FROM identities"
_CHOSEN = "identity"


@dataclass(frozen=True, slots=True)
class Identity:
    """One identity. `name` is "" for the first one until it is given another.

    `names` are what the user is called there, full names first; `instructions` is what every
    assistant should know, in clear: it is masked when it leaves. `provider_id` answers in new
    chats: the mirror, when the chosen one is gone.
    """

    id: int
    name: str = field(repr=False)
    names: tuple[str, ...] = field(repr=False)
    instructions: str = field(repr=False)
    provider_id: int


class Identities:
    """All identities, at least one. Every method raises what `Database.transaction` raises.

    Unknown ids raise `KeyError`.
    """

    def __init__(
        self, database: Database, secrets: RunSecrets, chats: Chats, curator: Curator
    ) -> None:
        """Read which one is chosen; with an identity, its `chats` and values are removed."""
        self._database = database
        self._secrets = secrets
        self._chats = chats
        self._curator = curator
        self._chosen = self._read_chosen()

    @property
    def chosen(self) -> int:
        """The id of the identity that the user speaks as. In memory: asking never waits."""
        return self._chosen

    def choose(self, identity_id: int) -> None:
        """Speak as another one from now on, after the next unlocking too.

        Where that cannot be written, it holds until the vault is locked: what the user sees and
        what is read must be of one identity.
        """
        self._chosen = self.get(identity_id).id
        self._database.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (_CHOSEN, json.dumps(identity_id)),
        )

    def list(self) -> tuple[Identity, ...]:
        """Return all identities in the order in which they were made."""
        return tuple(_identity(row) for row in self._database.query(f"{_COLUMNS} ORDER BY id"))

    def get(self, identity_id: int) -> Identity:
        """Return one identity."""
        rows = self._database.query(f"{_COLUMNS} WHERE id = ?", (identity_id,))
        if not rows:
            raise KeyError(identity_id)
        return _identity(rows[0])

    def own_names(self, first: int) -> tuple[str, ...]:
        """Return what the user is called in any identity, each name once, those of `first` first.

        A name of one must not leave in the chats of another.
        """
        others = [each for each in self.list() if each.id != first]
        return tuple(
            dict.fromkeys(name for each in (self.get(first), *others) for name in each.names)
        )

    def add(self, name: str) -> Identity:
        """Make an identity. Raises as `rename` does."""
        with self._database.transaction():
            return self.get(
                self._database.execute(
                    "INSERT INTO identities (name) VALUES (?)", (self._checked(name),)
                )
            )

    def rename(self, identity_id: int, name: str) -> Identity:
        """Give an identity another name.

        Raises `IdentityNameMissing` where nothing of it can be seen, `IdentityNameTaken` where
        another one has it, in whatever way it is written, and `SecretTextRefused` when a secret
        of this run stands in it.
        """
        with self._database.transaction():
            checked = self._checked(name, identity_id)
            self._write(identity_id, "name", checked)
        return self.get(identity_id)

    def set_names(self, identity_id: int, names: Iterable[str]) -> None:
        """Keep what the user is called. Raises `SecretTextRefused` as `rename` does."""
        kept = [name.strip() for name in names if name.strip()]
        if any(self._secrets.holds(name) for name in kept):
            raise SecretTextRefused
        self._write(identity_id, "names", json.dumps(kept, ensure_ascii=False))

    def set_instructions(self, identity_id: int, text: str) -> None:
        """Keep what every assistant should know. Raises `SecretTextRefused` as `rename` does."""
        if self._secrets.holds(text):
            raise SecretTextRefused
        self._write(identity_id, "instructions", text)

    def use_provider(self, identity_id: int, provider_id: int) -> None:
        """Let a provider answer in new chats."""
        self._write(identity_id, "provider_id", provider_id)

    def remove(self, identity_id: int) -> None:
        """Remove an identity for good: its chats, and the values of its own numberings.

        Their numbers are never given again. Raises `LastIdentityStays`, and then or when anything
        else fails, nothing is removed.
        """
        before = self._chosen
        with self._database.transaction():
            self._database.follow(lambda: None, lambda: self._become(before))
            self.get(identity_id)
            rest = [each.id for each in self.list() if each.id != identity_id]
            if not rest:
                raise LastIdentityStays
            for chat in self._chats.list(identity_id):
                self._chats.delete(chat.id)
            self._curator.forget_identity(identity_id)
            if self._chosen == identity_id:
                self.choose(rest[0])
            self._database.execute("DELETE FROM identities WHERE id = ?", (identity_id,))
        self._database.empty_log()

    def _read_chosen(self) -> int:
        rows = self._database.query(
            "SELECT id FROM identities ORDER BY id ="
            " (SELECT json_extract(value, '$') FROM settings WHERE name = ?) DESC, id LIMIT 1",
            (_CHOSEN,),
        )
        return int(rows[0][0]) if rows else FIRST_IDENTITY

    def _become(self, identity_id: int) -> None:
        self._chosen = identity_id

    def _checked(self, name: str, own_id: int = 0) -> str:
        """Return a name as it is kept; raise where it cannot be `own_id`'s."""
        name = " ".join(name.split())
        if not fold(name):
            raise IdentityNameMissing
        if any(fold(each.name) == fold(name) for each in self.list() if each.id != own_id):
            raise IdentityNameTaken
        if self._secrets.holds(name):
            raise SecretTextRefused
        return name

    def _write(self, identity_id: int, column: str, value: object) -> None:
        self.get(identity_id)
        self._database.execute(
            f"UPDATE identities SET {column} = ? WHERE id = ?",  # noqa: S608 - a name from above
            (value, identity_id),
        )


def _identity(row: Row) -> Identity:
    return Identity(row[0], row[1], tuple(json.loads(row[2])), row[3], row[4] or MIRROR_ID)
