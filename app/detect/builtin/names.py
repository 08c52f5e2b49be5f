"""Names that people are introduced with, and third parties'."""

import re
from collections.abc import Collection, Iterator
from itertools import chain
from typing import NamedTuple

from app.detect.builtin.fiction import is_invented
from app.detect.builtin.gate import Gate, first_words
from app.detect.builtin.patterns import NAME as _NAME
from app.detect.builtin.patterns import compiled, starts
from app.detect.builtin.people_words import (
    COMPOUND_SURNAMES_ZH,
    DEMONYM,
    NOT_IN_NAMES_ZH,
    NOT_NAMES_ZH,
    RELATIONS_EN,
    RELATIONS_ZH,
    SURNAMES_ZH,
)
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

THIRD = "Third-Party Identifiable Info"
RELATED = "Relationship Info"
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
_TITLES = (
    "Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Doctor|Rev|Capt|Sgt|Lt|Col|Nurse|Coach|Judge|Detective|"
    "Officer|Inspector|Pastor|Father|Sister|Rabbi|Imam|Attorney|Principal|Auntie|Aunt|Uncle|"
    "Grandma|"
    "Grandpa|Grandad|Madame|Monsieur|Señorita|Constable|Councillor|Reverend|"
    "Sra|Sr|Dra|Mme|Herr|Frau|Dona|Don|Señora|Señor|Senhora|Senhor"
)
# A letter of any script but Chinese before a title makes it part of another word, as for `TOKEN`.
_TITLED = compiled(
    r"(?<![\w\u00aa-\u1fff\u2c00-\u2dff\u3040-\u33ff\ua000-\ud7ff\U00010000-\U0001d7ff"
    rf"\U00020000-\U0003ffff])(?P<v>(?:{_TITLES})\.? (?P<n>{_NAME}))"
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
_AFTER_SURNAME = compiled(
    r"(?:先生|女士|小姐|太太|老师|医生|大夫|教授|经理|总监|主任|律师|总|阿姨|叔叔|"
    r"师傅|老板|同学|护士|警官|教练|导师|博士|院长|校长|局长|处长|科长|部长|董事长|"
    r"秘书|工程师|法官|会计|哥|姐|队长)"
)
_ZH_TITLED = compiled(
    r"(?P<v>(?!(?<=主)任|(?<=历)史|(?<=论)文|高中同)"
    rf"(?:{COMPOUND_SURNAMES_ZH}|[{SURNAMES_ZH}])[\u4e00-\u9fff]{{0,2}}?{_AFTER_SURNAME.pattern})"
)
# "历史系副教授", "前单位会计" and "过年总觉得" name nobody.
# "Who was Dr. Semmelweis?" asks about somebody whom everybody may know.
_ASKED_WHO = compiled(r"\b[Ww]ho (?:was|is|were) $")
_PIECE_ZH = compiled(r"[一这那每几两]段")
_NO_TITLED_ZH = compiled(r"^(?:单位|方过|.系副?教授)")
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
    rf"患者(?:是|为|:)?|(?<!客)户名(?:是|为|:)?|房东)\s?(?P<v>{_CJK_NAME}|{_NAME})"
)


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


class _Context(NamedTuple):
    """A pattern whose groups `v` and `w` are names, and what they are.

    `words` are words of which one must occur; without any the pattern itself says what it needs.
    """

    pattern: re.Pattern[str]
    type: str
    recogniser: str
    certainty: float
    words: frozenset[str] = frozenset()


_RELATIVES = first_words(RELATIONS_EN.split("|"))
_CONTEXTS = (
    _Context(_INTRODUCED, "Real Name", "introduced-name", 0.85),
    _Context(_I_AM, "Real Name", "introduced-name", 0.65),
    _Context(_SIGNED, "Real Name", "introduced-name", 0.8),
    _Context(_RELATION, RELATED, "related-name", 0.8, _RELATIVES),
    _Context(_APPOSED, RELATED, "related-name", 0.8, _RELATIVES),
    _Context(_ZH_INTRODUCED, "Real Name", "introduced-name", 0.85),
    _Context(_ZH_I_AM, "Real Name", "introduced-name", 0.85),
    _Context(_ZH_RELATION, RELATED, "related-name", 0.75),
    _Context(_ZH_APPOSED, RELATED, "related-name", 0.75),
    _Context(_ZH_CALLED, THIRD, "called-name", 0.7),
)


