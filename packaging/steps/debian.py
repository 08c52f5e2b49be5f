"""Makes the Debian package around the program's folder."""

import os
import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path

from steps import places
from steps.freezing import BUILD, fingerprint, fresh, record
from steps.progress import SetupError, note, run, stage

LINUX_FILES = places.ROOT / "packaging" / "linux"
ICON = places.ROOT / "resources" / "icons" / "understudy.svg"
MAINTAINER = "The authors of Understudy <authors@understudy.invalid>"
# Loaded only where its libraries are there, so the package does not depend on these.
OPTIONAL = ("libqgtk3.so",)
CONTROL = """\
Package: understudy
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: fonts-noto-cjk, libgtk-3-0
Section: net
Priority: optional
Description: {summary}
 Understudy is a desktop chat. It finds private details in a message on this
 computer, replaces them before anything is sent to the assistant, and puts
 them back into the reply. Chats and values are kept in an encrypted file.
"""


def package_file() -> Path:
    """Return where the package of this version lies once it is made."""
    return places.ROOT / "dist" / f"understudy_{_project()['version']}_{_architecture()}.deb"


def make_package(program: Path) -> Path:
    """Make the package from the folder `program`, unless it is fresh; return its file.

    Raises SetupError when one of Debian's tools fails.
    """
    package = package_file()
    if fresh(package):
        note("The package is up to date.")
        return package
    stage("Making the Debian package")
    made_from = fingerprint()
    record(package).unlink(missing_ok=True)
    package.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        root = Path(folder) / "root"
        _lay_out(root, program)
        _write_control(root)
        # Root owns every file, whoever makes the package.
        pack: list[str | Path] = [
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "-z6",
            "--build",
            root,
            package,
        ]
        if run(pack, places.ROOT):
            raise SetupError("dpkg-deb could not make the package; its lines above say why.")
    record(package).write_text(made_from, encoding="utf-8")
    return package


def _lay_out(root: Path, program: Path) -> None:
    """Put every file under `root` where it will lie on the person's machine."""
    home = root / "usr" / "lib" / "understudy"
    shutil.copytree(program, home, symlinks=True)
    documents = root / "usr" / "share" / "doc" / "understudy"
    documents.mkdir(parents=True)
    shutil.copy(LINUX_FILES / "copyright", documents)
    (documents / "licences").symlink_to("../../../lib/understudy/licences")
    starter = root / "usr" / "bin" / "understudy"
    starter.parent.mkdir()
    starter.symlink_to("../lib/understudy/understudy")
    entry = root / "usr" / "share" / "applications"
    entry.mkdir()
    shutil.copy(LINUX_FILES / "understudy.desktop", entry)
    icons = root / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps"
    icons.mkdir(parents=True)
    shutil.copy(ICON, icons)
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def _write_control(root: Path) -> None:
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()  # dpkg-shlibdeps takes the folder that holds this one as the root
    size = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir())
    text = CONTROL.format(
        version=_project()["version"],
        architecture=_architecture(),
        maintainer=MAINTAINER,
        size=size // 1024,
        depends=", ".join([*_libraries(root), "ca-certificates"]),
        summary=_project()["description"].rstrip("."),
    )
    control.write_text(text, encoding="utf-8")


def _libraries(root: Path) -> list[str]:
    """Return the packages that hold the system's libraries which files under `root` load."""
    files = [
        str(path)
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.name not in OPTIONAL and _is_elf(path)
    ]
    with tempfile.TemporaryDirectory() as folder:
        # The tool asks for a source package's control file; what this one says does not matter.
        source = Path(folder) / "debian" / "control"
        source.parent.mkdir()
        source.write_text("Source: understudy\n\nPackage: understudy\nArchitecture: any\n")
        answer = subprocess.run(
            ["dpkg-shlibdeps", "-O", "--warnings=0", f"-S{root}", *(f"-e{file}" for file in files)],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    if answer.returncode:
        errors = [line for line in answer.stderr.splitlines() if " error: " in line]
        raise SetupError("\n".join(["dpkg-shlibdeps cannot tell the needs:", *errors]))
    return answer.stdout.strip().removeprefix("shlibs:Depends=").split(", ")


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _project() -> dict[str, str]:
    text = (places.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project: dict[str, str] = tomllib.loads(text)["project"]
    return project


def _architecture() -> str:
    return subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
