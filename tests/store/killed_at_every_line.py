"""A program for `test_opening`: it runs one step of a store again and again.

Each time is a fork that is killed at a later line of the store's code; after each, what is there
must open. The argument is a folder to work in; it prints how many lines each step has.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from app.store.errors import WrongPassphrase
from app.store.opening import StoreFiles, StoreState
from tests.store.world import CHEAP

# Prime, so that a loop of the code is not met at the same line each time.
_STRIDE = 5


def _killed_at(line: int, step: Callable[[], None]) -> bool:
    """Run `step` in a fork that dies at its `line`th line; say whether it was killed."""
    seen = 0

    def trace(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal seen
        if Path(frame.f_code.co_filename).parent.name != "store":
            return None
        if event == "line":
            seen += 1
            if seen == line:
                os.kill(os.getpid(), 9)
        return trace

    child = os.fork()
    if child == 0:
        sys.settrace(trace)
        step()
        os._exit(0)
    return os.waitpid(child, 0)[1] != 0


def _create(store: StoreFiles) -> None:
    store.create("first").close()


def _check_created(store: StoreFiles) -> None:
    if store.state() is StoreState.NEW:
        _create(store)
    with store.open("first") as database:
        assert database.query("PRAGMA integrity_check") == [("ok",)]
        assert database.query("SELECT id FROM providers") == [(1,)]


def _change(store: StoreFiles) -> None:
    store.change_passphrase("first", "second")


def _check_changed(store: StoreFiles) -> None:
    opened = []
    for passphrase in ("first", "second"):
        try:
            store.open(passphrase).close()
        except WrongPassphrase:
            continue
        opened.append(passphrase)
    assert len(opened) == 1, opened


def _at_every_line(
    prepare: Callable[[StoreFiles], None],
    step: Callable[[StoreFiles], None],
    check: Callable[[StoreFiles], None],
) -> int:
    line, killed = 1, True
    while killed:
        with tempfile.TemporaryDirectory(dir=sys.argv[1]) as folder:
            base = Path(folder, "base")
            store = StoreFiles(base / "key.json", base / "understudy.db", CHEAP)
            prepare(store)
            killed = _killed_at(line, lambda: step(store))  # noqa: B023 - called at once
            check(store)
            check(store)
            names = {path.name for path in base.iterdir()} - {"key.json.tries"}
            assert names == {"key.json", "understudy.db", "understudy.db.lock"}, names
        line += _STRIDE
    return line


if __name__ == "__main__":
    print(_at_every_line(lambda _: None, _create, _check_created))
    print(_at_every_line(_create, _change, _check_changed))
