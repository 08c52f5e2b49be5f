"""Opening an assistant: the right one, no library before it is needed, no bad keys."""

import subprocess
import sys

import pytest

from app.assistants.anthropic_messages import AnthropicMessages
from app.assistants.failures import AddressNotEncrypted, KeyInvalid
from app.assistants.mirror import Mirror
from app.assistants.openai_chat import OpenAIChat
from app.assistants.opening import open_assistant
from tests.assistants.driving import ask, request, run
from tests.assistants.wire_events import chat_events, stream
from tests.assistants.wire_server import WireServer


def test_each_wire() -> None:
    mirror = open_assistant("mirror", "", "", "Mirror")
    chat = open_assistant("openai", "https://api.example.com/v1", "k", "One")
    messages = open_assistant("anthropic", "https://api.example.com", "k", "Two")
    assert isinstance(mirror, Mirror)
    assert isinstance(chat, OpenAIChat)
    assert isinstance(messages, AnthropicMessages)
    for assistant in (mirror, chat, messages):
        run(assistant.aclose())


def test_it_works_and_trims_the_key() -> None:
    with WireServer() as server:
        server.play(stream(chat_events("fine")))
        assistant = open_assistant("openai", f" {server.url}/v1/ ", " key-1\n", "Mine")
        assert ask(assistant, request("hello")).text == "fine"
        assert server.requests[0].headers["authorization"] == "Bearer key-1"


@pytest.mark.parametrize("key", ["two words", "line\r\nx-other: 1", "schlüssel", "钥匙", "nul\0"])
def test_bad_keys(key: str) -> None:
    with pytest.raises(KeyInvalid) as caught:
        open_assistant("openai", "https://api.example.com/v1", key, "Mine")
    assert key not in str(caught.value)


def test_bad_address() -> None:
    with pytest.raises(AddressNotEncrypted):
        open_assistant("anthropic", "http://api.example.com", "k", "Mine")


PROGRAM = """
import sys
from app.assistants.opening import open_assistant
from app.assistants.failures import AddressInvalid
open_assistant("mirror", "", "", "Mirror")
try:
    open_assistant("openai", "nonsense", "", "Mine")
except AddressInvalid:
    pass
assert not {"openai", "anthropic", "httpx2", "pydantic"} & set(sys.modules)
open_assistant("openai", "https://api.example.com/v1", "", "Mine")
assert "openai" in sys.modules and "anthropic" not in sys.modules
"""


def test_libraries_are_loaded_only_when_needed() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True, timeout=60)
