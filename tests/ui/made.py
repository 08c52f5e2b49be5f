"""Messages and readings for the tests of the window, written as text with tagged pieces.

"{e|bob@example.org}" is a hidden e-mail address; "+" after the letter keeps it, "!" is a secret
that was not kept, "?" an invented placeholder, "~" one inside an address.
"""

import re
from datetime import UTC, datetime
from functools import cache

from PySide6.QtWidgets import QApplication

from app.chat.reader import Found, Reading
from app.chat.stores import Stores
from app.paths import resources
from app.privacy.kinds import Kinds
from app.privacy.levels import Level, placeholder_kind
from app.privacy.masking import mask
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action
from app.privacy.span import Span
from app.store.chats import Mark, MarkState, Message, MessageState
from app.store.database import Database
from app.store.messages import Role
from app.ui.preferences import Appearance
from app.ui.theme import Theme

_TYPES = {
    "n": ("Real Name", Level.PL2),
    "e": ("Email", Level.PL2),
    "h": ("Medical Health", Level.PL3),
    "p": ("Password", Level.PL4),
}
_STATES = {
    "": MarkState.VALUE,
    "+": MarkState.VALUE,
    "!": MarkState.LOST,
    "?": MarkState.UNRESOLVED,
    "~": MarkState.PROTECTED,
}
_TAGGED = re.compile(r"\{([nehp])([!?~+]?)\|([^}]*)\}")


@cache
def theme_of(application: QApplication) -> Theme:
    """Return the one light theme of the running tests."""
    return Theme(application, resources(), Appearance.LIGHT)


class _Pieces:
    """Takes a tagged text apart and numbers its values."""

    def __init__(self, tagged: str) -> None:
        self.text = ""
        self.found: list[tuple[int, str, Level, str, str, Placeholder]] = []
        numbers: dict[str, int] = {}
        at = 0
        for match in _TAGGED.finditer(tagged):
            self.text += tagged[at : match.start()]
            letter, sign, value = match.groups()
            name, level = _TYPES[letter]
            placeholder = Placeholder(
                placeholder_kind(name), numbers.setdefault(value, len(numbers) + 1)
            )
            self.found.append((len(self.text), name, level, sign, value, placeholder))
            self.text += value
            at = match.end()
        self.text += tagged[at:]


def reading_of(tagged: str) -> Reading:
    """Return the reading of a tagged text."""
    pieces = _Pieces(tagged)
    found = []
    for start, name, level, sign, value, placeholder in pieces.found:
        span = Span(start, start + len(value), value, name, level, "builtin", "test", 0.9)
        kept = sign == "+"
        action = Action.KEEP if kept else Action.HIDE
        found.append(Found(span, action, None if kept else placeholder, kept))
    names = {each.span.text: each.placeholder for each in found if each.placeholder}
    hidden = [each.span for each in found if each.action is Action.HIDE]
    masked = mask(pieces.text, hidden, lambda span: names[span.text], Kinds({}))
    levels = {each.placeholder: each.span.level for each in found if each.placeholder}
    counts = {level: list(levels.values()).count(level) for level in set(levels.values())}
    with Database.in_memory() as database:
        assignment = Stores(database).vault.assignment()
    return Reading(pieces.text, tuple(found), masked, counts, assignment)


def message_of(
    number: int,
    role: Role,
    tagged: str,
    state: MessageState = MessageState.COMPLETE,
) -> Message:
    """Return a kept message of a tagged text."""
    pieces = _Pieces(tagged)
    marks = tuple(
        Mark(
            start=start,
            end=start + len(value),
            type=name,
            level=level,
            source="builtin",
            certainty=0.9,
            placeholder=placeholder,
            action=Action.KEEP if sign == "+" else Action.HIDE,
            state=_STATES[sign],
        )
        for start, name, level, sign, value, placeholder in pieces.found
    )
    return Message(
        id=number,
        chat_id=1,
        role=role,
        text=pieces.text,
        marks=marks,
        state=state,
        created_at=datetime(2026, 3, 4, 5, 6, tzinfo=UTC),
        provider="Testing",
        model="small",
        choices={},
    )
