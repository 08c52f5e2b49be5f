"""What a person sees while a step runs: what it is, that it goes on, and why it stopped."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

HEARTBEAT = 15.0
"""Seconds between two signs of life from a step that prints nothing itself."""


class SetupError(Exception):
    """A step could not do its work; the text is a sentence that says so and what to do."""


def stage(text: str) -> None:
    """Print the heading of the step that starts now."""
    print(f"\n== {text}", flush=True)


def note(text: str) -> None:
    """Print a line about the step that is running."""
    print(f"   {text}", flush=True)


def run(
    command: Sequence[str | Path],
    cwd: Path,
    extra: Mapping[str, str] | None = None,
    *,
    heartbeat: float | None = HEARTBEAT,
) -> int:
    """Run `command` in the folder `cwd` with its output in sight; return its exit code.

    `extra` is added to the environment. Every `heartbeat` seconds a line tells how long it has
    been running; None is for a program that tells that itself. Raises SetupError when there is
    no such program.
    """
    started = time.monotonic()
    sys.stdout.flush()
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, **(extra or {})},
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise SetupError(f"{command[0]} could not be started ({error.strerror}).") from error
    try:
        while True:
            try:
                return process.wait(heartbeat)
            except subprocess.TimeoutExpired:
                note(f"... {time.monotonic() - started:.0f} s")
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise
