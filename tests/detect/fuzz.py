"""Random and hostile texts for the built-in detector: `python -m tests.detect.fuzz 1000000`.

Every input is mutated from a message of the corpus or made of random characters. Nothing may
raise, and every span must be the text between its offsets. By hand it also checks that twice as
much of a hostile text takes no more than about twice the time.
"""

import argparse
import base64
import random
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence

from app.detect.builtin.factory import default_detector
from app.detect.detector import Detector, Profile
from app.detect.merge import merge
from tests.detect.conftest import RESOURCES
from tests.detect.corpus import samples

# Twice the text may take this many times the time: a little over 2, for caches and noise.
MOST_GROWTH = 2.5
_LONGEST = 400
_RANGES = (
    (0x20, 0x7E),  # ASCII
    (0x00, 0x1F),  # control
    (0x80, 0x24F),  # accents
    (0x370, 0x52F),  # Greek, Cyrillic
    (0x590, 0x6FF),  # Hebrew, Arabic
    (0xE00, 0xE7F),  # Thai
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),  # spaces, direction marks
    (0x2460, 0x24FF),  # enclosed digits
    (0x3000, 0x30FF),  # CJK punctuation, kana
    (0x3400, 0x9FFF),  # CJK
    (0xAC00, 0xD7A3),  # Hangul
    (0xFB00, 0xFB06),  # ligatures: one character that reads as two
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFF01, 0xFFEE),  # full and half width
    (0xD800, 0xDFFF),  # lone surrogates
    (0x1D400, 0x1D7FF),  # mathematical letters and digits
    (0x1F300, 0x1FAFF),  # emoji
    (0x20000, 0x2A6DF),  # rare CJK
    (0xE0000, 0xE007F),  # tags
)
_RUNS = (
    "a",
    "1",
    "-",
    " ",
    "中",
    "(",
    "[[",
    "<",
    "@",
    ".",
    "aA1!",
    "://",
    "é",
    "😀",
    "\u200b",
    "0,",
)
_PROFILES = (
    Profile(),
    Profile(("Rosalind Quint",)),
    Profile(("林晓彤", "Lin Xiaotong")),
    Profile(("Ö", "")),
)

Mutation = Callable[[random.Random, str], str]


def _character(dice: random.Random) -> str:
    low, high = dice.choice(_RANGES)
    return chr(dice.randint(low, high))


def _insert(dice: random.Random, text: str) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + "".join(_character(dice) for _ in range(dice.randint(1, 4))) + text[at:]


def _delete(dice: random.Random, text: str) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + text[at + dice.randint(1, 5) :]


def _repeat(dice: random.Random, text: str) -> str:
    at = dice.randint(0, len(text))
    end = at + dice.randint(1, 12)
    return text[:end] + text[at:end] * dice.randint(1, 12) + text[end:]


def _run(dice: random.Random, text: str) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + dice.choice(_RUNS) * dice.randint(2, 60) + text[at:]


def _swap(dice: random.Random, text: str) -> str:
    at = dice.randint(0, len(text))
    return text[at:] + text[:at]


