"""Taking a value back from the disk when it turns out to be a secret.

A value may have been hidden and kept as an address, say, before a later message shows that it is
a password. From then on it is zero retention for it, in what was kept earlier too: the vault's
entries, the messages that hid it, titles, standing rules, the instructions. What the user chose to
send, and messages in which it was never hidden, stay as they are.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action
from app.store.database import Database
from app.store.marks import without_secrets
from app.store.messages import (
    MARKS_OF_MESSAGE,
    ONE_MESSAGE,
    choices_text,
    marks_of,
    message_from,
    write_marks,
)
from app.store.secrets import RunSecrets

# So much of a secret at the end of a title that was cut is not there by chance.
_LEAST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class KeptValue:
    """A value that is on the disk."""

    placeholder: Placeholder
    type: str
    text: str


def kept_with(database: Database, secrets: RunSecrets) -> list[KeptValue]:
    """Return the kept entries that hold one of `secrets`, as typed."""
    found: dict[Placeholder, KeptValue] = {}
    for secret in secrets.texts():
        rows = database.query(
            "SELECT kind, number, type, value FROM entries"
            " WHERE value IS NOT NULL AND instr(value, ?)",
            (secret,),
        )
        for kind, number, privacy_type, value in rows:
            placeholder = Placeholder(kind, number)
            if placeholder not in found and secrets.holds(value):
                found[placeholder] = KeptValue(placeholder, privacy_type, value)
    return list(found.values())


def erase(database: Database, secrets: RunSecrets, entries: Iterable[Placeholder]) -> None:
    """Take `secrets` off the disk, inside a transaction.

    `entries` are those of them that the vault had kept until now.
    """
    for placeholder in entries:
        database.execute(
            "UPDATE entries SET level = ?, value = NULL WHERE kind = ? AND number = ?",
            (int(Level.PL4), placeholder.kind, placeholder.number),
        )
        for (message_id,) in database.query(
            "SELECT DISTINCT message_id FROM marks"
            " WHERE kind = ? AND number = ? AND action = 'hide' AND state = 'value'",
            (placeholder.kind, placeholder.number),
        ):
            _erase_in_message(database, secrets, message_id, placeholder)
    _erase_in_titles(database, secrets)
    _erase_in_instructions(database, secrets)
    _erase_rules(database, secrets)


def _erase_in_message(
    database: Database, secrets: RunSecrets, message_id: int, placeholder: Placeholder
) -> None:
    marks_by_message = marks_of(database, MARKS_OF_MESSAGE, message_id)
    rows = database.query(ONE_MESSAGE, (message_id,))
    message = message_from(rows[0], marks_by_message[message_id])
    raised = [
        replace(mark, level=Level.PL4) if mark.hides and mark.placeholder == placeholder else mark
        for mark in message.marks
    ]
    text, marks = without_secrets(message.text, raised, secrets)
    choices = {
        key: choice
        for key, choice in message.choices.items()
        if choice.action is Action.KEEP or not secrets.holds(key)
    }
    database.execute(
        "UPDATE messages SET text = ?, choices = ? WHERE id = ?",
        (text, choices_text(choices), message_id),
    )
    write_marks(database, message_id, marks)


def _erase_in_titles(database: Database, secrets: RunSecrets) -> None:
    for chat_id, title in database.query("SELECT id, title FROM chats"):
        bare = _without_beginning(secrets.hide(title), secrets)
        if bare != title:
            database.execute("UPDATE chats SET title = ? WHERE id = ?", (bare, chat_id))


def _without_beginning(title: str, secrets: RunSecrets) -> str:
    """Return a title that was cut short without the beginning of a secret at its end."""
    words = title.removesuffix("…")
    if words == title:
        return title
    for secret in secrets.texts():
        for length in range(min(len(secret), len(words)), _LEAST_BEGINNING - 1, -1):
            if words.endswith(secret[:length]):
                return words[:-length].rstrip() + "…"
    return title


def _erase_in_instructions(database: Database, secrets: RunSecrets) -> None:
    for (kept,) in database.query("SELECT value FROM settings WHERE name = 'instructions'"):
        text = str(json.loads(kept))
        bare = secrets.hide(text)
        if bare != text:
            database.execute(
                "UPDATE settings SET value = ? WHERE name = 'instructions'",
                (json.dumps(bare, ensure_ascii=False),),
            )


def _erase_rules(database: Database, secrets: RunSecrets) -> None:
    for rule_id, text in database.query("SELECT id, text FROM rules WHERE action = 'hide'"):
        if secrets.holds(text):
            database.execute("DELETE FROM rules WHERE id = ?", (rule_id,))
