"""What was being written when the vault is locked: read, and kept without its secrets."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.chat.reader import Reader, Reading
from app.chat.replies import marks_of_reading
from app.chat.stores import Stores
from app.errors import KnownError
from app.privacy.levels import Level
from app.privacy.policy import Choices
from app.store.drafts import Draft, DraftPlace, NewDraft
from app.store.secrets import RunSecrets


class DraftsNotKept(KnownError):
    """What was being written could not be read, so that nobody knows what of it is a secret."""

    sentence = (
        "What you were writing could not be kept when the vault was locked. Your chats and values "
        "are still there. Write it again."
    )


class SecretsNotKept(KnownError):
    """A draft came back without its secrets."""

    sentence = (
        "Secrets are never written down, so they are gone from this draft, and a placeholder "
        "stands in the place of each. The rest is still here. Type them again before you send it."
    )


@dataclass(frozen=True, slots=True)
class Unsent:
    """What somebody is writing, and where. `shown` says that it is on the screen."""

    place: DraftPlace
    text: str = field(repr=False)
    choices: Choices = field(repr=False)
    shown: bool = False


class DraftKeeper:
    """Keeps drafts as messages are kept, but for committing anything to the vault."""

    def __init__(self, reader: Reader, stores: Stores) -> None:
        """Read with `reader`, keep in `stores`."""
        self._reader = reader
        self._stores = stores

    def list(self) -> tuple[Draft, ...]:
        """Return the kept drafts."""
        return self._stores.drafts.list()

    def remove(self, place: DraftPlace) -> None:
        """Erase a draft: it was emptied."""
        self._stores.drafts.remove(place)

    def keep(self, unsent: Iterable[Unsent]) -> None:
        """Keep what was being written, in place of what was kept of the same places.

        A secret that one of them shows is taken out of all of them; its number is used up by
        nothing. Raises `DraftsNotKept` once all that could be read is kept, and what
        `Database.transaction` raises.
        """
        known = {chat.id for chat in self._stores.chats.list()}
        assignment = self._stores.vault.assignment()
        readings: list[tuple[Unsent, Reading]] = []
        unread = 0
        for each in unsent:
            chat_id = each.place.chat_id
            if chat_id is not None and chat_id not in known:
                continue
            choices = self._stores.choices(chat_id, each.choices)
            try:
                profile = self._stores.profile(each.place.identity_id)
                reading = self._reader.read(
                    each.text, choices, assignment=assignment, profile=profile
                )
            except KnownError:
                unread += 1
                continue
            readings.append((each, reading))
        secrets = self._secrets([reading for _, reading in readings])
        drafts = [
            NewDraft(each.place, each.text, marks_of_reading(reading), each.choices, each.shown)
            for each, reading in readings
        ]
        self._stores.drafts.keep(drafts, secrets)
        if unread:
            raise DraftsNotKept

    def _secrets(self, readings: Iterable[Reading]) -> RunSecrets:
        """Return the secrets of this run, with those that `readings` show."""
        vault = self._stores.vault
        secrets = RunSecrets(vault.retention.keeps)
        for known in vault.secrets.placeholders():
            secrets.add(known, vault.secrets.type(known), vault.secrets.value(known) or "")
        for reading in readings:
            for each in reading.found:
                span, placeholder = each.span, each.placeholder
                if placeholder is None:
                    continue  # leaves as typed
                if span.level is Level.PL4 and not secrets.keeps(span.type):
                    secrets.add(placeholder, span.type, span.text)
        return secrets
