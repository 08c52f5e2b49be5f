"""A turn that runs on the core thread while the window may look at another chat."""

from collections.abc import AsyncIterator
from contextlib import aclosing

from app.chat.session import Session
from app.chat.turn import TurnEvent
from app.store.chats import Chat, Message
from app.ui.fragments import Fragment
from app.ui.jobs import Job
from app.ui.sending import Wish


class RunningTurn:
    """What the window knows of a turn. Used on the window's thread."""

    job: Job

    def __init__(self, chat_id: int | None, wish: Wish) -> None:
        """Belong to a chat; None where the first message is about to make it."""
        self.chat_id = chat_id
        self.wish = wish
        self.made_chat = chat_id is None
        self.committed = wish.text is None
        self.reply: Message | None = None
        self.finished = False
        self.arrived: list[Fragment] = []

    def add(self, fragments: list[Fragment]) -> None:
        """Remember what arrived, for when the chat is shown again."""
        self.arrived.extend(fragments)


async def begin_turn(
    session: Session,
    chat_id: int | None,
    assistant: tuple[int | None, str],
    wish: Wish,
    *,
    waived: bool,
) -> AsyncIterator[TurnEvent | Chat]:
    """Do what the user wishes in a chat, whether or not a model has read it where `waived`.

    Runs on the core thread. Without a chat one is made with `assistant` (provider, model) and
    yielded first; it is removed again if the message could not be kept. Raises as
    `Turns.send` and `Turns.retry` do.
    """
    made = None
    if chat_id is None:
        made = session.chats.create(provider_id=assistant[0], model=assistant[1])
        chat_id = made.id
        yield made
    events = (
        session.turns.retry(chat_id, waived=waived)
        if wish.text is None
        else session.turns.send(
            chat_id, wish.text, wish.choices, waived=waived, replacing=wish.replacing
        )
    )
    try:
        async with aclosing(events):
            async for event in events:
                yield event
    finally:
        if made is not None and not session.chats.messages(made.id):
            session.chats.delete(made.id)
