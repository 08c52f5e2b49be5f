"""Faith, descent, politics and love told by what people do: "left the church at nineteen"."""

from app.detect.builtin.fiction import AS, INVENTED
from app.detect.builtin.patterns import compiled
from app.detect.builtin.readings import NOT_ME
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.sensitive import FAITH, PEOPLE
from app.detect.builtin.standing import SENSITIVE

_NOW = (
    r"(?: (?:also|only|just|still|now|always|never|once|secretly|proudly|finally|recently|"
    r"usually))?"
)
_I = (
    r"\b(?:i|we|i['’]ve|we['’]ve|i['’]m|we['’]re|i am|we are|i was|we were|my \w+(?: and "
    rf"i)?){_NOW}"
)
_PARTY = (
    r"(?:green|labou?r|conservative|republican|democratic|democrat|liberal|socialist|communist|"
    r"libertarian|social democrats?|christian democrats?|progressive|left|right|far-right|"
    r"far-left|reform|tory|whig)"
)
_WORSHIP = (
    r"(?:church|mass|mosque|temple|synagogue|shul|gurdwara|bible study|sunday school|friday "
    r"prayers?|confession|shabbat services|services|quaker meeting|prayer group|the parish)"
)
# What a family celebrates by its faith.
PRAYERS = (
    r"(?:bar mitzvah|bat mitzvah|baptism|christening|first communion|confirmation (?:class|mass)|"
    r"ramadan|iftar|passover seder|seder|shabbat(?: dinner)?|umrah|hajj|puja|nikah|eid)"
)
_LOVE = (
    r"(?:gay|lesbian|bisexual|bi|queer|trans|transgender|nonbinary|non-binary|asexual|pansexual|"
    r"intersex|closeted)"
)
# Short strings of which each match of the rule that names them has one.
_WORSHIP_CUES = (
    "church", "mass", "mosque", "temple", "synagogue", "shul", "gurdwara", "bible", "sunday school",
    "prayer", "confession", "services", "quaker", "parish"
)  # fmt: skip
_COMING_OUT_CUES = (
    "out", "same-sex", "gay", "lesbian", "queer", "transition", "surgery", "dysphoria",
    "deadname", "pronouns"
)  # fmt: skip

