"""The built-in Mirror: shows what an assistant would have received, without any network."""

import asyncio
import json
from collections.abc import AsyncGenerator

from app.assistants.assistant import ChatRequest, Gate, WireRequest
from app.assistants.failures import EmptyReply, TextNotSendable

MODEL = "mirror"
URL = "mirror:"
# Characters in one piece; a long text gets longer ones, so that it takes this many at most.
_PIECE = 12
_MOST_PIECES = 2000


class Mirror:
    """Replies to a chat with its last user message, byte for byte as it would have left."""

    def __init__(self, name: str) -> None:
        """Answer under `name`."""
        self._name = name

    async def models(self, gate: Gate) -> list[str]:  # noqa: ARG002  nothing leaves
        """Return the only model."""
        return [MODEL]

    async def reply(self, request: ChatRequest, gate: Gate) -> AsyncGenerator[str, None]:
        """Yield the last user message in small pieces. See `Assistant.reply`.

        The whole context passes `gate` first, as the JSON that a provider would have got, so that
        it is checked and put on record in the same way.
        """
        if not request.is_sendable():
            raise TextNotSendable(provider=self._name, host=MODEL)
        gate.admit(WireRequest("POST", URL, (), _body(request)))
        asked = (message.text for message in reversed(request.messages) if message.role == "user")
        text = next(asked, "")
        if not text:
            raise EmptyReply(provider=self._name, host=MODEL)
        step = max(_PIECE, len(text) // _MOST_PIECES)
        for start in range(0, len(text), step):
            yield text[start : start + step]
            await asyncio.sleep(0)

    async def aclose(self) -> None:
        """Do nothing: there are no connections."""


def _body(request: ChatRequest) -> bytes:
    messages = [{"role": message.role, "content": message.text} for message in request.messages]
    body = {"model": request.model, "messages": messages, "stream": True}
    return json.dumps(body, ensure_ascii=False).encode()
