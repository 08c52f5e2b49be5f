"""Makes the program's folder: Python, the app, its libraries and their licences, all in one.

What it was made from is recorded beside it, so that it is made again only after a change.
"""

import hashlib
import platform
import re
import shutil
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

from steps import places
from steps.progress import SetupError, note, run, stage

BUILD = places.ROOT / "build"
PROGRAM = BUILD / "program" / "understudy"
INPUTS = ("app", "resources", "packaging", "LICENSE", "pyproject.toml")
LICENCE_NAMES = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
COMMON_LICENCES = ("LGPL-3", "GPL-3")
"""Texts that PySide6 is under but does not bring; Debian's base system has them."""


def fingerprint() -> str:
    """Return a digest of everything that the program is made from."""
    digest = hashlib.sha256(f"{sys.version} {platform.platform()}".encode())
    for name in INPUTS:
        path = places.ROOT / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix not in {".pyc", ".qm"}:
                digest.update(f"{file.relative_to(places.ROOT)}\0".encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def fresh(made: Path) -> bool:
    """Return whether `made` is there and was made from what lies here now."""
    try:
        return made.exists() and record(made).read_text(encoding="utf-8") == fingerprint()
    except OSError:
        return False


def record(made: Path) -> Path:
    """Return the file that tells what `made` was made from."""
    return BUILD / f"{made.name}.made-from"


def freeze() -> Path:
    """Make the program's folder with PyInstaller, unless it is fresh; return it.

    Raises SetupError when PyInstaller fails.
    """
    if fresh(PROGRAM):
        note("The program's folder is up to date.")
        return PROGRAM
    stage("Making the program's folder")
    made_from = fingerprint()
    record(PROGRAM).unlink(missing_ok=True)
    spec = places.ROOT / "packaging" / "pyinstaller" / "understudy.spec"
    # Its warnings name hundreds of modules that are left out on purpose.
    options = ["--noconfirm", "--log-level", "ERROR", "--distpath", str(PROGRAM.parent)]
    options += ["--workpath", str(BUILD / "work")]
    if run([sys.executable, "-m", "PyInstaller", *options, spec], places.ROOT):
        raise SetupError("PyInstaller could not make the program; its last lines above say why.")
    _collect_licences(PROGRAM / "licences")
    record(PROGRAM).write_text(made_from, encoding="utf-8")
    return PROGRAM


def _collect_licences(folder: Path) -> None:
    """Put the licence of everything that the program holds into `folder`, with a list."""
    folder.mkdir()
    lines = ["Understudy holds these libraries. Their licences lie beside this list.", ""]
    for library in _libraries():
        name = f"{library.metadata['Name']}-{library.version}"
        lines.append(f"{name}: {_terms(library)}")
        for file in library.files or ():
            source = Path(str(library.locate_file(file)))
            if ".dist-info" in str(file) and LICENCE_NAMES.search(file.name) and source.is_file():
                (folder / name).mkdir(exist_ok=True)
                shutil.copy(source, folder / name / file.name)
    lines.append(f"Python-{platform.python_version()}: Python Software Foundation License")
    texts = [places.ROOT / "LICENSE", Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"]
    names = ["Understudy.txt", "Python.txt"]
    if places.LINUX:
        texts += [Path("/usr/share/common-licenses") / name for name in COMMON_LICENCES]
        names += [f"{name}.txt" for name in COMMON_LICENCES]
    for text, name in zip(texts, names, strict=True):
        if text.is_file():
            shutil.copy(text, folder / name)
    (folder / "LIBRARIES.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")


def _libraries() -> list[Distribution]:
    """Return the installed libraries that the lock to run holds, by name."""
    lock = (places.REQUIREMENTS / "run.txt").read_text(encoding="utf-8")
    locked = set(re.findall(r"(?m)^([\w.-]+)==", lock))
    installed = {
        re.sub(r"[-_.]+", "-", library.metadata["Name"]).lower(): library
        for library in distributions()
    }
    return [installed[name] for name in sorted(locked & installed.keys())]


def _terms(library: Distribution) -> str:
    """Return the short name of a library's licence, as the library tells it."""
    for field in ("License-Expression", "License"):
        # Some put the whole text there, and only its first line tells anything short.
        for value in library.metadata.get_all(field) or []:
            return str(value).splitlines()[0]
    classifiers = library.metadata.get_all("Classifier") or []
    told = [line.split(" :: ")[-1] for line in classifiers if line.startswith("License")]
    return ", ".join(told) or "see its licence file"
