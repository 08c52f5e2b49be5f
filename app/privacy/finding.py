"""The rules by which a known value stands in a text, wherever the values are kept.

The values of a run are in memory, those of the vault in its database; both are found by the
rules of this one class.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from app.privacy.compact import LEAST_DIGITS, LEAST_SPELLED, Run
from app.privacy.heads import UNSPACED, places
from app.privacy.prepared import Prepared

K = TypeVar("K")
K_co = TypeVar("K_co", covariant=True)

_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
# A country code is 1 to 3 digits (ITU-T E.164) and may stand before a number that is known
# without one, or be missing before one that is known with it.
COUNTRY_CODE = 3


@dataclass(frozen=True, slots=True)
class Known(Generic[K]):
    """A known value in a text: code point offsets, end exclusive, and whose it is."""

    start: int
    end: int
    key: K


class Forms(Protocol[K_co]):
    """Folded texts, each belonging to a key; the texts of a value are its forms."""

    def __len__(self) -> int:
        """Return the number of forms, or any other number above 0 when there are some."""
        ...

    def starting(self, heads: Collection[str]) -> Collection[str]:
        """Return those of `heads` with which some form starts, and perhaps more."""
        ...

    def at(self, text: str, start: int, least: int) -> Iterator[tuple[int, K_co]]:
        """Yield (end, key) for each form at `start` of `text`, longest first.

        Forms that are shorter than `least` may be left out.
        """
        ...


class Finder(Generic[K]):
    """Finds values in texts. Use from one thread."""

    def __init__(self, words: Forms[K], numbers: Forms[K]) -> None:
        """Find the forms of `words`, and those of `numbers` whatever separates their digits."""
        self._words = words
        self._numbers = numbers

    def __len__(self) -> int:
        """Return 0 when there is nothing to find."""
        return len(self._words)

    def find(self, text: str | Prepared) -> list[Known[K]]:
        """Return the known values in `text`, in order, not overlapping.

        Also across markup, and of joined words (see `markup`). The longest wins. Where two overlap
        and neither holds the other, both together are one find under the key of the longer, so that
        no half stays visible.
        """
        if not len(self):
            return []
        prepared = Prepared(text) if isinstance(text, str) else text
        hits = self._plain(prepared)
        if prepared.unmarked is None:
            hits += self._in_joined(prepared)
        else:
            view, bare = prepared.unmarked
            hits += [
                Known(*view.original(hit.start, hit.end), hit.key)
                for hit in (*self._plain(bare), *self._in_joined(bare))
            ]
        return apart(hits)

    def _plain(self, prepared: Prepared) -> list[Known[K]]:
        """Return the known values in a text as it stands, perhaps overlapping."""
        view = prepared.folded
        hits = self._in_words(view.text, prepared.heads)
        if prepared.loose is not None:
            # Values of unspaced scripts that were written with spaces in them.
            kept = prepared.loose.kept
            hits += [
                Known(kept[hit.start], kept[hit.end - 1] + 1, hit.key)
                for hit in self._in_words(prepared.loose.text, prepared.loose.heads)
            ]
        if len(self._numbers):
            hits += self._in_numbers(view.text, prepared.runs)
        return [Known(*view.original(hit.start, hit.end), hit.key) for hit in hits]

    def _in_joined(self, prepared: Prepared) -> Iterator[Known[K]]:
        """Yield the values of several words among joined ones; "user" is none in `user_id`."""
        if prepared.unjoined is None:
            return
        view, words = prepared.unjoined
        for hit in self._plain(words):
            start, end = view.original(hit.start, hit.end)
            if prepared.text[start:end] != words.text[hit.start : hit.end]:
                yield Known(start, end, hit.key)

    def _in_words(self, text: str, heads: Collection[str]) -> list[Known[K]]:
        hits: list[Known[K]] = []
        live = self._words.starting(heads)
        for start, head in places(text, live) if live else ():
            for end, key in self._words.at(text, start, len(head)):
                if _whole(text, start, end):
                    hits.append(Known(start, end, key))
                    break
        return hits

    def _in_numbers(self, text: str, runs: Iterable[Run]) -> list[Known[K]]:
        hits: list[Known[K]] = []
        candidates = [each for run in runs for each in _candidates(run)]
        live = self._numbers.starting({each.head for each in candidates})
        for each in candidates:
            if each.head not in live:
                continue
            run, ends = each.run, each.ends
            for end, key in self._numbers.at(run.text, each.start, len(each.head)):
                if end in ends and _counts(run, each.first, ends[end], end - each.start):
                    begin = _with_country_code(text, run, each.first, each.start)
                    hits.append(Known(begin, run.groups[ends[end]].end, key))
                    break
        return hits


def apart(hits: Iterable[Known[K]]) -> list[Known[K]]:
    """Return `hits` in order, not overlapping, as `Finder.find` does."""
    result: list[Known[K]] = []
    for hit in sorted(hits, key=lambda each: (each.start, -each.end)):
        last = result[-1] if result else None
        if last is None or hit.start >= last.end:
            result.append(hit)
        elif hit.end > last.end:
            longer = last if last.end - last.start >= hit.end - hit.start else hit
            result[-1] = Known(last.start, hit.end, longer.key)
    return result


@lru_cache(maxsize=4096)
def _spaced(char: str) -> bool:
    """Say whether `char` is a word's character in a script with spaces between words."""
    if _IS_UNSPACED.match(char):
        return False
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M"


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether a value at `start`, `end` of a folded text stands there as a whole.

    A word must not go on on either side, nor a number past a decimal point or comma; a single
    character of an unspaced script must not be part of a longer run, as 李 is in 行李.
    """
    first, last = text[start], text[end - 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and _spaced(first) and _spaced(before):
        return False
    if after and _spaced(last) and _spaced(after):
        return False
    if first.isdigit() and before and before in ".," and text[start - 2 : start - 1].isdigit():
        return False
    if last.isdigit() and after and after in ".," and text[end + 1 : end + 2].isdigit():
        return False
    if end - start == 1 and _IS_UNSPACED.match(first):
        return not (_IS_UNSPACED.match(before) or _IS_UNSPACED.match(after))
    return True


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Where a known number may start in a run: in group `first`, at `start` of its joined text.

    It ends with a group; `ends` are these by their end in the joined text, and `head` is what
    the number starts with if it is there at all.
    """

    run: Run
    first: int
    start: int
    ends: dict[int, int]
    head: str


