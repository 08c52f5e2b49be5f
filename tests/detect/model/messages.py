"""Messages that break what is not ready for them: made at random, the same for the same seed."""

import random

HARD = (
    '"', "\\", "\\n", "\n", "\r\n", "\t", "\x00", "\x1b", "\x7f", "\u2028", "\u2029", "\ufeff",
    "\u200b", "\u202e", "\u0301", "\ufffd", "\ue000", "▁", "😀", "👩‍👩‍👧", "🇨🇭", "𠮷", "<|im_end|>",
    "<|im_start|>", "</think>", '[{"original_text": "', '", "privacy_type": "', '"}', '"}]', "{{",
    "{real_name}", "{input_dialogue_content}", "\\u0041", "\\ud83d",
)  # fmt: skip
WORDS = (
    "Ida", "Moreau", "my", "the", "Real Name", "Email", "ida@post.example", "0664 1234567", "12",
    "王小明", "上海", "住在", "，", "。", "שלום", "دبي", "مرحبا", "Zürich", "naïve", "İstanbul",
    "ß", "original_text", "PL2", ".", ",", "!", "aaaa", "aba",
)  # fmt: skip


def messages(count: int, seed: int) -> list[str]:
    """Return `count` messages, none of which is only white space."""
    source = random.Random(seed)  # noqa: S311 - not for a secret
    made: list[str] = []
    while len(made) < count:
        parts = [
            source.choice(HARD if source.random() < 0.4 else WORDS) + source.choice(("", " ", " "))
            for _ in range(source.randint(1, 14))
        ]
        text = "".join(parts)
        if text.strip():
            made.append(text)
    return made


def pieces_of(text: str, seed: int, count: int = 3) -> list[str]:
    """Return up to `count` pieces of `text`, as a model might tell."""
    source = random.Random(seed)  # noqa: S311 - not for a secret
    cuts = [sorted(source.sample(range(len(text) + 1), 2)) for _ in range(count)]
    return [text[start:end] for start, end in cuts]
