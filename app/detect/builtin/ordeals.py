"""What people go through, told by the way: "my wife's chemo", "ninety days sober"."""

from app.detect.builtin.ailments import SPECIALIST
from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.health_values import HEALTH
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import KIN_EN
from app.detect.builtin.readings import NOBODY
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.upbringing import END, MORE, NUMBER, WORD

_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)(?:-\w+)?"
_UNDERGONE = (
    r"(?:chemo|chemotherapy|radiation|overdose|surgery|operation|strokes?|seizures?|epilepsy|"
    r"hospitali[sz]ation|diagnosis|transplant|relapse|suicide(?: attempt)?|addiction|drinking|"
    r"alcoholism|breakdown|rehab|dialysis|amputation|death|passing|funeral|miscarriage|stillbirth|"
    r"dementia|alzheimer['’]s|parkinson['’]s|cancer|heart attack|heart failure|coma|disability|"
    r"medications?|hospice|biopsy|mastectomy|tumou?r|pregnancy|depression|anxiety|autism|adhd|"
    r"bipolar|schizophrenia|eating disorder|hip replacement|knee replacement|hearing loss|eyesight|"
    r"incarceration|arrest|deportation|deployment|divorce|custody)"
)
_UNDERGONE_CUES = (
    "'s ", "’s ",
)  # fmt: skip
_PRACTISED = (
    r"(?:bookkeeping|accounting|payroll|hair|nails|makeup|data entry|tech support|it support|"
    r"landscaping|contract work|security|maintenance|roofing|plumbing|translations?|transcription|"
    r"catering|childcare|daycare|social media|market research|admin work|freelance [a-z]+(?: "
    r"[a-z]+)?|home inspections|tattoos|tutoring|night security|customer (?:service|support)|tax "
    r"returns|medical billing|medical coding|interpreting)"
)

# The last word of what somebody lives with.
_ORDEAL = (
    r"(?:[a-z]+(?:itis|osis|emia|algia|pathy|oma|phobia|plegia|rexia|limia|lepsy|trophy)|illness|"
    r"disease|disorder|syndrome|condition|pain|fatigue|grief|trauma|abuse|addiction|loss|injury|"
    r"injuries|infertility|cancer|surgery|stroke|depression|anxiety|burnout|overeating|weight|"
    r"sleep|insomnia|anger|memory|panic|breakup|divorce|sobriety|alcohol|alcoholism|drinking|drugs|"
    r"gambling|self-harm|flashbacks|nightmares|fibromyalgia|lupus|hiv|ptsd|ocd|adhd|autism|bipolar|"
    r"diabetes|asthma|allergies|migraines?|dementia|seizures|parkinson['’]s|alzheimer['’]s|"
    r"crohn['’]s|ibs|eczema|acne|tinnitus|vertigo|covid|concussion|chemo|withdrawal|relapse|attack|"
    r"accident|miscarriage|dyslexia|dysphoria|disability|paralysis|blindness|deafness|"
    r"schizophrenia)"
)
# What somebody feels.
_FELT = (
    r"(?:pains?|aches?|headaches?|cough(?:ing)?|nausea|dizziness|numbness|tingling|cramps?|fevers?|"
    r"itching|rash(?:es)?|swelling|flare-?ups?|spasms?|stiffness|soreness|attacks?|episodes?|"
    r"infections?|palpitations|tightness|bloating|heartburn|reflux|weakness|tremors?|blackouts|"
    r"nosebleeds|inflammation|discomfort|hives|bronchitis|tonsillitis|sinus|symptoms|vomiting)"
)
# Short strings of which each match of the rule that names them has one.
_OFTEN = (
    "occasional", "seasonal", "chronic", "recurr", "lingering", "persistent", "sporadic",
    "frequent", "intermittent", "constant", "bout"
)  # fmt: skip
_CLINICAL = (
    "debilitating", "hormonal", "congenital", "degenerative", "intestinal", "abdominal", "spinal",
    "renal", "urinary", "cardiac", "respiratory", "digestive", "neurological", "vascular",
    "ovarian", "uterine", "pelvic", "retinal", "immune", "inflammatory", "vestibular", "metabolic"
)  # fmt: skip

