"""What ails people, told without a word of medicine: "both hips replaced", "seven months along"."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.health_values import HEALTH
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import RELATIONS_EN, RELATIONS_ZH
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_H = r"\u4e00-\u9fff"
_KIN = (
    rf"(?:my|our|his|her) (?:[\w-]{{2,12}} )?(?:{RELATIONS_EN}|parents|hubby|missus|"
    r"grandparents|kid)(?: [A-Z]?[a-z]+)?"
)
_IS = (
    rf"(?:\bi['’]?m|\bi am|\bi was born|\bi was|\bbeing|\b(?:he|she)(?:['’]s| is| was)|"
    rf"\b{_KIN}(?:,? who)?(?:['’]s| is| are| was| were))"
    r"(?: also| now| actually| mildly| severely| legally| partially| newly| still| both| a bit| "
    r"basically| slightly| profoundly| just| currently| borderline)*"
)
_STATE = (
    r"(?:epileptic|(?:pre-?|type [12] |gestational )?diabetic|asthmatic|an(?:a)?emic|deaf|blind in "
    r"one eye|legally blind|hard of hearing|bipolar|autistic|dyslexic|dyspraxic|colou?r[- ]?blind|"
    r"infertile|incontinent|lactose intolerant|c(?:o)?eliac|immunocompromised|hiv[- ]positive|"
    r"paraplegic|quadriplegic|wheelchair[- ]bound|in a wheelchair|selectively mute|"
    r"(?:peri)?menopausal|clinically depressed|anorexic|bulimic|(?:an? )?(?:recovering )?alcoholic|"
    r"(?:an? )?recovering (?:addict|gambler)|in remission|terminally ill|bedridden|housebound|on "
    r"(?:dialysis|chemo|insulin|antidepressants|blood thinners|methadone|hrt|lithium|steroids|"
    r"antibiotics|beta blockers|statins|oxygen)|in (?:a )?hospice|in the icu|in rehab|(?:\w+|\d+) "
    r"(?:weeks|months) (?:pregnant|along|postpartum)|overdue(?: by \d+ days)?)"
)
_PART = (
    r"(?:hips?|knees?|shoulders?|hernia|cataracts?|appendix|gall ?bladder|tonsils?|adenoids|wisdom "
    r"teeth|tooth|kidneys?|liver|heart valve|spine|bowel|thyroid|prostate|uterus|ovaries|ovary|"
    r"spleen|polyps?|mole|cyst|fibroids?|varicose veins|carpal tunnel|meniscus|acl|rotator cuff)"
)
_BONE = (
    r"(?:collarbone|wrist|ankle|arm|leg|hip|elbow|shoulder|foot|toe|finger|thumb|nose|rib|ribs|jaw|"
    r"kneecap|pelvis|femur|tibia|skull|vertebra|hand|achilles(?: tendon)?|acl|meniscus|hamstring)"
)
_DEVICE = (
    r"(?:hearing aids?|leg braces?|back brace|stoma(?: bag)?|pacemaker|insulin pump|prosthe(?:sis|"
    r"tic leg|tic arm)|wheelchair|cpap(?: machine)?|catheter|colostomy bag|feeding tube|cochlear "
    r"implants?|glass eye|epipen|inhaler|compression stockings|dialysis machine)"
)
_LAB = (
    r"(?:tsh|crp|hba1c|a1c|ldl|hdl|ferritin|psa|inr|h(?:a)?emoglobin|eye pressure|blood pressure|"
    r"resting heart rate|potassium|creatinine|platelets|white count|vitamin d|b12|bilirubin|"
    r"cortisol|testosterone|bmi)"
)
_COUNT = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)"
_WHO_ZH = rf"(?:我|她|他|{RELATIONS_ZH}|爷爷|奶奶|外公|外婆|媳妇|爱人)"
RULES = (
    Rule(
        "disability",
        HEALTH,
        compiled(
            rf"{_IS} (?P<v>{_STATE})(?=[,.;:!?)\n]|$| and | but | so | since | with | from |"
            r" in | who | or )"
        ),
        0.65,
        ("i'm", "i’m", "im ", "i am", "i was", "being", "he", "my ", "our ", "his "),
        unless=INVENTED,
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"\b(?:had|having|have|getting|get|gets|need|needs|got|since|after|waiting for|booked "
            r"for) "
            rf"(?:(?:my|his|her|an?|the|both|one|two|all) )?(?P<v>(?:both |all )?{_PART} "
            r"(?:replacement|replaced|repair(?:ed)?|transplant(?:ed)?|surgery|operation|removal|"
            r"removed|taken out|out|biopsy|fused))\b"
        ),
        0.65,
        (
            "replace",
            "repair",
            "transplant",
            "surgery",
            "operation",
            "remov",
            "out",
            "biopsy",
            "fused",
        ),
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            rf"(?:['’]s|\b(?:my|his|her|our)) (?P<v>(?:{_PART}|bone marrow|heart|lung) "
            r"(?:transplant|replacement|repair|surgery|operation|biopsy))\b"
        ),
        0.6,
        ("transplant", "replacement", "repair", "surgery", "operation", "biopsy"),
    ),
    Rule(
        "injury",
        HEALTH,
        compiled(
            r"\b(?P<v>(?:broke|fractured|tore|sprained|dislocated|twisted|ruptured|shattered) "
            r"(?:his|her|their|my) "
            rf"(?:left |right )?{_BONE})\b"
        ),
        0.6,
        (
            "broke",
            "fractured",
            "tore",
            "sprained",
            "dislocated",
            "twisted",
            "ruptured",
            "shattered",
        ),
        unless=INVENTED,
    ),
    Rule(
        "disability",
        HEALTH,
        compiled(
            r"\b(?:my|his|her|i wear|wears|i['’]ve got|i have|i got|she has|he has|uses|i use)(?: "
            r"(?:new|two|an?|"
            rf"first|own|old))? (?P<v>{_DEVICE})\b(?! (?:ramp|access|user|shop|brand))"
        ),
        0.6,
        (
            "hearing",
            "brace",
            "stoma",
            "pacemaker",
            "pump",
            "prosthe",
            "wheelchair",
            "cpap",
            "catheter",
            "bag",
            "tube",
            "implant",
            "glass eye",
            "epipen",
            "inhaler",
            "stockings",
            "machine",
        ),
    ),
    Rule(
        "body-value",
        HEALTH,
        compiled(
            r"\b(?:my|his|her)(?: last| latest)? "
            rf"(?P<v>{_LAB}\b[^.,?!\n\d]{{0,24}}\d{{1,3}}(?:[./]\d{{1,3}})?"
            r"(?: (?:and|to|over|down to) \d{1,3}(?:\.\d)?)?)"
        ),
        0.65,
        (
            "tsh",
            "crp",
            "a1c",
            "ldl",
            "hdl",
            "ferritin",
            "psa",
            "inr",
            "globin",
            "pressure",
            "heart rate",
            "potassium",
            "creatinine",
            "platelets",
            "white count",
            "vitamin d",
            "b12",
            "bilirubin",
            "cortisol",
            "testosterone",
            "bmi",
        ),
        unless=compiled(r"\b(?:normal range|in general)\b"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(
            r"\b(?:scale (?:said|says|shows|showed)|i weigh(?:ed)?|weighed in at|i['’]m down to|"
            r"down from|i['’]ve gone from) (?P<v>\d{2,3}(?:\.\d)?(?: ?(?:kg|kilos?|pounds|lbs?|"
            r"stone))?)\b(?! ?(?:%|percent|euros|dollars))"
        ),
        0.6,
        ("scale", "weigh", "down to", "down from", "gone from"),
        unless=compiled(r"[$€£%]"),
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"\b(?P<v>on (?:the|a) waiting list for (?:an? |his |her |my )?(?:[a-z]+ "
            r"){0,2}(?:assessment|surgery|transplant|therapy|operation|diagnosis|liver|kidney|"
            r"heart))\b"
        ),
        0.65,
        ("waiting list",),
    ),
    Rule(
        "diagnosis",
        HEALTH,
        compiled(
            r"\b(?:my|his|her|our \w+['’]s|\w+['’]s) (?P<v>(?:(?:third|second|first|latest) "
            r")?relapse|(?:autism|adhd|dementia|dyslexia|cancer|ms|parkinson['’]s|alzheimer['’]s) "
            r"(?:assessment|diagnosis|evaluation))\b"
        ),
        0.6,
        ("relapse", "assessment", "diagnosis", "evaluation"),
    ),
    Rule(
        "diagnosis",
        HEALTH,
        compiled(
            r"\b(?:it was|it['’]s|he has|she has|i have|i had|caught it at|with) (?P<v>stage "
            r"(?:[1-4]|i{1,3}v?|iv)(?: [a-z]+)?)\b"
        ),
        0.6,
        ("stage",),
        unless=compiled(r"\bstage (?:one|1|2) of (?:the|a|our) (?:project|plan|tour|race)\b"),
    ),
    Rule(
        "sobriety",
        HEALTH,
        compiled(
            rf"\b(?P<v>{_COUNT} (?:days|weeks|months|years) (?:sober|clean|smoke[- ]free|off "
            r"(?:alcohol|drugs|heroin|opioids))|(?:gambler|alcoholic|addict) in recovery)\b"
        ),
        0.65,
        ("sober", "clean", "smoke", " off ", "in recovery"),
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            rf"\b(?:{_KIN}(?:['’]s| is)|i['’]?m|i am|he['’]s|she['’]s|partner['’]s|now) "
            rf"(?P<v>(?:on|in) (?:week|round|cycle) {_COUNT} of "
            r"(?:chemo(?:therapy)?|radiation|radiotherapy|treatment|ivf))\b"
        ),
        0.65,
        ("week", "round", "cycle"),
    ),
    Rule(
        "condition",
        HEALTH,
        compiled(
            r"\b(?:my|his|her|i have|i['’]ve got|has|had|it['’]s|diagnosis is|called) (?:an? "
            r")?(?P<v>(?:[a-z][a-z-]{2,14} ){1,3}(?:disorder|syndrome|disease|deficiency|"
            r"dystrophy))\b"
        ),
        0.55,
        ("disorder", "syndrome", "disease", "deficiency", "dystrophy"),
        unless=compiled(r"\b(?:what is|what['’]s|essay)\b"),
    ),
    Rule(
        "loss",
        HEALTH,
        compiled(
            r"\b(?:died|dying|passed away) (?:of|from) (?P<v>(?!old age|boredom|laughter|laughing|"
            r"embarrassment|shame|cringe|thirst|hunger|cold|heat|curiosity|envy|love|a\b|"
            r"the\b)[a-z]{4,16}(?: (?:cancer|disease|failure|attack))?)\b"
        ),
        0.5,
        ("died", "dying", "passed away"),
        unless=INVENTED,
    ),
    Rule(
        "condition",
        HEALTH,
        compiled(
            r"\b(?:[Mm]y|[Hh]is|[Hh]er|[Hh]ave|[Hh]as|[Hh]ad|[Ww]ith) (?:[a-z]+ )?(?P<v>ADD|MS|IBS|"
            r"CF|POTS|EDS)\b"
        ),
        0.6,
        ("add", "ms", "ibs", "cf", "pots", "eds"),
        cased=True,
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"(?P<v>怀(?:了|上了?)?(?:二胎|三胎|双胞胎|龙凤胎)|羊水破了|见红了|"
            r"产后(?:第)?[一二两三四五六七八九十\d]{1,3}(?:天|周|个月)|戒(?:酒|烟|毒|"
            r"赌)第?[一二三四五六七八九十百\d]{1,4}天|"
            r"断药(?:了)?[一二三四五六七八九十\d]{1,3}(?:天|周|个月)|(?:放|装|"
            r"做)了?[一两二三四\d]个?支架|(?:左|右)?[上下]?[一二三四五六七八\d]?(?:要)?(?:做根管|"
            r"种牙|拔智齿)|(?:肺部?|甲状腺|乳腺)结节\d+(?:mm|毫米))"
        ),
        0.6,
        ("怀", "羊水", "见红", "产后", "戒", "断药", "支架", "根管", "种牙", "智齿", "结节"),
        unless=compiled(r"什么是|是什么意思|多少钱一个"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(r"我(?:身高)?(?P<v>1[3-9]\d(?:cm|厘米|公分))"),
        0.6,
        ("cm", "厘米", "公分"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(
            r"我(?:身高)?1[3-9]\d(?:cm|厘米|"
            r"公分)?[,，、 ]{0,2}(?:体重)?(?P<v>\d{2,3}(?:\.\d)?(?:kg|公斤|斤))"
        ),
        0.6,
        ("kg", "公斤", "斤"),
    ),
    Rule(
        "disability",
        HEALTH,
        compiled(
            rf"{_WHO_ZH}[{_H}]{{0,4}}?(?P<v>(?:左|右|双|两)(?:耳|眼|腿|手)(?:几乎|完全|有点|都)"
            r"?(?:听不见|看不见|失聪|失明|截肢|残疾|聋|瞎)了?|不能生育?|"
            rf"(?:大出血|小产|流产|早产|难产)(?:过|了)?)(?=[，。,.！？\s]|$)"
        ),
        0.55,
        (
            "听不见",
            "看不见",
            "失聪",
            "失明",
            "截肢",
            "残疾",
            "聋",
            "瞎",
            "不能生",
            "出血",
            "小产",
            "流产",
            "早产",
            "难产",
        ),
        unless=INVENTED,
    ),
)


def body() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
