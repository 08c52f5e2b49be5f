"""A session over a real database in memory, real detectors and a real server on the loopback."""

from collections.abc import AsyncIterator
from pathlib import Path

from app.assistants.opening import open_assistant
from app.chat.session import Cast, Session
from app.chat.turn import Committed, Finished, TurnEvent
from app.detect.builtin.factory import default_detector
from app.paths import resources
from app.privacy.kinds import read_kinds
from app.store.database import Database
from app.store.messages import Message
from app.store.opening import StoreFiles
from app.store.providers import Provider

KINDS = read_kinds((resources() / "placeholder_kinds.toml").read_text("utf-8"))
CAST = Cast(
    (default_detector(resources()),),
    KINDS,
    lambda provider, proxy: open_assistant(
        provider.wire, provider.base_url, provider.api_key, provider.name, proxy
    ),
)


def new_session(base: Path | None = None) -> Session:
    """Return a session of a new database: under `base`, or in memory."""
    if base is None:
        return Session(Database.in_memory(), CAST)
    return Session(StoreFiles(base / "key", base / "db").create("open sesame"), CAST)


def unlocked(base: Path) -> Session:
    """Return a session of the database that `new_session` made under `base`."""
    return Session(StoreFiles(base / "key", base / "db").open("open sesame"), CAST)


def add_provider(session: Session, url: str) -> Provider:
    """Add an OpenAI-compatible provider at `url` and let new chats use it."""
    provider = session.providers.add(
        Provider("custom", "openai", "Testing", f"{url}/v1", "small", "sk-testing-key")
    )
    session.settings.provider_id = provider.id
    return provider


async def events_of(events: AsyncIterator[TurnEvent]) -> list[TurnEvent]:
    """Return all events of a turn."""
    return [event async for event in events]


def reply_in(events: list[TurnEvent]) -> Message:
    """Return the reply as kept, the last event of a turn."""
    last = events[-1]
    assert isinstance(last, Finished)
    return last.message


def question_in(events: list[TurnEvent]) -> Message:
    """Return the user's message as kept, the first event of a turn."""
    first = events[0]
    assert isinstance(first, Committed)
    return first.message
