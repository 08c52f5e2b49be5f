"""The models as the page shows them: one entry each, whatever state it is in. Pure values."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.errors import KnownError
from app.models.catalogue import CatalogueModel, Suggestion
from app.models.orders import Order, published
from app.models.shelf import InstalledModel, UnfinishedModel
from app.store.reader_choice import NO_READER, ReaderChoice, ReaderKind
from app.store.settings import HubSettings

NOBODY = "none"
ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Library:
    """All that was read on the core thread for the page.

    `disk` are the bytes of all models here, `seconds` is how long one message may take.
    """

    choice: ReaderChoice
    catalogue: tuple[CatalogueModel, ...]
    suggestion: Suggestion
    installed: tuple[InstalledModel, ...]
    unfinished: tuple[UnfinishedModel, ...]
    disk: int
    hub: HubSettings
    seconds: int


@dataclass(frozen=True, slots=True)
class Work:
    """What is being installed now, and what failed, by the id of the model."""

    running: Order | None = None
    failed: Mapping[str, tuple[Order, KnownError]] = field(default_factory=dict)


class Standing(enum.Enum):
    """How far a model is on its way."""

    NOBODY = "nobody"  # no model at all: a choice like others
    OFFERED = "offered"
    RUNNING = "running"
    UNFINISHED = "unfinished"
    READY = "ready"
    ELSEWHERE = "elsewhere"  # in use, and not on the shelf: a server, a file, or lost


@dataclass(frozen=True, slots=True)
class Entry:
    """One model, or none.

    `key` names it for good: the catalogue's id, else its folder on the shelf. `model_id` is that
    folder. `order` is what to go on with, None where that cannot be.
    """

    key: str
    standing: Standing
    name: str
    model_id: str = ""
    in_use: bool = False
    suggested: bool = False
    published: CatalogueModel | None = None
    installed: InstalledModel | None = None
    order: Order | None = None
    disk: int = 0
    failure: KnownError | None = None
    choice: ReaderChoice = NO_READER

    @property
    def lost(self) -> bool:
        """Whether it is to read messages and is not on the shelf any more."""
        return self.in_use and self.choice.kind is ReaderKind.INSTALLED and self.installed is None


def entries(library: Library, work: Work) -> tuple[Entry, ...]:
    """Return what the page lists, in its order: no reader, what is published, what else is here."""
    nobody = Entry(NOBODY, Standing.NOBODY, "", in_use=library.choice.kind is ReaderKind.NONE)
    known = {published(model, None).id: model for model in library.catalogue}
    others = [
        model_id
        for model_id in dict.fromkeys(
            (
                *(model.id for model in library.installed),
                *((work.running.id,) if work.running else ()),
                *(model.id for model in library.unfinished),
                *work.failed,
            )
        )
        if model_id not in known
    ]
    made = [_entry(library, work, model_id, model) for model_id, model in known.items()]
    made += [_entry(library, work, model_id, None) for model_id in others]
    if not nobody.in_use and not any(entry.in_use for entry in made):
        choice = library.choice
        used = Entry(ELSEWHERE, Standing.ELSEWHERE, choice.name, in_use=True, choice=choice)
        return (nobody, used, *made)
    return (nobody, *made)


def _entry(library: Library, work: Work, model_id: str, model: CatalogueModel | None) -> Entry:
    installed = next((each for each in library.installed if each.id == model_id), None)
    unfinished = next((each for each in library.unfinished if each.id == model_id), None)
    failed_order, failure = work.failed.get(model_id, (None, None))
    running = work.running if work.running and work.running.id == model_id else None
    order = running or (unfinished.order if unfinished else None) or failed_order
    if running:
        standing = Standing.RUNNING
    elif installed:
        standing = Standing.READY
    elif unfinished or (failed_order and not model):
        standing = Standing.UNFINISHED
    else:
        standing = Standing.OFFERED
    here = installed or unfinished
    name = model.name if model else here.name if here else order.name if order else model_id
    return Entry(
        key=model.id if model else model_id,
        standing=standing,
        name=name,
        model_id=model_id,
        in_use=_in_use(library.choice, model_id),
        suggested=model is not None and library.suggestion.model == model,
        published=model,
        installed=installed,
        order=order,
        disk=here.disk if here else 0,
        failure=None if running else failure,
        choice=ReaderChoice(ReaderKind.INSTALLED, model_id, name),
    )


def _in_use(choice: ReaderChoice, model_id: str) -> bool:
    return choice.kind is ReaderKind.INSTALLED and choice.model == model_id
