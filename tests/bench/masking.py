"""Masking a message of 2,000 characters beside all that the vault knows.

`python -m tests.bench.masking [COUNT ...] [--keep FOLDER]`: finding the known values in a text that
was never seen before, the first key after unlocking included, and reading it as the composer does,
detectors and all; beside it the way of putting placeholders in place of every stored value, one
after another.
With a million values, filling the vault takes some minutes before anything is measured; what
`--keep` names has it ready the next time.
"""

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.chat.reader import Reader, Standing
from app.detect.builtin.factory import warmed_up_detector
from app.paths import resources
from app.privacy.kinds import Kinds
from app.store.database import Database
from app.store.vault import Vault
from tests.bench.texts import text_of
from tests.bench.vaults import KEY, fill, values

_COUNTS = (10, 10_000, 1_000_000)
_LENGTH = 2_000
_MESSAGES = 100
_LOOPS = 5


def _messages(count: int) -> list[str]:
    """Return made-up messages of fresh words, with a known value in each."""
    chance = random.Random(3)  # noqa: S311, nothing secret
    known = [value for _, value in values(min(count, 1_000))]
    lines = text_of(_LENGTH).split("\n")
    messages = []
    for number in range(_MESSAGES):
        chance.shuffle(lines)
        fresh = " ".join("".join(chance.choices("abcdeilmnorstu", k=6)) for _ in range(40))
        head = f"{number}: {chance.choice(known)}, {fresh}. "
        messages.append((head + "\n".join(lines))[:_LENGTH])
    return messages


def _timed(act: Callable[[str], object], messages: list[str]) -> list[float]:
    """Return how long each message took, in milliseconds."""
    taken = []
    for message in messages:
        started = time.perf_counter()
        act(message)
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def _replaced(stored: list[tuple[str, str]]) -> Callable[[str], str]:
    """Return what replaces every stored value by its placeholder, in a loop."""

    def replaced(text: str) -> str:
        for number, (kind, value) in enumerate(stored):
            text = text.replace(value, f"<{kind}_{number}>")
        return text

    return replaced


def _row(name: str, taken: list[float]) -> str:
    ordered = sorted(taken)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"  {name:<44} {taken[0]:>9.2f} {statistics.median(taken):>9.2f} {late:>9.2f}"


def _memory() -> float:
    """Return the resident megabytes of this process, 0 where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def measure(path: Path, count: int) -> None:
    """Measure with the vault at `path`, which holds `count` values, and print."""
    bare = _memory()
    started = time.perf_counter()
    database = Database.open(path, KEY)
    opened = time.perf_counter()
    vault = Vault(database)
    ready = time.perf_counter()
    reader = Reader((warmed_up_detector(resources()),), vault, Kinds({}), Standing)
    messages = _messages(count)
    print(f"{count:,} values; the file took {opened - started:.2f} s to open and check,", end=" ")
    print(f"the vault {(ready - opened) * 1000:.1f} ms")
    print(_row("find the known values", _timed(vault.known.find, messages)))
    print(_row("read and mask, detectors included", _timed(reader.read, messages[:40])))
    print(f"  memory {_memory() - bare:.0f} MB more than before opening", flush=True)
    loop = _timed(_replaced(list(values(count))), messages[:_LOOPS])
    print(_row("a loop of string replaces, values in memory", loop), flush=True)
    database.close()


def main() -> None:
    """Fill vaults, then measure each in a process of its own."""
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]), int(sys.argv[3]))
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", default=_COUNTS, metavar="COUNT")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the vaults stay")
    options = parser.parse_args()
    print(f"{'a message of 2,000 characters, in ms':<46} {'first':>9} {'p50':>9} {'p95':>9}")
    with tempfile.TemporaryDirectory() as passing:
        folder = options.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        for count in options.counts:
            path = folder / f"{count}.db"
            if not path.exists():
                making = folder / f"{count}.part.db"
                fill(making, count)
                making.rename(path)  # whole, or not there
            command = [sys.executable, "-m", "tests.bench.masking", "--measure"]
            subprocess.run([*command, str(path), str(count)], check=True)


if __name__ == "__main__":
    main()
