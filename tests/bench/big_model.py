"""What a message costs with a model of Qwen3-4B's shape: `python -m tests.bench.big_model FOLDER`.

Writes a GGUF of random weights in Q4_0 to FOLDER (2.3 GB, removed at the end) with a vocabulary of
the real size, and measures the private reader on it beside the plain way, with one thread. What it
answers is nonsense; what each token costs is not.
"""

import argparse
from pathlib import Path

import numpy as np
from gguf import GGMLQuantizationType, GGUFWriter

from app.commands.bench_model import MESSAGES, bench_model
from app.paths import resources
from tests.detect.model.tiny import TEMPLATE, add_vocabulary, vocabulary

LAYERS, WIDTH, HIDDEN, HEADS, KV_HEADS, HEAD = 36, 2560, 9728, 32, 8, 128
VOCABULARY = 151_936
# Of a block of Q4_0: 32 weights of four bits, and a scale in half precision before them.
_BLOCK, _BLOCK_BYTES = 32, 18
_SCALE = 0.004

Bytes = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


def write_big_model(path: Path) -> Path:
    """Write the model to `path`, 2.3 GB, in some seconds, and return `path`."""
    writer = GGUFWriter(path, "qwen3")
    writer.add_context_length(32_768)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_key_length(HEAD)
    writer.add_value_length(HEAD)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(1_000_000.0)
    add_vocabulary(writer, filler=VOCABULARY - len(vocabulary()))
    writer.add_chat_template(TEMPLATE)
    random = np.random.default_rng(4)
    # One set of random blocks serves all: only their number costs time.
    blocks = _blocks(random, VOCABULARY * WIDTH)
    writer.add_tensor(
        "token_embd.weight",
        _matrix(blocks, VOCABULARY, WIDTH),
        raw_dtype=GGMLQuantizationType.Q4_0,
    )
    writer.add_tensor("output_norm.weight", np.ones(WIDTH, dtype=np.float32))
    for layer in range(LAYERS):
        _add_layer(writer, layer, blocks)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _add_layer(writer: GGUFWriter, layer: int, blocks: Bytes) -> None:
    matrices = {
        "attn_q": (HEADS * HEAD, WIDTH),
        "attn_k": (KV_HEADS * HEAD, WIDTH),
        "attn_v": (KV_HEADS * HEAD, WIDTH),
        "attn_output": (WIDTH, HEADS * HEAD),
        "ffn_gate": (HIDDEN, WIDTH),
        "ffn_up": (HIDDEN, WIDTH),
        "ffn_down": (WIDTH, HIDDEN),
    }
    for number, (part, (rows, columns)) in enumerate(matrices.items()):
        # Other blocks for each, or all layers would be the same.
        shifted = blocks[(layer * len(matrices) + number) * 997 :]
        writer.add_tensor(
            f"blk.{layer}.{part}.weight",
            _matrix(shifted, rows, columns),
            raw_dtype=GGMLQuantizationType.Q4_0,
        )
    for part, size in {
        "attn_norm": WIDTH,
        "ffn_norm": WIDTH,
        "attn_q_norm": HEAD,
        "attn_k_norm": HEAD,
    }.items():
        writer.add_tensor(f"blk.{layer}.{part}.weight", np.ones(size, dtype=np.float32))


def _blocks(random: np.random.Generator, weights: int) -> Bytes:
    blocks = random.integers(0, 256, (weights // _BLOCK, _BLOCK_BYTES), dtype=np.uint8)
    blocks[:, :2] = np.frombuffer(np.float16(_SCALE).tobytes(), dtype=np.uint8)
    return blocks


def _matrix(blocks: Bytes, rows: int, columns: int) -> Bytes:
    return blocks[: rows * columns // _BLOCK].reshape(rows, columns // _BLOCK * _BLOCK_BYTES)


def main() -> None:
    """Write the model, measure, print, and remove the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--messages", type=int, default=len(MESSAGES))
    default = resources() / "instructions" / "find_private.txt"
    parser.add_argument("--instructions", type=Path, default=default)
    options = parser.parse_args()
    instructions = options.instructions.read_text(encoding="utf-8")
    path = options.folder / "qwen3-4b-shape.gguf"
    try:
        write_big_model(path)
        print(bench_model(path, instructions, MESSAGES[: options.messages], threads=1))
    finally:
        path.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
