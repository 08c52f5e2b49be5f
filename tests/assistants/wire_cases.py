"""Both wires side by side, so that one test can hold for both."""

from collections.abc import Callable
from dataclasses import dataclass

from app.assistants.transport import Limits
from tests.assistants.driving import (
    KEY,
    PLANTED,
    MakeAssistant,
    Outcome,
    ask,
    make_anthropic,
    make_openai,
)
from tests.assistants.wire_events import (
    chat_chunk,
    chat_events,
    data_event,
    message_events,
    named_event,
    text_delta,
)
from tests.assistants.wire_server import Script, WireServer

SOON = Limits(first=0.3, stall=0.3, closing=0.2)


@dataclass(frozen=True)
class WireCase:
    """One wire: how to make its assistant, its events, and its words for things."""

    name: str
    make: MakeAssistant
    events: Callable[..., list[bytes]]
    piece: Callable[[str], bytes]
    too_long: str
    filtered: str

    def ended(self, reason: str | None, *texts: str) -> list[bytes]:
        """Return a reply that ends for `reason`; None leaves the end out."""
        if self.name == "openai":
            return chat_events(*texts, finish=reason)[: None if reason else -2]
        return message_events(*texts, stop=reason)

    def fault(self, kind: str, message: str) -> bytes:
        """Return an error event."""
        error = {"type": kind, "message": message}
        if self.name == "openai":
            return data_event({"error": {**error, "code": kind}})
        return named_event({"type": "error", "error": error})


OPENAI = WireCase(
    "openai", make_openai, chat_events, lambda text: chat_chunk({"content": text}),
    "length", "content_filter",
)  # fmt: skip
ANTHROPIC = WireCase(
    "anthropic", make_anthropic, message_events, text_delta, "max_tokens", "refusal"
)


def play(wire: WireCase, script: Script, limits: Limits = SOON) -> Outcome:
    with WireServer() as server:
        server.play(script)
        return ask(wire.make(server.url, limits=limits))


QUOTE = f"You sent: {PLANTED} with {KEY}"
