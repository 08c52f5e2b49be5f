"""Plans that are said to be secret, what opens a door, and journeys told in prose."""

import pytest

from app.privacy.levels import Level
from tests.detect.conftest import Found


@pytest.mark.parametrize(
    ("text", "piece", "kind"),
    [
        ("Keep this confidential: we merge with Halden Foods for $30M", "$30M", "Business Secret"),
        ("Our bid is $2.4M, please check the letter", "$2.4M", "Business Secret"),
        ("我们公司计划收购兰溪食品,尚未公开,别外传", "兰溪食品", "Business Secret"),
        ("The safe combination is 12-44-09", "12-44-09", "Password"),
        ("My office door code is 4471#", "4471#", "Verification Code"),
        ("保险柜密码是 33-18-07", "33-18-07", "PIN"),
        ("安全问题是我第一只宠物,答案是豆豆", "豆豆", "Security Question Answer"),
        ("I land at 9:40 on Friday, who is free?", "9:40 on Friday", "Itinerary/Trajectory"),
        ("我明天下午三点的高铁,来得及吗", "明天下午三点", "Itinerary/Trajectory"),
        ("每天早上八点从回龙观坐到中关村,好累", "从回龙观坐到中关村", "Itinerary/Trajectory"),
        ("我把车停在万达B1层A区023", "万达B1层A区023", "Precise Location"),
        ("欠妹妹林晓月三万元", "林晓月", "Relationship Info"),
        ("快递放门口,13812345678", "13812345678", "Phone Number"),
        ("密码：hunter-owl-42!", "hunter-owl-42!", "Password"),
    ],
)
def test_finds(found: Found, text: str, piece: str, kind: str) -> None:
    hits = [span for span in found(text) if piece in span.text]
    assert [span.type for span in hits] == [kind]
    assert not hits[0].text.startswith(("：", ":"))


def test_a_signed_token_in_a_header_is_found_whole(found: Found) -> None:
    token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJib2IifQ.dGhpcyBpcyBub3QgcmVhbA"
    (span,) = found(f"curl -H 'Authorization: Bearer {token}' localhost")
    assert (span.text, span.level) == (token, Level.PL4)


@pytest.mark.parametrize(
    "text",
    [
        "What does confidential mean?",
        "What is the average churn rate for SaaS, 5%?",
        "A 20% discount on all items for our customers",
        "docker run -p 8080:80 nginx",
        "The museum opens at 10:00 and closes at 18:00",
        "The flight leaves at 9:40 and arrives at 11:20, how long is it?",
        "从10.4.2.1升级到10.5.0.0",
        "Is 198.51.100.7 reserved?",
        "从北京到西安的高铁一般要多久?",
        "高血压是什么,有哪些症状",
        "Why is 10 Downing Street black?",
    ],
)
def test_stays_silent_about_the_world_at_large(found: Found, text: str) -> None:
    assert [(span.text, span.recogniser) for span in found(text)] == []


def test_an_address_ends_with_its_sentence(found: Found) -> None:
    (span,) = found("We live at 14 Larch Street. Was it ever painted green?")
    assert span.text == "14 Larch Street"
