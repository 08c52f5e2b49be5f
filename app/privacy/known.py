"""Finding known values anywhere in a text, however they are written there.

A value that was hidden once must be hidden wherever it comes back: in a later message, a reply
that is sent again, a title, an encoded request.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from app.privacy.compact import LEAST_DIGITS, Run, compact
from app.privacy.levels import LITERAL_TYPE
from app.privacy.normalise import fold
from app.privacy.prefixes import Prefixes
from app.privacy.prepared import LOOSE_SPACE, UNSPACED, Prepared

K = TypeVar("K")

_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
# A country code is 1 to 3 digits (ITU-T E.164) and may stand before a number that is known
# without one, or be missing before one that is known with it.
_COUNTRY_CODE = 3


@dataclass(frozen=True, slots=True)
class Known(Generic[K]):
    """A known value in a text: code point offsets, end exclusive, and whose it is."""

    start: int
    end: int
    key: K


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


class KnownValues(Generic[K]):
    """The values to find, each under a key. Use from one thread.

    Adding, discarding and finding cost nothing for the values already there. Values compare
    folded (see `normalise`); numbers of at least 7 digits also without separators, with or
    without a country code, and of at least 6 when spelled out.
    """

    def __init__(self) -> None:
        self._texts: Prefixes[K] = Prefixes()
        self._numbers: Prefixes[K] = Prefixes()
        self._forms: dict[K, set[str]] = {}

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._forms)

    def add(self, key: K, privacy_type: str, text: str) -> None:
        """Find `text` from now on, too. A key may have several texts.

        A literal is no value, and a text without a visible character cannot be found; both are
        passed over.
        """
        form = fold(text)
        if privacy_type == LITERAL_TYPE or not form:
            return
        self._forms.setdefault(key, set()).add(form)
        for index, entry in self._entries(form):
            index.add(entry, key)

    def discard(self, key: K) -> None:
        """Find no text of `key` any more."""
        for form in self._forms.pop(key, ()):
            for index, entry in self._entries(form):
                index.discard(entry, key)

    def _entries(self, form: str) -> Iterator[tuple[Prefixes[K], str]]:
        yield self._texts, form
        tight = LOOSE_SPACE.sub("", form)
        if tight != form:
            yield self._texts, tight
        number = compact(form)
        if number:
            for entry in _number_forms(form, number):
                yield self._numbers, entry

    def find(self, text: str | Prepared) -> list[Known[K]]:
        """Return the known values in `text`, in order, not overlapping.

        The longest wins. Where two overlap and neither holds the other, both together are one
        find under the key of the longer, so that no half stays visible.
        """
        if not self._forms:
            return []
        prepared = Prepared(text) if isinstance(text, str) else text
        view = prepared.folded
        hits = self._words(view.text, prepared.starts)
        if prepared.loose is not None:
            # Values of unspaced scripts that were written with spaces in them.
            kept = prepared.loose.kept
            hits += [
                Known(kept[hit.start], kept[hit.end - 1] + 1, hit.key)
                for hit in self._words(prepared.loose.text, prepared.loose.starts)
            ]
        if len(self._numbers):
            hits += self._digits(view.text, prepared.runs)
        return [
            Known(*view.original(hit.start, hit.end), hit.key) for hit in _apart(sorted_hits(hits))
        ]

    def _words(self, text: str, starts: list[int]) -> list[Known[K]]:
        hits: list[Known[K]] = []
        for start in self._texts.among(text, starts):
            for end, key in self._texts.at(text, start):
                if _whole(text, start, end):
                    hits.append(Known(start, end, key))
                    break
        return hits

    def _digits(self, text: str, runs: Iterable[Run]) -> list[Known[K]]:
        hits: list[Known[K]] = []
        for run in runs:
            ends = {
                offset + len(group.text): i
                for i, (group, offset) in enumerate(zip(run.groups, run.offsets, strict=True))
            }
            for first, start in _number_starts(run):
                for end, key in self._numbers.at(run.text, start):
                    if end in ends and _counts(run, first, ends[end], end - start):
                        begin = _with_country_code(text, run, first, start)
                        hits.append(Known(begin, run.groups[ends[end]].end, key))
                        break
        return hits


def sorted_hits(hits: Iterable[Known[K]]) -> list[Known[K]]:
    """Return `hits` by start, longer ones first."""
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def _apart(hits: list[Known[K]]) -> list[Known[K]]:
    result: list[Known[K]] = []
    for hit in hits:
        last = result[-1] if result else None
        if last is None or hit.start >= last.end:
            result.append(hit)
        elif hit.end > last.end:
            longer = last if last.end - last.start >= hit.end - hit.start else hit
            result[-1] = Known(last.start, hit.end, longer.key)
    return result


def _number_forms(form: str, number: str) -> set[str]:
    """Return the ways of writing a number without separators: with and without country code."""
    forms = {number}
    international = form.lstrip("( ").startswith(("+", "00"))
    if international and number.isdigit():
        bare = number.removeprefix("00")
        forms.add(bare)
        for code in range(1, _COUNTRY_CODE + 1):
            national = bare[code:].removeprefix("0")
            if len(national) >= LEAST_DIGITS:
                forms |= {national, f"0{national}"}
    elif number.isdigit() and number[0] == "0" and len(number) > LEAST_DIGITS:
        forms.add(number[1:])  # the trunk prefix, missing after a country code
    return forms


def _number_starts(run: Run) -> Iterator[tuple[int, int]]:
    """Yield (group, offset) where a known number may start in the joined text of `run`."""
    for i, (group, offset) in enumerate(zip(run.groups, run.offsets, strict=True)):
        yield i, offset
        if len(group.text) > LEAST_DIGITS and group.text[: _COUNTRY_CODE + 2].isdigit():
            for code in range(1, _COUNTRY_CODE + 3):  # "00" may come before it
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
    elif first and len(run.groups[first - 1].text) <= _COUNTRY_CODE + 2:
        before = run.groups[first - 1]
        plus = text[before.start - 1 : before.start] == "+"
        coded = before.text.isdigit() and (plus or before.text.startswith("00"))
        begin = before.start if coded else run.groups[first].start
    else:
        begin = run.groups[first].start
    opening = text[begin - 1 : begin]
    return begin - 1 if opening in ("+", "(") else begin
