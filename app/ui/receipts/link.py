"""Joins the window of receipts to the session."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.chat.session import Session
from app.errors import KnownError
from app.store.receipt_export import export_receipts
from app.store.receipt_faults import Verification
from app.store.steps import Steps
from app.ui.jobs import CoreThread, Job, Latest
from app.ui.receipts.pages import Page, Query, Whole, read_page, read_whole
from app.ui.receipts.window import ReceiptsWindow
from app.ui.theme import Theme

T = TypeVar("T")


class ReceiptsLink(QObject):
    """Opens the window, at most one; lives while the vault is open.

    Signals:
        lock_requested(): the user pressed the key for locking in the window.
    """

    lock_requested = Signal()

    def __init__(
        self, core: CoreThread, session: Session, theme: Theme, parent: QObject | None = None
    ) -> None:
        """Show the receipts of `session`, which is touched on the thread of `core` only."""
        super().__init__(parent)
        self._core = core
        self._session = session
        self._theme = theme
        self._window: ReceiptsWindow | None = None
        self._proof: Job | None = None
        self._wanted: Query | None = None  # a page, read on the core thread too
        # Who types or walks through the list faster than the core reads gets the newest only.
        self._pages = Latest(core, self._read_page, self._on_page, self._on_failed)
        self._newer = Latest(core, self._read_page, self._on_page, self._on_failed)
        self._wholes = Latest(core, self._read_whole, self._on_whole, self._on_failed)

    def open(self, parent: QWidget | None, message_id: int | None = None) -> None:
        """Show the window in front of `parent`: all receipts, or those of one message."""
        if self._window is None:
            self._window = window = ReceiptsWindow(self._theme, parent)
            window.page_requested.connect(self._on_page_requested)
            window.newer_requested.connect(self._newer.submit)
            window.receipt_requested.connect(self._wholes.submit)
            window.proof.check_requested.connect(self._on_check_requested)
            window.proof.export_requested.connect(self._on_export_requested)
            window.lock_requested.connect(self.lock_requested)
            window.finished.connect(self._on_finished)
        if message_id is None:
            self._window.show_all()
        else:
            self._window.show_message(message_id)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def refresh(self) -> None:
        """Show in the window, if it is open, what was sent since."""
        if self._window is not None:
            self._window.refresh()

    def close(self) -> None:
        """Close the window: the vault is being locked."""
        if self._proof is not None:
            self._proof.cancel()
        if self._window is not None:
            self._window.reject()

    # On the core thread.

    async def _read_page(self, query: Query) -> Page | None:
        """Read a page; None when another one is wanted meanwhile."""
        wanted = partial(self._is_wanted, query)
        return await _taken(read_page(self._session.receipts, query), wanted)

    def _is_wanted(self, query: Query) -> bool:
        return query.newer is not None or query is self._wanted

    def _read_whole(self, receipt_id: int) -> Whole | None:
        return read_whole(self._session.stores, receipt_id)

    async def _verify(self, head: str) -> Verification:
        found = await _taken(self._session.receipts.verify_in_steps(head or None))
        assert found is not None  # noqa: S101, nothing gives it up
        return found

    async def _export(self, target: Path) -> int:
        written = await _taken(export_receipts(self._session.receipts, target))
        assert written is not None  # noqa: S101, nothing gives it up
        return written

    # And this on the window's again.

    def _on_page_requested(self, query: Query) -> None:
        self._wanted = query
        self._pages.submit(query)

    def _on_page(self, page: Page | None) -> None:
        if self._window is not None and page is not None:
            self._window.show_page(page)

    def _on_whole(self, whole: Whole | None) -> None:
        if self._window is not None and whole is not None:
            self._window.show_whole(whole)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if self._window is not None:
            self._window.show_failure(error)

    def _on_check_requested(self, head: str) -> None:
        self._proof = self._core.call(
            self._verify, head, done=self._on_verified, failed=self._on_proof_failed
        )

    def _on_verified(self, found: Verification) -> None:
        if self._window is not None:
            self._window.proof.show_verification(found)

    def _on_export_requested(self, target: Path) -> None:
        self._proof = self._core.call(
            self._export,
            target,
            done=partial(self._on_exported, target),
            failed=self._on_proof_failed,
        )

    def _on_exported(self, target: Path, count: int) -> None:
        if self._window is not None:
            self._window.proof.show_exported(count, target)

    def _on_proof_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if self._window is not None:
            self._window.proof.show_failure(error)

    def _on_finished(self, _result: int) -> None:
        self._window = None


async def _taken(steps: Steps[T], wanted: Callable[[], bool] = lambda: True) -> T | None:
    """Take all steps, letting others on the core thread come in between; return what they give.

    None when they are not `wanted` any more.
    """
    with closing(steps):
        while wanted():
            try:
                next(steps)
            except StopIteration as end:
                given: T = end.value
                return given
            await asyncio.sleep(0)
    return None
