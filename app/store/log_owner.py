"""Whether a write-ahead log that was left behind belongs to the file beside it.

A killed program leaves a log, and SQLite takes what is in it over into the file: that is sound. But
somebody may have put another file in its place meanwhile, a copy of last week for one. It has the
same key, so that the log's pages fit by their HMACs, and the two together are a mixture that is
damaged in ways which only a look at everything finds.

So while a database is open, a note beside it says what the file looked like when it was last
written to: its size, its time, and a hash of its first page, which is encrypted anew with each
write. A log whose file fits the note needs no such look. Where the note is missing, torn or of
before, everything is looked at, and nothing is lost but time; so it need not survive a power cut.
"""

import contextlib
import hashlib
import os
from pathlib import Path

from app.store import files

_FIRST_PAGE = 4096
_ENDING = ".base"


class LogOwner:
    """The note beside one database file."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._note = database.with_name(database.name + _ENDING)
        self._noted: tuple[int, int] | None = None

    @property
    def is_certain(self) -> bool:
        """Whether the file is as it was noted, so that a log beside it is its own."""
        try:
            return self._note.read_text("ascii") == self._look()
        except (OSError, UnicodeDecodeError):
            return False

    def note(self) -> None:
        """Note what the file looks like, if it was written to; call it after each write.

        Costs a look at its time where it was not. A disk that refuses costs a longer start, once.
        """
        with contextlib.suppress(OSError):
            now = _times(self._database)
            if now == self._noted:
                return
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(self._note, flags, files.FILE_MODE), "wb") as stream:
                stream.write(self._look().encode("ascii"))
            self._noted = now

    def forget(self) -> None:
        """Remove the note: the log is gone."""
        self._noted = None
        with contextlib.suppress(OSError):
            self._note.unlink(missing_ok=True)

    def _look(self) -> str:
        size, time = _times(self._database)
        with self._database.open("rb") as stream:
            first = hashlib.sha256(stream.read(_FIRST_PAGE)).hexdigest()
        return f"{size} {time} {first}\n"


def _times(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
