"""The settings dialog over a real session with a few values in it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.assistants.mirror import Mirror
from app.chat.session import Cast, Session
from app.paths import resources
from app.privacy.kinds import Kinds
from app.privacy.placeholder import Placeholder
from app.store.database import Database
from app.store.messages import NewMessage
from app.store.numbering import FIRST_IDENTITY
from app.store.providers import MIRROR_ID
from app.store.receipts import Receipt
from app.ui.jobs import CoreThread
from app.ui.preferences import Appearance, PreferencesFile
from app.ui.settings.dialog import SettingsDialog
from app.ui.settings.link import Look, SettingsLink
from app.ui.theme import Theme
from app.ui.translations import Translations
from app.ui.values.model import Column
from app.ui.values.table import ValueTable
from tests.store.world import assign, mark, span
from tests.ui.hands import child

T = TypeVar("T")

ANN = "ann@heron.example"
ROBIN = "robin@heron.example"
SECRET = "sesame-opens-it"


class Desk:
    """A session on its core thread, and the settings over it."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        self.core = CoreThread()
        self.qtbot = qtbot
        look = Look(
            PreferencesFile(folder / "preferences.json"),
            Theme(qapp, resources(), Appearance.LIGHT),
            Translations(qapp, resources() / "translations"),
        )
        self.session: Session = self.on_core(_open)
        self.link = SettingsLink(self.core, self.session, look, [])

    def on_core(self, work: Callable[[], T]) -> T:
        """Run `work` on the core thread and wait for what it returns."""
        results: list[T] = []
        self.core.call(work, done=results.append)
        self.qtbot.waitUntil(lambda: bool(results))
        return results[0]

    def fill(self) -> list[Placeholder]:
        """Hide a few values in a chat that an assistant saw."""
        return self.on_core(self._fill)

    def open(self, page: int = SettingsDialog.VALUES) -> SettingsDialog:
        self.link.open(None, page)
        dialog = self.link.dialog
        assert dialog is not None
        return dialog

    def values(self) -> ValueTable:
        """The list of the open page."""
        assert self.link.dialog is not None
        return child(self.link.dialog, ValueTable, "valuesList")

    def wait_for(self, *rows: str) -> None:
        """Wait until the list shows these placeholders."""
        self.qtbot.waitUntil(lambda: column(self.values(), Column.PLACEHOLDER) == list(rows))

    def choose(self, placeholder: str) -> None:
        """Choose a row, as a click does."""
        shown = self.values()
        row = column(shown, Column.PLACEHOLDER).index(placeholder)
        shown.setCurrentIndex(shown.model().index(row, 0))

    def _fill(self) -> list[Placeholder]:
        session = self.session
        placeholders = assign(
            session.vault,
            span(ROBIN, "Email"),
            span(ANN, "Email"),
            span("Robin Example", "Real Name"),
            span(SECRET, "Password"),
        )
        chat = session.chats.create(FIRST_IDENTITY, "Trip to the coast", MIRROR_ID, "mirror")
        text = f"Write to {ROBIN}."
        message = NewMessage("user", text, (mark(text, ROBIN, placeholders[0]),))
        sent = session.chats.add(chat.id, message)
        at = datetime(2026, 3, 4, 12, tzinfo=UTC)
        body = '{"content": "Write to <Email_1>."}'
        session.receipts.add(
            Receipt(chat.id, sent.id, at, "House", "house.example", "small", body, {"PL2": 1})
        )
        return placeholders


def column(shown: ValueTable, which: Column) -> list[str]:
    """Return the texts of a column."""
    model = shown.model()
    return [str(model.index(row, which).data()) for row in range(model.rowCount(QModelIndex()))]


def _open() -> Session:
    return Session(Database.in_memory(), Cast((), Kinds({}), lambda each, _: Mirror(each.name)))


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, qapp, tmp_path)
    yield made
    made.link.close()
    made.core.close(last=made.session.close)
