import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.privacy.normalise import _PLAIN, fold, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bob@X.com", "ｂｏｂ＠ｘ．ｃｏｍ"),
        ("Roman", "Rоmаn"),  # Cyrillic о and а
        ("ALPHA", "ΑLΡΗΑ"),  # Greek capitals
        ("a b", "\u2003a \n\t b "),
        ("paypal", "pay\u200bp\u00adal\ufe0f"),
        ("שלום", "\u200fשלום\u200e"),
        ("2026", "２０２６"),
        ("2026", "٢٠٢٦"),
        ("O'Brien-Smith", "O’Brien‑Smith"),
        ("José", "Jose\u0301"),
        ("ガス", "ｶﾞｽ"),
        ("Straße", "STRASSE"),
        ("istanbul", "İstanbul"),
        ("محمد", "محـــمد"),
        ("zx quint", "z\u0336x\u0336 q\u0332u\u0332int"),
        ("617", "6\ufe0f\u20e31\ufe0f\u20e37\ufe0f\u20e3"),
        ("617", "➏➊➐"),
    ],
)
def test_ways_of_writing_one_value_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("5 mg", "5 µg"), ("José", "Jose"), ("Ann", "Anna"), ("ab", "a b")]
)
def test_different_values_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_the_view_and_the_key_agree(text: str) -> None:
    assert folded(text).text.strip(" ") == fold(text)


@given(st.text(), st.data())
def test_the_way_back_brings_whole_characters_in_order(text: str, data: st.DataObject) -> None:
    view = folded(text)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    first, last = view.original(start, end)
    assert 0 <= first < last <= len(text)
    assert view.text[start:end].strip(" ") in fold(text[first:last])
    if end < len(view.text):
        assert view.original(end, end + 1)[0] >= first


def test_what_is_passed_over_stands_for_itself() -> None:
    plain = re.compile(f"[{_PLAIN}]")
    for char in map(chr, range(0x10000)):
        if plain.match(char):
            assert fold(char) == char.lower()
            assert folded(f"é{char}").text == f"é{char.lower()}"


def test_offsets_count_code_points_of_the_text_as_typed() -> None:
    text = "🙂 ﬁx  Ｂ\u200bob!"
    view = folded(text)
    assert view.text == "🙂 fix bob!"
    start = view.text.index("bob")
    first, last = view.original(start, start + 3)
    assert text[first:last] == "Ｂ\u200bob"
    # Half of a ligature brings all of it.
    assert view.original(2, 3) == view.original(3, 4) == (2, 3)
