"""What Chinese lets slip of plans, flaws, courts, messages, accounts and codes."""

from app.detect.builtin.nobody_zh import NOBODY_ZH
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_H = r"\u4e00-\u9fff"
_FREE = r"[^，。！？；,!?;\s“”]"
_END = r"(?=[，。！？；、,.!?;\s）)”]|$)"
_PLAN = "Business Secret"
_COURT = "Judicial Record"
_FLAW = "Vulnerability Details"
_NAMED = "Account ID/Username"
_ANSWER = "Security Question Answer"
_CRIME = (
    r"(?:醉驾|酒驾|毒驾|打架|斗殴|聚众斗殴|诈骗|电信诈骗|盗窃|偷(?:东西|电动?车)|赌博|聚赌|吸毒|"
    r"贩毒|故意伤害|交通肇事|肇事逃逸|非法集资|帮信罪?|开设赌场|嫖娼|职务侵占|挪用公款|受贿|行贿|"
    r"寻衅滋事|传销)"
)
_TOLD = (
    r"(?:收到|发来|发我|发给我|回我|回复我|私信我?|语音|转文字是|转出来是|跟我说|对我说|和我说|"
    r"告诉我|微信里说|微信上说|截图|消息|短信|看到一?句|第一句话是|最后说|私下说了?句?|留言|评论|"
    r"群里说|群里发|发的是|写着|念到|他说|她说)"
)
RULES = (
    Rule(
        "kept-plan",
        _PLAN,
        compiled(
            r"(?:底价|标底|打算报|准备报|供货价|成本价|返点|估值|毛利率?|流失率|复购率)(?:其实|"
            r"实际|只有|是|谈到|定在|给到|压到|才){0,3}(?P<v>(?:每|"
            rf"[\d一二两三四五六七八九十])[{_H}\d.,]{{0,8}}?[\d一二两三四五六七八九十百千万亿点成%"
            r"](?:[百千万亿元块%])?)(?=[，。！？；,!?;\s了]|$)"
        ),
        0.6,
        unless=compiled(r"是什么|怎么算|一般|多少算|小说|假设"),
    ),
    Rule(
        "unpatched",
        _FLAW,
        compiled(
            r"(?P<v>(?:把|改(?:一下|个)?|换(?:个|一个)|不用|未|没|只要|"
            rf"随便){_FREE}{{2,20}}?(?:[，,]{_FREE}{{0,10}}?)?(?:就|也|还|都)?(?:能|"
            r"可以)(?:直接)?(?:看|查|改|进|登录?|下载|付款|绕过|拿到|导出|"
            rf"点退款){_FREE}{{0,12}}?){_END}"
        ),
        0.6,
        unless=compiled(
            r"^(?![^\n]*(?:系统|接口|网站|小程序|app|后台|页面|参数|鉴权|校验|订单号|网关|数据库|"
            r"链接|nacos))|什么叫|什么是|举个例子|小说|教程"
        ),
    ),
    Rule(
        "court",
        _COURT,
        compiled(
            rf"(?P<v>(?:因为?)?{_CRIME}(?:过)?(?:被|判|拘|抓|进去|"
            r"蹲)[^，。！？；,!?;\s]{1,10}?)(?=[，。！？；,!?;\s]|$)"
        ),
        0.6,
        unless=NOBODY_ZH,
    ),
    Rule(
        "court",
        _COURT,
        compiled(
            r"(?P<v>坐过(?:[一二两三四五六七八九十几\d]{1,2}年)?牢|蹲过(?:监狱|号子|看守所)|"
            r"劳改过|刑满释放|取保候审|正在打(?:抚养权|离婚|遗产|劳动|工伤|交通|欠薪|"
            r"继承)?官司|被(?:通缉|逮捕|刑拘|判[刑了缓][一二两三四五六七八九十个年月\d]"
            r"{0,5})了?|准予离婚(?:，[^。”]{2,14})?|判决(?:写|书写)[^，。]{2,12}|"
            rf"[{_H}]{{2,6}}派出所做了笔录|(?:酒驾|打架)?拘留(?:过|"
            r"了)[一二三四五六七八九十\d]{1,3}天)"
        ),
        0.6,
        unless=NOBODY_ZH,
    ),
    Rule(
        "quoted-message",
        "Communication Content",
        compiled(rf"{_TOLD}[^“\"「\n。！？]{{0,10}}?[“\"「](?P<v>[^”\"」\n]{{5,60}})[”\"」]"),
        0.55,
        unless=compiled(
            r"小说|剧本|主角|女主|男主|是什么梗|什么意思(?:啊|呀)?$|翻译|歌词|诗|成语|名言|"
            r"谁说的|相声|润色|作文|开头"
        ),
    ),
    Rule(
        "quoted-message",
        "Communication Content",
        compiled(
            r"[“\"「](?P<v>[^”\"」\n]{5,60})[”\"」][，,。]?(?=(?:主管|老板|领导|他|她|婆婆|"
            r"同事|房东|我妈|我爸|前夫|前任)[^，。\n]{0,8}?(?:刚|发|私信|在[^，。]{1,6}上))"
        ),
        0.55,
        unless=compiled(r"小说|剧本|主角|歌词|诗|谁说的"),
    ),
    Rule(
        "pin",
        "PIN",
        compiled(
            r"(?:锁屏图案|手势密码|图案密码|解锁图案|手势)(?:是|画的?是|"
            rf"就是)(?P<v>{_FREE}{{2,12}}?(?:[“\"].[”\"]{_FREE}{{0,3}})?){_END}"
        ),
        0.7,
        unless=compiled(r"是什么|怎么画|一般"),
    ),
    Rule(
        "pin",
        "PIN",
        compiled(
            r"(?:密码锁?|口令|锁)(?:就|还|一直|改成了?|设成了?|是|用的?是|设的是|"
            r"换成了?){1,3}(?P<v>(?:[一二三四五六七八九两]个[\dA-Za-z]|"
            r"[^，。！？,\s“”]{1,10}?(?:生日|忌日|纪念日|门牌号?|车牌号?|首字母|尾号)(?:倒过来|"
            rf"后[四六]位|前[四六]位|加[{_H}]{{1,3}}){{0,2}}))(?=[，。！？；,!?;\s]|$)"
        ),
        0.65,
        unless=compiled(r"不要|别用|安全吗|一般|建议|小说"),
    ),
    Rule(
        "security-answer",
        _ANSWER,
        compiled(
            r"(?:密保|安全问题|找回问题|密保问题|叫什么”)[^。！？\n]{0,18}?(?:填的?是?|填了|"
            r"答案(?:是|填的?)|写的?是|设的?是|老师姓|去的(?:是)?)[“\"]?(?P<v>(?!什么|的|了|哪|"
            rf"真)[{_H}]{{1,6}}?)[”\"]?{_END}"
        ),
        0.65,
        unless=compiled(r"小说|如果你|一般"),
    ),
    Rule(
        "handle",
        _NAMED,
        compiled(
            r"(?:(?:社交|游戏|抖音|微博|小红书|b站|快手|论坛|贴吧|王者|直播)(?:账号|号|昵称|id|"
            r"网名)|我的?网名|我的?昵称|我的?公众号|我的?频道|我的?网店)(?:名字?)?(?:叫|是|"
            rf"名叫)[“「\"]?(?P<v>(?!什么|啥|怎么|谁)[{_H}\w·]{{2,12}}?)(?=[”」\"，。！？,.!?\s]|"
            r"$)"
        ),
        0.65,
    ),
    Rule(
        "handle",
        _NAMED,
        compiled(
            r"(?:微信|wechat|qq|抖音号?|快手号?|小红书号?|b站|微博|tg|ins)(?:号|id|账号)?(?:是|"
            r"为|叫|[:： ])?(?P<v>(?=[a-z\d_.-]*[\d_])[a-z\d_][a-z\d_.-]{5,20})(?![\w@])"
        ),
        0.65,
        unless=compiled(r"错误码|版本|接口|代码|api"),
    ),
    Rule(
        "id-context",
        "ID Number",
        compiled(
            r"(?:出生证|学籍|学生证|档案|准考证|毕业证|残疾证|房产证|军官证|工作证|结婚证|居住证|"
            r"社保|医保)(?:明)?(?:卡)?(?:编?号码?)(?:[:：是为]|"
            r"写的是)?\s?(?P<v>[a-z]{0,3}\d[\da-z-]{5,21})(?![\w])"
        ),
        0.75,
    ),
    Rule(
        "account-context",
        "Financial Account",
        compiled(
            r"(?:客户号|公积金账号|公积金号|保单号|户号)(?:[:：是为，,])?\s?(?P<v>[a-z]{0,3}-?"
            r"\d[\d a-z-]{5,20}\d)(?![\w])"
        ),
        0.7,
    ),
)


def matters_zh() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
