"""The model's process, seen from the app: started when needed, stopped when idle, never trusted."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.detect.model.answer import Find
from app.detect.model.engines import Step
from app.detect.model.failures import (
    ModelMissing,
    ModelUnusable,
    NotEnoughMemory,
    PieceTooLong,
    ReaderCrashed,
)
from app.detect.model.memory import MEGABYTE
from app.detect.model.messages import PROTOCOL, Cancel, Ended, Open, Opened, Read, Refused, Told
from app.privacy.levels import Level
from app.processes.child import Child, ChildEnded, command

COMMAND = "read-process"
# Tokens for instructions, message and answer together. Upstream's instructions take 2,700 of them,
# the longest piece of a message some 1,000, and an answer that repeats it with tags 1,300.
CONTEXT = 5120
# Seconds without a reading after which the model's memory is given back.
IDLE = 600.0
# A crash is forgiven once for each text: the process is started again, and reads it anew.
_TRIES = 2


@dataclass(frozen=True, slots=True)
class Loadable:
    """A model to load: its name for people, its file, and the instructions it was trained for."""

    name: str
    path: Path
    instructions: str


class ModelProcess:
    """Reads texts with a model in a process of its own. Used on one event loop only."""

    def __init__(
        self,
        model: Loadable,
        states: Path,
        idle: float = IDLE,
    ) -> None:
        """Read with `model`; keep the state of its instructions in the folder `states`.

        After `idle` seconds without a reading the process is ended.
        """
        self._model = model
        self._states = states
        self._idle = idle
        self._child: Child | None = None
        self._one = asyncio.Lock()
        self._number = 0
        self._closed = 0
        self._sleep: asyncio.TimerHandle | None = None

    @property
    def pid(self) -> int | None:
        """The id of the process, None where there is none."""
        return self._child.pid if self._child is not None else None

    async def read(self, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
        """Yield what is private in `text`, written by the user called `name`, as it is found.

        In between, what the process is doing.

        Closing the iterator stops the model within a fraction of a second. One text at a time:
        another waits. Raises a `ReaderFailed`; what was yielded before is true all the same.
        """
        async with self._one:
            self._wake()
            closed = self._closed
            try:
                for attempt in range(_TRIES):
                    try:
                        async with aclosing(self._read(text, name)) as told:
                            async for each in told:
                                yield each
                    except ChildEnded:
                        await self._drop()
                        # Where somebody closed it meanwhile, it did not crash.
                        if attempt + 1 == _TRIES or self._closed != closed:
                            raise ReaderCrashed(detector="model") from None
                        yield Step.RESTARTING
                    else:
                        return
            finally:
                self._doze()

    async def warm_up(self) -> None:
        """Load the model before there is anything to read. Raises as `read` does."""
        async with self._one:
            self._wake()
            try:
                await self._ready()
            except ChildEnded:
                await self._drop()
                raise ReaderCrashed(detector="model") from None
            finally:
                self._doze()

    async def close(self) -> None:
        """End the process; the next reading starts it again."""
        self._wake()
        self._closed += 1
        child, self._child = self._child, None
        if child is not None:
            child.kill()  # it holds what was typed, and nothing that is worth waiting for
            await child.stop()

    async def _read(self, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
        if self._child is None:
            yield Step.LOADING
        child = await self._ready()
        yield Step.READING
        self._number += 1
        number = self._number
        await child.send(Read(number, name, text))
        try:
            while True:
                message = await self._receive(child, number)
                if isinstance(message, Told):
                    yield Find(message.text, message.type, Level.parse(message.level))
                elif message.outcome == "full":
                    raise PieceTooLong(detector="model")
                elif message.outcome == "read":
                    return
                else:
                    raise ChildEnded("a reading was cancelled by nobody")
        except (GeneratorExit, asyncio.CancelledError):
            # Not waited for: the next reading skips what is still said about this one.
            with suppress(ChildEnded):
                child.post(Cancel(number))
            raise

    @staticmethod
    async def _receive(child: Child, number: int) -> Told | Ended:
        """Return the next message about reading `number`, passing over those about others."""
        while True:
            message: Any = await child.receive()
            if isinstance(message, Told | Ended) and message.id == number:
                return message

    async def _ready(self) -> Child:
        """Return the process with its model loaded. Raises `ChildEnded` or a `ReaderFailed`."""
        if self._child is not None:
            return self._child
        child = await Child.start(command(COMMAND), PROTOCOL)
        self._child = child
        model = self._model
        try:
            await child.send(Open(str(model.path), model.instructions, str(self._states), CONTEXT))
            opened = await child.receive()
        except asyncio.CancelledError:
            # Half loaded; it would answer into the void.
            await self._drop()
            raise
        if isinstance(opened, Refused):
            await self._drop()
            raise self._refusal(opened)
        if not isinstance(opened, Opened):
            raise ChildEnded("the first word was another")
        return child

    def _refusal(self, refused: Refused) -> Exception:
        name = self._model.name
        if refused.reason == "memory":
            needed, free = refused.needed // MEGABYTE, refused.free // MEGABYTE
            return NotEnoughMemory(needed=needed, free=free)
        return (
            ModelMissing(model=name) if refused.reason == "missing" else ModelUnusable(model=name)
        )

    async def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            await child.stop()

    def _wake(self) -> None:
        if self._sleep is not None:
            self._sleep.cancel()
            self._sleep = None

    def _doze(self) -> None:
        loop = asyncio.get_running_loop()
        self._sleep = loop.call_later(self._idle, lambda: loop.create_task(self._unload()))

    async def _unload(self) -> None:
        if not self._one.locked():
            await self.close()
