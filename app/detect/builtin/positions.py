"""What somebody is and where, told in passing: "a nurse at Marlstone General", "28, male"."""

from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.people_words import RELATIONS_EN
from app.detect.builtin.personal import BACKGROUND
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.work import COMPANY, JOB

_H = r"\u4e00-\u9fff"
_FIRM = (
    rf"(?:[Tt]he )?{CAPITALISED}(?: (?:{CAPITALISED}|&|and|of|[A-Z]{{2,4}})){{0,3}}"
    r"(?<! and)(?<! of)(?<! &)"
)
_NO_FIRMS = frozenset(
    ("April", "August", "Christmas", "Dad", "December", "Diwali", "Earth", "Easter", "English",
     "Excel", "February", "French", "Friday", "German", "God", "Halloween", "I", "It", "January",
     "July", "June", "March", "May", "Monday", "Mum", "No", "November", "October", "Python",
     "Ramadan", "Saturday", "September", "Spanish", "Sunday", "Teams", "Thanksgiving", "That",
     "The", "This", "Thursday", "Tuesday", "Wednesday", "Zoom")
)  # fmt: skip
# A school is found as one.
_SCHOOLS = frozenset(
    ("University", "College", "School", "Academy", "Institute", "High", "Primary", "Elementary")
)
# How the words for those who do something end.
_DOERS = (
    "er", "or", "ist", "ian", "ant", "man", "woman", "lead", "head", "partner", "chef", "nurse",
    "mate", "captain", "president", "clerk", "principal", "director", "foreman", "sergeant",
    "corporal", "treasurer", "secretary",
)  # fmt: skip


def firm(value: str) -> bool:
    """Say whether a capitalised value can be the name of a firm, a school, a town."""
    words = value.removeprefix("the ").removeprefix("The ").split()
    return bool(words) and words[0] not in _NO_FIRMS and _SCHOOLS.isdisjoint(words)


