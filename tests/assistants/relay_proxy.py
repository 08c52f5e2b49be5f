"""A proxy on the loopback: HTTP's CONNECT and SOCKS 5, always relaying to the same server.

It keeps what it was asked for and every byte that passed it towards the server.
"""

import socket

from tests.assistants.relay import Relay

_SOCKS = 5
_NO_AUTHENTICATION, _WITH_PASSWORD = 0, 2


class RelayProxy(Relay):
    """Relays to `port` of 127.0.0.1, whatever host it is asked for. Use it as a context manager.

    `refusal`, an HTTP status line, is the answer to every CONNECT instead.
    """

    def __init__(self, port: int, refusal: str = "") -> None:
        super().__init__(("127.0.0.1", port))
        self._refusal = refusal
        # What was asked for: the heads of CONNECT requests, or the hosts that SOCKS named.
        self.asked: list[str] = []
        self.passwords: list[bytes] = []

    def admits(self, client: socket.socket) -> bool:
        """Shake hands; say whether the rest is to be relayed."""
        with client.makefile("rwb", buffering=0) as stream:
            first = stream.read(1) or b""
            if first == bytes([_SOCKS]):
                return self._socks(stream)
            return self._connect(stream, first)

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


def _read(stream: socket.SocketIO, count: int) -> bytes:
    data = b""
    while len(data) < count:
        more = stream.read(count - len(data))
        if not more:
            raise OSError("the client went")
        data += more
    return data
