"""What people tell of themselves in passing. All examples are invented."""

import pytest

from app.privacy.span import Span
from tests.detect.conftest import Found
from tests.detect.kinds import BACKGROUND, HEALTH, TALK


def _texts(spans: list[Span]) -> list[tuple[str, str]]:
    return [(span.text, span.type) for span in spans]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I grew up in Valparaíso and still dream about the hills", ("Valparaíso", BACKGROUND)),
        ("We're originally from Tampere, so snow is fine", ("Tampere", BACKGROUND)),
        ("I live in Dunedin, where do I buy good rye?", ("Dunedin", BACKGROUND)),
        ("I'm a father of three and have no time to cook", ("father of three", BACKGROUND)),
        ("As a third-year nursing student I sleep badly",
         ("third-year nursing student", BACKGROUND)),
        ("I'm an army veteran looking for a new trade", ("army veteran", BACKGROUND)),
        ("我从小在大理长大，想写一篇关于洱海的散文", ("大理", BACKGROUND)),
        ("I sprained my left ankle on the stairs", ("sprained my left ankle", HEALTH)),
        ("Any stretches for my chronic lower back pain?", ("chronic lower back pain", HEALTH)),
        ("I've been seeing a psychologist since spring", ("seeing a psychologist", HEALTH)),
        ("I'm nine months sober, what do I say at parties", ("nine months sober", HEALTH)),
        ("My sister is hard of hearing and loves films", ("hard of hearing", HEALTH)),
        ("after two miscarriages we stopped trying", ("miscarriages", HEALTH)),
        ('My landlord wrote to me "be out by Sunday, or else"',
         ("be out by Sunday, or else", TALK)),
        ('She texted me "I never want to see you again" at 2 am',
         ("I never want to see you again", TALK)),
        ("他昨晚发微信说“你再不还钱我就去你单位闹”，怎么办", ("你再不还钱我就去你单位闹", TALK)),
    ],
)  # fmt: skip
def test_finds_what_is_told_in_passing(found: Found, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in _texts(found(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("我爸欠了银行四十万，怎么还", ("四十万", "Debt/Loan Info")),
        ("月薪一万二，够不够在杭州生活", ("一万二", "Assets/Income")),
        ("这个月奖金发了三千五", ("三千五", "Assets/Income")),
        ("我买这辆车花了二十万", ("二十万", "Transaction Record")),
        ("My brother owes me three thousand dollars", ("three thousand dollars", "Debt/Loan Info")),
        ("I saved up twenty grand for a car", ("twenty grand", "Assets/Income")),
        ("Should I put our life savings in bonds?", ("life savings", "Assets/Income")),
    ],
)
def test_finds_what_somebody_owns_in_words(
    found: Found, text: str, wanted: tuple[str, str]
) -> None:
    assert wanted in _texts(found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Two thousand people paid for the concert",
        "千万别借钱给他",
        "一万步大概多少公里",
        "万一他不还钱怎么办",
        "百万富翁是怎么投资的",
        "中奖五百万要交多少税",
        "买一辆二十万的车还是十五万的车",
        "老师说“温故而知新”是什么意思",
        "三万字的论文要交几份",
        'The sign said "no dogs allowed here"',
        "鲁迅说“世上本没有路，走的人多了便成了路”",
        "Where do tulips come from?",
        "The village in Norway where the sun does not set",
        "What does a third-year student learn about cells?",
        "How do I sprain-proof a running shoe?",
        "Please keep this confidential: I scored 72% on the exam",
        "Is depression more common in winter?",
        "Are savings taxed in Portugal?",
        "Act as a cardiologist and ask me three questions",
        "Act as a third-year medical student and quiz me",
        "It costs two thousand dollars, is it worth it?",
        "I live in Excel all day",
        'The teacher told us "open your books now"',
    ],
)
def test_what_is_told_of_nobody_stays(found: Found, text: str) -> None:
    assert found(text) == []


def test_a_place_that_somebody_comes_from_is_no_secret_elsewhere(found: Found) -> None:
    (span,) = found("I grew up in Valparaíso")
    assert not span.everywhere
    assert found("Is Valparaíso worth a visit?") == []
