"""Has a model read a sample for the dialog that asks for it, on the core thread."""

from collections.abc import AsyncGenerator, Callable
from functools import partial

from PySide6.QtCore import QObject

from app.chat.trial import Tried
from app.detect.model.engines import Step
from app.errors import KnownError
from app.ui.jobs import CoreThread, Job
from app.ui.private_reader.trial_dialog import TrialDialog


class Trial(QObject):
    """Runs what one dialog asks for; it goes when the dialog does."""

    def __init__(
        self,
        core: CoreThread,
        read: Callable[[str], AsyncGenerator[Step | Tried, None]],
        dialog: TrialDialog,
    ) -> None:
        """Read by `read`, on the thread of `core`, for `dialog`."""
        super().__init__(dialog)
        self._core = core
        self._read = read
        self._dialog = dialog
        self._job: Job | None = None
        dialog.requested.connect(self._on_requested)
        dialog.stopped.connect(self._on_stopped)

    def stop(self) -> None:
        """End the reading that runs, if any."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _on_requested(self, sample: str) -> None:
        self._job = self._core.stream(
            partial(self._read, sample), self._on_told, self._on_done, self._on_failed
        )

    def _on_told(self, told: Step | Tried) -> None:
        if isinstance(told, Tried):
            self._dialog.show_tried(told)
        else:
            self._dialog.show_step(told)

    def _on_done(self) -> None:
        self._job = None

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, KnownError):
            raise error
        self._dialog.show_failure(error)

    def _on_stopped(self) -> None:
        self.stop()
        self._dialog.deleteLater()
