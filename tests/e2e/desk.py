"""Drives the program from outside, as hands and eyes would: keys, windows, the screen."""

import ctypes
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
LIMIT = 60
"""Seconds after which the program is taken to hang."""
_TICK = 0.1
# Runs in a process of its own: the tests' own Qt has no screen.
_TAKE_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
sys.exit(not application.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib, with the room of the largest event behind it."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),
    )


def until(look: Callable[[], T], what: str) -> T:
    """Return what `look` finds as soon as that is true of something; fail after `LIMIT`."""
    pause = threading.Event()
    for _ in range(int(LIMIT / _TICK)):
        found = look()
        if found:
            return found
        pause.wait(_TICK)
    raise AssertionError(f"waited {LIMIT} s for {what}")


class Desk:
    """One X display and one program on it."""

    def __init__(
        self, display: str, command: Sequence[str | Path], home: Path, folder: Path
    ) -> None:
        """Start `command` on `display`, in `folder`, for a person whose home is `home`."""
        self._display = {"DISPLAY": display}
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env={**clean_environment(home), **self._display, "QT_QPA_PLATFORM": "xcb"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def window(self, *, other_than: str = "") -> str:
        """Wait for a window of the program, give it the keyboard, and return its id."""

        def look() -> str:
            assert self.process.poll() is None, self._last_words()
            search = (
                "search",
                "--all",
                "--onlyvisible",
                "--pid",
                str(self.process.pid),
                "--name",
                ".",
            )
            return next((name for name in self._do(*search).split() if name != other_than), "")

        window = until(look, "a window")
        self._do("windowfocus", "--sync", window)
        return window

    def type(self, text: str) -> None:
        """Type `text` into the window that has the keyboard."""
        self._do("type", "--delay", "15", text)

    def press(self, *keys: str) -> None:
        """Press `keys`, named as X names them, one after the other."""
        self._do("key", "--delay", "15", *keys)

    def close(self, window: str) -> None:
        """Ask the program to close `window`, as a window manager does for its close button."""
        xlib = ctypes.CDLL("libX11.so.6")
        xlib.XOpenDisplay.restype = ctypes.c_void_p
        xlib.XInternAtom.restype = ctypes.c_ulong
        display = ctypes.c_void_p(xlib.XOpenDisplay(self._display["DISPLAY"].encode()))
        protocols, delete = (
            xlib.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
        )
        # 33 is ClientMessage; the data is made of 32-bit numbers.
        message = _ClientMessage(type=33, window=int(window), message_type=protocols, format=32)
        message.data[0] = delete
        xlib.XSendEvent(display, ctypes.c_ulong(int(window)), 0, 0, ctypes.byref(message))
        xlib.XCloseDisplay(display)

    def picture(self, file: Path) -> None:
        """Save a picture of the whole screen."""
        file.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-c", _TAKE_PICTURE, file],
            env={**os.environ, **self._display, "QT_QPA_PLATFORM": "xcb"},
            check=True,
            timeout=LIMIT,
        )

    def leave(self) -> tuple[int, str]:
        """Wait for the program to end; return its exit code and what it printed."""
        try:
            output, _ = self.process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError(f"it does not end:\n{self._last_words()}") from None
        return self.process.returncode, output

    def end(self) -> None:
        """End the program if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def _do(self, *command: str) -> str:
        return subprocess.run(
            ["xdotool", *command],
            env={**os.environ, **self._display},
            capture_output=True,
            text=True,
            check=False,
            timeout=LIMIT,
        ).stdout

    def _last_words(self) -> str:
        return self.process.communicate()[0]


def clean_environment(home: Path) -> Mapping[str, str]:
    """Return the environment of a person who has the program and no Python of their own."""
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
