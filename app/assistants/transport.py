"""The only door to the network: what leaves is checked here, byte for byte, just before it does.

The provider's library builds a request; this transport reads its final body, replaces its headers
by the ones that the provider needs, shows all of it to the gate and sends exactly that. What goes
wrong on the way is named here too, so that no exception of a library, which holds the request, has
to travel any further.
"""

import asyncio
import logging
import math
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import cast

import anyio
import httpx2

from app.assistants.address import Address
from app.assistants.assistant import AssistantError, Gate, WireRequest
from app.assistants.diagnosis import behind_proxy, of_connection, of_status
from app.assistants.failures import (
    ReplyCut,
    ReplyTooLarge,
    ReplyUnreadable,
    Stalled,
    UnknownAddress,
    WrongHost,
)
from app.privacy.loopback import is_this_machine

# What the HTTP stack raises, beside its own errors: openai's `request_exceptions` names the last
# two as what anyio leaves unmapped.
_NETWORK_ERRORS = (httpx2.HTTPError, httpx2.StreamError, OSError, anyio.EndOfStream)
_LIBRARIES = ("openai", "anthropic", "httpx2", "httpcore2")
# An error's explanation is a few hundred bytes; a web page in its place need not be read whole.
_ERROR_BODY = 64 * 1024
# One event of a stream carries a few words. The libraries hold an event in memory until it ends.
_EVENT = 1024 * 1024
# Anthropic's library joins an event's lines one by one, in quadratic time; JSON needs only one.
_EVENT_LINES = 4096
# An event frames four bytes of text in about 250.
_FRAMING = 100


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait and how much to take.

    `connect`: seconds for the connection. `first`: seconds until the first byte of an answer;
    long, because models that think and models on this machine stay silent at first. `stall`:
    seconds between two arrivals after that. `closing`: seconds to wait for the connection's end
    once the reply is complete. `reply`: bytes of a reply's text in UTF-8, or of a list of models.
    """

    connect: float = 20
    first: float = 300
    stall: float = 60
    closing: float = 2
    reply: int = 10_000_000


DEFAULT_LIMITS = Limits()


class Stopped(httpx2.TransportError):
    """The transport ended a request; `Exchange.failure` says why.

    An httpx2 error, so that both libraries treat it as a lost connection. It carries nothing.
    """


class Exchange:
    """One call of an assistant: its gate, and what went wrong outside the libraries' reach."""

    def __init__(self, gate: Gate, address: Address, provider: str) -> None:
        """Send through `gate` to `address`; `provider` is the name for error messages."""
        self.gate = gate
        self.address = address
        self.failure: Exception | None = None
        self.complete = False
        self._provider = provider

    def error(
        self, kind: type[AssistantError], details: Mapping[str, int] | None = None
    ) -> AssistantError:
        """Return a failure of `kind` that names the provider and its host."""
        return kind(provider=self._provider, host=self.address.host, **(details or {}))

    def stop(self, failure: Exception) -> Stopped:
        """Keep `failure` as the reason, and return what to raise inside the libraries."""
        self.failure = failure
        return Stopped("stopped")


def silence_libraries() -> None:
    """Keep the libraries' loggers quiet, whatever OPENAI_LOG or ANTHROPIC_LOG made of them.

    They would write bodies, headers and addresses. Their children inherit the level.
    """
    for name in _LIBRARIES:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL + 1)
        logger.propagate = False


