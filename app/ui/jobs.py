"""All threading of the window: one core thread, and its results back on the window's thread.

Everything below the window (database, detection, network) lives on one thread that runs an asyncio
loop. The window hands work over and gets results as queued signals; it never waits.
"""

import asyncio
import inspect
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable
from typing import Any, TypeVar, overload

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.ui.collecting import Collector

T = TypeVar("T")

# In seconds.
_SWITCH = 0.001
_PAUSE = 0.002


class Job:
    """One piece of work on the core thread. Made and used on the window's thread."""

    def __init__(self, core: "CoreThread") -> None:
        """Belong to `core`; `CoreThread.call` and `stream` make jobs."""
        self._core = core
        self._task: asyncio.Task[None] | None = None  # touched on the core thread only
        self._cancelled = threading.Event()
        self._ended = False

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled.is_set()

    @property
    def ended(self) -> bool:
        """Whether the last callback of this job was delivered."""
        return self._ended

    def cancel(self) -> None:
        """Stop the work at its next `await`; a call delivers nothing from now on.

        A stream still delivers its `on_done` once the work has really ended.
        """
        self._cancelled.set()
        self._core._wake(self._cancel_task)  # noqa: SLF001 - one class in two halves

    def _cancel_task(self) -> None:
        if self._task is not None:
            _cancel(self._task)


class _Courier(QObject):
    """Carries callbacks to the window's thread; it is made there, so its slot runs there."""

    posted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _on_posted(self, delivery: Callable[[], None]) -> None:
        delivery()


