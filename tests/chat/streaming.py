"""A process that is killed in the middle of a reply: `python -m tests.chat.streaming BASE URL`.

Prints a line for every message that was confirmed and for every piece that arrived.
"""

import asyncio
import sys
from pathlib import Path

from app.chat.turn import Arrived, Committed
from app.privacy.policy import NO_CHOICES
from app.store.numbering import FIRST_IDENTITY
from tests.chat.world import add_provider, new_session


async def main(base: Path, url: str) -> None:
    """Send three messages; the server never ends the third reply."""
    session = new_session(base)
    add_provider(session, url)
    chat = session.chats.create(FIRST_IDENTITY)
    for number in range(3):
        text = f"Message {number} from rosa{number}@example.org"
        async for event in session.turns.send(chat.id, text, NO_CHOICES):
            if isinstance(event, Committed):
                print("committed", number, flush=True)
            if isinstance(event, Arrived):
                print("arrived", flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
