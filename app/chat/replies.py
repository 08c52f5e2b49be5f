"""Between readings, replies and stored messages: text with marks."""

from collections.abc import Sequence
from dataclasses import replace

from app.chat.reader import Reading
from app.privacy.levels import Level
from app.privacy.policy import Action
from app.privacy.restoring import PieceKind, RestoredPiece
from app.store.marks import Mark, MarkState
from app.store.messages import Message
from app.store.vault import Vault

_STATES = {
    PieceKind.RESTORED: MarkState.VALUE,
    PieceKind.LOST: MarkState.LOST,
    PieceKind.UNRESOLVED: MarkState.UNRESOLVED,
    PieceKind.PROTECTED: MarkState.PROTECTED,
}


def marks_of_reading(reading: Reading) -> tuple[Mark, ...]:
    """Return marks for what was found in a message of the user's."""
    return tuple(
        Mark(
            start=each.span.start,
            end=each.span.end,
            type=each.span.type,
            level=each.span.level,
            source=each.span.source,
            certainty=each.span.certainty,
            placeholder=each.placeholder,
            action=each.action,
        )
        for each in reading.found
    )


def marks_of(pieces: Sequence[RestoredPiece], vault: Vault) -> tuple[str, tuple[Mark, ...]]:
    """Return the text that `pieces` make, and marks at the places that hold placeholders."""
    marks: list[Mark] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        if piece.kind in _STATES and piece.text:
            entry = vault.entry(piece.placeholder) if piece.placeholder else None
            marks.append(
                Mark(
                    start=at,
                    end=end,
                    type=entry.type if entry else "",
                    level=entry.level if entry else Level.PL1,
                    source="restored",
                    certainty=1.0,
                    placeholder=piece.placeholder,
                    action=Action.HIDE,
                    state=_STATES[piece.kind],
                )
            )
        at = end
    return "".join(piece.text for piece in pieces), tuple(marks)


def revived(message: Message, vault: Vault) -> Message:
    """Return `message` with the secrets put back that this run still knows.

    A secret is never written; its place on disk holds the placeholder. While the app that saw it
    typed is still running, the value is in memory.
    """
    text: list[str] = []
    marks: list[Mark] = []
    at = shift = 0
    for mark in message.marks:
        entry = vault.entry(mark.placeholder) if mark.placeholder else None
        value = message.text[mark.start : mark.end]
        state = mark.state
        if state is MarkState.LOST and entry is not None and entry.value is not None:
            value, state = entry.value, MarkState.VALUE
        text += [message.text[at : mark.start], value]
        start = mark.start + shift
        shift += len(value) - (mark.end - mark.start)
        marks.append(replace(mark, start=start, end=start + len(value), state=state))
        at = mark.end
    text.append(message.text[at:])
    return replace(message, text="".join(text), marks=tuple(marks))
