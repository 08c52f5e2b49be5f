"""The parent's end: starts a child process of this app, talks to it, and is sure that it ends."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.processes.protocol import LONGEST_LINE, Protocol, ProtocolError

# Where the package `app` is found.
_ROOT = Path(__file__).resolve().parent.parent.parent
# How long a child may take to leave by itself once its pipe is closed, in seconds.
_GRACE = 2.0


def command(*arguments: str) -> list[str]:
    """Return the command that starts this app again with `arguments`, from source or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "app", *arguments]


class ChildEnded(Exception):
    """The child has ended, or has sent what is no message."""


class Child:
    """One child process. Made and used on one event loop; there is always a `stop`."""

    def __init__(self, process: asyncio.subprocess.Process, protocol: Protocol) -> None:
        """Talk to `process`; `start` makes one."""
        self._process = process
        self._protocol = protocol

    @classmethod
    async def start(cls, program: Sequence[str], protocol: Protocol) -> "Child":
        """Start `program`, as `command` names it, and speak `protocol` with it.

        Raises `ChildEnded` when the system cannot start it.
        """
        path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
        try:
            process = await asyncio.create_subprocess_exec(
                *program,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                # What a library may print there could hold what a user typed.
                stderr=asyncio.subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
                limit=LONGEST_LINE,
            )
        except OSError:
            raise ChildEnded("the system could not start the process") from None
        return cls(process, protocol)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def post(self, message: object) -> None:
        """Send `message` without waiting until there is room in the pipe. Raises `ChildEnded`."""
        pipe = self._process.stdin
        try:
            if pipe is None:
                raise ChildEnded("the pipe is closed")
            pipe.write(self._protocol.encode(message))
        except (OSError, RuntimeError):
            raise ChildEnded("the pipe is closed") from None

    async def send(self, message: object) -> None:
        """Send `message`. Raises `ChildEnded`."""
        self.post(message)
        try:
            if self._process.stdin is not None:
                await self._process.stdin.drain()
        except OSError:
            raise ChildEnded("the pipe is closed") from None

    async def receive(self) -> Any:
        """Return the next message. Raises `ChildEnded`."""
        pipe = self._process.stdout
        try:
            line = await pipe.readline() if pipe else b""
            if line.endswith(b"\n"):
                return self._protocol.decode(line)
        except (OSError, ValueError, ProtocolError):
            pass  # a line without end, or no message: nothing after it can be trusted
        raise ChildEnded("the process sent no further message")

    def kill(self) -> None:
        """End the process at once."""
        if self._process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                # asyncio's own `kill` would reap a child that has just died, behind its own back.
                os.kill(self._process.pid, signal.SIGKILL)

    async def stop(self) -> int:
        """Let the process leave, or end it if it does not; return its exit code."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            return await asyncio.wait_for(self._process.wait(), _GRACE)
        except TimeoutError:
            self.kill()
            return await self._process.wait()
