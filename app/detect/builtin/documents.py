"""Numbers of identity documents whose check digits prove them, and those that a word announces."""

import re
from collections.abc import Iterator

from app.detect.builtin.check_digits import checker
from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, Rule, RuleRecogniser, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

ID = "ID Number"
# Shape, python-stdnum module that checks it, and whether the shape alone is telling enough.
_SHAPES = (
    (r"\d{6} ?(?:19|20)\d{2} ?\d{4} ?\d{3}[\dXx]|\d{17}[\dXx]", "stdnum.cn.ric", True),
    (r"\d{3}\.\d{3}\.\d{3}-\d{2}", "stdnum.br.cpf", True),
    (r"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}", "stdnum.br.cnpj", True),
    (r"[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]", "stdnum.it.codicefiscale", True),
    (r"[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z0-9]\d", "stdnum.mx.curp", True),
    (r"756\.\d{4}\.\d{4}\.\d{2}", "stdnum.ch.ssn", True),
    (r"\d{6}-[1-8]\d{6}", "stdnum.kr.rrn", True),
    (
        r"[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}",
        "stdnum.fr.nir",
        True,
    ),
    (r"\d{1,2}\.\d{3}\.\d{3}-[\dkK]", "stdnum.cl.rut", True),
    (r"(?:20|23|24|27|30|33)-\d{8}-\d", "stdnum.ar.cuit", True),
    (r"\d{6}[-+A]\d{3}[0-9A-Y]", "stdnum.fi.hetu", True),
    (r"(?:\d{8}|[XYZ]\d{7})-?[A-Z]", "stdnum.es.dni", True),
    (r"[XYZ]-?\d{7}-?[A-Z]", "stdnum.es.nie", True),
    (r"(?:19|20)?\d{6}[-+]\d{4}", "stdnum.se.personnummer", True),
    (
        r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]",
        "stdnum.gb.nino",
        True,
    ),
    (r"\d{3} ?\d{3} ?\d{4}", "stdnum.gb.nhs", False),
    (r"\d{4} ?\d{4} ?\d{4}", "stdnum.in_.aadhaar", False),
    (r"\d{3}[- ]?\d{3}[- ]?\d{3}", "stdnum.ca.sin", False),
    (r"\d{3} ?\d{3} ?\d{3}", "stdnum.au.tfn", False),
    (r"\d{11}", "stdnum.pl.pesel", False),
    (r"\d{11}", "stdnum.tr.tckimlik", False),
    (r"\d{11}", "stdnum.br.cpf", False),
    (r"\d{11}", "stdnum.de.idnr", False),
    (r"\d{11}", "stdnum.no.fodselsnummer", False),
    (r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}|\d{11}", "stdnum.be.nn", False),
    (r"\d{9}", "stdnum.nl.bsn", False),
    (r"\d{13}", "stdnum.za.idnr", False),
    (r"\d{13}", "stdnum.ro.cnp", False),
    (r"\d{6}-\d{4}", "stdnum.dk.cpr", False),
)
_SHAPED = r"(?<![\w.$-])(?:{})(?![\w-]|\.\d)"
_CHECKED: tuple[tuple[re.Pattern[str], str, bool], ...] = tuple(
    (compiled(_SHAPED.format(shape)), module, telling) for shape, module, telling in _SHAPES
)
# Mostly a zone has none of these, and one search says so.
_TELLING = compiled(_SHAPED.format("|".join(shape for shape, _, telling in _SHAPES if telling)))
_ID_CONTEXT = compiled(
    r"\b(?:ssn|sin|nino|nhs|tfn|bsn|cpf|dni|nie|pesel|cnp|cpr|aadhaa?r|tax|social|"
    r"national|insurance|identity|personal|citizen|resident|id|steuer\w*|kimlik|"
    r"personnummer|rijksregister\w*)\b|身份证|证件|税号|社保"
)
_SSN = compiled(r"(?<![\w.-])(?!000|666)[0-9]\d{2}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_SSN_BARE = compiled(
    r"\b(?:ssn|social(?: security)?(?: number| no\.?)?)\s?(?:is|:|number|#|of|=|\s)"
    r"{1,3}(?P<v>\d{3}[- ]?\d{2}[- ]?\d{4})\b"
)
# Eighteen digits with a birth date in them, as Chinese identity cards and driving licences have
# (GB 11643), also where a wrong digit spoils the check.
_CN_ID_SHAPE = compiled(
    r"(?<![\w.-])(?P<v>[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx])"
    r"(?![\w-])"
)
_HK_ID = compiled(r"(?<![\w-])(?P<v>[A-Z]{1,2}\d{6}\([0-9A]\))")
_TW_ID = compiled(r"(?<![\w-])(?P<v>[A-Z][12]\d{8})(?![\w-])")
# Mainland plates: province character, letter, then five or six letters and digits.
_CN_PLATE = compiled(
    r"(?P<v>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]\s?[·"
    r".-]?\s?(?=[A-Z0-9]{0,5}\d)[A-HJ-NP-Z0-9]{5,6})(?![A-Za-z0-9])"
)
_GAP_EN = (
    r"(?: number| no\.?| card| id| plate| plates| #)?\s{0,2}(?:\([^()\n]{0,12}\)\s?)"
    r"?(?:(?:is|was|are|reads|:|=|#|number|of|\(|with)\s{0,2}){0,3}"
)
_DOC_VALUE = (
    r"#?(?P<v>(?=[a-z0-9-]{0,12}\d)[a-z0-9]{1,20}(?:[- ](?=[a-z0-9]{0,8}\d)"
    r"[a-z0-9]{1,12}){0,4})(?![\w-])"
)
RULES = (
    Rule(
        "passport-context",
        "Passport Number",
        compiled(rf"\bpassport{_GAP_EN}{_DOC_VALUE}"),
        0.85,
        ("passport",),
        accept=lambda v: 6 <= len(v) <= 14,
    ),
    Rule(
        "passport-context",
        "Passport Number",
        compiled(
            r"护照\s?(?:号码?|号|编号)?\s?(?:是|为|:|：|\()?\s?(?P<v>[a-z]{0,3}\d{6,9})"
            r"(?![a-z0-9])"
        ),
        0.85,
        ("护照",),
    ),
    Rule(
        "licence-context",
        "Driver's License Number",
        compiled(
            r"\b(?:driv(?:er['’]?s?|ing) (?:licen[cs]e|permit)|\bdl|licen[cs]e (?:number|"
            rf"no\.?|#)){_GAP_EN}{_DOC_VALUE}"
        ),
        0.85,
        ("licen", "dl", "permit"),
        accept=lambda v: 5 <= len(v) <= 22,
    ),
    Rule(
        "licence-context",
        "Driver's License Number",
        compiled(
            r"(?:驾驶证|驾照)\s?(?:号码?|编号|档案编号)?\s?(?:是|为|:|：|\()"
            r"?\s?(?P<v>[a-z0-9]{8,18})(?![a-z0-9])"
        ),
        0.85,
        ("驾驶证", "驾照"),
    ),
    Rule(
        "plate-context",
        "License Plate",
        compiled(
            r"\b(?:licen[cs]e plate|number plate|plate(?: number| no\.?)?|registration(?: "
            r"plate| number)?|tag number|rego)s?\s{0,2}(?:(?:is|was|reads|:|=|#|number|\(|of)"
            r"\s{0,2}){0,2}[\"“'(]?(?P<v>(?=[a-z0-9 -]{0,9}\d)[a-z0-9]{1,4}[ "
            r"-]?[a-z0-9]{1,5}(?:[ -][a-z0-9]{1,4})?)(?=[\"”',.;)\s!?]|$)"
        ),
        0.8,
        ("plate", "registration", "tag number", "rego"),
        accept=lambda v: 4 <= len(v) <= 11,
    ),
    Rule(
        "plate-context",
        "License Plate",
        compiled(
            r"(?:车牌号?码?|牌照)\s?(?:是|为|:|：|\(|（)"
            r"?\s?(?P<v>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]?[a-z0"
            r"-9](?:[a-z0-9]|[ ·-](?=[a-z0-9])){3,9})(?![a-z0-9])"
        ),
        0.8,
        ("车牌", "牌照"),
    ),
    Rule(
        "vin",
        "ID Number",
        compiled(
            r"(?:\bvin\b|vehicle identification number|车架号|车辆识别代?号)[^\w\n]{0,4}(?:is|"
            r"number|:|是|为)?[^\w\n]{0,3}(?P<v>[a-hj-npr-z0-9]{17})\b"
        ),
        0.9,
        ("vin", "vehicle ident", "车架", "车辆识别"),
    ),
    Rule(
        "id-context",
        ID,
        compiled(
            r"\b(?:national id(?:entity)?|id(?:entity)? card|identification|social security|"
            r"social insurance|tax(?:payer)?(?: id(?:entification)?)?|residen(?:ce|t) permit|"
            r"green card|visa|insurance|policy|medicare|medicaid|nhs|aadhaar|pan|cpf|rg|dni|"
            r"curp|nif|tin|ein|voter|birth certificate|military|case worker)(?: id| card| "
            rf"identification| policy| member)?{_GAP_EN}{_DOC_VALUE}"
        ),
        0.75,
        (
            "id",
            "social",
            "tax",
            "permit",
            "card",
            "visa",
            "insurance",
            "policy",
            "medica",
            "nhs",
            "aadhaar",
            "pan",
            "cpf",
            "rg",
            "dni",
            "curp",
            "nif",
            "tin",
            "ein",
            "certificate",
            "military",
        ),
        accept=lambda v: len(v) >= 6 and not re.fullmatch(r"(?:19|20)\d{2}(?:-\d\d){0,2}", v),
    ),
    Rule(
        "id-context",
        ID,
        compiled(
            r"(?:身份证|证件|社保卡?|医保卡?|港澳通行证|通行证|居住证|税|户口|军官证|签证|"
            r"保单|保险单)\s?(?:号码?|编号|卡号|登记号)\s?(?:是|为|:|：|\()"
            r"?\s?(?P<v>(?=[a-z0-9-]{0,12}\d)[a-z0-9-]{6,22})(?![a-z0-9])"
        ),
        0.8,
        (
            "身份证",
            "证件",
            "社保",
            "医保",
            "通行证",
            "居住证",
            "税",
            "户口",
            "军官证",
            "签证",
            "保单",
            "保险单",
        ),
    ),
    Rule("chinese-plate", "License Plate", _CN_PLATE, 0.85, cased=True),
    Rule("ssn", ID, _SSN, 0.85, ("-",)),
    Rule("id-context", ID, _CN_ID_SHAPE, 0.7),
    Rule("ssn", ID, _SSN_BARE, 0.9, ("ssn", "social")),
    Rule(
        "hk-id",
        ID,
        _HK_ID,
        0.8,
        cased=True,
        gate=Gate(shape=lambda word: "(" in word and _HK_ID.search(word.upper()) is not None),
    ),
    Rule(
        "id-context",
        ID,
        compiled(r"(?:身份证|證件|身份)[^\n]{0,12}?(?P<v>[a-z][1289]\d{8})(?![a-z0-9])"),
        0.85,
        ("身份",),
    ),
)


