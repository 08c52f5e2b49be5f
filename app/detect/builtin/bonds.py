"""Whom people have in their lives, where the words say more than a relation: "my late husband"."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.kin import KIN
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_CLOSE = (
    r"(?:wife|husband|spouse|partner|girlfriend|boyfriend|fianc[eé]e?|gf|bf|ex|mother|mom|mum|"
    r"father|dad|grandmother|grandma|grandfather|grandpa|granddad|nana|nan|gran|son|daughter|"
    r"child|kid|baby|brother|sister|sibling|twin|cousin|aunt|uncle|niece|nephew|friend|best "
    r"friend|roommate|mentor)"
)
_SIBLING = r"(?:brother|sister|sibling|cousin|half-brother|half-sister)s?"
_COUNT = (
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty)"
)
_TIME = (
    rf"(?:(?:almost |over |nearly )?(?:{_COUNT}|a|several|many) (?:years?|months?|decades?|weeks?)|"
    r"a lifetime)"
)
_NO_STORY = r"(?! (?:in the|from the) (?:novel|film|book|show|series|story))"
RULES = (
    # Who is done something with is part of one's life, and not only of the task.
    Rule(
        "related-person",
        KIN,
        compiled(
            r"\b(?:with|alongside|without|miss|missing|visit|visiting|between me and|share with) "
            r"my (?P<v>(?:[a-z]+ )?(?:brothers?|sisters?|siblings?|cousins?|twin|nieces?|nephews?|"
            r"aunts?|uncles?|grandma|grandmother|grandpa|grandfather|grandparents|mentor|sponsor|"
            r"stepmom|stepdad))\b"
        ),
        0.5,
        ("with", "miss", "visit", "between me"),
        unless=INVENTED,
    ),
    Rule(
        "related-person",
        KIN,
        compiled(
            r"\b(?:my|our) (?P<v>(?:late|estranged|deceased|dead|ex-|former|ex|terminally ill|"
            r"elderly|aging|ageing|adopted|adoptive|foster|biological|birth|surrogate|"
            r"long-distance|long-lost|pregnant|disabled|autistic|deaf|blind|newborn|unborn|half|"
            rf"twin|identical twin)[ -]?(?:ex-?)?{_CLOSE})\b{_NO_STORY}"
        ),
        0.55,
        unless=INVENTED,
    ),
    Rule(
        "related-person",
        KIN,
        compiled(
            r"\b(?:my|our) (?P<v>(?:older|younger|elder|big|little|oldest|youngest|eldest|only|"
            rf"baby|kid|twin) {_SIBLING})\b"
        ),
        0.55,
        ("brother", "sister", "sibling", "cousin"),
        unless=INVENTED,
    ),
    Rule(
        "related-person",
        KIN,
        compiled(
            rf"\b(?:my|our) (?P<v>(?:{_CLOSE}|best man|maid of hono(?:u)?r) (?:of|since|from) "
            rf"(?:{_TIME}|kindergarten|childhood|college|school|high school|university|primary "
            r"school|preschool|day one|the army|church))\b"
        ),
        0.6,
        (" of ", "since", "from"),
        unless=INVENTED,
    ),
    Rule(
        "related-person",
        KIN,
        compiled(
            r"\b(?:my|our) (?P<v>(?:ex-?(?:wife|husband|girlfriend|boyfriend|partner|fianc[eé]e?)|"
            r"half-?(?:brother|sister|siblings)|foster (?:son|daughter|parents|kids|children|"
            r"mother|mom|father|dad)|birth (?:mother|mom|father|dad|parents)|baby daddy|babcia|"
            r"babushka|abuel[ao]|nonn[ao]|oma|opa|halmoni|lol[ao]))\b"
        ),
        0.5,
        ("my ", "our "),
        unless=INVENTED,
    ),
    Rule(
        "related-person",
        KIN,
        compiled(
            r"\b(?P<v>my (?:ex-?wife|ex-?husband|ex|wife|husband|partner|girlfriend|boyfriend|"
            r"parents|mother|father|brother|sister|kids' (?:mother|father)) and i(?: are| were| "
            r"have been|['’]re|['’]ve been)? (?:separated|divorced|divorcing|married|engaged|not "
            r"speaking|estranged|share custody|split up|splitting up|broke up|live apart|"
            r"co-?parent|are expecting|adopted|met (?:in|at|on|when) \w+(?: \w+)?))"
        ),
        0.6,
        (" and i",),
        unless=INVENTED,
    ),
    Rule(
        "related-person",
        KIN,
        compiled(
            rf"\b(?:i|we)(?:['’]ve| have|['’]ve got)? (?P<v>(?:have|got|had) (?:an? |one |{_COUNT} "
            r")?(?:[a-z]+ )?(?:half-?|step-?|twin |younger |older |little |big )(?:brothers?|"
            r"sisters?|siblings?|sons?|daughters?|kids|children|niece|nephew)(?: i['’]ve never "
            r"met| in [a-z]+)?)\b"
        ),
        0.55,
        ("big ", "half", "little ", "older ", "step", "twin ", "younger "),
        unless=INVENTED,
    ),
    Rule(
        "related-person",
        KIN,
        compiled(
            r"(?:\bmy (?:wife|husband|partner|girlfriend|boyfriend) and i\b|\bwe)(?: have|"
            r"['’]ve)? (?:been )(?P<v>(?:together|married|dating|engaged|living together|an item|"
            rf"friends) (?:for |since )(?:{_TIME}|(?:19|20)\d\d|college|school|high school|"
            r"university))\b"
        ),
        0.6,
        ("together", "married", "dating", "engaged", "an item", "friends"),
        unless=INVENTED,
    ),
)


def bonds() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
