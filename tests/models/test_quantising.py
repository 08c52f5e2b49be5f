"""llama.cpp's Q4_K_M of a converted model: its types, its truth, and a source that is none."""

from pathlib import Path

import gguf
import numpy as np
import pytest

from app.models.failures import QuantisingFailed
from app.models.messages import Moved
from app.models.meter import Meter
from app.models.quantising import quantise
from app.models.qwen3 import Qwen3
from tests.models.reference import logits
from tests.models.test_conformance import converted, evaluated
from tests.models.tiny_qwen3 import TINY, UNTIED, write_checkpoint


def quiet() -> Meter:
    return Meter("quantising", 0, lambda _: None)


@pytest.mark.parametrize("shape", [TINY, UNTIED], ids=["tied", "untied"])
def test_it_is_q4_k_m(tmp_path: Path, shape: Qwen3) -> None:
    weights = write_checkpoint(tmp_path, shape)
    told: list[Moved] = []
    source, target = converted(tmp_path), tmp_path / "small.gguf"
    target.with_name("small.gguf.part").write_bytes(b"what a killed run left")
    total = int(source.stat().st_size * 0.4)
    quantise(source, target, "Tiny", Meter("quantising", total, told.append))
    types = {
        tensor.name: gguf.GGMLQuantizationType(tensor.tensor_type).name
        for tensor in gguf.GGUFReader(target).tensors
    }
    output = "token_embd.weight" if shape.tied else "output.weight"
    assert types[output] == "Q6_K"
    assert types["blk.0.attn_q.weight"] == "Q4_K"
    assert types["blk.0.attn_norm.weight"] == "F32"
    assert sorted(tmp_path.glob("*.part")) == []
    assert target.stat().st_size < source.stat().st_size * 0.45
    assert all(moved.done <= moved.total for moved in told)
    # Four bits lose something, but not the model.
    tokens = [int(token) for token in np.random.default_rng(5).integers(0, 700, 100)]
    expected, found = logits(shape, weights, tokens), evaluated(target, tokens)
    assert np.corrcoef(expected.ravel(), found.ravel())[0, 1] > 0.9


def test_a_source_that_is_none(tmp_path: Path) -> None:
    source = tmp_path / "no.gguf"
    source.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(QuantisingFailed):
        quantise(source, tmp_path / "small.gguf", "Tiny", quiet())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["no.gguf"]
