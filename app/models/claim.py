"""One process at a time works on one model: a lock that the system drops when the process ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.models.failures import ModelInUse
from app.processes.exclusive import take

LOCK = "lock"
_MODE = 0o600


@contextmanager
def claimed(folder: Path, model: str) -> Iterator[None]:
    """Hold `folder`, which must exist; `model` is the name for the failure.

    Raises `ModelInUse` when another process (or another call) holds it, `OSError` when the lock
    file cannot be made.
    """
    descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, _MODE)
    try:
        try:
            take(descriptor)
        except OSError:
            raise ModelInUse(model=model) from None
        yield
    finally:
        os.close(descriptor)
