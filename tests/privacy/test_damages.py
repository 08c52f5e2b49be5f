"""Placeholders after all that assistants do to them: restored exactly, or left as they came."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.privacy.placeholder import Placeholder
from app.privacy.restoring import HELD_BACK, Restorer
from tests.privacy.damages import DAMAGES, Written, as_sent, damaged
from tests.privacy.test_restoring import streamed
from tests.privacy.texts import KINDS, cuts

VALUES = {
    Placeholder("Email", 1): ["bob@example.com"],
    Placeholder("Email", 12): ["twelve@example.com"],
    Placeholder("Phone_Number", 1): ["555 0100"],
    Placeholder("Debt_Loan", 3): ["nine thousand"],
}
RESTORER = Restorer(VALUES, KINDS)
# What nobody can be sure of: more than one, or somebody's; what is between the brackets besides.
UNSURE = {"plural kind", "ending inside"}


def shown(written: Written, placeholder: Placeholder) -> str:
    return f"{written.before}{VALUES[placeholder][0]}{written.after}"


@pytest.mark.parametrize("placeholder", VALUES, ids=str)
@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_one_damage_is_restored_or_marked(name: str, placeholder: Placeholder) -> None:
    written = DAMAGES[name](as_sent(placeholder))
    restored = RESTORER.restore(f"so {written.text} ok")
    if name in UNSURE:
        assert restored.text == f"so {written.text} ok"
        assert restored.unresolved == (written.token,)
    else:
        assert restored.text == f"so {shown(written, placeholder)} ok"
        assert restored.unresolved == ()


@settings(max_examples=400)
@given(st.data(), st.sampled_from(sorted(VALUES)))
def test_three_damages_never_leave_a_half(data: st.DataObject, placeholder: Placeholder) -> None:
    written = data.draw(damaged(placeholder))
    reply = f"so {written.text} ok"
    assert RESTORER.restore(reply).text in (f"so {shown(written, placeholder)} ok", reply)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(sorted(VALUES)).flatmap(damaged), max_size=4), st.data())
def test_damaged_placeholders_arrive_as_they_would_whole(
    damages: list[Written], data: st.DataObject
) -> None:
    between = data.draw(
        st.lists(st.sampled_from(["", " ", "\n", "写", "a", ", ", "_"]), min_size=5)
    )
    reply = "".join(gap + each.text for gap, each in zip(between, damages, strict=False))
    whole = list(RESTORER.restore(reply).pieces)
    assert "".join(piece.source for piece in whole) == reply
    for chunks in (list(reply), data.draw(cuts(reply))):
        assert streamed(RESTORER, chunks) == whole
    stream = RESTORER.stream()
    out = 0
    for arrived, char in enumerate(reply, 1):
        out += sum(len(piece.source) for piece in stream.feed(char))
        assert arrived - out <= HELD_BACK


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        # A backslash that is a path's stays.
        ("C:\\Users\\[Email_1]\\x", "C:\\Users\\bob@example.com\\x"),
        ("C:\\Users\\<Email_1>\\x", "C:\\Users\\bob@example.com\\x"),
        ("\\\\<Email_1>\\share", "\\\\bob@example.com\\share"),
        ("\\[Email\\_1\\] and \\<Email_1>", "bob@example.com and bob@example.com"),
        # The brackets of a list are its own.
        ("[Email_1, Email_12]", "[bob@example.com, twelve@example.com]"),
        ("Email_1>=Email_12", "bob@example.com>=twelve@example.com"),
        ("<b>Email_1</b>", "<b>bob@example.com</b>"),
        # A footnote is no digit of the number.
        ("Email_1① Email_1²", "bob@example.com① bob@example.com²"),
        ("\\u003c**Email_1**\\u003e's", "bob@example.com's"),
        ("&lt;**Email_1**&gt; [[*Email_1*]]", "bob@example.com bob@example.com"),
        ("<Email_1²>", "<bob@example.com²>"),
        ("P<Email_1>Q <Email_12>", "Pbob@example.comQ twelve@example.com"),
    ],
)
def test_what_stands_beside_stays(reply: str, expected: str) -> None:
    for chunks in ([reply], list(reply)):
        assert "".join(piece.text for piece in streamed(RESTORER, chunks)) == expected


def test_the_end_of_another_name_is_not_restored() -> None:
    restorer = Restorer(
        {Placeholder("Key", 1): ["k1"], Placeholder("Private_Key", 1): ["p1"]}, KINDS
    )
    reply = "the Private Key_1, <Private Key_1> and Key_1"
    for chunks in ([reply], list(reply)):
        pieces = streamed(restorer, chunks)
        assert "".join(piece.text for piece in pieces) == "the Private Key_1, p1 and k1"
