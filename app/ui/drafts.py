"""What was being written in each chat while the user looks at another one."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.privacy.policy import Choice

Draft = tuple[str, Mapping[str, Choice]]


@dataclass(frozen=True, slots=True)
class Place:
    """A chat of an identity, None for its chat that has no message yet."""

    identity_id: int
    chat_id: int | None = None


class Drafts:
    """Texts with the choices made in them, by place; in memory only."""

    def __init__(self) -> None:
        """Start with none."""
        self._drafts: dict[Place, Draft] = {}

    def keep(self, place: Place, text: str, choices: Mapping[str, Choice]) -> None:
        """Remember what was being written at a place; an empty text is nothing."""
        if text:
            self._drafts[place] = (text, choices)
        else:
            self._drafts.pop(place, None)

    def put_back(self, place: Place, text: str, choices: Mapping[str, Choice]) -> None:
        """Remember what could not be sent, unless something else was written there since."""
        if place not in self._drafts:
            self.keep(place, text, choices)

    def take(self, place: Place) -> Draft:
        """Return what was being written at a place, and remember it no longer."""
        return self._drafts.pop(place, ("", {}))

    def forget(self, identity_id: int) -> None:
        """Drop what was being written as an identity that is gone."""
        for place in [each for each in self._drafts if each.identity_id == identity_id]:
            del self._drafts[place]

    def clear(self) -> None:
        """Drop everything."""
        self._drafts.clear()
