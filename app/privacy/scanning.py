"""Following a text piece by piece: placeholders, and the places in which they stand.

Masking follows the whole masked text, restoring follows a reply as it arrives; both go through
this class, so both read the same.
"""

from typing import NamedTuple

from app.privacy.recognition import LOOK_BACK, Recogniser, Token
from app.privacy.surroundings import (
    STAND_IN,
    Address,
    Attribute,
    Definition,
    JsonString,
    LinkTarget,
    Place,
)


class Stretch(NamedTuple):
    """A piece of the text: plain, or a token.

    `at` is its offset in the whole text. For a token, `protected` says that it stands in an
    address or an attribute, `json` that it stands in a JSON string; `opened` is where the first
    such place began (`at` when there is none).
    """

    text: str
    at: int
    token: Token | None = None
    protected: bool = False
    json: bool = False
    opened: int = 0


class Scanner:
    """Cuts a growing text into stretches. Use one for one text."""

    def __init__(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self._addresses: tuple[Place, ...] = (
            Address(),
            LinkTarget(),
            Definition(),
            Attribute(),
        )
        self._json = JsonString()
        # Decided, and not followed yet: only where a token stands does it matter what is around.
        self._passed: list[str] = []
        self._followed = 0
        self._held = ""  # not decided yet, after decided characters to look back at
        self._looked_back = 0
        self._at = 0  # offset of the first undecided character

    def feed(self, chunk: str, *, final: bool = False) -> list[Stretch]:
        """Return the stretches that `chunk` decides; all the rest when `final`."""
        text, start = self._held + chunk, self._looked_back
        tokens, held = self._recogniser.find(text, start, final=final)
        found: list[Stretch] = []
        for token in tokens:
            self._plain(text[start : token.start], found)
            self._token(text[token.start : token.end], token, found)
            start = token.end
        self._plain(text[start:held], found)
        decided = max(start, held)
        self._looked_back = min(LOOK_BACK, decided)
        self._held = text[decided - self._looked_back :]
        return found

    def _plain(self, text: str, found: list[Stretch]) -> None:
        if text:
            found.append(Stretch(text, self._at))
            self._pass(text)

    def _token(self, text: str, token: Token, found: list[Stretch]) -> None:
        self._follow()
        inside = [place for place in self._addresses if place.inside]
        opened = [place.opened for place in inside]
        if self._json.inside:
            opened.append(self._json.opened)
        found.append(
            Stretch(
                text,
                self._at,
                token,
                protected=bool(inside) or token.encoded,
                json=self._json.inside,
                opened=min(opened, default=self._at),
            )
        )
        self._pass(STAND_IN * len(text))

    def _pass(self, seen: str) -> None:
        self._passed.append(seen)
        self._at += len(seen)

    def _follow(self) -> None:
        """Have the places follow what was passed."""
        passed = "".join(self._passed)
        self._passed.clear()
        for place in (*self._addresses, self._json):
            place.advance(passed, self._followed)
        self._followed = self._at
