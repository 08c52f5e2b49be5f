"""Religion, ethnicity, politics, orientation, union membership, biometrics, police and courts."""

from app.detect.builtin.patterns import compiled
from app.detect.builtin.readings import NOBODY
from app.detect.builtin.recogniser import Rule, RuleRecogniser

SENSITIVE = "Sensitive Identity"
COURT = "Judicial Record"
_I = (
    r"(?=[imarbw])(?:\bi['’]?m|\bi am|\bi was|\bi was raised|\bi grew up|\bas an?|"
    r"\bmy family is|\bwe are|\bmy (?:wife|husband|partner|mother|father|parents|son|"
    r"daughter|brother|sister) (?:is|are|was)|\bwe['’]re|\bi identify as|"
    r"\braised|\bbeing)(?: an?| both| also| "
    r"a practicing| a devout| practicing| devout| proudly| openly| actually| still| "
    r"very| a| half| part| ethnically| originally){0,3} "
)
FAITH = (
    r"(?:roman catholic|catholic|protestant|evangelical|baptist|methodist|lutheran|"
    r"anglican|presbyterian|mormon|jehovah['’]?s witness(?:es)?|"
    r"orthodox(?: christian| jew(?:ish)?)?|"
    r"christian|muslim|sunni|shia|sufi|jewish|jew|hindu|buddhist|sikh|jain|taoist|"
    r"atheist|agnostic|pagan|wiccan|quaker|pentecostal|adventist|bahá['’]í|baha['’]i|"
    r"zoroastrian|spiritist)"
)
PEOPLE = (
    r"(?:african[- ]american|asian[- ]american|chinese[- ]american|korean[- ]american|"
    r"japanese[- ]american|mexican[- ]american|indian[- ]american|native american|"
    r"first nations|indigenous|aboriginal|māori|maori|hispanic|latino|latina|latinx|"
    r"afro-[a-z]+|black|biracial|mixed[- ]race|multiracial|romani|kurdish|tibetan|"
    r"uyghur|roma|cherokee|navajo|lakota|choctaw|sami|basque|berber|hmong|"
    r"ashkenazi|sephardi|arab|punjabi|tamil|yoruba|igbo|han chinese|"
    r"inuit|métis)"
)
_ORIENT = (
    r"(?:gay|lesbian|bisexual|bi|pansexual|asexual|queer|homosexual|transgender|trans|"
    r"non-?binary|genderqueer|intersex|polyamorous|in the closet)"
)
_PARTY = (
    r"(?:republican|democrat|conservative|liberal|libertarian|socialist|communist|"
    r"leftist|progressive|centrist|green party|labou?r (?:party )?(?:voter|member|"
    r"supporter)|tory|marxist|anarchist|left-wing|right-wing|far-left|far-right|union "
    r"member)"
)

# One of these stands in every sentence in which somebody says what they are.
_OF_ONESELF = (
    *("i'm", "i’m", "im ", "i am", "i was", "as a", "my ", "raised", "being", "i grew", "we are"),
    *("we're", "we’re"),
    "identify",
)

