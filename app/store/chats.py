"""Chats and their messages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.privacy.policy import Action, Choice, Choices
from app.store.database import Database, Row
from app.store.marks import Mark, MarkState, storable_choices, without_secrets
from app.store.messages import (
    MARKS_OF_CHAT,
    MARKS_OF_MESSAGE,
    MESSAGES_OF_CHAT,
    ONE_MESSAGE,
    Failure,
    Message,
    MessageState,
    NewMessage,
    Role,
    choices_from,
    choices_text,
    failure_text,
    marks_of,
    message_from,
    microseconds,
    moment,
    utc_now,
    write_marks,
)
from app.store.secrets import RunSecrets

__all__ = ["Chat", "Chats", "Mark", "MarkState", "Message", "MessageState", "NewMessage", "Role"]

_CHAT = "SELECT id, title, created_at, updated_at, provider_id, model, identity_id FROM chats"
_ALL_CHATS = f"{_CHAT} ORDER BY activity DESC"
_CHATS_OF_IDENTITY = f"{_CHAT} WHERE identity_id = ? ORDER BY activity DESC"
_ONE_CHAT = f"{_CHAT} WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat of one identity. Times are aware and in UTC.

    `provider_id` is None when that provider is gone.
    """

    id: int
    title: str = field(repr=False)
    created_at: datetime
    updated_at: datetime
    provider_id: int | None
    model: str
    identity_id: int


