"""Everything that works while the vault is open, from unlocking to locking."""

from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import get_args
from urllib.parse import urlsplit

from app.assistants.assistant import Assistant, Role
from app.chat.context import PLACEHOLDER_NOTES, Context, Outgoing
from app.chat.drafts import DraftKeeper
from app.chat.gate import CheckedGate
from app.chat.patience import Patience
from app.chat.reader import Reader, Reading, Standing
from app.chat.stores import Stores
from app.chat.trial import Tried, try_out
from app.chat.turn import Turns, before
from app.chat.understanding import Understanding
from app.detect.detector import Detector, Profile
from app.detect.model.engines import Engine, Step
from app.detect.model.reader import ModelReader
from app.privacy.kinds import Kinds
from app.privacy.levels import Level
from app.privacy.outbound import OutboundCheck
from app.privacy.policy import NO_CHOICES, Action, Choices
from app.privacy.proxy import Proxy
from app.store.database import Database
from app.store.errors import SecretTextRefused
from app.store.identities import Identity
from app.store.providers import Provider
from app.store.reader_choice import ReaderChoice

OpenAssistant = Callable[[Provider, Proxy | None], Assistant]
OpenReader = Callable[[ReaderChoice], Engine | None]


@dataclass(frozen=True, slots=True)
class Cast:
    """What a session works with besides its database; made once, by the composition root.

    `open_assistant` takes the proxy to go through besides the provider.
    `open_reader` returns what reads with the model that the user chose, None for no choice; it
    loads nothing yet. Raises a `KnownError` for a choice that cannot be.
    """

    detectors: Sequence[Detector]
    kinds: Kinds
    open_assistant: OpenAssistant
    open_reader: OpenReader = lambda _: None


