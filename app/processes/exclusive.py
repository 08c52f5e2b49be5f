"""A file that one process holds at a time; the system drops the hold when that process ends.

`fcntl` and `msvcrt` do all that is needed, so no library is used. Python's descriptors are not
inherited, so a child process cannot keep what its parent held.
"""

import sys

if sys.platform == "win32":
    import msvcrt

    def take(descriptor: int) -> None:
        """Hold the open file `descriptor` until it is closed. Raises `OSError` if others do."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def take(descriptor: int) -> None:
        """Hold the open file `descriptor` until it is closed. Raises `OSError` if others do."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
