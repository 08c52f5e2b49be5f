"""The proxy that the user named, through which everything goes that leaves this machine.

The environment's proxies are never asked: what a variable says is not the user's choice.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from app.errors import KnownError
from app.privacy.loopback import is_this_machine

# socks5h lets the proxy look names up, as Tor needs it; whoever says socks5 means that as well.
_SCHEMES = {"http": "http", "https": "https", "socks5": "socks5h", "socks5h": "socks5h"}
# Other characters are read differently by different URL parsers.
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\U0010ffff\\?#]")
_HOST = re.compile(r"[A-Za-z0-9_.-]{1,253}|[0-9a-fA-F:.]{2,45}")


class ProxyInvalid(KnownError):
    """What was entered is no proxy's address."""

    sentence = (
        "The address of the proxy cannot be used. Nothing was changed. Enter an address like "
        "http://proxy.example:8080 or socks5://127.0.0.1:9050."
    )


@dataclass(frozen=True, slots=True)
class Proxy:
    """A checked proxy; `parse_proxy` makes it. `url` may hold a password, and is in no `repr`."""

    url: str = field(repr=False)

    def to(self, host: str) -> str | None:
        """Return the proxy's address for what goes to `host`; None for this machine itself."""
        return None if is_this_machine(host) else self.url


def parse_proxy(text: str) -> Proxy | None:
    """Return the proxy at the address `text`, None for an empty one.

    http, https and socks5 are known, with a user's name and password before the host if need be.
    Raises `ProxyInvalid`, which does not repeat what was entered.
    """
    text = text.strip()
    if not text:
        return None
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port = parts.port
    except ValueError:
        raise ProxyInvalid from None
    fits = parts.scheme in _SCHEMES and not parts.path.strip("/") and not _FORBIDDEN.search(text)
    if not fits or port == 0 or not _HOST.fullmatch(parts.hostname or ""):
        raise ProxyInvalid
    return Proxy(f"{_SCHEMES[parts.scheme]}://{parts.netloc}")
