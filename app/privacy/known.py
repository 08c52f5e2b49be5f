"""Known values in memory, and the forms by which a value is known wherever it is kept.

A value that was hidden once must be hidden wherever it comes back: in a later message, a reply
that is sent again, a title, an encoded request.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.privacy.compact import LEAST_DIGITS, compact
from app.privacy.finding import Finder, K
from app.privacy.levels import LITERAL_TYPE
from app.privacy.normalise import fold
from app.privacy.phones import PHONE, country_code
from app.privacy.prefixes import Prefixes, WordPrefixes
from app.privacy.prepared import LOOSE_SPACE

# What is dialled before a number inside a country is 0, or nothing, where it is not this.
_TRUNKS = {"7": "8", "36": "06"}
_LONGEST_NATIONAL = 11


@dataclass(frozen=True, slots=True)
class ValueForms:
    """What a value is found by: `words` in folded text, `numbers` among digits."""

    words: frozenset[str]
    numbers: frozenset[str]

    @classmethod
    def none(cls) -> "ValueForms":
        """Return the forms of what is not to be found."""
        return cls(frozenset(), frozenset())


def value_forms(privacy_type: str, text: str) -> ValueForms:
    """Return the forms of a value; none for a literal, or a text without a visible character."""
    form = fold(text)
    if privacy_type == LITERAL_TYPE or not form:
        return ValueForms.none()
    number = compact(form)
    return ValueForms(
        frozenset({form, LOOSE_SPACE.sub("", form)}),
        frozenset(_number_forms(privacy_type, form, number)) if number else frozenset(),
    )


class KnownValues(Finder[K]):
    """The values to find, each under a key, in memory.

    Adding, discarding and finding cost nothing for the values already there. Values compare
    folded (see `normalise`); numbers of at least 7 digits also without separators, with or
    without a country code, and of at least 6 when spelled out.
    """

    def __init__(self) -> None:
        self.words: WordPrefixes[K] = WordPrefixes()
        self.numbers: Prefixes[K] = Prefixes()
        self._forms: dict[K, set[ValueForms]] = {}
        super().__init__(self.words, self.numbers)

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._forms)

    def add(self, key: K, privacy_type: str, text: str) -> None:
        """Find `text` from now on, too. A key may have several texts.

        A literal is no value, and a text without a visible character cannot be found; both are
        passed over.
        """
        forms = value_forms(privacy_type, text)
        if not forms.words:
            return
        self._forms.setdefault(key, set()).add(forms)
        for index, form in self._entries(forms):
            index.add(form, key)

    def discard(self, key: K) -> None:
        """Find no text of `key` any more."""
        for forms in self._forms.pop(key, ()):
            for index, form in self._entries(forms):
                index.discard(form, key)

    def _entries(self, forms: ValueForms) -> Iterator[tuple[Prefixes[K], str]]:
        for form in forms.words:
            yield self.words, form
        for form in forms.numbers:
            yield self.numbers, form


def _number_forms(privacy_type: str, form: str, number: str) -> set[str]:
    """Return the ways of writing a number without separators: with and without country code."""
    forms = {number}
    if not number.isdigit():
        return forms
    if form.lstrip("( ").startswith(("+", "00")):
        bare = number.removeprefix("00")
        forms.add(bare)
        code = country_code(bare)
        national = bare.removeprefix(code).removeprefix("0")
        if len(national) >= LEAST_DIGITS:
            forms |= {national, _TRUNKS.get(code, "0") + national}
    elif number[0] == "0" and len(number) > LEAST_DIGITS:
        forms.add(number[1:])  # the trunk prefix, missing after a country code
    if privacy_type == PHONE and len(number) == _LONGEST_NATIONAL:
        forms |= {number.removeprefix(trunk) for trunk in _TRUNKS.values()}
    return forms
