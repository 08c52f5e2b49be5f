"""Replies of both wires over a real socket: whole, in pieces, and in every way of going wrong."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.assistants.assistant import AssistantError
from app.assistants.failures import (
    EmptyReply,
    MessageTooLong,
    ProviderOverloaded,
    RateLimited,
    ReplyBroken,
    ReplyCut,
    ReplyCutShort,
    ReplyFiltered,
    ReplyTooLarge,
    ReplyUnreadable,
    Stalled,
    TextNotSendable,
    UnknownAddress,
)
from app.assistants.transport import DEFAULT_LIMITS, Limits
from tests.assistants.driving import (
    KEY,
    PLANTED,
    Outcome,
    RecordingGate,
    ask,
    assert_private,
    collected,
    request,
    run,
)
from tests.assistants.wire_cases import QUOTE, WireCase, play
from tests.assistants.wire_events import (
    END,
    STREAM_HEAD,
    chunk,
    cut_up,
    head,
    json_answer,
    stream,
    whole,
)
from tests.assistants.wire_server import Cut, Hold, WireServer

# Whole replies.


def test_pieces_arrive_as_sent(wire: WireCase) -> None:
    outcome = play(wire, stream(wire.events("Hel", "lo, ", "<Email_1>", "\n\n", "世界 👩‍👩‍👧")))
    assert outcome == Outcome(["Hel", "lo, ", "<Email_1>", "\n\n", "世界 👩‍👩‍👧"], None)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
def test_any_cut_of_the_bytes_gives_the_same(wire: WireCase, size: int) -> None:
    data = b"".join(wire.events("añb", "测试 ", "👍🏽", "end"))
    outcome = play(wire, stream(cut_up(data, size)), Limits())
    assert outcome == Outcome(["añb", "测试 ", "👍🏽", "end"], None)


@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1),
    size=st.integers(1, 200),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_any_cut(wire: WireCase, texts: list[str], size: int) -> None:
    data = b"".join(wire.events(*texts))
    assert play(wire, stream(cut_up(data, size)), DEFAULT_LIMITS) == Outcome(texts, None)


@pytest.mark.parametrize("ends", [b"\r\n", b"\r", b"\n"])
def test_line_ends_and_comments(wire: WireCase, ends: bytes) -> None:
    data = b": waiting\n\n" + b"".join(wire.events("one", "two"))
    outcome = play(wire, stream([data.replace(b"\n", ends)]))
    assert outcome == Outcome(["one", "two"], None)


def test_events_without_data(wire: WireCase) -> None:
    data = b"retry: 3000\n\n" + b"".join(wire.events("one")) + b"id: 7\n\n"
    assert play(wire, stream([data])) == Outcome(["one"], None)


def test_a_character_in_two_events(wire: WireCase) -> None:
    data = b"".join(wire.events("so ^", "_ 中", "ok ^", "no"))
    data = data.replace(b"^", b"\\ud83d").replace(b"_ ", b"\\ude00 ")
    outcome = play(wire, stream([data]))
    assert outcome == Outcome(["so ", "\U0001f600 中", "ok ", "\ud83dno"], None)


def test_ends_with_the_connection(wire: WireCase) -> None:
    body = b"".join(wire.events("one", "two"))
    outcome = play(wire, [head(200, {"content-type": "text/event-stream"}), body, Cut()])
    assert outcome == Outcome(["one", "two"], None)


def test_type_of_the_answer_left_out(wire: WireCase) -> None:
    body = b"".join(wire.events("one"))
    assert play(wire, [head(200), body, Cut()]) == Outcome(["one"], None)


def test_connection_is_used_again(wire: WireCase) -> None:
    with WireServer() as server:
        server.play(stream(wire.events("one")), stream(wire.events("two")))
        assistant = wire.make(server.url)

        async def twice() -> list[Outcome]:
            gate = RecordingGate()
            done = [await collected(assistant.reply(request(), gate)) for _ in range(2)]
            await assistant.aclose()
            return done

        assert run(twice()) == [Outcome(["one"], None), Outcome(["two"], None)]
        assert server.connections == 1


def test_complete_reply_survives_a_broken_close(wire: WireCase) -> None:
    limits = Limits(stall=300, closing=0.1)  # far more than a test may take
    for after in (Cut(), Cut(hard=True), Hold()):
        events = wire.ended("stop", "all")[:-1]
        assert play(wire, stream(events, after), limits) == Outcome(["all"], None)


def test_text_after_a_first_end_counts(wire: WireCase) -> None:
    events = [*wire.ended("stop", "one")[:-1], wire.piece("two")]
    outcome = play(wire, stream(events, Cut()))
    assert outcome.pieces == ["one", "two"]
    assert isinstance(outcome.error, ReplyCut)


# Streams that go wrong. What had arrived was yielded before.


def assert_after_two(outcome: Outcome, kind: type[AssistantError]) -> None:
    assert outcome.pieces == ["one", "two"]
    assert type(assert_private(outcome.error)) is kind


@pytest.mark.parametrize("after", [END, Cut(), Cut(hard=True), b"garbage\r\n"])
def test_cut_stream(wire: WireCase, after: bytes | Cut) -> None:
    assert_after_two(play(wire, stream(wire.ended(None, "one", "two"), after)), ReplyCut)


def test_stalled_stream(wire: WireCase) -> None:
    outcome = play(wire, stream(wire.ended(None, "one", "two"), Hold()))
    assert_after_two(outcome, Stalled)
    assert "1 seconds" in str(outcome.error)


def test_no_answer_at_all(wire: WireCase) -> None:
    assert type(play(wire, [Hold()]).error) is Stalled
    assert type(play(wire, [STREAM_HEAD, Hold()]).error) is Stalled
    assert type(play(wire, [Cut()]).error) is ReplyCut
    assert type(play(wire, [Cut(hard=True)]).error) is ReplyCut
    assert type(play(wire, [b"NONSENSE\r\n\r\n", Cut()]).error) is ReplyCut


def test_first_byte_may_take_longer(wire: WireCase) -> None:
    # The answer comes in one go, so that only its first byte is waited for.
    script = [STREAM_HEAD + chunk(b"".join(wire.events("late"))) + END]
    assert play(wire, script, Limits(first=30, stall=0.001)) == Outcome(["late"], None)


@pytest.mark.parametrize(
    "broken",
    [
        b"event: content_block_delta\ndata: {'not': json " + PLANTED.encode() + b"\n\n",
        b"event: content_block_delta\ndata: \xff\xfe" + KEY.encode() + b"\n\n",
        b"event: content_block_delta\ndata: [1, 2]\n\n",
        b"event: content_block_delta\ndata: 7\n\n",
        b"event: content_block_delta\ndata: " + b"[" * 200_000 + b"\n\n",
    ],
)
def test_broken_events(wire: WireCase, broken: bytes) -> None:
    events = [*wire.ended(None, "one", "two"), broken]
    assert_after_two(play(wire, stream(events)), ReplyUnreadable)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("server_error", ReplyBroken),
        ("overloaded_error", ProviderOverloaded),
        ("rate_limit_error", RateLimited),
        ("context_length_exceeded", MessageTooLong),
    ],
)
def test_error_event(wire: WireCase, kind: str, expected: type[AssistantError]) -> None:
    events = [*wire.ended(None, "one", "two"), wire.fault(kind, QUOTE)]
    assert_after_two(play(wire, stream(events)), expected)


def test_filtered(wire: WireCase) -> None:
    assert_after_two(play(wire, stream(wire.ended(wire.filtered, "one", "two"))), ReplyFiltered)
    assert type(play(wire, stream(wire.ended(wire.filtered))).error) is ReplyFiltered


def test_cut_short(wire: WireCase) -> None:
    assert_after_two(play(wire, stream(wire.ended(wire.too_long, "one", "two"))), ReplyCutShort)


def test_empty(wire: WireCase) -> None:
    outcome = play(wire, stream(wire.events()))
    assert not outcome.pieces
    assert type(assert_private(outcome.error)) is EmptyReply


def test_too_large(wire: WireCase) -> None:
    text = "x" * 65536
    outcome = play(wire, stream([wire.piece(text)] * 160), Limits())
    error = assert_private(outcome.error)
    assert type(error) is ReplyTooLarge
    assert error.details["bytes"] == 10_000_000
    assert len(outcome.text) == 10_000_000 // 65536 * 65536


def test_one_endless_event(wire: WireCase) -> None:
    for endless in ([b"data: ", *[b"x" * 65536] * 17], [b"data: x\n" * 1000] * 5):
        outcome = play(wire, stream([wire.piece("one"), *endless], Hold()))
        assert outcome.pieces == ["one"]
        assert type(outcome.error) is ReplyTooLarge


def test_endless_events_without_text(wire: WireCase) -> None:
    nothing = b": still here\n\n" * 1000
    outcome = play(wire, stream([nothing] * 20, Hold()), Limits(reply=1000))
    assert type(outcome.error) is ReplyTooLarge


def test_web_page_instead(wire: WireCase) -> None:
    page = f"<html>{QUOTE}</html>".encode()
    outcome = play(wire, whole(200, page, "text/html; charset=utf-8"))
    assert type(assert_private(outcome.error)) is UnknownAddress


def test_no_stream_instead(wire: WireCase) -> None:
    outcome = play(wire, json_answer({"choices": [{"message": {"content": QUOTE}}]}))
    assert type(assert_private(outcome.error)) is ReplyUnreadable


def test_packed_stream(wire: WireCase) -> None:
    headers = {"content-type": "text/event-stream", "content-encoding": "gzip"}
    outcome = play(wire, [head(200, headers), b"\x1f\x8b", Hold()])
    assert type(outcome.error) is ReplyUnreadable


def test_half_a_character(wire: WireCase) -> None:
    with WireServer() as server:
        gate = RecordingGate()
        outcome = ask(wire.make(server.url), request("broken \ud83d"), gate)
        assert type(outcome.error) is TextNotSendable
        assert not gate.admitted
        assert server.connections == 0
