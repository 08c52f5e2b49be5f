"""Finding which of very many known texts starts at an offset, without trying each of them."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Generic, TypeVar

from app.privacy.heads import head

K = TypeVar("K")

# A text is filed under its first 3, 8, 24 ... characters. At an offset one look-up for each
# length says whether to go on, and a bit for each length which slices to look up.
_STEPS = (3, 8, 24, 80, 240, 800, 2_400, 8_000)


class Prefixes(Generic[K]):
    """Texts and what each belongs to. Memory: one entry a text and one for each step it reaches.

    A text belongs to the key that was added first; the others wait.
    """

    def __init__(self) -> None:
        self._keys: dict[str, list[K]] = {}
        self._lengths: dict[str, int] = {}  # prefix -> bits: bit 0 goes on, bit n + 1 length + n
        self._short: set[str] = set()  # those of one or two characters
        self._stale = 0

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, text: str, key: K) -> None:
        """File `text`, which is not empty, under `key`."""
        keys = self._keys.setdefault(text, [])
        if key not in keys:
            keys.append(key)
        if len(keys) == 1:
            self._file(text)
            if len(text) < _STEPS[0]:
                self._short.add(text)

    def _file(self, text: str) -> None:
        last = 0
        for step in _STEPS:
            if step > len(text):
                break
            if last:
                self._lengths[text[:last]] |= 1
            last = step
            self._lengths.setdefault(text[:step], 0)
        if last:
            self._lengths[text[:last]] |= 2 << (len(text) - last)

    def discard(self, text: str, key: K) -> None:
        """Forget that `text` belongs to `key`, if it does."""
        keys = self._keys.get(text, [])
        if key in keys:
            keys.remove(key)
        if text in self._keys and not keys:
            del self._keys[text]
            self._short.discard(text)
            self._stale += 1
            # What is left of a forgotten text only costs time; cleared once that adds up.
            if self._stale > 16 + len(self._keys) // 4:
                self._stale = 0
                self._lengths.clear()
                for other in self._keys:
                    self._file(other)

    def starting(self, heads: Collection[str]) -> Collection[str]:
        """Return those of `heads` with which some text starts, and perhaps more."""
        lengths = self._lengths
        if self._short:
            return heads
        return {each for each in heads if len(each) < _STEPS[0] or each[: _STEPS[0]] in lengths}

    def at(self, text: str, start: int, _least: int) -> Iterator[tuple[int, K]]:
        """Yield (end, key) for each known text that starts at `start`, longest first."""
        found: list[tuple[int, int]] = []
        for step in _STEPS:
            bits = self._lengths.get(text[start : start + step], 0)
            if not bits or start + step > len(text):
                break
            found.append((step, bits >> 1))
            if not bits & 1:
                break
        for step, lengths in reversed(found):
            rest = lengths
            while rest:
                length = step + rest.bit_length() - 1
                rest ^= 1 << (rest.bit_length() - 1)
                keys = self._keys.get(text[start : start + length])
                if keys and start + length <= len(text):
                    yield start + length, keys[0]
        for length in (2, 1):
            keys = self._keys.get(text[start : start + length])
            if keys and start + length <= len(text):
                yield start + length, keys[0]


class WordPrefixes(Prefixes[K]):
    """Texts that are found as whole words only, so that their first pieces say where to look."""

    def __init__(self) -> None:
        super().__init__()
        self._heads: Counter[str] = Counter()

    def add(self, text: str, key: K) -> None:
        """File `text`, which is not empty, under `key`."""
        if text not in self._keys:
            self._heads[head(text)] += 1
        super().add(text, key)

    def discard(self, text: str, key: K) -> None:
        """Forget that `text` belongs to `key`, if it does."""
        there = text in self._keys
        super().discard(text, key)
        if there and text not in self._keys:
            first = head(text)
            self._heads[first] -= 1
            if not self._heads[first]:
                del self._heads[first]

    def starting(self, heads: Collection[str]) -> Collection[str]:
        """Return those of `heads` with which some text starts."""
        return self._heads.keys() & heads
