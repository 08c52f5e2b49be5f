"""Names that people are introduced with, and third parties'."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from app.detect.builtin.patterns import CAPITALISED as _CAP
from app.detect.builtin.patterns import compiled, starts
from app.detect.builtin.people_words import (
    COMPOUND_SURNAMES_ZH,
    NOT_IN_NAMES_ZH,
    NOT_NAMES_ZH,
    RELATIONS_EN,
    RELATIONS_ZH,
    SURNAMES_ZH,
)
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile
from app.privacy.levels import Level

THIRD = "Third-Party Identifiable Info"
RELATED = "Relationship Info"
_NAME = (
    rf"{_CAP}(?: (?:[A-Z]\.|(?:de|da|do|dos|van|von|der|den|bin|al|del|la|di) {_CAP}|"
    rf"{_CAP})){{0,3}}"
)
_CJK_NAME = rf"(?:{COMPOUND_SURNAMES_ZH}|[{SURNAMES_ZH}])[\u4e00-\u9fff]{{1,2}}"
_INTRODUCED = compiled(
    r"\b(?:(?i:my (?:full |real |legal |first |last |given )?name(?:'s| is|:| = )|"
    r"(?:name|full name|signed|surname|applicant|recipient)\s?[:=]"
    r"|i['’]m called|please call me|you can call me|call me|under the name(?: of)?|"
    rf"known as|name(?:d)? (?:is|as)))\s{{0,2}}(?P<v>{_NAME})"
)
_I_AM = compiled(
    rf"(?:\bI['’]m|\bI am|\b[Tt]his is|\b[Ii]t['’]s) (?P<v>{_NAME})(?=[,.!;\n)]| and | "
    r"from | here| at | with |$)"
)
_SIGNED = compiled(
    r"(?:(?i:best(?: regards| wishes)?|(?:kind|warm) regards|regards|sincerely|"
    r"yours(?: truly| sincerely| faithfully)?|cheers|thank you|thanks|love|"
    rf"respectfully),)\s{{1,3}}(?P<v>{_NAME})\s{{0,3}}(?:$|\n)"
)
_TITLED = compiled(
    r"\b(?P<v>(?P<title>Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Doctor|Rev|Capt|Sgt|Lt|"
    r"Col|Nurse|Coach|Judge|Detective|"
    r"Officer|Inspector|Pastor|Father|Sister|Rabbi|Imam|Attorney|Principal|Auntie|"
    r"Aunt|Uncle|Grandma|Grandpa|Sra|Sr|Dra|Mme|Herr|Frau|Dona|Don|Señora|Señor|"
    r"Senhora|Senhor)"
    rf"\.? (?P<n>{_NAME}))"
)
_RELATION = compiled(
    r"\b(?:(?i:my|our|his|her|their|the|with|a|an|your|s|old|new|older|younger|elder|"
    r"eldest|youngest|late|little|big|dear|best|close|longtime|long-time|childhood|"
    r"school|college|work|team) )"
    rf"(?:[\w-]{{2,20}} )?(?i:{RELATIONS_EN})s?(?:,| -| –|:)?(?: (?:is )?(?:named|"
    rf"called|whose name is|name is|is))? [\"“'‘(]?(?P<v>{_NAME})"
    rf"(?:(?:,? and |, | & )(?P<w>{_NAME}))?"
)
_APPOSED = compiled(
    rf"\b(?P<v>{_NAME})(?:,| \(| is| was) (?i:my|our|his|her) (?:[\w-]{{2,20}} )"
    rf"{{0,2}}(?i:{RELATIONS_EN})\b"
)
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
# Talk about a book or a film, and a task with invented people in it.
_FICTION = compiled(
    r"\b(?:chapter|novels?|films?|movies?|protagonist|plot|sequel|fiction|fictional|storyline|"
    r"act [ivx1-5]{1,3}\b|season \d)\b|\bin (?:\w+ ){1,4}and (?:\w+ ){0,2}\w+, (?:why|how|what|"
    r"when|who|does|did|is)\b|\bhas \d+ [a-z]+s\b.{0,40}\b(?:gives?|buys?|eats?|sells?|loses?)\b"
)
_FIRST_PERSON = compiled(r"\b(?:i|i['’]\w{1,2}|my|me|mine|we|our|us)\b|[我咱]")
_AFTER_SURNAME = compiled(
    r"(?:先生|女士|小姐|太太|老师|医生|大夫|教授|经理|总监|主任|律师|总|阿姨|叔叔|"
    r"师傅|老板|同学|护士|警官|教练|导师|博士|院长|校长|局长|处长|科长|部长|董事长|"
    r"秘书|工程师|法官|会计|哥|姐|队长)"
)
_ZH_TITLED = compiled(
    rf"(?P<v>(?:{COMPOUND_SURNAMES_ZH}|[{SURNAMES_ZH}])"
    rf"[\u4e00-\u9fff]{{0,2}}?{_AFTER_SURNAME.pattern})"
)
_ZH_INTRODUCED = compiled(
    r"(?:我叫|我的名字(?:是|叫)|我名叫|本人叫?|我姓名|姓名(?:是|为|:)?|名字(?:是|叫)|"
    rf"真名(?:是|叫)?|署名|称呼我)\s?[:：]?\s?(?P<v>{_CJK_NAME}|{_NAME})"
)
_ZH_I_AM = compiled(rf"(?:我是|我就是|这里是)\s?(?P<v>{_CJK_NAME})(?=[，。！,.!；;\s]|$)")
_ZH_RELATION = compiled(
    rf"{starts(RELATIONS_ZH)}(?:{RELATIONS_ZH})(?:的)?(?:名字)?(?:是|叫|名叫|名为|，|,|"
    rf":)?\s?[“\"（(《]?(?P<v>{_CJK_NAME}|{_NAME})"
    rf"(?:(?:和|与|、|跟)\s?(?P<w>{_NAME}))?"
)
_ZH_APPOSED = compiled(
    rf"(?P<v>{_NAME}|{_CJK_NAME})\s?(?:[（(，,]\s?)?(?:是)?我(?:的)"
    rf"?(?:[\u4e00-\u9fff]{{0,3}})(?:{RELATIONS_ZH})"
)
_ZH_CALLED = compiled(
    r"(?:名叫|叫做|叫|联系人(?:是|为|:)?|收件人(?:是|为|:)?|持卡人(?:是|为|:)?|"
    rf"患者(?:是|为|:)?|户名(?:是|为|:)?|房东)\s?(?P<v>{_CJK_NAME}|{_NAME})"
)
_LATIN_RUN = compiled(rf"(?<![A-Za-z0-9@._/-])(?P<v>{_NAME})(?![A-Za-z0-9@_/]|\.\w|-\d)")
_BESIDE_CJK = compiled(r"[\u4e00-\u9fff，。！？、；：“”（）《》]")


def trim_chinese_name(name: str, following: str) -> str:
    """Cut a Chinese name after its surname and one or two characters of a given name.

    `following` is what stands after `name`. Compound surnames keep both characters.
    """
    if name.startswith(NOT_NAMES_ZH):
        return ""
    surname = 2 if re.match(COMPOUND_SURNAMES_ZH, name) else 1
    given = name[surname : surname + 2]
    if len(given) == 2 and (
        given[1] in _NOT_LAST_ZH or (following[:1] and given[1] + following[0] in _WORDS_ZH)
    ):
        given = given[:1]
    if given[:1] in NOT_IN_NAMES_ZH:
        return ""
    return name[:surname] + given


# 晓月 is a name and 月三 no date: a name keeps 月 unless it begins a word that people use.
_NOT_LAST_ZH = frozenset(NOT_IN_NAMES_ZH) - {"月"}
_WORDS_ZH = frozenset(
    {
        "月底",
        "月初",
        "月中",
        "月份",
        "月末",
        "明天",
        "明年",
        "以前",
        "以后",
        "以及",
        "以为",
        "生病",
        "生气",
        "生日",
        "生了",
        "今天",
        "昨天",
        "最近",
        "已经",
        "一起",
        "刚刚",
        "现在",
        "一直",
        "介绍",
        "推荐",
        "建议",
        "告诉",
        "认为",
        "觉得",
        "负责",
        "准备",
        "打算",
        "约定",
        "提到",
        "发来",
        "发给",
        "同意",
        "联系",
        "预约",
        "帮忙",
    }
)


# Without a capitalised word after the first there is no Latin name to introduce.
_NAME_LIKE = compiled(rf"[^A-Za-z0-9]{_CAP}")


class _Context(NamedTuple):
    """A pattern whose groups `v` and `w` are names, and what they are.

    `cues` are lower-case literals of which one must occur; none means always.
    """

    pattern: re.Pattern[str]
    type: str
    recogniser: str
    certainty: float
    cues: tuple[str, ...] = ()

    def named(self, level: Level) -> tuple[str, Level, str, float]:
        """Return the fields of a `Hit` after its offsets."""
        return self.type, level, self.recogniser, self.certainty


_CONTEXTS_EN = (
    _Context(
        _INTRODUCED,
        "Real Name",
        "introduced-name",
        0.85,
        ("name", "call", "known as", "signed", "applicant", "recipient"),
    ),
    _Context(_I_AM, "Real Name", "introduced-name", 0.65),
    _Context(
        _SIGNED,
        "Real Name",
        "introduced-name",
        0.8,
        ("best", "regards", "sincerely", "yours", "cheers", "thank", "love", "respectfully"),
    ),
    _Context(_RELATION, RELATED, "related-name", 0.8),
    _Context(_APPOSED, RELATED, "related-name", 0.8),
)
_CONTEXTS_ZH = (
    _Context(_ZH_INTRODUCED, "Real Name", "introduced-name", 0.85),
    _Context(_ZH_I_AM, "Real Name", "introduced-name", 0.85),
    _Context(_ZH_RELATION, RELATED, "related-name", 0.75),
    _Context(_ZH_APPOSED, RELATED, "related-name", 0.75),
    _Context(_ZH_CALLED, THIRD, "called-name", 0.7),
)


class Names:
    """Names that people are introduced, addressed or mentioned by."""

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
        self._public = frozenset(name.lower() for name in public)
        self._not_names = frozenset(not_names)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield names of the user as introduced and of third parties."""
        seen: set[tuple[int, int]] = set()
        hits = (*self._in_context(view), *self._mentioned(view))
        invented = hits and _FICTION.search(view.low) and not _FIRST_PERSON.search(view.low)
        for hit in hits:
            name = view.text[hit.start : hit.end]
            if invented and hit.recogniser in {"titled-name", "known-given-name"}:
                continue
            if (hit.start, hit.end) in seen or name.lower() in self._public:
                continue
            seen.add((hit.start, hit.end))
            yield hit

    def _in_context(self, view: View) -> Iterator[Hit]:
        text = view.text
        if _NAME_LIKE.search(text):
            yield from self._run(_CONTEXTS_EN, view)
            for match in _TITLED.finditer(text):
                start, end = self._cut(text, *match.span("n"))
                if end > start:
                    yield Hit(match.start("v"), end, THIRD, level_of(THIRD), "titled-name", 0.8)
        if view.has_cjk:
            yield from self._run(_CONTEXTS_ZH, view)
            for match in _ZH_TITLED.finditer(text):
                yield Hit(*match.span("v"), THIRD, level_of(THIRD), "titled-name", 0.7)

    def _run(self, contexts: tuple[_Context, ...], view: View) -> Iterator[Hit]:
        text = view.text
        for context in contexts:
            if context.cues and not any(cue in view.low for cue in context.cues):
                continue
            groups = context.pattern.groupindex.keys() & {"v", "w"}
            for match in context.pattern.finditer(text):
                for group in groups:
                    if match[group]:
                        start, end = self._bounds(text, *match.span(group))
                        # "My name is Ishmael's whale" introduces nobody.
                        owner = text[end : end + 2] in {"'s", "’s"}
                        if end > start and not (owner and context.recogniser == "introduced-name"):
                            level = level_of(context.type)
                            yield Hit(start, end, *context.named(level))

    def _bounds(self, text: str, start: int, end: int) -> tuple[int, int]:
        if "\u4e00" <= text[start] <= "\u9fff":
            return start, start + len(trim_chinese_name(text[start:end], text[end : end + 1]))
        return self._cut(text, start, end)

    def _cut(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Shorten a run of capitalised words to its leading words that can be a name."""
        kept = start
        for word in re.finditer(r"\S+", text[start:end]):
            plain = re.sub(r"['’]s$", "", word[0])
            if plain in self._not_names:
                break
            kept = start + word.start() + len(plain)
            if plain != word[0]:
                break
        return start, kept

    def _mentioned(self, view: View) -> Iterator[Hit]:
        """Names that only a list knows: a given name with a family name, or in good company."""
        level = level_of(THIRD)
        for match in _LATIN_RUN.finditer(view.text):
            run_start = match.start("v")
            words = [
                (run_start + m.start(), re.sub(r"['’]s?$", "", m[0]))
                for m in re.finditer(r"\S+", match["v"])
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
            if following in self._not_names or not (known or re.fullmatch(r"[A-Z]\.", following)):
                break
            used += 1
        return used

    def _certainty(self, view: View, start: int, end: int, used: int, run: int) -> float:
        """Say how sure it is that `start:end` is a private person's name; 0 where it is not.

        `used` is its number of words, `run` that of the run of capitals it stands in.
        """
        text = view.text
        around = view.low[max(0, start - 36) : end + 30]
        if text[start:end].lower() in self._public or _PUBLISHED.search(around):
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
