"""A real HTTP server on the loopback that does as it is told and remembers every byte.

It runs in threads of its own. Each request is answered by the next script of the queue, or by the
function that was set for requests without one. A script is a sequence of steps: bytes to send,
events to wait for, or a cut. Nothing in it sleeps.

    with WireServer() as server:
        server.play(stream(chat_events("Hel", "lo")))
        ... talk to server.url ...
        assert server.requests[0].json()["model"] == "small"

`wire_events` has the answers that scripts are made of.
"""

import contextlib
import json
import select
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

# No test waits longer than this, in seconds, for anything.
BOUND = 20.0


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it arrived; header names in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body, read as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Wait:
    """Go on when the test sets `event`, or when the other side closes."""

    event: threading.Event


@dataclass(frozen=True, slots=True)
class Hold:
    """Keep the connection open until the other side closes it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """End the connection: properly (FIN), or `hard`, by a reset."""

    hard: bool = False


Step = bytes | Wait | Hold | Cut
Script = Sequence[Step]
Answer = Callable[[Received], Script]


class _Closed(Exception):
    """The other side closed the connection, or the server is closing."""


@dataclass(slots=True)
class _Connection:
    sock: socket.socket
    received: bytearray = field(default_factory=bytearray)
    unread: bytearray = field(default_factory=bytearray)


class WireServer:
    """The server. `url` is its base address; use it as a context manager."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        """Listen on a free port of 127.0.0.1, encrypted where `tls` is given."""
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        self.requests: list[Received] = []
        # Set when the other side closes a connection on which the server had more to say.
        self.closed_early = threading.Event()
        self._scripts: deque[Script] = deque()
        self._answer: Answer | None = None
        self._connections: list[_Connection] = []
        self._threads: list[threading.Thread] = []
        self._ending, self._end = socket.socketpair()
        self._arrived = threading.Condition()

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def received(self) -> bytes:
        """Every byte that ever arrived, connection after connection (after TLS, if any)."""
        return b"".join(bytes(connection.received) for connection in self._connections)

    @property
    def connections(self) -> int:
        """How many connections were made so far."""
        return len(self._connections)

    def play(self, *scripts: Script) -> None:
        """Answer the next requests by `scripts`, one each."""
        self._scripts.extend(scripts)

    def answer_with(self, answer: Answer) -> None:
        """Answer every request that no script is left for by what `answer` returns."""
        self._answer = answer

    def wait_for_requests(self, count: int) -> None:
        """Return when `count` requests have arrived; raise `TimeoutError` otherwise."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self.requests) >= count, BOUND):
                raise TimeoutError("the requests did not arrive")

    def close(self) -> None:
        """End everything and wait for the threads."""
        self._end.close()
        for thread in self._threads:
            thread.join(BOUND)
        self._listener.close()
        self._ending.close()
        for connection in self._connections:
            connection.sock.close()

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            ready, _, _ = select.select([self._listener, self._ending], [], [])
            if self._ending in ready:
                return
            sock, _ = self._listener.accept()
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._start(self._serve, sock)

    def _serve(self, sock: socket.socket) -> None:
        sock.settimeout(BOUND)
        connection = _Connection(sock)
        self._connections.append(connection)
        with contextlib.suppress(_Closed, OSError):
            if self._tls is not None:
                connection.sock = self._tls.wrap_socket(sock, server_side=True)
            while True:
                request = self._read_request(connection)
                with self._arrived:
                    script = self._script(request)
                    self.requests.append(request)
                    self._arrived.notify_all()
                self._run(connection, script)
        with contextlib.suppress(OSError):
            connection.sock.close()

    def _script(self, request: Received) -> Script:
        if self._scripts:
            return self._scripts.popleft()
        if self._answer is not None:
            return self._answer(request)
        return [b"HTTP/1.1 500 No script left\r\ncontent-length: 0\r\n\r\n"]

    def _run(self, connection: _Connection, script: Script) -> None:
        for index, step in enumerate(script):
            try:
                match step:
                    case bytes():
                        connection.sock.sendall(step)
                    case Wait(event):
                        self._wait(connection, event)
                    case Hold():
                        self._wait(connection, threading.Event())
                    case Cut(hard):
                        if hard:
                            linger = struct.pack("ii", 1, 0)
                            connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                        raise _Closed  # noqa: TRY301  one way out
            except OSError:
                self.closed_early.set()
                raise
            except _Closed:
                if index + 1 < len(script) or not isinstance(step, Cut):
                    self.closed_early.set()
                raise

    def _wait(self, connection: _Connection, event: threading.Event) -> None:
        """Return when `event` is set; raise `_Closed` when the other side closes first."""
        waking, wake = socket.socketpair()
        waiter = threading.Thread(target=_wake_on, args=(event, wake), daemon=True)
        waiter.start()
        try:
            readable = [connection.sock, self._ending, waking]
            # Longer than any test, so that none takes our giving up for an end of its own.
            ready, _, _ = select.select(readable, [], [], 3 * BOUND)
            if waking in ready:
                return
            if connection.sock in ready and (more := connection.sock.recv(65536)):
                connection.received += more
                connection.unread += more
            raise _Closed
        finally:
            event.set()
            waiter.join(BOUND)
            waking.close()
            wake.close()

    def _read_request(self, connection: _Connection) -> Received:
        head = self._read_until(connection, b"\r\n\r\n").decode("latin-1").split("\r\n")
        method, target, _ = head[0].split(" ")
        pairs = (line.split(":", 1) for line in head[1:] if line)
        headers = {name.strip().lower(): value.strip() for name, value in pairs}
        if headers.get("transfer-encoding") == "chunked":
            body = b""
            while size := int(self._read_until(connection, b"\r\n").strip(), 16):
                body += self._read(connection, size + 2)[:-2]
            self._read_until(connection, b"\r\n")
        else:
            body = self._read(connection, int(headers.get("content-length", "0")))
        return Received(method, target, headers, body)

    def _read_until(self, connection: _Connection, mark: bytes) -> bytes:
        while (end := connection.unread.find(mark)) < 0:
            self._fill(connection)
        return self._read(connection, end + len(mark))

    def _read(self, connection: _Connection, size: int) -> bytes:
        while len(connection.unread) < size:
            self._fill(connection)
        taken = bytes(connection.unread[:size])
        del connection.unread[:size]
        return taken

    def _fill(self, connection: _Connection) -> None:
        pending = isinstance(connection.sock, ssl.SSLSocket) and connection.sock.pending()
        if not pending:
            ready, _, _ = select.select([connection.sock, self._ending], [], [])
            if self._ending in ready:
                raise _Closed
        more = connection.sock.recv(65536)
        if not more:
            raise _Closed
        connection.received += more
        connection.unread += more


def _wake_on(event: threading.Event, wake: socket.socket) -> None:
    if event.wait(4 * BOUND):
        with contextlib.suppress(OSError):
            wake.send(b"!")
