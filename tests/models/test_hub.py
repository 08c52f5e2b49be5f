"""Downloading from a hub that fails in every way: a clear failure, and no byte is lost."""

import hashlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from app.models import failures
from app.models.checking import check
from app.models.failures import DownloadDamaged, HubWentSilent, ModelFailure
from app.models.gatekeeper import Gatekeeper
from app.models.hub import Hub, HubFile, Patience
from app.models.hub_access import HubAccess, hub_access
from app.models.meter import Meter
from tests.models.hub_server import (
    REVISION,
    CutAfter,
    Elsewhere,
    HoldAfter,
    HubServer,
    Instead,
    Status,
    Whole,
)

REPO = "owner/name"
FILE = "model.gguf"
CONTENT = bytes(range(256)) * 4096
FAST = Patience(connect=5, silence=5, tries=2, pause=0.001)

Fetch = Callable[[], bytes]


@pytest.fixture
def served(hub: HubServer, tmp_path: Path) -> HubServer:
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / FILE).write_bytes(CONTENT)
    (folder / "small.txt").write_bytes(b"small")
    hub.serve(REPO, folder)
    return hub


@pytest.fixture
def client(served: HubServer) -> Iterator[Hub]:
    made = Hub(hub_access(served.url, "hf_secret"), FAST)
    yield made
    made.close()


@pytest.fixture
def fetch(client: Hub, tmp_path: Path) -> Fetch:
    def fetch() -> bytes:
        file = client.repository(REPO).files[FILE]
        part, target = tmp_path / "x.part", tmp_path / "x"
        client.fetch(REPO, REVISION, file, part, quiet())
        check(file, part, target, quiet())
        return target.read_bytes()

    return fetch


def quiet() -> Meter:
    return Meter("downloading", 0, lambda _: None)


def test_a_repository_is_described(client: Hub) -> None:
    found = client.repository(REPO)
    assert found.revision == REVISION
    assert found.licence == "apache-2.0"
    assert found.files[FILE] == HubFile(
        FILE, len(CONTENT), hashlib.sha256(CONTENT).hexdigest(), "f" * 40
    )
    assert found.files["small.txt"].sha256 == ""


def test_a_file_arrives(fetch: Fetch, served: HubServer) -> None:
    assert fetch() == CONTENT
    asked = served.asked(FILE)
    assert [request.path.split("/")[1] for request in asked] == ["owner", "cdn"]


def test_requests_tell_little_of_this_machine(fetch: Fetch, served: HubServer) -> None:
    fetch()
    for request in served.requests:
        assert request.headers["user-agent"] == "Understudy"
        assert set(request.headers) <= {
            *("host", "accept", "accept-encoding", "connection", "user-agent", "authorization"),
        }


def test_a_cut_download_goes_on_where_it_ended(fetch: Fetch, served: HubServer) -> None:
    served.fail(f"/cdn/{REPO}/{FILE}", CutAfter(300_000), CutAfter(400_000))
    assert fetch() == CONTENT
    ranges = [request.headers.get("range") for request in served.asked(FILE)]
    starts = [int(each[6:-1]) for each in ranges[::2] if each]
    assert 0 < starts[0] <= 300_000 < starts[1] <= 700_000


def test_a_server_that_ignores_ranges_sends_all_again(fetch: Fetch, served: HubServer) -> None:
    served.fail(f"/cdn/{REPO}/{FILE}", CutAfter(300_000), Whole())
    assert fetch() == CONTENT


def test_a_passing_fault_passes(fetch: Fetch, served: HubServer) -> None:
    served.fail(f"/cdn/{REPO}/{FILE}", Status(503), CutAfter(0), Status(500))
    served.fail(f"/cdn/{REPO}/{FILE}", CutAfter(300_000), Status(502))
    with pytest.raises(ModelFailure):
        fetch()  # three in a row without a new byte
    assert fetch() == CONTENT


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (400, "HubRefused"),
        (401, "HubTokenRefused"),
        (403, "HubGated"),
        (404, "HubLacksModel"),
        (416, "HubRefused"),
        (429, "HubBusy"),
        (500, "HubFailed"),
        (503, "HubFailed"),
        (504, "HubFailed"),
    ],
)
@pytest.mark.parametrize(
    "where", ["/api/models/owner/name", "resolve:model.gguf", "/cdn/owner/name/model.gguf"]
)
def test_refusals(
    fetch: Fetch, served: HubServer, tmp_path: Path, where: str, status: int, failure: str
) -> None:
    (tmp_path / "x.part").write_bytes(CONTENT[:1000])
    served.fail(where, *[Status(status, (("Retry-After", "3600"),))] * 3)
    with pytest.raises(ModelFailure) as raised:
        fetch()
    assert type(raised.value) is getattr(failures, failure)
    assert raised.value.details == {"host": "127.0.0.1", "repo": REPO, "status": status}
    assert (tmp_path / "x.part").read_bytes() == CONTENT[:1000]
    served.heal()
    assert fetch() == CONTENT


def test_gated_and_hidden_repositories(client: Hub, served: HubServer) -> None:
    served.fail("/api/models/owner/name", Status(403, (("X-Error-Code", "GatedRepo"),)))
    with pytest.raises(failures.HubGated):
        client.repository(REPO)
    with pytest.raises(failures.HubLacksModel):
        client.repository("owner/other")


