"""An engine that has a given answer in mind: it prefers, token by token, what spells that answer.

Where the grammar forbids the next token that it wants, the grammar's choice stands and it goes on
at random but always alike, so it also shows what happens to a model that wants to invent.
"""

import random
from collections.abc import Sequence

import numpy as np
from llguidance import LLTokenizer
from numpy.typing import NDArray

from app.detect.model.engine import Overflow


class Oracle:
    """Wants to say `answer`; speaks the vocabulary of `tokenizer`."""

    def __init__(self, tokenizer: LLTokenizer, answer: str = "", context: int = 100_000) -> None:
        self.size = tokenizer.vocab_size
        self.context = context
        self.held: list[int] = []
        self.evaluated: list[int] = []
        self._tokenizer = tokenizer
        self._answer = answer.encode()

    def tokens(self, text: str) -> list[int]:
        """Return the tokens of `text`."""
        return list(self._tokenizer.tokenize_str(text))

    def evaluate(self, tokens: Sequence[int], outputs: int = 1) -> NDArray[np.float32]:
        """Append `tokens`; one wanted token stands out of each row."""
        if len(self.held) + len(tokens) > self.context:
            raise Overflow
        self.evaluated.append(len(tokens))
        self.held += tokens
        ends = range(len(self.held) - outputs + 1, len(self.held) + 1)
        return np.stack([self._row(self.held[:end]) for end in ends])

    def keep(self, count: int) -> None:
        """Hold the first `count` tokens only."""
        del self.held[count:]

    def _row(self, held: Sequence[int]) -> NDArray[np.float32]:
        # The first token is the prompt's.
        said = bytes(self._tokenizer.decode_bytes(list(held[1:])))
        noise = np.random.default_rng(random.Random(said).randrange(2**32))  # noqa: S311
        row = noise.standard_normal(self.size, dtype=np.float32)
        if self._answer.startswith(said) and len(said) < len(self._answer):
            # Of enough for one token; what begins amid a character goes byte by byte.
            row[self._tokenizer.tokenize_bytes(self._answer[len(said) :][:64])[0]] = 100.0
        return row
