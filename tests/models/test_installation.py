"""The steps from a source to the shelf, each ended at any moment and taken up again."""

import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.models import disk, failures, installation
from app.models.claim import claimed
from app.models.failures import ModelFailure
from app.models.gguf_header import read_header
from app.models.manifest import read_manifest
from app.models.messages import Moved
from app.models.orders import Order
from app.models.shelf import Shelf
from tests.models.conftest import REPO
from tests.models.hub_server import INSTRUCTIONS, REVISION, HubServer, Instead, Status
from tests.models.running import Install, refused, run
from tests.models.tiny_qwen3 import TINY, UNTIED, write_checkpoint, write_safetensors


class Ended(BaseException):
    """Stands for the end of the process: nothing of ours catches it."""


def test_a_published_model(shelf: Shelf, hub: HubServer, order: Order, install: Install) -> None:
    reports: list[Moved] = []
    assert run(shelf, hub, order, reports)
    model = install(order)
    assert model.name == "MemPrivacy-4B-SFT"
    assert model.manifest.licence == "CC BY-NC-ND 4.0"
    assert model.manifest.revision == REVISION
    assert model.manifest.sha256 == hashlib.sha256(model.gguf.read_bytes()).hexdigest()
    assert model.accepted is not None
    assert model.accepted.year == 2026
    assert model.instructions is not None
    assert model.instructions.read_text("utf-8") == INSTRUCTIONS
    header = read_header(model.gguf)
    assert header.values["general.architecture"] == "qwen3"
    assert header.values["general.file_type"] == 15  # Q4_K_M
    assert header.values["tokenizer.ggml.pre"] == "qwen2"
    assert header.values["tokenizer.ggml.tokens"] == TINY.vocabulary
    assert "im_start" in str(header.values["tokenizer.chat_template"])
    stages = list(dict.fromkeys(report.stage for report in reports))
    assert stages == [
        *("looking", "downloading", "checking", "converting", "quantising", "finishing")
    ]
    assert sorted(path.name for path in model.gguf.parent.iterdir()) == [
        *("instructions.txt", "lock", "manifest.json", "model.gguf")
    ]


def test_no_token_and_no_path_is_kept(
    hub: HubServer, order: Order, install: Install, tmp_path: Path
) -> None:
    hub.fail("model-00002-of-00002.safetensors", Status(404))
    with pytest.raises(ModelFailure):
        install(order)
    install(replace(order, name="Other"))
    content = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"hf_secret" not in content
    assert str(tmp_path).encode() not in content


