"""Where people say they go and are, without "from" or "to": a day, an hour, a place they name.

A question about trains at large names places as well, so most of these rules need a traveller: a
word for oneself or one's people in the line, or no question about the world in it.
"""

from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.travel import AT_LARGE, HERE, STAY, TRIP
from app.detect.builtin.whereabouts_zh import RULES as CHINESE_RULES

_PLACE = rf"(?:St\.? )?{CAPITALISED}(?: (?:{CAPITALISED}|of|de|la|di|am|an der|upon)){{0,3}}"
_TOWN = rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
_DAY = (
    r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|tomorrow|every (?:morning|"
    r"evening|day|night|weekday))"
)
_DAYS = ("day", "tonight", "tomorrow", "every ")
_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d{2})? ?(?i:[ap]\.?m\.?)|\d{1,2}[:.]\d{2}|(?:half|quarter) (?:past|to) \w+)"
)
_HOUR = rf"(?:{_CLOCK}|\d{{1,2}}(?! ?(?:%|people|km|miles|kids)))"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = (
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{_MONTH})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|"
    rf"th)?)"
)
_SPOT = (
    r"(?:(?:outside|in front of|behind|opposite|next to|across from|above|below|by|near|at|on|"
    r"under)"
    r" (?:the |my |our )?(?:[\w'’-]{1,16} ){0,5}?)"
)
_NAMED_SPOT = (
    rf"{_SPOT}(?:{_PLACE}|(?:corner|steps|entrance|gate|exit|bridge|fountain|statue)\b)(?: (?:on|"
    rf"in|of|at) (?:the )?{_PLACE})?"
)
_WE = r"(?i:\b(?:i|we|my \w+|our \w+|he|she|they)(?:['’](?:ll|re|m|ve|s))?)\b"
_GOING = (
    r"(?:leav(?:e|es|ing)|fly|flying|flies|travel(?:l?ing|s)?|driv(?:e|es|ing)|sail(?:s|ing)?|"
    r"mov(?:e|es|ing)|head(?:s|ing)?|ride|riding|goes|go|going|commut(?:e|es|ing)|cycl(?:e|es|ing)|"
    r"deploying|transfer(?:red|ring)?)"
)
RULES = (
    Rule(
        "flight",
        TRIP,
        compiled(
            r"(?<![\w-])(?P<v>[A-Z]{2} ?\d{3,4}|[A-Z]\d ?\d{3,4}|\d[A-Z] ?\d{3,4})(?= (?:lands?|"
            r"landing|"
            r"landed|leaves|leaving|arriv\w+|depart\w+|takes off|boards?|boarding|got cancel\w+|"
            r"is delayed|"
            r"was cancel\w+|is cancel\w+|cancel\w+|delayed|with (?:my|a|the|two|three)))"
        ),
        0.7,
        cased=True,
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            rf"(?:{_WE}|^|[.!,:] )[^.?!\n]{{0,36}}?\b{_GOING}\b(?: [\w'’]+){{0,3}}? (?:from )?"
            rf"(?P<v>{_PLACE} to (?:the )?{_PLACE})"
        ),
        0.6,
        (" to ",),
        cased=True,
        unless=AT_LARGE,
        accept=lambda value: (
            not value.startswith(("I ", "If ", "We ", "My ", "The ", "How ", "You "))
        ),
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            rf"(?:bus|train|tram|coach|shuttle|ferry|metro|commute|ride)[^.?!\n]{{0,30}}? (?:at |"
            rf"is |the )?"
            rf"(?P<v>{_CLOCK} (?:from|to) (?:the )?{_PLACE}(?: to (?:the )?{_PLACE})?)"
        ),
        0.65,
        ("from", "to"),
        cased=True,
        unless=AT_LARGE,
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            rf"\b(?P<v>from {_PLACE} on the {_CLOCK} [a-z]{{3,9}}|the {_CLOCK} (?:ferry|train|"
            rf"bus|coach|flight|"
            rf"boat|tram|eurostar) (?:from|to) {_PLACE})"
        ),
        0.65,
        ("from", "to"),
        cased=True,
        unless=AT_LARGE,
    ),
    Rule(
        "route",
        TRIP,
        compiled(
            rf"\b(?:between|from) (?P<v>(?:the )?(?:[\w'’-]{{2,14}} ){{0,3}}{_PLACE} (?:and|"
            rf"to) (?:the|my|our) "
            r"[a-z]{3,14}(?: [a-z]{3,10})?)(?=[,.!?;]|$| (?:and|every|how|on|at|so|but)\b)"
        ),
        0.55,
        ("between", "from"),
        cased=True,
        unless=AT_LARGE,
    ),
    Rule(
        "meeting-point",
        TRIP,
        compiled(
            rf"(?=[MTWFSEmtwfse])(?P<v>{_DAY},? (?:(?:at )?{_HOUR},? )?{_NAMED_SPOT})(?![\w])"
        ),
        0.6,
        _DAYS,
        cased=True,
        unless=AT_LARGE,
    ),
    Rule(
        "meeting-point",
        TRIP,
        compiled(
            rf"(?=[MTWFSEmtwfse])(?P<v>{_DAY},? (?:at )?{_CLOCK},? (?:the )?(?:(?:north|south|"
            rf"east|west|main|back|"
            rf"side|old|front)"
            r" ){0,2}(?:steps|entrance|exit|corner|gate|door|bridge|platform|car park|"
            r"lobby) (?:of|at|by|near)"
            rf" (?:the )?(?:{_PLACE}|(?:[a-z]{{3,12}} ?){{1,4}}))(?=[\"”.,!?\n]|$)"
        ),
        0.6,
        _DAYS,
        cased=True,
        unless=AT_LARGE,
    ),
    Rule(
        "stay-dates",
        TRIP,
        compiled(
            rf"\b(?P<v>{_TOWN},? (?:\d{{1,2}}(?:st|nd|rd|th)? ?(?:-|–|to|until|till) ?"
            rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}} ?(?:-|–|"
            rf"to) ?(?:{_MONTH} )?"
            rf"\d{{1,2}}))(?!\w)"
        ),
        0.55,
        _MONTHS,
        cased=True,
        unless=AT_LARGE,
        accept=lambda value: not value.startswith(("The ", "From ", "Between ", "On ", "It ")),
    ),
    Rule(
        "stay-dates",
        TRIP,
        compiled(rf"\b(?P<v>{_PLACE},? (?:until|till) {_DATE})(?!\w)"),
        0.55,
        ("until", "till"),
        cased=True,
        unless=AT_LARGE,
        accept=lambda value: not value.startswith(("The ", "From ", "Between ", "On ", "It ")),
    ),
    Rule(
        "stay-dates",
        TRIP,
        compiled(
            rf"{_WE}[^.?!\n]{{0,30}}?\b(?:go|going|fly|flying|off|leave|leaving|head(?:ed|ing)?|"
            rf"travel(?:l?ing)?|"
            rf"deploy(?:ed|ing)?|sent|posted|moving)(?: [\w'’]+){{0,2}}? (?P<v>(?:in (?:early|"
            rf"mid|late) {_MONTH} )?"
            rf"to (?:a (?:base|camp|school|clinic|hotel|village) (?:near|in|"
            rf"outside) )?{_PLACE}(?: (?:for|on|in|until) "
            rf"(?:(?:the )?(?:two|three|four|five|six|seven|ten|\w{{1,2}}) (?:days|weeks|months|"
            rf"nights)|a (?:week|month"
            rf"|fortnight|weekend)|{_DATE}|{_DAY})))(?!\w)"
        ),
        0.6,
        (" to ",),
        cased=True,
        unless=AT_LARGE,
    ),
    Rule(
        "stay-dates",
        TRIP,
        compiled(
            r"\b(?:arriv(?:e|es|ing)|land(?:s|ing)?|back|get(?:s|ting)? in|due in|"
            r"touch(?:es)? down|leaves?|leaving|"
            r"picking (?:me|her|him|us) up)(?: at)? (?P<v>(?:around |about |"
            r"at )?\d{1,2}[:.]\d{2}(?: ?[ap]m)?)(?!\w)"
        ),
        0.5,
        ("arriv", "land", "back", "get", "due in", "touch", "leav", "picking"),
        unless=AT_LARGE,
    ),
    Rule(
        "stay-dates",
        TRIP,
        compiled(
            rf"{_WE}(?: be| am| are| will be| is)?(?: back| staying|"
            rf" going to be)? in (?P<v>{_PLACE},? from {_DATE} (?:to|until|till) {_DATE})(?!\w)"
        ),
        0.6,
        (" from ",),
        cased=True,
    ),
    Rule(
        "seat",
        TRIP,
        compiled(
            r"\b(?P<v>(?:coach|car|carriage|wagon) [a-z0-9]{1,2},? (?:seat )?\d{1,3}[a-k])(?!\w)"
        ),
        0.75,
        ("coach", "car", "carriage", "wagon"),
    ),
    Rule(
        "position",
        HERE,
        compiled(
            r"\b(?=[SsLlMmFfWwHhPp])(?:[Ss]itting|[Ss]tanding|[Ll]iv(?:e|es|ing)|"
            r"[Mm]oving (?:in)?to|"
            r"[Mm]oved (?:in)?to|[Ff]lat|[Ss]tay(?:s|"
            rf"ing)?|[Ww]orking from|[Ss]tuck|[Ww]aiting|[Hh]iding|"
            rf"[Pp]arked)\b(?: [\w'’-]+){{0,3}}?(?: is| at| in| on| from)? "
            rf"(?P<v>(?:the|a|our) (?:[\w-]{{2,14}} ){{1,3}}{_NAMED_SPOT}(?: (?:church|station|"
            rf"school|pub|bridge|park|"
            r"hospital|mall|library|shop|bakery))?)(?![\w])"
        ),
        0.6,
        (
            "sitting",
            "standing",
            "liv",
            "moving",
            "moved",
            "flat",
            "stay",
            "working",
            "stuck",
            "waiting",
            "hiding",
            "parked",
        ),
        cased=True,
        unless=AT_LARGE,
    ),
    Rule(
        "position",
        HERE,
        compiled(
            r"\b(?P<v>(?:[AM]\d{1,3}|[A-Z]{1,3}-?\d{1,3}|Route \d{1,3}|"
            r"Highway \d{1,3})(?: (?:north|south|east|west)"
            r"bound)?,? (?:just )?(?:past|near|at|before|after|by|between) (?:junction|exit|mile|"
            r"km|milepost|marker|"
            r"services?)(?: [\w-]{1,6})?)"
        ),
        0.65,
        ("junction", "exit", "mile", "km", "marker", "service"),
        cased=True,
    ),
    Rule(
        "hotel-room",
        STAY,
        compiled(
            rf"\b(?P<v>(?:the |a )?(?:[a-z]{{3,8}} at (?:the )?)?{_PLACE} (?:Hotel|Inn|Lodge|"
            rf"Resort|Hostel|House|Guesthouse|"
            r"Pension|Motel|B&B|Cabins),? (?:(?:room|cabin|suite|villa|ref|apartment|"
            r"unit)\.? #?[\w-]{1,10}))(?!\w)"
        ),
        0.8,
        cased=True,
    ),
)


def whereabouts() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser((*RULES, *CHINESE_RULES)),)
