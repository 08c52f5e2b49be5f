"""Searches messages for what is typed into the sidebar, on the core thread, a moment later."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer

from app.store.message_search import MessagePage, MessageSearch
from app.ui.jobs import CoreThread, Latest
from app.ui.sidebar import Sidebar

# A search begins when nothing was typed for this many milliseconds.
_PAUSE = 250
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Found:
    """What a search gave: all from the newest on, or those after the page before."""

    text: str = field(repr=False)
    after: int | None
    page: MessagePage


class MessageFinder(QObject):
    """Joins the sidebar's search to the messages."""

    def __init__(
        self,
        core: CoreThread,
        search: Callable[[], MessageSearch],
        sidebar: Sidebar,
        failed: Callable[[Exception], object],
    ) -> None:
        """Ask what `search` returns, on the thread of `core`; `failed` hears what goes wrong."""
        super().__init__(sidebar)
        self._search = search
        self._sidebar = sidebar
        self._failed = failed
        self._wanted = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._latest = Latest(core, self._find, self._on_found, self._on_failed)
        self._timer.timeout.connect(self._on_pause)
        sidebar.search_changed.connect(self._on_search_changed)
        sidebar.more_requested.connect(self._on_more_requested)

    # On the core thread.

    def _find(self, text: str, after: int | None) -> "_Found":
        return _Found(text, after, self._search().find(text, after, limit=_MOST))

    # And this on the window's again.

    def _on_search_changed(self, text: str) -> None:
        self._wanted = text
        if text:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_pause(self) -> None:
        self._latest.submit(self._wanted, None)

    def _on_more_requested(self, after: int) -> None:
        self._latest.submit(self._wanted, after)

    def _on_found(self, found: "_Found") -> None:
        if found.text != self._wanted:
            return
        if found.after is None:
            self._sidebar.show_found(found.page)
        else:
            self._sidebar.add_found(found.page)

    def _on_failed(self, error: Exception) -> None:
        self._sidebar.drop_found()
        self._failed(error)