def test_every_call_of_the_disk_may_be_the_last(
    shelf: Shelf, hub: HubServer, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ends the work before each rename and each deletion in turn, and goes on after it."""
    calls = [(Path, "replace"), (Path, "unlink"), (shutil, "rmtree")]
    left = 0

    def ending(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **options: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                raise Ended
            return real(*args, **options)

        return call

    for holder, name in calls:
        monkeypatch.setattr(holder, name, ending(getattr(holder, name)))
    ended = 0
    for step in range(1, 100):
        left = 0
        shutil.rmtree(shelf.folder, ignore_errors=True)
        left = step
        try:
            run(shelf, hub, order, [])
        except Ended:
            ended += 1
        else:
            break
        model = shelf.get(order.id)
        if model is not None:
            assert hashlib.sha256(model.gguf.read_bytes()).hexdigest() == model.manifest.sha256
        left = 0
        assert run(shelf, hub, order, [])
        assert shelf.get(order.id) is not None
        assert not list(shelf.folder.rglob("*.part"))
    assert ended > 10


def test_going_on_asks_for_nothing_twice(
    shelf: Shelf, hub: HubServer, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> None:
        raise Ended

    with monkeypatch.context() as patch:
        patch.setattr(installation, "quantise", ended)
        with pytest.raises(Ended):
            run(shelf, hub, order, [])
    assert shelf.get(order.id) is None
    assert [model.order for model in shelf.unfinished()] == [order]
    asked = len(hub.requests)
    assert run(shelf, hub, order, [])
    assert [request.path for request in hub.requests[asked:]] == ["/instructions.txt"]


@pytest.mark.parametrize("text", [b"<html>no</html>", b"\xff{real_name}{input_dialogue_content}"])
def test_without_upstreams_text_the_model_is_ready_all_the_same(
    shelf: Shelf, hub: HubServer, order: Order, text: bytes
) -> None:
    hub.answers["/instructions.txt"] = text
    assert not run(shelf, hub, order, [])
    model = shelf.get(order.id)
    assert model is not None
    assert model.instructions is None
    assert "authorization" not in hub.asked("/instructions.txt")[0].headers
    # Another try fetches that alone.
    hub.answers["/instructions.txt"] = INSTRUCTIONS.encode()
    asked = len(hub.requests)
    assert run(shelf, hub, order, [])
    assert len(hub.requests) == asked + 1
    again = shelf.get(order.id)
    assert again is not None
    assert again.instructions is not None


def test_upstreams_text_never_comes_unencrypted(shelf: Shelf, hub: HubServer, order: Order) -> None:
    order = replace(order, instructions_url="http://198.51.100.1/instructions.txt")
    assert not run(shelf, hub, order, [])


def test_a_training_programs_leftover_is_passed_over(
    hub: HubServer, order: Order, tmp_path: Path, install: Install
) -> None:
    """Two sets of weights, of which one has empty tensors."""
    repository = tmp_path / "repository"
    weights = write_checkpoint(repository, shards=2)
    broken = {name: tensor[:0] for name, tensor in weights.items()}
    write_safetensors(repository / "model.safetensors", broken, "BF16")
    hub.serve(REPO, repository)
    assert install(order).manifest.size > 0
    assert not hub.asked(f"/cdn/{REPO}/model.safetensors")


def test_an_output_layer_that_is_the_input_is_left_out(
    hub: HubServer, order: Order, tmp_path: Path, install: Install
) -> None:
    repository = tmp_path / "repository"
    weights = write_checkpoint(repository)
    extra = {"lm_head.weight": weights["model.embed_tokens.weight"]}
    write_checkpoint(repository, extra=extra)
    hub.serve(REPO, repository)
    assert read_header(install(order).gguf).tensors == len(weights)


def test_an_output_layer_of_its_own(
    hub: HubServer, order: Order, tmp_path: Path, install: Install
) -> None:
    repository = tmp_path / "repository"
    weights = write_checkpoint(repository, UNTIED, "F16", 2)
    hub.serve(REPO, repository)
    assert read_header(install(order).gguf).tensors == len(weights)


def test_a_disk_that_is_too_small_is_seen_first(
    shelf: Shelf, hub: HubServer, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(shelf.folder.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=70_000_000))
    failure = refused(shelf, hub, order, failures.NoRoomForModel)
    assert failure.details["free"] == 70
    assert int(failure.details["needed"]) >= 64 + 16 + 16 + 3
    monkeypatch.undo()
    assert run(shelf, hub, order, [])


@pytest.mark.parametrize(
    ("code", "kind"),
    [(errno.ENOSPC, failures.DiskFullForModel), (errno.EIO, failures.ModelDiskFailed)],
)
@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc to tell the files apart")
@pytest.mark.parametrize("step", ["fetch", "convert", "quantise", "finish"])
def test_the_disk_fails_on_the_way(
    shelf: Shelf,
    hub: HubServer,
    order: Order,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    code: int,
    kind: type[ModelFailure],
) -> None:
    names = {
        "fetch": "model-00001-of-00002.safetensors",
        "convert": "converted.gguf",
        "quantise": "model.gguf",
        "finish": "manifest.json",
    }
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().name == f"{names[step]}.part":
            raise OSError(code, "injected")
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises(kind):
            run(shelf, hub, order, [])
    assert shelf.installed() == ()
    left = [path.name for path in (shelf.folder / order.id).glob("*.gguf.part")]
    assert left == []
    assert run(shelf, hub, order, [])


def test_llama_cpp_meets_a_full_disk(
    shelf: Shelf, hub: HubServer, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tells only that it failed: whether the disk is full is looked at then."""

    def failing(_source: Path, target: Path) -> int:
        target.write_bytes(b"GGUF")
        return 1

    with monkeypatch.context() as patch:
        patch.setattr("app.models.quantising._run", failing)
        with pytest.raises(failures.QuantisingFailed):
            run(shelf, hub, order, [])
        patch.setattr("app.models.quantising.is_full", lambda _: True)
        patch.setattr(disk, "is_full", lambda _: True)
        with pytest.raises(failures.DiskFullForModel):
            run(shelf, hub, order, [])
    assert shelf.installed() == ()
    assert run(shelf, hub, order, [])


def test_what_a_killed_run_wrote_takes_no_room(
    shelf: Shelf, hub: HubServer, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = [shelf.place_for(order) / name for name in ("converted.gguf.part", "model.gguf.part")]
    for path in stale:
        path.write_bytes(bytes(1000))
    there: list[Path] = []

    def look(*_: object) -> None:
        there.extend(path for path in stale if path.exists())

    monkeypatch.setattr(installation, "check_room", look)
    assert run(shelf, hub, order, [])
    assert there == []


def test_one_at_a_time(shelf: Shelf, hub: HubServer, order: Order) -> None:
    folder = shelf.place_for(order)
    with claimed(folder, "x"), pytest.raises(failures.ModelInUse):
        run(shelf, hub, order, [])
    with claimed(folder, "x"), pytest.raises(failures.ModelInUse):
        shelf.remove(order.id)


def test_a_damaged_download_costs_only_that_file(
    shelf: Shelf, hub: HubServer, order: Order
) -> None:
    name = f"/cdn/{REPO}/model-00002-of-00002.safetensors"
    content = hub.content(REPO, "model-00002-of-00002.safetensors")
    assert content is not None
    # The header's two short reads, then the file.
    hub.fail(name, Instead(content), Instead(content), Instead(bytes(len(content))))
    with pytest.raises(failures.DownloadDamaged):
        run(shelf, hub, order, [])
    assert read_manifest(shelf.folder / order.id) is None
    asked = len(hub.requests)
    assert run(shelf, hub, order, [])
    names = {Path(request.path).name for request in hub.requests[asked:]}
    assert names == {"model-00002-of-00002.safetensors", "instructions.txt"}
