"""Reading placeholders, also those that an assistant has changed.

Masking and restoring share this one reading: what restoring could take for a placeholder is what
masking must hide when the user's own text contains it. What is read here does not depend on which
values are known.
"""

import html
import re
from dataclasses import dataclass
from urllib.parse import unquote

from app.privacy.compiling import compile_skipping
from app.privacy.kinds import Kinds
from app.privacy.placeholder import Placeholder

# No placeholder is read from more characters than this, so a stream never holds back more.
LONGEST_TOKEN = 128
_LONGEST_INNER = 96

# What may stand between brackets: words, white space, hyphens, escapes; no other bracket, no
# punctuation that a sentence or an address would have.
_BRACKETS = r"<>＜＞⟨⟩《》〈〉‹›«»\[\]{}［］｛｝【】「」『』〔〕()（）"
_INNER = rf"[^{_BRACKETS}\"=,.!?:/|@$^~+*`，。！？：；、]"
_ENTITY = r"&(?:amp;)?(?:{name}|#0{{0,3}}{dec}|#[xX]0{{0,3}}{hex});"
_LT = _ENTITY.format(name="[lL][tT]", dec="60", hex="3[cC]")
_GT = _ENTITY.format(name="[gG][tT]", dec="62", hex="3[eE]")
_OPEN = rf"(?:[<＜⟨]|{_LT}|\\u003[cC])"
_CLOSE = rf"(?:\\?[>＞⟩]|{_GT}|\\u003[eE])"
# Brackets that prose and code use as well, so that more is asked of what is between them.
_SOFT_OPEN = "《〈‹«［｛【「『〔"
_SOFT_CLOSE = "》〉›»］｝】」』〕"
_RUN = f"{_INNER}{{2,{_LONGEST_INNER}}}?"

# Letters of scripts that put spaces between words; beside one of these nothing stands alone.
_WORD = (
    "0-9A-Za-z_\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0e00\u1e00-\u1fff"
)
_BARE = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u04ff"
_CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0410-\u042f"
_BARE_RUN = rf"(?<![{_WORD}])[{_CAPITAL}](?:[{_BARE}]|\\{{0,2}}_)"
_PERCENT = r"%(?:25){0,3}"
_PERCENT_INNER = r"[^\s<>\"'&=?/#]"

# Every branch starts with a character of its own and has a bounded length: linear.
_TOKEN = compile_skipping(
    rf"{_OPEN}(?P<hard>{_RUN}){_CLOSE}"
    rf"|\\<(?P<escaped>{_RUN})\\>"
    + "".join(
        f"|{opening}(?P<soft{i}>{_RUN}){closing}"
        for i, (opening, closing) in enumerate(zip(_SOFT_OPEN, _SOFT_CLOSE, strict=True))
    )
    + rf"|\{{\{{(?P<soft_double>{_RUN})\}}\}}"
    + rf"|\{{(?P<soft_curly>{_RUN})\}}"
    # Before these a square bracket is a link's, and its inside is judged by itself.
    + rf"|\[(?P<soft_square>{_RUN})\](?![(\[:])"
    + rf"|(?P<bare>{_BARE_RUN}{{2,60}}+)(?![{_WORD}]|\\{{1,2}}_)"
    + rf"|{_PERCENT}3[cC](?P<percent>{_PERCENT_INNER}{{2,{_LONGEST_INNER}}}?){_PERCENT}3[eE]"
)
# The same grammar, cut off by the end of the text so far.
_OPEN_END = re.compile(
    rf"(?:{_OPEN}|\\<|\{{\{{?|[{_SOFT_OPEN}]){_INNER}{{0,{_LONGEST_INNER + 8}}}+\}}?\Z"
    rf"|\[{_INNER}{{0,{_LONGEST_INNER}}}+\]?\Z"
    rf"|{_BARE_RUN}{{0,60}}+\\{{0,2}}\Z"
    rf"|{_PERCENT}(?:25?|3|3[cC]{_PERCENT_INNER}{{0,{_LONGEST_INNER + 9}}}+)?\Z"
    r"|&[A-Za-z0-9#;]{0,9}\Z"
    r"|\\u?0{0,2}3?\Z"
)

