"""What keeps a vault safe over the years: backups, exports, a new key; and the ways back.

Whatever replaces the database makes the new one first, looks through it, and keeps the old one
aside under another name; see `replacing`. The methods that give a `Database` want the vault to be
closed, and open it again.
"""

import contextlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.store import files
from app.store.backup_errors import BackupUnreadable, VaultNotEmpty
from app.store.backups import Backup, Backups
from app.store.connecting import examine
from app.store.copying import copy_under, new_file
from app.store.counting_on import carry_on
from app.store.database import Database, database_mark
from app.store.errors import DatabaseNewer, DatabaseUnreadable, StoreError, from_os
from app.store.exporting import export, unpacked
from app.store.kdf import KEY_BYTES
from app.store.keys import Opener, way_in
from app.store.messages import moment
from app.store.opening import BACKUPS, StoreFiles, StoreState
from app.store.watching import UNWATCHED, Stage, Watch


@dataclass(frozen=True, slots=True)
class Contents:
    """How many chats and values there are, and when a chat was last changed, aware, if ever."""

    chats: int
    values: int
    latest: datetime | None


@dataclass(frozen=True, slots=True)
class Incoming:
    """An export that was found to be sound, under the vault's key in a file beside it."""

    draft: Path
    contents: Contents


def contents(database: Database) -> Contents:
    """Say what is in a database. Raises what `Database.query` raises."""
    ((chats, latest),) = database.query("SELECT count(*), max(updated_at) FROM chats")
    ((values,),) = database.query("SELECT count(*) FROM entries")
    return Contents(chats, values, None if latest is None else moment(latest))