def _widen(_: random.Random, text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _scatter(dice: random.Random, text: str) -> str:
    return dice.choice("\u200b\u00ad\u200d\ufeff \u3000.-").join(text)


def _nest(dice: random.Random, text: str) -> str:
    depth = dice.randint(1, 30)
    opening, closing = dice.choice(("()", "[]", "{}", "<>", "【】", "“”"))
    return opening * depth + text + closing * depth


def _encode(_: random.Random, text: str) -> str:
    return base64.b64encode(text.encode("utf-8", "surrogatepass")).decode()


def _decompose(_: random.Random, text: str) -> str:
    return unicodedata.normalize("NFKD", text)


_MUTATIONS: tuple[Mutation, ...] = (
    _insert, _insert, _delete, _repeat, _run, _swap, _widen, _scatter, _nest, _encode, _decompose,
    lambda _, text: text.upper(),
    lambda _, text: text[::-1],
)  # fmt: skip


def make(dice: random.Random, messages: Sequence[str]) -> str:
    """Return one input of a few hundred characters at most."""
    if dice.random() < 0.25:
        return "".join(_character(dice) for _ in range(dice.randint(0, 60)))
    text = dice.choice(messages)
    if dice.random() < 0.2:
        text += dice.choice(("", " ", "\n", "\r\n", "\t")) + dice.choice(messages)
    for _ in range(dice.randint(1, 3)):
        text = dice.choice(_MUTATIONS)(dice, text)
    return text[:_LONGEST]


def check(detector: Detector, text: str, profile: Profile) -> int:
    """Read `text` and return the number of its spans; raise `AssertionError` where one is off."""
    spans = list(detector.detect(text, profile))
    for span in spans:
        if text[span.start : span.end] != span.text or not 0 < span.certainty <= 1:
            raise AssertionError(f"{span!r} does not fit its text")
    end = 0
    for span in merge(spans, text):
        if span.start < end or text[span.start : span.end] != span.text:
            raise AssertionError(f"{span!r} does not fit after merging")
        end = span.end
    return len(spans)


def fuzz(detector: Detector, count: int, seed: int) -> int:
    """Read `count` inputs made from `seed`; return how many spans were found.

    Raises `AssertionError` with the input's number, after which `seed` makes it again.
    """
    dice = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    messages = [sample.text for sample in samples()]
    spans = 0
    for number in range(count):
        text = make(dice, messages)
        try:
            spans += check(detector, text, dice.choice(_PROFILES))
        except Exception as error:
            raise AssertionError(f"input {number} of seed {seed}: {text!r}") from error
    return spans


def _hostile() -> dict[str, str]:
    """Return hostile texts by name: each is repeated to any length."""
    pieces = ("a", "A", "1", "1 ", "1-", "1.", "-", "a-", "a.", "Aa ", "A1-", "aA1!", "@", "@a.",
              "a@", "中", "我", "路", "号", "一", "三 ", "my ", "my name is ", "is ", "://", "a=b;",
              "=", "password ", "password is ", "密码", "密码是", "(", "[[", "{\"a\":", "<a>", "é",
              "😀", "\u200b", "１", "ａ", "о", "$1,", "0,", "Dr. ", "and ", "wife ", "电话", "元",
              "QX-2207 ", "sk-", "eyJ", "QUJD", "\r", "\t", "\u202e", "one two ", "mg ", "::", "/x",
              "room ", "to ", "from Ab to ", "at dot ", "diagnosed with ", "确诊")  # fmt: skip
    texts = {repr(piece): piece for piece in pieces}
    for sample in samples()[::45]:
        texts[sample.place] = sample.text.replace("\n", " ") + " "
    return texts


def growth(detector: Detector, piece: str, length: int = 6_000) -> float:
    """Return how many times longer twice `length` characters of `piece` take, at the least."""

    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        best = float("inf")
        for number in range(5):
            begun = time.process_time()
            list(detector.detect(f"{text} {size}{number}", _PROFILES[1]))  # never remembered
            best = min(best, time.process_time() - begun)
        return best

    return seconds(2 * length) / max(seconds(length), 1e-4)


def main() -> int:
    """Run by hand; return 1 where a hostile text grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=20_261)
    options = parser.parse_args()
    detector = default_detector(RESOURCES)
    grown = {name: growth(detector, piece) for name, piece in _hostile().items()}
    # A busy machine disturbs a measure now and then: what looks bad is measured again.
    for name, piece in _hostile().items():
        if grown[name] > MOST_GROWTH:
            grown[name] = min(growth(detector, piece) for _ in range(3))
    worst = sorted(grown.items(), key=lambda one: -one[1])[:5]
    print(
        "twice the text, times the time:", ", ".join(f"{n} {g:.2f}" for n, g in worst), flush=True
    )
    begun = time.process_time()
    spans = fuzz(detector, options.count, options.seed)
    print(f"{options.count:,} inputs, {spans:,} spans, {time.process_time() - begun:,.0f} s of CPU")
    return int(worst[0][1] > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
