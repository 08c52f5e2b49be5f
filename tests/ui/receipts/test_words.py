"""What a receipt says."""

from dataclasses import replace

import pytest

from app.ui.receipts.readable import readable
from app.ui.receipts.words import choices_text, counts_text, place_text
from tests.ui.receipts.made import receipt


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("", "this computer"),
        ("127.0.0.1", "this computer (127.0.0.1)"),
        ("api.testing.example", "api.testing.example"),
    ],
)
def test_what_stayed_here_is_told_from_what_left(host: str, said: str) -> None:
    assert place_text(replace(receipt(1, 1), host=host)) == said


def test_levels_are_signs_to_see_and_words_to_hear() -> None:
    assert counts_text(receipt(1, 1)) == "▲ 1  ● 2"
    assert counts_text(receipt(1, 1), spoken=True) == "Highly sensitive 1, Identifying 2"
    assert counts_text(replace(receipt(1, 1), counts={})) == "nothing hidden"


def test_choices_are_counted_by_type() -> None:
    chosen = {"keep": {"Email": 2}, "hide": {"Private": 1}}
    said = choices_text(replace(receipt(1, 1), overrides=chosen))
    assert said == "Sent as typed: E-mail address × 2; hidden: Marked by you × 1"


@pytest.mark.parametrize("body", ["{half", "", '"\\ud800"', "[" * 100_000])
def test_a_body_that_cannot_be_laid_out_stays_as_it_is(body: str) -> None:
    assert readable(body) == body


def test_a_body_is_laid_out_without_losing_anything() -> None:
    assert readable('{"b":"你好","a":[1]}') == '{\n  "b": "你好",\n  "a": [\n    1\n  ]\n}'
