"""The key file: what turns the user's passphrase into the database's key.

The database's key is random and never changes. The file holds it wrapped (encrypted) under a key
derived from the passphrase, so that changing the passphrase rewrites a few hundred bytes and not
the database. Everything else in the file is public: how to derive, a salt, a nonce, a checksum
that tells damage from a wrong passphrase, and the first bytes of the database that belongs to it.
Whoever has an old copy of the file and its old passphrase can still open the database.
"""

import base64
import binascii
import hashlib
import json
import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.store import files
from app.store.errors import (
    KeyFileExists,
    KeyFileMissing,
    KeyFileNewer,
    KeyFileUnreadable,
    PassphraseEmpty,
    WrongPassphrase,
    from_os,
)

KEY_BYTES = 32
_FORMAT = "understudy-key"
_VERSION = 1
_SALT_BYTES = 16
_NONCE_BYTES = 12  # NIST SP 800-38D, section 8.2: the length for which GCM is made
_LARGEST_FILE = 1 << 20


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """What Argon2id costs. The defaults are RFC 9106, section 4, second recommended option."""

    iterations: int = 3
    lanes: int = 4
    memory_kib: int = 64 * 1024

    def reasonable(self) -> bool:
        """Say whether a file that asks for this may be obeyed.

        The parameters are authenticated only after they were used, so a damaged file must not
        make the app ask for more than 4 GiB or work for minutes. The lower bound is RFC 9106's.
        """
        return (
            1 <= self.iterations <= 64
            and 1 <= self.lanes <= 64
            and 8 * self.lanes <= self.memory_kib <= 4 * 1024 * 1024
        )


