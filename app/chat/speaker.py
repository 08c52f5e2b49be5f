"""As whom the user speaks in a chat."""

from dataclasses import dataclass, field

from app.detect.detector import Profile
from app.store.numbering import COMMON, Numbering


@dataclass(frozen=True, slots=True)
class Speaker:
    """What a chat's identity brings along.

    `profile` has the names of all identities, its own first: one that is typed under another must
    not leave. `instructions` are its own only, in clear; `numbering` is whose placeholders leave.
    """

    profile: Profile = field(default_factory=Profile, repr=False)
    instructions: str = field(default="", repr=False)
    numbering: Numbering = COMMON
