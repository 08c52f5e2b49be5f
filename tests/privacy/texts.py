"""Strategies for hostile texts: everything that changes how a placeholder beside it is read."""

from hypothesis import strategies as st

from app.privacy.kinds import Kinds
from app.privacy.levels import Level, placeholder_kind
from app.privacy.placeholder import Placeholder
from app.privacy.span import Span

KINDS = Kinds(
    {
        "Email": ["邮箱", "Correo", "Courriel"],
        "Phone_Number": ["电话", "Teléfono", "Телефон"],
        "Real_Name": ["Personne", "姓名"],
        "ID_Number": ["Identität"],
        "Sensitive_Identity": ["Identität"],
    }
)

FRAGMENTS = (
    *"<>&\\{}[]()\"'`*_%=/:;.,#?!|~-",
    *"＜＞《》【】「」，。“”",
    *(" ", "\n", "\n\n", "\t", "\u00a0", "\u2011", "\u200b", "\u200f", "\r\n"),
    *(
        "a",
        "P",
        "s",
        "0",
        "1",
        "2",
        "é",
        "ß",
        "İ",
        "中",
        "王",
        "の",
        "한",
        "ا",
        "🙂",
        "👩‍👩‍👧",
        "e\u0301",
    ),
    *("<Email_1>", "<email_1>", "< Email_1 >", "Email_1", "<Email\\_1>", "&lt;Email_1&gt;"),
    *("《Email_1》", "<Email_01>", "<Email 1>", "<Email\u20111>", "<Email_\n1>", "＜Email_1＞"),
    *("[Email_1]", "{Email_1}", "{{Email_1}}", "<邮箱_1>", "<Correo_1>", "[PERSONNE_1]"),
    *("<Email_12>", "<Debt_Loan_3>", "Debt_Loan_3", "%3CEmail_1%3E", "\\u003cEmail_1\\u003e"),
    *("\\<Email\\_1\\>", "<Literal_1>", "Literal_1", "<Hidden_1>", "Hidden_1", "<x_1>", "x_1"),
    *(
        "_Email_1_",
        "__Email_1__",
        "\\[Email\\_1\\]",
        "[[Email_1]]",
        "‹Email_①>",
        "<Email_1",
        "Email_1>",
    ),
    *("__", "**", "[[", "]]", "①", "\\\\", "‹", "›", "<Email_1s>", "Private Key_1", "Key_1", "１"),
    *("Email", "Email_", "_1", "Phone", "Number", "邮箱", "&lt;", "&gt;", "&amp;lt;", "%3C", "%3E"),
    *("https://", "http:", "www.", "x.example/", "?q=", "mailto:", "//a", "ftp://h/", "1.2.3.4/"),
    *("[a]: ", "\n[a]: ", "\n> [a]:\n", "&#58;", "- ```json\n", "<Email_1/>", "<Email_1 />"),
    *("](", "![x](", "[t](", "](<", "<a href=", '<img src="', "<b>", "</a>", "<!--", "<https://"),
    *("```json\n", "```\n", "```", "~~~json\n", '{"a": "', '["', '"}', '\\"', "\\n", '{"', "[{"),
)

fragments = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.text(st.characters(codec="utf-8"), max_size=4)),
    max_size=14,
).map("".join)

TYPES = ("Email", "Phone Number", "Real Name", "Password", "Debt/Loan", "Assets/Income", "过敏")


@st.composite
def hidden_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text and spans in it that do not overlap; they may touch, and hold anything."""
    parts = draw(st.lists(st.tuples(fragments, fragments), min_size=1, max_size=4))
    text = ""
    spans: list[Span] = []
    for plain, value in parts:
        text += plain
        if value:
            spans.append(span_at(text + value, len(text), draw(st.sampled_from(TYPES))))
        text += value
    return text + draw(fragments), spans


def span_at(text: str, start: int, privacy_type: str, level: Level = Level.PL2) -> Span:
    """The span from `start` to the end of `text`."""
    return Span(start, len(text), text[start:], privacy_type, level, "test", "test", 1.0)


@st.composite
def cuts(draw: st.DrawFn, text: str) -> list[str]:
    """Any way of cutting `text`."""
    at = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return [text[a:b] for a, b in zip([0, *at], [*at, len(text)], strict=True)]


class Numbering:
    """Gives placeholders as a vault does: one for each type and value."""

    def __init__(self) -> None:
        self.given: dict[tuple[str, str], Placeholder] = {}
        self._last: dict[str, int] = {}

    def __call__(self, span: Span) -> Placeholder:
        key = (span.type, span.text)
        if key not in self.given:
            kind = placeholder_kind(span.type)
            self._last[kind] = self._last.get(kind, 0) + 1
            self.given[key] = Placeholder(kind, self._last[kind])
        return self.given[key]