RULES = (
    Rule(
        "religion",
        SENSITIVE,
        compiled(rf"{_I}(?P<v>{FAITH})(?! (?:university|school|church|music|art|food))\b"),
        0.75,
        _OF_ONESELF,
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            r"\bmy (?:religion|faith|church|denomination)(?: is|:| as an?) (?:an? )"
            r"?(?P<v>[a-z][\w' -]{3,24}?)(?=[,.;!?\n]|$| and | but )"
        ),
        0.7,
        ("religion", "faith", "church", "denomination"),
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            r"\bconverted to (?P<v>islam|christianity|catholicism|judaism|buddhism|hinduism|"
            r"sikhism|mormonism|orthodoxy)\b"
        ),
        0.75,
        ("converted",),
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            r"(?:我|他|她|信仰|信奉|信|皈依|家里|妻子|丈夫|是)(?:是|信仰?|信奉|都|一直|也|个|"
            r"虔诚的|一名|一个|皈依了?|们)*(?P<v>基督教徒?|天主教徒?|伊斯兰教徒?|佛教徒?|"
            r"道教徒?|穆斯林|基督徒|天主教|东正教徒?|犹太教徒?|印度教徒?|摩门教徒?|无神论者?|"
            r"新教徒?|福音派|唯灵论者?|清真)"
        ),
        0.7,
        ("教", "穆斯林", "基督徒", "无神论", "福音派", "唯灵", "清真"),
    ),
    Rule(
        "ethnicity",
        SENSITIVE,
        compiled(
            rf"{_I}(?P<v>{PEOPLE})(?! (?:belt|coffee|tea|card|hole|box|friday|market|mirror))"
            r"\b"
        ),
        0.65,
        _OF_ONESELF,
    ),
    Rule(
        "ethnicity",
        SENSITIVE,
        compiled(
            r"\bmy (?:ethnicity|race|ethnic background|heritage|ancestry)(?: is|:) "
            r"(?P<v>[a-z][\w' -]{2,30}?)(?=[,.;!?\n]|$)"
        ),
        0.75,
        ("ethnic", "race", "heritage", "ancestry"),
    ),
    Rule(
        "ethnicity",
        SENSITIVE,
        compiled(
            r"(?:我是|民族(?:是|为|:)?|属于|出身|身为|作为|他是|她是|(?:爷爷|奶奶|外公|外婆|爸爸|"
            r"妈妈|父亲|母亲|丈夫|妻子|老公|老婆|祖上|家里|全家)(?:都)?是)(?:一[名个])?(?P<v>(?:汉|"
            r"满|回|藏|维吾尔|蒙古|壮|苗|彝|土家|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|傣|黎|畲|傈僳|"
            r"仡佬|羌|纳西|土|锡伯|柯尔克孜)族|混血儿?|华裔|日裔|韩裔|非裔|拉丁裔|原住民)"
        ),
        0.75,
        ("族", "混血", "裔", "原住民"),
    ),
    Rule(
        "orientation",
        SENSITIVE,
        compiled(rf"{_I}(?P<v>{_ORIENT})\b"),
        0.7,
        ("i'm", "i’m", "im ", "i am", "as a", "my ", "being", "identify"),
    ),
    Rule(
        "orientation",
        SENSITIVE,
        compiled(
            r"\b(?:my (?:sexuality|sexual orientation|orientation) is|came out as|coming out "
            r"as|come out as) (?:an? )?(?P<v>[a-z-]{3,16})\b"
        ),
        0.75,
        ("sexual", "orientation", "out as"),
    ),
    Rule(
        "orientation",
        SENSITIVE,
        compiled(
            r"(?:我是|我|性取向(?:是|为|:)?|出柜|他是|她是)(?:一[名个])?(?P<v>同性恋者?|"
            r"双性恋者?|跨性别者?|无性恋者?|泛性恋者?|男同|女同|gay|拉拉)"
        ),
        0.75,
        ("性恋", "跨性别", "男同", "女同", "gay", "拉拉"),
    ),
    Rule(
        "politics",
        SENSITIVE,
        compiled(
            rf"{_I}(?:registered |lifelong |staunch |card-carrying |moderate )?(?P<v>{_PARTY})"
            r"\b"
        ),
        0.65,
        ("i'm", "i’m", "im ", "i am", "as a", "my ", "being", "identify"),
        level=None,
    ),
    Rule(
        "politics",
        SENSITIVE,
        compiled(
            r"\b(?:i|we) (?:always |usually |secretly |have always )?(?:voted? (?:for|against)"
            r"|am a member of|donated to|support) (?:the )?(?P<v>(?:republican|democrat|"
            r"labou?r|conservative|green|liberal|communist|socialist|libertarian|workers['’]?)"
            r"\w*(?: party)?)\b"
        ),
        0.7,
        ("vote", "member of", "donated to", "support"),
    ),
    Rule(
        "politics",
        SENSITIVE,
        compiled(
            r"(?:我是|我|政治面貌(?:是|为|:)?|加入了?|身为|作为)(?:一[名个])?(?P<v>中共党员|"
            r"中共预备党员|预备党员|党员|共青团员|民主党派|无党派人士|(?:共产党|国民党|民进党|"
            r"共和党|民主党|工党|保守党)(?:党员|支持者|选民)?|左派|右派|左翼|右翼|自由派|"
            r"保守派)"
        ),
        0.65,
        ("党", "团员", "左派", "右派", "左翼", "右翼", "自由派", "保守派"),
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"\b(?:i|i['’]ve|i was|he was|she was|my (?:brother|son|husband|father|ex|partner)"
            r"(?: was)?)(?: been| was| have been| got| once)*(?: previously| recently)? "
            r"(?P<v>(?:arrested|convicted|sentenced|charged|jailed|incarcerated|indicted|"
            r"imprisoned|on probation|on parole)(?: (?:for|of|with|to) [a-z0-9][\w' -]{2,40}?)"
            r"?)(?=[,.;!?\n]|$| and | but | in | when | last | because )"
        ),
        0.7,
        (
            "arrest",
            "convict",
            "sentenc",
            "charged with",
            "jail",
            "incarcer",
            "indict",
            "imprison",
            "probation",
            "parole",
        ),
        accept=lambda v: v.lower() != "charged",
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"\b(?P<v>(?:restraining order|criminal record|dui(?: conviction| charge)?|dwi|"
            r"felony(?: conviction| charge)?|misdemeanou?r(?: charge)?|custody (?:case|battle|"
            r"hearing)|divorce (?:proceedings|settlement|case)|bankruptcy (?:filing|case)|"
            r"eviction notice))\b"
        ),
        0.55,
        (
            "restraining",
            "criminal record",
            "dui",
            "dwi",
            "felony",
            "misdemean",
            "custody",
            "divorce",
            "bankruptcy",
            "eviction",
        ),
        unless=NOBODY,
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"(?P<v>[(（]\d{4}[)）]\s?[\u4e00-\u9fff]{1,2}\d{0,6}[\u4e00-\u9fff]{1,4}\d{0,3}[\u"
            r"4e00-\u9fff]?字?第?\d{1,6}号)"
        ),
        0.9,
        ("号",),
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"(?:我|他|她|曾|因|被)[^，。\n]{0,8}?(?P<v>(?:被捕|被拘留|行政拘留|刑事拘留|判刑|"
            r"判处|服刑|缓刑|取保候审|酒驾|醉驾|有案底|前科|坐过?牢|被起诉|被告上法庭|"
            r"失信被执行人)(?:[一二三四五六七八九十\d]{1,2}(?:年|个月|天))?)"
        ),
        0.7,
        ("捕", "拘留", "刑", "取保", "驾", "案底", "前科", "牢", "起诉", "法庭", "失信"),
    ),
    Rule(
        "nationality",
        SENSITIVE,
        compiled(
            r"\b(?:i['’]?m|i am|my (?:wife|husband|partner|mother|father|"
            r"parents) (?:is|are)|we['’]re|"
            r"we are|as)(?: an?)? (?P<v>undocumented|stateless|"
            r"(?:an? )?(?:asylum seeker|refugee))\b"
        ),
        0.7,
        ("undocumented", "stateless", "asylum", "refugee"),
    ),
    Rule(
        "nationality",
        SENSITIVE,
        compiled(r"(?:我|他|她|我们|作为|身为)(?:现在)?(?:都)?是?(?P<v>无证移民|黑户|难民|偷渡客)"),
        0.7,
        ("移民", "黑户", "难民", "偷渡"),
    ),
    Rule(
        "orientation",
        SENSITIVE,
        compiled(
            r"(?:我|他|她|儿子|女儿|弟弟|哥哥|姐姐|妹妹)[^，。\n]{0,6}?(?:喜欢|"
            r"爱上?的?是?)(?P<v>同性|男生和女生都)"
        ),
        0.65,
        ("同性", "男生和"),
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            r"(?:我|他|她|我妈|我爸|奶奶|外婆|婆婆|全家|家里人?)(?:一直|从小|都|也|"
            r"是)?信(?P<v>佛教?|道教?|基督教?|"
            r"天主教?|伊斯兰教?|耶稣|主)(?=[，,。；;！!？?\s的]|$)"
        ),
        0.7,
        ("信",),
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"\b(?:i|he|she|my (?:brother|son|husband|father|ex|partner)) (?:served|did|got) "
            r"(?P<v>(?:\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen) "
            r"(?:days?|weeks?|months?|years?) (?:in (?:prison|jail)|for [a-z ]{3,24}?))"
            r"(?=[,.;!?\n]|$| and | but )"
        ),
        0.7,
        ("served", "did ", "got "),
    ),
    Rule(
        "court",
        COURT,
        compiled(r"\b(?P<v>docket (?:no\.? |number )?\d{2,4}-[a-z]{2,3}-\d{2,6})(?!\w)"),
        0.85,
        ("docket",),
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"(?:我|他|她|爸|哥|弟|丈夫|老公|前夫)[^，,。\n]{0,8}?(?P<v>(?:因|酒驾|"
            r"醉驾)[^，,。\n]{0,8}?被?(?:判了?|拘留了?|"
            r"关了?)[一二三四五六七八九十半\d]{1,3}(?:年|个月|天))"
        ),
        0.75,
        ("判", "拘留", "关"),
    ),
    Rule(
        "religion",
        SENSITIVE,
        compiled(
            r"\b(?:left|leaving|joined|quit|raised in|grew up in|out of|"
            r"baptised in(?:to)?) the (?P<v>"
            r"jehovah['’]?s witnesses|church of [a-z]+|moonies|amish|mormons|"
            rf"{FAITH}(?: church| faith| community)?)\b"
        ),
        0.7,
        ("left", "leaving", "joined", "quit", "raised", "grew", "out of", "baptised"),
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"\b(?:i|i['’]ve|he|she|my [a-z]{3,12})(?: am| is| was| been| have| has| had| got|"
            r" just){0,3} "
            r"(?P<v>(?:pleaded guilty to|pled guilty to|on (?:probation|bail|remand|trial|parole)"
            r"(?: for)?|an? (?:caution|asbo|restraining order|warrant|tag)(?: for| against)?|"
            r"accused of|found guilty of|done for|sued (?:by|for)|wanted for)"
            r"(?: (?!and\b|but\b|so\b|last\b|when\b)[a-z][a-z-]{1,14}){0,3})(?=[,.;!?\n]|$|"
            r" (?:and|but|so|"
            r"when|last|in|because)\b)"
        ),
        0.6,
        (
            "guilty",
            "on ",
            "caution",
            "asbo",
            "restrain",
            "warrant",
            "tag",
            "accused",
            "done for",
            "sued",
            "wanted",
        ),
    ),
    Rule(
        "court",
        COURT,
        compiled(
            r"(?:我|他|她|爸|妈|哥|弟|姐|妹|老公|老婆|儿子|前夫|前妻|男友|女友|"
            r"公司)[^，,。\n]{0,8}?(?P<v>"
            r"(?:打架|盗窃|诈骗|赌博|吸毒|斗殴|故意伤害)[^，,。\n]{0,6}?(?:被(?:抓|带走|"
            r"派出所\S{1,3}|刑拘|判\S{0,4})|"
            r"进\S{0,2}局子?|成(?:轻|重)伤)|"
            r"(?:列入|上了?)失信\S{0,4}名单|坐过?[一二三四五六七八九十两半\d]{1,2}年牢|"
            r"打官司[^，,。\n]{0,8}|"
            r"限制高消费|打成(?:轻|重)伤)"
        ),
        0.65,
        ("打架", "盗窃", "诈骗", "赌博", "吸毒", "斗殴", "伤", "失信", "牢", "官司", "限制高消费"),
    ),
    Rule(
        "biometrics",
        "Biometrics",
        compiled(
            r"\b(?P<v>(?:fingerprint|retina|iris|voiceprint|face ?id|facial|biometric|palm)[ "
            r"-](?:template|hash|scan|data|id|record)s?(?: (?:is|:|#|id)+)? ?(?=[\w-]*\d)"
            r"[\w-]{4,40})\b"
        ),
        0.7,
        ("fingerprint", "retina", "iris", "voiceprint", "face", "facial", "biometric", "palm"),
    ),
)


def sensitive() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
