"""The names of placeholder kinds in other languages.

Assistants translate placeholders along with the text around them: `<邮箱_1>` for `<Email_1>`. The
table of translations lies in resources/placeholder_kinds.toml and is passed in, so that this
package opens no file.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from app.privacy.levels import GENERIC_KIND, LITERAL_TYPE, STANDARD_TYPES, placeholder_kind
from app.privacy.normalise import fold

STANDARD_KINDS = frozenset({*map(placeholder_kind, STANDARD_TYPES), LITERAL_TYPE, GENERIC_KIND})
_SEPARATORS = re.compile(r"[\W_]+")
# Two or more capitalised words: a free tag's kind as the app writes it ("Debt_Loan").
_FREE_TAG = re.compile(r"[A-Z][A-Za-z]*(?:_[A-Z][A-Za-z]*+)+")


@lru_cache(maxsize=4096)
def kind_key(kind: str) -> str:
    """Return what is compared of a kind: no case, accents or separators."""
    bare = "".join(
        c for c in unicodedata.normalize("NFD", fold(kind)) if not unicodedata.combining(c)
    )
    return _SEPARATORS.sub("", bare)


class Kinds:
    """The kinds that can be named, in every language of the table.

    Standard kinds are known under their English names without any table.
    """

    def __init__(self, translations: Mapping[str, Iterable[str]]) -> None:
        """Take the names of each kind by the kind as in a placeholder ("Phone_Number")."""
        self._kinds: dict[str, tuple[str, ...]] = {}
        for kind in STANDARD_KINDS:
            self._learn(kind, kind)
        for kind, names in translations.items():
            for name in names:
                self._learn(name, kind)

    def _learn(self, name: str, kind: str) -> None:
        known = self._kinds.get(kind_key(name), ())
        if kind not in known:
            self._kinds[kind_key(name)] = (*known, kind)

    def named(self, name: str) -> tuple[str, ...]:
        """Return the kinds that `name` may mean, however it is cased and separated."""
        return self._kinds.get(kind_key(name), ())

    def stands_alone(self, name: str) -> bool:
        """Say whether `name` is spelled so exactly that it needs no brackets around it."""
        return name in STANDARD_KINDS or _FREE_TAG.fullmatch(name) is not None


def read_kinds(toml: str) -> Kinds:
    """Read a table of translations: for each language a table of kind = [names].

    Raises `ValueError` when the text is not such a table or names a kind that does not exist.
    """
    table = tomllib.loads(toml)
    names: dict[str, list[str]] = {}
    for language, kinds in table.items():
        if not isinstance(kinds, dict):
            raise ValueError(f"{language} is not a table of kinds")  # noqa: TRY004, bad data
        for kind, words in kinds.items():
            if kind not in STANDARD_KINDS or not isinstance(words, list):
                raise ValueError(f"{language}.{kind} is not a list of names of a standard kind")
            names.setdefault(kind, []).extend(map(str, words))
    return Kinds(names)
