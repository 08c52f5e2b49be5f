"""The contract that every assistant keeps, and the ways in which one can fail."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal, Protocol

from app.errors import KnownError

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message as it leaves: masked text and who said it."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One request for a reply: a model's name and the whole masked context, oldest first."""

    model: str
    messages: tuple[ChatMessage, ...]


@dataclass(frozen=True, slots=True)
class WireRequest:
    """The final bytes of one request, after the client library has built them."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


class Gate(Protocol):
    """Stands before the network: looks at the final bytes of every request."""

    def admit(self, request: WireRequest) -> None:
        """Return to let `request` leave; raise to stop it. Called once for each request."""
        ...


class Assistant(Protocol):
    """Answers masked chats."""

    async def models(self, gate: Gate) -> list[str]:
        """Return the names of the models that this account may use, in the provider's order."""
        ...

    def reply(self, request: ChatRequest, gate: Gate) -> AsyncIterator[str]:
        """Yield the reply's text in pieces, as they arrive.

        Cancelling the task that iterates closes the connection at once. Raises an
        `AssistantError`, or whatever `gate` raised.
        """
        ...

    async def aclose(self) -> None:
        """Close the connections."""
        ...


class AssistantError(KnownError):
    """The assistant did not answer as it should. `provider` and `host` say which one."""
