"""The list of providers that the app ships, and its loader."""

from pathlib import Path

import pytest

from app.assistants.address import parse_address
from app.assistants.presets import load_presets

SHIPPED = Path(__file__).parents[2] / "resources" / "providers.toml"

ONE = """
[[provider]]
id = "one"
name = "One"
wire = "openai"
base_url = ""
key_url = ""
needs_key = false
"""


def test_shipped_presets() -> None:
    presets = load_presets(SHIPPED)
    assert [preset.id for preset in presets] == [
        "openai",
        "anthropic",
        "gemini",
        "deepseek",
        "mistral",
        "openrouter",
        "groq",
        "xai",
        "ollama",
        "lmstudio",
        "custom",
        "mirror",
    ]
    for preset in presets:
        if preset.base_url:
            assert parse_address(preset.base_url, preset.wire, preset.name).url == preset.base_url
        if preset.key_url:
            assert parse_address(preset.key_url, "mirror", preset.name).url == preset.key_url
        assert preset.needs_key == bool(preset.key_url)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "provider = []",
        "provider = 3",
        "not toml",
        "[[provider]]\nid = 'x'",
        ONE + ONE,
        ONE.replace("openai", "telex"),
        ONE.replace('"One"', "1"),
        ONE.replace('"one"', '""'),
        ONE.replace("false", '"false"'),
        ONE + "colour = 'red'\n",
        "provider = ['x']",
    ],
)
def test_broken_list(tmp_path: Path, text: str) -> None:
    path = tmp_path / "providers.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"."):
        load_presets(path)


def test_no_list(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_presets(tmp_path / "providers.toml")
