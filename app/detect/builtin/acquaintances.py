"""People by their part in one's life: "my sous chef Lucjan", "a boy called Tyrell", 合伙人老贺.

The relations that everybody has are in `people_words`; what people do for each other has no end, so
here the form of the word tells: a carer, a foreman, a stepdad, one's co-pilot.
"""

from app.detect.builtin.names import RELATED, THIRD
from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.people_words import RELATIONS_ZH, SURNAMES_ZH
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_NAME = rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
# One who does something, and no thing or time.
_DOER = (
    r"(?!computer|printer|router|scanner|server|browser|number|order|dinner|summer|winter|"
    r"september|october|"
    r"november|december|center|paper|letter|water|monitor|motor|charger|trailer|sweater|"
    r"newsletter|folder|"
    r"calendar|tractor|car\b|scooter|blender|mixer|cooker|freezer|speaker|player|tracker|"
    r"controller|adapter|"
    r"super|easter|other|another|under|over|after|ever|never|every|poor|outdoor|indoor|major|"
    r"minor|favor|colou?r|"
    r"honou?r|weather|whether|matter|chapter|cover|corner|layer|offer|power|quarter|shower|tower|"
    r"user|"
    r"current|recent|different|important|present|parent|event|moment|apartment|student|"
    r"restaurant|account|"
    r"department|appointment|government|payment|treatment|agreement|document|argument|assignment|"
    r"environment|equipment|experiment|investment|movement|statement|supplement|tournament|list|"
    r"artist\b|"
    r"playlist|checklist|wishlist|german|roman|human|woman|man\b)"
    r"(?:[a-z]{3,14}(?:er|or|ist|ian|mate|man|woman|keeper)|(?:sous |head |pastry )?chef|nurse|"
    r"intern|vet|"
    r"step(?:dad|mum|mom|son|daughter|brother|sister)|carer|co-?pilot|captain|sergeant|"
    r"lieutenant|apprentice|"
    r"trainee|aide|au pair|guide|judge|pastor|vicar|priest|imam|rabbi|neighbou?r|boss|bully|"
    r"fling|date|pal|"
    r"mate|buddy|mechanic|medic|paramedic|consultant|assistant|accountant|sergeant|commandant|"
    r"tenant|client|"
    r"student|parent|pupil|godchild|foster child|dog walker|groomer|bookie|barber|plumber)"
)
_OF = (
    r"(?:\b(?i:my|our|his|her|their)\b|\b[Mm]um['’]s|\b[Mm]om['’]s|\b[Dd]ad['’]s|\b[Gg]ran['’]s|"
    r"\b[Tt]he kids['’])"
)
# A brand or a nation after the word is nobody: "my printer Canon", "my trainer Adidas".
_FOLLOWS = (
    r"(?=[,.;:!?)\n\"”]|$|['’]s\b| (?:is|was|has|had|wants?|says?|said|told|keeps?|kept|will|"
    r"would|and|who|just|"
    r"never|always|isn['’]t|doesn['’]t|wo|gets?|got|left|asked|asks|thinks?|needs?|moved|quit|"
    r"died|lives|works|"
    r"can|could|might|took|came|goes|went|wrote|sent|called|also|with|from|at|in|for|to|about|"
    r"on|[a-z]{3,12}ed)\b)"
)
_NO_NAMES = frozenset(
    ("And", "April", "August", "But", "CEO", "Can", "Christmas", "December", "Dr", "Easter",
     "English", "Excel", "February", "French", "Friday", "German", "God", "Google", "HR", "How",
     "I", "I'm", "If", "Is", "I’m", "January", "July", "June", "March", "May", "Monday", "Mr",
     "Mrs", "Ms", "My", "Netflix", "November", "October", "Please", "Saturday", "September",
     "Should", "Slack", "Spanish", "Spotify", "Sunday", "Teams", "The", "Thursday", "Tuesday",
     "Wednesday", "What", "When", "Why", "Zoom")
)  # fmt: skip


def _named(value: str) -> bool:
    return value.split(maxsplit=1)[0] not in _NO_NAMES


