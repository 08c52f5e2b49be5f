"""Circumstances in half a sentence: work and town, a child's age and school, height and weight."""

from app.detect.builtin.health_values import HEALTH
from app.detect.builtin.journeys import WHEN
from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.people_words import RELATIONS_EN, RELATIONS_ZH
from app.detect.builtin.personal import BACKGROUND, DATE
from app.detect.builtin.positions import JOB_TAIL_ZH, firm
from app.detect.builtin.readings import NOBODY
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.sensitive import COURT, FAITH, SENSITIVE
from app.detect.builtin.travel import TRIP
from app.detect.builtin.work import COMPANY

_PLACE = rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
_WEIGHT = r"\d{2,3}(?:\.\d)? ?(?:kg|kgs|kilos|lbs?|pounds)"
_HEIGHT = r"(?:1[2-9]\d|20\d) ?cm|1[.,][2-9]\d? ?m|[4-6]['’]\d{1,2}[\"”]?"
_SCHOOL = r"(?:school|nursery|daycare|preschool|kindergarten|college|uni|sixth form)"
_IN_LAW = r"(?:in-laws|parents|family|grandparents|relatives|folks)"
_NOW_ZH = r"(?:现在|目前|之前|以前|原来|刚|一直)?"
_NO_PEOPLES = frozenset(
    ("上班族", "月光族", "家族", "贵族", "追星族", "北漂族", "啃老族", "丁克族")
)
_NO_EMPLOYERS_ZH = frozenset(
    ("网上", "公司", "单位", "外面", "里面", "学校", "医院", "工厂", "老家")
)
RULES = (
    Rule(
        "residence",
        BACKGROUND,
        compiled(
            r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Mm]y (?:\w+ )?(?:"
            rf"{RELATIONS_EN}))(?:['’]m|['’]s| am| is)?(?: a| an)?(?: [a-z-]+)? "
            r"(?:works?|teach(?:es)?|practi[cs]es?|working|teaching)(?: nights| days| shifts|"
            r" part-time| full-time| remotely)? as an? [a-z][a-z -]{2,28}? (?:in|near) "
            rf"(?P<v>{_PLACE})"
        ),
        0.6,
        (" as a",),
        cased=True,
        accept=firm,
    ),
    Rule(
        "school",
        "School",
        compiled(
            rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) (?:\w+['’]s )?(?:old |new |primary |high |"
            rf"middle )?{_SCHOOL},? (?P<v>(?:St\.? )?{CAPITALISED}(?: {CAPITALISED}){{0,3}})"
            r"(?=[,.;:!?)\n]|$| (?:is|has|about|to|for|and|because|in|on|wants?|says?|sent)\b)"
        ),
        0.6,
        ("school", "nursery", "daycare", "kindergarten", "college", "uni", "sixth form"),
        cased=True,
        accept=firm,
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(
            rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er) (?:[\w-]+ )?(?:{RELATIONS_EN})(?:,? {CAPITALISED})?"
            r",? \((?P<v>\d{1,2})\)"
        ),
        0.75,
        ("(",),
        cased=True,
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(
            r"\b(?:i['’]?m|i am|he['’]?s|she['’]?s|he is|she is|(?:fe)?male)\b[^.?!\n]{0,16}?"
            rf"(?<![\w.,])(?P<v>{_HEIGHT}|{_WEIGHT}(?! (?:over|heav|light|more|less|down|up|of)))"
            r"(?![\w])"
        ),
        0.65,
        ("cm", "kg", "kilos", "lb", "pounds", "'", "’"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(
            rf"(?:{_HEIGHT})(?: tall)?(?:,| and| at|, and| /)?(?: weigh)? (?P<v>{_WEIGHT})(?!\w)"
        ),
        0.65,
        ("kg", "kilos", "lb", "pounds"),
        unless=NOBODY,
    ),
    Rule(
        "trip",
        TRIP,
        compiled(
            r"(?:^|[.!?:] |\b(?:I['’]m|I am|[Ww]e['’]re|[Ww]e are|[Ss]he['’]s|[Hh]e['’]s|be) )"
            r"(?:[Ff]lying|[Tt]rave(?:l|ll)ing|[Gg]oing|[Hh]eading|[Mm]oving|[Dd]riving|[Ss]ailing)"
            r"(?: out| back| down| up| over)? to "
            rf"(?P<v>{_PLACE} (?:on|this|next|from) {WHEN}(?: (?:to|until|till) {WHEN})?)"
        ),
        0.65,
        ("flying", "travel", "going", "heading", "moving", "driving", "sailing"),
        cased=True,
    ),
    Rule(
        "residence",
        BACKGROUND,
        compiled(
            r"\b(?:I|[Ww]e|[Mm]y (?:family|parents|mother|father))\b[^.?!\n]{0,60}?\b(?:and|but|"
            rf"then|before I|since I) (?:we )?(?:moved|emigrated|relocated) to (?P<v>{_PLACE})"
        ),
        0.6,
        ("moved to", "emigrated to", "relocated to"),
        cased=True,
        accept=firm,
    ),
    Rule(
        "street-address",
        "Detailed Address",
        compiled(
            r"(?<![\w.,$€£-])(?P<v>(?:(?:flat|apt|apartment|unit) \w{1,4},? )?\d{1,4}[a-d]? "
            r"[a-z]{4,14}(?: [a-z]{4,14})? (?:rd|ave|blvd|crescent|terrace|avenue))"
            r"(?=[,.;!?\n]|$| (?:in|and|flat|apt|unit)\b)"
        ),
        0.6,
        ("rd", "ave", "blvd", "crescent", "terrace", "avenue"),
        unless=NOBODY,
        accept=lambda value: value.islower(),
    ),
    Rule(
        "unpatched",
        "Vulnerability Details",
        compiled(
            r"\b(?:still|stuck) (?:on|running|using) (?P<v>[a-z][\w.+-]{1,20}(?: version)? v?"
            r"\d+\.\d[\w.]*)"
            r"(?=[^.?!\n]{0,60}\b(?:patch|vulnerab|exposed|unpatched|cve)|[^.?!\n]{0,60} upgrade)"
        ),
        0.65,
        ("still ", "stuck "),
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"\b(?:court date|hearing|trial|arraignment|sentencing|deposition)\b[^.?!\n]{0,24}? "
            rf"(?:is|on|for|set for) (?P<v>{DATE}(?: (?:in|at) [a-z' ]{{3,30}}? "
            r"(?:county|court))?)"
        ),
        0.6,
        ("court", "hearing", "trial", "arraignment", "sentencing", "deposition"),
        unless=NOBODY,
    ),
    Rule(
        "amount",
        "Debt/Loan Info",
        compiled(
            r"\b(?:i|we|i['’]ve|he|she)\b[^.?!\n]{0,12}? ow(?:e|es|ed|ing) (?:about |around |"
            r"almost |over |still )?"
            r"(?P<v>(?:\d{1,3}(?:,\d{3})+|\d{4,6}|\d{1,3}(?:\.\d)?k))(?![\w.,]\d)"
        ),
        0.65,
        ("owe", "owing"),
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            rf"\b(?:my|his|her|our) (?:\w+['’]s )?{_IN_LAW} (?:are|is|were|was) (?:very |all |"
            rf"both |strict(?:ly)? |devout |practi[cs]ing |conservative |deeply )*"
            rf"(?P<v>{FAITH}s?)\b"
        ),
        0.7,
        ("in-laws", "parents", "family", "relatives", "folks"),
    ),
    Rule(
        "ethnicity",
        SENSITIVE,
        compiled(
            rf"(?:{RELATIONS_ZH}|男朋友|女朋友|对象|婆家|娘家)(?:家)?(?:也|都|他们)?是(?P<v>"
            r"[\u4e00-\u9fff]{1,4}?族)(?=[，,。！？；、\s的人]|$)"
        ),
        0.75,
        ("族",),
        accept=lambda value: value not in _NO_PEOPLES,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            rf"(?:我|本人|{RELATIONS_ZH}|男朋友|女朋友|对象|他|她){_NOW_ZH}在(?P<v>(?![这那哪一某家外国自])"
            rf"[\u4e00-\u9fffA-Za-z]{{2,8}}?)(?:做|当|任|担任|干)(?:了)?(?:[\d一二三四五六七八九十两]{{1,2}}年)?"
            rf"(?:的)?(?:一名|一个)?[\u4e00-\u9fff]{{0,4}}?{JOB_TAIL_ZH}"
        ),
        0.65,
        ("在",),
        accept=lambda value: value not in _NO_EMPLOYERS_ZH,
    ),
)


def circumstances() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
