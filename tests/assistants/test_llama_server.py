"""A real model answers through the same code that talks to the clouds."""

from app.assistants.failures import MessageTooLong, ReplyCut, ReplyCutShort
from app.assistants.opening import open_assistant
from tests.assistants.driving import RecordingGate, ask, list_models, request
from tests.assistants.llama_server import LlamaServer, llama_server

__all__ = ["llama_server"]


def test_it_answers(llama_server: LlamaServer) -> None:
    gate = RecordingGate()
    assistant = open_assistant("openai", llama_server.url, "", "Here")
    outcome = ask(assistant, request("Say hello in one short sentence.", model="smollm2"), gate)
    # It talks as it likes, and may run into its small context.
    assert outcome.error is None or type(outcome.error) is ReplyCutShort
    assert len(outcome.pieces) > 1
    assert outcome.text.strip()
    assert len(gate.admitted) == 1


def test_it_lists_its_model(llama_server: LlamaServer) -> None:
    assistant = open_assistant("openai", llama_server.url, "", "Here")
    assert list_models(assistant) == [llama_server.model]


def test_a_message_longer_than_its_context(llama_server: LlamaServer) -> None:
    assistant = open_assistant("openai", llama_server.url, "", "Here")
    outcome = ask(assistant, request("word " * 2000, model="smollm2"))
    # This server notices after it has begun to answer, and breaks off.
    assert not outcome.pieces
    assert type(outcome.error) in (ReplyCut, MessageTooLong)
