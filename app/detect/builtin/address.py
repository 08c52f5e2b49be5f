"""Street-level addresses, English, European and Chinese, and postcodes."""

from collections.abc import Iterator

from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, Rule, RuleRecogniser
from app.detect.builtin.view import View
from app.detect.detector import Profile

_STREET = (
    r"(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|square|"
    r"sq|place|pl|"
    r"terrace|way|parkway|pkwy|circle|cir|highway|hwy|crescent|close|trail|trl|alley|"
    r"mews|grove|row|"
    r"quay|plaza|expressway|loop|ridge|gardens|walk|hill|heights|point|pass|path|park|"
    r"crossing|"
    r"spurs?|islands?|junctions?|locks?|mills?|mountains?|orchard|overpass|passage|"
    r"pike|pine|plains?|"
    r"ports?|prairie|radial|ramp|ranch|rapids?|rest|river|run|shoals?|shores?|skyway|"
    r"springs?|"
    r"squares|station|stravenue|stream|streets|summit|throughway|trace|track|"
    r"trafficway|tunnel|"
    r"turnpike|underpass|union|valleys?|viaduct|views?|villages?|ville|vista|walks|"
    r"wall|wells?|roads|"
    r"landing|knolls?|keys?|isle|inlet|hollow|haven|harbors?|grove?s|greens?|glens?|"
    r"gateway|fork|ford|"
    r"forges?|forest|fort|flats?|fields?|ferry|falls|extension|estates?|drives?|"
    r"divide|dam|dale|"
    r"curve|crest|creek|cove|courts?|course|corners?|common|club|cliffs?|centers?|"
    r"causeway|canyon|"
    r"camp|bypass|burgs?|brooks?|bridge|branch|bottom|bluffs?|bend|beach|bayou|arcade|"
    r"annex|"
    r"lodge|light|lakes?|meadows?|mission|motorway|mount|neck|oval|rue|stra(?:ß|ss)e|"
    r"laan)"
)
_UNIT = (
    r"(?:,?\s{0,2}(?i:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|#)"
    r"\.?\s{0,2}#?[\w-]{1,6}"
    r"|,\s?\d{1,3}(?:st|nd|rd|th) [Ff]loor)"
)
_STATE = (
    r"(?:A[AEKLPRSZ]|C[AOT]|D[CE]|F[LM]|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEHINOPST]|"
    r"N[CDEHJMVY]|O[HKR]|"
    r"P[ARW]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])"
)
_TOWN = (
    r"(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.-]{1,20}(?:(?<!\w{5}\.) "
    r"(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.-]{1,20}|(?:of|de|da|do|dos|"
    r"del|la|upon)\b)){0,3})"
)
_TAIL = (
    rf"(?:{_UNIT})?(?:(?:,\s{{0,2}}|\s{{1,2}}|\n)(?:{_TOWN})"
    rf",?\s{{1,2}}(?:{_STATE}(?:,?\s{{1,2}}\d{{5}}(?:-\d{{4}})?)?|"
    r"[A-Z]{2},?\s{1,2}\d{5}(?:-\d{4})?)"
    rf"|(?:,\s{{0,2}}(?:{_TOWN}|[A-Z]{{2,3}}|[A-Z]{{0,2}}\d[\dA-Z -]{{2,7}}\d?|{_TOWN} "
    r"\d{4,6}|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})){1,4})?"
)
_NAMEPART = (
    r"(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.-]{0,24}|\d{1,3}(?:st|nd|rd|th)"
    r"|de|la|of|the)"
)
_ENGLISH = compiled(
    rf"(?<![\w$€£.,-])(?P<v>\d{{1,6}}[A-Za-z]?(?:-\d{{1,5}})?,? (?:{_NAMEPART} ){{1,4}}"
    rf"(?i:{_STREET})\b\.?{_TAIL}(?:,? (?:USA|US|U\.S\.A\.|UK|United States|United "
    r"Kingdom|Canada|Australia)\b)?)"
)
_NO_STREET_WORD = compiled(
    rf"(?<![\w$€£.,-])(?P<v>\d{{1,6}} (?:{_NAMEPART} ?)"
    rf"{{1,3}}{_UNIT}(?:,\s{{0,2}}{_TOWN}(?:,? [A-Z]{{2}}\b)?(?:,? \d{{5}}(?:-\d{{4}})"
    r"?)?(?:,? (?:USA|US|UK)\b)?))"
)
_UNIT_AND_PLACE = compiled(
    r"\b(?P<v>(?:Apto?|Apartment|Apartamento|Departamento|Flat|Casa|House|Villa|Block|"
    rf"Bloco|Edif[ií]cio|Torre|Tower|Lote|Quadra)\.? \d{{1,5}}[A-Z]?, {_TOWN}"
    rf"(?:(?:,| -) (?:{_TOWN}|[A-Z]{{2}}|\d{{5}}-?\d{{3}})){{0,5}})"
)
_UNIT_FIRST = compiled(
    r"(?P<v>(?i:apt|apartment|suite|unit|flat|room)\.? #?[\w-]{1,6},? (?:at )"
    rf"?\d{{1,6}} (?:{_NAMEPART} ){{1,4}}"
    rf"(?i:{_STREET})\b{_TAIL})"
)
# The street word first, the number last: Romance languages, Polish, Turkish.
_ROMANCE = compiled(
    r"(?P<v>\b(?:Rua|Av\.|Avenida|Calle|C/|Carrera|Travessa|Alameda|Praça|Rodovia|"
    r"Estrada|Via|Viale|Piazza|Corso|"
    r"Rue|Boulevard|Avenue|Place|Chemin|Allée|Plaza|Paseo|Camino|ul\.|ulica|Jalan|Jl\.)"
    r"(?: (?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.-]{1,24}|de|da|do|dos|das|"
    r"del|della|di|du|des|la|las|los|le|les|e|y)){1,6}"
    r",? (?:n[º°o]\.? ?)?\d{1,5}[A-Za-z]?"
    r"(?:(?:,| -)\s{0,2}(?:(?i:apto?|ap|bloco|piso|dto|andar|conj|sala|lote|depto|"
    rf"interior|int)\.? ?[\w-]{{1,6}}|{_TOWN}|[A-Z]{{2}}|\d{{2,5}}-?\d{{3}}|\d{{5}}(?: "
    rf"{_TOWN})?)){{0,6}})"
)
_NUMBER_ROMANCE = compiled(
    r"(?<![\w.])(?P<v>\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|"
    r"chemin|allée|impasse|quai) "
    r"(?:(?:de|du|des|la|le|les|l['’]|d['’]) ?)"
    r"{0,3}[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’-]{1,24}(?: "
    r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’-]{1,24}){0,3}"
    rf"(?:,? \d{{5}} {_TOWN})?)"
)
_GERMANIC = compiled(
    r"(?P<v>\b[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][a-zà-ž]{2,24}(?:straße|strasse|"
    r"str\.|gasse|weg|platz|allee|ufer|damm|ring|gracht|straat|"
    r"laan|plein|vej|gade|gatan|vägen|veien|gata)\s\d{1,4}[a-z]?\b"
    rf"(?:,\s?(?:[A-Z]{{1,2}}-)?\d{{4,6}}(?: [A-Z]{{2}})? {_TOWN})?)"
)
# Number and name only, where the sentence says that somebody lives or delivers there.
_LIVES = compiled(
    r"\b(?:(?i:live|lives|living|lived|reside|resides|moved|deliver(?:ed)?|ship(?:ped)"
    r"?|mail(?:ed)?|address|home|house|apartment)"
    r"(?: (?:is|in|at|to|on|near|it|them|address|my|our|the)){0,3}:? )"
    r"(?P<v>\d{1,5}[A-Z]? (?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.-]{1,20}"
    r"(?<!\w{5}\.) ?){1,3}(?:\b|(?<=\w{5}\.))"
    rf"(?:,\s?(?:(?i:apt|apartment|unit|suite)\.? ?\w{{1,5}}|{_TOWN}|\d{{4,6}}|"
    r"[A-Z]{2}(?: \d{5})?)){0,4})"
)
_FIELD = compiled(
    r"\b(?:(?i:home|mailing|street|shipping|delivery|billing|postal|residential|"
    r"current|my|our|office)\s(?i:address))"
    r"\s?(?:(?i:is|was|:|at|to|as)\s{0,2})"
    r"{1,2}(?P<v>[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ0-9#][^\n.;!?]{6,100}?\d[^\n.;!?]"
    r"{0,60}?)(?=[.;!?\n]|$| and | but | so |, (?:and|but|so|which|please)\b)"
)
_PO_BOX = compiled(r"\b(?P<v>p\.? ?o\.? ?box \d{1,7})\b")
_MILITARY = compiled(
    r"\b(?P<v>(?:PSC|Unit|USNV|USS|USCGC|USNS) (?:\w{1,12}),?(?: Box \d{1,5})?[,\n "
    r"]{1,3}(?:[A-Z]?PO|DPO) A[AEP] \d{5}(?:-\d{4})?)"
)
_CITY_ZIP = compiled(
    r"(?P<v>\b(?:[A-Z][\wÀ-ž'’.-]{1,20} ?){1,3}, [A-Z]{2},? \d{5}(?:-\d{4})"
    r"?)(?!\w)"
)
_ZIP = compiled(
    r"(?:\b(?:zip|postal)(?: ?code)?|\bpost ?code|\bcep|邮编|邮政编码|邮政码)"
    r"\s{0,2}(?:is|of|：|:|是|为|\()?\s{0,2}"
    r"(?P<v>\d{5}-\d{3,4}|[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d|"
    r"\d{4,7})(?!\w)"
)
# The first half of a British postcode, at the end of its word.
_OUTWARD = compiled(r"(?<!\w)[a-z]{1,2}\d[a-z0-9]?$")
_UK_POSTCODE = compiled(
    r"(?<!\w)(?P<v>(?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}|"
    r"[A-PR-UWYZ]\d[A-HJKPSTUW]|"
    r"[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRVWXY]) \d[ABD-HJLNP-UW-Z]{2})(?!\w)"
)
_H = r"\u4e00-\u9fff"
_N = r"[0-9０-９一二三四五六七八九十百零〇]"
_CN_UNIT = (
    rf"(?:\s?(?:{_N}{{1,5}}|[A-Za-z]|[甲乙丙丁东南西北])?\s?-?(?:{_N}{{1,4}}|[A-Za-z])"
    r"?\s?"
    r"(?:号院|号楼|号|栋|幢|座|单元|楼|层|室|户|弄|巷|期|区|组|房|门牌))"
)
_CN_PLACE = (
    rf"(?:[{_H}A-Za-z·]{{2,12}}?(?:小区|花园|公寓|大厦|家园|苑|新村|广场|中心|大楼|"
    r"园区|社区|宿舍|府|城|庭|里|湾|郡|邸))"
)
_CN_DOOR = (
    r"(?:[，, ]{0,2}(?:[A-Za-z]?\d{2,5}[A-Za-z]?|\d{1,3}[A-Za-z])(?:室|房|号|户)"
    r"?(?![\d年月日点元块分个%:-]))?"
)
_CN_TAIL = rf"(?:[，, ]{{0,2}}{_CN_PLACE}?(?:\s?[，,]?\s?{_CN_UNIT})){{0,5}}{_CN_DOOR}"
_REGION = rf"(?:[{_H}]{{2,7}}?(?:省|自治区|特别行政区|市|区|县|州|镇|乡|街道))"
_CN_STREET = compiled(
    rf"(?P<v>{_REGION}{{0,4}}[{_H}]{{2,10}}?(?:大道|大街|胡同|路|街|巷|道|弄)"
    r"(?:[东南西北中]?[一二三四五六七八九十]?(?:段|路|街)?)\s?"
    rf"{_N}{{1,5}}\s?(?:弄|巷|号院|号楼|号)(?:之{_N}{{1,2}})?{_CN_TAIL})"
)
_CN_ESTATE = compiled(
    rf"(?P<v>{_REGION}{{0,4}}[{_H}A-Za-z·]{{2,10}}?(?:小区|花园|公寓|大厦|家园|苑|新村|"
    r"嘉园|社区|宿舍|府邸|国际|名邸)"
    rf"(?:(?:[，, ]{{0,2}}{_CN_UNIT}){{1,5}}{_CN_DOOR}|\s?(?:\d{{1,4}}[A-Za-z]|"
    r"[A-Za-z]?\d{3,5})(?![\d年月日点元块分个%:-])))"
)
# What may stand before an address and hardly ever inside its names.
_CN_LEAD = compiled(
    r".*(?:[在到住搬约寄送往于是去从址了给我]|收货|邮寄|"
    r"家里?(?=[\u4e00-\u9fff]{2,6}[省市区县]))"
)
_CN_BEFORE_NUMBER = compiled(r"[^0-9]*")


