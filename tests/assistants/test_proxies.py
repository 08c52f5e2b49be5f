"""Through the user's proxy: it learns the host's name and nothing else, and failures say so."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.assistants.address import parse_address
from app.assistants.failures import ProxyFailed, TlsFailed
from app.assistants.opening import open_assistant
from app.privacy.proxy import parse_proxy
from tests.assistants.certificates import self_signed, trust
from tests.assistants.driving import KEY, PLANTED, Outcome, ask, assert_private
from tests.assistants.relay_proxy import RelayProxy
from tests.assistants.wire_cases import WireCase
from tests.assistants.wire_events import stream
from tests.assistants.wire_server import WireServer

HOST = "provider.example"


@pytest.fixture
def provider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WireServer]:
    """A provider that nobody finds but the proxy; its certificate is trusted."""
    context, certificate = self_signed(tmp_path, HOST)
    trust(certificate, monkeypatch)
    with WireServer(context) as server:
        yield server


def through(wire: WireCase, proxy: str, url: str = f"https://{HOST}") -> Outcome:
    base = f"{url}/v1" if wire.name == "openai" else url
    assert parse_address(base, wire.name, "Testing")  # type: ignore[arg-type]
    return ask(open_assistant(wire.name, base, KEY, "Testing", parse_proxy(proxy)))  # type: ignore[arg-type]


@pytest.mark.parametrize("scheme", ["http", "socks5", "socks5h"])
def test_the_proxy_learns_the_host_alone(wire: WireCase, provider: WireServer, scheme: str) -> None:
    provider.play(stream(wire.events("by", " proxy")))
    with RelayProxy(provider.port) as proxy:
        outcome = through(wire, f"{scheme}://127.0.0.1:{proxy.port}")
        assert (outcome.text, outcome.error) == ("by proxy", None)
        assert len(proxy.asked) == 1
        assert HOST in proxy.asked[0]
        seen = proxy.asked[0].encode() + proxy.passed
    for secret in (KEY, PLANTED, "user-agent: Understudy", "/v1/"):
        assert secret.encode() not in seen
    assert KEY in str(provider.requests[0].headers)


def test_the_proxys_password(provider: WireServer, wire: WireCase) -> None:
    provider.play(stream(wire.events("a")), stream(wire.events("b")))
    with RelayProxy(provider.port) as proxy:
        assert through(wire, f"http://ann:pass@127.0.0.1:{proxy.port}").text == "a"
        shown = base64.b64encode(b"ann:pass").decode()
        assert f"proxy-authorization: basic {shown}".lower() in proxy.asked[0].lower()
        assert through(wire, f"socks5://ann:pass@127.0.0.1:{proxy.port}").text == "b"
        assert proxy.passwords == [b"ann:pass"]
    for request in provider.requests:
        assert "proxy-authorization" not in request.headers


def test_this_machine_is_reached_without_the_proxy(wire: WireCase) -> None:
    with WireServer() as server, RelayProxy(server.port) as proxy:
        server.play(stream(wire.events("near")))
        assert through(wire, f"http://127.0.0.1:{proxy.port}", server.url).text == "near"
        assert proxy.asked == []


def test_the_proxy_refuses(wire: WireCase, provider: WireServer) -> None:
    for status in ("407 Proxy Authentication Required", "403 Forbidden", "502 Bad Gateway"):
        with RelayProxy(provider.port, f"HTTP/1.1 {status}") as proxy:
            error = through(wire, f"http://ann:s3cret@127.0.0.1:{proxy.port}").error
            assert type(assert_private(error, "s3cret", "ann:")) is ProxyFailed
    assert provider.requests == []


@pytest.mark.parametrize("scheme", ["http", "https", "socks5"])
def test_the_proxy_is_not_there(wire: WireCase, scheme: str) -> None:
    gone = RelayProxy(1)
    gone.__exit__(None, None, None)
    error = through(wire, f"{scheme}://ann:s3cret@127.0.0.1:{gone.port}").error
    assert type(assert_private(error, "s3cret")) is ProxyFailed


def test_a_proxy_that_reads_along_is_found_out(
    wire: WireCase, provider: WireServer, tmp_path: Path
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    context, _ = self_signed(folder, HOST)
    with WireServer(context) as eavesdropper, RelayProxy(eavesdropper.port) as proxy:
        error = through(wire, f"http://127.0.0.1:{proxy.port}").error
        assert type(assert_private(error)) is TlsFailed
        assert eavesdropper.requests == provider.requests == []
