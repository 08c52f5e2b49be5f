"""What a user may enter as a proxy, and what goes through it."""

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.privacy.proxy import Proxy, ProxyInvalid, parse_proxy


@pytest.mark.parametrize(
    ("entered", "used"),
    [
        ("http://proxy.example:8080", "http://proxy.example:8080"),
        (" proxy.example:3128/ ", "http://proxy.example:3128"),
        ("https://ann:s3cret@proxy.example", "https://ann:s3cret@proxy.example"),
        ("socks5://127.0.0.1:9050", "socks5h://127.0.0.1:9050"),
        ("socks5h://[::1]:9050", "socks5h://[::1]:9050"),
        ("HTTP://Proxy.Example:8080", "http://Proxy.Example:8080"),
    ],
)
def test_addresses(entered: str, used: str) -> None:
    proxy = parse_proxy(entered)
    assert proxy is not None
    assert proxy.to("api.example.com") == used


def test_no_proxy() -> None:
    assert parse_proxy("  ") is None


@pytest.mark.parametrize(
    "entered",
    [
        "ftp://proxy.example",
        "http://",
        "http://proxy.example:0",
        "http://proxy.example:99999",
        "http://proxy.example/path",
        "http://proxy.example?x",
        "http://pro xy.example",
        "http://proxy.example\r\nx: y",
        "http://proxy.example\\@evil.example",
        "http://пример.example",
        "socks4://proxy.example",
    ],
)
def test_what_is_no_address(entered: str) -> None:
    with pytest.raises(ProxyInvalid):
        parse_proxy(entered)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "::1", "[::1]"])
def test_this_machine_is_reached_directly(host: str) -> None:
    assert Proxy("http://proxy.example").to(host) is None


_HOSTS = st.text(st.sampled_from("ab1.-_:%@[]/ é"), max_size=12) | st.ip_addresses().map(str)


@given(st.sampled_from(["", "http://", "https://", "socks5://"]), st.text(max_size=8), _HOSTS)
def test_what_is_accepted_can_be_used(scheme: str, user: str, host: str) -> None:
    for entered in (f"{scheme}{host}", f"{scheme}{user}:s3cret@{host}", f"{scheme}{host}:1080"):
        proxy = _parsed(entered)
        if proxy is not None:
            httpx2.AsyncHTTPTransport(proxy=proxy.url)
            assert "s3cret" not in repr(proxy)


def _parsed(entered: str) -> Proxy | None:
    try:
        return parse_proxy(entered)
    except ProxyInvalid:
        return None


def test_a_refusal_repeats_nothing() -> None:
    with pytest.raises(ProxyInvalid) as caught:
        parse_proxy("http://ann:s3cret@proxy.example:x")
    assert "s3cret" not in str(caught.value)
    assert caught.value.__suppress_context__
