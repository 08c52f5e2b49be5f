"""Messages, and how they lie in the database's rows."""

import enum
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal

from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.privacy.policy import NO_CHOICES, Action, Choice, Choices
from app.store.database import Database, Row
from app.store.marks import Mark, MarkState

Role = Literal["system", "user", "assistant"]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class MessageState(enum.StrEnum):
    """How far a message got."""

    COMPLETE = "complete"
    STREAMING = "streaming"  # still arriving
    STOPPED = "stopped"  # the user stopped it, or the app ended meanwhile
    FAILED = "failed"  # the assistant or the network failed


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a reply failed: the name of the error's class, and names, codes and counts of it."""

    kind: str
    details: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message that is to be kept. `text` is as shown: values in clear."""

    role: Role
    text: str = field(repr=False)
    marks: tuple[Mark, ...] = ()
    state: MessageState = MessageState.COMPLETE
    provider: str = ""
    model: str = ""
    choices: Choices = field(default_factory=lambda: NO_CHOICES, repr=False)


@dataclass(frozen=True, slots=True)
class Message:
    """A kept message: values in clear, hidden secrets as their placeholders.

    `created_at` is aware and in UTC. Messages are in the order of their ids, not of their times.
    """

    id: int
    chat_id: int
    role: Role
    text: str = field(repr=False)
    marks: tuple[Mark, ...]
    state: MessageState
    created_at: datetime
    provider: str
    model: str
    choices: Choices = field(repr=False)
    failure: Failure | None = None


ONE_MESSAGE = (
    "SELECT id, chat_id, role, text, state, created_at, provider, model, choices, failure"
    " FROM messages WHERE id = ?"
)
MESSAGES_OF_CHAT = (
    "SELECT id, chat_id, role, text, state, created_at, provider, model, choices, failure"
    " FROM messages WHERE chat_id = ? ORDER BY id"
)
MARKS_OF_MESSAGE = (
    "SELECT message_id, start, stop, type, level, source, certainty, kind, number, action, state,"
    " owner FROM marks WHERE message_id = ? ORDER BY message_id, start"
)
MARKS_OF_CHAT = (
    "SELECT message_id, start, stop, type, level, source, certainty, kind, number, action, state,"
    " owner FROM marks WHERE message_id IN (SELECT id FROM messages WHERE chat_id = ?)"
    " ORDER BY message_id, start"
)


def message_from(row: Row, marks: Sequence[Mark]) -> Message:
    """Return the message of a row of `ONE_MESSAGE` or `MESSAGES_OF_CHAT`."""
    return Message(
        id=row[0],
        chat_id=row[1],
        role=row[2],
        text=row[3],
        marks=tuple(marks),
        state=MessageState(row[4]),
        created_at=moment(row[5]),
        provider=row[6],
        model=row[7],
        choices=choices_from(row[8]),
        failure=failure_from(row[9]),
    )


def marks_of(database: Database, query: str, picked: int) -> dict[int, list[Mark]]:
    """Return marks by message; `query` is `MARKS_OF_MESSAGE` or `MARKS_OF_CHAT`."""
    found: dict[int, list[Mark]] = {}
    for row in database.query(query, (picked,)):
        placeholder = None if row[7] is None else Placeholder(row[7], row[8], row[11])
        mark = Mark(
            row[1], row[2], row[3], Level(row[4]), row[5], row[6], placeholder, Action(row[9]),
            MarkState(row[10]),
        )  # fmt: skip
        found.setdefault(row[0], []).append(mark)
    return found


def write_marks(database: Database, message_id: int, marks: Iterable[Mark]) -> None:
    """Replace a message's marks."""
    database.execute("DELETE FROM marks WHERE message_id = ?", (message_id,))
    database.execute_many(
        "INSERT INTO marks (message_id, start, stop, type, level, source, certainty, kind, number,"
        " action, state, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                message_id,
                mark.start,
                mark.end,
                mark.type,
                int(mark.level),
                mark.source,
                float(mark.certainty),
                mark.placeholder.kind if mark.placeholder else None,
                mark.placeholder.number if mark.placeholder else None,
                str(mark.action),
                str(mark.state),
                mark.placeholder.owner if mark.placeholder else "",
            )
            for mark in marks
        ],
    )


def choices_text(choices: Mapping[str, Choice]) -> str:
    """Return choices as JSON."""
    return json.dumps(
        {
            key: [str(choice.action), choice.type, choice.level and int(choice.level)]
            for key, choice in choices.items()
        },
        ensure_ascii=False,
    )


def choices_from(text: str) -> dict[str, Choice]:
    """Return the choices that `choices_text` wrote."""
    return {
        key: Choice(Action(action), privacy_type, level and Level(level))
        for key, (action, privacy_type, level) in json.loads(text).items()
    }


def failure_text(failure: Failure | None) -> str:
    """Return a failure as JSON, nothing for none."""
    return "" if failure is None else json.dumps([failure.kind, dict(failure.details)])


def failure_from(text: str) -> Failure | None:
    """Return the failure that `failure_text` wrote."""
    return Failure(*json.loads(text)) if text else None


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def microseconds(when: datetime) -> int:
    """Return an aware time as microseconds since 1970; raise `ValueError` for a naive one."""
    if when.tzinfo is None:
        raise ValueError("a time without its zone")
    return (when - _EPOCH) // timedelta(microseconds=1)


def moment(since_epoch: int) -> datetime:
    """Return microseconds since 1970 as a time in UTC."""
    return _EPOCH + timedelta(microseconds=since_epoch)
