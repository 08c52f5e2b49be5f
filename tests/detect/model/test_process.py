"""The model's real process: it answers, is interrupted, dies, is restarted, never outlives us."""

import asyncio
import json
import os
import signal
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

import psutil
import pytest

from app.detect.model.answer import Find
from app.detect.model.engines import Step
from app.detect.model.failures import (
    ModelMissing,
    ModelUnusable,
    NotEnoughMemory,
    ReaderCrashed,
    ReaderFailed,
)
from app.detect.model.messages import PROTOCOL, Open
from app.detect.model.process import COMMAND, Loadable, ModelProcess
from app.processes.child import Child, command
from tests.detect.model.conftest import INSTRUCTIONS, run
from tests.detect.model.tiny import write_embedder, write_model

TEXT = "My name is Ida Moreau, I live at 12 Elm Road and my mail is ida@post.example, 王小明 😀."
NAME = "Ida Moreau"


async def all_of(process: ModelProcess, text: str = TEXT) -> list[Find | Step]:
    return [each async for each in process.read(text, NAME)]


def finds(told: list[Find | Step]) -> list[Find]:
    return list(dict.fromkeys(each for each in told if isinstance(each, Find)))


async def gone(pid: int) -> None:
    """Return once there is no process `pid`."""
    await until(lambda: not psutil.pid_exists(pid))


async def until(happened: Callable[[], bool]) -> None:
    """Return once it `happened`; a test that waits in vain is ended."""
    while not happened():  # noqa: ASYNC110 - nothing tells when another process ends
        await asyncio.sleep(0.01)


async def give_up(reading: asyncio.Task[list[Find | Step]]) -> None:
    """Cancel `reading`, which has not ended yet."""
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading


def test_it_reads_again_and_again_and_ends(tiny: Loadable, tmp_path: Path) -> None:
    async def work() -> None:
        process = ModelProcess(tiny, tmp_path)
        assert process.pid is None
        first = await all_of(process)
        pid = process.pid
        assert first[:2] == [Step.LOADING, Step.READING]
        assert finds(first)
        again = await all_of(process)
        assert again[0] is Step.READING
        assert finds(again)
        assert (await all_of(process, "\ud83d half a pair"))[0] is Step.READING
        assert await all_of(process, " \n\u2028") == [Step.READING]
        assert process.pid == pid
        assert process.last is not None
        assert TEXT not in " ".join(psutil.Process(pid).cmdline())
        await process.close()
        assert process.pid is None
        assert pid is not None
        await gone(pid)
        again = await all_of(process)
        assert again == first
        await process.close()

    run(work)


def test_a_model_that_has_learned_finds_what_stands_there(real_model: Path, tmp_path: Path) -> None:
    async def work() -> None:
        process = ModelProcess(Loadable("SmolLM2", real_model, INSTRUCTIONS), tmp_path)
        text = "I have asthma"
        told = finds(await all_of(process, text))
        assert told
        assert all(find.text in text for find in told)
        await process.close()

    run(work)


def test_killed_amid_a_reading_it_starts_again_and_tells_all(
    slow: Loadable, tmp_path: Path
) -> None:
    async def work() -> None:
        process = ModelProcess(slow, tmp_path)
        whole = finds(await all_of(process))
        first = process.pid
        told: list[Find | Step] = []
        async for each in process.read(TEXT, NAME):
            if isinstance(each, Find) and not finds(told):
                os.kill(process.pid or 0, signal.SIGKILL)
            told.append(each)
        assert Step.RESTARTING in told
        assert finds(told) == whole
        assert len(whole) > 1
        assert process.pid != first
        await process.close()

    run(work)


def test_killed_twice_it_gives_up_and_can_be_asked_again(slow: Loadable, tmp_path: Path) -> None:
    async def work() -> None:
        process = ModelProcess(slow, tmp_path)
        steps: list[Find | Step] = []

        async def read() -> None:
            async for each in process.read(TEXT, NAME):
                if each is Step.READING:
                    os.kill(process.pid or 0, signal.SIGKILL)
                steps.append(each)

        with pytest.raises(ReaderCrashed) as crashed:
            await read()
        assert steps.count(Step.RESTARTING) == 1
        assert process.pid is None
        assert "Elm" not in str(crashed.value)
        assert crashed.value.__cause__ is None
        assert finds(await all_of(process))
        await process.close()

    run(work)


def test_killed_between_two_readings_is_no_failure(tiny: Loadable, tmp_path: Path) -> None:
    async def work() -> None:
        process = ModelProcess(tiny, tmp_path)
        whole = finds(await all_of(process))
        os.kill(process.pid or 0, signal.SIGKILL)
        assert finds(await all_of(process)) == whole
        await process.close()

    run(work)


def test_given_up_amid_the_prompt_or_the_answer_the_next_is_read(
    slow: Loadable, tmp_path: Path
) -> None:
    async def work() -> None:
        process = ModelProcess(slow, tmp_path)
        long = "All that was said that day about the house. " * 8
        assert finds(await all_of(process))
        pid, before = process.pid, process.last
        reading = asyncio.create_task(all_of(process, long))
        await asyncio.sleep(0.05)
        await give_up(reading)
        async with aclosing(process.read(TEXT, NAME)) as told:
            async for each in told:
                if isinstance(each, Find):
                    break
        assert process.last is before
        # Not compared: with part of the prompt held already, the sums are rounded otherwise.
        assert finds(await all_of(process))
        assert process.pid == pid
        await process.close()

    run(work)


