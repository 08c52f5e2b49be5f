"""Health as people tell it: a fever that hit 39.6, a stone of 6 mm, eyes of -7.25."""

from app.detect.builtin.health_values import HEALTH
from app.detect.builtin.patterns import compiled, starts
from app.detect.builtin.people_words import RELATIONS_EN
from app.detect.builtin.recogniser import Rule, RuleRecogniser

# Nobody is in the line whom a finding could be about.
NOBODY = compiled(
    rf"^(?!.*(?:\b(?:i|i['’]\w{{1,2}}|im|ive|my|me|mine|we|our|us|he|she|his|her|him|{RELATIONS_EN})\b))"
)
# A line in which nobody speaks of themselves.
NOT_ME = compiled(r"^(?!.*\b(?:i|i['’]\w{1,2}|my|me|we|our)\b)")
# A question about medicine, and nobody in it.
ASKED = compiled(rf"{NOBODY.pattern}.*\b(?:difference between|explain|how common)\b")
_NUMBER = r"\d{1,4}(?:\.\d{1,2})?"
_ORGANS = (
    r"(?:vocal cord|thyroid|lung|breast|ovarian|ovary|kidney|gall ?bladder|gall|liver|uterine|"
    r"prostate|bone|"
    r"skin|brain|colon|nasal|heel|lymph|pituitary|adrenal|spinal|bladder|pancreatic|cervical|"
    r"testicular)"
)
_GROWTHS = (
    r"(?:nodules?|stones?|cysts?|polyps?|fibroids?|spurs?|tumou?rs?|cancer|lesions?|mass|lumps?|"
    r"shadow|aneurysm)"
)
_DAY = (
    r"(?:the \d{1,2}(?:st|nd|rd|th)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} [a-z]{3,9}|"
    r"[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)"
)
_TESTS_ZH = (
    r"(?:黄疸|胆红素|尿蛋白|尿糖|尿潜血|潜血|隐血|抗体|滴度|眼压|骨龄|血氧|转氨酶|肌酐|孕酮|hcg|"
    r"amh|tsh|血糖|血压|"
    r"血脂|尿酸|血小板|白细胞|血红蛋白|肿瘤标志物|ca\d{2,3}|hpv\s?\d{0,2}|幽门螺杆菌|乙肝|结核|"
    r"梅毒|hiv)"
)
_DEPARTMENTS_ZH = (
    r"(?:神经内科|神经外科|心内科|心外科|心血管内?科|消化内?科|妇科|产科|妇产科|儿科|骨科|精神科|"
    r"心理科|皮肤科|肿瘤科|内分泌科|泌尿外?科|"
    r"呼吸内?科|眼科|耳鼻喉科|口腔科|肛肠科|风湿免疫科|血液科|肾内科|生殖科|生殖中心|康复科|"
    r"疼痛科|男科|乳腺外?科|胸外科|普外科|感染科|"
    r"甲乳外科|睡眠门诊|睡眠科)"
)
RULES = (
    Rule(
        "condition",
        HEALTH,
        compiled(
            r"(?P<v>(?:[腰颈胸lct]\d{0,2}\s?[/-]\s?[lsct]?\d\s?)?(?:腰椎|颈椎|"
            r"胸椎)?椎间盘(?:突出|膨出|脱出)|(?:左耳|"
            r"右耳|双耳)?"
            r"听力(?:下降|损失|丧失)(?:了)?(?:\s?\d{1,3}分贝)?|脊柱侧弯\d{1,2}度)"
        ),
        0.7,
        ("椎间盘", "听力", "脊柱侧弯"),
    ),
    Rule(
        "diagnosis",
        HEALTH,
        compiled(
            r"(?:诊断|确诊)(?:我|他|她|说我|说是|我妈|我爸)(?:是|为|有|得了)?(?P<v>[\u4e00-\u9fff"
            r"]{3,12}?)(?=[，,。；！？"
            r"\s]|$)"
        ),
        0.65,
        ("诊断", "确诊"),
    ),
    Rule(
        "body-value",
        HEALTH,
        compiled(
            r"(?:量表|评分|测评|自评|sas|sds|phq-?9|gad-?7|hamd)(?:的)?(?:得分|评分|分数|"
            r"总分)?(?:是|为|有|[:： ]){0,2}"
            r"(?P<v>\d{1,3}\s?分)"
        ),
        0.7,
        ("量表", "评分", "测评", "自评", "sas", "sds", "phq", "gad", "hamd"),
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            rf"(?:挂了?|看了?|转(?:到|去)?|约了?|去|在|复查|住进了?)(?:的|"
            rf"了)?(?P<v>(?:[\u4e00-\u9fff]{{2,6}}医院的?)?{_DEPARTMENTS_ZH})"
            r"(?!医生|护士|实习|工作|上班|主任|博士|规培)"
        ),
        0.6,
        ("科", "门诊", "生殖中心"),
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"(?:做了?|做过|刚做完|准备做|在做)[\u4e00-\u9fff\d]{0,4}?(?P<v>试管(?:婴儿|移植)?|"
            r"人流|药流|引产|取卵|促排|移植)"
        ),
        0.7,
        ("试管", "人流", "药流", "引产", "取卵", "促排", "移植"),
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"(?P<v>(?:甲状腺|胆囊|子宫|乳腺|阑尾|扁桃体|脾|肾|肺叶?|胃|卵巢|前列腺|肿瘤|结节|"
            r"息肉)(?:全|部分|次全|大部)?切除(?:术|手术)?)"
        ),
        0.7,
        ("切除",),
    ),
    Rule(
        "allergy",
        HEALTH,
        compiled(
            r"过敏[原源](?:检测)?(?:是|有|为|包括|查出|[:：])(?P<v>[\u4e00-\u9fff、]{2,16}?)(?=["
            r"，,。；！？\s]|$)"
        ),
        0.7,
        ("过敏",),
    ),
    Rule(
        "sobriety",
        HEALTH,
        compiled(
            r"\b(?:i|i['’]ve|he|she|he['’]s|she['’]s)\b[^.?!\n]{0,16}?\b(?P<v>(?:sober|"
            r"clean) (?:for|since) (?:\w+ (?:days|"
            r"weeks|months|years)|(?:19|20)\d\d|[a-z]{3,9}))\b"
        ),
        0.65,
        ("sober", "clean"),
    ),
    Rule(
        "body-value",
        HEALTH,
        compiled(
            r"\b(?:fever|temp(?:erature)?)\b[^.\n]{0,24}?\b(?:hit|of|at|was|is|reached|up to|to|"
            r"now|:) ?"
            r"(?P<v>(?:(?:3[5-9]|4[0-2])(?:[.,]\d)?|10\d(?:\.\d)?)(?: ?°? ?[cf]\b)?)(?![\w]|[.,]\d)"
        ),
        0.7,
        ("fever", "temp"),
        unless=NOBODY,
    ),
    Rule(
        "body-value",
        HEALTH,
        compiled(
            r"(?:烧到了?|发烧|高烧|低烧|体温|烧了?)[^。，,\n\d]{0,4}(?P<v>(?:3[5-9]|"
            r"4[0-2])(?:度\d?|\.\d度?|℃))"
            r"(?!以[上下])"
        ),
        0.75,
        ("烧", "体温"),
    ),
    Rule(
        "body-value",
        HEALTH,
        compiled(
            r"\b(?=[pbgoshfwceiv])(?:peak flow|blood sugar|glucose|bp|blood pressure|sats|oxygen|"
            r"heart rate|pulse|"
            r"psa|a1c|"
            r"ferritin|platelets|haemoglobin|hemoglobin|cholesterol|white cells?|creatinine|egfr|"
            r"inr|"
            r"viral load|hcg|iron|potassium)\b(?: [a-z]{2,9}){1,3}? (?:at |of |to |around |about )?"
            rf"(?P<v>{_NUMBER}(?: ?/ ?\d{{2,3}})?)(?![\w]|[.,]\d| ?(?:times|days?|weeks?|months?|"
            rf"years?|am|pm|"
            r"hours?|minutes|people|%|am\b)|th|st|nd|rd)"
        ),
        0.55,
        unless=NOBODY,
    ),
    Rule(
        "body-value",
        HEALTH,
        compiled(
            r"\b(?P<v>\d{1,3} (?:apn(?:o)?eas?|seizures?|migraines?|panic attacks|attacks|"
            r"episodes|fits|flare-?ups)"
            r"(?: (?:an|per|a|every) (?:hour|night|day|week|month|year))?)\b"
        ),
        0.6,
        ("apn", "seizure", "migraine", "attacks", "episodes", "fits", "flare"),
        unless=NOBODY,
    ),
    Rule(
        "body-value",
        HEALTH,
        compiled(
            rf"{starts(_TESTS_ZH[3:-1])}(?<![a-z0-9])(?P<v>{_TESTS_ZH}(?:值|数值|水平|"
            rf"指数)?(?:是|为|高达|到了?|有|偏高|"
            rf"呈)?\s?(?:\d{{1,4}}(?:\.\d{{1,2}})?(?![\d年月日号岁]|\.\d)|"
            r"[一二三四两1-4]个?加号?|\d?\+{1,4}|弱?阳性|大三阳|小三阳))"
        ),
        0.75,
    ),
    Rule(
        "condition",
        HEALTH,
        compiled(
            r"(?P<v>(?:甲状腺|乳腺|肺部?|肝|肾|胆囊?|子宫|卵巢|前列腺|鼻|声带|肠)?(?:结节|囊肿|"
            r"息肉|肌瘤)\s?[1-6一二三四]"
            r"[abc]?[类级](?:[，,]?\s?\d{1,2}(?:\.\d{1,2})?(?:厘米|毫米|cm|mm|公分))?)"
        ),
        0.8,
        ("结节", "囊肿", "息肉", "肌瘤"),
    ),
    Rule(
        "symptom",
        HEALTH,
        compiled(
            r"(?:月经|大姨妈|例假|姨妈)(?:都|已经|有)?(?P<v>(?:[一二两三四五六七八九十半]{1,2}|"
            r"\d{1,2})个?(?:多)?(?:月|周|星期|"
            r"天)(?:多)?"
            r"(?:了)?(?:没|不)来|推迟了?(?:[一二两三四五六七八九十半]{1,2}|\d{1,2})(?:多)?天?)"
        ),
        0.7,
        ("月经", "姨妈", "例假"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(
            r"(?P<v>左眼\s?[\d.]{2,4}度?[，,、 ]?右眼\s?[\d.]{2,4}度?|"
            r"[左右]眼\s?(?:近视)?\d{3,4}度?)"
        ),
        0.7,
        ("左眼", "右眼"),
    ),
    Rule(
        "body-size",
        HEALTH,
        compiled(
            r"\b(?:eyes|eyesight|prescription|lenses|vision|left eye|right eye)\b[^.\n]{0,16}? "
            r"(?P<v>[-+]\d{1,2}(?:\.\d{1,2})?(?:(?: and |, ?|"
            r" ?/ ?)[-+]\d{1,2}(?:\.\d{1,2})?)?)(?!\w)"
        ),
        0.7,
        ("eye", "prescription", "lenses", "vision"),
    ),
    Rule(
        "dose",
        HEALTH,
        compiled(
            r"(?P<v>从?\d{1,4}(?:\.\d)?\s?(?:毫克|mg|片|粒)(?:加|减|涨|降|调|"
            r"改)(?:量)?到\s?\d{1,4}(?:\.\d)?\s?(?:毫克|mg|片|粒)"
            r"|(?<=from )\d{1,4}(?:\.\d)?(?: ?mg)? to \d{1,4}(?:\.\d)? ?mg\b)"
        ),
        0.7,
        ("毫克", "mg", "片", "粒"),
    ),
    Rule(
        "lesion-size",
        HEALTH,
        compiled(
            rf"\b(?P<v>(?:an? )?\d{{1,3}}(?:\.\d)? ?(?:mm|cm) (?:{_ORGANS} )?{_GROWTHS}(?: (?:in|"
            rf"on) (?:my|his|her|the) "
            r"(?:left |right |lower |upper )?[a-z]{3,12})?)\b"
        ),
        0.8,
        ("mm", "cm"),
    ),
    Rule(
        "condition",
        HEALTH,
        compiled(rf"\b(?P<v>{_ORGANS} {_GROWTHS})\b"),
        0.65,
        unless=NOBODY,
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"\b(?:see|sees|seeing|saw|with|to|my|his|her) (?:an? |my |the |his |"
            r"her )?(?P<v>(?:trauma|grief|family|"
            r"couples|addiction|sex|art|speech|occupational|cbt|mental health|eating disorder|"
            r"child|drug and alcohol)"
            r" (?:therapist|counsel+or|psychologist|specialist|nurse|clinic|team))\b"
        ),
        0.65,
        ("therapist", "counsel", "psycholog", "specialist", "nurse", "clinic", "team"),
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"\b(?:i|i['’]ve|he|she|who|my (?:\w+ )?\w+)(?: had| have| has)? (?:was|been|got|"
            r"were) (?P<v>sectioned|"
            r"hospitali[sz]ed|institutionali[sz]ed|put on suicide watch|"
            r"admitted to (?:the )?(?:psych(?:iatric)?|icu|"
            r"rehab|hospital)[a-z ]{0,8})\b"
        ),
        0.65,
        ("sectioned", "hospital", "institution", "suicide watch", "admitted"),
    ),
    Rule(
        "loss",
        HEALTH,
        compiled(
            r"\b(?:lost|losing|miscarried|miscarriage)\b[^.?!\n]{0,40}? at (?P<v>\d{1,2} weeks)\b"
        ),
        0.75,
        ("weeks",),
    ),
    Rule(
        "treatment",
        HEALTH,
        compiled(
            r"\b(?:waiting for|i have|have|having|had|booked (?:in )?for|scheduled for|before|"
            r"after|my|his|her) "
            r"(?:an?|the|my|his|her)? ?(?P<v>(?:[a-z]{4,12} )?(?:biopsy|mammogram|colonoscopy|"
            r"endoscopy|mri|ct scan|"
            rf"pet scan|smear test|amniocentesis|lumbar puncture)(?: (?:on|this|next) {_DAY})?"
            r"(?:, (?:left|right) [a-z]{3,10})?)(?!\w)"
        ),
        0.6,
        ("biopsy", "mammogram", "oscopy", "mri", "scan", "smear", "amnio", "puncture"),
        unless=NOBODY,
    ),
)


def readings() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
