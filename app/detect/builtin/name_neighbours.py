"""Whether a name goes on beside a find: then it is another person's whole name."""

from collections.abc import Collection

from app.detect.builtin.patterns import CAPITALISED, compiled

_AFTER = compiled(rf" (?P<v>{CAPITALISED}|[A-Z]\.)(?!\w)")
_AFTER_IN_CAPITALS = compiled(r" (?P<v>[A-Z]{2,20})(?!\w)")
_BEFORE = compiled(rf"(?<![\w@/-])(?P<v>{CAPITALISED}) $")
_POSSESSIVE = compiled(r"['’]s?$")
# The longest capitalised word that can stand before a name, and the space after it.
_REACH = 44


class NameNeighbours:
    """Tells the words of names from other capitalised words."""

    def __init__(
        self, given: Collection[str], surnames: Collection[str], not_names: Collection[str]
    ) -> None:
        """`given` and `surnames` are hardly ever anything else; `not_names` never are names."""
        self._given, self._surnames = frozenset(given), frozenset(surnames)
        self._not_names = frozenset(not_names)

    def around(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Return `start`, `end` widened over the words of the same name on either side.

        A word before counts only if it is known as a name, because a sentence starts with a
        capital too; a word after counts unless it is known to be none.
        """
        wide_start, wide_end = start, end
        following = _AFTER_IN_CAPITALS if text[start:end].isupper() else _AFTER
        after = following.match(text, end)
        while after:
            name = _POSSESSIVE.sub("", after["v"])
            if name in self._not_names or name.capitalize() in self._not_names:
                break
            wide_end = after.start("v") + len(name)
            after = following.match(text, wide_end) if name == after["v"] else None
        before = _BEFORE.search(text, max(0, start - _REACH), start)
        word = before["v"] if before else ""
        known = word in self._given or word in self._surnames
        if before and known and word not in self._not_names:
            wide_start = before.start("v")
        return wide_start, wide_end
