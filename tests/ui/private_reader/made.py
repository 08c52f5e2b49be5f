"""Libraries of models for the tests of the page, as the core thread would read them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.models.catalogue import load_catalogue, suggest
from app.models.machine import Machine
from app.models.manifest import Manifest
from app.models.orders import Order, hub_file, published
from app.models.shelf import InstalledModel, UnfinishedModel
from app.paths import resources
from app.store.reader_choice import NO_READER, ReaderChoice, ReaderKind
from app.store.settings import HubSettings
from app.ui.private_reader.library import Library

GIB = 1 << 30
ACCEPTED = datetime(2026, 11, 25, 12, tzinfo=UTC)
CATALOGUE = load_catalogue(resources() / "models.toml")
ORDERS = tuple(published(model, ACCEPTED) for model in CATALOGUE)
LONG = "A-Model-With-A-Name-So-Long-That-Nobody-Has-Ever-Read-It-To-Its-End-Q4_K_M"
OTHER = hub_file("owner/name", f"{LONG}.gguf")


def machine(memory: float, cores: int) -> Machine:
    """Return a machine with that many gibibytes."""
    return Machine(round(memory * GIB), cores)


def installed(order: Order, *, instructions: bool = True) -> InstalledModel:
    """Return the model that `order` asked for, ready."""
    return InstalledModel(
        order.id,
        order.name,
        Path("model.gguf"),
        Path("instructions.txt") if instructions else None,
        2_500_000_000,
        ACCEPTED if order.accepted else None,
        Manifest.of(order, "0" * 40, 2_500_000_000, "0" * 64, ""),
    )


def unfinished(order: Order) -> UnfinishedModel:
    """Return the model that `order` asks for, paused."""
    return UnfinishedModel(order.id, order.name, order, 3_100_000_000)


def uses(order: Order) -> ReaderChoice:
    """Return the choice of the model that `order` asked for."""
    return ReaderChoice(ReaderKind.INSTALLED, order.id, order.name)


def library(
    ready: Sequence[InstalledModel] = (),
    paused: Sequence[UnfinishedModel] = (),
    choice: ReaderChoice = NO_READER,
    of: Machine | None = None,
) -> Library:
    """Return what the page would be given."""
    made = Library(
        choice=choice,
        catalogue=CATALOGUE,
        suggestion=suggest(CATALOGUE, of or machine(15.5, 8)),
        installed=tuple(ready),
        unfinished=tuple(paused),
        disk=0,
        hub=HubSettings(),
        seconds=120,
    )
    disk = sum(each.disk for each in ready) + sum(each.disk for each in paused)
    return replace(made, disk=disk)
