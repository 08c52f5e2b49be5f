"""What can read one piece of text: the model's process, or a server on this machine."""

import enum
from collections.abc import AsyncGenerator
from typing import Protocol

from app.detect.model.answer import Find


class Step(enum.Enum):
    """What an engine is doing, for a person to see."""

    LOADING = "loading"
    READING = "reading"
    FOUND = "found"
    RESTARTING = "restarting"  # it had crashed


class Engine(Protocol):
    """Reads texts, one at a time."""

    def read(self, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
        """Yield what is private in `text`, written by the user called `name`, and what it does.

        Raises a `ReaderFailed`. Closing the iterator stops the reading.
        """
        ...

    async def close(self) -> None:
        """Give back what the engine holds; a later reading takes it again."""
        ...
