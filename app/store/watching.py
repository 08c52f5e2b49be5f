"""Long work that is followed from outside, and can be broken off from there.

It runs on a thread of its own, so that whoever follows it is called on that thread.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass


class Stage(enum.Enum):
    """What long work is at."""

    READING = "reading"  # a file that comes from elsewhere is unpacked and checked
    WRITING = "writing"  # it is written anew under the vault's own key, and checked again


class Stopped(Exception):
    """The work was broken off because somebody asked for it; nothing of it is left."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """Hears which stage begins; `stopped` says whether to break off, and is asked often."""

    tell: Callable[[Stage], object] = lambda _stage: None
    stopped: Callable[[], bool] = _never

    def begin(self, stage: Stage) -> None:
        """Say that a stage begins. Raises as `go_on` does."""
        self.go_on()
        self.tell(stage)

    def go_on(self) -> None:
        """Raise `Stopped` where the work is to be broken off."""
        if self.stopped():
            raise Stopped


UNWATCHED = Watch()
