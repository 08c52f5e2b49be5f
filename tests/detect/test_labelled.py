"""Values whose label stands in another line, cell or field. All examples are invented."""

import pytest

from app.detect.builtin.names import THIRD
from tests.detect.conftest import Found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Password:\nhunter2", [("hunter2", "Password")]),
        ("Password\nhunter2", [("hunter2", "Password")]),
        ("**WiFi password:**\n\n`marmalade`", [("marmalade", "Password")]),
        ("登录密码：\nMarm8841", [("Marm8841", "Password")]),
        ("- PIN\n- 5508", [("5508", "PIN")]),
        ("Account number:\n004491177", [("004491177", "Financial Account")]),
        ("姓名\n林若彤2", []),
        ("姓名：\n林若彤", [("林若彤", "Real Name")]),
        ("| Password | hunter2 |", [("hunter2", "Password")]),
        (
            "| Name | Password | Phone |\n|---|---|---|\n| Rita Moss | hunter2 | 2127365000 |",
            [("Rita Moss", "Real Name"), ("hunter2", "Password"), ("2127365000", "Phone Number")],
        ),
        ("name,password,pin\nRita Moss,hunter2,5508", [("Rita Moss", "Real Name"),
         ("hunter2", "Password"), ("5508", "PIN")]),
        ("姓名\t密码\n林若彤\tMarm8841", [("林若彤", "Real Name"), ("Marm8841", "Password")]),
        ('{"password": "hunter2"}', [("hunter2", "Password")]),
        ('{"salary": 96500, "age": 34}',
         [("96500", "Assets/Income"), ("34", "Identity Background")]),
        ("| Patient | Age |\n|---|---|\n| Tomas Oyelaran | 61 |",
         [("Tomas Oyelaran", THIRD), ("61", "Identity Background")]),
        ("10:02 login user=mkessler ok", [("mkessler", "Account ID/Username")]),
        ("host=db user=app db=x", []),
        ("To: Zbyněk Wrzos <o.grant@example.org>",
         [("Zbyněk Wrzos", THIRD), ("o.grant@example.org", "Email")]),
        ("Attendees: Priya Raman (chair), Bo Li, J. O'Neill and Marta.",
         [("Priya Raman", THIRD), ("Bo Li", THIRD), ("J. O'Neill", THIRD), ("Marta", THIRD)]),
        ("参会：陈立群、吴敏、Kevin Zhao",
         [("陈立群", THIRD), ("吴敏", THIRD), ("Kevin Zhao", THIRD)]),
        ("Present: all members, nobody absent", []),
        ("Present: Everyone", []),
        ("参会人员：全体员工、实习生", []),
        ("{'dbPassword': 'hunter2'}", [("hunter2", "Password")]),
        ('"cvv":"331"', [("331", "Payment Security Code")]),
        ('DB_PASSWORD="marm8841"', [("marm8841", "Password")]),
        ("user: rita_77\npass: hunter2", [("rita_77", "Account ID/Username"),
         ("hunter2", "Password")]),
        ("password: h u n t e r 2", [("h u n t e r 2", "Password")]),
        ("p a s s w o r d: hunter2", [("hunter2", "Password")]),
        ("密码：hunter2", [("hunter2", "Password")]),
        ("身份证号一一零一零五一九四九一二三一零零二X",
         [("一一零一零五一九四九一二三一零零二X", "ID Number")]),
        ("4 5 5 6 7 3 7 5 8 6 8 9 9 8 5 5",
         [("4 5 5 6 7 3 7 5 8 6 8 9 9 8 5 5", "Financial Account")]),
    ],
)  # fmt: skip
def test_finds_a_value_by_its_label(found: Found, text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(span.text, span.type) for span in found(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Password\nUse a strong one.",
        "Password:\nrequired",
        '{"password": "string", "pin": null}',
        "| Field | Type |\n|---|---|\n| password | string |",
        "name,age,city\n",
        "Name\nOverview of the course",
        "Address\nWrite clearly and keep it short.",
        "password = os.environ[key]",
        "Account:\nnone yet",
        "Diagnosis:\nnone",
        "密码：\n（必填）",
        "| Phone | Price |\n|---|---|\n| Nokia | 300 |",
    ],
)
def test_a_label_without_a_value_stays_silent(found: Found, text: str) -> None:
    assert [(span.text, span.recogniser) for span in found(text)] == []