class Upkeep:
    """The long-term care of one vault's files. Every method may raise what disks can fail with."""

    def __init__(self, store: StoreFiles, backups: Backups | None = None) -> None:
        """Care for `store`; its backups are in a folder beside it by default."""
        self._store = store
        self.backups = backups or Backups(store.path.with_name(BACKUPS))

    @property
    def kept_aside(self) -> tuple[Path, ...]:
        """The databases that a restore or an import has replaced, oldest first."""
        return self._store.replacement.kept_aside

    def backup_due(self, database: Database) -> bool:
        """Say whether it is time for a backup; ask every minute or so, and before closing."""
        return self.backups.due(database, self._mark())

    def back_up(self, database: Database) -> Backup:
        """Make a backup now, and a copy of the key file. Raises what `Backups.make` raises."""
        made = self.backups.make(database)
        self._store.key_copy.renew()
        return made

    def newest_good_backup(self, proof: Opener) -> Backup | None:
        """Return the newest backup that is sound from end to end, or None.

        The vault is closed, or cannot be opened. Raises what `StoreFiles.open` raises of the key
        file and the way in.
        """
        with self._store.locked():
            key = self._store.prove(proof)
        for backup in self.backups.list():
            try:
                examine(backup.path, key, fully=True)
            except (DatabaseUnreadable, DatabaseNewer):
                continue
            return backup
        return None

    def restore(self, backup: Backup, proof: Opener) -> Database:
        """Put a backup in the place of the database, and open it.

        The vault is closed, or cannot be opened: damaged, newer or missing. What was there is
        `kept_aside`. Raises `BackupUnreadable`, and what `StoreFiles.open` raises.
        """
        incoming = self._store.replacement.restored
        draft = files.draft_of(incoming)
        with self._store.locked():
            key = self._store.prove(proof)
            try:
                with new_file(draft):
                    shutil.copyfile(backup.path, draft)
                    examine(draft, key, fully=True)
                    with Database.open_draft(draft, key) as restored:
                        carry_on(restored, self._store.path, key, self.backups.erasures)
                    files.settle(draft, incoming)
            except (DatabaseUnreadable, FileNotFoundError):
                raise BackupUnreadable(file=backup.path.name) from None
            except OSError as error:
                raise from_os(error, self._store.path) from error
            self._store.replacement.finish()
        return self._store.open(proof)

    def export(self, database: Database, target: Path, passphrase: str) -> None:
        """Write everything into one encrypted file that opens with a passphrase of its own.

        Raises `PassphraseEmpty`, and what `copying.copy_under` raises; `target` is then as it was.
        """
        export(database, target, passphrase, self._store.keys.cost)

    def import_new(self, source: Path, passphrase: str, opener: Opener) -> Database:
        """Make a vault of an export, where there is none, and open it.

        `passphrase` is the export's; `opener` will open the vault. Raises `VaultNotEmpty`, what
        `exporting.unpacked` raises, and what `StoreFiles.create` raises.
        """
        if self._store.state() is not StoreState.NEW:
            raise VaultNotEmpty
        key = os.urandom(KEY_BYTES)
        try:
            files.make_private_folder(self._store.path.parent)
        except OSError as error:
            raise from_os(error, self._store.path) from error
        with self._store.locked():
            draft, _ = self._imported(source, passphrase, key, "", UNWATCHED)
            with files.removed_if_left(draft):
                self._store.keys.create(opener, key)
                self._publish(draft, self._store.replacement.restored)
            self._store.replacement.finish()
        return self._store.open(opener)

    def prepare_import(
        self, source: Path, passphrase: str, proof: Opener, watch: Watch = UNWATCHED
    ) -> Incoming:
        """Make what can take the vault's place by `import_over` of an export; change nothing.

        All that can be wrong with the export shows here. Whoever has the vault open calls this,
        on any thread; `import_over` or `drop` is to follow. Raises `Stopped` where `watch` breaks
        it off, what `exporting.unpacked` raises, and what `StoreFiles.open` raises of the way in.
        """
        try:
            key, mark = self._store.prove(proof), self._store.keys.database or ""
            return Incoming(*self._imported(source, passphrase, key, mark, watch))
        except Exception:
            # Whatever broke is then a part of it.
            watch.go_on()
            raise

    def import_over(self, incoming: Incoming, proof: Opener) -> Database:
        """Put an export that was prepared in place of everything, and open it.

        The vault is closed; its key and ways in stay. What was there is `kept_aside`. Raises what
        `StoreFiles.open` raises; nothing is replaced then.
        """
        draft, replacement = incoming.draft, self._store.replacement
        with files.removed_if_left(draft), self._store.locked():
            key = self._store.prove(proof)
            with Database.open_draft(draft, key) as imported:
                carry_on(imported, self._store.path, key, self.backups.erasures)
            self._publish(draft, replacement.restored)
            replacement.finish()
        return self._store.open(proof)

    def drop(self, incoming: Incoming) -> None:
        """Remove what was prepared."""
        files.discard(incoming.draft)

    def rekey(self, proof: Opener, openers: Sequence[Opener]) -> Database:
        """Encrypt everything under a new key, and open it with the first of `openers`.

        From then on, `openers` are the only ways in; what opened before, and every copy of the key
        file, opens nothing any more. Backups under the old key are replaced by a new one. Show a
        new recovery code before it is given here: nobody can show it afterwards. The vault is
        closed. Raises what `StoreFiles.open` and wrapping raise, and `ValueError` where `openers`
        is empty or has two of a kind.
        """
        ways = [way_in(each) for each in openers]
        if not ways or len({each.kind for each in ways}) < len(ways):
            raise ValueError("one way in of each kind, and at least one")
        key, replacement = os.urandom(KEY_BYTES), self._store.replacement
        draft = files.draft_of(replacement.rekeyed)
        with self._store.open(proof) as database:
            copy_under(database, draft, key)
            with files.removed_if_left(draft):
                before = self._store.keys.read().lock
                self._store.keys.announce(key, ways, database_mark(draft))
                self._publish(draft, replacement.rekeyed)
        opened = self._store.open(ways[0])
        for each in ways:
            old = before.way(each.kind)
            if old is not None:
                each.forget(old)
        # Where the disk refuses just now, a backup is due until there is one.
        with contextlib.suppress(StoreError):
            self.back_up(opened)
        return opened

    def _imported(
        self, source: Path, passphrase: str, key: bytes, mark: str, watch: Watch
    ) -> tuple[Path, Contents]:
        """Return a new file with all of an export under `key`, and what is in it."""
        incoming = self._store.replacement.restored
        draft = files.draft_of(incoming)
        watch.begin(Stage.READING)
        with unpacked(source, passphrase, files.draft_of(incoming), watch) as database:
            held = contents(database)
            watch.begin(Stage.WRITING)
            copy_under(database, draft, key, mark, watch)
        return draft, held

    def _publish(self, draft: Path, incoming: Path) -> None:
        try:
            files.settle(draft, incoming)
        except OSError as error:
            raise from_os(error, incoming) from error

    def _mark(self) -> str:
        try:
            return database_mark(self._store.path)
        except OSError as error:
            raise from_os(error, self._store.path) from error
