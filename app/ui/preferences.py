"""The only plain file: how the window looks and which language it speaks.

It is read before the vault is unlocked, so it lies outside the database and holds nothing private.
"""

import contextlib
import enum
import json
import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import KnownError
from app.processes.publishing import publish

SMALLEST_TEXT = 80
LARGEST_TEXT = 200


class Appearance(enum.StrEnum):
    """Light or dark; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(enum.StrEnum):
    """The window's language, by the name of its translation; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh_CN"


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the window looks. `text_size` is in percent of the desktop's own size."""

    appearance: Appearance = Appearance.SYSTEM
    language: Language = Language.SYSTEM
    text_size: int = 100


class PreferencesUnreadable(KnownError):
    """The file is there, but it cannot be read or makes no sense."""

    sentence = (
        "The choice of appearance and language could not be read, so the usual ones are in use. "
        "Your chats are not affected. Choose them again in Settings."
    )


class PreferencesNotKept(KnownError):
    """The file cannot be written."""

    sentence = (
        "The choice of appearance and language could not be saved ({reason}). It holds until you "
        "close the app, and your chats are not affected. Check that the disk has room and that "
        "its folder may be written to."
    )


class PreferencesFile:
    """Keeps `Preferences` in one JSON file, readable by its owner only."""

    def __init__(self, path: Path) -> None:
        """Keep them at `path`; its folder is made when needed."""
        self._path = path

    def load(self) -> Preferences:
        """Return what is kept, or the usual values where there is no file yet.

        A value that is missing or out of range is the usual one, so that files of other versions
        work. Raises `PreferencesUnreadable` where the file as a whole makes no sense.
        """
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError) as error:
            raise PreferencesUnreadable from error
        if not isinstance(kept, dict):
            raise PreferencesUnreadable
        found = Preferences()
        with contextlib.suppress(ValueError):
            found = replace(found, appearance=Appearance(str(kept.get("appearance"))))
        with contextlib.suppress(ValueError):
            found = replace(found, language=Language(str(kept.get("language"))))
        size = kept.get("text_size")
        if isinstance(size, int) and SMALLEST_TEXT <= size <= LARGEST_TEXT:
            found = replace(found, text_size=size)
        return found

    def save(self, preferences: Preferences) -> None:
        """Replace the file whole.

        Raises `PreferencesNotKept` when that fails; the old file is then untouched.
        """
        text = json.dumps(
            {
                "appearance": preferences.appearance.value,
                "language": preferences.language.value,
                "text_size": preferences.text_size,
            },
            indent=2,
        )
        try:
            self._replace(text)
        except OSError as error:
            raise PreferencesNotKept(reason=error.strerror or type(error).__name__) from error

    def _replace(self, text: str) -> None:
        folder = self._path.parent
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # mkstemp makes the file readable by its owner only, and the rename keeps that.
        handle, name = tempfile.mkstemp(dir=folder, prefix=f".{self._path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            publish(Path(name), self._path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
