"""What each family finds: the exact fragment and what it is. All examples are invented."""

import pytest
from stdnum import iban, luhn

from app.detect.builtin.explanations import EXPLANATIONS
from app.privacy.levels import Level
from tests.detect.conftest import Found

CONTACT = [
    ("Write to rita.moss@quillworks.example today.", "rita.moss@quillworks.example", "Email"),
    ("邮箱是rita_88@quill.example。", "rita_88@quill.example", "Email"),
    ("reach me at rita at quill dot com", "rita at quill dot com", "Email"),
    ("mail rita (at) quill (dot) org", "rita (at) quill (dot) org", "Email"),
    ("Call +44 20 7946 0958 after six", "+44 20 7946 0958", "Phone Number"),
    ("my number is (212) 736-5000.", "(212) 736-5000", "Phone Number"),
    ("电话13900001234，谢谢", "13900001234", "Phone Number"),
    ("打１３９００００１２３４给我", "１３９００００１２３４", "Phone Number"),
    ("座机021-65550123", "021-65550123", "Phone Number"),
    (
        "I live at 27 Larch Lane, Apt 3, Milton, VT 05468.",
        "27 Larch Lane, Apt 3, Milton, VT 05468",
        "Detailed Address",
    ),
    ("Rua das Acácias, 58, Recife", "Rua das Acácias, 58, Recife", "Detailed Address"),
    ("Ich wohne in der Lindenstraße 12", "Lindenstraße 12", "Detailed Address"),
    (
        "我住在成都市武侯区桐林路56号2栋301室。",
        "成都市武侯区桐林路56号2栋301室",
        "Detailed Address",
    ),
    ("搬到了青橙花园3栋2单元", "青橙花园3栋2单元", "Detailed Address"),
    ("My zip code is 05468", "05468", "Detailed Address"),
    ("邮编610041", "610041", "Detailed Address"),
    ("My page: github.com/ritamoss77", "github.com/ritamoss77", "Network Identifier"),
]
IDENTITY = [
    ("My name is Rita Moss, hello.", "Rita Moss", "Real Name"),
    ("我叫沈佳宁，你好", "沈佳宁", "Real Name"),
    ("My wife Ingrid is away.", "Ingrid", "Relationship Info"),
    ("我妻子林若彤昨天回来了", "林若彤", "Relationship Info"),
    ("昨天和同事Ingrid开会", "Ingrid", "Relationship Info"),
    ("I saw Dr. Okafor yesterday", "Dr. Okafor", "Third-Party Identifiable Info"),
    ("我约了顾医生", "顾医生", "Third-Party Identifiable Info"),
    ("I am 43 years old", "43 years old", "Identity Background"),
    ("我今年37岁", "37岁", "Identity Background"),
    ("I was born on March 9, 1984.", "March 9, 1984", "Identity Background"),
    ("出生日期：1984年3月9日", "1984年3月9日", "Identity Background"),
    ("性别：女", "女", "Identity Background"),
    ("I work at Quillworks as an editor", "Quillworks", "Company/Organization Info"),
    ("I'm a civil engineer.", "civil engineer", "Job Title/Rank"),
    ("我是一名数据分析师", "数据分析师", "Job Title/Rank"),
    ("She studied at Alder Valley University.", "Alder Valley University", "School"),
    ("我就读于桐林大学", "桐林大学", "School"),
    ("my username is moss_rita77", "moss_rita77", "Account ID/Username"),
    ("微信号：moss_rita77", "moss_rita77", "Account ID/Username"),
    ("The MAC is 3c:22:fb:9a:10:7e", "3c:22:fb:9a:10:7e", "Network Identifier"),
    ("I log in from 81.2.69.142", "81.2.69.142", "Network Identifier"),
    ("设备编号：QX-77120A", "QX-77120A", "Device ID"),
]
DOCUMENTS = [
    ("身份证 11010519491231002X", "11010519491231002X", "ID Number"),
    ("My SSN is 219-09-9999.", "219-09-9999", "ID Number"),
    ("CPF 390.533.447-05", "390.533.447-05", "ID Number"),
    ("passport number X4471902", "X4471902", "Passport Number"),
    ("护照号E44719023", "E44719023", "Passport Number"),
    ("my driver's license is M4471-90233", "M4471-90233", "Driver's License Number"),
    ("License plate: 7KLM442", "7KLM442", "License Plate"),
    ("车牌川A7K442", "川A7K442", "License Plate"),
]
MONEY = [
    ("card 4556 7375 8689 9855 please", "4556 7375 8689 9855", "Financial Account"),
    (
        "卡号４５５６７３７５８６８９９８５５",
        "４５５６７３７５８６８９９８５５",
        "Financial Account",
    ),
    ("Pay DE89 3704 0044 0532 0130 00 now", "DE89 3704 0044 0532 0130 00", "Financial Account"),
    ("the card ending in 7730 was charged", "card ending in 7730", "Financial Account"),
    ("尾号7730的卡", "尾号7730", "Financial Account"),
    ("account number 00449-1177", "00449-1177", "Financial Account"),
    ("cvv 331", "331", "Payment Security Code"),
    ("I paid $1,840 for a fertility check-up", "$1,840", "Transaction Record"),
    ("做检查花了1840元", "1840元", "Transaction Record"),
    ("My salary is €4,700 a month", "€4,700", "Assets/Income"),
    ("月薪2.3万", "2.3万", "Assets/Income"),
    ("I owe $18,250 on my loan", "$18,250", "Debt/Loan Info"),
    ("还欠银行6万元", "6万元", "Debt/Loan Info"),
    ("credit score of 612", "credit score of 612", "Credit Score"),
]
MORE = [
    ("I met my aunt at Alder Hill Library", "Alder Hill Library", "Precise Location"),
    ("我昨天去了桐林第二医院", "桐林第二医院", "Precise Location"),
    ("I work as a marine acoustics technician.", "marine acoustics technician", "Job Title/Rank"),
    ("我是一名独立策展人，", "独立策展人", "Job Title/Rank"),
    ("我在《桐林》杂志实习", "《桐林》", "Company/Organization Info"),
    ("I got $4,210.75 yesterday from them", "$4,210.75", "Transaction Record"),
    ("我的AMH值只有1.2", "AMH值只有1.2", "Medical Health"),
    ("我叫钟以宁，你好", "钟以宁", "Real Name"),
    ("refund K-20413", "K-20413", "Transaction Record"),
]
HEALTH = [
    ("I was diagnosed with type 2 diabetes.", "type 2 diabetes", "Medical Health"),
    ("确诊了甲状腺功能减退", "甲状腺功能减退", "Medical Health"),
    ("I take sertraline 75 mg daily", "sertraline 75 mg", "Medical Health"),
    ("每天吃二甲双胍850mg", "二甲双胍850mg", "Medical Health"),
    ("my blood pressure was 151/97 mmHg", "blood pressure was 151/97 mmHg", "Medical Health"),
    ("我的空腹血糖7.9 mmol/L", "空腹血糖7.9 mmol/L", "Medical Health"),
    ("我体重81.5公斤", "81.5公斤", "Medical Health"),
    ("my doctor prescribed fexuprazole", "fexuprazole", "Medical Health"),
]
TRAVEL = [
    ("I am on flight ZX 482 tonight", "ZX 482", "Itinerary/Trajectory"),
    ("我坐G1377次高铁", "G1377", "Itinerary/Trajectory"),
    ("staying at the inn, room 417", "room 417", "Accommodation Records"),
    ("入住云栖酒店1608房间", "1608房间", "Accommodation Records"),
    ("I am at 48.20849, 16.37208", "48.20849, 16.37208", "Precise Location"),
    ("booking reference QXT4K9", "QXT4K9", "Accommodation Records"),
]
SECRETS = [
    ("password hunter2", "hunter2", "Password"),
    ("my password is marmalade", "marmalade", "Password"),
    ("密码是Marm#8841", "Marm#8841", "Password"),
    ("p\u0430ssw\u043erd: Marm#8841", "Marm#8841", "Password"),
    ("pass\u200bword: Marm#8841", "Marm#8841", "Password"),
    ("my PIN is 5508", "5508", "PIN"),
    ("支付密码550817", "550817", "PIN"),
    ("the verification code is 771-204", "771-204", "Verification Code"),
    ("验证码：771204", "771204", "Verification Code"),
    ("验证码 ７７１２０４", "７７１２０４", "Verification Code"),
    ("recovery code: 9f3k-77qa", "9f3k-77qa", "Backup Code"),
    ("my mother's maiden name is Halloran", "Halloran", "Security Question Answer"),
    ("密保答案是橘子", "橘子", "Security Question Answer"),
    ("key sk-proj-9aK2mQ7xT4vB8nZ1cR5w", "sk-proj-9aK2mQ7xT4vB8nZ1cR5w", "Key"),
    ("AWS AKIAQ7X2M4B8N1C5R9WZ here", "AKIAQ7X2M4B8N1C5R9WZ", "Key"),
    (
        "token: ghp_a8K2mQ7xT4vB8nZ1cR5wL0pS3dF6gH9jU2yE",
        "ghp_a8K2mQ7xT4vB8nZ1cR5wL0pS3dF6gH9jU2yE",
        "Key",
    ),
    ("session token TK-4471-Q", "TK-4471-Q", "Token"),
    ("令牌是TK-4471-Q", "TK-4471-Q", "Token"),
    (
        "use postgres://rita:m4rm@db.quill.example:5432/main please",
        "postgres://rita:m4rm@db.quill.example:5432/main",
        "Database Connection String",
    ),
    ("go to https://rita:m4rm@quill.example/x", "https://rita:m4rm@quill.example/x", "Password"),
    ("the server is 10.40.7.19", "10.40.7.19", "Internal IP"),
    ("see wiki.quill.internal for it", "wiki.quill.internal", "Intranet Entry Point"),
    ("my pin is four oh seven nine", "four oh seven nine", "PIN"),
    ("验证码是七七幺二零四", "七七幺二零四", "Verification Code"),
    ("project code QW-2207", "QW-2207", "Project/Task ID"),
    ("订单号QW-2207-118", "QW-2207-118", "Transaction Record"),
]
SENSITIVE = [
    ("I'm a Buddhist.", "Buddhist", "Sensitive Identity"),
    ("我是穆斯林", "穆斯林", "Sensitive Identity"),
    ("I am bisexual", "bisexual", "Sensitive Identity"),
    ("我是藏族", "藏族", "Sensitive Identity"),
    ("I was arrested for fraud in May", "arrested for fraud", "Judicial Record"),
]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    CONTACT + IDENTITY + DOCUMENTS + MONEY + HEALTH + TRAVEL + SECRETS + SENSITIVE + MORE,
)
def test_finds_the_fragment_and_names_it(found: Found, text: str, value: str, kind: str) -> None:
    spans = found(text)
    assert (value, kind) in [(span.text, span.type) for span in spans]
    for span in spans:
        assert text[span.start : span.end] == span.text
        assert span.source == "builtin"
        assert span.recogniser in EXPLANATIONS


