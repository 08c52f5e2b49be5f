"""What people are and were, told on the way to a question: "At 73 I have decided to paint"."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.people_words import DEMONYM
from app.detect.builtin.personal import BACKGROUND
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_TENS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|"
    r"six|seven|eight|nine))?"
)
_TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
AGE_WORD = rf"(?:{_TENS}|{_TEENS})"
AGE = rf"(?:[1-9]\d|{AGE_WORD})"
_STOP = r"(?=[,.;:!?)\n]|$| and | but | so | with | now\b)"
_BEGIN = r"(?:^|[.!?;:\n(] ?|(?<!\w)[*-] ?)"
_PLACE = rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
_TONGUE = (
    rf"(?:{DEMONYM}|Tigrinya|Swahili|Hindi|Urdu|Tamil|Telugu|Arabic|Farsi|Persian|Mandarin|"
    r"Cantonese|Hebrew|Yoruba|Igbo|Amharic|Tagalog|Pashto|Marathi|Gujarati|Malayalam|Quechua)"
)
_SUBJECT = r"[a-z][a-z-]{2,16}(?: (?:and|of|with) [a-z-]{3,16}| [a-z-]{4,16}){0,2}"
_SUBJECT_WORD = r"(?:[a-z][a-z-]{3,16}|[A-Z][a-z]{3,14})"

RULES = (
    Rule(
        "age",
        BACKGROUND,
        compiled(
            r"\b(?:i['’]?m|i am|(?<!when )i was|i(?:['’]ve)? just turned|i turned|i turn|i['’]ll "
            r"be|"
            rf"i['’]m turning) (?:only |just |now |nearly |almost |already |about to turn |turning "
            rf")?(?P<v>{AGE_WORD}(?: years old)?){_STOP}"
        ),
        0.6,
        ("i'm", "i’m", "im ", "i am", "i was", "turn", "i'll be", "i’ll be"),
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(rf"{_BEGIN}at (?:the age of )?(?P<v>{AGE}),? i(?:['’]\w+)? "),
        0.6,
        ("at ",),
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(
            rf"\bi(?:['’]m|['’]ve| am| was| have| got| became| started| had)\b[^.?!\n\d]{{3,50}} "
            r"at "
            rf"(?P<v>{AGE_WORD}|[2-9]\d)(?=[,.;!?\n]|$)"
        ),
        0.5,
        (" at ",),
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(rf"{_BEGIN}(?:just |finally )?turn(?:ed|ing|s) (?P<v>{AGE})\b(?! (?:pages?|off))"),
        0.6,
        ("turned", "turning", "turns"),
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(r"(?:^|\bI |\bme |\bI['’]m )\(?(?P<v>[1-7]\d ?[FM])(?=[,.)/]|$| here)"),
        0.6,
        cased=True,
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(
            r"\b(?:i['’]?m|we['’]re|i am|we are|my \w{2,12}(?: and i)?|both|people|he['’]s|"
            r"she['’]s)(?: is| are| both| now| still| already)* in (?:my|our|his|her|their) "
            r"(?P<v>(?:early |mid[- ]?|late )?(?:teens|twenties|thirties|forties|fifties|sixties|"
            r"seventies|eighties|nineties|[2-9]0s))\b"
        ),
        0.6,
        ("teens", "ties", "0s"),
    ),
    Rule(
        "gender",
        BACKGROUND,
        compiled(
            r"\b(?:i['’]?m|i am|as) (?:an? )?(?P<v>female|male|non-?binary)(?=[,.;!?/]|$| and | in "
            r"my | here)"
        ),
        0.6,
        ("male", "binary"),
    ),
    Rule(
        "marital",
        BACKGROUND,
        compiled(
            r"\b(?:i['’]?m|i am)(?: officially| now| recently| newly| finally| suddenly| "
            r"currently)* (?P<v>single|divorced|widowed|separated|engaged|married)(?=[,.;!?)]|$| "
            r"at | and | again| with | since | for )"
        ),
        0.6,
        ("single", "divorced", "widowed", "separated", "engaged", "married"),
    ),
    Rule(
        "marital",
        BACKGROUND,
        compiled(
            rf"(?:{_BEGIN}|, |\bas an? |\bi['’]?m an? |\bi am an? |\bwe['’]re |\bwe are |"
            r"\bi['’]?m )(?P<v>(?:twice|thrice|newly|recently|happily) (?:divorced|widowed|"
            r"married)|newlyweds|(?:single|widowed|divorced) (?:mum|mom|dad|mother|father|"
            r"parent)(?= of|,|\.| and|$)|child(?:less|free) by choice|(?:an )?(?:identical|"
            r"fraternal) twin)\b"
        ),
        0.6,
        ("divorced", "widowed", "married", "newlywed", "single", "childless", "childfree", "twin"),
    ),
    Rule(
        "family-role",
        BACKGROUND,
        compiled(
            rf"{_BEGIN}(?P<v>(?:father|mother|mum|mom|dad|parent) of (?:\d|two|three|four|five|six|"
            r"seven|twins|triplets)(?: (?:girls|boys|daughters|sons|kids|children|teenagers))?)\b"
        ),
        0.6,
        (" of ",),
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(
            r"\b(?:left|quit|joined|served in|after|years in|decades in|time in|discharged from|"
            r"met in|out of) (?:the )?(?P<v>(?:royal |merchant |us |french |israeli )?(?:navy|army|"
            r"air force|marines|coast guard|foreign legion|peace corps|reserves|military police))\b"
        ),
        0.55,
        ("navy", "army", "air force", "marines", "guard", "legion", "corps", "reserves"),
        unless=INVENTED,
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(rf"{_BEGIN}(?P<v>ex-(?:army|navy|military|police|marine|forces|con|convict))\b"),
        0.55,
        ("ex-",),
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            r"\b(?:my|our) (?:degree|major|minor|master['’]?s|bachelor['’]?s|phd|ph\.d\.|doctorate|"
            r"diploma|thesis|dissertation|apprenticeship|a-levels?)(?:['’]s| is| was)?"
            rf" (?:in|on) (?P<v>(?!the\b|a\b|my\b|progress\b|hold\b|time\b|fire\b){_SUBJECT})"
        ),
        0.55,
        (
            "degree",
            "major",
            "minor",
            "master",
            "bachelor",
            "phd",
            "ph.d",
            "doctorate",
            "diploma",
            "thesis",
            "dissertation",
            "apprentice",
            "level",
        ),
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            r"\b(?:i|i['’]ve|i had)? ?(?P<v>(?:left|quit|dropped out of) (?:high )?school at "
            r"(?:1\d|"
            rf"{_TEENS}))\b"
        ),
        0.6,
        ("school at",),
    ),
    Rule(
        "school",
        "School",
        compiled(
            r"\b(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is)(?: old| new| former)? (?:high school|school|prep "
            r"school|primary school|college|uni|university|conservatory|kindergarten|nursery|"
            r"daycare),? "
            rf"(?:is |was |called )?(?P<v>{CAPITALISED}(?:['’]s)?(?: {CAPITALISED}){{1,3}})"
            r"(?=[,.;]| wants| is)"
        ),
        0.55,
        ("school", "college", "uni", "conservatory", "kindergarten", "nursery", "daycare"),
        cased=True,
    ),
    Rule(
        "school",
        "School",
        compiled(
            r"\b(?:[Ss]tudied|[Ss]tudying|[Ll]earn(?:t|ed) [a-z]+|[Yy]ears of [a-z]+(?: [a-z]+)?|"
            r"[Pp]h\.?[Dd]\.? in [a-z]+|[Dd]egree in [a-z]+(?: [a-z]+)?|[Tt]utors?|[Pp]arents['’] "
            r"evening|[Hh]omeroom|[Ff]reshman|[Ss]ophomore|[Dd]ropped out|[Ee]nrolled) (?:at|of) "
            r"(?P<v>(?:the )?"
            rf"{CAPITALISED}(?:['’]s?)?(?: (?:(?:of|for) )?(?:{CAPITALISED}|technical college))"
            r"{1,4})"
        ),
        0.5,
        (
            "stud",
            "learn",
            "years of",
            "ph",
            "degree",
            "tutor",
            "evening",
            "homeroom",
            "freshman",
            "sophomore",
            "dropped",
            "enrolled",
        ),
        cased=True,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?:[Mm]y (?:mother tongue|native language|first language)(?: is|['’]s)|"
            rf"[Ii] (?:grew up|was raised) speaking) (?P<v>{_TONGUE})\b"
        ),
        0.6,
        ("tongue", "language", "speaking"),
        cased=True,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?:[Ii](?:['’]?m| am| was)|[Ww]e(?:['’]re| are)|[Aa]s) (?:an? |both |half |"
            r"actually |"
            rf"originally |from an? )?(?P<v>{DEMONYM}(?:[ -]{DEMONYM})?)"
            r"(?=[,.;!?\n]|$| and | but | by | living | so | who | with | on | in )"
        ),
        0.55,
        ("i'm", "i’m", "i am", "im ", "i was", "we're", "we’re", "we are", "as "),
        cased=True,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"(?:^|[.!?\n] ?)(?P<v>{DEMONYM}) (?:living|working|studying|stuck|based|married) in "
        ),
        0.6,
        ("in ",),
        cased=True,
    ),
    Rule(
        "residence",
        BACKGROUND,
        compiled(
            rf"(?:^|[.!?\n] ?|{DEMONYM} )(?:[Ll]iving|[Ww]orking|[Ss]tudying|[Bb]ased) in "
            rf"(?P<v>{_PLACE})"
            r"(?=[,.;!?\n]|$| and | but | means | with | for | since | on )"
        ),
        0.5,
        ("in ",),
        cased=True,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?:[Cc]oming from|(?:[Cc]ame|[Mm]oved) (?:here|over|to [A-Z][\w. ]{1,20}?) from|"
            r"[Mm]y accent is from|"
            rf"[Mm]y roots are in|[Mm]y family['’]?s? (?:is |are )?from) (?P<v>{_PLACE})"
        ),
        0.55,
        ("from", "roots"),
        cased=True,
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(
            r"\b(?:getting|being|i got|i was|i['’]ve been) (?P<v>laid off|let go|made redundant|"
            r"furloughed)\b(?! of)"
        ),
        0.55,
        ("laid off", "let go", "redundant", "furloughed"),
    ),
)


def lives() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
