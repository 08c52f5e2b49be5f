"""What went wrong between this machine and the hub: from statuses and errors to failures."""

import ssl
from collections.abc import Iterator

import httpx2

from app.models.failures import (
    HubBusy,
    HubFailed,
    HubGated,
    HubLacksModel,
    HubNotTrusted,
    HubProxyFailed,
    HubRedirectRefused,
    HubRefused,
    HubTokenRefused,
    HubUnreachable,
    HubWentSilent,
    ModelFailure,
)

_BY_STATUS: dict[int, type[ModelFailure]] = {
    401: HubTokenRefused,
    403: HubGated,
    404: HubLacksModel,
    429: HubBusy,
}
_SERVER = 500


def of_status(status: int, host: str, repo: str) -> ModelFailure:
    """Return the failure for an answer with an error `status`."""
    other = HubFailed if status >= _SERVER else HubRefused
    return _BY_STATUS.get(status, other)(host=host, repo=repo, status=status)


def of_connection(error: Exception, host: str, *, proxied: bool) -> ModelFailure:
    """Return the failure for an `error` of the HTTP stack. Its text, with addresses, is dropped.

    `proxied` says whether a proxy stands between.
    """
    if any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
        return HubNotTrusted(host=host)
    if isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.ProxyError):
        return (HubProxyFailed if proxied else HubUnreachable)(host=host)
    if isinstance(error, httpx2.TooManyRedirects | httpx2.InvalidURL | httpx2.UnsupportedProtocol):
        return HubRedirectRefused(host=host)
    return HubWentSilent(host=host)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
