"""Where a value was used, and who saw its placeholder."""

from dataclasses import dataclass, field
from datetime import datetime

from app.privacy.placeholder import Placeholder
from app.store.database import Database
from app.store.messages import moment


@dataclass(frozen=True, slots=True)
class UsedIn:
    """A chat with messages in which a value is marked. `last` is aware and in UTC."""

    chat_id: int
    title: str = field(repr=False)
    messages: int
    last: datetime


@dataclass(frozen=True, slots=True)
class SeenBy:
    """A provider that received the placeholder, never the value. Times are aware and in UTC."""

    provider: str
    host: str
    times: int
    first: datetime
    last: datetime


class Usage:
    """Looks up where placeholders were used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def chats(self, placeholder: Placeholder) -> tuple[UsedIn, ...]:
        """Return the chats that a value was used in, the latest first."""
        rows = self._database.query(
            "SELECT chats.id, chats.title, count(DISTINCT messages.id), max(messages.created_at)"
            " FROM marks JOIN messages ON messages.id = marks.message_id"
            " JOIN chats ON chats.id = messages.chat_id"
            " WHERE marks.kind = ? AND marks.number = ? AND marks.owner = ?"
            " GROUP BY chats.id ORDER BY max(messages.id) DESC",
            (placeholder.kind, placeholder.number, placeholder.owner),
        )
        return tuple(UsedIn(chat, title, count, moment(at)) for chat, title, count, at in rows)

    def seen_by(self, placeholder: Placeholder) -> tuple[SeenBy, ...]:
        """Return who received the placeholder of a value, by the receipts that there are."""
        rows = self._database.query(
            "SELECT provider, host, count(*), min(sent_at), max(sent_at) FROM receipts"
            " WHERE chat_id IN (SELECT DISTINCT messages.chat_id FROM marks"
            "  JOIN messages ON messages.id = marks.message_id"
            "  WHERE marks.kind = ? AND marks.number = ? AND marks.owner = ?)"
            " AND owner = ? AND instr(body, ?) GROUP BY provider, host ORDER BY max(sent_at) DESC",
            (
                *(placeholder.kind, placeholder.number, placeholder.owner),
                *(placeholder.owner, str(placeholder)),
            ),
        )
        return tuple(
            SeenBy(provider, host, times, moment(first), moment(last))
            for provider, host, times, first, last in rows
        )
