"""How the recognisers compile their patterns."""

import re

# A capitalised word of a Latin script, such as a name has.
CAPITALISED = (
    r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][a-zà-žß'’]{1,20}(?:-[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁ"
    r"ŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][a-zà-ž]{1,20})?"
)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Return `pattern` compiled so that `\w`, `\d` and `\b` know ASCII only.

    Chinese has no spaces: "电话13812345678" must have a word boundary before its first digit.
    Letters with accents are named in the patterns that want them.
    """
    return re.compile(pattern, flags | re.ASCII)


def starts(*words: str) -> str:
    """Return a lookahead for the first characters of the "a|b|c" lists in `words`.

    Python tries every alternative of a list at every position; this stops it at most of them.
    """
    firsts = sorted({word[0] for group in words for word in group.split("|") if word})
    return f"(?=[{''.join(map(re.escape, firsts))}])"
