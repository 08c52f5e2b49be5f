"""Wrong tries slow down, also across restarts, and never lock anybody out.

This stops a person at the keyboard from trying one passphrase after another. It stops nobody who
copies the files: there, only what a derivation costs counts (see `kdf`).

The wait is counted by a clock that only runs forward. Between two runs of the app only the wall
clock remains: if it was set back, at most the same wait begins anew; if it was set forward, the
wait is over. So no clock, however wrong, costs more than `LONGEST` seconds.
"""

import contextlib
import json
import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from app.store import files
from app.store.errors import WrongPassphrase
from app.store.key_errors import TooManyTries, WrongRecoveryCode

FREE = 3
"""So many wrong tries cost nothing."""
LONGEST = 60.0
"""Seconds that a wait never exceeds."""


class WrongTries:
    """Counts wrong tries in a small file, which holds nothing else and may be deleted."""

    def __init__(
        self,
        path: Path,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """Count in `path`; `wall` and `steady` give seconds."""
        self._path = path
        self._wall = wall
        self._steady = steady
        self._wrong = 0
        self._free_at = -math.inf
        self._read = False

    @property
    def wait(self) -> float:
        """Seconds until the next try is taken; 0 when it is now."""
        self._load()
        return max(0.0, self._free_at - self._steady())

    @contextlib.contextmanager
    def counted(self) -> Iterator[None]:
        """Open something inside. Raises `TooManyTries` when that has to wait."""
        self.refuse()
        try:
            yield
        except (WrongPassphrase, WrongRecoveryCode):
            self.failed()
            raise
        self.succeeded()

    def refuse(self) -> None:
        """Raise `TooManyTries` when the next try has to wait."""
        wait = self.wait
        if wait > 0:
            raise TooManyTries(seconds=math.ceil(wait))

    def failed(self) -> None:
        """Count a wrong try. A disk that takes no note of it changes nothing for this run."""
        self._load()
        self._wrong += 1
        delay = _delay(self._wrong)
        self._free_at = self._steady() + delay
        note = {"wrong": self._wrong, "until": self._wall() + delay}
        with contextlib.suppress(OSError):
            files.replace(self._path, json.dumps(note).encode())

    def succeeded(self) -> None:
        """Forget all wrong tries."""
        self._read, self._wrong, self._free_at = True, 0, -math.inf
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
            files.sweep(self._path)

    def _load(self) -> None:
        if self._read:
            return
        self._read = True
        try:
            note = json.loads(self._path.read_bytes())
            wrong, until = int(note["wrong"]), float(note["until"])
        except (OSError, ValueError, TypeError, KeyError, RecursionError, OverflowError):
            return  # a note that cannot be read must keep nobody out
        self._wrong = max(0, wrong)
        left = until - self._wall()
        if left > 0:
            self._free_at = self._steady() + min(left, _delay(self._wrong))


def _delay(wrong: int) -> float:
    """Return the seconds after so many wrong tries: 1, 2, 4 and so on."""
    return 0.0 if wrong <= FREE else min(LONGEST, 2.0 ** min(wrong - FREE - 1, 16))
