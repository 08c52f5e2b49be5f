"""Joins the window of receipts to the session."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.chat.session import Session
from app.errors import KnownError
from app.store.identities import Identity
from app.store.receipt_export import export_receipts
from app.store.receipt_faults import Verification
from app.store.receipts import Receipt
from app.ui.jobs import CoreThread, Latest
from app.ui.receipts.pages import Page, Query, read_page
from app.ui.receipts.readable import readable
from app.ui.receipts.window import ReceiptsWindow
from app.ui.theme import Theme


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
        # Who types or walks through the list faster than the core reads gets the newest only.
        self._pages = Latest(core, self._read_page, self._on_page, self._on_failed)
        self._wholes = Latest(core, self._read_whole, self._on_whole, self._on_failed)

    def open(self, parent: QWidget | None, message_id: int | None = None) -> None:
        """Show the window in front of `parent`: all receipts, or those of one message."""
        if self._window is None:
            self._window = window = ReceiptsWindow(self._theme, parent)
            window.page_requested.connect(self._pages.submit)
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

    def close(self) -> None:
        """Close the window: the vault is being locked."""
        if self._window is not None:
            self._window.reject()

    # On the core thread.

    def _read_page(self, query: Query) -> Page:
        return read_page(self._session.receipts, query)

    def _read_whole(self, receipt_id: int) -> tuple[Receipt, str, Identity | None] | None:
        receipt = self._session.receipts.get(receipt_id)
        if receipt is None:
            return None
        several = len(self._session.identities.list()) > 1
        whose = self._session.stores.identity(receipt.chat_id) if several else None
        return receipt, readable(receipt.body), whose

    def _verify(self, head: str) -> Verification:
        return self._session.receipts.verify(head or None)

    def _export(self, target: Path) -> int:
        return export_receipts(self._session.receipts, target)

    # And this on the window's again.

    def _on_page(self, page: Page) -> None:
        if self._window is not None:
            self._window.show_page(page)

    def _on_whole(self, whole: tuple[Receipt, str, Identity | None] | None) -> None:
        if self._window is not None and whole is not None:
            self._window.show_receipt(*whole)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if self._window is not None:
            self._window.show_failure(error)

    def _on_check_requested(self, head: str) -> None:
        self._core.call(self._verify, head, done=self._on_verified, failed=self._on_proof_failed)

    def _on_verified(self, found: Verification) -> None:
        if self._window is not None:
            self._window.proof.show_verification(found)

    def _on_export_requested(self, target: Path) -> None:
        self._core.call(
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
