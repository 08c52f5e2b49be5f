"""Chat completions as OpenAI defined them and dozens of other providers copied them.

Importing this module costs about half a second; see `opening`.
"""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx2
from openai import AsyncOpenAI, AsyncStream, OpenAIError

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

# The reasons that mean something else than a regular end. The first three are OpenAI's; Mistral
# adds model_length, OpenRouter error, DeepSeek the last.
_ENDINGS: Mapping[str, Ending] = {
    "length": Ending.CUT_SHORT,
    "content_filter": Ending.FILTERED,
    "max_tokens": Ending.CUT_SHORT,
    "model_length": Ending.CUT_SHORT,
    "error": Ending.BROKEN,
    "insufficient_system_resource": Ending.BROKEN,
}


class _Client(AsyncOpenAI):
    """The library's client, with nothing from the environment.

    What is left out here is read from there: OPENAI_API_KEY and others.
    """

    def __init__(self, base_url: str, http: httpx2.AsyncClient) -> None:
        super().__init__(
            api_key=UNUSED_KEY,
            admin_api_key="",
            organization="",
            project="",
            webhook_secret="",
            base_url=base_url,
            timeout=None,
            max_retries=0,
            http_client=http,
        )
        # OPENAI_CUSTOM_HEADERS has no argument. The transport drops its headers anyway, but some
        # of them change how the library itself behaves.
        self._custom_headers = {}


class _Events(AsyncStream[object]):
    """The library's stream without the events that have no data, which it would read as JSON.

    They are to be dropped (HTML Living Standard, 9.2.6); some servers begin with "retry: 3000".
    """

    async def _iter_events(self) -> AsyncIterator[Any]:
        async for event in super()._iter_events():
            if event.data:
                yield event


class OpenAIChat(StreamedAssistant):
    """Any server that speaks OpenAI's chat completions, with nothing that only one of them has."""

    library_error = OpenAIError

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
        headers = {"accept": "text/event-stream, application/json"}
        if api_key:
            headers["authorization"] = f"Bearer {api_key}"
        super().__init__(address, headers, provider, limits, proxy)

    async def _open(self, http: httpx2.AsyncClient, request: ChatRequest) -> EventStream:
        # Not `chat.completions.create`: its models trust the server's types, and servers differ.
        return await _Client(self._address.url, http).post(
            "/chat/completions",
            cast_to=object,
            body={
                "model": request.model,
                "messages": [
                    {"role": message.role, "content": message.text} for message in request.messages
                ],
                "stream": True,
            },
            stream=True,
            stream_cls=_Events,
        )

    def _hear(self, event: object) -> Heard:
        choices = mapping(event).get("choices")
        if choices is None or not listing(choices):
            return Heard()  # counts of tokens, or a filter's verdict on the question
        choice = mapping(listing(choices)[0])
        delta = mapping(choice.get("delta") or {})
        # A model's own refusal is an answer: it says why, and there is no other text beside it.
        text = _text(delta.get("content")) + string(delta.get("refusal"))
        reason = string(choice.get("finish_reason"))
        return Heard(text, _ENDINGS.get(reason, Ending.DONE) if reason else None)

    async def _list(self, http: httpx2.AsyncClient) -> list[str]:
        answer = await _Client(self._address.url, http).get("/models", cast_to=object)
        # Together AI sends the bare list.
        models = answer if isinstance(answer, list) else mapping(answer).get("data")
        names = (string(mapping(model).get("id")) for model in listing(models))
        return list(dict.fromkeys(name for name in names if name))


def _text(content: object) -> str:
    """Return the text of a delta: a string, or Mistral's list of parts that holds thoughts too."""
    if not isinstance(content, list):
        return string(content)
    parts = (mapping(part) for part in content)
    return "".join(string(part.get("text")) for part in parts if part.get("type") == "text")
