"""A second connection to an open database, for what takes long: copying it, looking through it.

It runs on any thread, beside the one that the database belongs to, and sees the database as it
stands when it begins to read; what is written meanwhile neither waits for it nor shows in it.
"""

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

# In seconds. A statement that begins just after it was broken off is broken off again.
_TICK = 0.02


class ReadingStopped(Exception):
    """The database is being closed, or something in it erased: the reading ended half way."""


class Aside:
    """Lets one reader at a time use the connection."""

    def __init__(self, connection: Any) -> None:
        """Own `connection`, which any thread may use."""
        self._connection = connection
        self._held = threading.Lock()
        self._stopping = False
        self._closed = False

    @contextlib.contextmanager
    def reading(self) -> Iterator[Any]:
        """Give the connection, without what the reader before it had begun and not ended.

        Waits for another reader. Raises `ReadingStopped` where `stop` or `close` broke it off.
        """
        with self._held:
            if self._closed:
                raise ReadingStopped
            self._tidy()
            try:
                yield self._connection
            except BaseException:
                if self._stopping:
                    raise ReadingStopped from None
                raise

    def stop(self) -> None:
        """Break off what is being read, and wait until it has ended."""
        while not self._held.acquire(timeout=_TICK):
            self._stopping = True
            self._connection.interrupt()
        self._stopping = False
        self._held.release()

    def close(self) -> None:
        """Break off what is being read, and read no more. Calling it again does nothing."""
        self._closed = True
        self.stop()
        self._connection.close()

    def _tidy(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        for _, name, _ in self._connection.execute("PRAGMA database_list").fetchall():
            if name not in {"main", "temp"}:
                self._connection.execute(f"DETACH {name}")
