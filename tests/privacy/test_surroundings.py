from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.privacy.surroundings import Address, Attribute, JsonString, LinkTarget, Place
from tests.privacy.texts import cuts, fragments

PLACES: list[Callable[[], Place]] = [Address, LinkTarget, Attribute, JsonString]


def followed(place: Place, chunks: list[str]) -> tuple[bool, int | None]:
    at = 0
    for chunk in chunks:
        place.advance(chunk, at)
        at += len(chunk)
    return place.inside, place.opened if place.inside else None


@pytest.mark.parametrize("make", PLACES)
@settings(max_examples=150)
@given(text=st.lists(fragments, max_size=4).map("".join), data=st.data())
def test_a_place_does_not_depend_on_cuts(
    make: Callable[[], Place], text: str, data: st.DataObject
) -> None:
    whole = followed(make(), [text])
    assert followed(make(), data.draw(cuts(text))) == whole
    assert followed(make(), list(text)) == whole
    if whole[1] is not None:
        assert whole[1] < len(text)


def test_a_long_word_before_an_address_changes_nothing() -> None:
    text = "x" * 500 + "://" + "y" * 500
    assert followed(Address(), [text]) == followed(Address(), list(text))
