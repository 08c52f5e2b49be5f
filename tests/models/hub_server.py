"""A model hub on the loopback: a real HTTP server that can also do everything wrong.

It speaks what huggingface.co speaks: a model's description with its files' sums, addresses of
files that lead large ones to another place, ranges, ETags. Each fault is used up by one request.

    with HubServer() as hub:
        hub.serve("owner/name", folder)
        hub.fail("model.safetensors", CutAfter(1000))
        ... talk to hub.url ...
        assert hub.asked("model.safetensors")[1].headers["range"] == "bytes=1000-"
"""

import hashlib
import json
import sys
import threading
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote, urlsplit

REVISION = "0123456789abcdef0123456789abcdef01234567"
INSTRUCTIONS = "Find what is private. {real_name} wrote: {input_dialogue_content}"
# Files of this many bytes and more are led to another place, as the hub does with large ones.
LARGE = 4096
# No test waits longer than this, in seconds.
BOUND = 20.0


@dataclass(frozen=True)
class Status:
    """Answer with a code, and perhaps headers."""

    code: int
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class CutAfter:
    """Promise the whole, send `count` bytes and end the connection."""

    count: int


@dataclass(frozen=True)
class HoldAfter:
    """Send `count` bytes, set `reached`, and send nothing more until the server closes."""

    count: int
    reached: threading.Event


@dataclass(frozen=True)
class Instead:
    """Send this, as if it were the file."""

    content: bytes


@dataclass(frozen=True)
class Whole:
    """Send all of the file, whatever part was asked for."""


@dataclass(frozen=True)
class Elsewhere:
    """Redirect to another address."""

    url: str


Fault = Status | CutAfter | HoldAfter | Instead | Whole | Elsewhere


@dataclass(frozen=True)
class Asked:
    """One request; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]


class HubServer:
    """The server. `url` is its address; use it as a context manager."""

    def __init__(self, cdn: str = "") -> None:
        """Listen on a free port of 127.0.0.1; `cdn` is another server that has the large files."""
        self.requests: list[Asked] = []
        self.closing = threading.Event()
        self.cdn = cdn
        self._folders: dict[str, Path] = {}
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self.answers: dict[str, bytes] = {"/instructions.txt": INSTRUCTIONS.encode()}
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join(BOUND)
        self._server.server_close()

    def serve(self, repo: str, folder: Path) -> None:
        """Have the repository `repo` with the files in `folder`."""
        self._folders[repo] = folder

    def fail(self, name: str, *faults: Fault) -> None:
        """Answer the next requests whose path ends with `name` by `faults`, one each."""
        self._faults[name].extend(faults)

    def heal(self) -> None:
        """Forget the faults that are left."""
        self._faults.clear()

    def asked(self, name: str) -> list[Asked]:
        """Return the requests whose path ends with `name`."""
        return [request for request in self.requests if request.path.endswith(name)]

    def take_fault(self, path: str) -> Fault | None:
        """Return the next fault for `path`, if any is left."""
        for name, faults in self._faults.items():
            if path.endswith(name) and faults:
                return faults.popleft()
        return None

    def describe(self, repo: str) -> bytes | None:
        """Return what the hub says of `repo`, or None where it has none."""
        folder = self._folders.get(repo)
        if folder is None:
            return None
        files = [_described(path) for path in sorted(folder.iterdir())]
        card = {"license": "apache-2.0"}
        model = {"id": repo, "sha": REVISION, "siblings": files, "cardData": card}
        return json.dumps(model).encode()

    def content(self, repo: str, name: str) -> bytes | None:
        """Return a file's bytes, or None where it is not there."""
        folder = self._folders.get(repo)
        path = folder / name if folder else None
        return path.read_bytes() if path and path.is_file() else None

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        return type("Handler", (_Handler,), {"hub": self})


