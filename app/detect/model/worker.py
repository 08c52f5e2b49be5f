"""The model's process: loads one model and reads one text after the other, until its pipe closes.

A crash of native code, a kill for want of memory, or a hang stays in here.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

import psutil

from app.detect.model.answer import readable
from app.detect.model.decoding import Decoder, Effort, tokenizer_of
from app.detect.model.engine import Engine, Overflow, Stopped, Unusable, spare_threads
from app.detect.model.memory import NoRoom
from app.detect.model.messages import PROTOCOL, Cancel, Ended, Open, Opened, Read, Refused, Told
from app.detect.model.prompt import Frame, Instructions, InstructionsUnusable, TemplateUnusable
from app.detect.model.state import KeptStates, model_digest
from app.processes.channel import Channel

# Tokens that a context must have beside the instructions: a short message and its answer.
_ROOM = 256


class Reading:
    """The model with its instructions, ready to read."""

    def __init__(self, opening: Open, should_stop: "Stops") -> None:
        """Load the model and bring it to the end of its instructions.

        Raises what `Engine` does, `OSError`, `TemplateUnusable` or `InstructionsUnusable`.
        """
        path = Path(opening.model)
        digest = model_digest(path)
        self._instructions = Instructions.parse(opening.instructions)
        self.engine = Engine(path, opening.context, opening.threads or spare_threads(), should_stop)
        self._frame = Frame.of(self.engine.chat_template())
        head = self._frame.head + self._instructions.fixed
        self.fixed = self.engine.tokens(head, start=True, special=True)
        self._foot = self.engine.tokens(self._frame.foot, special=True)
        if len(self.fixed) + _ROOM > self.engine.context:
            raise Overflow
        self.decoder = Decoder(self.engine, tokenizer_of(self.engine))
        states = KeptStates(Path(opening.states))
        self.kept = states.restore(self.engine, self.fixed, digest)
        if not self.kept:
            self.engine.evaluate(self.fixed)
            states.keep(self.engine, digest)

    def prompt(self, name: str, text: str) -> list[int]:
        """Return the tokens of the whole prompt for a text."""
        private = self.engine.tokens(self._instructions.private(name, text))
        return [*self.fixed, *private, *self._foot]


class Stops:
    """Says whether the reading at work should stop; asked by llama.cpp while it computes."""

    def __init__(self) -> None:
        self.reading = 0
        self._cancelled = 0

    def __call__(self) -> bool:
        """Say whether to stop now."""
        return 0 < self.reading <= self._cancelled

    def take(self, message: object) -> bool:
        """Heed a `Cancel`, on the thread that reads the pipe."""
        if isinstance(message, Cancel):
            self._cancelled = max(self._cancelled, message.id)
        return isinstance(message, Cancel)


def run() -> int:
    """Serve the parent until it closes the pipe; return the exit code."""
    _be_humble()
    stops = Stops()
    # A parent that has gone wants no answer: nothing is worth finishing.
    channel = Channel.of_this_process(PROTOCOL, stops.take, lambda: os._exit(0))
    reading: Reading | None = None
    for message in channel.messages():
        if isinstance(message, Open):
            try:
                reading = _open(message, stops, channel)
            except NoRoom as lack:
                channel.send(Refused("memory", lack.needed, lack.free))
                return 1
            except OSError:
                channel.send(Refused("missing"))
                return 1
            except (Unusable, Overflow, TemplateUnusable, InstructionsUnusable):
                channel.send(Refused("unusable"))
                return 1
        elif isinstance(message, Read) and not message.text.strip():
            channel.send(Ended(message.id, "read"))
        elif isinstance(message, Read) and reading is not None:
            _read(reading, message, stops, channel)
    return 0


def _open(message: Open, stops: Stops, channel: Channel) -> Reading:
    begun = time.monotonic()
    reading = Reading(message, stops)
    channel.send(Opened(reading.kept, len(reading.fixed), time.monotonic() - begun))
    return reading


def _read(reading: Reading, message: Read, stops: Stops, channel: Channel) -> None:
    stops.reading = message.id
    effort = Effort()
    engine = reading.engine
    text = readable(message.text)
    prompt = reading.prompt(readable(message.name), text)
    held = _common(engine.held, prompt[:-1])
    begun = time.monotonic()
    try:
        engine.keep(held)
        for find in reading.decoder.answer(text, prompt[held:], effort):
            channel.send(Told(message.id, find.text, find.type, find.level.name))
        outcome = "read"
    except Stopped:
        outcome = "cancelled"
    except Overflow:
        outcome = "full"
    stops.reading = 0
    # What was typed is forgotten as far as the next text does not begin with it.
    channel.send(
        Ended(
            message.id,
            outcome,
            len(prompt) - held,
            effort.passes,
            effort.tokens,
            effort.prompt_seconds,
            effort.pass_seconds,
            time.monotonic() - begun,
        )
    )


def _common(left: list[int], right: list[int]) -> int:
    """Return how many tokens both begin with."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def _be_humble() -> None:
    """Leave the processor to whatever the user does meanwhile."""
    with suppress(psutil.Error, OSError):
        low = psutil.BELOW_NORMAL_PRIORITY_CLASS if psutil.WINDOWS else 10
        psutil.Process().nice(low)
