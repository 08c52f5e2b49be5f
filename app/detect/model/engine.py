"""llama.cpp, as the private reader needs it: one model, one context, one sequence of tokens.

Lives in the model's own process only; importing it loads llama.cpp and numpy.
"""

import ctypes
import mmap
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import llama_cpp
import numpy as np
import psutil
from numpy.typing import NDArray

from app.detect.model.memory import MEGABYTE, free_memory, room_for

# Tokens that are computed together. A larger batch would be hardly faster on a processor and
# longer to stop: the abort is asked for between the steps of one batch.
_TOGETHER = 128
_SEQUENCE = 0
_NO_PLACE, _ABORTED = 1, 2
# What llama.cpp needs beside weights and state: scratch buffers, the vocabulary.
_BESIDE = 300 * MEGABYTE
_F16 = 2

Logits = NDArray[np.float32]
WritableBuffer = bytearray | memoryview | mmap.mmap


class Unusable(Exception):
    """The file is no model that can read."""


class Stopped(Exception):
    """The computing was stopped from outside. What is held is what was held before."""


class Overflow(Exception):
    """The context is full."""


def spare_threads() -> int:
    """Return how many threads to compute with: one core is left to the rest of the machine.

    llama.cpp's threads wait for each other at every step, so one that a busy neighbour keeps
    waiting holds up all: two threads on two cores of which one was busy were measured 20 times
    slower than one thread alone.
    """
    return max(1, (psutil.cpu_count(logical=False) or 1) - 1)


@llama_cpp.llama_log_callback  # type: ignore[untyped-decorator]
def _silent(_level: int, _text: bytes, _data: ctypes.c_void_p) -> None:
    """Take llama.cpp's log lines and drop them."""


class Engine:
    """A loaded model and the tokens whose state it holds.

    `evaluate` appends, `keep` cuts back. `held` are the tokens, first to last.
    """

    def __init__(
        self, path: Path, context: int, threads: int, should_stop: Callable[[], bool]
    ) -> None:
        """Load the model at `path` for `context` tokens at the most.

        `should_stop` is asked all the time while computing. Raises `Unusable`, or `NoRoom` where
        too little memory is free.
        """
        llama_cpp.llama_backend_init()
        llama_cpp.llama_log_set(_silent, ctypes.c_void_p(0))
        self.held: list[int] = []
        self.passes = 0
        # Looked at before: weights that are mapped into memory seem free until they are used.
        free = free_memory()
        self._context: Any = None
        self._batch: Any = None
        self._model = _load(path, free)
        try:
            self._set_up(context, threads, should_stop, free - path.stat().st_size)
        except BaseException:
            self.close()
            raise

    def _set_up(
        self, context: int, threads: int, should_stop: Callable[[], bool], free: int
    ) -> None:
        """Make the context, in the `free` bytes that the weights leave. Raises as `__init__`."""
        _check_kind(self._model)
        self.vocab = llama_cpp.llama_model_get_vocab(self._model)
        self.size = int(llama_cpp.llama_vocab_n_tokens(self.vocab))
        trained = int(llama_cpp.llama_model_n_ctx_train(self._model))
        self.context = min(context, trained)
        room_for(self._state_bytes() + _BESIDE, free)
        self._abort = llama_cpp.ggml_abort_callback(lambda _: should_stop())
        parameters = llama_cpp.llama_context_default_params()
        parameters.n_ctx = self.context
        parameters.n_batch = parameters.n_ubatch = min(_TOGETHER, self.context)
        parameters.n_threads = parameters.n_threads_batch = threads
        parameters.abort_callback = self._abort
        # With a sliding window alone, `keep` could not go back.
        parameters.swa_full = True
        parameters.no_perf = True
        self._context = llama_cpp.llama_init_from_model(self._model, parameters)
        if not self._context:
            raise Unusable("no context")
        self._memory = llama_cpp.llama_get_memory(self._context)
        self._batch = llama_cpp.llama_batch_init(_TOGETHER, 0, 1)

    def close(self) -> None:
        """Give all memory back; nothing but `close` may be called afterwards."""
        if self._batch is not None:
            llama_cpp.llama_batch_free(self._batch)
        if self._context:
            llama_cpp.llama_free(self._context)
        if self._model:
            llama_cpp.llama_model_free(self._model)
        self._batch = self._context = self._model = None

    def chat_template(self) -> str:
        """Return the model's own chat template (Jinja), "" where the file has none."""
        template = llama_cpp.llama_model_chat_template(self._model, None)
        return template.decode("utf-8", "replace") if template else ""

    def tokens(self, text: str, *, start: bool = False, special: bool = False) -> list[int]:
        """Return the tokens of `text`.

        With `start` as at the beginning of a prompt; with `special`, names of control tokens
        become these. Never so for what a user typed: that could end its own message.
        """
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        buffer = (llama_cpp.llama_token * room)()
        count = llama_cpp.llama_tokenize(self.vocab, data, len(data), buffer, room, start, special)
        if count < 0:
            raise ValueError("a text has more tokens than bytes")
        return list(buffer[:count])

    def evaluate(self, tokens: Sequence[int], outputs: int = 1) -> Logits:
        """Append `tokens` and return the logits after the last `outputs` of them.

        The result has a row for each, over the vocabulary. Raises `Stopped` or `Overflow`;
        nothing was appended then.
        """
        before = len(self.held)
        if before + len(tokens) > self.context:
            raise Overflow
        rows = np.empty((outputs, self.size), dtype=np.float32)
        first = len(tokens) - outputs
        for at in range(0, len(tokens), _TOGETHER):
            part = tokens[at : at + _TOGETHER]
            try:
                self._decode(part, [at + index >= first for index in range(len(part))])
            except BaseException:
                self.keep(before)
                raise
            for index in range(len(part)):
                if at + index >= first:
                    rows[at + index - first] = self._logits(index)
        return rows

    def keep(self, count: int) -> None:
        """Hold the first `count` tokens only."""
        if not llama_cpp.llama_memory_seq_rm(self._memory, _SEQUENCE, count, -1):
            raise RuntimeError("this kind of memory cannot go back")
        del self.held[count:]

    def state(self) -> memoryview:
        """Return the state of all tokens that are held, for `restore`: up to some hundred MB."""
        size = llama_cpp.llama_state_seq_get_size(self._context, _SEQUENCE)
        buffer = (ctypes.c_uint8 * size)()
        written = llama_cpp.llama_state_seq_get_data(self._context, buffer, size, _SEQUENCE)
        return memoryview(buffer).cast("B")[:written]

    def restore(self, state: WritableBuffer, tokens: Sequence[int]) -> bool:
        """Hold `tokens`, whose `state` was computed by the same model and settings.

        Return whether llama.cpp took it; nothing is held otherwise.
        """
        self.keep(0)
        size = memoryview(state).nbytes
        # Not copied: it takes up to some hundred megabytes.
        buffer = (ctypes.c_uint8 * size).from_buffer(state)
        taken = llama_cpp.llama_state_seq_set_data(self._context, buffer, size, _SEQUENCE)
        last = llama_cpp.llama_memory_seq_pos_max(self._memory, _SEQUENCE)
        if not taken or last != len(tokens) - 1:
            self.keep(0)
            return False
        self.held = list(tokens)
        return True

    def identity(self) -> str:
        """Return what decides whether a kept state fits: the engine's version and settings."""
        system = llama_cpp.llama_print_system_info().decode("ascii", "replace")
        return f"{llama_cpp.__version__} {system} {self.context}"

    def _decode(self, tokens: Sequence[int], wanted: Sequence[bool]) -> None:
        batch = self._batch
        batch.n_tokens = len(tokens)
        for index, token in enumerate(tokens):
            batch.token[index] = token
            batch.pos[index] = len(self.held) + index
            batch.n_seq_id[index] = 1
            batch.seq_id[index][0] = _SEQUENCE
            batch.logits[index] = wanted[index]
        self.passes += 1
        result = llama_cpp.llama_decode(self._context, batch)
        if result == _ABORTED:
            raise Stopped
        if result == _NO_PLACE:
            raise Overflow
        if result:
            raise RuntimeError(f"llama.cpp could not compute: {result}")
        self.held += tokens

    def _logits(self, index: int) -> Logits:
        pointer = llama_cpp.llama_get_logits_ith(self._context, index)
        if not pointer:
            raise Unusable("no logits")
        return np.ctypeslib.as_array(pointer, shape=(self.size,))

    def _state_bytes(self) -> int:
        """Return how much the state of a full context takes: a key and a value a layer, in f16."""
        model = self._model
        heads = llama_cpp.llama_model_n_head_kv(model)
        width = _number(model, "attention.key_length") or (
            llama_cpp.llama_model_n_embd(model) // llama_cpp.llama_model_n_head(model)
        )
        layers = llama_cpp.llama_model_n_layer(model)
        return int(2 * _F16 * layers * heads * width * self.context)


