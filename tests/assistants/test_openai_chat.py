"""What is particular to chat completions: the request's shape, and how servers differ."""

import pytest

from app.assistants.assistant import ChatMessage, ChatRequest
from app.assistants.failures import ReplyBroken, ReplyCutShort, ReplyUnreadable
from tests.assistants.driving import Outcome, ask, list_models, make_openai, request
from tests.assistants.wire_events import chat_chunk, chat_events, data_event, json_answer, stream
from tests.assistants.wire_server import Script, WireServer

DONE = b"data: [DONE]\n\n"


def play(script: Script) -> Outcome:
    with WireServer() as server:
        server.play(script)
        return ask(make_openai(server.url))


def test_request() -> None:
    chat = ChatRequest(
        "vendor/model:tag",
        (
            ChatMessage("system", "Be brief."),
            ChatMessage("user", "  one\n"),
            ChatMessage("user", "two"),
            ChatMessage("assistant", ""),
            ChatMessage("user", "问"),
        ),
    )
    with WireServer() as server:
        server.play(stream(chat_events("x")))
        ask(make_openai(server.url), chat)
        [arrived] = server.requests
    assert arrived.target == "/v1/chat/completions"
    assert arrived.json() == {
        "model": "vendor/model:tag",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "  one\n"},
            {"role": "user", "content": "two"},
            {"role": "assistant", "content": ""},
            {"role": "user", "content": "问"},
        ],
        "stream": True,
    }


def test_deltas_of_all_kinds() -> None:
    events = [
        data_event({"choices": [], "prompt_filter_results": []}),
        chat_chunk({"role": "assistant"}),
        chat_chunk({"content": ""}),
        chat_chunk({"content": None, "reasoning_content": "not shown"}),
        chat_chunk({"content": "a", "reasoning": "not shown"}),
        data_event({"choices": [{"delta": {"content": "b"}}]}),
        data_event({"choices": [{"index": 0, "delta": None, "finish_reason": None}]}),
        data_event({"choices": [{"index": 0, "finish_reason": ""}]}),
        data_event({"usage": {"total_tokens": 1}}),
        data_event({"choices": None}),
        chat_chunk({"content": [{"type": "thinking", "thinking": []},
                                {"type": "text", "text": "c"}]}),
        chat_chunk({"refusal": "d"}),
        chat_chunk({"content": "e"}, "stop"),
        DONE,
    ]  # fmt: skip
    assert play(stream(events)) == Outcome(["a", "b", "c", "d", "e"], None)


@pytest.mark.parametrize("reason", ["stop", "eos", "end_turn", "STOP", "tool_calls"])
def test_regular_ends(reason: str) -> None:
    assert play(stream(chat_events("x", finish=reason))) == Outcome(["x"], None)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [("model_length", ReplyCutShort), ("error", ReplyBroken),
     ("insufficient_system_resource", ReplyBroken)],
)  # fmt: skip
def test_other_ends(reason: str, kind: type[Exception]) -> None:
    outcome = play(stream(chat_events("x", finish=reason)))
    assert outcome.pieces == ["x"]
    assert type(outcome.error) is kind


@pytest.mark.parametrize(
    "payload",
    [
        {"choices": "text"},
        {"choices": [7]},
        {"choices": [{"delta": "text"}]},
        {"choices": [{"delta": {"content": 7}}]},
        {"choices": [{"delta": {"content": [7]}}]},
        {"choices": [{"delta": {}, "finish_reason": 7}]},
        "text",
        None,
    ],
)
def test_shapes_of_nobody(payload: object) -> None:
    outcome = play(stream([chat_chunk({"content": "x"}), data_event(payload), DONE]))
    assert outcome.pieces == ["x"]
    assert type(outcome.error) is ReplyUnreadable


def test_events_after_done_are_not_read() -> None:
    outcome = play(stream([*chat_events("x"), chat_chunk({"content": "y"})]))
    assert outcome == Outcome(["x"], None)


def test_error_in_place_of_a_reply() -> None:
    outcome = play(stream([data_event({"error": "planted words"})]))
    assert type(outcome.error) is ReplyBroken


def test_models_as_a_bare_list() -> None:
    with WireServer() as server:
        server.play(json_answer([{"id": "b"}, {"id": "a"}, {"id": None}]))
        assert list_models(make_openai(server.url)) == ["b", "a"]
        assert server.requests[0].target == "/v1/models"


def test_model_with_a_slash_and_no_messages() -> None:
    with WireServer() as server:
        server.play(stream(chat_events("x")))
        assert ask(make_openai(server.url), request(model="a/b")).text == "x"
        assert server.requests[0].json()["model"] == "a/b"
