"""Having the private reader read what is about to leave, and refusing what it has not read.

Rules read a text at once; a model takes its time. So the composer shows what is known so far while
the model reads on, and nothing leaves before it has finished unless the user says so.
"""

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing

from app.chat.speaker import Speaker
from app.detect.model.engines import Step
from app.detect.model.reader import ModelReader
from app.errors import KnownError
from app.store.receipts import ReadBy


class NotUnderstood(KnownError):
    """The model has not read all of what would leave, and the user has not waived that."""

    sentence = (
        "The private reader has not finished reading your message, so nothing was sent. Your "
        "message is still here. Wait a moment, or send it without the private reader."
    )


class Understanding:
    """Knows which texts a model must have read before they leave."""

    def __init__(self, model: ModelReader, speaker: Callable[[int | None], Speaker]) -> None:
        """Read with `model`; `speaker` says as whom the user speaks in a chat.

        None is a chat of the chosen identity that has no message yet, here and below.
        """
        self._model = model
        self._speaker = speaker

    @property
    def wanted(self) -> bool:
        """Whether the user has chosen a model to read."""
        return self._model.engine is not None

    def is_complete(self, draft: str | None, chat_id: int | None = None) -> bool:
        """Say whether the model has read `draft` and all else that leaves, or there is none."""
        speaker = self._speaker(chat_id)
        return all(self._model.is_read(text, speaker.profile) for text in _texts(draft, speaker))

    def read_by(self, draft: str | None, chat_id: int | None, *, waived: bool) -> ReadBy:
        """Return who has read what leaves with `draft` in a chat.

        Raises `NotUnderstood` where the model has not finished and the user has not `waived` it.
        """
        if not self.wanted:
            return ReadBy.RULES
        if self.is_complete(draft, chat_id):
            return ReadBy.MODEL
        if waived:
            return ReadBy.WAIVED
        raise NotUnderstood

    async def read(self, draft: str, chat_id: int | None = None) -> AsyncGenerator[Step, None]:
        """Have the model read what leaves with `draft`; yield what it does.

        Raises a `ReaderFailed`; what was found before is kept.
        """
        speaker = self._speaker(chat_id)
        for text in _texts(draft, speaker):
            async with aclosing(self._model.read(text, speaker.profile)) as steps:
                async for step in steps:
                    yield step


def _texts(draft: str | None, speaker: Speaker) -> Iterator[str]:
    """Yield what is in clear until it leaves; earlier messages were read before they left."""
    if draft is not None:
        yield draft
    yield speaker.instructions
