"""What ails people, in the English that they use for it: aches, injuries, treatment, losses."""

from app.detect.builtin.health_values import HEALTH
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import RELATIONS_EN
from app.detect.builtin.readings import ASKED
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_PART = (
    r"(?:acl|mcl|meniscus|achilles(?: tendon)?|ankle|arm|back|lower back|upper back|collarbone|"
    r"disc|"
    r"elbow|eye|finger|foot|groin|hamstring|hand|head|heel|hip|jaw|knee|leg|ligament|neck|nose|"
    r"pelvis|rib|ribs|rotator cuff|shin|shoulder|spine|tailbone|tendon|thumb|toe|wrist)"
)
_ACHES = (
    r"(?:ankle|arm|back|lower back|upper back|chest|ear|elbow|eye|foot|hand|heel|hip|jaw|joint|"
    r"knee|"
    r"leg|muscle|neck|nerve|pelvic|rib|sciatic|shoulder|sinus|stomach|tooth|wrist|abdominal|heart|"
    r"liver|kidney|lung|skin|thyroid|gut|bladder|prostate|breast|spinal|cervical|lumbar)"
)
_WORSE = (
    r"(?:chronic|constant|severe|persistent|recurring|recurrent|acute|mild|bad|terrible|ongoing|"
    r"debilitating|crippling|serious|major|minor|clinical|postpartum|seasonal|social|general|"
    r"generali[sz]ed|early|late|high-functioning|stage \w{1,3}|type [12]|old|left|right|lower|"
    r"upper)"
)
_TROUBLE = (
    r"(?:anxiety|depression|insomnia|panic attacks?|anxiety attacks?|ptsd|burnout|nightmares|"
    r"addiction|alcoholism|drinking problem|gambling addiction|eating disorder|bulimia|anorexia|"
    r"binge eating|migraines?|vertigo|tinnitus|eczema|psoriasis|rosacea|acne|asthma|allergies|"
    r"heartburn|acid reflux|ibs|arthritis|sciatica|fatigue|brain fog|hot flashes|infertility|"
    r"incontinence|high blood pressure|low blood pressure|high cholesterol|weight gain|obesity|"
    r"grief|trauma|self-harm|suicidal thoughts|mood swings|dissociation|ocd|adhd|"
    # Not the verb.
    r"add(?! (?!and\b|or\b|since\b|but\b|too\b|as\b)\w)|dyslexia|"
    r"autism|stutter(?:ing)?|hearing loss|memory loss|hair loss|sleep apnea|sleep problems|"
    r"menopause)"
)
# Whom one sees for one ailment, which a word for doctors at large does not say.
SPECIALIST = (
    r"(?:therapist|psychologist|psychiatrist|counsel(?:l)?or|physical therapist|physiotherapist|"
    r"oncologist|cardiologist|neurologist|dermatologist|gynecologist|urologist|endocrinologist|"
    r"rheumatologist|chiropractor|nutritionist|dietitian|fertility specialist|sleep specialist|"
    r"speech therapist|psychotherapist|podiatrist|allergist)"
)
_DOCTOR = rf"(?:{SPECIALIST}|marriage counselor|grief counselor)"
_NUMBER = r"(?:\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"

