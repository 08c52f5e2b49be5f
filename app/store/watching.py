"""Long work that is followed from outside, and can be broken off from there.

It runs on a thread of its own, so that whoever follows it is called on that thread.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass


class Stage(enum.Enum):
    """What long work is at."""

    FILING = "filing"  # values are made findable anew, for the rules are others than before
    CHECKING = "checking"  # all of a large database is looked at before it is opened
    READING = "reading"  # a file that comes from elsewhere is unpacked and checked
    WRITING = "writing"  # it is written anew under the vault's own key, and checked again


class Stopped(Exception):
    """The work was broken off because somebody asked for it; nothing of it is left."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """Hears what is done, and how large a part of it was, 0 to 1, or None where nobody knows.

    `stopped` says whether to break off, and is asked often.
    """

    tell: Callable[[Stage, float | None], object] = lambda _stage, _share: None
    stopped: Callable[[], bool] = _never

    def begin(self, stage: Stage) -> None:
        """Say that a stage begins. Raises as `go_on` does."""
        self.go_on()
        self.tell(stage, None)

    def reach(self, stage: Stage, share: float) -> None:
        """Say how far a stage has come. Raises as `go_on` does."""
        self.go_on()
        self.tell(stage, share)

    def go_on(self) -> None:
        """Raise `Stopped` where the work is to be broken off."""
        if self.stopped():
            raise Stopped


UNWATCHED = Watch()