def _described(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    blob = hashlib.sha1(f"blob {len(content)}\0".encode() + content, usedforsecurity=False)
    described: dict[str, Any] = {"rfilename": path.name, "size": len(content)}
    if len(content) < LARGE:
        return {**described, "blobId": blob.hexdigest()}
    sha256 = hashlib.sha256(content).hexdigest()
    lfs = {"sha256": sha256, "size": len(content), "pointerSize": 135}
    return {**described, "blobId": "f" * 40, "lfs": lfs}


class _Server(ThreadingHTTPServer):
    """Takes it calmly when the other side goes."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of killed clients: the tests are about them."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection's requests."""

    hub: HubServer
    protocol_version = "HTTP/1.1"
    timeout = BOUND
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer a request, or do what a fault says."""
        path = unquote(urlsplit(self.path).path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.hub.requests.append(Asked(self.command, path, headers))
        try:
            self._answer(path)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    do_HEAD = do_GET  # noqa: N815 - the base class names it so

    def _answer(self, path: str) -> None:
        if path.startswith("/api/models/"):
            self._describe(path)
        elif path in self.hub.answers:
            self._send(self.hub.answers[path], self.hub.take_fault(path))
        elif "/resolve/" in path:
            self._resolve(path)
        elif path.startswith("/cdn/"):
            _, _, owner, repo, name = path.split("/", 4)
            content = self.hub.content(f"{owner}/{repo}", name)
            self._send(content, self.hub.take_fault(path))
        else:
            self._status(Status(404))

    def _describe(self, path: str) -> None:
        repo = path.removeprefix("/api/models/")
        fault = self.hub.take_fault(path)
        code = (("X-Error-Code", "RepoNotFound"),)
        described = self.hub.describe(repo)
        if fault is None and described is None:
            self._status(Status(404, code))
        else:
            self._send(described, fault)

    def _resolve(self, path: str) -> None:
        repo, _, rest = path[1:].partition("/resolve/")
        revision, _, name = rest.partition("/")
        content = self.hub.content(repo, name)
        fault = self.hub.take_fault(f"resolve:{name}")
        if fault is not None or content is None or revision not in ("main", REVISION):
            self._send(content, fault)
        elif len(content) < LARGE:
            self._send(content, self.hub.take_fault(path))
        else:
            sha256 = hashlib.sha256(content).hexdigest()
            self.send_response(302)
            self.send_header("Location", f"{self.hub.cdn}/cdn/{repo}/{name}")
            self.send_header("X-Repo-Commit", REVISION)
            self.send_header("X-Linked-Size", str(len(content)))
            self.send_header("X-Linked-Etag", f'"{sha256}"')
            self._end(b"")

    def _send(self, content: bytes | None, fault: Fault | None) -> None:
        match fault:
            case Status():
                self._status(fault)
                return
            case Elsewhere(url):
                self._status(Status(302, (("Location", url),)))
                return
            case Instead(other):
                content = other
        if content is None:
            self._status(Status(404, (("X-Error-Code", "EntryNotFound"),)))
            return
        start, end = (
            self._range(len(content)) if not isinstance(fault, Whole) else (0, len(content))
        )
        self.send_response(206 if (start, end) != (0, len(content)) else 200)
        self.send_header("ETag", f'"{hashlib.sha256(content).hexdigest()}"')
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Range", f"bytes {start}-{end - 1}/{len(content)}")
        self._end(content[start:end], fault)

    def _range(self, size: int) -> tuple[int, int]:
        first, _, last = self.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")
        return int(first), min(int(last) + 1 if last else size, size)

    def _status(self, status: Status) -> None:
        self.send_response(status.code)
        for name, value in status.headers:
            self.send_header(name, value)
        self._end(b"")

    def _end(self, body: bytes, fault: Fault | None = None) -> None:
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        match fault:
            case CutAfter(count):
                self.wfile.write(body[:count])
                self.close_connection = True
            case HoldAfter(count, reached):
                self.wfile.write(body[:count])
                self.wfile.flush()
                reached.set()
                self.hub.closing.wait(BOUND)
                self.close_connection = True
            case _:
                self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""
