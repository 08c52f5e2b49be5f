"""Reading texts with a model, piece by piece, and remembering what it told.

The model takes seconds where rules take milliseconds, so it cannot be asked while a text is shown.
`ModelReader` is both halves: `read` has the model read what it has not read yet, and `detect`
tells at once what is known so far. `is_read` says whether that is all.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TypeVar

from app.detect.detector import Profile
from app.detect.model.answer import Find
from app.detect.model.engines import Engine, Step
from app.detect.model.failures import PieceTooLong, ReaderTooSlow
from app.detect.model.occurrences import SOURCE, spans
from app.detect.model.pieces import LONGEST, Piece, pieces
from app.privacy.span import Span

# Characters of pieces that are remembered; beyond that the oldest are forgotten.
_REMEMBERED = 1_000_000
_SHORTEST_CUT = 60

T = TypeVar("T")


@dataclass(slots=True)
class _Memory:
    """What the model told of one piece for one user; `whole` when it came to its end."""

    finds: list[Find] = field(default_factory=list)
    whole: bool = False


class ModelReader:
    """Finds what only a reader who understands can find. A `Detector`, and what feeds it."""

    def __init__(self, engine: Engine | None, limit: Callable[[], float]) -> None:
        """Read with `engine`; without one nothing is found, and every text counts as read.

        `limit` is asked how many seconds one text may take.
        """
        self._limit = limit
        self._engine = engine
        self._known: OrderedDict[tuple[str, str], _Memory] = OrderedDict()
        self._size = 0

    @property
    def name(self) -> str:
        """The name that its spans carry as `source`."""
        return SOURCE

    @property
    def engine(self) -> Engine | None:
        """What reads now, None where the user has chosen no model."""
        return self._engine

    async def use(self, engine: Engine | None) -> None:
        """Read with `engine` from now on; what another one told is forgotten."""
        old, self._engine = self._engine, engine
        self.forget()
        if old is not None:
            await old.close()

    def forget(self) -> None:
        """Drop all that was read: the vault is being locked."""
        self._known.clear()
        self._size = 0

    def detect(self, text: str, profile: Profile) -> Iterator[Span]:
        """Yield what is known of `text` so far; see `Detector` and `is_read`."""
        if self._engine is not None:
            for piece in pieces(text):
                yield from self._spans(piece, profile)

    def is_read(self, text: str, profile: Profile) -> bool:
        """Say whether the model has read all of `text`, or there is no model."""
        return self._engine is None or all(
            (memory := self._known.get(_key(piece, profile))) is not None and memory.whole
            for piece in pieces(text)
        )

    async def read(self, text: str, profile: Profile) -> AsyncGenerator[Step, None]:
        """Have the model read what it has not read of `text`; yield what it does.

        After a `Step.FOUND` more is known.

        Raises a `ReaderFailed`; what was found until then is kept and told by `detect`.
        """
        engine, seconds = self._engine, self._limit()
        if engine is None:
            return
        deadline = asyncio.get_running_loop().time() + seconds
        for piece in pieces(text):
            async with aclosing(self._read(engine, piece, profile)) as steps:
                # Not `asyncio.timeout`: around a `yield` it would cancel whoever iterates.
                while step := await _within(deadline, seconds, anext(steps, None)):
                    yield step

    async def _read(
        self, engine: Engine, piece: Piece, profile: Profile
    ) -> AsyncGenerator[Step, None]:
        memory = self._memory(piece, profile)
        if memory.whole:
            return
        try:
            async with aclosing(engine.read(piece.text, _name(profile))) as told:
                async for each in told:
                    if isinstance(each, Step):
                        yield each
                    elif each not in memory.finds:
                        # An interrupted reading told the truth, and the next tells it again.
                        memory.finds.append(each)
                        yield Step.FOUND
        except PieceTooLong:
            async for step in self._read_halves(engine, piece, profile, memory):
                yield step
        memory.whole = True

    async def _read_halves(
        self, engine: Engine, piece: Piece, profile: Profile, memory: _Memory
    ) -> AsyncIterator[Step]:
        """Read a piece that did not fit the model's context in smaller ones."""
        if len(piece.text) < _SHORTEST_CUT:
            raise PieceTooLong(detector=SOURCE)
        for smaller in pieces(piece.text, min(LONGEST, len(piece.text)) // 2):
            async for step in self._read(engine, smaller, profile):
                yield step
            memory.finds += self._memory(smaller, profile).finds

    def _memory(self, piece: Piece, profile: Profile) -> _Memory:
        key = _key(piece, profile)
        memory = self._known.get(key)
        if memory is None:
            memory = self._known[key] = _Memory()
            self._size += len(piece.text)
        self._known.move_to_end(key)
        while self._size > _REMEMBERED and len(self._known) > 1:
            (_, forgotten), _ = self._known.popitem(last=False)
            self._size -= len(forgotten)
        return memory

    def _spans(self, piece: Piece, profile: Profile) -> Iterator[Span]:
        memory = self._known.get(_key(piece, profile))
        for find in memory.finds if memory is not None else ():
            yield from spans(find, piece.text, piece.start)


async def _within(deadline: float, seconds: float, step: Awaitable[T]) -> T:
    """Return what `step` gives before `deadline`; raise `ReaderTooSlow` when it is over."""
    try:
        async with asyncio.timeout_at(deadline):
            return await step
    except TimeoutError:
        raise ReaderTooSlow(detector=SOURCE, seconds=round(seconds)) from None


def _name(profile: Profile) -> str:
    return profile.names[0] if profile.names else ""


def _key(piece: Piece, profile: Profile) -> tuple[str, str]:
    return _name(profile), piece.text
