"""What the list of receipts asks for, and what it gets: one page at a time, without the bodies."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.store.receipts import PAGE, Receipt, Receipts


@dataclass(frozen=True, slots=True)
class Query:
    """Which receipts: all that hold `text`, or those of one message.

    `before` is the id of the last one of the page before.
    """

    text: str = field(default="", repr=False)
    message_id: int | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The receipts that a query gave, the latest first, their bodies left out.

    `more` says that there may be others after these.
    """

    query: Query
    receipts: Sequence[Receipt]
    more: bool


def read_page(receipts: Receipts, query: Query) -> Page:
    """Return the page that `query` asks for. Runs on the core thread."""
    if query.message_id is not None:
        found, more = receipts.of_message(query.message_id), False
    else:
        found = receipts.search(query.text, before=query.before)
        more = len(found) == PAGE
    return Page(query, [replace(each, body="") for each in found], more)
