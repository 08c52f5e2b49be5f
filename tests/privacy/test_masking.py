from collections.abc import Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.privacy.levels import LITERAL_TYPE, Level
from app.privacy.masking import Fixed, Masked, Piece, mask
from app.privacy.placeholder import Placeholder
from app.privacy.restoring import PieceKind, Restorer
from app.privacy.span import Span
from tests.privacy.texts import KINDS, Numbering, cuts, hidden_texts, span_at

# What other messages have hidden: every placeholder that a text here could be mistaken for.
OTHERS: Mapping[Placeholder, list[str]] = {
    Placeholder(kind, number): [f'SOMEBODY"\\{kind}{number}']
    for kind in ("Email", "Hidden", "Literal", "Debt_Loan", "X", "Phone_Number", "Real_Name")
    for number in (1, 2, 3, 12)
}


def spans_of(text: str, *values: str, level: Level = Level.PL2) -> list[Span]:
    """Spans of type Email at the first place of each of `values`."""
    return [
        span_at(text[: text.index(value) + len(value)], text.index(value), "Email", level)
        for value in values
    ]


def masked(text: str, *values: str) -> Masked:
    return mask(text, spans_of(text, *values), Numbering(), KINDS)


def values_of(result: Masked) -> dict[Placeholder, list[str]]:
    values: dict[Placeholder, list[str]] = {}
    for piece in result.pieces:
        if piece.placeholder is not None:
            values.setdefault(piece.placeholder, []).append(piece.original)
    return values


def comes_back(result: Masked, chunks: list[str] | None = None) -> str:
    """What the restored stream of the masked text shows, beside everybody else's values."""
    stream = Restorer({**OTHERS, **values_of(result)}, KINDS).stream()
    pieces = [piece for chunk in chunks or [result.text] for piece in stream.feed(chunk)]
    return "".join(piece.text for piece in [*pieces, *stream.finish()])


@settings(max_examples=600)
@given(hidden_texts(), st.data())
@example(("https://x.example/?q=bob", [span_at("https://x.example/?q=bob", 21, "Email")]), None)
def test_what_was_typed_comes_back(
    case: tuple[str, list[Span]], data: st.DataObject | None
) -> None:
    text, spans = case
    result = mask(text, spans, Numbering(), KINDS)
    assert result.original == text
    assert Restorer(values_of(result), KINDS).restore(result.text).text == text
    assert comes_back(result) == text
    assert comes_back(result, list(result.text)) == text
    if data is not None:
        assert comes_back(result, data.draw(cuts(result.text))) == text


def test_a_fixed_place_stays_as_it_is() -> None:
    text = "Ask <Email_7> or bob@b.example, (<Email_7>)"
    fixed = [Fixed(4, 13, None), Fixed(33, 42, Placeholder("Email", 7))]
    result = mask(text, spans_of(text, "bob@b.example"), Numbering(), KINDS, fixed)
    assert result.original == text
    assert result.text == "Ask <Email_7> or <Email_1>, (<Email_7>)"
    assert Piece("<Email_7>", "<Email_7>", Placeholder("Email", 7)) in result.pieces


def test_what_is_hidden_behind_a_fixed_place_in_an_address_is_hidden_with_all_of_it() -> None:
    """A placeholder there would stay one in the reply."""
    text = "at https://x.example/<Email_7>/bob@b.example now"
    fixed = [Fixed(21, 30, Placeholder("Email", 7))]
    result = mask(text, spans_of(text, "bob@b.example"), Numbering(), KINDS, fixed)
    assert [piece.original for piece in result.pieces if piece.placeholder] == [
        "https://x.example/<Email_7>/bob@b.example"
    ]
    assert comes_back(result) == text


def test_the_place_as_typed_of_a_place_in_the_masked_text() -> None:
    result = masked("to bob@b.example, you", "bob@b.example")
    assert result.text == "to <Email_1>, you"
    assert result.typed(0, 2) == (0, 2)
    assert result.typed(2, 5) == (2, 16)
    assert result.typed(10, 17) == (3, 21)
    assert result.typed(14, 17) == (18, 21)
    assert result.typed(3, 12) is None
    assert result.typed(4, 9) is None


