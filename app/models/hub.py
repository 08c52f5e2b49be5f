"""Talks to a model hub: what a repository holds, and its files, byte by byte and resumable.

huggingface-hub builds the addresses, keeps the session and reads the hub's answers. The bytes of
large files are fetched here over its session: its own `hf_hub_download` (2.4.0) begins anew after
its process was killed, and on a 429 it sleeps for as long as the server likes, without a word.
"""

import time
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

import httpx2
from huggingface_hub import HfApi, close_session, get_session, hf_hub_url, set_client_factory
from huggingface_hub.errors import HfHubHTTPError
from huggingface_hub.hf_api import ModelInfo

from app.models.diagnosis import of_connection, of_status
from app.models.failures import DownloadDamaged, HubUnreadable
from app.models.gatekeeper import Gatekeeper
from app.models.hub_access import HubAccess
from app.models.meter import Meter

USER_AGENT = "Understudy"

# What the HTTP stack raises: all that can go wrong on the way.
_ON_THE_WAY = (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL)
# Servers that are about to be well again.
_PASSING = (500, 502, 503, 504)
# Bytes that are written at once: what a kill may cost.
_PIECE = 256 * 1024
# Small files are read into memory; a tokenizer.json has 11 MB.
_SMALL = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: for a connection, and for the next bytes.

    After a break the download is tried again `tries` times without one new byte, first after
    `pause`, then after twice as long, and so on.
    """

    connect: float = 20
    silence: float = 40
    tries: int = 4
    pause: float = 1


@dataclass(frozen=True, slots=True)
class HubFile:
    """One file of a repository. `sha256` is empty for small ones; `blob` is git's name of those."""

    name: str
    size: int
    sha256: str
    blob: str


@dataclass(frozen=True, slots=True)
class Repository:
    """What a repository holds at one commit, and the licence that it names, if any."""

    revision: str
    licence: str
    files: dict[str, HubFile]


class Hub:
    """One hub, for one process: huggingface-hub has one session for all. Close it after use."""

    def __init__(self, access: HubAccess, patience: Patience | None = None) -> None:
        """Go to the hub by `access`."""
        self._access = access
        self._patience = patience or Patience()
        keeper = Gatekeeper(access, USER_AGENT)
        silence, connect = self._patience.silence, self._patience.connect
        # trust_env is off: proxies and certificates of the environment are not ours to believe.
        set_client_factory(
            lambda: httpx2.Client(
                follow_redirects=True,
                timeout=httpx2.Timeout(silence, connect=connect),
                trust_env=False,
                mounts=_ways(access),
                event_hooks={"request": [keeper.admit], "response": [keeper.follow]},
            )
        )
        # False, not None: None would look for a token in the user's home.
        self._token: str | bool = access.token or False
        self._api = HfApi(endpoint=access.endpoint, token=self._token)

    @property
    def host(self) -> str:
        """The host, for sentences."""
        return self._access.host

    def close(self) -> None:
        """Close the connections."""
        close_session()

    def repository(self, repo: str) -> Repository:
        """Return what `repo` holds now. Raises a `ModelFailure`."""
        host = self._access.host
        try:
            info = self._api.model_info(
                repo, files_metadata=True, timeout=self._patience.silence, token=self._token
            )
            return _repository(info)
        except HfHubHTTPError as error:
            raise of_status(error.response.status_code, host, repo) from None
        except _ON_THE_WAY as error:
            raise of_connection(error, host, proxied=self._access.proxy is not None) from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise HubUnreadable(host=host) from None

    def read(self, repo: str, revision: str, name: str, first: int = 0, count: int = 0) -> bytes:
        """Return a small file, or `count` bytes of one from `first`. Raises a `ModelFailure`.

        Not more is ever read, also where the server ignores what part was asked for.
        """
        headers = {"range": f"bytes={first}-{first + count - 1}"} if count else {}
        host, content = self._access.host, bytearray()
        try:
            with self._get(repo, revision, name, headers) as response:
                skip = (
                    first if count and response.status_code != httpx2.codes.PARTIAL_CONTENT else 0
                )
                if response.status_code >= httpx2.codes.BAD_REQUEST:
                    raise of_status(response.status_code, host, repo)
                limit = skip + (count or _SMALL)
                for piece in response.iter_bytes():
                    content += piece
                    if len(content) >= limit:
                        break
        except _ON_THE_WAY as error:
            raise of_connection(error, host, proxied=self._access.proxy is not None) from None
        return bytes(content[skip:limit])

    def fetch(self, repo: str, revision: str, file: HubFile, part: Path, meter: Meter) -> None:
        """Download `file` to `part`, going on where it ends; the sum is not checked here.

        Raises a `ModelFailure`, or `OSError` when the disk fails.
        """
        tries = 0
        while (before := _size(part)) < file.size:
            try:
                self._fetch_rest(repo, revision, file, part, meter)
            except _ON_THE_WAY as error:
                failure = of_connection(
                    error, self._access.host, proxied=self._access.proxy is not None
                )
            except _Passing as passing:
                failure = of_status(passing.status, self._access.host, repo)
            else:
                break
            tries = 1 if _size(part) > before else tries + 1
            if tries > self._patience.tries:
                raise failure
            time.sleep(self._patience.pause * 2 ** (tries - 1))
        if _size(part) != file.size:
            meter.add(-_size(part))
            part.unlink(missing_ok=True)
            raise DownloadDamaged(file=PurePosixPath(file.name).name)

    def _fetch_rest(
        self, repo: str, revision: str, file: HubFile, part: Path, meter: Meter
    ) -> None:
        with part.open("ab") as stream:
            start = stream.tell()
            headers = {"range": f"bytes={start}-"} if start else {}
            with self._get(repo, revision, file.name, headers) as response:
                status = response.status_code
                if status in _PASSING:
                    raise _Passing(status)
                if status >= httpx2.codes.BAD_REQUEST:
                    raise of_status(status, self._access.host, repo)
                if start and not _continues(response, start):
                    # The server sends all of it again, as HTTP allows.
                    stream.truncate(0)
                    meter.add(-start)
                _copy(response, stream, file.size, meter)

    def _get(
        self, repo: str, revision: str, name: str, headers: dict[str, str]
    ) -> AbstractContextManager[httpx2.Response]:
        url = hf_hub_url(repo, name, revision=revision, endpoint=self._access.endpoint)
        # Packed bytes could not be gone on with.
        asked = {"accept-encoding": "identity", **headers}
        if self._access.token:
            asked["authorization"] = f"Bearer {self._access.token}"
        return get_session().stream("GET", url, headers=asked)


