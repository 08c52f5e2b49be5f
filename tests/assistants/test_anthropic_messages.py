"""What is particular to the Messages API: the request's shape, thoughts, paging."""

import pytest
from anthropic import AsyncAnthropic

from app.assistants.anthropic_messages import API_VERSION, MAX_TOKENS
from app.assistants.assistant import ChatMessage, ChatRequest
from app.assistants.failures import ReplyCutShort, ReplyUnreadable
from tests.assistants.driving import (
    KEY,
    Outcome,
    RecordingGate,
    ask,
    list_models,
    make_anthropic,
    request,
)
from tests.assistants.wire_events import message_events, model_list, named_event, stream, text_delta
from tests.assistants.wire_server import Received, Script, WireServer


def sent(*messages: ChatMessage) -> Received:
    with WireServer() as server:
        server.play(stream(message_events("x")))
        assert ask(make_anthropic(server.url), ChatRequest("small", messages)).error is None
        return server.requests[0]


def play(script: Script) -> Outcome:
    with WireServer() as server:
        server.play(script)
        return ask(make_anthropic(server.url))


def test_request() -> None:
    arrived = sent(
        ChatMessage("system", "Be brief."),
        ChatMessage("user", "one"),
        ChatMessage("user", "two"),
        ChatMessage("assistant", " \n"),
        ChatMessage("user", "three"),
        ChatMessage("assistant", "yes"),
        ChatMessage("system", "Keep <Email_1>."),
        ChatMessage("assistant", "and"),
        ChatMessage("user", "  问\n"),
    )
    assert arrived.target == "/v1/messages"
    assert arrived.headers["x-api-key"] == KEY
    assert arrived.headers["anthropic-version"] == API_VERSION
    assert arrived.json() == {
        "model": "small",
        "max_tokens": MAX_TOKENS,
        "system": "Be brief.\n\nKeep <Email_1>.",
        "messages": [
            {"role": "user", "content": "one\n\ntwo\n\nthree"},
            {"role": "assistant", "content": "yes\n\nand"},
            {"role": "user", "content": "  问\n"},
        ],
        "stream": True,
    }


def test_no_system_prompt() -> None:
    assert "system" not in sent(ChatMessage("user", "one")).json()


def test_version_is_the_librarys() -> None:
    assert AsyncAnthropic(api_key="x").default_headers["anthropic-version"] == API_VERSION


def test_old_model_without_a_warning() -> None:
    with WireServer() as server:
        server.play(stream(message_events("x")))
        assert ask(make_anthropic(server.url), request(model="claude-2.1")).text == "x"


def test_blocks_of_all_kinds() -> None:
    def block(index: int, **content: object) -> bytes:
        return named_event(
            {"type": "content_block_start", "index": index, "content_block": content}
        )

    def delta(index: int, **content: object) -> bytes:
        return named_event({"type": "content_block_delta", "index": index, "delta": content})

    events = [
        block(0, type="redacted_thinking", data="not shown"),
        block(1, type="text", text="a"),
        text_delta("b"),
        delta(1, type="citations_delta", citation={"cited_text": "not shown"}),
        delta(2, type="input_json_delta", partial_json="not shown"),
        named_event({"type": "something_new", "text": "not shown"}),
        delta(1, type="something_new", text="not shown"),
        b"event: ping\ndata: {}\n\n",
        *message_events("c"),
    ]
    assert play(stream(events)) == Outcome(["a", "b", "c"], None)


@pytest.mark.parametrize("reason", ["end_turn", "stop_sequence", "tool_use", "pause_turn", "new"])
def test_regular_ends(reason: str) -> None:
    assert play(stream(message_events("x", stop=reason))) == Outcome(["x"], None)


def test_full_context() -> None:
    outcome = play(stream(message_events("x", stop="model_context_window_exceeded")))
    assert type(outcome.error) is ReplyCutShort


@pytest.mark.parametrize(
    "event",
    [
        {"type": "content_block_start", "content_block": "text"},
        {"type": "content_block_start", "content_block": {"type": "text", "text": 7}},
        {"type": "content_block_delta"},
        {"type": "content_block_delta", "delta": {"type": "text_delta", "text": ["x"]}},
        {"type": "message_delta", "delta": {"stop_reason": 7}},
    ],
)
def test_shapes_of_nobody(event: dict[str, object]) -> None:
    outcome = play(stream([text_delta("x"), named_event(event), *message_events("y")]))
    assert outcome.pieces == ["x"]
    assert type(outcome.error) is ReplyUnreadable


def test_pages_of_models() -> None:
    gate = RecordingGate()
    with WireServer() as server:
        server.play(
            model_list("a", "b", has_more=True, last_id="b"),
            model_list("c", has_more=True, last_id="c"),
            model_list("d", has_more=False, last_id="d"),
        )
        assert list_models(make_anthropic(server.url), gate) == ["a", "b", "c", "d"]
        assert [arrived.target for arrived in server.requests] == [
            "/v1/models?limit=1000",
            "/v1/models?limit=1000&after_id=b",
            "/v1/models?limit=1000&after_id=c",
        ]
        assert [admitted.url for admitted in gate.admitted] == [
            server.url + arrived.target for arrived in server.requests
        ]


def test_pages_without_end() -> None:
    with WireServer() as server:
        server.answer_with(lambda _: model_list("a", has_more=True, last_id="a"))
        assert list_models(make_anthropic(server.url)) == ["a"]
        assert len(server.requests) == 2

        def next_page(arrived: Received) -> Script:
            name = f"m{len(arrived.target)}-{len(server.requests)}"
            return model_list(name, has_more=True, last_id=name)

        server.answer_with(next_page)
        assert len(list_models(make_anthropic(server.url))) == 20