_SELF = (
    rf"(?:\b[Ii](?:['’](?:m|ve|d))?\b|\b[Mm]y (?:\w+ )?(?:{RELATIONS_EN})\b|\b(?:[Hh]e|"
    rf"[Ss]he)(?:['’]s)?\b|"
    r"\b[Ww]e(?:['’]re|['’]ve)?\b)"
)
_END_ZH = r"(?=[，,。！？；、\s]|$)"
_ORG_ZH = (
    r"(?:人民医院|中医院|医院|诊所|公司|集团|银行|中学|小学|大学|幼儿园|学校|事务所|派出所|工厂|"
    r"电厂|超市|酒店|出版社|研究所|研究院|法院|检察院|税务局|公安局|支队|营|连|旅|电梯|物流|科技|"
    r"传媒|电子|制药|食品|建筑|工程队|车间|工地)"
)
JOB_TAIL_ZH = (
    r"(?:护士|医生|老师|教师|司机|会计|出纳|程序员|工程师|销售|客服|保安|保洁|厨师|服务员|经理|"
    r"主管|助理|文员|前台|电工|焊工|钳工|木工|"
    r"安装工|维修工|工人|普工|班长|组长|店长|店员|导购|快递员|外卖员|骑手|律师|翻译|编辑|记者|"
    r"设计师|分析师|通信兵|炊事员|排长|连长|"
    r"船员|大副|二副|水手|乘务员|空姐|列车员|检票员|实习生|辅导员|班主任|教练|社工|民警|辅警|"
    r"法官|书记员|公务员|药剂师|麻醉师|检验师|技师|"
    r"康复师|营养师|化验员|质检员|仓管|库管|采购|策划|运营|产品|测试|运维|开发|架构师|会计师|"
    r"审计|税务师|保姆|月嫂|育儿嫂|护工)"
)
RULES = (
    Rule(
        "employer",
        COMPANY,
        compiled(
            rf"{_SELF}[^.?!\n]{{0,60}}?\b(?:er|[a-z]{{2,14}}(?:er|or|ist|ian|ant|man|woman|ect)|"
            rf"nurse|chef|clerk|intern|vet|"
            r"mechanic|pilot|apprentice|trainee|guard|tech|lead|head of [a-z]+|analyst|officer|"
            r"captain|mate|tanker|kitchen|"
            rf"shifts?|job|role|position|internship|placement|work(?:s|ed|ing)?|started|"
            rf"used to be|shop|floor|team|desk) "
            rf"(?:at|for|with) (?P<v>{_FIRM})(?![\w'’])"
        ),
        0.55,
        (" at ", " for ", " with "),
        cased=True,
        accept=firm,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"\b(?:laid off|fired|let go|made redundant|quit my job|resigned|retired|retiring|"
            r"furloughed|poached|hired|headhunted)"
            rf" (?:from|at|by) (?P<v>{_FIRM})(?![\w'’])"
        ),
        0.6,
        (
            "laid off",
            "fired",
            "let go",
            "redundant",
            "quit",
            "resign",
            "retir",
            "furlough",
            "poach",
            "hired",
            "headhunt",
        ),
        cased=True,
        accept=firm,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"\b(?:employer|employers|company|firm|startup|shop|business|restaurant|practice|"
            r"agency|garage|bakery|clinic)"
            rf"(?:['’]s)?,? (?:is |is called |called |named |was )(?P<v>{_FIRM})"
        ),
        0.65,
        ("is ", "called", "named", "was "),
        cased=True,
        accept=firm,
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            rf"{_SELF} (?:just |recently |finally )?(?:been |got |was |were )?(?:made|"
            rf"promoted to|named|appointed|elected|hired as|"
            r"taken on as) (?:an? |the )?(?P<v>(?!up\b|it\b|to\b|by\b|my\b|redundant|aware|"
            r"sure)[a-z]{3,14}(?: (?!on\b|at\b|in\b|with\b|"
            r"for\b|of\b|last\b|this\b|and\b|but\b|by\b)[a-z]{3,14}){0,2})(?=[,.;!?]|$| (?:on|at|"
            r"in|with|for|of|last|this|and|but)\b)"
        ),
        0.55,
        ("made", "promoted", "appointed", "elected", "hired", "taken on"),
        cased=True,
        accept=lambda value: value.split()[-1].endswith(_DOERS) and not value.endswith("list"),
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(
            r"(?<![\w.$€£-])(?P<v>[1-9]\d)(?=(?: ?, ?| )(?:male|female|woman|man|nonbinary|"
            r"non-binary|trans)\b(?! ?[:/]))"
        ),
        0.6,
        ("male", "man", "binary", "trans"),
        accept=lambda value: value.isdigit(),
        unless=compiled(r"\b(?:km|size|cm|kg)\b"),
    ),
    Rule(
        "gender",
        BACKGROUND,
        compiled(
            r"(?:\bme: ?|^|[,;(] ?)(?:\d{1,2}(?: ?y/?o)?,? ?)(?P<v>(?:fe)?male|woman|man|"
            r"non-?binary)\b(?= ?[,;.)])"
        ),
        0.6,
        ("male", "man", "binary"),
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"\b(?:[a-z]{{3,14}}(?:er|or|ist|ian|ant|man|woman)|nurse|chef|student|family|mum|"
            rf"dad|mother|father|girl|guy|widow) from "
            rf"(?P<v>{CAPITALISED}(?: {CAPITALISED})?)(?=,? (?:living|working|based|studying|now|"
            rf"who|and i\b|trying)|,)"
        ),
        0.5,
        ("from",),
        cased=True,
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            rf"{_SELF}(?: am|['’]m)?(?: currently| now| just| also)? (?:stud(?:y|ies|ied|ying)|"
            rf"read(?:ing)?|major(?:ing|ed)? in|"
            r"do(?:ing)? (?:a|my) (?:degree|masters?|phd|ba|bsc|"
            r"msc) in) (?P<v>[a-z][a-z-]{3,16}(?: (?!at\b|in\b|for\b|and\b|with\b|"
            r"on\b|to\b|all\b|every\b|because\b|hard\b|but\b)[a-z]{3,14}){0,2})(?= (?:at|"
            r"in) (?:the )?[A-Z])"
        ),
        0.6,
        ("stud", "read", "major", "degree", "master", "phd", "ba", "bsc", "msc"),
        cased=True,
    ),
    Rule(
        "class",
        BACKGROUND,
        compiled(
            r"\b(?:in|starts?|starting|into|repeats?|repeating|teach(?:es|ing)?|finished|"
            r"finishing) (?P<v>(?:year|grade|class|form) "
            r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)|(?:first|second|third|"
            r"fourth|fifth|sixth|seventh|"
            r"eighth|ninth|tenth|eleventh|twelfth) grade|sixth form)\b"
        ),
        0.6,
        ("year", "grade", "class", "form"),
        unless=compiled(r"^(?!.*\b(?:i|i['’]\w{1,2}|my|our|he|she|his|her)\b)"),
    ),
    Rule(
        "class",
        BACKGROUND,
        compiled(
            r"(?:我|我们|孩子|儿子|女儿|闺女|弟弟|妹妹|石头|娃|[，,。]|^)(?:今年|现在|刚|在|才|"
            r"是)?(?:[上读念]|升|开学)?(?:了)?"
            r"(?P<v>[初高大研][一二三四](?![月年个天日号班次手家会])|(?:小学)?[一二三四五六]年级)"
            r"(?=学生|的?学生|[，,。！？\s]|叛逆|了|"
            r"下学期|上学期|$)"
        ),
        0.6,
    ),
    Rule(
        "birth-date",
        BACKGROUND,
        compiled(
            r"(?:我|他|她|本人|老公|老婆|女朋友|男朋友)[是:]?(?P<v>(?:19|"
            r"20)?\d{2}年)(?=的(?:[，,。！？\s]|$)|生|出生|属)"
        ),
        0.7,
        ("年",),
    ),
    Rule(
        "gender",
        BACKGROUND,
        compiled(r"(?:本人|我)[，,:：]?\s?(?P<v>[男女])(?=[，,、；\s]|\d)"),
        0.65,
        ("男", "女"),
    ),
    Rule(
        "marital",
        BACKGROUND,
        compiled(
            r"(?:我|本人|[男女岁][，,、 ]|[，,] ?)[^。，,\n]{0,3}?(?P<v>未婚(?!夫|妻|先)|离异|"
            r"离过婚|已婚|丧偶|单亲妈妈|"
            r"单亲爸爸)(?=[，,。！？\s]|带|多年|[一二三]年|$)"
        ),
        0.6,
        ("婚", "离异", "丧偶", "单亲"),
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            rf"(?:我|本人|他|她|老公|老婆|男朋友|女朋友|爸|妈|哥|姐|弟|妹|刚入伍[，,])[{_H}]"
            rf"{{0,4}}?(?:是|在|"
            rf"于)(?P<v>(?![这那一某些家的])[{_H}A-Za-z]{{2,12}}?{_ORG_ZH})"
            rf"(?:的[{_H}]{{0,6}}?{JOB_TAIL_ZH}|(?:做|当|干|任|上班|打工|实习|值班|开车|跑业务))"
        ),
        0.65,
        ("于", "在", "是"),
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            rf"(?:我|本人|他|她|老公|老婆|男朋友|女朋友|公司|单位|店里|厂里|{_ORG_ZH})(?:是)?["
            rf"{_H}]{{0,14}}?(?:的|是|做|当|干|"
            rf"任|公司|单位)"
            rf"(?P<v>(?![的这那一个])[{_H}]{{0,4}}?{JOB_TAIL_ZH}){_END_ZH}"
        ),
        0.6,
        ("任", "做", "公司", "单位", "干", "当", "是", "的"),
    ),
    Rule(
        "username",
        "Account ID/Username",
        compiled(
            r"(?:微博|抖音|b站|小红书|知乎|豆瓣|游戏|网易云|快手|贴吧)(?:账号|用户)?(?:名字?|"
            r"昵称|id|号)?(?:叫|是|：|:)"
            r"[“\"「]?(?P<v>[\u4e00-\u9fffa-z0-9_·]{2,16}?)(?=[，,。；”\"」\s]|$)"
        ),
        0.65,
        ("微博", "抖音", "b站", "小红书", "知乎", "豆瓣", "游戏", "网易云", "快手", "贴吧"),
        unless=compiled(r"是什么|什么是|怎么样|哪个"),
    ),
    Rule(
        "username",
        "Account ID/Username",
        compiled(
            r"\b(?:user ?name|handle|gamertag|gamer tag|nickname|screen ?name|insta|instagram|"
            r"tiktok|discord|steam|reddit|twitter)"
            r"(?: name| handle| id| account| tag)?(?:['’]s| is| was|"
            r":) @?(?P<v>(?=[a-z._-]{0,24}[\d_.-])[a-z0-9][a-z0-9._-]{3,28}[a-z0-9])"
            r"(?![\w@])"
        ),
        0.75,
        ("name", "handle", "tag", "insta", "tiktok", "discord", "steam", "reddit", "twitter"),
    ),
)


def positions() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
