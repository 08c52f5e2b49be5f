"""A find never cuts a word, and never leaves half of somebody else's name."""

import pytest

from tests.detect.conftest import Found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我妈妈上周确诊了乳腺癌", "乳腺癌"),
        ("我爸爸去年查出胃癌", "胃癌"),
        ("我奶奶前年就得了肺炎", "肺炎"),
        ("我这个月一直有鼻窦炎", "鼻窦炎"),
        ("医生给我阿莫西林", "阿莫西林"),
        ("我上个月吃了两盒阿莫西林胶囊", "阿莫西林胶囊"),
        ("他担心血压升高", "血压升高"),
        ("我关心脏器移植后的感染", ""),
        ("我对花生过敏", "花生过敏"),
        ("我儿子8周岁", "8周岁"),
        ("我爷爷一百二十岁了", ""),
    ],
)
def test_a_chinese_find_begins_at_a_word(found: Found, text: str, value: str) -> None:
    texts = [span.text for span in found(text)]
    assert texts == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Li Na called", ["Li Na"]),
        ("LI NA CALLED ME", []),
        ("Bruce Li called", ["Bruce Li"]),
        ("Li called on Monday", ["Li"]),
        ("Then Li Monday", ["Li"]),
        ("Ask Li about the list", ["Li"]),
        ("the lithium list", []),
    ],
)
def test_a_short_own_name_beside_another_name_is_somebody_else(
    found: Found, text: str, hidden: list[str]
) -> None:
    spans = found(text, "Li")
    if text.isupper():
        assert all(span.text != "LI" for span in spans)
    else:
        assert [span.text for span in spans] == hidden
    for span in spans:
        assert (span.type == "Real Name") == (span.text == "Li")


def test_the_first_name_of_the_user_with_another_family_name_is_somebody_else(
    found: Found,
) -> None:
    spans = found("Rita Okafor came. Rita was late.", "Rita Moss")
    assert [(span.text, span.type) for span in spans] == [
        ("Rita Okafor", "Third-Party Identifiable Info"),
        ("Rita", "Real Name"),
    ]
