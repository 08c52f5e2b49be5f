"""Fixtures of the assistants' tests."""

import pytest

from tests.assistants.wire_cases import ANTHROPIC, OPENAI, WireCase


@pytest.fixture(params=[OPENAI, ANTHROPIC], ids=lambda case: case.name)
def wire(request: pytest.FixtureRequest) -> WireCase:
    case = request.param
    assert isinstance(case, WireCase)
    return case
