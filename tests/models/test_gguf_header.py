"""A whole GGUF model is told from anything else, whatever the bytes."""

import struct
from contextlib import suppress
from pathlib import Path

import gguf
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.failures import GgufCut, GgufTooOld, GgufUnusable, GgufWithoutTokenizer
from app.models.gguf_header import read_header

SAME_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def write(path: Path, *, tokenizer: bool = True, split: int = 0, tensors: int = 2) -> bytes:
    writer = gguf.GGUFWriter(path, "qwen3")
    writer.add_block_count(1)
    writer.add_rope_freq_base(1e6)
    if tokenizer:
        writer.add_tokenizer_model("gpt2")
        writer.add_token_list(["a", "b", "é"])
        writer.add_token_types([1, 1, 1])
    if split:
        writer.add_uint16("split.count", split)
    for index in range(tensors):
        writer.add_tensor(f"blk.{index}.weight", np.ones((4, 32), np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "model.gguf"


def test_a_whole_model(path: Path) -> None:
    write(path)
    header = read_header(path)
    assert header.version == 3
    assert header.tensors == 2
    assert header.values["general.architecture"] == "qwen3"
    assert header.values["tokenizer.ggml.tokens"] == 3
    assert header.values["qwen3.rope.freq_base"] == 1e6


@pytest.mark.parametrize("content", [b"", b"GG", b"GGUF", b"PK\3\4" * 99, b"ggml" * 99])
def test_another_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(GgufUnusable):
        read_header(path)


@SAME_FOLDER
@given(st.floats(0, 1, exclude_max=True))
def test_a_cut_model(path: Path, share: float) -> None:
    content = write(path)
    # The last tensor ends where its numbers end; what pads it may be missing.
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(GgufUnusable) as raised:
        read_header(path)
    assert raised.value.details["file"] == "model.gguf"
    if len(content) * share >= 4:
        assert type(raised.value) is GgufCut


@SAME_FOLDER
@given(st.integers(0, 600), st.binary(min_size=1, max_size=12))
def test_any_damage_is_a_known_failure_or_none(path: Path, at: int, damage: bytes) -> None:
    content = write(path)
    path.write_bytes(content[:at] + damage + content[at + len(damage) :])
    with suppress(GgufUnusable):
        read_header(path)


@pytest.mark.parametrize("version", [0, 1, 4, 0x03000000])
def test_another_version(path: Path, version: int) -> None:
    content = write(path)
    path.write_bytes(content[:4] + struct.pack("<I", version) + content[8:])
    with pytest.raises(GgufTooOld) as raised:
        read_header(path)
    assert raised.value.details["version"] == version


def test_a_model_that_cannot_read(path: Path) -> None:
    write(path, tokenizer=False)
    with pytest.raises(GgufWithoutTokenizer):
        read_header(path)


def test_a_piece_of_a_model(path: Path) -> None:
    write(path, split=2)
    with pytest.raises(GgufCut):
        read_header(path)


def test_a_vocabulary_alone(path: Path) -> None:
    write(path, tensors=0)
    with pytest.raises(GgufUnusable):
        read_header(path)
