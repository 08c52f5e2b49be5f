"""When the vault locks by itself: nobody is at the keyboard, or the desktop says that they leave.

Where there is no D-Bus, or no desktop that speaks on it, the desktop says nothing.
"""

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_MINUTE = 60_000
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """Watches the window in use, for mouse and keys, and what has the focus, for input methods.

    A filter on the whole application would see every event of every widget, in Python.

    Signals:
        idle(): there was no input for as long as was said.
    """

    idle = Signal()

    def __init__(
        self, application: QGuiApplication, timer: QTimer, parent: QObject | None = None
    ) -> None:
        """Watch `application`, by `timer`, once `start` says for how long."""
        super().__init__(parent)
        self._timer = timer
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._watched: list[QObject | None] = [None, None]
        application.focusWindowChanged.connect(self._on_window)
        application.focusObjectChanged.connect(self._on_object)
        self._on_window(application.focusWindow())
        self._on_object(application.focusObject())

    def start(self, minutes: float) -> None:
        """Say `idle` after so many minutes without input; never for 0."""
        if minutes > 0:
            self._timer.start(round(minutes * _MINUTE))
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Say nothing until the next `start`."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt asks before `watched` gets an event; input begins the wait anew."""
        if event.type() in _INPUT:
            self._touch()
        return super().eventFilter(watched, event)

    def _touch(self) -> None:
        if self._timer.isActive():
            self._timer.start()

    def _watch(self, place: int, found: QObject | None) -> None:
        before = self._watched[place]
        if before is not None:
            # It may be gone already.
            with contextlib.suppress(RuntimeError):
                before.removeEventFilter(self)
        self._watched[place] = found
        if found is not None:
            found.installEventFilter(self)
            self._touch()

    def _on_window(self, window: QObject | None) -> None:
        self._watch(0, window)

    def _on_object(self, focused: QObject | None) -> None:
        self._watch(1, focused)


def system_and_session() -> "tuple[QDBusConnection, QDBusConnection]":
    """Return this computer's buses. Raises `ImportError` where Qt has no D-Bus."""
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  needed after the start only

    return QDBusConnection.systemBus(), QDBusConnection.sessionBus()


class DesktopSigns(QObject):
    """Hears when the computer goes to sleep and when the screen locks.

    Signals:
        leaving(): either.
    """

    leaving = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        buses: "Callable[[], tuple[QDBusConnection, QDBusConnection]]" = system_and_session,
    ) -> None:
        """Hear nothing until `listen`; `buses` are the system's and the session's."""
        super().__init__(parent)
        self._buses = buses

    def listen(self) -> None:
        """Begin to listen, on a thread of its own: a bus may hang, and nobody waits for it."""
        threading.Thread(target=self._listen, name="desktop signs", daemon=True).start()

    def _listen(self) -> None:
        try:
            system, session = self._buses()
        except ImportError:
            return
        # PySide's stubs want bytes here, while it takes only what SLOT returns.
        state: Any = SLOT("_on_state(bool)")
        lock: Any = SLOT("_on_lock()")
        # No sender is named: asking who that is would wait, and a false alarm only locks.
        for bus, interface, name, slot in (
            (system, "org.freedesktop.login1.Manager", "PrepareForSleep", state),
            (system, "org.freedesktop.login1.Session", "Lock", lock),
            (session, "org.freedesktop.ScreenSaver", "ActiveChanged", state),
            (session, "org.gnome.ScreenSaver", "ActiveChanged", state),
        ):
            bus.connect("", "", interface, name, self, slot)

    @Slot(bool)
    def _on_state(self, begins: bool) -> None:
        if begins:
            self.leaving.emit()

    @Slot()
    def _on_lock(self) -> None:
        self.leaving.emit()
