"""Patterns compiled for speed find what the standard library finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.privacy.compiling import compile_skipping
from tests.detect.corpus import samples
from tests.detect.test_patterns import _uncompiled

_ATOMS = st.sampled_from(
    ["a", "b", "B", "1", "é", "中", " ", "ab", "aB", "[ab]", "[^a]", "[a-c1]", r"\d", r"\w", ".",
     "ba1", "abc", "[中é]", "K"]
)  # fmt: skip
_EDGES = st.sampled_from([r"\b", "^", "$", "(?<!a)", "(?<=b)", "(?!ab)", "(?=[ab1])", "(?=a|中)"])


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=4)
    return st.one_of(
        several.map("".join),
        several.map(lambda parts: f"(?:{'|'.join(parts)})"),
        several.map(lambda parts: f"({'|'.join(parts)}|)"),
        inner.map(lambda part: f"(?i:{part})"),
        inner.map(lambda part: f"(?:{part})?"),
        inner.map(lambda part: f"(?:{part}){{1,2}}?"),
        inner.map(lambda part: f"(?>{part})"),
    )


_PATTERNS = st.recursive(st.one_of(_ATOMS, _EDGES), _wider, max_leaves=12)
_TEXTS = st.text("aAbBcC1 é中kK\u212a\n", max_size=24)


def _found(pattern: re.Pattern[str], text: str) -> list[list[tuple[int, int]]]:
    return [
        [match.span(group) for group in range(pattern.groups + 1)]
        for match in pattern.finditer(text)
    ]


@given(_PATTERNS, _TEXTS, st.sampled_from([re.ASCII, re.ASCII | re.IGNORECASE, re.NOFLAG]))
def test_any_pattern_finds_the_same(pattern: str, text: str, flags: re.RegexFlag) -> None:
    plain, skipping = re.compile(pattern, flags), compile_skipping(pattern, flags)
    assert _found(skipping, text) == _found(plain, text)
    assert (skipping.match(text) is None) == (plain.match(text) is None)
    assert (skipping.fullmatch(text) is None) == (plain.fullmatch(text) is None)


def test_the_patterns_of_the_recognisers_find_the_same() -> None:
    texts = [sample.text for sample in samples()[::12]]
    texts += [text.upper() for text in texts[::4]]
    for name, uncompiled in _uncompiled().items():
        plain = re.compile(uncompiled.pattern, uncompiled.flags)
        skipping = compile_skipping(uncompiled.pattern, uncompiled.flags)
        for text in texts:
            assert _found(skipping, text) == _found(plain, text), name


def test_a_compiled_pattern_has_its_source_flags_and_groups() -> None:
    pattern = compile_skipping(r"\b(?P<a>x)|(z)?(?P<v>y)", re.ASCII)
    plain = re.compile(r"\b(?P<a>x)|(z)?(?P<v>y)", re.ASCII)
    assert pattern.pattern == plain.pattern
    assert pattern.flags == plain.flags
    assert dict(pattern.groupindex) == dict(plain.groupindex)
    match = pattern.search("  zy")
    assert match is not None
    assert (match.lastgroup, match["v"], match[2]) == ("v", "y", "z")


def test_a_later_python_compiles_as_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.privacy.compiling._IS_KNOWN", False)
    assert compile_skipping(r"\bab", re.ASCII) is re.compile(r"\bab", re.ASCII)
