"""Names that only a list knows: a given name with a family name, or in good company."""

from collections.abc import Collection, Iterator

from app.detect.builtin.fiction import is_invented
from app.detect.builtin.gate import Gate, first_words
from app.detect.builtin.names import THIRD
from app.detect.builtin.patterns import NAME, compiled
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

_NEAR_PERSON = compiled(
    r"(?:\b(?:with|and|from|to|for|by|tell|told|ask|asked|met|meet|meeting|call|"
    r"called|text|texted|email|emailed|"
    r"invite|invited|help|helped|thank|hi|hello|hey|dear|cc|remind|saw|see|know|"
    r"joined|visit|visited|contact|"
    r"named|marry|married|dating|love|loves|miss|introduced|between|like|because|when|"
    r"if|that|since|but|so|while|where|about|said|does|did|has|let|gave|give|send|"
    r"sent|bring|pick|of|as|today)"
    r"|^|[.!?;:,(\"“\n-])\s?[\"“'(]?$"
)
_PERSON_AFTER = compiled(
    r"^(?:['’]s\b|,? (?:and|&) (?:I|me|my|her|his|[A-Z])|,? (?:who|said|says|told|"
    r"asked|asks|is|was|has|had|wants|wanted|will|would|"
    r"thinks|suggested|mentioned|and I|called|texted|loves|likes|works|lives|came|"
    r"comes|got|gets|gave|just|also|always|"
    r"never|recently|helped|sent|wrote|did|does|can|could|might|seems|feels|keeps|"
    r"kept|needs|invited|knows|over|at|in|on|about|to|for)\b"
    r"|[,.!?;:)\"”\n]|$)"
)
_GREETING = compiled(
    r"(?:^|[\n.\"“'(:])\s?(?:hi|hello|dear|hey|thanks|thank you|good (?:morning|"
    r"afternoon|evening)),? $"
)
_PUBLISHED = compiled(
    r"\b(?:novel|film|movie|author|writer|poet|poem|painter|painting|philosopher|"
    r"president|actor|actress|singer|band|"
    r"album|song|composer|directed|starring|character|theory|scientist|inventor|artist|"
    r"legend|king|queen|emperor|saint|"
    r"playwright|musician|works of|style of|theor(?:y|ies)|written by)\b"
)
_LATIN_RUN = compiled(rf"(?<![A-Za-z0-9@._/-])(?P<v>{NAME})(?![A-Za-z0-9@_/]|\.\w|-\d)")
_BESIDE_CJK = compiled(r"[\u4e00-\u9fff，。！？、；：“”（）《》]")
_WORD = compiled(r"\S+")
_POSSESSIVE = compiled(r"['’]s?$")
_SAINT = compiled(r"\b(?:St\.?|Saint) $")
_INITIAL = compiled(r"[A-Z]\.")


class MentionedNames:
    """Names of other people that no sentence introduces, known by lists alone."""

    def __init__(
        self,
        given: Collection[str],
        ambiguous: Collection[str],
        surnames: Collection[str],
        public: Collection[str],
        not_names: Collection[str],
    ) -> None:
        self._given = frozenset(given)
        self._ambiguous = frozenset(ambiguous)
        self._surnames = frozenset(surnames)
        self._public = frozenset(map(str.lower, public))
        self._not_names = frozenset(not_names)
        self.gate = Gate(words=first_words(self._given) | first_words(self._ambiguous))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield them, unless they are public figures or invented."""
        hits = list(self._mentioned(view))
        if hits and not is_invented(view):
            yield from hits

    def _mentioned(self, view: View) -> Iterator[Hit]:
        level = level_of(THIRD)
        for match in _LATIN_RUN.finditer(view.text):
            run_start = match.start("v")
            words = [
                (run_start + m.start(), _POSSESSIVE.sub("", m[0]))
                for m in _WORD.finditer(match["v"])
            ]
            index = 0
            while index < len(words):
                used = self._name_length(words, index)
                if used:
                    start = words[index][0]
                    end = words[index + used - 1][0] + len(words[index + used - 1][1])
                    certainty = self._certainty(view, start, end, used, len(words))
                    if certainty:
                        yield Hit(start, end, THIRD, level, "known-given-name", certainty)
                index += max(used, 1)

    def _name_length(self, words: list[tuple[int, str]], index: int) -> int:
        """Return how many words from `index` on make one name; 0 where no given name starts."""
        if words[index][1] not in self._given and words[index][1] not in self._ambiguous:
            return 0
        used = 1
        while index + used < len(words) and used < 4:
            following = words[index + used][1]
            known = following in self._surnames or following in self._given
            if following in self._not_names or not (known or _INITIAL.fullmatch(following)):
                break
            used += 1
        return used

    def _certainty(self, view: View, start: int, end: int, used: int, run: int) -> float:
        """Say how sure it is that `start:end` is a private person's name; 0 where it is not.

        `used` is its number of words, `run` that of the run of capitals it stands in.
        """
        text = view.text
        around = view.low[max(0, start - 36) : end + 30]
        saint = _SAINT.search(text, max(0, start - 6), start)  # a hospital, a church, a town
        if saint or text[start:end].lower() in self._public or _PUBLISHED.search(around):
            return 0.0
        if used > 1:
            return 0.7
        if _GREETING.search(view.low[max(0, start - 16) : start]) and text[end : end + 1] in ",!":
            return 0.75
        if start == 0 and end == len(text.rstrip(" ,.")):
            return 0.6  # a line of its own: the name under a letter
        # A given name inside a longer run of capitals is mostly a brand, a place or a title.
        if run > 1 or text[start:end] not in self._given:
            return 0.0
        return self._in_company(view, start, end)

    @staticmethod
    def _in_company(view: View, start: int, end: int) -> float:
        """Say whether the words beside a lone given name treat it as a person."""
        text = view.text
        if _BESIDE_CJK.search(text[max(0, start - 2) : start] + text[end : end + 2]):
            return 0.65
        near = _NEAR_PERSON.search(view.low[max(0, start - 14) : start])
        return 0.6 if near and _PERSON_AFTER.match(text[end : end + 16]) else 0.0
