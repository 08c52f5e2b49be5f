"""Where somebody is, was or will be: positions, bookings, flights, trains, rooms."""

from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.personal import DATE
from app.detect.builtin.recogniser import Rule, RuleRecogniser

TRIP = "Itinerary/Trajectory"
STAY = "Accommodation Records"
HERE = "Precise Location"
# A question about travelling at large, and not one's own journey.
AT_LARGE = compiled(
    r"^(?!.*(?:\b(?:i|i['’]\w{1,2}|we|we['’]\w{1,2}|my|our|me|us)\b|[我咱]))(?:.*\b(?:how (?:long|"
    r"far|much|many|often)|"
    r"usually|which|what year|cheapest|fastest|best (?:way|time|month)|is there|does the|"
    r"do trains|does anyone|"
    r"history|distance|when (?:does|do|will) (?:it|they|the)|km/h|mph)\b|.*(?:一般|通常|要?多久|"
    r"多少公里|多远|"
    r"怎么样|有什么好|多少钱|大概几))"
)
_COORD = r"[-+]?\d{1,3}\.\d{3,8}\s?°?\s?[NSns]?"
_DECIMALS = compiled(r"\d\.\d{3}")
_H = r"\u4e00-\u9fff"
# "How long, how much, usually": a question about a line between two cities.
_ASKED = rf"[{_H}]{{5,22}}?(?:一般|通常|多久|多少钱|几个?小时|多远|怎么走|贵不贵|便宜)"
RULES = (
    Rule(
        "coordinates",
        HERE,
        compiled(
            rf"(?<![\w.])(?P<v>{_COORD}\s?[,，/ ]\s?[-+]?\d{{1,3}}\.\d{{3,8}}\s?°?\s?[EWew]?)"
            r"(?![\w.])"
        ),
        0.8,
        cased=True,
        gate=Gate(shape=lambda word: "." in word and _DECIMALS.search(word) is not None),
    ),
    Rule(
        "coordinates",
        HERE,
        compiled(
            r"(?P<v>\d{1,2}°\s?\d{1,2}['′](?:\s?\d{1,2}(?:\.\d+)?[\"″])?\s?[NSns][,，"
            r"\s]{1,2}\d{1,3}°\s?\d{1,2}['′](?:\s?\d{1,2}(?:\.\d+)?[\"″])?\s?[EWew])"
        ),
        0.9,
        ("°",),
    ),
    Rule(
        "coordinates",
        HERE,
        compiled(
            r"(?P<v>(?:东经|西经|北纬|南纬)\s?\d{1,3}(?:\.\d+)?度?[\d分秒′″']{0,8}[，"
            r",、\s]{0,2}(?:东经|西经|北纬|南纬)\s?\d{1,3}(?:\.\d+)?度?[\d分秒′″']{0,8})"
        ),
        0.9,
        ("经", "纬"),
    ),
    Rule(
        "flight",
        TRIP,
        compiled(
            r"\b(?:flight|flying(?: on| with)?|flights|plane|boarding|airlines?|airways|"
            r"departs?|departing|depart|seat)(?: number| no\.?)?(?: is|:|,| on| #)? "
            r"\(?(?P<v>[a-z]{2} ?-?\d{2,4}|[a-z]\d ?\d{3,4}|\d[a-z] ?\d{3,4})\b"
        ),
        0.85,
        ("fl", "plane", "boarding", "airline", "airways", "depart"),
    ),
    Rule(
        "flight",
        TRIP,
        compiled(
            r"(?:航班(?:号)?|飞机|乘坐|乘|坐|搭乘|改签到?)(?:是|为|:|的)"
            r"?\s?(?P<v>[A-Z]{2}\s?-?\d{3,4}|[A-Z]\d\s?\d{3,4}|\d[A-Z]\s?\d{3,4})"
            r"(?![A-Za-z0-9])"
        ),
        0.85,
        ("航班", "飞机", "乘", "坐", "改签"),
        cased=True,
    ),
    Rule(
        "flight",
        TRIP,
        compiled(
            r"(?<![A-Za-z0-9-])(?P<v>(?:CA|MU|CZ|HU|3U|ZH|MF|9C|FM|SC|KN|LA|G3|AD|AA|UA|DL|BA|"
            r"LH|AF|KL|EK|QR|SQ|CX|NH|JL|TK|QF|AC|WN|B6|FR|U2|TP|IB|AZ|LX|OS|SK|AY|EY|KE|OZ|"
            r"BR|CI)\s?-?\d{3,4})(?![A-Za-z0-9])(?=.{0,40}(?:航班|飞|机场|起飞|flight|depart|"
            r"airport|airline|gate|boarding))"
        ),
        0.75,
        cased=True,
    ),
    Rule(
        "train",
        TRIP,
        compiled(
            r"(?<![A-Za-z0-9])(?P<v>[GDCKTZ]\d{1,4})(?=次|列车|高铁|动车|车|，|,|从|的|"
            r"去|到)"
        ),
        0.7,
        ("车", "高铁", "动车", "次", "票"),
        cased=True,
    ),
    Rule(
        "train",
        TRIP,
        compiled(r"\btrain(?: number| no\.?)? \(?(?P<v>[a-z]{0,3} ?\d{2,5})\b"),
        0.7,
        ("train",),
    ),
    Rule(
        "seat",
        TRIP,
        compiled(
            r"(?:\bseat(?: number)?(?: is|:)?|座位(?:号)?(?:是|为|:)?|车厢)"
            r"\s?(?P<v>(?:\d{1,2}车)?\d{1,2}-?[a-k]号?座?)(?![a-z0-9])"
        ),
        0.75,
        ("seat", "座位", "车厢"),
    ),
    Rule(
        "gate",
        TRIP,
        compiled(r"\b(?P<v>(?:terminal|gate) [a-z]?\d{1,2}[a-z]?)\b"),
        0.45,
        ("flight", "airport", "boarding"),
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            r"\b(?:fly(?:ing)?|flight|flew|travel(?:l?ing|l?ed)?|drive|driving|drove|train|"
            r"trip|ticket|bus|commute|ferry)s? from "
            r"(?P<v>[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.-]+(?: "
            r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.-]+){0,2} to "
            r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.-]+(?: "
            r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.-]+){0,2})(?: (?:on|at) \w+ "
            r"\d{1,2}(?:st|nd|rd|th)?)?"
        ),
        0.65,
        ("fl", "travel", "driv", "drove", "train", "trip", "ticket", "bus", "position", "ferry"),
        cased=True,
        unless=AT_LARGE,
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            rf"(?:(?<=我)|(?<=我[{_H}])|(?<=我[{_H}]{{2}})|(?<=我[{_H}]{{3}})|(?<=我[{_H}]{{4}})|"
            rf"(?!{_ASKED}))(?:从|由)(?P<v>[{_H}]{{2,8}}?(?:飞往|飞到|飞|前往|开往|坐高铁到|"
            rf"坐火车到|"
            rf"坐飞机到|到|去)[{_H}]{{2,8}}?)(?=的|，|。|,|、|出差|旅游|旅行|开会|航班|高铁|机票|"
            r"车票|火车|动车|\s|$)"
        ),
        0.5,
        ("飞", "高铁", "火车", "机票", "车票", "航班", "动车", "行程", "出差"),
    ),
    Rule(
        "trip",
        TRIP,
        compiled(
            rf"(?:去|到|飞往|前往|赴|飞(?!机))(?!了|过|哪|外|国外|外地|其他|医院|学校|公司|"
            rf"家)(?P<v>[{_H}]{{2,6}}?)"
            r"(?:出差|旅行|旅游|度假|开会|参会|探亲|考察|参展|出游|看病|就医)"
        ),
        0.5,
        (
            "出差",
            "旅行",
            "旅游",
            "度假",
            "开会",
            "参会",
            "探亲",
            "考察",
            "参展",
            "出游",
            "看病",
            "就医",
        ),
    ),
    Rule(
        "trip",
        TRIP,
        compiled(
            rf"(?:去|飞|回|到|往|往返|订了?|买了?|"
            rf"改签)(?P<v>(?![了过哪外这那一张两])[{_H}]{{2,8}}?的?"
            r"(?:机票|高铁票|火车票|动车票|车票|船票))(?!要?多少钱|贵|便宜|怎么|什么时候)"
        ),
        0.5,
        ("票",),
    ),
    Rule(
        "hotel-room",
        STAY,
        compiled(
            r"\b(?:hotel|staying|stay|checked in(?:to)?|inn|resort|airbnb|hostel|motel|booked|"
            r"suite|lodge)\b[^.\n]{0,60}?\b(?P<v>(?:room|suite|villa|cabin|apartment) "
            r"(?:number |no\.? ?|#)?[a-z]?-?\d{1,5}[a-z]?)\b"
        ),
        0.8,
        ("room", "suite", "villa", "cabin", "apartment"),
    ),
    Rule(
        "hotel-room",
        STAY,
        compiled(
            r"(?:酒店|宾馆|民宿|旅馆|客栈|入住|饭店|度假村|套房)"
            r"[^。\n]{0,24}?(?P<v>[A-Za-z]?\d{3,5}\s?(?:号?房间?|室|号房|套房|号))"
        ),
        0.8,
        ("房", "室", "号"),
    ),
    Rule(
        "hotel",
        STAY,
        compiled(
            r"(?P<v>(?:(?:The )?(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’&-]{1,20} )"
            r"{1,4}(?:Hotel|Inn|Resort|Suites|Hostel|Lodge|Motel|Guesthouse|B&B)|(?:Hotel|"
            r"Hostel|Pousada|Pension|Villa) "
            r"(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’&-]{1,20} ?){1,4}|(?:Hilton|"
            r"Marriott|Hyatt|Sheraton|Westin|Ibis|Novotel|Mercure|Radisson|Holiday Inn|Four "
            r"Seasons|Ritz-Carlton|InterContinental|Shangri-La|Mandarin Oriental|Best Western|"
            r"Ramada|Courtyard|Hampton Inn)(?: "
            r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’&-]{1,20}){0,3})\b)"
        ),
        0.6,
        (
            "hotel",
            "inn",
            "resort",
            "suites",
            "hostel",
            "lodge",
            "motel",
            "guesthouse",
            "b&b",
            "pousada",
            "pension",
            "villa",
            "hilton",
            "marriott",
            "hyatt",
            "sheraton",
            "westin",
            "ibis",
            "novotel",
            "mercure",
            "radisson",
            "four seasons",
            "ritz",
            "intercontinental",
            "shangri",
            "mandarin",
            "western",
            "ramada",
            "courtyard",
        ),
        cased=True,
    ),
    Rule(
        "hotel",
        STAY,
        compiled(
            r"(?:住在?了?|入住了?|预订了?|订了|下榻|住的是|酒店(?:是|为|:))"
            rf"(?P<v>[{_H}A-Za-z·]{{2,14}}?(?:大酒店|酒店|宾馆|民宿|客栈|青旅|度假村|旅馆|饭店|"
            r"青年旅舍))"
        ),
        0.7,
        ("酒店", "宾馆", "民宿", "客栈", "青旅", "度假村", "旅馆", "饭店", "旅舍"),
    ),
    Rule(
        "stay-dates",
        TRIP,
        compiled(
            r"\b(?:check(?:ing)?[- ]in|check(?:ing)?[- ]out|departure|depart(?:s|ing)?|"
            r"arriv(?:al|e|es|ing)|flight|leav(?:e|es|ing)|return(?:s|ing)?|fly(?:ing)?|"
            r"travel(?:l?ing)?|itinerary|land(?:s|ing)?)(?: date)?(?: is| on|:| out on| back "
            rf"on){{0,2}} (?P<v>{DATE}(?:,? (?:at )?\d{{1,2}}:\d{{2}}(?: ?[ap]m)?)?)"
        ),
        0.5,
        (
            "check",
            "depart",
            "arriv",
            "flight",
            "leav",
            "return",
            "fly",
            "travel",
            "itinerary",
            "land",
        ),
    ),
    Rule(
        "position",
        HERE,
        compiled(
            r"\b(?:i['’]m (?:currently |now |right now )?(?:at|in front of|near|outside)|meet "
            r"me at|pick me up (?:at|from)|i live (?:near|next to|across from|behind|close to)"
            r"|my location is|waiting at|parked (?:at|near|in|on)) (?P<v>(?:the )"
            r"?[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ0-9][\wÀ-ž'’&.-]*(?: (?:of|the|and|&|on|at|"
            r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ0-9][\wÀ-ž'’&.-]*)){0,6})"
        ),
        0.55,
        ("i'm", "i’m", "meet me", "pick me", "i live", "location", "waiting", "parked"),
        cased=True,
    ),
    Rule(
        "position",
        HERE,
        compiled(
            r"(?:我现在在|我正在|我在|我目前在|定位(?:在|是)|位置(?:在|是)|停在|等在|人在|"
            rf"我人在|接我的地点是|见面地点(?:是|在)?)(?P<v>[{_H}A-Za-z0-9·]{{2,20}}?(?:地铁站|"
            r"车站|机场|停车场|[东南西北A-Z0-9]{1,2}(?:出?口|门)|门口|路口|交叉口|航站楼|"
            r"号线|广场|大厦|医院|商场|超市|咖啡馆|咖啡厅|写字楼|公园|图书馆|健身房|诊所|学校|"
            r"站台|楼下|附近|旁边))"
        ),
        0.6,
        ("我", "定位", "位置", "停在", "等在", "人在", "地点"),
    ),
    Rule(
        "metro",
        HERE,
        compiled(
            rf"(?P<v>(?:地铁)?\d{{1,2}}号线(?![{_H}]{{0,2}}(?:在?哪|和))[{_H}]{{2,8}}站(?:[A-Z]\d?(?:出?口))?)"
        ),
        0.55,
        ("号线",),
    ),
)


def travel() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