def _street_number(value: str) -> bool:
    """Refuse "20 years Old Way": the word before the street word must not be a plain quantity."""
    words = value.lower().split()
    if value.lower().startswith(_FAMOUS):
        return False
    return len(words) < 2 or words[1] not in _QUANTITIES


# Seats of governments and addresses of famous characters: nobody's home.
_FAMOUS = (
    "10 downing street",
    "11 downing street",
    "1600 pennsylvania ave",
    "221b baker street",
    "4 privet drive",
    "742 evergreen terrace",
    "12 grimmauld place",
    "350 fifth avenue",
)
_QUANTITIES = frozenset(
    {
        "years",
        "year",
        "days",
        "day",
        "minutes",
        "minute",
        "hours",
        "hour",
        "percent",
        "people",
        "times",
        "points",
        "ways",
        "steps",
        "of",
        "the",
        "a",
    }
)


def _somebodys(value: str) -> bool:
    return not value.lower().startswith(_FAMOUS)


def _reads_as_place(value: str) -> bool:
    return any(char.isdigit() for char in value) and len(value) >= 8


def chinese_start(text: str, start: int, end: int) -> int:
    """Return where the address proper begins: after the lead-in words that a pattern took along."""
    number = _CN_BEFORE_NUMBER.match(text, start, end)
    stop = number.end() if number else end
    lead = _CN_LEAD.match(text, start, max(start, stop - 2))
    return lead.end() if lead and lead.end() < end - 3 else start


