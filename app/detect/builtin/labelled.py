"""Values apart from the word that names them: in the next line, the next cell, a column, a field.

Forms, tables, JSON and settings are pasted whole. There the label ("Password") and the value
("hunter2") share no sentence, so the rules for prose do not see them.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from app.detect.builtin.field_kinds import Kind, kind_of
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import COMPOUND_SURNAMES_ZH, SURNAMES_ZH
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

_LABEL_LINE = re.compile(
    r"^[ \t>*•#-]{0,8}(?P<label>[^\n:：|,，。.!?=\d]{2,30}?)[*_]{0,2}[ \t]{0,2}(?P<colon>[:：]?)"
    r"[*_ \t]{0,4}\n(?:[ \t]*\n)?[ \t>*•`\"'-]{0,8}(?P<value>[^\n]{2,120}?)[ \t`\"']{0,4}$",
    re.MULTILINE,
)
_FORM_LINE = re.compile(
    r"^[ \t>*•#-]{0,8}(?P<label>[^\n:：|,，。.!?=\d]{2,30}?)[*_]{0,2}[ \t]{0,2}[:：]"
    r"[ \t*_`\"']{1,4}(?P<value>[^\n]{2,120}?)[ \t`\"',;]{0,4}$",
    re.MULTILINE,
)
_FIELD = compiled(
    r"[\"'](?P<label>[A-Za-z_\u4e00-\u9fff][\w .\u4e00-\u9fff-]{1,30})[\"']\s{0,4}(?::|=>|=)\s{0,4}"
    r"(?:\"(?P<v1>[^\"\n]{2,200})\"|'(?P<v2>[^'\n]{2,200})'|(?P<v3>\d{3,20})(?!\w))"
)
_SETTING = compiled(
    r"(?<![\w\"'])(?P<label>[A-Za-z][A-Za-z0-9]{0,20}(?:[_.-][A-Za-z0-9]{1,20}){0,4})"
    r"(?:=|: ?(?=[\"']))[\"']?(?P<value>[^\s\"',;|&<>]{3,120})"
)
_RULE_ROW = re.compile(r"[\s|:+-]{3,}")
_SPLIT = {
    "|": re.compile(r"\|"),
    "\t": re.compile(r"\t"),
    ",": re.compile(r","),
    ";": re.compile(";"),
}
_LONGEST_ROW = 2_000
_COMPOUND = tuple(COMPOUND_SURNAMES_ZH.split("|"))


class _Cell(NamedTuple):
    start: int
    end: int
    text: str


class Labelled:
    """Finds values by a label that stands beside or above them. Reads whole texts."""

    def __init__(self, names: Collection[str]) -> None:
        """`names` are given and family names: "Name: build" names no person."""
        self._names = frozenset(names)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield values whose label names a kind of private fact and which look like one."""
        text = view.text
        for hit in (*_beside(text), *_below(text), *_tables(text, several=False)):
            if hit.type != "Real Name" or self._is_name(text[hit.start : hit.end]):
                yield hit
        # Beside another column about people, whatever stands under "name" is one.
        yield from _tables(text, several=True)

    def _is_name(self, value: str) -> bool:
        if "\u4e00" <= value[0] <= "\u9fff":
            return value[0] in SURNAMES_ZH or value.startswith(_COMPOUND)
        return not self._names.isdisjoint(value.split())


def _below(text: str) -> Iterator[Hit]:
    """Values in the line after a label that fills its own line."""
    for match in _LABEL_LINE.finditer(text):
        kind = kind_of(match["label"])
        value = match["value"]
        # A heading without a colon needs a value that is no word.
        if kind and (match["colon"] or any(char.isdigit() for char in value)):
            yield from _value(kind, value, match.start("value"))


def _beside(text: str) -> Iterator[Hit]:
    """Values in forms, JSON and settings, after a colon or an equals sign."""
    for match in _FORM_LINE.finditer(text):
        kind = kind_of(match["label"])
        if kind:
            yield from _value(kind, match["value"], match.start("value"))
    for match in _FIELD.finditer(text):
        kind = kind_of(match["label"])
        if kind and match.lastgroup:
            yield from _value(kind, match[match.lastgroup], match.start(match.lastgroup))
    if not any(sign in text for sign in ("=", ': "', ':"', ": '", ":'")):
        return
    for match in _SETTING.finditer(text):
        kind = kind_of(match["label"])
        if kind and kind.setting:
            yield from _value(kind, match["value"], match.start("value"))


def _value(kind: Kind, value: str, start: int) -> Iterator[Hit]:
    match = kind.value.fullmatch(value.strip())
    if match:
        start += len(value) - len(value.lstrip())
        shape = Hit(
            start, start + len(value.strip()), kind.type, level_of(kind.type), kind.rule, 0.8
        )
        yield shape


def _cells(line: str, at: int) -> list[_Cell]:
    """Return the cells of a line that is cut by bars, tabs, commas or semicolons."""
    if len(line) > _LONGEST_ROW:
        return []
    for sign in ("|", "\t", ",", ";"):
        if sign not in line:
            continue
        cells: list[_Cell] = []
        start = 0
        for piece in _SPLIT[sign].split(line):
            plain = piece.strip(" *`\"'")
            offset = at + start + (piece.find(plain) if plain else 0)
            cells.append(_Cell(offset, offset + len(plain), plain))
            start += len(piece) + 1
        if sign == "|":
            cells = cells[not cells[0].text :]
            cells = cells[: len(cells) - (not cells[-1].text)] if cells else cells
        return cells
    return []


def _tables(text: str, *, several: bool) -> Iterator[Hit]:
    """Values in tables; `several` says whether the header has several labels or one."""
    header: list[Kind | None] = []
    at = 0
    for line in text.split("\n"):
        cells = _cells(line, at) if any(sign in line for sign in "|\t,;") else []
        at += len(line) + 1
        if len(cells) < 2:
            header = []
        elif not _RULE_ROW.fullmatch(line):
            kinds = [kind_of(cell.text) for cell in cells]
            if _is_header(kinds, cells):
                header = kinds
            elif len(header) == len(cells):
                if several == (sum(kind is not None for kind in header) > 1):
                    yield from _in_row(header, cells)
                continue
            if not several and ("|" in line or "\t" in line):
                # "| Password | hunter2 |": the label is the cell before.
                unlabelled = [
                    None if kind_of(cell.text) else kind
                    for kind, cell in zip(kinds, cells[1:], strict=False)
                ]
                yield from _in_row(unlabelled, cells[1:])


def _is_header(kinds: list[Kind | None], cells: list[_Cell]) -> bool:
    """Say whether a row names its columns: with two labels, or with words alone."""
    labels = sum(kind is not None for kind in kinds)
    return labels >= 2 or (labels == 1 and all(_like_a_label(cell.text) for cell in cells))


def _in_row(kinds: list[Kind | None], cells: list[_Cell]) -> Iterator[Hit]:
    for kind, cell in zip(kinds, cells, strict=True):
        if kind and cell.text:
            yield from _value(kind, cell.text, cell.start)


def _like_a_label(text: str) -> bool:
    return len(text) <= 24 and not any(char.isdigit() for char in text)
