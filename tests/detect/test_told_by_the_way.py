"""What a message on something else lets slip. All examples are invented."""

import pytest

from tests.detect.conftest import Found
from tests.detect.kinds import BACKGROUND, COMPANY, COURT, HEALTH, JOB, KIN, SENSITIVE, TRIP


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("My rabbi asked me to speak on Friday about mourning.", "rabbi", SENSITIVE),
        ("Write an invite for my son's bar mitzvah, please.", "bar mitzvah", SENSITIVE),
        ("Give me a haiku about my first Ramadan.", "Ramadan", SENSITIVE),
        ("As someone who grew up Mormon, I find holidays hard.", "Mormon", SENSITIVE),
        ("We met at Temple Beth Ahava and I still go.", "Temple Beth Ahava", SENSITIVE),
        ("I miss the Lutheran hymns of my village.", "Lutheran hymns", SENSITIVE),
        ("Half of my family is Lebanese and loud.", "Lebanese", SENSITIVE),
        ("A book for parents of trans kids like mine? I'm lost.", "trans kids", SENSITIVE),
        ("I'm the first in my family to finish school.", "first in my family", BACKGROUND),
        ("I was raised by two moms in Vermont.", "raised by two moms", BACKGROUND),
        ("My grandmother, who raised me, just turned 90.", "who raised me", BACKGROUND),
        ("My dad went to prison when I was six.", "went to prison", COURT),
        ("I was pulled over by the police twice.", "pulled over by the police", COURT),
        ("Since my divorce I cook for one.", "divorce", BACKGROUND),
        ("A gift for my estranged brother?", "estranged brother", KIN),
        ("I'm bilingual in Catalan and French.", "bilingual in Catalan", BACKGROUND),
        ("My childhood in a mining town was loud.", "childhood in a mining", BACKGROUND),
        ("I volunteer at the food pantry every Sunday.", "food pantry every Sunday", TRIP),
        ("My trek through the Dolomites in July, what do I pack?", "Dolomites in July", TRIP),
        ("I meet them at the pantry on Dunmore Street.", "pantry on Dunmore Street",
         "Precise Location"),
        ("I sold my share for 240k and want to invest.", "240k", "Assets/Income"),
        ("My wife's chemo starts on Monday, a checklist?", "chemo", HEALTH),
        ("My brother-in-law's overdose is hard to write about.", "overdose", HEALTH),
        ("We're doing a second round of IVF in October.", "second round of IVF", HEALTH),
        ("Sorry I missed your call, I was at dialysis.", "dialysis", HEALTH),
        ("The ketamine sessions help me, how do I say so?", "ketamine sessions", HEALTH),
        ("My cardiologist told me to cut back on salt.", "cardiologist", HEALTH),
        ("I get panicky in elevators.", "panicky", HEALTH),
        ("My last HIV test was negative.", "HIV test was negative", HEALTH),
        ("I'm ninety days sober on Friday, a toast?", "ninety days sober", HEALTH),
        ("I've been struggling with bulimia for years.", "bulimia", HEALTH),
        ("I run with occasional joint pain, which shoes?", "joint pain", HEALTH),
        ("I keep getting dizzy at my desk.", "getting dizzy", HEALTH),
        ("My work in maritime law takes me to odd ports.", "maritime law", JOB),
        ("In my role as program coordinator I write a lot.", "program coordinator", JOB),
        ("I work in reinsurance, which bores everyone.", "reinsurance", JOB),
        ("I'm in pharmaceutical sales, always on the road.", "pharmaceutical sales", JOB),
        ("I do bookkeeping for a chain of bakeries.", "bookkeeping", JOB),
        ("I work nights in the ICU and want meal ideas.", "work nights in the ICU", JOB),
        ("My nursing career began by accident.", "nursing career", JOB),
        ("Our startup, Lumenfold, lost its biggest client.", "Lumenfold", COMPANY),
        ("A letter to my landlord at Crestline Homes?", "Crestline Homes", COMPANY),
        ("A speech for our Tidewater Garden Club?", "Tidewater Garden Club", COMPANY),
        ("My team moved to Pelican Creek Studios in spring.", "Pelican Creek Studios", COMPANY),
        ("I finished my PhD at Tallgrass State.", "Tallgrass State", "School"),
        ("I got my GED last year, what now?", "GED", BACKGROUND),
        ("My degree in marine biology is no help here.", "marine biology", BACKGROUND),
        ("I went to a boarding school in Scotland.", "boarding school", BACKGROUND),
        ("I've spent fifteen years in museum education.", "museum education", BACKGROUND),
        ("I've been celibate since leaving the seminary.", "leaving the seminary", BACKGROUND),
    ],
)  # fmt: skip
def test_finds_what_is_told_by_the_way(found: Found, text: str, value: str, kind: str) -> None:
    spans = found(text)
    assert any(value in span.text and span.type == kind for span in spans), spans


@pytest.mark.parametrize(
    "text",
    [
        "What does a rabbi do on Fridays?",
        "When does Ramadan begin next year?",
        "Explain how dialysis works.",
        "The Lutheran hymns of Bach changed music.",
        "How does a round of chemo work in general?",
        "The first in line wins a prize.",
        "I've been dealing with a bug in my code all day.",
        "I'm dealing with angry clients and coping with deadlines.",
        "We struggled with the wording of the last slide.",
        "I work in silence, with the door shut.",
        "Our team has occasional meetings on Zoom.",
        "Which degree is cheapest?",
        "My day job bores me.",
        "The police stopped the parade.",
        "Who raised the flag on Iwo Jima?",
        "What is the best trip through the Alps in July?",
        "My period drama list is long.",
        "My recovery partition is gone.",
        "My church-history essay is due, what was the Great Schism?",
        "Our New Year's Eve menu needs a dessert.",
        "I want a trip to Italy in spring, give me ideas.",
        "I do translations for fun.",
        "I went to school by bike as a kid.",
        "I sold my bike for 2k, good price?",
        "My sponsor logo looks pixelated.",
    ],
)
def test_leaves_what_concerns_nobody(found: Found, text: str) -> None:
    assert found(text) == []
