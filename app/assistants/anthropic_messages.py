"""Anthropic's Messages API, and the servers that copied it.

Importing this module costs about a second; see `opening`.
"""

from collections.abc import Mapping

import httpx2
from anthropic import AnthropicError, AsyncAnthropic, AsyncStream

from app.assistants.address import Address
from app.assistants.assistant import ChatRequest
from app.assistants.streamed import (
    UNUSED_KEY,
    Ending,
    EventStream,
    Heard,
    StreamedAssistant,
    listing,
    mapping,
    string,
)
from app.assistants.transport import DEFAULT_LIMITS, Limits
from app.privacy.proxy import Proxy

# The version that the library speaks (its constant ANTHROPIC_API_VERSION).
API_VERSION = "2026-10-21"
# The API demands a limit for the reply, in tokens. This is the smallest maximum among the models
# that it serves today (Claude Opus 4.1), and far more than a chat's reply takes.
MAX_TOKENS = 32_000
# Models on one page of the list: the most that the API gives.
_PAGE = 1000
_MOST_PAGES = 20

_ENDINGS: Mapping[str, Ending] = {
    "max_tokens": Ending.CUT_SHORT,
    "model_context_window_exceeded": Ending.CUT_SHORT,
    "refusal": Ending.FILTERED,
}


class _Client(AsyncAnthropic):
    """The library's client, with nothing from the environment.

    What is left out here is read from there, or from files that it names.
    """

    def __init__(self, base_url: str, http: httpx2.AsyncClient) -> None:
        super().__init__(
            api_key=UNUSED_KEY,
            webhook_key="",
            base_url=base_url,
            timeout=None,
            max_retries=0,
            open_telemetry=False,
            http_client=http,
        )
        # ANTHROPIC_CUSTOM_HEADERS has no argument. The transport drops its headers anyway, but
        # some of them change how the library itself behaves.
        self._custom_headers = {}


class AnthropicMessages(StreamedAssistant):
    """Claude, at Anthropic or wherever its API is spoken."""

    library_error = AnthropicError

    def __init__(
        self,
        address: Address,
        api_key: str,
        provider: str,
        limits: Limits = DEFAULT_LIMITS,
        proxy: Proxy | None = None,
    ) -> None:
        """Talk to `address`; an empty `api_key` sends none, as servers on this machine like it.

        `provider` is what the user calls it; `proxy` is on the way to it.
        """
        headers = {
            "accept": "text/event-stream, application/json",
            "anthropic-version": API_VERSION,
        }
        if api_key:
            # The API takes a key here or as a Bearer token; its copies know this one best.
            headers["x-api-key"] = api_key
        super().__init__(address, headers, provider, limits, proxy)

    async def _open(self, http: httpx2.AsyncClient, request: ChatRequest) -> EventStream:
        # Not `messages.create`: it warns about models, and its types trust the server's.
        return await _Client(self._address.url, http).post(
            "/v1/messages",
            cast_to=object,
            body=_body(request),
            stream=True,
            stream_cls=AsyncStream[object],
        )

    def _hear(self, event: object) -> Heard:
        said = mapping(event)
        match said.get("type"):
            case "content_block_start":
                block = mapping(said.get("content_block"))
                return Heard(string(block.get("text")) if block.get("type") == "text" else "")
            case "content_block_delta":
                delta = mapping(said.get("delta"))
                # Thoughts, signatures and citations come as deltas of other types.
                is_text = delta.get("type") == "text_delta"
                return Heard(string(delta.get("text")) if is_text else "")
            case "message_delta":
                reason = string(mapping(said.get("delta")).get("stop_reason"))
                return Heard("", _ENDINGS.get(reason, Ending.DONE) if reason else None)
            case _:
                return Heard()

    async def _list(self, http: httpx2.AsyncClient) -> list[str]:
        client = _Client(self._address.url, http)
        names: dict[str, None] = {}
        after = ""
        for _ in range(_MOST_PAGES):
            query = {"limit": _PAGE} | ({"after_id": after} if after else {})
            page = mapping(
                await client.get("/v1/models", cast_to=object, options={"params": query})
            )
            for model in listing(page.get("data")):
                names[string(mapping(model).get("id"))] = None
            last = string(page.get("last_id"))
            if not page.get("has_more") or not last or last == after:
                break
            after = last
        return [name for name in names if name]


def _body(request: ChatRequest) -> dict[str, object]:
    """Return the request as the API wants it.

    System messages go into their own field. The others must not be blank, and two of the same
    role in a row become one, parted by an empty line.
    """
    system: list[str] = []
    turns: list[tuple[str, list[str]]] = []
    for message in request.messages:
        if not message.text.strip():
            continue
        if message.role == "system":
            system.append(message.text)
        elif turns and turns[-1][0] == message.role:
            turns[-1][1].append(message.text)
        else:
            turns.append((message.role, [message.text]))
    body: dict[str, object] = {
        "model": request.model,
        "max_tokens": MAX_TOKENS,
        "messages": [{"role": role, "content": "\n\n".join(texts)} for role, texts in turns],
        "stream": True,
    }
    if system:
        body["system"] = "\n\n".join(system)
    return body
