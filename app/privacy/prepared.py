"""A text made ready to be looked through for known values, folded and decoded once for everyone.

Reading a text looks for the vault's values, for those that are new, and for what was found in it,
and looks again at the masked text. What those searches have in common is most of their cost.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.privacy.compact import Run, runs
from app.privacy.compiling import compile_skipping
from app.privacy.decoding import as_seen, embedded, encoded_runs, unescaped, unquoted, wraps
from app.privacy.heads import UNSPACED, heads
from app.privacy.markup import unjoined, unmarked
from app.privacy.normalise import Folded, folded

LOOSE_SPACE = compile_skipping(rf"(?<=[{UNSPACED}]) (?=[{UNSPACED}])")
_BLOCK = 4_000
_REMEMBERED_LINES = 4_000
_REMEMBERED_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Loose:
    """A folded text without the spaces inside unspaced scripts.

    `kept` says where each of its characters stands in the folded text.
    """

    text: str
    kept: list[int]
    heads: frozenset[str]


class Prepared:
    """One text; everything about it is worked out when it is first asked for."""

    def __init__(self, text: str, decoded: "DecodedLines | None" = None) -> None:
        """`decoded` remembers what the lines of earlier texts held."""
        self.text = text
        self._decoded = decoded

    @cached_property
    def folded(self) -> Folded:
        """The text as values are compared."""
        return folded(self.text)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The pieces with which a known value in the folded text may start."""
        return heads(self.folded.text)

    @cached_property
    def loose(self) -> Loose | None:
        """The folded text with its loose spaces closed up; None where it has none."""
        text = self.folded.text
        kept: list[int] = []
        at = 0
        for match in LOOSE_SPACE.finditer(text):
            kept += range(at, match.start())
            at = match.end()
        if not at:
            return None
        kept += range(at, len(text))
        tight = LOOSE_SPACE.sub("", text)
        return Loose(tight, kept, heads(tight))

    @cached_property
    def runs(self) -> list[Run]:
        """What may be numbers in the folded text."""
        return runs(self.folded.text)

    @cached_property
    def unmarked(self) -> "tuple[Folded, Prepared] | None":
        """The text without its markup, with the way back; None where it has none."""
        return _prepared(unmarked(self.text))

    @cached_property
    def unjoined(self) -> "tuple[Folded, Prepared] | None":
        """The joined words of the text apart, with the way back; None where it has none."""
        return _prepared(unjoined(self.text))

    @cached_property
    def plainer(self) -> "tuple[tuple[Folded, Prepared], ...]":
        """The text without its escapes, without quoted-printable and as it is seen.

        With the ways back. Without what is not in it, there is none.
        """
        views = (unescaped(self.text), unquoted(self.text), as_seen(self.text))
        return tuple(
            (view, Prepared(view.text, self._decoded)) for view in views if view is not None
        )

    @cached_property
    def embedded(self) -> "tuple[Prepared, ...]":
        """What base64 and hex in the text hold, perhaps with what lines no longer in it held."""
        if self._decoded is not None and not wraps(self.text):
            return self._decoded.of(self.text)
        inner = embedded(self.text)
        return (Prepared(inner),) if inner else ()

    @property
    def alone(self) -> "Prepared":
        """The same text without what is remembered of others."""
        return Prepared(self.text)


class DecodedLines:
    """Remembers what the lines of texts hold in base64 and hex, so that an edit decodes one line.

    Lines that are new in the same text are decoded some together, which costs far less than one
    by one, and are remembered together.
    """

    def __init__(self) -> None:
        self._held: dict[str, Prepared | None] = {}
        self._characters = 0

    def of(self, text: str) -> tuple[Prepared, ...]:
        """Return what the lines of `text` hold, and those that were new together with them."""
        lines = dict.fromkeys(text.split("\n"))
        fresh = [line for line in lines if line not in self._held]
        self._characters += sum(map(len, fresh))
        if (
            self._characters > _REMEMBERED_CHARACTERS
            or len(self._held) + len(fresh) > _REMEMBERED_LINES
        ):
            self._held.clear()
            fresh = list(lines)
            self._characters = sum(map(len, fresh))
        self._held.update(dict.fromkeys(fresh))
        for block in _blocks(fresh):
            # The empty lines keep a run from going on in the next line.
            inner = embedded("\n\n".join(block))
            self._held.update(dict.fromkeys(block, Prepared(inner) if inner else None))
        held = map(self._held.__getitem__, lines)
        return tuple({id(one): one for one in held if one is not None}.values())


def _prepared(view: Folded | None) -> tuple[Folded, Prepared] | None:
    return None if view is None else (view, Prepared(view.text))


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Yield lines to decode together, so few that one of them does not bring much of the others.

    A line that cannot hold anything, as all texts have some, is in none.
    """
    block: list[str] = []
    size = 0
    for line in lines:
        if next(encoded_runs(line), None) is not None:
            block.append(line)
            size += len(line)
        if size > _BLOCK:
            yield block
            block, size = [], 0
    if block:
        yield block
