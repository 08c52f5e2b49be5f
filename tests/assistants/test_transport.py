"""The door to the network: what passes, what does not, and that nothing else gets out."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from app.assistants.address import Address, parse_address
from app.assistants.assistant import AssistantError
from app.assistants.failures import (
    ConnectionRefused,
    ConnectTimedOut,
    HostNotFound,
    TlsFailed,
    WrongHost,
)
from app.assistants.transport import Exchange, GatedTransport, Limits, Stopped
from tests.assistants.certificates import self_signed, trust
from tests.assistants.driving import (
    KEY,
    PLANTED,
    RecordingGate,
    ask,
    assert_private,
    list_models,
    make_openai,
    request,
    run,
)
from tests.assistants.wire_cases import WireCase
from tests.assistants.wire_events import model_list, stream
from tests.assistants.wire_server import WireServer

ROOT = Path(__file__).parents[2]


# What the gate sees is what arrives.


def test_bytes_admitted_are_bytes_received(wire: WireCase) -> None:
    gate = RecordingGate()
    with WireServer() as server:
        server.play(stream(wire.events("fine")))
        assert (
            ask(wire.make(server.url), request("问 <Email_1>", "ja", "\u2028 \0 \"'"), gate).text
            == "fine"
        )
        [admitted], [arrived] = gate.admitted, server.requests
    assert admitted.body == arrived.body
    assert (admitted.method, admitted.url) == (arrived.method, server.url + arrived.target)
    assert dict(admitted.headers) == dict(arrived.headers)
    lines = [f"{admitted.method} {arrived.target} HTTP/1.1".encode()]
    lines += [f"{name}: {value}".encode() for name, value in admitted.headers]
    assert b"\r\n".join(lines).lower() + b"\r\n\r\n" + admitted.body.lower() == (
        server.received.lower()
    )
    assert {name for name, _ in admitted.headers} <= {
        "host", "accept", "accept-encoding", "user-agent", "content-type", "content-length",
        "authorization", "x-api-key", "anthropic-version",
    }  # fmt: skip
    assert KEY not in repr(admitted)
    assert "Email" not in repr(admitted)


def test_list_of_models_passes_the_gate(wire: WireCase) -> None:
    gate = RecordingGate()
    with WireServer() as server:
        server.play(model_list("b", "a", "b"))
        assert list_models(wire.make(server.url), gate) == ["b", "a"]
        [admitted], [arrived] = gate.admitted, server.requests
        assert (admitted.method, admitted.url) == ("GET", server.url + arrived.target)
        assert dict(admitted.headers) == dict(arrived.headers)
        assert admitted.body == arrived.body == b""


def test_nothing_leaves_where_the_gate_refuses(wire: WireCase) -> None:
    class RefusedError(Exception):
        pass

    refusal = RefusedError("stop")
    with WireServer() as server:
        server.answer_with(lambda _: stream(wire.events("x")))
        outcome = ask(wire.make(server.url), gate=RecordingGate(refusal))
        assert outcome.error is refusal
        assert not outcome.pieces
        assert refusal.__cause__ is None
        assert refusal.__context__ is None
        with pytest.raises(RefusedError) as caught:
            list_models(wire.make(server.url), RecordingGate(RefusedError("stop")))
        assert caught.value.__context__ is None
        assert server.received == b""
        assert server.connections == 0


def test_body_in_parts_is_collected_first() -> None:
    async def parts() -> AsyncIterator[bytes]:
        for part in (b'{"a": ', b'"<Em', b'ail_1>"}'):
            await asyncio.sleep(0)
            yield part

    async def send() -> None:
        wire = httpx2.AsyncHTTPTransport(trust_env=False)
        transport = _door(server.url, wire, gate)
        async with httpx2.AsyncClient(transport=transport, trust_env=False) as http:
            await http.post(f"{server.url}/v1/x", content=parts())
        await wire.aclose()

    gate = RecordingGate()
    with WireServer() as server:
        server.play(model_list())
        run(send())
        assert gate.admitted[0].body == server.requests[0].body == b'{"a": "<Email_1>"}'
        assert server.requests[0].headers["content-length"] == "18"


def _door(url: str, wire: httpx2.AsyncBaseTransport, gate: RecordingGate) -> GatedTransport:
    exchange = Exchange(gate, Address(f"{url}/v1", "127.0.0.1"), "Testing")
    return GatedTransport(wire, exchange, {}, Limits(), streamed=False)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{other}/v1/x",
        "http://localhost:{port}/v1/x",
        "https://127.0.0.1:{port}/v1/x",
        "http://127.0.0.1:{port}/v2/x",
        "http://127.0.0.1:{port}/v1",
        "http://127.0.0.1:{port}/v1x/y",
        "http://127.0.0.1:{port}/v1/../x",
        "http://me:{port}@127.0.0.1:{port}/v1/x",
        "http://127.0.0.1:{port}/v1/x#y",
        "http://api.example.com/v1/x",
    ],
)
def test_other_destinations(target: str) -> None:
    async def send() -> None:
        wire = httpx2.AsyncHTTPTransport(trust_env=False)
        door = _door(server.url, wire, gate)
        url = target.format(port=server.port, other=other.port)
        with pytest.raises(Stopped):
            await door.handle_async_request(httpx2.Request("POST", url, content=b"x"))
        await wire.aclose()
        assert isinstance(door._exchange.failure, WrongHost)

    gate = RecordingGate()
    with WireServer() as server, WireServer() as other:
        run(send())
        assert server.connections == other.connections == 0
    assert not gate.admitted


def test_plain_http_to_another_machine() -> None:
    gate = RecordingGate()
    exchange = Exchange(gate, Address("http://api.example.com/v1", "api.example.com"), "Testing")
    sent: list[httpx2.Request] = []
    wire = httpx2.MockTransport(lambda request: sent.append(request) or httpx2.Response(200))  # type: ignore[func-returns-value]
    door = GatedTransport(wire, exchange, {}, Limits(), streamed=False)

    async def send() -> None:
        with pytest.raises(Stopped):
            await door.handle_async_request(
                httpx2.Request("POST", "http://api.example.com/v1/x", content=b"x")
            )

    run(send())
    assert isinstance(exchange.failure, WrongHost)
    assert not sent
    assert not gate.admitted


# The way there.


def test_host_that_does_not_exist(wire: WireCase) -> None:
    # RFC 6761: no name under .invalid ever exists.
    error = assert_private(ask(wire.make("https://nobody.invalid")).error)
    assert type(error) is HostNotFound
    assert error.details["host"] == "nobody.invalid"


def test_nothing_listens(wire: WireCase) -> None:
    server = WireServer()
    server.close()
    error = assert_private(ask(wire.make(server.url)).error)
    assert type(error) is ConnectionRefused
    with pytest.raises(ConnectionRefused):
        list_models(wire.make(server.url))


def test_certificate_of_nobody(wire: WireCase, tmp_path: Path) -> None:
    context, _ = self_signed(tmp_path)
    with WireServer(context) as server:
        server.play(stream(wire.events("x")))
        assert type(assert_private(ask(wire.make(server.url)).error)) is TlsFailed
        assert not server.requests


def test_certificate_of_this_machines_store(
    wire: WireCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, path = self_signed(tmp_path)
    trust(path, monkeypatch)
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "secrets.log"))
    with WireServer(context) as server:
        server.play(stream(wire.events("over TLS")))
        assert ask(wire.make(server.url)).text == "over TLS"
    assert not (tmp_path / "secrets.log").exists()


def test_server_that_never_answers_the_handshake() -> None:
    with WireServer() as server:
        url = server.url.replace("http://", "https://")
        outcome = ask(make_openai(url, limits=Limits(connect=0.3)))
        error = outcome.error
        assert isinstance(error, AssistantError)
        assert type(error) in (ConnectTimedOut, TlsFailed)


def test_server_without_tls() -> None:
    with WireServer() as server:
        server.play([b"HTTP/1.1 400 Bad Request\r\n\r\n"])
        url = server.url.replace("http://", "https://")
        outcome = ask(make_openai(url, limits=Limits(connect=0.3)))
        assert type(assert_private(outcome.error, PLANTED)) in (ConnectTimedOut, TlsFailed)


def test_address_of_the_exchange_is_the_parsed_one() -> None:
    address = parse_address("https://API.example.com/v1/", "openai", "Testing")
    error = Exchange(RecordingGate(), address, "Testing").error(WrongHost)
    assert error.details == {"provider": "Testing", "host": "api.example.com"}
