"""Addresses of providers: what a user may enter, checked before anything is loaded or sent."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

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

# RFC 1123: letters, digits and hyphens, at most 63 in a label and 253 in all. The underscore is
# not in the RFC but occurs in names on local networks.
_HOST_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?")
# Backslashes and control characters are read differently by different URL parsers.
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
# What each library adds to the base address by itself; users paste the whole thing.
_ENDINGS = {
    "openai": ("/chat/completions", "/models"),
    "anthropic": ("/v1/messages", "/v1/models", "/v1"),
}


@dataclass(frozen=True, slots=True)
class Address:
    """A checked base address, without a slash at its end, and the host in it."""

    url: str
    host: str


def parse_address(text: str, wire: Wire, provider: str) -> Address:
    """Return the base address that `text` is; `provider` is the name for error messages.

    Endings that the `wire`'s library adds by itself are dropped. Raises an `AddressInvalid`. The
    errors do not repeat the address, which may hold a password.
    """
    parts = _split(text.strip(), provider)
    if parts.scheme not in ("http", "https"):
        raise AddressSchemeWrong(provider=provider)
    if "@" in parts.netloc:
        raise AddressHasCredentials(provider=provider)
    host = _host(parts, provider)
    if parts.query or parts.fragment or text.strip().endswith(("?", "#")):
        raise AddressHasQuery(provider=provider)
    if parts.scheme == "http" and not is_this_machine(host):
        raise AddressNotEncrypted(provider=provider)
    shown = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port is not None else ""
    return Address(f"{parts.scheme}://{shown}{port}{_path(parts.path, wire)}", host)


def _split(text: str, provider: str) -> SplitResult:
    if _FORBIDDEN.search(text) or "://" not in text:
        raise AddressInvalid(provider=provider)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise AddressInvalid(provider=provider)
    return parts


def _host(parts: SplitResult, provider: str) -> str:
    """Return the host in lower case, a name outside ASCII in its IDNA form."""
    name = parts.hostname or ""
    if not name:
        raise AddressWithoutHost(provider=provider)
    if ":" in name:
        try:
            address = ipaddress.IPv6Address(name)
        except ValueError:
            raise AddressInvalid(provider=provider) from None
        if address.scope_id is not None:  # a network interface's name has no place in a header
            raise AddressInvalid(provider=provider)
        return str(address)
    try:
        host = name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        host = ""
    if not _HOST_NAME.fullmatch(host):
        raise AddressInvalid(provider=provider)
    return host


def _path(path: str, wire: Wire) -> str:
    path = path.rstrip("/")
    for ending in _ENDINGS.get(wire, ()):
        if path.endswith(ending):
            return path.removesuffix(ending)
    return path
