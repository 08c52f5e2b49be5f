"""Reads a GGUF file's header, to tell a whole model from anything else.

The format: ggml's docs/gguf.md, versions 2 and 3 (version 1 counted in 32 bits), little-endian. A
file from anywhere is not to be trusted: every length is checked before it is used.
"""

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path

from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType

from app.models.failures import GgufCut, GgufTooOld, GgufUnusable, GgufWithoutTokenizer

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_ALIGNMENT = 32
_STRING, _ARRAY = 8, 9
# By the number of each type: u8 i8 u16 i16 u32 i32 f32 bool string array u64 i64 f64.
_PLAIN = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
# More than any model has; a header that claims more is no header.
_MOST_ENTRIES = 1_000_000
_MOST_DIMENSIONS = 4


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """`values` are the plain metadata values; an array is there as its number of items."""

    version: int
    values: Mapping[str, str | int | float | bool]
    tensors: int


class _Ended(Exception):
    """The file has no more bytes where the format asks for some."""


class _Odd(Exception):
    """The bytes are not what the format allows."""


def read_header(path: Path) -> GgufHeader:
    """Return the header of the model at `path`, which must be whole and have a tokeniser.

    Raises a `GgufUnusable`, or `OSError` when the file cannot be read.
    """
    name = path.name
    with path.open("rb") as stream:
        if stream.read(len(_MAGIC)) != _MAGIC:
            raise GgufUnusable(file=name)
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
            try:
                header = _Reader(content).header()
            except _Ended:
                raise GgufCut(file=name) from None
            except (_Odd, UnicodeDecodeError):
                raise GgufUnusable(file=name) from None
    if header.version not in _VERSIONS:
        raise GgufTooOld(file=name, version=header.version)
    if int(header.values.get("split.count", 1)) > 1:
        raise GgufCut(file=name)  # one of several pieces
    if not header.values.get("general.architecture") or not header.tensors:
        raise GgufUnusable(file=name)
    if not header.values.get("tokenizer.ggml.model") or not _tokens(header):
        raise GgufWithoutTokenizer(file=name)
    return header


def _tokens(header: GgufHeader) -> int:
    return int(header.values.get("tokenizer.ggml.tokens", 0))


class _Reader:
    """Walks through the bytes; `_at` is where it is."""

    def __init__(self, content: mmap.mmap) -> None:
        self._content = content
        self._size = len(content)
        self._at = len(_MAGIC)

    def header(self) -> GgufHeader:
        version = self._number("I")
        if version not in _VERSIONS:
            return GgufHeader(version, {}, 0)
        tensors, entries = self._number("Q"), self._number("Q")
        if max(tensors, entries) > _MOST_ENTRIES:
            raise _Odd
        values: dict[str, str | int | float | bool] = {}
        for _ in range(entries):
            key = self._text()
            values[key] = self._value(self._number("I"))
        ends = [self._tensor_end() for _ in range(tensors)]
        alignment = int(values.get("general.alignment", _ALIGNMENT))
        if alignment <= 0:
            raise _Odd
        data = -(-self._at // alignment) * alignment
        if tensors and data + max(ends) > self._size:
            raise _Ended
        return GgufHeader(version, values, tensors)

    def _value(self, kind: int) -> str | int | float | bool:
        if kind == _STRING:
            return self._text()
        if kind != _ARRAY:
            value: int | float | bool = self._take(_plain(kind))
            return value
        of, count = self._number("I"), self._number("Q")
        if of == _STRING:
            if count > self._size:
                raise _Odd
            for _ in range(count):
                self._skip(self._number("Q"))
        else:
            self._skip(count * struct.calcsize(_plain(of)))
        return count

    def _tensor_end(self) -> int:
        """Return where a tensor ends, from where the data begins."""
        self._text()
        dimensions = self._number("I")
        if dimensions > _MOST_DIMENSIONS:
            raise _Odd
        shape = [self._number("Q") for _ in range(dimensions)]
        kind, offset = self._number("I"), self._number("Q")
        try:
            block, size = GGML_QUANT_SIZES[GGMLQuantizationType(kind)]
        except (ValueError, KeyError):
            raise _Odd from None
        return offset + prod(shape) // int(block) * int(size)

    def _text(self) -> str:
        length = self._number("Q")
        start = self._at
        self._skip(length)
        return self._content[start : self._at].decode()

    def _number(self, form: str) -> int:
        return int(self._take(form))

    def _take(self, form: str) -> int | float | bool:
        start = self._at
        self._skip(struct.calcsize(form))
        value: int | float | bool = struct.unpack_from(f"<{form}", self._content, start)[0]
        return value

    def _skip(self, count: int) -> None:
        if count > self._size - self._at:
            raise _Ended
        self._at += count


def _plain(kind: int) -> str:
    if kind not in _PLAIN:
        raise _Odd
    return _PLAIN[kind]
