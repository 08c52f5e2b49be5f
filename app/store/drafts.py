"""Drafts: messages that were being written when the vault was locked.

They lie as messages do: values in clear, each secret as its placeholder, see `marks`. A draft is
erased when it is sent or emptied, and goes with its chat.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.privacy.policy import Choices
from app.store.database import Database, Row
from app.store.marks import Mark, MarkState, storable_choices, without_secrets
from app.store.messages import choices_from, choices_text
from app.store.numbering import FIRST_IDENTITY
from app.store.secrets import RunSecrets

_DRAFTS = "SELECT identity_id, chat_id, text, choices, shown, lost FROM drafts ORDER BY id"
_HERE = "identity_id = ? AND chat_id IS ?"


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Where a message is being written: in a chat of an identity, or in what is to become one."""

    identity_id: int = FIRST_IDENTITY
    chat_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewDraft:
    """A draft that is to be kept, as typed. `shown` says that it was on the screen."""

    place: DraftPlace
    text: str = field(repr=False)
    marks: tuple[Mark, ...]
    choices: Choices = field(repr=False)
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A kept draft; `lost` secrets in it are placeholders now."""

    place: DraftPlace
    text: str = field(repr=False)
    choices: Choices = field(repr=False)
    shown: bool = False
    lost: int = 0


class Drafts:
    """All kept drafts. Every method raises what `Database.transaction` raises."""

    def __init__(self, database: Database) -> None:
        """Keep drafts in `database`."""
        self._database = database

    def list(self) -> tuple[Draft, ...]:
        """Return all drafts."""
        return tuple(_draft(row) for row in self._database.query(_DRAFTS))

    def keep(self, drafts: Sequence[NewDraft], secrets: RunSecrets) -> None:
        """Keep drafts without `secrets`, each in place of the one that was there.

        One whose chat is gone is left out. Raises `ValueError` as `without_secrets` does.
        """
        with self._database.transaction():
            self._database.execute("UPDATE drafts SET shown = 0")
            for draft in drafts:
                self._keep(draft, secrets)

    def remove(self, place: DraftPlace) -> None:
        """Erase a draft, if there is one: it was sent or emptied."""
        here = (place.identity_id, place.chat_id)
        self._database.execute(f"DELETE FROM drafts WHERE {_HERE}", here)  # noqa: S608

    def _keep(self, draft: NewDraft, secrets: RunSecrets) -> None:
        place = draft.place
        if place.chat_id is not None and not self._database.query(
            "SELECT 1 FROM chats WHERE id = ?", (place.chat_id,)
        ):
            return
        text, marks = without_secrets(draft.text, draft.marks, secrets)
        choices = storable_choices(draft.choices, draft.text, draft.marks, secrets)
        lost = {mark.placeholder for mark in marks if mark.state is MarkState.LOST}
        self.remove(place)
        self._database.execute(
            "INSERT INTO drafts (identity_id, chat_id, text, choices, shown, lost)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (place.identity_id, place.chat_id, text, choices_text(choices), draft.shown, len(lost)),
        )


def _draft(row: Row) -> Draft:
    identity_id, chat_id, text, choices, shown, lost = row
    return Draft(DraftPlace(identity_id, chat_id), text, choices_from(choices), bool(shown), lost)
