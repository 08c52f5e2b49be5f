"""Drives assistants in tests: a gate that records, a call that collects, both wires at once."""

import asyncio
import traceback
from collections.abc import AsyncGenerator, Coroutine
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from app.assistants.address import parse_address
from app.assistants.anthropic_messages import AnthropicMessages
from app.assistants.assistant import (
    Assistant,
    AssistantError,
    ChatMessage,
    ChatRequest,
    Gate,
    WireRequest,
)
from app.assistants.openai_chat import OpenAIChat
from app.assistants.streamed import StreamedAssistant
from app.assistants.transport import DEFAULT_LIMITS, Limits
from tests.assistants.wire_server import BOUND

T = TypeVar("T")

KEY = "sk-planted-key-4711"
# Stands for masked text that a server quotes in its errors: none of it may get into ours.
PLANTED = "planted words <Email_1> 测试"


@dataclass(slots=True)
class RecordingGate:
    """Admits everything and remembers it; raises `refusal` instead where there is one."""

    refusal: Exception | None = None
    admitted: list[WireRequest] = field(default_factory=list)

    def admit(self, request: WireRequest) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.admitted.append(request)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call gave: the pieces that came, and the error after them."""

    pieces: list[str]
    error: Exception | None

    @property
    def text(self) -> str:
        return "".join(self.pieces)


class MakeAssistant(Protocol):
    def __call__(self, url: str, key: str = KEY, limits: Limits = ...) -> StreamedAssistant: ...


def make_openai(url: str, key: str = KEY, limits: Limits = DEFAULT_LIMITS) -> OpenAIChat:
    return OpenAIChat(parse_address(f"{url}/v1", "openai", "Testing"), key, "Testing", limits)


def make_anthropic(url: str, key: str = KEY, limits: Limits = DEFAULT_LIMITS) -> AnthropicMessages:
    return AnthropicMessages(parse_address(url, "anthropic", "Testing"), key, "Testing", limits)


def request(*texts: str, model: str = "small") -> ChatRequest:
    """Return a chat in which user and assistant take turns; the first message is the user's."""
    roles = ("user", "assistant")
    messages = [ChatMessage(roles[at % 2], text) for at, text in enumerate(texts or (PLANTED,))]  # type: ignore[arg-type]
    return ChatRequest(model, tuple(messages))


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run `work` to its end, in a bounded time."""

    async def bounded() -> T:
        async with asyncio.timeout(2 * BOUND):
            return await work

    return asyncio.run(bounded())


async def collected(pieces: AsyncGenerator[str, None]) -> Outcome:
    """Read a reply to its end."""
    arrived: list[str] = []
    failure: Exception | None = None
    try:
        async for piece in pieces:
            arrived.append(piece)  # noqa: PERF401  what arrived before an error counts
    except Exception as error:  # noqa: BLE001  every error is looked at by the test
        failure = error
    return Outcome(arrived, failure)


def ask(assistant: Assistant, chat: ChatRequest | None = None, gate: Gate | None = None) -> Outcome:
    """Ask once and close the assistant."""

    async def call() -> Outcome:
        try:
            return await collected(assistant.reply(chat or request(), gate or RecordingGate()))
        finally:
            await assistant.aclose()

    return run(call())


def list_models(assistant: Assistant, gate: Gate | None = None) -> list[str]:
    """Ask for the models once and close the assistant."""

    async def call() -> list[str]:
        try:
            return await assistant.models(gate or RecordingGate())
        finally:
            await assistant.aclose()

    return run(call())


def assert_private(error: Exception | None, *planted: str) -> AssistantError:
    """Check that nothing of the request, the server's words or the key hangs on `error`."""
    assert isinstance(error, AssistantError)
    assert error.__cause__ is None
    assert error.__context__ is None
    shown = "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))
    for secret in (KEY, PLANTED, "planted", *planted):
        assert secret not in shown
    return error
