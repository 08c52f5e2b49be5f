"""What one unlocked database holds, opened together and closed together."""

from app.chat.acquaintances import Acquaintances
from app.chat.replies import revived
from app.chat.speaker import Speaker
from app.detect.detector import Profile
from app.privacy.policy import NO_CHOICES, Choices
from app.store.chats import Chats, Message
from app.store.curating import Curator
from app.store.database import Database
from app.store.drafts import Drafts
from app.store.identities import Identities, Identity
from app.store.message_search import MessageSearch
from app.store.numbering import Numbering
from app.store.providers import Providers
from app.store.receipts import Receipts
from app.store.settings import Settings
from app.store.usage import Usage
from app.store.value_search import ValueSearch
from app.store.vault import Vault


class Stores:
    """All the stores over one `database`; used on the thread that opened it."""

    def __init__(self, database: Database) -> None:
        """Load the vault's index and the settings from `database`."""
        self.database = database
        self.vault = Vault(database)
        self.chats = Chats(database, self.vault.secrets)
        self.providers = Providers(database)
        self.settings = Settings(database, self.vault.secrets)
        self.receipts = Receipts(database)
        self.drafts = Drafts(database)
        self.curator = Curator(database, self.vault)
        self.identities = Identities(database, self.vault.secrets, self.chats, self.curator)
        self.value_search = ValueSearch(database, self.vault)
        self.message_search = MessageSearch(database)
        self.usage = Usage(database)
        self._acquaintances = Acquaintances(self.vault)

    def messages(self, chat_id: int) -> list[Message]:
        """Return a chat's messages, oldest first, with the secrets that this run still knows."""
        return [revived(message, self.vault) for message in self.chats.messages(chat_id)]

    def choices(self, chat_id: int | None, message: Choices) -> Choices:
        """Return the choices for the next message of a chat, its own ones first.

        What the user chose to send as typed has left, so it is not hidden again in that chat.
        """
        released = self.chats.released(chat_id) if chat_id is not None else NO_CHOICES
        return {**released, **message}

    def identity(self, chat_id: int | None) -> Identity:
        """Return whose chat it is; the chosen identity for None, a chat without a message yet."""
        chosen = self.identities.chosen
        return self.identities.get(
            self.chats.get(chat_id).identity_id if chat_id is not None else chosen
        )

    def speaker(self, chat_id: int | None) -> Speaker:
        """Return as whom the user speaks in a chat; None as in `identity`."""
        identity, settings = self.identity(chat_id), self.settings
        provider = self.chats.get(chat_id).provider_id if chat_id is not None else None
        numbering = Numbering.of(
            settings.numbers_apart,
            settings.placeholder_style,
            identity.id,
            provider or identity.provider_id,
            chat_id,
        )
        return Speaker(self.profile(identity.id), identity.instructions, numbering)

    def profile(self, identity_id: int) -> Profile:
        """Return what the user is called, in this identity first, and whom they have named."""
        return Profile(self.identities.own_names(identity_id), self._acquaintances.names())

    def close(self) -> None:
        """Close the database; what it held in memory goes with the objects."""
        self.database.close()
