"""What has to be fetched for a model, decided once and kept, so that going on needs no question.

Everything is looked at before anything large is downloaded: the architecture, and the names and
shapes of all tensors, which stand in the first bytes of the weights' files.
"""

import json
from dataclasses import asdict, dataclass
from math import prod
from pathlib import Path, PurePosixPath

from app.models import durable
from app.models.checkpoint import LENGTH, Tensor, checked, header_length, read_tensors
from app.models.converting import CONFIG, TOKENIZER, TOKENIZER_CONFIG
from app.models.failures import HubLacksModel, ModelFailure, WeightsNotSupported
from app.models.hub import Hub, HubFile, Repository
from app.models.orders import Order
from app.models.quantising import BYTES_FOR_A_WEIGHT
from app.models.qwen3 import Qwen3, read_config

PLAN = "plan.json"

_WEIGHTS, _INDEX = "model.safetensors", "model.safetensors.index.json"
_NEEDED = (CONFIG, TOKENIZER, TOKENIZER_CONFIG)
# Where newer repositories keep the chat template.
_TEMPLATES = ("chat_template.jinja", "chat_template.json")
# Names that a file may have here: those of an index come from outside.
_PLAIN_ENDING = ".safetensors"
# Bytes: the vocabulary and the tables of a GGUF file.
_TABLES = 16_000_000
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to fetch at one commit, the small ones first.

    `weights` are those with tensors; `converted` and `result` are the bytes that the intermediate
    and the finished file take, 0 where the file is taken as it comes.
    """

    revision: str
    files: tuple[HubFile, ...]
    weights: tuple[str, ...]
    converted: int
    result: int

    def write(self, folder: Path) -> None:
        """Keep this plan in `folder`. Raises `OSError`."""
        durable.write(folder / PLAN, json.dumps(asdict(self)).encode())


def read_plan(folder: Path) -> Plan | None:
    """Return the plan in `folder`, or None where there is none that is whole."""
    try:
        fields = dict(json.loads((folder / PLAN).read_text("utf-8")))
        files = tuple(HubFile(**file) for file in fields["files"])
        return Plan(**{**fields, "files": files, "weights": tuple(fields["weights"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def plan_hub_file(hub: Hub, order: Order) -> Plan:
    """Return the plan for one GGUF file. Raises a `ModelFailure`."""
    repository = hub.repository(order.repo)
    file = repository.files.get(order.file)
    if file is None:
        raise _missing(hub, order)
    return Plan(repository.revision, (file,), (), 0, 0)


def plan_checkpoint(hub: Hub, order: Order) -> Plan:
    """Return the plan for a Qwen3 checkpoint.

    Raises `ModelNotSupported`, `WeightsNotSupported` or another `ModelFailure`.
    """
    repository = hub.repository(order.repo)
    files = repository.files
    if any(name not in files for name in _NEEDED):
        raise _missing(hub, order)
    config = read_config(hub.read(order.repo, repository.revision, CONFIG), order.name)
    weights, tensors = _weights(hub, order, repository, config)
    count = sum(prod(tensor.shape) for tensor in tensors.values())
    small = [*_NEEDED, *(name for name in _TEMPLATES if name in files)]
    return Plan(
        repository.revision,
        tuple(files[name] for name in (*small, *weights)),
        weights,
        sum(tensor.end - tensor.start for tensor in tensors.values()) + _TABLES,
        int(count * BYTES_FOR_A_WEIGHT) + _TABLES,
    )


def _weights(
    hub: Hub, order: Order, repository: Repository, config: Qwen3
) -> tuple[tuple[str, ...], dict[str, Tensor]]:
    """Return the files with the weights, and the tensors in them.

    Some repositories hold two sets, of which one is what a training program left behind: the first
    that is complete counts.
    """
    failure: ModelFailure = WeightsNotSupported(model=order.name, tensor=_WEIGHTS)
    for names in _candidates(hub, order, repository):
        try:
            tensors: dict[str, Tensor] = {}
            for name in names:
                tensors |= _remote_tensors(hub, order, repository, name)
            return names, checked(tensors, config, order.name)
        except WeightsNotSupported as error:
            failure = error
    raise failure


def _candidates(hub: Hub, order: Order, repository: Repository) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    if _INDEX in repository.files:
        content = hub.read(order.repo, repository.revision, _INDEX)
        try:
            names = sorted({str(name) for name in json.loads(content)["weight_map"].values()})
        except (ValueError, TypeError, KeyError, AttributeError):
            names = []
        known = all(
            name in repository.files
            and name.endswith(_PLAIN_ENDING)
            and PurePosixPath(name).name == name
            for name in names
        )
        if names and known:
            found.append(tuple(names))
    if _WEIGHTS in repository.files:
        found.append((_WEIGHTS,))
    return found


def _remote_tensors(hub: Hub, order: Order, repository: Repository, name: str) -> dict[str, Tensor]:
    """Return the tensors that a file on the hub lists, from its first bytes."""
    try:
        start = hub.read(order.repo, repository.revision, name, 0, LENGTH)
        length = header_length(start)
        header = hub.read(order.repo, repository.revision, name, LENGTH, length)
        tensors = read_tensors(header)
    except ValueError:
        raise WeightsNotSupported(model=order.name, tensor=name) from None
    size = repository.files[name].size
    if any(tensor.end > size for tensor in tensors.values()):
        raise WeightsNotSupported(model=order.name, tensor=name)
    return tensors


def _missing(hub: Hub, order: Order) -> HubLacksModel:
    return HubLacksModel(host=hub.host, repo=order.repo, status=_NOT_FOUND)
