"""Health told in a few everyday words: "my knees are shot", "trouble sleeping since the move"."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.health_values import HEALTH
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import RELATIONS_EN
from app.detect.builtin.readings import NOBODY
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_KIN = rf"(?:my|our|his|her) (?:[\w-]{{2,12}} )?(?:{RELATIONS_EN}|parents|kids?)"
_WHO = rf"(?:\bi(?:['’](?:ve|m|d))?|\bwe(?:['’]ve|['’]re)?|\bhe|\bshe|\b{_KIN})"
_PART = (
    r"(?:shoulders?|knees?|hips?|back|neck|wrists?|ankles?|hands?|fingers?|thumbs?|elbows?|"
    r"joints?|feet|foot|legs?|arms?|eyes?|ears?|jaw|teeth|tooth|stomach|gut|chest|lungs?|skin|"
    r"hearing|eyesight|vision|memory|balance|voice|spine|throat|sinuses|bladder|kidneys?|liver|"
    r"thyroid|period|periods|hormones|immune system|nervous system|blood sugar|blood pressure)"
)
_SIDE = r"(?:(?:left|right|bad|lower|upper|old|other|both|poor|inner) ){0,2}"
_FAILS = (
    r"(?:hurts?|hurting|aches?|aching|clicks?|swells?|swollen|tremble[sd]?|trembling|cramps?|"
    r"burns?|itch(?:es)?|spasms?|locks? up|locked up|seize[sd]? up|gives? out|gave out|giving out|"
    r"gives? way|gave way|goes numb|go numb|went numb|numb|stiff|sore|shot|inflamed|infected|"
    r"bleeding|bleeds|failing|killing me|acting up|acts? up|acted up|playing up|flar(?:es?|ed|"
    r"ing) up|in (?:constant |terrible |a lot of )?pain|in agony|bothering me|giving me trouble|"
    r"getting worse|gets worse|not what (?:it was|they were)|out of whack|a mess|broken|sprained|"
    r"fractured|torn|dislocated|injured|irregular|messed up)"
)
_TROUBLE = (
    r"(?:sleeping|breathing|swallowing|walking|hearing|seeing|concentrating|focusing|standing|"
    r"bending|climbing|lifting|gripping|eating|chewing|digesting|speaking|getting out of bed|"
    r"staying asleep|falling asleep|remembering|balancing|typing|holding|moving|reading)"
)
_ILL = (
    r"(?:anxiety|depression|insomnia|migraines?|headaches?|asthma|allergies|eczema|psoriasis|acne|"
    r"acid reflux|heartburn|ibs|arthritis|sciatica|vertigo|tinnitus|adhd|ocd|ptsd|autism|dyslexia|"
    r"diabetes|hypertension|high blood pressure|high cholesterol|endometriosis|pcos|fibromyalgia|"
    r"chronic (?:pain|fatigue|illness|back pain|migraines|condition)|back pain|knee pain|neck "
    r"pain|shoulder pain|joint pain|hip pain|nerve pain|panic attacks?|anxiety attacks?|burnout|"
    r"grief|trauma|an? eating disorder|bulimia|anorexia|addiction|alcoholism|postpartum "
    r"depression|seasonal depression|social anxiety|health anxiety|long covid|lupus|epilepsy|"
    r"seizures|sleep apnea|night terrors|nightmares|brain fog|hot flashes|menopause|infertility|"
    r"miscarriages?|mood swings|gerd|gout|lactose intolerance|gluten intolerance|celiac(?: "
    r"disease)?|hearing loss|vision loss|hair loss|digestive (?:issues|problems)|stomach "
    r"(?:issues|problems|ulcers?)|heart (?:problems|issues|trouble|disease|murmur)|kidney stones|"
    r"gallstones|carpal tunnel|tendonitis|plantar fasciitis|shin splints|scoliosis|osteoporosis|"
    r"anemia|iron deficiency|hay fever|pollen|nut allerg(?:y|ies)|(?:a|an) (?:bad|chronic|torn|"
    r"sprained|broken|herniated|sore|stiff|frozen|old|nagging|recurring|pinched) (?:shoulder|knee|"
    r"hip|back|neck|wrist|ankle|hand|finger|thumb|elbow|foot|leg|arm|eye|ear|jaw|tooth|stomach|"
    r"heart|throat|bladder|kidney|liver|disc|disk|nerve|tendon|ligament|hamstring|calf|rib|toe|"
    r"collarbone|cough|cold|rash|migraine|infection|injury|ulcer))"
)
_MORE = r"(?:,? (?:and|or) (?:an? )?[a-z]+(?: [a-z]+)?)"
_WORSE = (
    r"(?:(?:severe|mild|chronic|bad|terrible|constant|crippling|debilitating|frequent|occasional|"
    r"really|pretty|some|serious|intense|recurring|regular|my|his|her|ongoing|lifelong|the|these|"
    r"this|such|clinical|seasonal|generali[sz]ed|social) ){0,3}"
)
_CARE = (
    r"(?:physical therapy|physiotherapy|therapy|counsel+ing|couples therapy|chemo(?:therapy)?|"
    r"radiation|dialysis|rehab|speech therapy|occupational therapy|fertility|ivf|pt) (?:sessions?|"
    r"appointments?|treatments?|exercises|homework)"
)
# Short strings of which each match of the rule that names them has one.
_CARE_CUES = (
    "surgery", "operation", "transplant", "biopsy", "ectomy", "c-section", "vasectomy",
    "oscopy", "mri", "ward", "hospital", " er", "icu", "emergency room", "rehab", "detox",
    "stroke", "attack", "seizure", "miscarriage", "stillbirth", "abortion", "concussion",
    "clot", "replacement", "canal", "stent", "bypass", "breakdown", "psych"
)  # fmt: skip

RULES = (
    Rule(
        "symptom",
        HEALTH,
        compiled(
            rf"\b(?:my|his|her) (?P<v>{_SIDE}{_PART}(?: (?:is|are|was|were|has been|have been|"
            r"keeps?|kept|started|starts?|still|always|often|sometimes|really|just|that|also|been|"
            rf"so|all|both|feels?|felt|gets?|got)){{0,3}} {_FAILS})\b"
        ),
        0.6,
        ("her ", "his ", "my "),
        unless=INVENTED,
    ),
    Rule(
        "symptom",
        HEALTH,
        compiled(
            rf"(?:{_WHO}|\bhaving|\bmy)\b[^.?!\n]{{0,30}}? (?P<v>(?:trouble|difficulty|a hard time|"
            rf"problems|issues)(?: with)? {_TROUBLE}(?: (?:at night|properly|normally|well|loud "
            r"noises|for long|through the night|up))?)\b"
        ),
        0.6,
        ("trouble", "difficulty", "hard time", "problems", "issues"),
        accept=lambda value: (
            not value.startswith(("issues reading", "problems reading", "issues moving"))
        ),
        unless=INVENTED,
    ),
    Rule(
        "symptom",
        HEALTH,
        compiled(
            rf"{_WHO}(?: have| has| had)?(?: also| always| been| often| just| still| recently| "
            r"usually| really| do| am| is| was){0,3} (?:deal(?:s|t|ing)? with|struggl(?:e|es|ed|"
            r"ing) with|suffer(?:s|ed|ing)? from|liv(?:e|es|ed|ing) with|cop(?:e|es|ing) with|"
            r"battl(?:e|es|ed|ing)(?: with)?|recover(?:s|ed|ing)? from|prone to|diagnosed with|"
            rf"fighting|get|gets|got|have|has|had|having) (?P<v>{_WORSE}{_ILL})"
        ),
        0.6,
        ("he", "i", "my ", "our ", "we"),
        unless=INVENTED,
    ),
    Rule(
        "symptom",
        HEALTH,
        compiled(
            r"\b(?:because of|due to|thanks to|given|with|for|despite|from|about|after|since|help "
            rf"with|manage|ease) (?:my|his|her|our \w+['’]s) (?P<v>{_WORSE}(?:{_ILL}|(?:bad|old|"
            rf"recent) {_PART}|{_PART} (?:pain|condition|problems?|issues?|trouble|injury|surgery|"
            r"replacement)|disability|illness|health (?:condition|issues?|problems?|scare)|"
            r"medical (?:condition|leave|issues?|history)|condition|diagnosis|mental health|"
            r"medication|surgery|operation|injury|accident|concussion|stroke|pregnancy|"
            r"treatment))\b"
        ),
        0.6,
        (
            "about ",
            "after ",
            "because of ",
            "despite ",
            "due to ",
            "ease ",
            "for ",
            "from ",
            "given ",
            "manage ",
            "since ",
            "thanks to ",
            "with ",
        ),
        unless=INVENTED,
    ),
    Rule(
        "disability",
        HEALTH,
        compiled(
            rf"{_WHO}(?: am| is| are| was| has been| have been| been|['’]s)?(?: now| finally| "
            r"officially| still| almost){0,2} (?P<v>in (?:full |complete )?remission|(?:trying|"
            r"tried) (?:for a baby|to conceive|to get pregnant)(?: for \w+ \w+)?|going through "
            r"(?:the )?(?:menopause|ivf|chemo(?:therapy)?|withdrawal|rehab|treatment|infertility)|"
            r"undergoing [a-z]+(?: [a-z]+)?|in (?:recovery|rehab)|off work sick|on sick leave|on "
            r"medical leave|on bed rest|on crutches|housebound|bedridden|recovering from [a-z]+"
            r"(?: [a-z-]+){0,3}|insulin-dependent|terminally ill|hard of hearing|"
            r"immunocompromised|neurodivergent|on the (?:autism )?spectrum|partially sighted|"
            r"visually impaired|hearing[- ]impaired|wheelchair[- ]bound|gluten[- ]intolerant|"
            r"lactose[- ]intolerant|colou?r[- ]?blind|clinically depressed|perimenopausal|"
            r"postpartum|expecting (?:a baby|twins|our \w+|my \w+)|\w+ (?:weeks|months) "
            r"(?:pregnant|sober|clean|postpartum|along|out from surgery))\b"
        ),
        0.65,
        ("he", "i", "my ", "our ", "we"),
        unless=INVENTED,
    ),
    Rule(
        "disability",
        HEALTH,
        compiled(
            r"\b(?:i|he|she|who)(?: [^.,;?!\n]{3,40} and)? (?:(?:also|still|always|now|have to|"
            r"has to|need to|must) ){0,2}(?P<v>(?:use|uses|wear|wears|walk with|walks with|rely "
            r"on|sleep with|carry|carries|need|needs) (?:an? |my |his |her )?(?:wheelchair|walker|"
            r"cane|white cane|crutch(?:es)?|hearing aids?|knee brace|back brace|wrist brace|brace|"
            r"night guard|mouth guard|epipen|epi-?pen|inhaler|cpap(?: machine)?|insulin pump|"
            r"pacemaker|prosthetic(?: \w+)?|screen reader|service dog|guide dog|oxygen tank|"
            r"compression (?:socks|stockings)))\b"
        ),
        0.6,
        (
            "carries ",
            "carry ",
            "need ",
            "needs ",
            "rely on ",
            "sleep with ",
            "use ",
            "uses ",
            "walk with ",
            "walks with ",
            "wear ",
            "wears ",
        ),
        unless=INVENTED,
    ),
    Rule(
        "allergy",
        HEALTH,
        compiled(
            rf"(?:{_WHO})(?: am| is| are|['’]m|['’]s)?(?: also| really| severely| deathly| mildly| "
            r"highly| very){0,2} (?:allergic to|intolerant to|intolerant of|sensitive to) "
            r"(?P<v>(?:tree |raw |all )?(?:nuts?|peanuts?|shellfish|seafood|fish|shrimp|gluten|"
            r"wheat|dairy|milk|lactose|eggs?|soy|sesame|penicillin|antibiotics|latex|cats?|dogs?|"
            r"pollen|dust|mold|bees?|bee stings|wasps?|strawberries|kiwis?|almonds?|cashews?|"
            r"walnuts?|aspirin|ibuprofen|sulfa|nickel|fragrances?|perfumes?)(?:(?:,| and| or) "
            r"[a-z]+){0,2})\b"
        ),
        0.65,
        ("allergic", "intolerant", "sensitive"),
        unless=INVENTED,
    ),
    Rule(
        "allergy",
        HEALTH,
        compiled(
            r"\b(?:i|he|she|who|my \w+) (?P<v>(?:can['’]?t|cannot|can not|shouldn['’]?t|am not "
            r"allowed to|mustn['’]?t) (?:eat|have|drink|tolerate|digest|touch) (?:any )?(?:nuts?|"
            r"peanuts?|shellfish|seafood|gluten|wheat|dairy|milk|lactose|eggs?|soy|sesame|sugar|"
            r"salt|alcohol|caffeine|bread)(?: (?:and|or) \w+)?(?: (?:because of|due to) (?:my|a|"
            r"the) \w+(?: \w+)?)?)\b"
        ),
        0.55,
        ("can't", "can’t", "cant", "can ", "not", "must"),
        unless=INVENTED,
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(rf"\b(?:my|his|her|our|to|for|of|have|had) (?:\w+ )?(?P<v>{_CARE})\b"),
        0.6,
        ("session", "appointment", "treatment", "exercises", "homework"),
        unless=NOBODY,
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            rf"(?:{_WHO})(?: was| were| have been| has been| am| is| been)?(?: just| recently| "
            r"once){0,2} (?:had|having|underwent|need|needed|needs|got|getting|scheduled for|"
            r"admitted (?:for|to|with)|hospitali[sz]ed (?:for|with|after)|spent \w+ (?:days|weeks|"
            r"months|nights) in|rushed to|ended up in|in) (?:an? |the |my |his |her )?(?P<v>"
            r"(?:[a-z]+ ){0,2}?(?:surgery|operation|transplant|biopsy|hysterectomy|mastectomy|"
            r"c-section|vasectomy|colonoscopy|mri|psychiatric (?:ward|hospital|unit)|psych ward|"
            r"hospital|er|icu|emergency room|rehab|detox|stroke|heart attack|seizure|miscarriage|"
            r"stillbirth|abortion|concussion|blood clot|hip replacement|knee replacement|root "
            r"canal|stent|bypass|breakdown)(?= (?:with|for|after|last|in|on|when|two|three|twice|"
            r"again|once|as)\b|[,.;!?\n\"]|$| and | but | so ))"
        ),
        0.55,
        _CARE_CUES,
        unless=INVENTED,
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"\b(?:i|i['’]ve|i['’]m|he|she|my \w+)(?: have| has)?(?: just| recently| now| "
            r"currently| been| am| is){0,2} (?P<v>(?:take|takes|taking|on|off|started|starting|"
            r"stopped|prescribed|tapering off) (?:an? |my |the |daily |low-dose |some ){0,2}"
            r"(?:beta blockers?|antidepressants?|ssris?|statins?|insulin|blood thinners?|birth "
            r"control|the pill|painkillers?|opioids|sleeping pills?|antibiotics|steroids|"
            r"hormones?|hrt|testosterone|estrogen|anti-anxiety (?:meds|medication)|anxiety "
            r"(?:meds|medication)|adhd (?:meds|medication)|antihistamines|immunosuppressants|mood "
            r"stabili[sz]ers?|antipsychotics|inhalers?|meds|medications?|blood pressure (?:meds|"
            r"medication|pills)|thyroid (?:meds|medication|pills))(?: (?:for|before|after|since|"
            r"every) (?:my |the )?[a-z]+(?: [a-z]+)?)?)\b"
        ),
        0.6,
        (
            " off ",
            " on ",
            " prescribed ",
            " started ",
            " starting ",
            " stopped ",
            " take ",
            " takes ",
            " taking ",
        ),
        unless=INVENTED,
    ),
    Rule(
        "loss",
        HEALTH,
        compiled(
            r"\b(?:since|after|before|during) (?:my|her|his|our) (?P<v>(?:second |first |last |"
            r"recent |emergency |[a-z]+ )?(?:surgery|operation|stroke|heart attack|miscarriage|"
            r"stillbirth|abortion|c-section|diagnosis|concussion|accident|injury|hospital stay|"
            r"hysterectomy|mastectomy|transplant|chemo|overdose|breakdown|seizure|pregnancy|hip "
            r"replacement|knee replacement|relapse))\b"
        ),
        0.55,
        (
            "after her ",
            "after his ",
            "after my ",
            "after our ",
            "before her ",
            "before his ",
            "before my ",
            "before our ",
            "during her ",
            "during his ",
            "during my ",
            "during our ",
            "since her ",
            "since his ",
            "since my ",
            "since our ",
        ),
        unless=NOBODY,
    ),
    Rule(
        "condition",
        HEALTH,
        compiled(
            r"\b(?:an?|had|having|my|due to|with|of|from) (?P<v>(?:severe |mild |bad |nasty |"
            r"sudden )?(?:allergic reaction|panic attack|anxiety attack|asthma attack|flare-?up|"
            r"nervous breakdown|food poisoning|kidney infection|ear infection|sinus infection|"
            r"chest infection|stress fracture|pinched nerve|slipped disc|herniated disc|torn "
            r"(?:calf|acl|ligament|meniscus|hamstring|rotator cuff)|ovarian cyst|brain tumou?r|"
            r"heart condition|heart murmur|learning disability|processing disorder|speech "
            r"impediment|stammer|stutter|chronic illness|autoimmune (?:disease|disorder|"
            r"condition)|mobility issues|mental health (?:issues|struggles|problems|condition|"
            r"crisis)|health (?:scare|issues|problems|condition)|medical (?:condition|emergency|"
            r"issue|procedure)))\b"
        ),
        0.55,
        ("a ", "an ", "due to ", "from ", "had ", "having ", "my ", "of ", "with "),
        unless=NOBODY,
    ),
    Rule(
        "sobriety",
        HEALTH,
        compiled(
            rf"{_WHO}(?: have| has)?(?: been| finally| just){{0,2}} (?P<v>(?:quit|stopped|gave up|"
            r"given up) (?:drinking|smoking|vaping|gambling|opioids|cocaine|weed|pills)(?: (?:in|"
            r"on|since|last|after|for|a) \w+(?: \w+)?)?|sober (?:since|for) [\w’']+(?: "
            r"[\w’']+){0,3}|(?:an? )?(?:recovering|former) (?:alcoholic|addict|smoker|drinker|"
            r"gambler)|relapsed)\b"
        ),
        0.6,
        ("quit", "stopped", "gave up", "given up", "sober", "recovering", "former", "relapsed"),
        unless=INVENTED,
    ),
    Rule(
        "pregnancy",
        HEALTH,
        compiled(
            r"\b(?:i|i['’]m|we|we['’]re|my (?:wife|sister|daughter|partner|girlfriend))(?: am| is|"
            r" are| just| recently){0,2} (?P<v>(?:gave birth|had (?:a|our|my) baby|expecting "
            r"(?:a|our|my|twins)(?: \w+)?|due in [a-z]+|pregnant(?: with (?:\w+))?|in my (?:first|"
            r"second|third) trimester)(?: (?:\w+ (?:days|weeks|months) ago|last \w+|in \w+))?)\b"
        ),
        0.6,
        ("birth", "baby", "expecting", "due in", "pregnant", "trimester"),
        unless=INVENTED,
    ),
)


def complaints() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
