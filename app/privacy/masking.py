"""Hiding spans behind placeholders, so that restoring gives back exactly what was typed.

Three things would break that promise, and each is settled by hiding more, never less:
text of the user's own that reads as a placeholder is hidden as a literal; a span in an address is
hidden together with the address before it, because a placeholder there would stay one; a span in
a JSON string, whose value restoring would escape, is hidden together with the string.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.privacy.kinds import Kinds
from app.privacy.levels import LITERAL_TYPE, Level
from app.privacy.placeholder import Placeholder
from app.privacy.recognition import Recogniser
from app.privacy.restoring import json_escaped
from app.privacy.scanning import Scanner
from app.privacy.span import Span

# Hiding more can change how the rest reads, so it is looked at again. A text that still is not
# settled after this many rounds is hidden as a whole.
_ROUNDS = 12
_PROVISIONAL = str(Placeholder("Hidden", 1))
# What stands in place of a value that no reply can bring back.
COMPLETE_MASK = "***"
_REST_OF_STRING = re.compile(r'(?:[^"\\\n]|\\[^\n])*+"')


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a masked text: as it leaves, as it was typed, and the placeholder if hidden."""

    text: str
    original: str
    placeholder: Placeholder | None


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The text as it leaves."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def original(self) -> str:
        """The text as it was typed."""
        return "".join([piece.original for piece in self.pieces])

    def typed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the place as typed of a place in `text`, no placeholder cut.

        None where the place is one placeholder or a part of it.
        """
        at = typed = 0
        first = last = 0
        for piece in self.pieces:
            beyond = at + len(piece.text)
            whole = piece.placeholder is not None
            if at <= start < beyond:
                if whole and end <= beyond:
                    return None
                first = typed if whole else typed + start - at
            if at < end <= beyond:
                last = typed + (len(piece.original) if whole else end - at)
            at = beyond
            typed += len(piece.original)
        return first, last


@dataclass(frozen=True, slots=True)
class Fixed:
    """A place of the text that holds a placeholder already, and which one if that is known."""

    start: int
    end: int
    placeholder: Placeholder | None


@dataclass(frozen=True, slots=True, order=True)
class _Cover:
    """A stretch of the text as typed that one placeholder will stand for."""

    start: int
    end: int


def mask(
    text: str,
    hidden: Sequence[Span],
    placeholder_for: Callable[[Span], Placeholder],
    kinds: Kinds,
    fixed: Sequence[Fixed] = (),
) -> Masked:
    """Replace the `hidden` spans of `text` by placeholders.

    `hidden` is sorted and does not overlap; `ValueError` otherwise, and for a placeholder that
    would not be read back. `placeholder_for` is asked for each span as given, in order, so that
    the caller knows each value even where a wider stretch is hidden in its place, and then for
    each wider stretch: a span of the type and level of the most harmful span in it, or of
    `LITERAL_TYPE` when none is in it, with source "literal".

    `fixed`, sorted and not overlapping, are places that stay as they are, unless they must be
    hidden together with something beside them.

    A `Restorer` with the same `kinds` that has the originals of the pieces, in order, gives back
    `text` from the result, at every cut of a stream.
    """
    _check(text, hidden)
    recogniser = Recogniser(kinds)
    covers = _settled(
        _Draft(text, [_Cover(span.start, span.end) for span in hidden], fixed), recogniser
    )
    given = {_Cover(span.start, span.end): placeholder_for(span) for span in hidden}
    names: list[Placeholder] = []
    for cover, inner in zip(covers, _inside(covers, hidden), strict=True):
        name = given.get(cover)
        names.append(name or placeholder_for(_widened(text, cover, inner)))
    for name in set(names):
        if not recogniser.reads(name):
            raise ValueError("a placeholder of this kind would not be read back")
    return Masked(tuple(_pieces(text, covers, names, fixed)))


def completely(masked: Masked) -> Masked:
    """Return `masked` with all placeholders made one and the same, so that none restores."""
    return Masked(
        tuple(
            piece if piece.placeholder is None else replace(piece, text=COMPLETE_MASK)
            for piece in masked.pieces
        )
    )


def _check(text: str, hidden: Sequence[Span]) -> None:
    at = 0
    for span in hidden:
        if span.start < at or text[span.start : span.end] != span.text:
            raise ValueError("hidden spans must be sorted, apart and from this text")
        at = span.end


def _settled(draft: "_Draft", recogniser: Recogniser) -> Sequence[_Cover]:
    """Return wider covers under which everything reads back as typed."""
    for _ in range(_ROUNDS):
        faults = list(_faults(draft, recogniser))
        if not faults:
            return draft.covers
        draft = _Draft(draft.typed, _merged([*draft.covers, *faults]), draft.fixed)
    return [_Cover(0, len(draft.typed))]


class _Draft:
    """A masked text with provisional placeholders, and the way back to the text as typed."""

    def __init__(self, typed: str, covers: Sequence[_Cover], fixed: Sequence[Fixed]) -> None:
        self.typed = typed
        self.covers = covers
        self.fixed = fixed
        self._stays = {(place.start, place.end) for place in fixed}
        parts: list[str] = []
        self._starts: list[int] = []  # of each cover, in the masked text
        at = length = 0
        for cover in covers:
            length += cover.start - at
            self._starts.append(length)
            parts += (typed[at : cover.start], _PROVISIONAL)
            length += len(_PROVISIONAL)
            at = cover.end
        self.text = "".join([*parts, typed[at:]])

    def exact(self, start: int, end: int) -> _Cover | None:
        """Return the cover whose placeholder is at `start`, `end` of the masked text."""
        index = bisect_left(self._starts, start)
        if end - start == len(_PROVISIONAL) and self._starts[index : index + 1] == [start]:
            return self.covers[index]
        return None

    def stands(self, cover: _Cover) -> bool:
        """Say whether `cover` is a place that stays as it is."""
        return (cover.start, cover.end) in self._stays

    def cover(self, start: int, end: int) -> _Cover:
        """Return what was typed at `start`, `end` of the masked text, no cover cut."""
        return _Cover(self._original(start, last=False), self._original(end - 1, last=True))

    def _original(self, offset: int, *, last: bool) -> int:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset + last
        cover = self.covers[index]
        beyond = offset - self._starts[index] - len(_PROVISIONAL)
        if beyond < 0:
            return cover.end if last else cover.start
        return cover.end + beyond + last


def _faults(draft: _Draft, recogniser: Recogniser) -> Iterator[_Cover]:
    """Yield what must be hidden besides, given what the masked text would be read as."""
    read = 0
    for stretch in Scanner(recogniser).feed(draft.text, final=True):
        if stretch.token is None:
            continue
        end = stretch.at + len(stretch.text)
        cover = draft.exact(stretch.at, end)
        read += cover is not None
        if cover is None and draft.stands(draft.cover(stretch.at, end)):
            continue
        if stretch.protected:
            yield draft.cover(stretch.opened, end)
        elif cover is None:
            yield draft.cover(stretch.at, end)
        elif stretch.json and _escapes(draft.typed[cover.start : cover.end]):
            wide = draft.cover(stretch.opened, end)
            rest = _REST_OF_STRING.match(draft.typed, wide.end)
            yield _Cover(wide.start, rest.end() if rest else wide.end)
    if read < len(draft.covers):
        yield _Cover(0, len(draft.typed))


def _escapes(value: str) -> bool:
    return json_escaped(value) != value


def _merged(covers: Iterable[_Cover]) -> list[_Cover]:
    """Return `covers` sorted, those that overlap made one."""
    result: list[_Cover] = []
    for cover in sorted(covers):
        if result and cover.start < result[-1].end:
            result[-1] = _Cover(result[-1].start, max(result[-1].end, cover.end))
        else:
            result.append(cover)
    return result


def _inside(covers: Sequence[_Cover], hidden: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield for each cover the hidden spans in it."""
    at = 0
    for cover in covers:
        inner: list[Span] = []
        while at < len(hidden) and hidden[at].end <= cover.end:
            inner.append(hidden[at])
            at += 1
        yield inner


