"""Work and studies told by the way: "my work in maritime law", "our startup, X", "got my GED"."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.livelihoods import FIRM, is_firm
from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.personal import BACKGROUND
from app.detect.builtin.readings import NOBODY
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.upbringing import END, MORE, NUMBER, WORD
from app.detect.builtin.work import COMPANY, JOB

_PRACTISED = (
    r"(?:bookkeeping|accounting|payroll|hair|nails|makeup|data entry|tech support|it support|"
    r"landscaping|contract work|security|maintenance|roofing|plumbing|translations?|transcription|"
    r"catering|childcare|daycare|social media|market research|admin work|freelance [a-z]+(?: "
    r"[a-z]+)?|home inspections|tattoos|tutoring|night security|customer (?:service|support)|tax "
    r"returns|medical billing|medical coding|interpreting)"
)
_TOGETHER = (
    r"(?:startup|company|firm|agency|band|nonprofit|non-profit|charity|practice|restaurant|shop|"
    r"bakery|studio|business|bookstore|brewery|label|magazine|co-op|clinic|employer|label)"
)
# What ties somebody to a house that a sentence names.
_TIE = (
    r"(?:(?:[Mm]y|[Oo]ur) (?:\w+ )?(?:colleagues?|co-?workers?|team|boss|manager|role|job|work|"
    r"career|time|years?|days|students|patients|clients|supervisor|department|internship|research|"
    r"lab|degree|thesis|campus|shifts?|class(?:es|mates)?|professors?|project|contract|employer|"
    r"position|office|application|interview|studies|company|staff|residency|mentor|training|"
    r"practice|appointment|surgery|treatment|program(?:me)?|scholarship|fellowship|advisor|"
    r"graduation|experience|background|education)|I(?:['’]m| am|['’]ve been| was|['’]ve)? "
    r"(?:currently |now |also |just |recently )?(?:work(?:ed|ing)?|study|studied|studying|teach|"
    r"taught|teaching|volunteer(?:ed|ing)?|graduated|joined|interned|enrolled|attend(?:ed|ing)?|"
    r"train(?:ed|ing)?|consult(?:ed|ing)?|lectured?|hired|employed|based|treated|serve[ds]?|"
    r"represent(?:ed)?|lead|led|manage[ds]?|run|ran|coach(?:ed)?|earned|completed|received|got)|"
    r"[Ww]e at|[Hh]ere at|\b(?:member|president|chair(?:man|woman)?|treasurer|secretary|"
    r"organi[sz]er|coordinator|founder|volunteer|director|captain|leader|alum(?:nus|na|ni)?|"
    r"student|graduate|employee|intern)s? (?:of|at|for|with|in)|[Aa]s an? [a-z]+(?: [a-z]+)? (?:at|"
    r"for|with|from))"
)
_HOUSES = (
    r"(?:University|College|Institute|Polytechnic|Academy|School|Hospital|Clinic|Museum|Gallery|"
    r"Library|Foundation|Consulting|Consultants|Solutions|Technologies|Partners|Associates|LLC|LLP|"
    r"Inc|Ltd|GmbH|Logistics|Holdings|Studios?|Media|Group|Cent(?:er|re)|Council|Society|"
    r"Association|Orchestra|Theat(?:er|re)|Bank|Airlines|Systems|Industries|Labs?|Agency|Press|"
    r"Services|Capital|Ventures|Insurance|Motors|Pharmaceuticals?|Bakery|Restaurant|Hotels?|"
    r"Healthcare|Law Firm|Construction|Engineering|Publishing|Records|Farms|Charter|High|Clubs?|"
    r"Guild|League|Choir|Chorus|Committee|Board|Troop|Chapter|Collective|Alliance|Coalition|"
    r"Network|Initiative|Festival|Crew|Ensemble|Union|Federation|Fellowship|Commission|Trust|"
    r"Chamber|Co-?op|Shelter|Pantry|Archive|Observatory|Playhouse|Quartet|Symphony|Ballet)"
)
_NAMED = r"[A-ZÀ-Þ][\w’'.&-]*"
_HOUSE = (
    rf"(?:(?:{_NAMED}|of|and|&|for|the|de) ){{0,5}}?{_NAMED} {_HOUSES}(?: of {_NAMED}(?: "
    rf"{_NAMED})?)?|(?:University|College|Institute|Museum|Department|Ministry|School|Bank|Academy|"
    rf"Conservatory|Society|City|County|Office|Faculty) of (?:the )?{_NAMED}(?:(?: of| and|,)? "
    rf"{_NAMED}){{0,3}}"
)

# Short strings of which each match of the rule that names them has one.
_STUDYING = (
    "phd", "ph.d", "doctorate", "master", "bachelor", "degree", "mba", "mfa", "residency",
    "fellowship", "post", "semester", "freshman", "studies", "thesis", "tuition", "scholarship",
    "classes", "lectures", "orientation", "tenure", "school"
)  # fmt: skip
# What the names of feasts and of things people buy begin with.
_NO_GROUPS = (
    r"New|Christmas|Thanksgiving|Easter|Fourth|Black|Labou?r|Memorial Day|Mother|Father|Valentine|"
    r"Independence|Apple|Google|Microsoft|Samsung|Sony|Toyota|Honda|Ford|Volkswagen|Mercedes|Tesla|"
    r"Amazon|Netflix|Nintendo|Dell|Lenovo|Lady|Nissan|Hyundai|Subaru|Mazda|Volvo|Bosch|Dyson|"
    r"Instant|Golden|German|French|English|American|Great|Lord|Father|Solar"
)
# What people work in that is no trade.
_NO_FIELD = (
    r"(?!(?:the|a|an|my|our|this|that|these|those|person|teams?|groups?|silence|peace|bursts|"
    r"sprints|phases|layers|batches|cycles|english|python|excel|progress|bed|love|general|"
    r"particular|it|pairs|shifts|parallel|production|practice|private|public|reverse|theory|which|"
    r"what|how|being|not|always|much|more|too|so|done|part|well)\b)"
)

RULES = (
    Rule(
        "employer",
        COMPANY,
        compiled(rf"\b(?:[Mm]y|[Oo]ur) (?:local |old |former |beloved )?(?P<v>{_HOUSE})(?![\w’'])"),
        0.5,
        ("my ", "our "),
        cased=True,
        accept=is_firm,
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            r"\bmy (?:whole |entire |current |former |old |new |previous |last |own |long "
            r")?(?P<v>(?!(?:second|first|dream|next|side|main|full|good|hard|other|future|part|"
            r"whole|entire|current|former|day|online|family)\b)[a-z-]{4,}(?: [a-z-]+)? (?:career|"
            r"background|profession|apprenticeship|residency))\b"
        ),
        0.5,
        ("career", "background", "profession", "apprentice", "residency"),
        unless=INVENTED,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(rf"\b[Oo]ur (?!(?:{_NO_GROUPS})\b)(?P<v>{CAPITALISED}(?: {CAPITALISED}){{2,3}})"),
        0.5,
        ("our ",),
        cased=True,
        accept=is_firm,
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            r"\b(?:degree|master['’]?s|bachelor['’]?s|phd|doctorate|diploma|minor|major(?:ed|ing)?|"
            r"certificate|graduate student|undergrad|thesis|specializing|specialised|specialized) "
            r"in (?P<v>(?!(?:the|a|an|my|this|that|general|particular|it)\b)[a-z-]+(?: (?:and "
            r")?[a-z-]+){0,2}?)(?=[,.;:!?)\"”\n—–-]|$| (?:and|but|so|which|that|who|because|from|"
            r"at|where|while|when|to|before|in|with|i|my)\b)"
        ),
        0.55,
        (
            "degree in",
            "s in",
            "phd in",
            "doctorate in",
            "diploma in",
            "minor in",
            "major in",
            "majored in",
            "majoring in",
            "certificate in",
            "student in",
            "undergrad in",
            "thesis in",
            "specializing in",
            "specialised in",
            "specialized in",
        ),
        unless=NOBODY,
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            r"\bi(?:['’]ve)?(?: also| currently| just| now| mostly| still| usually)? work(?:ed|"
            r"ing)? "
            rf"in (?P<v>{_NO_FIELD}[a-z-]+(?: (?:and )?[a-z-]+){{0,2}}){END}"
        ),
        0.5,
        ("work in ", "worked in ", "working in "),
        unless=INVENTED,
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            r"\bi(?:['’]?m| am)(?: also| currently| still)? in (?P<v>(?:[a-z-]+ )?(?:sales|"
            r"marketing|finance|insurance|reinsurance|real estate|tech|healthcare|advertising|"
            r"publishing|banking|hospitality|logistics|construction|retail|consulting|pharma|"
            r"biotech|academia))\b"
        ),
        0.5,
        ("i'm in ", "i’m in ", "im in ", "am in ", "also in ", "currently in ", "still in "),
        unless=INVENTED,
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            r"\bmy (?:whole |entire |current |former |old |new |previous |last |professional "
            r")?(?:(?:work|career|background|training|studies|degree|expertise|practice|"
            r"experience) in|(?:work|career|job|role|years|life|time|position|background|training|"
            r"experience|stint|post|days|apprenticeship|internship) as(?: an?| the)?|day job is|"
            r"profession is|"
            rf"job is) (?P<v>{_NO_FIELD}[a-z-]+(?: (?:and )?[a-z-]+){{0,3}}?)(?=[,.;:!?)\"”\n—–-]|"
            rf"$|"
            r" (?:and|but|so|which|that|who|because|where|while|when|then|to|before|in|at|for|with|"
            r"i|we|taught|has|have|helps?|left|means?|made|gave|took|is|was)\b)"
        ),
        0.55,
        (
            "work in",
            "career in",
            "background in",
            "training in",
            "studies in",
            "degree in",
            "expertise in",
            "practice in",
            "experience in",
            " as ",
            "job is",
            "profession is",
        ),
        unless=INVENTED,
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(
            r"\b(?:i|i['’]ve)(?: have)?(?: just| also| recently)? (?:spent|worked|had|put in|did|"
            r"done|"
            rf"logged|got) (?P<v>(?:over |more than |nearly |almost |about )?(?:{NUMBER}|a|a few) "
            rf"(?:years?|decades?|months|seasons|summers) (?:in|as|at) (?:an? |the "
            rf")?{WORD}{MORE}{{0,3}}){END}"
        ),
        0.5,
        ("year", "decade", "months", "seasons", "summers"),
        unless=INVENTED,
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            r"\bi (?P<v>(?:went to|attended|graduated from|studied at|taught at|transferred to|"
            r"applied to|was sent to|got into) (?:an? |my )(?:[a-z-]+ ){0,2}(?:school|college|"
            r"university|academy|seminary|conservatory|bootcamp)(?: in [a-z]+)?)\b"
        ),
        0.55,
        ("school", "college", "university", "academy", "seminary", "conservatory", "bootcamp"),
        unless=INVENTED,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            rf"\b{_TIE}\b[^.?!\n]{{0,80}}?\b(?:at|for|with|from|of|by|to|in|through|the|joined|"
            rf"attended) (?P<v>{_HOUSE})(?![\w’'])"
        ),
        0.5,
        ("my ", "our ", "i ", "i'", "i’", "we at", "here at", "as a"),
        cased=True,
        accept=is_firm,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(rf"\b(?P<v>{_HOUSE})(?![\w’'])[^.?!\n]{{0,80}}?\b{_TIE}\b"),
        0.5,
        ("my ", "our ", "i ", "i'", "i’", "we at", "here at", "as a"),
        cased=True,
        accept=is_firm,
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            r"\bi(?:['’]ve)?(?: also| currently| just| now| mostly| still| usually)? "
            r"(?P<v>work(?:ed|ing)? (?:nights|days|evenings|weekends|mornings|shifts|night shifts?|"
            r"double shifts?|graveyards?|the (?:night|late|early|graveyard) shift)(?: (?:in|at|on|"
            r"for|as) (?:the |"
            rf"an? )?[a-z-]+(?: [a-z-]+)?)?|do {_PRACTISED}(?! for (?:fun|free|practice)\b)(?: "
            rf"(?:for|at|in) (?:an? |the |my )?{WORD}{MORE}{{0,3}})?){END}"
        ),
        0.55,
        ("work", "do "),
        unless=INVENTED,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er) (?:[a-z-]+ ){{0,2}}{_TOGETHER}(?:,| is called| "
            rf"called|:) (?P<v>{FIRM})(?![\w'’])"
        ),
        0.6,
        (
            "startup",
            "company",
            "firm",
            "agency",
            "band",
            "profit",
            "charity",
            "practice",
            "restaurant",
            "shop",
            "bakery",
            "studio",
            "business",
            "store",
            "brewery",
            "label",
            "magazine",
            "co-op",
            "clinic",
            "employer",
        ),
        cased=True,
        accept=is_firm,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"\b(?:[Mm]y|[Oo]ur|[Tt]he|[Hh]is|[Hh]er|[Aa]n?|[Ss]ome) (?:[A-Za-z-]+ "
            r"){0,2}(?:landlord|landlady|lady|guy|recruiter|rep|lawyer|agent|broker|adviser|"
            r"advisor|contact|people|folks|staff|HR|hr|supervisor|director|coordinator|"
            r"counsel(?:l)?or|trainer|teller|cashier|nurse|receptionist|partner|mentor|professor|"
            r"client|headhunter|account "
            rf"manager|hiring manager|property manager) at (?P<v>{FIRM})(?![\w'’])"
        ),
        0.55,
        (" at ",),
        cased=True,
        accept=is_firm,
        unless=INVENTED,
    ),
    Rule(
        "school",
        "School",
        compiled(
            r"\b(?:[Pp]h\.?[Dd]\.?|[Dd]octorate|[Mm]aster['’]?s|[Bb]achelor['’]?s|[Dd]egree|MBA|"
            r"MFA|[Rr]esidency|[Ff]ellowship|[Pp]ost-?doc|[Ss]emester|[Ff]reshman year|[Ss]tudies|"
            r"[Tt]hesis|[Tt]uition|[Ss]cholarship|[Cc]lasses|[Ll]ectures|[Oo]rientation|[Tt]enure|"
            rf"[Ll]aw school|[Mm]ed school)(?: program(?:me)?)? (?:at|from|to) "
            rf"(?P<v>{FIRM})(?![\w'’])"
        ),
        0.55,
        _STUDYING,
        cased=True,
        accept=is_firm,
        unless=NOBODY,
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            r"\bi(?:['’]ve)?(?: just| finally| never| already)? (?P<v>(?:got|earned|finished|"
            r"passed|took|failed|completed|retook|am doing|am finishing|dropped out of|left|"
            r"defended) my (?:ged|a-?levels|gcses?|abitur|baccalaureate|bar exam|boards|nclex|"
            r"dissertation|thesis|apprenticeship|residency|nursing exams?|cdl|real estate "
            r"licen[cs]e|phd|mba|degree))\b"
        ),
        0.6,
        (
            "ged",
            "level",
            "gcse",
            "abitur",
            "baccalaureate",
            "bar exam",
            "boards",
            "nclex",
            "dissertation",
            "thesis",
            "apprentice",
            "residency",
            "nursing",
            "cdl",
            "estate",
            "phd",
            "mba",
            "degree",
        ),
        unless=INVENTED,
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(
            r"\b(?:since|after|before|upon|i) (?P<v>(?:leaving|left|quitting|quit|getting out of|"
            r"entering|entered|escaping|escaped) (?:the |a |my )(?:[a-z]+ )?(?:seminary|priesthood|"
            r"convent|cult|sect|church|monastery|service|army|navy|marines|military|force|order|"
            r"commune|foster system|foster care|shelter|gang|hospital|rehab|psych ward))\b"
        ),
        0.55,
        ("leav", "left", "quit", "getting out", "enter", "escap"),
        unless=INVENTED,
    ),
)


def callings() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
