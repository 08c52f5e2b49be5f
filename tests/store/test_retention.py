"""No secret is in the decrypted database, but of the types that the user lets be kept."""

import pytest
from sqlcipher3 import dbapi2

from app.privacy.levels import STANDARD_TYPES, Level
from app.store.chats import Chats, MarkState, NewMessage
from app.store.database import Database
from app.store.numbering import FIRST_IDENTITY
from app.store.vault import Vault
from tests.store.world import assign, cells, mark, span, undone

SECRETS = {
    privacy_type: f"{privacy_type.lower().replace(' ', '-')}-zq{number}-sesame"
    for number, privacy_type in enumerate(
        name for name, level in STANDARD_TYPES.items() if level is Level.PL4
    )
}


def held(database: Database) -> set[str]:
    """Return the types whose secrets are in the database, in any form."""
    whole = "\n".join(cells(database)).casefold()
    return {kind for kind, value in SECRETS.items() if value.casefold() in whole}


def fill(vault: Vault, chats: Chats) -> dict[str, int]:
    """Hide every secret in a message of its own; return the messages by type."""
    chat = chats.create(FIRST_IDENTITY, "secrets")
    messages = {}
    for kind, value in SECRETS.items():
        (placeholder,) = assign(vault, span(value, kind))
        text = f"it is {value}, keep it"
        one = mark(text, value, placeholder, Level.PL4)
        marked = type(one)(
            one.start, one.end, kind, one.level, one.source, one.certainty, placeholder, one.action
        )
        messages[kind] = chats.add(chat.id, NewMessage("user", text, (marked,))).id
    return messages


def test_without_being_told_no_secret_is_kept(
    vault: Vault, chats: Chats, database: Database
) -> None:
    fill(vault, chats)
    assert held(database) == set()
    assert vault.retention.types == frozenset()


@pytest.mark.parametrize("kept", ["Password", "Business Secret"])
def test_only_secrets_of_the_named_type_are_kept(
    kept: str, vault: Vault, chats: Chats, database: Database
) -> None:
    vault.keep_secrets(kept)
    messages = fill(vault, chats)
    assert held(database) == {kept}
    assert chats.message(messages[kept]).marks[0].state is MarkState.VALUE
    again = Vault(database)
    assert again.retention.types == {kept}
    entry = again.find(kept, SECRETS[kept])
    assert entry is not None
    assert (entry.value, entry.level) == (SECRETS[kept], Level.PL4)
    assert again.known.find(f"it is {SECRETS[kept]}") != []
    assert len(vault.secrets) == len(SECRETS) - 1


def test_secrets_of_this_run_are_kept_once_it_is_allowed(
    vault: Vault, chats: Chats, database: Database
) -> None:
    fill(vault, chats)
    vault.keep_secrets("Token")
    assert held(database) == {"Token"}
    assert Vault(database).find("Token", SECRETS["Token"]) is not None


def test_turning_it_off_erases_them_everywhere(
    vault: Vault, chats: Chats, database: Database
) -> None:
    vault.keep_secrets("Password")
    vault.keep_secrets("Token")
    messages = fill(vault, chats)
    vault.keep_no_secrets("Password")
    assert held(database) == {"Token"}
    assert chats.message(messages["Password"]).marks[0].state is MarkState.LOST
    # This run still knows it.
    assert vault.find("Password", SECRETS["Password"]) is not None
    assert vault.secrets.holds(SECRETS["Password"])
    later = Vault(database)
    assert later.find("Password", SECRETS["Password"]) is None
    assert later.find("Token", SECRETS["Token"]) is not None


def test_a_secret_that_is_of_another_type_too_is_not_kept(vault: Vault, database: Database) -> None:
    vault.keep_secrets("Password")
    value = SECRETS["Password"]
    assign(vault, span(value, "Password"))
    assert held(database) == {"Password"}
    assign(vault, span(value, "Token"))
    assert held(database) == set()
    assign(vault, span(f"say {value} twice", "Password"))
    assert held(database) == set()


def test_what_is_undone_is_not_allowed(vault: Vault, database: Database) -> None:
    undone(database, lambda: vault.keep_secrets("Password"))
    assign(vault, span(SECRETS["Password"], "Password"))
    assert held(database) == set()


def test_the_database_itself_refuses_a_secret(vault: Vault, database: Database) -> None:
    assign(vault, span("ann@example.org", "Email"))
    with pytest.raises(dbapi2.IntegrityError, match="a secret is not kept"):
        database.execute(
            "INSERT INTO entries (family, number, kind, type, level, value)"
            " VALUES ('key', 1, 'Key', 'Key', 4, 'sesame')"
        )
    with pytest.raises(dbapi2.IntegrityError, match="a secret is not kept"):
        database.execute("UPDATE entries SET level = 4")
    vault.keep_secrets("Email")
    database.execute("UPDATE entries SET level = 4")
