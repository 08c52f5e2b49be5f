"""Cutting loses nothing, keeps its bounds, settles after an edit, and takes linear time."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.model import pieces as module
from app.detect.model.pieces import LONGEST, OVERLAP, Piece, pieces

_PROSE = (
    "My sister moved again. ", "The flat is small!\n", "We paid 1,200 for it, ", "and, well, ",
    "nothing else\n\n", "我妹妹又搬家了。", "房子很小，", "还不错；", "\r\n\r\n", "word ", "x",
)  # fmt: skip


def prose(length: int, seed: int) -> str:
    """Return a text of `length` characters that looks written."""
    source = random.Random(seed)  # noqa: S311 - not for a secret
    text = ""
    while len(text) < length:
        text += source.choice(_PROSE) + str(source.randint(0, 99))
    return text[:length]


LONG = {
    "prose": prose(20_000, 1),
    "one line": "x" * 20_000,
    "one line of words": "word " * 4_000,
    "no bounds": "".join(chr(0x4E00 + at * 7 % 9_000) for at in range(20_000)),
    "line breaks": "\n" * 20_000 + "end",
    "far apart": ("a" + " " * 3_000) * 6,
}


@pytest.mark.parametrize("kind", LONG)
def test_pieces_cover_the_text_within_bounds(kind: str) -> None:
    text = LONG[kind]
    cut = list(pieces(text))
    assert all(text[piece.start : piece.end] == piece.text for piece in cut)
    assert all(0 < len(piece.text) <= LONGEST and piece.text.strip() for piece in cut)
    assert [piece.start for piece in cut] == sorted({piece.start for piece in cut})
    covered = {at for piece in cut for at in range(piece.start, piece.end)}
    assert all(at in covered for at, character in enumerate(text) if not character.isspace())


@pytest.mark.parametrize("kind", LONG)
def test_what_is_shorter_than_the_overlap_stands_whole_in_a_piece(kind: str) -> None:
    text = LONG[kind]
    cut = list(pieces(text))
    for start in range(len(text) - OVERLAP):
        part = text[start : start + OVERLAP]
        at = start + len(part) - len(part.lstrip())
        assert part.isspace() or any(
            piece.start <= at and at + len(part.strip()) <= piece.end for piece in _near(cut, at)
        )


@given(st.text(max_size=400), st.integers(12, 120))
def test_so_it_is_with_any_text_and_bound(text: str, longest: int) -> None:
    cut = list(pieces(text, longest))
    assert all(text[piece.start : piece.end] == piece.text for piece in cut)
    assert all(len(piece.text) <= longest for piece in cut)
    assert "".join(text.split()) == "".join(_without_overlaps(cut).split())


@pytest.mark.parametrize("kind", ["prose", "no bounds", "one line of words"])
@pytest.mark.parametrize("edit", ["!", "", "A whole new sentence stands here. "])
def test_an_edit_leaves_distant_pieces_as_they_were(kind: str, edit: str) -> None:
    text = LONG[kind] if kind != "one line of words" else _numbered_words()
    before = {piece.text for piece in pieces(text)}
    for at in range(1_000, len(text), 2_711):
        after = [piece.text for piece in pieces(text[:at] + edit + text[at + 1 :])]
        new = [piece for piece in after if piece not in before]
        assert len(new) <= 5
        assert len(after) > 15


def test_short_and_blank_texts() -> None:
    assert list(pieces("hello")) == [Piece(0, "hello")]
    assert list(pieces("x" * LONGEST)) == [Piece(0, "x" * LONGEST)]
    assert not list(pieces(""))
    assert not list(pieces(" \n\t\u2003" * 10_000))


def test_half_a_surrogate_pair_is_cut_around() -> None:
    assert len(list(pieces("\ud83d" * 3_000))) > 2


def test_the_work_grows_as_the_text_does(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    draw = module._draw

    def counted(text: str, end: int) -> int:
        nonlocal looked
        looked += 1
        return draw(text, end)

    monkeypatch.setattr(module, "_draw", counted)
    seen: list[int] = []
    for length in (25_000, 50_000, 100_000):
        looked = 0
        assert len(list(pieces("字" * length))) <= length // 200
        seen.append(looked)
    assert seen[2] < 5 * seen[0]


def _numbered_words() -> str:
    return " ".join(f"word{number * 7919 % 4001}" for number in range(2_500))


def _near(cut: list[Piece], at: int) -> list[Piece]:
    return [piece for piece in cut if piece.start <= at < piece.end]


def _without_overlaps(cut: list[Piece]) -> str:
    joined, end = "", 0
    for piece in cut:
        joined += piece.text[max(0, end - piece.start) :]
        end = piece.end
    return joined
