import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.privacy.known import KnownValues
from app.privacy.markup import unjoined, unmarked
from tests.privacy.test_known import found

PIECES = (
    *("*", "**", "***", "_", "__", "`", "~~", "<b>", "</b>", "<br/>", "<!-- x -->", "\\", "\n> "),
    *("\n// ", "-", "+", "a", "é", "王", "1", " ", "\n", ",", "<Email_1>", "<", ">", "@", "."),
)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("_Rosalind Quint_", "Rosalind Quint"),
        ("__Rosalind Quint__!", "Rosalind Quint"),
        ("ask ***Rosalind*** Quint", "Rosalind*** Quint"),
        ("**Rosalind** **Quint**", "Rosalind** **Quint"),
        ("`Rosalind` _Quint_", "Rosalind` _Quint"),
        ("Rosa<b>lind</b> Quint", "Rosa<b>lind</b> Quint"),
        ('<td class="x">Rosalind</td>\n<td>Quint</td>', "Rosalind</td>\n<td>Quint"),
        ("Rosalind<br>Quint", "Rosalind<br>Quint"),
        ("Rosalind<!-- x --> Quint", "Rosalind<!-- x --> Quint"),
        ("> by Rosalind\n> Quint", "Rosalind\n> Quint"),
        (">> by Rosalind\r\n> > Quint", "Rosalind\r\n> > Quint"),
        ("# by Rosalind\n# Quint", "Rosalind\n# Quint"),
        ("// by Rosalind\n  // Quint", "Rosalind\n  // Quint"),
        ("Rosalind_Quint_CV.pdf", "Rosalind_Quint"),
        ("cv-rosalind-quint.pdf", "rosalind-quint"),
        ("https://x.example/?name=Rosalind+Quint&x", "Rosalind+Quint"),
        ("**Rosalind_Quint**", "Rosalind_Quint"),
    ],
)
def test_a_name_is_found_across_markup(text: str, piece: str) -> None:
    assert found(text, "Rosalind Quint") == [piece]


@pytest.mark.parametrize(
    ("value", "text", "piece"),
    [
        ("+1 617 492 7843", "call +1 **617** 492\n> 7843", "+1 **617** 492\n> 7843"),
        ("bob_smith@example.com", "_bob_smith@example.com_", "bob_smith@example.com"),
        ("bob_smith@example.com", "bob\\_smith@example\\.com", "bob\\_smith@example\\.com"),
        ("bob_smith@example.com", "**bob_smith**@example.com", "bob_smith**@example.com"),
        ("zxquint", "by _zxquint_.", "zxquint"),
        ("*a_b*", "it is *a_b*", "*a_b*"),
        ("a-b+c_d", "it is a-b+c_d", "a-b+c_d"),
    ],
)
def test_other_values_are_found_across_markup(value: str, text: str, piece: str) -> None:
    assert found(text, value) == [piece]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *(("user", "user_id"), ("user", "the_user_id"), ("Li", "get_li_item"), ("34", "3*4")),
        *(("34", "3 * 4"), ("34", "3**4"), ("ab", "a*b"), ("real name", "<Real_Name_1>")),
        *(("real name", "**<Real_Name_1>**"), ("Rosalind Quint", "a_rosalind quint_b")),
        # Joined words that stand apart are not one value.
        *(("Rosalind Quint", "x_rosalind and quint_x"), ("Rosalind Quint", "x_rosalind\nquint_x")),
    ],
)
def test_code_and_placeholders_are_not_touched(value: str, text: str) -> None:
    assert found(text, value) == []


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_the_way_back_leads_to_what_was_typed(text: str) -> None:
    for view in (unmarked(text), unjoined(text)):
        if view is None:
            continue
        for at, char in enumerate(view.text):
            start, end = view.original(at, at + 1)
            assert 0 <= start < end <= len(text) or (char == "\uffff" and start == end)
            if char.isalnum():
                assert text[start:end] == char


@given(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
)
def test_finds_stay_in_order_apart_and_inside(before: str, after: str) -> None:
    known: KnownValues[int] = KnownValues()
    known.add(1, "Real Name", "a é")
    known.add(2, "Email", "a_1@a")
    known.add(3, "Phone Number", "1111111")
    text = f"{before} a **é** {after}"
    at = 0
    hits = known.find(text)
    for hit in hits:
        assert at <= hit.start < hit.end <= len(text)
        at = hit.end
    assert any(hit.start <= len(before) + 1 < hit.end for hit in hits)
