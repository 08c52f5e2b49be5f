"""Between Send and leaving: the window waits for the model, asks, or takes the wish back."""

import json
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.chat.session import Session
from app.privacy.policy import NO_CHOICES
from app.ui.composer.reader_state import ReaderState
from app.ui.conversation.sending import Sending, Wish
from app.ui.jobs import CoreThread
from tests.assistants.wire_events import refuse
from tests.assistants.wire_server import Script, Wait, WireServer
from tests.chat.test_understanding import answer_of, session_with

TEXT = "Nobody at work knows."
WISH = Wish(TEXT, NO_CHOICES)


class Desk:
    """What sends, over a session whose messages a model behind `server` reads."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot = qtbot
        self.server = WireServer().__enter__()
        self.server.answer_with(lambda _: answer_of())
        self.core = CoreThread()
        made: list[Session] = []
        self.core.call(session_with, self.server, done=made.append)
        qtbot.waitUntil(lambda: bool(made))
        self.session = made[0]
        self.sending = Sending(self.core, self.session.understanding)
        qtbot.addWidget(self.sending.bar)
        self.went: list[tuple[Wish, bool]] = []
        self.sending.ready.connect(lambda *each: self.went.append(each))

    def close(self) -> None:
        """End the core thread and the server."""
        self.sending.stop()
        self.core.close(last=self.session.close)
        self.server.close()

    @property
    def state(self) -> ReaderState:
        return self.sending.reading.state

    def wait_for(self, state: ReaderState) -> None:
        self.bot.waitUntil(lambda: self.state is state)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.close()


def held(event: threading.Event) -> Script:
    """Answer when `event` is set."""
    return [Wait(event), *answer_of()]


def test_what_was_read_goes_at_once(desk: Desk) -> None:
    desk.sending.follow(TEXT)
    desk.wait_for(ReaderState.READ)
    desk.sending.want(WISH)
    assert desk.went == [(WISH, False)]
    assert not desk.sending.waits


def test_send_waits_and_goes_by_itself(desk: Desk) -> None:
    release = threading.Event()
    desk.server.play(held(release))
    desk.sending.follow(TEXT)
    desk.sending.want(WISH)
    desk.wait_for(ReaderState.READING)
    assert desk.sending.bar.isVisible()
    assert desk.went == []
    release.set()
    desk.bot.waitUntil(lambda: desk.went == [(WISH, False)])
    assert not desk.sending.bar.isVisible()


def test_the_user_need_not_wait(desk: Desk) -> None:
    desk.server.play(held(threading.Event()))
    desk.sending.follow(TEXT)
    desk.sending.want(WISH)
    desk.sending.bar.waived.emit()
    assert desk.went == [(WISH, True)]


def test_another_text_takes_the_wish_back_and_stops_the_reading(desk: Desk) -> None:
    desk.server.play(held(threading.Event()))
    desk.sending.follow(TEXT)
    desk.sending.want(WISH)
    desk.bot.waitUntil(lambda: len(desk.server.requests) == 1)
    desk.sending.follow(TEXT + " Or do they?")
    assert not desk.sending.waits
    desk.wait_for(ReaderState.READ)
    assert desk.went == []
    read = [json.dumps(request.json()) for request in desk.server.requests]
    assert len(read) == 2
    assert "Or do they?" in read[1]


def test_after_a_failure_send_asks_and_a_second_try_may_do(desk: Desk) -> None:
    desk.server.play(refuse(500))
    desk.sending.follow(TEXT)
    desk.wait_for(ReaderState.FAILED)
    desk.sending.want(WISH)
    assert desk.sending.bar.isVisible()
    assert desk.went == []
    desk.sending.bar.retried.emit()
    desk.bot.waitUntil(lambda: desk.went == [(WISH, False)])


def test_typing_does_not_ask_the_model_at_each_key(desk: Desk) -> None:
    for end in range(1, len(TEXT) + 1):
        desk.sending.follow(TEXT[:end])
    desk.wait_for(ReaderState.READ)
    assert len(desk.server.requests) == 1