class GatedTransport(httpx2.AsyncBaseTransport):
    """Sends the requests of one `Exchange` over `wire`, and nothing else.

    There is one of these for each call, around a pool of connections that all calls share: the
    gate is then an ordinary argument, and a request without one cannot be written down. A context
    variable or a request extension would have to be set somewhere else, in time.
    """

    def __init__(
        self,
        wire: httpx2.AsyncBaseTransport,
        exchange: Exchange,
        headers: Mapping[str, str],
        limits: Limits,
        *,
        streamed: bool,
        proxied: bool = False,
    ) -> None:
        """Take `headers` in place of the library's, which tell of the machine and environment.

        `streamed` says whether the answer is a stream of events or one JSON document, `proxied`
        whether `wire` goes through a proxy.
        """
        self._wire = wire
        self._exchange = exchange
        self._headers = headers
        self._limits = limits
        self._streamed = streamed
        self._proxied = proxied

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Check and send one request; raise `Stopped` where it or its answer is refused."""
        body = await request.aread()
        response = await self._send(self._admitted(request, body))
        if response.status_code >= 300:
            raise self._exchange.stop(await self._refusal(response))
        kind = self._unfit(response)
        if kind is not None:
            await response.aclose()
            raise self._exchange.stop(self._exchange.error(kind, {"status": response.status_code}))
        # The libraries look at the type alone; cookies and all else end here.
        media = "text/event-stream" if self._streamed else "application/json"
        return httpx2.Response(
            response.status_code,
            headers={"content-type": media},
            stream=_Watched(response, self._exchange, self._limits, streamed=self._streamed),
            extensions=response.extensions,
        )

    def _admitted(self, request: httpx2.Request, body: bytes) -> httpx2.Request:
        """Return the request as it leaves, after the gate has seen it."""
        if not self._leads_to_provider(request.url):
            raise self._exchange.stop(self._exchange.error(WrongHost))
        limits = self._limits
        final = httpx2.Request(
            request.method,
            request.url,
            headers=dict(self._headers) | ({"content-type": "application/json"} if body else {}),
            content=body or None,
            extensions={
                "timeout": {
                    "connect": limits.connect,
                    "pool": limits.connect,
                    "write": limits.stall,
                    "read": None,  # timed here, since the first byte may take longer than others
                }
            },
        )
        wire = WireRequest(final.method, str(final.url), tuple(final.headers.multi_items()), body)
        refusal: Exception | None = None
        try:
            self._exchange.gate.admit(wire)
        except Exception as error:  # noqa: BLE001  raised again by the assistant, as it is
            refusal = error
        if refusal is not None:
            raise self._exchange.stop(refusal)
        return final

    def _leads_to_provider(self, url: httpx2.URL) -> bool:
        base = httpx2.URL(self._exchange.address.url)
        return (
            (url.scheme, url.host, url.port) == (base.scheme, base.host, base.port)
            and (url.scheme == "https" or is_this_machine(url.host))
            and url.path.startswith(base.path.rstrip("/") + "/")
            and not url.userinfo
            and not url.fragment
        )

    async def _send(self, request: httpx2.Request) -> httpx2.Response:
        limits = self._limits
        failure: AssistantError
        try:
            async with asyncio.timeout(limits.first):
                return await self._wire.handle_async_request(request)
        except TimeoutError:
            failure = self._exchange.error(Stalled, {"seconds": math.ceil(limits.first)})
        except _NETWORK_ERRORS as error:
            found = of_connection(error, math.ceil(limits.connect), math.ceil(limits.stall))
            kind = behind_proxy(found.kind) if self._proxied else found.kind
            failure = self._exchange.error(kind, found.details)
        raise self._exchange.stop(failure)

    async def _refusal(self, response: httpx2.Response) -> AssistantError:
        """Return what an HTTP error means; its words are read as far as needed and dropped."""
        said = bytearray()
        try:
            async with asyncio.timeout(self._limits.stall):
                if _is_plain(response):
                    async for chunk in _parts(response):
                        said += chunk
                        if len(said) > _ERROR_BODY:
                            break
        except (*_NETWORK_ERRORS, TimeoutError):
            said.clear()
        finally:
            await response.aclose()
        found = of_status(
            response.status_code, response.headers, bytes(said), listing=not self._streamed
        )
        return self._exchange.error(found.kind, found.details)

    def _unfit(self, response: httpx2.Response) -> type[AssistantError] | None:
        """Return what is wrong with an answer that claims success, if anything is."""
        media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media in ("text/html", "application/xhtml+xml"):
            return UnknownAddress
        if self._streamed and media == "application/json":
            return ReplyUnreadable
        return None if _is_plain(response) else ReplyUnreadable


def _is_plain(response: httpx2.Response) -> bool:
    """Say whether an answer is uncompressed, as asked: a packed one can hold gigabytes."""
    return response.headers.get("content-encoding", "identity").strip().lower() in ("identity", "")


def _parts(response: httpx2.Response) -> AsyncIterator[bytes]:
    # An asynchronous transport answers with an asynchronous stream; the type allows both.
    return aiter(cast("httpx2.AsyncByteStream", response.stream))


class _Watched(httpx2.AsyncByteStream):
    """The bytes of an answer, watched for a stall, a cut and too much of it."""

    def __init__(
        self, response: httpx2.Response, exchange: Exchange, limits: Limits, *, streamed: bool
    ) -> None:
        self._response = response
        self._exchange = exchange
        self._limits = limits
        self._streamed = streamed
        self._started = False
        self._total = 0
        self._tail = b""
        self._event = 0
        self._lines = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        chunks = _parts(self._response)
        while (chunk := await self._next(chunks)) is not None:
            self._started = True
            if self._is_too_much(chunk):
                raise self._exchange.stop(
                    self._exchange.error(ReplyTooLarge, {"bytes": self._limits.reply})
                )
            yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()

    async def _next(self, chunks: AsyncIterator[bytes]) -> bytes | None:
        limit = self._limits.stall if self._started else self._limits.first
        if self._exchange.complete:
            limit = self._limits.closing
        failure: AssistantError
        try:
            async with asyncio.timeout(limit):
                return await anext(chunks, None)
        except TimeoutError:
            failure = self._exchange.error(Stalled, {"seconds": math.ceil(limit)})
        except _NETWORK_ERRORS:
            failure = self._exchange.error(ReplyCut)
        raise self._exchange.stop(failure)

    def _is_too_much(self, chunk: bytes) -> bool:
        self._total += len(chunk)
        if not self._streamed:
            return self._total > self._limits.reply
        joined = self._tail + chunk
        self._tail = joined[-3:]
        end = max(joined.rfind(blank) for blank in (b"\n\n", b"\r\r", b"\r\n\r\n"))
        if end >= 0:
            self._event = self._lines = 0
            chunk = joined[end:]
        self._event += len(chunk)
        self._lines += chunk.count(b"\n") + chunk.count(b"\r")
        return (
            self._event > _EVENT
            or self._lines > _EVENT_LINES
            or self._total > _FRAMING * self._limits.reply
        )
