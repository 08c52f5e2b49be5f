"""Made-up messages of any length, English and Chinese mixed, about one private detail a line."""

import itertools

_LINES = (
    "Could you help me word a reply to Rosalind Quint (rosalind.quint@example.org)?",
    "We moved to 48 Alder Street last spring, and the rent is 1,450 a month now.",
    "The clinic called on Tuesday: the blood pressure was 150/95, so they raised the dose.",
    "请帮我写一封邮件给林晓彤，她的手机号是13912345678，语气要礼貌一些。",
    "Nothing in this line is private; it is about the weather and a novel that I liked.",
    "上周我在医院检查，医生说血糖有点高，需要三个月后复查。",
    "The flight is BX 472 on 14 March, seat 12C, and the hotel confirmation is QX7-4419.",
    "```\nfor item in basket:\n    total += item.price * 1.07\n```",
)


def text_of(length: int) -> str:
    """Return a text of about `length` characters."""
    lines: list[str] = []
    for number, line in enumerate(itertools.cycle(_LINES)):
        if sum(map(len, lines)) + len(lines) >= length:
            break
        lines.append(f"{line} ({number})")
    return "\n".join(lines)[:length]
