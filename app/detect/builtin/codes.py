"""Short reference codes, such as "KX-2041-B", told apart by the nearest word that names them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from app.detect.builtin.gate import Gate
from app.detect.builtin.lexicon import Lexicon, Term
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile


class _Kind(NamedTuple):
    type: str
    recogniser: str
    digits: int  # the fewest digits a code without letters may have; 0: letters are needed
    words: str


_KINDS = (
    _Kind(
        "Verification Code",
        "code-one-time",
        4,
        "verification|verification code|verify|otp|one-time|one time code|passcode|2fa|"
        "mfa|authentication code|authenticator|confirmation code|security code|sms code|"
        "activation code|access code|entry code|door code|gate code|pickup code|unlock "
        "code|release code|auth code|login code|code|codes|challenge|"
        "验证码|校验码|动态码|动态口令|确认码|激活码|取件码|提货码|邀请码|授权码|认证码|"
        "登录码|门禁码|通行码|短信码|安全码|核销码|兑换码|口令|代码|核验码|验证|校验",
    ),
    _Kind(
        "Token",
        "code-token",
        0,
        "token|tokens|session|session id|session token|cookie|oauth|access token|refresh "
        "token|hardware token|security token|令牌|会话|凭证|访问令牌|会话令牌|临时令牌|"
        "安全令牌|会话id",
    ),
    _Kind(
        "Key",
        "code-key",
        0,
        "key|api key|secret key|license key|product key|encryption key|activation key|"
        "密钥|秘钥|许可证密钥|激活密钥",
    ),
    _Kind(
        "Backup Code",
        "code-backup",
        4,
        "backup code|backup codes|recovery code|recovery codes|recovery key|备用码|"
        "备份码|恢复码|救援码|恢复代码",
    ),
    _Kind("PIN", "code-pin", 4, "pin|pin code"),
    _Kind(
        "Transaction Record",
        "code-transaction",
        6,
        "order|order number|order id|invoice|invoice number|receipt|receipt number|"
        "transaction|transaction id|payment|payment id|payment reference|refund|"
        "reference number|reference|ref|purchase|po|po number|tracking|tracking number|"
        "shipment|parcel|package|bill|transfer|wire|remittance|statement|subscription|"
        "voucher|claim|claim number|dispute|quote|"
        "订单|订单号|订单编号|发票|发票号|发票编号|收据|流水号|流水|交易号|交易编号|交易|"
        "支付|付款|退款|快递单号|快递|运单号|运单|单号|账单|账单号|凭单|回执|汇款|转账|"
        "参考号|采购单|缴费|缴费单|理赔|报销单|票据|支付单号|退款单|小票|充值",
    ),
    _Kind(
        "Accommodation Records",
        "code-booking",
        6,
        "booking|booking number|booking reference|booking code|reservation|reservation "
        "number|reservation code|hotel|confirmation|confirmation number|check-in|airbnb|"
        "预订|预订号|预定|预定号|预订编号|订房|酒店|入住|房号|民宿|预约号|订单确认号|"
        "确认号",
    ),
    _Kind(
        "Itinerary/Trajectory",
        "code-travel",
        0,
        "flight|flight number|pnr|ticket|e-ticket|boarding pass|boarding|locator|train|"
        "itinerary|航班|航班号|车次|机票|登机牌|火车票|高铁票|车票|票号|座位|行程|登机",
    ),
    _Kind(
        "Medical Record",
        "code-medical",
        5,
        "medical record|medical record number|mrn|patient id|patient number|patient|lab|"
        "lab report|report number|prescription|prescription number|rx|test report|sample|"
        "specimen|accession|hospital|clinic|appointment|病历|病历号|就诊卡|就诊号|门诊号|"
        "住院号|检查号|检查单|检验单|化验单|报告编号|报告号|处方|处方号|体检编号|体检号|"
        "体检|样本|挂号|挂号单|预约单|诊断书|病理|影像号",
    ),
    _Kind(
        "Judicial Record",
        "code-case",
        5,
        "case|case number|docket|court case|court file|court number|lawsuit|complaint|"
        "police report|report|warrant|citation|案号|案件|案件编号|立案|报案|警情|警号|判决|裁定|"
        "仲裁|罚单|处罚",
    ),
    _Kind(
        "Project/Task ID",
        "code-project",
        0,
        "project|project code|project id|task|task id|ticket id|jira|story|sprint|issue|"
        "codename|code name|work order|change request|batch|deployment|release|milestone|"
        "prototype|experiment|contract|contract number|proposal|grant|asset|workflow|"
        "build|node|server|cluster|module|instance|incident|项目|项目编号|项目号|"
        "项目代号|任务|任务编号|任务号|工单|工单号|代号|合同|合同号|合同编号|编号为|批次|"
        "批次号|协议|提案|课题|立项|变更|需求|部署|实验|节点|服务器|事件|图纸|方案",
    ),
    _Kind(
        "Account ID/Username",
        "code-member",
        5,
        "username|user id|account id|employee id|employee number|staff id|staff number|"
        "member id|member number|membership|student id|student number|customer id|client "
        "id|badge|badge number|loyalty|user|用户|用户名|工号|学号|会员|会员号|会员卡|"
        "员工编号|客户编号|账号|账户|考号|准考证|学籍|用户编号",
    ),
    _Kind(
        "Device ID",
        "code-device",
        6,
        "device|device id|serial|serial number|imei|mac|sensor|router|hardware|model "
        "number|asset tag|设备|设备号|设备编号|设备id|序列号|机器码|传感器|路由器|"
        "资产编号",
    ),
    _Kind(
        "Financial Account",
        "code-account",
        6,
        "account|account number|bank account|card|wallet|loan number|loan account|"
        "银行账户|银行卡|卡号|贷款合同|贷款编号|借款合同|钱包",
    ),
    _Kind(
        "ID Number",
        "code-document",
        5,
        "permit|visa|certificate|certificate number|policy|policy number|insurance|"
        "license|licence|registration|registration number|case id|application number|"
        "passport|证书|证书编号|证书号|执照|许可证|保单|保单号|保险|登记号|注册号|申请号|"
        "护照|签证|证件|驾照|驾驶证|执业证",
    ),
    _Kind(
        "License Plate",
        "code-plate",
        0,
        "plate|license plate|licence plate|plate number|car|vehicle|车牌|车牌号|车辆",
    ),
)
# Words for codes that are nobody's secret.
_PUBLIC = _Kind(
    "",
    "",
    0,
    "zip code|postal code|post code|area code|country code|promo code|discount code|coupon code|"
    "source code|error code|error|status code|exit code|qr code|dress code|color code|hs code|"
    "stock code|course code|isbn|issn|version|model|part number|part no|tax form|bearing|tyre|tire|"
    "request id|trace id|span id|correlation id|container id|event id|build id|pod|"
    "commit|merge commit|branch|流水线|零件号|轴承|邮编|邮政编码|区号|错误代码|错误码|状态码|"
    "二维码|优惠码|股票代码|基金代码|版本|型号|版本号",
)
_KIND_OF = {word: kind for kind in (*_KINDS, _PUBLIC) for word in kind.words.split("|")}
_CODE = compiled(
    r"(?<![A-Za-z0-9_@$€£¥.\\-])(?<![A-Za-z0-9]/)#?(?P<v>(?=[A-Za-z-]{0,16}\d)"
    r"[A-Za-z0-9]{1,16}(?:[-_](?=[A-Za-z0-9])[A-Za-z0-9]{1,14}){0,5})"
    r"(?![A-Za-z0-9_@%-]|\.[A-Za-z0-9]|[:/]\d|,\d{3})"
)
_DIGIT = re.compile("[0-9]")
_LETTER_CODE = compiled(
    r"(?<![A-Za-z0-9_@$.-])(?P<v>[A-Z]{2,8}(?:-[A-Z]{1,8}){1,3})(?![A-Za-z0-9_@-]|\.\w)"
)
_UNITS = compiled(
    r"\s?(?:元|块|万|美元|%|年|月|日|号|点|岁|天|周|小时|分钟|次|个|人|公里|米|平|度|"
    r"kg|km|mg|ml|cm|mm|mmol|mmhg|bpm|usd|dollars|years?|days?|hours?|minutes?|weeks?|"
    r"months?|am\b|pm\b|people|percent|miles|points|gb|mb|亿|千|百|多|克|毫)"
)
# Ordinary words of the same shape: standards, models, ordinals, times, sizes, chemistry, units.
_ORDINARY = compiled(
    r"(?:\d{1,4}(?:st|nd|rd|th|s|k|m|x|h|am|pm|kg|g|mg|mcg|ml|l|cm|mm|km|gb|tb|mb|kb|"
    r"fps|hz|ghz|mhz|kw|kwh|w|v|ah|mah|p|d|c|f|oz|lb|lbs|ft|in|min|mins|hr|hrs|yr|yrs|"
    r"bn|px|pt|em|rem|ms|mph|kcal|cal)"
    r"|(?:19|20)\d{2}(?:[-_]\d{1,2}){0,2}|\d{1,2}[-_]\d{1,2}(?:[-_]\d{2,4})?|"
    r"\d{1,4}[-_](?:day|week|month|year|hour|minute|step|page|part|point|star|bit|way|"
    r"old|time|mile|night|degree|piece|inch|foot|year-old|years-old|months?|person|"
    r"hours?|minutes?|days?|weeks?)[a-z-]*"
    r"|(?:covid|sars|gpt|iso|ieee|rfc|utf|usb|sha|md|aes|rsa|tls|http|ipv|mp|h|x|"
    r"vitamin|omega|type|phase|level|grade|class|top|web|vue|es|python|java|php|css|"
    r"html|windows|ios|android|iphone|ipad|galaxy|rtx|gtx|ryzen|intel|core|i|mi|ps|"
    r"xbox|f|q|t|v|c|a|b|d|k|r|w|co|g|lv|vol|ch|no|step|part|unit|day|week|room|form|"
    r"area|route|section|article|chapter|schedule|win|model|cas|e|mark|mk|m|s|n|p|u|z|"
    r"y|l|o|j|hba|ft|ph|pm|gad|phq|dsm|icd|cd|hpv|il|ca|tnf|b12|d3|ldl|hdl|formula|"
    r"boeing|airbus|tesla|bmw|audi|nikon|canon|sony|llama|qwen|claude|gemini)"
    r"[-_]?\d{1,4}[a-z]{0,4}(?:[-_.]\d{1,2})?"
    r"|[a-z]+[-_]?\d|[a-z]\d{1,3}|\d{1,2}[a-z]{3,}|\d[a-z]|\d{1,3})$",
    re.IGNORECASE,
)
_REACH_BEFORE, _REACH_AFTER = 46, 14
_WEAK = frozenset(
    ("code", "codes", "card", "car", "vehicle", "user", "server", "node", "project", "task",
     "key", "case", "report", "hotel", "hospital", "clinic", "patient", "payment", "order",
     "验证", "交易", "支付", "用户", "车辆", "服务器", "节点", "酒店", "体检", "事件", "方案",
     "付款", "代码")
)  # fmt: skip


def _has_code(word: str) -> bool:
    """Say whether a word in lower case may hold a code: none holds white space."""
    if _DIGIT.search(word) and any(_like_code(match["v"]) for match in _CODE.finditer(word)):
        return True
    return "-" in word and _LETTER_CODE.search(word.upper()) is not None


def _like_code(value: str) -> bool:
    return len(value) >= 4 and not _ORDINARY.match(value)


# What everybody takes for an example, unless somebody says that it is theirs.
_EXAMPLES = frozenset(("0000", "1111", "1234", "12345", "123456", "654321", "111111", "000000"))
_FIRST_PERSON = compiled(r"\b(?:i|i['’]\w{1,2}|my|mine|we|our|ours)\b|[我咱]")


class Codes:
    """Codes of letters and digits near a word that says what they open or name."""

    def __init__(self) -> None:
        self._words = Lexicon(_KIND_OF)
        # What names a code, or joins the parts of one that no word names.
        named = self._words.gate(strings=("-", "_"))
        self.gate = Gate(shape=_has_code, also=(named,))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield codes typed by the nearest naming word before them, or just after."""
        found = [
            match
            for match in _CODE.finditer(view.text)
            if _is_code(view, match) and not _is_phone(view, match)
        ]
        letters = list(_LETTER_CODE.finditer(view.text)) if "-" in view.text else []
        if not found and not letters:
            return
        terms = sorted(self._words.find(view))
        starts = [term.start for term in terms]
        for match in found:
            start, end = match.span("v")
            kind, certainty = _nearest(view, terms, starts, start, end)
            if kind is _PUBLIC:
                continue
            if kind and match["v"] in _EXAMPLES and not _FIRST_PERSON.search(view.low):
                continue
            if kind and _long_enough(match["v"], kind):
                yield Hit(start, end, kind.type, level_of(kind.type), kind.recogniser, certainty)
            elif not kind and _telling(match["v"]):
                kind = _KIND_OF["reference"]
                yield Hit(start, end, kind.type, level_of(kind.type), "code-unnamed", 0.5)
        for match in letters:
            start, end = match.span("v")
            kind, certainty = _nearest(view, terms, starts, start, end)
            if (
                kind
                and certainty > 0.7
                and kind.recogniser in {"code-plate", "code-backup", "code-token"}
            ):
                yield Hit(start, end, kind.type, level_of(kind.type), kind.recogniser, 0.6)


