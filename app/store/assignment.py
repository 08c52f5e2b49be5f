"""Placeholders for one message, proposed in memory until the message is committed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from app.privacy.canonical import canonical
from app.privacy.finding import Known
from app.privacy.known import KnownValues, value_forms
from app.privacy.levels import GENERIC_KIND, Level, placeholder_kind
from app.privacy.phones import PHONE, are_two, is_international
from app.privacy.placeholder import Placeholder
from app.privacy.span import Span
from app.store.entries import Entry, family
from app.store.numbering import Numbering


class Values(Protocol):
    """What an assignment asks of the vault."""

    def entry(self, placeholder: Placeholder) -> Entry | None:
        """Return the entry of a placeholder, or None."""
        ...

    def placeholder(self, privacy_type: str, text: str, scope: str) -> Placeholder | None:
        """Return the placeholder of a value in a numbering, or None."""
        ...

    def written_otherwise(self, text: str, scope: str) -> Iterator[Placeholder]:
        """Yield the placeholders of values of a numbering that `text` as a whole is, too."""
        ...

    def typed(self, placeholder: Placeholder) -> Iterator[str]:
        """Yield ways in which the value of a placeholder was typed, as far as messages hold it."""
        ...

    def last_number(self, kind: str, owner: str) -> int:
        """Return the highest number that `owner` ever gave to `kind`'s family; 0 for none."""
        ...


class Assignment:
    """Placeholders for one message: existing ones, and proposals for values not seen before."""

    def __init__(self, vault: Values, numbering: Numbering) -> None:
        """Use `Vault.assignment` instead."""
        self._vault = vault
        self.numbering = numbering
        self._proposed: dict[Placeholder, Entry] = {}
        self._by_value: dict[tuple[str, str], Placeholder] = {}
        self._known: KnownValues[Placeholder] = KnownValues()
        self._numbers: dict[str, int] = {}
        # Phone numbers of this message as they are typed in it.
        self._typed: dict[Placeholder, list[str]] = {}
        # The highest level at which each placeholder's value was seen in this message.
        self.levels: dict[Placeholder, Level] = {}
        # Those whose value was seen as private wherever it stands.
        self.everywhere: set[Placeholder] = set()

    def placeholder_for(self, span: Span) -> Placeholder:
        """Return the placeholder of a span's value, proposing the next number if it is new.

        A value is known by its canonical form, and by what `KnownValues` recognises besides: a
        number without its country code, or spelled out.
        """
        placeholder = (
            self._vault.placeholder(span.type, span.text, self.numbering.scope)
            or self._by_value.get((span.type, canonical(span.type, span.text)))
            or self._recognised(span)
            or self._propose(span)
        )
        self.levels[placeholder] = max(self.levels.get(placeholder, span.level), span.level)
        if span.everywhere:
            self.everywhere.add(placeholder)
        if span.type == PHONE:
            self._typed.setdefault(placeholder, []).append(span.text)
        return placeholder

    @property
    def new(self) -> tuple[Entry, ...]:
        """The proposed entries, in the order of their first appearance."""
        return tuple(
            replace(
                entry,
                level=self.levels[entry.placeholder],
                everywhere=entry.placeholder in self.everywhere,
            )
            for entry in self._proposed.values()
        )

    def given(self, kind: str, number: int) -> bool:
        """Say whether `number` was given to a value of `kind`'s family, or is proposed for one."""
        return number <= self._last(kind)

    def entry(self, placeholder: Placeholder) -> Entry | None:
        """Return the entry of a placeholder, proposed or known, or None."""
        entry = self._proposed.get(placeholder) or self._vault.entry(placeholder)
        if entry is None:
            return None
        return replace(entry, level=max(entry.level, self.levels.get(placeholder, entry.level)))

    def _recognised(self, span: Span) -> Placeholder | None:
        """Return the placeholder of the same value written otherwise, or read as another type.

        An assistant must not take one person for two because a relative was a colleague before. A
        secret keeps to its type, and so does what the user named.
        """
        if span.source == "literal":
            return None  # comes back exactly as typed
        own_type = span.source == "user" or span.level is Level.PL4
        for entry in self._alike(span):
            placeholder = entry.placeholder
            if placeholder_kind(entry.type) == placeholder_kind(span.type):
                return placeholder
            if not own_type and entry.level is not Level.PL4:
                return placeholder
        return None

    def _alike(self, span: Span) -> list[Entry]:
        """Return the entries whose value may be that of `span`, written otherwise.

        Not two phone numbers that share their digits; and none of several, when the country that
        would tell them apart was not typed.
        """
        alike = dict.fromkeys(self._written_otherwise(span))
        entries = [entry for entry in map(self.entry, alike) if entry is not None]
        if span.type != PHONE:
            return entries
        entries = [each for each in entries if not self._is_another(span.text, each)]
        coded = [
            each for each in entries if each.type == PHONE and is_international(each.value or "")
        ]
        return [] if len(coded) > 1 else entries

    def _is_another(self, number: str, entry: Entry) -> bool:
        """Say whether `entry` is another phone number than `number`."""
        if entry.type != PHONE:
            return False
        if are_two(number, entry.value or ""):
            return True
        if not is_international(number) or is_international(entry.value or ""):
            return False
        # Kept without a country code, it may have been typed with one since.
        typed = (*self._typed.get(entry.placeholder, ()), *self._vault.typed(entry.placeholder))
        return any(is_international(each) and are_two(number, each) for each in typed)

    def _written_otherwise(self, span: Span) -> Iterator[Placeholder]:
        yield from self._vault.written_otherwise(span.text, self.numbering.scope)
        yield from whole(self._known.find(span.text), span.text)
        if span.type == PHONE:  # of those that share their digits only one was found
            digits = value_forms(PHONE, span.text).numbers
            for placeholder, entry in self._proposed.items():
                if digits & value_forms(entry.type, entry.value or "").numbers:
                    yield placeholder

    def _last(self, kind: str) -> int:
        """Return the highest number that was given or is proposed here to `kind`'s family."""
        owner = self.numbering.owner
        return self._numbers.get(family(kind, owner)) or self._vault.last_number(kind, owner)

    def _propose(self, span: Span) -> Placeholder:
        kind = GENERIC_KIND if self.numbering.generic else placeholder_kind(span.type)
        number = self._last(kind) + 1
        placeholder = Placeholder(kind, number, self.numbering.owner)
        self._numbers[family(kind, self.numbering.owner)] = number
        self._proposed[placeholder] = Entry(
            0, placeholder, span.type, span.level, span.text, scope=self.numbering.scope
        )
        self._by_value[span.type, canonical(span.type, span.text)] = placeholder
        if span.everywhere:
            self._known.add(placeholder, span.type, span.text)
        return placeholder


def whole(found: list[Known[Placeholder]], text: str) -> Iterator[Placeholder]:
    """Yield the placeholders of those of `found` that are all of `text`."""
    for known in found:
        if (known.start, known.end) == (0, len(text)):
            yield known.key
