"""How fast a stage moves and how long it still takes, told a few times a second."""

import time
from collections import deque
from collections.abc import Callable

from app.models.messages import Moved

# In seconds: between two reports, and how far back the speed looks.
_PACE = 0.2
_WINDOW = 10.0


class Meter:
    """Counts the bytes of one stage; `add` is called as they are done."""

    def __init__(
        self,
        stage: str,
        total: int,
        report: Callable[[Moved], object],
        done: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with `done` of `total` bytes, which an earlier run did; tell `report`."""
        self._stage = stage
        self._total = total
        self._report = report
        self._clock = clock
        self._done = done
        self._seen = deque([(clock(), done)])
        self._told = float("-inf")
        self._tell(clock())

    def add(self, count: int) -> None:
        """Note that `count` more bytes are done; fewer, if it is negative."""
        self.reach(self._done + count)

    def reach(self, done: int) -> None:
        """Note that `done` bytes are done, of which none beyond the total are shown."""
        self._done = min(done, self._total) if self._total else done
        now = self._clock()
        self._seen.append((now, self._done))
        # One look older than the window stays, so that the speed never looks back too little.
        while len(self._seen) > 2 and self._seen[1][0] <= now - _WINDOW:
            self._seen.popleft()
        if now - self._told >= _PACE or self._done == self._total:
            self._tell(now)

    def _tell(self, now: float) -> None:
        self._told = now
        speed = self._speed(now)
        left = (self._total - self._done) / speed if speed and self._total else None
        self._report(Moved(self._stage, self._done, self._total, speed, left))

    def _speed(self, now: float) -> float | None:
        """Return bytes a second, or None before anything can be told."""
        since, before = self._seen[0]
        if now - since < _PACE or self._done <= before:
            return None
        return (self._done - before) / (now - since)
