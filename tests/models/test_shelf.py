"""What lies on the shelf: only what is whole counts, and all of it can be removed."""

import json
import os
import shutil
from pathlib import Path

import pytest

from app.models.failures import ModelDiskFailed, ModelNotRemoved
from app.models.manifest import INSTRUCTIONS, MANIFEST, MODEL, ORDER, Manifest
from app.models.orders import Kind, Order
from app.models.shelf import Shelf
from app.paths import Places

ORDER_A = Order(Kind.PUBLISHED, "A", "owner/a", accepted="2026-11-25T12:00:00+00:00", licence="L")
ORDER_B = Order(Kind.HUB_FILE, "b", "owner/b", "b.gguf")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(Places(tmp_path).models)


def put(shelf: Shelf, order: Order, content: bytes = b"GGUF") -> Path:
    folder = shelf.place_for(order)
    (folder / MODEL).write_bytes(content)
    now = "2026-11-25T13:00:00+00:00"
    Manifest.of(order, "r", len(content), "0" * 64, now).write(folder)
    (folder / ORDER).unlink()
    return folder


def test_an_empty_shelf_is_not_even_a_folder(shelf: Shelf) -> None:
    assert shelf.installed() == ()
    assert shelf.unfinished() == ()
    assert shelf.disk_used() == 0
    shelf.remove("nothing")
    assert not shelf.folder.exists()


def test_what_is_ready(shelf: Shelf) -> None:
    put(shelf, ORDER_B)
    folder = put(shelf, ORDER_A)
    (folder / INSTRUCTIONS).write_bytes(b"text")
    first, second = shelf.installed()
    assert (first.name, second.name) == ("A", "b")
    assert first.gguf == folder / MODEL
    assert first.instructions == folder / INSTRUCTIONS
    assert second.instructions is None
    assert first.accepted is not None
    assert second.accepted is None
    assert first.manifest.licence == "L"
    assert first.disk == sum(path.stat().st_size for path in folder.iterdir())
    assert shelf.disk_used() == first.disk + second.disk
    assert shelf.get(first.id) == first
    assert shelf.unfinished() == ()


def test_what_is_unfinished(shelf: Shelf) -> None:
    folder = shelf.place_for(ORDER_A)
    (folder / "download").mkdir()
    (folder / "download" / "x.part").write_bytes(bytes(1000))
    [found] = shelf.unfinished()
    assert found.order == ORDER_A
    assert found.name == "A"
    assert found.disk == 1000 + (folder / ORDER).stat().st_size
    assert shelf.installed() == ()
    shelf.remove(found.id)
    assert shelf.unfinished() == ()
    assert not folder.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / MANIFEST).write_bytes(b""),
        lambda folder: (folder / MANIFEST).write_bytes(b'{"format": 1}'),
        lambda folder: (folder / MANIFEST).write_bytes(b"[]"),
        lambda folder: (folder / MANIFEST).write_bytes(b"\xff"),
        lambda folder: change(folder, format=2),
        lambda folder: change(folder, sha256="x"),
        lambda folder: change(folder, name=1),
        lambda folder: change(folder, kind="other"),
        lambda folder: change(folder, more=1),
        lambda folder: (folder / MODEL).write_bytes(b"GGU"),
        lambda folder: (folder / MODEL).unlink(),
        lambda folder: (folder / MANIFEST).rename(folder / "manifest.json.part"),
    ],
)
def test_what_is_not_whole_is_no_model(shelf: Shelf, damage: object) -> None:
    folder = put(shelf, ORDER_A)
    assert callable(damage)
    damage(folder)
    assert shelf.installed() == ()
    assert shelf.get(ORDER_A.id) is None
    [found] = shelf.unfinished()
    assert found.order is None
    shelf.remove(found.id)
    assert shelf.disk_used() == 0


def change(folder: Path, **fields: object) -> None:
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    (folder / MANIFEST).write_text(json.dumps({**manifest, **fields}), "utf-8")


def test_removing_one_leaves_the_others(shelf: Shelf) -> None:
    put(shelf, ORDER_A)
    put(shelf, ORDER_B)
    shelf.remove(ORDER_A.id)
    assert [model.name for model in shelf.installed()] == ["b"]


def test_nothing_outside_is_ever_removed(shelf: Shelf, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    shelf.folder.mkdir()
    (shelf.folder / "link").symlink_to(outside)
    for name in ("..", "../outside", str(outside), "link", "", "."):
        shelf.remove(name)
    assert outside.exists()
    assert shelf.folder.exists()
    assert shelf.unfinished() == ()


def test_what_cannot_be_removed_is_no_model_any_more(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, ORDER_A)
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.name == MODEL:
            raise PermissionError(13, "in use")
        real(path, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", unlink)
        with pytest.raises(ModelNotRemoved) as raised:
            shelf.remove(ORDER_A.id)
    assert raised.value.details == {"model": "A", "code": "EACCES"}
    assert shelf.installed() == ()
    assert len(shelf.unfinished()) == 1
    shelf.remove(ORDER_A.id)
    assert shelf.unfinished() == ()


def test_a_file_in_the_way(shelf: Shelf) -> None:
    shelf.folder.parent.mkdir(exist_ok=True)
    shelf.folder.write_bytes(b"")
    with pytest.raises(ModelDiskFailed):
        shelf.place_for(ORDER_A)
    with pytest.raises(ModelDiskFailed):
        shelf.installed()
    shelf.folder.unlink()


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_models_are_their_owners_alone(shelf: Shelf) -> None:
    folder = shelf.place_for(ORDER_A)
    assert folder.stat().st_mode & 0o077 == 0
    shutil.rmtree(shelf.folder)
