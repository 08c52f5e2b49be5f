"""Where a known value may start in a folded text, and the piece that it must start with there.

A value stands only where no word goes on before or after it. So it starts with a whole piece of
the text: a word, a symbol, or a character of a script without spaces together with the next one.
A text has far fewer different pieces than places, and most of them start no value at all; so a
search asks once for each piece, and then looks only where the few that are left stand.
"""

import re
from collections.abc import Collection, Iterator

from app.privacy.compiling import compile_skipping

# Scripts that put no spaces between words, and Hangul, whose particles join the word before.
UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3041-\u30ff"
    "\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_WORD = rf"[^\W{UNSPACED}]+"
_PAIR = rf"(?=([{UNSPACED}]{{1,2}}))[{UNSPACED}]"
_WORDS = re.compile(rf"{_WORD}|[^\w\s]")
_PAIRS = compile_skipping(_PAIR)
_HEAD = re.compile(rf"{_PAIR}|({_WORD}|[^\w\s])")
_ASCII_WORDS = re.compile(r"\w+|[^\w\s]")
# Up to so many different pieces are sought one by one, which runs in C.
_FEW = 12


def heads(text: str) -> frozenset[str]:
    """Return the different pieces with which a value in the folded `text` may start."""
    if text.isascii():
        return frozenset(_ASCII_WORDS.findall(text))
    return frozenset(_WORDS.findall(text)).union(_PAIRS.findall(text))


def head(form: str) -> str:
    """Return the piece with which the folded value `form` starts, "" where no text has one."""
    match = _HEAD.match(form)
    return (match[1] or match[2]) if match else ""


def places(text: str, live: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield (start, piece) in order for each place of the folded `text` with a piece of `live`."""
    if len(live) > _FEW:
        for match in _HEAD.finditer(text):
            piece = match[1] or match[2]
            if piece in live:
                yield match.start(), piece
        return
    found = [(start, piece) for piece in live for start in _occurrences(text, piece)]
    yield from sorted(found)


def _occurrences(text: str, piece: str) -> Iterator[int]:
    in_word = bool(_WORDS.match(piece)) and (piece[0].isalnum() or piece[0] == "_")
    at = text.find(piece)
    while at >= 0:
        end = at + len(piece)
        # Mostly it is a part of a longer word, which needs no pattern to be told.
        if not (in_word and (_goes_on(text[at - 1 : at]) or _goes_on(text[end : end + 1]))):
            match = _HEAD.match(text, at)
            if match and (match[1] or match[2]) == piece:
                yield at
        at = text.find(piece, at + 1)


def _goes_on(char: str) -> bool:
    """Say whether `char`, empty at an end, is a character of a word with spaces around it."""
    if char.isascii():
        return char.isalnum() or char == "_"
    return char.isalnum() and _WORDS.match(char) is not None
