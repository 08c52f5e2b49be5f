"""Files that are whole or not there at all, whenever the process or the machine stops."""

import os
from pathlib import Path


def publish(part: Path, path: Path) -> None:
    """Give a finished file its name, once its bytes are on the disk. Raises `OSError`.

    What had that name is replaced. `part` lies in the same folder as `path`.
    """
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make new names in `folder` survive a power cut. Raises `OSError`.

    Windows has no descriptor of a folder to sync, and needs none.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