def test_who_gives_up_while_it_loads_does_not_end_the_loading(
    slow: Loadable, tmp_path: Path
) -> None:
    async def work() -> None:
        process = ModelProcess(slow, tmp_path)
        reading = asyncio.create_task(all_of(process))
        await until(lambda: process.pid is not None)
        pid = process.pid
        await give_up(reading)
        assert finds(await all_of(process))
        assert process.pid == pid
        await process.close()

    run(work)


def test_closed_while_it_loads_reads_or_waits_nothing_is_left(
    slow: Loadable, tmp_path: Path
) -> None:
    async def work() -> None:
        process = ModelProcess(slow, tmp_path)
        for readings in (1, 2):
            tasks = [asyncio.create_task(all_of(process)) for _ in range(readings)]
            await until(lambda: process.pid is not None)
            pid = process.pid or 0
            await process.close()
            for task in tasks:
                with pytest.raises(ReaderFailed):
                    await task
            assert process.pid is None
            await gone(pid)
        async with aclosing(process.read(TEXT, NAME)) as told:
            async for each in told:
                if each is Step.READING:
                    closing = asyncio.create_task(process.close())
                    with pytest.raises(ReaderFailed):
                        await anext(told)
                    await closing
        assert process.pid is None

    run(work)


def test_left_alone_it_gives_its_memory_back(tiny: Loadable, tmp_path: Path) -> None:
    async def work() -> None:
        process = ModelProcess(tiny, tmp_path, idle=0.05)
        assert finds(await all_of(process))
        pid = process.pid
        assert pid is not None
        await gone(pid)
        await until(lambda: process.pid is None)
        assert finds(await all_of(process))
        await process.close()

    run(work)


def test_who_begins_to_read_just_then_is_read(tiny: Loadable, tmp_path: Path) -> None:
    async def work() -> None:
        process = ModelProcess(tiny, tmp_path)
        assert finds(await all_of(process))
        process._on_idle()
        assert finds(await all_of(process))
        reading = asyncio.create_task(all_of(process))
        process._on_idle()
        assert finds(await reading)
        await process.close()

    run(work)


def test_it_ends_with_its_parent_even_while_it_computes(slow: Loadable, tmp_path: Path) -> None:
    async def work() -> None:
        child = await Child.start(command(COMMAND), PROTOCOL)
        await child.send(
            Open(
                str(slow.path),
                slow.instructions.replace("Find", "Find " * 900),
                str(tmp_path),
                4096,
            )
        )
        assert await child.stop() == 0

    run(work)


def test_a_hundred_quick_edits_leave_one_reading_and_no_growth(
    slow: Loadable, tmp_path: Path
) -> None:
    async def work() -> None:
        process = ModelProcess(slow, tmp_path)
        await process.warm_up()
        pid, sizes = process.pid, []
        for edit in range(100):
            reading = asyncio.create_task(all_of(process, TEXT + "!" * edit))
            await asyncio.sleep(0.01)
            await give_up(reading)
            sizes.append(psutil.Process(pid).memory_info().rss)
        assert process.last is None
        assert finds(await all_of(process))
        assert process.last is not None
        assert process.pid == pid
        assert max(sizes) - sizes[20] < 16 * 1024 * 1024
        await process.close()

    run(work)


def _missing(path: Path) -> Path:
    return path / "no such model.gguf"


def _garbage(path: Path) -> Path:
    (path / "bad.gguf").write_bytes(b"GGUF" + bytes(range(256)) * 50)
    return path / "bad.gguf"


def _cut(path: Path) -> Path:
    whole = write_model(path / "whole.gguf").read_bytes()
    (path / "cut.gguf").write_bytes(whole[: len(whole) // 2])
    return path / "cut.gguf"


def _without_place_for_a_message(path: Path) -> Path:
    return write_model(path / "short.gguf", context=512)


def _with_a_broken_template(path: Path) -> Path:
    return write_model(path / "template.gguf", template="{% for x in %}")


def _embedder(path: Path) -> Path:
    return write_embedder(path / "embedder.gguf")


def _larger_than_any_memory(path: Path) -> Path:
    with (path / "huge.gguf").open("wb") as file:
        file.truncate(1 << 42)
    return path / "huge.gguf"


@pytest.mark.parametrize(
    ("make", "failure"),
    [
        (_missing, ModelMissing),
        (_garbage, ModelUnusable),
        (_cut, ModelUnusable),
        (_without_place_for_a_message, ModelUnusable),
        (_with_a_broken_template, ModelUnusable),
        (_embedder, ModelUnusable),
        (_larger_than_any_memory, NotEnoughMemory),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(
    make: Callable[[Path], Path], failure: type[ReaderFailed], tmp_path: Path
) -> None:
    async def work() -> None:
        process = ModelProcess(Loadable("Model X", make(tmp_path), INSTRUCTIONS), tmp_path)
        with pytest.raises(failure) as failed:
            await all_of(process)
        assert "still here" in str(failed.value)
        assert "Elm" not in json.dumps(failed.value.details)
        assert process.pid is None

    run(work)


def test_instructions_without_place_for_the_message_are_refused(
    tiny_model: Path, tmp_path: Path
) -> None:
    async def work() -> None:
        process = ModelProcess(Loadable("Model X", tiny_model, "Find it."), tmp_path)
        with pytest.raises(ModelUnusable):
            await process.warm_up()

    run(work)


def test_a_file_name_that_is_no_text_is_opened(tiny_model: Path, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"m\xff.gguf")
    odd.write_bytes(tiny_model.read_bytes())

    async def work() -> None:
        process = ModelProcess(Loadable("Model X", odd, INSTRUCTIONS), tmp_path)
        assert finds(await all_of(process))
        await process.close()

    run(work)
