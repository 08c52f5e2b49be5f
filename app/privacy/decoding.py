"""Undoing the encodings in which a value could hide in a request.

Decoding what is there costs the request's size; encoding every known value in every way would
cost their number.
"""

import base64
import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote_to_bytes

from app.privacy.compiling import compile_skipping
from app.privacy.normalise import INVISIBLE, Folded, rewritten

# Stands between texts that do not belong together; no value contains this noncharacter.
APART = "\uffff"

_ESCAPE = compile_skipping(
    r"\\u(?P<pair>[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|[\\%]u(?P<unicode>[0-9a-fA-F]{4})|\\u\{(?P<braces>[0-9a-fA-F]{1,6})\}"
    r"|\\U(?P<long>[0-9a-fA-F]{8})|(?P<bytes>(?:\\x[0-9a-fA-F]{2}|\\[0-3][0-7]{2})+)|\\(?P<char>[nrtbf\"'/\\])"
    r"|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,31};|#[0-9]{1,12};?|#[xX][0-9a-fA-F]{1,12};?))"
    r"|(?P<percent>(?:%[0-9a-fA-F]{2})+)"
)
# Bytes, or a line break that is none (RFC 2045, section 6.7), or an encoded word, in which an
# underscore is a space (RFC 2047, section 4.2). Undone apart from the others, for in an address "="
# parts a name from its value.
_SOFT_BREAK = r"=[ \t]{0,8}\r?\n"
_QUOTED_PRINTABLE = re.compile(
    r"=\?[A-Za-z0-9*_-]{1,40}\?[qQ]\?(?P<word>[^?\s]{1,75})\?=(?:\s{1,3}(?==\?))?"
    rf"|(?P<bytes>=[0-9a-fA-F]{{2}}(?:(?:{_SOFT_BREAK})?=[0-9a-fA-F]{{2}})*+)|{_SOFT_BREAK}"
)
# What nobody sees, and runs of the characters of base64 in full width.
_UNSEEN = re.compile(
    f"{INVISIBLE.pattern}|[\uff0b\uff0f-\uff19\uff1d\uff21-\uff3a\uff3f\uff41-\uff5a]{{6,}}"
)
_NOT_HEX = re.compile("[^0-9a-fA-F]+")
_HIGHEST = 0x10FFFF
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}

# Also in a quotation, each line of which has its signs first.
_BREAK = r"(?<=[A-Za-z0-9+/]{60})\r?\n[> \t]{0,8}(?=[A-Za-z0-9+/])"
_WRAP = compile_skipping(_BREAK)
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{6,}")
_WRAPPED = re.compile(rf"[A-Za-z0-9+/_-]{{6,}}+(?:{_BREAK}[A-Za-z0-9+/_-]++)*+")
_LEAST_WORD = 8
_URL_SAFE = str.maketrans("-_", "+/")
_HEX = re.compile(r"[0-9a-fA-F]{12,}")
# The same with something between the bytes: "62 6f", "62:6F", "0x62, 0x6f", two blanks as hexdump
# has them after eight bytes, and "626f 622e" as xxd writes. Each of them ends by itself, so that a
# word after the last ("72 67 added") costs that one alone.
_BYTE = r"[0-9a-fA-F]{2}(?![0-9a-fA-F])"
_TWO_BYTES = r"[0-9a-fA-F]{4}(?![0-9a-fA-F])"
_HEX_APART = compile_skipping(
    rf"(?<![0-9a-fA-F])(?:(?:0x)?{_BYTE}(?:(?:, |  |[ :,-])(?:0x)?{_BYTE}){{5,}}+"
    rf"|{_TWO_BYTES}(?: {_TWO_BYTES}){{2,}}+(?: {_BYTE})?)"
)
_APART_IN_HEX = re.compile("0x|[ :,-]")
# Between two decoded runs: six zero bytes, which is no text in UTF-8 or UTF-16.
_GAP = "AAAAAAAA"
# What may be text among decoded bytes: ordinary characters, at least six bytes of them.
_READABLE = re.compile(
    "[^\ufffd\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]{6,}|[\u0800-\ud7ff\uf900-\ufaff]{2,}"
)
# The same in UTF-16. Random bytes read as UTF-16 are mostly letters of some script, so in a long
# run only the scripts in wide use count, and only many of them on end.
_READABLE_16 = re.compile("[^\ufffd\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]{2,}")
_LONG_READABLE_16 = re.compile(
    "[\t\n\r -~\u00a0-\u052f\u0590-\u06ff\u0900-\u0e7f\u1e00-\u206f\u3000-\u30ff\u4e00-\u9fff"
    "\uac00-\ud7a3\uff00-\uffef]{12,}"
)
_SHORT_RUN = 256
# A word, or several joined. Base64 of Latin text in UTF-16 has capitals inside, from the zero in
# every other byte; of other text it looks like a word once in a thousand times at most.
_WORDY = re.compile("(?:[-_/+]*+[A-Z]?[a-z]++(?![A-Z]))*+[-_/+]*")


def unescaped(text: str) -> Folded | None:
    """Return `text` with one layer of backslash, HTML and percent escapes undone.

    With the way back to it; None where nothing is escaped.
    """
    if not ("\\" in text or "&" in text or "%" in text) or not _ESCAPE.search(text):
        return None
    return _traced(text, _ESCAPE, _unescape)


