"""What a message on something else lets slip: "my rabbi", "who raised me", "my mom is in jail"."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.people_words import DEMONYM, KIN_EN, RELATIONS_EN
from app.detect.builtin.personal import BACKGROUND
from app.detect.builtin.readings import NOBODY, NOT_ME
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.sensitive import PEOPLE
from app.detect.builtin.standing import COURT, SENSITIVE
from app.detect.builtin.travel import TRIP
from app.detect.builtin.upbringing import MORE, WORD

_STREET = r"(?:Street|St|Lane|Ln|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Square|Row|Way|Court)"

# What goes on after the words that say it ends there, or says something of it.
_TOLD = (
    r"(?=[,.;:!?)\"”\n—–-]|$| (?:and|but|so|which|that|was|is|were|has|had|made|taught|still)\b)"
)

RULES = (
    Rule(
        "related-person",
        SENSITIVE,
        compiled(
            r"\b(?P<v>(?:trans|transgender|gay|lesbian|queer|non-?binary|autistic|disabled|deaf|"
            r"blind|adopted|biracial|mixed-race|undocumented|neurodivergent|special-needs|"
            r"dyslexic) (?:"
            rf"{RELATIONS_EN}|children|sons|daughters|kids|teens?|siblings|parents|partners?))\b"
        ),
        0.55,
        (
            "trans",
            "gay",
            "lesbian",
            "queer",
            "binary",
            "autistic",
            "disabled",
            "deaf",
            "blind",
            "adopted",
            "biracial",
            "race",
            "undocumented",
            "neurodivergent",
            "needs",
            "dyslexic",
        ),
        unless=NOT_ME,
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            r"\b(?:i|we)(?:['’]ve been| have been|['’]m|['’]re| am)?(?: also| still| usually| "
            r"always)? (?P<v>(?:volunteer|tutor|teach|coach|mentor|commut|attend|visit|practi[cs]|"
            r"rehears|train|swim|work out|meet|worship|walk|driv|bik|cycl)(?:e|ing|ting|ming)? "
            r"(?:at|in|to|for|with|"
            rf"from|by|between) {WORD}{MORE}{{0,5}}? (?:every|each|on|twice|once|thrice|most|three "
            rf"times) (?:an? )?{WORD}(?: (?:morning|afternoon|evening|night)s?)?)\b"
        ),
        0.5,
        (
            "volunteer",
            "tutor",
            "teach",
            "coach",
            "mentor",
            "commut",
            "attend",
            "visit",
            "practi",
            "rehears",
            "train",
            "swim",
            "work",
            "meet",
            "worship",
            "walk",
            "driv",
            "bik",
            "cycl",
        ),
        unless=INVENTED,
    ),
    Rule(
        "marital",
        BACKGROUND,
        compiled(
            r"\b(?:since|after|during|before|through|because of|despite|following|about|amid) "
            r"(?:my|our) (?P<v>(?:messy |recent |painful |amicable |first |second |upcoming "
            r")?(?:divorce|separation|break-?up|engagement|retirement|lay-?off|deployment|"
            r"immigration|bankruptcy|eviction|adoption|sabbatical|parental leave|maternity leave|"
            r"paternity leave|naturali[sz]ation))\b"
        ),
        0.55,
        (
            "divorce",
            "separation",
            "break",
            "engagement",
            "retirement",
            "lay",
            "deployment",
            "immigration",
            "bankruptcy",
            "eviction",
            "adoption",
            "sabbatical",
            "leave",
            "naturali",
        ),
        unless=INVENTED,
    ),
    Rule(
        "related-person",
        "Relationship Info",
        compiled(
            rf"\bmy (?P<v>(?:divorced|separated|late|estranged|elderly|ag(?:e)?ing|widowed|"
            rf"immigrant|disabled|deaf|blind|adopted|foster|adoptive|biological|birth|deceased|"
            rf"alcoholic|abusive|incarcerated|terminally ill|sick|pregnant|teenage|newborn) "
            rf"{KIN_EN})\b"
        ),
        0.6,
        (
            "divorced",
            "separated",
            "late ",
            "estranged",
            "elderly",
            "ing ",
            "widowed",
            "immigrant",
            "disabled",
            "deaf",
            "blind",
            "adopt",
            "foster",
            "biological",
            "birth ",
            "deceased",
            "alcoholic",
            "abusive",
            "incarcerated",
            "ill ",
            "sick ",
            "pregnant",
            "teenage",
            "newborn",
        ),
        unless=INVENTED,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?:i['’]?m|i am|i was|being|as a)(?: fully| also| natively)? (?P<v>(?:bilingual|"
            r"trilingual|multilingual)(?: in [a-z]+(?:,? (?:and )?[a-z]+){0,2})?)\b"
        ),
        0.55,
        ("lingual",),
        unless=INVENTED,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\bmy (?P<v>(?:[a-z-]+ )?(?:upbringing|childhood|adolescence|boyhood|girlhood) (?:in|"
            r"on|"
            rf"with|as|near|among) {WORD}{MORE}{{0,3}}?){_TOLD}"
        ),
        0.55,
        ("upbringing", "childhood", "adolescence", "hood"),
        unless=INVENTED,
    ),
    Rule(
        "trip",
        TRIP,
        compiled(
            rf"\b(?:(?:[Hh]eading|[Dd]riving|[Ff]lying|[Hh]iking|[Ss]ailing|[Mm]oving|"
            rf"[Tt]ravel?ling|[Rr]oad-tripping)(?: up| down| out| over| back)?|(?:[Mm]y|[Oo]ur) "
            rf"(?:[a-z-]+ ){{0,2}}(?:trip|trek|tour|vacation|holiday|honeymoon|cruise|drive|"
            rf"retreat|pilgrimage|visit|flight|return)) (?:to|through|around|across|in) (?:the "
            rf")?(?P<v>{CAPITALISED}(?: {CAPITALISED}){{0,2}} (?:in|next|this|on|for|over|with) "
            rf"(?:the |my |a |our )?"
            r"(?:long weekend|weekend|week|month|summer|winter|spring|fall|autumn|holidays?|"
            r"(?:January|February|March|April|May|June|July|August|September|October|November|"
            r"December)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|wedding|conference|family|kids|"
            r"parents|wife|husband|partner|girlfriend|boyfriend|sister|brother|honeymoon|"
            r"anniversary|birthday|Christmas|Easter|Thanksgiving))\b"
        ),
        0.55,
        (
            "heading",
            "driving",
            "flying",
            "going",
            "hiking",
            "sailing",
            "moving",
            "travel",
            "trip",
            "trek",
            "tour",
            "vacation",
            "holiday",
            "honeymoon",
            "cruise",
            "drive",
            "retreat",
            "pilgrimage",
            "visit",
            "flight",
            "return",
        ),
        cased=True,
        unless=NOBODY,
    ),
    Rule(
        "ethnicity",
        SENSITIVE,
        compiled(
            r"\b(?i:half|part|most|one side|both sides|all|some) (?:of )?(?:my|our) (?:family|"
            r"parents|"
            rf"relatives|roots)(?: is| are| were| was| comes? from| came from)? (?P<v>{DEMONYM}|"
            rf"{PEOPLE})(?!\w)"
        ),
        0.6,
        ("family", "parents", "relatives", "roots"),
        cased=True,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?:i['’]?m|i am|i was|i['’]d be|being|as|becoming|became) (?P<v>(?:the )?(?:very "
            r")?(?:first|only|last)(?: (?:one|person|child|kid|woman|man|girl|boy|generation|"
            r"member))? (?:in|of|from|on either side of) (?:my|our|the) (?:whole |entire |"
            r"immediate |extended )?(?:family|village|neighbou?rhood|bloodline|generation|"
            r"department"
            rf"|household|side)(?: (?:to|who|with) {WORD}{MORE}{{0,4}})?)"
        ),
        0.55,
        ("first", "only", "last"),
        unless=INVENTED,
    ),
    Rule(
        "family-role",
        BACKGROUND,
        compiled(
            r"\b(?P<v>(?:raised|brought up|adopted|fostered) by (?:two (?:moms|mums|dads|mothers|"
            r"fathers)|(?:my|an?|his|her) (?:[a-z-]+ ){0,2}[a-z-]+|strangers|relatives|nuns|"
            r"wolves)|who raised me(?: after [a-z]+(?: [a-z]+){0,4})?)\b"
        ),
        0.55,
        ("raised", "brought up", "adopted", "fostered"),
        unless=INVENTED,
        accept=lambda value: not value.endswith("wolves"),
    ),
    Rule(
        "court",
        COURT,
        compiled(
            rf"\b(?:i|my {KIN_EN}|he|she) (?P<v>(?:went to|is in|was in|got out of|came out of|"
            r"ended up in|is serving time in|spent \w+ (?:months|years) in|is back in|landed in) "
            r"(?:federal |state |county )?(?:prison|jail|custody|juvie|juvenile detention|"
            r"immigration detention))\b"
        ),
        0.6,
        ("prison", "jail", "custody", "juvie", "detention"),
        unless=INVENTED,
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"\b(?:was|were|got|been|getting|being|keep getting) (?P<v>(?:stopped|pulled over|"
            r"searched|profiled|frisked|detained|arrested|harassed|questioned|deported|evicted|"
            r"sued|summoned|subpoenaed) (?:again )?by (?:the |an? |two |my )?(?:police|cops?|"
            r"officers?|ice|immigration|border [a-z]+|sheriff|security|landlord|ex|court)(?: "
            rf"{WORD}{MORE}{{0,3}})?)"
        ),
        0.55,
        (
            "police",
            "cop",
            "officer",
            " ice",
            "immigration",
            "border",
            "sheriff",
            "security",
            "landlord",
            "court",
            " ex",
        ),
        unless=NOBODY,
    ),
    Rule(
        "position",
        "Precise Location",
        compiled(
            r"\b(?:at|near|by|to|from|in|outside|behind|opposite|above) (?:the|a|my|our) "
            r"(?P<v>(?:[a-z-]+ ){1,3}on (?:the corner of )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? "
            rf"{_STREET})\b"
        ),
        0.6,
        (" on ",),
        cased=True,
        unless=NOBODY,
    ),
    Rule(
        "amount",
        "Assets/Income",
        compiled(
            r"\b(?:i|we)(?:['’]ve)? (?:sold|inherited|invested|saved|earned|made|won|lost|cashed "
            r"out|put away|sank|blew)\b[^.?!\n]{0,40}? (?P<v>[$€£]?\d{2,4}(?:\.\d)?k)(?!\w)(?! "
            r"(?:run|race|steps|views|followers|subscribers|words|users))"
        ),
        0.55,
        ("k",),
        unless=INVENTED,
    ),
)


def asides() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
