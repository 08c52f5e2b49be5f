"""An engine that tells what it was given to tell, and remembers what it was asked."""

import asyncio
from collections.abc import AsyncGenerator, Callable

from app.detect.model.answer import Find
from app.detect.model.engines import Step
from app.detect.model.failures import PieceTooLong
from app.privacy.levels import Level


class Scripted:
    """Keeps the contract of `Engine`: finds the `words` that stand in a text."""

    def __init__(self, *words: str, longest: int = 100_000) -> None:
        self.asked: list[tuple[str, str]] = []
        self.closed = 0
        self.reading = 0
        self.stall: Callable[[str], bool] = lambda _: False
        self.loads_for: float | None = None
        self._words = words
        self._longest = longest

    async def read(self, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
        """Yield what stands in `text`; never end for one that should `stall`.

        Where it `loads_for` some seconds, it does so before it reads.
        """
        self.asked.append((text, name))
        self.reading += 1
        try:
            if self.loads_for is not None:
                yield Step.LOADING
                await asyncio.sleep(self.loads_for)
            yield Step.READING
            for word in self._words:
                if word in text:
                    yield Find(word, "Real Name", Level.PL2)
            if len(text) > self._longest:
                raise PieceTooLong(detector="model")
            if self.stall(text):
                await asyncio.Event().wait()
        finally:
            self.reading -= 1

    async def close(self) -> None:
        """Count that it was closed."""
        self.closed += 1
