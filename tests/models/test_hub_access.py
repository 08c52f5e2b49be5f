"""Addresses and tokens that a user may enter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.failures import HubAddressInvalid, HubTokenInvalid
from app.models.hub_access import DEFAULT_ENDPOINT, HubAccess, hub_access, is_secure


def test_without_a_mirror_it_is_the_hub_itself() -> None:
    assert hub_access() == HubAccess() == hub_access("  ", " ")
    assert hub_access().endpoint == DEFAULT_ENDPOINT
    assert hub_access().host == "huggingface.co"


@pytest.mark.parametrize(
    "address",
    [
        "https://hf-mirror.com",
        "https://mirror.example:8443/hub",
        "http://127.0.0.1:8000",
        "http://localhost",
        "http://[::1]:80",
        "https://192.0.2.1",
    ],
)
def test_good_addresses(address: str) -> None:
    assert hub_access(f" {address}/ ").endpoint == address


@pytest.mark.parametrize(
    "address",
    [
        "http://hf-mirror.com",
        "http://192.168.1.2",
        "http://127.0.0.1.example.org",
        "https://",
        "https:///x",
        "https://user:password@example.org",
        "https://example.org?x=1",
        "https://example.org#x",
        "https://exa mple.org",
        "https://example.org\\@evil.example",
        "https://example.org:0",
        "https://example.org:99999",
        "ftp://example.org",
        "file:///etc/passwd",
        "example.org",
        "https://[::1",
    ],
)
def test_bad_addresses(address: str) -> None:
    with pytest.raises(HubAddressInvalid) as raised:
        hub_access(address)
    assert raised.value.details == {}


@given(st.text())
def test_any_text_is_a_secure_address_or_refused(text: str) -> None:
    try:
        access = hub_access(text)
    except HubAddressInvalid:
        return
    assert is_secure(access.endpoint)
    assert access.host


@pytest.mark.parametrize("token", ["hf_a\nb", "hf_a b", "hf_ä", "\x7f"])
def test_bad_tokens(token: str) -> None:
    with pytest.raises(HubTokenInvalid) as raised:
        hub_access(token=token)
    assert token not in str(raised.value)


def test_a_token_is_never_shown() -> None:
    access = hub_access(token=" hf_secret ")
    assert access.token == "hf_secret"
    assert "hf_secret" not in repr(access)
