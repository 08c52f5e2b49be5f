"""Qwen3's forward pass in numpy, written from its definition, to compare llama.cpp with.

Source: Qwen3 technical report (arXiv 2505.09388), RMSNorm (1910.07467), rotary positions in halves
(2104.09864, as GPT-NeoX does), grouped queries (2305.13245), SwiGLU (2002.05202).
"""

import numpy as np
import numpy.typing as npt

from app.models.qwen3 import Qwen3
from tests.models.tiny_qwen3 import Weights

Numbers = npt.NDArray[np.float64]


def logits(config: Qwen3, weights: Weights, tokens: list[int]) -> Numbers:
    """Return the logits after each of `tokens`, in double precision."""
    w = {name: tensor.astype(np.float64) for name, tensor in weights.items()}
    x = w["model.embed_tokens.weight"][tokens]
    for index in range(config.layers):
        layer = f"model.layers.{index}."
        x = x + _attention(config, w, layer, _norm(config, x, w[f"{layer}input_layernorm.weight"]))
        x = x + _feed_forward(
            w, layer, _norm(config, x, w[f"{layer}post_attention_layernorm.weight"])
        )
    output = w["model.embed_tokens.weight"] if config.tied else w["lm_head.weight"]
    result: Numbers = _norm(config, x, w["model.norm.weight"]) @ output.T
    return result


def _norm(config: Qwen3, x: Numbers, gain: Numbers) -> Numbers:
    result: Numbers = x / np.sqrt((x * x).mean(-1, keepdims=True) + config.epsilon) * gain
    return result


def _attention(config: Qwen3, w: dict[str, Numbers], layer: str, x: Numbers) -> Numbers:
    length, dim = len(x), config.head_dim

    def heads(name: str, count: int) -> Numbers:
        made = x @ w[f"{layer}self_attn.{name}_proj.weight"].T
        return made.reshape(length, count, dim).transpose(1, 0, 2)

    queries = _norm(config, heads("q", config.heads), w[f"{layer}self_attn.q_norm.weight"])
    keys = _norm(config, heads("k", config.kv_heads), w[f"{layer}self_attn.k_norm.weight"])
    group = config.heads // config.kv_heads
    keys = np.repeat(_turned(config, keys), group, axis=0)
    values = np.repeat(heads("v", config.kv_heads), group, axis=0)
    scores = _turned(config, queries) @ keys.transpose(0, 2, 1) / np.sqrt(dim)
    scores += np.triu(np.full((length, length), -np.inf), 1)
    scores = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = scores / scores.sum(-1, keepdims=True) @ values
    flat = mixed.transpose(1, 0, 2).reshape(length, -1)
    result: Numbers = flat @ w[f"{layer}self_attn.o_proj.weight"].T
    return result


def _turned(config: Qwen3, x: Numbers) -> Numbers:
    """Turn pairs of numbers, the first half's with the second's, by angles that grow with place."""
    half = config.head_dim // 2
    speeds = config.rope_theta ** (-np.arange(half) / half)
    angles = np.arange(x.shape[1])[:, None] * speeds
    cos, sin = np.cos(angles), np.sin(angles)
    first, second = x[..., :half], x[..., half:]
    return np.concatenate((first * cos - second * sin, second * cos + first * sin), axis=-1)


def _feed_forward(w: dict[str, Numbers], layer: str, x: Numbers) -> Numbers:
    gate = x @ w[f"{layer}mlp.gate_proj.weight"].T
    up = x @ w[f"{layer}mlp.up_proj.weight"].T
    result: Numbers = (gate / (1 + np.exp(-gate)) * up) @ w[f"{layer}mlp.down_proj.weight"].T
    return result
