"""Room on the disk, and what to tell when the disk fails."""

import errno
import shutil
from pathlib import Path

from app.models.failures import (
    DiskFullForModel,
    ModelDiskFailed,
    ModelFailure,
    NoRoomForModel,
)

_MEGABYTE = 1_000_000
# Kept free beside what is counted, in bytes: notes, and what the system writes meanwhile.
_MARGIN = 64 * _MEGABYTE
# Numpy and llama.cpp report a full disk without its code. With less than this many bytes free, a
# failed write was one for lack of room.
_FULL = 32 * _MEGABYTE


def check_room(folder: Path, needed: int) -> None:
    """Raise `NoRoomForModel` unless `needed` more bytes and a margin are free at `folder`."""
    free = shutil.disk_usage(folder).free
    if free < needed + _MARGIN:
        raise NoRoomForModel(
            needed=-(-(needed + _MARGIN) // _MEGABYTE),
            free=free // _MEGABYTE,
        )


def disk_failure(error: OSError | None, folder: Path) -> ModelFailure:
    """Return what to raise for a file operation at `folder` that failed with `error`."""
    code = error.errno if error else None
    if code in (errno.ENOSPC, errno.EDQUOT) or (code is None and is_full(folder)):
        return DiskFullForModel()
    return ModelDiskFailed(code=errno.errorcode.get(code or 0, "?"))


def is_full(folder: Path) -> bool:
    """Say whether there is next to no room left at `folder`."""
    return shutil.disk_usage(folder).free < _FULL
