"""`dev.py` as a person meets it: a first start, a second one, an interrupted one, a failed one.

Each project here is a copy of `packaging/` with small locks and a small app, and installs from a
folder on this machine, so these tests need no network.
"""

import base64
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev
from steps import checks, system
from steps.progress import SetupError
from steps.screen import virtual_screen

PACKAGING = Path(__file__).resolve().parent.parent.parent / "packaging"
LIMIT = 300
"""Seconds after which a command is given up."""


class Project:
    """A small project that `dev.py` sets up and starts; its app prints what it was given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wheels = folder / "wheels"
        self.wheels.mkdir()
        shutil.copytree(
            PACKAGING, folder / "packaging", ignore=shutil.ignore_patterns("__pycache__")
        )
        app = folder / "app"
        app.mkdir()
        (app / "__init__.py").touch()
        (app / "__main__.py").write_text(
            "import os, sys, greeting\nprint(greeting.WORDS, sys.argv[1:], os.getcwd())\n"
        )
        self.lock("pip", "")
        self.lock("native", "")
        self.release("1.0", "good day")

    def lock(self, name: str, text: str) -> None:
        (self.folder / "packaging" / "requirements" / f"{name}.txt").write_text(text)

    def release(self, version: str, words: str) -> None:
        """Make a wheel of the library that the app imports, and lock it."""
        wheel = _make_wheel(self.wheels, version, words)
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        self.lock("run", f"greeting=={version} --hash=sha256:{digest}\n")

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-u", self.folder / "packaging" / "dev.py", *arguments],
            cwd=self.wheels,
            env={**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str) -> tuple[int, str]:
        process = self.start(*arguments)
        output, _ = process.communicate(timeout=LIMIT)
        return process.returncode, output


def _make_wheel(folder: Path, version: str, words: str) -> Path:
    info = f"greeting-{version}.dist-info"
    files = {
        "greeting.py": f"WORDS = {words!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: greeting\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{name},sha256={_digest(text)},{len(text)}" for name, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,", ""])
    wheel = folder / f"greeting-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return wheel


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_the_first_start_sets_up_and_later_ones_only_start(project: Project) -> None:
    started = f"good day ['--flag', 'two words'] {project.wheels}\n"
    code, output = project.run("run", "--flag", "two words")
    assert (code, output.endswith(started)) == (0, True), output
    assert "== Making .venv" in output
    assert project.run("run", "--flag", "two words") == (0, started)
    project.release("2.0", "good evening")
    code, output = project.run("run")
    assert (code, "Making .venv" in output) == (0, False), output
    assert output.endswith(f"good evening [] {project.wheels}\n")


def test_an_interrupted_set_up_is_repaired_by_the_next_start(project: Project) -> None:
    process = project.start("run")
    assert process.stdout is not None
    for line in process.stdout:
        if "requirements/run.txt" in line:
            break
    os.killpg(process.pid, signal.SIGINT)
    output, _ = process.communicate(timeout=LIMIT)
    assert process.returncode == 130, output
    assert "The next start takes up what was left undone." in output
    code, output = project.run("run")
    assert (code, "Making .venv anew" in output) == (0, True), output
    assert output.endswith(f"good day [] {project.wheels}\n")


def test_a_library_with_other_content_than_was_locked_is_refused(project: Project) -> None:
    _make_wheel(project.wheels, "1.0", "something else")
    code, output = project.run("run")
    assert code == 1
    assert "The libraries could not be installed" in output
    assert "something else" not in output


def test_an_unknown_command_gets_the_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert dev.main(["frobnicate"]) == 2
    assert "usage: python3 packaging/dev.py COMMAND" in capsys.readouterr().err
    assert dev.main(["--help"]) == 0


def test_a_python_that_is_too_old_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    assert dev.main(["run"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_without_rights_the_one_command_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system, "LINUX", True)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    needs = [
        system.Need("libmissing.so.1", "libmissing1", lambda _name: False),
        system.Need("there", "there", lambda _name: True),
    ]
    with pytest.raises(SetupError) as caught:
        system.ensure(needs)
    assert "lacks libmissing.so.1." in str(caught.value)
    assert "sudo apt-get update && sudo apt-get install -y libmissing1\n" in str(caught.value)


def test_all_checks_run_and_one_failure_fails_the_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    performed: list[str] = []

    def check(name: str, code: int) -> checks.Check:
        def perform() -> int:
            performed.append(name)
            return code

        return checks.Check(name, perform)

    assert checks.perform_all([check("first", 1), check("second", 0)]) == 1
    assert performed == ["first", "second"]
    assert _summary(capsys) == ["FAILED  first", "passed  second"]
    assert checks.perform_all([check("third", 0)]) == 0


def _summary(capsys: pytest.CaptureFixture[str]) -> Sequence[str]:
    lines = capsys.readouterr().out.split("== Summary\n")[1].splitlines()
    return [line.split(" (")[0].strip() for line in lines]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb is for Linux")
def test_a_screen_in_memory_is_there_and_then_gone() -> None:
    with virtual_screen() as display, virtual_screen() as other:
        assert display != other
        subprocess.run(
            ["xdotool", "getdisplaygeometry"], env={**os.environ, "DISPLAY": display}, check=True
        )
    gone = subprocess.run(
        ["xdotool", "getdisplaygeometry"],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        check=False,
    )
    assert gone.returncode != 0
