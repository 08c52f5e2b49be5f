"""Reading placeholders, also those that an assistant has changed.

Masking and restoring share this one reading: what restoring could take for a placeholder is what
masking must hide when the user's own text contains it. What is read here does not depend on which
values are known.
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from app.privacy.kinds import Kinds
from app.privacy.placeholder import Placeholder

# No placeholder is read from more characters than this, so a stream never holds back more.
LONGEST_TOKEN = 128
_LONGEST_INNER = 96

# What may stand between brackets: words, white space, hyphens, escapes; no other bracket, no
# punctuation that a sentence or an address would have.
_BRACKETS = r"<>＜＞⟨⟩《》〈〉‹›«»\[\]{}［］｛｝【】「」『』〔〕()（）⟪⟫⟦⟧❬❭❮❯❰❱〖〗﹤﹥˂˃≪≫"
_INNER = rf"[^{_BRACKETS}\"=,.!?:/|@$^~+*`，。！？：；、]"
_ENTITY = r"&(?:amp;)?(?:{name}|#0{{0,3}}{dec}|#[xX]0{{0,3}}{hex});"
_LT = _ENTITY.format(name="[lL][tT]", dec="60", hex="3[cC]")
_GT = _ENTITY.format(name="[gG][tT]", dec="62", hex="3[eE]")
_OPEN = rf"(?:[<＜⟨]|{_LT}|\\u003[cC])"
# A slash makes an element without content of it.
_CLOSE = rf"(?: ?/)?(?:\\{{0,2}}(?:[>＞⟩]|{_GT})|\\u003[eE])"
# Brackets that prose and code use as well, so that more is asked of what is between them. One of
# these may also stand on one side and any other bracket on the other.
_SOFT_OPEN = r"<＜⟨《〈‹«\[{［｛【「『〔⟪⟦❬❮❰〖﹤˂≪"
_SOFT_CLOSE = r">＞⟩》〉›»}］｝】」』〕⟫⟧❭❯❱〗﹥˃≫"
_EMPHASIS = "(?: ?[*~`]{1,3} ?)?"
_RUN = f"{_EMPHASIS}{_INNER}{{2,{_LONGEST_INNER}}}?{_EMPHASIS}"

# Letters of scripts that put spaces between words; beside one of these nothing stands alone.
_WORD = (
    "0-9A-Za-z_\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0e00\u1e00-\u1fff"
    "０-９Ａ-Ｚａ-ｚ＿"
)
_BARE = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u04ff０-９Ａ-Ｚａ-ｚ＿"
_CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0410-\u042fＡ-Ｚ"
_BARE_START = rf"(?<![{_WORD}])[{_CAPITAL}]"
_BARE_NEXT = rf"(?:[{_BARE}]|\\{{0,2}}_)"
# Digits in circles and the like, where an underscore says that they are the number.
_CIRCLED = "(?:(?<=_)[①-⒛⓪-⓿❶-➓]{1,9}+)?+"
_BARE_END = rf"(?![{_WORD}]|\\{{1,2}}_)"
_MARK = rf"(?<![{_WORD}.])(?P<mark>(?:\\{{0,2}}_){{1,3}}+)"
_PERCENT = r"%(?:25){0,3}"
_PERCENT_INNER = r"[^\s<>\"'&=?/#]"

# Every branch has a bounded length: linear.
_ESCAPE = r"(?P<escape{}>\\{{0,2}})"
# What any of them starts with; most characters are none of these.
_FIRST = rf"(?=[\\&%_{_SOFT_OPEN}{_CAPITAL}])"
_TOKEN = re.compile(
    rf"{_FIRST}(?:{_ESCAPE.format(1)}{_OPEN}(?P<hard>{_RUN}){_CLOSE}"
    rf"|{_ESCAPE.format(2)}(?:"
    rf"\{{\\{{0,2}}\{{(?P<soft_double>{_RUN})\\{{0,2}}\}}\\{{0,2}}\}}"
    # Before these a square bracket is a link's, and its inside is judged by itself.
    rf"|\[\\{{0,2}}\[(?P<double_square>{_RUN})\\{{0,2}}\]\\{{0,2}}\](?![(\[:])"
    rf"|[{_SOFT_OPEN}](?P<soft>{_RUN})\\{{0,2}}[{_SOFT_CLOSE}]"
    rf"|[{_SOFT_OPEN}](?P<soft_square>{_RUN})\\{{0,2}}\](?![(\[:])"
    # A bracket was lost.
    rf"|{_OPEN}(?P<opened>[{_CAPITAL}]{_BARE_NEXT}{{2,60}}+{_CIRCLED}){_BARE_END})"
    rf"|(?P<bare>{_BARE_START}{_BARE_NEXT}{{2,60}}+{_CIRCLED}){_BARE_END}"
    r"(?:\\{0,2}[>＞⟩](?!=))?"
    # Emphasised by underscores, which look like a part of the name.
    rf"|{_MARK}(?P<marked>[{_CAPITAL}]{_BARE_NEXT}{{2,63}}+){_BARE_END}"
    rf"|{_PERCENT}3[cC](?P<percent>{_PERCENT_INNER}{{2,{_LONGEST_INNER}}}?){_PERCENT}3[eE])"
)
# The same grammar, cut off by the end of the text so far.
_OPEN_END = re.compile(
    rf"{_FIRST}(?:\\{{0,2}}(?:{_OPEN}|[{_SOFT_OPEN}](?:\\{{0,2}}[\[{{])?)"
    rf"{_EMPHASIS}{_INNER}{{0,{_LONGEST_INNER + 8}}}+{_EMPHASIS}(?: ?/)?"
    r"(?:(?:\\{0,2}[\]}]){0,2}\\{0,2}|\\{0,2}(?:u0{0,2}3?|&[A-Za-z0-9#;]{0,9}))\Z"
    rf"|{_BARE_START}{_BARE_NEXT}{{0,60}}+{_CIRCLED}\\{{0,2}}[>＞⟩]?\Z"
    rf"|(?<![{_WORD}.])(?:\\{{0,2}}_){{1,3}}+(?:[{_CAPITAL}]{_BARE_NEXT}{{0,63}}+)?\\{{0,2}}\Z"
    rf"|{_PERCENT}(?:25?|3|3[cC]{_PERCENT_INNER}{{0,{_LONGEST_INNER + 9}}}+)?\Z"
    r"|\\{0,2}&[A-Za-z0-9#;]{0,9}\Z"
    r"|\\{1,3}(?:u0{0,2}3?)?\Z)"
)

_SPACE = re.compile(r"\s+")
_GLUED = re.compile(r"[A-Za-z0-9_:/\\.]")  # a backslash after one of these parts a path
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\\\\]")
_HYPHENS = re.compile("[-\u2010-\u2015\u2212\uff0d]")
_UNDERSCORES = re.compile("[_\uff3f\u2017]+")
_DIGIT_SIGNS = "²³¹⁰⁴-⁹₀-₉①-⒛⓪-⓿❶-➓"
# Not after a plain digit: there it is a footnote's.
_SIGNS_NUMBER = re.compile(rf"(?<![\d{_DIGIT_SIGNS}])[{_DIGIT_SIGNS}]+(?=['’]?s?\Z)")
_PARTS = re.compile(
    r"(?P<kind>.*?[^\W\d_].*?)(?P<sep>[-_ ]*)(?P<number>\d{1,9})(?P<ending>['’]?s|['’])?"
)
_LAST_WORD = re.compile(r"(\w{1,40})[\s-]\Z")
# So many characters before a token help to decide what it is.
LOOK_BACK = 48
_LONGEST_NAME = 60
_MOST_SEEN = 1_000
# The forms that what comes after them can still undo.
_LOOK_AHEAD = ("bare", "marked", "soft_square", "double_square", "opened")
_UNBRACKETED = ("bare", "marked", "opened")
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


class _Reading(NamedTuple):
    """What stands between brackets: the kind's bare name, and the rest as in `Token`."""

    name: str
    kind: str
    kinds: tuple[str, ...]
    number: int


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
            if match.start() == held and self._can_change(match):
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

    @staticmethod
    def _can_change(match: re.Match[str]) -> bool:
        """Say whether what comes after the text so far can undo `match`, which nothing closes."""
        after = match.string[match.end() :]
        return match.lastgroup == "opened" or (
            match.lastgroup in _LOOK_AHEAD and after in _LOOKED_AT
        )

    def _read(self, match: re.Match[str]) -> Token | None:
        form = match.lastgroup or ""
        if len(match[0]) > LONGEST_TOKEN:
            return None
        reading = self._reading(form, _inside(match, form))
        if reading is None:
            return None
        if form in _UNBRACKETED and self._goes_on_before(match, reading.name):
            return None
        start, end = self._bounds(match, form)
        return Token(start, end, reading.kind, reading.kinds, reading.number, form == "percent")

    def _reading(self, form: str, inner: str) -> _Reading | None:
        """Return what stands between the brackets of a `form`, if that is a placeholder's."""
        if (form, inner) not in self._seen:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            self._seen[form, inner] = self._parsed(form, inner)
        return self._seen[form, inner]

    def _parsed(self, form: str, inner: str) -> _Reading | None:
        parts = _PARTS.fullmatch(_tidied(inner))
        if parts is None or len(parts["kind"]) > _LONGEST_NAME:
            return None
        name = unicodedata.normalize("NFKC", parts["kind"]).strip("-_ ")
        if not self._certain(form, name, parts["sep"]):
            return None
        number = int(parts["number"])
        if parts["ending"]:  # what should become of that inside the brackets is anyone's guess
            return _Reading(name, parts[0], (), number)
        return _Reading(name, name, self._kinds.named(name), number)

    @staticmethod
    def _bounds(match: re.Match[str], form: str) -> tuple[int, int]:
        """Return where the token itself is, without what only belongs to the text around it."""
        if form == "marked":
            return match.end("mark"), match.end() - len(match["mark"])
        escape = match["escape1"] or match["escape2"] or ""
        closing = match.string[match.end(form) : match.end()]
        closed = match[form].endswith("\\") or (
            closing.startswith("\\") and not closing.startswith("\\u")
        )
        before = match.string[max(0, match.start() - 1) : match.start()]
        if closed or (escape == "\\" and not _GLUED.match(before)):
            return match.start(), match.end()
        return match.start() + len(escape), match.end()

    def _goes_on_before(self, match: re.Match[str], kind: str) -> bool:
        """Say whether the word before makes another kind: "Private Key_1" is no "Key_1"."""
        before = _LAST_WORD.search(match.string, max(0, match.start() - LOOK_BACK), match.start())
        return before is not None and bool(self._kinds.named(before[1] + kind))

    def _certain(self, form: str, kind: str, separator: str) -> bool:
        """Say whether `kind`, so bracketed and so separated from its number, is meant as one."""
        named = bool(self._kinds.named(kind))
        alone = self._kinds.stands_alone(kind)
        if form in _UNBRACKETED:
            return "_" in separator and alone
        parted = "_" in separator or "-" in separator
        if form in ("hard", "percent"):
            return named or alone or parted
        # Soft brackets are prose and code as well: {x_1}, [Page 3], 《三体 2》.
        if kind[0].islower():
            return False
        return (named and not kind.isascii()) or (parted and (named or alone))


def _inside(match: re.Match[str], form: str) -> str:
    """Return what stands between the brackets; nothing where it cannot be a placeholder's."""
    inner = match[form]
    if form == "percent":
        inner = unquote(unquote(inner))
    if form == "marked":
        mark = match["mark"]
        inner = inner.removesuffix(mark) if inner.endswith(mark) else ""
    return "" if inner.count("\n") > 1 else inner


def _tidied(inner: str) -> str:
    """Return what stands between brackets with its escapes, odd characters and spaces plain."""
    if "&" in inner:
        inner = html.unescape(html.unescape(inner))
    inner = _UNDERSCORES.sub("_", _HYPHENS.sub("-", _INVISIBLE.sub("", inner)))
    inner = _SPACE.sub(" ", inner).replace("_ ", "_").replace(" _", "_").strip(" *~`")
    return _SIGNS_NUMBER.sub(_plain_digits, inner)


def _plain_digits(signs: re.Match[str]) -> str:
    return "".join(f"{unicodedata.numeric(char):.0f}" for char in signs[0])
