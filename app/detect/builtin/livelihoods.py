"""What people work as and for, told on the way to a question: "my team at Nordlicht Insurance"."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.work import COMPANY, JOB

_BEGIN = r"(?:^|[.!?;:\n(] ?|(?<!\w)[*-] ?)"
FIRM = (
    rf"(?:[Tt]he )?{CAPITALISED}(?:['’]s)?(?: (?:(?:&|and|of) )?(?:{CAPITALISED}|"
    rf"[A-Z]{{2,4}})){{0,3}}"
)
_NO_FIRMS = frozenset(
    ("April", "August", "Christmas", "Dad", "December", "Easter", "English", "Excel", "February",
     "French", "Friday", "German", "Google", "God", "Halloween", "I", "It", "January", "July",
     "June", "March", "May", "Monday", "Mum", "Mom", "No", "November", "October", "Python",
     "Saturday", "September", "Spanish", "Sunday", "Teams", "That", "The", "This", "Thursday",
     "Tuesday", "Wednesday", "Zoom", "We", "My", "If", "He", "She", "They", "Life", "Nobody",
     "Somebody", "Someone", "Everyone", "What", "Who", "When", "But", "And")
)  # fmt: skip


def is_firm(value: str) -> bool:
    """Say whether capitals may name a firm, and are no month, app or beginning of a sentence."""
    words = value.split()
    if words[0] in {"the", "The"}:
        words = words[1:]
    return bool(words) and words[0] not in _NO_FIRMS and words[-1] not in {"and", "of", "&"}


# Words for those who do or hold something; what people are besides ("a beginner") is left out.
_NO_JOBS = frozenset(
    (
        "another", "beginner", "bit", "brother", "bundle", "burden", "caller", "cheater",
        "child", "cover", "customer", "dreamer", "drinker", "eater", "ever", "executor",
        "father", "favor", "favour", "feminist", "fighter", "foodie", "friend", "gamer", "hater",
        "hoarder", "introvert", "joke", "kid", "later", "learner", "letter", "liar", "loner",
        "loser", "lover", "man", "matter", "member", "mess", "minimalist", "monster", "morning",
        "mother", "neighbor", "neighbour", "never", "nightmare", "novice", "nuisance", "number",
        "optimist", "other", "outsider", "overthinker", "owner", "partner", "passenger",
        "perfectionist", "person", "pessimist", "player", "procrastinator", "quitter", "reader",
        "realist", "riser", "runner", "sister", "sleeper", "smoker", "snorer", "sooner",
        "starter", "stranger", "sucker", "swimmer", "talker", "thinker", "tourist", "trainer",
        "traveler", "traveller", "user", "vegetarian", "visitor", "walker", "wanderer", "whiner",
        "winner", "woman", "worrier",
    )
)  # fmt: skip
_DOERS = (
    "er", "or", "ist", "ian", "ant", "man", "woman", "sergeant", "corporal", "chief", "chaplain",
    "lifeguard", "temp", "guard", "chef", "nurse", "mate", "captain", "clerk", "principal",
    "treasurer", "secretary", "midwife", "vet", "pilot", "cook", "priest", "nun", "judge", "head",
    "hand", "aide", "apprentice", "au pair", "bailiff", "steward", "butler", "medic", "smith",
    "wright",
)  # fmt: skip


def is_job(value: str) -> bool:
    """Say whether the last word of `value`, in lower case, is one for who does something."""
    last = value.lower().split()[-1]
    return last not in _NO_JOBS and len(last) > 3 and last.endswith(_DOERS)


RULES = (
    Rule(
        "job-title",
        JOB,
        compiled(
            r"(?:\bas the|\bi(?:['’]?m| am) (?:only |just |now )?the|\bi start(?:ed)? as an?|"
            r"\b(?:my|our) (?:first day|probation|week|year|time|years|job|work|stint) as|\bi was "
            r"(?:once )?(?:the|an?)|\bin truth i['’]?m an?|\bi(?:['’]?m| am) (?:only |now |just |"
            r"still |also |really |actually |basically )?an?|\bwork(?:ed|ing)? as an?) "
            r"(?P<v>(?!little\b|bit\b|big\b|huge\b|first\b|last\b|only\b|better\b|slow\b|fast\b|"
            r"terrible\b|bad\b|good\b|great\b|heavy\b|light\b|night owl|"
            r"same\b)[a-z][a-z-]{2,14}(?: (?!at\b|in\b|on\b|of\b|for\b|and\b|who\b|with\b|but\b|"
            r"from\b|or\b|to\b|by\b|that\b|as\b|is\b)[a-z-]{3,14}){0,2})(?=[,.;!?)\n]|$| (?:at|in|"
            r"on|of|for|and|who|with|but|from) )"
        ),
        0.5,
        (
            "as the",
            "i'm",
            "i’m",
            "i am",
            "im ",
            "i start",
            "day as",
            "my ",
            "our ",
            "i was",
            " as a",
        ),
        accept=is_job,
        unless=INVENTED,
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            rf"{_BEGIN}(?P<v>retired [a-z]{{3,14}}(?: [a-z]{{3,14}})?)(?=[,.;]| wants| here| "
            r"with|$)"
        ),
        0.5,
        ("retired",),
        accept=is_job,
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            r"\bi (?P<v>(?:teach|coach|tutor) (?!(?:my|him|her|them|you|me|the|a|an|it|people|kids|"
            r"myself|some|in|at)\b)[a-z0-9'’-]{3,14}(?: (?!in\b|at\b|and\b|to\b|on\b|for\b|with\b|"
            r"but\b)[a-z0-9'’-]{1,14}){0,2})(?=[,.;!?]|$| (?:in|at|and|to|on|for|with|but) )"
        ),
        0.5,
        ("i teach", "i coach", "i tutor"),
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            r"\bi (?P<v>(?!do\b|did\b|lie\b|love\b|would\b|could\b)[a-z]{3,12}(?: "
            r"[a-z]{3,12}){0,3}) for a living\b"
        ),
        0.6,
        ("for a living",),
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"\b(?:[Mm]y|[Oo]ur) (?:[a-z]+ )?(?:team|boss|desk|contract|badge|photo|shifts?|"
            r"manager|colleagues|internship|job|day|probation|locker|office|department|supervisor|"
            r"placement|"
            rf"interview|apprenticeship|week) (?:at|with) (?P<v>{FIRM})(?![\w'’])"
        ),
        0.55,
        (" at ", " with "),
        cased=True,
        accept=is_firm,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"\b(?:\w+ (?:years|months|seasons) (?:at|with)|[Bb]een (?:at|with)|[Tt]eam of \w+ at|"
            r"[Ss]upervised? at|[Oo]n call for|[Ss]hifts? (?:at|for)|I(?:['’]m| am) (?:currently|"
            r"still|now) (?:at|with)|(?:[Ll]eaving|[Ll]eft|[Jj]oining) "
            rf"(?=[A-Z][^.,]{{3,40}} (?:after|for|because)\b)) ?(?P<v>(?:the )?{FIRM})(?![\w'’])"
        ),
        0.5,
        ("years", "months", "seasons", "been ", " at ", " with ", "leaving", "left", "joining"),
        cased=True,
        accept=is_firm,
        unless=compiled(r"\b(?:married|together|in love|played)\b"),
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"\bI (?:sell|drive|cook|clean|bake|teach|stack|pack|answer|code|weld|volunteer|temp|"
            r"work|wait|tend|do|run|manage|repair|sort|deliver|guard|model) (?:[a-z]+ ){0,4}(?:at|"
            r"for) (?:an? |the )?"
            rf"(?P<v>{FIRM})(?![\w'’])"
        ),
        0.5,
        (" at ", " for "),
        cased=True,
        accept=is_firm,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            rf"(?P<v>{FIRM}) (?:just )?(?:fired me|laid me off|let me go|made me redundant|"
            r"hired me|sent me on a course|offered me (?:a|the) job|rejected my application|pays "
            r"me|promoted me|cut my hours)\b"
        ),
        0.6,
        (
            "fired",
            "laid",
            "let me",
            "redundant",
            "hired",
            "sent me",
            "offered",
            "rejected",
            "pays",
            "promoted",
            "hours",
        ),
        cased=True,
        accept=is_firm,
    ),
)


def livelihoods() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
