"""A Qwen3 checkpoint becomes a GGUF file of the same precision, tensor by tensor.

Nothing but numpy and the gguf library is needed: the weights are copied as they are, only the
norms become 32-bit numbers, as llama.cpp wants them.
"""

from collections.abc import Mapping
from pathlib import Path

import gguf
import numpy as np
import numpy.typing as npt
from gguf.constants import GGMLQuantizationType, LlamaFileType

from app.models import durable
from app.models.checkpoint import Tensor, open_checkpoint
from app.models.disk import disk_failure
from app.models.failures import TokenizerNotSupported
from app.models.meter import Meter
from app.models.qwen3 import ARCHITECTURE, Qwen3, parts, read_config
from app.models.tokenizer import MODEL, PRE_TOKENIZER, Vocabulary, read_tokenizer
from app.processes.publishing import publish

CONFIG, TOKENIZER, TOKENIZER_CONFIG = "config.json", "tokenizer.json", "tokenizer_config.json"

_STORED = {
    "BF16": GGMLQuantizationType.BF16,
    "F16": GGMLQuantizationType.F16,
    "F32": GGMLQuantizationType.F32,
}
_FILE_TYPES = {
    "BF16": LlamaFileType.MOSTLY_BF16,
    "F16": LlamaFileType.MOSTLY_F16,
    "F32": LlamaFileType.ALL_F32,
}


def convert(folder: Path, weights: tuple[str, ...], target: Path, model: str, meter: Meter) -> None:
    """Write the checkpoint in `folder` to `target`; `weights` are its safetensors files.

    `target` appears when it is whole. `meter` counts the bytes of the tensors. Raises
    `ModelNotSupported`, `TokenizerNotSupported`, `WeightsNotSupported`, `DiskFullForModel` or
    `ModelDiskFailed`.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        config = read_config((folder / CONFIG).read_bytes(), model)
        vocabulary = read_tokenizer((folder / TOKENIZER).read_bytes(), config.vocabulary, model)
        files = tuple(folder / name for name in weights)
        tensors = open_checkpoint(files, config, model)
        writer = gguf.GGUFWriter(part, ARCHITECTURE)
        try:
            _describe(writer, config, model, tensors)
            _add_tokenizer(writer, folder, vocabulary, model)
            _write(writer, config, tensors, meter)
        finally:
            writer.close()
        publish(part, target)
    except OSError as error:
        failure = disk_failure(error, target.parent)
        durable.discard(part)
        raise failure from error


def _describe(
    writer: gguf.GGUFWriter, config: Qwen3, model: str, tensors: Mapping[str, Tensor]
) -> None:
    writer.add_type("model")
    writer.add_name(model)
    writer.add_block_count(config.layers)
    writer.add_context_length(config.context)
    writer.add_embedding_length(config.width)
    writer.add_feed_forward_length(config.inner)
    writer.add_head_count(config.heads)
    writer.add_head_count_kv(config.kv_heads)
    writer.add_key_length(config.head_dim)
    writer.add_value_length(config.head_dim)
    writer.add_rope_freq_base(config.rope_theta)
    writer.add_layer_norm_rms_eps(config.epsilon)
    writer.add_vocab_size(config.vocabulary)
    writer.add_file_type(_FILE_TYPES[tensors["model.embed_tokens.weight"].kind])


def _add_tokenizer(
    writer: gguf.GGUFWriter, folder: Path, vocabulary: Vocabulary, model: str
) -> None:
    writer.add_tokenizer_model(MODEL)
    writer.add_tokenizer_pre(PRE_TOKENIZER)
    writer.add_token_list(vocabulary.tokens)
    writer.add_token_types(vocabulary.kinds)
    try:
        # The merges, the special tokens' numbers and the chat template.
        special = gguf.SpecialVocab(folder, load_merges=True, n_vocab=len(vocabulary.tokens))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise TokenizerNotSupported(model=model) from None
    if not special.merges:
        raise TokenizerNotSupported(model=model)
    special.add_to_gguf(writer, quiet=True)


def _write(
    writer: gguf.GGUFWriter, config: Qwen3, tensors: Mapping[str, Tensor], meter: Meter
) -> None:
    for name, part in parts(config).items():
        stored = _stored(tensors[name])
        numbers = (
            np.dtype(np.float32) if stored is GGMLQuantizationType.F32 else np.dtype(np.uint16)
        )
        size = int(np.prod(part.shape)) * numbers.itemsize
        writer.add_tensor_info(part.name, part.shape, numbers, size, raw_dtype=stored)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    for name in parts(config):
        tensor = tensors[name]
        content = tensor.read()
        writer.write_tensor_data(_as_f32(tensor, content) if len(tensor.shape) == 1 else content)
        meter.add(tensor.end - tensor.start)


def _stored(tensor: Tensor) -> GGMLQuantizationType:
    return GGMLQuantizationType.F32 if len(tensor.shape) == 1 else _STORED[tensor.kind]


def _as_f32(tensor: Tensor, content: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """Return a small tensor's numbers in 32 bits; bfloat16 is the upper half of a float32."""
    if tensor.kind == "BF16":
        return (content.view(np.uint16).astype(np.uint32) << 16).view(np.float32)
    return content.view(np.float16 if tensor.kind == "F16" else np.float32).astype(np.float32)
