"""Values beside the word that names them, in forms, JSON and settings.

They are pasted whole. There the label ("Password") and the value ("hunter2") share no sentence, so
the rules for prose do not see them. Where the two do not share a line either, see `label_lines`.
"""

import re
from collections.abc import Iterator

from app.detect.builtin.field_kinds import Kind, kind_of
from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import COMPOUND_SURNAMES_ZH, SURNAMES_ZH
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

_FORM_LINE = re.compile(
    r"^[ \t>*•#-]{0,8}(?P<label>[^\n:：|,，。.!?=\d]{2,30}?)[*_]{0,2}[ \t]{0,2}[:：]"
    r"[ \t*_`\"']{1,4}(?P<value>[^\n]{2,120}?)[ \t`\"',;]{0,4}$"
)
_FIELD = compiled(
    r"[\"'](?P<label>[A-Za-z_\u4e00-\u9fff][\w .\u4e00-\u9fff-]{1,30})[\"']\s{0,4}(?::|=>|=)\s{0,4}"
    r"(?:\"(?P<v1>[^\"\n]{2,200})\"|'(?P<v2>[^'\n]{2,200})'|(?P<v3>\d{2,20})(?!\w))"
)
_SETTING = compiled(
    r"(?<![\w\"'])(?P<label>[A-Za-z][A-Za-z0-9]{0,20}(?:[_.-][A-Za-z0-9]{1,20}){0,4})"
    r"(?:=|: ?(?=[\"']))[\"']?(?P<value>[^\s\"',;|&<>]{3,120})"
)


_COMPOUND = tuple(COMPOUND_SURNAMES_ZH.split("|"))


class NameWords:
    """Tells names from other values of a field called "name": "Name: build" names no person."""

    def __init__(self, *names: frozenset[str]) -> None:
        """`names` are given and family names."""
        self._names = names

    def has(self, value: str) -> bool:
        """Say whether one of the words of `value` is a name."""
        if "\u4e00" <= value[0] <= "\u9fff":
            return value[0] in SURNAMES_ZH or value.startswith(_COMPOUND)
        words = value.split()
        return any(not names.isdisjoint(words) for names in self._names)


class Labelled:
    """Finds values by a label that stands in the same line."""

    # The view reads a wide colon as a plain one.
    gate = Gate(strings=(":", "="))

    def __init__(self, names: NameWords) -> None:
        self._names = names

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield values whose label names a kind of private fact and which look like one."""
        text = view.text
        for hit in _beside(text):
            if hit.type != "Real Name" or self._names.has(text[hit.start : hit.end]):
                yield hit


def _beside(text: str) -> Iterator[Hit]:
    form = _FORM_LINE.match(text)
    kind = kind_of(form["label"]) if form else None
    if form and kind:
        yield from value_of(kind, form["value"], form.start("value"))
    is_quoted = "'" in text or '"' in text
    if is_quoted:
        yield from fields(text)
    if "=" not in text and not is_quoted:
        return
    for match in _SETTING.finditer(text):
        kind = kind_of(match["label"])
        if kind and kind.setting:
            yield from value_of(kind, match["value"], match.start("value"))


def fields(text: str) -> Iterator[Hit]:
    """Yield the values of quoted fields, as JSON and Python write them."""
    for match in _FIELD.finditer(text):
        kind = kind_of(match["label"])
        if kind and match.lastgroup:
            yield from value_of(kind, match[match.lastgroup], match.start(match.lastgroup))


def value_of(kind: Kind, value: str, start: int) -> Iterator[Hit]:
    """Yield `value`, which stands at `start`, where it looks like what `kind` names."""
    match = kind.value.fullmatch(value.strip())
    if match:
        start += len(value) - len(value.lstrip())
        end = start + len(value.strip())
        yield Hit(start, end, kind.type, level_of(kind.type), kind.rule, 0.8)
