"""Files that are whole or not there at all, whenever the process or the machine stops."""

import os
from contextlib import suppress
from pathlib import Path

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


def publish(part: Path, path: Path) -> None:
    """Give a finished file its name, once its bytes are on the disk. Raises `OSError`.

    Windows has no descriptor of a folder to sync, and needs none.
    """
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
    part.replace(path)
    if os.name != "nt":
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
