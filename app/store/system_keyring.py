"""The system's keyring as a way in: it opens for whoever is logged in.

Only keyrings that encrypt are used, by a list of those that are known to: what is not on it may
write what it is given into a file for all to read. The library is loaded when it is first needed.
"""

import base64
import binascii
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from cryptography.exceptions import InvalidTag

from app.store.kdf import KEY_BYTES, Cost
from app.store.key_errors import KeyringEntryMissing, KeyringUnavailable
from app.store.ways import BrokenWay, KeptWay, UnknownWay, WayKind, salt_of, seal, stretch, unseal

Answer = TypeVar("Answer")

SERVICE = "Understudy"
_SALT_BYTES = 16
# Of https://github.com/jaraco/keyring, 25.7: what it calls its recommended backends.
_ENCRYPTING = {
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
}


class Keeper(Protocol):
    """A keyring's own entries, as the library `keyring` has them."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """Return an entry, None where there is none."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep an entry."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Remove an entry."""


def system_keeper() -> Keeper:
    """Return this system's keyring. Raises `KeyringUnavailable`."""
    try:
        import keyring  # noqa: PLC0415  loads D-Bus and friends
    except ImportError:
        raise KeyringUnavailable(reason="the library for it is not installed") from None
    try:
        chosen = keyring.get_keyring()
    except Exception as error:  # noqa: BLE001 - each system's keyring fails in its own way
        raise KeyringUnavailable(reason=type(error).__name__) from None
    # Where there are several, `keyring` puts a chain in front of them.
    for each in getattr(chosen, "backends", [chosen]):
        if type(each).__module__ in _ENCRYPTING:
            keeper: Keeper = each
            return keeper
    raise KeyringUnavailable(reason="there is none that encrypts")


@dataclass(frozen=True, slots=True)
class SystemKeyring:
    """The way in that asks the system and not the person."""

    keeper: Callable[[], Keeper] = field(default=system_keeper, repr=False)

    @property
    def kind(self) -> WayKind:
        """What it asks for."""
        return WayKind.KEYRING

    def check(self) -> None:
        """Raise `KeyringUnavailable` where it cannot be set up here; nothing is written."""
        keeper = self.keeper()
        _asked(lambda: keeper.get_password(SERVICE, "is anybody there"))

    def wrap(self, key: bytes, cost: Cost) -> KeptWay:  # noqa: ARG002 - nothing to guess
        """Give the keyring a random secret, and wrap under that.

        Raises `KeyringUnavailable`, also where the keyring does not give back what it got.
        """
        keeper, entry = self.keeper(), os.urandom(8).hex()
        secret, salt = os.urandom(KEY_BYTES), os.urandom(_SALT_BYTES)
        written = base64.b64encode(secret).decode()
        _asked(lambda: keeper.set_password(SERVICE, entry, written))
        if _asked(lambda: keeper.get_password(SERVICE, entry)) != written:
            raise KeyringUnavailable(reason="it did not keep what it was given")
        public = {"kind": str(self.kind), "kdf": "hkdf-sha256", "entry": entry}
        return seal(public, salt, stretch(secret, salt, self.kind), key)

    def unwrap(self, kept: KeptWay) -> bytes:
        """Return the key.

        Raises `KeyringUnavailable`, `KeyringEntryMissing`, `BrokenWay`, `UnknownWay`.
        """
        if kept.get("kdf") != "hkdf-sha256":
            raise UnknownWay
        entry, keeper = kept.get("entry"), self.keeper()
        if not isinstance(entry, str):
            raise BrokenWay
        written = _asked(lambda: keeper.get_password(SERVICE, entry))
        if written is None:
            raise KeyringEntryMissing
        try:
            secret = base64.b64decode(written, validate=True)
            return unseal(kept, stretch(secret, salt_of(kept), self.kind))
        except (InvalidTag, ValueError, binascii.Error):
            raise KeyringEntryMissing from None

    def forget(self, kept: KeptWay) -> None:
        """Remove the entry. One that cannot be removed opens nothing any more."""
        entry = kept.get("entry")
        try:
            if isinstance(entry, str):
                self.keeper().delete_password(SERVICE, entry)
        except Exception:  # noqa: BLE001, S110 - a keyring that is gone has nothing to remove
            pass


def _asked(ask: Callable[[], Answer]) -> Answer:
    try:
        return ask()
    except Exception as error:  # noqa: BLE001 - each system's keyring fails in its own way
        raise KeyringUnavailable(reason=type(error).__name__) from None
