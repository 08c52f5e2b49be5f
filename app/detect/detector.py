"""The contract that every detector keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.errors import KnownError
from app.privacy.span import Span


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose messages these are, and whom they have named before.

    `names` are the user's own, full ones first; `others` are full names of other people, known
    from earlier messages. Both may be empty.
    """

    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class DetectorFailed(KnownError):
    """A detector could not finish. Its silence must never be read as "nothing private"."""

    sentence = (
        "The check for private details ({detector}) could not finish, so nothing was sent. "
        "Your message is still here. Try again, or send less text at once."
    )


class Detector(Protocol):
    """Finds private spans."""

    @property
    def name(self) -> str:
        """The name that its spans carry as `source`."""
        ...

    def detect(self, text: str, profile: Profile) -> Iterator[Span]:
        """Yield the private spans of `text`, each as soon as it is certain.

        Offsets are code points into `text` as given. Spans may overlap and come in any order;
        `merge` settles that. Raises `DetectorFailed` when the text was not read to its end.
        """
        ...
