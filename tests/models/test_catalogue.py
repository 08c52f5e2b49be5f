"""The published models, and which of them fits a machine."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.catalogue import Reason, load_catalogue, suggest
from app.models.hub_access import is_secure
from app.models.machine import Machine, this_machine
from app.models.orders import checked_repo
from app.models.qwen3 import Qwen3, parts
from app.paths import resources
from tests.bench.quantising import QWEN3_4B

MODELS = load_catalogue(resources() / "models.toml")
GB = 1_000_000_000

QWEN3_1_7B = replace(QWEN3_4B, layers=28, width=2048, inner=6144, heads=16)
SHAPES = {"Qwen3-4B": QWEN3_4B, "Qwen3-1.7B": QWEN3_1_7B}


def test_the_four_published_models_are_there() -> None:
    assert [model.name for model in MODELS] == [
        "MemPrivacy-4B-SFT",
        "MemPrivacy-4B-RL",
        "MemPrivacy-1.7B-SFT",
        "MemPrivacy-1.7B-RL",
    ]
    for model in MODELS:
        assert checked_repo(model.repo) == model.repo
        assert model.licence.name == "CC BY-NC-ND 4.0"
        assert not model.licence.commercial
        assert is_secure(model.licence.url)
        assert is_secure(model.instructions_url)


def _parameters(shape: Qwen3) -> int:
    total = 0
    for part in parts(shape).values():
        count = 1
        for size in part.shape:
            count *= size
        total += count
    return total


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_the_numbers_follow_from_the_shapes(model: object) -> None:
    known = next(each for each in MODELS if each == model)
    shape = SHAPES[known.base]
    cache = 8192 * shape.layers * shape.kv_heads * shape.head_dim * 2 * 2
    assert known.parameters == _parameters(shape)
    assert known.weights == 2 * known.parameters
    assert known.quantised < known.parameters * 0.65
    assert known.memory == pytest.approx(known.quantised + cache + 0.4 * GB, rel=0.01)
    assert known.needs.memory >= known.memory + 2.9 * GB


@pytest.mark.parametrize(
    ("memory", "cores", "name", "reason"),
    [
        (32, 8, "MemPrivacy-4B-SFT", Reason.FITS),
        (7.6, 4, "MemPrivacy-4B-SFT", Reason.FITS),
        (32, 2, "MemPrivacy-1.7B-SFT", Reason.SMALLER_FOR_SPEED),
        (6, 8, "MemPrivacy-1.7B-SFT", Reason.SMALLER_FOR_MEMORY),
        (6, 2, "MemPrivacy-1.7B-SFT", Reason.SMALLER_FOR_MEMORY),
        (4, 8, None, Reason.NONE_FITS),
        (64, 1, None, Reason.NONE_FITS),
    ],
)
def test_suggestions(memory: float, cores: int, name: str | None, reason: Reason) -> None:
    suggestion = suggest(MODELS, Machine(int(memory * GB), cores))
    assert (suggestion.model.name if suggestion.model else None) == name
    assert suggestion.reason is reason
    assert (suggestion.passed_over is None) == (reason is Reason.FITS)


@given(st.integers(0, 1 << 40), st.integers(1, 256))
def test_what_is_suggested_fits_and_nothing_better_does(memory: int, cores: int) -> None:
    suggestion = suggest(MODELS, Machine(memory, cores))
    fitting = [
        model for model in MODELS if memory >= model.needs.memory and cores >= model.needs.cores
    ]
    assert suggestion.model == (fitting[0] if fitting else None)
    assert (suggestion.reason is Reason.NONE_FITS) == (not fitting)


def test_this_machine_has_something() -> None:
    machine = this_machine()
    assert machine.memory > GB // 4
    assert machine.cores >= 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "model = []",
        "[licence]\n[[model]]\nid = 'x'",
        "[licence.a]\nname = 1\n[[model]]\nid = 'x'",
        "model = 1\n[licence]",
        "???",
    ],
)
def test_a_broken_catalogue_is_a_broken_installation(tmp_path: Path, text: str) -> None:
    (tmp_path / "models.toml").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"."):
        load_catalogue(tmp_path / "models.toml")
