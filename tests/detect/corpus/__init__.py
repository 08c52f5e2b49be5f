"""Our own messages with the private pieces marked, for measuring detection. All are invented.

One message a line in a file for each family; `== en ==` and `== zh ==` start the languages, "#"
starts a comment, which in `negatives.txt` names the kind of what follows. A private piece stands
as `[[type|level|piece]]`, a line break as "⏎", and a character that nobody can see as `{U+200B}`.

Those in `unseen/` were written before the detector had read them, and no rule was written with
their misses open: they measure. The others have guided rules and guard what was reached. Half of
what people tell in passing, drawn by lot, guides; the other half stands in `unseen/passing/`.

`told/` holds short messages by several authors who knew no rule: facts in the freest wording, and
near misses. Rules find less than half of them. Every other block of forty of what its authors
wrote guides, the blocks between stand in `unseen/told/`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.privacy.levels import Level

NEGATIVES = "negatives"
_MARK = re.compile(r"\[\[([^|\]]+)\|(PL[234])\|(.+?)\]\](?!\])")
_LANGUAGE = re.compile(r"== (en|zh) ==")
_CODE_POINT = re.compile(r"\{U\+([0-9A-F]{4,6})\}")


@dataclass(frozen=True, slots=True)
class Item:
    """A private piece: code point offsets into its message, and what it is."""

    start: int
    end: int
    type: str
    level: Level


@dataclass(frozen=True, slots=True)
class Sample:
    """A message and its private pieces; `family` is its file, `place` the file and line."""

    family: str
    language: str
    text: str
    items: tuple[Item, ...]
    place: str


def samples() -> tuple[Sample, ...]:
    """Return every message of every family that has guided rules, in the order of the files.

    Raises `ValueError` for a line before its language, or with a mark that cannot be read.
    """
    return _folder(Path(__file__).parent)


def unseen() -> tuple[Sample, ...]:
    """Return the messages by which no rule was written; see `samples`."""
    return _folder(Path(__file__).parent / "unseen")


def unseen_in_passing() -> tuple[Sample, ...]:
    """Return the messages told in passing by which no rule was written; see `samples`."""
    return _folder(Path(__file__).parent / "unseen" / "passing")


def told() -> tuple[Sample, ...]:
    """Return the messages in the freest wording that may guide rules; see `samples`."""
    return _folder(Path(__file__).parent / "told")


def unseen_told() -> tuple[Sample, ...]:
    """Return the messages in the freest wording by which no rule was written; see `samples`."""
    return _folder(Path(__file__).parent / "unseen" / "told")


def _folder(folder: Path) -> tuple[Sample, ...]:
    return tuple(sample for file in sorted(folder.glob("*.txt")) for sample in _file(file))


def _file(file: Path) -> Iterator[Sample]:
    language = ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        place = f"{file.name}:{number}"
        section = _LANGUAGE.fullmatch(line)
        if section:
            language = section[1]
        elif line and not line.startswith("# "):
            if not language:
                raise ValueError(f"{place}: no language")
            yield _sample(file.stem, language, line, place)


def _sample(family: str, language: str, line: str, place: str) -> Sample:
    text = ""
    items = []
    at = 0
    for mark in _MARK.finditer(line):
        text += _plain(line[at : mark.start()])
        start = len(text)
        text += _plain(mark[3])
        items.append(Item(start, len(text), mark[1], Level.parse(mark[2])))
        at = mark.end()
    text += _plain(line[at:])
    if "[[" in text or "]]" in text:
        raise ValueError(f"{place}: a mark cannot be read")
    return Sample(family, language, text, tuple(items), place)


def _plain(text: str) -> str:
    return _CODE_POINT.sub(lambda code: chr(int(code[1], 16)), text.replace("⏎", "\n"))
