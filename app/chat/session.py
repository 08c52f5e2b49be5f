"""Everything that works while the vault is open, from unlocking to locking."""

from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import get_args
from urllib.parse import urlsplit

from app.assistants.assistant import Assistant, Role
from app.chat.acquaintances import Acquaintances
from app.chat.context import PLACEHOLDER_NOTES, Context, Outgoing
from app.chat.gate import CheckedGate
from app.chat.patience import Patience
from app.chat.reader import Reader, Reading, Standing
from app.chat.stores import Stores
from app.chat.trial import Tried, try_out
from app.chat.turn import Turns
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
        self.receipts = self.stores.receipts
        self.vault = self.stores.vault
        self.messages = self.stores.messages
        self.curator = self.stores.curator
        self.value_search = self.stores.value_search
        self.message_search = self.stores.message_search
        self.usage = self.stores.usage
        self._acquaintances = Acquaintances(self.vault)
        self._open_reader = cast.open_reader
        self._model = ModelReader(
            cast.open_reader(self.settings.reader), lambda: self.settings.reader_seconds
        )
        self.understanding = Understanding(self._model, self.settings, self._profile)
        detectors = (*cast.detectors, self._model)
        self.reader = Reader(detectors, self.vault, cast.kinds, self._standing)
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

        `chat_id` is None for a chat that has no message yet. Raises `DetectorFailed`.
        """
        assignment = self.vault.assignment(self.stores.numbering(chat_id))
        return self.reader.read(draft, self.stores.choices(chat_id, choices), assignment=assignment)

    def set_instructions(self, text: str) -> None:
        """Keep what every assistant should know, in clear: it is masked when it leaves.

        Raises `SecretTextRefused` when a secret is found in it, for those are never kept.
        """
        for found in self.reader.read(text).found:
            if found.action is Action.HIDE and found.span.level is Level.PL4:
                raise SecretTextRefused
        self.settings.instructions = text

    def outgoing(
        self, chat_id: int | None, draft: str | None = None, choices: Choices = NO_CHOICES
    ) -> Outgoing:
        """Return all that would leave with `draft` in a chat; write nothing.

        Raises as `Context.compose` does.
        """
        history = self.messages(chat_id) if chat_id is not None else []
        choices = self.stores.choices(chat_id, choices)
        numbering = self.stores.numbering(chat_id)
        return self._context.compose(self.settings.instructions, history, draft, choices, numbering)

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
            async with aclosing(try_out(reader, sample, self._profile())) as told:
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
        self, provider: Provider, model: str, released: Collection[str] = ()
    ) -> OutboundCheck:
        """Return the check of a request to `provider`, against every value of the vault.

        `released` are the folds of what leaves as typed by the user's choice or settings.
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
            lambda placeholder: self.vault.entry(placeholder) is not None,
        )

    def _standing(self) -> Standing:
        return Standing(self.settings.policy(), self._profile())

    def _profile(self) -> Profile:
        return Profile(self.settings.profile_names, self._acquaintances.names())