def _candidates(run: Run) -> Iterator[_Candidate]:
    places_of = [
        offset + len(group.text) for group, offset in zip(run.groups, run.offsets, strict=True)
    ]
    ends = {end: i for i, end in enumerate(places_of)}
    for first, start in _number_starts(run):
        for at in range(first, len(places_of)):
            end = places_of[at]
            if end - start >= LEAST_SPELLED:
                yield _Candidate(run, first, start, ends, run.text[start:end])
                break


def _number_starts(run: Run) -> Iterator[tuple[int, int]]:
    """Yield (group, offset) where a known number may start in the joined text of `run`."""
    for i, (group, offset) in enumerate(zip(run.groups, run.offsets, strict=True)):
        yield i, offset
        if len(group.text) > LEAST_DIGITS and group.text[: COUNTRY_CODE + 2].isdigit():
            for code in range(1, COUNTRY_CODE + 3):  # "00" may come before it
                yield i, offset + code


def _counts(run: Run, first: int, last: int, length: int) -> bool:
    """Say whether a number of `length` in these groups is long enough not to be chance."""
    if length >= LEAST_DIGITS:
        return True
    return any(group.spelled for group in run.groups[first : last + 1])


def _with_country_code(text: str, run: Run, first: int, start: int) -> int:
    """Return where the number begins in the folded text, with a country code before it."""
    if start != run.offsets[first]:  # the code is in the same group
        begin = run.groups[first].start
    elif first and len(run.groups[first - 1].text) <= COUNTRY_CODE + 2:
        before = run.groups[first - 1]
        plus = text[before.start - 1 : before.start] == "+"
        coded = before.text.isdigit() and (plus or before.text.startswith("00"))
        begin = before.start if coded else run.groups[first].start
    else:
        begin = run.groups[first].start
    opening = text[begin - 1 : begin]
    return begin - 1 if opening in ("+", "(") else begin