RULES = (
    Rule(
        "injury",
        HEALTH,
        compiled(
            r"\b(?:i|i['’]ve|he|she|who|and|just|recently|have|had|has|my (?:son|daughter|"
            r"husband|wife|"
            r"partner|mother|father|mom|dad|brother|sister)) (?P<v>(?:tore|torn|sprained|broke|"
            r"broken|"
            r"fractured|dislocated|pulled|strained|injured|hurt|twisted|ruptured|herniated|bruised|"
            rf"sprain|injure|threw out) (?:my|his|her|a|an|the)(?: {_WORSE})? {_PART})\b"
        ),
        0.65,
        (
            "tore",
            "torn",
            "sprain",
            "brok",
            "fractur",
            "dislocat",
            "pulled",
            "strain",
            "injure",
            "hurt",
            "twist",
            "ruptur",
            "herniat",
            "bruis",
            "threw out",
        ),
    ),
    Rule(
        "ache",
        HEALTH,
        compiled(
            rf"\b(?:my|his|her|with|from|have|has|had|having|this|some|a|of|and|after|for|by) "
            rf"(?P<v>(?:{_WORSE} ){{0,2}}(?:{_ACHES} (?:pain|pains|ache|aches|injury|surgery|"
            rf"replacement|"
            r"problems|problem|issues|condition|spasms|disease|cancer|infection|transplant|failure|"
            r"attack|biopsy|fracture)|(?:torn|sprained|broken|fractured|herniated|dislocated|"
            r"slipped|"
            rf"bulging|frozen|bad|bum) {_PART}|(?:frequent|severe|terrible|constant|chronic|bad) "
            r"(?:headaches|migraines|nosebleeds|cramps|nausea|fatigue|dizziness|heartburn)))\b"
            r"(?! (?:relief|cream|clinic|specialist))"
        ),
        0.55,
        (
            "pain",
            "ache",
            "injury",
            "surgery",
            "replacement",
            "problem",
            "issues",
            "condition",
            "spasms",
            "disease",
            "cancer",
            "infection",
            "transplant",
            "failure",
            "attack",
            "biopsy",
            "fractur",
            "torn",
            "sprained",
            "broken",
            "herniated",
            "dislocated",
            "slipped",
            "bulging",
            "frozen",
            "bad ",
            "bum ",
            "migraines",
            "nosebleeds",
            "cramps",
            "nausea",
            "fatigue",
            "dizziness",
            "heartburn",
        ),
        unless=ASKED,
    ),
    Rule(
        "symptom",
        HEALTH,
        compiled(rf"\b(?:my|his|her) (?P<v>(?:{_WORSE} ){{0,2}}{_TROUBLE})\b"),
        0.6,
        ("my ", "his ", "her "),
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"\b(?:i|i['’]m|i['’]ve|we|we['’]re|he|she|my|our|his|her)\b[^.?!\n]{0,40}?\b"
            r"(?P<v>(?:see|sees|seeing|saw|seen|visit(?:ed|ing)?|talk(?:ed|ing)? to|work(?:ed|"
            r"ing)? with|"
            rf"going to|went to|met with|meet with) (?:a|an|my|his|her|our|the) (?:new )?{_DOCTOR}|"
            r"(?:in|started|starting|go to|going to|attend(?:ing)?|began|been in|been going to|"
            r"tried|"
            r"doing|did) (?:(?:couples|family|marriage|group|talk|cognitive behaviou?ral|"
            r"behaviou?ral|"
            r"speech|physical|occupational|art|grief|trauma|online|weekly) )?(?:therapy|"
            r"counsel+ing|"
            r"rehab|detox|chemo(?:therapy)?|dialysis|physio(?:therapy)?))\b"
        ),
        0.6,
        (
            "ist",
            "counsel",
            "therapy",
            "rehab",
            "detox",
            "chemo",
            "dialysis",
            "physio",
            "chiropractor",
            "dietitian",
        ),
    ),
    Rule(
        "allergy",
        HEALTH,
        compiled(
            r"\b(?:my|his|her|(?:i|he|she|who)(?: have| has|"
            r"['’]ve got) an?) (?P<v>(?:(?:severe|mild|"
            r"deadly|serious) )?(?:peanut|nut|tree nut|shellfish|gluten|lactose|dairy|milk|egg|soy|"
            r"wheat|pollen|cat|dog|dust|mold|penicillin|bee|latex|fish|sesame|food) (?:allergy|"
            r"allergies|intolerance|sensitivity))\b"
        ),
        0.65,
        ("allerg", "intoleran", "sensitivity"),
    ),
    Rule(
        "medicine",
        HEALTH,
        compiled(
            r"\b(?:my|his|her|taking|takes|took|on|off) (?P<v>(?:(?!the\b|any\b|some\b|more\b|"
            r"other\b|"
            r"right\b|daily\b|new\b|old\b)[a-z-]{3,16} ){0,2}(?:medications?|prescriptions?|meds|"
            r"antidepressants?|blood thinners?|painkillers|sleeping pills|inhaler|insulin|"
            r"birth control|anti-anxiety pills|beta blockers|chemo))\b"
        ),
        0.55,
        (
            "medication",
            "prescription",
            "meds",
            "antidepress",
            "thinner",
            "painkiller",
            "pills",
            "inhaler",
            "insulin",
            "birth control",
            "blockers",
            "chemo",
        ),
    ),
    Rule(
        "injury",
        HEALTH,
        compiled(
            r"\b(?:my|his|her|an? (?:old|recent|bad|serious|past|"
            r"nagging)) (?P<v>(?:[a-z-]{3,14} ){0,2}"
            r"injur(?:y|ies))\b"
        ),
        0.55,
        ("injur",),
    ),
    Rule(
        "sobriety",
        HEALTH,
        compiled(
            rf"\b(?P<v>{_NUMBER} (?:days|weeks|months|years?) (?:sober|clean|in recovery|"
            rf"cancer-free|"
            r"seizure-free)|recovering (?:alcoholic|addict|from addiction)|"
            r"(?:breast |skin |colon |childhood )?cancer survivor|stroke survivor)\b"
        ),
        0.65,
        ("sober", "clean", "recover", "free", "survivor"),
    ),
    Rule(
        "disability",
        HEALTH,
        compiled(
            rf"\b(?:i|i['’]m|i am|my (?:\w+ )?(?:{RELATIONS_EN})|he|she|who|as an?)(?: is| am|"
            rf"['’]s|"
            r"['’]m| was| who is| person)?(?: a| partially| legally| almost| now| mostly|"
            r" completely| "
            r"also| born| going| in| using| use| uses| wear| wears| need| needs){0,3} "
            r"(?P<v>(?:hard of hearing|deaf|blind|legally blind|colou?r-?blind|"
            r"wheelchair(?: user)?|"
            r"hearing aids?|paraly[sz]ed|amputee|disabled|prosthetic \w{3,6}|autistic|bipolar|"
            r"diabetic|"
            r"epileptic|asthmatic|dyslexic|neurodivergent|infertile|immunocompromised|"
            r"lactose intolerant|"
            r"hiv[- ]positive|pregnant))\b"
        ),
        0.65,
        (
            "hearing",
            "deaf",
            "blind",
            "wheelchair",
            "paraly",
            "amputee",
            "disabled",
            "prosthetic",
            "autistic",
            "bipolar",
            "diabetic",
            "epileptic",
            "asthmatic",
            "dyslexic",
            "neurodivergent",
            "infertile",
            "immunocomp",
            "intolerant",
            "positive",
            "pregnant",
        ),
    ),
    Rule(
        "loss",
        HEALTH,
        compiled(
            r"\b(?:(?:i|i['’]ve|we|we['’]ve|my (?:wife|sister|partner|friend|daughter)|she)"
            r"(?: just| recently| both| have| has)?(?: had| having| suffered| been through| went"
            r" through| experienced| doing| did| started| tried| finished)|after|since)"
            r"(?: an?| two| three| another| my| our| her| several| multiple)? "
            r"(?P<v>(?:miscarriages?|stillbirth|abortion|c-section|"
            r"hysterectomy|"
            r"mastectomy|vasectomy|lumpectomy|appendectomy|tonsillectomy|colonoscopy|ivf|"
            r"rounds? of ivf|fertility treatments?|stroke|seizures?|concussion|heart attack|"
            r"nervous breakdown|mental breakdown|overdose|knee replacement|hip replacement|"
            r"gastric bypass|transplant|biopsy|angioplasty|bypass))\b"
        ),
        0.65,
    ),
)


def ailments() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
