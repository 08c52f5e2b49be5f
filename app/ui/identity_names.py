"""What an identity is called on the screen."""

from PySide6.QtCore import QCoreApplication

from app.store.identities import Identity


def identity_name(identity: Identity) -> str:
    """Return the name of an identity; the first one has none of its own until it gets one."""
    return identity.name or QCoreApplication.translate("Identities", "Me")
