"""Searches messages for what is typed into the sidebar, on the core thread, a moment later."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer

from app.chat.session import Session
from app.store.message_search import MessagePage
from app.ui.jobs import CoreThread, Latest
from app.ui.sidebar.sidebar import Sidebar

# A search begins when nothing was typed for this many milliseconds.
_PAUSE = 250
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is searched, and in whose messages."""

    identity_id: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a search gave: all from the newest on, or those after the page before."""

    wanted: _Wanted
    after: int | None
    page: MessagePage


class MessageFinder(QObject):
    """Joins the sidebar's search to the messages of one identity."""

    def __init__(
        self,
        core: CoreThread,
        session: Session,
        sidebar: Sidebar,
        failed: Callable[[Exception], object],
    ) -> None:
        """Search in `session`, on the thread of `core`; `failed` hears what goes wrong."""
        super().__init__(sidebar)
        self._session = session
        self._sidebar = sidebar
        self._failed = failed
        self._wanted = _Wanted(session.identities.chosen, "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._latest = Latest(core, self._find, self._on_found, self._on_failed)
        self._timer.timeout.connect(self._on_pause)
        sidebar.search_changed.connect(self._on_search_changed)
        sidebar.more_requested.connect(self._on_more_requested)

    def search_of(self, identity_id: int) -> None:
        """Search the messages of another identity from now on."""
        self._timer.stop()
        self._wanted = _Wanted(identity_id, "")

    # On the core thread.

    def _find(self, wanted: _Wanted, after: int | None) -> _Found:
        search = self._session.message_search
        page = search.find(wanted.identity_id, wanted.text, after, limit=_MOST)
        return _Found(wanted, after, page)

    # And this on the window's again.

    def _on_search_changed(self, text: str) -> None:
        self._wanted = replace(self._wanted, text=text)
        if text:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_pause(self) -> None:
        self._latest.submit(self._wanted, None)

    def _on_more_requested(self, after: int) -> None:
        self._latest.submit(self._wanted, after)

    def _on_found(self, found: _Found) -> None:
        if found.wanted != self._wanted:
            return
        if found.after is None:
            self._sidebar.show_found(found.page)
        else:
            self._sidebar.add_found(found.page)

    def _on_failed(self, error: Exception) -> None:
        self._sidebar.drop_found()
        self._failed(error)
