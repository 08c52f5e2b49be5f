"""A real child: it answers, is told to stop while it works, and never outlives its parent."""

import asyncio
import sys
from collections.abc import Awaitable, Callable

import pytest

from app.processes.child import Child, ChildEnded, command
from tests.processes.words import PROTOCOL, Said, Stop

ECHO = (sys.executable, "-m", "tests.processes.echo")
_LONGEST = 30


def with_child(work: Callable[[Child], Awaitable[None]]) -> int:
    """Do `work` with a child; return the child's exit code."""

    async def run() -> int:
        child = await Child.start(ECHO, PROTOCOL)
        try:
            await asyncio.wait_for(work(child), _LONGEST)
        finally:
            code = await child.stop()
        return code

    return asyncio.run(run())


async def talk_on(child: Child) -> None:
    """Send and send; the system may take some of it before it notices that nobody reads."""
    for _ in range(1000):
        await child.send(Said("x" * 100_000))


def test_it_answers_in_order_and_leaves_when_its_pipe_closes() -> None:
    async def work(child: Child) -> None:
        for text in ("one", "two\nlines", "三", "x" * 1_000_000):
            await child.send(Said(text))
        assert await child.receive() == Said("one")
        assert await child.receive() == Said("two\nlines")
        assert await child.receive() == Said("三")
        assert await child.receive() == Said("x" * 1_000_000)

    assert with_child(work) == 0


def test_what_a_library_prints_never_reaches_the_messages() -> None:
    async def work(child: Child) -> None:
        await child.send(Said("noise"))
        assert await child.receive() == Said("quiet")

    assert with_child(work) == 0


def test_an_urgent_message_is_heard_while_the_child_works() -> None:
    async def work(child: Child) -> None:
        await child.send(Said("work"))
        assert await child.receive() == Said("working")
        await child.send(Stop())
        assert await child.receive() == Said("stopped")

    assert with_child(work) == 0


def test_its_death_is_heard() -> None:
    async def work(child: Child) -> None:
        await child.send(Said("die"))
        with pytest.raises(ChildEnded):
            await child.receive()
        with pytest.raises(ChildEnded):
            await talk_on(child)

    assert with_child(work) == 3


def test_one_that_hangs_is_ended() -> None:
    async def work(child: Child) -> None:
        await child.send(Said("hang"))
        assert await child.receive() == Said("hanging")

    assert with_child(work) == -9


def test_a_program_that_cannot_be_started_is_a_child_that_ended() -> None:
    async def start() -> None:
        await Child.start(("/no/such/program",), PROTOCOL)

    with pytest.raises(ChildEnded):
        asyncio.run(start())


def test_the_command_starts_this_app_from_source_and_frozen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert command("--version") == [sys.executable, "-m", "app", "--version"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command("--version") == [sys.executable, "--version"]