class KeyFile:
    """The key file at one path."""

    def __init__(self, path: Path, parameters: KdfParameters | None = None) -> None:
        """`parameters` holds for keys that are wrapped from now on."""
        self._path = path
        self._parameters = parameters or KdfParameters()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    @property
    def exists(self) -> bool:
        """Whether there is something at the path, readable or not."""
        return os.path.lexists(self._path)

    def create(self, passphrase: str) -> bytes:
        """Make a new key, keep it under `passphrase` and return its 32 bytes.

        Raises `KeyFileExists`, `PassphraseEmpty`, or what `errors.from_os` returns.
        """
        key = os.urandom(KEY_BYTES)
        document = {
            "format": _FORMAT,
            "version": _VERSION,
            "database": None,
            "ways": [self._wrap(key, passphrase)],
        }
        try:
            files.make_private_folder(self._path.parent)
            files.write_new(self._path, _encode(document))
        except FileExistsError:
            raise KeyFileExists(file=self._path.name) from None
        except OSError as error:
            raise from_os(error, self._path) from error
        return key

    def unlock(self, passphrase: str) -> bytes:
        """Return the database's key.

        Raises `WrongPassphrase`, `KeyFileMissing`, `KeyFileUnreadable`, `KeyFileNewer`.
        """
        return self._unwrap(self._way(self._read()), passphrase)

    def change(self, old: str, new: str) -> None:
        """Let `new` open the key file in place of `old`; other ways to open it stay.

        Raises what `unlock` raises, `PassphraseEmpty`, or what `errors.from_os` returns.
        """
        document = self._read()
        way = self._way(document)
        key = self._unwrap(way, old)
        fresh = self._wrap(key, new)
        document["ways"] = [fresh if each is way else each for each in document["ways"]]
        self._write(document)

    @property
    def database(self) -> str | None:
        """The mark of the database that belongs here; None until one was made.

        Raises what `unlock` raises, but for `WrongPassphrase`.
        """
        mark: str | None = self._read()["database"]
        return mark

    def bind(self, mark: str) -> None:
        """Note which database belongs to this key: from now on it must be there.

        Raises what `database` raises, or what `errors.from_os` returns.
        """
        document = self._read()
        document["database"] = mark
        self._write(document)

    def _write(self, document: dict[str, Any]) -> None:
        try:
            files.replace(self._path, _encode(document))
            files.sweep(self._path)
        except OSError as error:
            raise from_os(error, self._path) from error

    def _read(self) -> dict[str, Any]:
        try:
            with self._path.open("rb") as stream:
                content = stream.read(_LARGEST_FILE)
        except FileNotFoundError:
            raise KeyFileMissing(file=self._path.name) from None
        except OSError as error:
            raise KeyFileUnreadable(file=self._path.name) from error
        try:
            document = json.loads(content)
            if not isinstance(document, dict) or document.get("format") != _FORMAT:
                raise KeyFileUnreadable(file=self._path.name)
            version = document.get("version")
            if isinstance(version, int) and version > _VERSION:
                raise KeyFileNewer(file=self._path.name)
            checksum = document.pop("checksum", None)
            mark = document["database"]
        except (ValueError, KeyError, RecursionError):
            # `from None`: the decoder's message may quote the file.
            raise KeyFileUnreadable(file=self._path.name) from None
        sound = checksum == _checksum(document) and isinstance(document.get("ways"), list)
        if version != _VERSION or not sound or not isinstance(mark, str | None):
            raise KeyFileUnreadable(file=self._path.name)
        return document

    def _way(self, document: dict[str, Any]) -> dict[str, Any]:
        for way in document["ways"]:
            if isinstance(way, dict) and way.get("kind") == "passphrase":
                if way.get("kdf") != "argon2id" or way.get("cipher") != "aes-256-gcm":
                    raise KeyFileNewer(file=self._path.name)
                return way
        raise KeyFileUnreadable(file=self._path.name)

    def _wrap(self, key: bytes, passphrase: str) -> dict[str, Any]:
        if not passphrase:
            raise PassphraseEmpty
        salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
        way: dict[str, Any] = {
            "kind": "passphrase",
            "kdf": "argon2id",
            "iterations": self._parameters.iterations,
            "lanes": self._parameters.lanes,
            "memory_kib": self._parameters.memory_kib,
            "salt": base64.b64encode(salt).decode(),
            "cipher": "aes-256-gcm",
            "nonce": base64.b64encode(nonce).decode(),
        }
        wrapping = _derive(passphrase, salt, self._parameters)
        wrapped = AESGCM(wrapping).encrypt(nonce, key, _associated(way))
        return way | {"wrapped": base64.b64encode(wrapped).decode()}

    def _unwrap(self, way: dict[str, Any], passphrase: str) -> bytes:
        try:
            parameters = KdfParameters(
                int(way["iterations"]), int(way["lanes"]), int(way["memory_kib"])
            )
            salt, nonce, wrapped = (
                base64.b64decode(way[name], validate=True) for name in ("salt", "nonce", "wrapped")
            )
        except (KeyError, TypeError, ValueError, binascii.Error):
            raise KeyFileUnreadable(file=self._path.name) from None
        if not parameters.reasonable() or len(salt) < 8 or len(nonce) != _NONCE_BYTES:
            raise KeyFileUnreadable(file=self._path.name)
        wrapping = _derive(passphrase, salt, parameters)
        try:
            key = AESGCM(wrapping).decrypt(nonce, wrapped, _associated(way))
        except InvalidTag:
            raise WrongPassphrase from None
        if len(key) != KEY_BYTES:
            raise KeyFileUnreadable(file=self._path.name)
        return key


def _derive(passphrase: str, salt: bytes, parameters: KdfParameters) -> bytes:
    """Derive the wrapping key. The passphrase is prepared as RFC 8265, section 4.2 says:

    other spaces become the ASCII space, then NFC, so that the same keys typed on another
    keyboard or system open the file. Nothing is trimmed or folded.
    """
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in passphrase)
    secret = unicodedata.normalize("NFC", spaced).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=parameters.iterations,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    ).derive(secret)


def _associated(way: dict[str, Any]) -> bytes:
    public = {name: value for name, value in way.items() if name != "wrapped"}
    return _canonical({"format": _FORMAT, "way": public})


def _checksum(document: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(document)).hexdigest()


def _encode(document: dict[str, Any]) -> bytes:
    whole = document | {"checksum": _checksum(document)}
    return json.dumps(whole, indent=2, sort_keys=True).encode() + b"\n"


def _canonical(document: dict[str, Any]) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
