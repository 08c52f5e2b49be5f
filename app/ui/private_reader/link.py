"""Joins the page of the private reader to the session, the shelf of models and the hub."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.chat.session import Session
from app.chat.trial import Tried
from app.detect.model.engines import Step
from app.errors import KnownError
from app.models.hub_access import HubAccess, hub_access
from app.models.installing import GgufFile, GgufListing, Installed, Progress
from app.models.orders import Order, hub_file, local_file
from app.store.reader_choice import NO_READER, ReaderChoice, ReaderKind
from app.store.settings import HubSettings
from app.ui.jobs import CoreThread
from app.ui.private_reader.installation import Installation
from app.ui.private_reader.library import Library
from app.ui.private_reader.page import ReaderPage
from app.ui.private_reader.parts import ReaderParts
from app.ui.private_reader.trial import Trial
from app.ui.private_reader.trial_dialog import TrialDialog


class ReaderLink(QObject):
    """Lives while the vault is open, so that an installation outlives the page that began it.

    Signals:
        reader_changed(): another model reads now, or none, so drafts must be read again.
        failed(KnownError): something could not be done, and no part of the page says so.
    """

    reader_changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        core: CoreThread,
        session: Session,
        parts: Callable[[], ReaderParts],
        parent: QObject | None = None,
    ) -> None:
        """Work on `session` with `parts`, both touched on the thread of `core` only."""
        super().__init__(parent)
        self._core = core
        self._session = session
        self._parts = parts
        self._page: ReaderPage | None = None
        self._library: Library | None = None
        self._trial: Trial | None = None
        self._locked = False
        self._discarded = ""
        self._installation = Installation(core, self._install, self)
        self._installation.moved.connect(self._on_moved)
        self._installation.began.connect(self._show)
        self._installation.ended.connect(self._on_ended)

    def make_page(self) -> ReaderPage:
        """Return a page that shows what there is and what goes on; the caller owns it."""
        page = self._page = ReaderPage()
        page.install_requested.connect(self._installation.begin)
        page.pause_requested.connect(self._installation.stop)
        page.hub_file_agreed.connect(self._on_hub_file)
        page.discard_requested.connect(self._on_discard)
        page.remove_requested.connect(self._on_remove)
        page.use_requested.connect(self._on_use)
        page.trial_opened.connect(self._on_trial_opened)
        page.sources.files_requested.connect(self._on_files_requested)
        page.sources.file_chosen.connect(self._on_file)
        page.sources.models_requested.connect(self._on_models_requested)
        page.sources.server_chosen.connect(self._on_server)
        page.advanced.hub_changed.connect(self._on_hub)
        page.advanced.seconds_changed.connect(self._on_seconds)
        self._show()
        self._refresh()
        return page

    def drop_page(self) -> None:
        """Hear that the page is closed: an installation goes on, a test does not."""
        self._page = None
        trial, self._trial = self._trial, None
        if trial is not None:
            trial.stop()

    def stop(self) -> None:
        """End what runs: the vault is being locked. An installation can be continued later."""
        self._locked = True
        self.drop_page()
        self._installation.stop()

    # On the core thread.

    def _read(self) -> Library:
        settings, parts = self._session.settings, self._parts()
        return Library(
            choice=settings.reader,
            catalogue=parts.catalogue,
            suggestion=parts.suggestion,
            installed=parts.shelf.installed(),
            unfinished=parts.shelf.unfinished(),
            disk=parts.shelf.disk_used(),
            hub=settings.hub,
            seconds=settings.reader_seconds,
        )

    def _access(self) -> HubAccess:
        settings = self._session.settings
        return hub_access(settings.hub.address, settings.hub.token, settings.proxy)

    def _install(self, order: Order) -> AsyncIterator[Progress | Installed]:
        return self._parts().installer.install(order, self._access())

    async def _files(self, repo: str) -> GgufListing:
        return await self._parts().installer.gguf_files(repo, self._access())

    async def _server_models(self, address: str) -> list[str]:
        return await self._parts().list_server(address)

    async def _choose(self, choice: ReaderChoice) -> Library:
        await self._session.choose_reader(choice)
        return self._read()

    async def _remove(self, model_id: str) -> tuple[Library, bool]:
        """Remove a model; say whether it read messages until now."""
        used = self._session.settings.reader
        in_use = used.kind is ReaderKind.INSTALLED and used.model == model_id
        if in_use:
            # First, so that nothing holds its file, and no message waits for what is gone.
            await self._session.choose_reader(NO_READER)
        self._parts().shelf.remove(model_id)
        return self._read(), in_use

    def _set_hub(self, hub: HubSettings) -> Library:
        hub_access(hub.address, hub.token)
        self._session.settings.hub = hub
        return self._read()

    def _set_seconds(self, seconds: int) -> Library:
        self._session.settings.reader_seconds = seconds
        return self._read()

    def _try(self, choice: ReaderChoice, sample: str) -> AsyncGenerator[Step | Tried, None]:
        return self._session.try_reader(choice, sample)

    # On the window's thread.

    def _refresh(self) -> None:
        self._core.call(self._read, done=self._on_read, failed=self._on_failed)

    def _show(self) -> None:
        if self._page is not None and self._library is not None:
            self._page.show_library(self._library, self._installation.work)
            self._page.show_progress(self._installation.progress)

    def _on_read(self, library: Library) -> None:
        self._library = library
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(_known(error))
        self._show()

    def _on_moved(self, progress: Progress) -> None:
        if self._page is not None:
            self._page.show_progress(progress)

    def _on_ended(self, order: Order) -> None:
        if self._locked:
            return
        if order.id == self._discarded:
            self._discarded = ""
            self._on_remove(order.id)
            return
        _, failure = self._installation.work.failed.get(order.id, (None, None))
        if failure is not None and self._page is None:
            self.failed.emit(failure)
        self._refresh()

    def _on_discard(self, model_id: str) -> None:
        running = self._installation.work.running
        if running is not None and running.id == model_id:
            self._discarded = model_id
            self._installation.stop()
        else:
            self._on_remove(model_id)

    def _on_remove(self, model_id: str) -> None:
        self._installation.forget(model_id)
        self._core.call(
            self._remove, model_id, done=self._on_removed, failed=self._on_remove_failed
        )

    def _on_removed(self, result: tuple[Library, bool]) -> None:
        library, was_in_use = result
        self._on_read(library)
        if was_in_use:
            self.reader_changed.emit()

    def _on_remove_failed(self, error: Exception) -> None:
        # The reader may have been switched off before the files refused to go.
        self._refresh()
        self.reader_changed.emit()
        self._on_failed(error)

    def _on_use(self, choice: ReaderChoice) -> None:
        self._core.call(self._choose, choice, done=self._on_chosen, failed=self._on_failed)

    def _on_chosen(self, library: Library) -> None:
        self._on_read(library)
        self.reader_changed.emit()

    def _on_hub_file(self, listing: GgufListing, file: GgufFile) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        order = replace(hub_file(listing.repo, file.name, listing.licence), accepted=now)
        self._installation.begin(order)

    def _on_files_requested(self, repo: str) -> None:
        self._core.call(self._files, repo, done=self._on_files, failed=self._on_files_failed)

    def _on_files(self, listing: GgufListing) -> None:
        if self._page is not None:
            self._page.sources.show_listing(listing)

    def _on_files_failed(self, error: Exception) -> None:
        failure = _known(error)
        if self._page is not None:
            self._page.sources.show_listing_failure(failure)

    def _on_file(self, path: Path) -> None:
        self._core.call(local_file, path, done=self._on_file_ordered, failed=self._on_file_failed)

    def _on_file_ordered(self, order: Order) -> None:
        self._installation.begin(order)

    def _on_file_failed(self, error: Exception) -> None:
        failure = _known(error)
        if self._page is not None:
            self._page.sources.show_file_failure(failure)

    def _on_models_requested(self, address: str) -> None:
        self._core.call(
            self._server_models,
            _with_scheme(address),
            done=self._on_models,
            failed=self._on_server_failed,
        )

    def _on_models(self, models: list[str]) -> None:
        if self._page is not None:
            self._page.sources.show_models(models)

    def _on_server_failed(self, error: Exception) -> None:
        failure = _known(error)
        if self._page is not None:
            self._page.sources.show_server_failure(failure)

    def _on_server(self, address: str, model: str) -> None:
        choice = ReaderChoice(ReaderKind.SERVER, model, model, _with_scheme(address))
        self._core.call(self._choose, choice, done=self._on_chosen, failed=self._on_server_failed)

    def _on_hub(self, hub: HubSettings) -> None:
        self._core.call(self._set_hub, hub, done=self._on_read, failed=self._on_hub_failed)

    def _on_hub_failed(self, error: Exception) -> None:
        failure = _known(error)
        if self._page is None:
            self.failed.emit(failure)
        else:
            self._page.advanced.show_failure(failure)

    def _on_seconds(self, seconds: int) -> None:
        self._core.call(self._set_seconds, seconds, done=self._on_read, failed=self._on_failed)

    def _on_trial_opened(self, dialog: TrialDialog, choice: ReaderChoice) -> None:
        self._trial = Trial(self._core, partial(self._try, choice), dialog)


def _known(error: Exception) -> KnownError:
    """Return `error` where it can be said in words; raise it where it is a bug."""
    if not isinstance(error, KnownError):
        raise error
    return error


def _with_scheme(address: str) -> str:
    """Return an address as it was meant by who left the beginning out."""
    return address if "://" in address else f"http://{address}"