class _Passing(Exception):
    """A status that may be gone the next time."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def _ways(access: HubAccess) -> dict[str, httpx2.HTTPTransport | None]:
    """Return by which transports a client goes through the proxy; a hub on this machine is near."""
    if access.proxy is None:
        return {}
    url = access.proxy.url
    # Also whom a proxy over TLS is believed by is not for the environment to say.
    trust = httpx2.create_ssl_context(trust_env=False) if url.startswith("https:") else None
    way = httpx2.HTTPTransport(trust_env=False, proxy=httpx2.Proxy(url, ssl_context=trust))
    near = access.proxy.to(access.host) is None
    return {"all://": way} | ({f"all://{urlsplit(access.endpoint).netloc}": None} if near else {})


def _continues(response: httpx2.Response, start: int) -> bool:
    """Say whether the answer goes on at `start` (RFC 9110, 14.4)."""
    place = response.headers.get("content-range", "")
    return response.status_code == httpx2.codes.PARTIAL_CONTENT and place.startswith(
        f"bytes {start}-"
    )


def _copy(response: httpx2.Response, stream: BinaryIO, limit: int, meter: Meter) -> None:
    """Write what arrives, piece by piece, and stop a little beyond `limit`."""
    for piece in response.iter_bytes(_PIECE):
        stream.write(piece)
        meter.add(len(piece))
        if stream.tell() > limit:
            return


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _repository(info: ModelInfo) -> Repository:
    """Return what is needed of the hub's answer. Raises `ValueError` where that is missing."""
    if not info.sha or not info.siblings:
        raise ValueError("no commit or no files")
    files = {}
    for sibling in info.siblings:
        name = sibling.rfilename
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or not name.isprintable():
            continue
        sha256 = sibling.lfs.sha256 if sibling.lfs else ""
        size = sibling.lfs.size if sibling.lfs else sibling.size
        if isinstance(size, int) and size >= 0:
            files[name] = HubFile(name, size, str(sha256 or ""), str(sibling.blob_id or ""))
    licence = getattr(info.card_data, "license", None)
    return Repository(str(info.sha), licence if isinstance(licence, str) else "", files)
