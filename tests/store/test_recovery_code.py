"""The printed code: readable, and every slip of the pen or the finger is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.key_errors import RecoveryCodeIncomplete, RecoveryCodeMistyped
from app.store.recovery_code import ALPHABET, LENGTH, RecoveryCode


def with_changes(code: str, changes: dict[int, str]) -> str:
    return "".join(changes.get(place, c) for place, c in enumerate(code))


def test_a_new_code_looks_like_one() -> None:
    code = RecoveryCode.new()
    groups = str(code).split("-")
    assert [len(group) for group in groups] == [4] * 8
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set("ILOU") & set(ALPHABET)
    assert RecoveryCode.parse(str(code)) == code
    assert code.characters not in repr(code)


def test_codes_differ_and_hold_130_bits() -> None:
    codes = {RecoveryCode.new().secret for _ in range(50)}
    assert len(codes) == 50
    assert {len(code) for code in codes} == {26}
    assert len(ALPHABET) ** 26 == 2**130
    assert len({bytes([c]) for code in codes for c in code}) == 32


def test_a_known_code_stays_valid() -> None:
    """A code that was printed years ago still is one."""
    code = RecoveryCode.parse("0123-4567-89AB-CDEF-GHJK-MNPQ-RSNP-KMM7")
    assert code.secret == b"0123456789ABCDEFGHJKMNPQRS"


def test_however_it_is_typed() -> None:
    code = RecoveryCode.new()
    plain = code.characters
    for typed in (
        plain,
        plain.lower(),
        f"  {str(code).replace('-', ' ')}\n",
        str(code).replace("-", "–"),
        plain.replace("0", "O").replace("1", "l"),
        plain.replace("0", "o").replace("1", "I"),
        "".join(chr(ord(c) + 0xFEE0) for c in plain),
        "\u200b".join(str(code)),
    ):
        assert RecoveryCode.parse(typed) == code


def test_every_wrong_character_is_told() -> None:
    code = RecoveryCode.new().characters
    for place in range(LENGTH):
        for other in ALPHABET.replace(code[place], ""):
            with pytest.raises(RecoveryCodeMistyped):
                RecoveryCode.parse(with_changes(code, {place: other}))


def test_every_two_that_changed_places_are_told() -> None:
    code = RecoveryCode.new().characters
    for first in range(LENGTH):
        for second in range(first + 1, LENGTH):
            if code[first] != code[second]:
                swapped = with_changes(code, {first: code[second], second: code[first]})
                with pytest.raises(RecoveryCodeMistyped):
                    RecoveryCode.parse(swapped)


@given(st.dictionaries(st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET), max_size=4))
def test_up_to_four_wrong_characters_are_told(changes: dict[int, str]) -> None:
    code = RecoveryCode.new().characters
    typed = with_changes(code, changes)
    if typed == code:
        assert RecoveryCode.parse(typed).characters == code
    else:
        with pytest.raises(RecoveryCodeMistyped):
            RecoveryCode.parse(typed)


@given(st.text())
def test_nothing_else_is_a_code(typed: str) -> None:
    with pytest.raises((RecoveryCodeIncomplete, RecoveryCodeMistyped)):
        RecoveryCode.parse(typed)


@pytest.mark.parametrize("count", [0, 1, 31, 33])
def test_a_missing_character_is_told_by_the_number(count: int) -> None:
    typed = (RecoveryCode.new().characters * 2)[:count]
    with pytest.raises(RecoveryCodeIncomplete) as refused:
        RecoveryCode.parse(typed)
    assert refused.value.details == {"count": count, "length": 32}


def test_a_letter_that_no_code_has_is_a_mistake() -> None:
    with pytest.raises(RecoveryCodeMistyped):
        RecoveryCode.parse("U" * 32)