_NICK_ZH = (
    rf"(?:[老小阿大][{SURNAMES_ZH}](?![{SURNAMES_ZH}板师婆公人家时])|"
    rf"(?P<twice>(?![讲说看想聊谈问听试听读写爸妈])[\u4e00-\u9fff])(?P=twice))"
)
_AFTER_NICK_ZH = (
    r"(?=[，,。！？、；\s]|闹|说|跟|和|要|想|不|在|是|又|老|把|给|让|被|的|没|刚|总|也|上|今年|离|"
    r"今|结婚|吵|$)"
)
_TITLE_ZH = r"(?:教授|老师|医生|经理|总监?|先生|女士|小姐|博士|律师|教练|导师|主管|同学)"
RULES = (
    Rule(
        "related-name",
        THIRD,
        compiled(
            rf"{_OF} (?:(?:new|old|former|ex|young|lovely|awful|favourite|night|head|late|"
            rf"own)[- ])?(?:[a-z-]{{3,12}} )?"
            rf"{_DOER},? (?P<v>{_NAME}){_FOLLOWS}"
        ),
        0.65,
        (
            "dad's ",
            "dad’s ",
            "gran's ",
            "gran’s ",
            "her ",
            "his ",
            "mom's ",
            "mom’s ",
            "mum's ",
            "mum’s ",
            "my ",
            "our ",
            "the kids' ",
            "the kids’ ",
            "their ",
        ),
        cased=True,
        accept=_named,
    ),
    Rule(
        "called-name",
        THIRD,
        compiled(
            r"\b(?=[bgmwlkcspfdtn])(?:boy|girl|guy|man|woman|lady|bloke|kid|child|lad|someone|"
            r"somebody|colleague|person|student|friend|baby|dude|chap|teacher|nurse|doctor|"
            rf"tenant|neighbou?r)s? (?:called|named|by the name of) (?P<v>{_NAME})"
        ),
        0.75,
        ("called", "named", "by the name"),
        cased=True,
        unless=compiled(
            r"\b(?:story|tale|novel|dialogue|poem|film|character|fiction|imagine|"
            r"write (?:me )?an?)\b"
        ),
        accept=_named,
    ),
    Rule(
        "called-name",
        THIRD,
        compiled(
            rf"\b(?i:his|her|their|the baby['’]s|boyfriend['’]s|girlfriend['’]s|"
            rf"boss['’]s) name(?:['’]s| is| was) (?P<v>{_NAME})"
        ),
        0.75,
        ("name",),
        cased=True,
        accept=_named,
    ),
    Rule(
        "related-name",
        RELATED,
        compiled(
            r"\b(?i:my|our) (?:(?:two|three|four|twin|best|old|new|younger|older|"
            r"lovely) )?(?:twins|flatmates|housemates|"
            r"roommates|friends|kids|boys|girls|sons|daughters|brothers|sisters|cousins|cats|"
            r"children|grandkids|nephews|"
            rf"nieces|colleagues),? (?P<v>{CAPITALISED})(?=(?:, {CAPITALISED})*,? and "
            rf"{CAPITALISED})"
        ),
        0.75,
        (" and ",),
        cased=True,
        accept=_named,
    ),
    Rule(
        "related-name",
        RELATED,
        compiled(
            r"\b(?i:my|our) (?:(?:two|three|four|twin|best|old|new|younger|older|"
            r"lovely) )?(?:twins|flatmates|housemates|"
            r"roommates|friends|kids|boys|girls|sons|daughters|brothers|sisters|cousins|cats|"
            r"children|grandkids|nephews|"
            rf"nieces|colleagues),? {CAPITALISED}(?:, {CAPITALISED})*,? and (?P<v>{CAPITALISED})"
        ),
        0.75,
        (" and ",),
        cased=True,
        accept=_named,
    ),
    Rule(
        "related-name",
        RELATED,
        compiled(rf"(?<![\w'’])(?P<v>{CAPITALISED}) \((?i:my|our) [a-z -]{{3,24}}\)"),
        0.75,
        ("(my", "(our"),
        cased=True,
        accept=_named,
    ),
    Rule(
        "related-name",
        RELATED,
        compiled(
            rf"(?:{RELATIONS_ZH}|二胎|老大|老二|大宝|二宝|小宝|前任|相亲对象|合租的|带教|"
            rf"师傅)(?:叫|是|，|"
            rf",)?\s?(?P<v>{_NICK_ZH})"
            rf"{_AFTER_NICK_ZH}"
        ),
        0.7,
    ),
    Rule(
        "related-name",
        RELATED,
        compiled(
            r"(?:二胎|老大|老二|大宝|二宝|小宝|儿子|女儿|闺女|孙子|孙女|宝宝|我家猫|"
            r"我家狗)(?:小名)?(?:叫|,|，)?"
            r"(?P<v>(?![这那他她你我的今很不也都最说要想有是在上初高大小刚才已快考生发又从被把给"
            r"跟和对总一二三四五六七八九十两几])"
            r"[\u4e00-\u9fff]{2})(?=刚满|上(?:幼儿园|小学|初[一二三]|高[一二三]|大[一二三四])|"
            r"今年|[一二三四五六七八九十\d]{1,2}岁|"
            r"出生|满月|周岁|生病)"
        ),
        0.65,
        (
            "二宝",
            "二胎",
            "儿子",
            "大宝",
            "女儿",
            "孙女",
            "孙子",
            "宝宝",
            "小宝",
            "我家狗",
            "我家猫",
            "老二",
            "老大",
            "闺女",
        ),
    ),
    Rule(
        "titled-name",
        THIRD,
        compiled(rf"(?P<v>{CAPITALISED}(?:[ ·]{CAPITALISED})?{_TITLE_ZH})"),
        0.75,
        (
            "教授",
            "老师",
            "医生",
            "经理",
            "总",
            "先生",
            "女士",
            "小姐",
            "博士",
            "律师",
            "教练",
            "导师",
            "主管",
            "同学",
        ),
        cased=True,
    ),
)


def acquaintances() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
