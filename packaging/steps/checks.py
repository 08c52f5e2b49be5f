"""Every check of the project, one after the other, with a summary of all at the end."""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from steps import places
from steps.progress import SetupError, note, run, stage
from steps.screen import virtual_screen

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
PARALLEL = ("-m", "pytest", "--numprocesses", "2", "--dist", "loadfile")
"""Two at once, whatever the machine: most tests wait for another process half of the time."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name in the summary, and what returns its exit code."""

    name: str
    perform: Callable[[], int]


def only_pytest(arguments: list[str]) -> int:
    """Run pytest with `arguments` and a screen in memory, where there is one; return its code.

    Qt itself stays offscreen unless QT_QPA_PLATFORM says `xcb`.
    """
    if not places.LINUX:
        return _python("-m", "pytest", *arguments)
    with virtual_screen() as display:
        extra = {**OFFSCREEN, **os.environ, "DISPLAY": display}
        return _python("-m", "pytest", *arguments, extra=extra)


def everything() -> int:
    """Run all checks of the project; return 0 when all passed, else 1."""
    checks = [
        Check("ruff check", lambda: _python("-m", "ruff", "check", ".")),
        Check("ruff format", lambda: _python("-m", "ruff", "format", "--check", ".")),
        Check("mypy", lambda: _python("-m", "mypy")),
        Check(
            "tests",
            lambda: _python(*PARALLEL, "-m", "not xvfb and not package", extra=OFFSCREEN),
        ),
    ]
    if places.LINUX:
        checks += [
            Check("tests on a screen", lambda: _on_screen("xvfb and not package")),
            Check("tests of the package", lambda: _on_screen("package")),
        ]
    else:
        note("Tests that need Xvfb or dpkg are left out: this is not Linux.")
    return perform_all(checks)


def perform_all(checks: Sequence[Check]) -> int:
    """Run all of `checks`, whatever fails, and sum up; return 0 when all passed, else 1."""
    results = [_perform(check) for check in checks]
    stage("Summary")
    for name, passed, seconds in results:
        note(f"{'passed' if passed else 'FAILED'}  {name} ({seconds:.0f} s)")
    return 0 if all(passed for _, passed, _ in results) else 1


def _perform(check: Check) -> tuple[str, bool, float]:
    stage(check.name)
    started = time.monotonic()
    try:
        passed = check.perform() == 0
    except SetupError as trouble:
        note(str(trouble))
        passed = False
    return check.name, passed, time.monotonic() - started


def _on_screen(marker: str) -> int:
    with virtual_screen() as display:
        extra = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        return _python("-m", "pytest", "-m", marker, extra=extra)


def _python(*arguments: str, extra: Mapping[str, str] | None = None) -> int:
    return run([places.program("python"), *arguments], places.ROOT, extra, heartbeat=None)
