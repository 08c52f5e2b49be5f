"""What assistants do to placeholders, one damage at a time; several may come together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from app.privacy.placeholder import Placeholder


@dataclass(frozen=True)
class Written:
    """A placeholder as a reply has it; `before` and `after` belong to the text around it."""

    opening: str
    kind: str
    separator: str
    number: str
    closing: str
    before: str = ""
    after: str = ""

    @property
    def inner(self) -> str:
        return f"{self.kind}{self.separator}{self.number}"

    @property
    def token(self) -> str:
        return f"{self.opening}{self.inner}{self.closing}"

    @property
    def text(self) -> str:
        return f"{self.before}{self.token}{self.after}"


def as_sent(placeholder: Placeholder) -> Written:
    return Written("<", placeholder.kind, "_", str(placeholder.number), ">")


Damage = Callable[[Written], Written]

HARD = [("<", ">"), ("＜", "＞"), ("⟨", "⟩"), ("&lt;", "&gt;"), ("\\u003c", "\\u003e")]
SOFT = [
    *(
        "[]",
        "{}",
        "《》",
        "〈〉",
        "‹›",
        "«»",
        "【】",
        "「」",
        "『』",
        "〔〕",
        "［］",
        "｛｝",
        "⟪⟫",
        "❮❯",
    ),
    *(("[[", "]]"), ("{{", "}}"), "‹>", "<›", "[>", "<]", "{>", "【>", "<】"),
]
DIGITS = ["０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "⓪①②③④⑤⑥⑦⑧⑨", "⓿❶❷❸❹❺❻❼❽❾"]
TRANSLATIONS = {"Email": ["邮箱", "Correo", "Courriel"], "Phone_Number": ["电话", "Teléfono"]}


def _lost_bracket(part: str) -> Damage:
    """One bracket is gone; such a one is only missed right beside the name."""
    whole = [("<", ">"), ("＜", "＞"), ("⟨", "⟩")]
    return lambda w: (
        replace(w, **{part: ""})
        if (w.opening, w.closing) in whole and w.inner == w.inner.strip(" *s")
        else w
    )


def _no_brackets(w: Written) -> Written:
    return replace(w, opening="", closing="") if w.inner == w.inner.strip(" *s") else w


def _inside(before: str, after: str) -> Damage:
    return lambda w: (
        replace(w, kind=before + w.kind, number=w.number + after)
        if w.opening and w.closing and w.inner.isprintable() and w.inner[-1].isalnum()
        else w
    )


def _bracketed(pair: Sequence[str]) -> Damage:
    opening, closing = pair[0], pair[1]
    return lambda w: replace(w, opening=opening, closing=closing)


def _digits(forms: str) -> Damage:
    table = str.maketrans("0123456789", forms)
    return lambda w: replace(w, number=w.number.translate(table))


def _around(before: str, after: str) -> Damage:
    return lambda w: replace(w, before=before + w.before, after=w.after + after)


def _escaped(w: Written) -> Written:
    """Escaped as Markdown allows, brackets and underscores."""
    underscores = {"kind": w.kind.replace("_", "\\_"), "separator": w.separator.replace("_", "\\_")}
    if w.opening[:1] in ("", "&", "\\") or not w.closing:
        return replace(w, **underscores)
    brackets = {"opening": "\\" + w.opening, "closing": "\\" + w.closing}
    return replace(w, **underscores, **brackets)


def _translated(w: Written) -> Written:
    return replace(w, kind=TRANSLATIONS.get(w.kind, [w.kind])[0])


def _translated_otherwise(w: Written) -> Written:
    return replace(w, kind=TRANSLATIONS.get(w.kind, [w.kind])[-1])


def _full_width(w: Written) -> Written:
    wide = {code: code + 0xFEE0 for code in range(0x41, 0x7B)}
    return replace(w, kind=w.kind.translate(wide), separator=w.separator.translate(wide))


DAMAGES: dict[str, Damage] = {
    **{f"brackets {pair}": _bracketed(pair) for pair in [*HARD, *SOFT]},
    "no brackets": _no_brackets,
    "opening bracket only": _lost_bracket("closing"),
    "closing bracket only": _lost_bracket("opening"),
    **{f"digits {forms}": _digits(forms) for forms in DIGITS},
    "leading zero": lambda w: replace(w, number="0" + w.number),
    "lower case": lambda w: replace(w, kind=w.kind.lower()),
    "upper case": lambda w: replace(w, kind=w.kind.upper()),
    "full width": _full_width,
    "spaces for underscores": lambda w: replace(w, kind=w.kind.replace("_", " ")),
    "space before the number": lambda w: replace(w, separator=" "),
    "space after the underscore": lambda w: replace(w, separator="_ "),
    "hyphen": lambda w: replace(w, separator="\u2011"),
    "no separator": lambda w: replace(w, separator=""),
    "spaces inside": _inside(" ", " "),
    "line break": lambda w: replace(w, separator="_\n"),
    "entity": lambda w: replace(w, separator=w.separator.replace("_", "&#95;")),
    "invisible": lambda w: replace(w, separator="\u200b" + w.separator),
    "emphasis inside": _inside("**", "**"),
    "escapes": _escaped,
    "translated": _translated,
    "translated otherwise": _translated_otherwise,
    "plural kind": lambda w: replace(w, kind=w.kind + "s"),
    "ending inside": _inside("", "'s"),
    **{
        f"around {before} {after}": _around(before, after)
        for before, after in [
            *(("_", "_"), ("__", "__"), ("*", "*"), ("**", "**"), ("***", "***"), ("`", "`")),
            *(("~~", "~~"), ("", "'s"), ("", "’s"), ("(", ")"), ("“", "”"), ("| ", " |")),
            *(("_**", "**_"), ("\\_", "\\_"), ("- ", "\n"), ("写给", "。")),
        ]
    },
}


@st.composite
def damaged(draw: st.DrawFn, placeholder: Placeholder) -> Written:
    """`placeholder` after 1 to 3 damages."""
    written = as_sent(placeholder)
    for name in draw(
        st.lists(st.sampled_from(sorted(DAMAGES)), min_size=1, max_size=3, unique=True)
    ):
        written = DAMAGES[name](written)
    return written