def _widened(text: str, cover: _Cover, inner: Sequence[Span]) -> Span:
    """Return the span that stands for a cover wider than the spans in it, if any."""
    value = text[cover.start : cover.end]
    worst = max(inner, key=lambda span: span.level, default=None)
    if worst is None:
        return Span(
            cover.start, cover.end, value, LITERAL_TYPE, Level.PL1, "literal", "placeholder", 1.0
        )
    return replace(worst, start=cover.start, end=cover.end, text=value, source="literal")


def _pieces(
    text: str, covers: Sequence[_Cover], names: Sequence[Placeholder], fixed: Sequence[Fixed]
) -> Iterator[Piece]:
    taken: list[tuple[int, int, str, Placeholder | None]] = [
        (cover.start, cover.end, str(name), name) for cover, name in zip(covers, names, strict=True)
    ]
    ends = [cover.end for cover in covers]
    for place in fixed:
        after = bisect_right(ends, place.start)
        if after == len(covers) or place.end <= covers[after].start:
            own = text[place.start : place.end]
            taken.append((place.start, place.end, own, place.placeholder))
    at = 0
    for start, end, leaves, name in sorted(taken, key=lambda each: each[0]):
        if start > at:
            yield Piece(text[at:start], text[at:start], None)
        yield Piece(leaves, text[start:end], name)
        at = end
    if at < len(text):
        yield Piece(text[at:], text[at:], None)
