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
OPENING = '{"original_text": "'
TO_TYPE = '", "privacy_type": "'
TO_LEVEL = '", "privacy_level": "'
CLOSING = '"}'
# In Lark, as llguidance reads it; `&` is the intersection of two regular languages.
_GRAMMAR = r"""
start: "[" (item (", " item)*)? "]"
item: "{\"original_text\": \"" TEXT "\", \"privacy_type\": \"" TYPE "\", \"privacy_level\": \"" LEVEL "\"}"
TEXT: PIECE & /(.|\n)+/
PIECE: %regex @PIECES@
TYPE: /[A-Z][A-Za-z0-9 \/\-]{1,39}/
LEVEL: "PL2" | "PL3" | "PL4"
"""  # noqa: E501 - a rule of this grammar is one line


@dataclass(frozen=True, slots=True)
class Find:
    """One private piece, as the model told it: a text of the message, its type and level."""

    text: str
    type: str
    level: Level


def escaped(text: str) -> str:
    """Return `text` as it stands between the quotes of a JSON string in the prompt."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def grammar(message: str) -> str:
    """Return the grammar of every answer about `message`: Lark, for llguidance.

    `message` must be encodable as UTF-8 and not empty.
    """
    pieces = {"substring_chunks": _CHARACTER.findall(escaped(message))}
    return _GRAMMAR.replace("@PIECES@", json.dumps(pieces, ensure_ascii=False))


class AnswerReader:
    """Takes the bytes of an answer as they come, and tells each item once it is whole."""

    def __init__(self, message: str) -> None:
        """Read an answer about `message`."""
        self._message = message
        self._bytes = bytearray()
        self._read = 0
        self._times: Counter[Find] = Counter()

    @property
    def text(self) -> str:
        """The answer so far; a character that is not whole yet is left out."""
        return self._bytes.decode("utf-8", "ignore")

    @property
    def repeats(self) -> bool:
        """Whether the model told something more often than the message says it.

        A small model can go on so for ever; all that follows is the same again.
        """
        return any(
            times > max(1, self._message.count(find.text)) for find, times in self._times.items()
        )

    def feed(self, data: bytes) -> Iterator[Find]:
        """Take `data`; yield what is whole now and was not told before."""
        self._bytes += data
        while match := _ITEM.search(self._bytes, self._read):
            self._read = match.end()
            find = Find(
                json.loads(b'"' + match[1] + b'"'),
                match[2].decode("ascii").strip(" -/"),
                Level.parse(match[3].decode("ascii")),
            )
            self._times[find] += 1
            if self._times[find] == 1:
                yield find


def likely_rest(message: str, answer: str, longest: int) -> str:
    """Return how `answer`, about `message`, may well go on; "" where nothing is likely.

    Both are escaped as in the prompt. Inside a text it goes on as the message does, for at most
    `longest` characters; inside a type as the only standard tag that begins so, with its level.
    A proposal costs nothing when it is right and is only checked, never taken, when it is wrong.
    """
    start = answer.rfind(OPENING)
    if start < 0 or answer.rfind(CLOSING) > start + len(OPENING):
        return ""
    told = answer[start + len(OPENING) :]
    if TO_TYPE not in told:
        at = message.find(told) if told else -1
        return message[at + len(told) :][:longest] if at >= 0 else ""
    begun = told[told.rfind(TO_TYPE) + len(TO_TYPE) :]
    tags = [tag for tag in STANDARD_TYPES if begun and tag.startswith(begun)]
    if len(tags) != 1:
        return ""
    return tags[0][len(begun) :] + TO_LEVEL + STANDARD_TYPES[tags[0]].name + CLOSING