@settings(max_examples=200)
@given(hidden_texts())
def test_no_part_of_a_hidden_span_stays_visible(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    at = 0
    visible: set[int] = set()
    for piece in mask(text, spans, Numbering(), KINDS).pieces:
        if piece.placeholder is None:
            assert piece.text == piece.original
            visible |= set(range(at, at + len(piece.original)))
        at += len(piece.original)
    assert all(visible.isdisjoint(range(span.start, span.end)) for span in spans)


@settings(max_examples=200)
@given(hidden_texts())
def test_only_our_own_placeholders_are_read_in_what_leaves(
    case: tuple[str, list[Span]],
) -> None:
    result = mask(*case, Numbering(), KINDS)
    restored = Restorer({}, KINDS).restore(result.text)
    seen = [piece.source for piece in restored.pieces if piece.kind is not PieceKind.PLAIN]
    assert seen == [str(p.placeholder) for p in result.pieces if p.placeholder is not None]
    assert PieceKind.PROTECTED not in [piece.kind for piece in restored.pieces]


def test_plain_spans_become_their_placeholders() -> None:
    text = "🙂 Write to bob@example.com or amy@example.com, not bob@example.com!"
    spans = spans_of(text, "bob@example.com", "amy@example.com")
    spans.append(span_at(text[:-1], text.rindex("bob"), "Email"))
    result = mask(text, spans, Numbering(), KINDS)
    assert result.text == "🙂 Write to <Email_1> or <Email_2>, not <Email_1>!"
    assert values_of(result)[Placeholder("Email", 1)] == ["bob@example.com"] * 2


def test_nothing_to_hide_leaves_the_text_alone() -> None:
    assert mask("", [], Numbering(), KINDS).pieces == ()
    assert mask("f(x_1) <b>", [], Numbering(), KINDS).text == "f(x_1) <b>"


@pytest.mark.parametrize(
    "typed",
    [
        *("<Email_1>", "Email_1", "&lt;email_1&gt;", "《Email_1》", "<Correo_9>", "[PERSONNE_1]"),
        *("%3CEmail_1%3E", "<Email\n1>", "\\<Email\\_1\\>", "<anything_4>", "{{Email_1}}"),
    ],
)
def test_what_reads_as_a_placeholder_is_hidden_as_a_literal(typed: str) -> None:
    asked: list[Span] = []
    numbering = Numbering()

    def placeholder_for(span: Span) -> Placeholder:
        asked.append(span)
        return numbering(span)

    result = mask(f"say {typed} ok", [], placeholder_for, KINDS)
    assert result.text == "say <Literal_1> ok"
    assert asked == [
        Span(4, 4 + len(typed), typed, LITERAL_TYPE, Level.PL1, "literal", "placeholder", 1.0)
    ]
    assert comes_back(result) == f"say {typed} ok"


def test_a_span_in_an_address_takes_the_address_before_it_along() -> None:
    text = "see https://x.example/?q=bob&r=1 and bob"
    result = masked(text, "bob")
    assert result.text == "see <Email_2>&r=1 and bob"
    assert result.pieces[1].original == "https://x.example/?q=bob"


def test_each_hidden_value_is_asked_for_even_inside_a_wider_one() -> None:
    asked: list[tuple[str, str, Level]] = []
    numbering = Numbering()
    text = "curl https://amy:hunter2@x.example/"
    spans = spans_of(text, "amy")
    spans += [Span(17, 24, "hunter2", "Password", Level.PL4, "builtin", "login", 0.9)]

    def placeholder_for(span: Span) -> Placeholder:
        asked.append((span.type, span.text, span.level))
        return numbering(span)

    result = mask(text, spans, placeholder_for, KINDS)
    assert asked == [
        ("Email", "amy", Level.PL2),
        ("Password", "hunter2", Level.PL4),
        ("Password", "https://amy:hunter2", Level.PL4),  # the most harmful in it decides
    ]
    assert result.text == "curl <Password_2>@x.example/"


def test_a_span_in_a_json_string_that_needs_no_escape_stays_small() -> None:
    assert masked('{"mail": "bob@example.com"}', "bob@example.com").text == '{"mail": "<Email_1>"}'


def test_a_span_in_a_json_string_that_would_be_escaped_takes_the_string_along() -> None:
    text = '{"key": "a\\"b", "other": "c"}'
    result = masked(text, 'a\\"b')
    assert result.text == '{"key": <Email_2>, "other": "c"}'
    assert comes_back(result) == text


@pytest.mark.parametrize(
    "spans",
    [
        [Span(1, 3, "bc", "Email", Level.PL2, "t", "t", 1.0), span_at("abc", 2, "Email")],
        [span_at("abcd", 3, "Email"), span_at("ab", 1, "Email")],
        [Span(0, 2, "xx", "Email", Level.PL2, "t", "t", 1.0)],
    ],
)
def test_spans_that_overlap_or_do_not_fit_are_refused(spans: list[Span]) -> None:
    with pytest.raises(ValueError, match="sorted"):
        mask("abcd", spans, Numbering(), KINDS)


def test_a_placeholder_that_would_not_be_read_back_is_refused() -> None:
    with pytest.raises(ValueError, match="read back"):
        mask("abc", [span_at("abc", 0, "Email")], lambda _: Placeholder("a=b", 1), KINDS)


def test_a_text_that_keeps_changing_is_hidden_as_a_whole() -> None:
    # Each literal that is hidden opens the way for the one before it to be read.
    text = "<Email_1>".join("Email_1" for _ in range(40))
    result = mask(text, [], Numbering(), KINDS)
    assert comes_back(result) == text
