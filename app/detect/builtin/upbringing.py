"""Where people come from, told in half a sentence: "grew up on a farm", "as the son of a miner"."""

from app.detect.builtin.fiction import AS, INVENTED
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import DEMONYM
from app.detect.builtin.personal import BACKGROUND
from app.detect.builtin.readings import NOBODY, NOT_ME
from app.detect.builtin.recogniser import Rule, RuleRecogniser

NUMBER = (
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|several|many|a few)"
)
WORD = r"[a-z0-9][\w'’-]*"
# What goes on after the words that say it ends there.
_STOP_WORD = r"(?:and|but|so|which|that|who|because|where|while|when|then|to|before)\b"
MORE = rf"(?: (?!{_STOP_WORD}){WORD})"
END = rf"(?=[,.;:!?)\"”\n—–-]|$| {_STOP_WORD})"
BEGIN = r"(?:^|[.!?;:\n\"“(] ?|(?<!\w)[*-] ?)"
_NOW = r"(?: (?:also|only|just|still|now|actually|first|originally|recently|finally|once|both))?"
# Who says it: "I", "having", "as someone who".
ME = (
    r"(?:\bi(?:['’](?:ve|d))?(?: have| had)?|\bhaving|\b(?:someone|somebody|one|woman|man|girl|"
    r"boy|kid|person|mother|father|mom|dad|teacher|engineer) who(?: has| had)?|\bwe"
    rf"(?:['’]ve)?){_NOW}"
)
_FAMILY = (
    r"(?:family|household|home|town|village|city|neighbou?rhood|community|suburb|country|farm|"
    r"ranch|estate|reservation|island|base|apartment|flat|trailer park|care|housing|poverty|"
    r"orphanage|culture|environment|congregation|project|projects)"
)
_ELDERS = (
    r"(?:parents?|mother|father|mom|mum|dad|grandparents?|grandmother|grandma|grandfather|aunt|"
    r"uncle|siblings|brothers|sisters|family)"
)
# Who one is, by the last word of it.
_BEING = (
    r"(?:immigrants?|emigrant|refugees?|expat|newcomer|native|citizen|resident|veteran|reservist|"
    r"conscript|orphan|adoptee|widow|widower|divorc[eé]e|newlywed|retiree|pensioner|graduate|"
    r"postgraduate|undergraduate|undergrad|alumnus|alumna|dropout|freshman|sophomore|phd student|"
    r"grad student|graduate student|college student|university student|high schooler|student|"
    r"senior citizen|teenager|teen|twenty-something|thirty-something|forty-something|(?:foster|"
    r"military|army) (?:youth|kid|child|spouse|brat|wife)|only child|middle child|firstborn|"
    r"single (?:mother|father|mom|mum|dad|parent)|stay-at-home (?:mother|father|mom|mum|dad|"
    r"parent)|working (?:mother|mom|mum|parent)|empty nester|survivor|speaker|transplant|villager|"
    r"city kid|farm kid|farm boy|farm girl)"
)
_DESCENT = (
    r"(?:(?:only|eldest|oldest|youngest|middle|proud|adopted|second|first|american-born) )?"
    r"(?:daughter|son|child|grandchild|grandson|granddaughter|kid) of "
    r"(?!(?:god|man|the (?:time|moment|era|night|earth))\b)"
)
_BEING_CUES = (
    "immigrant", "emigrant", "refugee", "expat", "newcomer", "native", "citizen", "resident",
    "veteran", "reservist", "conscript", "orphan", "adoptee", "widow", "divorc", "newlywed",
    "retiree", "pensioner", "graduate", "undergrad", "alum", "dropout", "freshman", "sophomore",
    "student", "schooler", "teen", "something", "foster", "military", "army", "child",
    "firstborn", "single", "stay-at-home", "working", "nester", "survivor", "speaker",
    "transplant", "villager", "kid", "farm"
)  # fmt: skip
_DESCENT_CUES = (
    "born", "raised", "educated", " by ", "of ", "generation", "roots", "heritage", "accent",
    "background", "upbringing", "ancestry", "descent", "family", "parents", "mother", "father"
)  # fmt: skip
_HARDSHIP_CUES = (
    "homeless", "undocumented", "orphan", "adopted", "evicted", "employed", "jobless", "laid off",
    "between jobs", "uninsured", "welfare", "food stamps", "disability"
)  # fmt: skip

