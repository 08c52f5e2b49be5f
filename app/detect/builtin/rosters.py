"""People as letters and minutes list them: "To: Oliver Grant <o@…>", "Attendees: …", 参会：…"""

import re
from collections.abc import Iterator

from app.detect.builtin.gate import Gate
from app.detect.builtin.names import THIRD
from app.detect.builtin.patterns import NAME, compiled
from app.detect.builtin.people_words import COMPOUND_SURNAMES_ZH, NOT_NAMES_ZH, SURNAMES_ZH
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

_LABEL = compiled(
    r"^[ \t>*•#-]{0,8}(?:attendees|participants|present|attending|invited|invitees|absent|"
    r"apologies|members|guests|assignees?|reviewers?|(?:参会|与会|出席|列席|参加|到场|缺席|值班|抄送|主送|"
    r"记录|主持)(?:人员?|者|嘉宾)?|小组成员|组员|嘉宾)[*_]{0,2}[ \t]{0,2}:[ \t*_]{0,4}"
)
_BETWEEN = re.compile(r"[,，、;；/&]| and |和|以及")
_ADDRESSEE = compiled(rf"(?<![\w@])(?P<v>{NAME})[\"']? ?<(?=[\w.+-]{{1,64}}@)")
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ"
_NAME = compiled(rf"(?:[{_CAPITAL}](?:\.|[\wÀ-ž'’-]{{1,24}})(?: |$)){{1,4}}")
_ALL = frozenset(("All", "Everybody", "Everyone", "Nobody", "None", "TBC", "TBD", "Team"))
_NAME_ZH = compiled(rf"(?:{COMPOUND_SURNAMES_ZH}|[{SURNAMES_ZH}])[\u4e00-\u9fff]{{1,2}}")
_ASIDE = compiled(r"\s{0,2}[(（][^)）]{0,40}[)）]?$")


class Rosters:
    """Names before an address in angle brackets, and names in a list that says whose they are."""

    gate = Gate(strings=("@", ":"))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield them."""
        level = level_of(THIRD)
        if "<" in view.text and "@" in view.text:
            for match in _ADDRESSEE.finditer(view.text):
                yield Hit(*match.span("v"), THIRD, level, "addressee", 0.85)
        label = _LABEL.match(view.low)
        if label:
            for start, end in _pieces(view.text, label.end()):
                yield Hit(start, end, THIRD, level, "listed-name", 0.8)


def _pieces(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where the names stand in the list that begins at `start`, without what is said of each.

    Nothing where no piece of the list is a name.
    """
    cuts = [start, *(at for match in _BETWEEN.finditer(text, start) for at in match.span())]
    for begin, end in zip(cuts[::2], [*cuts[1::2], len(text)], strict=True):
        piece = _ASIDE.sub("", text[begin:end].rstrip(" .。\t"))
        name = piece.lstrip(" \t")
        at = begin + len(piece) - len(name)
        if _is_name(name):
            yield at, at + len(name)


def _is_name(text: str) -> bool:
    if _NAME_ZH.fullmatch(text):
        return not text.startswith(NOT_NAMES_ZH)
    return _NAME.fullmatch(text) is not None and _ALL.isdisjoint(text.split())
