"""Installing as the window does it: a real process, its events, its death, its secrets."""

import asyncio
import os
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from pathlib import Path

import psutil
import pytest

from app.models import failures
from app.models.catalogue import load_catalogue
from app.models.hub_access import hub_access
from app.models.installing import Installed, Installer, Progress, Stage
from app.models.orders import Order, published
from app.models.shelf import Shelf
from app.paths import resources
from tests.models.conftest import REPO
from tests.models.hub_server import HoldAfter, HubServer, Status, Whole

TOKEN = "hf_S3cretOfTheTests"
LARGE = "model-00001-of-00002.safetensors"
_LONGEST = 60


def in_time(work: Callable[[], Awaitable[None]]) -> None:
    async def run() -> None:
        await asyncio.wait_for(work(), _LONGEST)

    asyncio.run(run())


def children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "install-process" in child.cmdline()]


def test_killed_paused_and_done(shelf: Shelf, hub: HubServer, order: Order, tmp_path: Path) -> None:
    """Kill -9 in the middle of a download, a pause in the next one, then to the end."""
    installer, access = Installer(shelf), hub_access(hub.url, TOKEN)
    path = f"/cdn/{REPO}/{LARGE}"
    part = shelf.folder / order.id / "download" / f"{LARGE}.part"
    events: list[Progress | Installed] = []
    held = threading.Event()

    async def follow() -> None:
        async with aclosing(installer.install(order, access)) as following:
            async for event in following:
                events.append(event)  # noqa: PERF401 - kept also when it is cancelled

    async def interrupt(written: int, how: Callable[[asyncio.Task[None]], object]) -> None:
        following = asyncio.create_task(follow())
        while not (part.exists() and part.stat().st_size >= written):  # noqa: ASYNC110
            await asyncio.sleep(0.01)  # another process writes the file
        [child] = children()
        assert TOKEN not in " ".join(child.cmdline())
        how(following)
        await following

    # Two requests read the file's header first.
    hub.fail(path, Whole(), Whole(), HoldAfter(300_000, held))
    with pytest.raises(failures.InstallStopped):
        in_time(lambda: interrupt(1, lambda _: children()[0].kill()))
    [unfinished] = shelf.unfinished()
    assert unfinished.order == order
    assert unfinished.disk > 0
    hub.fail(path, HoldAfter(300_000, held))
    before = part.stat().st_size
    with pytest.raises(asyncio.CancelledError):
        in_time(lambda: interrupt(before + 1, asyncio.Task.cancel))
    assert children() == []
    in_time(follow)
    last = events.pop()
    assert isinstance(last, Installed)
    assert not last.instructions_missing
    assert last.model == shelf.get(order.id)
    stages = dict.fromkeys(event.stage for event in events if isinstance(event, Progress))
    assert list(stages) == list(Stage)
    assert shelf.unfinished() == ()
    starts = [int(each.headers.get("range", "bytes=0-")[6:-1]) for each in hub.asked(path)[2:]]
    assert starts[:2] == [0, before]
    assert len(starts) == 3
    assert starts[2] > before
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert TOKEN.encode() not in kept


def test_closing_the_iterator_ends_the_process(shelf: Shelf, hub: HubServer, order: Order) -> None:
    reached = threading.Event()
    hub.fail("resolve:tokenizer.json", HoldAfter(0, reached))

    async def work() -> None:
        async with aclosing(Installer(shelf).install(order, hub_access(hub.url))) as events:
            async for event in events:
                assert isinstance(event, Progress)
                if event.stage is Stage.DOWNLOADING:
                    assert len(children()) == 1
                    break

    in_time(work)
    assert children() == []


def test_a_failure_comes_over_with_its_details(shelf: Shelf, hub: HubServer, order: Order) -> None:
    hub.fail(REPO, Status(403))

    async def work() -> None:
        with pytest.raises(failures.HubGated) as raised:
            async for _ in Installer(shelf).install(order, hub_access(hub.url)):
                pass
        assert raised.value.details == {"host": "127.0.0.1", "repo": REPO, "status": 403}

    in_time(work)


