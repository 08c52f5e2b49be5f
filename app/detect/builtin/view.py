"""A text as the recognisers read it: evasions undone, case kept, every offset traceable.

`app.privacy.normalise` folds case away because it compares values; names and codes need their
case, so recognition has a view of its own.
"""

import re
import unicodedata

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


class View:
    """A text with width, invisible characters and lookalike letters undone.

    `text` keeps case, `low` is its lower-case twin of the same length. `original` maps a piece
    back to the text as typed.
    """

    def __init__(self, typed: str) -> None:
        self._offsets: list[int] | None = None
        self._typed_length = len(typed)
        self.text = typed if typed.isascii() else self._read(typed)
        self.low = _same_length_lower(self.text)
        # Looked up when asked for; `cached_property` takes a lock each time.
        self._words: set[str] | None = None
        self._has_cjk: bool | None = None

    def _read(self, typed: str) -> str:
        if not _ODD.search(typed):
            return typed
        plain = _MIXED.sub(
            lambda word: (
                word[0].translate(_LOOKALIKE)
                if _LATIN.search(unicodedata.normalize("NFKC", word[0]))
                else word[0]
            ),
            typed,
        )
        pieces: list[str] = []
        offsets: list[int] = []
        at = 0
        for odd in _ODD.finditer(plain):
            pieces.append(plain[at : odd.start()])
            offsets.extend(range(at, odd.start()))
            read = _replacement(odd[0])
            pieces.append(read)
            offsets.extend([odd.start()] * len(read))
            at = odd.end()
        pieces.append(plain[at:])
        offsets.extend(range(at, len(plain)))
        self._offsets = offsets
        return "".join(pieces)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the code point offsets, in the text as typed, of `text[start:end]`.

        Whole original characters; `start` must be less than `end`.
        """
        if self._offsets is None:
            return start, end
        return self._offsets[start], self._offsets[end - 1] + 1

    @property
    def is_as_typed(self) -> bool:
        """Whether every offset into the view is the same in the text as typed."""
        return self._offsets is None

    @property
    def words(self) -> set[str]:
        """Every token, and those that end in "s" without it as well."""
        if self._words is None:
            pattern = _PLAIN_TOKEN if self.low.isascii() else TOKEN
            self._words = words = set(pattern.findall(self.low))
            words.update([word[:-1] for word in words if word[-1] == "s" and len(word) > 3])
        return self._words

    @property
    def has_cjk(self) -> bool:
        """Whether any Chinese character stands in the text."""
        if self._has_cjk is None:
            self._has_cjk = not self.text.isascii() and _CJK.search(self.text) is not None
        return self._has_cjk
