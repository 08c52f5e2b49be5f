"""What people tell of their relatives and friends in passing: age, work, place,
what befell them."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.livelihoods import is_job
from app.detect.builtin.lives import AGE_WORD
from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.people_words import RELATIONS_EN
from app.detect.builtin.recogniser import Rule, RuleRecogniser

KIN = "Relationship Info"
_MORE = (
    "stepdad|step-dad|stepmum|stepmom|step-mum|step-mom|grandad|granddad|granny|nana|gran|nan|gma|"
    "great-aunt|great-uncle|great-grandmother|great-grandfather|half-brother|half-sister|hubby|"
    "missus|mate|buddy|best mate|best man|maid of honou?r|in-laws|parents|grandparents|kids|"
    "children|twins|sons|daughters|brothers|sisters|teenager|toddler|bro|sis|little one|foster son|"
    "foster daughter|godchild|pen pal|chess partner|pupil|cleaner|caretaker|plumber|builder|"
    "dog walker|carer|au pair|midwife|pastor|chief|foreman|intern|trainee|apprentice"
)
_WHO = rf"(?:{RELATIONS_EN}|{_MORE})"
_AGED = (
    r"(?:older|younger|elder|little|big|eldest|youngest|oldest|twin|late|old|dear|poor|best|only|"
    r"middle|new|former|other) "
)
_NAME = rf"(?: {CAPITALISED})?"
# "my older sister Ngozi", "our babysitter"
_THEIR_CASED = rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er)(?: {_AGED}){{0,2}} ?{_WHO}{_NAME}"
_NUMBER = rf"(?:\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|{AGE_WORD})"
_STOP = r"(?=[,.;!?)\n]|$| and | but | so | who | while | already| now\b)"
_PLACE = rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
_FIELD = r"[a-z]{3,14}(?: [a-z]{3,14})?"
_NO_NAMES = frozenset(
    ("I", "April", "August", "Christmas", "Easter", "English", "Excel", "Friday", "January", "July",
     "June", "March", "May", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday",
     "We", "Zoom", "Please", "Can", "Could", "What", "How", "Is", "Do", "Does", "Should", "The",
     "My", "He", "She", "They", "It", "Any", "Give", "Write", "Help", "Tell", "But", "And")
)  # fmt: skip
RULES = (
    Rule(
        "age",
        KIN,
        compiled(
            rf"{_THEIR_CASED}(?:(?: {CAPITALISED})?, who(?: is|['’]s)|, {CAPITALISED} "
            rf"{CAPITALISED}, who is|,| \(|, who(?:['’]s| is)| is| was|['’]s| turns| just turned| "
            r"turned|"
            rf", aged| aged)? ?(?:only |just |nearly |almost |already |about |barely "
            rf")?(?P<v>(?:nearly |almost |barely )?{_NUMBER}(?: years old)?){_STOP}"
        ),
        0.55,
        ("my ", "our ", "his ", "her "),
        cased=True,
        unless=INVENTED,
    ),
    Rule(
        "age",
        KIN,
        compiled(
            r"(?<!when )(?<!until )(?<!if )\b(?:he|she)(?:['’]s| is| was| turns| just turned| will "
            r"be) (?:only |just |nearly |"
            rf"almost |already |barely )?(?P<v>(?:\d{{1,2}}|{AGE_WORD})){_STOP}"
        ),
        0.5,
        ("he", "she"),
        unless=INVENTED,
    ),
    Rule(
        "job-title",
        KIN,
        compiled(
            rf"{_THEIR_CASED}(?:,| is| was|['’]s|, who(?:['’]s| is)| became| works as| worked as)"
            r" (?:an? |also an? |now an? |just an? )(?P<v>(?!little\b|bit\b|big\b|huge\b|"
            r"terrible\b|bad\b|good\b|great\b|heavy\b|light\b|real\b|true\b|total\b|"
            r"such\b)[a-z][a-z-]{2,14}(?: (?!at\b|in\b|on\b|of\b|for\b|and\b|who\b|with\b|but\b|"
            r"from\b|or\b|to\b|by\b|that\b|is\b)[a-z-]{3,14}){0,2})(?=[,.;!?)\n]|$| (?:at|in|on|of|"
            r"for|and|who|with|but|from) )"
        ),
        0.55,
        ("my ", "our ", "his ", "her "),
        cased=True,
        accept=is_job,
        unless=INVENTED,
    ),
    Rule(
        "job-title",
        KIN,
        compiled(
            r"\b(?:both (?:of )?)?(?:my|our) (?:parents|grandparents|brothers|sisters|sons|"
            r"daughters|in-laws)(?: are| were|, both)(?: both)? (?P<v>[a-z]{3,12}(?: "
            r"[a-z]{3,12})?s)(?=[,.;!?\n]|$| and | so | in | at )"
        ),
        0.5,
        ("parents", "brothers", "sisters", "sons", "daughters", "in-laws"),
        accept=lambda value: is_job(value[:-1]),
    ),
    Rule(
        "studies",
        KIN,
        compiled(
            rf"{_THEIR_CASED},?(?: who)?(?: is)? (?P<v>(?:studies|studying|teaches|teaching|"
            r"reads|majors in) "
            rf"{_FIELD}(?: (?:in|at) {_PLACE})?)(?=[,.;!?\n]|$| and | but )"
        ),
        0.5,
        ("stud", "teach", "reads", "majors"),
        cased=True,
    ),
    Rule(
        "residence",
        KIN,
        compiled(
            rf"{_THEIR_CASED},?(?: who)?(?: just| now| has| have|['’]s)?(?: just| now)? "
            r"(?P<v>(?:live[sd]?|moved|(?:is |are )?living|(?:is |are )?moving|emigrated|settled|"
            r"grew up|"
            rf"works?|worked) (?:in|to|near|outside) {_PLACE})"
        ),
        0.55,
        ("live", "living", "mov", "emigrated", "settled", "grew up", "work"),
        cased=True,
    ),
    Rule(
        "origin",
        KIN,
        compiled(
            rf"{_THEIR_CASED}(?: is| are|['’]s| comes?)? (?:originally )?(?P<v>from {_PLACE})"
        ),
        0.5,
        ("from",),
        cased=True,
    ),
    Rule(
        "loss",
        KIN,
        compiled(
            rf"{_THEIR_CASED},?(?: who)?(?: just| has| had|['’]s)? (?P<v>(?:passed away|died|was "
            r"killed|took (?:his|her) (?:own )?life)(?: (?:in|on|last|two|three|four|five|six|a "
            r"few|this) [A-Za-z]{3,10}(?: ago)?)?)"
        ),
        0.5,
        ("passed", "died", "killed", "took"),
        cased=True,
        unless=INVENTED,
    ),
    Rule(
        "marital",
        KIN,
        compiled(
            rf"{_THEIR_CASED},?(?: who)?(?: is| was|['’]s|, \d\d,| just)* (?P<v>(?:(?:twice|"
            r"recently|newly|just) (?:divorced|married|widowed)|getting (?:divorced|married)|left "
            r"at the altar|a widow(?:er)?|on (?:parental|maternity|paternity|sick) leave|gone "
            r"bankrupt|deployed|(?:got|been) (?:deployed|divorced|laid off|fired|arrested)))\b"
        ),
        0.5,
        (
            "divorced",
            "married",
            "widow",
            "leave",
            "bankrupt",
            "deployed",
            "laid off",
            "fired",
            "altar",
            "arrested",
        ),
        cased=True,
    ),
    Rule(
        "related-name",
        KIN,
        compiled(
            rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[a-z]{{3,12}}['’]s)(?: {_AGED}){{0,2}} ?(?:[a-z]+ "
            rf")?(?:{_MORE}|boy|girl|lad|guy|man),? (?:(?:is )?(?:called|named) "
            rf")?(?P<v>{CAPITALISED}(?: {CAPITALISED})?)(?![\w'’])"
        ),
        0.6,
        ("'s ", "’s ", "my ", "our ", "his ", "her "),
        cased=True,
        accept=lambda value: value.split()[0] not in _NO_NAMES,
    ),
    Rule(
        "related-name",
        KIN,
        compiled(
            r"(?:^|[.!?\n(] ?|\b(?:and|when|that|does|did|for|with|if|because|is|was) "
            r")(?P<v>(?:[Cc]ousin|[Gg]randad|[Gg]randdad|[Gg]randma|[Gg]randpa|[Gg]ranny|[Nn]ana|"
            r"[Gg]reat-aunt|[Aa]untie|[Ss]tepdad|"
            rf"[Gg]odfather|[Gg]odmother) {CAPITALISED})(?![\w'’])"
        ),
        0.6,
        ("cousin ", "grand", "granny ", "nana ", "great-aunt ", "auntie ", "stepdad ", "god"),
        cased=True,
        unless=INVENTED,
    ),
)


def kin() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
