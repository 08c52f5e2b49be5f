"""Steps of the database's growth by which each owner of a numbering counts for itself.

See `migrations`, `numbering`. A released step is never edited.
"""

import re
from collections.abc import Callable
from typing import Any

_STYLE = " generic"
_WRITTEN = re.compile(r"<([A-Za-z0-9_]{1,60})_([0-9]{1,9})>")


def owners(connection: Any) -> None:
    """Whose placeholders entries, marks and receipts hold. All had drawn on the same numbers.

    An owner that there was goes on from the last number of all, as nobody knows any more which of
    these it gave to values that were forgotten since.
    """
    for (scope,) in connection.execute("SELECT DISTINCT scope FROM entries").fetchall():
        owner = _owner(scope)
        if owner:
            connection.execute(
                "UPDATE entries SET family = ? || '|' || family WHERE scope = ?", (owner, scope)
            )
    connection.execute("ALTER TABLE marks ADD COLUMN owner TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE receipts ADD COLUMN owner TEXT NOT NULL DEFAULT ''")
    connection.execute("CREATE INDEX entries_by_name ON entries (number, kind)")
    _own_marks(connection)
    _own_receipts(connection)
    connection.execute("DROP INDEX entries_by_name")
    connection.execute("DROP INDEX marks_by_placeholder")
    connection.execute("CREATE INDEX marks_by_placeholder ON marks (kind, number, owner)")
    _carry_counters_on(connection)


def _owner(scope: str) -> str:
    return scope.removesuffix(_STYLE.strip()).rstrip()


def _identity_owner(identity_id: int) -> str:
    return "" if identity_id == 1 else f"identity {identity_id}"


def _own_marks(connection: Any) -> None:
    """Give each mark its entry's owner; where that is forgotten, its identity's."""
    rows = connection.execute(
        "SELECT DISTINCT messages.chat_id, chats.identity_id, marks.kind, marks.number,"
        " entries.scope FROM marks JOIN messages ON messages.id = marks.message_id"
        " JOIN chats ON chats.id = messages.chat_id LEFT JOIN entries"
        " ON entries.number = marks.number AND entries.kind = marks.kind"
        " WHERE marks.kind IS NOT NULL"
    ).fetchall()
    for chat_id, identity_id, kind, number, scope in rows:
        owner = _identity_owner(identity_id) if scope is None else _owner(scope)
        if owner:
            connection.execute(
                "UPDATE marks SET owner = ? WHERE kind = ? AND number = ? AND message_id IN"
                " (SELECT id FROM messages WHERE chat_id = ?)",
                (owner, kind, number, chat_id),
            )


def _own_receipts(connection: Any) -> None:
    """Give each receipt the owner of the first placeholder in it that is still somebody's."""
    for (receipt_id,) in connection.execute("SELECT id FROM receipts").fetchall():
        ((body, identity_id),) = connection.execute(
            "SELECT body, identity_id FROM receipts JOIN chats ON chats.id = receipts.chat_id"
            " WHERE receipts.id = ?",
            (receipt_id,),
        ).fetchall()
        owner = _identity_owner(identity_id)
        for found in _WRITTEN.finditer(body):
            row = connection.execute(
                "SELECT scope FROM entries WHERE kind = ? AND number = ?", (found[1], int(found[2]))
            ).fetchone()
            if row is not None:
                owner = _owner(row[0])
                break
        if owner:
            connection.execute("UPDATE receipts SET owner = ? WHERE id = ?", (owner, receipt_id))


def _carry_counters_on(connection: Any) -> None:
    there = connection.execute("SELECT DISTINCT scope FROM entries").fetchall()
    owners = {_owner(scope) for (scope,) in there}
    identities = connection.execute("SELECT id FROM identities").fetchall()
    providers = connection.execute("SELECT id FROM providers").fetchall()
    for (identity_id,) in identities:
        whose = _identity_owner(identity_id)
        owners.add(whose)
        owners.update(f"{whose} assistant {provider_id}".strip() for (provider_id,) in providers)
    # Numbers of its own are had by a chat that has a value, or once had one.
    for chat_id, identity_id in connection.execute(
        "SELECT DISTINCT chats.id, chats.identity_id FROM chats"
        " JOIN messages ON messages.chat_id = chats.id"
        " JOIN marks ON marks.message_id = messages.id WHERE marks.kind IS NOT NULL"
    ).fetchall():
        owners.add(f"{_identity_owner(identity_id)} chat {chat_id}".strip())
    for owner in owners - {""}:
        connection.execute(
            "INSERT INTO counters (family, last)"
            " SELECT ? || '|' || family, last FROM counters WHERE instr(family, '|') = 0",
            (owner,),
        )


STEPS: tuple[Callable[[Any], None], ...] = (owners,)
