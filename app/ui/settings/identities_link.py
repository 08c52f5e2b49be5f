"""Joins the settings' page "You" to the session: identities, their names and instructions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.chat.session import Session
from app.errors import KnownError
from app.store.identities import Identity
from app.ui.jobs import CoreThread
from app.ui.settings.profile import ProfilePage


class IdentitiesLink(QObject):
    """Carries wishes to the session, one after the other, while the dialog is open.

    Signals:
        changed(): an identity was made, renamed or removed.
        leaving(int): an identity is about to be removed; what goes on as it must stop.
        rules_changed(): names or instructions changed, so drafts must be read again.
        failed(KnownError): a change was refused, and nothing was changed.
    """

    changed = Signal()
    leaving = Signal(int)
    rules_changed = Signal()
    failed = Signal(object)

    def __init__(self, core: CoreThread, session: Session, parent: QObject | None = None) -> None:
        """Work on `session`, on the thread of `core`."""
        super().__init__(parent)
        self._core = core
        self._session = session
        self._page: ProfilePage | None = None

    def attach(self, page: ProfilePage) -> None:
        """Serve a page, which shows the chosen identity first."""
        self._page = page
        page.names_changed.connect(self._on_names)
        page.instructions_changed.connect(self._on_instructions)
        page.identity_wanted.connect(self._show)
        page.choice.named.connect(self._on_named)
        page.choice.removal_agreed.connect(self._on_removal)
        self._show(None)

    def detach(self) -> None:
        """Hear that the dialog is closed."""
        self._page = None

    def _show(self, identity_id: int | None) -> None:
        """Show an identity on the page, the chosen one for None."""
        self._core.call(self._read, identity_id, done=self._on_read, failed=self._on_failed)

    # On the core thread.

    def _read(self, identity_id: int | None) -> tuple[tuple[Identity, ...], int]:
        identities = self._session.identities
        return identities.list(), identity_id or identities.chosen

    def _name(self, identity_id: int | None, name: str) -> int:
        return self._session.name_identity(identity_id, name).id

    # On the window's thread.

    def _on_read(self, read: tuple[tuple[Identity, ...], int]) -> None:
        if self._page is not None:
            self._page.set_identities(*read)

    def _on_names(self, identity_id: int, names: tuple[str, ...]) -> None:
        self._keep(partial(self._session.set_names, identity_id, names))

    def _on_instructions(self, identity_id: int, text: str) -> None:
        self._keep(partial(self._session.set_instructions, identity_id, text))

    def _keep(self, change: Callable[[], object]) -> None:
        self._core.call(change, done=self._on_kept, failed=self._on_failed)

    def _on_kept(self, _: object) -> None:
        self.rules_changed.emit()

    def _on_named(self, identity_id: int | None, name: str) -> None:
        if self._page is not None:
            self._page.keep()
        self._core.call(
            self._name, identity_id, name, done=self._on_identity, failed=self._on_failed
        )

    def _on_identity(self, identity_id: int) -> None:
        self._show(identity_id)
        self.changed.emit()

    def _on_removal(self, identity_id: int) -> None:
        if self._page is not None:
            self._page.drop()
        self.leaving.emit(identity_id)
        self._core.call(
            self._session.identities.remove,
            identity_id,
            done=self._on_removed,
            failed=partial(self._on_removal_failed, identity_id),
        )

    def _on_removed(self, _: None) -> None:
        self._show(None)
        self.changed.emit()
        self.rules_changed.emit()

    def _on_removal_failed(self, identity_id: int, error: Exception) -> None:
        self._show(identity_id)
        self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.failed.emit(error)
