"""The files of a model: for their owner alone, and whole or not there at all."""

from contextlib import suppress
from pathlib import Path

from app.processes.publishing import publish

_FOLDER_MODE = 0o700


def make_folder(folder: Path) -> None:
    """Make `folder` and its parents, for their owner alone. Raises `OSError`."""
    folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)


def write(path: Path, content: bytes) -> None:
    """Replace a small file's content; after a crash it is the old or the new. Raises `OSError`."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    publish(part, path)


def discard(part: Path) -> None:
    """Delete a file that did not become whole; where even that fails, it stays for the next run."""
    with suppress(OSError):
        part.unlink(missing_ok=True)
