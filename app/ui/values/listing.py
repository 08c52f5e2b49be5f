"""What the page shows of the vault: read on the core thread, shown on the window's."""

from dataclasses import dataclass

from app.chat.stores import Stores
from app.privacy.placeholder import Placeholder
from app.store.entries import Entry
from app.store.identities import Identity
from app.store.numbering import identity_of
from app.store.usage import SeenBy, UsedIn
from app.store.value_search import Wanted


@dataclass(frozen=True, slots=True)
class ListedValue:
    """An entry as it is listed. `fleeting` is a secret that is known until the vault is locked."""

    entry: Entry
    fleeting: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of what was `wanted`, `after` another page or None for the first one.

    `then` asks for the next page; None when this is all. `types` are those that the vault has.
    """

    wanted: Wanted
    after: int | None
    values: tuple[ListedValue, ...]
    then: int | None
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueCard:
    """All about one value; `aliases` are the placeholders that were merged into its own.

    `identity` is whose chats used it; None where there is one identity only.
    """

    value: ListedValue
    identity: Identity | None
    aliases: tuple[Placeholder, ...]
    chats: tuple[UsedIn, ...]
    seen_by: tuple[SeenBy, ...]


def listed(stores: Stores, entry: Entry) -> ListedValue:
    """Return an entry as it is listed."""
    return ListedValue(entry, stores.vault.secrets.value(entry.placeholder) is not None)


def find(stores: Stores, wanted: Wanted, after: int | None) -> Listing:
    """Search for a page of values."""
    page = stores.value_search.find(wanted, after)
    values = tuple(listed(stores, entry) for entry in page.entries)
    return Listing(wanted, after, values, page.after, stores.value_search.used_types())


def card(stores: Stores, placeholder: Placeholder) -> ValueCard | None:
    """Look up all about a value; None where it is gone."""
    entry = stores.vault.entry(placeholder)
    if entry is None:
        return None
    aliases = stores.vault.aliases(placeholder)
    chats: dict[int, UsedIn] = {}
    seen: dict[tuple[str, str], SeenBy] = {}
    for each in (placeholder, *aliases):
        for used in stores.usage.chats(each):
            known = chats.get(used.chat_id)
            if known is None or known.last < used.last:
                chats[used.chat_id] = used
        for seer in stores.usage.seen_by(each):
            before = seen.get((seer.provider, seer.host))
            if before is None or before.last < seer.last:
                seen[seer.provider, seer.host] = seer
    identities = stores.identities.list()
    whose = [each for each in identities if each.id == identity_of(entry.scope)]
    return ValueCard(
        listed(stores, entry),
        whose[0] if whose and len(identities) > 1 else None,
        aliases,
        tuple(sorted(chats.values(), key=lambda used: used.last, reverse=True)),
        tuple(sorted(seen.values(), key=lambda seer: seer.last, reverse=True)),
    )
