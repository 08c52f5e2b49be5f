"""Texts for the tokeniser: English, Chinese, emoji, code, odd white space, special tokens."""

import random
import unicodedata
from collections.abc import Iterator

_PROSE = (
    "The doctor said it's a mild case, and we'd better wait until Thursday. My sister's address is "
    "221B Baker Street; I've moved there in 2019. They'll call at 10:45, won't they? "
    "DON'T SHOUT, I'M HERE. Naïve café owners re-signed O'Neill's résumé."
)
ENGLISH = tuple(_PROSE.split(" "))
CHINESE = (
    "我叫林小雨，住在杭州市西湖区文三路一百二十号。上周三去医院做了检查，花了一千八百元。"
    "请把发票寄到我的邮箱，谢谢！繁體字與日本語のかな，한국어도 조금。"
)
EMOJI = ("😀", "👩🏽‍🔬", "🇨🇳", "👨‍👩‍👧‍👦", "✈️", "❤️‍🔥", "🫠", "1️⃣")
CODE = (
    "def f(x):\n    return x ** 2\n",
    'print(f"{a!r:>10}")',
    "SELECT * FROM users WHERE id=42;",
    "https://example.org/a?b=c&d=%20#e",
    '{"role": "user", "content": "a\\n\\"b\\""}',
    "for (int i = 0; i < n; ++i) { a[i] += 0x1F; }\r\n",
    "</div><br/>\t<!-- x -->",
    "C:\\Users\\me\\file.txt",
)
SPACES = (
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    " \n ",
    "\r\n",
    "\u00a0",
    "\u3000",
    "\u2003",
    "\u200b",
    "   \n",
)
SPECIAL = ("<|im_start|>", "<|im_end|>", "<|endoftext|>", "<think>", "</think>", "<|im_st", "|>")
OTHER = (
    "٣٤٥",
    "Ⅷ",
    "½",
    "Привет",
    "שלום",
    "नमस्ते",
    "ẞ",
    "'S",
    "'ll",
    "１２３",
    "。",
    "——",
    "\u0301x",
    "𝒳",
)


def corpus() -> list[str]:
    """Return what the small tokeniser of the tests learns from."""
    return [_PROSE, CHINESE, *CODE, *EMOJI] * 4


def samples(count: int, seed: int = 7) -> Iterator[str]:
    """Yield `count` different texts in Unicode's form NFC, the same ones for the same `seed`."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    kinds = (ENGLISH, tuple(CHINESE), EMOJI, CODE, SPACES, SPECIAL, OTHER)
    seen: set[str] = set()
    while len(seen) < count:
        pieces = [rng.choice(rng.choice(kinds)) for _ in range(rng.randint(1, 24))]
        joint = rng.choice(("", " ", ""))
        text = unicodedata.normalize("NFC", joint.join(pieces))
        if text not in seen:
            seen.add(text)
            yield text
