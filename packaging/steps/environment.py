"""The virtual environment `.venv`: made, filled from the locks, and known to be whole.

A record inside `.venv` says what it was filled from. It is taken away before anything changes and
written after everything went well, so an environment without one was interrupted and is made
anew. Reading that record is all that a start with nothing to do costs.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from steps import places
from steps.progress import SetupError, note, run, stage

RECORD = "understudy.json"
HOLDS = {
    "lock": ("lock",),
    "run": ("run",),
    "build": ("build", "run"),
    "test": ("test", "build", "run"),
}
"""For each set of requirements, the sets that its lock holds at the same versions."""
COMPILES = ("run", "build", "test")
"""The sets with a library that is published as source only."""
SOURCES = "llama-cpp-python"
"""The only libraries that may be built from source, separated by commas."""
BUILD_FLAGS = "-DGGML_NATIVE=OFF"
"""For CMake: compile for every x86-64 processor since 2013, not for this one alone.

The package is for other machines. And what the compiler takes this processor for may be wrong:
code with AMX instructions was seen to crash on a virtual machine that announced them.
"""


def ready(kind: str) -> bool:
    """Return whether `.venv` holds the set `kind` as it is locked now."""
    return _sets().get(kind) == fingerprint(kind)


def fingerprint(kind: str) -> str:
    """Return a digest of everything that decides what the set `kind` installs."""
    digest = hashlib.sha256()
    for lock in locks(kind):
        digest.update((places.REQUIREMENTS / f"{lock}.txt").read_bytes())
    return digest.hexdigest()


def locks(kind: str) -> tuple[str, ...]:
    """Return the names of the locks to install for the set `kind`, in this order."""
    return ("pip", "native", kind) if kind in COMPILES else ("pip", kind)


def install(kind: str) -> None:
    """Bring `.venv` to the set `kind`. Raises SetupError when that fails."""
    started = time.monotonic()
    if not _record():
        _create()
    sets = {held: mark for held, mark in _sets().items() if mark == fingerprint(held)}
    record = places.ENVIRONMENT / RECORD
    record.unlink(missing_ok=True)
    for lock in locks(kind):
        _install_lock(lock)
    sets |= {held: fingerprint(held) for held in HOLDS[kind]}
    record.write_text(json.dumps({"for": _identity(), "sets": sets}), encoding="utf-8")
    note(f"Installed in {time.monotonic() - started:.0f} s.")


def _identity() -> list[str]:
    # A virtual environment knows its own path, and its libraries one version of Python. What was
    # compiled with other flags pip would take for the same library.
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return [python, str(places.ROOT), BUILD_FLAGS]


def _sets() -> dict[str, str]:
    """Return the sets that a whole environment of this Python holds, with their digests."""
    sets = _record().get("sets")
    return sets if isinstance(sets, dict) else {}


def _record() -> dict[str, object]:
    """Return the record of a whole environment of this Python, or an empty one."""
    try:
        record = json.loads((places.ENVIRONMENT / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    whole = (
        isinstance(record, dict)
        and record.get("for") == _identity()
        and places.program("python").exists()
    )
    return record if whole else {}


def _create() -> None:
    if places.ENVIRONMENT.exists():
        stage("Making .venv anew: it was not finished, or was made in another way")
        try:
            shutil.rmtree(places.ENVIRONMENT)
        except OSError as error:
            raise SetupError(
                f".venv could not be removed ({error.strerror}). Close what uses it, remove the "
                "folder by hand, then start again."
            ) from error
    else:
        stage("Making .venv")
    # Inside another virtual environment this is the Python that the environment was made from.
    python = getattr(sys, "_base_executable", sys.executable)
    if run([python, "-m", "venv", places.ENVIRONMENT], places.ROOT):
        raise SetupError(
            "Python could not make a virtual environment in .venv; the lines above say why. "
            "Check that this folder can be written to and has 2 GB of room, then start again."
        )


def _install_lock(lock: str) -> None:
    stage(f"Installing packaging/requirements/{lock}.txt")
    if lock in COMPILES:
        note("This may compile the language model's engine, which takes 2 to 5 minutes.")
    file = places.REQUIREMENTS / f"{lock}.txt"
    python = places.program("python")
    options = ["-m", "pip", "install", "--require-hashes", "--no-deps"]
    options += ["--no-input", "--disable-pip-version-check", "--only-binary", ":all:"]
    if lock in COMPILES:
        # The build's own tools come from native.txt, with hashes, so pip must not fetch others.
        options += ["--no-binary", SOURCES, "--no-build-isolation"]
    # The tools from native.txt are found by name.
    extra = {"PATH": os.pathsep.join([str(python.parent), os.environ.get("PATH", "")])}
    if lock in COMPILES:
        extra |= {"CMAKE_ARGS": BUILD_FLAGS, "PIP_CACHE_DIR": str(_cache(python))}
    if run([python, *options, "-r", file], places.ROOT, extra):
        raise SetupError(
            "The libraries could not be installed; pip's last lines above say why. Check the "
            "network, the room on the disk, and (if a build failed) the C++ compiler, then "
            "start again: what was done is not lost."
        )


def _cache(python: Path) -> Path:
    """Return a folder for what pip keeps, apart from what it built with other flags."""
    asked = subprocess.run(
        [python, "-m", "pip", "cache", "dir"], capture_output=True, text=True, check=False
    )
    usual = Path(asked.stdout.strip() or places.ENVIRONMENT / "cache")
    flags = hashlib.sha256(BUILD_FLAGS.encode()).hexdigest()[:8]
    return usual / f"understudy-{flags}"
