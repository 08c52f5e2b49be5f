"""When two ways of writing a value are the same value.

One value keeps one placeholder wherever and however it is typed; two values never share one.
"""

import re

from app.privacy.levels import LITERAL_TYPE
from app.privacy.normalise import fold

# Identifiers in which separators carry nothing.
_DIGIT_LIKE = frozenset(
    {"ID Number", "Financial Account", "Payment Security Code", "Verification Code"}
)
# Case decides in these: "hunter2" does not open what "Hunter2" opens.
_EXACT = frozenset({"Password", "Token", "Key", "Private Key", "Database Connection String"})

_SEPARATORS = re.compile(r"[-\s._/()·]+")
_EXTENSION = re.compile(r"(?:ext\.?|extension|x|#|转|分机) ?(\d{1,6})$")
_NOT_DIGIT = re.compile(r"[^0-9]+")
# What names a value's kind right before it, and is none of it.
_SCHEMES = {"Email": "mailto:", "Phone Number": "tel:", "Financial Account": "iban"}
_PUNYCODE = "xn--"


def canonical(privacy_type: str, text: str) -> str:
    """Return the identity of `text` as a value of `privacy_type`.

    A phone number is its digits, with "+" before them when a country code was typed; which
    country a number without one belongs to is not guessed. Identity numbers, accounts and codes
    lose their separators. An e-mail address loses brackets, its final dot and the encoding of its
    domain. Passwords, tokens and keys keep every character, and so does a literal. All others are
    folded (see `normalise.fold`).
    """
    if privacy_type == LITERAL_TYPE or privacy_type in _EXACT:
        return text
    folded = fold(text)
    scheme = _SCHEMES.get(privacy_type)
    if scheme and folded.startswith(scheme):
        folded = folded.removeprefix(scheme).lstrip(": ") or folded
    if privacy_type == "Email":
        return _address(folded)
    if privacy_type == "Phone Number":
        return _phone(folded)
    if privacy_type in _DIGIT_LIKE:
        bare = _SEPARATORS.sub("", folded)
        return bare if any(char.isdigit() for char in bare) else folded
    return folded


def _address(folded: str) -> str:
    """Return an e-mail address with its domain as people read it (RFC 3492), if it is one."""
    bare = folded.removeprefix("<").removesuffix(">").rstrip(".")
    name, at, domain = bare.rpartition("@")
    if not (name and at and domain):
        return folded
    return f"{name}@{'.'.join(map(_label, domain.split('.')))}"


def _label(label: str) -> str:
    if not label.startswith(_PUNYCODE):
        return label
    try:
        return fold(label.removeprefix(_PUNYCODE).encode().decode("punycode"))
    except ValueError:
        return label


def _phone(folded: str) -> str:
    extension = _EXTENSION.search(folded)
    main = folded[: extension.start()] if extension else folded
    international = main.lstrip(" (").startswith(("+", "00"))
    if international:
        main = main.replace("(0)", "")  # "+44 (0)20": the trunk prefix, ITU-T E.123
    digits = _NOT_DIGIT.sub("", main)
    if not digits:
        return folded
    if international:
        digits = "+" + digits.removeprefix("00")
    return f"{digits}x{extension[1]}" if extension else digits