def test_own_name_is_found_whole_turned_round_and_in_part(found: Found) -> None:
    text = "RITA MOSS, Moss Rita, dear Rita, a mossy stone"
    texts = [span.text for span in found(text, "Rita Moss")]
    assert texts == ["RITA MOSS", "Moss Rita", "Rita"]


def test_an_ambiguous_part_of_the_own_name_is_left_alone(found: Found) -> None:
    assert not found("Will it rain? May be.", "Will May")


def test_checksums_prove(found: Found) -> None:
    number = "400000123456789"
    card = number + luhn.calc_check_digit(number)
    account = "GB" + iban.calc_check_digits("GB00QUIL20406012345678") + "QUIL20406012345678"
    for value in (card, account):
        [span] = found(f"pay {value} now")
        assert span.text == value
        assert span.certainty == 1.0


def test_spans_with_secrets_are_of_the_highest_level(found: Found) -> None:
    for text, value, kind in SECRETS:
        if kind != "Transaction Record":
            levels = [span.level for span in found(text) if span.text == value]
            assert levels == [Level.PL4], text


@pytest.mark.parametrize(
    "text",
    [
        "Tom's number is +44 7911 123456 and his card ending 1419 was refused.",
        "我弟弟的号码是13912345678，他的银行卡尾号1419被拒了",
    ],
)
def test_a_phone_number_beside_a_card_is_no_account(found: Found, text: str) -> None:
    kinds = [(span.type, span.level) for span in found(text) if len(span.text) > 10]
    assert kinds[0] == ("Phone Number", Level.PL2)


def test_a_private_key_is_found_over_lines(found: Found) -> None:
    block = "-----BEGIN RSA PRIVATE KEY-----\nTUlJRW93\nSUJBQUtD\n-----END RSA PRIVATE KEY-----"
    spans = found(f"here it is:\n{block}\nthanks")
    assert (block, "Private Key") in [(span.text, span.type) for span in spans]


def test_a_seed_phrase_is_found_over_lines(found: Found) -> None:
    words = "apple river\nstone cloud\nlamp tiger ocean pencil\nrocket velvet sugar mango"
    spans = found(f"My seed phrase:\n{words}")
    assert (words, "Key") in [(span.text, span.type) for span in spans]
