import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.privacy.decoding import unescaped
from app.privacy.encoded import find_encoded
from app.privacy.known import KnownValues
from tests.privacy.test_outbound import ENCODINGS

PLAIN = ("raw", "upper", "wide", "zero width", "soft hyphen")
# Found without being decoded.
MARKUP = ("underscores", "stars", "underlined", "tags", "quoted lines")
VALUE = 'bob & "marsh" 12é'
ESCAPES = (
    "\\u0041",
    "\\ud83d\\ude00",
    "\\ud83d",
    "&amp;",
    "&#x41;",
    "%41",
    "%e7%8e%8b",
    "\\n",
    "\\xe7\\x8e\\x8b",
    "\\xe9",
    "\\303\\251",
    "a",
)


def known(*values: str) -> KnownValues[str]:
    found: KnownValues[str] = KnownValues()
    for value in values:
        found.add(value, "Email", value)
    return found


@pytest.mark.parametrize("encoding", sorted(ENCODINGS.keys() - {*PLAIN, *MARKUP}))
def test_an_encoded_value_is_found_in_its_place(encoding: str) -> None:
    before, encoded = "word word, ", ENCODINGS[encoding](VALUE)
    places = find_encoded(known(VALUE), f"{before}{encoded} and 王")
    assert places
    for place in places:
        assert place.key == VALUE
        assert len(before) <= place.start < place.end <= len(before) + len(encoded)


def test_what_is_not_encoded_is_not_found() -> None:
    assert find_encoded(known(VALUE), f"write to {VALUE} & co, 100% \\o/") == []


@settings(max_examples=200)
@given(st.lists(st.sampled_from(ESCAPES) | st.text(max_size=4), max_size=12).map("".join))
def test_the_way_back_covers_each_character(text: str) -> None:
    view = unescaped(text)
    if view is not None and view.text:
        places = [view.original(at, at + 1) for at in range(len(view.text))]
        assert places == sorted(places)
        assert view.original(0, len(view.text)) == (places[0][0], places[-1][1])
