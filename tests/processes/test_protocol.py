"""Messages survive the way through a line, and a line that is none quotes nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.processes.protocol import ProtocolError
from tests.processes.words import PROTOCOL, Said, Stop

TEXTS = st.text(st.characters(exclude_categories=[]))


@given(TEXTS, st.integers(), st.floats(allow_nan=False), st.lists(st.tuples(TEXTS, st.integers())))
def test_a_message_comes_back_as_it_was(
    text: str, number: int, share: float, many: list[tuple[str, int]]
) -> None:
    message = Said(text, number, share, many=tuple(many))
    line = PROTOCOL.encode(message)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert PROTOCOL.decode(line) == message


@given(st.one_of(st.binary(), st.recursive(st.text(), st.lists).map(json.dumps).map(str.encode)))
def test_a_line_that_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        PROTOCOL.decode(line)


def test_a_refusal_quotes_nothing() -> None:
    with pytest.raises(ProtocolError) as refused:
        PROTOCOL.decode(b'["Said", {"text": "hunter2", "oops": 1}]')
    assert "hunter2" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_only_known_messages_are_sent() -> None:
    with pytest.raises(TypeError):
        PROTOCOL.encode("a text")
    assert PROTOCOL.decode(PROTOCOL.encode(Stop())) == Stop()
