"""Everything in one encrypted file, to keep elsewhere or to take to another machine.

An export is a zip, not compressed, of the two files that a vault consists of: a database under a
key of its own, and a key file that opens with the export's own passphrase. So neither the vault's
key nor any of its ways in is in it, and it can be opened by hand too: unpacked into an empty
folder, the two are a vault.
"""

import contextlib
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.store import files
from app.store.backup_errors import ExportNewer, ExportUnreadable, WrongExportPassphrase
from app.store.connecting import examine
from app.store.copying import copy_under, new_file
from app.store.database import Database, database_mark
from app.store.errors import (
    CopyFailed,
    DatabaseNewer,
    DatabaseUnreadable,
    WrongPassphrase,
    from_os,
)
from app.store.kdf import KEY_BYTES, Cost
from app.store.key_document import KeyDocument, Lock, NewerKeyFile, NotAKeyFile
from app.store.watching import UNWATCHED, Watch
from app.store.ways import BrokenWay, Passphrase, UnknownWay, WayKind

_ABOUT, _KEY, _DATABASE = "export.json", "understudy.key", "understudy.db"
_FORMAT, _VERSION = "understudy-export", 1
_LARGEST_HEAD = 1 << 20
_PIECE = 1 << 20


def export(database: Database, target: Path, passphrase: str, cost: Cost) -> None:
    """Write all of `database` into the file `target`, in place of one that is there.

    After a failure or a crash `target` is as it was. Raises `PassphraseEmpty`, what
    `copying.copy_under` raises.
    """
    key = os.urandom(KEY_BYTES)
    way = Passphrase(passphrase).wrap(key, cost)
    copy, draft = files.draft_of(target), files.draft_of(target)
    try:
        files.sweep(target)  # of an export that was killed
        with files.removed_if_left(copy, draft):
            copy_under(database, copy, key)
            document = KeyDocument(Lock((way,), database_mark(copy)))
            _pack(draft, copy, document.encode())
            files.settle(draft, target)
    except OSError as error:
        raise from_os(error, target) from error


def _pack(draft: Path, copy: Path, key_file: bytes) -> None:
    """Raise `CopyFailed` where what was written does not read as it should."""
    about = json.dumps({"format": _FORMAT, "version": _VERSION}).encode() + b"\n"
    with new_file(draft), zipfile.ZipFile(draft, "w", allowZip64=True) as archive:
        archive.writestr(_ABOUT, about)
        archive.writestr(_KEY, key_file)
        archive.write(copy, _DATABASE)
    with zipfile.ZipFile(draft) as archive:
        if archive.testzip() is not None or archive.read(_KEY) != key_file:
            raise CopyFailed(file=draft.name)


@contextlib.contextmanager
def unpacked(
    source: Path, passphrase: str, draft: Path, watch: Watch = UNWATCHED
) -> Iterator[Database]:
    """Give the database of an export, checked and brought up to date, in the new file `draft`.

    Nothing else is changed, and `draft` is gone afterwards. `watch` can break off what is done
    here and inside. Raises `ExportUnreadable`,
    `ExportNewer`, `WrongExportPassphrase`, and what writing raises.
    """
    name = source.name
    with files.removed_if_left(draft):
        key = _unpack(source, passphrase, draft, watch)
        try:
            examine(draft, key, fully=True, watch=watch)
            database = Database.open_draft(draft, key)
        except DatabaseUnreadable:
            raise ExportUnreadable(file=name) from None
        except DatabaseNewer:
            raise ExportNewer(file=name) from None
        except OSError as error:
            raise from_os(error, draft) from error
        with database:
            database.let_stop(watch)
            yield database


def _unpack(source: Path, passphrase: str, draft: Path, watch: Watch) -> bytes:
    """Write the export's database into `draft` and return its key."""
    try:
        with zipfile.ZipFile(source) as archive:
            _check_about(archive, source.name)
            key = _key(_head(archive, _KEY), passphrase, source.name)
            stored = archive.getinfo(_DATABASE)
            # What is not compressed cannot grow into more than it is.
            if stored.compress_type != zipfile.ZIP_STORED:
                raise ExportUnreadable(file=source.name)
            with new_file(draft), archive.open(stored) as packed, draft.open("wb") as stream:
                while piece := packed.read(_PIECE):
                    watch.go_on()
                    stream.write(piece)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError):
        raise ExportUnreadable(file=source.name) from None
    except OSError as error:
        raise from_os(error, draft if source.exists() else source) from error
    return key


def _check_about(archive: zipfile.ZipFile, name: str) -> None:
    about: Any = json.loads(_head(archive, _ABOUT))
    if not isinstance(about, dict) or about.get("format") != _FORMAT:
        raise ExportUnreadable(file=name)
    version = about.get("version")
    if not isinstance(version, int) or version < 1:
        raise ExportUnreadable(file=name)
    if version > _VERSION:
        raise ExportNewer(file=name)


def _head(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        return stream.read(_LARGEST_HEAD)


def _key(key_file: bytes, passphrase: str, name: str) -> bytes:
    try:
        way = KeyDocument.decode(key_file).lock.way(WayKind.PASSPHRASE)
        if way is None:
            raise ExportUnreadable(file=name)
        return Passphrase(passphrase).unwrap(way)
    except WrongPassphrase:
        raise WrongExportPassphrase(file=name) from None
    except (NotAKeyFile, BrokenWay):
        raise ExportUnreadable(file=name) from None
    except (NewerKeyFile, UnknownWay):
        raise ExportNewer(file=name) from None
