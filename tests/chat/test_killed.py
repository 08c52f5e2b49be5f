"""kill -9 in the middle of a reply: what was confirmed is there, and nothing lies in clear."""

import asyncio
import subprocess
import sys
from pathlib import Path

from app.store.messages import MessageState
from tests.assistants.wire_events import chat_events, stream
from tests.assistants.wire_server import Hold, WireServer
from tests.chat.world import unlocked
from tests.e2e.planted import leaks

ROOT = Path(__file__).resolve().parents[2]


def test_every_confirmed_message_survives_a_kill(tmp_path: Path) -> None:
    whole = [stream(chat_events(f"Reply {number} to <Email_{number + 1}>")) for number in range(2)]
    begun = stream(chat_events("Reply 2, and so on and on, ", "never sent"))[:3]
    with WireServer() as server:
        server.play(*whole, [*begun, Hold()])
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.chat.streaming", str(tmp_path), server.url],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )
        assert process.stdout is not None
        seen = []
        for line in process.stdout:
            seen.append(line.strip())
            if seen[-1] == "arrived" and "committed 2" in seen:
                break
        process.kill()
        process.wait(20)
        process.stdout.close()
    assert [line for line in seen if line != "arrived"] == [f"committed {n}" for n in range(3)]
    values = tuple(f"rosa{number}@example.org" for number in range(3))
    for file in tmp_path.rglob("*"):
        assert leaks(file.read_bytes(), values) == [], file.name
    session = unlocked(tmp_path)
    (chat,) = session.chats.list()
    messages = session.messages(chat.id)
    assert [m.text for m in messages if m.role == "user"] == [
        f"Message {number} from rosa{number}@example.org" for number in range(3)
    ]
    replies = [m for m in messages if m.role == "assistant"]
    assert [reply.text for reply in replies[:2]] == [
        f"Reply {number} to rosa{number}@example.org" for number in range(2)
    ]
    assert replies[2].state is MessageState.STOPPED
    outgoing = session.outgoing(chat.id, "rosa1@example.org?")
    assert outgoing.messages[-1].text == "<Email_2>?"
    asyncio.run(session.close())
