"""What the window's process and the install process say to each other; see `app.processes`."""

from dataclasses import dataclass, field

from app.processes.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Begin:
    """Install what `order`, as JSON, asks for, into `folder`. `proxy` is "" for none."""

    folder: str
    order: str
    endpoint: str
    token: str = field(repr=False)
    proxy: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ListFiles:
    """Tell which GGUF files a repository holds. `proxy` is "" for none."""

    repo: str
    endpoint: str
    token: str = field(repr=False)
    proxy: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Moved:
    """How far the work is; the same fields as `installing.Progress`."""

    stage: str
    done: int
    total: int
    speed: float | None
    left: float | None


@dataclass(frozen=True, slots=True)
class Done:
    """The model is ready. `instructions` says whether upstream's text came, where it was asked."""

    instructions: bool


@dataclass(frozen=True, slots=True)
class Files:
    """The GGUF files of a repository, each with its size in bytes, and the licence it names."""

    files: tuple[tuple[str, int], ...]
    licence: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A known failure: the name of its class, and its details."""

    failure: str
    details: tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class Broke:
    """A bug of ours: the type of the exception and where it was raised. Never its text."""

    where: str


PROTOCOL = Protocol((Begin, ListFiles, Moved, Done, Files, Failed, Broke))
