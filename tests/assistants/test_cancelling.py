"""Stopping a reply closes its connection at once; the server sees it."""

import asyncio
import gc
import threading
from collections.abc import AsyncGenerator

import pytest

from tests.assistants.driving import RecordingGate, collected, request, run
from tests.assistants.wire_cases import WireCase
from tests.assistants.wire_events import STREAM_HEAD, chunk, stream
from tests.assistants.wire_server import BOUND, Hold, Step, Wait, WireServer


def _begun(wire: WireCase) -> list[Step]:
    """Return the start of a reply that never goes on."""
    events = wire.ended(None, "one")
    return [STREAM_HEAD, *(chunk(event) for event in events), Hold()]


async def happened(event: threading.Event) -> bool:
    return await asyncio.to_thread(event.wait, BOUND)


def test_cancel_while_waiting_for_a_piece(wire: WireCase) -> None:
    async def stop() -> None:
        assistant = wire.make(server.url)
        first = asyncio.Event()

        async def read() -> None:
            async for _ in assistant.reply(request(), RecordingGate()):
                first.set()

        task = asyncio.create_task(read())
        await first.wait()
        assert not server.closed_early.is_set()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        # The assistant itself is still open: only this reply's connection goes.
        assert await happened(server.closed_early)
        server.play(stream(wire.events("next")))
        assert (await collected(assistant.reply(request(), RecordingGate()))).text == "next"
        await assistant.aclose()

    with WireServer() as server:
        server.play(_begun(wire))
        run(stop())


def test_cancel_before_any_answer(wire: WireCase) -> None:
    async def stop() -> None:
        assistant = wire.make(server.url)
        task = asyncio.create_task(collected(assistant.reply(request(), RecordingGate())))
        await asyncio.to_thread(server.wait_for_requests, 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await happened(server.closed_early)
        await assistant.aclose()

    with WireServer() as server:
        server.play([Hold()])
        run(stop())


@pytest.mark.parametrize("dropped", [False, True], ids=["closed", "dropped"])
def test_leaving_the_generator(wire: WireCase, dropped: bool) -> None:
    async def stop() -> None:
        assistant = wire.make(server.url)
        pieces: list[AsyncGenerator[str, None]] = [assistant.reply(request(), RecordingGate())]
        assert await anext(pieces[0]) == "one"
        if dropped:
            pieces.clear()
            gc.collect()
        else:
            await pieces[0].aclose()
        assert await happened(server.closed_early)
        await assistant.aclose()

    with WireServer() as server:
        server.play(_begun(wire))
        run(stop())


def test_two_replies_at_once(wire: WireCase) -> None:
    async def both() -> None:
        assistant = wire.make(server.url)
        stopping = asyncio.create_task(collected(assistant.reply(request(), RecordingGate())))
        await asyncio.to_thread(server.wait_for_requests, 1)
        other = asyncio.create_task(collected(assistant.reply(request(), RecordingGate())))
        await asyncio.to_thread(server.wait_for_requests, 2)
        stopping.cancel()
        assert await happened(server.closed_early)
        go_on.set()
        assert (await other).text == "unhurt"
        await assistant.aclose()

    go_on = threading.Event()
    with WireServer() as server:
        server.play([Hold()], [Wait(go_on), *stream(wire.events("unhurt"))])
        run(both())
