"""Remembering in which texts none of the vault's values was found.

A request carries the whole chat, and only its last message is new. What was looked through in
every encoding before and held nothing needs to be looked through again only for values that were
learned since. Nothing is remembered of a text in which anything was found, whether or not it was
excused then.
"""

from collections.abc import Sequence
from typing import Generic

from app.privacy.finding import Finder, K
from app.privacy.known import KnownValues
from app.privacy.prepared import Prepared

# Shorter texts are looked through together, which costs less than remembering them.
LEAST_REMEMBERED = 64
_MOST_CHARACTERS = 4_000_000
# After so many values were learned, to look through everything anew costs less.
_MOST_VALUES = 500


class Examined(Generic[K]):
    """Texts that held none of some values. Use from one thread, with one set of values."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[int, Sequence[Prepared]]] = {}
        self._characters = 0
        self._learned: list[tuple[K, str, str]] = []
        self._since: dict[int, KnownValues[K]] = {}

    def learn(self, key: K, privacy_type: str, text: str) -> None:
        """Note a value that is to be found from now on, too."""
        if len(self._learned) == _MOST_VALUES:
            self._learned.clear()
            self._clear()
        self._learned.append((key, privacy_type, text))
        self._since.clear()

    def is_clear(self, text: str) -> bool:
        """Say whether `text` was examined before and holds none of what was learned since."""
        known = self._texts.get(text)
        if known is None:
            return False
        examined, views = known
        now = len(self._learned)
        if examined < now:
            later = self._later(examined)
            if any(later.find(view) for view in views):
                del self._texts[text]
                self._characters -= len(text)
                return False
            self._texts[text] = now, views
        return True

    def note(self, text: str, views: Sequence[Prepared]) -> None:
        """Note that `text` held none of the values of now; `views` are all it was decoded to."""
        if self._characters + len(text) > _MOST_CHARACTERS:
            self._clear()
        if len(text) <= _MOST_CHARACTERS // 2 and text not in self._texts:
            self._characters += len(text)
            self._texts[text] = len(self._learned), views

    def _clear(self) -> None:
        self._texts.clear()
        self._characters = 0

    def _later(self, examined: int) -> Finder[K]:
        """Return the values that were learned since so many were."""
        if examined not in self._since:
            values: KnownValues[K] = KnownValues()
            for key, privacy_type, text in self._learned[examined:]:
                values.add(key, privacy_type, text)
            self._since[examined] = values
        return self._since[examined]
