"""The secrets of this run: hidden PL4 values, in memory and nowhere else.

Everything that writes text asks here first, so that no caller can forget to.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress

from app.privacy.encoded import TooMuchEncoded, find_encoded
from app.privacy.finding import Known, apart
from app.privacy.known import KnownValues
from app.privacy.placeholder import Placeholder


class RunSecrets:
    """PL4 values that were hidden since the app started. The vault fills it."""

    def __init__(self, keeps: Callable[[str], bool] = lambda _: False) -> None:
        """Ask `keeps` of which types the user lets secrets be kept; those are not among these."""
        self.keeps = keeps
        self._values: dict[Placeholder, tuple[str, str]] = {}
        self._known: KnownValues[Placeholder] = KnownValues()

    def __len__(self) -> int:
        return len(self._values)

    def add(self, placeholder: Placeholder, privacy_type: str, text: str) -> None:
        """Remember a secret until the app ends."""
        self._values[placeholder] = (privacy_type, text)
        self._known.add(placeholder, privacy_type, text)

    def discard(self, placeholder: Placeholder) -> None:
        """Forget a secret, if it was there."""
        if self._values.pop(placeholder, None) is not None:
            self._known.discard(placeholder)

    def value(self, placeholder: Placeholder) -> str | None:
        """Return the secret that `placeholder` stands for, or None."""
        found = self._values.get(placeholder)
        return found[1] if found else None

    def type(self, placeholder: Placeholder) -> str:
        """Return the privacy type of a secret that is here; raise `KeyError` otherwise."""
        return self._values[placeholder][0]

    def placeholders(self) -> tuple[Placeholder, ...]:
        """Return the placeholders of all secrets."""
        return tuple(self._values)

    def texts(self) -> Iterable[str]:
        """Return all secrets as they were first typed."""
        return (text for _, text in self._values.values())

    def find(self, text: str) -> list[Known[Placeholder]]:
        """Return where secrets stand in `text`, however written; sorted, not overlapping.

        Encoded ones too, unless the text holds more that is encoded than can be undone.
        """
        found = self._known.find(text)
        with suppress(TooMuchEncoded):
            found += find_encoded(self._known, text)
        return apart(found)

    def holds(self, text: str) -> bool:
        """Say whether a secret stands in `text`."""
        return bool(self.find(text))

    def hide(self, text: str) -> str:
        """Return `text` with every secret in it replaced by its placeholder."""
        return hide(text, self.find(text))


def hide(text: str, found: Iterable[Known[Placeholder]]) -> str:
    """Return `text` with placeholders in place of what was `found` in it."""
    parts: list[str] = []
    position = 0
    for known in found:
        parts += [text[position : known.start], str(known.key)]
        position = known.end
    return "".join(parts) + text[position:]
