"""The weights as they are published: safetensors files, one or several, and what they must hold.

The format: https://huggingface.co/docs/safetensors: eight bytes with the length of a JSON header,
the header with each tensor's type, shape and place, then the bytes of the tensors.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from app.models.failures import WeightsNotSupported
from app.models.qwen3 import Qwen3, parts

# Bytes of one number, by the format's name of the type.
WIDTHS: Mapping[str, int] = {"BF16": 2, "F16": 2, "F32": 4}
LENGTH = 8
# The format's own limit, in bytes.
LONGEST_HEADER = 100_000_000

_TIED_OUTPUT = "lm_head.weight"


@dataclass(frozen=True, slots=True)
class Tensor:
    """A tensor in a file: `start` and `end` count from the file's first byte."""

    kind: str
    shape: tuple[int, ...]
    start: int
    end: int
    file: Path | None = None

    def read(self) -> npt.NDArray[np.uint8]:
        """Return its bytes, mapped into memory: nothing is read before it is used."""
        if self.file is None:
            raise ValueError("a tensor that is not on this machine")
        count = self.end - self.start
        return np.memmap(self.file, np.uint8, "r", offset=self.start, shape=(count,))


def header_length(start: bytes) -> int:
    """Return how long the header is, from a file's first eight bytes. Raises `ValueError`."""
    (length,) = struct.unpack("<Q", start[:LENGTH].ljust(LENGTH, b"\xff"))
    if length > LONGEST_HEADER:
        raise ValueError("no safetensors header")
    return int(length)


def read_tensors(header: bytes, file: Path | None = None) -> dict[str, Tensor]:
    """Return the tensors that a `header` lists. Raises `ValueError` for anything else."""
    base = LENGTH + len(header)
    try:
        entries = dict(json.loads(header))
        entries.pop("__metadata__", None)
        return {name: _tensor(entry, base, file) for name, entry in entries.items()}
    except (TypeError, KeyError) as error:
        raise ValueError("no safetensors header") from error


def _tensor(entry: Mapping[str, Any], base: int, file: Path | None) -> Tensor:
    start, end = entry["data_offsets"]
    shape = tuple(int(size) for size in entry["shape"])
    return Tensor(str(entry["dtype"]), shape, base + int(start), base + int(end), file)


def open_checkpoint(files: tuple[Path, ...], config: Qwen3, model: str) -> dict[str, Tensor]:
    """Return the tensors of a checkpoint on this machine, all of them checked.

    Raises `WeightsNotSupported`, or `OSError`.
    """
    found: dict[str, Tensor] = {}
    for file in files:
        with file.open("rb") as stream:
            try:
                header = stream.read(header_length(stream.read(LENGTH)))
                tensors = read_tensors(header, file)
            except ValueError:
                raise WeightsNotSupported(model=model, tensor=file.name) from None
        size = file.stat().st_size
        if any(tensor.end > size for tensor in tensors.values()):
            raise WeightsNotSupported(model=model, tensor=file.name)
        found |= tensors
    return checked(found, config, model)


def checked(tensors: Mapping[str, Tensor], config: Qwen3, model: str) -> dict[str, Tensor]:
    """Return the tensors that a model of this `config` has, in the order in which to write them.

    Raises `WeightsNotSupported` where one is missing, is of another shape or type, or where there
    is one that this architecture does not have: the conversion would then lose a part of the
    model. Only the output layer may be there in vain: some programs save it although it is the
    input's.
    """
    wanted = parts(config)
    extra = set(tensors) - set(wanted)
    if config.tied:
        extra.discard(_TIED_OUTPUT)
    if extra:
        raise WeightsNotSupported(model=model, tensor=_shown(min(extra)))
    for name, part in wanted.items():
        tensor = tensors.get(name)
        if tensor is None or tensor.shape != part.shape or not _is_consistent(tensor):
            raise WeightsNotSupported(model=model, tensor=name)
    return {name: tensors[name] for name in wanted}


def _is_consistent(tensor: Tensor) -> bool:
    width = WIDTHS.get(tensor.kind, 0)
    return (
        width > 0 and tensor.start >= 0 and tensor.end - tensor.start == width * prod(tensor.shape)
    )


def _shown(name: str) -> str:
    """Return a name from outside, cut to what a sentence can bear."""
    return "".join(letter for letter in name if letter.isprintable())[:60]
