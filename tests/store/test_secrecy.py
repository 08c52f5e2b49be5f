"""After a full session no planted value is in any file, and no secret in any cell."""

import base64
import json
import urllib.parse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from app.privacy.levels import Level
from app.privacy.policy import Action, Choice
from app.store.chats import Chats, MessageState, NewMessage
from app.store.curating import Curator
from app.store.database import Database
from app.store.drafts import DraftPlace, Drafts, NewDraft
from app.store.identities import Identities
from app.store.kdf import KdfParameters
from app.store.numbering import FIRST_IDENTITY
from app.store.opening import StoreFiles
from app.store.providers import Provider, Providers
from app.store.receipts import Receipt, Receipts
from app.store.recovery_code import RecoveryCode
from app.store.settings import Settings
from app.store.upkeep import Upkeep
from app.store.vault import Vault
from app.store.ways import Recovery
from tests.store.world import cells, imported, mark, run, span

PASSPHRASE = "unlock: übermut"
PRIVATE = {
    "Email": "ann.lee@example.org",
    "Detailed Address": "12 Elm Row, 北京路7号",
    "Medical Health": 'said "asthma" / again',
}
SECRETS = {
    "Password": "Tr0ub4dor&3/x=",
    "Token": "tok_9f8e7d6c5b4a39281706",
    "Business Secret": "代号海棠计划",
}
EXPORT_PASSPHRASE = "take it along: über"
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSNP-KMM7"
STANDING = ("Ann Standing Lee", "answer as if I were a duchess", "sk-live-0123456789abcdef")
IDENTITIES = ("Elm Row Rescue Volunteer", "Nightshift at the observatory")