_DIALLED = compiled(r"\+\d[\d ().-]{0,17}$")
_MOBILE = compiled(r"1[3-9]\d{9}")
_NUMBERED = compiled(r"(?:(?<!电话)(?<!手机)号码?|码|id|no\.?|number|#)[\s:：是为]{0,3}$")


def _is_phone(view: View, match: re.Match[str]) -> bool:
    """Say whether digits are dialled, or a Chinese mobile number that no word calls otherwise."""
    start = match.start("v")
    if not _MOBILE.fullmatch(match["v"]):
        return _DIALLED.search(view.low, max(0, start - 20), start) is not None
    return not _NUMBERED.search(view.low, max(0, start - 10), start)


def _is_code(view: View, match: re.Match[str]) -> bool:
    value = match["v"]
    if not _like_code(value):
        return False
    if value.isdigit() and _UNITS.match(view.low, match.end()):
        return False
    return not (value.islower() and "-" in value and sum(c.isdigit() for c in value) < 2)


def _long_enough(value: str, kind: _Kind) -> bool:
    digits = sum(char.isdigit() for char in value)
    if value.replace("-", "").isdigit():
        return bool(kind.digits) and digits >= kind.digits
    return digits >= 2 or (digits == 1 and len(value) >= 5 and not value.islower())


