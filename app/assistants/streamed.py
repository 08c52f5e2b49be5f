"""What the assistants behind a network have in common: one call, its pieces and its end.

A wire's own module says how a request is built and what one event means.
"""

import contextlib
import enum
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import httpx2

from app.assistants.address import Address
from app.assistants.assistant import AssistantError, ChatRequest, Gate
from app.assistants.diagnosis import of_event
from app.assistants.failures import (
    EmptyReply,
    ReplyBroken,
    ReplyCut,
    ReplyCutShort,
    ReplyFiltered,
    ReplyTooLarge,
    ReplyUnreadable,
    TextNotSendable,
)
from app.assistants.transport import Exchange, GatedTransport, Limits, silence_libraries
from app.privacy.proxy import Proxy

_USER_AGENT = "Understudy"
# The libraries refuse to start without a key. The real one is added behind them, so that none of
# their exceptions, which hold the request, can hold it.
UNUSED_KEY = "unused"


# JSON that is none, UTF-8 that is none, JSON that is nested a hundred thousand times.
_UNREADABLE = (httpx2.HTTPError, ValueError, RecursionError)


class Ending(enum.Enum):
    """Why a reply ended."""

    DONE = "done"
    CUT_SHORT = "cut short"
    FILTERED = "filtered"
    BROKEN = "broken"


_FAILED_ENDINGS: Mapping[Ending, type[AssistantError]] = {
    Ending.CUT_SHORT: ReplyCutShort,
    Ending.FILTERED: ReplyFiltered,
    Ending.BROKEN: ReplyBroken,
}


@dataclass(frozen=True, slots=True)
class Heard:
    """What one event says: some text, the reply's end, both or neither."""

    text: str = ""
    ending: Ending | None = None


class Malformed(ValueError):
    """An event has another shape than the wire's."""


class EventStream(Protocol):
    """The part of the libraries' streams that is used here."""

    def __aiter__(self) -> AsyncIterator[object]: ...

    async def close(self) -> None: ...


