"""Refusals by HTTP status, and lists of models that go wrong, on both wires."""

import json

import pytest

from app.assistants.assistant import AssistantError
from app.assistants.failures import (
    KeyRefused,
    MessageTooLong,
    NoCredit,
    NotAllowed,
    ProviderFailed,
    ProviderOverloaded,
    RateLimited,
    RateLimitedFor,
    RedirectRefused,
    ReplyCut,
    ReplyTooLarge,
    ReplyUnreadable,
    RequestNotUnderstood,
    RequestRefused,
    RequestTimedOut,
    Stalled,
    UnknownAddress,
    UnknownModel,
)
from app.assistants.transport import Limits
from tests.assistants.driving import KEY, ask, assert_private, list_models
from tests.assistants.wire_cases import QUOTE, WireCase, play
from tests.assistants.wire_events import chunk, head, json_answer, refuse, stream, whole
from tests.assistants.wire_server import Cut, Hold, Script, WireServer

# Refusals by status, whose words quote the request and the key.


def error_body(**fields: object) -> bytes:
    return json.dumps({"error": {"message": QUOTE, **fields}}).encode()


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, error_body(), RequestRefused),
        (400, error_body(code="context_length_exceeded"), MessageTooLong),
        (401, error_body(), KeyRefused),
        (402, error_body(), NoCredit),
        (403, error_body(), NotAllowed),
        (404, error_body(code="model_not_found"), UnknownModel),
        (404, f"<h1>{QUOTE}</h1>".encode(), UnknownAddress),
        (408, error_body(), RequestTimedOut),
        (413, error_body(), MessageTooLong),
        (422, error_body(), RequestNotUnderstood),
        (429, error_body(), RateLimited),
        (451, error_body(), RequestRefused),
        (500, error_body(), ProviderFailed),
        (502, QUOTE.encode(), ProviderFailed),
        (503, error_body(), ProviderOverloaded),
        (504, b"", ProviderFailed),
        (529, error_body(), ProviderOverloaded),
    ],
)
def test_status(wire: WireCase, status: int, body: bytes, kind: type[AssistantError]) -> None:
    outcome = play(wire, refuse(status, body))
    assert not outcome.pieces
    error = assert_private(outcome.error)
    assert type(error) is kind
    assert error.details["provider"] == "Testing"
    assert error.details["host"] == "127.0.0.1"
    assert error.details.get("status", 429) == status


def test_time_to_wait_is_named(wire: WireCase) -> None:
    outcome = play(wire, refuse(429, error_body(), headers={"retry-after": "17"}))
    error = assert_private(outcome.error)
    assert type(error) is RateLimitedFor
    assert error.details["seconds"] == 17
    assert "17 seconds" in str(error)


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503, 529])
def test_nothing_is_sent_twice(wire: WireCase, status: int) -> None:
    with WireServer() as server:
        server.play(refuse(status, headers={"retry-after": "0", "x-should-retry": "true"}))
        server.answer_with(lambda _: stream(wire.events("again")))
        ask(wire.make(server.url))
        assert len(server.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect(wire: WireCase, status: int) -> None:
    with WireServer() as server, WireServer() as other:
        server.play(refuse(status, headers={"location": f"{other.url}/{KEY}"}))
        error = assert_private(ask(wire.make(server.url)).error)
        assert type(error) is RedirectRefused
        assert len(server.requests) == 1
        assert other.connections == 0


@pytest.mark.parametrize(
    "headers", [{"content-encoding": "gzip"}, {}, {"content-length": "999999999"}]
)
def test_error_that_is_huge_or_packed_or_never_ends(
    wire: WireCase, headers: dict[str, str]
) -> None:
    start = head(500, {"content-type": "text/plain", **headers})
    outcome = play(wire, [start, b"x" * 100_000, Hold()])
    assert type(outcome.error) is ProviderFailed


# Lists of models.


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        (refuse(401, error_body()), KeyRefused),
        (refuse(404, error_body(code="model_not_found")), UnknownAddress),
        (whole(200, b"<html>", "text/html"), UnknownAddress),
        (whole(200, b"{broken " + QUOTE.encode(), "application/json"), ReplyUnreadable),
        (json_answer([1, 2]), ReplyUnreadable),
        (json_answer({"data": {"id": "x"}}), ReplyUnreadable),
        (json_answer({"data": [{"id": 7}]}), ReplyUnreadable),
        (json_answer("x"), ReplyUnreadable),
        (json_answer(None), ReplyUnreadable),
        ([head(200, {"content-length": "50"}), b'{"data": [', Cut()], ReplyCut),
        ([Hold()], Stalled),
        ([head(200, {"transfer-encoding": "chunked"}), *[chunk(b"[" * 999)] * 12, Hold()],
         ReplyTooLarge),
    ],
)  # fmt: skip
def test_models_that_go_wrong(wire: WireCase, script: Script, kind: type[AssistantError]) -> None:
    with WireServer() as server:
        server.play(script)
        with pytest.raises(AssistantError) as caught:
            list_models(wire.make(server.url, limits=Limits(first=0.3, stall=0.3, reply=10_000)))
    assert type(assert_private(caught.value)) is kind
