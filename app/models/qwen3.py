"""What a Qwen3 model consists of: its configuration, its tensors' names and shapes.

Source: Qwen3Config and Qwen3ForCausalLM of Hugging Face transformers; the names on the GGUF side
are those of llama.cpp's `LLM_ARCH_QWEN3`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.models.failures import ModelNotSupported

ARCHITECTURE = "qwen3"

# Qwen3Config's own defaults, for what a config.json leaves out.
_HEAD_DIM = 128
_ROPE_THETA = 1_000_000.0
_NAME = re.compile(r"[\w.-]{1,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Qwen3:
    """The numbers of one Qwen3 model. `tied`: the output uses the input's embeddings."""

    layers: int
    width: int
    inner: int
    heads: int
    kv_heads: int
    head_dim: int
    vocabulary: int
    context: int
    rope_theta: float
    epsilon: float
    tied: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One tensor: its name in a GGUF file, and its shape as PyTorch writes it, outermost first."""

    name: str
    shape: tuple[int, ...]


def read_config(content: bytes, model: str) -> Qwen3:
    """Return the numbers in a config.json.

    Raises `ModelNotSupported` for another architecture, or for an option of Qwen3 that the
    conversion does not know (stretched context, sliding window, biases).
    """
    try:
        config = dict(json.loads(content))
    except (ValueError, TypeError):
        raise ModelNotSupported(model=model, architecture="?") from None
    kind = str(config.get("model_type", "?"))
    rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
    try:
        plain = (
            kind == ARCHITECTURE
            and rope.get("rope_type", rope.get("type", "default")) == "default"
            and config.get("hidden_act", "silu") == "silu"
            and not config.get("use_sliding_window")
            and not config.get("attention_bias")
        )
        numbers = _numbers(config, rope) if plain else None
    except (KeyError, TypeError, ValueError, AttributeError):
        numbers = None
    if numbers is None:
        # The word comes from outside: shown only where it is a plain name.
        name = kind if _NAME.fullmatch(kind) else "?"
        raise ModelNotSupported(model=model, architecture=name)
    return numbers


def _numbers(config: Mapping[str, Any], rope: Mapping[str, Any]) -> Qwen3 | None:
    heads = _positive(config["num_attention_heads"])
    numbers = Qwen3(
        layers=_positive(config["num_hidden_layers"]),
        width=_positive(config["hidden_size"]),
        inner=_positive(config["intermediate_size"]),
        heads=heads,
        kv_heads=_positive(config.get("num_key_value_heads") or heads),
        head_dim=_positive(config.get("head_dim") or _HEAD_DIM),
        vocabulary=_positive(config["vocab_size"]),
        context=_positive(config["max_position_embeddings"]),
        rope_theta=float(rope.get("rope_theta", config.get("rope_theta", _ROPE_THETA))),
        epsilon=float(config.get("rms_norm_eps", 1e-6)),
        tied=bool(config.get("tie_word_embeddings", False)),
    )
    return numbers if numbers.heads % numbers.kv_heads == 0 else None


def _positive(value: object) -> int:
    """Return `value` if it is a count that a model may have."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 1 << 31:
        raise ValueError("not a count")
    return value


def parts(config: Qwen3) -> dict[str, Part]:
    """Return every tensor by its name in the checkpoint, in the order in which to write them."""
    width, inner, dim = config.width, config.inner, config.head_dim
    queries, keys = config.heads * dim, config.kv_heads * dim
    layer = {
        "input_layernorm": ("attn_norm", (width,)),
        "self_attn.q_proj": ("attn_q", (queries, width)),
        "self_attn.k_proj": ("attn_k", (keys, width)),
        "self_attn.v_proj": ("attn_v", (keys, width)),
        "self_attn.o_proj": ("attn_output", (width, queries)),
        "self_attn.q_norm": ("attn_q_norm", (dim,)),
        "self_attn.k_norm": ("attn_k_norm", (dim,)),
        "post_attention_layernorm": ("ffn_norm", (width,)),
        "mlp.gate_proj": ("ffn_gate", (inner, width)),
        "mlp.up_proj": ("ffn_up", (inner, width)),
        "mlp.down_proj": ("ffn_down", (width, inner)),
    }
    found = {
        "model.embed_tokens.weight": Part("token_embd.weight", (config.vocabulary, width)),
        "model.norm.weight": Part("output_norm.weight", (width,)),
    }
    if not config.tied:
        found["lm_head.weight"] = Part("output.weight", (config.vocabulary, width))
    for index in range(config.layers):
        for name, (target, shape) in layer.items():
            source = f"model.layers.{index}.{name}.weight"
            found[source] = Part(f"blk.{index}.{target}.weight", shape)
    return found
