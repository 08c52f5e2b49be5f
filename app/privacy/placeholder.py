"""The name that stands for a private value on its way out: `<Email_1>`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Placeholder:
    """A placeholder: a kind (see `levels.placeholder_kind`) and a number from 1 upwards."""

    kind: str
    number: int

    def __str__(self) -> str:
        return f"<{self.kind}_{self.number}>"
