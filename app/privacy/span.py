"""A span: one private piece of a text, as a detector found it."""

from dataclasses import dataclass

from app.privacy.levels import Level


@dataclass(frozen=True, slots=True)
class Span:
    """A private piece of a text.

    `start` and `end` are code point offsets into the text as typed, end exclusive, and `text` is
    the slice between them. `source` names the detector ("builtin", "vault", "user", "profile");
    `recogniser` names the rule inside it ("email", "iban"), for explaining. `certainty` runs from
    0 to 1; 1 means proven, by a checksum for instance. `everywhere` says that the value is private
    wherever it stands; a value that only its context makes private ("34" as an age) is not.
    """

    start: int
    end: int
    text: str
    type: str
    level: Level
    source: str
    recogniser: str
    certainty: float
    everywhere: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise ValueError("a span's offsets do not fit its text")
