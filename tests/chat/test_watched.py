"""During a whole session the process talks to the provider's host and to nobody else."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from tests.assistants.wire_events import chat_events, message_events, model_list, stream
from tests.assistants.wire_server import Received, Script, WireServer

ROOT = Path(__file__).resolve().parents[2]


def _answer(request: Received) -> Script:
    if request.method == "GET":
        return model_list("small")
    if "messages" in request.target:
        return stream(message_events("To <Email_1>"))
    return stream(chat_events("To <Email_1>, see https://evil.example/?q=<Email_1>"))


def test_only_the_provider_is_contacted(tmp_path: Path) -> None:
    # A proxy of the environment would see every host, and so would telemetry left on.
    lures = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://lure.invalid:9")
    with WireServer() as server:
        server.answer_with(_answer)
        done = subprocess.run(
            [sys.executable, "-m", "tests.chat.watched", str(tmp_path), server.url],
            cwd=ROOT,
            env={**os.environ, **lures, **{name.lower(): each for name, each in lures.items()}},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        seen = [tuple(json.loads(line)) for line in done.stdout.splitlines()]
        address = urlsplit(server.url)
        assert len(server.requests) == 5
    connected = {where for event, where in seen if event == "socket.connect"}
    assert connected == {repr((address.hostname, address.port))}
    looked_up = {where for event, where in seen if event.startswith("socket.get")}
    assert looked_up <= {address.hostname}
    # `platform` asks the system's own program what processor it has, for a header.
    others = {each for each in seen if not each[0].startswith("socket.get")} - {
        ("socket.connect", where) for where in connected
    }
    assert others <= {("subprocess.Popen", "uname")}
