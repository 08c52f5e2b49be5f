"""What people did with their lives so far: "dropped out of college", "ten years in the navy"."""

from app.detect.builtin.fiction import AS, INVENTED
from app.detect.builtin.patterns import compiled
from app.detect.builtin.personal import BACKGROUND
from app.detect.builtin.readings import NOT_ME
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.upbringing import BEGIN, END, ME, MORE, NUMBER, WORD

_STUDY = (
    r"(?:college|university|uni|high school|school|med school|medical school|law school|grad "
    r"school|graduate school|art school|nursing school|business school|culinary school)"
)
_DEGREE = (
    r"(?:degree|master['’]?s|masters|bachelor['’]?s|phd|ph\.d\.?|doctorate|mba|diploma|b\.?a\.?|"
    r"b\.?sc?\.?|m\.?sc?\.?|associate['’]?s|certificate|law degree|minor|major)"
)
_DEGREE_CUES = (
    "degree", "master", "bachelor", "phd", "ph.d", "doctorate", "mba", "diploma", "associate",
    "certificate", "minor", "major", "b.a", " ba", "bsc", "msc", "m.s", "b.s"
)  # fmt: skip
_SERVICE_CUES = (
    "navy", "army", "air force", "marine", "guard", "military", "corps", "police", "fire dep",
    "reserves", "legion"
)  # fmt: skip

