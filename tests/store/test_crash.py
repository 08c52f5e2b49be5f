"""Killed in the middle of commits, over and over: what was promised is there."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from app.privacy.placeholder import Placeholder
from app.store.chats import Chats
from app.store.database import Database
from app.store.errors import DiskFailed, DiskFull, ReadOnlyFolder
from app.store.vault import Vault
from tests.store.world import ROOT, cells, run

ROUNDS = 20


def killed_round(path: Path, key: bytes, number: int, promises: int) -> list[list[str]]:
    """Let another process commit until it made `promises`, kill it, and return them all."""
    lines: list[list[str]] = []
    command = [sys.executable, "-m", "tests.store.committing", str(path), key.hex(), str(number)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while len(lines) < promises:
            line = process.stdout.readline()
            assert line, "the process ended by itself"
            lines.append(line.split())
        process.kill()
        # What it promised before it died counts too, but for a line that was cut off.
        lines += [line.split() for line in process.stdout if line.endswith("\n")]
    return lines


def test_killed_in_the_middle_of_commits(path: Path, key: bytes) -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    meant: dict[int, str] = {}
    removed: set[int] = set()
    messages: dict[int, str] = {}
    secrets: set[int] = set()
    for number in range(ROUNDS):
        for words in killed_round(path, key, number, chance.randrange(1, 40)):
            if words[0] == "removed":
                removed.add(int(words[1]))
                continue
            placeholder, value, message, secret = (
                int(words[0]),
                words[1],
                int(words[2]),
                int(words[3]),
            )
            assert meant.setdefault(placeholder, value) == value, "a number was given twice"
            assert secret not in secrets, "a secret's number was given twice"
            assert message not in messages
            secrets.add(secret)
            messages[message] = value
        with Database.open(path, key) as database:
            assert database.query("PRAGMA integrity_check") == [("ok",)]
            assert database.query("PRAGMA foreign_key_check") == []
            vault = Vault(database)
            kept = {entry.placeholder: entry.value for entry in vault.entries()}
            for placeholder, value in meant.items():
                if placeholder in removed:
                    assert Placeholder("Email", placeholder) not in kept
                # The removal may have been made and the process killed before it said so.
                elif Placeholder("Email", placeholder) in kept:
                    assert kept[Placeholder("Email", placeholder)] == value
                else:
                    assert placeholder == max(meant)
                    removed.add(placeholder)
            for each, there in kept.items():
                if each.kind == "Email" and there is not None:
                    assert meant.setdefault(each.number, there) == there
            assert all(kept[Placeholder("Password", each)] is None for each in secrets)
            chats = Chats(database, vault.secrets)
            texts = {m.id: m.text for chat in chats.list() for m in chats.messages(chat.id)}
            for message_id, value in messages.items():
                gone = any(meant.get(number) == value for number in removed)
                assert (value in texts[message_id]) != gone
            assert not any("hunter" in cell or "draft" in cell for cell in cells(database))
    assert len(meant) > ROUNDS


_ON_A_SMALL_DISK = """
import sys
from pathlib import Path
from app.store.database import Database
from app.store.errors import StoreError
from app.store.vault import Vault
from tests.store.world import assign, span
path, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
try:
    vault = Vault(Database.open(path, key, create=True))
    for number in range(100_000):
        name = f"person{number}@example.org"
        before = vault.last_number("Email"), len(vault.known)
        assign(vault, span(name, "Email"))
except StoreError as error:
    print(type(error).__name__)
    if type(error).__name__ != "ReadOnlyFolder":
        assert (vault.last_number("Email"), len(vault.known)) == before
        assert vault.find("Email", name) is None
        print(before[0], sum(1 for entry in vault.entries()))
"""


def on_a_disk(folder: Path, key: bytes, mount: str) -> list[str]:
    """Run the script above on a disk of its own, in a mount namespace that ends with it."""
    under = ("unshare", "-rm", "sh", "-c", f'{mount} && shift && exec "$@"', "sh", folder)
    done = run("-c", _ON_A_SMALL_DISK, folder / "understudy.db", key.hex(), under=under)
    if done.returncode == 32 or "unshare" in done.stderr or "not permitted" in done.stderr:
        pytest.skip("no disk may be mounted here")
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's mount namespaces")
def test_a_full_disk_leaves_memory_and_disk_as_before(tmp_path: Path, key: bytes) -> None:
    said = on_a_disk(tmp_path, key, 'mount -t tmpfs -o size=700k none "$1"')
    assert said[0] in {DiskFull.__name__, DiskFailed.__name__}
    assert said[1] == said[2]
    assert int(said[1]) > 3


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's mount namespaces")
def test_a_read_only_disk_is_told(tmp_path: Path, key: bytes) -> None:
    mount = 'mount -t tmpfs none "$1" && mount -o remount,ro "$1"'
    assert on_a_disk(tmp_path, key, mount) == [ReadOnlyFolder.__name__]


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's mount namespaces")
def test_an_existing_database_on_a_read_only_disk_is_told(tmp_path: Path, key: bytes) -> None:
    Database.open(tmp_path / "understudy.db", key, create=True).close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    mount = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"'
    assert on_a_disk(tmp_path, key, mount) == [ReadOnlyFolder.__name__]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
