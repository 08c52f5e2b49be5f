"""What can be wrong with the chain of receipts, each in plain words.

Checking gives these as findings rather than raising them; `number` is a receipt's place in the
chain, counted from 1.
"""

from app.store.errors import StoreError


class ReceiptFault(StoreError):
    """Something about the receipts is not as it was when they were kept."""


class ReceiptChanged(ReceiptFault):
    """A receipt's content does not fit its hash."""

    sentence = (
        "Receipt {number} was changed after it was kept: it no longer fits its own hash. Nothing "
        "was changed by looking. Compare it with a backup or an earlier export."
    )


class ReceiptMissing(ReceiptFault):
    """A receipt is gone although its chat was not deleted."""

    sentence = (
        "Receipt {number} is missing, although its chat was not deleted. Nothing was changed by "
        "looking. Look for it in a backup or an earlier export."
    )


class ReceiptOutOfChain(ReceiptFault):
    """A link does not follow from the one before."""

    sentence = (
        "The chain breaks at receipt {number}: it does not follow from the one before. Nothing "
        "was changed by looking. Compare both with a backup or an earlier export."
    )


class ReceiptsSkipped(ReceiptFault):
    """Links are missing in the middle."""

    sentence = (
        "The chain has a gap: receipts {first} to {last} are missing from it. Nothing was changed "
        "by looking. Look for them in a backup or an earlier export."
    )


class ReceiptsCutOff(ReceiptFault):
    """Links are missing at the end."""

    sentence = (
        "The end of the chain is missing: {kept} receipts were kept, and it ends at {last}. "
        "Nothing was changed by looking. Look for the others in a backup or an earlier export."
    )


class ReceiptsUnlinked(ReceiptFault):
    """There are receipts that no link stands for."""

    sentence = (
        "Receipts that are not in the chain: {count}. They were put there by something else than "
        "Understudy, or their links were removed. Nothing was changed by looking. Compare them "
        "with a backup or an earlier export."
    )


class ReceiptsRewritten(ReceiptFault):
    """The hash that was written down earlier is not in the chain."""

    sentence = (
        "The hash that you wrote down is not in this chain, so the receipts up to it were "
        "rewritten, or it belongs to another vault. Nothing was changed by looking. Compare with "
        "the export of that time."
    )
