"""The ways in: what a person, or their system, shows to get at the database's key.

Each way wraps (encrypts) the same random key under a key of its own, so that ways come and go
while the database stays as it is. What is kept of a way is public but for the wrapped key: its
kind, how to derive, a salt, a nonce.
"""

import base64
import binascii
import enum
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.store.errors import PassphraseEmpty, WrongPassphrase
from app.store.kdf import KEY_BYTES, Cost, KdfParameters, derive
from app.store.key_errors import WrongRecoveryCode
from app.store.recovery_code import RecoveryCode

FORMAT = "understudy-key"
CIPHER = "aes-256-gcm"
_SALT_BYTES = 16
_NONCE_BYTES = 12  # NIST SP 800-38D, section 8.2: the length for which GCM is made

# A way as it is kept, a JSON object.
KeptWay = Mapping[str, Any]


class WayKind(enum.StrEnum):
    """What a way in asks for. There is at most one way of each kind."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a name
    KEYRING = "keyring"
    RECOVERY = "recovery"


class BrokenWay(Exception):
    """A kept way is not what it should be; whoever reads the file says so in words."""


class UnknownWay(Exception):
    """A kept way works in a manner that only a newer version knows."""


class WayIn(Protocol):
    """Something that opens. Used by `KeyFile` alone."""

    @property
    def kind(self) -> WayKind:
        """What it asks for."""

    def wrap(self, key: bytes, cost: Cost) -> KeptWay:
        """Return what is to be kept, from which this way gives `key` again."""

    def unwrap(self, kept: KeptWay) -> bytes:
        """Return the key. Raises a `KnownError` where this is not the way that was kept."""

    def forget(self, kept: KeptWay) -> None:
        """Clean up after a way that was removed. Raises nothing."""


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What a person made up and remembers."""

    text: str = field(repr=False)

    @property
    def kind(self) -> WayKind:
        """What it asks for."""
        return WayKind.PASSPHRASE

    def wrap(self, key: bytes, cost: Cost) -> KeptWay:
        """Wrap at `cost`. Raises `PassphraseEmpty`."""
        if not self.text:
            raise PassphraseEmpty
        parameters, salt = cost(), os.urandom(_SALT_BYTES)
        public = {
            "kind": str(self.kind),
            "kdf": "argon2id",
            "iterations": parameters.iterations,
            "lanes": parameters.lanes,
            "memory_kib": parameters.memory_kib,
        }
        return seal(public, salt, derive(self.text, salt, parameters), key)

    def unwrap(self, kept: KeptWay) -> bytes:
        """Return the key. Raises `WrongPassphrase`, `BrokenWay`, `UnknownWay`."""
        if kept.get("kdf") != "argon2id":
            raise UnknownWay
        try:
            parameters = KdfParameters(
                int(kept["iterations"]), int(kept["lanes"]), int(kept["memory_kib"])
            )
        except (KeyError, TypeError, ValueError):
            raise BrokenWay from None
        if not parameters.reasonable():
            raise BrokenWay
        try:
            return unseal(kept, derive(self.text, salt_of(kept), parameters))
        except InvalidTag:
            raise WrongPassphrase from None

    def forget(self, kept: KeptWay) -> None:
        """Do nothing: it is all in the file."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """The printed code. It cannot be guessed, so nothing has to be slow."""

    code: RecoveryCode

    @property
    def kind(self) -> WayKind:
        """What it asks for."""
        return WayKind.RECOVERY

    def wrap(self, key: bytes, cost: Cost) -> KeptWay:  # noqa: ARG002 - nothing to guess
        """Wrap under the code."""
        salt = os.urandom(_SALT_BYTES)
        public = {"kind": str(self.kind), "kdf": "hkdf-sha256"}
        return seal(public, salt, stretch(self.code.secret, salt, self.kind), key)

    def unwrap(self, kept: KeptWay) -> bytes:
        """Return the key. Raises `WrongRecoveryCode`, `BrokenWay`, `UnknownWay`."""
        if kept.get("kdf") != "hkdf-sha256":
            raise UnknownWay
        try:
            return unseal(kept, stretch(self.code.secret, salt_of(kept), self.kind))
        except InvalidTag:
            raise WrongRecoveryCode from None

    def forget(self, kept: KeptWay) -> None:
        """Do nothing: it is all in the file."""


def stretch(secret: bytes, salt: bytes, kind: WayKind) -> bytes:
    """Return a wrapping key from a secret of at least 128 random bits (HKDF, RFC 5869)."""
    info = f"understudy way in: {kind}".encode()
    return HKDF(SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(secret)


def seal(public: Mapping[str, Any], salt: bytes, wrapping: bytes, key: bytes) -> KeptWay:
    """Return the way that keeps `key` under `wrapping`; all that is public is authenticated."""
    nonce = os.urandom(_NONCE_BYTES)
    way = {
        **public,
        "salt": base64.b64encode(salt).decode(),
        "cipher": CIPHER,
        "nonce": base64.b64encode(nonce).decode(),
    }
    wrapped = AESGCM(wrapping).encrypt(nonce, key, _associated(way))
    return way | {"wrapped": base64.b64encode(wrapped).decode()}


def unseal(kept: KeptWay, wrapping: bytes) -> bytes:
    """Return the key. Raises `InvalidTag` for another wrapping key, `BrokenWay`, `UnknownWay`."""
    if kept.get("cipher") != CIPHER:
        raise UnknownWay
    nonce, wrapped = _bytes(kept, "nonce"), _bytes(kept, "wrapped")
    if len(nonce) != _NONCE_BYTES:
        raise BrokenWay
    key = AESGCM(wrapping).decrypt(nonce, wrapped, _associated(kept))
    if len(key) != KEY_BYTES:
        raise BrokenWay
    return key


def salt_of(kept: KeptWay) -> bytes:
    """Return the salt of a kept way. Raises `BrokenWay`."""
    salt = _bytes(kept, "salt")
    if len(salt) < 8:
        raise BrokenWay
    return salt


def _bytes(kept: KeptWay, name: str) -> bytes:
    try:
        return base64.b64decode(kept[name], validate=True)
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise BrokenWay from None


def _associated(way: KeptWay) -> bytes:
    public = {name: value for name, value in way.items() if name != "wrapped"}
    document = {"format": FORMAT, "way": public}
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
