"""Measuring the private reader beside the plain way of calling llama.cpp, on the same model.

Each side runs in a fresh process. The private reader's state of the instructions is on disk, as
after the first day; the plain side has the same model, instructions, context and threads, and a
JSON schema. Both keep what they hold between two messages.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.commands import plain_model
from app.commands.plain_model import PlainAnswer, PlainOpen, PlainRead, texts_of
from app.detect.model.answer import Find
from app.detect.model.process import CONTEXT, Loadable, ModelProcess
from app.errors import KnownError
from app.processes.child import Child, ChildEnded, command

NAME = "Nora Lindqvist"
MESSAGES = (
    "Hi, I am Nora Lindqvist. Please write to nora.lindqvist@post.example, not to my old address.",
    "My blood sugar was 11.2 this morning; the doctor suspects type 2 diabetes. What may I eat?",
    "Which films of the nineties are worth seeing again?",
    "我叫林若彤，住在杭州市文三路88号，电话13800001111，请帮我写一封请假邮件。",
    "我和前夫的抚养权官司下周三在法院开庭，我该准备什么？",
    "I owe my brother 14,000 euros and the door code of our flat is 4471#. Draft a short note.",
)
# Tokens after which the plain side is stopped: a small model can go on for ever.
_LONGEST = 600
_MEGABYTE = 1_000_000


class ModelBenchFailed(KnownError):
    """A side has ended before it answered, or a file cannot be read."""

    sentence = "The model could not be measured ({reason}). Check the names of the files."


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one message took: seconds, runs of the model (the prompt is one), and tokens.

    `texts` are those told. Of the seconds, `prompt` and `passes_seconds` went to the model.
    """

    texts: frozenset[str]
    seconds: float
    passes: int
    tokens: int
    prompt: float = 0.0
    passes_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Side:
    """One side: its answers, the first with its start, and its largest memory in bytes."""

    name: str
    answers: list[_Answer]
    memory: int

    @property
    def first(self) -> _Answer:
        return self.answers[0]

    @property
    def later(self) -> list[_Answer]:
        return self.answers[1:]


def bench_files(model: Path, instructions: Path, messages: Path | None, threads: int) -> str:
    """Return the table for the instructions and messages, one a line, of two files.

    Without `messages` for the built-in ones. Raises as `bench_model`.
    """
    try:
        told = instructions.read_text(encoding="utf-8")
        lines = messages.read_text(encoding="utf-8").splitlines() if messages else MESSAGES
    except (OSError, UnicodeDecodeError) as error:
        raise ModelBenchFailed(reason=type(error).__name__) from None
    texts = [line for line in lines if line.strip()]
    if len(texts) < 2:
        raise ModelBenchFailed(reason="fewer than two messages")
    return bench_model(model, told, texts, threads)


def bench_model(
    model: Path, instructions: str, messages: Sequence[str] = MESSAGES, threads: int = 0
) -> str:
    """Return the table of both sides over `messages`, at least two.

    `threads` compute, 0 for as many as suit the machine. Raises `ModelBenchFailed` or a
    `ReaderFailed`.
    """
    with tempfile.TemporaryDirectory() as states:
        loadable = Loadable(model.name, model, instructions)
        private = asyncio.run(_private(loadable, Path(states), messages, threads))
    plain = asyncio.run(_plain(loadable, messages, threads))
    return _table(private, plain)


async def _private(model: Loadable, states: Path, messages: Sequence[str], threads: int) -> _Side:
    process = ModelProcess(model, states, threads=threads)
    await process.warm_up()  # on the first day
    await process.close()
    answers: list[_Answer] = []
    try:
        for message in messages:
            begun = time.monotonic()
            told = [each async for each in process.read(message, NAME) if isinstance(each, Find)]
            seconds, took = time.monotonic() - begun, process.last
            if took is None:
                raise ModelBenchFailed(reason="the private reader ended by itself")
            texts = frozenset(find.text for find in told)
            answers.append(
                _Answer(
                    texts,
                    seconds,
                    took.passes + 1,
                    took.tokens,
                    took.prompt_seconds,
                    took.pass_seconds,
                )
            )
        memory = _memory(process.pid)
    finally:
        await process.close()
    return _Side("private reader", answers, memory)


async def _plain(model: Loadable, messages: Sequence[str], threads: int) -> _Side:
    answers: list[_Answer] = []
    begun = time.monotonic()
    child = await Child.start(command(plain_model.COMMAND), plain_model.PROTOCOL)
    try:
        await child.send(PlainOpen(str(model.path), model.instructions, CONTEXT, threads))
        for message in messages:
            await child.send(PlainRead(NAME, message, _LONGEST))
            answer: PlainAnswer = await child.receive()
            texts = texts_of(answer.content, message)
            seconds = time.monotonic() - begun
            answers.append(_Answer(texts, seconds, answer.passes, answer.tokens))
            begun = time.monotonic()
        memory = _memory(child.pid)
    except ChildEnded:
        raise ModelBenchFailed(reason="the plain side ended by itself") from None
    finally:
        child.kill()
        await child.stop()
    return _Side("plain llama-cpp-python", answers, memory)


def _memory(pid: int | None) -> int:
    """Return the largest resident size of a process so far, in bytes; 0 where it has gone."""
    with suppress(OSError, ValueError, StopIteration):
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    with suppress(psutil.Error):
        return int(psutil.Process(pid).memory_info().rss)
    return 0


def _table(private: _Side, plain: _Side) -> str:
    agree = sum(
        mine.texts == other.texts
        for mine, other in zip(private.answers, plain.answers, strict=True)
    )
    later = private.later
    seconds = sum(each.seconds for each in later) or 1.0
    prompt = sum(each.prompt for each in later) / seconds
    passes = sum(each.passes_seconds for each in later) / seconds
    rest = max(0.0, 1 - prompt - passes)
    times = (
        _times(plain.first.seconds, private.first.seconds),
        _times(plain.first.passes, private.first.passes),
        _times(_mean(plain, "seconds"), _mean(private, "seconds")),
        _times(_mean(plain, "passes"), _mean(private, "passes")),
    )
    return "\n".join(
        (
            _line("", "first s", "passes", "later s", "passes", "tokens", "peak MB"),
            _row(private),
            _row(plain),
            _line("times sooner, fewer", *times),
            f"same texts in {agree} of {len(private.answers)} messages",
            f"private reader, later: {prompt:.0%} prompt, {passes:.0%} answer, {rest:.0%} the rest",
        )
    )


def _line(name: str, *cells: str) -> str:
    return f"{name:<24}" + "".join(f"{cell:>9}" for cell in cells)


def _row(side: _Side) -> str:
    return _line(
        side.name,
        f"{side.first.seconds:.2f}",
        str(side.first.passes),
        f"{_mean(side, 'seconds'):.2f}",
        f"{_mean(side, 'passes'):.1f}",
        f"{_mean(side, 'tokens'):.1f}",
        f"{side.memory / _MEGABYTE:.0f}",
    )


def _mean(side: _Side, what: str) -> float:
    return statistics.fmean(getattr(each, what) for each in side.later)


def _times(plain: float, private: float) -> str:
    return f"{plain / private:.1f}" if private else "-"
