"""What the list of receipts asks for, and what it gets: one page at a time, without the bodies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.chat.stores import Stores
from app.privacy.levels import Level
from app.privacy.placeholder import WRITTEN, Placeholder
from app.store.identities import Identity
from app.store.receipts import PAGE, Receipt, Receipts
from app.store.steps import Steps
from app.ui.receipts.readable import readable


@dataclass(frozen=True, slots=True)
class Query:
    """Which receipts: all that hold `text`, or those of one message.

    `before` is the id of the last one of the page before. `newer` asks for those with
    ids above it, for a list that is shown.
    """

    text: str = field(default="", repr=False)
    message_id: int | None = None
    before: int | None = None
    newer: int | None = None

    def same_list(self, other: "Query | None") -> bool:
        """Say whether both are for one list."""
        return other is not None and (self.text, self.message_id) == (other.text, other.message_id)


@dataclass(frozen=True, slots=True)
class Page:
    """The receipts that a query gave, the latest first, their bodies left out.

    `more` says that there may be others after these.
    """

    query: Query
    receipts: Sequence[Receipt]
    more: bool


def read_page(receipts: Receipts, query: Query) -> Steps[Page]:
    """Return the page that `query` asks for, a part at a time. Runs on the core thread."""
    after = query.newer or 0
    if query.message_id is not None:
        found = [each for each in receipts.of_message(query.message_id) if each.id > after]
        more = False
    else:
        found = list((yield from receipts.search(query.text, before=query.before, after=after)))
        more = len(found) == PAGE
    return Page(query, [replace(each, body="") for each in found], more)


@dataclass(frozen=True, slots=True)
class Whole:
    """A receipt with all that its details show.

    `readable` is its body laid out for reading, `levels` how private what stands behind each
    placeholder in it is, by the placeholder as written. `identity` is whose chat it was, None where
    there is one identity only.
    """

    receipt: Receipt
    readable: str = field(repr=False)
    levels: Mapping[str, Level]
    identity: Identity | None = None


def read_whole(stores: Stores, receipt_id: int) -> Whole | None:
    """Return a receipt; None where it is gone, with its chat. Runs on the core thread."""
    receipt = stores.receipts.get(receipt_id)
    if receipt is None:
        return None
    levels: dict[str, Level] = {}
    for name in {match[0]: match for match in WRITTEN.finditer(receipt.body)}.values():
        known = stores.vault.entry(Placeholder(name[1], int(name[2]), receipt.owner))
        if known is not None:
            levels[name[0]] = known.level
    several = len(stores.identities.list()) > 1
    whose = stores.identity(receipt.chat_id) if several else None
    return Whole(receipt, readable(receipt.body), levels, whose)
