"""What stands in the key file, read and written with nothing taken on trust.

Version 1 had one way in, a passphrase. Version 2 may have several, and, while the database is
encrypted anew, `next`: the ways to the new key and the mark of the file that it opens. The file is
written in version 2 whenever something in it changes; both are read.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any

from app.store.ways import FORMAT, KeptWay, WayKind

_VERSION = 2


class NotAKeyFile(Exception):
    """The content is damaged or something else."""


class NewerKeyFile(Exception):
    """The content was written by a newer version."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The ways to one key. `database` is the mark of the file that it opens, see `database_mark`.

    It is None while no database was made yet.
    """

    ways: tuple[KeptWay, ...]
    database: str | None = None

    def way(self, kind: WayKind) -> KeptWay | None:
        """Return the way of a kind, or None."""
        return next((each for each in self.ways if each.get("kind") == kind), None)

    def kinds(self) -> tuple[WayKind, ...]:
        """Return the kinds that this version knows, in the order in which they were set up."""
        known = set(WayKind)
        return tuple(WayKind(each["kind"]) for each in self.ways if each.get("kind") in known)

    def with_way(self, way: KeptWay) -> "Lock":
        """Return the same with a way added, in place of one of its kind."""
        kind = way["kind"]
        if self.way(kind) is None:
            return replace(self, ways=(*self.ways, way))
        ways = tuple(way if each.get("kind") == kind else each for each in self.ways)
        return replace(self, ways=ways)

    def without(self, kind: WayKind) -> "Lock":
        """Return the same without the way of a kind."""
        return replace(self, ways=tuple(each for each in self.ways if each.get("kind") != kind))


@dataclass(frozen=True, slots=True)
class KeyDocument:
    """The whole file. `next` is there while the database is encrypted anew, see `rekeying`."""

    lock: Lock
    next: Lock | None = None

    def encode(self) -> bytes:
        """Return the file's content."""
        whole: dict[str, Any] = {"format": FORMAT, "version": _VERSION, **_plain(self.lock)}
        if self.next is not None:
            whole["next"] = _plain(self.next)
        whole["checksum"] = _checksum(whole)
        return json.dumps(whole, indent=2, sort_keys=True).encode() + b"\n"

    @classmethod
    def decode(cls, content: bytes) -> "KeyDocument":
        """Read a file's content. Raises `NotAKeyFile`, `NewerKeyFile`."""
        try:
            whole = json.loads(content)
        except (ValueError, RecursionError):
            # `from None`: the decoder's message may quote the file.
            raise NotAKeyFile from None
        if not isinstance(whole, dict) or whole.get("format") != FORMAT:
            raise NotAKeyFile
        version = whole.get("version")
        if not isinstance(version, int) or version < 1:
            raise NotAKeyFile
        if version > _VERSION:
            raise NewerKeyFile
        checksum = whole.pop("checksum", None)
        if checksum != _checksum(whole):
            raise NotAKeyFile
        following = whole.get("next")
        return cls(_lock(whole), None if following is None else _lock(following))


def _plain(lock: Lock) -> dict[str, Any]:
    return {"database": lock.database, "ways": [dict(way) for way in lock.ways]}


def _lock(found: object) -> Lock:
    if not isinstance(found, dict):
        raise NotAKeyFile
    mark, ways = found.get("database", 0), found.get("ways")
    if not isinstance(mark, str | None) or not isinstance(ways, list) or not ways:
        raise NotAKeyFile
    if not all(isinstance(each, dict) and isinstance(each.get("kind"), str) for each in ways):
        raise NotAKeyFile
    return Lock(tuple(ways), mark)


def _checksum(document: dict[str, Any]) -> str:
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
    return hashlib.sha256(canonical).hexdigest()
