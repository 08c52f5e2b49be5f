"""One model on its way, which goes on while no page shows it."""

from collections.abc import AsyncIterator, Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.errors import KnownError
from app.models.installing import Installed, Progress
from app.models.orders import Order
from app.ui.jobs import CoreThread, Job
from app.ui.private_reader.library import Work

Install = Callable[[Order], AsyncIterator[Progress | Installed]]


class Installation(QObject):
    """At most one model at a time; each download alone is as fast as the network.

    Signals:
        moved(Progress): the work is this far.
        began(): one has begun; nothing is known of it yet.
        ended(Order): it is ready, stopped or failed, and nothing works on it any more.
    """

    moved = Signal(object)
    began = Signal()
    ended = Signal(object)

    def __init__(self, core: CoreThread, install: Install, parent: QObject | None = None) -> None:
        """Install by `install`, which runs on the thread of `core`."""
        super().__init__(parent)
        self._core = core
        self._install = install
        self._order: Order | None = None
        self._job: Job | None = None
        self._progress: Progress | None = None
        self._failed: dict[str, tuple[Order, KnownError]] = {}

    @property
    def work(self) -> Work:
        """What runs, and what failed and was not begun again."""
        return Work(self._order, dict(self._failed))

    @property
    def progress(self) -> Progress | None:
        """How far the one that runs is, None before that can be told."""
        return self._progress

    def begin(self, order: Order) -> None:
        """Install `order`, or go on with it; nothing happens while another one runs."""
        if self._order is not None:
            return
        self._order = order
        self._progress = None
        self._failed.pop(order.id, None)
        self._job = self._core.stream(
            partial(self._install, order), self._on_event, self._on_done, self._on_failed
        )
        self.began.emit()

    def stop(self) -> None:
        """Stop soon, and say so by `ended`; what was done so far is kept."""
        if self._job is not None:
            self._job.cancel()

    def forget(self, model_id: str) -> None:
        """Say no more that this one failed: it was removed."""
        self._failed.pop(model_id, None)

    def _on_event(self, event: Progress | Installed) -> None:
        if isinstance(event, Progress):
            self._progress = event
            self.moved.emit(event)

    def _on_done(self) -> None:
        self._end()

    def _on_failed(self, error: Exception) -> None:
        order = self._order
        if isinstance(error, KnownError) and order is not None:
            self._failed[order.id] = order, error
        self._end()
        if not isinstance(error, KnownError):
            raise error

    def _end(self) -> None:
        order, self._order = self._order, None
        self._job = None
        self._progress = None
        if order is not None:
            self.ended.emit(order)
