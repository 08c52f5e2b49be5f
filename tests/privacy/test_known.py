import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.privacy.known import KnownValues
from app.privacy.levels import LITERAL_TYPE


def found(text: str, *values: str) -> list[str]:
    """The pieces of `text` in which some of `values` are found."""
    known: KnownValues[int] = KnownValues()
    for key, value in enumerate(values):
        known.add(key, "Real Name", value)
    return [text[hit.start : hit.end] for hit in known.find(text)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *(("Li", "Lisa"), ("Li", "Ali"), ("Ann", "Annual"), ("Li", "Li_2"), ("12", "2012")),
        *(("12", "1,200.12"), ("200", "1,200.12"), ("12", "12.5"), ("李", "行李"), ("राम", "रामा")),
        *(("Anna", "Ann a"), ("4111111", "41111112"), ("2125550147", "212-555-01471")),
        *(("482913", "48 29 13"), ("1234567", "0.12345678"), ("José", "Jose")),
    ],
)
def test_other_words_and_numbers_are_not_touched(value: str, text: str) -> None:
    assert found(text, value) == []


@pytest.mark.parametrize(
    ("value", "text", "piece"),
    [
        ("Li", "Ask Li's boss", "Li"),
        ("Li", "我是Li。", "Li"),
        ("Li", "_Li_"[1:3] + "!", "Li"),
        ("12", "I am 12.", "12"),
        ("王小明", "我是王小明啊", "王小明"),
        ("王小明", "我是 王 小 明 啊", "王 小 明"),
        ("王 小明", "我是王小明啊", "王小明"),
        ("李", "姓 李，", "李"),
        ("김철수", "김철수가 왔다", "김철수"),
        ("bob@example.com", "mail ＢＯＢ@Example.com!", "ＢＯＢ@Example.com"),
        ("bob@example.com", "🙂 b\u200bob@exa\u00admple.com", "b\u200bob@exa\u00admple.com"),
        ("bob@example.com", "вob@example.com", "вob@example.com"),
        ("Laurie Luo", "laurie\n   luo", "laurie\n   luo"),
        ("+1 (212) 555-0147", "call 2125550147", "2125550147"),
        ("+1 (212) 555-0147", "call 212.555.0147.", "212.555.0147"),
        ("2125550147", "call +1 (212) 555-0147", "+1 (212) 555-0147"),
        ("2125550147", "(212) 555-0147", "(212) 555-0147"),
        ("13812345678", "+86 138 1234 5678", "+86 138 1234 5678"),
        ("13812345678", "008613812345678", "008613812345678"),
        ("020 7946 0958", "+44 20 7946 0958", "+44 20 7946 0958"),
        ("+44 20 7946 0958", "020 7946 0958", "020 7946 0958"),
        ("4111 1111 1111 1111", "4111-1111-1111-1111", "4111-1111-1111-1111"),
        ("4111111111111111", "4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("DE89370400440532013000", "de89 3704 0044 0532 0130 00", "de89 3704 0044 0532 0130 00"),
        ("E12345678", "E 1234 5678", "E 1234 5678"),
        ("138059", "it is one three eight, zero five nine", "one three eight, zero five nine"),
        ("138059", "码是一三八零五九吗", "一三八零五九"),
        ("138805", "one three double eight oh five", "one three double eight oh five"),
    ],
)
def test_however_a_value_is_written_it_is_found(value: str, text: str, piece: str) -> None:
    assert found(text, value) == [piece]


def test_the_longest_wins_and_nothing_overlaps() -> None:
    assert found("Laurie Luo and Laurie", "Laurie", "Laurie Luo") == ["Laurie Luo", "Laurie"]


def test_of_two_that_overlap_no_half_stays_visible() -> None:
    assert found("张三丰田", "张三丰", "丰田") == ["张三丰田"]
    assert found("ab cd ef", "ab cd", "cd ef") == ["ab cd ef"]


def test_a_discarded_key_is_found_no_more() -> None:
    known: KnownValues[str] = KnownValues()
    for key in ("one", "two"):
        known.add(key, "Phone Number", "+1 212 555 0147")
    known.add("two", "Real Name", "Bob Smith")
    assert len(known) == 2
    assert [hit.key for hit in known.find("2125550147")] == ["one"]
    known.discard("one")
    known.discard("nobody")
    assert len(known) == 1
    assert [hit.key for hit in known.find("2125550147, bob smith")] == ["two", "two"]
    known.discard("two")
    assert known.find("2125550147, bob smith") == []


def test_discarding_many_leaves_the_others() -> None:
    known: KnownValues[int] = KnownValues()
    for number in range(200):
        known.add(number, "Real Name", f"person number {number}")
    for number in range(0, 200, 2):
        known.discard(number)
    text = ", ".join(f"person number {number}" for number in range(200))
    assert [hit.key for hit in known.find(text)] == list(range(1, 200, 2))


def test_literals_and_invisible_texts_are_no_values() -> None:
    known: KnownValues[int] = KnownValues()
    known.add(1, LITERAL_TYPE, "<Email_1>")
    known.add(2, "Password", " \u200b ")
    assert len(known) == 0
    assert known.find("<Email_1> \u200b ") == []


@settings(max_examples=150)
@given(st.lists(st.text(min_size=1), max_size=5), st.text())
def test_finds_are_in_order_apart_and_whole(values: list[str], text: str) -> None:
    known: KnownValues[int] = KnownValues()
    for key, value in enumerate(values):
        known.add(key, "Real Name", value)
    at = 0
    for hit in known.find(text + " " + " ".join(values)):
        assert at <= hit.start < hit.end
        at = hit.end


@settings(max_examples=150)
@given(
    st.text(st.characters(categories=["L", "Nd", "P", "S"]), min_size=3),
    st.sampled_from(["{}", "say {}, please", "（{}）", "\n{}\n", "a {} b"]),
)
def test_a_value_between_spaces_or_brackets_is_always_found(value: str, around: str) -> None:
    pieces = found(around.format(value), value)
    assert len(pieces) == 1
    assert value.strip() in pieces[0]


def test_finding_does_not_look_at_each_value() -> None:
    class Text(str):
        slices = 0

        def __getitem__(self, key: object) -> str:
            Text.slices += 1
            return super().__getitem__(key)  # type: ignore[index]

    def cost(size: int) -> int:
        source = random.Random(size)  # noqa: S311 - made-up values
        known: KnownValues[int] = KnownValues()
        for number in range(size):
            word = "".join(source.choices(string.ascii_lowercase, k=9))
            known.add(number, "Real Name", f"{word} {number}")
        text = Text(" ".join("".join(source.choices(string.digits + "é", k=5)) for _ in range(200)))
        Text.slices = 0
        starts = [i for i in range(len(text)) if i == 0 or str(text)[i - 1] == " "]
        for start in starts:
            list(known.words.at(text, start, 0))
        return Text.slices

    assert cost(4000) <= cost(40) * 2
