"""Trying a model on a sample: what it tells, what it leaves behind, how it ends."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from app.chat.session import Cast, Session
from app.chat.trial import Tried
from app.detect.model.answer import Find
from app.detect.model.engines import Step
from app.detect.model.failures import ReaderCrashed
from app.privacy.levels import Level
from app.store.database import Database
from app.store.reader_choice import NO_READER, ReaderChoice, ReaderKind
from tests.chat.world import CAST

SAMPLE = "The rash came back in May. Nobody knows of the rash."
CHOICE = ReaderChoice(ReaderKind.FILE, "small.gguf", "Small")


class Engine:
    """Finds the rash, or fails."""

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails
        self.closed = 0
        self.left = 0

    async def read(self, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
        """Tell of the rash in `text`."""
        del name
        try:
            yield Step.READING
            if self.fails:
                raise ReaderCrashed(detector="model")
            if "rash" in text:
                yield Find("rash", "Medical Health", Level.PL3)
        finally:
            self.left += 1

    async def close(self) -> None:
        """Note it."""
        self.closed += 1


def _session(engine: Engine) -> Session:
    def open_reader(choice: ReaderChoice) -> Engine | None:
        return None if choice == NO_READER else engine

    cast = Cast(CAST.detectors, CAST.kinds, CAST.open_assistant, open_reader)
    return Session(Database.in_memory(), cast)


async def _told(session: Session, choice: ReaderChoice) -> list[Step | Tried]:
    async with aclosing(session.try_reader(choice, SAMPLE)) as told:
        return [each async for each in told]


def test_a_trial_tells_every_place_and_the_time() -> None:
    engine = Engine()
    session = _session(engine)
    *steps, last = asyncio.run(_told(session, CHOICE))
    assert steps == [Step.READING, Step.FOUND]
    assert isinstance(last, Tried)
    assert [(span.start, span.text) for span in last.found] == [(4, "rash"), (47, "rash")]
    assert last.seconds >= 0
    # It was opened for the trial only.
    assert engine.closed == 1
    assert session.settings.reader == NO_READER
    assert not [each for each in session.read(None, SAMPLE).found if each.span.source == "model"]


def test_the_model_in_use_is_not_given_back() -> None:
    engine = Engine()
    session = _session(engine)

    async def work() -> None:
        await session.choose_reader(CHOICE)
        assert isinstance((await _told(session, CHOICE))[-1], Tried)
        assert engine.closed == 0
        assert not session.understanding.is_complete(SAMPLE)

    asyncio.run(work())


def test_a_trial_that_fails_gives_the_model_back() -> None:
    engine = Engine(fails=True)
    with pytest.raises(ReaderCrashed):
        asyncio.run(_told(_session(engine), CHOICE))
    assert engine.closed == 1


def test_a_trial_that_nobody_waits_for_ends() -> None:
    engine = Engine()

    async def work() -> None:
        async with aclosing(_session(engine).try_reader(CHOICE, SAMPLE)) as told:
            await anext(told)
        assert (engine.left, engine.closed) == (1, 1)

    asyncio.run(work())
