"""The locks hold what the project asks for, each with hashes, and name no place to fetch from."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import app
from steps.environment import COMPILES, HOLDS, SOURCES, locks

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "packaging" / "requirements"
LOCKS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_requirement_has_one_version_and_hashes(lock: Path) -> None:
    wanting = [
        str(requirement)
        for requirement, hashes in _locked(lock)
        if not hashes or not re.fullmatch(r"==[^,*]+", str(requirement.specifier))
    ]
    assert wanting == []


@pytest.mark.parametrize("file", sorted(FOLDER.iterdir()), ids=lambda file: file.name)
def test_no_file_says_where_to_fetch_from(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\s*-.*|\w+:/+\S*| @ .*|find-links|index", text) == [
        option for option in re.findall(r"(?m)^\s*-.*", text) if "--hash=sha256:" in option
    ]


def test_each_command_has_its_locks() -> None:
    assert {lock.stem for lock in LOCKS} == {lock for kind in HOLDS for lock in locks(kind)}


def test_the_lock_to_run_holds_what_the_app_depends_on() -> None:
    assert _unmet(_dependencies(), FOLDER / "run.txt") == []


def test_the_project_names_every_library_that_the_app_imports() -> None:
    imported = {
        name.split(".")[0]
        for module in (ROOT / "app").rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        for name in _imported(node)
    }
    libraries = packages_distributions()
    found = [
        {canonicalize_name(name) for name in libraries[module]}
        for module in sorted(imported - sys.stdlib_module_names - {"app"})
    ]
    named = {canonicalize_name(requirement.name) for requirement in _dependencies()}
    assert [names for names in found if not names & named] == []


def test_the_version_is_the_same_everywhere() -> None:
    assert _project()["version"] == app.__version__


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_holds_what_it_was_compiled_from(lock: Path) -> None:
    lines = lock.with_suffix(".in").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line and not line.startswith("#")]
    assert wanted
    assert _unmet(wanted, lock) == []


@pytest.mark.parametrize("kind", HOLDS)
def test_a_larger_set_holds_the_smaller_ones_at_the_same_versions(kind: str) -> None:
    larger = {str(requirement) for requirement, _ in _locked(FOLDER / f"{kind}.txt")}
    for held in HOLDS[kind]:
        names = {_name(line) for line in larger}
        smaller = {str(requirement) for requirement, _ in _locked(FOLDER / f"{held}.txt")}
        assert {_name(line) for line in smaller} <= names
        assert {line.split(";")[0] for line in smaller} <= {line.split(";")[0] for line in larger}


def test_only_a_set_with_the_build_tools_has_a_library_to_compile() -> None:
    sources = set(SOURCES.split(","))
    for kind in HOLDS:
        names = {_name(str(requirement)) for requirement, _ in _locked(FOLDER / f"{kind}.txt")}
        assert bool(names & sources) == (kind in COMPILES)


def _project() -> dict[str, Any]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project: dict[str, Any] = tomllib.loads(text)["project"]
    return project


def _dependencies() -> list[Requirement]:
    return [Requirement(line) for line in _project()["dependencies"]]


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def _name(line: str) -> str:
    return canonicalize_name(Requirement(line).name)


def _locked(lock: Path) -> list[tuple[Requirement, list[str]]]:
    """Return the requirements of a lock, each with its hashes."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return [
        (Requirement(line.split(" --hash=")[0]), re.findall(r"--hash=(sha256:[0-9a-f]{64})", line))
        for line in lines
    ]


def _unmet(wanted: list[Requirement], lock: Path) -> list[str]:
    """Return those of `wanted` that no version in `lock` meets."""
    versions: dict[str, list[str]] = {}
    for requirement, _ in _locked(lock):
        version = str(requirement.specifier).removeprefix("==")
        versions.setdefault(canonicalize_name(requirement.name), []).append(version)
    return [
        str(requirement)
        for requirement in wanted
        if not any(map(requirement.specifier.contains, versions.get(_name(str(requirement)), [])))
    ]