def _telling(value: str) -> bool:
    """Say whether a code without a naming word near it still reads as one: "KX-2041-B"."""
    groups = re.split(r"[-_]", value)
    digits = sum(char.isdigit() for char in value)
    return (
        len(groups) >= 2
        and digits >= 3
        and len(value) >= 7
        and value == value.upper()
        and any(
            group.isalpha() or re.fullmatch(r"(?=.*\d)(?=.*[A-Z])[A-Z0-9]+", group)
            for group in groups
        )
        and groups[0]
        not in {
            "ISO",
            "COVID",
            "UTF",
            "RFC",
            "SHA",
            "ISBN",
            "AES",
            "CVE",
            "HIV",
            "SARS",
            "EN",
            "IEC",
            "DIN",
            "GB",
            "IEEE",
            "ANSI",
            "IL",
            "CAS",
        }
    )


def _nearest(
    view: View, terms: list[Term], starts: list[int], start: int, end: int
) -> tuple[_Kind | None, float]:
    """Return what the nearest naming word makes of a code, and how certain that is."""
    index = bisect_left(starts, start)
    best, found = 1000, None
    for term in reversed(terms[max(0, index - 5) : index]):
        distance = start - term.end
        reach = 24 if term.term in _WEAK else _REACH_BEFORE
        if (
            0 <= distance <= reach
            and distance < best
            and not _BREAK.search(view.low, term.end, start)
        ):
            best, found = distance, term
    for term in terms[index : index + 4]:
        distance = term.start - end
        if (
            0 <= distance <= _REACH_AFTER
            and 2 * distance + 4 < best
            and not _CLAUSE_ENDS.search(view.low, end, term.start)
        ):
            best, found = 2 * distance + 4, term
    if found is None:
        return None, 0.0
    return _KIND_OF[found.term], 0.8 if best <= 12 else 0.65


_BREAK = compiled(r"[.!?](?:\s|$)|[。！？；\n]")
# "884213, the code that came": what follows still says what it is.
_CLAUSE_ENDS = compiled(
    rf"{_BREAK.pattern}| (?:and|but) |,(?! (?:the|my|our|your|an?|this|that|it)\b)|，(?![这那它是])"
)


def codes() -> tuple[Codes]:
    """Return the recognisers of this family."""
    return (Codes(),)
