"""Levels of harm and the types of private information.

Both follow the taxonomy of arXiv 2605.09530 (MemPrivacy): a standard tag implies the level that
its members usually have; a detector may raise it.
"""

import enum
import re
from collections.abc import Mapping
from types import MappingProxyType


class Level(enum.IntEnum):
    """How much harm a disclosed value can do; a higher level is worse."""

    PL1 = 1
    PL2 = 2
    PL3 = 3
    PL4 = 4

    @classmethod
    def parse(cls, label: str) -> "Level":
        """Return the level that `label` ("PL3") names; raise `ValueError` for any other text."""
        try:
            return cls[label]
        except KeyError:
            raise ValueError("a level is one of PL1, PL2, PL3, PL4") from None


STANDARD_TYPES: Mapping[str, Level] = MappingProxyType(
    {
        "Password": Level.PL4,
        "Verification Code": Level.PL4,
        "Token": Level.PL4,
        "Key": Level.PL4,
        "Private Key": Level.PL4,
        "Payment Security Code": Level.PL4,
        "Database Connection String": Level.PL4,
        "Vulnerability Details": Level.PL4,
        "Business Secret": Level.PL4,
        "ID Number": Level.PL3,
        "Financial Account": Level.PL3,
        "Transaction Record": Level.PL3,
        "Assets/Income": Level.PL3,
        "Medical Health": Level.PL3,
        "Precise Location": Level.PL3,
        "Itinerary/Trajectory": Level.PL3,
        "Biometrics": Level.PL3,
        "Communication Content": Level.PL3,
        "Sensitive Identity": Level.PL3,
        "Judicial Record": Level.PL3,
        "Real Name": Level.PL2,
        "Phone Number": Level.PL2,
        "Email": Level.PL2,
        "Detailed Address": Level.PL2,
        "Account ID/Username": Level.PL2,
        "Network Identifier": Level.PL2,
        "Identity Background": Level.PL2,
        "Relationship Info": Level.PL2,
    }
)

# Text of the user's own that looks like a placeholder is itself pseudonymised under this type, so
# that restoring can never mistake it for somebody's value.
LITERAL_TYPE = "Literal"

# The kind of every placeholder when the user wants even the types to stay home.
GENERIC_KIND = "Mask"

# A longer kind is cut, so that a placeholder has a longest length and a stream knows how much of
# its end to hold back.
LONGEST_KIND = 40

_NOT_WORD = re.compile(r"[^A-Za-z0-9]+")


def placeholder_kind(privacy_type: str) -> str:
    """Return the part of a placeholder that names its type: "Phone Number" -> "Phone_Number".

    A free tag keeps its ASCII letters and digits, the first `LONGEST_KIND` characters of them;
    one with none becomes "Private". The result never starts or ends with a digit, so kind and
    number stay apart.
    """
    kind = (
        _NOT_WORD.sub("_", privacy_type).strip("_0123456789")[:LONGEST_KIND].rstrip("_0123456789")
    )
    return kind or "Private"