class StreamedAssistant(ABC):
    """An assistant behind a network."""

    # The library's own base exception.
    library_error: type[Exception]

    def __init__(
        self,
        address: Address,
        headers: Mapping[str, str],
        provider: str,
        limits: Limits,
        proxy: Proxy | None,
    ) -> None:
        """Talk to `address` with `headers`, which carry the key, as `provider` is named.

        Through `proxy`, which sees no more than the host's name: all beyond this machine is TLS.
        """
        silence_libraries()
        self._address = address
        self._provider = provider
        self._limits = limits
        self._headers = {
            "accept-encoding": "identity",
            "user-agent": _USER_AGENT,
            **headers,
        }
        self._proxy = proxy.to(address.host) if proxy is not None else None
        # trust_env is off: SSL_CERT_FILE and proxies of the environment are not ours to believe.
        self._wire = httpx2.AsyncHTTPTransport(
            trust_env=False,
            proxy=_by(self._proxy) if self._proxy is not None else None,
            retries=0,
            limits=httpx2.Limits(
                max_connections=8, max_keepalive_connections=2, keepalive_expiry=15
            ),
        )

    async def models(self, gate: Gate) -> list[str]:
        """Return the models' names in the provider's order. See `Assistant.models`."""
        exchange = Exchange(gate, self._address, self._provider)
        failure: Exception
        try:
            return await self._list(self._http(exchange, streamed=False))
        except (self.library_error, *_UNREADABLE):
            failure = exchange.failure or exchange.error(ReplyUnreadable)
        raise failure

    async def reply(self, request: ChatRequest, gate: Gate) -> AsyncGenerator[str, None]:
        """Yield the reply in pieces. See `Assistant.reply`."""
        exchange = Exchange(gate, self._address, self._provider)
        if not request.is_sendable():
            raise exchange.error(TextNotSendable)
        stream: EventStream | None = None
        failure: Exception | None = None
        ending: Ending | None = None
        halves = _Halves()
        size = 0
        # Whatever is caught here holds the request. It is left behind in this block: a failure
        # that is raised inside would drag it along as its context.
        try:
            stream = await self._open(self._http(exchange, streamed=True), request)
            async for event in stream:
                heard = self._hear(event)
                ending = heard.ending or (None if heard.text else ending)
                exchange.complete = ending is not None
                size += len(heard.text.encode("utf-8", "replace"))
                if size > self._limits.reply:
                    details = {"bytes": self._limits.reply}
                    failure, ending = exchange.error(ReplyTooLarge, details), None
                    break
                if text := halves.joined(heard.text):
                    yield text
        except self.library_error as error:
            failure = exchange.failure or self._reported(exchange, error)
        except _UNREADABLE:
            failure = exchange.failure or exchange.error(ReplyUnreadable)
        finally:
            if stream is not None:
                with contextlib.suppress(httpx2.HTTPError, OSError):
                    await stream.close()
        if failure is None or ending is not None:
            failure = _verdict(exchange, ending, size)
        if failure is not None:
            raise failure

    async def aclose(self) -> None:
        """Close the connections."""
        await self._wire.aclose()

    def _http(self, exchange: Exchange, *, streamed: bool) -> httpx2.AsyncClient:
        # Never closed itself: that would close the connections, which outlive the call.
        return httpx2.AsyncClient(
            transport=GatedTransport(
                self._wire,
                exchange,
                self._headers,
                self._limits,
                streamed=streamed,
                proxied=self._proxy is not None,
            ),
            trust_env=False,
            follow_redirects=False,
            timeout=None,
        )

    def _reported(self, exchange: Exchange, error: Exception) -> AssistantError:
        """Return what an error event says; an error without a body is unreadable data."""
        body = getattr(error, "body", None)
        if body is None:
            return exchange.error(ReplyUnreadable)
        found = of_event(body)
        return exchange.error(found.kind, found.details)

    @abstractmethod
    async def _open(self, http: httpx2.AsyncClient, request: ChatRequest) -> EventStream:
        """Send `request` and return the events of the reply."""

    @abstractmethod
    def _hear(self, event: object) -> Heard:
        """Return what `event`, read from JSON, says. Raises `Malformed`."""

    @abstractmethod
    async def _list(self, http: httpx2.AsyncClient) -> list[str]:
        """Return the names of the models. Raises `Malformed`."""


class _Halves:
    """Joins a character that two events share, each with the half that UTF-16 has of it.

    Servers that count in UTF-16 cut there, and JSON can carry half a character (RFC 8259, 8.2).
    """

    def __init__(self) -> None:
        self._first = ""

    def joined(self, text: str) -> str:
        """Return the next piece of a text, without a half at its end that may find its other."""
        text = self._first + text
        self._first = text[-1:] if "\ud800" <= text[-1:] <= "\udbff" else ""
        text = text.removesuffix(self._first)
        if text.isascii():
            return text
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def mapping(value: object) -> Mapping[str, object]:
    """Return `value` if it is a JSON object; raise `Malformed` otherwise."""
    if not isinstance(value, Mapping):
        raise Malformed
    return value


def listing(value: object) -> list[object]:
    """Return `value` if it is a JSON array; raise `Malformed` otherwise."""
    if not isinstance(value, list):
        raise Malformed
    return value


def string(value: object) -> str:
    """Return `value` if it is a JSON string, "" for null; raise `Malformed` otherwise."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Malformed
    return value


def _by(proxy: str) -> httpx2.Proxy:
    """Return the way through `proxy`; one over TLS is trusted by the system's store alone."""
    over_tls = proxy.startswith("https:")
    context = httpx2.create_ssl_context(trust_env=False) if over_tls else None
    return httpx2.Proxy(proxy, ssl_context=context)


def _verdict(exchange: Exchange, ending: Ending | None, size: int) -> AssistantError | None:
    """Return what was wrong with a reply whose stream ended by itself, if anything was."""
    if ending is None:
        return exchange.error(ReplyCut)
    if ending in _FAILED_ENDINGS:
        return exchange.error(_FAILED_ENDINGS[ending])
    return None if size else exchange.error(EmptyReply)
