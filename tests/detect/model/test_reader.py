"""Reading piece by piece: only what is new is asked, nothing late is lost or taken for read."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from app.detect.detector import Profile
from app.detect.model.answer import Find
from app.detect.model.engines import Step
from app.detect.model.failures import PieceTooLong, ReaderFailed, ReaderTooSlow
from app.detect.model.process import Loadable, ModelProcess
from app.detect.model.reader import ModelReader
from tests.detect.model.conftest import run
from tests.detect.model.scripted import Scripted
from tests.detect.model.test_pieces import prose

IDA = Profile(("Ida Moreau",))


async def read(reader: ModelReader, text: str, profile: Profile = IDA) -> list[Step]:
    return [step async for step in reader.read(text, profile)]


def found(reader: ModelReader, text: str) -> set[tuple[int, str]]:
    return {(span.start, span.text) for span in reader.detect(text, IDA)}


async def reader_with(engine: Scripted, seconds: float = 60.0) -> ModelReader:
    reader = ModelReader(None, lambda: seconds)
    await reader.use(engine)
    return reader


def test_without_an_engine_every_text_counts_as_read() -> None:
    async def work() -> None:
        reader = ModelReader(None, lambda: 120.0)
        assert reader.is_read("Ida", IDA)
        assert not await read(reader, "Ida")
        assert not found(reader, "Ida")

    run(work)


def test_it_tells_every_place_and_asks_once() -> None:
    async def work() -> None:
        engine = Scripted("Ida", "Moreau")
        reader = await reader_with(engine)
        text = "😀 Ida and Ida Moreau, not Idaho"
        assert not reader.is_read(text, IDA)
        assert await read(reader, text) == [Step.READING, Step.FOUND, Step.FOUND]
        assert found(reader, text) == {(2, "Ida"), (10, "Ida"), (14, "Moreau")}
        assert reader.is_read(text, IDA)
        assert not await read(reader, text)
        assert engine.asked == [(text, "Ida Moreau")]
        assert not reader.is_read(text, Profile(("Someone Else",)))
        assert not await read(reader, " \n ")
        assert reader.is_read(" \n ", IDA)

    run(work)


def test_only_what_an_edit_changed_is_asked() -> None:
    async def work() -> None:
        engine = Scripted("sister")
        reader = await reader_with(engine)
        text = prose(20_000, 5)
        await read(reader, text)
        whole = len(engine.asked)
        edited = text[:9_000] + "One more sentence. " + text[9_000:]
        await read(reader, edited)
        assert whole > 15
        assert 1 <= len(engine.asked) - whole <= 4
        assert reader.is_read(edited, IDA)
        assert {edited[at : at + 6] for at, _ in found(reader, edited)} == {"sister"}
        assert len(found(reader, edited)) == edited.count("sister")

    run(work)


def test_so_it_is_with_the_real_process(tiny: Loadable, tmp_path: Path) -> None:
    async def work() -> None:
        reader = ModelReader(None, lambda: 120.0)
        await reader.use(ModelProcess(tiny, tmp_path))
        text = "\n\n".join(prose(500, seed).replace("\n", " ") for seed in range(5))
        steps = await read(reader, text)
        asked = steps.count(Step.READING)
        edited = text + " And more."
        again = await read(reader, edited)
        assert asked > 2
        assert again.count(Step.READING) == 1
        assert reader.is_read(edited, IDA)
        assert all(text.startswith(piece, at) for at, piece in found(reader, text))
        await reader.use(None)

    run(work)


def test_when_time_is_over_what_was_found_is_kept() -> None:
    async def work() -> None:
        engine = Scripted("Ida")
        engine.stall = lambda _: True
        reader = await reader_with(engine, seconds=0.05)
        with pytest.raises(ReaderTooSlow) as slow:
            await read(reader, "I am Ida")
        assert "0 seconds" in str(slow.value)
        assert found(reader, "I am Ida") == {(5, "Ida")}
        assert not reader.is_read("I am Ida", IDA)
        assert engine.reading == 0
        engine.stall = lambda _: False
        await read(reader, "I am Ida")
        assert reader.is_read("I am Ida", IDA)

    run(work)


def test_loading_the_model_takes_nothing_of_the_time_for_a_message() -> None:
    async def work() -> None:
        engine = Scripted("Ida")
        engine.loads_for = 0.2
        reader = await reader_with(engine, seconds=0.1)
        assert await read(reader, "I am Ida") == [Step.LOADING, Step.READING, Step.FOUND]
        assert reader.is_read("I am Ida", IDA)
        engine.stall = lambda _: True
        with pytest.raises(ReaderTooSlow):
            await read(reader, "Ida again")

    run(work)


def test_a_piece_that_is_too_long_is_read_in_smaller_ones() -> None:
    async def work() -> None:
        engine = Scripted("Ida", longest=300)
        reader = await reader_with(engine)
        text = "All is well here. " * 40 + "Ida is here. " + "All is well there. " * 20
        steps = await read(reader, text)
        assert reader.is_read(text, IDA)
        assert found(reader, text) == {(text.index("Ida"), "Ida")}
        assert steps.count(Step.FOUND) == 1
        assert max(len(asked) for asked, _ in engine.asked[-3:]) <= 300

    run(work)


def test_one_that_cannot_be_cut_further_is_a_failure() -> None:
    async def work() -> None:
        reader = await reader_with(Scripted("Ida", longest=1))
        with pytest.raises(PieceTooLong):
            await read(reader, "I am Ida, " * 50)
        assert not reader.is_read("I am Ida, " * 50, IDA)
        assert found(reader, "I am Ida, " * 50)

    run(work)


def test_giving_up_stops_the_engine_at_once() -> None:
    async def work() -> None:
        engine = Scripted(longest=300)
        engine.stall = lambda text: len(text) <= 300
        reader = await reader_with(engine)
        reading = asyncio.create_task(read(reader, "All is well here. " * 40))
        for _ in range(50):
            await asyncio.sleep(0)
        assert len(engine.asked) == 2
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        assert engine.reading == 0

    run(work)


def test_two_who_ask_for_the_same_have_it_read_once() -> None:
    async def work() -> None:
        engine = Scripted("Ida")
        reader = await reader_with(engine)
        await asyncio.gather(read(reader, "I am Ida"), read(reader, "I am Ida"))
        assert len(engine.asked) == 1

    run(work)


def test_another_engine_or_a_locked_vault_leaves_nothing_of_before() -> None:
    async def work() -> None:
        old, new = Scripted("Ida"), Scripted("Moreau")
        reader = await reader_with(old)
        text = prose(4_000, 3) + " Ida"
        steps = reader.read(text, IDA)
        await anext(steps)
        await reader.use(new)
        assert old.closed == 1
        assert [step async for step in steps] in ([], [Step.FOUND])
        assert len(old.asked) == 1
        assert not found(reader, text)
        assert not reader.is_read(text, IDA)
        await read(reader, text)
        assert reader.is_read(text, IDA)
        reader.forget()
        assert not found(reader, text)
        assert not reader.is_read(text, IDA)

    run(work)


def test_an_engine_that_fails_for_being_replaced_is_no_failure() -> None:
    class Fails(Scripted):
        async def read(self, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
            self.asked.append((text, name))
            yield Step.READING
            raise ReaderFailed(detector="model")

    async def work() -> None:
        reader = await reader_with(Fails())
        steps = reader.read("I am Ida", IDA)
        await anext(steps)
        await reader.use(Scripted())
        assert [step async for step in steps] == []
        await reader.use(Fails())
        with pytest.raises(ReaderFailed):
            await read(reader, "I am Ida")

    run(work)


def test_half_a_surrogate_pair_moves_no_offset() -> None:
    async def work() -> None:
        reader = await reader_with(Scripted("Ida\ufffd"))
        text = "\ud83d\ude00 I am Ida\ud83d."
        await read(reader, text)
        assert found(reader, text) == {(8, "Ida\ud83d")}

    run(work)


def test_a_text_longer_than_what_is_remembered_is_read_to_its_end() -> None:
    async def work() -> None:
        engine = Scripted()
        reader = await reader_with(engine)
        text = "word " * 220_000
        await read(reader, text)
        assert reader.is_read(text, IDA)

    run(work)
