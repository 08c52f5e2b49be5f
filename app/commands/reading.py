"""Reading with a model where nobody waits at a window: a text is read to its end, then answered."""

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from types import TracebackType
from typing import Self

from app.detect.detector import Profile
from app.detect.model.engines import Engine
from app.detect.model.reader import ModelReader
from app.errors import KnownError
from app.privacy.span import Span

# Seconds for one text. Nobody is kept from typing, so it may take what it takes.
_LIMIT = 3600.0


class NoModelGiven(KnownError):
    """A model is to read, and none was named."""

    sentence = (
        "A model was asked for and none was named, so nothing was read. Add --model and the path "
        "of a GGUF file."
    )


class ReadToTheEnd:
    """A `Detector` that has the model read a whole text before it tells anything.

    A context manager, for it has a process to end.
    """

    def __init__(self, engine: Engine) -> None:
        """Read with `engine`."""
        self._model = ModelReader(engine, lambda: _LIMIT)
        self._loop = asyncio.Runner()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.run(self._model.use(None))
        self._loop.close()

    @property
    def name(self) -> str:
        """The name that its spans carry as `source`."""
        return self._model.name

    def detect(self, text: str, profile: Profile) -> Iterator[Span]:
        """Yield what the model finds; see `Detector`. Raises a `ReaderFailed`."""
        self._loop.run(self._read(text, profile))
        yield from self._model.detect(text, profile)

    async def _read(self, text: str, profile: Profile) -> None:
        async with aclosing(self._model.read(text, profile)) as steps:
            async for _ in steps:
                pass
