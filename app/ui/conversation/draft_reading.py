"""Reading a draft on the core thread, so that what goes wrong comes back with its revision."""

from dataclasses import dataclass

from app.chat.reader import Reading
from app.chat.session import Session
from app.detect.detector import DetectorFailed
from app.errors import KnownError
from app.privacy.policy import Choices


@dataclass(frozen=True, slots=True)
class DraftRead:
    """What reading a draft came to: a reading, an error, or neither for an empty draft."""

    revision: int
    reading: Reading | None = None
    error: Exception | None = None

    @property
    def failure(self) -> KnownError:
        """The error as the user is told of it; one that was not foreseen stops reading as well."""
        if isinstance(self.error, KnownError):
            return self.error
        return DetectorFailed(detector=type(self.error).__name__)


def read_draft(
    session: Session, chat_id: int | None, text: str, choices: Choices, revision: int
) -> DraftRead:
    """Read `text` as a message of a chat. Runs on the core thread; raises nothing."""
    try:
        return DraftRead(revision, session.read(chat_id, text, choices))
    except Exception as error:  # noqa: BLE001 - shown or raised on the window's thread
        return DraftRead(revision, error=error)
