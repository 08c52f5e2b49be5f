"""What the child of the tests understands."""

from dataclasses import dataclass

from app.processes.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Said:
    """A text, with more of every kind that a message may hold."""

    text: str
    number: int = 0
    share: float = 0.5
    sure: bool = True
    nothing: None = None
    many: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop what you are doing."""


PROTOCOL = Protocol((Said, Stop))