RULES = (
    Rule(
        "symptom",
        HEALTH,
        compiled(
            r"\b(?:with|from|have|had|having|get|gets|by|of|my|despite) (?:an? |some |my "
            r")?(?P<v>(?:occasional|seasonal|chronic|recurring|recurrent|lingering|persistent|"
            r"sporadic|frequent|"
            rf"intermittent|constant|bouts? of) (?:[a-z-]+ ){{0,2}}?(?:{_ORDEAL}|{_FELT}))\b"
        ),
        0.5,
        _OFTEN,
        unless=NOBODY,
    ),
    Rule(
        "symptom",
        HEALTH,
        compiled(
            r"\b(?:with|from|have|had|having|by|of|my|despite) (?:an? |some |my "
            r")?(?P<v>(?:debilitating|hormonal|congenital|degenerative|(?:gastro)?intestinal|"
            r"abdominal|spinal|renal|adrenal|urinary|cardiac|respiratory|digestive|neurological|"
            r"vascular|ovarian|uterine|pelvic|retinal|autoimmune|inflammatory|vestibular|"
            r"metabolic) (?!(?:imaging|"
            rf"research|science|surge(?:on|ry)|medicine|health)\b){WORD}{MORE}{{0,2}}?){END}"
        ),
        0.5,
        _CLINICAL,
        unless=NOBODY,
    ),
    Rule(
        "symptom",
        HEALTH,
        compiled(
            r"\b(?:i|i['’]ve|i['’]m|i am|been|and|started|keep|kept|by|of|after) "
            r"(?P<v>(?:experienc(?:e|ed|ing)|having|had|getting|get|feeling|feel|suffer(?:ed|ing)?|"
            r"wak(?:e|ing) up with) (?:from )?(?:[a-z-]+ ){0,3}?(?:headaches?|pains?|dizz(?:y|"
            r"iness)|nauseous|nausea|anxiety|panic(?: attacks?)?|palpitations|cramps|fatigued?|"
            r"numb(?:ness)?|tingling|insomnia|flashbacks|nightmares|hives|rash(?:es)?|migraines?|"
            r"spasms?|tightness|breathless|faint|bloating|bloated|swelling|heartburn|burnout|hot "
            r"flashes|sweats|tremors?|seizures?|nosebleeds|blackouts|cravings|trouble (?:sleeping|"
            r"breathing|walking|focusing|eating|concentrating|swallowing|hearing|seeing|"
            r"standing)))\b"
        ),
        0.55,
        (
            "ache",
            "pain",
            "dizz",
            "nause",
            "anxiety",
            "panic",
            "palpitations",
            "cramps",
            "fatigue",
            "numb",
            "tingling",
            "insomnia",
            "flashbacks",
            "nightmares",
            "hives",
            "rash",
            "migraine",
            "spasm",
            "tightness",
            "breathless",
            "faint",
            "bloat",
            "swelling",
            "heartburn",
            "burnout",
            "hot flashes",
            "sweats",
            "tremor",
            "seizure",
            "nosebleeds",
            "blackouts",
            "cravings",
            "trouble",
        ),
        unless=INVENTED,
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            rf"\b(?:my|his|her|our) (?:new |old |last |former )?(?P<v>{SPECIALIST}|gynaecologist|"
            r"fertility (?:doctor|clinic)|sleep clinic|hematologist|nephrologist|"
            r"gastroenterologist|pulmonologist|ob-?gyn|midwife|doula|surgeon|anesthesiologist|"
            r"(?:aa|na) sponsor)\b(?!['’]s (?:name|number|email|phone))"
        ),
        0.5,
        (
            "therapist",
            "psycholog",
            "psychiatr",
            "counsel",
            "ologist",
            "chiropractor",
            "nutritionist",
            "dietitian",
            "fertility",
            "sleep ",
            "podiatrist",
            "allergist",
            "gyn",
            "midwife",
            "doula",
            "surgeon",
            "sponsor",
        ),
        unless=INVENTED,
    ),
    Rule(
        "symptom",
        HEALTH,
        compiled(
            r"\b(?:my|his|her) (?:[a-z-]+ )?(?P<v>recovery|injur(?:y|ies)|surger(?:y|ies)|"
            r"operation|(?:medical|chronic|heart|skin) condition|symptoms|medications?|meds|"
            r"prescriptions?|diagnosis|flare-?ups?|blood ?work|mobility|cravings|withdrawal|rash|"
            r"limp|stroke|crutches|prosthe(?:sis|tic)|pacemaker|inhaler|wheelchair|hearing aids?|"
            r"ulcers?|hernia|illness|disease|disability|concussion|seizures?|fertility|pregnancy|"
            r"miscarriage|c-section|hysterectomy|vasectomy|chemo(?:therapy)?|rehab|physical "
            r"therapy|physiotherapy|scars?|tumou?r|lump|biopsy|transplant|immune system|blood "
            r"pressure|blood sugar|cholesterol|thyroid|hormones|periods|therapy(?: "
            r"sessions?)?)(?=[,.;:!?)\"”\n]|$| (?:and|but|so|is|was|has|had|are|were|from|since|"
            r"after|makes?|made|keeps?|got|gets|means|left|because|when|while|that|which|started|"
            r"will|can|would|went|came|needs?|lasted|requires?|affects?|stable|under|high|low|up|"
            r"down|to|without|before|during|again)\b)"
        ),
        0.5,
        ("my ", "his ", "her "),
        unless=INVENTED,
    ),
    Rule(
        "ordeal",
        HEALTH,
        compiled(
            rf"\b(?:my|our|his|her) (?:\w+ )?{KIN_EN}['’]s (?P<v>(?:(?:first|second|last|latest|"
            rf"recent|"
            r"sudden|early-onset|breast|lung|colon|skin|prostate|brain|open-heart|terminal|"
            r"upcoming|"
            rf"chronic|severe|type [12]) )*{_UNDERGONE})\b"
        ),
        0.6,
        _UNDERGONE_CUES,
        unless=INVENTED,
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"\b(?P<v>(?:\w+ )?(?:rounds?|cycles?|courses?|sessions?|infusions?|doses?|weeks|"
            r"months) of (?:ivf|iui|chemo(?:therapy)?|radiation|immunotherapy|antibiotics|steroids|"
            r"physical therapy|physio|rehab|therapy|dialysis|ketamine|emdr|cbt|counseling|bed "
            r"rest)|(?:at|on|after|during|before|between|started|starting|missed|my|our|the) (?:my "
            r"|our |the )?(?:dialysis|chemo|infusions?|ketamine (?:sessions?|treatments?|therapy)|"
            r"emdr(?: sessions?)?|methadone(?: clinic)?|electroshock|ect|fertility (?:clinic|"
            r"treatments?|shots|appointment)|egg retrieval|embryo transfer|detox|aa meetings?|na "
            r"meetings?|hormone therapy|testosterone shots|grief group|support group))\b"
        ),
        0.55,
        (
            "ivf",
            "iui",
            "chemo",
            "radiation",
            "immuno",
            "antibiotics",
            "steroids",
            "therapy",
            "physio",
            "rehab",
            "dialysis",
            "ketamine",
            "emdr",
            "cbt",
            "counseling",
            "bed rest",
            "infusion",
            "methadone",
            "electroshock",
            "ect",
            "fertility",
            "egg ",
            "embryo",
            "detox",
            "aa ",
            "na ",
            "shots",
            "group",
        ),
        unless=NOBODY,
    ),
    Rule(
        "symptom",
        HEALTH,
        compiled(
            r"\b(?:i|i['’]m|i am|i['’]ve been|makes me|making me|made me|leaves me)(?: get| feel| "
            r"getting| feeling| become| always| constantly| still| often){0,2} (?:so |really |very "
            r"|kind of |a bit |too )?(?P<v>panicky|claustrophobic|suicidal|manic|paranoid|"
            r"dissociat(?:ed|ing)|faint|dizzy|nauseous|short of breath|light-?headed|out of breath|"
            r"agoraphobic|feverish|bloated|constipated|incontinent|malnourished|dehydrated|"
            r"immunocompromised|infertile|menopausal|perimenopausal)\b"
        ),
        0.55,
        (
            "panicky",
            "phobic",
            "suicidal",
            "manic",
            "paranoid",
            "dissociat",
            "faint",
            "dizzy",
            "nauseous",
            "breath",
            "headed",
            "feverish",
            "bloated",
            "constipated",
            "incontinent",
            "nourished",
            "dehydrated",
            "immuno",
            "infertile",
            "menopausal",
        ),
        unless=INVENTED,
    ),
    Rule(
        "diagnosis",
        HEALTH,
        compiled(
            r"\b(?:my|his|her|our|i (?:had|took|got|need)(?: an?)?)(?: last| first| latest| "
            r"recent)? (?P<v>(?:hiv|std|sti|pregnancy|drug|hepatitis|pap|genetic|biopsy|paternity|"
            r"dna|tb|sickle cell|thyroid|autism|adhd|memory|cognitive) (?:tests?|test results?|"
            r"results?|screening|assessment|evaluation)(?: (?:was|were|is|are|came back|showed) "
            r"(?:negative|positive|clear|abnormal|inconclusive))?)\b"
        ),
        0.6,
        ("test", "result", "screening", "assessment", "evaluation"),
        unless=INVENTED,
    ),
    Rule(
        "ordeal",
        HEALTH,
        compiled(
            rf"\b(?:i['’]?m|i am|i['’]ve been|i have been|i was|my (?:\w+ )?{KIN_EN} (?:is|was|has "
            rf"been)"
            r"|someone|while|after|from|been|of) (?:still |also |really |now |both |always |"
            r"currently )?(?:(?:struggl(?:ed|ing)|dealing|living|coping|wrestling|hospitali[sz]ed) "
            r"with|battling|(?:recovering|suffering) from|hospitali[sz]ed (?:for|after)) (?:an? |"
            r"my |his |her |the )?"
            rf"(?P<v>(?:[a-z0-9'’-]+ ){{0,3}}?{_ORDEAL})\b(?! (?:medicine|bills?|team|department))"
        ),
        0.5,
        (
            "struggl",
            "dealing",
            "living",
            "coping",
            "wrestling",
            "battling",
            "recovering",
            "suffering",
            "hospitali",
        ),
        unless=INVENTED,
    ),
    Rule(
        "sobriety",
        HEALTH,
        compiled(
            rf"\bi['’]?(?:m| am|ve been|ll be) (?:almost |over |nearly |now )?(?P<v>(?:{_TENS}|"
            rf"{NUMBER}|\d{{3}}|a few|almost a|a) (?:days?|weeks?|months?|years?) (?:sober|clean|"
            r"off (?:drugs|alcohol|pills|opioids)|in recovery|cancer-free|in remission))\b"
        ),
        0.65,
        ("sober", "clean", " off ", "recovery", "free", "remission"),
    ),
)


def ordeals() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
