"""What leaves with a request: the whole chat, masked with the decisions of now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from app.assistants.assistant import ChatMessage, Role
from app.chat.overrides import override_counts
from app.chat.reader import Fresh, Reader, Reading, hidden_counts
from app.chat.speaker import Speaker
from app.detect.detector import Profile
from app.errors import KnownError
from app.privacy.known import KnownValues
from app.privacy.levels import GENERIC_KIND, LITERAL_TYPE, Level
from app.privacy.masking import COMPLETE_MASK, Masked
from app.privacy.normalise import fold
from app.privacy.placeholder import Placeholder
from app.privacy.policy import NO_CHOICES, Action, Choices
from app.store.marks import Mark
from app.store.messages import Message
from app.store.numbering import Style
from app.store.vault import Assignment, Vault

# Told to every assistant, in English whatever the chat's language: models follow it best there.
_COPY = (
    " Each stands for one real value that you are not shown, and the same placeholder "
    "always stands for the same value. Use a placeholder as if it were the value. Copy it exactly, "
    "brackets included; never translate, split, renumber or invent one, and do not comment on "
    "placeholders unless asked."
)
PLACEHOLDER_NOTES: Mapping[Style, str] = MappingProxyType(
    {
        Style.TYPED: "Some details in this conversation are replaced by placeholders: a type and a "
        "number in angle brackets." + _COPY,
        Style.GENERIC: "Some details in this conversation are replaced by placeholders such as "
        f"<{GENERIC_KIND}_1>: the word {GENERIC_KIND} and a number in angle brackets." + _COPY,
        Style.COMPLETE: f"Some details in this conversation are replaced by {COMPLETE_MASK}. You "
        "are not shown them, and nothing that you write brings them back. Answer without them, and "
        "do not comment on that unless asked.",
    }
)


class EmptyMessage(KnownError):
    """There is nothing to send."""

    sentence = "The message is empty, so nothing was sent. Write something first."


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Everything that a request would say.

    `messages` is the masked context, system text first. `draft` is the reading of the message
    that is being written, None when an earlier one is sent again. `forms` holds, for each
    placeholder that leaves, how its value was typed where it was last used, in order; empty where
    the value was not kept. `released` are the folds of what leaves as typed although a detector
    found it. `counts` are distinct hidden values of the whole context by level, `overrides` the
    values for which the user's choice decided, by action and type.
    """

    messages: tuple[ChatMessage, ...]
    draft: Reading | None
    forms: Mapping[Placeholder, Sequence[str]]
    released: frozenset[str]
    assignment: Assignment
    counts: Mapping[Level, int]
    overrides: Mapping[str, Mapping[str, int]]


class Context:
    """Builds what leaves from what is stored and what is being written."""

    def __init__(self, reader: Reader, vault: Vault) -> None:
        """Mask with `reader`; propose placeholders from `vault`."""
        self._reader = reader
        self._vault = vault

    def compose(
        self,
        speaker: Speaker,
        history: Sequence[Message],
        draft: str | None = None,
        choices: Choices = NO_CHOICES,
    ) -> Outgoing:
        """Mask the `speaker`'s instructions, the `history` and the `draft`; write nothing.

        Raises `EmptyMessage` for a draft without a visible character, and `DetectorFailed` when
        any part could not be read to its end.
        """
        if draft is not None and not fold(draft):
            raise EmptyMessage
        told = speaker.instructions
        parts = [_Part("system", told)] if fold(told) else []
        parts += [_Part(m.role, m.text, m.choices, m.marks) for m in history if fold(m.text)]
        if draft is not None:
            parts.append(_Part("user", draft, choices))
        assignment = self._vault.assignment(speaker.numbering)
        readings = self._readings(parts, assignment, speaker.profile)
        return Outgoing(
            messages=_messages(readings, PLACEHOLDER_NOTES[speaker.numbering.style]),
            draft=readings[-1][1] if draft is not None else None,
            forms=self._forms(readings),
            released=frozenset(
                fold(each.span.text)
                for _, reading in readings
                for each in reading.found
                if each.action is Action.KEEP
            ),
            assignment=assignment,
            counts=hidden_counts(each for _, reading in readings for each in reading.found),
            overrides=override_counts(each for _, reading in readings for each in reading.found),
        )

    def _readings(
        self, parts: Sequence["_Part"], assignment: Assignment, profile: Profile
    ) -> list[tuple[Role, Reading]]:
        """Read all `parts` together: what is found in one of them is hidden in all."""
        fresh: Fresh = KnownValues()
        while True:
            readings = [
                (
                    part.role,
                    self._reader.read(
                        part.text, part.choices, part.marks, assignment, fresh, profile
                    ),
                )
                for part in parts
            ]
            found = [each for each in assignment.new if each.type != LITERAL_TYPE]
            if len(found) == len(fresh):
                return readings
            fresh = KnownValues()
            for entry in found:
                fresh.add(entry, entry.type, entry.value or "")

    def _forms(
        self, readings: Sequence[tuple[Role, Reading]]
    ) -> Mapping[Placeholder, Sequence[str]]:
        """Return the forms of all placeholders, and of those that were merged into them."""
        forms: dict[Placeholder, Sequence[str]] = {}
        for _, reading in readings:
            forms |= forms_of(reading.masked)
        for placeholder, typed in list(forms.items()):
            for alias in self._vault.aliases(placeholder):
                forms.setdefault(alias, typed)
        return forms


@dataclass(frozen=True, slots=True)
class _Part:
    """One text that leaves, with what is known of it."""

    role: Role
    text: str
    choices: Choices = field(default_factory=lambda: NO_CHOICES)
    marks: Sequence[Mark] = ()


def _messages(readings: Sequence[tuple[Role, Reading]], note: str) -> tuple[ChatMessage, ...]:
    system = [note, *(r.masked.text for role, r in readings if role == "system")]
    spoken = [ChatMessage(role, r.masked.text) for role, r in readings if role != "system"]
    return (ChatMessage("system", "\n\n".join(system)), *spoken)


def forms_of(masked: Masked) -> dict[Placeholder, Sequence[str]]:
    """Return how the value of each placeholder was typed in one text, in order of appearance.

    A place that only holds a placeholder, its value not kept, gives no form. What was masked
    completely has no placeholder in what leaves.
    """
    forms: dict[Placeholder, list[str]] = {}
    for piece in masked.pieces:
        if piece.placeholder is not None and piece.text != COMPLETE_MASK:
            typed = forms.setdefault(piece.placeholder, [])
            if piece.original != piece.text:
                typed.append(piece.original)
    return dict(forms)
