"""Models that cannot be made ready here are refused before anything large is downloaded."""

import json
from pathlib import Path

import pytest

from app.models import failures
from app.models.orders import Order
from app.models.shelf import Shelf
from tests.models.conftest import REPO
from tests.models.hub_server import HubServer
from tests.models.running import refused
from tests.models.tiny_qwen3 import write_checkpoint, write_safetensors


def changed(repository: Path, **fields: object) -> None:
    config = json.loads((repository / "config.json").read_text("utf-8"))
    (repository / "config.json").write_text(json.dumps({**config, **fields}), "utf-8")


@pytest.mark.parametrize(
    ("fields", "architecture"),
    [
        ({"model_type": "llama"}, "llama"),
        ({"model_type": "<b>x</b>"}, "?"),
        ({"model_type": None}, "None"),
        ({"rope_scaling": {"rope_type": "yarn", "factor": 4.0}}, "qwen3"),
        ({"rope_parameters": {"rope_type": "yarn", "rope_theta": 1e6}}, "qwen3"),
        ({"use_sliding_window": True}, "qwen3"),
        ({"attention_bias": True}, "qwen3"),
        ({"hidden_act": "gelu"}, "qwen3"),
        ({"hidden_size": "256"}, "qwen3"),
        ({"num_hidden_layers": -1}, "qwen3"),
        ({"num_key_value_heads": 3}, "qwen3"),
    ],
)
def test_other_architectures_are_refused_before_anything_large(
    shelf: Shelf,
    hub: HubServer,
    order: Order,
    tmp_path: Path,
    fields: dict[str, object],
    architecture: str,
) -> None:
    repository = tmp_path / "repository"
    write_checkpoint(repository)
    changed(repository, **fields)
    hub.serve(REPO, repository)
    failure = refused(shelf, hub, order, failures.ModelNotSupported)
    assert failure.details["architecture"] == architecture


@pytest.mark.parametrize("what", ["layers", "shape", "extra", "type", "none"])
def test_other_weights_are_refused_before_anything_large(
    shelf: Shelf, hub: HubServer, order: Order, tmp_path: Path, what: str
) -> None:
    repository = tmp_path / "repository"
    weights = write_checkpoint(repository)
    kind = "BF16"
    match what:
        case "layers":
            changed(repository, num_hidden_layers=3)
        case "shape":
            changed(repository, intermediate_size=1024)
        case "extra":
            weights["model.layers.0.self_attn.q_proj.bias"] = weights["model.norm.weight"]
        case "type":
            kind = "F32"
    write_safetensors(repository / "model.safetensors", weights, kind)
    if what == "type":
        content = (repository / "model.safetensors").read_bytes()
        (repository / "model.safetensors").write_bytes(content.replace(b'"F32"', b'"I32"'))
    if what == "none":
        (repository / "model.safetensors").write_bytes(b"\xff" * 10_000)
    hub.serve(REPO, repository)
    refused(shelf, hub, order, failures.WeightsNotSupported)


def test_another_tokeniser_is_refused_before_anything_large(
    shelf: Shelf, hub: HubServer, order: Order, tmp_path: Path
) -> None:
    repository = tmp_path / "repository"
    write_checkpoint(repository)
    text = (repository / "tokenizer.json").read_text("utf-8")
    (repository / "tokenizer.json").write_text(text.replace(r"|\\p{N}|", r"|\\p{N}{1,3}|"), "utf-8")
    hub.serve(REPO, repository)
    refused(shelf, hub, order, failures.TokenizerNotSupported)
