"""What Chinese tells of those close to somebody: 前夫再婚了, 姓邬, 上小学三年级, 同事老龚."""

from app.detect.builtin.fiction import INVENTED
from app.detect.builtin.kin import KIN
from app.detect.builtin.nobody_zh import NOBODY_ZH
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import (
    COMPOUND_SURNAMES_ZH,
    NOT_IN_NAMES_ZH,
    NOT_NAMES_ZH,
    SURNAMES_ZH,
)
from app.detect.builtin.recogniser import Rule, RuleRecogniser

THIRD = "Third-Party Identifiable Info"
_H = r"\u4e00-\u9fff"
_END = r"(?=[，。！？；、,.!?;\s）)”]|$)"
_N = r"(?:\d{1,3}|[一二两三四五六七八九十半几]{1,3})"
_NEAR = (
    r"(?:妻子|老婆|太太|爱人|媳妇|丈夫|老公|先生|未婚[夫妻]|[男女]朋友|[男女]友|对象|大儿子|"
    r"小儿子|儿子|大女儿|小女儿|女儿|闺女|孩子|娃|宝宝|妈妈|母亲|老妈|爸爸|父亲|老爸|哥哥|"
    r"[大二三]哥|弟弟|[大二三]弟|姐姐|[大二三]姐|妹妹|[大二三小]妹|[表堂][哥弟姐妹]|叔叔|"
    r"[二三大小]叔|伯伯|大伯|姑[姑妈]|[大小]姑|舅[舅妈]|[大小二]舅|阿姨|姨妈|[大小二]姨|婶婶|"
    r"外婆|外公|姥姥|姥爷|爷爷|奶奶|岳父|岳母|丈母娘|老丈人|公公|婆婆|侄[子女儿]|外甥女?|孙子|"
    r"孙女|外孙女?|姐夫|妹夫|嫂子|弟媳|弟妹|小舅子|大舅哥|小姨子|小叔子|小姑子|继[女子父母]|"
    r"干[妈爹]|亲家母?|前[夫妻任]|前男友|前女友|闺蜜|发小|哥们|好朋友|朋友|室友|舍友|"
    r"我[爸妈哥弟姐妹姨姑舅叔]|[我她他]妈|[我她他]爸|爸|妈)"
)
_FAR = (
    r"(?:师父|师傅|徒弟|学长|学姐|学弟|学妹|实习生|护工|月嫂|女佣|班长|团支书|校友|战友|老乡|"
    r"网友|群主|老板娘|老板|领导|上司|主管|组长|同事|前同事|新同事|同学|同桌|邻居|楼上|楼下|对门|"
    r"隔壁|房东|租客|导师|班主任|教练|客户|中介|合伙人|新郎|新娘|学员|学生|水电工|维修工|快递员|"
    r"保洁|保姆|物业|房客|伴郎|伴娘|证婚人|媒人|店员|司机)"
)
_SURNAME = rf"(?:{COMPOUND_SURNAMES_ZH}|[{SURNAMES_ZH}幸佘蔺鄢亓郄仝冼植苑昝逄栗邸遇])"
_FOLLOWS = (
    r"(?=[，。！？、：,.!?\s；;（(“的是在和跟与说让要给把有也又就都总老还被教当做开来去今昨明家借"
    r"欠约请叫问发打带拿帮替不没想因比从对天半上下]|$)"
)
_NICKNAME = rf"[老小阿大][{SURNAMES_ZH}](?![师板婆公爷子家人时心孩学年月路车声米])"
_NOW = (
    r"(?:现在|目前|今年|刚|已经|也|还|都|又|才|马上|快|明年|正|一直|从小|去年|前年|前几年|"
    r"早就){0,2}"
)
_LIFE = (
    r"(?:离(?:了)?婚|离异|再婚|复婚|丧偶|守寡|出家|退休|下岗|失业|待业|失恋|去世|过世|病逝|走了|"
    r"没了|(?:去年|前年|今年|上个月|上周|昨天|前几天)?[春夏秋冬]?天?(?:走了|没了|去世|过世)|"
    r"一辈子没[嫁结娶]\S?|高考|中考|考研|考公|读博|读研|复读|休学|辍学|退学|留学|当兵|参军|入伍|"
    r"退伍|坐月子|改嫁|入赘|单身|未婚|三代单传|排行老[大二三四五六]|老[大二三]|双胞胎|独生[子女])"
)
_STUDY = (
    r"(?:上|读|念|在读|升)?(?:幼儿园(?:[大中小]班)?|小学[一二三四五六]年级|"
    r"[一二三四五六七八九]年级|初[一二三]|高[一二三]|大[一二三四](?!伯|姨|舅|哥|姐)|研[一二三]|"
    r"博[一二三四]|学前班|小班|中班|大班|初中|高中|大专|中专|职高)"
)
_AGE = (
    r"(?:[1-9]?\d岁(?:半|多)?|[二三四五六七八九]?十[一二三四五六七八九]?(?:多|好几|来)?岁|"
    r"[一二两三四五六七八九]岁(?:半|多)?|[二三四五六七八九]十(?:好几|多|出头|来岁)|"
    r"快[二三四五六七八九]十)"
)
_WORKS = (
    r"(?:打工|上班|读书|读博|读研|念书|留学|当兵|做生意|开店|开[H]{1,5}店|"
    r"修[路桥铁隧道]{1,2}|教书|教中文|教[H]{1,2}语|支教|务工|工作|实习|出差|养老|养病|带孩子|"
    r"种地|打鱼|跑船|烧窑|摆摊|跑运输|跑外卖|干工地|读护理|读预科|读[H]{2,4}|做[H]{2,4}|"
    r"当[H]{2,5}|卖[H]{1,3}|送外卖|援建|驻外|挂职|服役|坐牢|住院|康复)"
).replace("[H]", rf"[{_H}]")
_CRAFT = (
    r"(?:员|工|师|医生|护士|老师|教授|司机|警察|律师|法官|会计|军人|工人|农民|店主|老板|厨子|"
    r"厨师|保安|校长|院长|主任|经理|裁缝|木匠|铁匠|瓦匠|石匠|渔民|矿工|记者|编辑|演员|歌手|画家|"
    r"猎头|中介|民警|辅警|公务员|程序员|海员|船长|村支书|支书|村长|列车长|保姆|月嫂|销售|客服|"
    r"导演|编剧|公证员)"
)