RULES = (
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?P<v>(?:grew up|growing up|grown up|was raised|were raised|been raised|raised|"
            r"was brought up|brought up|being raised)(?: (?:mostly|partly|entirely|bilingual|poor|"
            r"working-class))?(?: (?:in|on|near|between|with|by|as|without|around|speaking|among) "
            rf"(?:{WORD} ){{0,4}}?(?:{_FAMILY}|{_ELDERS}|{_DESCENT}{WORD}|child|kid|bilingual|poor|"
            r"farmers?|immigrants?|fishermen|languages?|cultures?|faith)(?: (?:in|of|near|outside|"
            rf"from) {WORD}{MORE}{{0,2}})?| bilingual| poor))\b"
        ),
        0.6,
        ("grew up", "growing up", "grown up", "raised", "brought up"),
        unless=NOBODY,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"{ME} (?P<v>(?:came|moved|immigrated|emigrated|migrated|relocated|arrived|fled) "
            rf"(?:here|over|back|abroad|(?:to|from|in|out of) {WORD}(?: {WORD}){{0,3}}?)(?: from "
            rf"{WORD}(?: {WORD})?)?(?: (?:as (?:an? )?(?:child|kid|teenager|student|refugee|baby|"
            rf"teen|adult)|at (?:the age of |age )?{NUMBER}|when i was {NUMBER}|in (?:19|20)\d\d|"
            rf"in the \w+|{NUMBER} years ago|with my \w+|for (?:work|love|school|college|"
            r"university|graduate school|my (?:studies|job|husband|wife)))))\b"
        ),
        0.6,
        ("came", "moved", "migrated", "relocated", "arrived", "fled"),
        unless=INVENTED,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"\b(?:my|our|his|her)(?: \w+)? (?P<v>(?:{_ELDERS}|great-grandparents|ancestors)(?: "
            r"both| all)? (?:came|moved|immigrated|emigrated|migrated|fled|are from|were from|is "
            rf"from|was from|come from|came from)(?: here| over)?(?: (?:to|from|in|out of) {WORD}"
            rf"(?: {WORD})?)?)"
        ),
        0.5,
        ("came", "moved", "migrated", "fled", "from"),
        unless=INVENTED,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"(?:\bi['’]?m|\bi am|\bcom(?:e|es|ing)|\bcame|\bhail|\bfrom) ?(?:from )?(?P<v>(?:an? "
            r")(?:[a-z][\w-]+ ){0,4}(?:family|household|background|community|line)(?: (?:of|in|"
            rf"near|with) {WORD}{MORE}{{0,2}})?){END}"
        ),
        0.55,
        ("family", "household", "background", "community", "line"),
        unless=INVENTED,
        accept=lambda value: len(value.split()) > 2,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"\b(?:{AS}|being|i['’]m|i am|i was|we['’]re) (?P<v>(?:an? |the )?(?:[a-z][\w-]+ "
            rf"){{0,2}}?{_DESCENT}(?:an? |the )?{WORD}{MORE}{{0,3}})"
        ),
        0.6,
        (" of ",),
        unless=INVENTED,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"(?:\b(?:i['’]?m|i am|i was|i['’]ve been|being|{AS}|we['’]re)(?: an?| the)?|{BEGIN}|"
            r", )(?: |)(?P<v>(?!(?:my|our|your|his|her|their|the|an?|this|every|any|some|no|most|"
            rf"many)\b)(?:[a-z][\w-]+ (?:and [a-z][\w-]+ )?){{0,3}}{_BEING})(?= here\b|"
            rf"[,.;:!?)\"”\n—–-]|$| {_STOP_WORD}| i\b| myself\b| with\b| in\b| at\b| of\b| from\b| "
            r"living\b)"
        ),
        0.55,
        _BEING_CUES,
        unless=INVENTED,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"\b(?P<v>{DEMONYM}(?:-| )(?:born|raised|educated|by (?:birth|descent|blood|marriage|"
            rf"passport))|of {DEMONYM}(?:[- ]{DEMONYM})? (?:descent|origin|heritage|ancestry|"
            rf"background|parents)|(?:[Ff]irst|[Ss]econd|[Tt]hird)[- ]generation {DEMONYM}(?:[- "
            rf"]{DEMONYM})?|[Mm]y {DEMONYM}(?:[- ]{DEMONYM})? (?:roots|heritage|accent|background|"
            r"upbringing|ancestry|descent|family|parents|grandparents|mother|father))\b"
        ),
        0.6,
        _DESCENT_CUES,
        cased=True,
        unless=INVENTED,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?P<v>born (?:(?:on (?:an? |the )|(?:into|to) (?:an? |the )?)[a-z][\w-]+"
            r"(?: (?!(?:and|but|so|who|in|is|was|has)\b)[a-z][\w-]+){0,3}|"
            r"(?:and raised )?in (?:an? )(?:[a-z-]+ )?(?:village|town|farm|farmhouse|"
            r"camp|caravan|refugee camp|suburb|prison|taxi|ship)"
            r"(?: (?:in|near|outside|of) [a-z]+(?: [a-z]+)?)?|and raised(?: (?:in|on|near) "
            r"[a-z]+(?: [a-z]+)?)?|deaf|blind|premature(?:ly)?|with [a-z]+(?: [a-z]+){0,2}))\b"
        ),
        0.55,
        ("born",),
        unless=NOT_ME,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?:i|we) (?:mostly |still |only |mainly )?(?P<v>speak [a-z]{4,12}(?: and "
            r"[a-z]{4,12})? (?:at home|with my (?:parents|family|kids|children|grandmother|"
            r"mother|father)|fluently|natively))\b"
        ),
        0.6,
        ("speak",),
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?P<v>english (?:is not|isn['’]t|is) my (?:first|second|third|native|mother) "
            r"(?:language|tongue)|not a native (?:english )?speaker)\b"
        ),
        0.6,
        ("english", "speaker"),
    ),
    Rule(
        "nationality",
        BACKGROUND,
        compiled(
            r"\bi(?:['’]ve)? (?:hold|have|got|carry|applied for|finally got|lost) (?:an? |my |two "
            r")?(?P<v>(?:dual |american |canadian |british |eu |us |u\.s\. |german |french )?"
            r"(?:citizenships?|nationality|passports|permanent residency|residence permit|green "
            r"card))\b"
        ),
        0.6,
        ("citizen", "nationality", "passports", "residen", "green card", "naturali"),
        unless=INVENTED,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?:i|we|i['’]ve|we['’]ve) (?:was |were |been |have been )(?P<v>(?:homeless|"
            r"undocumented|orphaned|adopted|evicted|unemployed|jobless|laid off|between jobs|"
            r"uninsured|on welfare|on food stamps|on disability)(?: (?:for|since|at|as|from|by) "
            rf"(?!you\b|the\b){WORD}{MORE}{{0,2}})?)\b"
        ),
        0.55,
        _HARDSHIP_CUES,
        unless=INVENTED,
    ),
    Rule(
        "nationality",
        BACKGROUND,
        compiled(
            rf"(?:{BEGIN}|\bas |\bi['’]?m |\bi am )(?:an? )?(?P<v>(?:newly |recently "
            r")?naturali[sz]ed (?:citizen|american|canadian|brit))\b"
        ),
        0.6,
        ("naturali",),
        unless=INVENTED,
    ),
)


def upbringing() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
