"""Whose numbers a value's placeholder is one of, and how placeholders are named.

A value has one placeholder in each numbering. All numberings draw on the same numbers, so that a
placeholder stands for one value whichever chat it comes back in; but where each assistant has its
own, the same value never has the same placeholder for two of them, so they cannot join what they
see.
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


_GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Numbering:
    """One numbering and its style. `owner` is "" for the common one."""

    owner: str = ""
    style: Style = Style.TYPED

    @classmethod
    def of(cls, apart: Apart, style: Style, provider_id: int, chat_id: int | None) -> "Numbering":
        """Return the numbering of a chat, None for one that has no message yet."""
        match apart:
            case Apart.ASSISTANTS:
                return cls(f"assistant {provider_id}", style)
            case Apart.CHATS:
                return cls(f"chat {chat_id or 0}", style)
        return cls("", style)

    @property
    def generic(self) -> bool:
        """Whether placeholders do not name the type of their value."""
        return self.style is Style.GENERIC

    @property
    def scope(self) -> str:
        """What tells the entries of this numbering from others; "" for the common, typed one."""
        return " ".join(filter(None, (self.owner, _GENERIC if self.generic else "")))


COMMON = Numbering()
