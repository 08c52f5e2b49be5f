"""Which secrets may be kept: none, but for the types that the user has named.

A secret (PL4) is never written, as long as its type is not named here; the database refuses it.
"""

from app.store.database import Database


class Retention:
    """The types whose secrets are kept like other values. The vault changes them."""

    def __init__(self, database: Database) -> None:
        """Read the types."""
        self._database = database
        rows = database.query("SELECT type FROM retained")
        self._types = frozenset(privacy_type for (privacy_type,) in rows)

    @property
    def types(self) -> frozenset[str]:
        """The types whose secrets are kept."""
        return self._types

    def keeps(self, privacy_type: str) -> bool:
        """Say whether a secret of this type may be written."""
        return privacy_type in self._types

    def allow(self, privacy_type: str) -> None:
        """Let secrets of a type be kept from now on."""
        with self._database.transaction():
            self._database.execute("INSERT OR IGNORE INTO retained VALUES (?)", (privacy_type,))
            self._become(self._types | {privacy_type})

    def refuse(self, privacy_type: str) -> None:
        """Let them be kept no more; the caller takes those that are kept off the disk first."""
        with self._database.transaction():
            self._database.execute("DELETE FROM retained WHERE type = ?", (privacy_type,))
            self._become(self._types - {privacy_type})

    def _become(self, types: frozenset[str]) -> None:
        before = self._types
        self._types = types

        def undo() -> None:
            self._types = before

        self._database.follow(lambda: None, undo)
