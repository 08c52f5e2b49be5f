"""What a scripted server sends: HTTP answers, and replies as both wires' documents show them."""

import json
from collections.abc import Iterable, Mapping

from tests.assistants.wire_server import Cut, Step


def head(status: int, headers: Mapping[str, str] | None = None) -> bytes:
    """Return a status line and headers."""
    lines = [f"HTTP/1.1 {status} Scripted"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def whole(
    status: int, body: bytes, media: str, headers: Mapping[str, str] | None = None
) -> list[Step]:
    """Return an answer in one go."""
    length = str(len(body))
    return [
        head(status, {"content-type": media, "content-length": length, **(headers or {})}) + body
    ]


def refuse(
    status: int,
    body: bytes = b"{}",
    media: str = "application/json",
    headers: Mapping[str, str] | None = None,
) -> list[Step]:
    """Return an error, and end the connection after it."""
    return [*whole(status, body, media, {"connection": "close", **(headers or {})}), Cut()]


def chunk(data: bytes) -> bytes:
    """Return `data` as one chunk of a chunked body: it arrives as one piece, whatever TCP does."""
    return b"%x\r\n%s\r\n" % (len(data), data)


END = b"0\r\n\r\n"
STREAM_HEAD = head(
    200, {"content-type": "text/event-stream; charset=utf-8", "transfer-encoding": "chunked"}
)


def stream(events: Iterable[bytes | Step], *after: Step) -> list[Step]:
    """Return a stream of `events`, each in a chunk of its own.

    It ends properly unless `after` says what comes instead. Steps among the events stay steps.
    """
    steps: list[Step] = [STREAM_HEAD]
    steps += [chunk(event) if isinstance(event, bytes) else event for event in events]
    return [*steps, *(after or (END,))]


def cut_up(data: bytes, size: int) -> list[bytes]:
    """Return `data` in pieces of `size` bytes, through characters and lines alike."""
    return [data[start : start + size] for start in range(0, len(data), size)]


# Events of both wires, in the shapes that the providers document.


def data_event(payload: object) -> bytes:
    """Return an event without a name, as OpenAI sends them."""
    return b"data: " + json.dumps(payload, ensure_ascii=False).encode() + b"\n\n"


def chat_chunk(delta: Mapping[str, object], finish: str | None = None, **more: object) -> bytes:
    """Return one chunk of a chat completion."""
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    return data_event(
        {
            "id": "chatcmpl-9",
            "object": "chat.completion.chunk",
            "created": 1790000000,
            "model": "small",
            "system_fingerprint": None,
            "choices": [choice],
            **more,
        }
    )


def chat_events(*texts: str, finish: str | None = "stop") -> list[bytes]:
    """Return a whole reply: role, texts, null and empty deltas, counts without choices, [DONE]."""
    events = [chat_chunk({"role": "assistant", "content": "", "refusal": None})]
    events += [chat_chunk({"content": text}) for text in texts]
    events.append(chat_chunk({"content": None}))
    if finish is not None:
        events.append(chat_chunk({}, finish))
    counts = {"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12}
    events.append(data_event({"id": "chatcmpl-9", "choices": [], "usage": counts}))
    return [*events, b"data: [DONE]\n\n"]


def named_event(payload: Mapping[str, object]) -> bytes:
    """Return an event that is named by its type, as Anthropic sends them."""
    return f"event: {payload['type']}\n".encode() + data_event(payload)


def text_delta(text: str, index: int = 1) -> bytes:
    """Return one piece of text of an Anthropic reply."""
    delta = {"type": "text_delta", "text": text}
    return named_event({"type": "content_block_delta", "index": index, "delta": delta})


def message_events(*texts: str, stop: str | None = "end_turn") -> list[bytes]:
    """Return a whole reply: start, a block of thoughts, a ping, a block of text, the end."""
    message = {"id": "msg_1", "role": "assistant", "content": [], "model": "small"}
    thought = {"type": "thinking_delta", "thinking": "not to be shown"}
    signed = {"type": "signature_delta", "signature": "bm90IHNob3du"}
    events: list[Mapping[str, object]] = [
        {"type": "message_start", "message": {"type": "message", **message}},
        {"type": "content_block_start", "index": 0,
         "content_block": {"type": "thinking", "thinking": "", "signature": ""}},
        {"type": "ping"},
        {"type": "content_block_delta", "index": 0, "delta": thought},
        {"type": "content_block_delta", "index": 0, "delta": signed},
        {"type": "content_block_stop", "index": 0},
        {"type": "content_block_start", "index": 1, "content_block": {"type": "text", "text": ""}},
    ]  # fmt: skip
    sent = [named_event(event) for event in events]
    sent += [text_delta(text) for text in texts]
    sent.append(named_event({"type": "content_block_stop", "index": 1}))
    if stop is not None:
        delta = {"stop_reason": stop, "stop_sequence": None}
        sent.append(
            named_event({"type": "message_delta", "delta": delta, "usage": {"output_tokens": 9}})
        )
        sent.append(named_event({"type": "message_stop"}))
    return sent


def model_list(*names: str, **more: object) -> list[Step]:
    """Return a list of models, in the shape that both wires share."""
    models = [{"id": name, "object": "model", "type": "model"} for name in names]
    return json_answer({"object": "list", "data": models, **more})


def json_answer(payload: object, status: int = 200) -> list[Step]:
    """Return `payload` as a JSON answer."""
    return whole(status, json.dumps(payload).encode(), "application/json")
