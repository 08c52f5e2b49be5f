"""Receipts for the tests of their window, over a real session on its own thread."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.chat.session import Session
from app.store.database import Database
from app.store.numbering import FIRST_IDENTITY
from app.store.receipts import ReadBy, Receipt
from app.ui.jobs import CoreThread
from app.ui.receipts.link import ReceiptsLink
from app.ui.receipts.window import ReceiptsWindow
from tests.chat.world import CAST
from tests.ui.hands import child
from tests.ui.made import theme_of

T = TypeVar("T")
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def receipt(number: int, chat_id: int, message_id: int | None = None) -> Receipt:
    """Return the receipt of a request that says "letter <number> to <Email_1>"."""
    said = {"role": "user", "content": f"letter {number} to <Email_1>"}
    return Receipt(
        chat_id=chat_id,
        message_id=message_id,
        at=NOON + timedelta(minutes=number),
        provider="Testing",
        host="api.testing.example",
        model="small",
        body=json.dumps({"model": "small", "messages": [said]}),
        counts={"PL2": 2, "PL3": 1},
        read_by=ReadBy.MODEL if number % 2 else ReadBy.WAIVED,
        overrides={"keep": {"Email": 1}} if number % 2 else {},
    )


class Archive:
    """The link of the receipts over a session in memory, and its window."""

    def __init__(self, qtbot: QtBot, application: QApplication) -> None:
        self.bot = qtbot
        self.core = CoreThread()
        made: list[Session] = []
        self.core.call(lambda: Session(Database.in_memory(), CAST), done=made.append)
        qtbot.waitUntil(lambda: bool(made))
        self.session = made[0]
        self.owner = QWidget()
        qtbot.addWidget(self.owner)
        self.link = ReceiptsLink(self.core, self.session, theme_of(application), self.owner)

    def run(self, work: Callable[[], T]) -> T:
        """Return what `work` gives on the core thread."""
        done: list[T] = []
        self.core.call(work, done=done.append)
        self.bot.waitUntil(lambda: bool(done))
        return done[0]

    def fill(self, count: int, said: str = "") -> int:
        """Keep `count` receipts of one chat, which is returned; they say `said`, if anything."""

        def work() -> int:
            chat = self.session.chats.create(FIRST_IDENTITY, "Letters")
            with self.session.stores.database.transaction():
                for number in range(1, count + 1):
                    made = receipt(number, chat.id)
                    body = json.dumps({"content": said}) if said else made.body
                    self.session.receipts.add(replace(made, body=body))
            return chat.id

        return self.run(work)

    def open(self, message_id: int | None = None) -> ReceiptsWindow:
        """Open the window, once it has read its first page."""
        self.link.open(self.owner, message_id)
        window = child(self.owner, ReceiptsWindow)
        self.bot.waitExposed(window)
        self.bot.waitUntil(lambda: not window._loading)
        return window