_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\\\\]")
_HYPHENS = re.compile("[-\u2010-\u2015\u2212\uff0d]")
_UNDERSCORES = re.compile("[_\uff3f\u2017]+")
_PARTS = re.compile(r"(?P<kind>.*?[^\W\d_].*?)(?P<sep>[-_ ]*)(?P<number>\d{1,9})")
_LONGEST_NAME = 60
_MOST_SEEN = 1_000
# The forms that what comes after them can still undo.
_LOOK_AHEAD = ("bare", "soft_square")
# What may follow them at the end of the text so far without deciding.
_LOOKED_AT = ("", "\\", "\\\\")


@dataclass(frozen=True, slots=True)
class Token:
    """Something that reads as a placeholder.

    `kind` is the kind as written, `kinds` what the table takes it for, `number` its number;
    `encoded` says that it is percent-encoded, as only addresses are.
    """

    start: int
    end: int
    kind: str
    kinds: tuple[str, ...]
    number: int
    encoded: bool


_Reading = tuple[str, tuple[str, ...], int]


class Recogniser:
    """Finds what reads as a placeholder in a text that may still grow."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        # What is read again and again, as a placeholder of its own kind is.
        self._seen: dict[tuple[str, str], _Reading | None] = {}

    def find(self, text: str, start: int, *, final: bool) -> tuple[list[Token], int]:
        """Return the tokens of `text` from `start` on, and where the undecided end begins.

        Characters before `start` are looked at as neighbours only. When `final`, no end is
        undecided. At most `LONGEST_TOKEN` characters are.
        """
        held = len(text) if final else self._undecided(text, start)
        tokens: list[Token] = []
        at = start
        while (match := _TOKEN.search(text, at)) is not None and match.start() <= held:
            if (
                match.start() == held
                and match.lastgroup in _LOOK_AHEAD
                and text[match.end() :] in _LOOKED_AT
            ):
                break
            token = self._read(match)
            if token is None:
                at = match.start() + 1
                continue
            tokens.append(token)
            at = token.end
            if not final and held < at:
                held = self._undecided(text, at)
        return tokens, held

    @staticmethod
    def _undecided(text: str, start: int) -> int:
        match = _OPEN_END.search(text, max(start, len(text) - LONGEST_TOKEN))
        return len(text) if match is None else match.start()

    def reads(self, placeholder: Placeholder) -> bool:
        """Say whether `placeholder`, as the app writes it, is read as one token and itself."""
        text = str(placeholder)
        tokens, _ = self.find(text, 0, final=True)
        return [(t.end, t.kind, t.number) for t in tokens] == [
            (len(text), placeholder.kind, placeholder.number)
        ]

    def _read(self, match: re.Match[str]) -> Token | None:
        form = match.lastgroup or ""
        if len(match[0]) > LONGEST_TOKEN:
            return None
        inner = match[form]
        if (form, inner) not in self._seen:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            self._seen[form, inner] = self._parsed(form, inner)
        reading = self._seen[form, inner]
        return reading and Token(match.start(), match.end(), *reading, form == "percent")

    def _parsed(self, form: str, inner: str) -> _Reading | None:
        """Return the kind, the kinds it may mean and the number between brackets of a `form`."""
        if form == "percent":
            inner = unquote(unquote(inner))
        if "&" in inner:
            inner = html.unescape(html.unescape(inner))
        if "\n" in inner and inner.count("\n") > 1:
            return None
        inner = _UNDERSCORES.sub("_", _HYPHENS.sub("-", _INVISIBLE.sub("", inner)))
        parts = _PARTS.fullmatch(
            _SPACE.sub(" ", inner).replace("_ ", "_").replace(" _", "_").strip()
        )
        if parts is None or len(parts["kind"]) > _LONGEST_NAME:
            return None
        kind = parts["kind"].strip("-_ ")
        if not self._certain(form, kind, parts["sep"]):
            return None
        return kind, self._kinds.named(kind), int(parts["number"])

    def _certain(self, form: str, kind: str, separator: str) -> bool:
        """Say whether `kind`, so bracketed and so separated from its number, is meant as one."""
        named = bool(self._kinds.named(kind))
        if form == "bare":
            return "_" in separator and self._kinds.stands_alone(kind)
        if form in ("hard", "escaped", "percent"):
            return named or "_" in separator or "-" in separator
        # Soft brackets are prose and code as well: {x_1}, [Page 3], 《三体 2》.
        if kind[0].islower():
            return False
        if named and not kind.isascii():
            return True
        if named:
            return "_" in separator or "-" in separator
        return "_" in separator and self._kinds.stands_alone(kind)
