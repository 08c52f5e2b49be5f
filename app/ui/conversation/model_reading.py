"""Has the model read the draft whenever typing pauses; a newer text stops the reading of an older.

The core thread does the work. This is its remote control on the window's thread.
"""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.chat.understanding import Understanding
from app.detect.model.engines import Step
from app.errors import KnownError
from app.ui.composer.reader_state import ReaderState
from app.ui.jobs import CoreThread, Job

# Milliseconds without a key press before the model begins: it would be stopped by the next key.
PAUSE = 500

_STATES: Mapping[Step, ReaderState] = {
    Step.LOADING: ReaderState.LOADING,
    Step.READING: ReaderState.READING,
    Step.FOUND: ReaderState.READING,
    Step.RESTARTING: ReaderState.RESTARTING,
}


class ModelReading(QObject):
    """Follows one text that changes.

    Signals:
        changed(ReaderState): the model does something else now.
        known(): more is known of the text.
    """

    changed = Signal(object)
    known = Signal()

    def __init__(
        self, core: CoreThread, understanding: Understanding, parent: QObject | None = None
    ) -> None:
        """Read by `understanding`, which is touched on the thread of `core` only."""
        super().__init__(parent)
        self._core = core
        self._understanding = understanding
        self._text = ""
        self._state = ReaderState.NONE
        self._failure: KnownError | None = None
        self._job: Job | None = None
        self._turn = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._begin)

    @property
    def state(self) -> ReaderState:
        """What the model is doing with the newest text."""
        return self._state

    @property
    def failure(self) -> KnownError | None:
        """Why the newest text was not read to its end, if it failed."""
        return self._failure

    def follow(self, text: str) -> None:
        """Read `text` once it has stood still for a moment."""
        if text == self._text:
            return
        self._text = text
        self.again()

    def again(self) -> None:
        """Read the same text as if it were new: the model or the user's name is another."""
        self._stop()
        if self._text.strip():
            self._set(ReaderState.WAITING)
            self._pause.start()
        else:
            self._set(ReaderState.NONE)

    def hurry(self) -> None:
        """Begin at once: somebody waits for it."""
        if self._pause.isActive():
            self._begin()

    def retry(self) -> None:
        """Begin once more, where the model failed."""
        if self._failure is not None:
            self._begin()

    def stop(self) -> None:
        """Forget the text: the vault is about to be locked."""
        self._text = ""
        self.again()

    def _begin(self) -> None:
        self._stop()
        self._set(ReaderState.WAITING)
        turn = self._turn
        self._job = self._core.stream(
            partial(_understood, self._understanding, self._text),
            self._on_state,
            self._on_done,
            partial(self._on_failed, turn),
        )

    def _stop(self) -> None:
        self._pause.stop()
        self._turn += 1
        self._failure = None
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _set(self, state: ReaderState) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit(state)

    def _on_state(self, told: tuple[ReaderState, bool]) -> None:
        state, more = told
        if more:
            self.known.emit()
        self._set(state)

    def _on_done(self) -> None:
        """Hear that a job has ended, or was stopped; `_on_state` has told all there is."""

    def _on_failed(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return  # of a text that is no longer there
        if not isinstance(error, KnownError):
            raise error
        self._failure = error
        self._set(ReaderState.FAILED)


async def _understood(
    understanding: Understanding, text: str
) -> AsyncGenerator[tuple[ReaderState, bool], None]:
    """Read `text`; yield the state, and whether more is known. Runs on the core thread."""
    if not understanding.wanted:
        yield ReaderState.NONE, False
        return
    async with aclosing(understanding.read(text)) as steps:
        async for step in steps:
            yield _STATES[step], step is Step.FOUND
    yield ReaderState.READ, True
