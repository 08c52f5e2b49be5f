"""A proxy on the loopback: HTTP's CONNECT and SOCKS 5, always relaying to the same server.

It keeps what it was asked for and every byte that passed it towards the server.
"""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

from tests.assistants.wire_server import BOUND

_SOCKS = 5
_NO_AUTHENTICATION, _WITH_PASSWORD = 0, 2


class RelayProxy:
    """Relays to `port` of 127.0.0.1, whatever host it is asked for. Use it as a context manager.

    `refusal`, an HTTP status line, is the answer to every CONNECT instead.
    """

    def __init__(self, port: int, refusal: str = "") -> None:
        self._port = port
        self._refusal = refusal
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        # What was asked for: the heads of CONNECT requests, or the hosts that SOCKS named.
        self.asked: list[str] = []
        self.passwords: list[bytes] = []
        self._passed: list[bytes] = []
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []

    @property
    def passed(self) -> bytes:
        """Every byte that passed towards the server."""
        return b"".join(self._passed)

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for sock in (self._listener, *self._sockets):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        for thread in self._threads:
            thread.join(BOUND)

    def _start(self, target: object, *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                client.settimeout(BOUND)
                self._sockets.append(client)
                self._start(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), client.makefile("rwb", buffering=0) as stream:
            first = stream.read(1) or b""
            opened = (
                self._socks(stream) if first == bytes([_SOCKS]) else self._connect(stream, first)
            )
            if not opened:
                client.close()
                return
            server = socket.create_connection(("127.0.0.1", self._port), BOUND)
            self._sockets.append(server)
            self._start(self._relay, server, client, [])
            self._relay(client, server, self._passed)

    def _connect(self, stream: socket.SocketIO, first: bytes) -> bool:
        head = first
        while not head.endswith(b"\r\n\r\n"):
            head += stream.read(1) or b"\r\n\r\n"
        self.asked.append(head.decode("latin-1"))
        answer = self._refusal or "HTTP/1.1 200 Connection established"
        stream.write(f"{answer}\r\n\r\n".encode())
        return not self._refusal

    def _socks(self, stream: socket.SocketIO) -> bool:
        """Shake hands as RFC 1928 and RFC 1929 have it."""
        methods = _read(stream, _read(stream, 1)[0])
        method = _WITH_PASSWORD if _WITH_PASSWORD in methods else _NO_AUTHENTICATION
        stream.write(bytes([_SOCKS, method]))
        if method == _WITH_PASSWORD:
            _read(stream, 1)
            user = _read(stream, _read(stream, 1)[0])
            self.passwords.append(user + b":" + _read(stream, _read(stream, 1)[0]))
            stream.write(b"\1\0")
        _, _, _, kind = _read(stream, 4)
        named = kind == 3
        self.asked.append(_read(stream, _read(stream, 1)[0] if named else 4).decode("latin-1"))
        _read(stream, 2)
        stream.write(bytes([_SOCKS, 0, 0, 1]) + bytes(6))
        return named

    def _relay(self, source: socket.socket, target: socket.socket, kept: list[bytes]) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                kept.append(data)
                target.sendall(data)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)


def _read(stream: socket.SocketIO, count: int) -> bytes:
    data = b""
    while len(data) < count:
        more = stream.read(count - len(data))
        if not more:
            raise OSError("the client went")
        data += more
    return data
