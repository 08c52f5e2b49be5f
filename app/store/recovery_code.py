"""The recovery code: for paper, to be typed once, years later, by a person in distress.

32 characters in 8 groups of 4. The alphabet is Crockford's base 32 (https://www.crockford.com/
base32.html), without I, L, O and U: what looks alike is read alike, and there is no case. 26
characters are random, 130 bits; the last 6 are the checksum of BIP 350 (Bech32m), which misses no
mistake in up to four characters, two that changed places being two, and of any other mistake one in
a thousand million. So a slip is told at once, before anything is tried.
"""

import secrets
import unicodedata
from dataclasses import dataclass, field

from app.store.key_errors import RecoveryCodeIncomplete, RecoveryCodeMistyped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 32
_RANDOM = 26
_GROUP = 4
_LOOKS_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
# BIP 173's generator and BIP 350's constant; codes of other programs have another beginning.
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_FINAL = 0x2BC830A3
_PREFIX = [ord(c) >> 5 for c in "understudy"] + [0] + [ord(c) & 31 for c in "understudy"]


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A code whose checksum fits. `str` gives it as it is printed; `repr` does not tell it."""

    characters: str = field(repr=False)

    @classmethod
    def new(cls) -> "RecoveryCode":
        """Make a code up. Show it once; nothing keeps it."""
        symbols = [secrets.randbelow(len(ALPHABET)) for _ in range(_RANDOM)]
        return cls("".join(ALPHABET[each] for each in symbols + _checksum(symbols)))

    @classmethod
    def parse(cls, typed: str) -> "RecoveryCode":
        """Read what a person typed, with whatever spaces and dashes.

        Raises `RecoveryCodeIncomplete` for another number of characters than 32, and
        `RecoveryCodeMistyped` where one of them cannot be right.
        """
        plain = unicodedata.normalize("NFKC", typed).upper().translate(_LOOKS_LIKE)
        characters = "".join(c for c in plain if unicodedata.category(c)[0] not in "ZPC")
        if len(characters) != LENGTH:
            raise RecoveryCodeIncomplete(count=len(characters), length=LENGTH)
        if not set(characters) <= set(ALPHABET):
            raise RecoveryCodeMistyped
        symbols = [ALPHABET.index(c) for c in characters]
        if symbols[_RANDOM:] != _checksum(symbols[:_RANDOM]):
            raise RecoveryCodeMistyped
        return cls(characters)

    @property
    def secret(self) -> bytes:
        """The random part, 130 bits, as bytes to derive a key from."""
        return self.characters[:_RANDOM].encode("ascii")

    def __str__(self) -> str:
        return "-".join(self.characters[at : at + _GROUP] for at in range(0, LENGTH, _GROUP))


def _checksum(symbols: list[int]) -> list[int]:
    remainder = _remainder([*_PREFIX, *symbols, 0, 0, 0, 0, 0, 0]) ^ _FINAL
    return [(remainder >> 5 * (5 - place)) & 31 for place in range(6)]


def _remainder(symbols: list[int]) -> int:
    remainder = 1
    for symbol in symbols:
        top = remainder >> 25
        remainder = (remainder & 0x1FFFFFF) << 5 ^ symbol
        for bit, generator in enumerate(_GENERATOR):
            remainder ^= generator if top >> bit & 1 else 0
    return remainder