def _load(path: Path, free: int) -> Any:
    """Load the weights. Raises `Unusable` for a file that is no model."""
    try:
        room_for(path.stat().st_size + _BESIDE, free)
    except OSError:
        raise Unusable("no file") from None
    parameters = llama_cpp.llama_model_default_params()
    if llama_cpp.llama_supports_gpu_offload():
        parameters.n_gpu_layers = -1
    # A file's name may hold bytes that are no text.
    model = llama_cpp.llama_model_load_from_file(os.fsencode(path), parameters)
    if not model:
        raise Unusable("not loaded")
    return model


def _check_kind(model: Any) -> None:
    """Raise `Unusable` for a model that writes no text left to right, or cannot go back."""
    other = not llama_cpp.llama_model_has_decoder(model) or any(
        odd(model)
        for odd in (
            llama_cpp.llama_model_has_encoder,
            llama_cpp.llama_model_is_recurrent,
            llama_cpp.llama_model_is_hybrid,
            llama_cpp.llama_model_is_diffusion,
        )
    )
    # Models that turn text into numbers: BERT and its kin, and those made from readers.
    embeds = _about(model, "attention.causal") == "false" or _number(model, "pooling_type") > 0
    vocab = llama_cpp.llama_model_get_vocab(model)
    wordless = llama_cpp.llama_vocab_type(vocab) == llama_cpp.LLAMA_VOCAB_TYPE_NONE
    if other or embeds or wordless:
        raise Unusable("another kind of model")


def _number(model: Any, name: str) -> int:
    """Return a number of the file's metadata about its architecture, 0 where it has none."""
    text = _about(model, name)
    return int(text) if text.isdecimal() else 0


def _about(model: Any, name: str) -> str:
    """Return what the file's metadata say about its architecture, "" where that is nothing."""
    return _text(model, f"{_text(model, 'general.architecture')}.{name}")


def _text(model: Any, key: str) -> str:
    buffer = ctypes.create_string_buffer(256)
    size = llama_cpp.llama_model_meta_val_str(model, key.encode(), buffer, len(buffer))
    return buffer.value.decode("utf-8", "replace") if size >= 0 else ""
