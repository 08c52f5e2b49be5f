"""What refusals mean, beyond those that the wire tests send over a socket."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import pytest

from app.assistants.assistant import AssistantError
from app.assistants.diagnosis import of_connection, of_event, of_status
from app.assistants.failures import (
    KeyRefused,
    MessageTooLong,
    NoCredit,
    ProviderOverloaded,
    RateLimited,
    RateLimitedFor,
    ReplyBroken,
    ReplyCut,
    ReplyFiltered,
    RequestRefused,
    Stalled,
    UnknownAddress,
    UnknownModel,
    Unreachable,
)


def kind_of(status: int, said: object, *, listing: bool = False) -> type[AssistantError]:
    body = said.encode() if isinstance(said, str) else json.dumps(said).encode()
    return of_status(status, httpx2.Headers(), body, listing=listing).kind


@pytest.mark.parametrize(
    "message",
    [
        "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens.",
        "prompt is too long: 210000 tokens > 200000 maximum",
        "The input token count (1300000) exceeds the maximum number of tokens allowed (1048576).",
        "the request exceeds the available context size, try increasing it",
        "Please reduce the length of the messages or completion.",
        "This model's maximum prompt length is 131072 but the request contains 140000 tokens.",
    ],
)
def test_too_long(message: str) -> None:
    assert kind_of(400, {"error": {"message": message}}) is MessageTooLong


@pytest.mark.parametrize(
    ("status", "said", "kind"),
    [
        (400, [{"error": {"code": 400, "message": "API key not valid. Please pass"}}], KeyRefused),
        (400, {"error": "Incorrect API key provided: sk-x"}, KeyRefused),
        (400, {"error": {"message": "Your credit balance is too low to access"}}, NoCredit),
        (400, {"error": {"message": "acme/tiny is not a valid model ID"}}, UnknownModel),
        (400, {"error": {"code": "content_filter", "message": "x"}}, ReplyFiltered),
        (400, {"type": "error", "message": "Invalid model: tiny", "code": "1500"}, UnknownModel),
        (400, {"error": {"message": "temperature is not allowed"}}, RequestRefused),
        (403, {"error": {"message": "Your input was flagged by moderation"}}, ReplyFiltered),
        (409, {}, RequestRefused),
        (418, "<html>", RequestRefused),
        (404, {"error": {"code": "model_not_found", "message": "x"}}, UnknownModel),
        (404, {"error": {"message": 'model "tiny" not found, try pulling it first'}}, UnknownModel),
        (404, {"type": "error", "error": {"type": "not_found_error", "message": "model: tiny"}},
         UnknownModel),
        (404, {"type": "error", "error": {"type": "not_found_error", "message": "Not found"}},
         UnknownAddress),
        (404, {"detail": "Not Found"}, UnknownAddress),
        (404, {"error": {"message": "Invalid URL (POST /chat)"}}, UnknownAddress),
        (404, "[" * 5000, UnknownAddress),
        (404, {"error": 7}, UnknownAddress),
        (404, [], UnknownAddress),
        (429, {"error": {"code": "insufficient_quota", "message": "x"}}, NoCredit),
    ],
)  # fmt: skip
def test_statuses(status: int, said: object, kind: type[AssistantError]) -> None:
    assert kind_of(status, said) is kind


def test_no_model_can_be_wrong_in_a_list_of_models() -> None:
    assert kind_of(404, {"error": {"code": "model_not_found"}}, listing=True) is UnknownAddress


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("30", 30), ("1.2", 2), ("0", 0), ("", None), ("-3", None), ("soon", None), ("nan", None),
     ("inf", None), ("1e99", None), ("99999999", None), ("Mon, 99 Foo", None),
     ("Mon, 1 Jan 99999999999999999999 00:00:00 GMT", None),
     ("Wed, 21 Oct 2026 07:28:00 +99999999999999999999", None)],
)  # fmt: skip
def test_time_to_wait(value: str, seconds: int | None) -> None:
    found = of_status(429, httpx2.Headers({"retry-after": value}), b"", listing=False)
    assert found.details.get("seconds") == seconds
    assert found.kind is (RateLimited if seconds is None else RateLimitedFor)


def test_time_to_wait_as_a_date() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    found = of_status(429, httpx2.Headers({"retry-after": later}), b"", listing=False)
    assert found.kind is RateLimitedFor
    assert 3000 < found.details["seconds"] <= 3600


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"type": "error", "error": {"type": "overloaded_error"}}, ProviderOverloaded),
        ({"type": "error", "error": {"type": "rate_limit_error"}}, RateLimited),
        ({"code": 503, "message": "upstream"}, ProviderOverloaded),
        ({"code": 429, "message": "upstream"}, RateLimited),
        ({"code": 502, "message": "upstream"}, ReplyBroken),
        ({"code": "content_filter"}, ReplyFiltered),
        ("context_length_exceeded", MessageTooLong),
        ("anything", ReplyBroken),
        (None, ReplyBroken),
        ({"code": True, "error": {}}, ReplyBroken),
    ],
)
def test_events(error: object, kind: type[AssistantError]) -> None:
    found = of_event(error)
    assert found.kind is kind
    assert str(found.kind(provider="p", host="h", **found.details))


def test_connections() -> None:
    assert of_connection(httpx2.ConnectError("x"), 1, 2).kind is Unreachable
    assert of_connection(httpx2.RemoteProtocolError("x"), 1, 2).kind is ReplyCut
    stalled = of_connection(httpx2.WriteTimeout("x"), 1, 2)
    assert (stalled.kind, stalled.details) == (Stalled, {"seconds": 2})
