"""Work and town, a child's age and school, height and weight, told in half a sentence.

All examples are invented.
"""

import pytest

from tests.detect.conftest import Found


@pytest.mark.parametrize(
    ("text", "piece", "kind"),
    [
        ("I work nights as a baker in Split and can't sleep", "Split", "Identity Background"),
        ("I was born in Riga but moved to Tromsø at nine", "Tromsø", "Identity Background"),
        ("my daughter Ines (7) hates maths", "7", "Identity Background"),
        ("a note to her school St Odile's, please", "St Odile's", "School"),
        ("I'm 42, 171cm, 88kg, can I run?", "88kg", "Medical Health"),
        ("I'm 5'9\" and 160 lbs", "160 lbs", "Medical Health"),
        ("Going to Faro on the 3rd of March, what to pack?", "Faro on the 3rd of March",
         "Itinerary/Trajectory"),
        ("My hearing is on 14 June in Marlow County court", "14 June in Marlow County",
         "Judicial Record"),
        ("I owe 14,300 on two cards", "14,300", "Debt/Loan Info"),
        ("my in-laws are strict Catholics", "Catholics", "Sensitive Identity"),
        ("text my landlord, flat 4b 12 marlow rd, the boiler", "flat 4b 12 marlow rd",
         "Detailed Address"),
        ("our shop is still on Shopsy 2.14 and we can't patch", "Shopsy 2.14",
         "Vulnerability Details"),
        ("she was laid off from Hollis and she is fine", "Hollis", "Company/Organization Info"),
        ("我男朋友是回族，要注意什么", "回族", "Sensitive Identity"),
        ("我在蓝鲸做产品经理，想跳槽", "蓝鲸", "Company/Organization Info"),
        ("孩子在青湖实验小学上学", "青湖实验小学", "School"),
        ("My flat mate's number: 07700 900123", "07700 900123", "Phone Number"),
    ],
)  # fmt: skip
def test_finds(found: Found, text: str, piece: str, kind: str) -> None:
    assert (piece, kind) in [(span.text, span.type) for span in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "it's a 20 minute drive, and I like it",
        "we closed 3 deals on the avenue",
        "I moved to Python last year",
        "my neighbour wants to add something",
        "I need to tell my boss I'm late",
        "we met at St. Luke's",
        "他是上班族，很忙",
        "who owes 300 years of history?",
    ],
)
def test_stays_silent(found: Found, text: str) -> None:
    assert [(span.text, span.recogniser) for span in found(text)] == []
