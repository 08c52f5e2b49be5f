"""The published MemPrivacy models, and which of them fits a machine.

The facts are in resources/models.toml, in the order of preference.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from app.models.machine import Machine


@dataclass(frozen=True, slots=True)
class Licence:
    """What has to be accepted before a download; `url` shows its text."""

    name: str
    url: str
    commercial: bool


@dataclass(frozen=True, slots=True)
class Score:
    """A published F1, in percent, on one public benchmark."""

    benchmark: str
    f1: float


@dataclass(frozen=True, slots=True)
class Needs:
    """What a machine must have for a model to answer in time: bytes of RAM and whole cores."""

    memory: int
    cores: int


@dataclass(frozen=True, slots=True)
class CatalogueModel:
    """One published model.

    `weights` are the bytes to download, `quantised` the bytes that stay, `memory` the bytes that
    reading takes at the app's usual context. `f1_below_best` is the published distance to the best
    of the family, in points, where the family's table gives no more. `instructions_url` is
    upstream's own instruction text, which comes with the model under the same licence.
    """

    id: str
    name: str
    repo: str
    base: str
    parameters: int
    weights: int
    quantised: int
    memory: int
    licence: Licence
    scores: tuple[Score, ...]
    f1_below_best: float
    needs: Needs
    instructions_url: str


class Reason(Enum):
    """Why a model is suggested, or none."""

    FITS = "fits"
    SMALLER_FOR_MEMORY = "smaller for memory"
    SMALLER_FOR_SPEED = "smaller for speed"
    NONE_FITS = "none fits"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The model for a machine, and the numbers to explain it with.

    `passed_over` is the better model that asks for more than the machine has: with `NONE_FITS`
    the least demanding one, with `FITS` none.
    """

    model: CatalogueModel | None
    reason: Reason
    machine: Machine
    passed_over: CatalogueModel | None = None


def suggest(models: Sequence[CatalogueModel], machine: Machine) -> Suggestion:
    """Return the first of `models`, which are in the order of preference, that fits `machine`."""
    for model in models:
        if _fits(model, machine):
            best = models[0]
            if model is best:
                return Suggestion(model, Reason.FITS, machine)
            short = machine.memory < best.needs.memory
            reason = Reason.SMALLER_FOR_MEMORY if short else Reason.SMALLER_FOR_SPEED
            return Suggestion(model, reason, machine, best)
    least = min(models, key=lambda model: (model.needs.memory, model.needs.cores), default=None)
    return Suggestion(None, Reason.NONE_FITS, machine, least)


def _fits(model: CatalogueModel, machine: Machine) -> bool:
    return machine.memory >= model.needs.memory and machine.cores >= model.needs.cores


def load_catalogue(path: Path) -> tuple[CatalogueModel, ...]:
    """Read the models at `path`, in their order there.

    Raises `OSError` where the file cannot be read and `ValueError` where it is not what it should
    be: it is part of the app, so either means a broken installation.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
        licences = {name: Licence(**fields) for name, fields in content["licence"].items()}
        models = tuple(_model(table, licences) for table in content["model"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"the catalogue of models is broken: {error}") from error
    if not models or len({model.id for model in models}) != len(models):
        raise ValueError("the catalogue of models is empty, or two have the same id")
    return models


def _model(table: dict[str, Any], licences: dict[str, Licence]) -> CatalogueModel:
    fields = dict(table)
    fields["licence"] = licences[fields["licence"]]
    fields["scores"] = tuple(Score(**score) for score in fields.get("scores", ()))
    fields["needs"] = Needs(**fields["needs"])
    return CatalogueModel(**{"f1_below_best": 0.0, **fields})
