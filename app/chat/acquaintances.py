"""Whom the user has named so far: the full names in the vault, for finding their parts again."""

from collections import deque

from app.detect.recall import NAME_TYPES
from app.store.vault import Vault

# The latest ones; looking for the parts of more would be felt while typing.
MOST_NAMES = 500


class Acquaintances:
    """The names of other people that the vault has learned, the latest ones last."""

    def __init__(self, vault: Vault) -> None:
        """Read the names of `vault`, now and whenever it has learned more."""
        self._vault = vault
        self._names: deque[str] = deque(maxlen=MOST_NAMES)
        self._seen = 0

    def names(self) -> tuple[str, ...]:
        """Return the names that are known now."""
        for entry in self._vault.entries(after=self._seen):
            self._seen = entry.id
            if entry.type in NAME_TYPES and entry.value is not None:
                self._names.append(entry.value)
        return tuple(self._names)