class Session:
    """An unlocked vault and all that works on it. Used on one thread only."""

    def __init__(self, database: Database, cast: Cast) -> None:
        """Load the stores of `database`."""
        self.stores = Stores(database)
        self.chats = self.stores.chats
        self.providers = self.stores.providers
        self.settings = self.stores.settings
        self.identities = self.stores.identities
        self.receipts = self.stores.receipts
        self.vault = self.stores.vault
        self.messages = self.stores.messages
        self.curator = self.stores.curator
        self.value_search = self.stores.value_search
        self.message_search = self.stores.message_search
        self.usage = self.stores.usage
        self._open_reader = cast.open_reader
        self._model = ModelReader(
            cast.open_reader(self.settings.reader), lambda: self.settings.reader_seconds
        )
        self.understanding = Understanding(self._model, self.stores.speaker)
        detectors = (*cast.detectors, self._model)
        self.reader = Reader(detectors, self.vault, cast.kinds, self._standing)
        self.drafts = DraftKeeper(self.reader, self.stores)
        self._context = Context(self.reader, self.vault)
        self._open_assistant = cast.open_assistant
        self.turns = Turns(
            self._context,
            self.stores,
            self._check,
            self._open,
            cast.kinds,
            self.understanding,
            Patience(),
        )

    def read(self, chat_id: int | None, draft: str, choices: Choices = NO_CHOICES) -> Reading:
        """Read a draft as `Turns.send` would; write nothing.

        `chat_id` is None for a chat of the chosen identity that has no message yet. Raises
        `DetectorFailed`.
        """
        speaker = self.stores.speaker(chat_id)
        return self.reader.read(
            draft,
            self.stores.choices(chat_id, choices),
            assignment=self.vault.assignment(speaker.numbering),
            profile=speaker.profile,
        )

    def set_instructions(self, identity_id: int, text: str) -> None:
        """Keep what every assistant of an identity should know: it is masked when it leaves.

        Raises `SecretTextRefused` when a secret is found in it, for those are never kept.
        """
        self._refuse_secrets(text)
        self.identities.set_instructions(identity_id, text)

    def set_names(self, identity_id: int, names: Sequence[str]) -> None:
        """Keep what the user is called in an identity. Raises as `set_instructions` does."""
        for name in names:
            self._refuse_secrets(name)
        self.identities.set_names(identity_id, names)

    def name_identity(self, identity_id: int | None, name: str) -> Identity:
        """Rename an identity, or make one for None.

        Raises as `Identities.rename` does, and as `set_instructions` does.
        """
        self._refuse_secrets(name)
        if identity_id is None:
            return self.identities.add(name)
        return self.identities.rename(identity_id, name)

    def outgoing(
        self,
        chat_id: int | None,
        draft: str | None = None,
        choices: Choices = NO_CHOICES,
        replacing: int | None = None,
    ) -> Outgoing:
        """Return all that would leave with `draft` in a chat, None as in `read`; write nothing.

        `replacing` is the message that the draft takes the place of.

        Raises as `Context.compose` does.
        """
        history = before(self.messages(chat_id), replacing) if chat_id is not None else []
        choices = self.stores.choices(chat_id, choices)
        return self._context.compose(self.stores.speaker(chat_id), history, draft, choices)

    async def models(self, provider: Provider) -> list[str]:
        """Ask `provider` which models it has. Raises an `AssistantError` or `OutboundLeak`."""
        assistant = self._open(provider)
        try:
            return await assistant.models(CheckedGate(self._check(provider, provider.model)))
        finally:
            await assistant.aclose()

    async def choose_reader(self, choice: ReaderChoice) -> None:
        """Read with another model from now on. Raises what `Cast.open_reader` raises."""
        engine = self._open_reader(choice)
        self.settings.reader = choice
        await self._model.use(engine)

    async def try_reader(
        self, choice: ReaderChoice, sample: str
    ) -> AsyncGenerator[Step | Tried, None]:
        """Have a model, in use or not, read `sample`; see `try_out`.

        The one in use is not loaded a second time. Raises what `Cast.open_reader` raises, or a
        `ReaderFailed`.
        """
        in_use = self._model.engine if choice == self.settings.reader else None
        engine = in_use or self._open_reader(choice)
        reader = ModelReader(engine, lambda: self.settings.reader_seconds)
        try:
            async with aclosing(try_out(reader, sample, self._chosen_profile())) as told:
                async for each in told:
                    yield each
        finally:
            if engine is not None and engine is not in_use:
                await engine.close()

    async def close(self) -> None:
        """Lock: close the database, end the model's process and drop what was in memory."""
        # The database first: nothing may come between the user's wish and that.
        try:
            self.stores.close()
        finally:
            await self._model.use(None)

    def _open(self, provider: Provider) -> Assistant:
        return self._open_assistant(provider, self.settings.proxy)

    def _check(
        self, provider: Provider, model: str, released: Collection[str] = (), owner: str = ""
    ) -> OutboundCheck:
        """Return the check of a request to `provider`, against every value of the vault.

        `released` are the folds of what leaves as typed by the user's choice or settings, `owner`
        is whose placeholders it holds.
        """
        address = urlsplit(provider.base_url)
        own = {provider.base_url, provider.api_key, f"Bearer {provider.api_key}", model}
        own |= {address.netloc, address.path, *PLACEHOLDER_NOTES.values(), *get_args(Role)}
        known = self.vault.known
        return OutboundCheck(
            known,
            own - {""},
            released,
            known.examined,
            lambda placeholder: self.vault.entry(replace(placeholder, owner=owner)) is not None,
        )

    def _standing(self) -> Standing:
        return Standing(self.settings.policy(), self._chosen_profile())

    def _chosen_profile(self) -> Profile:
        return self.stores.profile(self.identities.chosen)

    def _refuse_secrets(self, text: str) -> None:
        """Raise `SecretTextRefused` where a secret is found in what is to be kept."""
        for found in self.reader.read(text).found:
            if found.action is Action.HIDE and found.span.level is Level.PL4:
                raise SecretTextRefused
