"""Asks each minute whether a backup is due, while the vault is open."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import KnownError
from app.ui.entrance.door import VaultDoor
from app.ui.jobs import CoreThread

_MINUTE = 60_000


class BackupWatch(QObject):
    """Lives as long as the window of the open vault.

    Signals:
        failed(KnownError): a backup could not be made; the same is said once, not each minute.
    """

    failed = Signal(object)

    def __init__(
        self,
        core: CoreThread,
        door: VaultDoor,
        parent: QObject,
        interval: int = _MINUTE,
    ) -> None:
        """Ask `door` on the thread of `core`, every `interval` milliseconds."""
        super().__init__(parent)
        self._core = core
        self._door = door
        self._said: type[KnownError] | None = None
        self._asks = False
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.timeout.connect(self._on_timeout)
        timer.start()

    def _on_timeout(self) -> None:
        if self._asks:
            return  # a large vault takes longer than that
        self._asks = True
        self._core.call(self._door.back_up_if_due, done=self._on_asked, failed=self._on_failed)

    def _on_asked(self, _made: object) -> None:
        self._asks, self._said = False, None

    def _on_failed(self, failure: Exception) -> None:
        self._asks = False
        if not isinstance(failure, KnownError):
            raise failure
        if type(failure) is not self._said:
            self._said = type(failure)
            self.failed.emit(failure)
