"""What the app and the model's process say to each other."""

from dataclasses import dataclass

from app.processes.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Open:
    """Load a model, and compute or fetch the state of its instructions.

    `context` is the most tokens that instructions, message and answer may have together;
    `threads` is how many compute, 0 for as many as suit the machine.
    """

    model: str
    instructions: str
    states: str
    context: int
    threads: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """The model is ready. `kept` says that the state was on disk; `seconds` is what it took."""

    kept: bool
    instructions: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Refused:
    """The model cannot be used, and the process ends.

    `reason` is one of `missing`, `unusable`, `memory`; `needed` and `free` are bytes, for the last.
    """

    reason: str
    needed: int = 0
    free: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """Find what is private in `text`, written by the user called `name`."""

    id: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop reading `id`, and all that were asked for before it."""

    id: int


@dataclass(frozen=True, slots=True)
class Told:
    """One private piece of the text of reading `id`; `level` is "PL2", "PL3" or "PL4"."""

    id: int
    text: str
    type: str
    level: str


@dataclass(frozen=True, slots=True)
class Ended:
    """Reading `id` has ended.

    `outcome` is `read` where the model came to the end of its answer, `cancelled`, or `full` where
    the context was. The rest is what it took: tokens of the prompt that were not held already;
    passes and tokens of the answer; seconds for the prompt, for the passes, and altogether.
    """

    id: int
    outcome: str
    prompt: int = 0
    passes: int = 0
    tokens: int = 0
    prompt_seconds: float = 0.0
    pass_seconds: float = 0.0
    seconds: float = 0.0


PROTOCOL = Protocol((Open, Opened, Refused, Read, Cancel, Told, Ended))
