"""Health: conditions, medicines with their dose, treatments, measured values of the body."""

from collections.abc import Collection, Iterator
from pathlib import Path

from app.detect.builtin.chinese_words import word_start
from app.detect.builtin.fiction import is_invented
from app.detect.builtin.gate import Gate
from app.detect.builtin.health_values import HEALTH, RULES
from app.detect.builtin.health_words import (
    ENDS_IN_BODY_ZH,
    GRADE_EN,
    ILL_ZH,
    MADE_OF_EN,
    NOT_DISEASES,
    NOT_ILL_ZH,
    STEM_EN,
    STEM_ZH,
    ZH_AFTER_TERM,
    ZH_CONDITION,
    ZH_GRADE,
)
from app.detect.builtin.lexicon import Lexicon, read_words
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import RELATIONS_EN, RELATIONS_ZH
from app.detect.builtin.recogniser import Hit, Recogniser, RuleRecogniser, level_of
from app.detect.builtin.view import TOKEN, View
from app.detect.detector import Profile

# A question about a disease, and nobody who has it.
_AT_LARGE_ZH = compiled(
    r"一般来说|一般来讲|是什么(?!原因)|什么是|(?:病人|患者)(?:能|可以|要|应?该)|怎么(?:预防|区分)|(?<!我这)(?<!我)是?怎么回事"
)
_SOMEBODY_ZH = compiled(
    rf"[我他她您你]|本人|确诊|查出|检查|体检|复查|报告|手术|服用|\d\s?(?:年|岁|个月)|{RELATIONS_ZH}"
)
_CLINICAL = compiled(
    r"\b(?:diagnos\w+|prescri\w+|taking|suffer\w*|surgery|symptoms?|treat\w*|"
    r"therap\w+|doctor|clinic|hospital|medication|medical|history of|allerg\w+|"
    r"episode|relapse|test(?:ed)? (?:results?|positive)|follow-up|check-?up|"
    r"recover\w+|managing|struggl\w+|had|have|has|with|from|since)\b"
)
_PERSONAL_ZH = compiled(
    r"[我他她您]|家族|得过|患[上有过]|术后|产后|正在做|刚做完|每天|每日|每晚|早晚|患者|病人|本人|"
    r"确诊|"
    r"诊断|病史|体检|检查|复查|"
    r"报告|服用|吃药|用药|"
    rf"住院|手术|治疗|医生|症状|指标|{RELATIONS_ZH}"
)
_DOSE_UNIT = (
    r"(?:mg|mcg|µg|μg|ug|g|ml|iu|units?|毫克|微克|毫升|片|粒|支|滴|单位|国际单位|"
    r"tablets?|pills?|capsules?|puffs?|drops?)"
)
_DOSE_AFTER = compiled(
    rf"[ （(]{{0,2}}(?:\d{{1,4}}(?:\.\d{{1,3}})?\s?{_DOSE_UNIT}(?:/(?:天|日|次|day|ml))"
    r"?[）)]?)"
)
_DOSE_BEFORE = compiled(rf"(?<![\w.])\d{{1,4}}(?:\.\d{{1,3}})?\s?{_DOSE_UNIT} (?:of |的)?$")

# Complaints that people also name without being ill; they count beside words of medicine.
_EVERYDAY = compiled(
    r"(?:anxiety|depression|insomnia|burnout|flu|dizziness|constipation|back pain|"
    r"chronic pain|"
    r"numbness|overweight|addiction|phobia|blind|deaf|mood swings|sleep deprivation|"
    r"stroke|hernia|"
    r"fracture|sprain|hair loss|acne|ultrasound|blood test|rehab|detox|counseling|"
    r"失眠|头痛|头晕|便秘|腹泻|流感|新冠|肥胖|脱发|耳鸣|心悸|心慌|胸闷|气短|手抖|盗汗|"
    r"消瘦|脱水|缺铁|"
    r"缺钙|抑郁|情绪低落|情绪障碍|抽搐|昏迷|休克|残疾|过敏反应|心理咨询|心理治疗|"
    r"心理辅导|精神科|物理治疗|"
    r"康复训练|彩超|b超|心电图|基因检测|风湿|职业倦怠|心理疾病|精神疾病|早醒|潮热|"
    r"畏光|腰痛|背痛|颈痛|肩痛)"
)
_CARE = compiled(
    r"\b(?:diagnos\w+|medicat\w+|doctor|therap\w+|prescri\w+|clinic\w*|hospital|"
    r"treat\w*|chronic|"
    r"severe|psychiatr\w+|mg|symptoms?|suffer\w*|disorder)\b"
    r"|老是|总是|经常|一直|反复|整[天晚]|确诊|诊断|医生|大夫|药|治疗|医院|复查|症状|病|发作|严重|"
    r"慢性|长期|体检|就医|"
    r"就诊|门诊|指标|报告|mg|毫克"
)


