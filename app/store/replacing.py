"""Putting another database in the place of the one that is there, safely under kill -9.

The new file is made beside the old one, looked through, and then given its name: `.restored` or
`.rekeyed`. That is the moment from which the new one counts. What follows can be taken up again
after it was cut off anywhere, so whoever opens the database first calls `finish`:

1. The old file gets a second name, under which it stays.
2. Its log, if it has one, goes with it; no log may ever meet another file than its own.
3. The new file takes the old one's first name, in one step.

At no moment is there no database. All of it happens under the database's lock.
"""

import os
import re
import shutil
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.processes.publishing import sync_folder
from app.store import files
from app.store.errors import from_os

_LOGS = ("-wal", "-journal")
_TIME = "%Y%m%d-%H%M%S"
_WHEN = re.compile(r"\.replaced-(\d{8}-\d{6})(-\d+)?$")


@dataclass(frozen=True, slots=True)
class KeptAside:
    """A database that gave way to another one, at an aware time; `size` is in bytes."""

    path: Path
    at: datetime
    size: int


class Replacement:
    """The names around one database."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self.restored = database.with_name(database.name + ".restored")
        self.rekeyed = database.with_name(database.name + ".rekeyed")
        self.before = database.with_name(database.name + ".before-rekeying")

    @property
    def incoming(self) -> tuple[Path, Path]:
        """The names under which a new database waits to take its place."""
        return self.restored, self.rekeyed

    @property
    def kept_aside(self) -> tuple[Path, ...]:
        """The databases that gave way to another one, oldest first."""
        found = self._database.parent.glob(f"{self._database.name}.replaced-*[0-9]")
        return tuple(sorted(found))

    def list_aside(self) -> tuple[KeptAside, ...]:
        """Return what is kept aside, with its log. Raises what `errors.from_os` returns."""
        found = []
        try:
            for path in self.kept_aside:
                at = _WHEN.search(path.name)
                if at is not None:
                    when = datetime.strptime(at[1], _TIME).replace(tzinfo=UTC)
                    size = sum(each.stat().st_size for each in _with_logs(path) if each.exists())
                    found.append(KeptAside(path, when, size))
        except OSError as error:
            raise from_os(error, self._database) from error
        return tuple(found)

    def remove_aside(self, kept: KeptAside) -> None:
        """Remove one for good, if it is still there. Raises what `errors.from_os` returns."""
        try:
            for path in _with_logs(kept.path):
                path.unlink(missing_ok=True)
            sync_folder(kept.path.parent)
        except OSError as error:
            raise from_os(error, kept.path) from error

    def finish(self) -> None:
        """Take up what was cut off, if anything. Raises what `errors.from_os` returns."""
        try:
            if self.restored.exists():
                self._take_place(self.restored, self._aside())
            if self.rekeyed.exists():
                self._take_place(self.rekeyed, self.before)
        except OSError as error:
            raise from_os(error, self._database) from error

    def undo_rekeying(self) -> bool:
        """Put the file of before the new key back, if it is still there; say whether it was.

        Raises what `errors.from_os` returns.
        """
        try:
            if not self.before.exists():
                return False
            self.before.replace(self._database)
            sync_folder(self._database.parent)
        except OSError as error:
            raise from_os(error, self._database) from error
        return True

    def drop_before(self) -> None:
        """Remove the file of before the new key. Raises what `errors.from_os` returns."""
        try:
            for ending in ("", *_LOGS):
                self.before.with_name(self.before.name + ending).unlink(missing_ok=True)
        except OSError as error:
            raise from_os(error, self.before) from error

    def _aside(self) -> Path:
        # From the new file's own time, so that the name is the same when this is taken up again.
        when = time.gmtime(self.restored.stat().st_mtime)
        base = f"{self._database.name}.replaced-{time.strftime(_TIME, when)}"
        name, count = base, 1
        while self._is_another(self._database.with_name(name)):
            count += 1
            name = f"{base}-{count}"
        return self._database.with_name(name)

    def _is_another(self, path: Path) -> bool:
        if not path.exists():
            return False
        return not (self._database.exists() and path.samefile(self._database))

    def _take_place(self, incoming: Path, aside: Path) -> None:
        if self._database.exists() and not aside.exists():
            _second_name(self._database, aside)
        for ending in _LOGS:
            log = self._database.with_name(self._database.name + ending)
            if log.exists():
                log.replace(aside.with_name(aside.name + ending))
        sync_folder(self._database.parent)
        incoming.replace(self._database)
        sync_folder(self._database.parent)


def _second_name(path: Path, name: Path) -> None:
    try:
        os.link(path, name)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (FAT): a copy, whole before it has its name.
        draft = files.draft_of(name)
        shutil.copyfile(path, draft)
        files.settle(draft, name)


def _with_logs(path: Path) -> tuple[Path, ...]:
    return (path, *(path.with_name(path.name + ending) for ending in _LOGS))
