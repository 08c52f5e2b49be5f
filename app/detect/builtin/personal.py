"""Facts that people tell about themselves: age, birth, gender, family state, origin, degree."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import RELATIONS_EN, RELATIONS_ZH
from app.detect.builtin.recogniser import Rule, RuleRecogniser

BACKGROUND = "Identity Background"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATE = (
    r"(?:(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:3[01]|[12]\d|0?[1-9])|"
    r"(?:3[01]|[12]\d|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])[-/.](?:(?:19|20)\d{2}|"
    r"\d{2})"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:19|20)\d{{2}})?|\d{{1,2}}(?:st|"
    rf"nd|rd|th)?(?: of)? {_MONTH}\.?(?:,? (?:19|20)\d{{2}})?"
    r"|(?<!\d)(?:(?:19|20)\d{2}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?[日号]?|(?:19|20)"
    r"\d{2}\s?年\s?\d{1,2}\s?月)"
)
_WHO = (
    r"(?:i['’]?m|i am|i was|i(?:['’]ve)? (?:just )?turn(?:ed|ing)?|he['’]?s|she['’]?s|"
    rf"he is|she is|(?:my|our|his|her) (?:[\w-]{{2,14}} )?(?:{RELATIONS_EN})(?: is|"
    r"['’]s| was| turned| just turned|,| \()?|aged?)"
)
# "女生34岁学琴来得及吗" asks of anybody.
_ANYBODY_ZH = compiled(
    rf"{INVENTED.pattern}|^(?![^\n]*(?:[我俺咱他她您]|本人|{RELATIONS_ZH}))[^\n]*"
    r"(?:(?:女生|男生|女人|男人|程序员|孩子|老人|的人)\d|来得及吗|真的会|应该读|必须)"
)
RULES = (
    Rule(
        "age",
        BACKGROUND,
        compiled(
            rf"\b{_WHO} (?:now |currently |only |already |almost |about |turning |just )"
            r"?(?P<v>\d{1,2}(?:[- ](?:years?|months?|weeks?)[- ]old|[- ]y/?o\b)?)(?=[,.;!?)"
            r"\s]|$)(?! (?:percent|minutes?|hours?|days|weeks|months|miles|km|pounds|kg|lbs|"
            r"cm|times|people|per|points|of|st|th|dollars|in|out|years? (?!old)))"
        ),
        0.7,
        ("i'm", "i’m", "i am", "im ", "i was", "turn", "he", "my ", "our ", "age"),
        unless=INVENTED,
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(r"(?<![\w$.])(?P<v>\d{1,2}(?:[- ](?:years?|months?)[- ]old|y/?o))\b(?=.{0,60})"),
        0.5,
        ("years old", "year-old", "year old", "years-old", "yo", "y/o", "months old", "month-old"),
        unless=INVENTED,
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(r"\bage(?:d)?\s?(?:is|of|:|=)\s?(?P<v>\d{1,3})\b"),
        0.75,
        ("age",),
        unless=INVENTED,
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(
            rf"(?:我|他|她|本人|年龄|{RELATIONS_ZH}|[，,])(?:今年|现在|已经|刚满|刚|快|是|为|"
            r"都|才|只有|马上|即将|满|:|\s){0,3}(?P<v>\d{1,3}\s?(?:周?岁|个月大))"
        ),
        0.8,
        ("岁", "个月大"),
        unless=INVENTED,
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(
            r"(?<![百千零一二三四五六七八九])(?P<v>[一二三四五六七八九]?十[一二三四五六七八九]?周"
            r"?岁)(?!以[上下内前后])"
        ),
        0.6,
        ("十",),
        unless=_ANYBODY_ZH,
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(r"(?<![\d.])(?P<v>[1-9]\d?\s?周?岁)(?!以[上下内前后]|及|至|到|[-~])"),
        0.55,
        ("岁",),
        unless=_ANYBODY_ZH,
    ),
    Rule("age", BACKGROUND, compiled(r"(?P<v>[5-9]0后|0[05]后)"), 0.4, ("我是", "我作为")),
    Rule(
        "birth-date",
        BACKGROUND,
        compiled(
            r"\b(?:born|birthday|birth ?date|date of birth|d\.?o\.?b\.?)"
            rf"\b[^.;\n\d]{{0,24}}?(?P<v>{DATE})"
        ),
        0.85,
        ("born", "birth", "dob", "d.o.b"),
    ),
    Rule(
        "birth-date",
        BACKGROUND,
        compiled(r"\b(?:i was|he was|she was) born in (?P<v>(?:19|20)\d{2})\b"),
        0.75,
        ("born",),
    ),
    Rule(
        "birth-date",
        BACKGROUND,
        compiled(
            r"(?:出生日期|出生年月|生日|出生于|生于|出生)(?:是|为|在|:|\s|日期|的)"
            rf"*(?P<v>{DATE})"
        ),
        0.85,
        ("生日", "出生", "生于"),
    ),
    Rule(
        "birth-date",
        BACKGROUND,
        compiled(rf"(?P<v>{DATE})(?:\s?(?:出生|生日|生的|生人))"),
        0.85,
        ("出生", "生日", "生的", "生人"),
    ),
    Rule(
        "birth-date",
        BACKGROUND,
        compiled(
            rf"(?P<v>{DATE})(?:,| is| was|\))? (?:(?:is |was )?(?:my|his|her) (?:birthday|date "
            r"of birth|birth date))"
        ),
        0.8,
        ("birth",),
    ),
    Rule(
        "gender",
        BACKGROUND,
        compiled(
            r"\b(?:i am|i['’]m|as) an? (?:(?:\d{1,2}[- ]years?[- ]old|single|married|young|"
            r"middle-aged|trans|transgender|straight|black|white|asian|latina|latino) )"
            r"{0,3}(?P<v>(?:trans(?:gender)? )?(?:woman|man|female|male|girl|guy|boy|lady))\b"
        ),
        0.6,
        ("woman", "man", "male", "girl", "guy", "boy", "lady"),
    ),
    Rule(
        "gender",
        BACKGROUND,
        compiled(r"\b(?:gender|sex)\s?(?:is|:|=)\s?(?P<v>female|male|woman|man|non-?binary|f|m)\b"),
        0.75,
        ("gender", "sex"),
    ),
    Rule(
        "gender",
        BACKGROUND,
        compiled(
            r"(?:性别(?:是|为|:)?|我是(?:一个|个|一名|名)?)\s?(?P<v>女性|男性|女生|男生|女的|"
            r"男的|女|男)(?=[，。,.!！；;\s]|$)"
        ),
        0.7,
        ("性别", "我是"),
    ),
    Rule(
        "marital",
        BACKGROUND,
        compiled(
            r"\bi(?:['’]m| am) (?:recently |newly |happily |currently |now )?(?P<v>divorced|"
            r"widowed|separated|engaged|a single (?:mother|mom|father|dad|parent)|a "
            r"widow(?:er)?)\b"
        ),
        0.6,
        ("divorced", "widow", "separated", "engaged", "single "),
    ),
    Rule(
        "nationality",
        BACKGROUND,
        compiled(
            r"\bmy (?:nationality|citizenship|hometown|birthplace)\s(?:is|was|:)"
            r"\s(?P<v>[a-z][\w' -]{2,30}?)(?=[,.;!?\n]|$| and )"
        ),
        0.7,
        ("nationality", "citizenship", "hometown", "birthplace"),
    ),
    Rule(
        "degree",
        BACKGROUND,
        compiled(
            r"\b(?:(?:bachelor|master|associate|doctor)(?:['’]?s)?(?: degree)?(?: of "
            r"[a-z]{2,12})?|ph\.?d\.?|mba|degree|diploma|major(?:ed|ing)?|certificate) in "
            r"(?P<v>[a-z][\w&'’-]{2,20}(?: (?!from\b|at\b|with\b|in\b|to\b|so\b|but\b|i\b|"
            r"is\b|was\b|which\b|that\b|who\b|because\b|when\b|for\b|on\b)(?:and )"
            r"?[a-z][\w&'’-]{2,20}){0,3})"
        ),
        0.55,
        (
            "bachelor",
            "master",
            "associate",
            "doctor",
            "phd",
            "ph.d",
            "mba",
            "degree",
            "diploma",
            "major",
            "certificate",
        ),
    ),
)


def personal() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
