"""Which of the found spans are hidden: the user's standing choices and those for one message."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.privacy.levels import LITERAL_TYPE, Level
from app.privacy.normalise import fold
from app.privacy.span import Span


class Action(enum.StrEnum):
    """What happens to a span when the message leaves."""

    HIDE = "hide"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user decided about one value: hide or keep it, and as what.

    `type` and `level` are None where the detector's stay.
    """

    action: Action
    type: str | None = None
    level: Level | None = None


# Choices by `normalise.fold` of the value, so that one choice covers every way of typing it.
Choices = Mapping[str, Choice]
NO_CHOICES: Choices = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Policy:
    """The user's standing rules: a threshold, exceptions by type, exceptions by value."""

    threshold: Level = Level.PL2
    types: Mapping[str, Action] = field(default_factory=lambda: MappingProxyType({}))
    values: Choices = field(default_factory=lambda: NO_CHOICES)

    def action(self, span: Span, message: Choices = NO_CHOICES) -> Action:
        """Say whether `span` is hidden.

        The narrowest rule wins: this message's choice, then the value's, then the type's, then
        the threshold. A literal that looks like a placeholder is always hidden.
        """
        if span.type == LITERAL_TYPE:
            return Action.HIDE
        key = fold(span.text)
        for choices in (message, self.values):
            if key in choices:
                return choices[key].action
        if span.type in self.types:
            return self.types[span.type]
        return Action.HIDE if span.level >= self.threshold else Action.KEEP
