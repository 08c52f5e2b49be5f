"""A hub, and a tiny published model on it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.models.catalogue import load_catalogue
from app.models.orders import Order, published
from app.models.shelf import InstalledModel, Shelf
from app.paths import resources
from tests.models.hub_server import HubServer
from tests.models.running import Install, run
from tests.models.tiny_qwen3 import TINY, write_checkpoint

REPO = "IAAR-Shanghai/MemPrivacy-4B-SFT"
ACCEPTED = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a tiny checkpoint in two files; only to be read."""
    folder = tmp_path_factory.mktemp("checkpoint")
    write_checkpoint(folder, replace(TINY, layers=1), shards=2)
    return folder


@pytest.fixture
def hub() -> Iterator[HubServer]:
    """Give an empty hub."""
    with HubServer() as server:
        yield server


@pytest.fixture
def order(hub: HubServer, checkpoint: Path) -> Order:
    """Give the order for the tiny checkpoint, which the hub serves under a published name."""
    hub.serve(REPO, checkpoint)
    model = load_catalogue(resources() / "models.toml")[0]
    made = published(model, ACCEPTED)
    return Order(
        made.kind,
        made.name,
        made.repo,
        licence=made.licence,
        licence_url=made.licence_url,
        accepted=made.accepted,
        instructions_url=f"{hub.url}/instructions.txt",
    )


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Give a shelf without a folder yet."""
    return Shelf(tmp_path / "models")


@pytest.fixture
def install(shelf: Shelf, hub: HubServer) -> Install:
    """Give what installs an order from the hub and returns the model."""

    def install(order: Order) -> InstalledModel:
        run(shelf, hub, order, [])
        model = shelf.get(order.id)
        assert model is not None
        return model

    return install
