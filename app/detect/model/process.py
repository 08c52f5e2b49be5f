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
    ReaderFailed,
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
# Seconds in which the model's process must heed that it should stop; one that does not hangs.
_HEED = 20.0
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

    def __init__(self, model: Loadable, states: Path, idle: float = IDLE, threads: int = 0) -> None:
        """Read with `model`; keep the state of its instructions in the folder `states`.

        After `idle` seconds without a reading the process is ended. `threads` compute, 0 for as
        many as suit the machine.
        """
        self._model = model
        self._states = states
        self._idle = idle
        self._threads = threads
        self._child: Child | None = None
        self._loading: asyncio.Task[Child] | None = None
        self._one = asyncio.Lock()
        self._number = 0
        # The last reading that was told to stop and whose end was not heard yet, 0 for none.
        self._stopping = 0
        self._closed = 0
        self._last: Ended | None = None
        self._sleep: asyncio.TimerHandle | None = None
        self._unloading: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """The id of the process, None where there is none."""
        return self._child.pid if self._child is not None else None

    @property
    def last(self) -> Ended | None:
        """What the last reading that came to its end took, None before there was one."""
        return self._last

    async def read(self, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
        """Yield what is private in `text`, written by the user called `name`, as it is found.

        In between, what the process is doing. After a restart it tells again what it told before.
        Closing the iterator stops the model within a fraction of a second, but never its loading.
        One text at a time: another waits. Raises a `ReaderFailed`, also when the process is closed
        meanwhile; what was yielded before is true all the same.
        """
        closed = self._closed
        async with self._one:
            self._wake()
            try:
                for attempt in range(_TRIES):
                    # Where somebody closed it meanwhile, it did not crash.
                    if attempt and self._closed == closed:
                        yield Step.RESTARTING
                    if self._closed != closed:
                        break
                    try:
                        async with aclosing(self._read(text, name)) as told:
                            async for each in told:
                                yield each
                    except ChildEnded:
                        await self._drop()
                    else:
                        return
                raise ReaderCrashed(detector="model")
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
        self._closed += 1
        await self._drop()

    async def _read(self, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
        if self._loading is None or not self._loading.done():
            yield Step.LOADING
        child = await self._ready()
        yield Step.READING
        await self._settle(child)
        self._number += 1
        number = self._number
        try:
            await child.send(Read(number, name, text))
            while True:
                message = await self._receive(child, number)
                if isinstance(message, Told):
                    yield Find(message.text, message.type, Level.parse(message.level))
                elif message.outcome == "full":
                    raise PieceTooLong(detector="model")
                elif message.outcome == "read":
                    self._last = message
                    return
                else:
                    raise ChildEnded("a reading was cancelled by nobody")
        except (GeneratorExit, asyncio.CancelledError):
            # Not waited for: the next reading passes over what is still said about this one.
            self._stopping = number
            with suppress(ChildEnded):
                child.post(Cancel(number))
            raise

    async def _settle(self, child: Child) -> None:
        """Return once a reading that was told to stop has ended. Raises `ChildEnded`."""
        try:
            async with asyncio.timeout(_HEED):
                while self._stopping:
                    message = await self._receive(child, self._stopping)
                    if isinstance(message, Ended):
                        self._stopping = 0
        except TimeoutError:
            raise ChildEnded("it hangs") from None

    @staticmethod
    async def _receive(child: Child, number: int) -> Told | Ended:
        """Return the next message about reading `number`, passing over those about others."""
        while True:
            message: Any = await child.receive()
            if isinstance(message, Told | Ended) and message.id == number:
                return message

    async def _ready(self) -> Child:
        """Return the process with its model loaded. Raises `ChildEnded` or a `ReaderFailed`.

        Where this is cancelled the loading goes on: it can take minutes, and whoever types would
        begin it anew with each word.
        """
        if self._loading is None:
            self._loading = asyncio.get_running_loop().create_task(self._load())
            self._loading.add_done_callback(self._on_loaded)
        loading = self._loading
        await asyncio.wait([loading])
        if loading.cancelled():
            raise ChildEnded("it was closed while it loaded")
        return loading.result()

    async def _load(self) -> Child:
        child = self._child = await Child.start(command(COMMAND), PROTOCOL)
        self._stopping = 0
        try:
            await self._open(child)
        except BaseException:
            await _end(child)
            raise
        return child

    async def _open(self, child: Child) -> None:
        model = self._model
        await child.send(
            Open(str(model.path), model.instructions, str(self._states), CONTEXT, self._threads)
        )
        opened = await child.receive()
        if isinstance(opened, Refused):
            raise self._refusal(opened)
        if not isinstance(opened, Opened):
            raise ChildEnded("the first word was another")

    def _on_loaded(self, loading: asyncio.Task[Child]) -> None:
        """Forget a loading that failed, also where nobody waits for it any more."""
        failed = loading.cancelled() or loading.exception() is not None
        if failed and self._loading is loading:
            self._loading = self._child = None

    def _refusal(self, refused: Refused) -> ReaderFailed:
        name = self._model.name
        if refused.reason == "memory":
            needed, free = -(-refused.needed // MEGABYTE), refused.free // MEGABYTE
            return NotEnoughMemory(needed=needed, free=free)
        return (
            ModelMissing(model=name) if refused.reason == "missing" else ModelUnusable(model=name)
        )

    async def _drop(self) -> None:
        """End the process, ready or not."""
        self._wake()
        loading, self._loading, self._child = self._loading, None, None
        if loading is not None:
            loading.cancel()
            await asyncio.wait([loading])
            if not loading.cancelled() and loading.exception() is None:
                await _end(loading.result())

    def _wake(self) -> None:
        if self._sleep is not None:
            self._sleep.cancel()
            self._sleep = None

    def _doze(self) -> None:
        if self._loading is not None:
            loop = asyncio.get_running_loop()
            self._sleep = loop.call_later(self._idle, self._on_idle)

    def _on_idle(self) -> None:
        self._sleep = None
        if self._one.locked():
            return  # whoever reads sees to it afterwards
        if self._loading is not None and not self._loading.done():
            self._doze()
        else:
            self._unloading = asyncio.get_running_loop().create_task(self._unload())

    async def _unload(self) -> None:
        # Somebody may have begun to read since this was decided.
        if not self._one.locked():
            await self._drop()


async def _end(child: Child) -> None:
    child.kill()  # it holds what was typed, and nothing that is worth waiting for
    await child.stop()
