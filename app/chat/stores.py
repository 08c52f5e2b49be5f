"""What one unlocked database holds, opened together and closed together."""

from app.chat.replies import revived
from app.privacy.policy import NO_CHOICES, Choices
from app.store.chats import Chats, Message
from app.store.curating import Curator
from app.store.database import Database
from app.store.drafts import Drafts
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
        self.value_search = ValueSearch(database, self.vault)
        self.message_search = MessageSearch(database)
        self.usage = Usage(database)

    def messages(self, chat_id: int) -> list[Message]:
        """Return a chat's messages, oldest first, with the secrets that this run still knows."""
        return [revived(message, self.vault) for message in self.chats.messages(chat_id)]

    def choices(self, chat_id: int | None, message: Choices) -> Choices:
        """Return the choices for the next message of a chat, its own ones first.

        What the user chose to send as typed has left, so it is not hidden again in that chat.
        """
        released = self.chats.released(chat_id) if chat_id is not None else NO_CHOICES
        return {**released, **message}

    def numbering(self, chat_id: int | None) -> Numbering:
        """Return whose placeholders leave in a chat, None for one that has no message yet."""
        settings = self.settings
        provider = self.chats.get(chat_id).provider_id if chat_id is not None else None
        return Numbering.of(
            settings.numbers_apart,
            settings.placeholder_style,
            provider or settings.provider_id,
            chat_id,
        )

    def close(self) -> None:
        """Close the database; what it held in memory goes with the objects."""
        self.database.close()
