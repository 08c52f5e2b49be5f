"""Every failure has a sentence that can be filled in and says what the user needs."""

import inspect

import pytest

from app.assistants import failures
from app.assistants.assistant import AssistantError

KINDS = [
    kind
    for _, kind in inspect.getmembers(failures, inspect.isclass)
    if issubclass(kind, AssistantError) and kind is not AssistantError
]


@pytest.mark.parametrize("kind", KINDS)
def test_sentence(kind: type[AssistantError]) -> None:
    error = kind(provider="Acme", host="api.acme.example", status=418, seconds=7, bytes=99)
    said = str(error)
    assert "Acme" in said
    assert "{" not in said
    assert any(word in said for word in ("Nothing was sent", "still here", "kept", "nothing was"))
    assert said.count(". ") >= 1
    assert error.details["provider"] == "Acme"


def test_sentences_differ() -> None:
    assert len({kind.sentence for kind in KINDS}) == len(KINDS)
