"""Health facts with their own shape: measured values, doses, diagnoses by their lead-in."""

from app.detect.builtin.patterns import compiled, starts
from app.detect.builtin.recogniser import Rule

HEALTH = "Medical Health"
_VAGUE = frozenset(
    {
        "advice",
        "什么",
        "啥",
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "it",
        "my",
        "your",
        "our",
        "his",
        "her",
        "some",
        "any",
        "something",
        "someone",
        "things",
        "people",
        "each",
        "being",
        "having",
        "what",
        "stress",
        "lack",
        "poor",
        "low",
        "high",
        "too",
        "such",
        "long",
        "all",
        "both",
        "many",
    }
)


_UNIT = (
    r"(?:mm ?hg|毫米汞柱|mmol/l|μmol/l|µmol/l|umol/l|nmol/l|pmol/l|mol/l|mg/dl|ng/ml|"
    r"ng/dl|pg/ml|μg/l|µg/l|ug/l|μg/dl|mcg/dl|g/l|g/dl|u/l|iu/l|miu/l|mu/l|uiu/ml|"
    r"μiu/ml|miu/ml|iu/ml|u/ml|meq/l|ml/min(?:/1\.73 ?m[2²])?|mm/h|"
    r"kg/m[2²]|bpm|beats per minute|次/分钟?|次每分钟?|x ?10\^?9/l|×10\^?9/l|×10⁹/l|"
    r"cells/[uµμ]l|copies/ml|微摩尔/升|毫摩尔/升|毫摩尔每升|微摩尔每升|(?<![a-z])"
    r"d(?:iopters?)?\b|度近视|kpa|ahi|ng/l)"
)
_BODY_WORDS = (
    r"(?:blood pressure|bp|heart rate|pulse|resting heart rate|blood sugar|blood "
    r"glucose|glucose|fasting (?:glucose|blood sugar|glucose level)|hba1c|a1c|"
    r"hemoglobin a1c|cholesterol|total cholesterol|ldl(?:-c)?|hdl(?:-c)?|"
    r"triglycerides|bmi|body mass index|body fat|tsh|"
    r"ferritin|hemoglobin|haemoglobin|creatinine|egfr|uric acid|psa|crp|esr|alt|ast|"
    r"ggt|bilirubin|vitamin d|vitamin b12|b12|testosterone|estradiol|progesterone|amh|"
    r"fsh|lh|prolactin|t3|t4|free t4|ft3|ft4|platelets?|wbc|white blood cell count|"
    r"inr|spo2|oxygen saturation|"
    r"temperature|viral load|cd4(?: count)?|iq|phq-?9(?: score)?|gad-?7(?: score)?|ef|"
    r"ejection fraction|bone density|t-score|homocysteine|insulin|cortisol|iron|"
    r"potassium|sodium|lipoprotein\(?a?\)?|lp\(a\)|apob|"
    r"收缩压|舒张压|血压|心率|静息心率|脉搏|空腹血糖|餐后血糖|血糖|糖化血红蛋白|糖化|"
    r"总胆固醇|胆固醇|低密度脂蛋白|高密度脂蛋白|低密度|甘油三酯|体脂率?|体质指数|"
    r"促甲状腺激素|铁蛋白|血红蛋白|肌酐|尿酸|血尿酸|肾小球滤过率|谷丙转氨酶|"
    r"谷草转氨酶|转氨酶|胆红素|维生素d|维生素b12|"
    r"血小板|白细胞|红细胞|血氧|血氧饱和度|体温|病毒载量|射血分数|骨密度|睾酮|孕酮|"
    r"雌二醇|泌乳素|同型半胱氨酸|眼压|肺活量|游离甲状腺素|抗体|血脂|血钾|血钠|叶酸|"
    r"c反应蛋白|c肽|胰岛素|皮质醇)"
)
# Abbreviations of laboratory values and scales that stand in Chinese sentences as they are.
_LAB_NAMES = (
    "bmi|tsh|amh|fsh|hcg|psa|crp|esr|alt|ast|ggt|ldl|hdl|egfr|hba1c|wbc|rbc|hgb|plt|inr|spo2|cea|"
    "afp|ca125|ca199|ft3|ft4|tpo|"
    "lh|ana|vas|phq|gad|hamd|hama|sds|sas|scl|psqi|ahi|fev1|lvef|tg|tc|ua|cr|bun|cd4|hpv|dna|igg|"
    "ige|igm|pth|act|t3|t4|e2|hrv|iq|eq"
)
_LABS = tuple(_LAB_NAMES.split("|"))
_LAB = rf"(?:{'|'.join(sorted(_LABS, key=len, reverse=True))})"
RULES = (
    Rule(
        "body-value",
        HEALTH,
        compiled(
            r"(?=[<>≥≤\d])(?<![\w.:])(?P<v>[<>≥≤]?\s?\d{1,4}(?:\.\d{1,3})"
            rf"?(?:\s?[/-]\s?\d{{1,3}}(?:\.\d{{1,2}})?)?\s?{_UNIT})(?![a-z])"
        ),
        0.85,
    ),
    Rule(
        "body-value",
        HEALTH,
        compiled(
            rf"{starts(_BODY_WORDS[3:-1])}(?<![a-z])(?P<v>{_BODY_WORDS}[ 　]?(?:[（(][a-z0-9 "
            r"-]{1,12}[）)])?(?: level| levels| reading| value| count| score)?(?: is| was| "
            r"of| at| around| about| reached| hit| up to| as high as|为|是|到|高达|达到?了?|"
            r"约|:|在|值|升到了?|只有|\s){0,3}\s?\d{1,4}(?:\.\d{1,3})"
            rf"?(?:\s?/\s?\d{{2,3}})?(?:\s?%|\s?{_UNIT})?)(?!\d|[a-z])"
        ),
        0.75,
    ),
    Rule(
        "body-value",
        HEALTH,
        compiled(
            rf"(?<![a-z])(?P<v>{_LAB}[（(]?[a-z\u4e00-\u9fff]{{0,6}}[）)]?"
            r"[,，:： ]{0,2}(?:[\u4e00-\u9fff]"
            r"{1,6}[: ]?)\d{1,4}(?:\.\d{1,3})?)(?![\w%]|\.\d|[年月日号岁点分])"
        ),
        0.65,
        _LABS,
    ),
    Rule(
        "body-value",
        HEALTH,
        compiled(rf"(?<![\w.])(?P<v>\d{{1,4}}(?:\.\d{{1,3}})?的{_LAB})(?![a-z])"),
        0.65,
        _LABS,
    ),
    Rule(
        "blood-pressure",
        HEALTH,
        compiled(
            r"(?<![\d./])(?P<v>(?:[89]\d|1\d\d|2[0-2]\d)\s?/\s?(?:[4-9]\d|1[0-3]\d)(?:\s?mm "
            r"?hg)?)(?![\d/])"
        ),
        0.7,
        ("pressure", "bp", "hypertens", "mmhg", "mm hg", "血压", "高压"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(
            r"\b(?:weigh(?:s|ed|ing)?|weight|height|waist|tall)(?: is| was| at| about| around|"
            r" only| of|:| just| currently){0,3} (?P<v>\d{2,3}(?:\.\d{1,2})?\s?(?:kg|kgs|"
            r"kilos|kilograms|lbs?|pounds|cm|inches))\b"
        ),
        0.7,
        ("weigh", "height", "waist", "tall"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(
            r"\b(?P<v>\d{2,3}(?:\.\d)?\s?(?:kg|lbs|pounds|cm))\b(?= (?:tall|and (?:weigh|my "
            r"weight)))"
        ),
        0.6,
        ("kg", "lbs", "pounds", "cm"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(
            r"(?:体重|身高|腰围|净重)(?:是|为|有|:|约|到了?|大概|现在|目前|只有|降到了?|"
            r"涨到了?|达到?了?|已经|\s){0,3}(?P<v>\d{2,3}(?:\.\d{1,2})?\s?(?:公斤|千克|kg|斤|"
            r"厘米|cm|米))"
        ),
        0.75,
        ("体重", "身高", "腰围"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(r"(?:视力|近视)(?:是|为|:|有|大概|约|\s){0,2}(?P<v>\d{2,4}\s?度|[0-5]\.\d)"),
        0.7,
        ("视力", "近视"),
    ),
    Rule(
        "dose",
        HEALTH,
        compiled(
            r"(?<![\w.])(?P<v>\d{1,4}(?:\.\d{1,3})?\s?(?:mg|mcg|µg|μg|iu|毫克|微克|国际单位)"
            r"(?:/(?:天|日|次|day|kg))?)(?![a-z/])"
        ),
        0.55,
        (
            "tak",
            "dos",
            "prescri",
            "daily",
            "pill",
            "tablet",
            "medic",
            "inject",
            "twice",
            "doctor",
            "服",
            "吃",
            "药",
            "剂量",
            "每天",
            "每日",
            "注射",
            "医生",
            "片",
        ),
    ),
    Rule(
        "lesion-size",
        HEALTH,
        compiled(
            r"(?:\b(?:nodule|tumou?r|cyst|polyp|fibroid|mass|lump|lesion|stone|aneurysm|"
            r"follicle|endometri\w+)\b|结节|囊肿|肌瘤|息肉|肿块|肿瘤|结石|占位|病灶|卵泡|内膜)"
            r"[^\n。.;]{0,24}?(?P<v>\d{1,3}(?:\.\d{1,2})?\s?(?:[x×*]\s?\d{1,3}(?:\.\d{1,2})"
            r"?\s?)?(?:mm|cm|毫米|厘米))"
        ),
        0.75,
        ("mm", "cm", "毫米", "厘米"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(
            r"(?<![\w.])(?P<v>\d{2,3}(?:\.\d{1,2})?\s?(?:kg|kgs|lbs?|pounds|kilos|公斤|千克|"
            r"斤))(?![a-z])"
        ),
        0.6,
        (
            "体重",
            "body weight",
            "my weight",
            "weigh",
            "bmi",
            "体脂",
            "body fat",
            "减重",
            "减肥",
            "weight loss",
        ),
    ),
    Rule(
        "lesion-size",
        HEALTH,
        compiled(
            r"(?<![\w.])(?P<v>\d{1,2}(?:\.\d{1,2})?\s?(?:[x×*]\s?\d{1,2}(?:\.\d{1,2})?\s?)"
            r"{0,2}(?:mm|cm|毫米|厘米))(?![a-z])"
        ),
        0.6,
        (
            "nodule",
            "tumor",
            "tumour",
            "cyst",
            "polyp",
            "fibroid",
            "lesion",
            "ultrasound",
            "结节",
            "囊肿",
            "肌瘤",
            "息肉",
            "肿瘤",
            "结石",
            "超声",
            "病灶",
            "占位",
            "肿块",
        ),
    ),
    Rule(
        "pregnancy",
        HEALTH,
        compiled(
            r"\b(?P<v>\d{1,2} (?:weeks|months)(?: and \d days?)? (?:pregnant|postpartum|along)"
            r")\b"
        ),
        0.8,
        ("pregnant", "postpartum", "along"),
    ),
    Rule(
        "pregnancy",
        HEALTH,
        compiled(
            r"(?P<v>(?:怀孕|备孕|(?<![避备怀])孕|妊娠|产后)\s?(?:了|第)?\s?\d{1,2}\s?(?:周|个月|"
            r"月))"
        ),
        0.8,
        ("孕", "妊娠", "产后"),
    ),
    Rule(
        "blood-type",
        HEALTH,
        compiled(
            r"(?:\bblood type(?: is|:)?|血型(?:是|为|:)?)\s?(?P<v>(?:rh[- ]?(?:negative|"
            r"positive|阴性|阳性) )?(?:ab|a|b|o)(?:型|[+-]| positive| negative)?(?:rh阴性|"
            r"rh阳性)?)(?![a-z])"
        ),
        0.75,
        ("blood type", "血型"),
    ),
    Rule(
        "diagnosis",
        HEALTH,
        compiled(
            r"\b(?:diagnosed (?:with|as(?: having)?)|suffer(?:s|ing|ed)? from|allergic to|"
            r"allergy to|history of|tested positive for|recovering from|living with|treated "
            r"for|treatment for|being treated for|medication for|surgery for|intolerant to)"
            r"(?: an?| my| the| some)? (?P<v>[a-z][a-z0-9'’-]{2,24}(?: (?!and\b|in\b|since\b|"
            r"for\b|but\b|so\b|last\b|this\b|at\b|when\b|by\b|after\b|i\b|which\b|that\b|my\b|"
            r"with\b|from\b|about\b|or\b|is\b|was\b|because\b|as\b|over\b|while\b|to\b|has\b|"
            r"have\b|on\b|if\b|he\b|she\b|we\b|the\b|a\b|two\b|three\b)[a-z0-9'’-]{2,20})"
            r"{0,3})"
        ),
        0.65,
        (
            "diagnosed",
            "suffer",
            "allerg",
            "history of",
            "positive for",
            "recovering",
            "living with",
            "treat",
            "medication for",
            "surgery for",
            "intolerant",
        ),
        accept=lambda v: v.split()[0] not in _VAGUE,
    ),
    Rule(
        "diagnosis",
        HEALTH,
        compiled(
            r"(?:确诊(?:为|了|患有|患)?|诊断(?:为|出|是)|诊断出患?有?|患有|患上了?|"
            r"(?<![获取觉记显懂晓使值舍懒难])得了|查出来?(?:是|有|了|患有)?|检查出(?:有|了)?|检出)"
            r"(?:一种|了|的)?\s?(?P<v>[\u4e00-\u9fffA-Za-z0-9-]{2,16}?(?:[（(][A-Za-z0-9 "
            r"-]{2,20}[）)])?)(?=[，。,.；;！!？?、\s]|的|并|，|后|和|，医生|$)"
        ),
        0.7,
        ("确诊", "诊断", "患有", "患上", "得了", "查出", "检查出", "检出"),
        accept=lambda value: value not in _VAGUE,
    ),
    Rule(
        "allergy",
        HEALTH,
        compiled(
            r"(?<![绝相反针面应核校派作])对(?P<v>[\u4e00-\u9fffA-Za-z]{1,10}?(?:严重|轻度|有点|"
            r"有些)?过敏)"
        ),
        0.75,
        ("过敏",),
    ),
)
