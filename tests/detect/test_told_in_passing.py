"""Secrets, plans, journeys, sums and people told in passing. All examples are invented."""

import pytest

from tests.detect.conftest import Found

SECRETS = [
    ("The side gate takes 4417* since Monday", "4417*", "Verification Code"),
    ("the guest network is Barn and you get in with kestrel-field9", "kestrel-field9", "Password"),
    ("My passcode was 771904 and then I changed it to 440218", "440218", "PIN"),
    ("They texted me 220914 by text and asked me to read it out", "220914", "Verification Code"),
    ("login for the shop is owner@plum.example / Tram_4477", "Tram_4477", "Password"),
    ("My licence for the editor is KQ2D-77TM-9PLX, installed twice", "KQ2D-77TM-9PLX", "Key"),
    ("Door: 3345, lights on the left", "3345", "Verification Code"),
    ("Security answer for my bank: Rufus", "Rufus", "Security Question Answer"),
    ("仓库门禁现在要按#7731,新来的不知道", "#7731", "PIN"),
    ("解压码是hm2022zz,打不开", "hm2022zz", "Password"),
    ("密码那串Hua@77xq发给外包了", "Hua@77xq", "Password"),
    ("她打电话让我念短信,我念了730915", "730915", "Verification Code"),
]
PLANS = [
    ("Keep this between us: we drop the free plan in April. How do I tell sales?",
     "we drop the free plan in April"),
    ("Nobody outside legal knows that Talvo is suing our supplier; draft a statement",
     "Talvo is suing our supplier"),
    ("The gross margin on the lamp is 58%, which stays inside the company",
     "margin on the lamp is 58%"),
    ("We plan to acquire Mistral Bikes for 12 million, don't tell anybody",
     "We plan to acquire Mistral Bikes for 12 million"),
    ("这事还没对外说,我们六月要关掉常州的厂。怎么跟大家讲", "我们六月要关掉常州的厂"),
]  # fmt: skip
JOURNEYS = [
    ("leaving friday from Bergen to Voss on the bus, what do I pack", "Bergen to Voss"),
    ("her plane is KX4471 landing late, where do I park", "KX4471"),
    ("We meet Sundays at 6 outside the library on Mill Road", "Sundays at 6 outside the library"),
    ("honeymoon: Porto 3-6 June, then home", "Porto 3-6 June"),
    ("我老公下周二飞昆明,我一个人带娃", "下周二飞昆明"),
    ("订了望海酒店1203,想换房", "望海酒店1203"),
]
HEALTH = [
    ("My daughter's fever hit 39.8 tonight", "39.8"),
    ("They found a 7 mm stone in my right kidney", "7 mm stone in my right kidney"),
    ("I haven't told anybody about the bulimia", "bulimia"),
    ("孩子烧到39度2,吃药没用", "39度2"),
    ("我的甲状腺结节4a类,要手术吗", "甲状腺结节4a类"),
]
SUMS = [
    ("到手7200,够花吗", "7200"),
    ("房租一个月2300", "2300"),
    ("I got a raise from 48k to 55k", "55k"),
    ("he bet away 9 grand on horses, my brother", "9 grand"),
]
PEOPLE = [
    ("My sous chef Lucian wants more money", "Lucian"),
    ("my son sits next to a boy called Tavish", "Tavish"),
    ("我跟合伙人老邵闹翻了", "老邵"),
    ("I'm a theatre nurse at Halden General, nights only", "Halden General"),
    ("我在迅达电梯做安装工", "安装工"),
    ("I have three young kids and no time", "three young kids"),
]


@pytest.mark.parametrize(("text", "piece", "kind"), SECRETS)
def test_a_secret_is_found_by_what_hands_it_over(
    found: Found, text: str, piece: str, kind: str
) -> None:
    assert (piece, kind) in [(span.text, span.type) for span in found(text)]


@pytest.mark.parametrize(("text", "plan"), PLANS)
def test_a_plan_that_is_to_be_kept_is_hidden_whole(found: Found, text: str, plan: str) -> None:
    (span,) = [span for span in found(text) if plan in span.text]
    assert span.type == "Business Secret"
    assert len(span.text) <= len(plan) + 12


@pytest.mark.parametrize(("text", "piece"), [*JOURNEYS, *HEALTH, *SUMS, *PEOPLE])
def test_finds_what_is_told_in_passing(found: Found, text: str, piece: str) -> None:
    assert any(piece in span.text for span in found(text)), found(text)


@pytest.mark.parametrize(
    "text",
    [
        "What does error code 4417 on the dryer mean?",
        "Our zip code is easy to remember, is that good for a shop?",
        "the container stops with code 137",
        "People still choose 1234 as a pin, why?",
        "How long is the train from Lyon to Nice usually?",
        "A bus leaves at 14:05 and drives at 60 km/h, when does it arrive?",
        "What's the difference between a hip replacement and resurfacing?",
        "What does confidential mean in a contract with a company?",
        "密码一般几位比较安全",
        "网贷利率超过多少算高利贷",
        "拉萨七月份天气怎么样",
        "空腹血糖正常范围是多少",
    ],
)
def test_stays_silent_about_the_world_at_large(found: Found, text: str) -> None:
    assert [(span.text, span.recogniser) for span in found(text)] == []