class IntroducedNames:
    """The names in one kind of sentence that introduces somebody."""

    def __init__(
        self, context: _Context, public: frozenset[str], not_names: frozenset[str]
    ) -> None:
        self._context = context
        self._public = public
        self._not_names = not_names
        self.gate = Gate(words=context.words) if context.words else Gate((context.pattern,))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield the names of the user as introduced, and of third parties."""
        hits = list(self._introduced(view))
        if hits and (self._context.type == "Real Name" or not is_invented(view)):
            yield from hits

    def _introduced(self, view: View) -> Iterator[Hit]:
        context = self._context
        text = view.text
        first = context.pattern.search(text)
        if first is None:
            return
        groups = context.pattern.groupindex.keys() & {"v", "w"}
        level = level_of(context.type)
        for match in chain((first,), context.pattern.finditer(text, first.end())):
            for group in groups:
                if not match[group]:
                    continue
                start, end = self._bounds(text, *match.span(group))
                # "My name is Ishmael's whale" introduces nobody.
                owner = text[end : end + 2] in {"'s", "’s"}
                if end <= start or (owner and context.recogniser == "introduced-name"):
                    continue
                if text[start:end].lower() not in self._public and not _FROM.fullmatch(
                    text, start, end
                ):
                    yield Hit(
                        start, end, context.type, level, context.recogniser, context.certainty
                    )

    def _bounds(self, text: str, start: int, end: int) -> tuple[int, int]:
        if "\u4e00" <= text[start] <= "\u9fff":
            return start, start + len(trim_chinese_name(text[start:end], text[end : end + 1]))
        return start, _name_end(text, start, end, self._not_names)


class TitledNames:
    """Names after a title, or in Chinese before one."""

    gate = Gate((_ZH_TITLED,), first_words(_TITLES.split("|")))

    def __init__(self, public: frozenset[str], not_names: frozenset[str]) -> None:
        self._public = public
        self._not_names = not_names

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield names together with their titles."""
        text = view.text
        places = []
        for match in _TITLED.finditer(text):
            end = _name_end(text, *match.span("n"), self._not_names)
            if end > match.start("n") and not _ASKED_WHO.search(text, 0, match.start()):
                places.append((match.start("v"), end, 0.8))
        if view.has_cjk:
            places += [
                (*match.span("v"), 0.7)
                for match in _ZH_TITLED.finditer(text)
                if not _NO_TITLED_ZH.search(match["v"])
                and not _PIECE_ZH.match(text, max(0, match.start() - 1))
            ]
        if places and is_invented(view):
            return
        for start, end, certainty in places:
            if text[start:end].lower() not in self._public:
                yield Hit(start, end, THIRD, level_of(THIRD), "titled-name", certainty)


def _name_end(text: str, start: int, end: int, not_names: frozenset[str]) -> int:
    """Return where a run of capitalised words ends, cut to the leading ones that can be a name."""
    kept = start
    for word in _WORD.finditer(text, start, end):
        plain = _POSSESSIVE.sub("", word[0])
        # "I'm" and "He'll" are no names either.
        if plain in not_names or _CONTRACTED.sub("", plain) in not_names:
            break
        kept = word.start() + len(plain)
        if plain != word[0]:
            break
    return kept


_WORD = compiled(r"\S+")
# "I'm Estonian" names nobody.
_FROM = compiled(DEMONYM)
_POSSESSIVE = compiled(r"['’]s$")
_CONTRACTED = compiled(r"['’](?:m|re|ve|ll|d)$")


def introduced_names(
    public: Collection[str], not_names: Collection[str]
) -> tuple[IntroducedNames | TitledNames, ...]:
    """Return the recognisers of names in their sentences.

    `public` are the names of public figures, `not_names` capitalised words that never are names.
    """
    figures, others = frozenset(map(str.lower, public)), frozenset(not_names)
    introduced = [IntroducedNames(context, figures, others) for context in _CONTEXTS]
    return (*introduced, TitledNames(figures, others))
