"""Trying a private reader on a sample, to see what it finds and how long it takes.

Nothing of it is remembered: neither the sample nor what was found in it.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from app.detect.detector import Profile
from app.detect.model.engines import Step
from app.detect.model.reader import ModelReader
from app.privacy.span import Span


@dataclass(frozen=True, slots=True)
class Tried:
    """How a trial ended: what was found, in the order of the sample, and how long it took."""

    found: tuple[Span, ...]
    seconds: float


async def try_out(
    reader: ModelReader, sample: str, profile: Profile
) -> AsyncGenerator[Step | Tried, None]:
    """Have `reader` read `sample`; yield what it does, and at last how it ended.

    Raises a `ReaderFailed`.
    """
    clock = asyncio.get_running_loop().time
    began = clock()
    async with aclosing(reader.read(sample, profile)) as steps:
        async for step in steps:
            yield step
    seconds = clock() - began
    found = sorted(reader.detect(sample, profile), key=lambda span: (span.start, -span.end))
    yield Tried(tuple(found), seconds)
