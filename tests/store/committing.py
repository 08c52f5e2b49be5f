"""A program for `test_crash`: it commits values and messages until somebody kills it.

Arguments: the database's path, its key in hex, the round. After each commit it prints what was
promised: the placeholder, the value and the message's id.
"""

import itertools
import sys
from pathlib import Path

from app.store.chats import Chats, NewMessage
from app.store.curating import Curator
from app.store.database import Database
from app.store.numbering import FIRST_IDENTITY
from app.store.vault import Vault
from tests.store.world import assign, mark, span


def main() -> None:
    """Commit for ever."""
    database = Database.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), create=True)
    vault = Vault(database)
    chats = Chats(database, vault.secrets)
    chat = chats.create(FIRST_IDENTITY, "round")
    for count in itertools.count():
        value = f"person{count}.of.{sys.argv[3]}@example.org"
        secret = f"hunter-{sys.argv[3]}-{count}"
        vault.assignment().placeholder_for(span("draft@example.org", "Email"))
        placeholder, hidden = assign(vault, span(value, "Email"), span(secret, "Password"))
        text = f"write to {value}"
        message = chats.add(chat.id, NewMessage("user", text, (mark(text, value, placeholder),)))
        print(placeholder.number, value, message.id, hidden.number, flush=True)
        if count % 4 == 3:
            Curator(database, vault).forget(placeholder)
            print("removed", placeholder.number, flush=True)


if __name__ == "__main__":
    main()
