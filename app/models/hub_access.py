"""The way to the hub: its address, and the user's token for it."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from app.models.failures import HubAddressInvalid, HubTokenInvalid
from app.privacy.loopback import is_this_machine
from app.privacy.proxy import Proxy

DEFAULT_ENDPOINT = "https://huggingface.co"

_TOKEN = re.compile(r"[\x21-\x7e]*")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\\@?#]")
_HOST = re.compile(r"[A-Za-z0-9_.-]{1,253}|[0-9a-fA-F:.]{2,45}")


@dataclass(frozen=True, slots=True)
class HubAccess:
    """A checked address and token; `hub_access` makes them. The token is in no `repr`.

    `proxy` is on the way to everything but this machine.
    """

    endpoint: str = DEFAULT_ENDPOINT
    token: str = field(default="", repr=False)
    proxy: Proxy | None = None

    @property
    def host(self) -> str:
        """The host, for sentences."""
        return urlsplit(self.endpoint).hostname or ""


def hub_access(endpoint: str = "", token: str = "", proxy: Proxy | None = None) -> HubAccess:
    """Return the way to the hub, or to a mirror of it at `endpoint`.

    Raises `HubAddressInvalid` or `HubTokenInvalid`. Neither repeats what was entered.
    """
    token = token.strip()
    if not _TOKEN.fullmatch(token):
        raise HubTokenInvalid
    return HubAccess(_checked(endpoint.strip().rstrip("/") or DEFAULT_ENDPOINT), token, proxy)


def is_secure(url: str) -> bool:
    """Say whether nobody on the way can read or change what comes from `url`."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (
        parts.scheme == "http" and is_this_machine(parts.hostname or "")
    )


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise HubAddressInvalid from None
    if _FORBIDDEN.search(url) or port == 0 or not _HOST.fullmatch(parts.hostname or ""):
        raise HubAddressInvalid
    if not is_secure(url):
        raise HubAddressInvalid
    return url
