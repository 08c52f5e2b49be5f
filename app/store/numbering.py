"""Whose numbers a value's placeholder is one of, and how placeholders are named.

A value has one placeholder in each numbering. Each owner of numberings counts for itself, from 1
and without gaps that others made, so that what one assistant sees does not depend on what another
one saw, and two cannot join what they see. Each identity of the user's is an owner of its own in
any case; the first one has the numbers that there were before there were others.
"""

import enum
from dataclasses import dataclass


class Style(enum.StrEnum):
    """What an assistant sees in place of a value."""

    TYPED = "typed"  # <Email_1>: what kind of value it is, and which one
    GENERIC = "generic"  # <Mask_1>: which one
    COMPLETE = "complete"  # ***: that there is one; nothing to restore


class Apart(enum.StrEnum):
    """Who has numbers of their own."""

    NOBODY = "nobody"
    ASSISTANTS = "assistants"
    CHATS = "chats"


# The identity that is there from the start; see `identities.Identities`.
FIRST_IDENTITY = 1

_GENERIC = "generic"
_IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Numbering:
    """One numbering and its style. `owner` is whose numbers they are, "" for the common ones."""

    owner: str = ""
    style: Style = Style.TYPED

    @classmethod
    def of(
        cls, apart: Apart, style: Style, identity_id: int, provider_id: int, chat_id: int | None
    ) -> "Numbering":
        """Return the numbering of a chat, None for one that has no message yet."""
        owner = "" if identity_id == FIRST_IDENTITY else f"{_IDENTITY} {identity_id}"
        match apart:
            case Apart.ASSISTANTS:
                owner = f"{owner} assistant {provider_id}".strip()
            case Apart.CHATS:
                owner = f"{owner} chat {chat_id or 0}".strip()
        return cls(owner, style)

    @property
    def generic(self) -> bool:
        """Whether placeholders do not name the type of their value."""
        return self.style is Style.GENERIC

    @property
    def scope(self) -> str:
        """What tells the entries of this numbering from others; "" for the common, typed one."""
        return " ".join(filter(None, (self.owner, _GENERIC if self.generic else "")))


def owner_of(scope: str) -> str:
    """Return whose numbers those of a numbering's scope are."""
    return scope.removesuffix(_GENERIC).rstrip()


def apart_of(scope: str) -> Apart:
    """Return within an identity who has the numbers of a numbering's scope."""
    words = scope.split()
    if "assistant" in words:
        return Apart.ASSISTANTS
    return Apart.CHATS if "chat" in words else Apart.NOBODY


def identity_of(scope: str) -> int:
    """Return the id of the identity that a numbering's scope belongs to."""
    first, _, rest = scope.partition(" ")
    return int(rest.split(" ", 1)[0]) if first == _IDENTITY else FIRST_IDENTITY


COMMON = Numbering()
