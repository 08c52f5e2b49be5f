"""When two ways of writing a phone number mean two numbers.

`canonical` guesses no country, and a number without its code is found by its digits. The same
digits can be a number in two countries, though: here the numbering plans of `phonenumbers` say
whether one way can be the other.
"""

import re

import phonenumbers
from phonenumbers import MatchType

from app.privacy.compact import compact
from app.privacy.normalise import fold

PHONE = "Phone Number"
# Country codes of one digit and of two; all others have three (ITU-T E.164, list of 2016).
_ONE_DIGIT = frozenset("17")
_TWO_DIGITS = re.compile(
    "2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]",
)
_IDENTITY = re.compile(r"[^0-9+x]")


def country_code(digits: str) -> str:
    """Return the country code with which the digits of an international number begin."""
    if digits[:1] in _ONE_DIGIT:
        return digits[:1]
    return digits[:2] if _TWO_DIGITS.match(digits) else digits[:3]


def is_international(text: str) -> bool:
    """Say whether a phone number is written with its country code, after "+" or "00"."""
    return _dialled(text).startswith("+")


def are_two(one: str, other: str) -> bool:
    """Say whether two phone numbers that share their digits are two numbers all the same.

    With both country codes they are one only when all digits are. A number without its code is
    the one with it when that country's numbering plan reads it so.
    """
    first, second = _dialled(one), _dialled(other)
    match = phonenumbers.is_number_match(first, second)
    if match == MatchType.NOT_A_NUMBER:
        return False
    coded = [form.startswith("+") for form in (first, second)]
    if not any(coded):
        return _national(first) != _national(second)
    return bool(match < (MatchType.EXACT_MATCH if all(coded) else MatchType.NSN_MATCH))


def _dialled(text: str) -> str:
    """Return a number as it is dialled: plain digits, "+" for "00" before a country code."""
    form = fold(text).removeprefix("tel:").lstrip(": (")
    if not any(char in "0123456789" for char in form):
        form = compact(form)
    return "+" + form[2:] if form.startswith("00") else form


def _national(form: str) -> str:
    return _IDENTITY.sub("", form).lstrip("0")
