"""Writing the answer: the most likely token that the grammar allows, many in one pass.

Text that the grammar forces is not computed but only taken in, together with what follows it. What
is likely to follow is proposed, and verified in one pass of the model: text copied from the message
(prompt lookup decoding, Saxena 2023; speculative decoding, arXiv 2211.17192, with greedy choice),
and the rest of a standard tag. A proposed token is taken only where it is the one that would have
been chosen anyway, so the answer is the same as without.
"""

import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from llguidance import LLMatcher, LLTokenizer
from llguidance.llamacpp import lltokenizer_from_vocab
from numpy.typing import NDArray

from app.detect.model.answer import AnswerReader, Find, escaped, grammar, likely_copy, likely_tag
from app.detect.model.engine import Engine, Unusable

# Tokens that are proposed at first, at least and at most. On a processor a proposed token costs
# about half of a pass of its own, so a wrong one must be rare.
_FIRST, _LEAST, _MOST = 4, 2, 16
# In one pass the sums are rounded a little differently than one by one. Two tokens that are this
# close (in logits) are decided by a pass for that token alone, so that both ways agree.
_CLOSE = 0.05

# Characters that a token has at most, or nearly always.
_WIDEST = 16

Row = NDArray[np.float32]
Rows = NDArray[np.float32]


class Evaluates(Protocol):
    """What of an `Engine` writing an answer needs."""

    size: int
    context: int
    held: list[int]

    def tokens(self, text: str) -> list[int]:
        """Return the tokens of `text`."""
        ...

    def evaluate(self, tokens: Sequence[int], outputs: int = 1) -> Rows:
        """Append `tokens` and return the logits after the last `outputs` of them."""
        ...

    def keep(self, count: int) -> None:
        """Hold the first `count` tokens only."""
        ...


@dataclass(slots=True)
class Effort:
    """What an answer took.

    `passes` are those of the model after the one for the prompt, `tokens` those written, forced
    ones included. Of the seconds, `prompt_seconds` went to the prompt and `pass_seconds` to the
    passes; what is left was spent on the grammar and on choosing.
    """

    passes: int = 0
    tokens: int = 0
    prompt_seconds: float = 0.0
    pass_seconds: float = 0.0


def tokenizer_of(engine: Engine) -> LLTokenizer:
    """Return llguidance's tokeniser over the model's vocabulary.

    Raises `Unusable` for a vocabulary that it cannot take.
    """
    try:
        with warnings.catch_warnings():
            # It calls llama.cpp by names that are deprecated.
            warnings.simplefilter("ignore", DeprecationWarning)
            return lltokenizer_from_vocab(engine.vocab)
    except (ValueError, RuntimeError, OverflowError, AssertionError) as error:
        raise Unusable(type(error).__name__) from None


