"""Tells which failure a refusal or a broken connection is.

A server's words are only searched for known signs here; they go no further.
"""

import json
import math
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2

from app.assistants.assistant import AssistantError
from app.assistants.failures import (
    ConnectionRefused,
    ConnectTimedOut,
    HostNotFound,
    KeyRefused,
    MessageTooLong,
    NoCredit,
    NotAllowed,
    ProviderFailed,
    ProviderOverloaded,
    ProxyFailed,
    RateLimited,
    RateLimitedFor,
    RedirectRefused,
    ReplyBroken,
    ReplyCut,
    ReplyFiltered,
    RequestNotUnderstood,
    RequestRefused,
    RequestTimedOut,
    Stalled,
    TlsFailed,
    UnknownAddress,
    UnknownModel,
    Unreachable,
)

# Codes, types and phrases of OpenAI, Anthropic, Google, Mistral, Groq, xAI, DeepSeek, OpenRouter,
# llama.cpp, vLLM and Ollama. Each is searched in the lower-cased code, type and message.
_TOO_LONG = re.compile(
    r"context_length_exceeded|exceed_context_size|request_too_large|string_above_max_length"
    r"|prompt is too long|maximum (prompt|context) length|context (length|window|size)"
    r"|reduce the length|token count.{0,40}exceeds|exceeds the maximum (number of )?tokens"
)
_NO_CREDIT = re.compile(
    r"insufficient_quota|insufficient balance|credit balance is too low|insufficient credits"
    r"|billing_error|billing_hard_limit"
)
_BAD_KEY = re.compile(r"api_key_invalid|api key not valid|(incorrect|invalid) api[ _-]?key")
_NO_MODEL = re.compile(
    r"model_not_found|invalid_model|model_not_exist|not_found_error model:|not a valid model"
    r"|invalid model|unknown model|model not exist|no endpoints found"
    r"|\bmodels?\b.{0,200}(not found|does not exist|not exist|not supported|decommissioned)"
)
_FILTERED = re.compile(r"content_filter|content_policy|moderation|data_inspection_failed")
_OVERLOADED = re.compile(r"overloaded|over capacity|engine_overloaded")
_TOO_OFTEN = re.compile(r"rate_limit|too many requests|resource_exhausted")

