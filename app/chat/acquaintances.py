"""Whom the user has named so far: the full names in the vault, for finding their parts again."""

from app.detect.recall import NAME_TYPES
from app.store.vault import Vault

# The latest ones; looking for the parts of more would be felt while typing.
MOST_NAMES = 500


class Acquaintances:
    """The names of other people that the vault has learned, the latest ones last."""

    def __init__(self, vault: Vault) -> None:
        """Read the names of `vault`, now and whenever it has learned more."""
        self._vault = vault
        self._names: tuple[str, ...] = ()
        self._version = -1

    def names(self) -> tuple[str, ...]:
        """Return the names that are known now."""
        if self._version != self._vault.known.version:
            self._version = self._vault.known.version
            self._names = tuple(self._vault.latest(NAME_TYPES, MOST_NAMES))
        return self._names
