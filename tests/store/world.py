"""What several tests of the store need: spans, snapshots of files, every cell of a database."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.privacy.levels import STANDARD_TYPES, Level
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action
from app.privacy.span import Span
from app.store.database import Database
from app.store.kdf import KdfParameters
from app.store.marks import Mark, MarkState
from app.store.numbering import COMMON, Numbering
from app.store.upkeep import Upkeep
from app.store.vault import Vault

ROOT = Path(__file__).resolve().parents[2]
# The cheapest that RFC 9106 allows.
CHEAP = KdfParameters(iterations=1, lanes=1, memory_kib=8)


def span(text: str, privacy_type: str, level: Level | None = None, start: int = 0) -> Span:
    """Return a span of a value that stands at `start` in some text."""
    return Span(
        start=start,
        end=start + len(text),
        text=text,
        type=privacy_type,
        level=level or STANDARD_TYPES[privacy_type],
        source="builtin",
        recogniser="test",
        certainty=0.9,
    )


def assign(vault: Vault, *spans: Span, numbering: Numbering = COMMON) -> list[Placeholder]:
    """Commit placeholders for `spans`."""
    assignment = vault.assignment(numbering)
    placeholders = [assignment.placeholder_for(each) for each in spans]
    vault.commit(assignment)
    return placeholders


def imported(upkeep: Upkeep, source: Path, passphrase: str, proof: str) -> Database:
    """Put an export in place of everything, and open it."""
    return upkeep.import_over(upkeep.prepare_import(source, passphrase, proof), proof)


def mark(
    text: str,
    value: str,
    placeholder: Placeholder | None,
    level: Level = Level.PL2,
    action: Action = Action.HIDE,
    state: MarkState = MarkState.VALUE,
) -> Mark:
    """Return a mark on the first `value` in `text`."""
    start = text.index(value)
    return Mark(
        start, start + len(value), "Email", level, "builtin", 0.9, placeholder, action, state
    )


def run(
    *arguments: str | Path, under: tuple[str | Path, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own, for a minute or two at most."""
    return subprocess.run(
        [*under, sys.executable, *arguments],
        check=False,
        cwd=ROOT,
        timeout=120,
        capture_output=True,
        text=True,
    )


class Undone(Exception):
    """Ends a transaction that is to be undone."""


def undone(database: Database, act: Callable[[], None]) -> None:
    """Do something in a transaction that fails after it."""

    def fail() -> None:
        with database.transaction():
            act()
            raise Undone

    with pytest.raises(Undone):
        fail()


def cells(database: Database) -> list[str]:
    """Return every cell of every table as text."""
    found = []
    for (table,) in database.query("SELECT name FROM sqlite_master WHERE type = 'table'"):
        for row in database.query(f'SELECT * FROM "{table}"'):  # noqa: S608 - its own table
            found += [str(cell) for cell in row]
    return found


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return the content of every file but the lock, the log's index and the count of tries."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and path.suffix not in {".lock", ".tries", ".db-shm"}
    }


def write_key_file(path: Path, document: dict[str, Any]) -> None:
    """Write a key file with a checksum that fits, as any version of the app would."""
    document = {name: value for name, value in document.items() if name != "checksum"}
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
    checksum = hashlib.sha256(canonical).hexdigest()
    path.write_text(json.dumps(document | {"checksum": checksum}))
