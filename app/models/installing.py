"""Installing a model, as the window sees it: events from a process of its own.

The process can be ended at any moment, also by kill -9: what is on the disk is then taken up by
the next `install` of the same order. So pausing and cancelling are both to stop iterating; after a
cancel the shelf removes what is unfinished.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum

from app.models import failures
from app.models.failures import InstallStopped, LicenceNotAccepted, ModelFailure, RepoHasNoGguf
from app.models.hub_access import HubAccess
from app.models.messages import PROTOCOL, Begin, Broke, Done, Failed, Files, ListFiles, Moved
from app.models.orders import Kind, Order, checked_repo
from app.models.shelf import InstalledModel, Shelf
from app.processes.child import Child, ChildEnded, command


class Stage(StrEnum):
    """What is being done, in this order; not every order has every stage."""

    LOOKING = "looking"
    """Asking the hub what there is. The totals are 0."""
    DOWNLOADING = "downloading"
    CHECKING = "checking"
    """Comparing what arrived with the sums that the hub names."""
    CONVERTING = "converting"
    QUANTISING = "quantising"
    FINISHING = "finishing"
    """Copying a local file, and summing up the result."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is. The two last are None while they cannot be told yet."""

    stage: Stage
    done_bytes: int
    total_bytes: int
    bytes_per_second: float | None
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Installed:
    """The last event. `instructions_missing`: upstream's text was wanted and could not be got."""

    model: InstalledModel
    instructions_missing: bool


@dataclass(frozen=True, slots=True)
class GgufFile:
    """A file that can be installed: its path in the repository, and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class GgufListing:
    """The GGUF files of a repository by size, and the licence that it names, if any."""

    repo: str
    licence: str
    files: tuple[GgufFile, ...]


class Installer:
    """Starts and follows the install process. Used on one event loop."""

    def __init__(self, shelf: Shelf, program: Sequence[str] | None = None) -> None:
        """Install onto `shelf`; `program` is another command than the app's own, for tests."""
        self._shelf = shelf
        self._program = program or command("install-process")

    async def install(
        self, order: Order, access: HubAccess | None = None
    ) -> AsyncGenerator[Progress | Installed]:
        """Install what `order` asks for, or go on with it; yield how far it is.

        Closing the iterator ends the process. Raises a `ModelFailure`.
        """
        if order.kind is Kind.PUBLISHED and not order.accepted:
            raise LicenceNotAccepted(model=order.name, licence=order.licence)
        access = access or HubAccess()
        folder = self._shelf.place_for(order)
        begin = Begin(str(folder), order.to_json(), *_way(access))
        async with _process(self._program, begin) as child:
            while not isinstance(message := await _received(child), Done):
                if isinstance(message, Moved):
                    yield Progress(
                        Stage(message.stage),
                        message.done,
                        message.total,
                        message.speed,
                        message.left,
                    )
        model = self._shelf.get(order.id)
        if model is None:
            raise InstallStopped
        yield Installed(model, bool(order.instructions_url) and not message.instructions)

    async def gguf_files(self, repo: str, access: HubAccess | None = None) -> GgufListing:
        """Return which GGUF files `repo`, a name or a page's address, has to choose from.

        Files that come in several pieces are left out. Raises a `ModelFailure`.
        """
        repo, access = checked_repo(repo), access or HubAccess()
        async with _process(self._program, ListFiles(repo, *_way(access))) as child:
            while not isinstance(message := await _received(child), Files):
                pass
        files = sorted((GgufFile(*each) for each in message.files), key=lambda file: file.size)
        if not files:
            raise RepoHasNoGguf(repo=repo)
        return GgufListing(repo, message.licence, tuple(files))


def _way(access: HubAccess) -> tuple[str, str, str]:
    """Return the endpoint, the token and the proxy, as messages tell them."""
    return access.endpoint, access.token, access.proxy.url if access.proxy is not None else ""


@asynccontextmanager
async def _process(program: Sequence[str], request: object) -> AsyncIterator[Child]:
    """Start `program` with `request`; it has ended when the context has.

    One that has said its last word leaves by itself; one that is not heard to the end is ended.
    """
    try:
        child = await Child.start(program, PROTOCOL)
    except ChildEnded:
        raise InstallStopped from None
    try:
        with suppress(ChildEnded):  # then there is nothing to hear either
            await child.send(request)
        yield child
    except (GeneratorExit, asyncio.CancelledError):
        child.kill()
        raise
    finally:
        await child.stop()
        # What is left in its pipe is read: only then does asyncio give all of it back.
        with suppress(ChildEnded):
            while True:
                await child.receive()


async def _received(child: Child) -> object:
    """Return the next message. Raises the failure that it tells of, if it is one."""
    try:
        message = await child.receive()
    except ChildEnded:
        raise InstallStopped from None
    match message:
        case Failed(name, details):
            raise _failure(name)(**dict(details))
        case Broke(where):
            raise RuntimeError(f"the install process met a bug: {where}")
    return message


def _failure(name: str) -> type[ModelFailure]:
    kind = getattr(failures, name, None)
    if isinstance(kind, type) and issubclass(kind, ModelFailure):
        return kind
    raise RuntimeError("the install process named an unknown failure")