class CoreThread(QObject):
    """The one thread on which the core runs. Make it on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start the thread."""
        super().__init__(parent)
        # The window waits for the interpreter's lock at most this long while the core computes;
        # Python's usual 5 ms can be felt at each key.
        sys.setswitchinterval(_SWITCH)
        self._collector = Collector(self)
        self._courier = _Courier(self)
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="core", daemon=True)
        self._thread.start()

    @overload
    def call(
        self,
        fn: Callable[..., Coroutine[Any, Any, T]],
        *args: Any,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Job: ...

    @overload
    def call(
        self,
        fn: Callable[..., T],
        *args: Any,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Job: ...

    def call(
        self,
        fn: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Job:
        """Run `fn(*args)` on the core thread, plain or async; calls start in the order made.

        `done` gets the result and `failed` the exception, on the window's thread. Without
        `failed` the exception is raised there, as a bug. A callback that is a method of a widget
        that has died meanwhile is not called.
        """
        job = Job(self)

        async def work() -> None:
            result = fn(*args)
            if inspect.isawaitable(result):
                result = await result
            self._post(job, done, result, last=True)

        self._start(job, work, failed, stopped=None)
        return job

    def call_in_steps(self, make: Callable[[], Iterable[object]]) -> Job:
        """Iterate `make()` on the core thread, with a pause after each item.

        What else is called meanwhile waits for one item at most, and the window has the
        interpreter to itself for most of the time.
        """

        async def work() -> None:
            for _ in make():
                await asyncio.sleep(_PAUSE)

        return self.call(work)

    def stream(
        self,
        make: Callable[[], AsyncIterator[T]],
        on_item: Callable[[T], object],
        on_done: Callable[[], object],
        on_failed: Callable[[Exception], object],
    ) -> Job:
        """Iterate `make()` on the core thread and deliver each item on the window's thread.

        Ends with one call: `on_done` when the iterator ended or the job was cancelled and the
        iterator has closed, else `on_failed`. After `cancel` no more items are delivered.
        """
        job = Job(self)

        async def work() -> None:
            iterator = make()
            try:
                async for item in iterator:
                    self._post(job, on_item, item)
            finally:
                close = getattr(iterator, "aclose", None)
                if close is not None:
                    await close()
            self._post(job, lambda _: on_done(), None, last=True, owner=on_done, always=True)

        def stopped() -> None:
            self._post(job, lambda _: on_done(), None, last=True, owner=on_done, always=True)

        self._start(job, work, on_failed, stopped=stopped)
        return job

    def teller(self, callback: Callable[..., object]) -> Callable[..., None]:
        """Return what work on the core thread may call to have `callback` called on the window's.

        It gets the same arguments. A method of a widget that has died meanwhile is not called.
        """

        def tell(*args: Any) -> None:
            def deliver() -> None:
                if _alive(callback):
                    callback(*args)

            self._deliver(deliver)

        return tell

    def close(self, last: Callable[[], object] | None = None, timeout: float = 5.0) -> bool:
        """Cancel what runs, run `last` on the core thread, and end the thread.

        Waits for at most `timeout` seconds and returns whether the thread has ended. Nothing is
        delivered afterwards. Calling it again does nothing.
        """
        if not self._closed:
            self._closed = True
            self._wake(lambda: self._loop.create_task(self._finish(last)), closing=True)
        self._thread.join(timeout)
        ended = not self._thread.is_alive()
        if ended:
            self._collector.stop()
        return ended

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def _finish(self, last: Callable[[], object] | None) -> None:
        for task in self._tasks:
            _cancel(task)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        try:
            if last is not None:
                result = last()
                if inspect.isawaitable(result):
                    await result
        finally:
            self._loop.stop()

    def _wake(self, action: Callable[[], object], *, closing: bool = False) -> None:
        if (not self._closed or closing) and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(action)

    def _start(
        self,
        job: Job,
        work: Callable[[], Awaitable[None]],
        failed: Callable[[Exception], object] | None,
        stopped: Callable[[], None] | None,
    ) -> None:
        async def guarded() -> None:
            try:
                await work()
            except asyncio.CancelledError:
                if stopped is not None:
                    stopped()
            except Exception as error:  # noqa: BLE001 - delivered to the window, never hidden
                always = stopped is not None
                self._post(job, failed or _raise, error, last=True, always=always)

        def begin() -> None:
            if job.cancelled:
                if stopped is not None:
                    stopped()
                return
            job._task = task = self._loop.create_task(guarded())  # noqa: SLF001
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

        self._wake(begin)

    def _post(
        self,
        job: Job,
        callback: Callable[[Any], object] | None,
        value: Any,
        *,
        last: bool = False,
        owner: Callable[..., object] | None = None,
        always: bool = False,
    ) -> None:
        """Queue `callback(value)` for the window's thread; runs on the core thread."""

        def deliver() -> None:
            if last:
                job._ended = True  # noqa: SLF001
            if callback is None or (job.cancelled and not always) or not _alive(owner or callback):
                return
            callback(value)

        self._deliver(deliver)

    def _deliver(self, delivery: Callable[[], None]) -> None:
        if not self._closed and shiboken6.isValid(self._courier):
            self._courier.posted.emit(delivery)


class Latest:
    """Runs one function for the newest input only: one at work, at most one waiting.

    Whatever is submitted while one is at work replaces the one that waits, so that a person who
    types faster than the core reads never builds up a queue.
    """

    def __init__(
        self,
        core: CoreThread,
        fn: Callable[..., Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run `fn` on `core`; each that was run ends with `done(result)` or `failed(error)`.

        Without `failed` an error is raised on the window's thread, as a bug.
        """
        self._core = core
        self._fn = fn
        self._done = done
        self._failed = failed or _raise
        self._busy = False
        self._waiting: tuple[Any, ...] | None = None

    def submit(self, *args: Any) -> None:
        """Run the function with `args` now, or when the one at work has ended."""
        if self._busy:
            self._waiting = args
            return
        self._busy = True
        self._core.call(self._fn, *args, done=self._on_done, failed=self._on_failed)

    def _on_done(self, result: Any) -> None:
        self._next()
        if _alive(self._done):
            self._done(result)

    def _on_failed(self, error: Exception) -> None:
        self._next()
        if _alive(self._failed):
            self._failed(error)

    def _next(self) -> None:
        self._busy = False
        if self._waiting is not None:
            args, self._waiting = self._waiting, None
            self.submit(*args)


def _cancel(task: asyncio.Task[None]) -> None:
    """Cancel `task`, once: a second time would break off what it does to end properly."""
    if not task.cancelling():
        task.cancel()


def _raise(error: Exception) -> None:
    raise error


def _alive(callback: Callable[..., object]) -> bool:
    """Whether the Qt object whose method `callback` is still exists; True for other callables."""
    owner = getattr(callback, "__self__", None)
    if owner is None and hasattr(callback, "func"):  # functools.partial
        return _alive(callback.func)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
