"""Undoing the markup that can stand inside a value or right beside it.

"**Rosalind** Quint", "12 Harbour Road<br>Dover", "Rosalind_Quint_CV.pdf" and an address that was
quoted over two lines say the same without it, to a person and to an assistant.
"""

import re
from dataclasses import replace

from app.privacy.compiling import compile_skipping
from app.privacy.decoding import APART
from app.privacy.normalise import Folded, rewritten
from app.privacy.placeholder import WRITTEN

# Tags that stand inside a word without parting it (HTML Living Standard, 4.5).
_INLINE = (
    "a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong"
    "|sub|sup|tt|u|var|wbr"
)
_TAG_END = r"(?:\s[^<>]{0,300})?/?>"
_STARS = "*`~"
_KEPT = WRITTEN.pattern.replace("(", "(?:")
_GONE = (
    rf"</?(?i:{_INLINE}){_TAG_END}|<!--[^<>]{{0,300}}-->"
    # Between blanks or between letters a star multiplies.
    rf"|(?<![\w{_STARS}])[{_STARS}]{{1,9}}+(?=\S)|(?<=[^\s{_STARS}])[{_STARS}]{{1,9}}+(?!\w)"
    r"|(?<!\w)_{1,3}(?=[^\s_][^\n]{0,300}?[^\s_]_)|(?<=[^\s_])_{1,3}(?!\w)"
    r"|\\(?=[!-/:-@\[-`{-~])"  # CommonMark 0.31, 2.4
)
# Other tags, and what each line of a quotation or a comment begins with.
_BLANK = (
    rf"</?[A-Za-z][A-Za-z0-9]{{0,15}}{_TAG_END}"
    r"|\n[ \t]{0,16}(?:[>#|;%]|//|--)[>#|;%/\- \t]{0,32}"
)
_MARKUP = compile_skipping(rf"(?P<kept>{_KEPT})|(?P<gone>{_GONE})|(?P<blank>{_BLANK})")
_HINT = re.compile(rf"[{_STARS}_\\]|</?[A-Za-z!]|\n[ \t]*[>#|;%/-]")
# What stands for the space between words where there can be none: in addresses and file names.
_JOINT = compile_skipping(
    r"(?<=[^\W\d_])-(?=[^\W\d_])|(?<=[\w,;.)'])_(?=[^\W_])|(?<=[^\s+])\+(?=[^\s+])"
)
_JOINTS_APART = str.maketrans("-_+", "   ")
_LONGEST_JOINED = 300
_SPACE = re.compile(r"\s")


def unmarked(text: str) -> Folded | None:
    """Return `text` without markup, with the way back to it; None where it has none.

    Placeholders as the app writes them stay as they are.
    """
    if not _HINT.search(text):
        return None
    changes = [
        (*match.span(), "" if match.lastgroup == "gone" else " ")
        for match in _MARKUP.finditer(text)
        if match.lastgroup != "kept"
    ]
    return rewritten(text, changes) if changes else None


def unjoined(text: str) -> Folded | None:
    """Return what of `text` joins words by hyphens, underscores and plus signs, with spaces there.

    "cv-rosalind-quint.pdf" and "?name=Rosalind+Quint", with the way back to the text; None where
    nothing is joined. Placeholders are left out.
    """
    rest: list[tuple[int, int, str]] = []
    end = 0
    while joint := _JOINT.search(text, end):
        at = joint.start()
        begin = at
        while begin > max(end, at - _LONGEST_JOINED) and not text[begin - 1].isspace():
            begin -= 1
        rest.append((end, begin, APART))
        after = _SPACE.search(text, at, at + _LONGEST_JOINED)
        end = after.start() if after else min(len(text), at + _LONGEST_JOINED)
        rest += [(*written.span(), APART) for written in WRITTEN.finditer(text, begin, end)]
    if not rest:
        return None
    view = rewritten(text, [*rest, (end, len(text), APART)])
    return replace(view, text=view.text.translate(_JOINTS_APART))


def words_of(text: str) -> str:
    """Return a value without markup and with the words that it joins apart."""
    view = unmarked(text)
    return (text if view is None else view.text).translate(_JOINTS_APART)
