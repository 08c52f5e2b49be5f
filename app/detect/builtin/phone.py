"""Phone numbers, checked against the national numbering plans in `phonenumbers`."""

import re
from collections.abc import Iterator

import phonenumbers

from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

_CANDIDATE = compiled(
    r"(?<![\w.$€£¥#/+-])(?:\+|00)?(?:\(\+?\d{1,5}\)|\d)(?:[ .()"
    r"\u2010-\u2015/-]{0,3}\d){5,16}(?![\w%])"
    r"(?!\.\d)(?!-\w)"
)
_CONTEXT = compiled(
    r"\b(?:phone|mobile|cell(?:phone)?|tel|telephone|call|text|whats ?app|fax|dial|"
    r"ring|reach|sms|"
    r"landline|hotline|contact|number is|signal|telegram|viber)\b"
    r"|电话|手机|致电|拨打|联系方式|号码|座机|传真|微信|短信|来电|联系我|热线|联系"
)
# A word that says the digits are something else.
_OTHER = compiled(
    r"(?:isbn|issn|doi|order|invoice|account|acct|card|tracking|serial|version|imei|"
    r"iban|passport|"
    r"licen[cs]e|ssn|id|code|pin|otp|case|ticket|ref|reference|no\.|订单|卡号|账号|"
    r"账户|单号|身份证|"
    r"编号|验证码|护照|序列号|学号|工号)\s{0,2}(?:number|no\.?|is|号)?\s{0,2}(?:是|为)"
    r"?\s{0,2}[:#：]?\s{0,2}$"
)
_CHINESE_MOBILE = compiled(r"(?:\+?86|0086)?1[3-9]\d{9}$")
_NANP = compiled(r"(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$")
_CHINESE_LANDLINE = compiled(r"(?:\(0\d{2,3}\) ?|0\d{2,3}[ -])[2-9]\d{6,7}$")
# How people in Britain write theirs: a mobile, or a landline of a smaller town.
_BRITISH = compiled(r"0[17]\d{3} \d{3} ?\d{3}$")
_DATE_LIKE = compiled(r"\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}")
# Regions tried for a number without a country code that a word calls a phone number.
_REGIONS = (
    "US",
    "GB",
    "CN",
    "IN",
    "AU",
    "DE",
    "FR",
    "ES",
    "IT",
    "BR",
    "JP",
    "KR",
    "MX",
    "NL",
    "HK",
    "TW",
    "SG",
    "RU",
    "ZA",
)


def _possible(text: str, region: str | None) -> bool:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number)


def _valid(text: str, region: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text, region))
    except phonenumbers.NumberParseException:
        return False


class Phone:
    """Phone numbers: international ones by their plus sign, national ones by shape and context."""

    gate = Gate(digits=7)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield phone numbers."""
        level = level_of("Phone Number")
        for match in _CANDIDATE.finditer(view.text):
            certainty = self._certainty(view, match)
            if certainty:
                yield Hit(*match.span(), "Phone Number", level, "phone", certainty)

    def _certainty(self, view: View, match: re.Match[str]) -> float:
        text = match[0]
        digits = "".join(char for char in text if char.isdigit())
        if not 7 <= len(digits) <= 15 or len(set(digits)) == 1:
            return 0.0
        if text.startswith(("+", "(+")):
            return 0.95 if _possible(text, None) else 0.0
        before = view.low[max(0, match.start() - 40) : match.start()]
        if _OTHER.search(before):
            return 0.0
        after = view.low[match.end() : match.end() + 12]
        called = bool(_CONTEXT.search(before) or _CONTEXT.search(after))
        return _national(text, digits, called=called)


def _national(text: str, digits: str, *, called: bool) -> float:
    """Say how sure it is that a number without a plus sign is a phone number.

    `called` says that a word beside it speaks of phones.
    """
    if _CHINESE_MOBILE.match(digits):
        return 0.9
    if _DATE_LIKE.match(text):
        return 0.0
    if any(shape.match(text) for shape in (_NANP, _CHINESE_LANDLINE, _BRITISH)):
        return 0.85
    if text.startswith("00") and _possible("+" + digits[2:], None):
        return 0.8
    if called and any(_valid(text, region) for region in _REGIONS):
        return 0.8
    return 0.6 if called and len(digits) >= 9 and len(text) > len(digits) else 0.0
