"""Killed in the middle of everything that the store does; `kills` has the by-hand run of 300."""

import sys
from pathlib import Path

import pytest

from tests.store.acts import ACTS
from tests.store.world import run

ROUNDS = 4 * len(ACTS)

_SCRIPT = """
import sys
from pathlib import Path
from tests.store.kills import kill
killer = kill(int(sys.argv[2]), 20261125, Path(sys.argv[1]))
print(sum(killer.killed.values()), sum(killer.ended.values()), len(killer.promises.messages))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_killed_at_random_moments(tmp_path: Path) -> None:
    # In a process of its own: a fork of the tests' would take their threads' locks along.
    done = run("-c", _SCRIPT, tmp_path, str(ROUNDS))
    assert done.returncode == 0, done.stderr
    killed, ended, messages = map(int, done.stdout.split())
    assert killed + ended == ROUNDS
    assert killed >= ROUNDS // 2
    assert messages >= 4
