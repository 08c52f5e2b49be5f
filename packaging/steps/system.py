"""What the operating system must bring: libraries that Qt loads, fonts, a compiler, tools.

Each need is looked for itself, not the package that has it, so a system with other package names
is never asked for what it already has.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from steps.places import LINUX, ROOT, WINDOWS
from steps.progress import SetupError, note, run, stage


@dataclass(frozen=True, slots=True)
class Need:
    """Something that this machine must have."""

    name: str
    package: str
    """The package of Debian and Ubuntu that has it."""
    present: Callable[[str], bool]


def _library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _program(name: str) -> bool:
    return shutil.which(name) is not None


def _compiler(_name: str) -> bool:
    return WINDOWS or any(map(_program, ("c++", "g++", "clang++")))


def _module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def _chinese_font(_name: str) -> bool:
    listing = subprocess.run(
        ["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False
    )
    return bool(listing.stdout.strip())


# Debian keeps these modules apart from the rest of Python.
PYTHON = tuple(
    Need(name, f"python3.{sys.version_info.minor}-venv", _module) for name in ("venv", "ensurepip")
)
# What PySide6-Essentials' libraries, and its plugins for X11 and Wayland, link against.
WINDOW = tuple(
    Need(name, package, _library)
    for name, package in (
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libfreetype.so.6", "libfreetype6"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libwayland-client.so.0", "libwayland-client0"),
        ("libwayland-cursor.so.0", "libwayland-cursor0"),
        ("libwayland-egl.so.1", "libwayland-egl1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-image.so.0", "libxcb-image0"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
        ("libxcb-randr.so.0", "libxcb-randr0"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxcb-shape.so.0", "libxcb-shape0"),
        ("libxcb-shm.so.0", "libxcb-shm0"),
        ("libxcb-sync.so.1", "libxcb-sync1"),
        ("libxcb-util.so.1", "libxcb-util1"),
        ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
        ("libxcb-xkb.so.1", "libxcb-xkb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
    )
)
# The language model's engine is published as source and compiled here.
COMPILER = (Need("a C++ compiler", "g++", _compiler),)
PACKAGE = (
    Need("dpkg-deb", "dpkg", _program),
    Need("dpkg-shlibdeps", "dpkg-dev", _program),
    Need("strip", "binutils", _program),
)
TEST = (
    Need("fc-list", "fontconfig", _program),
    Need("a font with Chinese characters", "fonts-noto-cjk", _chinese_font),
    Need("Xvfb", "xvfb", _program),
    Need("xdotool", "xdotool", _program),
    Need("dbus-daemon", "dbus", _program),
    Need("gdbus", "libglib2.0-bin", _program),
    Need("gnome-keyring-daemon", "gnome-keyring", _program),
)
NEEDS = {
    "lock": PYTHON,
    "run": PYTHON + WINDOW + COMPILER,
    "build": PYTHON + WINDOW + COMPILER + PACKAGE,
    "test": PYTHON + WINDOW + COMPILER + PACKAGE + TEST,
}
"""What each set of requirements needs besides."""


def ensure(needs: Iterable[Need]) -> None:
    """Install those of `needs` that are missing, where this program may.

    Raises SetupError with the one command to run where it may not, or with the names of what is
    missing where there is no apt-get. Looks at nothing outside Linux, where Qt brings all it uses.
    """
    missing = [need for need in needs if not need.present(need.name)] if LINUX else []
    if not missing:
        return
    _install(sorted({need.package for need in missing}), ", ".join(need.name for need in missing))


def _install(packages: list[str], reason: str) -> None:
    if not _program("apt-get"):
        raise SetupError(
            f"This machine lacks {reason}. Install that with your system's package manager "
            "(Debian's packages: " + " ".join(packages) + "), then start again."
        )
    if os.geteuid() != 0:
        command = "sudo apt-get update && sudo apt-get install -y " + " ".join(packages)
        raise SetupError(
            f"This machine lacks {reason}. Run this, then start again:\n\n  {command}\n"
        )
    stage("Installing what the system lacks: " + " ".join(packages))
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    # A failed update may only mean that one of many sources is away: the install will tell.
    if run(["apt-get", "update", "-q"], ROOT, quiet):
        note("The list of packages could not be renewed; going on with the one that is here.")
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if run(install, ROOT, quiet):
        raise SetupError(
            "apt-get could not install the packages above; its own last lines say why. "
            "Mend that, then start again."
        )
