"""What the main window lists, read on the core thread for one identity."""

from dataclasses import dataclass

from app.chat.session import Session
from app.store.chats import Chat
from app.store.identities import Identity
from app.store.providers import Provider


@dataclass(frozen=True, slots=True)
class Lists:
    """The chats of one identity, and what all identities share."""

    identity: Identity
    chats: tuple[Chat, ...]
    providers: tuple[Provider, ...]
    identities: tuple[Identity, ...]


def read_lists(session: Session, identity_id: int) -> Lists:
    """Return what there is to list for an identity."""
    return Lists(
        session.identities.get(identity_id),
        session.chats.list(identity_id),
        session.providers.list(),
        session.identities.list(),
    )
