"""One running copy at a time: a lock that the operating system drops when the process ends."""

import errno
import os
from pathlib import Path

from app.processes.exclusive import take
from app.store.errors import DatabaseBusy, from_os
from app.store.files import FILE_MODE

_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class InstanceLock:
    """Holds `path`, an empty file, locked until `release`. The file stays; only the lock counts."""

    def __init__(self, path: Path, guarded: str) -> None:
        """Take the lock. `guarded` names what is locked, for the error.

        Raises `DatabaseBusy` when another process (or another lock object) holds it,
        `ReadOnlyFolder`, `DiskFull` or `DiskFailed` when the file cannot be made.
        """
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
        except OSError as error:
            raise from_os(error, path) from error
        try:
            take(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            if error.errno in _HELD:
                raise DatabaseBusy(file=guarded) from error
            raise from_os(error, path) from error

    def release(self) -> None:
        """Drop the lock. Calling it again does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
