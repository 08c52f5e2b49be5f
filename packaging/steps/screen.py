"""A screen that exists only in memory, for tests that need a real window system."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from steps.progress import SetupError

SIZE = "1280x900x24"
"""Width, height and bits of colour of the screen."""
GRACE = 10.0
"""Seconds that the screen's server has to end before it is killed."""


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Start Xvfb on a free display, give that display's name, and end Xvfb afterwards.

    Raises SetupError when Xvfb does not start.
    """
    listening, telling = os.pipe()
    # Xvfb chooses the display itself and writes its number, so two runs never meet.
    command = ["Xvfb", "-displayfd", str(telling), "-screen", "0", SIZE, "-nolisten", "tcp"]
    try:
        server = subprocess.Popen(
            [*command, "-noreset"], pass_fds=(telling,), stderr=subprocess.DEVNULL
        )
    except OSError as error:
        os.close(listening)
        raise SetupError(f"Xvfb could not be started ({error.strerror}). Install it.") from error
    finally:
        os.close(telling)
    try:
        with os.fdopen(listening) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise SetupError("Xvfb ended before it had a screen. Run `Xvfb :99` to see why.")
        yield f":{number}"
    finally:
        server.terminate()
        try:
            server.wait(GRACE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
