"""A text as the recognisers read it: evasions undone, case kept, every offset traceable.

`app.privacy.normalise` folds case away because it compares values; names and codes need their
case, so recognition has a view of its own.
"""

import re
import unicodedata
from bisect import bisect_right

# Chinese clause punctuation stays: "，" ends a clause where "," may stand inside a number.
_KEPT = frozenset("，；！？。、《》“”‘’「」『』【】…·—–")
_ODD = re.compile(
    r"[^\x00-\x7e\u4e00-\u9fff\u3400-\u4dbf\u00c0-\u024f，"
    r"；！？。、《》“”‘’「」『』【】…·—–]"
)
# Letters of other scripts that look Latin, used only inside a word that also has Latin letters.
_LOOKALIKE = str.maketrans(
    "аеорсухіјѕԁһкмтвнАВЕКМНОРСТХУІЈЅαονρτικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhkmtbhABEKMHOPCTXYIJSaovptikABEZHIKMNOPTYX",
)
# Only the start of a word is tried, so that a long one without such letters is read once.
_MIXED = re.compile(r"(?:(?<!\w)\w*|(?=\W))[\u0370-\u052f]\w*")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u052f]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_PLAIN_TOKEN = re.compile(r"[a-z0-9]+")
TOKEN = re.compile(r"(?:[^\W_\u3400-\u9fff])+")
_CJK = re.compile(r"[\u4e00-\u9fff]")


def _replacement(char: str) -> str:
    """Return how one unusual character is read; empty where it is invisible."""
    category = unicodedata.category(char)
    if category == "Cf" or char == "\u034f" or "\ufe00" <= char <= "\ufe0f":
        return ""
    if category == "Zs":
        return " "
    if category in {"Zl", "Zp"}:
        return "\n"
    return unicodedata.normalize("NFKC", char)


def _same_length_lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(lower if len(lower := char.lower()) == 1 else char for char in text)


def _token_of(low: str) -> re.Pattern[str]:
    """Return the pattern of a token; the one for ASCII alone is faster."""
    return _PLAIN_TOKEN if low.isascii() else TOKEN


class View:
    """A text with width, invisible characters and lookalike letters undone.

    `text` keeps case, `low` is its lower-case twin of the same length. `original` maps a piece
    back to the text as typed.
    """

    def __init__(self, typed: str) -> None:
        # Where pieces begin, in the view and as typed, and whether they are one odd character.
        self._begins: list[int] = []
        self._typed_begins: list[int] = []
        self._are_odd: list[bool] = []
        self.text = typed if typed.isascii() else self._read(typed)
        self.low = _same_length_lower(self.text)
        # Looked up when asked for; `cached_property` takes a lock each time.
        self._words: set[str] | None = None
        self._tokens: list[tuple[str, int, int]] | None = None
        self._has_cjk: bool | None = None

    def _read(self, typed: str) -> str:
        odd_ones = set(_ODD.findall(typed))
        if not odd_ones:
            return typed
        plain = typed
        if any(map(_OTHER_SCRIPT.match, odd_ones)):
            plain = _MIXED.sub(
                lambda word: (
                    word[0].translate(_LOOKALIKE)
                    if _LATIN.search(unicodedata.normalize("NFKC", word[0]))
                    else word[0]
                ),
                typed,
            )
        pieces: list[str] = []
        at = length = 0
        for odd in _ODD.finditer(plain):
            start, end = odd.span()
            for piece, begin in ((plain[at:start], at), (_replacement(odd[0]), start)):
                if piece:
                    pieces.append(piece)
                    self._begins.append(length)
                    self._typed_begins.append(begin)
                    self._are_odd.append(begin == start)
                    length += len(piece)
            at = end
        self._begins.append(length)
        self._typed_begins.append(at)
        self._are_odd.append(False)
        pieces.append(plain[at:])
        return "".join(pieces)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the code point offsets, in the text as typed, of `text[start:end]`.

        Whole original characters; `start` must be less than `end`.
        """
        if self.is_as_typed:
            return start, end
        return self._typed(start), self._typed(end - 1) + 1

    def _typed(self, index: int) -> int:
        """Return where the character stands, as typed, of which the one at `index` was read."""
        piece = bisect_right(self._begins, index) - 1
        begin = self._typed_begins[piece]
        return begin if self._are_odd[piece] else begin + index - self._begins[piece]

    @property
    def is_as_typed(self) -> bool:
        """Whether every offset into the view is the same in the text as typed."""
        return not self._begins

    @property
    def words(self) -> set[str]:
        """Every token, and those that end in "s" without it as well."""
        if self._words is None:
            self._words = words = set(_token_of(self.low).findall(self.low))
            words.update([word[:-1] for word in words if word[-1] == "s" and len(word) > 3])
        return self._words

    @property
    def tokens(self) -> list[tuple[str, int, int]]:
        """Every run of letters and digits in lower case, Chinese apart, and its offsets."""
        if self._tokens is None:
            found = _token_of(self.low).finditer(self.low)
            self._tokens = [(match[0], *match.span()) for match in found]
        return self._tokens

    @property
    def has_cjk(self) -> bool:
        """Whether any Chinese character stands in the text."""
        if self._has_cjk is None:
            self._has_cjk = not self.text.isascii() and _CJK.search(self.text) is not None
        return self._has_cjk
