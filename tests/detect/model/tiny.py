"""Making small models for tests: random weights, but a true GGUF file that llama.cpp loads.

Their vocabulary are the 256 bytes, a few words, and control tokens, so every text can be written.
The same seed gives the same file, and greedy decoding the same answer.
"""

from pathlib import Path

import numpy as np
from gguf import GGMLQuantizationType, GGUFWriter, TokenType
from gguf.quants import quantize

WIDTH, HEADS, KV_HEADS, HIDDEN = 64, 4, 2, 128
CONTROL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
# Merged from bytes as BPE does: words of an answer and of messages, so that not all goes by bytes.
WORDS = (
    "original_text", "privacy_type", "privacy_level", "Real", "Name", "Email", "my", "the", "PL",
    '", "', '{"', '"}', '":',
)  # fmt: skip
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def write_model(
    path: Path,
    *,
    architecture: str = "qwen3",
    seed: int = 1,
    layers: int = 2,
    context: int = 4096,
    template: str | None = TEMPLATE,
    window: int = 0,
) -> Path:
    """Write a decoder of random weights to `path`, a few hundred kilobytes, and return `path`.

    `architecture` is one of llama, qwen3 and gemma3; `window` is the length of gemma3's sliding
    window, and `template` the chat template, None for a model without.
    """
    writer = GGUFWriter(path, architecture)
    writer.add_context_length(context)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(layers)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_key_length(WIDTH // HEADS)
    writer.add_value_length(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(10000.0)
    if window:
        writer.add_sliding_window(window)
    add_vocabulary(writer)
    if template is not None:
        writer.add_chat_template(template)
    random = np.random.default_rng(seed)
    for name, shape in _tensors(architecture, layers, len(vocabulary())):
        weights = _weights(random, name, shape)
        if len(shape) == 1:
            writer.add_tensor(name, weights)
        else:
            # For this type llama.cpp rounds alike in a batch and alone, whatever the machine.
            blocks = quantize(weights, GGMLQuantizationType.Q4_1)
            writer.add_tensor(name, blocks, raw_dtype=GGMLQuantizationType.Q4_1)
    return _finish(writer, path)


def write_embedder(path: Path) -> Path:
    """Write a BERT, which turns text into numbers and writes none, and return `path`."""
    writer = GGUFWriter(path, "bert")
    writer.add_context_length(128)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_head_count(HEADS)
    writer.add_layer_norm_eps(1e-6)
    writer.add_causal_attention(value=False)
    writer.add_token_type_count(2)
    add_vocabulary(writer)
    random = np.random.default_rng(2)
    shapes = {
        "token_embd.weight": (len(vocabulary()), WIDTH),
        "position_embd.weight": (128, WIDTH),
        "token_types.weight": (2, WIDTH),
        "blk.0.ffn_up.weight": (HIDDEN, WIDTH),
        "blk.0.ffn_down.weight": (WIDTH, HIDDEN),
        "blk.0.ffn_up.bias": (HIDDEN,),
        "blk.0.ffn_down.bias": (WIDTH,),
    }
    for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
        shapes |= {f"blk.0.{part}.weight": (WIDTH, WIDTH), f"blk.0.{part}.bias": (WIDTH,)}
    for part in ("token_embd_norm", "blk.0.attn_output_norm", "blk.0.layer_output_norm"):
        shapes |= {f"{part}.weight": (WIDTH,), f"{part}.bias": (WIDTH,)}
    for name, shape in shapes.items():
        writer.add_tensor(name, _weights(random, name, shape))
    return _finish(writer, path)


def vocabulary() -> list[str]:
    """Return all tokens as the file spells them, in the order of their numbers."""
    spelled = _byte_letters()
    tokens = [spelled[byte] for byte in range(256)]
    for word in WORDS:
        letters = "".join(spelled[byte] for byte in word.encode())
        tokens += [letters[:end] for end in range(2, len(letters) + 1)]
    return [*dict.fromkeys(tokens), *CONTROL]


def add_vocabulary(writer: GGUFWriter, filler: int = 0) -> None:
    """Write the vocabulary, and `filler` tokens that no text has."""
    tokens = vocabulary()
    words = len(tokens) - len(CONTROL)
    merges = [f"{token[:-1]} {token[-1]}" for token in tokens[256:words]]
    kinds = [TokenType.NORMAL] * words + [TokenType.CONTROL] * len(CONTROL)
    filling = [f"<filler{number}>" for number in range(filler)]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list([*tokens, *filling])
    writer.add_token_types([*kinds, *[TokenType.NORMAL] * filler])
    writer.add_token_merges(merges)
    writer.add_eos_token_id(tokens.index("<|im_end|>"))
    writer.add_bos_token_id(tokens.index("<|endoftext|>"))
    writer.add_add_bos_token(value=False)


def _tensors(architecture: str, layers: int, size: int) -> list[tuple[str, tuple[int, ...]]]:
    head = WIDTH // HEADS
    shapes: list[tuple[str, tuple[int, ...]]] = [
        ("token_embd.weight", (size, WIDTH)),
        ("output_norm.weight", (WIDTH,)),
        # Of its own: tied to the input, the likeliest token would be the last one again.
        ("output.weight", (size, WIDTH)),
    ]
    for number in range(layers):
        layer = {
            "attn_norm": (WIDTH,),
            "attn_q": (WIDTH, WIDTH),
            "attn_k": (KV_HEADS * head, WIDTH),
            "attn_v": (KV_HEADS * head, WIDTH),
            "attn_output": (WIDTH, WIDTH),
            "ffn_norm": (WIDTH,),
            "ffn_gate": (HIDDEN, WIDTH),
            "ffn_up": (HIDDEN, WIDTH),
            "ffn_down": (WIDTH, HIDDEN),
        }
        if architecture != "llama":
            layer |= {"attn_q_norm": (head,), "attn_k_norm": (head,)}
        if architecture == "gemma3":
            layer |= {"post_attention_norm": (WIDTH,), "post_ffw_norm": (WIDTH,)}
        shapes += [(f"blk.{number}.{part}.weight", shape) for part, shape in layer.items()]
    return shapes


def _weights(
    random: np.random.Generator, name: str, shape: tuple[int, ...]
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    if len(shape) == 1:
        return np.full(shape, 0.0 if name.endswith(".bias") else 1.0, dtype=np.float32)
    scale = 1.0 if name == "token_embd.weight" else 2.0 * shape[1] ** -0.5
    return random.standard_normal(shape, dtype=np.float32) * np.float32(scale)


def _byte_letters() -> dict[int, str]:
    """Return the letter that stands for each byte in a GPT-2 vocabulary."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [byte for byte in range(256) if byte not in plain]
    return {byte: chr(byte) for byte in plain} | {
        byte: chr(256 + at) for at, byte in enumerate(rest)
    }


def _finish(writer: GGUFWriter, path: Path) -> Path:
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
