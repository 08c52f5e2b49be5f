"""What the index says of a line is what looking for each string says."""

from hypothesis import given
from hypothesis import strategies as st

from app.detect.builtin.gate import Gate
from app.detect.builtin.required import EDGE
from app.detect.builtin.string_index import StringIndex
from app.detect.builtin.view import TOKEN

# Few characters, so that strings stand in texts, of every kind that is read in its own way.
_ALPHABET = "ab s1'.é，中文-"
_PLAIN = st.text(_ALPHABET, min_size=1, max_size=5)
_LINES = st.text(_ALPHABET, max_size=24)


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


@st.composite
def _strings(draw: st.DrawFn) -> str:
    """Return a string of a clause: edges only beside letters."""
    plain = draw(_PLAIN)
    before = EDGE if _is_letter(plain[0]) and draw(st.booleans()) else ""
    after = EDGE if _is_letter(plain[-1]) and draw(st.booleans()) else ""
    return before + plain + after


def _stands_in(string: str, text: str) -> bool:
    """Say whether a string stands in a text, one place after the other."""
    plain = string.strip(EDGE)
    for at in range(len(text) - len(plain) + 1):
        end = at + len(plain)
        if text[at:end] != plain:
            continue
        before = string[0] == EDGE and at > 0 and _is_letter(text[at - 1])
        after = string[-1] == EDGE and end < len(text) and _is_letter(text[end])
        if not before and not after:
            return True
    return False


def _closed(index: StringIndex) -> StringIndex:
    for _ in index.close():
        pass
    return index


@given(st.lists(_strings(), min_size=1, max_size=6), st.lists(_LINES, min_size=1, max_size=3))
def test_a_line_tells_the_strings_that_stand_in_it(strings: list[str], lines: list[str]) -> None:
    index = StringIndex()
    for number, string in enumerate(strings):
        index.file(1 << number, [string])
    _closed(index)
    for line in (*lines, *lines):  # the second time, its words are known
        told = index.told(line)
        for number, string in enumerate(strings):
            assert bool(told >> number & 1) is _stands_in(string, line)


_WORDS = st.text("abs1é", min_size=1, max_size=4)


@given(st.lists(_WORDS, min_size=1, max_size=4), _LINES)
def test_a_line_tells_the_words_of_a_gate_in_it_with_and_without_an_s(
    words: list[str], line: str
) -> None:
    index = StringIndex()
    for number, word in enumerate(words):
        index.file_gate(1 << number, Gate(words=frozenset({word})))
    told = _closed(index).told(line)
    tokens = TOKEN.findall(line)
    for number, word in enumerate(words):
        assert bool(told >> number & 1) is (word in tokens or f"{word}s" in tokens)


@given(_LINES)
def test_a_shape_is_asked_of_words_that_are_more_than_letters(line: str) -> None:
    asked: list[str] = []

    def shape(word: str) -> bool:
        asked.append(word)
        return True

    index = StringIndex()
    index.file_gate(1, Gate(shape=shape))
    words = line.replace("，", " ").split()
    odd = {word for word in words if not word.isalpha()}
    assert _closed(index).told(line) == bool(odd)
    assert set(asked) == odd
