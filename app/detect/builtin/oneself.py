"""What people tell of themselves in passing: where they come from and live, family, studies."""

from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.personal import BACKGROUND
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_PLACE = (
    rf"(?:(?:rural|downtown|suburban|northern|southern|eastern|western|central|upstate) )?"
    rf"(?:the )?{CAPITALISED}(?: (?:of|de|da|del|la|le|{CAPITALISED})(?= {CAPITALISED})| "
    rf"{CAPITALISED}){{0,3}}(?:, (?:{CAPITALISED}(?: {CAPITALISED})?|[A-Z]{{2}}))?"
)
_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|a)"
_PARENT = r"(?:mom|mother|mum|dad|father|parent|grandmother|grandfather|grandparent)"
_AS_ONE = (
    r"\b(?:i['’]?m|i am|i was|i['’]ve been|(?<!act )(?<!acting )as|being|become|became|becoming)"
    r"(?: now| just| also)?"
)
_NOW = r"(?:currently |now |still |always |originally |actually |just |recently |also |both ){0,2}"
_END = (
    r"(?=[,.;:!?)\n]|$| and | but | so | with | for | in | at | from | who | since | trying |"
    r" looking)"
)

# What people also live in, and move to.
_NO_PLACES = frozenset(
    ("Android", "Emacs", "Excel", "Java", "Linux", "Mac", "Notion", "Outlook", "Python", "Rust",
     "Slack", "Teams", "Vim", "Windows", "Zoom", "January", "February", "March", "April", "May",
     "June", "July", "August", "September", "October", "November", "December")
)  # fmt: skip

RULES = (
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"\b(?:I|[Ww]e|[Mm]y (?:family|parents|mother|father|wife|husband|partner))"
            rf"(?:['’]m|['’]re| am| are| is| was| were)? (?i:{_NOW})(?:grew up in|(?:was |were )?"
            r"raised in|(?:was |were )?born(?: and raised)? in|come from|came from|comes from|from|"
            r"hail from|immigrated from|emigrated from|migrated from|a native of)"
            rf" (?P<v>{_PLACE})(?! (?:restaurant|university|school|office))"
        ),
        0.6,
        ("grew up", "raised", "born", "from", "native of"),
        cased=True,
    ),
    Rule(
        "residence",
        BACKGROUND,
        compiled(
            rf"\b(?:I|[Ww]e|[Mm]y (?:family|parents|mother|father|sister|brother|wife|husband|"
            rf"partner|son|daughter))(?:['’]m|['’]re|['’]ve been|['’]ve| have been| have| am|"
            rf" are| is)?"
            rf" (?i:{_NOW})(?:liv(?:e|es|ed|ing)|resid(?:e|es|ing)|based|moved|relocat(?:ed|ing)|"
            r"moving|settled|staying|stay)(?: here| back| away| abroad| all my life| alone)?"
            rf" (?:in|to|near|outside|just outside) (?P<v>{_PLACE})"
        ),
        0.55,
        ("liv", "resid", "based", "moved", "moving", "relocat", "settled", "stay"),
        cased=True,
        accept=lambda value: value.split()[0] not in _NO_PLACES,
    ),
    Rule(
        "family-role",
        BACKGROUND,
        compiled(
            rf"{_AS_ONE} an? (?P<v>(?:(?:single|new|first-time|expectant|stay-at-home|working|"
            rf"divorced|widowed|busy|proud|young|foster|adoptive|homeschooling) ){{0,2}}{_PARENT}"
            rf"(?: (?:of|to) (?:{_COUNT}|twins|triplets)(?: (?:young |little |small |teenage |"
            rf"adult |"
            r"grown )?(?:kids|children|boys|girls|sons|daughters|teenagers|teens|toddlers))?)?)"
            rf"{_END}"
        ),
        0.6,
        ("mom", "mother", "mum", "dad", "father", "parent"),
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            rf"{_AS_ONE} an? (?P<v>(?:(?:first|second|third|fourth|fifth|final|1st|2nd|3rd|4th)[- ]"
            r"year |full-time |part-time |international |exchange |mature |former |current ){0,2}"
            r"(?:[a-z][a-z-]{2,18} ){1,2}(?:student|undergraduate|undergrad|freshman|sophomore|"
            rf"postgrad|postgraduate|phd candidate|doctoral candidate|apprentice|trainee))\b"
        ),
        0.55,
        (
            "student",
            "undergrad",
            "freshman",
            "sophomore",
            "postgrad",
            "candidate",
            "apprentice",
            "trainee",
        ),
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"{_AS_ONE} (?:an? )?(?P<v>(?:(?:first|second|third|1st|2nd|3rd)[- ]generation "
            r"(?:[a-z]{3,14}(?:[- ][a-z]{3,14})?|immigrant|college student)|"
            r"(?:recent |new )?(?:immigrant|expat|expatriate|migrant|foreigner|refugee)"
            r"(?: from [a-z]{3,16}| living in [a-z]{3,16}| in [a-z]{3,16})?))\b"
        ),
        0.6,
        ("generation", "immigrant", "expat", "migrant", "foreigner", "refugee"),
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(
            rf"{_AS_ONE} an? (?P<v>(?:retired |former |disabled |combat |us |"
            rf"u\.s\. ){{0,2}}(?:army|navy|"
            r"marine(?: corps)?|air force|military|coast guard|war|combat|vietnam|iraq|afghanistan|"
            r"disabled) (?:veteran|vet|officer|spouse|wife|brat|medic|sergeant))\b"
        ),
        0.65,
        ("army", "navy", "marine", "air force", "military", "guard", "war", "combat", "veteran"),
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"(?:我|我们|本人|我爸妈?|我妈|我父母|老公|老婆|我先生|我太太)(?:是|来自|的?老家(?:是|在)?|出生在|从小在|"
            r"在|生在|长在|祖籍(?:是|在)?|家在|住在|定居在?|搬到了?|移民到了?){1,2}(?P<v>(?!我|你|他|她|这|那|什么|哪|一)"
            r"[\u4e00-\u9fff]{2,6}?)(?:人(?!家|员|工|民|生|事)|长大|出生|土生土长|定居|生活了?)"
        ),
        0.6,
        ("长大", "出生", "土生土长", "定居", "老家", "人"),
    ),
)


def oneself() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
