"""Compiles the locks: every library that a command installs, each at one version, with hashes.

The locks hold for Python 3.11 and later on Linux, Windows and macOS at once, and name no place to
fetch from: a machine's own pip settings say that.
"""

from pathlib import Path

from steps import places
from steps.environment import ready
from steps.progress import SetupError, run, stage

SOURCES = {
    "pip": ("pip.in",),
    "native": ("native.in",),
    "lock": ("lock.in",),
    "run": ("run.in", "../../pyproject.toml"),
    "build": ("build.in", "run.in", "../../pyproject.toml"),
    "test": ("test.in", "build.in", "run.in", "../../pyproject.toml"),
}
"""What each lock is compiled from. A lock keeps to the versions of those before it."""


def compile_all(*, upgrade: bool) -> None:
    """Write all locks anew; without `upgrade`, versions already locked stay where they can.

    Raises SetupError when the requirements cannot be met together.
    """
    for lock in SOURCES:
        _compile(lock, upgrade=upgrade)
    if not ready("lock"):
        stage("The locks have changed: the next command installs them")


def _compile(lock: str, *, upgrade: bool) -> None:
    stage(f"Compiling packaging/requirements/{lock}.txt")
    earlier = list(SOURCES)[: list(SOURCES).index(lock)]
    bound = [held for held in earlier if held != "lock"]
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-config"]
    options += ["--no-header", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    options += ["--annotation-style", "line", "--output-file", f"{lock}.txt"]
    options += ["--upgrade"] if upgrade else []
    for held in bound:
        options += ["--constraint", f"{held}.txt"]
    uv: list[str | Path] = [places.program("uv"), "pip", "compile", *options, *SOURCES[lock]]
    if run(uv, places.REQUIREMENTS):
        raise SetupError(
            f"The lock {lock}.txt could not be compiled; the lines above say why. Change the "
            ".in files or pyproject.toml, then start again."
        )
