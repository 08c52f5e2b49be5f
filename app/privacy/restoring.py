"""Putting values back into a reply, whole or while it arrives.

A value goes back only where the reply shows it. Where a reply would carry it away, in an address
or an attribute, the placeholder stays. What was put back is never read again.
"""

import enum
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.privacy.kinds import Kinds, kind_key
from app.privacy.placeholder import Placeholder
from app.privacy.recognition import LONGEST_TOKEN, Recogniser
from app.privacy.scanning import Scanner, Stretch

# A stream shows every character as soon as this many more have arrived, mostly at once.
HELD_BACK = LONGEST_TOKEN


class PieceKind(enum.StrEnum):
    """What became of a piece of a reply."""

    PLAIN = "plain"
    RESTORED = "restored"
    UNRESOLVED = "unresolved"
    PROTECTED = "protected"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class RestoredPiece:
    """A piece of a reply: the text to show, and the `source` as it was received.

    PLAIN is text without a placeholder. RESTORED shows a value. UNRESOLVED reads as a placeholder
    but fits no value, or more than one. PROTECTED is a placeholder in an address or an attribute.
    LOST is a placeholder whose value was not kept. The last three show their source; `placeholder`
    is set where it is known which one is meant.
    """

    text: str
    kind: PieceKind
    placeholder: Placeholder | None
    source: str


@dataclass(frozen=True, slots=True)
class Restored:
    """A whole restored reply."""

    pieces: tuple[RestoredPiece, ...]

    @property
    def text(self) -> str:
        """The reply as it is shown."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def unresolved(self) -> tuple[str, ...]:
        """What reads as a placeholder and fits no value, as received, in order."""
        return tuple(p.source for p in self.pieces if p.kind is PieceKind.UNRESOLVED)


class Restorer:
    """Knows which values the placeholders stand for. Reading costs the same for any number."""

    def __init__(
        self, values: Mapping[Placeholder, Sequence[str]], kinds: Kinds, owner: str = ""
    ) -> None:
        """Take the values as they were typed, and whose placeholders a reply may hold.

        For each placeholder `values` has the forms in the order in which they were typed in the
        latest message that has it: the first occurrence in a reply shows the first form and so
        on, later ones the last form. An empty sequence: the value was not kept. `kinds` must be
        the one that masking used.
        """
        self._values = values
        self._owner = owner
        self._recogniser = Recogniser(kinds)
        self._by_key: dict[str, tuple[str, ...]] | None = None

    def restore(self, text: str) -> Restored:
        """Restore a whole reply."""
        stream = self.stream()
        return Restored(tuple(joined([*stream.feed(text), *stream.finish()])))

    def stream(self) -> "RestoringStream":
        """Return what restores one reply while it arrives."""
        return RestoringStream(self, Scanner(self._recogniser))

    def forms(self, placeholder: Placeholder) -> Sequence[str]:
        """Return the forms of a placeholder that `resolve` has returned."""
        return self._values[placeholder]

    def resolve(self, kind: str, kinds: Sequence[str], number: int) -> Placeholder | None:
        """Return the one known placeholder that `kind` and `number` mean, or None.

        `kinds` are the kinds for which `kind` is a name. The exact spelling wins; otherwise
        exactly one must fit.
        """
        exact = Placeholder(kind, number, self._owner)
        if exact in self._values:
            return exact
        candidates = {
            Placeholder(name, number, self._owner) for name in (*kinds, *self._alike(kind))
        }
        fitting = [candidate for candidate in candidates if candidate in self._values]
        return fitting[0] if len(fitting) == 1 else None

    def _alike(self, kind: str) -> tuple[str, ...]:
        """Return the kinds of known values that differ from `kind` in case or separators only."""
        if self._by_key is None:
            keys: dict[str, tuple[str, ...]] = {}
            for known in {placeholder.kind for placeholder in self._values}:
                keys[kind_key(known)] = (*keys.get(kind_key(known), ()), known)
            self._by_key = keys
        return self._by_key.get(kind_key(kind), ())


class RestoringStream:
    """Restores one reply while it arrives. However it is cut, the joined result is the same."""

    def __init__(self, restorer: Restorer, scanner: Scanner) -> None:
        self._restorer = restorer
        self._scanner = scanner
        self._shown: dict[Placeholder, int] = {}

    def feed(self, chunk: str) -> list[RestoredPiece]:
        """Take the next characters; return what is now certain. Holds back <= `HELD_BACK`."""
        return [self._piece(stretch) for stretch in self._scanner.feed(chunk)]

    def finish(self) -> list[RestoredPiece]:
        """Return the rest, at the end of the reply."""
        return [self._piece(stretch) for stretch in self._scanner.feed("", final=True)]

    def _piece(self, stretch: Stretch) -> RestoredPiece:
        token, source = stretch.token, stretch.text
        if token is None:
            return RestoredPiece(source, PieceKind.PLAIN, None, source)
        placeholder = self._restorer.resolve(token.kind, token.kinds, token.number)
        if stretch.protected:
            return RestoredPiece(source, PieceKind.PROTECTED, placeholder, source)
        if placeholder is None:
            return RestoredPiece(source, PieceKind.UNRESOLVED, None, source)
        forms = self._restorer.forms(placeholder)
        if not forms:
            return RestoredPiece(source, PieceKind.LOST, placeholder, source)
        turn = self._shown.get(placeholder, 0)
        self._shown[placeholder] = turn + 1
        form = forms[min(turn, len(forms) - 1)]
        if stretch.json:
            form = json_escaped(form)
        return RestoredPiece(form, PieceKind.RESTORED, placeholder, source)


def json_escaped(text: str) -> str:
    """Return `text` as it stands between the quotes of a JSON string."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def joined(pieces: Iterable[RestoredPiece]) -> list[RestoredPiece]:
    """Return `pieces` with neighbouring plain ones made one."""
    result: list[RestoredPiece] = []
    plain: list[str] = []
    for piece in pieces:
        if piece.kind is PieceKind.PLAIN:
            plain.append(piece.text)
            continue
        if plain:
            text = "".join(plain)
            result.append(RestoredPiece(text, PieceKind.PLAIN, None, text))
            plain.clear()
        result.append(piece)
    if plain:
        text = "".join(plain)
        result.append(RestoredPiece(text, PieceKind.PLAIN, None, text))
    return result
