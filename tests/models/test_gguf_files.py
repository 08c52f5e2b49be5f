"""GGUF files that exist already: of a repository, and of this machine."""

import errno
import os
from pathlib import Path

import pytest

from app.models import failures
from app.models.converting import convert
from app.models.meter import Meter
from app.models.orders import hub_file, local_file
from app.models.shelf import Shelf
from tests.models.hub_server import REVISION, CutAfter, HubServer
from tests.models.running import Install, run


@pytest.fixture
def gguf(checkpoint: Path, tmp_path: Path) -> Path:
    """Give a small GGUF model in a folder that can be served."""
    folder = tmp_path / "gguf"
    folder.mkdir()
    names = tuple(sorted(path.name for path in checkpoint.glob("*.safetensors")))
    target = folder / "Tiny-BF16.gguf"
    convert(checkpoint, names, target, "Tiny", Meter("", 0, lambda _: None))
    return target


def test_a_file_of_a_hub(hub: HubServer, gguf: Path, install: Install) -> None:
    hub.serve("someone/Tiny-GGUF", gguf.parent)
    hub.fail("/cdn/someone/Tiny-GGUF/Tiny-BF16.gguf", CutAfter(1_000_000))
    model = install(hub_file("someone/Tiny-GGUF", "Tiny-BF16.gguf"))
    assert model.gguf.read_bytes() == gguf.read_bytes()
    assert model.name == "Tiny-BF16"
    assert model.accepted is None
    assert model.manifest.revision == REVISION


def test_a_file_of_a_hub_that_is_no_model(shelf: Shelf, hub: HubServer, gguf: Path) -> None:
    (gguf.parent / "no.gguf").write_bytes(b"no" * 10_000)
    hub.serve("someone/Tiny-GGUF", gguf.parent)
    with pytest.raises(failures.GgufUnusable):
        run(shelf, hub, hub_file("someone/Tiny-GGUF", "no.gguf"), [])
    with pytest.raises(failures.HubLacksModel):
        run(shelf, hub, hub_file("someone/Tiny-GGUF", "other.gguf"), [])
    assert shelf.installed() == ()


@pytest.mark.parametrize("linked", [True, False])
def test_a_file_of_this_machine(
    shelf: Shelf,
    gguf: Path,
    install: Install,
    monkeypatch: pytest.MonkeyPatch,
    linked: bool,
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EXDEV, "another file system")

    if not linked:
        monkeypatch.setattr(os, "link", no_links)
    model = install(local_file(gguf))
    assert model.gguf.read_bytes() == gguf.read_bytes()
    assert model.gguf.samefile(gguf) == linked
    shelf.remove(model.id)
    assert gguf.exists()


def test_a_broken_file_of_this_machine(shelf: Shelf, hub: HubServer, gguf: Path) -> None:
    cut = gguf.with_name("cut.gguf")
    cut.write_bytes(gguf.read_bytes()[:-1000])
    with pytest.raises(failures.GgufCut):
        run(shelf, hub, local_file(cut), [])
    with pytest.raises(failures.GgufUnusable):
        local_file(gguf.with_name("nowhere.gguf"))
    assert shelf.installed() == ()
