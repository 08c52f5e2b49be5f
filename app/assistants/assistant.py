"""The contract that every assistant keeps, and the ways in which one can fail."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Literal, Protocol

from app.errors import KnownError

Role = Literal["system", "user", "assistant"]
Wire = Literal["openai", "anthropic", "mirror"]


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message as it leaves: masked text and who said it."""

    role: Role
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One request for a reply: a model's name and the whole masked context, oldest first."""

    model: str
    messages: tuple[ChatMessage, ...]

    def is_sendable(self) -> bool:
        """Say whether UTF-8 can express every text; half a character (a surrogate) it cannot."""
        try:
            for text in (self.model, *(message.text for message in self.messages)):
                text.encode()
        except UnicodeEncodeError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class WireRequest:
    """The final bytes of one request, after the client library has built them."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)


class Gate(Protocol):
    """Stands before the network: looks at the final bytes of every request."""

    def admit(self, request: WireRequest) -> None:
        """Return to let `request` leave; raise to stop it. Called once for each request."""
        ...


class Assistant(Protocol):
    """Answers masked chats."""

    async def models(self, gate: Gate) -> list[str]:
        """Return the names of the models that this account may use, in the provider's order.

        Raises an `AssistantError`, or whatever `gate` raised.
        """
        ...

    def reply(self, request: ChatRequest, gate: Gate) -> AsyncGenerator[str, None]:
        """Yield the reply's text in pieces, as they arrive.

        Cancelling the task that iterates closes the connection at once; so does closing the
        generator. Raises an `AssistantError`, or whatever `gate` raised, after the pieces that
        arrived before it.
        """
        ...

    async def aclose(self) -> None:
        """Close the connections."""
        ...


class AssistantError(KnownError):
    """The assistant did not answer as it should. `provider` and `host` say which one."""
