"""A GGUF file becomes a fifth of its size, by llama.cpp's own quantiser."""

import ctypes
import os
import threading
from pathlib import Path

import llama_cpp

from app.models import durable
from app.models.disk import disk_failure, is_full
from app.models.failures import GgufUnusable, QuantisingFailed
from app.models.gguf_header import read_header
from app.models.meter import Meter
from app.processes.publishing import publish

# Bytes of a tensor that llama.cpp holds as 32-bit numbers at once. Its default, 8 GiB, takes a
# tensor whole: the 4B's embeddings alone then cost 1.9 GB, with this 0.1 GB, at the same speed.
_AT_ONCE = 64 * 1024 * 1024
# Bytes for a weight in Q4_K_M: 4.9 bits, rounded up for embeddings in 6.6.
BYTES_FOR_A_WEIGHT = 0.65
# In seconds.
_LOOK = 0.3
# Takes what llama.cpp tells: the library's own listener prints, and breaks on a cut letter.
_QUIET = llama_cpp.llama_log_callback(lambda _level, _text, _data: None)


def quantise(source: Path, target: Path, model: str, meter: Meter) -> None:
    """Write `source` in Q4_K_M to `target`, which appears when it is whole.

    `meter` follows the size of what is written. Raises `QuantisingFailed`, `DiskFullForModel` or
    `ModelDiskFailed`.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        with _Follower(part, meter):
            code = _run(source, part)
        if code or not _is_whole(source, part):
            full = is_full(part.parent)
            durable.discard(part)
            raise disk_failure(None, part.parent) if full else QuantisingFailed(model=model)
        publish(part, target)
    except OSError as error:
        failure = disk_failure(error, target.parent)
        durable.discard(part)
        raise failure from error


def _run(source: Path, target: Path) -> int:
    llama_cpp.llama_log_set(_QUIET, ctypes.c_void_p(0))
    parameters = llama_cpp.llama_model_quantize_default_params()
    parameters.ftype = llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_K_M
    parameters.max_buf_size = _AT_ONCE
    code: int = llama_cpp.llama_model_quantize(
        os.fsencode(source), os.fsencode(target), ctypes.byref(parameters)
    )
    return code


def _is_whole(source: Path, result: Path) -> bool:
    """Say whether `result` has all that `source` has; a write that failed may go unreported."""
    try:
        return read_header(result).tensors == read_header(source).tensors
    except GgufUnusable:
        return False


class _Follower:
    """Tells a meter how large a file is, again and again, from a thread of its own."""

    def __init__(self, file: Path, meter: Meter) -> None:
        self._file = file
        self._meter = meter
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="quantising", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _follow(self) -> None:
        while not self._ended.wait(_LOOK):
            if self._file.exists():
                self._meter.reach(self._file.stat().st_size)
