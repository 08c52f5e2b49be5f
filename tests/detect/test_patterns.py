"""Patterns are compiled when they are first used, so that each is compiled here."""

import importlib
import pkgutil
import re

import pytest

import app.detect.builtin
from app.detect.builtin.factory import default_recognisers
from app.detect.builtin.patterns import _Uncompiled, compiled
from app.detect.builtin.recogniser import RuleRecogniser
from tests.detect.conftest import RESOURCES


def _uncompiled() -> dict[str, _Uncompiled]:
    found = {}
    for module in pkgutil.iter_modules(app.detect.builtin.__path__):
        names = vars(importlib.import_module(f"app.detect.builtin.{module.name}"))
        for name, value in names.items():
            if isinstance(value, _Uncompiled):
                found[f"{module.name}.{name}"] = value
    for one in default_recognisers(RESOURCES):
        for number, rule in enumerate(one.rules if isinstance(one, RuleRecogniser) else ()):
            if isinstance(rule.pattern, _Uncompiled):
                found[f"{rule.recogniser} {number} {id(rule)}"] = rule.pattern
    return found


def test_every_pattern_compiles() -> None:
    patterns = _uncompiled()
    assert len(patterns) > 300
    for name, pattern in patterns.items():
        try:
            re.compile(pattern.pattern, pattern.flags)
        except re.error as error:
            pytest.fail(f"{name}: {error}")


def test_a_pattern_is_compiled_at_its_first_use_and_once() -> None:
    pattern = compiled(r"(?P<v>\d+)号")
    assert pattern.pattern == r"(?P<v>\d+)号"
    assert pattern.flags == re.ASCII
    assert "search" not in vars(pattern)
    match = pattern.search("在12号")
    assert match is not None
    assert match["v"] == "12"
    assert vars(pattern)["search"] == pattern.search
    assert pattern.search("１２号") is None


def test_what_a_pattern_does_not_have_is_missing() -> None:
    with pytest.raises(AttributeError):
        compiled("a").no_such_method  # type: ignore[attr-defined] # noqa: B018