def test_listing_a_repository(shelf: Shelf, hub: HubServer, tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    folder.mkdir()
    for name, size in (
        ("b-Q8_0.gguf", 9000),
        ("b-Q4_K_M.GGUF", 5000),
        ("mmproj-b.gguf", 100),
        ("b-00001-of-00002.gguf", 100),
        ("README.md", 10),
    ):
        (folder / name).write_bytes(bytes(size))
    hub.serve("owner/b", folder)

    async def work() -> None:
        found = await Installer(shelf).gguf_files(f"{hub.url}/owner/b/", hub_access(hub.url))
        assert [(file.name, file.size) for file in found.files] == [
            ("b-Q4_K_M.GGUF", 5000),
            ("b-Q8_0.gguf", 9000),
        ]
        assert found.licence == "apache-2.0"
        for path in folder.glob("b-Q*"):
            path.unlink()
        with pytest.raises(failures.RepoHasNoGguf):
            await Installer(shelf).gguf_files("owner/b", hub_access(hub.url))

    in_time(work)


@pytest.mark.parametrize(
    ("child", "failure"),
    [
        ("import sys; sys.exit(3)", failures.InstallStopped),
        ("print('nonsense')", failures.InstallStopped),
        ("""print('["Done", {"instructions": true}]')""", failures.InstallStopped),
        ("""print('["Broke", {"where": "x.py:1"}]')""", RuntimeError),
        ("""print('["Failed", {"failure": "KnownError", "details": []}]')""", RuntimeError),
        (
            """print('["Failed", {"failure": "NoMemoryToConvert", "details": []}]')""",
            failures.NoMemoryToConvert,
        ),
    ],
)
def test_a_process_that_goes_wrong(
    shelf: Shelf, order: Order, child: str, failure: type[Exception]
) -> None:
    async def work() -> None:
        installer = Installer(shelf, (sys.executable, "-c", f"input(); {child}"))
        with pytest.raises(failure):
            async for _ in installer.install(order):
                pass

    in_time(work)


def test_no_process_at_all(shelf: Shelf, order: Order) -> None:
    async def work() -> None:
        with pytest.raises(failures.InstallStopped):
            async for _ in Installer(shelf, ("/no/such/program",)).install(order):
                pass

    in_time(work)


def test_a_licence_is_accepted_first(shelf: Shelf) -> None:
    model = load_catalogue(resources() / "models.toml")[0]

    async def work() -> None:
        with pytest.raises(failures.LicenceNotAccepted):
            async for _ in Installer(shelf).install(published(model, None)):
                pass

    in_time(work)
    assert not shelf.folder.exists()


def test_the_environment_has_no_say(
    shelf: Shelf, hub: HubServer, order: Order, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No token, address or proxy from the environment or the user's home is believed."""
    home = tmp_path / "home"
    (home / ".cache" / "huggingface").mkdir(parents=True)
    (home / ".cache" / "huggingface" / "token").write_text("hf_home", "utf-8")
    for name, value in {
        "HOME": str(home),
        "HF_TOKEN": "hf_environment",
        "HF_ENDPOINT": "https://198.51.100.1",
        "HF_HUB_OFFLINE": "1",
        "HTTP_PROXY": "http://198.51.100.1:9",
        "ALL_PROXY": "http://198.51.100.1:9",
    }.items():
        monkeypatch.setenv(name, value)
    before = set(home.rglob("*"))
    hub.fail(LARGE, Status(404))

    async def work() -> None:
        with pytest.raises(failures.HubLacksModel):
            async for _ in Installer(shelf).install(order, hub_access(hub.url)):
                pass

    in_time(work)
    assert hub.requests
    assert not [each for each in hub.requests if "authorization" in each.headers]
    assert set(home.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of POSIX")
def test_the_process_goes_with_the_window(hub: HubServer, order: Order, tmp_path: Path) -> None:
    """When the parent is killed, the child sees its pipe close and leaves."""
    reached = threading.Event()
    hub.fail("resolve:config.json", HoldAfter(0, reached))
    parent = f"""
import asyncio
from pathlib import Path
from app.models.hub_access import hub_access
from app.models.installing import Installer
from app.models.orders import Order
from app.models.shelf import Shelf

async def main():
    order = Order.from_json({order.to_json()!r})
    installer = Installer(Shelf(Path({str(tmp_path / "models")!r})))
    async for _ in installer.install(order, hub_access({hub.url!r})):
        pass

asyncio.run(main())
"""
    process = psutil.Popen([sys.executable, "-c", parent])
    try:
        assert reached.wait(_LONGEST)
        family = process.children()
    finally:
        process.kill()
        process.wait(_LONGEST)
    gone, alive = psutil.wait_procs(family, _LONGEST)
    assert len(gone) == 1
    assert alive == []
