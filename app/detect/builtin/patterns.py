"""How the recognisers write their patterns, and when these are compiled."""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, cast

from app.privacy.compiling import compile_skipping

# A capitalised word of a Latin script, such as a name has.
CAPITALISED = (
    r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][a-zà-žß'’]{1,20}(?:-[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁ"
    r"ŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][a-zà-ž]{1,20})?"
)
# A name of one to four such words, with initials and particles between them.
NAME = (
    rf"{CAPITALISED}(?: (?:[A-Z]\.|(?:de|da|do|dos|van|von|der|den|bin|al|del|la|di) {CAPITALISED}|"
    rf"{CAPITALISED})){{0,3}}"
)


class _Uncompiled:
    """A pattern that is compiled when it is first asked for anything but its source.

    There are more than five hundred, which take longer to compile than the rest of the program
    takes to start, and a message needs a few dozen of them. `compile_each` does the others where
    there is time.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile, and from then on have what a compiled pattern has as plain attributes."""
        real = compile_skipping(self.pattern, self.flags)
        self.flags = real.flags
        for taken in ("finditer", "findall", "search", "match", "fullmatch", "sub", "groupindex"):
            setattr(self, taken, getattr(real, taken))
        return getattr(real, name)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Return `pattern`, compiled when first used, so that `\w`, `\d` and `\b` know ASCII only.

    Chinese has no spaces: "电话13812345678" must have a word boundary before its first digit.
    Letters with accents are named in the patterns that want them.
    """
    return cast("re.Pattern[str]", _Uncompiled(pattern, int(flags | re.ASCII)))


def patterns_named() -> Iterator[re.Pattern[str]]:
    """Yield the patterns that the loaded modules of this package name, alone or in a table.

    Only the modules know them: a recogniser that has no rules says nothing of its patterns.
    """
    within = f"{__package__}."
    for name, module in tuple(sys.modules.items()):
        if name.startswith(within):
            yield from _patterns_in(tuple(vars(module).values()))


def _patterns_in(table: tuple[object, ...]) -> Iterator[re.Pattern[str]]:
    for value in table:
        if isinstance(value, _Uncompiled):
            yield cast("re.Pattern[str]", value)
        elif isinstance(value, tuple):
            yield from _patterns_in(value)


def compile_each(patterns: Iterable[re.Pattern[str]]) -> Iterator[None]:
    """Compile those of `patterns` that nobody has used yet, one in each step.

    A step is what runs until the next None: a millisecond, for the longest of them a few.
    """
    for pattern in patterns:
        if isinstance(pattern, _Uncompiled) and "search" not in vars(pattern):
            _ = pattern.search
            yield


def starts(*words: str) -> str:
    """Return a lookahead for the first characters of the "a|b|c" lists in `words`.

    Python tries every alternative of a list at every position; this stops it at most of them.
    """
    firsts = sorted({word[0] for group in words for word in group.split("|") if word})
    return f"(?=[{''.join(map(re.escape, firsts))}])"
