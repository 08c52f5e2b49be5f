"""Kills the store with SIGKILL at random moments, and checks after each that nothing is lost.

By hand, from the project's folder:

    .venv/bin/python -m tests.store.kills 300

Each round, a fork opens the vault, does one thing to it, and is killed: at a random line of the
store's code, or after a random time, which may be inside SQLite. Then the vault must open, with
the way in of before or of after and no other, sound from end to end, with every message and
receipt that was confirmed before the kill. The next round goes on with what this one left.
"""

import contextlib
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from app.store.connecting import examine
from app.store.database import Database, database_mark
from app.store.errors import WrongPassphrase
from app.store.key_errors import WayMissing, WrongRecoveryCode
from app.store.opening import StoreFiles, StoreState
from app.store.receipts import Receipts
from app.store.upkeep import Upkeep
from app.store.ways import Recovery
from tests.store.acts import ACTS, CODES, EXPORT, Hand, held, older
from tests.store.world import CHEAP

_LATEST = 1.15
"""A kill may come a little after the act, in units of the time that it took so far."""


@dataclass
class Promises:
    """What was confirmed, and which ways may open."""

    messages: set[str] = field(default_factory=set)
    passphrases: tuple[str, ...] = ("first",)
    code: int | None = None
    code_is_certain: bool = True

    def hear(self, line: str) -> None:
        """Take note of a line that the fork said."""
        word, _, rest = line.partition(" ")
        if word == "kept":
            self.messages.add(rest)
        elif word == "changing":
            self.passphrases = (self.passphrases[0], rest)
        elif word == "changed":
            self.passphrases = (rest,)
        elif word == "coding":
            self.code, self.code_is_certain = int(rest), False
        elif word == "coded":
            self.code, self.code_is_certain = int(rest), True
        elif word == "uncoding":
            self.code_is_certain = False
        elif word == "uncoded":
            self.code, self.code_is_certain = None, True


@dataclass
class Length:
    """How long an act is, as far as is known."""

    lines: int = 400
    seconds: float = 0.2


