"""The forms of the vault's values in the database, and looking texts up in them.

A million values in memory would take a gigabyte and half a minute to load. Here they lie sorted in
the encrypted file; a text is looked up piece by piece, and what was asked is remembered, for a
text that is typed is read again at every key.
"""

import enum
import json
from collections.abc import Collection, Iterable, Iterator

from app.privacy.placeholder import Placeholder
from app.store.database import Database, encodable
from app.store.entries import placeholder_of

# A look-up starts with so many characters, which is more than most values have.
_WINDOW = 24
_WIDER = 3
# Answers that are remembered: of which pieces start a form, and of what stands where.
_MOST_HEADS = 200_000
_MOST_ANSWERS = 50_000
_LONGEST_REMEMBERED = 80
# Of up to so many forms with the same first piece, all are remembered.
_MOST_FEW = 16

_STARTING = (
    "SELECT head.value FROM json_each(?) AS head WHERE ("
    " SELECT substr(form, 1, length(head.value)) = head.value FROM forms"
    " WHERE space = ? AND form >= head.value ORDER BY form LIMIT 1)"
)
_AT_OR_AFTER = "SELECT form FROM forms WHERE space = ? AND form >= ? ORDER BY form LIMIT 1"
_AT_OR_BEFORE = "SELECT form FROM forms WHERE space = ? AND form <= ? ORDER BY form DESC LIMIT 1"
_FROM = (
    "SELECT form, kind, number, scope FROM forms JOIN entries ON entries.id = forms.entry"
    " WHERE space = ? AND form >= ? ORDER BY form, forms.entry LIMIT ?"
)
_OWNER = (
    "SELECT kind, number, scope FROM forms JOIN entries ON entries.id = forms.entry"
    " WHERE space = ? AND form = ? ORDER BY forms.entry LIMIT 1"
)


class Space(enum.IntEnum):
    """What a form in the database is for."""

    WORDS = 0  # found in folded text
    NUMBERS = 1  # found among digits
    IDENTITY = 2  # type and canonical form, for telling whether two values are one


