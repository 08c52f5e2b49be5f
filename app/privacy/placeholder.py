"""The name that stands for a private value on its way out: `<Email_1>`."""

import re
from dataclasses import dataclass

from app.privacy.levels import LONGEST_KIND

# A placeholder as the app writes it: its kind and its number.
WRITTEN = re.compile(rf"<([A-Za-z0-9_]{{1,{LONGEST_KIND}}})_([0-9]{{1,9}})>")


@dataclass(frozen=True, slots=True, order=True)
class Placeholder:
    """A placeholder: a kind (see `levels.placeholder_kind`) and a number from 1 upwards.

    `owner` says whose numbers it is one of. It never leaves: two owners give placeholders that
    look alike, and stand for different values.
    """

    kind: str
    number: int
    owner: str = ""

    def __str__(self) -> str:
        return f"<{self.kind}_{self.number}>"