def forms(text: str) -> Iterator[bytes]:
    """Yield the ways in which a value could lie in a file."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        yield text.encode(encoding)
    yield json.dumps(text)[1:-1].encode()
    yield json.dumps(text, ensure_ascii=False)[1:-1].encode()
    yield urllib.parse.quote(text, safe="").encode()
    yield urllib.parse.quote_plus(text).encode()
    yield text.encode().hex().encode()
    yield text.casefold().encode()
    for shift in range(3):
        # Wherever the value starts in an encoded text, the middle of its code is the same.
        coded = base64.b64encode(b"\0" * shift + text.encode())[4:-4]
        yield coded
        yield coded.replace(b"+", b"-").replace(b"/", b"_")


def session(folder: Path, cost: KdfParameters) -> Database:
    """Use everything that the store has, and end without closing anything."""
    store = StoreFiles(folder / "key.json", folder / "understudy.db", cost)
    database = store.create(PASSPHRASE)
    vault = Vault(database)
    chats, receipts = Chats(database, vault.secrets), Receipts(database)
    settings = Settings(database, vault.secrets)
    identities = Identities(database, vault.secrets, chats, Curator(database, vault))
    identities.set_names(identities.chosen, STANDING[:1])
    identities.set_instructions(identities.chosen, STANDING[1])
    identities.choose(identities.add(IDENTITIES[0]).id)
    identities.remove(identities.add(IDENTITIES[1]).id)
    Providers(database).add(Provider("x", "openai", "X", "https://x.example", "m", STANDING[2]))
    for privacy_type, value in (PRIVATE | SECRETS).items():
        level = Level.PL4 if privacy_type in SECRETS else Level.PL2
        draft = vault.assignment()
        placeholder = draft.placeholder_for(span(value, privacy_type))
        vault.commit(draft)
        text = f"it is {value} and so on"
        hidden = mark(text, value, placeholder, level)
        chat = chats.create(FIRST_IDENTITY, text[:40])
        choices = {value.casefold(): Choice(Action.HIDE)}
        chats.add(chat.id, NewMessage("user", text, (hidden,), choices=choices))
        reply = chats.add(chat.id, NewMessage("assistant", "", state=MessageState.STREAMING))
        for end in range(6, len(text), 7):
            chats.update(reply.id, text[:end], (), MessageState.STREAMING)
        chats.update(reply.id, text, (hidden,), MessageState.COMPLETE)
        chats.rename(chat.id, f"About {value}")
        kept = NewDraft(DraftPlace(chat.identity_id, chat.id), text, (hidden,), choices)
        Drafts(database).keep([kept], vault.secrets)
        masked = f"it is {placeholder} and so on"
        receipts.add(
            Receipt(chat.id, None, datetime.now(UTC), "X", "x.example", "m", masked, {"PL2": 1})
        )
        if level is Level.PL2:
            settings.set_rule(value, Choice(Action.HIDE, privacy_type, level))
    store.change_passphrase(PASSPHRASE, PASSPHRASE + "2")
    store.put(PASSPHRASE + "2", Recovery(RecoveryCode.parse(CODE)))
    upkeep = Upkeep(store)
    upkeep.back_up(database)
    upkeep.export(database, folder / "all.understudy", EXPORT_PASSPHRASE)
    database.close()
    imported(upkeep, folder / "all.understudy", EXPORT_PASSPHRASE, PASSPHRASE + "2").close()
    upkeep.restore(upkeep.backups.list()[0], PASSPHRASE + "2").close()
    code = Recovery(RecoveryCode.parse(CODE))
    database = upkeep.rekey(PASSPHRASE + "2", [PASSPHRASE + "2", code])
    with database.transaction():
        Chats(database, vault.secrets).create(FIRST_IDENTITY, f"About {PRIVATE['Email']}")
    return database


def run_and_die(folder: Path) -> None:
    """Run the session in a process that is killed at its end, log and all."""
    script = (
        "import os, sys\nfrom pathlib import Path\n"
        "from tests.store.test_secrecy import session\nfrom tests.store.world import CHEAP\n"
        "still_open = session(Path(sys.argv[1]), CHEAP)\nprint('done', flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = run("-c", script, folder)
    assert done.stdout == "done\n", done.stderr


def search(folder: Path) -> None:
    planted = [*PRIVATE.values(), *SECRETS.values(), *STANDING, *IDENTITIES, PASSPHRASE, "so on"]
    planted += ["About", EXPORT_PASSPHRASE, CODE, CODE.replace("-", ""), CODE.replace("-", "")[:26]]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        content = path.read_bytes()
        for value in planted:
            for form in forms(value):
                assert len(form) < 4 or form not in content, (path.name, value)


def without_secrets(held: list[str]) -> None:
    for value in SECRETS.values():
        for form in forms(value):
            assert not any(form in cell.encode() for cell in held), value


def test_no_secret_is_in_a_backup_or_what_was_kept_aside_or_exported(
    tmp_path: Path, cheap: KdfParameters
) -> None:
    """Not even in clear inside: a secret that was never written cannot be copied."""
    folder = tmp_path / "base"
    run_and_die(folder)
    store = StoreFiles(folder / "key.json", folder / "understudy.db", cheap)
    upkeep = Upkeep(store)
    assert upkeep.backups.list()
    with upkeep.restore(upkeep.backups.list()[0], PASSPHRASE + "2") as database:
        without_secrets(cells(database))
    with imported(
        upkeep, folder / "all.understudy", EXPORT_PASSPHRASE, PASSPHRASE + "2"
    ) as database:
        without_secrets(cells(database))
        assert any(PRIVATE["Email"] in cell for cell in cells(database))
    for aside in upkeep.kept_aside[-2:]:
        with Database.open_draft(aside, store.keys.unlock(PASSPHRASE + "2")) as database:
            without_secrets(cells(database))


def test_no_planted_value_is_in_any_file(tmp_path: Path, cheap: KdfParameters) -> None:
    folder = tmp_path / "base"
    run_and_die(folder)
    assert (folder / "understudy.db-wal").stat().st_size > 0
    search(tmp_path)
    with StoreFiles(folder / "key.json", folder / "understudy.db", cheap).open(
        PASSPHRASE + "2"
    ) as database:
        search(tmp_path)
        held = cells(database)
        for value in PRIVATE.values():
            assert any(value in cell for cell in held), value
        without_secrets(held)
        vault = Vault(database)
        assert sum(1 for entry in vault.entries() if entry.value is None) == len(SECRETS)
        chats = Chats(database, vault.secrets)
        for chat in chats.list():
            chats.delete(chat.id)
    search(tmp_path)
