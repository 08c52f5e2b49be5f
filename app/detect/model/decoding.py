"""Writing the answer: the most likely token that the grammar allows, many in one pass.

What is likely to follow is proposed, and verified in one pass of the model: text that the grammar
forces, text copied from the message (prompt lookup decoding, Saxena 2023; speculative decoding,
arXiv 2211.17192, with greedy choice), and the rest of a standard tag. A proposed token is taken
only where it is the one that would have been chosen anyway, so the answer is the same as without.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from llguidance import LLMatcher, LLTokenizer
from numpy.typing import NDArray

from app.detect.model.answer import AnswerReader, Find, escaped, grammar, likely_rest
from app.detect.model.engine import Engine, Logits

# Characters of the message that are proposed at first, at least and at most. On a processor a
# proposed token costs about half of a pass of its own, so a wrong one must be rare.
_FIRST, _LEAST, _MOST = 16, 8, 64
# In one pass the sums are rounded a little differently than one by one. Two tokens that are this
# close (in logits) are decided by a pass for that token alone, so that both ways agree.
_CLOSE = 0.05

Row = NDArray[np.float32]


@dataclass(slots=True)
class Effort:
    """What an answer took: passes of the model, and tokens that were written."""

    passes: int = 0
    tokens: int = 0


class Decoder:
    """Writes answers with one engine."""

    def __init__(self, engine: Engine, tokenizer: LLTokenizer, *, proposing: bool = True) -> None:
        """Use `engine`; `tokenizer` is llguidance's over the same vocabulary.

        Without `proposing` each token takes a pass: the plain way, to compare with.
        """
        self._engine = engine
        self._tokenizer = tokenizer
        self._proposing = proposing
        self._mask = np.zeros((engine.size + 31) // 32, dtype=np.int32)

    def answer(self, message: str, logits: Logits, effort: Effort) -> Iterator[Find]:
        """Yield what is private in `message`, each as soon as it is written whole.

        The engine holds the prompt, and `logits` are those after it. Counts into `effort`. Raises
        `Stopped` or `Overflow` of the engine.
        """
        answer = _Answer(message, self._matcher(message))
        token, _ = self._best(answer.matcher, logits[-1])
        while True:
            yield from self._take(answer, token, effort)
            if answer.ended:
                return
            tokens = [token, *(self._proposal(answer) if self._proposing else [])]
            before = len(self._engine.held)
            rows = self._evaluate(tokens, effort)
            right = 1
            token, sure = self._best(answer.matcher, rows[0])
            while right < len(tokens) and sure and token == tokens[right]:
                yield from self._take(answer, token, effort)
                if answer.ended:
                    return
                token, sure = self._best(answer.matcher, rows[right])
                right += 1
            answer.learn(right - 1, len(tokens) - 1)
            self._engine.keep(before + right)
            if len(tokens) > 1 and not sure:
                self._engine.keep(before + right - 1)
                token, _ = self._best(
                    answer.matcher, self._evaluate(tokens[right - 1 : right], effort)[0]
                )

    def _matcher(self, message: str) -> LLMatcher:
        matcher = LLMatcher(self._tokenizer, grammar(message), log_level=0)
        if matcher.is_error():
            # Never the error itself: it may quote the grammar, which holds the message.
            raise RuntimeError("the grammar was not accepted")
        return matcher

    def _evaluate(self, tokens: Sequence[int], effort: Effort) -> Logits:
        effort.passes += 1
        return self._engine.evaluate(tokens, outputs=len(tokens))

    def _take(self, answer: "_Answer", token: int, effort: Effort) -> Iterator[Find]:
        effort.tokens += 1
        yield from answer.take(token, self._tokenizer.decode_bytes([token]))

    def _proposal(self, answer: "_Answer") -> list[int]:
        forced = list(answer.matcher.compute_ff_tokens())
        if forced:
            return forced
        rest = likely_rest(answer.escaped, answer.reader.text, answer.longest)
        if not rest:
            return []
        # The tokens that the rest has by itself; the last may go on in the message.
        tokens = self._engine.tokens(rest)
        return tokens[: answer.matcher.validate_tokens(tokens)]

    def _best(self, matcher: LLMatcher, row: Row) -> tuple[int, bool]:
        """Return the likeliest token that is allowed, and whether no other is close to it."""
        matcher.unsafe_compute_mask_ptr(self._mask.ctypes.data, self._mask.nbytes)
        bits = np.unpackbits(self._mask.view(np.uint8), bitorder="little")
        allowed = np.flatnonzero(bits[: self._engine.size])
        likely = row[allowed]
        best = int(np.argmax(likely))
        highest = likely[best]
        likely[best] = -np.inf
        return int(allowed[best]), bool(highest - likely.max() > _CLOSE)


class _Answer:
    """An answer that is being written."""

    def __init__(self, message: str, matcher: LLMatcher) -> None:
        self.escaped = escaped(message)
        self.matcher = matcher
        self.reader = AnswerReader(message)
        self.longest = _FIRST
        self.ended = False

    def take(self, token: int, data: bytes) -> Iterator[Find]:
        """Go on with `token`, whose bytes are `data`; yield what is whole now."""
        if not self.matcher.consume_token(token):
            raise RuntimeError("a chosen token was not allowed")
        yield from self.reader.feed(data)
        self.ended = self.matcher.is_stopped() or self.reader.repeats

    def learn(self, right: int, proposed: int) -> None:
        """Propose more where proposals hold, and less where they do not."""
        if proposed:
            longer = self.longest * 2 if right == proposed else self.longest // 2
            self.longest = min(max(longer, _LEAST), _MOST)
