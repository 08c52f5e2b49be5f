"""Marks: what is private in a stored message, and how secrets are kept out of it.

A stored message shows values in clear, for the database is encrypted. Secrets (PL4) are the
exception: before writing, each hidden one is replaced by its placeholder.
"""

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.privacy.levels import STANDARD_TYPES, Level
from app.privacy.normalise import fold
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action, Choice, Choices
from app.store.secrets import RunSecrets

_VAULT = "vault"


class MarkState(enum.StrEnum):
    """What the marked text is."""

    VALUE = "value"  # the private value itself
    LOST = "lost"  # the placeholder of a secret, which was not kept
    UNRESOLVED = "unresolved"  # a placeholder of the assistant's own invention
    PROTECTED = "protected"  # a placeholder that was left alone, inside an address


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of a message: code point offsets into its text, end exclusive.

    `certainty` runs from 0 to 1. Hidden values have a placeholder.
    """

    start: int
    end: int
    type: str
    level: Level
    source: str
    certainty: float
    placeholder: Placeholder | None
    action: Action
    state: MarkState = MarkState.VALUE

    @property
    def hides(self) -> bool:
        """Whether the marked text is a value that did not leave."""
        return self.action is Action.HIDE and self.state is MarkState.VALUE


def with_lost(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """Return `text` and `marks` with the placeholder in place of every hidden value."""
    _check(text, marks)
    result = [replace(mark, state=MarkState.LOST) if mark.hides else mark for mark in marks]
    lost = {new for new, old in zip(result, marks, strict=True) if new is not old}
    return _rewrite(text, result, lost)


def without_secrets(
    text: str, marks: Sequence[Mark], secrets: RunSecrets, lost: Placeholder | None = None
) -> tuple[str, tuple[Mark, ...]]:
    """Return `text` and `marks` as they may be written: no hidden secret is left in them.

    A hidden PL4 value becomes its placeholder, and so does every other place where a secret of
    this run stands, marked or not. A hidden value that has a secret inside is replaced as a
    whole. What the user chose to send (`Action.KEEP`) stays as typed.

    `marks` are sorted and do not overlap, and hidden values have a placeholder; `ValueError`
    otherwise.
    """
    _check(text, marks)
    found = secrets.find(text)
    result: list[Mark] = []
    for mark in marks:
        touched = any(known.start < mark.end and mark.start < known.end for known in found)
        secret = mark.level is Level.PL4 and not secrets.keeps(mark.type)
        forgotten = lost is not None and mark.placeholder == lost
        if mark.hides and (secret or touched or forgotten):
            result.append(replace(mark, state=MarkState.LOST))
        else:
            result.append(mark)
    fresh: set[Mark] = set()
    for known in found:
        for start, end in _outside(known.start, known.end, marks):
            if text[start:end].strip():
                privacy_type = secrets.type(known.key)
                mark = Mark(
                    start, end, privacy_type, Level.PL4, _VAULT, 1.0, known.key, Action.HIDE,
                    MarkState.LOST,
                )  # fmt: skip
                fresh.add(mark)
    gone = fresh | {new for new, old in zip(result, marks, strict=True) if new is not old}
    return _rewrite(text, sorted([*result, *fresh], key=lambda mark: mark.start), gone)


def storable_choices(
    choices: Choices, text: str, marks: Sequence[Mark], secrets: RunSecrets
) -> dict[str, Choice]:
    """Return those of a message's `choices` that may be written, by folded value.

    A choice to hide a secret is left out, for its key is the secret itself. `text` and `marks`
    are the message's before `without_secrets`.
    """
    hidden = [fold(text[m.start : m.end]) for m in marks if m.hides and m.level is Level.PL4]
    return {
        key: choice
        for key, choice in choices.items()
        if choice.action is Action.KEEP
        or not (
            is_secret(choice)
            or any(value in key for value in hidden if value)
            or secrets.holds(key)
        )
    }


def is_secret(choice: Choice) -> bool:
    """Say whether `choice` calls its value a secret, by level or by type."""
    if choice.level is not None:
        return choice.level is Level.PL4
    return STANDARD_TYPES.get(choice.type or "") is Level.PL4


def _check(text: str, marks: Sequence[Mark]) -> None:
    position = 0
    for mark in marks:
        if not position <= mark.start < mark.end <= len(text):
            raise ValueError("marks are not sorted, overlap or leave the text")
        if mark.hides and mark.placeholder is None:
            raise ValueError("a hidden value has no placeholder")
        position = mark.end


def _outside(start: int, end: int, marks: Iterable[Mark]) -> Iterable[tuple[int, int]]:
    """Yield the parts of start..end that no mark covers."""
    for mark in marks:
        if mark.end <= start or mark.start >= end:
            continue
        if start < mark.start:
            yield start, mark.start
        start = mark.end
    if start < end:
        yield start, end


def _rewrite(text: str, marks: Sequence[Mark], lost: set[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """Put the placeholders of `lost` in place, and move what follows."""
    parts: list[str] = []
    moved: list[Mark] = []
    position = shift = 0
    for mark in marks:
        piece = str(mark.placeholder) if mark in lost else text[mark.start : mark.end]
        parts += [text[position : mark.start], piece]
        start = mark.start + shift
        moved.append(replace(mark, start=start, end=start + len(piece)))
        shift += len(piece) - (mark.end - mark.start)
        position = mark.end
    return "".join(parts) + text[position:], tuple(moved)
