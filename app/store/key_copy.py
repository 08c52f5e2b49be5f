"""A copy of the key file beside the backups: without a key file, no backup opens either."""

from pathlib import Path

from app.store import files
from app.store.backup_errors import KeyFileSound, NoKeyCopy
from app.store.errors import KeyFileMissing, KeyFileUnreadable, from_os
from app.store.keys import KeyFile


class KeyCopy:
    """The copy of one key file. It is renewed whenever a way in changes.

    So a way that was removed opens the copy no more either.
    """

    def __init__(self, keys: KeyFile, folder: Path) -> None:
        """Keep the copy of `keys` in `folder`, once that is there."""
        self._keys = keys
        self._copy = KeyFile(folder / keys.path.name)

    def renew(self) -> None:
        """Make the copy what the key file is. Raises what reading that raises, and of disks."""
        copy = self._copy.path
        try:
            if copy.parent.is_dir():
                files.replace(copy, self._keys.read().encode())
        except OSError as error:
            raise from_os(error, copy) from error

    def put_back(self) -> None:
        """Put the copy in the place of a damaged or missing key file; keep the damaged one aside.

        Raises `KeyFileSound`, `KeyFileNewer`, `NoKeyCopy`, and what disks fail with.
        """
        try:
            content = self._copy.read().encode()
        except (KeyFileMissing, KeyFileUnreadable):
            raise NoKeyCopy(file=self._keys.path.name) from None
        try:
            if self._keys.exists:
                self._refuse_sound()
                files.set_aside(self._keys.path)
            files.write_new(self._keys.path, content)
        except OSError as error:
            raise from_os(error, self._keys.path) from error

    def _refuse_sound(self) -> None:
        try:
            self._keys.read()
        except KeyFileUnreadable:
            return
        raise KeyFileSound(file=self._keys.path.name)
