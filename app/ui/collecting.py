"""Collects garbage on the window's thread alone.

Python collects on whichever thread happens to ask for memory, and what only a cycle of references
still holds is destroyed there. PySide brings widgets home first, but no other object of Qt's: a
document or an action that dies beside the window that still looks at it crashes the process.
"""

import gc

from PySide6.QtCore import QObject, QTimer

# In milliseconds: what piles up meanwhile is collected in less than a frame.
_PAUSE = 500


class Collector(QObject):
    """Does by a timer what Python would do by itself. Make it on the window's thread."""

    def __init__(self, parent: QObject) -> None:
        """Take over, until `stop`."""
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self._collect)
        timer.start(_PAUSE)
        self._timer = timer

    def stop(self) -> None:
        """Let Python do as before: no other thread is left."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    def _collect(self) -> None:
        """Collect the oldest generation that is due, and with it the younger ones."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [age for age, (count, limit) in enumerate(counts) if count > limit]
        if due:
            gc.collect(due[-1])
