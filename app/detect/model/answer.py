"""What the model may answer, and reading it while it is being written.

The answer is a JSON array of `{"original_text", "privacy_type", "privacy_level"}`, as the models'
contract says (arXiv 2605.09530). The grammar makes an invented text impossible: `original_text` is
a piece of the message just as it stands, escaped, in the prompt.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.privacy.levels import STANDARD_TYPES, Level

# A character of a JSON string as `json.dumps` writes it: an escape is one, never half of one.
_CHARACTER = re.compile(r"\\u[0-9a-f]{4}|\\.|[^\\]", re.DOTALL)
_ITEM = re.compile(
    rb'\{"original_text": "((?:[^"\\]|\\.)*)", "privacy_type": "([^"]*)", '
    rb'"privacy_level": "(PL[234])"\}'
)
_OPENING = '{"original_text": "'
_TO_TYPE = '", "privacy_type": "'
_TO_LEVEL = '", "privacy_level": "'
_CLOSING = '"}'
# In Lark, as llguidance reads it; `&` is the intersection of two regular languages.
_GRAMMAR = r"""
start: "[" (item (", " item)*)? "]"
item: "{\"original_text\": \"" TEXT "\", \"privacy_type\": \"" TYPE "\", \"privacy_level\": \"" LEVEL "\"}"
TEXT: PIECE & /(.|\n)+/
PIECE: %regex @PIECES@
TYPE: /[A-Z][A-Za-z0-9 \/\-]{1,39}/
LEVEL: "PL2" | "PL3" | "PL4"
"""  # noqa: E501 - a rule of this grammar is one line
_HALF_PAIR = re.compile("[\ud800-\udfff]")
# Where a copied text may well end: a private piece seldom goes on over it.
_STOP = re.compile(r"[,.;:!?](?=\s|$)|[，。；：！？、]|\\[nt]")
# A loop: one thing told so much more often than the message says it, one text under so many names,
# or all texts together so many times as long as the message, with some more for a short one.
_AGAIN, _NAMES, _LENGTHS, _MORE = 2, 6, 8, 200


@dataclass(frozen=True, slots=True)
class Find:
    """One private piece, as the model told it: a text of the message, its type and level."""

    text: str
    type: str
    level: Level


def readable(text: str) -> str:
    """Return `text` with each half of a surrogate pair, which has no UTF-8, replaced.

    As long as `text` in code points, so that offsets stay.
    """
    return _HALF_PAIR.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Return `text` as it stands between the quotes of a JSON string in the prompt."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def grammar(message: str) -> str:
    """Return the grammar of every answer about `message`: Lark, for llguidance.

    `message` must be `readable` and not empty.
    """
    pieces = {"substring_chunks": _CHARACTER.findall(escaped(message))}
    return _GRAMMAR.replace("@PIECES@", json.dumps(pieces, ensure_ascii=False))


class AnswerReader:
    """Takes the bytes of an answer as they come, and tells each item once it is whole."""

    def __init__(self, message: str) -> None:
        """Read an answer about `message`."""
        self._message = message
        self._begun = bytearray()
        self._times: Counter[Find] = Counter()
        self._names: Counter[str] = Counter()
        self._told = 0
        self._loops = False

    @property
    def begun(self) -> str:
        """What follows the last whole item, without a character that is not whole yet."""
        return self._begun.decode("utf-8", "ignore")

    @property
    def loops(self) -> bool:
        """Whether the model tells the same over and over, as a small one can for ever."""
        return self._loops

    def feed(self, data: bytes) -> Iterator[Find]:
        """Take `data`; yield what is whole now and was not told before."""
        self._begun += data
        # Only a closing brace makes an item whole.
        while b"}" in data and (match := _ITEM.search(self._begun)):
            find = Find(
                json.loads(b'"' + match[1] + b'"'),
                match[2].decode("ascii").strip(" -/"),
                Level.parse(match[3].decode("ascii")),
            )
            del self._begun[: match.end()]
            self._watch(find)
            if self._times[find] == 1:
                yield find

    def _watch(self, find: Find) -> None:
        said = max(1, self._message.count(find.text))
        self._times[find] += 1
        self._names[find.text] += 1
        self._told += len(find.text)
        self._loops |= (
            self._times[find] > said + _AGAIN
            or self._names[find.text] > said * _NAMES
            or self._told > len(self._message) * _LENGTHS + _MORE
        )


def likely_copy(message: str, begun: str) -> str:
    """Return how the text of an item that has `begun` may well go on; "" if nobody knows.

    Both are escaped as in the prompt. It goes on as `message` does after the only place where it
    stands there, up to where a private piece may well end.
    """
    _, opened, told = begun.rpartition(_OPENING)
    at = message.find(told) if opened and told else -1
    if at < 0 or message.find(told, at + 1) >= 0:
        return ""
    rest = message[at + len(told) :]
    stop = _STOP.search(rest, 1)
    return rest[: stop.start()] if stop else rest


def likely_tag(begun: str) -> str:
    """Return how the type of an item that has `begun` may well go on; "" if nobody knows.

    As the only standard tag that begins so, with that tag's level.
    """
    _, typed, told = begun.rpartition(_TO_TYPE)
    tag, levelled, level = told.partition(_TO_LEVEL)
    if not typed or not tag:
        return ""
    if levelled:
        rest = STANDARD_TYPES[tag].name if tag in STANDARD_TYPES else ""
        return rest[len(level) :] + _CLOSING if rest.startswith(level) and level != rest else ""
    tags = [each for each in STANDARD_TYPES if each.startswith(tag)]
    if len(tags) != 1:
        return ""
    return tags[0][len(tag) :] + _TO_LEVEL + STANDARD_TYPES[tags[0]].name + _CLOSING
