"""The commands of `dev.py`: what each one needs, and what it then does."""

import os
import sys
from pathlib import Path

from steps import environment, places
from steps.progress import SetupError

USAGE = """\
usage: python3 packaging/dev.py COMMAND [ARGUMENTS]

Each command first installs what it needs into .venv, the first time and after a change.

  run    start Understudy; ARGUMENTS go to it
  test   run all checks and tests, or only pytest with ARGUMENTS
  build  make the installable package in dist/
  lock   compile the locks in packaging/requirements; --upgrade takes newer releases
"""


def dispatch(arguments: list[str]) -> int:
    """Do the command that `arguments` begin with, and return the exit code."""
    commands = {"run": _run, "test": _test, "build": _build, "lock": _lock}
    command = commands.get(arguments[0]) if arguments else None
    if command is None:
        asked = bool(arguments) and arguments[0] in {"-h", "--help"}
        print(USAGE, end="", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        return command(arguments[1:])
    except SetupError as trouble:
        sys.stdout.flush()
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next start takes up what was left undone.", file=sys.stderr)
        return 130


def _prepare(kind: str) -> None:
    """Bring this machine and `.venv` to what `kind` needs; nothing is printed if they are."""
    if not environment.ready(kind):
        _ensure_system(kind)
        environment.install(kind)


def _ensure_system(kind: str) -> None:
    from steps import system  # noqa: PLC0415  # not read when there is nothing to do

    system.ensure(system.NEEDS[kind])


def _compile_translations() -> None:
    from steps import translations  # noqa: PLC0415  # not read when there is none

    translations.compile_stale()


def _run(arguments: list[str]) -> int:
    _prepare("run")
    if places.TRANSLATIONS.is_dir():
        _compile_translations()
    # The app is found from any folder, so that file names in `arguments` mean what they say.
    path = os.pathsep.join(filter(None, [str(places.ROOT), os.environ.get("PYTHONPATH")]))
    python = str(places.program("python"))
    command = [python, "-P", "-m", "app", *arguments]
    variables = {**os.environ, "PYTHONPATH": path}
    sys.stdout.flush()
    if not places.WINDOWS:
        os.execve(python, command, variables)  # noqa: S606  # no shell is wanted
    import subprocess  # noqa: PLC0415

    return subprocess.call(command, env=variables)


def _test(arguments: list[str]) -> int:
    from steps import checks  # noqa: PLC0415

    _ensure_system("test")
    _prepare("test")
    _compile_translations()
    return checks.only_pytest(arguments) if arguments else checks.everything()


def _build(arguments: list[str]) -> int:
    from steps.progress import run  # noqa: PLC0415

    _ensure_system("build")
    _prepare("build")
    _compile_translations()
    build: list[str | Path] = [
        places.program("python"),
        places.ROOT / "packaging" / "build.py",
        *arguments,
    ]
    return run(build, places.ROOT)


def _lock(arguments: list[str]) -> int:
    from steps import locking  # noqa: PLC0415

    _prepare("lock")
    locking.compile_all(upgrade="--upgrade" in arguments)
    return 0