class Killer:
    """One vault, and what was promised about it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)  # noqa: S311 - no secret
        self.promises = Promises()
        self.lengths: dict[str, Length] = {name: Length() for name in ACTS}
        self.killed: Counter[str] = Counter()
        self.ended: Counter[str] = Counter()
        base = folder / "base"
        self.store = StoreFiles(base / "key.json", base / "understudy.db", CHEAP)
        with self.store.create("first"):
            pass

    def round(self, name: str, number: int) -> None:
        """Do one act, kill it, and check."""
        if name == "migrate":
            older(self.store, self.promises.passphrases[0], self.chance.randrange(2))
        by_line = self.chance.random() < 0.5
        length = self.lengths[name]
        at_line = self.chance.randint(1, length.lines) if by_line else 0
        seconds = 20.0 if by_line else self.chance.uniform(0, length.seconds * _LATEST)
        done = "done" in self._act(name, number, at_line, seconds)
        (self.ended if done else self.killed)[name] += 1
        self.check()

    def _act(self, name: str, number: int, at_line: int, seconds: float) -> list[str]:
        """Let a fork act, and kill it; return what it said."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            with contextlib.suppress(BaseException):
                self._child(name, number, at_line, writing)
            os._exit(1)
        os.close(writing)
        with os.fdopen(reading, "rb") as heard:
            lines = self._listen(heard, child, seconds)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or lines[-1:] == ["done"], (name, number, lines)
        for line in lines:
            self.promises.hear(line)
        return lines

    def _listen(self, heard: Any, child: int, seconds: float) -> list[str]:
        """Return what the fork said until it ended; kill it so long after it was ready."""
        said, deadline = b"", time.monotonic() + 60
        while True:
            ready, _, _ = select.select([heard], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                os.kill(child, signal.SIGKILL)
                deadline += 3600
                continue
            more = os.read(heard.fileno(), 65536)
            if not more:
                break
            if b"ready\n" not in said and b"ready\n" in said + more:
                deadline = time.monotonic() + seconds
            said += more
        # What it said before it died counts, but for a line that was cut off.
        return said.decode().split("\n")[:-1]

    def _child(self, name: str, number: int, at_line: int, writing: int) -> None:
        def say(line: str) -> None:
            os.write(writing, f"{line}\n".encode())

        hand = Hand(self.store, Upkeep(self.store), self.promises.passphrases[0], number, say)
        hand.code = self.promises.code
        with hand.ready(ACTS[name]) as act:
            say("ready")
            counter = _Lines(at_line)
            sys.settrace(counter.trace if at_line else None)
            act()
            sys.settrace(None)
        if at_line:
            say(f"lines {counter.seen}")
        say("done")
        os._exit(0)

    def check(self) -> None:
        """Raise where anything is not as it was promised."""
        promises, store = self.promises, self.store
        assert store.state() is StoreState.LOCKED
        opened = [each for each in promises.passphrases if self._opens(each)]
        assert len(opened) == 1, (promises.passphrases, opened)
        promises.passphrases = (opened[0],)
        self._check_code()
        with store.open(opened[0]) as database:
            assert database.query("PRAGMA integrity_check") == [("ok",)]
            assert database.query("PRAGMA cipher_integrity_check") == []
            assert database.query("PRAGMA foreign_key_check") == []
            missing = promises.messages - held(database)
            assert not missing, missing
            faults = Receipts(database).verify().faults
            assert faults == (), [str(each) for each in faults]
            key, mark = store.keys.unlock(opened[0]), database_mark(store.path)
            for backup in Upkeep(store).backups.list():
                if backup.mark == mark:
                    assert examine(backup.path, key, fully=True)
        self._check_files(key)

    def _opens(self, passphrase: str) -> bool:
        try:
            self.store.open(passphrase).close()
        except WrongPassphrase:
            return False
        return True

    def _check_code(self) -> None:
        promises = self.promises
        if promises.code is None:
            return
        try:
            self.store.open(Recovery(CODES[promises.code])).close()
        except (WrongRecoveryCode, WayMissing):
            assert not promises.code_is_certain
            promises.code = None
        promises.code_is_certain = True

    def _check_files(self, key: bytes) -> None:
        """Raise where work that was cut off left anything; what was replaced must be sound."""
        for aside in Upkeep(self.store).kept_aside:
            with Database.open_draft(aside, key) as database:
                assert database.query("PRAGMA integrity_check") == [("ok",)]
            aside.unlink()
        names = {path.name for path in self.store.path.parent.iterdir()}
        names -= {"key.json.tries", "backups"}
        assert names == {"key.json", "understudy.db", "understudy.db.lock"}, names
        exports = {path.name for path in self.folder.iterdir()} - {"base", EXPORT}
        for name in exports:  # a draft where the user wanted the export: theirs to remove
            (self.folder / name).unlink()

    def measure(self) -> None:
        """Learn how long each act is, without a kill."""
        for number, name in enumerate(ACTS):
            if name == "migrate":
                older(self.store, self.promises.passphrases[0], 0)
            start = time.monotonic()
            lines = self._act(name, -number - 1, 10**9, 60.0)
            # Counting lines makes it slower than it is.
            self.lengths[name].seconds = (time.monotonic() - start) / 2
            counted = next(each for each in lines if each.startswith("lines "))
            self.lengths[name].lines = int(counted.split()[1])
            self.check()


class _Lines:
    """Counts lines of the store's code, and kills at one of them."""

    def __init__(self, last: int) -> None:
        self._last = last
        self.seen = 0

    def trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if Path(frame.f_code.co_filename).parent.name != "store":
            return None
        if event == "line":
            self.seen += 1
            if self.seen == self._last:
                os.kill(os.getpid(), signal.SIGKILL)
        return self.trace


def kill(
    rounds: int, seed: int, folder: Path, tell: Callable[[str], object] = lambda _: None
) -> Killer:
    """Kill so many times; return what there is to know."""
    killer = Killer(folder, seed)
    killer.measure()
    for number, name in zip(range(rounds), _names(killer), strict=False):
        killer.round(name, number)
        tell(f"{number + 1} {name}")
    return killer


def _names(killer: Killer) -> Iterator[str]:
    while True:
        names = list(ACTS)
        killer.chance.shuffle(names)
        yield from names


def main() -> None:
    """Kill as often as the first argument says; the second is a seed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(10**6)
    folder, start = Path(tempfile.mkdtemp()), time.monotonic()
    print(f"seed {seed}, {folder}")

    def tell(line: str) -> None:
        if sys.stdout.isatty():
            print(f"\r{line:<24}", end="", flush=True)

    killer = kill(rounds, seed, folder, tell)
    print(f"\r{'act':<12}{'killed in it':>14}{'killed after it':>17}{'lines':>8}{'ms':>7}")
    for name, length in killer.lengths.items():
        print(
            f"{name:<12}{killer.killed[name]:>14}{killer.ended[name]:>17}"
            f"{length.lines:>8}{length.seconds * 1000:>7.0f}"
        )
    print(
        f"{rounds} kills in {time.monotonic() - start:.0f} s; the vault opened after each, sound, "
        f"with all of {len(killer.promises.messages)} confirmed messages and an unbroken chain."
    )
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
