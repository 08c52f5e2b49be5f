"""Taking a value back from the disk when it turns out to be a secret, or is to be forgotten.

A value may have been hidden and kept as an address, say, before a later message shows that it is
a password. From then on it is zero retention for it, in what was kept earlier too: the vault's
entries, the messages that hid it, titles, drafts, standing rules, the names and instructions of
identities. What the user chose to send, and messages in which it was never hidden, stay as they
are. Forgetting works in the same places, but for what the user is called: that list is theirs to
change, and what stands in it is found and hidden.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from app.privacy.finding import Finder, Known
from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action, Choice
from app.store.database import Database
from app.store.entries import family, placeholder_of
from app.store.marks import Mark, with_lost, without_secrets
from app.store.messages import (
    MARKS_OF_MESSAGE,
    ONE_MESSAGE,
    Message,
    choices_from,
    choices_text,
    marks_of,
    message_from,
    write_marks,
)
from app.store.secrets import RunSecrets, hide
from app.store.trigrams import match

_WITH_TRIGRAMS = (
    "SELECT kind, number, scope, type, entries.value FROM entries_trigrams"
    " JOIN entries ON entries.id = entries_trigrams.rowid WHERE entries_trigrams MATCH ?"
)
_WITH = (
    "SELECT kind, number, scope, type, value FROM entries"
    " WHERE value IS NOT NULL AND instr(value, ?)"
)
_HIDDEN_IN = (
    "SELECT DISTINCT message_id FROM marks"
    " WHERE kind = ? AND number = ? AND owner = ? AND action = 'hide' AND state = 'value'"
)
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
        asked = match(secret)
        rows = database.query(*((_WITH_TRIGRAMS, (asked,)) if asked else (_WITH, (secret,))))
        for kind, number, scope, privacy_type, value in rows:
            placeholder = placeholder_of(kind, number, scope)
            if placeholder not in found and secrets.holds(value):
                found[placeholder] = KeptValue(placeholder, privacy_type, value)
    return list(found.values())


def erase(database: Database, secrets: RunSecrets, entries: Iterable[Placeholder]) -> None:
    """Take `secrets` off the disk, inside a transaction.

    `entries` are those of them that the vault had kept until now.
    """
    for placeholder in entries:
        database.execute(
            "UPDATE entries SET level = ?, value = NULL"
            " WHERE family = ? AND number = ? AND kind = ?",
            (
                *(int(Level.PL4), family(placeholder.kind, placeholder.owner)),
                *(placeholder.number, placeholder.kind),
            ),
        )
        for (message_id,) in database.query(
            _HIDDEN_IN, (placeholder.kind, placeholder.number, placeholder.owner)
        ):
            _erase_in_message(database, secrets, message_id, placeholder, Level.PL4)
    _erase_in_titles(database, secrets)
    _erase_in_identities(database, secrets.hide)
    _erase_own_names(database, secrets)
    _erase_in_drafts(database, secrets.find)
    _erase_rules(database, secrets, "action = 'hide'")


def forget_everywhere(
    database: Database, values: RunSecrets, entries: Mapping[Placeholder, Level]
) -> None:
    """Put placeholders in place of `values` wherever they were hidden, inside a transaction.

    `entries` are the placeholders that stand for them, with their levels.
    """
    for placeholder, level in entries.items():
        for (message_id,) in database.query(
            _HIDDEN_IN, (placeholder.kind, placeholder.number, placeholder.owner)
        ):
            _erase_in_message(database, values, message_id, placeholder, level)
    _erase_in_titles(database, values)
    _erase_in_identities(database, values.hide)
    _erase_in_drafts(database, values.find)
    _erase_rules(database, values, "1")


def hide_all(database: Database, values: Finder[Placeholder]) -> None:
    """Put placeholders in place of every hidden value of every message, inside a transaction.

    Titles, instructions, drafts and standing rules hold none of `values` any more, either.
    """
    for (message_id,) in database.query(
        "SELECT DISTINCT message_id FROM marks WHERE action = 'hide' AND state = 'value'"
    ):
        message = _message(database, message_id)
        text, marks = with_lost(message.text, message.marks)
        choices = {key: each for key, each in message.choices.items() if each.action is Action.KEEP}
        _rewrite(database, message_id, text, choices, marks)
    for chat_id, title in database.query("SELECT id, title FROM chats"):
        bare = hide(title, values.find(title))
        if bare != title:
            database.execute("UPDATE chats SET title = ? WHERE id = ?", (bare, chat_id))
    _erase_in_identities(database, lambda text: hide(text, values.find(text)))
    _erase_in_drafts(database, values.find)
    for rule_id, text in database.query("SELECT id, text FROM rules"):
        if values.find(text):
            database.execute("DELETE FROM rules WHERE id = ?", (rule_id,))


def _erase_in_message(
    database: Database,
    secrets: RunSecrets,
    message_id: int,
    placeholder: Placeholder,
    level: Level,
) -> None:
    """Put `placeholder` in place of its value in a message; its marks are of `level` then."""
    message = _message(database, message_id)
    text, marks = without_secrets(message.text, message.marks, secrets, lost=placeholder)
    choices = {
        key: choice
        for key, choice in message.choices.items()
        if choice.action is Action.KEEP or not secrets.holds(key)
    }
    levelled = [
        replace(mark, level=level) if mark.placeholder == placeholder else mark for mark in marks
    ]
    _rewrite(database, message_id, text, choices, levelled)


def _message(database: Database, message_id: int) -> Message:
    marks_by_message = marks_of(database, MARKS_OF_MESSAGE, message_id)
    rows = database.query(ONE_MESSAGE, (message_id,))
    return message_from(rows[0], marks_by_message[message_id])


def _rewrite(
    database: Database,
    message_id: int,
    text: str,
    choices: Mapping[str, Choice],
    marks: Iterable[Mark],
) -> None:
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
            _count(database)


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


def _erase_in_identities(database: Database, bare: Callable[[str], str]) -> None:
    """Make names of identities and their instructions what `bare` makes of them."""
    rows = database.query("SELECT id, name, instructions FROM identities")
    for identity_id, *texts in rows:
        kept = [bare(text) for text in texts]
        if kept != texts:
            database.execute(
                "UPDATE identities SET name = ?, instructions = ? WHERE id = ?",
                (*kept, identity_id),
            )
            _count(database)


def _erase_own_names(database: Database, secrets: RunSecrets) -> None:
    """Drop what the user is called where it is a secret: a placeholder is nobody's name."""
    for identity_id, text in database.query("SELECT id, names FROM identities"):
        names = json.loads(text)
        kept = [name for name in names if not secrets.holds(name)]
        if kept != names:
            database.execute(
                "UPDATE identities SET names = ? WHERE id = ?",
                (json.dumps(kept, ensure_ascii=False), identity_id),
            )
            _count(database)


def _erase_in_drafts(database: Database, find: Callable[[str], list[Known[Placeholder]]]) -> None:
    """Put placeholders in place of what `find` finds in drafts, chosen or not: none has left."""
    for draft_id, text, kept in database.query("SELECT id, text, choices FROM drafts"):
        found = find(text)
        choices = choices_from(kept)
        fitting = {key: each for key, each in choices.items() if not find(key)}
        if found or fitting != choices:
            database.execute(
                "UPDATE drafts SET text = ?, choices = ?, lost = lost + ? WHERE id = ?",
                (hide(text, found), choices_text(fitting), len(found), draft_id),
            )
            _count(database)


def _erase_rules(database: Database, secrets: RunSecrets, which: str) -> None:
    for rule_id, text in database.query(f"SELECT id, text FROM rules WHERE {which}"):  # noqa: S608
        if secrets.holds(text):
            database.execute("DELETE FROM rules WHERE id = ?", (rule_id,))
            _count(database)


def _count(database: Database) -> None:
    """Note that something is gone from the disk which older backups still have."""
    database.execute("UPDATE erasures SET count = count + 1")
