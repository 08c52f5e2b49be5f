"""What an identity is called on the screen."""

from PySide6.QtCore import QCoreApplication

from app.store.identities import Identity

# A longer name would be wider than the places where it is told.
_LONGEST = 48


def identity_name(identity: Identity) -> str:
    """Return the name of an identity; the first one has none of its own until it gets one."""
    return identity.name or QCoreApplication.translate("Identities", "Me")


def short_identity_name(identity: Identity) -> str:
    """Return the name, its end cut off where it is long."""
    name = identity_name(identity)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
