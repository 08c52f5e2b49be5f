"""Values apart from the word that names them: in the next line, the next cell, under a header."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.detect.builtin.field_kinds import Kind, kind_of
from app.detect.builtin.gate import OPEN
from app.detect.builtin.labelled import NameWords, fields, value_of
from app.detect.builtin.recogniser import Hit
from app.detect.builtin.view import View
from app.detect.detector import Profile

_LABEL = re.compile(
    r"[ \t>*•#-]{0,8}(?P<label>[^\n:：|,，。.!?=\d]{2,30}?)[*_]{0,2}[ \t]{0,2}(?P<colon>[:：]?)"
    r"[*_ \t]{0,4}"
)
_LONGEST_LABEL_LINE = 50
# What no such line has anywhere, as most lines of prose do.
_IN_NO_LABEL = re.compile(r"[|,，。.!?=\d]")
_VALUE = re.compile(r"[ \t>*•`\"'-]{0,8}(?P<value>[^\n]{2,120}?)[ \t`\"']{0,4}")
# A quoted field whose value stands in the next line.
_FIELD_OVER_LINES = re.compile(r"[\"']\s{0,4}(?::|=>|=)\s{0,3}\n|[\"']\s{0,3}\n\s{0,3}(?::|=>|=)")
_RULE_ROW = re.compile(r"[\s|:+-]{3,}")
_LONGEST_ROW = 2_000
_AROUND_CELLS = " *`\"'"
# What is known of a line is kept, because an edit changes one line of many.
_REMEMBERED_LINES = 4_000


class _Cell(NamedTuple):
    start: int
    end: int
    text: str


class _Line(NamedTuple):
    """A line as a label, and as the row of a table: what stands in its cells, cut by a sign."""

    label: Kind | None
    colon: bool
    sign: str
    cells: tuple[str, ...]
    kinds: tuple[Kind | None, ...]
    is_rule: bool


class LabelledOverLines:
    """Finds values by a label that stands above them or in the cell before. Reads whole texts."""

    gate = OPEN

    def __init__(self, names: NameWords) -> None:
        self._names = names
        self._lines: dict[str, _Line] = {}

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield values whose label names a kind of private fact and which look like one."""
        text = view.text
        if "\n" not in text and "|" not in text and "\t" not in text:
            return
        typed = text.split("\n")
        lines = list(map(self._read, typed))
        one, several = _tables(typed, lines)
        alone = [*_below(typed, lines), *one]
        if _FIELD_OVER_LINES.search(text):
            alone += fields(text)
        for hit in alone:
            if hit.type != "Real Name" or self._names.has(text[hit.start : hit.end]):
                yield hit
        # Beside another column about people, whatever stands under "name" is one.
        yield from several

    def _read(self, line: str) -> _Line:
        known = self._lines.get(line)
        if known is None:
            if len(self._lines) >= _REMEMBERED_LINES:
                self._lines.clear()
            known = self._lines[line] = _line(line)
        return known


def _line(line: str) -> _Line:
    may_be_label = len(line) <= _LONGEST_LABEL_LINE and not _IN_NO_LABEL.search(line)
    match = _LABEL.fullmatch(line) if may_be_label else None
    label = kind_of(match["label"]) if match else None
    signs = "|\t,;" if len(line) <= _LONGEST_ROW else ""
    sign = next((each for each in signs if each in line), "")
    cells = _texts(line, sign)
    return _Line(
        label,
        bool(match and match["colon"]),
        sign,
        cells,
        tuple(map(kind_of, cells)),
        bool(cells) and _RULE_ROW.fullmatch(line) is not None,
    )


def _below(typed: Sequence[str], lines: Sequence[_Line]) -> Iterator[Hit]:
    """Values in the line after a label that fills its own line."""
    at = 0
    for index, line in enumerate(lines):
        at += len(typed[index]) + 1
        if line.label is None:
            continue
        under, start = index + 1, at
        if under < len(typed) and not typed[under].strip(" \t"):
            start += len(typed[under]) + 1
            under += 1
        match = _VALUE.fullmatch(typed[under]) if under < len(typed) else None
        # A heading without a colon needs a value that is no word.
        if match and (line.colon or any(char.isdigit() for char in match["value"])):
            yield from value_of(line.label, match["value"], start + match.start("value"))


def _texts(line: str, sign: str) -> tuple[str, ...]:
    """Return what stands in the cells of a line that a sign cuts, if there is one."""
    texts = [piece.strip(_AROUND_CELLS) for piece in line.split(sign)] if sign else []
    return tuple(texts[_bars(texts)] if sign == "|" else texts)


def _bars(texts: Sequence[str]) -> slice:
    """Return the cells of a row without those before its first bar and after its last."""
    return slice(not texts[0], len(texts) - (not texts[-1]))


def _cut(line: str, sign: str) -> tuple[_Cell, ...]:
    """Return the cells of a line with their places in it; see `_texts`."""
    cells: list[_Cell] = []
    start = 0
    for piece in line.split(sign):
        plain = piece.strip(_AROUND_CELLS)
        offset = start + (piece.find(plain) if plain else 0)
        cells.append(_Cell(offset, offset + len(plain), plain))
        start += len(piece) + 1
    return tuple(cells[_bars([cell.text for cell in cells])] if sign == "|" else cells)


def _tables(typed: Sequence[str], lines: Sequence[_Line]) -> tuple[list[Hit], list[Hit]]:
    """Values in tables whose header has one label or none, and those in tables with several."""
    one: list[Hit] = []
    several: list[Hit] = []
    header: Sequence[Kind | None] = ()
    at = 0
    for text, line in zip(typed, lines, strict=True):
        begin, at = at, at + len(text) + 1
        if len(line.cells) < 2:
            header = ()
        elif not line.is_rule:
            if _is_header(line):
                header = line.kinds
            elif len(header) == len(line.cells):
                labels = sum(kind is not None for kind in header)
                row = _in_row(header, _cut(text, line.sign), begin)
                (several if labels > 1 else one).extend(row)
                continue
            if "|" in text or "\t" in text:
                # "| Password | hunter2 |": the label is the cell before.
                unlabelled = [
                    None if following else kind
                    for kind, following in zip(line.kinds, line.kinds[1:], strict=False)
                ]
                one.extend(_in_row(unlabelled, _cut(text, line.sign)[1:], begin))
    return one, several


def _is_header(line: _Line) -> bool:
    """Say whether a row names its columns: with two labels, or with words alone."""
    labels = sum(kind is not None for kind in line.kinds)
    return labels >= 2 or (labels == 1 and all(map(_like_a_label, line.cells)))


def _in_row(kinds: Sequence[Kind | None], cells: Sequence[_Cell], at: int) -> Iterator[Hit]:
    for kind, cell in zip(kinds, cells, strict=True):
        if kind and cell.text:
            yield from value_of(kind, cell.text, at + cell.start)


def _like_a_label(text: str) -> bool:
    return len(text) <= 24 and not any(char.isdigit() for char in text)