def _is_name(value: str) -> bool:
    given = value[2:] if value.startswith(tuple(COMPOUND_SURNAMES_ZH.split("|"))) else value[1:]
    return not value.startswith(NOT_NAMES_ZH) and not any(
        char in NOT_IN_NAMES_ZH and char not in "月安文小" for char in given
    )


def _is_somebody(value: str) -> bool:
    return not _NOBODY.search(value)


_NOBODY = compiled(r"不是|这|那|什么|哪|怎么|谁|我们|他们|一样|好人|坏人|[的了]$|独生|高手|对手")
_PREMISES = compiled(r"小学|中学|大学|学院|幼儿园|公司|集团|医院")
RULES = (
    Rule(
        "related-name",
        THIRD,
        compiled(rf"{_FAR}(?:是|叫|姓名)?(?P<v>{_SURNAME}[{_H}]{{1,2}}){_FOLLOWS}"),
        0.6,
        accept=_is_name,
        unless=INVENTED,
    ),
    Rule(
        "related-name",
        KIN,
        compiled(
            r"(?P<v>(?:哥们|闺蜜|发小|室友|舍友|好朋友|朋友|表[哥弟姐妹]|"
            rf"堂[哥弟姐妹])儿?{_NICKNAME})"
        ),
        0.7,
        (
            "发小",
            "哥们",
            "堂哥",
            "堂妹",
            "堂姐",
            "堂弟",
            "室友",
            "朋友",
            "舍友",
            "表哥",
            "表妹",
            "表姐",
            "表弟",
            "闺蜜",
        ),
        unless=INVENTED,
    ),
    Rule(
        "related-name",
        KIN,
        compiled(
            r"(?P<v>(?:犬子|小女|小舅子|室友|哥们|闺蜜|堂[哥弟]|"
            rf"表[哥弟姐妹])(?:{_SURNAME}[{_H}]{{1,2}})){_FOLLOWS}"
        ),
        0.7,
        (
            "哥们",
            "堂哥",
            "堂弟",
            "室友",
            "小女",
            "小舅子",
            "犬子",
            "表哥",
            "表妹",
            "表姐",
            "表弟",
            "闺蜜",
        ),
        accept=lambda value: not any(char in NOT_IN_NAMES_ZH for char in value[3:]),
        unless=INVENTED,
    ),
    Rule(
        "related-name",
        KIN,
        compiled(
            r"(?P<v>(?:女儿|闺女|儿子|孙女|孙子|外孙女?|外甥女?|侄女|侄子|妹妹|弟弟)"
            rf"(?:([{_H}])(?=\2)[{_H}]|[小阿][{_H}](?![时候学孩伙心的])))"
            rf"(?=[，。,\s的明今昨后说在要不上下刚最]|$)"
        ),
        0.6,
        ("侄女", "侄子", "儿子", "外孙", "外甥", "女儿", "妹妹", "孙女", "孙子", "弟弟", "闺女"),
        accept=lambda value: (
            value[-1] not in "常刚天慢偷明渐个次年仅时生岁夜家人事处整每悄默远早晚稍好"
        ),
        unless=INVENTED,
    ),
    Rule(
        "called-name",
        KIN,
        compiled(rf"(?:{_NEAR}|双胞胎|起名)[^。！？\n]{{0,4}}?姓(?P<v>{_SURNAME}){_END}"),
        0.7,
        ("姓",),
        unless=INVENTED,
    ),
    Rule(
        "called-name",
        THIRD,
        compiled(rf"{_FAR}姓(?P<v>{_SURNAME}){_END}"),
        0.7,
        ("姓",),
        unless=INVENTED,
    ),
    Rule(
        "called-name",
        KIN,
        compiled(rf"大名(?:叫|是)?(?P<v>{_SURNAME}[{_H}]{{1,2}}){_END}"),
        0.7,
        ("大名",),
        unless=INVENTED,
    ),
    Rule(
        "titled-name",
        THIRD,
        compiled(
            r"(?:邻居|楼上|楼下|对门|隔壁|门口|村里|镇上|巷口|[，。,\s帮替给跟和找]|"
            rf"^)(?P<v>[{SURNAMES_ZH}](?:大爷|大妈|婶子?|婶儿|大叔|大婶|大娘|大姐|大哥|奶奶|爷爷|"
            r"伯伯|姨|叔|嫂|老太|老爷子|阿婆|阿公|师娘))(?!们|家族)"
        ),
        0.6,
        unless=INVENTED,
    ),
    Rule(
        "marital",
        KIN,
        compiled(
            rf"{_NEAR}{_NOW}(?P<v>{_LIFE})(?=[，。！？；,.!?;\s]|了|的|过|{_N}年|$|带|在|以后|"
            r"之后|后)"
        ),
        0.55,
        unless=NOBODY_ZH,
    ),
    Rule(
        "studies",
        KIN,
        compiled(
            rf"(?:{_NEAR}|大的|小的|老大|老二){_NOW}(?:在)?(?P<v>{_STUDY})(?=[，。！？；,.!?;\s]|"
            r"了|的|$|下|上)"
        ),
        0.55,
        unless=NOBODY_ZH,
    ),
    Rule(
        "age",
        KIN,
        compiled(rf"(?<!老){_NEAR}(?:那个人吧|那个人)?[，,]?{_NOW}(?P<v>{_AGE})"),
        0.65,
        ("十", "岁"),
        unless=NOBODY_ZH,
    ),
    Rule(
        "residence",
        KIN,
        compiled(
            rf"(?:{_NEAR}|他|她){_NOW}(?:一个人)?(?:在|去了?|到)(?P<v>(?!家里|这|那|哪|我|你|一起|"
            rf"外面|公司|学校|单位|医院|路上|网上)[{_H}]{{2,9}}?{_WORKS}){_END}"
        ),
        0.55,
        ("到", "去", "在"),
        accept=lambda value: not _PREMISES.search(value),
        unless=NOBODY_ZH,
    ),
    Rule(
        "job-title",
        KIN,
        compiled(
            rf"{_NEAR}(?:退休前|以前|之前|年轻时|年轻的时候|现在|原来|曾经)?(?:就)?(?:是|当|"
            rf"做)(?:了|过)?(?:个|一名|一个|一位|做)?(?P<v>[{_H}]{{0,9}}?{_CRAFT})(?=[，。！？；,."
            r"!?;\s)）]|的|$)"
        ),
        0.65,
        ("做", "当", "是"),
        accept=_is_somebody,
        unless=NOBODY_ZH,
    ),
    Rule(
        "family-role",
        KIN,
        compiled(
            r"(?:我|我家|我们家|爷爷那辈|家里)(?:有|还有|一共有?|"
            r"就)?(?P<v>[一两二三四五六七八]个(?:亲)?(?:弟弟|妹妹|哥哥|姐姐|女儿|儿子|闺女|孩子|"
            r"娃|舅舅|姑姑)|(?:兄弟|姐妹|兄妹|姐弟)[两二三四五六七八]个)"
        ),
        0.55,
        ("家里", "我", "爷爷那辈"),
        unless=NOBODY_ZH,
    ),
)


def kin_zh() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
