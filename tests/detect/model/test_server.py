"""A server of models on this machine: nothing leaves, nothing invented is told."""

import asyncio
import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from app.detect.model.answer import Find
from app.detect.model.engines import Step
from app.detect.model.failures import (
    ReaderFailed,
    ServerNonsense,
    ServerNotLocal,
    ServerUnreachable,
)
from app.detect.model.server import ModelServer, ServerAddress
from app.privacy.levels import Level
from tests.detect.model.conftest import SHORT

TEXT = 'I am "Ida" Moreau'
Answer = Callable[[BaseHTTPRequestHandler], None]


class Local:
    """A server on loopback whose `answer` a test chooses; remembers what it was sent."""

    def __init__(self) -> None:
        self.answer: Answer = send(200, b"{}")
        self.bodies: list[dict[str, Any]] = []
        self.paths: list[str] = []
        local = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                local.bodies.append(json.loads(self.rfile.read(length)))
                self.do_GET()

            def do_GET(self) -> None:
                local.paths.append(self.path)
                local.answer(self)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def says(self, content: object, **choice: object) -> None:
        """Answer as a chat would, with `content`."""
        told = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        choices = [{"message": {"role": "assistant", "content": told}, **choice}]
        self.answer = send(200, json.dumps({"choices": choices}).encode())


def send(status: int, body: bytes, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@pytest.fixture
def local() -> Iterator[Local]:
    server = Local()
    yield server
    server.close()


def told(local: Local, text: str = TEXT) -> list[Find | Step]:
    async def read() -> list[Find | Step]:
        server = ModelServer(
            ServerAddress.parse(f"http://127.0.0.1:{local.port}/v1"), "small", SHORT
        )
        return [each async for each in server.read(text, "Ida Moreau")]

    return asyncio.run(asyncio.wait_for(read(), 30))


def item(text: object, kind: object = "Real Name", level: object = "PL2") -> dict[str, object]:
    return {"original_text": text, "privacy_type": kind, "privacy_level": level}


def test_a_good_answer(local: Local) -> None:
    local.says([item('"Ida" Moreau')])
    assert told(local) == [Step.READING, Find('"Ida" Moreau', "Real Name", Level.PL2)]
    (body,) = local.bodies
    assert local.paths == ["/v1/chat/completions"]
    assert body["model"] == "small"
    assert json.dumps(TEXT)[1:-1] in body["messages"][0]["content"]


@pytest.mark.parametrize(
    "content",
    [
        "```json\n[%s]\n```",
        "<think>is [this] private?</think>[%s]",
        "Here you are: [%s] as asked",
    ],
)
def test_what_stands_around_an_answer_is_passed_over(local: Local, content: str) -> None:
    local.says(content % json.dumps(item("Ida")))
    assert told(local)[1:] == [Find("Ida", "Real Name", Level.PL2)]


def test_what_does_not_stand_in_the_message_is_dropped(local: Local) -> None:
    local.says([item("Napoleon"), item(""), item(" "), item("Ida"), item("ida")])
    assert told(local)[1:] == [Find("Ida", "Real Name", Level.PL2)]


@pytest.mark.parametrize("kind", ["", "姓名", "x" * 500, "A\nB", "<b>"])
def test_a_type_that_is_none_becomes_private(local: Local, kind: str) -> None:
    local.says([item("Ida", kind)])
    assert told(local)[1:] == [Find("Ida", "Private", Level.PL2)]


@pytest.mark.parametrize(
    "content",
    [
        "no list",
        "[",
        "[1]",
        "[[[",
        '["Ida"]',
        [item("Ida", level="PL9")],
        [item("Ida", level=["PL2"])],
        [item(5)],
        [item("Ida", kind=[])],
        [{"original_text": "Ida"}],
        "[" * 100_000 + "]" * 100_000,
    ],
    ids=str,
)
def test_wrong_answers_are_said_and_not_quoted(local: Local, content: object) -> None:
    local.says(content)
    with pytest.raises(ServerNonsense) as failed:
        told(local)
    assert "Ida" not in str(failed.value)
    assert failed.value.__cause__ is None
    assert failed.value.__suppress_context__


def test_an_answer_that_was_cut_is_none(local: Local) -> None:
    local.says([item("Ida")], finish_reason="length")
    with pytest.raises(ServerNonsense):
        told(local)


def _cut(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (send(500, b"trouble with Ida"), ServerNonsense),
        (send(401, b"{}"), ServerNonsense),
        (send(200, b"not json"), ServerNonsense),
        (send(200, b"[]"), ServerNonsense),
        (send(200, b'{"choices": []}'), ServerNonsense),
        (send(200, b'{"choices": [{"message": {"content": null}}]}'), ServerNonsense),
        (send(200, b"[" * 200_000), ServerNonsense),
        (send(200, b" " * 5_000_000), ServerNonsense),
        (send(200, b"{}", Content_Encoding="gzip"), ServerNonsense),
        (_cut, ServerUnreachable),
    ],
    ids=[
        "500",
        "401",
        "no json",
        "a list",
        "no choice",
        "no text",
        "deep",
        "huge",
        "packed",
        "cut",
    ],
)
def test_other_answers(local: Local, answer: Answer, failure: type[ReaderFailed]) -> None:
    local.answer = answer
    with pytest.raises(failure) as failed:
        told(local)
    assert "Ida" not in str(failed.value)


