"""What of a find counts elsewhere in the same text. All examples are invented."""

import pytest

from app.detect.builtin.lexicon import read_words
from app.detect.builtin.name_neighbours import NameNeighbours
from app.detect.recall import NameParts
from tests.detect.conftest import RESOURCES, Found


@pytest.fixture(scope="module")
def parts() -> NameParts:
    given = read_words(RESOURCES / "words" / "given_names.txt")
    surnames = read_words(RESOURCES / "words" / "surnames.txt")
    neighbours = NameNeighbours(given, surnames, ("Monday",))
    return NameParts(given, surnames, ("建国",), neighbours)


def test_parts_of_a_full_name_are_found_again_over_lines(found: Found) -> None:
    text = "Ingrid Halvorsen came.\nLater we found Ingrid there, and Halvorsen's car.\ningrid"
    assert [(span.text, span.recogniser) for span in found(text)] == [
        ("Ingrid Halvorsen", "known-given-name"),
        ("Ingrid", "name-part"),
        ("Halvorsen", "name-part"),
    ]


def test_the_given_part_of_a_chinese_name_is_found_again(found: Found) -> None:
    text = "我妻子林若彤昨天回来了。\n晚上若彤累了"
    assert [span.text for span in found(text)] == ["林若彤", "若彤"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Ingrid Halvorsen", ("Ingrid", "Halvorsen")),
        ("Ingrid", ()),
        ("Will May", ()),
        ("林若彤", ("若彤",)),
        ("林若", ()),
        ("张建国", ()),
        ("欧阳若彤", ("若彤",)),
    ],
)
def test_only_parts_that_are_nothing_else_stand_for_a_name(
    parts: NameParts, name: str, wanted: tuple[str, ...]
) -> None:
    assert parts.of(name) == wanted


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        ("then Ingrid left", "Ingrid", True),
        ("Ingrids left", "Ingrid", False),
        ("an ingrid", "ingrid", False),
        ("ask Ingrid Monday", "Ingrid", True),
        ("ask Ingrid Okafor", "Ingrid", False),
        ("at github.com/Ingrid", "Ingrid", False),
        ("和若彤说", "若彤", True),
        ("和张若彤说", "若彤", False),
    ],
)
def test_a_part_stands_alone(parts: NameParts, text: str, part: str, *, wanted: bool) -> None:
    start = text.index(part)
    assert parts.stands(text, start, start + len(part)) is wanted


def test_everyday_words_do_not_return(found: Found) -> None:
    spans = found("I am a teacher. My doctor says that I have insomnia. I have lupus.")
    everywhere = {span.text: span.everywhere for span in spans}
    assert everywhere == {"teacher": False, "insomnia": False, "lupus": True}
