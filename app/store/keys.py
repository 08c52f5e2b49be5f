"""The key file: what turns a way in into the database's key.

The database's key is random. The file holds it wrapped (encrypted) once for each way in, see
`ways`, so that changing a way rewrites a few hundred bytes and not the database. Everything else
in the file is public: how to derive, salts, nonces, a checksum that tells damage from a wrong
passphrase, and the first bytes of the database that belongs to it. Whoever has an old copy of the
file and an old way in can still open the database, until it is encrypted under a new key.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from app.store import files
from app.store.errors import (
    KeyFileExists,
    KeyFileMissing,
    KeyFileNewer,
    KeyFileUnreadable,
    from_os,
)
from app.store.kdf import KEY_BYTES, Cost, KdfParameters
from app.store.key_document import KeyDocument, Lock, NewerKeyFile, NotAKeyFile
from app.store.key_errors import LastWayStays, OtherWayNeeded, WayMissing
from app.store.ways import BrokenWay, Passphrase, UnknownWay, WayIn, WayKind

_LARGEST_FILE = 1 << 20

# Wherever something opens, a string is a passphrase.
Opener = WayIn | str


def way_in(opener: Opener) -> WayIn:
    """Return what opens."""
    return Passphrase(opener) if isinstance(opener, str) else opener


class KeyFile:
    """The key file at one path.

    Every change is written beside the file, read back and opened with what was just set up, and
    only then put in its place.
    """

    def __init__(self, path: Path, cost: KdfParameters | Cost | None = None) -> None:
        """`cost` is what a passphrase costs that is set from now on."""
        self._path = path
        self.cost = _as_cost(cost)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    @property
    def exists(self) -> bool:
        """Whether there is something at the path, readable or not."""
        return os.path.lexists(self._path)

    @property
    def database(self) -> str | None:
        """The mark of the database that belongs here; None until one was made.

        Raises `KeyFileMissing`, `KeyFileUnreadable`, `KeyFileNewer`.
        """
        return self.read().lock.database

    @property
    def ways(self) -> tuple[WayKind, ...]:
        """The ways that are set up. Raises what `database` raises."""
        return self.read().lock.kinds()

    def create(self, opener: Opener, key: bytes | None = None) -> bytes:
        """Keep a new key under a way in and return its 32 bytes; `key` is one that was made before.

        Raises `KeyFileExists`, what wrapping raises, or what `errors.from_os` returns.
        """
        key = key or os.urandom(KEY_BYTES)
        document = KeyDocument(Lock((way_in(opener).wrap(key, self.cost),)))
        try:
            files.make_private_folder(self._path.parent)
            files.write_new(self._path, document.encode())
        except FileExistsError:
            raise KeyFileExists(file=self._path.name) from None
        except OSError as error:
            raise from_os(error, self._path) from error
        return key

    def unlock(self, opener: Opener) -> bytes:
        """Return the database's key.

        Raises what `database` raises, `WayMissing`, or what the way raises, `WrongPassphrase`
        for one.
        """
        return self._unlock(self.read().lock, way_in(opener))

    def put(self, proof: Opener, new: Opener) -> None:
        """Let `new` open too, in place of the way of its kind; `proof` is a way that opens now.

        Raises what `unlock` and wrapping raise, or what `errors.from_os` returns.
        """
        document = self.read()
        key, added = self._unlock(document.lock, way_in(proof)), way_in(new)
        replaced = document.lock.way(added.kind)
        lock = document.lock.with_way(added.wrap(key, self.cost))
        self._write(KeyDocument(lock, document.next), lambda: self._unlock(lock, added) == key)
        if replaced is not None:
            added.forget(replaced)

    def change(self, old: str, new: str) -> None:
        """Let the passphrase `new` open in place of `old`. Raises what `put` raises."""
        self.put(old, new)

    def remove(self, proof: Opener, way: WayIn) -> None:
        """Let a way's kind open no more; `proof` is another one, which opens now.

        `way` need not be able to open. Raises `WayMissing`, `LastWayStays`, `OtherWayNeeded`, what
        `unlock` raises, or what `errors.from_os` returns.
        """
        document, other = self.read(), way_in(proof)
        kept = document.lock.way(way.kind)
        if kept is None:
            raise WayMissing
        if len(document.lock.kinds()) < 2:
            raise LastWayStays
        if other.kind is way.kind:
            raise OtherWayNeeded
        key = self._unlock(document.lock, other)
        lock = document.lock.without(way.kind)
        self._write(KeyDocument(lock, document.next), lambda: self._unlock(lock, other) == key)
        way.forget(kept)

    def bind(self, mark: str) -> None:
        """Note which database belongs to this key: from now on it must be there.

        Raises what `database` raises, or what `errors.from_os` returns.
        """
        document = self.read()
        self._write(KeyDocument(Lock(document.lock.ways, mark), document.next))

    def announce(self, key: bytes, openers: Sequence[WayIn], mark: str) -> None:
        """Keep `key` for the database with `mark` under `openers`, beside the key of now.

        `settle` then chooses. Raises what wrapping raises, or what `errors.from_os` returns.
        """
        document = self.read()
        coming = Lock(tuple(each.wrap(key, self.cost) for each in openers), mark)
        self._write(
            KeyDocument(document.lock, coming),
            lambda: all(self._unlock(coming, each) == key for each in openers),
        )

    def settle(self, mark: str) -> None:
        """End an announcement: the coming key stays if the database has `mark`, else the old one.

        Raises what `database` raises, or what `errors.from_os` returns.
        """
        document = self.read()
        if document.next is not None:
            coming = document.next.database == mark
            self._write(KeyDocument(document.next if coming else document.lock))

    def lock_for(self, mark: str) -> Lock:
        """Return the ways to the database with `mark`. Raises what `database` raises."""
        document = self.read()
        if document.next is not None and document.next.database == mark:
            return document.next
        return document.lock

    def unlock_with(self, lock: Lock, opener: Opener) -> bytes:
        """Return the key that `lock` keeps. Raises what `unlock` raises."""
        return self._unlock(lock, way_in(opener))

    def read(self) -> KeyDocument:
        """Return what stands in the file. Raises what `database` raises."""
        try:
            with self._path.open("rb") as stream:
                content = stream.read(_LARGEST_FILE)
        except FileNotFoundError:
            raise KeyFileMissing(file=self._path.name) from None
        except OSError as error:
            raise KeyFileUnreadable(file=self._path.name) from error
        return self._decoded(content)

    def _decoded(self, content: bytes) -> KeyDocument:
        try:
            return KeyDocument.decode(content)
        except NotAKeyFile:
            raise KeyFileUnreadable(file=self._path.name) from None
        except NewerKeyFile:
            raise KeyFileNewer(file=self._path.name) from None

    def _unlock(self, lock: Lock, opener: WayIn) -> bytes:
        kept = lock.way(opener.kind)
        if kept is None:
            raise WayMissing
        try:
            return opener.unwrap(kept)
        except BrokenWay:
            raise KeyFileUnreadable(file=self._path.name) from None
        except UnknownWay:
            raise KeyFileNewer(file=self._path.name) from None

    def _write(self, document: KeyDocument, opens: Callable[[], bool] = lambda: True) -> None:
        def verify(written: bytes) -> None:
            # What the disk gives back is compared as a whole, so `opens` may try the document.
            if self._decoded(written) != document or not opens():
                raise KeyFileUnreadable(file=self._path.name)

        try:
            files.replace(self._path, document.encode(), verify)
            files.sweep(self._path)
        except OSError as error:
            raise from_os(error, self._path) from error


def _as_cost(cost: KdfParameters | Cost | None) -> Cost:
    if cost is None or isinstance(cost, KdfParameters):
        parameters = cost or KdfParameters()
        return lambda: parameters
    return cost
