"""The system asks the program to end: a session is over, or somebody pressed Ctrl+C."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

# Windows has no SIGHUP, and ends a session by closing the windows.
_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")


class Termination(QObject):
    """Listens for the signals that ask a program to end; without it they end it at once.

    Python runs a handler only between two of its own steps, and Qt's loop may wait for long. So the
    signal also writes a byte into a socket, which wakes the loop (see `signal.set_wakeup_fd`).

    Signals:
        asked(): the program should end now, in good order.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        """Listen from now on. Make it on the main thread."""
        super().__init__(parent)
        self._woken, self._waking = socket.socketpair()
        for end in (self._woken, self._waking):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        self._before = {
            number: signal.signal(number, _do_nothing)
            for number in (getattr(signal, name, None) for name in _NAMES)
            if number is not None
        }
        self._woken_before = signal.set_wakeup_fd(self._waking.fileno())

    def close(self) -> None:
        """Listen no more: what ended the program before ends it again."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._woken_before)
        self._notifier.setEnabled(False)
        self._woken.close()
        self._waking.close()

    def _on_woken(self) -> None:
        # The bytes are the signals' numbers; another library's may be among them.
        numbers = self._woken.recv(4096)
        if any(number in self._before for number in numbers):
            self.asked.emit()


def _do_nothing(_number: int, _frame: FrameType | None) -> None:
    """Handle a signal by not ending at once."""
