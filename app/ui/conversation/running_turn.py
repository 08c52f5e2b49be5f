"""A turn that runs on the core thread while the window may look at another chat."""

from collections.abc import AsyncIterator
from contextlib import aclosing

from app.chat.session import Session
from app.chat.turn import Committed, TurnEvent
from app.store.chats import Chat, Message
from app.store.drafts import DraftPlace
from app.ui.conversation.fragments import Fragment
from app.ui.conversation.sending import Wish
from app.ui.jobs import Job


class RunningTurn:
    """What the window knows of a turn. Used on the window's thread, but for `kept`."""

    job: Job

    def __init__(self, place: DraftPlace, wish: Wish) -> None:
        """Answer what was written at `place`; without a chat, the message is about to make it."""
        # Where the reply is shown; `written_at` stays what it was.
        self.place = self.written_at = place
        self.wish = wish
        self.made_chat = place.chat_id is None
        # Set on the core thread: the message is on the disk, whether or not the window knows.
        self.kept = False
        self.committed = wish.text is None
        self.reply: Message | None = None
        self.finished = False
        self.arrived: list[Fragment] = []

    @property
    def chat_id(self) -> int | None:
        """The chat, None until it is made."""
        return self.place.chat_id

    def add(self, fragments: list[Fragment]) -> None:
        """Remember what arrived, for when the chat is shown again."""
        self.arrived.extend(fragments)


async def begin_turn(
    session: Session, turn: RunningTurn, assistant: tuple[int | None, str], *, waived: bool
) -> AsyncIterator[TurnEvent | Chat]:
    """Do what the user wishes in a chat, whether or not a model has read it where `waived`.

    Runs on the core thread. Without a chat one is made for the identity that the user spoke as
    when they sent it, with `assistant` (provider, model); it is yielded first, and
    removed again if the message could not be kept. Raises as `Turns.send` and `Turns.retry` do.
    """
    made, wish, written_at = None, turn.wish, turn.written_at
    chat_id = written_at.chat_id
    if chat_id is None:
        provider_id, model = assistant
        made = session.chats.create(written_at.identity_id, provider_id=provider_id, model=model)
        chat_id = made.id
        yield made
    events = (
        session.turns.retry(chat_id, waived=waived)
        if wish.text is None
        else session.turns.send(
            chat_id,
            wish.text,
            wish.choices,
            waived=waived,
            place=written_at,
            replacing=wish.replacing,
        )
    )
    try:
        async with aclosing(events):
            async for event in events:
                turn.kept = turn.kept or isinstance(event, Committed)
                yield event
    finally:
        if made is not None and not session.chats.messages(made.id):
            session.chats.delete(made.id)