def _fits(module: str, number: str) -> bool:
    """Say whether `number` passes the check of its country.

    Chinese numbers are checked by ISO 7064 and their birth date alone: python-stdnum 2.2 also
    looks the county up and raises `KeyError` for counties that were renamed.
    """
    if module == "stdnum.cn.ric":
        plain = "".join(char for char in number if char.isalnum()).upper()
        try:
            checker(module).get_birth_date(plain)
        except ValueError:
            return False
        return bool(checker("stdnum.iso7064.mod_11_2").is_valid(plain))
    return bool(checker(module).is_valid(number))


class CheckedIds:
    """Numbers that fit a country's shape and check digits."""

    gate = Gate(digits=7)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield numbers whose check digits fit; vague shapes only after a word for such numbers."""
        if not _DENSE.search(view.text):
            return
        for zone in _ZONE.finditer(view.text):
            if sum(map(str.isdigit, zone[0])) >= 7:
                yield from self._in_zone(view, *zone.span())

    @staticmethod
    def _in_zone(view: View, start: int, end: int) -> Iterator[Hit]:
        level = level_of(ID)
        called = _ID_CONTEXT.search(view.low, max(0, start - 40), end) is not None
        if not called and not _TELLING.search(view.text, start, end + 2):
            return
        for pattern, module, telling in _CHECKED:
            if not (telling or called):
                continue
            for match in pattern.finditer(view.text, start, end + 2):
                before = view.low[max(0, match.start() - 40) : match.start()]
                if (telling or _ID_CONTEXT.search(before)) and _fits(module, match[0]):
                    yield Hit(*match.span(), ID, level, "id-checksum", 1.0)


# Runs of groups that hold digits: where a number with check digits can stand.
_ZONE = compiled(
    r"[A-Za-z]{0,6}\d[\dA-Za-z]{0,24}(?:[ ./-][\dA-Za-z]{0,4}\d[\dA-Za-z]{0,12}){0,8}(?:[ "
    r"-]?[A-Za-z])?"
)
# Seven digits as near to each other as in a zone: most lines have none, and tell it sooner.
_DENSE = compiled(r"\d(?:[A-Za-z]{0,24}(?:[ ./-][A-Za-z]{0,4})?\d){6}")


def documents() -> tuple[CheckedIds, RuleRecogniser]:
    """Return the recognisers of this family."""
    return CheckedIds(), RuleRecogniser(RULES)
