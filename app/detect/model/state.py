"""The computed state of the instructions, kept on disk: minutes of work that never change.

The state ends before the user's name, so a file holds nothing private. A file carries a digest of
what it was computed from and of itself; one that does not fit is computed anew.
"""

import hashlib
import mmap
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.detect.model.engine import Engine
from app.processes.publishing import publish

_MAGIC = b"understudy-state-1\n"
_HEAD = len(_MAGIC) + hashlib.sha256().digest_size
# A state takes up to some hundred megabytes; those of models used before are removed.
_KEPT = 3
_SAMPLE = 1 << 20
_SAMPLES = 16


def model_digest(path: Path) -> str:
    """Return a digest of the model file at `path`: of its size and of samples all over it.

    Reading all of a file of gigabytes at each start would take seconds. Raises `OSError`.
    """
    size = path.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with path.open("rb") as file:
        for number in range(_SAMPLES):
            file.seek(max(0, size - _SAMPLE) * number // (_SAMPLES - 1))
            digest.update(file.read(_SAMPLE))
    return digest.hexdigest()


class KeptStates:
    """The states on disk of one folder."""

    def __init__(self, folder: Path) -> None:
        """Keep them in `folder`, which is made when it is needed."""
        self._folder = folder

    def restore(self, engine: Engine, tokens: Sequence[int], model: str) -> bool:
        """Bring `engine` to the state after `tokens`, if it is on disk; return whether it was.

        `model` is the `model_digest` of the model that the engine runs.
        """
        path = self._path(engine, tokens, model)
        try:
            if _restore(path, engine, tokens):
                os.utime(path)
                return True
            path.unlink(missing_ok=True)
        except (OSError, ValueError):
            pass  # not there, not readable, or empty
        return False

    def keep(self, engine: Engine, model: str) -> None:
        """Keep the state of all that `engine` holds. A full disk is no failure: nothing is lost."""
        path = self._path(engine, engine.held, model)
        partial = path.with_suffix(".partial")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._prune(_KEPT - 1)
            state = engine.state()
            with partial.open("wb") as file:
                file.write(_MAGIC + hashlib.sha256(state).digest())
                file.write(state)
            publish(partial, path)
        except (OSError, MemoryError):
            with suppress(OSError):
                partial.unlink(missing_ok=True)

    def _path(self, engine: Engine, tokens: Sequence[int], model: str) -> Path:
        made_from = repr((model, engine.identity(), list(tokens)))
        return self._folder / f"{hashlib.sha256(made_from.encode()).hexdigest()[:32]}.state"

    def _prune(self, count: int) -> None:
        """Remove all but the `count` states that were used last, and what a crash left behind."""
        states = sorted(self._folder.glob("*.state"), key=lambda file: -file.stat().st_mtime)
        for file in (*states[count:], *self._folder.glob("*.partial")):
            file.unlink(missing_ok=True)


def _restore(path: Path, engine: Engine, tokens: Sequence[int]) -> bool:
    """Bring `engine` to the state in `path`; return whether it fits and is whole.

    Raises `OSError`, or `ValueError` for an empty file.
    """
    # Mapped, not read: the system lends the memory and takes it back when it is short.
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as kept:
        head, digest = kept[: len(_MAGIC)], kept[len(_MAGIC) : _HEAD]
        with memoryview(kept) as whole, whole[_HEAD:] as state:
            return (
                head == _MAGIC
                and hashlib.sha256(state).digest() == digest
                and engine.restore(state, tokens)
            )
