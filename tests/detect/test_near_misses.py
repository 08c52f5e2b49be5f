"""What looks private and is not. All examples are invented or common knowledge."""

import pytest

from tests.detect.conftest import Found


@pytest.mark.parametrize(
    "text",
    [
        "Upgrade to version 10.4.2.1 of the tool.",
        "升级到版本 10.4.2.1 就好了",
        "ISBN 978-0-306-40615-7 is out of print.",
        "The city has 1,200,000 people and 3 rivers.",
        "这座城市有1200万人口。",
        "The meeting is on 2026-05-04.",
        "会议定在5月4日。",
        "Albert Einstein published it in 1905.",
        "Have you read Jane Austen?",
        "Paris and Kyoto are lovely in spring.",
        "北京和上海都很大。",
        "def get_user_name(self): return self.user_name",
        "for item in items: total_count += 1",
        "commit 9fceb02d0ae598e95dc970b74767f19372d61af8 fixes it",
        "trace id 123e4567-e89b-42d3-a456-426614174000 failed",
        "How do I choose a strong password?",
        "Use a password manager and change passwords often.",
        "怎么设置一个安全的密码？",
        "The password field is empty.",
        "What is a verification code?",
        "What causes migraine in general?",
        "Diabetes is common in many countries.",
        "COVID-19 and GPT-4 and UTF-8 and ISO-9001",
        "We have 25 people in 3 teams.",
        "A laptop costs $900 or so.",
        "Will you mark this as done? Grace is a virtue.",
        "这所大学很有名，那个学院也不错。",
        "The ratio is 3.14159, rounded.",
        "I like sci-fi and run at six.",
        "我喜欢科幻小说，每天早上六点跑步。",
        "One, two, three, four, five and off we go!",
        "一二三四，准备跑步",
        "Turn left at the third street.",
        "127.0.0.1 and 8.8.8.8 are well known",
        "Central Park is in New York.",
        "As a result, the test driver failed.",
        "Act as a travel guide and write a poem.",
        "Name: value pairs are common.",
        "Diagnosis: the server was down",
        "const password = getPassword();",
        "A total of $1,234.56 is printed below the line.",
        "Director of Photography, what is that?",
        "user: admin",
        "我想开一个银行账户，哪家银行好？",
        "去银行办理业务需要什么？",
        "我想去医院看病，怎么挂号？",
        "我有选择困难症，也有拖延症。",
        "密码：不少于8位",
        "我孩子成绩一般",
        "作为专家，你怎么看？",
    ],
)
def test_stays_silent(found: Found, text: str) -> None:
    assert [(span.text, span.recogniser) for span in found(text)] == []
