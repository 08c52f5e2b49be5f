"""Asks again where asking again can neither double anything nor lose anything.

That is where no connection came about, or where the provider said that it takes no request just
now, and nothing of a reply had come. A request that may have been worked on is never repeated
unasked: it may have been paid for.
"""

import asyncio
import random
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass

from app.assistants.assistant import AssistantError
from app.assistants.failures import (
    HostNotFound,
    ProviderOverloaded,
    RateLimited,
    RateLimitedFor,
    Unreachable,
)

# Whether one of these is meant is asked by `type`, not by `isinstance`: that the certificate is
# wrong, or that nothing listens there, will not pass in seconds.
_PASSING = (Unreachable, HostNotFound, RateLimited, RateLimitedFor, ProviderOverloaded)
MOST_TRIES = 3
# In seconds; a longer wait than this is for the user to decide on.
LONGEST_WAIT = 30


@dataclass(frozen=True, slots=True)
class Postponed:
    """There was no answer, and in `seconds` the request will be sent again."""

    seconds: int


class Patience:
    """How long to wait, and for what."""

    def __init__(
        self,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """Wait by `sleep`, which takes seconds.

        `chance`, from 0 to 1, keeps many apps from coming back at the same moment.
        """
        self._sleep = sleep
        self._chance = chance

    async def ask(
        self, ask: Callable[[], AsyncGenerator[str, None]]
    ) -> AsyncGenerator[str | Postponed, None]:
        """Yield the pieces of the reply that `ask` begins, and each wait before the next try.

        Raises what `ask` raises, once it is no failure that passes, or was so too often.
        """
        for tried in range(MOST_TRIES):
            begun = False
            try:
                async with aclosing(ask()) as pieces:
                    async for piece in pieces:
                        begun = True
                        yield piece
            except _PASSING as failure:
                seconds = self._wait(failure, tried)
                if begun or seconds is None:
                    raise
            else:
                return
            yield Postponed(seconds)
            await self._sleep(seconds)

    def _wait(self, failure: AssistantError, tried: int) -> int | None:
        """Return how many seconds to wait after so many earlier tries; None to give up."""
        if type(failure) not in _PASSING or tried == MOST_TRIES - 1:
            return None
        asked = failure.details.get("seconds") if type(failure) is RateLimitedFor else None
        if isinstance(asked, int):
            return max(1, asked) if asked <= LONGEST_WAIT else None
        # Exponential, half of it by chance ("equal jitter": M. Brooker, "Exponential Backoff And
        # Jitter", 2015).
        most: int = 2 ** (tried + 1)
        return round(most / 2 + self._chance() * most / 2)
