"""How hard a passphrase is to guess, roughly, without asking anyone.

The vault's file can be copied and attacked elsewhere, at leisure, so the hint counts what a
guesser would try first: common passwords, words, runs, repeats and years are worth little.
"""

import enum
import itertools
import math
import re
import unicodedata

# The shortest one accepted: NIST SP 800-63B-4, section 3.1.1.2, asks for at least 8 characters.
SHORTEST = 8


class Strength(enum.IntEnum):
    """How long guessing would hold up someone who has the file."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


# With Argon2id at 64 MiB a strong attacker tries in the order of 2**14 a second: 40 bits hold for
# about two years on one machine, 60 for two million.
_FAIR_BITS = 40.0
_STRONG_BITS = 60.0

_COMMON_WORDS = """
    password passphrase passwort contraseña letmein welcome admin administrator login master
    dragon monkey football baseball superman batman princess sunshine shadow secret iloveyou
    trustno1 whatever starwars hello freedom qwerty azerty qazwsx asdf zxcv woaini 5201314
    mima 密码 我爱你 changeme default guest root test understudy computer internet
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "一二三四五六七八九十",
)
_LEET = str.maketrans("013457@$!", "oieastasi")
_PIECES = re.compile(r"[^\W\d_]+|\d+|[\W_]", re.UNICODE)


def strength(passphrase: str) -> Strength:
    """Return the hint for `passphrase`; characters are counted as typed, spaces too."""
    if len(passphrase) < SHORTEST:
        return Strength.TOO_SHORT
    bits = guess_bits(passphrase)
    if bits < _FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG_BITS else Strength.STRONG


def guess_bits(passphrase: str) -> float:
    """Return about how many yes-or-no questions a guesser must get right, as bits."""
    seen: set[str] = set()
    total = 0.0
    for piece in _PIECES.findall(unicodedata.normalize("NFKC", passphrase)):
        folded = piece.casefold()
        # What stands there twice costs a guesser next to nothing the second time.
        total += 1.0 if folded in seen else _piece_bits(piece)
        seen.add(folded)
    return min(total, _whole_bits(passphrase))


def _whole_bits(passphrase: str) -> float:
    """Bound by what the whole shows: a common password in disguise, or few letters repeated."""
    plain = passphrase.casefold().translate(_LEET)
    letters = re.sub(r"[\W\d_]+", "", plain)
    if letters in _COMMON or passphrase.casefold() in _COMMON:
        return 18.0
    return len(set(passphrase)) * 6.0


def _piece_bits(piece: str) -> float:
    """Value a run of letters, a run of digits or a single other character."""
    folded = piece.casefold()
    if folded in _COMMON or folded.translate(_LEET) in _COMMON:
        return 7.0
    if _is_run(folded):
        return 6.0
    if piece.isdigit():
        year = len(piece) == 4 and piece[:2] in {"19", "20"}
        return 7.0 if year else _digits_bits(piece)
    return _letters_bits(piece) if piece[0].isalpha() else 4.0


def _digits_bits(piece: str) -> float:
    """Value a number: a digit that only counts on from the one before is worth a bit."""
    bits = math.log2(10)
    for before, after in itertools.pairwise(piece):
        step = (int(after) - int(before)) % 10
        bits += 1.0 if step in (0, 1, 9) else math.log2(10)
    return bits


def _letters_bits(piece: str) -> float:
    folded = piece.casefold()
    if any(unicodedata.name(c, "").startswith("CJK") for c in piece):
        # Common characters number about 3,500 (List of Commonly Used Characters, 1988), but they
        # come in words: 8 bits each is cautious.
        return len(set(piece)) * 8.0
    if len(piece) >= 8 and sum(c in "aeiouy" for c in folded) < len(piece) / 5:
        # Hardly a vowel: no word, so chosen letter by letter.
        return len(set(folded)) * 4.0
    # A word of a list of 7,776 is worth 12.9 bits (Diceware); a longer chain of letters that is
    # no word is worth more, but only a dictionary could tell, so it is valued with caution.
    varied = 0.0 if piece in (folded, piece.title()) else 2.0
    return min(len(set(folded)) * 4.0, 12.9 + max(0, len(piece) - 8) * 2.5) + varied


def _is_run(text: str) -> bool:
    if len(text) < 3:
        return False
    if len(set(text)) == 1:
        return True
    return any(text in run or text[::-1] in run for run in _RUNS)
