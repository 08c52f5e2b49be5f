"""The strength hint: what a guesser tries first is weak, what is long and random is strong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.widgets.passphrase_strength import SHORTEST, Strength, guess_bits, strength


@pytest.mark.parametrize("passphrase", ["", "a", "kite", "xK9#mQ2"])
def test_too_short(passphrase: str) -> None:
    assert strength(passphrase) is Strength.TOO_SHORT


@pytest.mark.parametrize(
    "passphrase",
    [
        "password",
        "P@ssw0rd",
        "Passw0rd123",
        "password2026!",
        "aaaaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "12345678901234567890",
        "qwertyuiop",
        "ilovemusic",
        "dragon dragon dragon",
        "passwordpassword",
        "密码密码密码密码",
        "woaini5201314",
    ],
)
def test_weak(passphrase: str) -> None:
    assert strength(passphrase) is Strength.WEAK


@pytest.mark.parametrize(
    "passphrase",
    [
        "otter lantern gravel mosaic pickle",
        "Tq7!vR2#bL9$wX4z",
        "kqzvwxjrtpmnbhdfgs",
        "春天骑车穿过旧铁路桥看见两只白鹭",
    ],
)
def test_strong(passphrase: str) -> None:
    assert strength(passphrase) is Strength.STRONG


def test_one_word_more_makes_it_better() -> None:
    words = ["otter", "lantern", "gravel", "mosaic"]
    bits = [guess_bits(" ".join(words[:count])) for count in range(1, 5)]
    assert bits == sorted(bits)
    assert len(set(bits)) == 4


def test_full_width_letters_hide_nothing() -> None:
    assert strength("ｐａｓｓｗｏｒｄ") is Strength.WEAK


@given(st.text(max_size=200))
def test_any_text_gets_a_hint(passphrase: str) -> None:
    rated = strength(passphrase)
    assert (rated is Strength.TOO_SHORT) == (len(passphrase) < SHORTEST)
    assert guess_bits(passphrase) >= 0
