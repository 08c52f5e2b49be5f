"""Makes a tiny random Qwen3 checkpoint, as transformers would save it, without transformers."""

import json
import struct
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, trainers
from tokenizers.pre_tokenizers import ByteLevel, Sequence, Split
from tokenizers.processors import ByteLevel as AfterByteLevel

from app.models.qwen3 import Qwen3, parts
from app.models.tokenizer import SPLIT
from tests.models.texts import corpus

Weights = dict[str, npt.NDArray[np.float32]]

TINY = Qwen3(
    layers=2,
    width=256,
    inner=512,
    heads=4,
    kv_heads=2,
    head_dim=64,
    vocabulary=1024,
    context=512,
    rope_theta=1_000_000.0,
    epsilon=1e-6,
    tied=True,
)
UNTIED = replace(TINY, tied=False)

SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
ADDED = ("<tool_call>", "</tool_call>", "<|fim_prefix|>", "<think>", "</think>")
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def tokenizer() -> Tokenizer:
    """Return a small tokeniser that is built as Qwen's is."""
    made = Tokenizer(models.BPE())
    made.normalizer = normalizers.NFC()
    made.pre_tokenizer = Sequence(
        [Split(Regex(SPLIT), "isolated"), ByteLevel(add_prefix_space=False, use_regex=False)]
    )
    made.post_processor = AfterByteLevel(trim_offsets=False)
    made.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=700, initial_alphabet=ByteLevel.alphabet(), show_progress=False
    )
    made.train_from_iterator(corpus(), trainer)
    made.add_special_tokens(list(SPECIAL))
    made.add_tokens([AddedToken(token, normalized=False, special=False) for token in ADDED])
    return made


def random_weights(config: Qwen3, kind: str, seed: int = 1) -> Weights:
    """Return weights that a checkpoint of `kind` (BF16, F16, F32) holds without loss."""
    rng = np.random.default_rng(seed)
    weights = {}
    for name, part in parts(config).items():
        noise = rng.standard_normal(part.shape, dtype=np.float32)
        # Norms near one; rows such that what flows through stays of the same size.
        weights[name] = _from(
            _to(1 + 0.1 * noise if len(part.shape) == 1 else noise / part.shape[-1] ** 0.5, kind),
            kind,
        )
    return weights


def write_checkpoint(
    folder: Path,
    config: Qwen3 = TINY,
    kind: str = "BF16",
    shards: int = 1,
    seed: int = 1,
    extra: Mapping[str, npt.NDArray[np.float32]] | None = None,
) -> Weights:
    """Write a whole repository's files into `folder` and return its weights."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = random_weights(config, kind, seed)
    write_configs(folder, config)
    stored = {**weights, **(extra or {})}
    names = sorted(stored)
    if shards == 1:
        write_safetensors(folder / "model.safetensors", stored, kind)
        return weights
    places: dict[str, str] = {}
    for index in range(shards):
        file = f"model-{index + 1:05}-of-{shards:05}.safetensors"
        mine = names[index::shards]
        write_safetensors(folder / file, {name: stored[name] for name in mine}, kind)
        places |= dict.fromkeys(mine, file)
    index_json = {"metadata": {"total_size": 0}, "weight_map": places}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index_json), "utf-8")
    return weights


def write_configs(folder: Path, config: Qwen3) -> None:
    """Write config.json and the files of the tokeniser."""
    made = tokenizer()
    made.save(str(folder / "tokenizer.json"))
    end, start = made.token_to_id("<|im_end|>"), made.token_to_id("<|endoftext|>")
    (folder / "config.json").write_text(
        json.dumps(
            {
                "architectures": ["Qwen3ForCausalLM"],
                "attention_bias": False,
                "bos_token_id": start,
                "eos_token_id": end,
                "head_dim": config.head_dim,
                "hidden_act": "silu",
                "hidden_size": config.width,
                "intermediate_size": config.inner,
                "max_position_embeddings": config.context,
                "model_type": "qwen3",
                "num_attention_heads": config.heads,
                "num_hidden_layers": config.layers,
                "num_key_value_heads": config.kv_heads,
                "rms_norm_eps": config.epsilon,
                "rope_scaling": None,
                "rope_theta": config.rope_theta,
                "sliding_window": None,
                "tie_word_embeddings": config.tied,
                "torch_dtype": "bfloat16",
                "use_sliding_window": False,
                "vocab_size": config.vocabulary,
            },
            indent=2,
        ),
        "utf-8",
    )
    (folder / "tokenizer_config.json").write_text(
        json.dumps(
            {
                "add_bos_token": False,
                "add_prefix_space": False,
                "bos_token": None,
                "chat_template": TEMPLATE,
                "eos_token": "<|im_end|>",
                "pad_token": "<|endoftext|>",
                "tokenizer_class": "Qwen2Tokenizer",
                "unk_token": None,
            },
            indent=2,
        ),
        "utf-8",
    )


def write_safetensors(
    path: Path, tensors: Mapping[str, npt.NDArray[np.float32]], kind: str
) -> None:
    """Write `tensors` as numbers of `kind`, as the format's own library does."""
    entries: dict[str, object] = {"__metadata__": {"format": "pt"}}
    contents, at = [], 0
    for name in sorted(tensors):
        content = _to(tensors[name], kind).tobytes()
        entries[name] = {
            "dtype": kind,
            "shape": list(tensors[name].shape),
            "data_offsets": [at, at + len(content)],
        }
        contents.append(content)
        at += len(content)
    header = json.dumps(entries).encode()
    header += b" " * (-len(header) % 8)
    path.write_bytes(struct.pack("<Q", len(header)) + header + b"".join(contents))


def _to(numbers: npt.NDArray[np.float32], kind: str) -> npt.NDArray[np.generic]:
    if kind == "F32":
        return numbers.astype(np.float32)
    if kind == "F16":
        return numbers.astype(np.float16)
    return (numbers.astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)


def _from(stored: npt.NDArray[np.generic], kind: str) -> npt.NDArray[np.float32]:
    if kind == "BF16":
        return (stored.astype(np.uint32) << 16).view(np.float32)
    return stored.astype(np.float32)
