"""Where somebody is or will be, as people say it: the 7:18 from here to there, seat 14, bay 9."""

from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.personal import DATE
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.travel import HERE, STAY, TRIP

_H = r"\u4e00-\u9fff"
_PLACE = rf"{CAPITALISED}(?: {CAPITALISED}){{0,3}}"
_DAY = r"(?i:mon|tues|wednes|thurs|fri|satur|sun)day"
WHEN = rf"(?:{_DAY}|(?:the )?(?i:{DATE})|the \d{{1,2}}(?:st|nd|rd|th))"
_CLOCK = r"\d{1,2}[:.]\d{2}(?: ?[ap]m)?"
_WE = r"(?i:\b(?:i|we|i['’]ll|we['’]ll|i['’]m|we['’]re|my \w+|our \w+|he|she))\b"
_TIME_ZH = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点(?:半|一刻|\d{1,2}分?)?|[:：]\d{2})"
_PART_ZH = r"(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上)"
_DAY_ZH = (
    r"(?:今天|明天|后天|大后天|今晚|明早|明晚|(?:这|本|下)?(?:个?星期|周)[一二三四五六日天]|"
    r"\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号])"
)
_TO_ZH = r"(?:坐到|骑到|走到|跑到|开到|开车到|坐车到|再到|到)"
_END_ZH = r"(?=[，,。！!？?；;、\s]|$)"
RULES = (
    Rule(
        "flight",
        TRIP,
        compiled(
            r"\b(?i:land|landing|arrive|arriving|fly|flying|leave|leaving|out|back|get in)"
            r" (?:on|with) (?P<v>[A-Z]{2} ?\d{2,4}|[A-Z]\d ?\d{3,4}|\d[A-Z] ?\d{3,4})(?!\w)"
        ),
        0.8,
        ("land", "arriv", "fly", "leav", "out", "back", "get in"),
        cased=True,
    ),
    Rule(
        "stay-dates",
        TRIP,
        compiled(
            rf"{_WE}[^.?!\n]{{0,40}}?\b(?:lands?|landing|arrives?|arriving|"
            rf"fly(?:ing)? out|departs?|"
            rf"gets? in|leaves?|leaving|boards?)\b(?: [\w-]+){{0,3}}? (?:at )?"
            rf"(?P<v>{_CLOCK}(?: (?:on|this|next) {WHEN})?)"
        ),
        0.55,
        ("land", "arriv", "fly", "depart", "get", "leav", "board"),
        cased=True,
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            rf"\b(?:take|catch|on|get|took|caught|in) (?P<v>(?:the )?{_CLOCK}(?: {CAPITALISED})?"
            rf"(?: from {_PLACE})? to {_PLACE})"
        ),
        0.65,
        (" to ",),
        cased=True,
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            r"(?:^|[.!?] |\b[Ii]['’]m |\b[Ww]e['’]re |\b[Ii] am |\b[Ww]e are |"
            r"\b[Bb]e )(?:[Dd]riving|[Ff]lying|"
            rf"[Hh]itchhiking|[Cc]ycling|[Rr]iding)(?: from)? (?P<v>{_PLACE} to {_PLACE}"
            rf"(?: (?:on|this|next) {WHEN})?)"
        ),
        0.6,
        ("driving", "flying", "hitchhiking", "cycling", "riding"),
        cased=True,
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            r"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) (?:flight|train|bus|trip|ferry|"
            r"commute|drive|"
            rf"journey|ride)(?: is| goes| runs| was)?(?: home)? from (?P<v>{_PLACE} to {_PLACE})"
        ),
        0.7,
        ("flight", "train", "bus", "trip", "ferry", "commute", "drive", "journey", "ride"),
        cased=True,
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            r"\b(?:I|[Ww]e)(?:['’]\w+)? (?:usually |always |often )?(?:jog|run|walk|"
            r"cycle|bike|commute|"
            rf"ride|drive|row|swim)\b[^.?!\n]{{0,30}}?\b(?:at "
            rf")?(?P<v>(?:{_CLOCK}[^.?!\n]{{0,40}}? )?"
            rf"from (?:the )?{_PLACE} to (?:the )?(?:{_PLACE}|[a-z]+(?: [a-z]+)?))"
        ),
        0.65,
        (" from ",),
        cased=True,
    ),
    Rule(
        "stay-dates",
        TRIP,
        compiled(
            r"\b(?:[Mm]y|[Oo]ur) (?:flight|trip|train|ferry|cruise)\b[^.?!\n]{0,50}? on "
            rf"(?P<v>{WHEN})"
        ),
        0.55,
        ("flight", "trip", "train", "ferry", "cruise"),
        cased=True,
    ),
    Rule(
        "hotel-room",
        STAY,
        compiled(
            r"\b(?:we['’]re|i['’]m|we are|i am|stay(?:ing)?) in (?P<v>(?:room|suite|cabin|villa) "
            r"(?:number |no\.? ?|#)?[a-z]?-?\d{1,5}[a-z]?)(?!\w)"
        ),
        0.8,
        ("room", "suite", "cabin", "villa"),
    ),
    Rule(
        "hotel-room",
        STAY,
        compiled(
            r"\b(?:[Ss]taying|[Ss]tay|[Cc]hecked in|[Bb]ooked|[Bb]ack)(?: at| in| into)? "
            rf"(?P<v>(?:the )?(?:{_PLACE}),? room #?\d{{1,5}}[A-Za-z]?)(?!\w)"
        ),
        0.8,
        ("room",),
        cased=True,
    ),
    Rule(
        "seat",
        TRIP,
        compiled(r"\b(?:coach|car|carriage|wagon) [a-z0-9]{1,2},? seat (?P<v>\d{1,3}[a-k]?)(?!\w)"),
        0.75,
        ("seat",),
    ),
    Rule(
        "seat",
        TRIP,
        compiled(r"(?<!\w)(?P<v>\d{1,2}车厢?\s?\d{1,2}[a-f]号?座?)(?![a-z0-9])"),
        0.75,
        ("车",),
    ),
    Rule(
        "gate",
        TRIP,
        compiled(
            r"\bi(?:['’]m| am)(?: stuck| sitting| waiting| still)? at gate "
            r"(?P<v>[a-z]?\d{1,3})(?!\w)"
        ),
        0.6,
        ("gate",),
    ),
    Rule(
        "gate",
        TRIP,
        compiled(r"登机口(?:是|在|为|:|：|\s){0,2}(?P<v>[a-z]?\d{1,3})(?!\w)"),
        0.6,
        ("登机口",),
    ),
    Rule(
        "code-travel",
        TRIP,
        compiled(
            r"(?:\bticket (?:number|no\.?)(?: is|:)? |票号(?:是|为|:|：|"
            r"\s){0,2})(?P<v>\d{3}-?\d{10})(?!\d)"
        ),
        0.85,
        ("ticket", "票号"),
    ),
    Rule(
        "position",
        HERE,
        compiled(
            r"\bparked (?:at|in|on) (?P<v>(?:level|floor|row|bay|section|zone|spot|space) "
            r"[\w-]{1,5}(?:, (?:level|floor|row|bay|section|zone|spot|space) [\w-]{1,5}){0,3}"
            rf"(?:,? (?:at |in |of )?(?:the )?{_PLACE})?)"
        ),
        0.65,
        ("parked",),
        cased=True,
    ),
    Rule(
        "position",
        HERE,
        compiled(
            r"\b(?:near|at|by|past|around) (?P<v>(?i:mile (?:marker|post)|milepost|"
            r"exit) \d{1,4}[A-Z]?"
            rf"(?: (?:on|of|off) (?:the )?(?:{CAPITALISED}|[A-Z]-?)(?: ?\d{{1,4}})?)?)"
        ),
        0.65,
        ("mile", "exit"),
        cased=True,
    ),
    Rule(
        "position",
        HERE,
        compiled(
            r"\b[Ii](?:['’]m| live| am)(?: right| just| directly)? (?:behind|opposite|"
            r"next to|across "
            rf"from|above|near|by) (?:the |a )?(?P<v>{_PLACE}(?: (?:fire station|police station|"
            r"school|church|station|park|library|hospital|mall|pub|bridge|stadium))?)"
        ),
        0.6,
        ("i live", "i'm", "i’m", "i am"),
        cased=True,
    ),
    Rule(
        "trip",
        TRIP,
        compiled(
            rf"(?:我|我们|和[{_H}]{{1,3}})[^。，,\n]{{0,6}}?(?P<v>\d{{1,2}}月\d{{1,2}}[号日]?(?:到|至|-)"
            rf"(?:\d{{1,2}}月)?\d{{1,2}}[号日](?:去|到|在|飞)[{_H}]{{2,5}}?)(?:玩|旅游|旅行|出差|{_END_ZH})"
        ),
        0.6,
        ("去", "到", "在", "飞"),
    ),
    Rule(
        "stay-dates",
        TRIP,
        compiled(
            rf"(?:我|我们|他|她|爸|妈|老公|老婆|孩子)[^。，,\n]{{0,6}}?(?P<v>{_DAY_ZH}{_PART_ZH}?\s?"
            rf"{_TIME_ZH})的?(?:高铁|火车|飞机|航班|动车|大巴|车票|机票|船|起飞|落地|降落|到)"
        ),
        0.6,
        ("高铁", "火车", "飞机", "航班", "动车", "大巴", "票", "船", "起飞", "落地", "降落", "到"),
    ),
    Rule(
        "stay-dates",
        TRIP,
        compiled(
            rf"(?:住到|待到|退房(?:是|时间)?|入住(?:日期|时间)?(?:是)?)(?P<v>(?:{_DAY_ZH}))(?!线|楼|院)"
        ),
        0.6,
        ("住", "待到", "退房"),
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            rf"(?:每天|平时|上班|下班|通勤|工作日|夜跑|晨跑|跑步|遛狗|散步|骑行|路线)[^。，,\n]{{0,8}}?"
            rf"(?P<v>(?:{_PART_ZH}?{_TIME_ZH})?从[{_H}A-Z0-9]{{2,10}}?{_TO_ZH}[{_H}A-Z0-9]{{2,8}}?)"
            rf"(?:上班|下班|来回|{_END_ZH})"
        ),
        0.65,
        ("从",),
        cased=True,
    ),
    Rule(
        "trip",
        TRIP,
        compiled(
            rf"(?:孩子|儿子|女儿|娃|我|老公|老婆|爸|妈)[^。，,\n]{{0,4}}每个?(?:天|周|星期)[一二三四五六日天]?"
            rf"(?P<v>{_PART_ZH}?{_TIME_ZH}在[{_H}]{{2,8}}?(?:学|上课|练|打|踢|游|跳|补课)[{_H}]{{0,4}}?){_END_ZH}"
        ),
        0.6,
        ("每",),
    ),
    Rule(
        "trip",
        TRIP,
        compiled(
            rf"(?:这|本|下)?(?:周|星期)(?P<v>[一二三四五六日天](?:到|至)周?[一二三四五六日天]都?在[{_H}]{{2,5}}?)"
            rf"(?:出差|开会|{_END_ZH})"
        ),
        0.55,
        ("周", "星期"),
    ),
    Rule(
        "position",
        HERE,
        compiled(
            rf"我(?:们)?(?:现在|目前|正|一个人|还|被)?(?:在|住在?|站在|困在|堵在)(?P<v>(?![这那家哪])"
            rf"[{_H}A-Za-z0-9]{{2,14}}?(?:公交站|服务区|收费站|酒吧|夜市|景区|网吧|[A-Za-z0-9]座(?:顶楼|\d{{1,2}}楼)?))"
        ),
        0.6,
        ("我",),
    ),
    Rule(
        "position",
        HERE,
        compiled(
            rf"停[在到]了?(?P<v>[{_H}A-Za-z0-9]{{2,14}}?(?:b\d|负[一二三四]|地下[一二三\d]|\d{{1,2}})层?"
            r"[a-z\d]{0,3}区?[a-z]?\d{0,4}(?:号?车位)?)(?![\u4e00-\u9fffa-z0-9])"
        ),
        0.6,
        ("停",),
    ),
    Rule(
        "hotel",
        STAY,
        compiled(
            rf"(?:我|我们|咱们|人)(?:现在|目前|都|还)?(?:在|住)(?P<v>(?![这那一家哪])[{_H}A-Za-z·]{{2,12}}?"
            r"(?:大酒店|酒店|宾馆|民宿|客栈|青旅|度假村|旅馆))(?!工作|上班|门口)"
        ),
        0.65,
        ("酒店", "宾馆", "民宿", "客栈", "青旅", "度假村", "旅馆"),
    ),
)


def journeys() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
