"""Every type and level of the core has a name in plain words."""

import pytest

from app.detect.builtin.explanations import EXPLANATIONS
from app.detect.builtin.recogniser import FREE_TYPES
from app.privacy.levels import LITERAL_TYPE, STANDARD_TYPES, Level
from app.ui.spans.explanation_phrases import PHRASES
from app.ui.spans.type_names import (
    LEVEL_NAMES,
    TYPE_NAMES,
    found_because,
    level_meaning,
    level_name,
    type_name,
)


def test_every_type_that_can_be_found_has_a_name() -> None:
    assert {*STANDARD_TYPES, *FREE_TYPES, LITERAL_TYPE} - set(TYPE_NAMES) == set()


def test_no_two_types_have_the_same_name() -> None:
    names = [str(name) for name in TYPE_NAMES.values()]
    assert sorted(set(names)) == sorted(names)


def test_a_free_tag_of_a_model_is_shown_as_it_is() -> None:
    assert type_name("Shoe Size") == "Shoe Size"


@pytest.mark.parametrize("level", list(Level))
def test_every_level_has_a_name_and_a_meaning(level: Level) -> None:
    assert level_name(level) == str(LEVEL_NAMES[level])
    assert level_meaning(level).endswith(".")


def test_every_recogniser_says_why_in_its_own_words() -> None:
    assert {name: str(phrase) for name, phrase in PHRASES.items()} == dict(EXPLANATIONS)


def test_why_something_was_found() -> None:
    assert found_because("postcode") == "Found because it is a postcode."
    assert found_because("no such recogniser") == ""
