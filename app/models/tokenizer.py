"""Qwen's byte-level BPE tokeniser, from tokenizer.json to a GGUF file's vocabulary.

llama.cpp knows tokenisers by a name, so only one that works exactly as that name says may be
converted: this one is its "gpt2" model with the pre-tokeniser "qwen2". One difference stays: the
original first brings the text into Unicode's form NFC, llama.cpp takes it as it is. Texts that are
in NFC already, as keyboards write them, become the same tokens.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gguf.constants import TokenType

from app.models.failures import TokenizerNotSupported

MODEL = "gpt2"
PRE_TOKENIZER = "qwen2"

# Where Qwen2 and Qwen3 cut a text before anything is merged; their tokenizer.json, word for word.
SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Token by token, in the order of their numbers: the text, and what kind of token it is."""

    tokens: tuple[str, ...]
    kinds: tuple[int, ...]


def read_tokenizer(content: bytes, size: int, model: str) -> Vocabulary:
    """Return the vocabulary in a tokenizer.json, filled up to `size` tokens.

    Models have more rows of embeddings than tokens; the rest is marked as unused. Raises
    `TokenizerNotSupported`.
    """
    try:
        tokenizer = dict(json.loads(content))
        return _vocabulary(tokenizer, size) if _is_qwens(tokenizer) else _refuse()
    except (ValueError, TypeError, KeyError, AttributeError):
        raise TokenizerNotSupported(model=model) from None


def _refuse() -> Vocabulary:
    raise ValueError("not a tokeniser of Qwen's kind")


def _is_qwens(tokenizer: Mapping[str, Any]) -> bool:
    model, normaliser = tokenizer["model"], tokenizer.get("normalizer")
    split, bytes_ = tokenizer["pre_tokenizer"]["pretokenizers"]
    return (
        model["type"] == "BPE"
        and not any(
            model.get(option)
            for option in (
                *("byte_fallback", "ignore_merges", "dropout", "unk_token"),
                *("continuing_subword_prefix", "end_of_word_suffix"),
            )
        )
        and (normaliser is None or normaliser["type"] == "NFC")
        and tokenizer["pre_tokenizer"]["type"] == "Sequence"
        and split["type"] == "Split"
        and split["pattern"] == {"Regex": SPLIT}
        and split["behavior"] == "Isolated"
        and not split["invert"]
        and bytes_["type"] == "ByteLevel"
        and not bytes_["add_prefix_space"]
        and not bytes_["use_regex"]
        and not any(
            added.get(option)
            for added in tokenizer["added_tokens"]
            for option in ("lstrip", "rstrip", "single_word")
        )
    )


def _vocabulary(tokenizer: Mapping[str, Any], size: int) -> Vocabulary:
    tokens = [f"[PAD{number}]" for number in range(size)]
    kinds = [int(TokenType.UNUSED)] * size
    for token, number in tokenizer["model"]["vocab"].items():
        tokens[_number(number, size)] = str(token)
        kinds[number] = int(TokenType.NORMAL)
    for added in tokenizer["added_tokens"]:
        number, token = _number(added["id"], size), str(added["content"])
        tokens[number] = token
        kinds[number] = int(_kind(token, special=bool(added["special"])))
    if len(set(tokens)) != size:
        raise ValueError("a token occurs twice")
    return Vocabulary(tuple(tokens), tuple(kinds))


def _number(number: object, size: int) -> int:
    if not isinstance(number, int) or not 0 <= number < size:
        raise ValueError("a token without a row in the embeddings")
    return number


def _kind(token: str, *, special: bool) -> TokenType:
    """Return an added token's kind.

    As llama.cpp's own converter decides: what looks like a mark of a chat is one, whatever the
    file says, so that it is never written out as text.
    """
    looks_so = token.startswith("<|") and token.endswith("|>")
    return TokenType.CONTROL if special or looks_so else TokenType.USER_DEFINED