def unquoted(text: str) -> Folded | None:
    """Return `text` with quoted-printable undone, and the way back; None where there is none."""
    if "=" not in text or not _QUOTED_PRINTABLE.search(text):
        return None
    return _traced(text, _QUOTED_PRINTABLE, _unquote)


def as_seen(text: str) -> Folded | None:
    """Return `text` without invisible characters and in usual width; None where it is that."""
    if text.isascii() or not _UNSEEN.search(text):
        return None
    return _traced(text, _UNSEEN, _seen)


def _seen(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", INVISIBLE.sub("", match[0]))


def _traced(text: str, pattern: re.Pattern[str], undo: Callable[[re.Match[str]], str]) -> Folded:
    view = rewritten(text, ((*match.span(), undo(match)) for match in pattern.finditer(text)))
    return replace(view, text=_SURROGATE.sub("\ufffd", view.text))


def _unescape(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    value = match[kind]
    if kind == "pair":
        both = bytes.fromhex(value[:4] + value[6:])
        return both.decode("utf-16-be")
    if kind in ("unicode", "braces", "long"):
        return chr(min(int(value, 16), _HIGHEST))
    if kind == "bytes":
        return _text_of(bytes(_byte(each) for each in value[1:].split("\\")))
    if kind == "char":
        return _CONTROLS.get(value, value)
    if kind == "entity":
        return html.unescape(value)
    return unquote_to_bytes(value).decode("utf-8", "replace")


def _byte(escape: str) -> int:
    """Return the byte of "xc3" or, in octal, "303"."""
    return int(escape[1:], 16) if escape[0] == "x" else int(escape, 8)


def _text_of(escaped: bytes) -> str:
    """Return UTF-8 where the bytes are that, as Python and Git write them; else a character each.

    The second is how JavaScript means them.
    """
    try:
        return escaped.decode()
    except UnicodeDecodeError:
        return escaped.decode("latin-1")


def _unquote(match: re.Match[str]) -> str:
    word = match["word"]
    if word is not None:
        return _QUOTED_PRINTABLE.sub(_unquote, word.replace("_", " "))
    quoted = match["bytes"]
    return bytes.fromhex(_NOT_HEX.sub("", quoted or "")).decode("utf-8", "replace")


def embedded(text: str) -> str:
    """Return the different readable texts inside base64 and hex of `text`, `APART` between them.

    Base64 in both alphabets, from 8 characters (6 where no word looks like it), at every
    alignment, also wrapped at 60 columns or more; hex from 12 digits at both alignments, also with
    blanks, colons or commas between its bytes; the bytes as UTF-8 and as UTF-16.
    """
    found: list[str] = []
    runs = _BASE64.findall(_WRAP.sub("", text))
    odd = [run for run in runs if not _WORDY.fullmatch(run)]
    for data in _from_base64([*odd, *(run for run in runs if len(run) >= _LEAST_WORD)]):
        found += _READABLE.findall(data.decode("utf-8", "replace"))
    hexes = _HEX.findall(text)
    hexes += [_APART_IN_HEX.sub("", run) for run in _HEX_APART.findall(text)]
    for data in _from_hex(hexes):
        found += _READABLE.findall(data.decode("utf-8", "replace"))
    short = [run for run in odd if len(run) <= _SHORT_RUN]
    long = [run for run in odd if len(run) > _SHORT_RUN]
    for data in (
        *_from_base64(short),
        *_from_hex([run for run in hexes if len(run) <= _SHORT_RUN]),
    ):
        found += _read_16(data, _READABLE_16)
    for data in (*_from_base64(long), *_from_hex([run for run in hexes if len(run) > _SHORT_RUN])):
        found += _read_16(data, _LONG_READABLE_16)
    return APART.join(dict.fromkeys(found))


def wraps(text: str) -> bool:
    """Say whether base64 in `text` may go on in its next line."""
    return _WRAP.search(text) is not None


def encoded_runs(text: str) -> Iterator[re.Match[str]]:
    """Yield each stretch of `text` that `embedded` may decode, with its wrapped lines."""
    yield from _WRAPPED.finditer(text)
    yield from _HEX_APART.finditer(text)


def _from_base64(runs: Sequence[str]) -> Iterator[bytes]:
    """Yield the decoded runs, all together, for each of the four alignments."""
    for skipped in range(4) if runs else ():
        parts: list[str] = []
        for run in runs:
            part = run[skipped:]
            parts += (part, "A" * (-len(part) % 4), _GAP)
        yield base64.b64decode("".join(parts).translate(_URL_SAFE))


def _from_hex(runs: Sequence[str]) -> Iterator[bytes]:
    for skipped in range(2) if runs else ():
        parts = [run[skipped : len(run) - (len(run) - skipped) % 2] for run in runs]
        yield b"\0\0\0\0\0\0".join(map(bytes.fromhex, parts))


def _read_16(data: bytes, readable: re.Pattern[str]) -> Iterator[str]:
    for codec in ("utf-16-le", "utf-16-be"):
        for skipped in (0, 1):
            yield from readable.findall(data[skipped:].decode(codec, "replace"))
