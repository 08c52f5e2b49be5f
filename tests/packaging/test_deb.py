"""The Debian package as a person gets it: what it holds, and that its program does its work."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

from steps.debian import package_file
from tests.e2e.desk import LIMIT, Desk, clean_environment
from tests.e2e.main_job import EMAIL, MESSAGE, do_main_job
from tests.e2e.small_reader import small_reader

ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.package


@pytest.fixture(scope="module")
def package() -> Path:
    """Return the package, made anew if anything that goes into it has changed."""
    subprocess.run([sys.executable, ROOT / "packaging" / "build.py"], cwd=ROOT, check=True)
    return package_file()


@pytest.fixture(scope="module")
def installed(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the package's files, laid out as on a person's machine."""
    root = tmp_path_factory.mktemp("installed")
    subprocess.run(["dpkg-deb", "-x", package, root], check=True)
    return root


@pytest.fixture(scope="module")
def program(installed: Path) -> Path:
    return installed / "usr" / "bin" / "understudy"


def test_the_program_says_its_version(program: Path, tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert _run(program, tmp_path, "--version") == f"Understudy {project['version']}\n"


def test_the_pipe_masks_and_restores(program: Path, tmp_path: Path) -> None:
    pipe = subprocess.Popen(
        [program, "pipe"],
        env=clean_environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def ask(request: dict[str, str]) -> dict[str, str]:
        assert pipe.stdin is not None
        assert pipe.stdout is not None
        pipe.stdin.write(json.dumps(request) + "\n")
        pipe.stdin.flush()
        answer: dict[str, str] = json.loads(pipe.stdout.readline())
        return answer

    with pipe:
        masked = ask({"op": "mask", "text": MESSAGE})["text"]
        assert EMAIL not in masked
        assert "<Email_1>" in masked
        assert ask({"op": "restore", "text": masked})["text"] == MESSAGE
    assert pipe.returncode == 0


def test_a_model_reads_in_a_process_of_the_same_program(program: Path, tmp_path: Path) -> None:
    text = "My uncle drinks every night. Can I help him?"
    model = small_reader(tmp_path / "model")
    request = json.dumps({"op": "detect", "text": text})
    answer = json.loads(
        _run(program, tmp_path, "pipe", "--engine", "both", "--model", str(model), given=request)
    )
    assert {span["source"] for span in answer["spans"]} == {"model"}


def test_the_checks_of_national_numbers_are_inside(program: Path, tmp_path: Path) -> None:
    # The example in GB 11643-1999, the Chinese standard for these numbers, and a wrong last digit.
    right, wrong = "11010519491231002X", "110105194912310021"
    requests = [json.dumps({"op": "detect", "text": f"身份证号 {text}"}) for text in (right, wrong)]
    answers = [
        json.loads(line)
        for line in _run(program, tmp_path, "pipe", given="\n".join(requests)).splitlines()
    ]
    assert right in [span["original_text"] for span in answers[0]["spans"]]


def test_the_assistants_libraries_are_inside_and_the_tests_are_not(installed: Path) -> None:
    folder = installed / "usr" / "lib" / "understudy"
    archive = CArchiveReader(str(folder / "understudy"))
    modules = set(archive.open_embedded_archive("PYZ.pyz").toc)
    assert {"openai._client", "anthropic._client", "sqlcipher3", "truststore"} <= modules
    tops = {name.split(".")[0] for name in modules} | {path.name for path in folder.rglob("*")}
    assert tops.isdisjoint({"fastapi", "hypothesis", "mypy", "pytest", "PyInstaller", "tests"})
    assert not [path.name for path in folder.rglob("*Qt6Q*")], "QML is not used"


def test_the_package_brings_licences_and_finds_its_place_in_the_menu(installed: Path) -> None:
    share = installed / "usr" / "share"
    entry = (share / "applications" / "understudy.desktop").read_text(encoding="utf-8")
    assert {"Exec=understudy", "Icon=understudy", "Name=Understudy"} <= set(entry.splitlines())
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / "understudy.svg").is_file()
    licences = share / "doc" / "understudy" / "licences"
    named = (licences / "LIBRARIES.txt").read_text(encoding="utf-8")
    assert "PySide6_Essentials" in named
    assert {"LGPL-3.txt", "Python.txt", "Understudy.txt"} <= {
        path.name for path in licences.iterdir()
    }
    # What lies outside the package is asked for by name, and is to be had.
    assert [path for path in installed.rglob("*") if path.is_symlink() and not path.exists()] == []


def test_the_translations_are_inside(installed: Path) -> None:
    sources = (ROOT / "resources" / "translations").glob("*.ts")
    folder = installed / "usr" / "lib" / "understudy" / "_internal"
    inside = {path.name for path in (folder / "resources" / "translations").iterdir()}
    assert inside == {f"{source.stem}.qm" for source in sources}
    assert (folder / "PySide6" / "Qt" / "translations" / "qtbase_zh_CN.qm").is_file()


def test_the_package_can_be_installed_here(package: Path) -> None:
    subprocess.run(
        ["apt-get", "install", "--simulate", "--no-install-recommends", package], check=True
    )


def test_a_message_is_hidden_on_its_way_and_whole_in_the_window(
    program: Path, display: str, tmp_path: Path
) -> None:
    base = tmp_path / "base"
    desk = Desk(display, [program, "--base-dir", base], home=tmp_path, folder=tmp_path)
    do_main_job(desk, base, ROOT / "build" / "pictures" / "package.png")


def _run(program: Path, home: Path, *arguments: str, given: str = "") -> str:
    return subprocess.run(
        [program, *arguments],
        env=clean_environment(home),
        input=given,
        capture_output=True,
        text=True,
        check=True,
        timeout=LIMIT,
    ).stdout
