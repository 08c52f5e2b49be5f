"""Restoring a streamed reply beside all that the vault knows: `python -m tests.bench.restoring`.

A reply of 10,000 characters arrives in 2,000 pieces. What restores it here knows the placeholders
that have left; beside it a loop of string replaces over every placeholder of the vault at each
piece, which with many values is run for some pieces only and scaled up.
"""

import itertools
import sys
import time
from collections.abc import Sequence

from app.paths import resources
from app.privacy.kinds import read_kinds
from app.privacy.placeholder import Placeholder
from app.privacy.restoring import Restorer
from tests.bench.texts import text_of

_COUNTS = (10, 10_000, 1_000_000)
_LENGTH = 10_000
_PIECES = 2_000
# The loop is run for so many pieces as make about this many replaces.
_REPLACES = 4_000_000


def _reply(count: int) -> list[str]:
    """Return a reply with a placeholder in every other line, cut evenly."""
    numbers = itertools.cycle(range(1, min(count, 500) + 1))
    lines = text_of(_LENGTH).split("\n")
    parts = [f"{line} <Email_{next(numbers)}>" if n % 2 else line for n, line in enumerate(lines)]
    text = "\n".join(parts)[:_LENGTH]
    step = max(1, len(text) // _PIECES)
    return [text[at : at + step] for at in range(0, len(text), step)]


def _restored(values: dict[Placeholder, Sequence[str]], pieces: list[str]) -> list[float]:
    """Return the milliseconds that each piece took, the start with the first."""
    kinds = read_kinds((resources() / "placeholder_kinds.toml").read_text("utf-8"))
    taken = []
    started = time.perf_counter()
    stream = Restorer(values, kinds).stream()
    for piece in pieces:
        stream.feed(piece)
        taken.append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
    stream.finish()
    return taken


def _replaced(values: dict[Placeholder, Sequence[str]], pieces: list[str]) -> tuple[float, int]:
    """Return the milliseconds that a loop of replaces takes, and for how many pieces it ran."""
    names = [(str(placeholder), forms[0]) for placeholder, forms in values.items()]
    some = pieces[: max(2, min(len(pieces), _REPLACES // len(names)))]
    started = time.perf_counter()
    for piece in some:
        for name, value in names:
            piece = piece.replace(name, value)  # noqa: PLW2901, that is the loop
    whole = (time.perf_counter() - started) * 1000 * len(pieces) / len(some)
    return whole, len(some)


def main() -> None:
    """Measure and print."""
    print(f"{'values':>10} {'whole reply, ms':>16} {'worst piece, ms':>16} {'replaces, ms':>16}")
    for count in [int(each) for each in sys.argv[1:]] or _COUNTS:
        values: dict[Placeholder, Sequence[str]] = {
            Placeholder("Email", number): (f"person{number}@example.org",)
            for number in range(1, count + 1)
        }
        pieces = _reply(count)
        taken = _restored(values, pieces)
        loop, ran = _replaced(values, pieces)
        note = "" if ran == len(pieces) else f"  (scaled up from {ran} of {len(pieces)} pieces)"
        print(f"{count:>10,} {sum(taken):>16.1f} {max(taken):>16.2f} {loop:>16.0f}{note}")


if __name__ == "__main__":
    main()
