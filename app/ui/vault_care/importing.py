"""An export takes the place of the open vault: first it is checked, then somebody is asked."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import KnownError
from app.store.keys import Opener
from app.store.upkeep import Contents
from app.store.watching import Stage, Stopped
from app.store.ways import WayKind
from app.ui.entrance.door import Exchange, VaultDoor
from app.ui.jobs import CoreThread, Job
from app.ui.quantities import moment_text
from app.ui.vault_care.task_dialog import Extra, TaskDialog


class Importing(QObject):
    """One import, from the file that was chosen to the moment when the vault is closed for it.

    Signals:
        reopen_requested(Callable[[], Database]): close the vault, and open it by this.
        finished(): it was given up, and nothing was changed but for a backup that may be made.
    """

    reopen_requested = Signal(object)
    finished = Signal()

    def __init__(self, core: CoreThread, door: VaultDoor, parent: QWidget) -> None:
        """Work behind `door` on the thread of `core`; ask over `parent`."""
        super().__init__(parent)
        self._core = core
        self._door = door
        self._over = parent
        self._task: TaskDialog | None = None
        self._job: Job | None = None
        self._ready = False

    def begin(self, source: Path, ways: Sequence[WayKind]) -> None:
        """Ask for the export's passphrase and one of `ways`; nothing is replaced by that yet."""
        text = self.tr(
            "First a backup is made, and all of {file} is checked. Nothing is replaced before you "
            "have seen what is in it."
        ).format(file=source.name)
        task = TaskDialog(
            self.tr("Restore from an export"),
            text,
            self.tr("Check the export"),
            ways,
            Extra.KNOWN,
            self._over,
        )
        task.confirmed.connect(partial(self._on_confirmed, source))
        self._open(task, self._on_asked)

    def _open(self, task: TaskDialog, closed: Callable[[int], object]) -> None:
        self._task = task
        task.finished.connect(closed)
        task.finished.connect(task.deleteLater)
        task.open()

    # The file is checked.

    def _on_confirmed(self, source: Path, proof: Opener, passphrase: str) -> None:
        if self._task is not None:
            self._task.show_step(self.tr("Making a backup…"))
        self._job = self._core.stream(
            partial(self._door.prepare_import, source, passphrase, proof),
            partial(self._on_item, proof),
            self._on_ended,
            self._on_failed,
        )

    def _on_item(self, proof: Opener, item: Stage | Exchange) -> None:
        if isinstance(item, Exchange):
            self._ready = True
            self._ask(item, proof)
        elif self._task is not None:
            self._task.show_step(
                self.tr("Checking the export…")
                if item is Stage.READING
                else self.tr("Encrypting it for this vault…")
            )

    def _on_ended(self) -> None:
        if not self._ready:
            self._drop()

    def _on_failed(self, failure: Exception) -> None:
        if not isinstance(failure, KnownError | Stopped):
            raise failure
        if isinstance(failure, KnownError) and self._task is not None:
            self._task.show_failure(failure)

    def _on_asked(self, _result: int) -> None:
        """Follow the first dialog, which was closed, or gave way to the second one."""
        if self._ready:
            return
        self._task = None
        if self._job is None or self._job.ended:
            self.finished.emit()
        else:
            self._job.cancel()

    # It is sound.

    def _ask(self, exchange: Exchange, proof: Opener) -> None:
        if self._task is not None:
            self._task.accept()
        text = self.tr(
            "The export is sound. In it: {coming}.\n\nIt takes the place of all that is here now: "
            "{here}. That stays in the backup that was just made, and is kept aside. The ways to "
            "open the vault stay as they are. The vault is closed for a moment."
        ).format(coming=self._words(exchange.coming), here=self._words(exchange.here))
        title, confirm = self.tr("Replace everything?"), self.tr("Replace everything")
        task = TaskDialog(title, text, confirm, parent=self._over, grave=True)
        task.confirmed.connect(partial(self._on_replace, proof))
        self._open(task, self._on_answered)

    def _on_replace(self, proof: Opener, _asked: None, _extra: str) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.accept()
        self.reopen_requested.emit(partial(self._door.import_over, proof))

    def _on_answered(self, result: int) -> None:
        if result != TaskDialog.DialogCode.Accepted:
            self._task = None
            self._drop()

    def _drop(self) -> None:
        self._core.call(self._door.drop_import)
        self.finished.emit()

    def _words(self, contents: Contents) -> str:
        chats = self.tr("%n chat(s)", "", contents.chats)
        values = self.tr("%n value(s)", "", contents.values)
        if contents.latest is None:
            return self.tr("{chats} and {values}").format(chats=chats, values=values)
        return self.tr("{chats} and {values}, last used on {date}").format(
            chats=chats, values=values, date=moment_text(contents.latest)
        )
