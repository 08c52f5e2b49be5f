"""Why a reply failed is known after a restart: its kind, and no value."""

import asyncio
from pathlib import Path

import pytest

from app.assistants import failures
from app.assistants.assistant import AssistantError
from app.chat.failing import noted, recalled
from app.errors import KnownError
from app.privacy.outbound import OutboundLeak
from app.privacy.policy import NO_CHOICES
from app.store.errors import DiskFull
from app.store.messages import Failure
from app.store.numbering import FIRST_IDENTITY
from tests.assistants.wire_events import whole
from tests.assistants.wire_server import WireServer
from tests.chat.world import add_provider, events_of, new_session, unlocked

DETAILS: dict[str, str | int] = {
    "provider": "Mine",
    "host": "api.example",
    "status": 429,
    "seconds": 30,
    "bytes": 9,
}
OF_ASSISTANTS = [
    each
    for each in vars(failures).values()
    if isinstance(each, type) and issubclass(each, AssistantError) and each is not AssistantError
]


@pytest.mark.parametrize("kind", OF_ASSISTANTS, ids=lambda kind: kind.__name__)
def test_every_failure_of_an_assistant_comes_back_word_for_word(kind: type[KnownError]) -> None:
    error = kind(**DETAILS)
    again = recalled(noted(error))
    assert type(again) is kind
    assert str(again) == str(error)


def test_so_does_a_leak_that_was_stopped() -> None:
    error = OutboundLeak(placeholder="<Email_1>")
    assert str(recalled(noted(error))) == str(error)


def test_what_could_hold_a_value_is_not_kept() -> None:
    kept = noted(DiskFull(file="Letters to Ann.db"))
    assert kept == Failure("DiskFull", {})
    assert recalled(kept) is None


@pytest.mark.parametrize(
    "failure", [None, Failure("OfALaterVersion", {}), Failure("RateLimitedFor", {"provider": "x"})]
)
def test_what_this_version_cannot_say_is_not_said(failure: Failure | None) -> None:
    assert recalled(failure) is None


def test_after_a_restart_a_failed_reply_still_says_why(tmp_path: Path) -> None:
    with WireServer() as server:
        server.play(whole(429, b"{}", "application/json", {"Retry-After": "120"}))
        session = new_session(tmp_path)
        add_provider(session, server.url)
        chat = session.chats.create(FIRST_IDENTITY)
        with pytest.raises(AssistantError) as caught:
            asyncio.run(events_of(session.turns.send(chat.id, "Hello", NO_CHOICES)))
        asyncio.run(session.close())
    session = unlocked(tmp_path)
    question, reply = session.messages(chat.id)
    assert question.failure is None
    again = recalled(reply.failure)
    assert type(again) is failures.RateLimitedFor
    assert str(again) == str(caught.value)
    session.chats.update(reply.id, "whole", (), reply.state)
    assert session.messages(chat.id)[-1].failure is None
