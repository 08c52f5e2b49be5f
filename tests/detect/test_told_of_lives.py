"""Who people and their relatives are, told on the way to a question. All examples are invented."""

import pytest

from tests.detect.conftest import Found
from tests.detect.kinds import BACKGROUND, COMPANY, COURT, HEALTH, JOB, KIN, OWED, SENSITIVE, WORTH


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("At 67, I finally bought a drum kit. Neighbours?", "67", BACKGROUND),
        ("I'm fifty-eight, and I want to learn to skate", "fifty-eight", BACKGROUND),
        ("Turned 40 last night. Now what?", "40", BACKGROUND),
        ("We're newlyweds with two dogs and no sofa", "newlyweds", BACKGROUND),
        ("After the merchant navy I can't sleep in a still bed", "merchant navy", BACKGROUND),
        ("my degree's in botany and I sell phones", "botany", BACKGROUND),
        ("My mother tongue is Swahili, so check my commas", "Swahili", BACKGROUND),
        ("I'm Estonian, and my colleagues hug too much", "Estonian", BACKGROUND),
        ("Living in Trondheim means socks in June. Which ones?", "Trondheim", BACKGROUND),
        ("I'm a lifeguard and I hate swimming", "lifeguard", JOB),
        ("As the works foreman at a brickyard I need a speech", "works foreman", JOB),
        ("My boss at Hollis & Crane wants a poem", "Hollis & Crane", COMPANY),
        ("Nine years at Birkdale Ferries and never seasick", "Birkdale Ferries", COMPANY),
        ("Weststrand Optics fired me on a Friday", "Weststrand Optics", COMPANY),
        ("My cousin Ilka, eleven, wants to be a pirate", "eleven", KIN),
        ("my uncle is a glass blower who hates noise", "glass blower", KIN),
        ("My aunt lives in Cluj and we call on Sundays", "lives in Cluj", KIN),
        ("my stepdad Ottokar snores. Earplugs?", "Ottokar", KIN),
        ("My brother is epileptic and wants to dive", "epileptic", HEALTH),
        ("Is yoga fine after my hip replacement in May?", "hip replacement", HEALTH),
        ("my daughter broke her wrist, games for one hand?", "broke her wrist", HEALTH),
        ("I bring home 2,870 a month, is a 900 room too much?", "2,870", WORTH),
        ("I still owe him 640 and he's getting married", "640", OWED),
        ("My grandma was Quaker and never raised her voice", "Quaker", SENSITIVE),
        ("I wear a turban. Which bike helmet fits?", "wear a turban", SENSITIVE),
        ("my asylum interview is next week, I shake", "asylum interview", SENSITIVE),
        ("My suspended sentence ends soon, may I travel?", "suspended sentence", COURT),
        ("The police searched our garage this morning", "searched our garage this morning", COURT),
        ("在海棠重工干了八年，想去学陶艺", "海棠重工", COMPANY),
        ("当了十二年锅炉工，右手一直抖", "锅炉工", JOB),
        ("白天送外卖，晚上写诗，怎么投稿", "送外卖", JOB),
        ("离婚两年了，孩子问起来怎么说", "离婚", BACKGROUND),
        ("婆婆七十八，非要自己爬梯子擦窗", "七十八", KIN),
        ("我身高162cm 58公斤，裙子穿几码", "58公斤", HEALTH),
        ("媳妇怀了二胎，老大有点失落，怎么办", "怀了二胎", HEALTH),
    ],
)  # fmt: skip
def test_finds_what_is_told_of_lives(found: Found, text: str, value: str, kind: str) -> None:
    spans = found(text)
    assert any(value in span.text and span.type == kind for span in spans), spans


@pytest.mark.parametrize(
    "text",
    [
        "In my novel the captain is sixty-two and hides a pacemaker",
        "小说里的女主二十九岁，帮我写开头",
        "Tell the kids I'm late, in a funny way",
        "My grandma's recipe needs two eggs and a pinch of salt",
        "If a person inherited $2 million, where should they start?",
        "假设一个人月薪八千，怎么规划五年？",
        "What is 192.168.178.1 and why does my router use it?",
        "Is 10.0.0.0/8 larger than 172.16.0.0/12?",
        "They chase me with surveys every week, write a rude answer",
        "How do I add a column without losing the others?",
        "客户名单表头帮我设计一下：电话、行业、备注",
        "历史系副教授和讲师有什么区别",
        "I've made a list of films, which one first?",
        "At twelve o'clock I always get hungry. Why?",
        "I'm a slow reader and a heavy sleeper",
        "My favourite uncle joke is about a horse",
        "大公司干了几年再去小公司好吗",
    ],
)
def test_leaves_alone_what_is_nobodys(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I'm writing a novel, and since my lupus flared I type slowly", "lupus"),
        ("In my book club Annika Lindqvist always talks first", "Annika Lindqvist"),
        ("Write a bedtime story for Oskar, he is 6 years old", "6 years old"),
        ("我在写小说，可是我有糖尿病，坐不住", "糖尿病"),
        ("My sister is thirty-one, and she loves films", "thirty-one"),
    ],
)
def test_talk_of_stories_hides_nothing_that_is_told_of_somebody(
    found: Found, text: str, value: str
) -> None:
    assert value in " ".join(span.text for span in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Create a character sheet: Elara Voss, age 27, afraid of water",
        "Sarah is twice as old as Tom. How old is Tom?",
        "写一个短故事，主人公叫陈默，35岁，怕黑",
        "请写一段医生和病人的对话，用于英语课堂",
        "Explain a Roth IRA to someone who earns $60,000 a year",
        "Who was Dr. Semmelweis?",
    ],
)
def test_leaves_tasks_with_invented_people_alone(found: Found, text: str) -> None:
    assert found(text) == []