RULES = (
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            rf"{_I} (?P<v>(?:go|goes|went|going|attend|attends|attended|attending|left|leaving|"
            r"joined|grew up in|volunteer at|volunteered at|sing in|serve at|pray at|teach) (?:to "
            rf")?(?:the |my |our |a |an )?(?:[a-z]+ )?{_WORSHIP}(?: (?:every|each|on|at|after|when|"
            r"last|choir) [a-z]+(?: [a-z]+)?)?)\b"
        ),
        0.55,
        _WORSHIP_CUES,
        unless=INVENTED,
        accept=lambda value: (
            not value.endswith(" services") or "shabbat" in value or value.startswith("attend")
        ),
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            rf"{_I} (?P<v>(?:keep|keeps|kept|eat|eats) (?:kosher|halal|shabbat|the sabbath)|"
            r"(?:fast|fasts|fasting|fasted) (?:for|during) (?:ramadan|lent|yom kippur)|pray(?:s|"
            r"ed|ing)? (?:five times a day|the rosary|every \w+|to \w+)|observe (?:ramadan|lent|"
            r"shabbat|the sabbath)|(?:was|am|been|got) (?:baptized|baptised|confirmed|ordained|"
            r"excommunicated|disfellowshipped)|(?:wear|wears) (?:a |the |my )?(?:hijab|niqab|"
            r"turban|kippah|yarmulke|headscarf|cross necklace)|lost my faith|found god|don['’]t "
            r"believe in god|believe in (?:god|jesus|allah|reincarnation)|stopped believing(?: in "
            r"god)?)\b"
        ),
        0.6,
        ("i", "my ", "we"),
        unless=INVENTED,
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            rf"(?:\b(?:i['’]m|i am|i was|{AS}|being|we['’]re|my \w+ is|in our|in my|our|my)"
            r"(?: an?)?) (?P<v>(?:nervous |lapsed |practi[cs]ing |observant |devout |secular |"
            r"cultural |recovering |former |ex-|non-practi[cs]ing |orthodox |reform |conservative "
            rf"|hasidic |born-again |evangelical |strict |very ){{1,2}}(?:{FAITH}|jews?|muslims?|"
            rf"catholics?|christians?)|(?:{FAITH}|temple|mosque|church|parish|synagogue)(?:['’]s)? "
            r"(?:household|family|home|upbringing|parents|community|faith|youth group|choir|"
            r"school|congregation|wedding|background))\b"
        ),
        0.6,
        ("as", "being", "i am", "i'm", "i’m", "my", "our", "we're", "we’re"),
        unless=INVENTED,
    ),
    Rule(
        "ethnicity",
        SENSITIVE,
        compiled(
            rf"\b(?:{AS}|being|i['’]m|i am|i was|we['’]re) (?:an? |the (?:only )?|one of the few |"
            rf"one of two )?(?:[a-z]+ )??(?P<v>(?:{PEOPLE})(?= (?:woman|man|girl|boy|kid|person|"
            r"student|employee|engineer|guy|lesbian|mother|father|mom|dad|teacher|nurse)\b)|"
            r"(?:brown|asian|white|mixed|minority)[- ](?:race|american|woman|man|girl|boy|kid|"
            r"person|student|employee|engineer|guy|teacher|nurse)|(?:wo)?man of colou?r|pe(?:rson|"
            r"ople) of colou?r)\b"
        ),
        0.6,
        ("as ", "being ", "i am ", "i'm ", "i’m ", "we're ", "we’re "),
        unless=INVENTED,
    ),
    Rule(
        "ethnicity",
        SENSITIVE,
        compiled(
            r"\b[Mm]y (?P<v>(?:tribe|people|nation|clan|band)(?:,| is| are) (?:the )?[A-Z][a-z]+"
            r"(?: [A-Z][a-z]+)?)"
        ),
        0.6,
        ("tribe", "people", "nation", "clan", "band"),
        cased=True,
        accept=lambda value: not value.endswith((" I", " The", " We")),
    ),
    Rule(
        "ethnicity",
        SENSITIVE,
        compiled(
            r"\b(?:I['’]m|I am|[Ss]he['’]s|[Hh]e['’]s|[Bb]eing|[Aa]s(?: an?)?) (?P<v>(?:half|part|"
            r"a quarter|mixed)[- ][A-Za-z]{3,14}(?: \([A-Za-z ]+\))?(?:,? (?:and |)(?:half|"
            r"part)[- ][A-Z][a-z]{3,14})?)(?=[,.;!?)\n]|$| and | who | with | so )"
        ),
        0.6,
        ("half", "part", "quarter", "mixed"),
        cased=True,
        accept=lambda value: any(char.isupper() for char in value),
    ),
    Rule(
        "politics",
        SENSITIVE,
        compiled(
            rf"{_I} (?:vote[sd]?|voting|campaign(?:ed|ing)?|canvass(?:ed|ing)?|volunteer(?:ed|"
            r"ing)?|phone-?bank(?:ed|ing)?|donate[sd]?|march(?:ed)?|protest(?:ed|ing)?|ran|run|"
            rf"stood|stand) (?:for|to|against|with|as) (?:the )?(?P<v>{_PARTY}(?: party| candidate|"
            r"s)?|other party|opposition|city council|school board|parliament|congress|mayor|"
            r"trump|biden|obama|clinton|harris|sanders|corbyn|brexit|independence)\b"
        ),
        0.6,
        (" for ", " to ", " against ", " with ", " as "),
        unless=INVENTED,
    ),
    Rule(
        "nationality",
        SENSITIVE,
        compiled(
            rf"{_I} (?P<v>(?:fled|escaped|escaped from|sought asylum|was granted asylum|was "
            r"deported|crossed the border|overstayed|came as (?:an? )?(?:refugee|asylum seeker))"
            r"(?: (?:from|to|in|with) )?(?:[a-z]+ ?){0,4}?)(?=[,.;:!?\"”\n]|$| and | but | so )"
        ),
        0.55,
        ("fled", "escaped", "asylum", "deported", "border", "overstayed", "refugee"),
        unless=INVENTED,
        accept=lambda value: value != "escaped",
    ),
    Rule(
        "orientation",
        SENSITIVE,
        compiled(
            rf"(?:\b(?:growing up|grew up|being|{AS}|i['’]m|i am|i was|my (?:son|daughter|brother|"
            r"sister|child|kid|wife|husband|partner) is|identify as)(?: an?| the(?: only)?| "
            rf"openly)?) (?P<v>{_LOVE}(?: (?:man|woman|kid|teen|teenager|person|couple|parent|dad|"
            r"mom|son|daughter|student|teacher|guy|girl|boy))?(?: in (?:an? |the )?(?:[a-z]+ "
            r"){1,3}?(?:town|family|household|village|country|church|school|community|"
            r"workplace))?)\b"
        ),
        0.6,
        ("asexual", "bi", "closeted", "gay", "intersex", "pansexual", "queer", "trans"),
        unless=INVENTED,
    ),
    Rule(
        "orientation",
        SENSITIVE,
        compiled(
            r"\b(?P<v>(?:came|come|coming) out(?: to (?:my|our) [a-z]+(?: [a-z]+)?| at (?:work|"
            r"school)){1,2}|(?:my|our) (?:same-sex|gay|lesbian|queer) (?:marriage|wedding|"
            r"relationship|partner)|my transition(?= from\b)|top surgery|gender dysphoria|my "
            r"(?:deadname|pronouns))\b"
        ),
        0.6,
        _COMING_OUT_CUES,
        unless=NOT_ME,
    ),
)


def creeds() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