RULES = (
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            rf"{ME} (?P<v>(?:dropped out of|left|quit|flunked out of|never (?:finished|attended|"
            r"went to|graduated from)|did(?:n['’]t| not) (?:finish|attend|go to)|worked my way "
            rf"through|put myself through|finished|graduated from|graduated) {_STUDY}(?: (?:in|at|"
            rf"with|after|last|this|two|three|early) {WORD}{MORE}{{0,2}})?)\b"
        ),
        0.6,
        ("school", "college", "uni"),
        unless=INVENTED,
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            rf"{ME} (?P<v>(?:hold|holds|have|has|earned|got|received|completed|complete|do not "
            r"hold|don['’]t have|finished|am finishing|am working on|am doing|am pursuing) (?:an? "
            rf"|my |two |any )?(?:[a-z]+ )?{_DEGREE}(?: degree)?(?: (?:in|from|of) "
            rf"{WORD}{MORE}{{0,3}})?){END}"
        ),
        0.55,
        _DEGREE_CUES,
        unless=INVENTED,
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            rf"(?:{BEGIN}|, )(?P<v>(?:[a-z]+ ){{1,2}}(?:major|sophomore|freshman|undergrad|student|"
            r"grad student|phd student|apprentice|trainee)) here\b"
        ),
        0.6,
        (" here", "homeschooled"),
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(
            rf"{ME} (?P<v>(?:(?:spent|did|served) (?:my|{NUMBER})? ?(?:[a-z]+ )?(?:years|twenties|"
            r"thirties|tours?|months)?(?: in)?|served in|joined|enlisted in|was in|deployed with|"
            r"left|retired from) (?:the )?(?:us |u\.s\. |royal |merchant |national |israeli |"
            r"british )?(?:navy|army|air force|marines|marine corps|coast guard|military|national "
            r"guard|peace corps|police|police force|fire department|reserves|foreign legion))\b"
        ),
        0.6,
        _SERVICE_CUES,
        unless=INVENTED,
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(
            rf"(?:\b(?:after|with|having|over|for|have|had|of)|{BEGIN}) ?(?P<v>(?:over |more than |"
            rf"nearly |almost |about |the past )?(?:{NUMBER} years|{NUMBER} decades|a decade|"
            r"decades|a lifetime) (?:of|in|as) (?:an? )?(?:teaching|nursing|working(?: (?:as|in|"
            r"with|for|at))?|service|practice|experience(?: (?:in|as|with))?|the (?:army|navy|air "
            r"force|military|industry|field|classroom|kitchen|trade)|marriage|sobriety|roofing|"
            r"driving|farming|coaching|law|medicine|finance|banking|retail|construction|education|"
            r"sales|marketing|engineering|journalism|hospitality|social work|software|it|hr|"
            rf"accounting|publishing){MORE}{{0,3}})"
        ),
        0.5,
        ("years", "decade", "lifetime"),
        unless=NOT_ME,
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(
            r"\b(?:since|after|before|upon) (?P<v>(?:(?:my )?retir(?:ing|ement) from|leaving|"
            r"quitting|selling my|closing my|losing my) (?:the |my )?(?:[a-z]+ )?(?:post office|"
            r"army|navy|military|police|force|job|bank|school|firm|company|factory|farm|shop|"
            r"business|restaurant|teaching|nursing|convent|church|monastery|service|mine|railway|"
            rf"hospital|government)){END}"
        ),
        0.55,
        ("retir", "leaving", "quitting", "selling", "closing", "losing"),
        unless=INVENTED,
    ),
    Rule(
        "marital",
        BACKGROUND,
        compiled(
            rf"{ME} (?P<v>(?:got|was|am|been|are|were|getting|'m) (?:re)?(?:married|divorced|"
            r"engaged|widowed|separated)(?: (?:last|this|in|at|for|since|to|after|two|three|a) "
            rf"{WORD}{MORE}{{0,2}})|went through (?:an? |my )(?:\w+ )?(?:divorce|separation|"
            r"breakup)|going through (?:an? |my )(?:\w+ )?(?:divorce|separation|breakup)|lost my "
            r"(?:husband|wife|mother|mom|mum|father|dad|partner|son|daughter|brother|sister|"
            rf"baby)(?: (?:when|in|to|at|last|two) {WORD}{MORE}{{0,3}})?)"
        ),
        0.6,
        ("married", "divorce", "engaged", "widowed", "separat", "breakup", "lost my"),
        unless=INVENTED,
    ),
    Rule(
        "family-role",
        BACKGROUND,
        compiled(
            r"\b(?:i|we|i['’]m|i['’]ve|we['’]re) (?:am |are |have |recently |just "
            r")?(?P<v>(?:raised|raising|raise|adopted|adopting|foster|fostering|took care of|"
            r"taking care of|care for|caring for|look after|looking after) (?:my |our |two |three "
            r"|an? |her |his )(?:[a-z-]+ ){0,3}(?:siblings|brothers?|sisters?|kids|children|"
            r"boys|girls|sons?|daughters?|twins|nephews?|nieces?|grandchildren|grandkids|parents|"
            r"mother|father|mom|mum|dad|grandmother|grandfather|baby))\b"
        ),
        0.55,
        ("rais", "adopt", "foster", "care", "caring", "look"),
        unless=INVENTED,
    ),
    Rule(
        "family-role",
        BACKGROUND,
        compiled(
            rf"\b(?:i|we)(?:['’]ve| have)(?: got)? (?P<v>(?:an? |{NUMBER} )(?:[a-z-]+ "
            r"){0,2}(?:toddlers?|newborns?|teenagers?|teens|preschoolers?|infants?|baby)(?: and "
            r"an? (?:[a-z-]+ )?(?:toddler|newborn|baby|teenager|preschooler))?)\b(?! (?:name|"
            r"shower|step|face))"
        ),
        0.55,
        ("toddler", "newborn", "teen", "preschool", "infant", "baby"),
        unless=INVENTED,
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(
            r"\b(?:i(?:['’]ve)?(?: just| recently)?|my (?:\w+ )?\w+) (?P<v>turn(?:ed|s|ing)? "
            r"(?:\d{2}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|"
            r"thirteen|sixteen|eighteen))\b(?! ?%| degrees)"
        ),
        0.55,
        ("turn", "-old"),
        unless=INVENTED,
    ),
    Rule(
        "residence",
        BACKGROUND,
        compiled(
            rf"{ME} (?P<v>(?:been living|lived|live|been based|spent {NUMBER} (?:years|months)) "
            rf"(?:in|abroad|alone|overseas|on)(?: (?!my\b|the (?:moment|present|past)\b){WORD}(?: "
            rf"(?!for\b|since\b){WORD}){{0,2}})? (?:for|since) {WORD}{MORE}{{0,4}})"
        ),
        0.55,
        (" for ", " since "),
        unless=INVENTED,
    ),
    Rule(
        "body-size",
        BACKGROUND,
        compiled(
            r"\b(?:i['’]?m|i am|he['’]s|she['’]s) (?P<v>(?:five|six|seven|four) (?:foot|feet|"
            r"ft)(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven))?|\d (?:foot|"
            r"feet|ft) \d{1,2})\b"
        ),
        0.6,
        ("foot", "feet", "ft"),
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            r"\b(?:i|was|been|being) (?P<v>(?:homeschooled|privately educated|self-taught)(?: "
            r"until \w+(?: \w+){0,2})?)"
        ),
        0.6,
        ("homeschooled", "educated", "self-taught"),
        unless=INVENTED,
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(
            rf"\b(?:i['’]?m|i am|{AS}|me,|for|helping|my) (?:an? |the )?(?P<v>(?:\d{{2}}|(?:twenty|"
            r"thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\w+teen)-years?-old)\b"
        ),
        0.55,
        ("-old",),
        unless=INVENTED,
    ),
)


def life_courses() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
