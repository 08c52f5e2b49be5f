"""The lock that lets one copy run: held by one, dropped by the system at a crash."""

from pathlib import Path

import pytest

from app.store.errors import DatabaseBusy, ReadOnlyFolder
from app.store.lock import InstanceLock
from tests.store.world import run

_TRY = """
import os, sys
from pathlib import Path
from app.store.errors import DatabaseBusy
from app.store.lock import InstanceLock
try:
    held = InstanceLock(Path(sys.argv[1]), "understudy.db")
except DatabaseBusy:
    print("busy", flush=True)
else:
    print("held", flush=True)
os.kill(os.getpid(), 9)
"""


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    lock = InstanceLock(path, "understudy.db")
    with pytest.raises(DatabaseBusy, match=r"understudy\.db"):
        InstanceLock(path, "understudy.db")
    assert run("-c", _TRY, path).stdout == "busy\n"
    lock.release()
    lock.release()
    # Twice: the first of them is killed while it holds the lock.
    for _ in range(2):
        assert run("-c", _TRY, path).stdout == "held\n"
    InstanceLock(path, "understudy.db").release()
    assert path.read_bytes() == b""


def test_a_lock_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "base").touch()
    with pytest.raises(ReadOnlyFolder):
        InstanceLock(tmp_path / "base" / "x.lock", "understudy.db")
