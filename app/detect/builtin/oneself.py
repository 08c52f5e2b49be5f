"""What people tell of themselves in passing: where they come from and live, family, studies."""

from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.personal import BACKGROUND
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_PLACE = (
    rf"(?:(?:rural|downtown|suburban|northern|southern|eastern|western|central|upstate) )?"
    rf"(?:the )?{CAPITALISED}(?: (?:of|de|da|del|la|le|{CAPITALISED})(?= {CAPITALISED})| "
    rf"{CAPITALISED}){{0,3}}(?:, (?!I\b)(?:{CAPITALISED}(?: {CAPITALISED})?|[A-Z]{{2}}))?"
)
_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|a)"
_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty)"
)
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
        "family-role",
        BACKGROUND,
        compiled(
            rf"\b(?:i|i['’]ve|we|we['’]ve)(?: only| also| just)? (?:have|got|raise|raised|raising) "
            rf"(?P<v>{_COUNT} (?:young |small |little |teenage |grown |adult |adopted |foster |"
            rf"older |younger "
            r"|beautiful ){0,2}(?:kids|children|sons?|daughters?|siblings|brothers?|sisters?|"
            r"grandchildren|"
            r"grandkids|boys|girls|stepkids|stepchildren|toddlers|teenagers|twins))\b"
        ),
        0.6,
        (
            "kids",
            "child",
            "son",
            "daughter",
            "sibling",
            "brother",
            "sister",
            "boys",
            "girls",
            "toddler",
            "teenager",
            "twins",
            "grand",
        ),
        accept=lambda value: value.split()[0] != "a",
    ),
    Rule(
        "family-role",
        BACKGROUND,
        compiled(
            rf"\b(?:i['’]?m|i am|being|as)(?: the| an?)? (?P<v>only child|(?:youngest|oldest|"
            rf"eldest|middle) (?:of|child"
            rf"(?: of)?)(?: {_COUNT})?(?: (?:kids|children|siblings|sisters|brothers))?)\b"
        ),
        0.6,
        ("child", "youngest", "oldest", "eldest"),
    ),
    Rule(
        "marital",
        BACKGROUND,
        compiled(
            rf"\b(?:i|we|i['’]ve|we['’]ve|i['’]m|we['’]re|my (?:husband|wife|"
            rf"partner) and i)\b[^.?!\n]{{0,24}}?\b"
            rf"(?P<v>married (?:for |since )?(?:\d{{1,2}}|{_NUMBER}|almost [a-z]+) years|"
            rf"married since (?:19|20)\d\d|"
            rf"together for (?:\d{{1,2}}|{_NUMBER}) years|(?:recently|newly) (?:married|divorced|"
            rf"widowed|separated|engaged))\b"
        ),
        0.6,
        ("married", "together for", "divorced", "widowed", "separated", "engaged"),
    ),
    Rule(
        "ethnicity",
        "Sensitive Identity",
        compiled(
            r"\b(?:I['’]m|I am|[Ss]he['’]s|[Hh]e['’]s) (?P<v>half[- ][A-Z][a-z]{3,12}(?:,? (?:and"
            r" )?half[- ][A-Z][a-z]{3,12})?)\b"
        ),
        0.7,
        ("half",),
        cased=True,
    ),
    Rule(
        "residence",
        BACKGROUND,
        compiled(
            r"\b[Mm]ov(?:ed|ing)(?: here| back)? from (?P<v>(?!the\b)"
            rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}) to {CAPITALISED}"
        ),
        0.55,
        ("moved", "moving"),
        cased=True,
        accept=lambda value: value.split()[0] not in _NO_PLACES,
    ),
    Rule(
        "residence",
        BACKGROUND,
        compiled(
            rf"\b[Mm]ov(?:ed|ing)(?: here| back)? from {CAPITALISED}(?: {CAPITALISED}){{0,2}} to "
            rf"(?P<v>{CAPITALISED}(?: {CAPITALISED}){{0,2}})"
        ),
        0.55,
        ("moved", "moving"),
        cased=True,
        accept=lambda value: value.split()[0] not in _NO_PLACES,
    ),
    Rule(
        "residence",
        BACKGROUND,
        compiled(
            r"\b(?:[Mm]y|[Oo]ur|[Ii] (?:rent|own|bought|have|share|lease)|[Ww]e (?:rent|own|"
            r"bought|have|share|lease))"
            r"(?: an?| the)?(?: (?:tiny|small|new|old|little|one-bed|two-bed|shared|first|studio|"
            r"rented)){0,2} "
            rf"(?:flat|apartment|room|house|condo|studio|place|bungalow|townhouse|cottage) (?:in|"
            rf"near) (?P<v>{_PLACE})"
        ),
        0.55,
        ("flat", "apartment", "room", "house", "condo", "studio", "place", "bungalow", "cottage"),
        cased=True,
        accept=lambda value: value.split()[0] not in _NO_PLACES,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?:I|[Ww]e)(?: was| were)? (?:grew up|raised|was raised|were raised) (?:on|"
            r"in) an? [a-z ]{3,20}? "
            rf"(?:outside|near|in|of) (?P<v>{_PLACE})"
        ),
        0.6,
        ("grew up", "raised"),
        cased=True,
    ),
    Rule(
        "school",
        "School",
        compiled(
            r"\b(?:graduat(?:ed|ing) from|alum(?:nus|na|ni) of|degree from|studi(?:ed|es) at|"
            r"studying at|accepted (?:to|into|at)|"
            rf"got into|enrolled (?:at|in)|drop(?:ped)? out of|transferr(?:ed|"
            rf"ing) to) (?P<v>{CAPITALISED}(?: {CAPITALISED}){{0,3}})"
        ),
        0.55,
        (
            "graduat",
            "alum",
            "degree",
            "stud",
            "accepted",
            "got into",
            "enrolled",
            "out of",
            "transferr",
        ),
        cased=True,
        accept=lambda value: value.split()[0] not in _NO_PLACES,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"(?:我|我们|本人|我爸妈?|我妈|我父母|老公|老婆|我先生|我太太)(?:是|来自|"
            r"的?老家(?:是|在)?|出生在|从小在|"
            r"在|生在|长在|祖籍(?:是|在)?|家在|住在|定居在?|搬到了?|移民到了?){1,2}(?P<v>(?!我|"
            r"你|他|她|这|那|什么|哪|一)"
            r"[\u4e00-\u9fff]{2,6}?)(?:人(?!家|员|工|民|生|事)|长大|出生|土生土长|定居|生活了?)"
        ),
        0.6,
        ("长大", "出生", "土生土长", "定居", "老家", "人"),
    ),
)


def oneself() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