# Words of one's own and of somebody whom the line is about.
_PERSONAL = frozenset(
    ("i", "my", "me", "mine", "myself", "we", "our", "he", "she", "his", "her", "patient", "worker",
     "diagnosed", "prescribed", "prescription", *RELATIONS_EN.split("|"))
)  # fmt: skip


# What stands in every line for which `_told_of` is true.
_SOMEBODYS = Gate((_PERSONAL_ZH,), words=_PERSONAL)


def _told_of(view: View) -> tuple[bool, bool]:
    """Return whether a line is about somebody, and whether it is so in Chinese."""
    chinese = view.has_cjk and bool(_PERSONAL_ZH.search(view.low))
    if chinese and _AT_LARGE_ZH.search(view.low):
        chinese = bool(_SOMEBODY_ZH.search(view.low))
    return chinese or not _PERSONAL.isdisjoint(view.words), chinese


# Whose a disease is, where no word of medicine says so: "I haven't told them about the bulimia".
_OWN = compiled(r"\b(?:i|i['’]\w{1,2}|my|me|myself)\b")
_NEAR_OWN = 45


# Who says "I'm having a mastectomy" needs no word of medicine.
_UNDERGOES = compiled(
    r"\b(?:i['’]?m|i['’]ve|i|she|he|my \w{2,12}|we) (?:\w+ )?(?:having|had|have|got|getting|need|"
    r"needs|gets) (?:an? |my |his |her |the )?$"
)


# "糖尿病人" are those who have it at large, "我是糖尿病人" is somebody.
_PATIENTS_ZH = compiled(r"(?!是).[\u4e00-\u9fff]{1,8}?(?:病人|患者|人群)")


class Conditions:
    """Conditions and treatments from lists, where somebody has them."""

    def __init__(self, conditions: Collection[str], care: Collection[str]) -> None:
        self._conditions = frozenset(map(str.lower, conditions))
        self._terms = Lexicon((*conditions, *care))
        self.gate = self._terms.gate()._replace(also=(_SOMEBODYS,))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield terms with their grade or side."""
        terms = list(self._terms.find(view))
        if not terms or not _told_of(view)[0] or is_invented(view):
            return
        for term in terms:
            is_condition = term.term in self._conditions
            everyday = _EVERYDAY.fullmatch(term.term) is not None
            if everyday and not _CARE.search(view.low):
                continue
            start, end = _graded(view.low, term.start, term.end)
            chinese = view.text[term.start] >= "\u4e00"
            if chinese and _PATIENTS_ZH.match(view.text, max(0, start - 1)):
                continue
            undergone = not is_condition and _UNDERGOES.search(view.low, max(0, start - 24), start)
            if (
                chinese
                or undergone
                or _someones(view, start, end, named=is_condition and not everyday)
            ):
                named = ("condition", 0.75) if is_condition else ("treatment", 0.65)
                rule, certainty = ("symptom", named[1]) if everyday else named
                yield Hit(start, end, HEALTH, level_of(HEALTH), rule, certainty)


class Medicines:
    """Medicines from a list and by the stems of their names, where somebody takes them."""

    def __init__(self, medicines: Collection[str]) -> None:
        self._medicines = Lexicon(medicines)
        self.gate = self._medicines.gate(STEM_EN, STEM_ZH)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield medicines with their dose."""
        somebody, chinese = _told_of(view)
        for start, end, certainty in self._places(view, chinese=chinese or not somebody):
            # People leave "I" out: a medicine with its dose is somebody's all the same.
            if (
                somebody or any(char.isdigit() for char in view.text[start:end])
            ) and not is_invented(view):
                yield Hit(start, end, HEALTH, level_of(HEALTH), "medicine", certainty)

    def _places(self, view: View, *, chinese: bool) -> Iterator[tuple[int, int, float]]:
        for term in self._medicines.find(view):
            yield (*_with_dose(view.low, term.start, term.end), 0.8)
        for match in STEM_EN.finditer(view.low):
            yield (*_with_dose(view.low, *match.span()), 0.7)
        if chinese and view.has_cjk:
            for match in STEM_ZH.finditer(view.low):
                begin = word_start(view.low, *match.span())
                if begin is not None:
                    yield (*_with_dose(view.low, begin, match.end()), 0.7)


