"""Rolling backups: whole, encrypted copies of the database in a folder beside it.

A backup opens with the same ways as the database, for it has the same key. The newest few are kept
and the newest of each of the last days, so that their number, and the room that they take, is
bounded. Where a value was erased since (forgotten, or found to be a secret), older backups still
hold it: then a new one is due at once, and those go.

Everything in a name but the number is for people: clocks are set back, so the number orders.
"""

import os
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from weakref import WeakKeyDictionary

from app.processes.publishing import sync_folder
from app.store import files
from app.store.copying import copy_to
from app.store.database import Database, database_mark
from app.store.errors import from_os
from app.store.messages import utc_now

LATEST = 3
"""So many of the newest backups are kept."""
DAYS = 7
"""Of so many days, the newest backup is kept."""
EVERY = timedelta(hours=1)
_TIME = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(?P<number>\d{6,})-(?P<at>\d{8}T\d{6}Z)-(?P<erasures>\d+)\.backup")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `at` is what the clock said, aware; `size` is in bytes.

    `number` counts up; `erasures` is how often a value had been erased by then. `mark` tells the
    key, see `database_mark`.
    """

    path: Path
    number: int
    at: datetime
    erasures: int
    size: int
    mark: str


class Backups:
    """The backups of one database."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = utc_now) -> None:
        """Keep them in `folder`, which is made when it is needed."""
        self._folder = folder
        self._clock = clock
        self._making = threading.Lock()
        # How much was written by the time of the last one, for each open database.
        self._changes: WeakKeyDictionary[Database, int] = WeakKeyDictionary()

    @property
    def folder(self) -> Path:
        """Where they are."""
        return self._folder

    def list(self) -> tuple[Backup, ...]:
        """Return all backups, the newest first. Raises what `errors.from_os` returns."""
        try:
            paths = list(self._folder.iterdir()) if self._folder.is_dir() else []
            found = [_backup(path) for path in paths]
        except OSError as error:
            raise from_os(error, self._folder) from error
        known = [each for each in found if each is not None]
        return tuple(sorted(known, key=lambda each: each.number, reverse=True))

    @property
    def erasures(self) -> int:
        """The highest count of erasures of any backup, 0 without one. Raises as `list` does."""
        return max((each.erasures for each in self.list()), default=0)

    def due(self, database: Database, mark: str) -> bool:
        """Say whether `make` should be called now; asking is cheap.

        True an hour after the last one where something changed since, when the clock was set back
        past it, and at once where the last one is under another key or holds erased values.
        """
        backups = self.list()
        if not backups or backups[0].mark != mark or backups[0].erasures < _erasures(database):
            return True
        age = self._clock() - backups[0].at
        return database.changes != self._changes.get(database) and not timedelta() <= age < EVERY

    def make(self, database: Database) -> Backup:
        """Make a backup, look through it, and remove those that are not to be kept.

        Takes 50 ms for each MB, and as much again where the database was not yet looked through:
        of a damaged one no backup is made. May be called on any thread. Raises what
        `Database.check` and `copying.copy_to` raise; the earlier backups are then still there.
        """
        with self._making:
            return self._make(database)

    def _make(self, database: Database) -> Backup:
        changes = database.changes
        if not database.checked:
            database.check()
        try:
            files.make_private_folder(self._folder)
            self._sweep()
            made = self._copy(database)
            backups = self.list()
            for each in set(backups) - _kept(backups, made):
                each.path.unlink(missing_ok=True)
            sync_folder(self._folder)
        except OSError as error:
            raise from_os(error, self._folder) from error
        self._changes[database] = changes
        return made

    def _copy(self, database: Database) -> Backup:
        number = max((each.number for each in self.list()), default=0) + 1
        at = self._clock().astimezone(UTC)
        # Asked before: what is erased from now on is told by a later number.
        with database.aside() as reader:
            erasures = _erasures(reader)
        name = f"{number:06}-{at.strftime(_TIME)}-{erasures}.backup"
        draft = files.draft_of(self._folder / name)
        with files.removed_if_left(draft):
            copy_to(database, draft)
            files.settle(draft, self._folder / name)
        made = _backup(self._folder / name)
        if made is None:
            raise FileNotFoundError(os.strerror(2))
        return made

    def _sweep(self) -> None:
        for draft in self._folder.glob("*.backup.*.new*"):
            draft.unlink(missing_ok=True)


def _kept(backups: Sequence[Backup], made: Backup) -> set[Backup]:
    """Return those of `backups`, the newest first, that stay once `made` is there."""
    fitting = [
        each for each in backups if each.mark == made.mark and each.erasures >= made.erasures
    ]
    days: dict[str, Backup] = {}
    for each in fitting:
        days.setdefault(f"{each.at:%Y%m%d}", each)
    return {made, *fitting[:LATEST], *list(days.values())[:DAYS]}


def _backup(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    try:
        at = datetime.strptime(named["at"], _TIME).replace(tzinfo=UTC)
        size, mark = path.stat().st_size, database_mark(path)
    except (ValueError, FileNotFoundError):
        return None
    return Backup(path, int(named["number"]), at, int(named["erasures"]), size, mark)


def _erasures(database: Database) -> int:
    ((count,),) = database.query("SELECT count FROM erasures")
    return int(count)