class StoredForms:
    """The forms of one space, as `finding.Forms`."""

    def __init__(self, database: Database, space: Space) -> None:
        """Look up in `database`."""
        self._database = database
        self._space = int(space)
        self._heads: dict[str, bool] = {}
        self._answers: dict[tuple[str, int], tuple[tuple[int, Placeholder], ...]] = {}
        self._begun: dict[str, tuple[tuple[str, Placeholder], ...] | None] = {}
        self._any: bool | None = None

    def __len__(self) -> int:
        """Return 1 when there is a form, else 0."""
        if self._any is None:
            rows = self._database.query(
                "SELECT 1 FROM forms WHERE space = ? LIMIT 1", (self._space,)
            )
            self._any = bool(rows)
        return int(self._any)

    def forget(self) -> None:
        """Ask the database anew from now on, for its forms have changed."""
        self._any = None
        self._heads.clear()
        self._begun.clear()
        self._answers.clear()

    def learn(self, forms: Iterable[str]) -> None:
        """Ask the database anew for what starts as `forms` do; other answers stay.

        Of forms that are new this is enough, and typing stays quick after every message.
        """
        self._any = None
        self._answers.clear()
        for form in map(encodable, forms):
            for length in range(1, min(len(form), _LONGEST_REMEMBERED) + 1):
                self._heads.pop(form[:length], None)
                self._begun.pop(form[:length], None)

    def starting(self, heads: Collection[str]) -> Collection[str]:
        """Return those of `heads` with which some form starts."""
        together = "".join(heads)
        if encodable(together) is together:  # nearly always
            return self._starting(heads)
        # Remembered as the database keeps them, so that `learn` finds what is to be forgotten.
        kept = {each: encodable(each) for each in heads}
        live = self._starting(set(kept.values()))
        return {each for each, form in kept.items() if form in live}

    def _starting(self, heads: Collection[str]) -> Collection[str]:
        known = self._heads
        unknown = [form for form in heads if form not in known]
        if len(known) + len(unknown) > _MOST_HEADS:
            known.clear()
            unknown = list(heads)
        fresh: dict[str, bool] = {}
        if unknown:
            asked = json.dumps(unknown)
            live = {row[0] for row in self._database.query(_STARTING, (asked, self._space))}
            fresh = {form: form in live for form in unknown}
            known.update(
                (form, held) for form, held in fresh.items() if len(form) <= _LONGEST_REMEMBERED
            )
        return {form for form in heads if (fresh[form] if form in fresh else known[form])}

    def at(self, text: str, start: int, least: int) -> Iterator[tuple[int, Placeholder]]:
        """Yield (end, placeholder) for each form at `start` of `text`, longest first.

        Forms that are shorter than `least` are left out.
        """
        few = self._few(encodable(text[start : start + least]))
        if few is not None:
            longest = len(few[0][0]) if few else 0
            window = encodable(text[start : start + longest])
            for form, placeholder in few:
                if window.startswith(form):
                    yield start + len(form), placeholder
            return
        width = self._width(text, start, least)
        window = encodable(text[start : start + width])
        if width > _LONGEST_REMEMBERED:
            found: Iterable[tuple[int, Placeholder]] = self._within(window, least)
        else:
            answer = self._answers.get((window, least))
            if answer is None:
                if len(self._answers) >= _MOST_ANSWERS:
                    self._answers.clear()
                answer = self._answers[window, least] = tuple(self._within(window, least))
            found = answer
        for length, placeholder in found:
            yield start + length, placeholder

    def _few(self, head: str) -> tuple[tuple[str, Placeholder], ...] | None:
        """Return the forms that start with `head`, longest first; None where there are many.

        Most words start few values or none, and these are then compared without asking again.
        """
        if head in self._begun:
            return self._begun[head]
        rows = self._database.query(_FROM, (self._space, head, _MOST_FEW + 1))
        owners: dict[str, Placeholder] = {}
        for form, *owner in rows:
            if form.startswith(head):
                owners.setdefault(form, placeholder_of(*owner))
        few = tuple(sorted(owners.items(), key=lambda owned: -len(owned[0])))
        is_all = len(rows) <= _MOST_FEW or not rows[-1][0].startswith(head)
        if len(head) <= _LONGEST_REMEMBERED:
            if len(self._begun) >= _MOST_ANSWERS:
                self._begun.clear()
            self._begun[head] = few if is_all else None
        return few if is_all else None

    def _width(self, text: str, start: int, least: int) -> int:
        """Return how many characters from `start` a form may have at most."""
        width = max(_WINDOW, _WIDER * least)
        while start + width < len(text):
            if not self._starts(encodable(text[start : start + width])):
                break
            width *= _WIDER
        return width

    def _starts(self, window: str) -> bool:
        """Say whether some form starts with `window`."""
        held = self._heads.get(window)
        if held is None:
            rows = self._database.query(_AT_OR_AFTER, (self._space, window))
            held = bool(rows) and rows[0][0].startswith(window)
            if len(window) <= _LONGEST_REMEMBERED and len(self._heads) < _MOST_HEADS:
                self._heads[window] = held
        return held

    def _within(self, window: str, least: int) -> Iterator[tuple[int, Placeholder]]:
        """Yield (length, placeholder) of the forms that `window` starts with, longest first.

        Of all forms up to `window` in order, the last one is the longest that it starts with, or
        shares with it all that a shorter one could be.
        """
        while len(window) >= least:
            rows = self._database.query(_AT_OR_BEFORE, (self._space, window))
            if not rows:
                return
            form = rows[0][0]
            if window.startswith(form):
                owner = self._database.query(_OWNER, (self._space, form))[0]
                yield len(form), placeholder_of(*owner)
                window = form[:-1]
            else:
                window = window[: _shared(form, window)]


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their starts."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