def test_no_redirect_is_followed_and_no_proxy_used(
    local: Local, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = Local()
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{trap.port}")
    local.says([item("Ida")])
    assert len(told(local)) == 2
    for status in (301, 302, 303, 307, 308):
        local.answer = send(status, b"", Location=f"http://127.0.0.1:{trap.port}/")
        with pytest.raises(ServerNonsense):
            told(local)
    assert trap.paths == []
    trap.close()


def test_nobody_there() -> None:
    gone = Local()
    gone.close()
    with pytest.raises(ServerUnreachable):
        told(gone)


def test_its_models_are_listed(local: Local) -> None:
    server = ModelServer(ServerAddress.parse(f"127.0.0.1:{local.port}"), "", SHORT)
    local.answer = send(200, b'{"data": [{"id": "b"}, {"id": "a"}]}')
    assert asyncio.run(server.models()) == ["a", "b"]
    for wrong in (b"[]", b'{"data": 1}', b'{"data": ["a"]}', b"{}"):
        local.answer = send(200, wrong)
        with pytest.raises(ServerNonsense):
            asyncio.run(server.models())


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"),
        (" HTTP://LocalHost:1234/v1/ ", "http://127.0.0.1:1234/v1"),
        ("localhost:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080/v1/chat/completions", "http://[::1]:8080/v1"),
        ("http://127.8.9.1/v1/models", "http://127.8.9.1/v1"),
        ("http://evil.example@127.0.0.1:80/v1", "http://127.0.0.1:80/v1"),
        ("http://127.0.0.1#@evil.example/", "http://127.0.0.1"),
        ("http://127.0.0.1?@evil.example/", "http://127.0.0.1"),
    ],
)
def test_addresses_of_this_machine(typed: str, url: str) -> None:
    assert ServerAddress.parse(typed).url == url


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "http://",
        "http://127.0.0.1.evil.example/",
        "http://evil.example/127.0.0.1",
        "http://127.0.0.1@evil.example/",
        "http://127.0.0.1\\@evil.example/",
        "http://localhost.evil.example/",
        "http://localhost.",
        "http://ｌocalhost/",
        "http://[::ffff:8.8.8.8]/",
        "http://[::]/",
        "http://0.0.0.0:8080/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://127.0.0.1:99999/",
        "http://[::1/",
        "http://192.168.1.5/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "unix:/run/x.sock",
    ],
)
def test_any_other_address_is_refused(typed: str) -> None:
    with pytest.raises(ServerNotLocal) as refused:
        ServerAddress.parse(typed)
    assert "not this computer" in str(refused.value)


def test_localhost_is_never_looked_up(local: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[object] = []
    look_up = socket.getaddrinfo

    def watched(host: Any, *rest: Any, **more: Any) -> Any:
        looked_up.append(host)
        return look_up(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", watched)
    local.says([item("Ida")])
    address = ServerAddress.parse(f"http://localhost:{local.port}")

    async def read() -> list[Find | Step]:
        return [each async for each in ModelServer(address, "small", SHORT).read(TEXT, "")]

    assert len(asyncio.run(read())) == 2
    assert {"localhost", b"localhost"}.isdisjoint(looked_up)
