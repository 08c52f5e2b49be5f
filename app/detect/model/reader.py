"""Reading texts with a model, piece by piece, and remembering what it told.

The model takes seconds where rules take milliseconds, so it cannot be asked while a text is shown.
`ModelReader` is both halves: `read` has the model read what it has not read yet, and `detect`
tells at once what is known so far. `is_read` says whether that is all.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from app.detect.detector import Profile
from app.detect.model.answer import Find, readable
from app.detect.model.engines import Engine, Step
from app.detect.model.failures import PieceTooLong, ReaderFailed, ReaderTooSlow
from app.detect.model.occurrences import SOURCE, spans
from app.detect.model.pieces import LONGEST, Piece, pieces
from app.privacy.span import Span

# Characters of pieces that are remembered; beyond that the oldest are forgotten.
_REMEMBERED = 1_000_000
_SHORTEST_CUT = 60
# Seconds that loading may take: upstream's 2,700 tokens of instructions on one slow core, and more.
_LOADING = 1800.0


class _Patience:
    """How long a text may still take. Loading the model has a time of its own.

    The first loading computes the instructions, which takes minutes on a slow machine and is not
    the message's fault.
    """

    def __init__(self, seconds: float) -> None:
        """Allow `seconds` for the text, from now on."""
        self._seconds = seconds
        self._loading = False
        self._allow(seconds)

    async def wait(self, step: Awaitable[Step | None]) -> Step | None:
        """Return what `step` gives; raise `ReaderTooSlow` when the time is over."""
        try:
            async with asyncio.timeout_at(self._deadline):
                told = await step
        except TimeoutError:
            raise ReaderTooSlow(detector=SOURCE, seconds=round(self._allowed)) from None
        if self._loading or told is Step.LOADING:
            self._loading = told is Step.LOADING
            self._allow(_LOADING if self._loading else self._seconds)
        return told

    def _allow(self, seconds: float) -> None:
        self._allowed = seconds
        self._deadline = asyncio.get_running_loop().time() + seconds


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
        # Grows when all is forgotten: a reading from before must add nothing after.
        self._age = 0
        self._room = _REMEMBERED
        self._turn = asyncio.Lock()

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
        self._age += 1

    def detect(self, text: str, profile: Profile) -> Iterator[Span]:
        """Yield what is known of `text` so far; see `Detector` and `is_read`."""
        if self._engine is None:
            return
        for piece in pieces(readable(text)):
            memory = self._known.get(_key(piece, profile))
            for find in memory.finds if memory is not None else ():
                for span in spans(find, piece.text, piece.start):
                    yield replace(span, text=text[span.start : span.end])

    def is_read(self, text: str, profile: Profile) -> bool:
        """Say whether the model has read all of `text`, or there is no model."""
        return self._engine is None or all(
            (memory := self._known.get(_key(piece, profile))) is not None and memory.whole
            for piece in pieces(readable(text))
        )

    async def read(self, text: str, profile: Profile) -> AsyncGenerator[Step, None]:
        """Have the model read what it has not read of `text`; yield what it does.

        After a `Step.FOUND` more is known. Ends early, with `is_read` still false, where all is
        forgotten meanwhile. Raises a `ReaderFailed`; what was found until then is kept and told by
        `detect`.
        """
        engine, age, seconds = self._engine, self._age, self._limit()
        if engine is None:
            return
        # Overlapping pieces are longer than their text, which must be remembered to its end.
        self._room = max(_REMEMBERED, 2 * len(text))
        patience = _Patience(seconds)
        for piece in pieces(readable(text)):
            async with aclosing(self._read(engine, piece, profile, age)) as steps:
                try:
                    # Not `asyncio.timeout`: around a `yield` it would cancel whoever iterates.
                    while step := await patience.wait(anext(steps, None)):
                        yield step
                except ReaderFailed:
                    if self._age == age:
                        raise
                    return  # it was closed for being replaced, which is no failure

    async def _read(
        self, engine: Engine, piece: Piece, profile: Profile, age: int
    ) -> AsyncGenerator[Step, None]:
        # In turn, so that two who ask for the same text have it read once.
        async with self._turn:
            if self._age != age:
                return
            memory = self._memory(piece, profile)
            if memory.whole:
                return
            async with aclosing(_ask(engine, piece.text, _name(profile))) as told:
                async for each in told:
                    if isinstance(each, Step):
                        yield each
                    elif each not in memory.finds:
                        # An interrupted reading told the truth, and the next tells it again.
                        memory.finds.append(each)
                        yield Step.FOUND
            memory.whole = True

    def _memory(self, piece: Piece, profile: Profile) -> _Memory:
        key = _key(piece, profile)
        memory = self._known.get(key)
        if memory is None:
            memory = self._known[key] = _Memory()
            self._size += len(piece.text)
        self._known.move_to_end(key)
        while self._size > self._room and len(self._known) > 1:
            (_, forgotten), _ = self._known.popitem(last=False)
            self._size -= len(forgotten)
        return memory


async def _ask(engine: Engine, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
    """Yield what `engine` tells of `text`, in smaller pieces where it does not fit the context."""
    try:
        async with aclosing(engine.read(text, name)) as told:
            async for each in told:
                yield each
    except PieceTooLong:
        if len(text) < _SHORTEST_CUT:
            raise
    else:
        return
    for piece in pieces(text, min(LONGEST, len(text)) // 2):
        async with aclosing(_ask(engine, piece.text, name)) as told:
            async for each in told:
                yield each


def _name(profile: Profile) -> str:
    return readable(profile.names[0]) if profile.names else ""


def _key(piece: Piece, profile: Profile) -> tuple[str, str]:
    return _name(profile), piece.text
