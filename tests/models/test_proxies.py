"""The hub through the user's proxy."""

import asyncio
import json
from contextlib import aclosing
from pathlib import Path

import pytest

from app.models import failures
from app.models.hub import Hub, Patience
from app.models.hub_access import HubAccess, hub_access
from app.models.installing import Installer
from app.models.orders import Order
from app.models.shelf import Shelf
from app.privacy.proxy import Proxy, parse_proxy
from tests.assistants.certificates import self_signed, trust
from tests.assistants.relay_proxy import RelayProxy
from tests.assistants.wire_server import Received, Script, WireServer
from tests.models.conftest import REPO
from tests.models.hub_server import HubServer

HOST = "hub.example"
TOKEN = "hf_S3cretOfTheTests"
FAST = Patience(connect=5, silence=5, tries=1, pause=0.001)


def _by(proxy: RelayProxy) -> Proxy:
    made = parse_proxy(f"http://ann:pass@127.0.0.1:{proxy.port}")
    assert made is not None
    return made


def _answer(request: Received) -> Script:
    info = {"id": REPO, "sha": "0" * 40, "siblings": [{"rfilename": "a", "size": 3}]}
    body = json.dumps(info).encode() if "/api/" in request.target else b"abc"
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
    return [f"{head}\r\n\r\n".encode() + body]


def test_the_proxy_learns_the_host_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, certificate = self_signed(tmp_path, HOST)
    trust(certificate, monkeypatch)
    with WireServer(context) as server, RelayProxy(server.port) as proxy:
        server.answer_with(_answer)
        hub = Hub(hub_access(f"https://{HOST}", TOKEN, _by(proxy)), FAST)
        try:
            assert list(hub.repository(REPO).files) == ["a"]
            assert hub.read(REPO, "main", "a") == b"abc"
        finally:
            hub.close()
        seen = "".join(proxy.asked).encode() + proxy.passed
        assert f"CONNECT {HOST}:443".encode() in seen
        assert TOKEN.encode() not in seen
        assert REPO.encode() not in seen
        assert "proxy-authorization" not in server.requests[0].headers


def test_a_hub_on_this_machine_is_reached_without_it(hub: HubServer, checkpoint: Path) -> None:
    hub.serve(REPO, checkpoint)
    with RelayProxy(1) as proxy:
        client = Hub(hub_access(hub.url, "", _by(proxy)), FAST)
        try:
            assert client.repository(REPO).files
        finally:
            client.close()
        assert proxy.asked == []


def test_the_install_process_goes_through_it(shelf: Shelf, order: Order) -> None:
    async def install(access: HubAccess) -> None:
        async with aclosing(Installer(shelf).install(order, access)) as events:
            async for _ in events:
                pass

    with RelayProxy(1, "HTTP/1.1 407 Proxy Authentication Required") as proxy:
        access = hub_access(f"https://{HOST}", TOKEN, _by(proxy))
        with pytest.raises(failures.HubProxyFailed) as caught:
            asyncio.run(asyncio.wait_for(install(access), 60))
        assert proxy.asked
        assert "pass" not in str(caught.value)
    assert "pass" not in repr(access)
