"""The disk refuses, at every place where it can: a sentence, and nothing lost."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.store.database import Database
from app.store.errors import DiskFailed, DiskFull, ReadOnlyFolder, StoreError, WrongPassphrase
from app.store.kdf import KdfParameters
from app.store.opening import StoreFiles
from app.store.recovery_code import RecoveryCode
from app.store.upkeep import Upkeep
from app.store.ways import Recovery
from tests.store.world import imported, run

FIRST, SECOND = "first", "second"
CODE = Recovery(RecoveryCode.new())
CALLS = ("open", "fsync", "replace", "link", "unlink")
FAULTS = {errno.ENOSPC: DiskFull, errno.EROFS: ReadOnlyFolder, errno.EIO: DiskFailed}


class Vault:
    """A vault with a note, a backup and an export, closed."""

    def __init__(self, folder: Path, cost: KdfParameters) -> None:
        self.folder = folder
        self.store = StoreFiles(folder / "base" / "key.json", folder / "base" / "db", cost)
        self.upkeep = Upkeep(self.store)
        self.export = folder / "all.understudy"
        with self.store.create(FIRST) as database:
            database.execute("INSERT INTO settings VALUES ('note', '1')")
            self.upkeep.back_up(database)
            self.upkeep.export(database, self.export, "export")

    def check(self) -> None:
        """Raise unless exactly one of the passphrases opens, and the note is there."""
        opened = 0
        for passphrase in (FIRST, SECOND):
            try:
                database = self.store.open(passphrase)
            except WrongPassphrase:
                continue
            with database:
                opened += 1
                assert database.query("PRAGMA integrity_check") == [("ok",)]
                assert database.query("SELECT 1 FROM settings WHERE name = 'note'") == [(1,)]
        assert opened == 1

    def backing_up(self) -> None:
        with self.store.open(FIRST) as database:
            self.upkeep.back_up(database)

    def exporting(self) -> None:
        with self.store.open(FIRST) as database:
            self.upkeep.export(database, self.export, "export")

    def changing(self) -> None:
        self.store.change_passphrase(FIRST, SECOND)
        self.store.change_passphrase(SECOND, FIRST)

    def adding_and_removing(self) -> None:
        self.store.put(FIRST, CODE)
        self.store.remove(FIRST, CODE)

    def rekeying(self) -> None:
        self.upkeep.rekey(FIRST, [SECOND]).close()

    def restoring(self) -> None:
        self.upkeep.restore(self.upkeep.backups.list()[0], FIRST).close()

    def importing(self) -> None:
        imported(self.upkeep, self.export, "export", FIRST).close()


ACTS: dict[str, Callable[[Vault], None]] = {
    "backing up": Vault.backing_up,
    "exporting": Vault.exporting,
    "changing": Vault.changing,
    "adding and removing": Vault.adding_and_removing,
    "rekeying": Vault.rekeying,
    "restoring": Vault.restoring,
    "importing": Vault.importing,
}


# What is made by many calls takes longest.
STRIDES = {"rekeying": 2}


@contextmanager
def refused(at: int, code: int) -> Iterator[list[str]]:
    """Let the `at`th of our own calls to the system fail, and all that follow until the end."""
    made: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, _failing(name, getattr(os, name), made, at, code))
        yield made


def _failing(
    name: str, real: Callable[..., Any], made: list[str], at: int, code: int
) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        # Removing makes room, so a full disk does not refuse it.
        if name != "unlink" or code != errno.ENOSPC:
            made.append(name)
            if len(made) >= at:
                raise OSError(code, os.strerror(code))
        # Nobody cuts the power here, and waiting for the disk is most of the time.
        return None if name == "fsync" else real(*arguments, **named)

    return call


@pytest.mark.skipif(sys.platform == "win32", reason="another way of replacing files")
@pytest.mark.parametrize("name", ACTS)
def test_refused_at_every_call(tmp_path: Path, cheap: KdfParameters, name: str) -> None:
    vault = Vault(tmp_path, cheap)
    codes = list(FAULTS)
    at, ended = 1, False
    while not ended:
        code = codes[at % len(codes)]
        with refused(at, code) as made:
            try:
                ACTS[name](vault)
            except StoreError as error:
                assert isinstance(error, tuple(FAULTS.values())), (name, at, made, error)  # noqa: PT017
            else:
                ended = len(made) < at
        vault.check()
        back_to_the_first(vault)
        at += STRIDES.get(name, 1)
    assert at > 3


def back_to_the_first(vault: Vault) -> None:
    try:
        vault.store.open(FIRST).close()
    except WrongPassphrase:
        vault.store.change_passphrase(SECOND, FIRST)
    if not vault.upkeep.backups.list() or vault.upkeep.newest_good_backup(FIRST) is None:
        vault.backing_up()


_ON_A_SMALL_DISK = """
import os, sys
from pathlib import Path
from app.store.errors import StoreError
from tests.store.test_faults import ACTS, Vault, back_to_the_first
from tests.store.world import CHEAP
folder = Path(sys.argv[1])
vault = Vault(folder, CHEAP)
refused = 0
for name, act in ACTS.items():
    for left in range(0, 400_000, 50_000):
        disk = os.statvfs(folder)
        with (folder / "filler").open("wb") as filler:
            filler.write(bytes(max(0, disk.f_bavail * disk.f_bsize - left)))
        try:
            act(vault)
        except StoreError as error:
            assert type(error).__name__ in {"DiskFull", "DiskFailed"}, (name, left, error)
            refused += 1
        (folder / "filler").unlink()
        for aside in vault.upkeep.kept_aside:
            aside.unlink()
        try:
            vault.check()
            back_to_the_first(vault)
        except Exception as error:
            raise AssertionError(name, left, os.listdir(folder / "base")) from error
print(refused)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's mount namespaces")
def test_a_full_disk_loses_nothing_whatever_is_done(tmp_path: Path) -> None:
    mount = 'mount -t tmpfs -o size=1500k none "$1"'
    under = ("unshare", "-rm", "sh", "-c", f'{mount} && shift && exec "$@"', "sh", tmp_path)
    done = run("-c", _ON_A_SMALL_DISK, tmp_path, under=under)
    if done.returncode == 32 or "unshare" in done.stderr or "not permitted" in done.stderr:
        pytest.skip("no disk may be mounted here")
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > len(ACTS)


def test_a_large_file_is_looked_through_when_asked(
    tmp_path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Starting stays quick; damage is found by `check`, or when it is read."""
    monkeypatch.setattr("app.store.connecting.QUICK_BYTES", 10_000)
    path = tmp_path / "understudy.db"
    with Database.open(path, key, create=True) as database:
        database.execute("INSERT INTO settings VALUES ('long', ?)", ("x" * 200_000,))
    with Database.open(path, key) as database:
        assert not database.checked
        database.check()
        assert database.checked
    content = bytearray(path.read_bytes())
    content[-5000] ^= 1
    path.write_bytes(content)
    with Database.open(path, key) as database:
        for attempt in (database.check, lambda: database.query("SELECT value FROM settings")):
            with pytest.raises(StoreError, match="damaged"):
                attempt()
    with path.open("ab") as stream:
        stream.write(bytes(4096))
    with pytest.raises(StoreError, match="damaged"):
        Database.open(path, key)
