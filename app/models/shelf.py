"""The models on this machine: which are ready, which are unfinished, what they take, removing."""

import errno
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.models import durable
from app.models.claim import LOCK, claimed
from app.models.failures import ModelDiskFailed, ModelNotRemoved
from app.models.manifest import INSTRUCTIONS, MANIFEST, MODEL, ORDER, Manifest, read_manifest
from app.models.orders import Order


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model that is ready. `disk` is all that it takes, in bytes.

    `accepted` is when its licence was accepted, None where the app did not ask.
    `instructions` is upstream's text, None where there is none.
    """

    id: str
    name: str
    gguf: Path
    instructions: Path | None
    disk: int
    accepted: datetime | None
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class UnfinishedModel:
    """A model that is paused, broken off or damaged.

    `order` asks to go on with it, None where only removing is left.
    """

    id: str
    name: str
    order: Order | None
    disk: int


class Shelf:
    """The folder with the models, one folder each. All calls are short and touch the disk."""

    def __init__(self, folder: Path) -> None:
        """Keep models in `folder`, which is made when it is first needed."""
        self.folder = folder

    def installed(self) -> tuple[InstalledModel, ...]:
        """Return the models that are ready, by name."""
        found = (self.get(folder.name) for folder in self._folders())
        return tuple(sorted(filter(None, found), key=lambda model: (model.name.lower(), model.id)))

    def get(self, model_id: str) -> InstalledModel | None:
        """Return one model that is ready, or None."""
        folder = self.folder / model_id
        manifest = read_manifest(folder)
        if manifest is None:
            return None
        instructions = folder / INSTRUCTIONS
        return InstalledModel(
            model_id,
            manifest.name,
            folder / MODEL,
            instructions if instructions.is_file() else None,
            _size(folder),
            _time(manifest.accepted),
            manifest,
        )

    def unfinished(self) -> tuple[UnfinishedModel, ...]:
        """Return what takes room and is no model yet, by name."""
        found = [
            UnfinishedModel(folder.name, order.name if order else folder.name, order, _size(folder))
            for folder in self._folders()
            if read_manifest(folder) is None
            for order in [_order(folder)]
        ]
        return tuple(sorted(found, key=lambda model: (model.name.lower(), model.id)))

    def disk_used(self) -> int:
        """Return the bytes of all models, finished or not."""
        return sum(map(_size, self._folders()))

    def remove(self, model_id: str) -> None:
        """Delete a model, finished or not; without one nothing happens.

        Raises `ModelInUse` while it is being made ready and `ModelNotRemoved` when files stay. The
        note goes first: what is half deleted is never taken for a model.
        """
        folder = self._inside(model_id)
        if folder is None:
            return
        name = _name(folder)
        try:
            with claimed(folder, name):
                (folder / MANIFEST).unlink(missing_ok=True)
                for path in list(folder.iterdir()):
                    if path.is_dir():
                        shutil.rmtree(path)
                    elif path.name != LOCK:
                        path.unlink()
            shutil.rmtree(folder)
        except OSError as error:
            code = errno.errorcode.get(error.errno or 0, "?")
            raise ModelNotRemoved(model=name, code=code) from error

    def place_for(self, order: Order) -> Path:
        """Make and return the folder for `order`, and note the order there.

        Raises `ModelDiskFailed`.
        """
        folder = self.folder / order.id
        try:
            durable.make_folder(folder)
            durable.write(folder / ORDER, order.to_json().encode())
        except OSError as error:
            raise ModelDiskFailed(code=errno.errorcode.get(error.errno or 0, "?")) from error
        return folder

    def _folders(self) -> Iterator[Path]:
        try:
            entries = sorted(self.folder.iterdir())
        except FileNotFoundError:
            return
        except OSError as error:
            raise ModelDiskFailed(code=errno.errorcode.get(error.errno or 0, "?")) from error
        yield from (entry for entry in entries if entry.is_dir() and not entry.is_symlink())

    def _inside(self, model_id: str) -> Path | None:
        return next((folder for folder in self._folders() if folder.name == model_id), None)


def _order(folder: Path) -> Order | None:
    try:
        return Order.from_json((folder / ORDER).read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _name(folder: Path) -> str:
    manifest, order = read_manifest(folder), _order(folder)
    known = manifest or order
    return known.name if known else folder.name


def _size(folder: Path) -> int:
    """Return the bytes of all files below `folder`; one that goes meanwhile counts nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.lstat().st_size if not path.is_dir() else 0
        except OSError:
            continue
    return total


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
