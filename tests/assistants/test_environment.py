"""The environment of the process changes nothing, and the libraries write nothing down."""

import os
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from app.assistants.anthropic_messages import _Client
from tests.assistants.driving import KEY, ask, list_models
from tests.assistants.wire_cases import WireCase
from tests.assistants.wire_events import model_list, stream
from tests.assistants.wire_server import WireServer

ROOT = Path(__file__).parents[2]


# Headers that both libraries take from the environment. The first changes what they return.
HEADERS = """X-Stainless-Raw-Response: true
Authorization: Bearer ambient
X-Api-Key: ambient
Host: ambient.example
Content-Type: text/plain
Content-Length: 3
anthropic-version: 1999-01-01
X-Ambient: yes"""
ADDRESSES = [
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "http_proxy",
    "https_proxy",
    "all_proxy",
    "OPENAI_BASE_URL",
    "ANTHROPIC_BASE_URL",
]
OTHERS = [
    "OPENAI_API_KEY",
    "OPENAI_ADMIN_KEY",
    "OPENAI_ORG_ID",
    "OPENAI_PROJECT_ID",
    "OPENAI_WEBHOOK_SECRET",
    "ANTHROPIC_API_KEY",
    "ANTHROPIC_AUTH_TOKEN",
    "ANTHROPIC_PROFILE",
    "ANTHROPIC_IDENTITY_TOKEN",
    "ANTHROPIC_FEDERATION_RULE_ID",
    "ANTHROPIC_ORGANIZATION_ID",
    "ANTHROPIC_WEBHOOK_SIGNING_KEY",
    "ANTHROPIC_CONFIG_DIR",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
]


def talk(wire: WireCase) -> bytes:
    """Ask for a reply and for the models; return what the server got, its port left out."""
    with WireServer() as server:
        server.play(stream(wire.events("same")), model_list("a"))
        assert ask(wire.make(server.url)).text == "same"
        assert list_models(wire.make(server.url)) == ["a"]
        return server.received.replace(f"127.0.0.1:{server.port}".encode(), b"here")


def test_hostile_environment(wire: WireCase, monkeypatch: pytest.MonkeyPatch) -> None:
    before = talk(wire)
    with WireServer() as trap:
        for name in ADDRESSES:
            monkeypatch.setenv(name, trap.url)
        for name in OTHERS:
            monkeypatch.setenv(name, "ambient")
        for name in ("OPENAI_CUSTOM_HEADERS", "ANTHROPIC_CUSTOM_HEADERS"):
            monkeypatch.setenv(name, HEADERS)
        monkeypatch.setenv("ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE", "content")
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        assert talk(wire) == before
        assert trap.connections == 0
    assert b"mbient" not in before


def test_no_key_where_none_is_set(wire: WireCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "ambient")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "ambient")
    with WireServer() as server:
        server.play(stream(wire.events("x")))
        assert ask(wire.make(server.url, key="")).text == "x"
        assert not {"authorization", "x-api-key"} & set(server.requests[0].headers)
        assert b"unused" not in server.received


# The program's own imports come first, as the app's do; then the libraries set up their logs.
PROGRAM = """
import asyncio, logging, sys
logging.basicConfig(level=logging.DEBUG)
from tests.assistants.driving import *
from tests.assistants.wire_cases import *
from tests.assistants.wire_events import *
from tests.assistants.wire_server import *
for wire in (OPENAI, ANTHROPIC):
    with WireServer() as server:
        server.play(stream(wire.events("planted reply")), refuse(500, PLANTED.encode()))
        assert ask(wire.make(server.url)).text == "planted reply"
        assert ask(wire.make(server.url)).error is not None
        assert ask(wire.make(server.url), gate=RecordingGate(RuntimeError("x"))).error is not None
logging.getLogger("app").debug("the app's own log works")
"""


@pytest.mark.parametrize("level", ["debug", "info"])
def test_logs_stay_silent(level: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        check=True,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, "OPENAI_LOG": level, "ANTHROPIC_LOG": level},
        capture_output=True,
        text=True,
    )
    shown = done.stdout + done.stderr
    assert "the app's own log works" in shown
    for private in (KEY, "planted", "v1/", "Bearer", "user-agent"):
        assert private not in shown


def test_no_tracing() -> None:
    http = httpx2.AsyncClient(trust_env=False)
    assert _Client("https://api.example.com", http)._tracer is None
