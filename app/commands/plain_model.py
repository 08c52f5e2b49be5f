"""The plain way of asking a local model, for `bench_model` to measure beside the private reader.

It is what llama-cpp-python's own documentation shows: a `Llama`, `create_chat_completion` and a
JSON schema. Runs in a process of its own, as the private reader does.
"""

import json
import time
from dataclasses import dataclass
from typing import Any

from app.detect.model.engine import spare_threads
from app.detect.model.prompt import Instructions
from app.detect.model.server import SCHEMA
from app.processes.channel import Channel
from app.processes.protocol import Protocol

COMMAND = "plain-model-process"


@dataclass(frozen=True, slots=True)
class PlainOpen:
    """Load the model at `model`; the rest is as in `app.detect.model.messages.Open`."""

    model: str
    instructions: str
    context: int
    threads: int


@dataclass(frozen=True, slots=True)
class PlainRead:
    """Ask about `text`, written by `name`; the answer has at most `longest` tokens."""

    name: str
    text: str
    longest: int


@dataclass(frozen=True, slots=True)
class PlainAnswer:
    """The model's answer: what it took, as in `app.detect.model.messages.Ended`."""

    content: str
    passes: int
    tokens: int
    seconds: float


PROTOCOL = Protocol((PlainOpen, PlainRead, PlainAnswer))


class _Plain:
    def __init__(self, opening: PlainOpen) -> None:
        from llama_cpp import Llama  # noqa: PLC0415 - the benchmark's other side works without

        threads = opening.threads or spare_threads()
        self._instructions = Instructions.parse(opening.instructions)
        self._passes = 0
        self._llama = Llama(
            opening.model,
            n_ctx=opening.context,
            n_threads=threads,
            n_threads_batch=threads,
            verbose=False,
        )
        evaluate = self._llama.eval

        def counted(tokens: Any) -> None:
            self._passes += 1
            evaluate(tokens)

        self._llama.eval = counted  # type: ignore[method-assign]

    def answer(self, reading: PlainRead) -> PlainAnswer:
        self._passes = 0
        begun = time.monotonic()
        told: Any = self._llama.create_chat_completion(
            [{"role": "user", "content": self._instructions.whole(reading.name, reading.text)}],
            response_format={"type": "json_object", "schema": SCHEMA},
            temperature=0.0,
            max_tokens=reading.longest,
        )
        content = str(told["choices"][0]["message"]["content"])
        tokens = int(told["usage"]["completion_tokens"])
        return PlainAnswer(content, self._passes, tokens, time.monotonic() - begun)


def run() -> int:
    """Serve the parent until it closes the pipe; return the exit code."""
    channel = Channel.of_this_process(PROTOCOL)
    plain: _Plain | None = None
    for message in channel.messages():
        if isinstance(message, PlainOpen):
            plain = _Plain(message)
        elif isinstance(message, PlainRead) and plain is not None:
            channel.send(plain.answer(message))
    return 0


def texts_of(content: str, message: str) -> frozenset[str]:
    """Return the texts of an answer that stand in `message`; none of one that was cut."""
    try:
        items = json.loads(content)
    except ValueError:
        return frozenset()
    return frozenset(item["original_text"] for item in items if item["original_text"] in message)
