from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.detect.builtin.lexicon import Lexicon, Term
from app.detect.builtin.view import View


@given(st.text(max_size=80))
def test_every_piece_maps_back_into_the_text(typed: str) -> None:
    view = View(typed)
    assert len(view.low) == len(view.text)
    for at in range(len(view.text)):
        start, end = view.original(at, at + 1)
        assert 0 <= start < end <= len(typed)


@given(st.text(max_size=80))
def test_pieces_come_in_order(typed: str) -> None:
    view = View(typed)
    starts = [view.original(at, at + 1)[0] for at in range(len(view.text))]
    assert starts == sorted(starts)


def test_width_zero_width_and_lookalikes_are_undone_and_case_stays() -> None:
    typed = "Ｂｏｂ １２\u200b３ p\u0430ssword"
    view = View(typed)
    assert view.text == "Bob 123 password"
    start = view.text.index("123")
    assert typed[slice(*view.original(start, start + 3))] == "１２\u200b３"


def test_a_wholly_cyrillic_word_stays() -> None:
    assert View("Москва").text == "Москва"


def test_lexicon_finds_whole_words_and_the_longest_entry() -> None:
    lexicon = Lexicon(["back pain", "pain", "AT&T", "Crohn's", "胃炎", "慢性胃炎"])
    text = "Back  pain, pains, painter, Crohn's at AT&T; 慢性胃炎和胃炎"
    view = View(text)
    assert [(text[t.start : t.end], t.term) for t in lexicon.find(view)] == [
        ("Back  pain", "back pain"),
        ("pains", "pain"),
        ("Crohn's", "crohn's"),
        ("AT&T", "at&t"),
        ("慢性胃炎", "慢性胃炎"),
        ("胃炎", "胃炎"),
    ]


@given(st.text(alphabet="ab 胃炎痛", max_size=40))
def test_lexicon_terms_do_not_overlap_within_a_script(text: str) -> None:
    terms: list[Term] = list(Lexicon(["a", "a b", "胃炎", "炎痛"]).find(View(text)))
    for script in (str.isascii, lambda term: not term.isascii()):
        same = sorted(term for term in terms if script(term.term))
        assert all(one.end <= two.start for one, two in pairwise(same))