class Decoder:
    """Writes answers with one engine."""

    def __init__(
        self, engine: Evaluates, tokenizer: LLTokenizer, *, proposing: bool = True
    ) -> None:
        """Use `engine`; `tokenizer` is llguidance's over the same vocabulary.

        Without `proposing` each token takes a pass: the plain way, to compare with.
        """
        self._engine = engine
        self._tokenizer = tokenizer
        self._proposing = proposing
        self._mask = np.zeros((engine.size + 31) // 32, dtype=np.int32)

    def answer(self, message: str, prompt: Sequence[int], effort: Effort) -> Iterator[Find]:
        """Yield what is private in `message`, each as soon as it is written whole.

        `message` is `readable` and not only white space. `prompt` are the tokens that the engine
        does not hold yet, at least one. Adds to `effort`. Raises what the engine does.
        """
        answer = _Answer(message, self._tokenizer)
        begun = time.monotonic()
        # Every answer opens in the same way: that is as good as asked.
        row = self._engine.evaluate([*prompt, *answer.force()])[-1]
        effort.prompt_seconds += time.monotonic() - begun
        first, _ = self._best(answer.matcher, row)
        token: int | None = first
        while token is not None:
            answer.take(token)
            taken = [token, *(answer.force() if self._proposing else [])]
            yield from answer.news()
            token = None if answer.ended else self._next(answer, taken, effort)
            effort.tokens = answer.tokens
        yield from answer.news()

    def _next(self, answer: "_Answer", taken: Sequence[int], effort: Effort) -> int | None:
        """Return the token after those `taken`, which the engine does not hold yet.

        What was proposed and is right is taken before it. None where that ends the answer.
        """
        engine = self._engine
        room = engine.context - len(engine.held) - len(taken)
        guess = answer.guess(engine.tokens)[: max(0, room)] if self._proposing else []
        tokens = [*taken, *guess]
        known = len(engine.held) + len(taken)
        rows = self._evaluate(tokens, len(guess) + 1, effort)
        right = 0
        token, sure = self._best(answer.matcher, rows[0])
        while right < len(guess) and sure and token == guess[right]:
            answer.take(token)
            if answer.ended:
                return None
            right += 1
            token, sure = self._best(answer.matcher, rows[right])
        answer.learn(right, len(guess))
        engine.keep(known + right)
        if len(tokens) > 1 and not sure:
            engine.keep(known + right - 1)
            last = tokens[len(taken) + right - 1]
            token, _ = self._best(answer.matcher, self._evaluate([last], 1, effort)[0])
        return token

    def _evaluate(self, tokens: Sequence[int], outputs: int, effort: Effort) -> Rows:
        begun = time.monotonic()
        rows = self._engine.evaluate(tokens, outputs)
        effort.passes += 1
        effort.pass_seconds += time.monotonic() - begun
        return rows

    def _best(self, matcher: LLMatcher, row: Row) -> tuple[int, bool]:
        """Return the likeliest token that is allowed, and whether no other is close to it."""
        matcher.unsafe_compute_mask_ptr(self._mask.ctypes.data, self._mask.nbytes)
        bits = np.unpackbits(self._mask.view(np.uint8), count=len(row), bitorder="little")
        allowed = np.flatnonzero(bits)
        if not allowed.size:
            raise RuntimeError("the grammar allows nothing")
        likely = row[allowed]
        best = int(np.argmax(likely))
        highest = likely[best]
        likely[best] = -np.inf
        return int(allowed[best]), bool(highest - likely.max() > _CLOSE)


class _Answer:
    """An answer that is being written."""

    def __init__(self, message: str, tokenizer: LLTokenizer) -> None:
        self.matcher = LLMatcher(tokenizer, grammar(message), log_level=0)
        if self.matcher.is_error():
            # Never the error itself: it may quote the grammar, which holds the message.
            raise RuntimeError("the grammar was not accepted")
        self.tokens = 0
        self.ended = False
        self._tokenizer = tokenizer
        self._escaped = escaped(message)
        self._reader = AnswerReader(message)
        self._news: list[Find] = []
        self._longest = _FIRST
        self._copying = False

    def take(self, token: int) -> None:
        """Go on with `token`."""
        if not self.matcher.consume_token(token):
            raise RuntimeError("a chosen token was not allowed")
        self.tokens += 1
        self._news += self._reader.feed(self._tokenizer.decode_bytes([token]))
        self.ended = self.matcher.is_stopped() or self._reader.loops

    def force(self) -> list[int]:
        """Go on with all that the grammar forces; return those tokens."""
        forced: list[int] = []
        while not self.ended and (tokens := self.matcher.compute_ff_tokens()):
            for token in tokens:
                if not self.ended:
                    self.take(token)
                    forced.append(token)
        return forced

    def guess(self, tokens: Callable[[str], list[int]]) -> list[int]:
        """Return what may well follow; `tokens` are those of a text."""
        begun = self._reader.begun
        copied = likely_copy(self._escaped, begun)
        self._copying = bool(copied)
        # The tokens that the rest has by itself; a text may end amid the last.
        likely = (
            tokens(copied[: self._longest * _WIDEST])[: self._longest]
            if copied
            else tokens(likely_tag(begun))
        )
        return likely[: self.matcher.validate_tokens(likely)] if likely else []

    def learn(self, right: int, proposed: int) -> None:
        """Copy more where proposals hold, and less where they do not."""
        if self._copying and proposed:
            longer = self._longest * 2 if right == proposed else self._longest // 2
            self._longest = min(max(longer, _LEAST), _MOST)

    def news(self) -> Iterator[Find]:
        """Yield what is whole and was not told before."""
        told, self._news = self._news, []
        yield from told