_BY_STATUS: Mapping[int, type[AssistantError]] = {
    401: KeyRefused,
    402: NoCredit,
    403: NotAllowed,
    408: RequestTimedOut,
    413: MessageTooLong,
    422: RequestNotUnderstood,
    429: RateLimited,
    503: ProviderOverloaded,
    529: ProviderOverloaded,
}
_REQUEST_SIGNS: tuple[tuple[re.Pattern[str], type[AssistantError]], ...] = (
    (_TOO_LONG, MessageTooLong),
    (_BAD_KEY, KeyRefused),
    (_NO_CREDIT, NoCredit),
    (_FILTERED, ReplyFiltered),
    (_NO_MODEL, UnknownModel),
)
_EVENT_SIGNS: tuple[tuple[re.Pattern[str], type[AssistantError]], ...] = (
    (_TOO_LONG, MessageTooLong),
    (_OVERLOADED, ProviderOverloaded),
    (_FILTERED, ReplyFiltered),
    (_TOO_OFTEN, RateLimited),
)
# A wait longer than this, in seconds, is not shown: it is a mistake or a quota, not a pause.
_LONGEST_WAIT = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A kind of failure and the numbers that belong into its sentence."""

    kind: type[AssistantError]
    details: Mapping[str, int]


def of_connection(error: Exception, connect_seconds: int, stall_seconds: int) -> Diagnosis:
    """Say why no answer came: `error` is what the HTTP stack raised before one.

    The two limits, in seconds, are named where one of them was passed.
    """
    causes = list(_causes(error))
    for known, kind in (
        (ssl.SSLError, TlsFailed),
        (socket.gaierror, HostNotFound),
        (ConnectionRefusedError, ConnectionRefused),
    ):
        if any(isinstance(cause, known) for cause in causes):
            return Diagnosis(kind, {})
    if isinstance(error, httpx2.ConnectTimeout | httpx2.PoolTimeout):
        return Diagnosis(ConnectTimedOut, {"seconds": connect_seconds})
    if isinstance(error, httpx2.TimeoutException):
        return Diagnosis(Stalled, {"seconds": stall_seconds})
    if isinstance(error, httpx2.ConnectError | httpx2.ProxyError):
        return Diagnosis(Unreachable, {})
    return Diagnosis(ReplyCut, {})


def behind_proxy(kind: type[AssistantError]) -> type[AssistantError]:
    """Return what a connection's failure of `kind` means where it was to go through a proxy.

    Which of the two was out of reach, cannot be told apart, except where TLS had begun.
    """
    return ProxyFailed if issubclass(kind, Unreachable) and kind is not TlsFailed else kind


def of_status(status: int, headers: httpx2.Headers, body: bytes, *, listing: bool) -> Diagnosis:
    """Say what an HTTP `status` of 300 or more means.

    `listing` is true for the list of models, where no model's name can be wrong.
    """
    details = {"status": status}
    said = _signs(body)
    kind = _by_status(status, said, listing=listing)
    if kind is RateLimited and (seconds := _wait(headers)) is not None:
        return Diagnosis(RateLimitedFor, details | {"seconds": seconds})
    return Diagnosis(kind, details)


def of_event(error: object) -> Diagnosis:
    """Say what an error inside a stream means; `error` is its JSON, as the library read it."""
    said = _text(error).lower()
    code = _code(error)
    details = {"status": code or 200}
    for sign, kind in _EVENT_SIGNS:
        if sign.search(said):
            return Diagnosis(kind, details)
    return Diagnosis(_BY_STATUS.get(code or 0, ReplyBroken), details)


def _by_status(status: int, said: str, *, listing: bool) -> type[AssistantError]:
    if status < 400:
        return RedirectRefused
    if status == 404:
        return UnknownModel if _NO_MODEL.search(said) and not listing else UnknownAddress
    if status == 429 and _NO_CREDIT.search(said):
        return NoCredit
    if status == 403 and _FILTERED.search(said):
        return ReplyFiltered
    fallback = ProviderFailed if status >= 500 else _by_signs(said)
    return _BY_STATUS.get(status, fallback)


def _by_signs(said: str) -> type[AssistantError]:
    return next((kind for sign, kind in _REQUEST_SIGNS if sign.search(said)), RequestRefused)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield `error` and what lies beneath it, through groups of exceptions too."""
    waiting, seen = [error], set[int]()
    while waiting:
        found = waiting.pop()
        if id(found) in seen:
            continue
        seen.add(id(found))
        yield found
        beneath = found.__cause__ or found.__context__
        if beneath is not None:
            waiting.append(beneath)
        if isinstance(found, BaseExceptionGroup):
            waiting += found.exceptions


def _signs(body: bytes) -> str:
    """Return what a JSON body says about its error, in lower case; nothing of any other body."""
    try:
        return _text(json.loads(body)).lower()
    except (ValueError, RecursionError):
        return ""


def _inner(said: object) -> object:
    """Return the error inside `{"error": ...}`, which Google wraps in a list as well."""
    if isinstance(said, list) and said:
        said = said[0]
    if isinstance(said, Mapping) and said.get("error"):
        return said["error"]
    return said


def _text(said: object) -> str:
    error = _inner(said)
    if isinstance(error, str):
        return error
    if not isinstance(error, Mapping):
        return ""
    words = (error.get(name) for name in ("code", "type", "status", "message"))
    return " ".join(word for word in words if isinstance(word, str))


def _code(said: object) -> int | None:
    error = _inner(said)
    code = error.get("code") if isinstance(error, Mapping) else None
    return code if isinstance(code, int) and 400 <= code < 600 else None


def _wait(headers: httpx2.Headers) -> int | None:
    """Return the seconds to wait that Retry-After names (RFC 9110, 10.2.3), or None."""
    value = headers.get("retry-after", "")
    try:
        seconds = float(value)
    except ValueError:
        try:
            when = parsedate_to_datetime(value)
        except (ValueError, OverflowError):  # the second for a year or a zone beyond all clocks
            return None
        if when.tzinfo is None:
            when = when.replace(tzinfo=UTC)
        seconds = (when - datetime.now(UTC)).total_seconds()
    if not math.isfinite(seconds) or not 0 <= seconds <= _LONGEST_WAIT:
        return None
    return math.ceil(seconds)
