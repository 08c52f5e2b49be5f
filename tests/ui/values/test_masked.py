"""A hint tells values apart and gives none away."""

import pytest

from app.privacy.levels import Level
from app.ui.values.masked import masked


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("robin@heron.example", "r•••@h•••"),
        ("bo@heron.example", "•••@h•••"),
        ("Robin Example", "R•••"),
        ("+1 617 492 7843", "1•••"),
        ("李小明", "•••"),
        ("Ann", "•••"),
        ("@robin", "r•••"),
        ("🔑🔑🔑🔑🔑", "•••"),
        ("", "•••"),
    ],
)
def test_hints(value: str, hint: str) -> None:
    assert masked(value, Level.PL2) == hint


def test_a_secret_shows_nothing() -> None:
    assert masked("sesame-opens-it", Level.PL4) == "•••"
