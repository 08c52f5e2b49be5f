"""A relay under a server's own address, which keeps all that was sent to it."""

from urllib.parse import urlsplit

from tests.assistants.relay import Relay


class RecordingProxy(Relay):
    """Stands before a server at the URL `target`; `url` is the address to use instead."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        super().__init__((parts.hostname or "127.0.0.1", parts.port or 80))
        self.url = f"http://127.0.0.1:{self.port}{parts.path}"

    @property
    def received(self) -> bytes:
        """Every byte that the server's socket received so far."""
        return self.passed
