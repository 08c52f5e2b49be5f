"""The main job of the program, done with the keyboard: a first start, and one chat with Mirror."""

from pathlib import Path

from app.chat.stores import Stores
from app.paths import Places
from app.store.opening import StoreFiles
from tests.e2e.desk import Desk, until

PASSPHRASE = "four quiet otters dance"
EMAIL = "mara.lindqvist@example.org"
MESSAGE = f"Please write a short letter to {EMAIL} about the garden."
_QUIET = 20
"""So many looks in a row at files that do not change, until the program is taken to be done."""


def do_main_job(desk: Desk, base: Path, picture: Path) -> None:
    """Make a vault in `base`, send a message to Mirror, save a `picture`, and close the window.

    Fails unless the assistant got the message without its private detail, and the chat has both
    the message and the reply as a person would write them.
    """
    try:
        window = start_first(desk)
        _send(desk, base)
        desk.picture(picture)
        desk.close(window)
        assert desk.leave() == (0, "")
    finally:
        desk.end()
    _check(base)


def start_first(desk: Desk) -> str:
    """Choose a passphrase, give no name, set up no reader; return the id of the chats' window."""
    start = desk.window()
    desk.type(PASSPHRASE)
    desk.press("Return")
    desk.type(PASSPHRASE)
    desk.press("Return")
    desk.press("Return")
    desk.press("Tab", "space")
    return desk.window(other_than=start)


def _send(desk: Desk, base: Path) -> None:
    """Send the message, and wait until the program writes no more."""
    before = _written(base)
    desk.type(MESSAGE)
    desk.press("Return")
    until(lambda: _written(base) != before, "the message to be written")
    looks = [_written(base)]

    def settled() -> bool:
        looks.append(_written(base))
        return len(looks) > _QUIET and looks[-_QUIET:] == [looks[-1]] * _QUIET

    until(settled, "the reply to be written")


def _written(base: Path) -> list[tuple[str, int, int]]:
    """Return the files under `base` with their sizes and times of change."""
    states = [(path.name, path.stat()) for path in sorted(base.iterdir())]
    return [(name, state.st_size, state.st_mtime_ns) for name, state in states]


def _check(base: Path) -> None:
    places = Places(base)
    stores = Stores(StoreFiles(places.key_file, places.database).open(PASSPHRASE))
    try:
        (chat,) = stores.chats.list()
        asked, answered = stores.messages(chat.id)
        (receipt,) = stores.receipts.list(chat.id)
    finally:
        stores.close()
    assert (asked.text, asked.state) == (MESSAGE, "complete")
    assert (answered.text, answered.state) == (MESSAGE, "complete")
    assert EMAIL not in receipt.body
    assert "<Email_1>" in receipt.body
