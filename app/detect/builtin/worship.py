"""Faith told by who and what belongs to it: "my rabbi", "grew up Mormon", "my son's bar "
"mitzvah"."""

from app.detect.builtin.creeds import PRAYERS
from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.patterns import compiled
from app.detect.builtin.readings import NOBODY, NOT_ME
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.sensitive import FAITH
from app.detect.builtin.standing import SENSITIVE

RULES = (
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            rf"\b(?P<v>{FAITH} (?:upbringing|traditions?|roots|values|faith|beliefs|background|"
            rf"heritage|"
            r"services?|church(?:es)?|schools?|schooling|community|family|household|childhood|"
            r"ministry|minister|priest|holidays?|ceremony|wedding|rites|liturgy|hymns|congregation|"
            r"seminary|practice|prayers?|charity|mission|youth group|parish|temple|mosque|camp))\b"
        ),
        0.5,
        (
            "catholic",
            "protestant",
            "evangelical",
            "baptist",
            "methodist",
            "lutheran",
            "anglican",
            "presbyterian",
            "mormon",
            "jehovah",
            "orthodox",
            "christian",
            "muslim",
            "sunni",
            "shia",
            "sufi",
            "jew",
            "hindu",
            "buddhist",
            "sikh",
            "jain",
            "taoist",
            "atheist",
            "agnostic",
            "pagan",
            "wiccan",
            "quaker",
            "pentecostal",
            "adventist",
            "bahá",
            "baha",
            "zoroastrian",
            "spiritist",
        ),
        unless=NOT_ME,
    ),
    Rule(
        "worship",
        SENSITIVE,
        compiled(
            r"\b(?:my|our|his|her|their) (?:\w+['’]s )?(?:new |old |local |childhood |family "
            r")?(?P<v>rabbi|imam|pastor|parish priest|priest|vicar|chaplain|bishop|guru|granthi|"
            r"bible (?:study )?group|prayer (?:group|circle|meeting)|(?:church|parish|temple|"
            r"mosque|synagogue|congregation)(?: (?:choir|group|community|family|members|"
            r"friends))?)(?![\w-])"
        ),
        0.55,
        (
            "rabbi",
            "imam",
            "pastor",
            "priest",
            "vicar",
            "chaplain",
            "bishop",
            "guru",
            "granthi",
            "bible",
            "prayer",
            "church",
            "parish",
            "temple",
            "mosque",
            "synagogue",
            "congregation",
        ),
        unless=INVENTED,
    ),
    Rule(
        "worship",
        SENSITIVE,
        compiled(
            rf"\b(?:my|our|his|her) (?:\w+['’]s |\w+-in-law['’]s )?(?:first |second |own |last "
            rf")?(?P<v>{PRAYERS})\b(?! (?:greetings?|cards?|recipes?|outfits?|gifts?))"
        ),
        0.6,
        (
            "mitzvah",
            "bapti",
            "christening",
            "communion",
            "confirmation",
            "ramadan",
            "iftar",
            "seder",
            "shabbat",
            "umrah",
            "hajj",
            "puja",
            "nikah",
            "eid",
        ),
        unless=INVENTED,
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            rf"\b(?:grew up|growing up|(?:was|were|been|being) (?:raised|born|brought up)|raised|"
            rf"convert(?:ed|ing) to|married into an?|left) (?P<v>(?:strict(?:ly)? |very |"
            rf"devout(?:ly)? |secular )?(?:{FAITH}|islam|christianity|judaism|buddhism|hinduism|"
            rf"catholicism|"
            r"orthodoxy|amish|mennonite))\b"
        ),
        0.6,
        (
            "grew up",
            "growing up",
            "raised",
            "born",
            "brought up",
            "convert",
            "married into",
            "left",
        ),
        unless=NOBODY,
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            r"\b(?P<v>(?:Temple|Congregation|Masjid|Iglesia|Gurdwara) "
            r"(?!University)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|(?:First|Second|Grace|Trinity|Calvary|"
            r"Holy \w+|(?:St|Saint)\.? \w+(?:['’]s)?|Our Lady of \w+(?: \w+)?) (?:(?:Baptist|"
            r"Lutheran|Methodist|Presbyterian|Episcopal|Catholic|Orthodox|Community|United) "
            r")?(?:Church|Parish|Chapel))\b"
        ),
        0.5,
        ("temple", "congregation", "masjid", "iglesia", "gurdwara", "church", "parish", "chapel"),
        cased=True,
        unless=NOBODY,
    ),
)


def worship() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
