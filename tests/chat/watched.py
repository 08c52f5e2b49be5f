"""A whole session under watch: `python -m tests.chat.watched BASE URL`.

Prints a line of JSON for every connection that the process opens and every name it looks up, from
before the app's first import to its end, whichever library asks for it.
"""

import json
import sys

_TO_ADDRESSES = frozenset({"socket.connect", "socket.sendto", "socket.bind"})
_OTHERS = frozenset(
    {
        *("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"),
        *("urllib.Request", "subprocess.Popen", "os.system", "os.posix_spawn"),
    }
)
_SEEN: list[tuple[str, str]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _TO_ADDRESSES:
        _SEEN.append((event, repr(arguments[1])))
    elif event in _OTHERS:
        _SEEN.append((event, str(arguments[0])))


sys.addaudithook(_watch)

import asyncio  # noqa: E402, the watch comes first
from pathlib import Path  # noqa: E402

from app.privacy.policy import NO_CHOICES  # noqa: E402
from app.store.numbering import FIRST_IDENTITY  # noqa: E402
from app.store.providers import MIRROR_ID, Provider  # noqa: E402
from tests.chat.world import add_provider, events_of, new_session, unlocked  # noqa: E402


async def _use(base: Path, url: str) -> None:
    session = new_session(base)
    for name in ("app.ui.application", "app.models.hub", "app.detect.model.reader"):
        __import__(name)
    provider = add_provider(session, url)
    other = session.providers.add(
        Provider("anthropic", "anthropic", "Other", url, "small", "sk-ant-testing")
    )
    await session.models(provider)
    for provider_id in (provider.id, other.id, MIRROR_ID):
        chat = session.chats.create(FIRST_IDENTITY, provider_id=provider_id)
        text = "Write to rosa@example.org, my password is hunter2-violet"
        await events_of(session.turns.send(chat.id, text, NO_CHOICES))
        await events_of(session.turns.retry(chat.id))
        session.message_search.find(FIRST_IDENTITY, "rosa")
    await session.close()
    again = unlocked(base)
    again.read(None, "Once more rosa@example.org")
    await again.close()


if __name__ == "__main__":
    asyncio.run(_use(Path(sys.argv[1]), sys.argv[2]))
    for seen in _SEEN:
        print(json.dumps(seen))