class UnlistedConditions:
    """Diseases that no list has, by the Greek and Latin that their names are made of."""

    gate = Gate((MADE_OF_EN,), also=(_SOMEBODYS,))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield diseases that somebody has."""
        if not _told_of(view)[0]:
            return
        level = level_of(HEALTH)
        for match in MADE_OF_EN.finditer(view.low):
            start, end = match.span("v")
            if match["v"] not in NOT_DISEASES and _someones(view, start, end):
                yield Hit(*_graded(view.low, start, end), HEALTH, level, "condition", 0.6)


class ConditionsByParts:
    """Conditions that Chinese names by a body part and what ails it."""

    gate = Gate((ZH_CONDITION,), also=(_SOMEBODYS,))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield conditions that somebody has, but not from the middle of "担心"."""
        text = view.text
        match = ZH_CONDITION.search(text) if _told_of(view)[1] else None
        while match:
            start, end = match.span("v")
            if text[max(0, start - 1) : start + 1] in ENDS_IN_BODY_ZH:
                end = start + 1
            else:
                yield Hit(start, end, HEALTH, level_of(HEALTH), "condition", 0.7)
            match = ZH_CONDITION.search(text, end)


class ConditionsByEnding:
    """Diseases that Chinese names by what they are: an inflammation, a tumour, a syndrome."""

    gate = Gate((ILL_ZH,), also=(_SOMEBODYS,))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield diseases that somebody has, each from where its name begins."""
        text = view.text
        for match in ILL_ZH.finditer(text) if _told_of(view)[1] else ():
            begin, end = word_start(text, *match.span("v")), match.end("v")
            if begin is not None and end - begin >= 2 and text[begin:end] not in NOT_ILL_ZH:
                yield Hit(begin, end, HEALTH, level_of(HEALTH), "condition", 0.55)


def _with_dose(low: str, start: int, end: int) -> tuple[int, int]:
    dose = _DOSE_AFTER.match(low, end)
    if dose:
        end = dose.end()
    before = _DOSE_BEFORE.search(low, max(0, start - 16), start)
    return (before.start() if before else start), end


def _graded(low: str, start: int, end: int) -> tuple[int, int]:
    if "\u4e00" <= low[start] <= "\u9fff":
        grade = ZH_GRADE.search(low, max(0, start - 12), start)
        after = ZH_AFTER_TERM.match(low, end)
        return (grade.start() if grade else start), (after.end() if after else end)
    grade = GRADE_EN.search(low, max(0, start - 36), start)
    return (grade.start() if grade else start), end


def _someones(view: View, start: int, end: int, *, named: bool = False) -> bool:
    """Say whether the sentence around is about a person and not about medicine at large.

    A disease by its `named` word needs no more than its owner beside it.
    """
    low = view.low
    begin = max(
        low.rfind(". ", 0, start),
        low.rfind("? ", 0, start),
        low.rfind("! ", 0, start),
        start - 160,
        0,
    )
    stop = low.find(". ", end)
    beyond = min(stop if stop >= 0 else len(low), end + 100)
    if view.has_cjk and _PERSONAL_ZH.search(low, begin, beyond):
        return True
    whole = begin == 0 and beyond == len(low)
    words = view.words if whole else frozenset(TOKEN.findall(low, begin, beyond))
    if _PERSONAL.isdisjoint(words):
        return False
    if named and _OWN.search(low, max(begin, start - _NEAR_OWN), min(beyond, end + _NEAR_OWN)):
        return True
    return _CLINICAL.search(low, begin, beyond) is not None


def health(words: Path) -> tuple[Recogniser, ...]:
    """Return the recognisers of this family; `words` is the folder of word lists."""
    return (
        RuleRecogniser(RULES),
        Medicines(read_words(words / "medicines.txt")),
        Conditions(read_words(words / "conditions.txt"), read_words(words / "treatments.txt")),
        UnlistedConditions(),
        ConditionsByParts(),
        ConditionsByEnding(),
    )
