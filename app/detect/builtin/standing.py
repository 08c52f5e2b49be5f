"""Faith, descent, papers and courts, told in passing: "my green card", "on probation till June"."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import RELATIONS_EN, RELATIONS_ZH
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.sensitive import FAITH, PEOPLE

SENSITIVE = "Sensitive Identity"
COURT = "Judicial Record"
_KIN = rf"(?:{RELATIONS_EN}|family|folks|people|parents|grandparents|in-laws|gma|hubby)"
RULES = (
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            rf"\b(?:my|our) (?:(?:very|strict|devout|deeply|whole) )?(?P<v>{FAITH}|{PEOPLE}) "
            rf"(?:{_KIN}|upbringing|community|roots|heritage|background|congregation|parish|"
            r"meeting)\b"
        ),
        0.6,
        ("my ", "our "),
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            rf"\b(?:my|our) {_KIN}(?:['’]s| is| are| was| were| has been|['’]s been| have been)(?: "
            rf"all| both| very| devout| strict| secular| lapsed| half| part| an?)* "
            rf"(?P<v>(?:{FAITH}|{PEOPLE})s?)"
            r"(?=[,.;!?\n]|$| and | but | so | [a-z]+ers\b)"
        ),
        0.6,
        ("my ", "our "),
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            r"\bi (?P<v>wear (?:a |the |my )?(?:hijab|niqab|turban|kippah|burqa|yarmulke|"
            r"headscarf))\b"
        ),
        0.65,
        ("wear",),
    ),
    Rule(
        "orientation",
        SENSITIVE,
        compiled(
            r"\b(?P<v>(?:we['’]re|we are|has|have|as) two (?:mums|moms|dads|mothers|fathers))\b"
        ),
        0.65,
        (" two ",),
    ),
    Rule(
        "nationality",
        SENSITIVE,
        compiled(
            r"\b(?:my|his|her|our|their) (?:\w+['’]s )?(?P<v>(?:green cards?(?! (?:expires|no\b|"
            r"number))|asylum (?:claim|application|hearing|interview)|work permit|visa "
            r"(?:application|renewal|interview|appeal)|h-?1b|(?:spousal|fianc[eé]e?) visa|"
            r"naturali[sz]ation (?:interview|test|ceremony)|citizenship (?:test|application|"
            r"ceremony|interview)|refugee status|deportation (?:hearing|order)|daca(?: renewal)?|"
            r"indefinite leave to remain|pr application))\b"
        ),
        0.6,
        (
            "card",
            "asylum",
            "permit",
            "visa",
            "h1b",
            "h-1b",
            "naturali",
            "citizenship",
            "refugee",
            "deportation",
            "daca",
            "indefinite",
            "pr ",
        ),
        unless=INVENTED,
    ),
    Rule(
        "nationality",
        SENSITIVE,
        compiled(
            r"\b(?:i['’]?m|i am|he['’]s|she['’]s|he is|she is|we['’]re|sister is|brother is|wife "
            r"is|husband is|friend is|living|working|came) (?:still |currently |only "
            r")?(?P<v>(?:here |in the country )?on an? (?:student|work|tourist|spousal|expired|"
            r"h-?1b|j-?1|f-?1|temporary|dependent|skilled worker) visa)\b"
        ),
        0.65,
        ("visa",),
        unless=INVENTED,
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"\b(?:my|his|her|our|\w+['’]s) (?P<v>(?:probation|parole) officer|suspended sentence|"
            r"court date|bail(?: hearing)?|arraignment|public defender|expungement(?: request)?|"
            r"criminal record|prison (?:sentence|term)|community service|plea deal|restraining "
            r"order|conviction|sentencing|(?:custody|bail|eviction|parole|divorce|bankruptcy) "
            r"(?:hearing|case|battle)|deposition)\b"
        ),
        0.6,
        (
            "probation",
            "parole",
            "sentence",
            "court",
            "bail",
            "arraign",
            "defender",
            "expunge",
            "record",
            "prison",
            "service",
            "plea",
            "order",
            "conviction",
            "sentencing",
            "hearing",
            "case",
            "battle",
            "deposition",
        ),
        unless=INVENTED,
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"\b(?:i['’]?m|i am|he['’]s|she['’]s|is|was|been|im) (?:still |currently |out "
            r")?(?P<v>on (?:probation|parole|bail|house arrest|remand)(?: (?:til|till|until|since|"
            r"for) [a-z0-9]+(?: [a-z0-9]+)?)?)\b"
        ),
        0.6,
        ("probation", "parole", "bail", "arrest", "remand"),
        unless=compiled(rf"{INVENTED.pattern}|\b(?:job|work|employer|manager|hired)\b"),
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"\b(?P<v>(?:called|subpoenaed|summoned) as a witness(?: (?:in|at|against) (?:an? |the "
            r"|my )?[a-z]+(?: (?:case|trial|hearing))?)?)\b"
        ),
        0.6,
        ("witness",),
        unless=INVENTED,
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"\b(?:police|cops|officers?|detectives?|bailiffs?) (?:have |has |had |just "
            r")?(?P<v>(?:took|seized|searched|arrested|raided|questioned|cautioned|fined|"
            r"interviewed|charged|detained) (?:my|me|our|us|him|her|his)\b(?: [a-z]+){0,4})"
        ),
        0.55,
        ("police", "cop", "officer", "detective", "bailiff"),
        unless=INVENTED,
    ),
    Rule(
        "court",
        COURT,
        compiled(
            rf"(?:我|他|她|{RELATIONS_ZH})[^，。！？\n]{{0,8}}?(?P<v>缓刑(?:刚?结束|期)?|"
            r"打架被关|被拘(?:留)?了?[一二三四五六七八九十\d]*天?|"
            r"在[\u4e00-\u9fff]{2,6}派出所做了笔录|判决(?:写|下来)[\u4e00-\u9fff\d]{2,12}|"
            r"案子已经移交检察院|被列为被执行人|被限高)"
        ),
        0.55,
        ("缓刑", "被关", "被拘", "笔录", "判决", "检察院", "被执行人", "限高"),
        unless=INVENTED,
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            rf"(?:我|他|她|我们|家里|{RELATIONS_ZH}|同事)[^，。！？\n]{{0,6}}?(?:是|拿的是|，)"
            r"?(?P<v>(?:藏|回|维吾尔|蒙古|壮|苗|彝|土家|朝鲜|满|傣|侗|瑶|白|哈萨克)族(?=姑娘|小伙|"
            r"人|，|的)|[\u4e00-\u9fff]{2}华侨|永居|绿卡|国民党老兵|喜欢(?:女|男)生)"
        ),
        0.5,
        ("族", "华侨", "永居", "绿卡", "老兵", "喜欢女生", "喜欢男生"),
        unless=INVENTED,
    ),
)


def standing() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
