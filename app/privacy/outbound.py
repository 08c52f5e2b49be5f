"""The last look at a request: no hidden value may be in the bytes that are about to leave.

Masking is what hides values. This check knows nothing of masking; it reads the finished request
as a stranger would, decodes what is encoded, and refuses when a hidden value is in it.
"""

import enum
import itertools
import json
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.errors import KnownError
from app.privacy.compact import LEAST_DIGITS
from app.privacy.decoding import APART
from app.privacy.encoded import DEPTH, Budget, counts_among_bytes, find_encoded, is_long
from app.privacy.examined import LEAST_REMEMBERED, Examined
from app.privacy.finding import Finder, Known
from app.privacy.kinds import STANDARD_KINDS
from app.privacy.known import KnownValues
from app.privacy.markup import words_of
from app.privacy.normalise import fold
from app.privacy.placeholder import WRITTEN, Placeholder
from app.privacy.prepared import Prepared

# Keys under which the wire formats carry what was said.
_SAID = frozenset({"content", "text", "input", "prompt", "system", "arguments"})
_NAME = re.compile(r"[A-Za-z0-9_.:/@+-]{0,64}")
# Headers that the client library fills in; plain words in them name software.
_CLIENT_HEADERS = re.compile(
    r"(?:x-stainless-.*|accept.*|user-agent|connection|content-type|content-length|host|date"
    r"|anthropic-version|x-request-id)",
    re.IGNORECASE,
)
_OWN_PROSE = 20
# A value that is cut by the end of a string is found up to so many characters on either side.
_AROUND_CUT = 64
# In UTF-8. A shorter one is there by chance where two strings meet: "Li", "34", "王明".
_LEAST_CUT = 7
# No value that is a number has more digits.
_LONGEST_NUMBER = 64
# What the wire formats put into every request, whoever writes it: paths, keys, header names and
# values. "messages" as somebody's user name must not stop every request.
_WIRE_WORDS = (
    *("chat/completions", "models", "messages", "content", "stream", "system", "max_tokens"),
    *("accept", "accept-encoding", "identity", "application/json", "text/event-stream"),
    *("authorization", "x-api-key", "anthropic-version", "2023-06-01", "connection"),
    *("keep-alive", "content-length", "content-type", "user-agent", "Understudy", "localhost"),
)


class OutboundLeak(KnownError):
    """A hidden value is in a request. `placeholder` says which; the value is never told."""

    sentence = (
        "The request still held the value behind {placeholder}, so it was not sent. "
        "Nothing has left and your message is still here. Edit the message, or choose to keep "
        "that value in it, and send again."
    )


class OutboundUnreadable(KnownError):
    """A request could not be checked, so it must not leave."""

    sentence = (
        "The finished request could not be checked for private details, so it was not sent. "
        "Nothing has left and your message is still here. Try again."
    )


class _Where(enum.Enum):
    """Which part of a request a text comes from."""

    SAID = enum.auto()
    PROTOCOL = enum.auto()
    SOFTWARE = enum.auto()


# Texts by where they come from.
_Parts = dict[_Where, list[str]]


@dataclass(frozen=True, slots=True)
class _View:
    """A text to look for values in; `bare` when it was found among decoded bytes."""

    prepared: Prepared
    where: _Where
    bare: bool = False

    @property
    def text(self) -> str:
        """The text."""
        return self.prepared.text


class _Number(str):
    """A JSON number as written."""

    __slots__ = ()


class _Object(list[tuple[str, object]]):
    """A JSON object with all of its members, those of the same name too."""

    __slots__ = ()


