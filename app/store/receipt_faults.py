"""Checking the chain of receipts, link by link."""

from dataclasses import dataclass
from datetime import datetime

from app.store import receipt_chain
from app.store.messages import moment
from app.store.receipt_chain import Record
from app.store.receipt_errors import (
    ReceiptChanged,
    ReceiptFault,
    ReceiptMissing,
    ReceiptOutOfChain,
    ReceiptsCutOff,
    ReceiptsRewritten,
    ReceiptsSkipped,
    ReceiptsUnlinked,
)


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check found.

    `count` is the number of links, of which `deleted` have lost their receipt with its chat.
    `head` is the last link's hash in hexadecimal: written down elsewhere, it proves later that
    nothing up to it was rewritten. `number` is that link's, and `at` when its receipt was sent,
    None where that is gone. `faults` is empty where all is well.
    """

    count: int
    deleted: int
    head: str
    faults: tuple[ReceiptFault, ...]
    number: int = 0
    at: datetime | None = None


class ReceiptLinks:
    """Takes the links of a chain in their order, and says at the end what is wrong."""

    def __init__(self, expected: bytes | None) -> None:
        """`expected` is a hash that must be among the links."""
        self._expected = expected
        self._last = receipt_chain.START
        self._number = self._count = self._deleted = 0
        self._faults: list[ReceiptFault] = []
        self._at: datetime | None = None

    def take(
        self, number: int, content: bytes, stored: bytes, record: Record | None, *, forgotten: bool
    ) -> None:
        """Check one link. `forgotten` says that its receipt went with its chat."""
        if number != self._number + 1:
            self._faults.append(ReceiptsSkipped(first=self._number + 1, last=number - 1))
        elif receipt_chain.link(self._last, content) != stored:
            self._faults.append(ReceiptOutOfChain(number=number))
        if record is not None and record.content() != content:
            self._faults.append(ReceiptChanged(number=number))
        if record is None and not forgotten:
            self._faults.append(ReceiptMissing(number=number))
        if stored == self._expected:
            self._expected = None
        self._number, self._last = number, stored
        self._at = moment(record.at) if record is not None else None
        self._count += 1
        self._deleted += forgotten

    def finish(self, *, kept: int, unlinked: int) -> Verification:
        """Return what was found; `kept` links were ever made, `unlinked` receipts have none."""
        if kept > self._number:
            self._faults.append(ReceiptsCutOff(kept=kept, last=self._number))
        if unlinked:
            self._faults.append(ReceiptsUnlinked(count=unlinked))
        if self._expected is not None:
            self._faults.append(ReceiptsRewritten())
        return Verification(
            self._count,
            self._deleted,
            self._last.hex(),
            tuple(self._faults),
            self._number,
            self._at,
        )
