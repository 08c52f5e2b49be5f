"""A converted model reads and answers as the original: the same tokens, the same numbers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import gguf
import llama_cpp
import numpy as np
import numpy.typing as npt
import pytest

from app.models.converting import convert
from app.models.meter import Meter
from app.models.qwen3 import Qwen3, parts
from tests.models.reference import logits
from tests.models.texts import samples
from tests.models.tiny_qwen3 import TINY, UNTIED, tokenizer, write_checkpoint

POSITIONS = 200
# ggml's number of the type f32: the cache of keys and values must not round what is compared.
F32 = 0


@contextmanager
def opened(path: Path, **options: Any) -> Iterator[llama_cpp.Llama]:
    """Open a model in llama.cpp, quietly."""
    model = llama_cpp.Llama(str(path), verbose=False, n_threads=1, **options)
    try:
        yield model
    finally:
        model.close()


def converted(folder: Path) -> Path:
    """Convert the checkpoint in `folder` and return the GGUF file."""
    names = sorted(path.name for path in folder.glob("*.safetensors"))
    target = folder / "model.gguf"
    convert(folder, tuple(names), target, "Tiny", Meter("converting", 0, lambda _: None))
    return target


def evaluated(path: Path, tokens: list[int]) -> npt.NDArray[np.float32]:
    """Return llama.cpp's logits after each of `tokens`."""
    with opened(path, n_ctx=256, n_batch=256, logits_all=True, type_k=F32, type_v=F32) as model:
        model.eval(tokens)
        return np.array(model.scores[: len(tokens)])


def test_the_tokens_are_the_same(tmp_path: Path) -> None:
    write_checkpoint(tmp_path)
    original = tokenizer()
    with opened(converted(tmp_path), vocab_only=True) as model:
        different = [
            text
            for text in samples(2000)
            if model.tokenize(text.encode(), add_bos=False, special=True)
            != original.encode(text).ids
        ]
    assert different == []


@pytest.mark.parametrize(("config", "shards"), [(TINY, 1), (UNTIED, 3)])
def test_the_answers_are_the_same(tmp_path: Path, config: Qwen3, shards: int) -> None:
    weights = write_checkpoint(tmp_path, config, "F32", shards)
    rng = np.random.default_rng(3)
    tokens = [int(token) for token in rng.integers(0, 700, POSITIONS)]
    expected = logits(config, weights, tokens)
    found = evaluated(converted(tmp_path), tokens)
    assert np.abs(found - expected).max() < 1e-2
    assert (found.argmax(-1) == expected.argmax(-1)).all()


@pytest.mark.parametrize(("kind", "shards"), [("BF16", 3), ("F16", 1)])
def test_shorter_numbers_are_copied_bit_by_bit(tmp_path: Path, kind: str, shards: int) -> None:
    """With these llama.cpp also rounds what it multiplies them with, so answers tell less."""
    weights = write_checkpoint(tmp_path, TINY, kind, shards)
    found = {
        tensor.name: gguf.dequantize(tensor.data, tensor.tensor_type)
        for tensor in gguf.GGUFReader(converted(tmp_path)).tensors
    }
    assert len(found) == len(weights)
    for name, part in parts(TINY).items():
        np.testing.assert_array_equal(found[part.name].reshape(part.shape), weights[name])
