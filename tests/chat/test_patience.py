"""Asking again: only where nothing can be doubled, never for long, and cancelled at once."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistants import failures
from app.assistants.assistant import AssistantError
from app.chat.patience import LONGEST_WAIT, MOST_TRIES, Patience, Postponed
from app.chat.turn import Started
from app.privacy.policy import NO_CHOICES
from app.store.messages import MessageState
from tests.assistants.wire_events import chat_events, refuse, stream
from tests.assistants.wire_server import WireServer
from tests.chat.world import add_provider, events_of, new_session, reply_in

PASSING = (
    failures.Unreachable,
    failures.HostNotFound,
    failures.RateLimited,
    failures.RateLimitedFor,
    failures.ProviderOverloaded,
)
EVERY = [
    kind
    for kind in vars(failures).values()
    if isinstance(kind, type) and issubclass(kind, AssistantError)
]
DETAILS: dict[str, str | int] = {
    "provider": "Testing",
    "host": "here.example",
    "status": 503,
    "bytes": 1,
}


class Flaky:
    """Fails as told, one try after the other, and then answers."""

    def __init__(self, *tries: tuple[Sequence[str], AssistantError | None]) -> None:
        self.tries = list(tries)
        self.asked = 0
        self.slept: list[float] = []

    async def reply(self) -> AsyncGenerator[str, None]:
        pieces, failure = self.tries[self.asked]
        self.asked += 1
        for piece in pieces:
            yield piece
        if failure is not None:
            raise failure

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def run(self, chance: float = 0.5) -> tuple[list[str | Postponed], Exception | None]:
        told: list[str | Postponed] = []

        async def follow() -> None:
            async with aclosing(Patience(self.sleep, lambda: chance).ask(self.reply)) as events:
                async for event in events:
                    told.append(event)  # noqa: PERF401  what came before a failure counts

        try:
            asyncio.run(follow())
        except AssistantError as error:
            return told, error
        return told, None


def failed(kind: type[AssistantError], seconds: int = 2) -> AssistantError:
    return kind(**(DETAILS | {"seconds": seconds}))


@given(
    st.lists(st.sampled_from(EVERY), min_size=1, max_size=MOST_TRIES + 1),
    st.booleans(),
    st.integers(0, 3 * LONGEST_WAIT),
    st.floats(0, 1),
)
def test_only_what_passes_is_asked_again_and_only_before_a_reply(
    kinds: list[type[AssistantError]], begun: bool, seconds: int, chance: float
) -> None:
    """Whatever fails in whatever order."""
    pieces = ["some"] if begun else []
    made = [failed(kind, seconds) for kind in kinds]
    flaky = Flaky(*((pieces, failure) for failure in made), (["whole"], None))
    told, error = flaky.run(chance)
    for asked, failure in enumerate(made, 1):
        too_long = type(failure) is failures.RateLimitedFor and seconds > LONGEST_WAIT
        if begun or asked == MOST_TRIES or too_long or type(failure) not in PASSING:
            assert error is failure
            assert flaky.asked == asked
            break
    else:
        assert error is None
        assert told[-1] == "whole"
    waits = [event.seconds for event in told if isinstance(event, Postponed)]
    assert waits == flaky.slept
    assert len(waits) < MOST_TRIES
    assert all(1 <= wait <= LONGEST_WAIT for wait in waits)
    assert told.count("some") == (1 if begun else 0)


def test_the_provider_says_how_long() -> None:
    flaky = Flaky(([], failed(failures.RateLimitedFor, 7)), (["now"], None))
    assert flaky.run() == ([Postponed(7), "now"], None)


def test_waits_grow() -> None:
    busy = failed(failures.ProviderOverloaded)
    told, error = Flaky(*[([], busy)] * MOST_TRIES).run(chance=1)
    assert told == [Postponed(2), Postponed(4)]
    assert error is busy


@pytest.mark.parametrize("status", [429, 503, 529])
def test_a_busy_provider_is_asked_again(status: int) -> None:
    with WireServer() as server:
        server.play(
            refuse(status, headers={"retry-after": "1"}), stream(chat_events("He", "re I am"))
        )
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create()
        events = asyncio.run(events_of(session.turns.send(chat.id, "Hello", NO_CHOICES)))
        assert reply_in(events).text == "Here I am"
        assert sum(isinstance(event, Started) for event in events) == 1
        assert sum(isinstance(event, Postponed) for event in events) == 1
        assert [message.text for message in session.messages(chat.id)] == ["Hello", "Here I am"]
        sent = [receipt.body.encode() for receipt in session.receipts.list(chat.id)]
        assert sent == [request.body for request in server.requests]
        assert len(sent) == 2


def test_a_wait_is_cancelled_at_once() -> None:
    async def cancel_while_waiting() -> None:
        waiting = asyncio.Event()

        async def follow() -> None:
            async with aclosing(session.turns.send(chat.id, "Hello", NO_CHOICES)) as events:
                async for event in events:
                    if isinstance(event, Postponed):
                        waiting.set()

        task = asyncio.create_task(follow())
        await asyncio.wait_for(waiting.wait(), 20)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(task, 20)

    with WireServer() as server:
        server.play(refuse(429, headers={"retry-after": str(LONGEST_WAIT)}))
        session = new_session()
        add_provider(session, server.url)
        chat = session.chats.create()
        asyncio.run(cancel_while_waiting())
        assert session.messages(chat.id)[-1].state is MessageState.STOPPED
        assert len(server.requests) == 1