class Chats:
    """All chats. Every method writes at once, and raises what `Database.transaction` raises.

    Unknown ids raise `KeyError`.
    """

    def __init__(
        self,
        database: Database,
        secrets: RunSecrets,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """Messages that were arriving when the app last ended are stopped from now on."""
        self._database = database
        self._secrets = secrets
        self._clock = clock
        database.execute(
            "UPDATE messages SET state = ? WHERE state = ?",
            (str(MessageState.STOPPED), str(MessageState.STREAMING)),
        )

    def create(
        self, identity_id: int, title: str = "", provider_id: int | None = None, model: str = ""
    ) -> Chat:
        """Make a chat of an identity, for good. Secrets of this run are replaced in its title.

        Cut a title from a kept message and not from what was typed: a secret that was cut in two
        would not be found.
        """
        now = microseconds(self._clock())
        chat_id = self._database.execute(
            "INSERT INTO chats (title, created_at, updated_at, activity, provider_id, model,"
            " identity_id) VALUES (?, ?, ?,"
            " (SELECT coalesce(max(activity), 0) + 1 FROM chats), ?, ?, ?)",
            (self._secrets.hide(title), now, now, provider_id, model, identity_id),
        )
        return self.get(chat_id)

    def list(self, identity_id: int | None = None) -> tuple[Chat, ...]:
        """Return the chats of an identity, or all, the one that changed last first."""
        rows = (
            self._database.query(_ALL_CHATS)
            if identity_id is None
            else self._database.query(_CHATS_OF_IDENTITY, (identity_id,))
        )
        return tuple(_chat(row) for row in rows)

    def get(self, chat_id: int) -> Chat:
        """Return one chat."""
        rows = self._database.query(_ONE_CHAT, (chat_id,))
        if not rows:
            raise KeyError(chat_id)
        return _chat(rows[0])

    def rename(self, chat_id: int, title: str) -> Chat:
        """Give a chat another title; secrets of this run are replaced in it."""
        self._database.execute(
            "UPDATE chats SET title = ? WHERE id = ?", (self._secrets.hide(title), chat_id)
        )
        return self.get(chat_id)

    def choose(self, chat_id: int, provider_id: int | None, model: str) -> Chat:
        """Let another provider and model answer from now on.

        What was sent as typed, was sent to the provider of then: for another one, those choices
        no longer hold.
        """
        with self._database.transaction():
            if self.get(chat_id).provider_id != provider_id:
                self._forget_released(chat_id)
            self._database.execute(
                "UPDATE chats SET provider_id = ?, model = ? WHERE id = ?",
                (provider_id, model, chat_id),
            )
        return self.get(chat_id)

    def _forget_released(self, chat_id: int) -> None:
        rows = self._database.query(
            "SELECT id, choices FROM messages WHERE chat_id = ?", (chat_id,)
        )
        for message_id, text in rows:
            choices = choices_from(text)
            kept = {key: each for key, each in choices.items() if each.action is not Action.KEEP}
            if kept != choices:
                self._database.execute(
                    "UPDATE messages SET choices = ? WHERE id = ?",
                    (choices_text(kept), message_id),
                )

    def delete(self, chat_id: int) -> None:
        """Delete a chat, its messages and its receipts for good.

        Of each receipt two hashes stay, which hold the chain together and tell nothing else.
        """
        with self._database.transaction():
            self._database.execute(
                "UPDATE receipt_chain SET forgotten = 1"
                " WHERE receipt_id IN (SELECT id FROM receipts WHERE chat_id = ?)",
                (chat_id,),
            )
            self._database.execute("DELETE FROM chats WHERE id = ?", (chat_id,))

    def messages(self, chat_id: int) -> tuple[Message, ...]:
        """Return a chat's messages in the order in which they were added."""
        marks = marks_of(self._database, MARKS_OF_CHAT, chat_id)
        rows = self._database.query(MESSAGES_OF_CHAT, (chat_id,))
        return tuple(message_from(row, marks.get(row[0], ())) for row in rows)

    def released(self, chat_id: int) -> Choices:
        """Return what the user chose to send as typed in a chat so far, the latest choice last."""
        rows = self._database.query(
            "SELECT choices FROM messages WHERE chat_id = ? ORDER BY id", (chat_id,)
        )
        latest: dict[str, Choice] = {}
        for (text,) in rows:
            latest |= choices_from(text)
        return {key: each for key, each in latest.items() if each.action is Action.KEEP}

    def message(self, message_id: int) -> Message:
        """Return one message."""
        rows = self._database.query(ONE_MESSAGE, (message_id,))
        if not rows:
            raise KeyError(message_id)
        marks = marks_of(self._database, MARKS_OF_MESSAGE, message_id)
        return message_from(rows[0], marks.get(message_id, ()))

    def add(self, chat_id: int, message: NewMessage) -> Message:
        """Keep a message at the end of a chat, without the secrets that it hides.

        Commit the vault's assignment first. Raises `ValueError` as `without_secrets` does.
        """
        text, marks = without_secrets(message.text, message.marks, self._secrets)
        choices = storable_choices(message.choices, message.text, message.marks, self._secrets)
        # What was sent as typed in this chat stands in it; that it is hidden now must be known.
        sent = self.released(chat_id)
        choices |= {key: each for key, each in message.choices.items() if key in sent}
        with self._database.transaction():
            self._touch(chat_id)
            message_id = self._database.execute(
                "INSERT INTO messages (chat_id, role, text, state, created_at, provider, model,"
                " choices) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    chat_id,
                    message.role,
                    text,
                    str(message.state),
                    microseconds(self._clock()),
                    message.provider,
                    message.model,
                    choices_text(choices),
                ),
            )
            write_marks(self._database, message_id, marks)
        return self.message(message_id)

    def update(
        self,
        message_id: int,
        text: str,
        marks: Sequence[Mark],
        state: MessageState,
        failure: Failure | None = None,
    ) -> Message:
        """Replace a message's text, marks, state and failure, without the secrets that it hides.

        Raises `ValueError` as `without_secrets` does.
        """
        chat_id = self.message(message_id).chat_id
        text, marks = without_secrets(text, marks, self._secrets)
        with self._database.transaction():
            self._touch(chat_id)
            self._database.execute(
                "UPDATE messages SET text = ?, state = ?, failure = ? WHERE id = ?",
                (text, str(state), failure_text(failure), message_id),
            )
            write_marks(self._database, message_id, marks)
        return self.message(message_id)

    def remove_from(self, message_id: int) -> None:
        """Remove a message and all that follow it in its chat. Their receipts stay."""
        chat_id = self.message(message_id).chat_id
        with self._database.transaction():
            self._touch(chat_id)
            self._database.execute(
                "DELETE FROM messages WHERE chat_id = ? AND id >= ?", (chat_id, message_id)
            )

    def _touch(self, chat_id: int) -> None:
        """Note that a chat changed; raise `KeyError` when there is none."""
        self.get(chat_id)
        self._database.execute(
            "UPDATE chats SET updated_at = ?,"
            " activity = (SELECT max(activity) + 1 FROM chats) WHERE id = ?",
            (microseconds(self._clock()), chat_id),
        )


def _chat(row: Row) -> Chat:
    return Chat(row[0], row[1], moment(row[2]), moment(row[3]), row[4], row[5], row[6])
