from hypothesis import given
from hypothesis import strategies as st

from app.privacy.levels import LONGEST_KIND, STANDARD_TYPES, placeholder_kind
from app.privacy.placeholder import Placeholder
from app.privacy.recognition import Recogniser
from tests.privacy.texts import KINDS


@given(st.text(), st.integers(1, 10**9 - 1))
def test_every_type_gives_a_placeholder_that_is_read_back(name: str, number: int) -> None:
    kind = placeholder_kind(name)
    assert 0 < len(kind) <= LONGEST_KIND
    assert Recogniser(KINDS).reads(Placeholder(kind, number))


def test_standard_types_have_kinds_of_their_own() -> None:
    assert len({placeholder_kind(name) for name in STANDARD_TYPES}) == len(STANDARD_TYPES) == 28
