"""Addresses that users enter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistants.address import Address, parse_address
from app.assistants.assistant import Wire
from app.assistants.failures import (
    AddressHasCredentials,
    AddressHasQuery,
    AddressInvalid,
    AddressNotEncrypted,
    AddressSchemeWrong,
    AddressWithoutHost,
)
from app.privacy.loopback import is_this_machine


@pytest.mark.parametrize(
    ("text", "wire", "url", "host"),
    [
        ("https://api.example.com/v1", "openai", "https://api.example.com/v1", "api.example.com"),
        ("  https://API.Example.com/v1/ ", "openai", "https://api.example.com/v1", None),
        (
            "https://api.example.com/v1/chat/completions",
            "openai",
            "https://api.example.com/v1",
            None,
        ),
        ("https://api.example.com", "anthropic", "https://api.example.com", None),
        ("https://api.example.com/v1", "anthropic", "https://api.example.com", None),
        ("https://api.example.com/x/v1/messages/", "anthropic", "https://api.example.com/x", None),
        ("http://localhost:11434/v1", "openai", "http://localhost:11434/v1", "localhost"),
        ("http://127.8.9.1:80/v1", "openai", "http://127.8.9.1:80/v1", "127.8.9.1"),
        ("http://[::1]:8080", "openai", "http://[::1]:8080", "::1"),
        ("https://[2001:DB8::0:1]/v1", "openai", "https://[2001:db8::1]/v1", "2001:db8::1"),
        ("https://例子.example/v1", "openai", "https://xn--fsqu00a.example/v1", None),
        ("https://my_box.lan/v1", "openai", "https://my_box.lan/v1", None),
    ],
)
def test_good_addresses(text: str, wire: Wire, url: str, host: str | None) -> None:
    address = parse_address(text, wire, "Mine")
    assert address.url == url
    assert host is None or address.host == host


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", AddressInvalid),
        ("api.example.com/v1", AddressInvalid),
        ("localhost:11434", AddressInvalid),
        ("https://a b.example", AddressInvalid),
        ("https://a\nb.example", AddressInvalid),
        ("https://good.example\\@evil.example", AddressInvalid),
        ("https://api.example:port/v1", AddressInvalid),
        ("https://api.example:0/v1", AddressInvalid),
        ("https://api.example:70000/v1", AddressInvalid),
        ("https://[::1", AddressInvalid),
        ("https://[::1%25lo]/", AddressInvalid),
        ("https://[fe80::zz]/", AddressInvalid),
        (f"https://{'a' * 64}.example", AddressInvalid),
        (f"https://{'a.' * 130}example", AddressInvalid),
        ("https://a..example", AddressInvalid),
        ("https://a%2eb.example", AddressInvalid),
        ("https://", AddressWithoutHost),
        ("https:///v1", AddressWithoutHost),
        ("https://:443/v1", AddressWithoutHost),
        ("ftp://api.example.com", AddressSchemeWrong),
        ("file:///etc/passwd", AddressSchemeWrong),
        ("wss://api.example.com", AddressSchemeWrong),
        ("http://api.example.com/v1", AddressNotEncrypted),
        ("http://192.168.1.5:11434/v1", AddressNotEncrypted),
        ("http://0.0.0.0:11434/v1", AddressNotEncrypted),
        ("http://localhost.example.com/v1", AddressNotEncrypted),
        ("http://127.1/v1", AddressNotEncrypted),
        ("https://me:secret@api.example.com/v1", AddressHasCredentials),
        ("https://secret@api.example.com/v1", AddressHasCredentials),
        ("https://api.example.com/v1?key=secret", AddressHasQuery),
        ("https://api.example.com/v1#secret", AddressHasQuery),
        ("https://api.example.com/v1?", AddressHasQuery),
    ],
)
def test_bad_addresses(text: str, kind: type[AddressInvalid]) -> None:
    with pytest.raises(AddressInvalid) as caught:
        parse_address(text, "openai", "Mine")
    assert type(caught.value) is kind
    assert "Mine" in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "127.0.0.1", "127.255.0.9", "::1", "[::1]"]
)
def test_this_machine(host: str) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize(
    "host",
    ["", "10.0.0.1", "localhost.example", "128.0.0.1", "::2", "2130706433", "0x7f.1", "[::]"],
)
def test_another_machine(host: str) -> None:
    assert not is_this_machine(host)


def _try(text: str) -> Address | None:
    try:
        return parse_address(text, "openai", "Mine")
    except AddressInvalid:
        return None


@given(st.one_of(st.text(), st.text().map("https://".__add__), st.text().map("http://".__add__)))
def test_any_text_gives_an_address_or_a_known_error(text: str) -> None:
    address = _try(text)
    if address is not None:
        assert address.host.isascii()
        assert parse_address(address.url, "mirror", "Mine").url == address.url