RULES = (
    Rule("street-address", "Detailed Address", _ENGLISH, 0.85, cased=True, accept=_street_number),
    Rule(
        "street-address",
        "Detailed Address",
        _UNIT_FIRST,
        0.85,
        ("flat", "apt", "apartment", "unit", "suite", "room"),
        cased=True,
    ),
    Rule(
        "street-address",
        "Detailed Address",
        _NO_STREET_WORD,
        0.8,
        ("apt", "apartment", "suite", "ste", "unit", "flat", "floor", "room", "#"),
        cased=True,
    ),
    Rule(
        "street-address",
        "Detailed Address",
        _UNIT_AND_PLACE,
        0.65,
        (
            "apt",
            "apart",
            "depart",
            "flat",
            "casa",
            "house",
            "villa",
            "block",
            "bloco",
            "edif",
            "torre",
            "tower",
            "lote",
            "quadra",
        ),
        cased=True,
    ),
    Rule("street-address", "Detailed Address", _ROMANCE, 0.8, cased=True),
    Rule(
        "street-address",
        "Detailed Address",
        _NUMBER_ROMANCE,
        0.8,
        ("rue", "avenue", "boulevard", "place", "chemin", "all", "impasse", "quai"),
        cased=True,
    ),
    Rule("street-address", "Detailed Address", _GERMANIC, 0.8, cased=True),
    Rule(
        "address-context",
        "Detailed Address",
        _LIVES,
        0.65,
        (
            "live",
            "living",
            "reside",
            "moved",
            "deliver",
            "ship",
            "mail",
            "address",
            "home",
            "house",
            "apartment",
        ),
        cased=True,
        accept=_somebodys,
    ),
    Rule(
        "address-context",
        "Detailed Address",
        _FIELD,
        0.75,
        ("address",),
        cased=True,
        accept=_reads_as_place,
    ),
    Rule("po-box", "Detailed Address", _PO_BOX, 0.85, ("box",)),
    Rule(
        "street-address",
        "Detailed Address",
        _MILITARY,
        0.9,
        ("psc", "unit", "uss", "usn", "uscgc"),
        cased=True,
    ),
    Rule("postcode", "Detailed Address", _CITY_ZIP, 0.8, cased=True),
    Rule("postcode", "Detailed Address", _ZIP, 0.8, ("zip", "post", "cep", "邮")),
    Rule(
        "postcode",
        "Detailed Address",
        _UK_POSTCODE,
        0.75,
        cased=True,
        gate=Gate(shape=lambda word: _OUTWARD.search(word) is not None, digits=2),
    ),
)
CHINESE_RULES = (
    Rule(
        "chinese-address",
        "Detailed Address",
        _CN_STREET,
        0.85,
        ("路", "街", "道", "巷", "弄", "胡同"),
    ),
    Rule(
        "chinese-address",
        "Detailed Address",
        _CN_ESTATE,
        0.8,
        (
            "小区",
            "花园",
            "公寓",
            "大厦",
            "家园",
            "苑",
            "新村",
            "园",
            "社区",
            "宿舍",
            "府",
            "国际",
            "名邸",
        ),
    ),
)


class ChineseAddress:
    """Chinese addresses, without the verb or pronoun that the pattern took along."""

    gate = Gate((_CN_STREET, _CN_ESTATE))

    def __init__(self) -> None:
        self._rules = RuleRecogniser(CHINESE_RULES)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:
        """Yield addresses from their first place name to their last number."""
        for hit in self._rules.find(view, profile):
            yield hit._replace(start=chinese_start(view.text, hit.start, hit.end))
