"""Real encrypted files for every test."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.chats import Chats
from app.store.database import Database
from app.store.kdf import KdfParameters
from app.store.vault import Vault
from tests.store.world import CHEAP

# Linux's file system in memory: all that the store asks of files, and no waiting for a disk.
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """Return a folder of the test's own; each commit is synced, which a disk makes slow."""
    if not os.access(_MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=_MEMORY, prefix="understudy-") as folder:
        yield Path(folder)


@pytest.fixture
def cheap() -> KdfParameters:
    """Return the cheapest cost that RFC 9106 allows; tests of the cost itself use the default."""
    return CHEAP


@pytest.fixture
def key() -> bytes:
    return os.urandom(32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a database may be made; its folder is there."""
    return tmp_path / "understudy.db"


@pytest.fixture
def database(path: Path, key: bytes) -> Iterator[Database]:
    with Database.open(path, key, create=True) as opened:
        yield opened


@pytest.fixture
def vault(database: Database) -> Vault:
    return Vault(database)


@pytest.fixture
def chats(database: Database, vault: Vault) -> Chats:
    return Chats(database, vault.secrets)
