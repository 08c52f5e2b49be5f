"""The Mirror: what comes back is, byte for byte, what would have left."""

import asyncio
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistants.assistant import ChatMessage, ChatRequest
from app.assistants.failures import EmptyReply, TextNotSendable
from app.assistants.mirror import Mirror
from tests.assistants.driving import RecordingGate, ask, list_models, request, run


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_reply_is_the_last_user_message(text: str) -> None:
    chat = ChatRequest(
        "mirror",
        (
            ChatMessage("system", "Be brief."),
            ChatMessage("user", "earlier"),
            ChatMessage("assistant", "reply"),
            ChatMessage("user", text),
            ChatMessage("assistant", "left over"),
        ),
    )
    gate = RecordingGate()
    outcome = ask(Mirror("Mirror"), chat, gate)
    assert outcome.error is None
    assert outcome.text.encode() == text.encode()
    [admitted] = gate.admitted
    assert (admitted.method, admitted.url, admitted.headers) == ("POST", "mirror:", ())
    sent = json.loads(admitted.body)
    assert sent["model"] == "mirror"
    assert [(message["role"], message["content"]) for message in sent["messages"]] == [
        (message.role, message.text) for message in chat.messages
    ]


def test_pieces_are_small_and_let_others_run() -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    async def read() -> list[str]:
        ticking = asyncio.create_task(tick())
        pieces = [
            piece async for piece in Mirror("M").reply(request("word " * 30), RecordingGate())
        ]
        ticking.cancel()
        return pieces

    pieces = run(read())
    assert len(pieces) > 10
    assert ticks >= len(pieces) - 1


def test_long_text_is_not_slow() -> None:
    outcome = ask(Mirror("M"), request("x" * 5_000_000))
    assert len(outcome.pieces) <= 2001
    assert len(outcome.text) == 5_000_000


def test_gate_stops_it() -> None:
    refusal = RuntimeError("no")
    outcome = ask(Mirror("M"), request(), RecordingGate(refusal))
    assert outcome.error is refusal
    assert not outcome.pieces


@pytest.mark.parametrize(
    "messages", [(), (ChatMessage("assistant", "x"),), (ChatMessage("user", ""),)]
)
def test_nothing_to_mirror(messages: tuple[ChatMessage, ...]) -> None:
    assert isinstance(ask(Mirror("M"), ChatRequest("mirror", messages)).error, EmptyReply)


def test_half_a_character() -> None:
    gate = RecordingGate()
    outcome = ask(Mirror("M"), request("broken \ud83d"), gate)
    assert isinstance(outcome.error, TextNotSendable)
    assert not gate.admitted


def test_models() -> None:
    assert list_models(Mirror("M")) == ["mirror"]
