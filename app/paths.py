"""Where the app's files lie: one place decides, and `--base-dir` moves all of it."""

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Places:
    """The files of one user of this app; all of them lie under `base`."""

    base: Path

    @classmethod
    def default(cls) -> "Places":
        """Return the places that the operating system sets aside for this app and user."""
        return cls(platformdirs.user_data_path("Understudy", appauthor=False))

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.base / "understudy.db"

    @property
    def key_file(self) -> Path:
        """The database's key, wrapped by the user's passphrase."""
        return self.base / "understudy.key"

    @property
    def preferences(self) -> Path:
        """Appearance and language: needed before unlocking, and nothing private."""
        return self.base / "preferences.json"

    @property
    def reader_states(self) -> Path:
        """What is computed of the models' instructions: nothing private."""
        return self.base / "reader-states"

    @property
    def models(self) -> Path:
        """The language models, one folder each: large, and nothing private."""
        return self.base / "models"


def resources() -> Path:
    """Return the folder of the app's own data files, from source or inside a package."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources"
