"""Watches every request to the hub: where it goes, and what it says of this machine."""

import httpx2

from app.models.failures import HubRedirectRefused
from app.models.hub_access import HubAccess
from app.privacy.loopback import is_this_machine

# What a request needs to be understood; the rest would only tell of this machine.
_NEEDED = ("host", "accept", "accept-encoding", "connection", "range", "authorization")
_CONTENT = "/resolve/"


class Gatekeeper:
    """Lets requests go to the hub's own address, and where it sends them for a file's content.

    Both methods are hooks of an `httpx2.Client`, which calls them for each redirect too, and takes
    the token away by itself before it goes to another origin.
    """

    def __init__(self, access: HubAccess, user_agent: str) -> None:
        """Guard the way to the hub of `access`; requests name `user_agent`."""
        self._home = httpx2.URL(access.endpoint)
        self._host = access.host
        self._user_agent = user_agent
        self._allowed: set[httpx2.URL] = set()

    def admit(self, request: httpx2.Request) -> None:
        """Let `request` pass, or raise `HubRedirectRefused`."""
        url = request.url
        at_home = _origin(url) == _origin(self._home)
        if not (at_home or (url in self._allowed and self._is_secure(url))):
            raise HubRedirectRefused(host=self._host)
        for name in list(request.headers):
            if name.lower() not in _NEEDED:
                del request.headers[name]
        request.headers["user-agent"] = self._user_agent

    def follow(self, response: httpx2.Response) -> None:
        """Note where the hub sends a request for a file's content."""
        asked = response.request.url
        if response.has_redirect_location and (_CONTENT in asked.path or asked in self._allowed):
            self._allowed.add(asked.join(response.headers["location"]))

    def _is_secure(self, url: httpx2.URL) -> bool:
        """Say whether content may come from `url`: from this machine only if the hub is on it."""
        if url.scheme == "https":
            return True
        return url.scheme == "http" == self._home.scheme and is_this_machine(url.host)


def _origin(url: httpx2.URL) -> tuple[str, str, int]:
    port = url.port or {"http": 80, "https": 443}.get(url.scheme, 0)
    return url.scheme, url.host, port
