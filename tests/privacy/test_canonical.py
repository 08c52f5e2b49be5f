import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.privacy.canonical import canonical
from app.privacy.levels import LITERAL_TYPE


@pytest.mark.parametrize(
    ("privacy_type", "one", "other"),
    [
        ("Email", "Bob@Example.com", "ｂｏｂ@example.com"),
        ("Email", "mailto:bob@example.com", "<BOB@example.com.>"),
        ("Email", "bob@MÜNCHEN.example", "bob@xn--mnchen-3ya.example"),
        ("Phone Number", "+1 (212) 555-0147", "+12125550147"),
        ("Phone Number", "tel:+442079460958", "+44 20 7946 0958"),
        ("Financial Account", "IBAN DE89 3704 0044 0532 0130 00", "de89370400440532013000"),
        ("Phone Number", "0044 20 7946 0958", "+44 (0)20 7946 0958"),
        ("Phone Number", "138-1234-5678", "１３８ １２３４ ５６７８"),
        ("Phone Number", "212 555 0147 ext. 12", "(212) 555-0147 x12"),
        ("Financial Account", "4111 1111 1111 1111", "4111-1111-1111-1111"),
        ("ID Number", "11010519491231002X", "110105 19491231 002x"),
        ("Verification Code", "482 913", "482-913"),
        ("Real Name", "Laurie  Luo", "laurie luo"),
    ],
)
def test_ways_of_writing_one_value(privacy_type: str, one: str, other: str) -> None:
    assert canonical(privacy_type, one) == canonical(privacy_type, other)


@pytest.mark.parametrize(
    ("privacy_type", "one", "other"),
    [
        ("Password", "Hunter2", "hunter2"),
        ("Token", "abcD", "abcd"),
        (LITERAL_TYPE, "<Email_1>", "<email_1>"),
        ("Phone Number", "2125550147", "2125550148"),
        ("Phone Number", "212 555 0147 x12", "212 555 0147 x13"),
        ("Phone Number", "+86 13812345678", "13812345678"),
        ("Real Name", "Laurie", "Laurie Luo"),
        ("Email", "bob@xn--a.example", "bob@xn--b.example"),
        ("Network Identifier", ":80", "80"),
        ("Real Name", "Mary-Ann", "Mary Ann"),
    ],
)
def test_different_values_keep_apart(privacy_type: str, one: str, other: str) -> None:
    assert canonical(privacy_type, one) != canonical(privacy_type, other)


@given(st.sampled_from(["Phone Number", "ID Number", "Email", "Password"]), st.text(min_size=1))
def test_any_text_has_an_identity(privacy_type: str, text: str) -> None:
    assert canonical(privacy_type, text) == canonical(privacy_type, text)
    if text.strip().isalnum():
        assert canonical(privacy_type, text)
