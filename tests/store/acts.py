"""What `kills` does to a vault: each act says what it is about to change and what it confirmed."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from app.store.chats import Chats, NewMessage
from app.store.curating import Curator
from app.store.database import Database
from app.store.identities import Identities
from app.store.migrations import MIGRATIONS, migrate
from app.store.numbering import FIRST_IDENTITY, Apart, Numbering, Style
from app.store.opening import StoreFiles
from app.store.providers import MIRROR_ID
from app.store.receipts import Receipt, Receipts
from app.store.recovery_code import RecoveryCode
from app.store.upkeep import Upkeep
from app.store.vault import Vault
from app.store.ways import Recovery
from tests.store.world import imported, mark, span

EXPORT = "all.understudy"
CODES = [RecoveryCode.new() for _ in range(4)]


@dataclass
class Hand:
    """What an act works with. `say` makes a promise: what it says must hold after any kill."""

    store: StoreFiles
    upkeep: Upkeep
    passphrase: str
    number: int
    say: Callable[[str], None]
    code: int | None = None

    @contextlib.contextmanager
    def ready(self, act: "Act") -> Iterator[Callable[[], None]]:
        """Prepare what the act needs, so that the kill comes in the act itself."""
        if act.opened:
            with self.store.open(self.passphrase) as database:
                yield lambda: act.do(self, database)
            return
        if act.prepare:
            act.prepare(self)
        yield lambda: act.do(self, None)

    @property
    def export(self) -> Path:
        """Where exports go."""
        return self.store.path.parent.parent / EXPORT


@dataclass(frozen=True)
class Act:
    """One thing to do, with the vault open or closed before it."""

    do: Callable[[Hand, Database | None], None]
    opened: bool = False
    prepare: Callable[[Hand], None] | None = None


def held(database: Database) -> set[str]:
    """Return the texts of all messages."""
    chats = Chats(database, Vault(database).secrets)
    return {m.text for chat in chats.list() for m in chats.messages(chat.id)}


def older(store: StoreFiles, passphrase: str, steps: int) -> None:
    """Put the vault's database back to an older schema, by making that anew with its messages."""
    with store.open(passphrase) as database:
        texts = held(database)
    key = store.keys.unlock(passphrase)
    mark = store.keys.database
    path = store.path
    path.unlink()
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}{mark}'\"")
    first = [step.__name__ for step in MIGRATIONS].index("_receipts") + 1
    migrate(connection, "old", MIGRATIONS[: first + steps])
    connection.execute(
        "INSERT INTO chats (id, title, created_at, updated_at, activity, model)"
        " VALUES (1, '', 0, 0, 1, '')"
    )
    for text in texts:
        connection.execute(
            "INSERT INTO messages (chat_id, role, text, state, created_at, provider, model,"
            " choices) VALUES (1, 'user', ?, 'complete', 0, '', '', '{}')",
            (text,),
        )
        connection.execute(
            "INSERT INTO receipts (chat_id, sent_at, provider, host, model, body, counts)"
            " VALUES (1, 0, 'p', 'h', 'm', 'b', '{}')"
        )
    connection.close()


def _write(hand: Hand, database: Database | None) -> None:
    assert database
    _write_in(hand, database, FIRST_IDENTITY, promised=True)


def _write_in(hand: Hand, database: Database, identity_id: int, *, promised: bool) -> None:
    vault = Vault(database)
    chats, receipts = Chats(database, vault.secrets), Receipts(database)
    chat = chats.create(identity_id, "round")
    numbering = Numbering.of(Apart.NOBODY, Style.TYPED, identity_id, MIRROR_ID, chat.id)
    for count in range(4):
        value = f"person{count}.of.{hand.number}@example.org"
        assignment = vault.assignment(numbering)
        placeholder = assignment.placeholder_for(span(value, "Email"))
        vault.commit(assignment)
        text = f"write to {value}"
        message = chats.add(chat.id, NewMessage("user", text, (mark(text, value, placeholder),)))
        if promised:
            hand.say(f"kept {text}")
        receipts.add(
            Receipt(chat.id, message.id, datetime.now(UTC), "p", "h", "m", f"{placeholder}", {})
        )


def _identity(hand: Hand, database: Database | None) -> None:
    assert database
    vault = Vault(database)
    chats = Chats(database, vault.secrets)
    identities = Identities(database, vault.secrets, chats, Curator(database, vault))
    made = identities.add(f"Identity {hand.number} {len(identities.list())}")
    identities.choose(made.id)
    _write_in(hand, database, made.id, promised=False)
    identities.remove(made.id)


def _change(hand: Hand, database: Database | None) -> None:  # noqa: ARG001 - an act's signature
    new = f"{hand.number} words"
    hand.say(f"changing {new}")
    hand.store.change_passphrase(hand.passphrase, new)
    hand.say(f"changed {new}")


def _add_code(hand: Hand, database: Database | None) -> None:  # noqa: ARG001
    code = hand.number % len(CODES)
    hand.say(f"coding {code}")
    hand.store.put(hand.passphrase, Recovery(CODES[code]))
    hand.say(f"coded {code}")


def _remove_code(hand: Hand, database: Database | None) -> None:  # noqa: ARG001
    hand.say("uncoding")
    hand.store.remove(hand.passphrase, Recovery(CODES[0]))
    hand.say("uncoded")


def _has_code(hand: Hand) -> None:
    _add_code(hand, None)


def _rekey(hand: Hand, database: Database | None) -> None:  # noqa: ARG001
    new = f"{hand.number} keys"
    hand.say(f"changing {new}")
    hand.say("uncoding")
    hand.upkeep.rekey(hand.passphrase, [new]).close()
    hand.say(f"changed {new}")
    hand.say("uncoded")


def _back_up(hand: Hand, database: Database | None) -> None:
    assert database
    hand.upkeep.back_up(database)


def _backed_up(hand: Hand) -> None:
    with hand.store.open(hand.passphrase) as database:
        hand.upkeep.back_up(database)


def _restore(hand: Hand, database: Database | None) -> None:  # noqa: ARG001
    hand.upkeep.restore(hand.upkeep.backups.list()[0], hand.passphrase).close()


def _export(hand: Hand, database: Database | None) -> None:
    assert database
    hand.upkeep.export(database, hand.export, "export")


def _exported(hand: Hand) -> None:
    with hand.store.open(hand.passphrase) as database:
        _export(hand, database)


def _import(hand: Hand, database: Database | None) -> None:  # noqa: ARG001
    imported(hand.upkeep, hand.export, "export", hand.passphrase).close()


def _open_and_quit(hand: Hand, database: Database | None) -> None:  # noqa: ARG001
    for _ in range(2):
        hand.store.open(hand.passphrase).close()


ACTS: dict[str, Act] = {
    "write": Act(_write, opened=True),
    "identity": Act(_identity, opened=True),
    "change": Act(_change),
    "add code": Act(_add_code),
    "remove code": Act(_remove_code, prepare=_has_code),
    "rekey": Act(_rekey),
    "back up": Act(_back_up, opened=True),
    "restore": Act(_restore, prepare=_backed_up),
    "export": Act(_export, opened=True),
    "import": Act(_import, prepare=_exported),
    "migrate": Act(_open_and_quit),
    "quit": Act(_open_and_quit),
}
