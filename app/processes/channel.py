"""The child's end of the pipes: messages in, messages out, and nothing else on either."""

import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO

from app.processes.protocol import Protocol, ProtocolError


class Channel:
    """Reads messages in a thread of its own, so that the work itself can be told to stop."""

    def __init__(
        self,
        source: BinaryIO,
        sink: BinaryIO,
        protocol: Protocol,
        urgent: Callable[[object], bool] = lambda _: False,
        gone: Callable[[], object] = lambda: None,
    ) -> None:
        """Speak `protocol` over `source` and `sink`.

        Each message is first shown to `urgent`, on the reading thread; one for which it returns
        True is not passed on. `gone` is called there when the parent's end is closed.
        """
        self._source = source
        self._sink = sink
        self._protocol = protocol
        self._urgent = urgent
        self._gone = gone
        self._arrived: queue.SimpleQueue[object | None] = queue.SimpleQueue()
        threading.Thread(target=self._read, name="pipe", daemon=True).start()

    @classmethod
    def of_this_process(
        cls,
        protocol: Protocol,
        urgent: Callable[[object], bool] = lambda _: False,
        gone: Callable[[], object] = lambda: None,
    ) -> "Channel":
        """Take over this process's standard input and output.

        What any library prints from now on goes nowhere: it would break the messages, and might
        hold what a user typed.
        """
        # File descriptors, because native libraries print past `sys.stdout`.
        source = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
        sink = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nowhere, descriptor)
        os.close(nowhere)
        return cls(source, sink, protocol, urgent, gone)

    def messages(self) -> Iterator[object]:
        """Yield the messages as they arrive; end when the parent closes its end."""
        while (message := self._arrived.get()) is not None:
            yield message

    def send(self, message: object) -> None:
        """Send `message`. Raises `BrokenPipeError` when the parent has gone."""
        view = memoryview(self._protocol.encode(message))
        while view:
            written = self._sink.write(view)
            view = view[written or 0 :]

    def _read(self) -> None:
        try:
            for line in self._source:
                message = self._protocol.decode(line)
                if not self._urgent(message):
                    self._arrived.put(message)
        except (OSError, ProtocolError):
            pass  # a parent that talks nonsense is as good as gone
        self._gone()
        self._arrived.put(None)
