"""Proves that a file is the one that the hub describes, and only then gives it its name."""

import hashlib
from pathlib import Path, PurePosixPath

from app.models.failures import DownloadDamaged
from app.models.hub import HubFile
from app.models.meter import Meter
from app.processes.publishing import publish

_PIECE = 1024 * 1024


def check(file: HubFile, part: Path, target: Path, meter: Meter) -> None:
    """Compare `part` with what the hub says of `file`, and rename it to `target`.

    Large files have a SHA-256; of small ones git's own name is known, the SHA-1 of a header and
    the content (git-hash-object). Raises `DownloadDamaged`, after which `part` is gone, or
    `OSError`.
    """
    size = part.stat().st_size
    if file.sha256:
        wanted, found = file.sha256, hashlib.sha256()
    else:
        wanted, found = file.blob, hashlib.sha1(f"blob {size}\0".encode(), usedforsecurity=False)
    _read_into(found, part, meter)
    if size != file.size or (wanted and found.hexdigest() != wanted):
        part.unlink()
        raise DownloadDamaged(file=PurePosixPath(file.name).name)
    publish(part, target)


def sha256(path: Path, meter: Meter) -> str:
    """Return a file's SHA-256 in hexadecimal digits. Raises `OSError`."""
    found = hashlib.sha256()
    _read_into(found, path, meter)
    return found.hexdigest()


def _read_into(digest: "hashlib._Hash", path: Path, meter: Meter) -> None:
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
            meter.add(len(piece))