class OutboundCheck:
    """Examines finished requests.

    In what was said (strings under keys such as "content", and any other string that is not a
    short name) every hidden value counts; one from 7 bytes of UTF-8 also where it begins at the
    end of a string and goes on in the next. In the rest (address, headers, keys, short names) a
    value counts from 6 bytes of UTF-8, one of digits from 7 digits, and JSON numbers from 7
    digits; so an age or a short name is never found in a status, a length or a time. In base64
    and hex a value counts from 6 bytes, a shorter one only within 16 readable characters.
    """

    def __init__(
        self,
        hidden: Finder[Placeholder] | Iterable[tuple[Placeholder, str, str]],
        own: Collection[str] = (),
        released: Collection[str] = (),
        examined: Examined[Placeholder] | None = None,
        given: Callable[[Placeholder], bool] = lambda _: True,
    ) -> None:
        """Take the hidden values, and `own`: strings that the app itself puts into requests.

        Own strings are host, path, model, role names, header values, an API key: not reported
        where they stand in the address, a header or alone in a string that was not said by
        anyone; and instructions: those of 20 characters or more with white space are not
        reported anywhere. `released` are values, folded, that the user chose to keep in this very
        request. Each item of `hidden` is a placeholder, its privacy type and value. `examined`
        remembers texts of earlier requests that held none of these very values. `given` says
        whether a placeholder was ever given: only such a one, of a kind that the app names, says
        nothing when a value reads like it.
        """
        self._hidden = hidden if isinstance(hidden, Finder) else _values(hidden)
        self._examined = examined
        self._given = given
        self._own = frozenset(own)
        # Kept inside a longer word, a value is found there by its words alone.
        self._released = _strings([*released, *map(words_of, released)])
        self._own_anywhere = _strings([*self._own, *_WIRE_WORDS])
        self._own_prose = _strings(s for s in self._own if len(s) >= _OWN_PROSE and " " in s)

    def examine(self, url: str, headers: Sequence[tuple[str, str]], body: bytes) -> None:
        """Return when no hidden value is in the request; otherwise raise `OutboundLeak`.

        A request that cannot be read to its end raises `OutboundUnreadable`.
        """
        try:
            leak = self._leak(_parts(url, headers, body, self._own))
        except Exception:  # noqa: BLE001 - whatever failed, an unchecked request must not leave
            raise OutboundUnreadable from None
        if leak is not None:
            raise OutboundLeak(placeholder=str(leak))

    def _leak(self, parts: _Parts) -> Placeholder | None:
        """Return whose value is in a request, None when it holds none."""
        for cut in _cuts(parts[_Where.SAID]):
            leak = self._leak_across(cut)
            if leak is not None:
                return leak
        short: list[str] = []
        for text in parts[_Where.SAID]:
            if self._examined is None or len(text) < LEAST_REMEMBERED:
                short.append(text)
            elif not self._examined.is_clear(text):
                leak = self._leak_in([_View(Prepared(text), _Where.SAID)], text)
                if leak is not None:
                    return leak
        parts[_Where.SAID] = short
        return self._leak_in(
            [_View(Prepared(APART.join(texts)), where) for where, texts in parts.items() if texts]
        )

    def _leak_in(self, outer: list[_View], text: str | None = None) -> Placeholder | None:
        """Return whose value is in some views; remember `text`, theirs, if nothing is."""
        seen: list[Prepared] = []
        clear = True
        for view in self._views(outer):
            seen.append(view.prepared)
            hits = self._hidden.find(view.prepared)
            if not hits:
                continue
            clear = False
            for hit in _outside(hits, self._excused(view)):
                if _counts(view, hit):
                    return hit.key
        # What was kept encoded is not decoded here, but may be when nothing is kept.
        kept = any(self._released.find(view.prepared) for view in outer)
        if clear and not kept and text is not None and self._examined is not None:
            self._examined.note(text, seen)
        return None

    def _leak_across(self, strings: Sequence[str]) -> Placeholder | None:
        """Return whose value runs from one of these strings into the next."""
        joined = [(glue.join(strings), len(glue)) for glue in ("", " ")]
        # No message is this text, for it begins with what parts texts.
        name = "".join(f"{APART}{text}" for text, _ in joined)
        if self._examined is not None and self._examined.is_clear(name):
            return None
        views = [_View(Prepared(text), _Where.SAID) for text, _ in joined]
        found = [self._hidden.find(view.prepared) for view in views]
        if not any(found) and self._examined is not None:
            self._examined.note(name, [view.prepared for view in views])
        for view, (_, glue), hits in zip(views, joined, found, strict=True):
            ends = list(itertools.accumulate(len(each) + glue for each in strings))
            cut = [hit for hit in hits if _is_cut(view.text, hit, ends, glue)]
            for hit in _outside(cut, self._excused(view) if cut else ()):
                return hit.key
        return None

    def _excused(self, view: _View) -> list[tuple[int, int]]:
        """Return the places of a view in which a value says nothing."""
        own = self._own_prose if view.where is _Where.SAID else self._own_anywhere
        return [
            *((found.start, found.end) for found in own.find(view.prepared)),
            *((found.start, found.end) for found in self._released.find(view.prepared)),
            *self._placeholders(view.text),
        ]

    def _placeholders(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where placeholders stand as the app writes them: they say nothing."""
        for found in WRITTEN.finditer(text):
            placeholder = Placeholder(found[1], int(found[2]))
            if found[1] in STANDARD_KINDS and self._given(placeholder):
                yield found.span()

    def _views(self, outer: list[_View]) -> Iterator[_View]:
        """Yield `outer`, and what is encoded in them, to a depth of `DEPTH`.

        Raises `ValueError` when decoding grows beyond its bounds.
        """
        level = outer
        budget = Budget.of(sum(len(view.text) for view in level))
        for depth in range(DEPTH + 1):
            yield from level
            for view in level:
                budget.spend(len(view.text))
            if depth == 0:
                level = [self._without_kept(view) for view in level]
            level = [view for outer in level for view in _inner(outer)] if depth < DEPTH else []

    def _without_kept(self, view: _View) -> _View:
        """Return `view` without what was kept although a hidden value is encoded in it."""
        text = view.text
        parts: list[str] = []
        at = 0
        for place in self._released.find(view.prepared):
            if find_encoded(self._hidden, text[place.start : place.end]):
                parts.append(text[at : place.start])
                at = place.end
        if not parts:
            return view
        return replace(view, prepared=Prepared(APART.join([*parts, text[at:]])))


def _cuts(texts: Iterable[str]) -> Iterator[Sequence[str]]:
    """Yield what stands around the ends of texts that follow each other.

    Short texts stay together, so that a value in many pieces is in one of what is yielded.
    """
    around: list[str] = []
    for text in texts:
        around.append(text[:_AROUND_CUT])
        if len(text) > _AROUND_CUT:
            if len(around) > 1:
                yield around
            around = [text[-_AROUND_CUT:]]
    if len(around) > 1:
        yield around


def _is_cut(text: str, hit: Known[Placeholder], ends: Sequence[int], glue: int) -> bool:
    """Say whether a value goes on where a string ends, and is long enough not to be chance."""
    at = bisect_right(ends, hit.start)
    crosses = at < len(ends) and ends[at] < hit.end and hit.start < ends[at] - glue
    return crosses and len(fold(text[hit.start : hit.end]).encode("utf-8", "replace")) >= _LEAST_CUT


def _outside(
    hits: Sequence[Known[Placeholder]], excused: Iterable[tuple[int, int]]
) -> Iterator[Known[Placeholder]]:
    """Yield those of `hits` that lie within none of `excused`."""
    ordered = sorted(excused)
    at = reached = 0
    for hit in hits:
        while at < len(ordered) and ordered[at][0] <= hit.start:
            reached = max(reached, ordered[at][1])
            at += 1
        if hit.end > reached:
            yield hit


def _values(hidden: Iterable[tuple[Placeholder, str, str]]) -> KnownValues[Placeholder]:
    values: KnownValues[Placeholder] = KnownValues()
    for placeholder, privacy_type, text in hidden:
        values.add(placeholder, privacy_type, text)
    return values


def _strings(texts: Iterable[str]) -> KnownValues[int]:
    values: KnownValues[int] = KnownValues()
    for number, text in enumerate(texts):
        values.add(number, "", text)
    return values


def _parts(
    url: str, headers: Sequence[tuple[str, str]], body: bytes, own: Collection[str]
) -> _Parts:
    """Return the texts of a request. Raises `ValueError` for a body that is not UTF-8."""
    parts: _Parts = {_Where.SAID: [], _Where.PROTOCOL: [url], _Where.SOFTWARE: []}
    for name, value in headers:
        if name.lower() == "content-encoding" and value.strip().lower() != "identity":
            raise ValueError("a compressed body is not examined")
        if value not in own:
            where = _Where.SOFTWARE if _CLIENT_HEADERS.fullmatch(name) else _Where.PROTOCOL
            parts[where] += (name, value)
    text = body.decode("utf-8-sig")
    try:
        tree: object = json.loads(
            text, object_pairs_hook=_Object, parse_int=_Number, parse_float=_Number
        )
    except json.JSONDecodeError:
        parts[_Where.SAID].append(text)
    else:
        for where, leaf in _leaves(tree, own):
            parts[where].append(leaf)
    return parts


def _leaves(tree: object, own: Collection[str]) -> Iterator[tuple[_Where, str]]:
    """Yield the keys, strings and long numbers of a JSON document, strings in their order."""
    rest: list[tuple[str, object]] = [("", tree)]
    while rest:
        key, node = rest.pop()
        if isinstance(node, _Object):
            rest += reversed(node)
            for name, _ in node:
                yield _Where.PROTOCOL, name
        elif isinstance(node, list):
            rest += [(key, item) for item in reversed(node)]
        elif isinstance(node, _Number):
            yield from ((_Where.PROTOCOL, number) for number in _written(node))
        elif isinstance(node, str):
            if key in _SAID or not (node in own or _NAME.fullmatch(node)):
                yield _Where.SAID, node
            elif node not in own:
                yield _Where.PROTOCOL, node


def _written(number: str) -> Iterator[str]:
    """Yield a long JSON number as written, and as a whole number if it is written otherwise."""
    ways = [str(number)]
    if not number.lstrip("-").isdigit():
        value = Decimal(number)
        if abs(value.adjusted()) < _LONGEST_NUMBER:
            ways.append(format(value.to_integral_value(), "f"))
    for way in ways:
        if sum(map(str.isdigit, way)) >= LEAST_DIGITS:
            yield way


def _inner(view: _View) -> Iterator[_View]:
    for _, plain in view.prepared.plainer:
        yield replace(view, prepared=plain)
    for found in view.prepared.embedded:
        yield replace(view, prepared=found, bare=True)


def _counts(view: _View, hit: Known[Placeholder]) -> bool:
    """Say whether a value that was found is one, not chance.

    A short value says nothing in what is not a message: "Li", "34" and "user" are there by chance.
    """
    value = fold(view.text[hit.start : hit.end])
    if view.bare and not counts_among_bytes(view.text, hit.start, hit.end):
        return False
    if view.where is _Where.SAID or (view.bare and not is_long(value)):
        return True
    if view.where is _Where.SOFTWARE and value.isascii() and value.isalpha():
        return False
    digits = sum(map(str.isdigit, value))
    return is_long(value) and (digits >= LEAST_DIGITS or any(map(str.isalpha, value)))