def test_a_connection_that_stays_silent(served: HubServer, tmp_path: Path) -> None:
    client = Hub(hub_access(served.url), Patience(connect=5, silence=0.1, tries=1, pause=0.001))
    reached = threading.Event()
    served.fail(f"/cdn/{REPO}/{FILE}", *[HoldAfter(0, reached)] * 2)
    file = client.repository(REPO).files[FILE]
    with pytest.raises(HubWentSilent):
        client.fetch(REPO, REVISION, file, tmp_path / "x.part", quiet())
    client.close()
    assert reached.is_set()


@pytest.mark.parametrize("content", [b"x" * len(CONTENT), CONTENT[:-1], CONTENT + b"x", b""])
def test_other_bytes_than_described_are_thrown_away(
    fetch: Fetch, served: HubServer, tmp_path: Path, content: bytes
) -> None:
    served.fail(f"/cdn/{REPO}/{FILE}", Instead(content))
    with pytest.raises(DownloadDamaged) as raised:
        fetch()
    assert raised.value.details == {"file": FILE}
    assert not (tmp_path / "x").exists()
    assert not (tmp_path / "x.part").exists()
    assert fetch() == CONTENT


def test_what_another_run_left_is_checked_too(
    fetch: Fetch, tmp_path: Path, served: HubServer
) -> None:
    (tmp_path / "x.part").write_bytes(b"?" * len(CONTENT))
    with pytest.raises(DownloadDamaged):
        fetch()
    assert not served.asked(f"/cdn/{REPO}/{FILE}")


def test_small_files_are_checked_by_gits_sum(client: Hub, tmp_path: Path) -> None:
    file = client.repository(REPO).files["small.txt"]
    part = tmp_path / "small.part"
    part.write_bytes(b"smalL")
    with pytest.raises(DownloadDamaged):
        check(file, part, tmp_path / "small", quiet())
    part.write_bytes(b"small")
    check(file, part, tmp_path / "small", quiet())


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b"{}", b'{"id": "x", "sha": "1"}', b"\xff"])
def test_an_answer_that_is_none(client: Hub, served: HubServer, answer: bytes) -> None:
    served.fail("/api/models/owner/name", Instead(answer))
    with pytest.raises(failures.HubUnreadable):
        client.repository(REPO)


def test_nobody_is_there(tmp_path: Path) -> None:
    with HubServer() as gone:
        url = gone.url
    client = Hub(hub_access(url), FAST)
    with pytest.raises(failures.HubUnreachable):
        client.repository(REPO)
    file = HubFile(FILE, 10, "", "")
    with pytest.raises(failures.HubUnreachable):
        client.fetch(REPO, REVISION, file, tmp_path / "x.part", quiet())
    client.close()


def test_a_server_without_tls_is_not_trusted(served: HubServer) -> None:
    client = Hub(HubAccess(served.url.replace("http:", "https:")), FAST)
    with pytest.raises(failures.HubNotTrusted):
        client.repository(REPO)
    client.close()


@pytest.mark.parametrize("where", ["/api/models/owner/name", "resolve:model.gguf"])
def test_only_content_may_come_from_elsewhere(fetch: Fetch, served: HubServer, where: str) -> None:
    with HubServer() as other:
        other.answers["/there"] = CONTENT
        served.fail(where, Elsewhere(f"{other.url}/there"))
        if where.startswith("resolve"):
            assert fetch() == CONTENT
            # The token stays with the hub.
            assert "authorization" not in other.requests[0].headers
        else:
            with pytest.raises(failures.HubRedirectRefused):
                fetch()
            assert other.requests == []
    assert served.requests[0].headers["authorization"] == "Bearer hf_secret"


@pytest.mark.parametrize(
    "url", ["http://198.51.100.1/x", "ftp://127.0.0.1/x", "http:///", "/cdn/%zz"]
)
def test_content_never_comes_unencrypted(fetch: Fetch, served: HubServer, url: str) -> None:
    served.fail("resolve:model.gguf", *[Elsewhere(url)] * 3)
    with pytest.raises(ModelFailure):
        fetch()
    served.heal()
    assert fetch() == CONTENT


def test_an_https_hub_cannot_lead_to_this_machine() -> None:
    keeper = Gatekeeper(HubAccess(), "x")
    asked = httpx2.Request("GET", "https://huggingface.co/a/b/resolve/main/c")
    keeper.admit(asked)
    away = httpx2.Response(302, headers={"location": "http://127.0.0.1:631/"}, request=asked)
    keeper.follow(away)
    with pytest.raises(failures.HubRedirectRefused):
        keeper.admit(httpx2.Request("GET", "http://127.0.0.1:631/"))


def test_a_small_read_takes_no_more_than_asked(client: Hub, served: HubServer) -> None:
    assert client.read(REPO, REVISION, FILE, 1000, 8) == CONTENT[1000:1008]
    served.fail(f"/cdn/{REPO}/{FILE}", Whole())
    assert client.read(REPO, REVISION, FILE, 1000, 8) == CONTENT[1000:1008]
    assert client.read(REPO, REVISION, "small.txt") == b"small"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
def test_a_full_disk(fetch: Fetch, tmp_path: Path) -> None:
    (tmp_path / "x.part").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        fetch()
    os.remove(tmp_path / "x.part")  # noqa: PTH107 - the link itself
    assert fetch() == CONTENT
