"""Searching the messages of an identity for a piece of text, newest first, a page at a time.

What is searched is what is stored: values in clear, for the database is encrypted, and no secret.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from app.store.database import Database, Row
from app.store.messages import Role, moment
from app.store.trigrams import any_of, beginning, holds, match

PAGE = 50
# How much of a message is shown around what was found, in characters before and after it.
_AROUND = 60
_NEWEST = 2**62
# Pieces of one or two characters are mostly found among so many messages, sooner than by an index.
_NEAREST = 20_000
# More trigrams than these belong to a piece that is everywhere.
_MOST_TERMS = 1_000
_COLUMNS = (
    "messages.id, messages.chat_id, messages.role, messages.text, messages.created_at, chats.title"
)
_BY_TRIGRAMS = (
    f"SELECT {_COLUMNS} FROM messages_trigrams"  # noqa: S608, names from above
    " CROSS JOIN messages ON messages.id = messages_trigrams.rowid"
    " CROSS JOIN chats ON chats.id = messages.chat_id"
    " WHERE messages_trigrams MATCH ? AND messages_trigrams.rowid < ?"
    " AND chats.identity_id = ?"
    " ORDER BY messages_trigrams.rowid DESC"
)
_ONE_BY_ONE = (
    f"SELECT {_COLUMNS} FROM messages CROSS JOIN chats ON chats.id = messages.chat_id"  # noqa: S608
    " WHERE messages.text LIKE '%' || ? || '%' ESCAPE '\\' AND messages.id < ?"
    " AND messages.id >= ? AND chats.identity_id = ?"
    " ORDER BY messages.id DESC"
)


@dataclass(frozen=True, slots=True)
class FoundMessage:
    """A message that holds what was searched. `created_at` is aware and in UTC.

    `excerpt` is a part of it, and `start`, `end` are where in the excerpt the piece stands.
    """

    message_id: int
    chat_id: int
    title: str = field(repr=False)
    role: Role
    created_at: datetime
    excerpt: str = field(repr=False)
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MessagePage:
    """Some of the messages, newest first. `after` asks for more; None when this is all."""

    messages: tuple[FoundMessage, ...]
    after: int | None


class MessageSearch:
    """Searches the texts of messages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(
        self, identity_id: int, piece: str, after: int | None = None, limit: int = PAGE
    ) -> MessagePage:
        """Return at most `limit` messages of an identity that hold `piece`, whatever the case.

        `after` is that of the page before. Nothing is found for a piece without a visible
        character.
        """
        piece = piece.strip()
        found: list[FoundMessage] = []
        before = _NEWEST if after is None else after
        for row in self._rows(identity_id, piece, before) if piece else ():
            if holds(row[3], piece):
                found.append(_found(row, piece))
                if len(found) == limit:
                    return MessagePage(tuple(found), row[0])
        return MessagePage(tuple(found), None)

    def _rows(self, identity_id: int, piece: str, before: int) -> Iterator[Row]:
        asked = match(piece)
        if asked is not None:
            yield from self._database.stream(_BY_TRIGRAMS, (asked, before, identity_id))
            return
        ((newest,),) = self._database.query("SELECT coalesce(max(id), 0) FROM messages")
        edge = max(0, min(newest, before) - _NEAREST)
        yield from self._one_by_one(identity_id, piece, before, edge)
        if not edge:
            return
        terms = self._terms(piece)
        if terms is None:
            yield from self._one_by_one(identity_id, piece, edge, 0)
        elif terms:
            yield from self._database.stream(_BY_TRIGRAMS, (any_of(terms), edge, identity_id))

    def _one_by_one(self, identity_id: int, piece: str, before: int, least: int) -> Iterator[Row]:
        escaped = piece.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return self._database.stream(_ONE_BY_ONE, (escaped, before, least, identity_id))

    def _terms(self, piece: str) -> list[str] | None:
        """Return the trigrams that begin with a short piece; None where an index is of no use."""
        if "\0" in piece:
            return None
        found = self._database.query(
            "SELECT term FROM messages_terms WHERE term >= ? AND term < ? LIMIT ?",
            (*beginning(piece), _MOST_TERMS + 1),
        )
        return [term for (term,) in found] if len(found) <= _MOST_TERMS else None


def _found(row: Row, piece: str) -> FoundMessage:
    message_id, chat_id, role, text, created_at, title = row
    hit = re.search(re.escape(piece), text, re.IGNORECASE)
    # Casefolding finds "ss" in "ß" as well, and can change lengths; close by is good enough then.
    at = hit.start() if hit else min(text.casefold().find(piece.casefold()), len(text))
    begin, end = max(0, at - _AROUND), min(len(text), at + len(piece) + _AROUND)
    start = at - begin
    return FoundMessage(
        message_id,
        chat_id,
        title,
        role,
        moment(created_at),
        text[begin:end],
        start,
        min(start + len(piece), end - begin),
    )
