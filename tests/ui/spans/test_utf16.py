from hypothesis import given
from hypothesis import strategies as st

from app.ui.spans.utf16 import Utf16Map, unit_length, without_lone_surrogates

TEXTS = st.text(alphabet=st.sampled_from("ab 你\n😀𝒳é"), max_size=40)


@given(TEXTS)
def test_offsets_agree_with_the_encoding(text: str) -> None:
    offsets = Utf16Map(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_units(point) == unit
        assert offsets.to_points(unit) == point
    assert offsets.units == unit_length(text) == len(text.encode("utf-16-le")) // 2


@given(TEXTS.filter(lambda text: max(text, default="") > "\uffff"))
def test_an_offset_inside_a_character_is_its_start(text: str) -> None:
    point = next(index for index, char in enumerate(text) if char > "\uffff")
    offsets = Utf16Map(text)
    assert offsets.to_points(offsets.to_units(point) + 1) == point


def test_lone_surrogates_are_replaced_and_pairs_stay() -> None:
    assert without_lone_surrogates("a\ud800b😀") == "a\ufffdb😀"
