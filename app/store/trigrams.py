"""Asking SQLite's trigram index for texts that hold a piece, and looking at the texts themselves.

The index knows which texts have the piece's trigrams somewhere; whether they hold the piece is for
`holds` to say. It compares without case, as the index does.
"""

import sys
from collections.abc import Iterable

LEAST = 3
# More trigrams than these leave no fewer texts to look at.
_MOST = 24


def match(piece: str) -> str | None:
    """Return what to MATCH for texts that may hold `piece`; None where an index is of no use.

    That is when it is too short, or holds the zero that ends a text for SQLite.
    """
    plain = piece.strip()
    last = len(plain) - LEAST
    if last < 0 or "\0" in plain:
        return None
    # One after the other and the last: those that overlap leave hardly fewer texts to look at, and
    # each takes its time.
    wanted = dict.fromkeys(plain[at : at + LEAST] for at in (*range(0, last, LEAST), last))
    return " AND ".join(map(_quoted, list(wanted)[:_MOST]))


def beginning(piece: str) -> tuple[str, str]:
    """Return the bounds of the trigrams that begin with a piece of one or two characters.

    The lower one is among them, the upper one is not. An index of texts that go on by two more
    characters has one of them wherever the piece stands.
    """
    low = piece.strip().lower()
    return low, low + chr(sys.maxunicode)


def any_of(trigrams: Iterable[str]) -> str:
    """Return what to MATCH for texts that have one of `trigrams`."""
    return " OR ".join(map(_quoted, trigrams))


def _quoted(trigram: str) -> str:
    return '"' + trigram.replace('"', '""') + '"'


def holds(text: str, piece: str) -> bool:
    """Say whether `text` holds `piece`, whatever the case."""
    return piece.strip().casefold() in text.casefold()
