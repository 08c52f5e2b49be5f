"""A message as the transcript shows it: pieces of text, each plain or standing for a value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.privacy.levels import STANDARD_TYPES, Level, placeholder_kind
from app.privacy.policy import Action
from app.privacy.restoring import PieceKind, RestoredPiece
from app.store.chats import MarkState, Message

_STATES = {
    PieceKind.RESTORED: MarkState.VALUE,
    PieceKind.LOST: MarkState.LOST,
    PieceKind.UNRESOLVED: MarkState.UNRESOLVED,
    PieceKind.PROTECTED: MarkState.PROTECTED,
}
_USUAL_LEVELS = {placeholder_kind(name): level for name, level in STANDARD_TYPES.items()}


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a message. `state` is None for plain text.

    `placeholder` is what the assistant saw or wrote in this place, empty where it saw the text.
    `kept` says that the user let this private piece leave as typed.
    """

    text: str
    state: MarkState | None = None
    level: Level | None = None
    placeholder: str = ""
    type: str = ""
    kept: bool = False

    @property
    def masked(self) -> str:
        """The piece as the assistant has it."""
        return self.placeholder or self.text


def fragments_of(message: Message) -> tuple[Fragment, ...]:
    """Return the pieces of a stored message, in order."""
    pieces: list[Fragment] = []
    at = 0
    for mark in sorted(message.marks, key=lambda each: each.start):
        if mark.start < at or mark.end > len(message.text):
            continue
        if mark.start > at:
            pieces.append(Fragment(message.text[at : mark.start]))
        kept = mark.action is Action.KEEP
        text = message.text[mark.start : mark.end]
        placeholder = "" if kept or mark.placeholder is None else str(mark.placeholder)
        pieces.append(Fragment(text, mark.state, mark.level, placeholder, mark.type, kept))
        at = mark.end
    if at < len(message.text):
        pieces.append(Fragment(message.text[at:]))
    return tuple(pieces)


def fragments_arrived(pieces: Iterable[RestoredPiece]) -> list[Fragment]:
    """Return pieces of a reply that is still streaming; a level is the usual one of its type."""
    made: list[Fragment] = []
    for piece in pieces:
        if not piece.text:
            continue
        state = _STATES.get(piece.kind)
        if state is None:
            made.append(Fragment(piece.text))
            continue
        level = _USUAL_LEVELS.get(piece.placeholder.kind) if piece.placeholder else None
        placeholder = piece.source if piece.placeholder is None else str(piece.placeholder)
        made.append(Fragment(piece.text, state, level, placeholder))
    return made


def joined(fragments: Iterable[Fragment]) -> list[Fragment]:
    """Return `fragments` with neighbouring plain ones made one."""
    made: list[Fragment] = []
    plain: list[str] = []
    for each in fragments:
        if each.state is None:
            plain.append(each.text)
            continue
        if plain:
            made.append(Fragment("".join(plain)))
            plain = []
        made.append(each)
    if plain:
        made.append(Fragment("".join(plain)))
    return made


def shown_text(fragments: Sequence[Fragment]) -> str:
    """Return the message as the user reads it, values in clear."""
    return "".join(each.text for each in fragments)


def masked_text(fragments: Sequence[Fragment]) -> str:
    """Return the message as the assistant has it, placeholders in place of values."""
    return "".join(each.masked for each in fragments)
