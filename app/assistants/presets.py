"""The providers that the app offers by name; the list itself is resources/providers.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from app.assistants.assistant import Wire


@dataclass(frozen=True, slots=True)
class Preset:
    """A provider to choose from.

    `base_url` is empty where the user enters it (and for the Mirror), `key_url` where there is no
    page to get a key from. `needs_key` is false where the server works without one.
    """

    id: str
    name: str
    wire: Wire
    base_url: str
    key_url: str
    needs_key: bool


def load_presets(path: Path) -> tuple[Preset, ...]:
    """Read the presets at `path`, in their order there.

    Raises `OSError` where the file cannot be read and `ValueError` where it is not what it should
    be: it is part of the app, so either means a broken installation.
    """
    tables = tomllib.loads(path.read_text("utf-8")).get("provider")
    if not isinstance(tables, list) or not tables:
        raise ValueError("the list of providers is empty")
    presets = tuple(_preset(table) for table in tables)
    if len({preset.id for preset in presets}) != len(presets):
        raise ValueError("two providers have the same id")
    return presets


def _preset(table: object) -> Preset:
    if not isinstance(table, dict):
        raise ValueError("a provider is not a table")  # noqa: TRY004  a fault of the file
    texts = {name: table.get(name) for name in ("id", "name", "wire", "base_url", "key_url")}
    needs_key = table.get("needs_key")
    if set(table) != {*texts, "needs_key"} or not isinstance(needs_key, bool):
        raise ValueError("a provider has missing or unknown fields")
    if not all(isinstance(text, str) for text in texts.values()):
        raise ValueError("a provider's field is not text")
    if texts["wire"] not in get_args(Wire) or not texts["id"] or not texts["name"]:
        raise ValueError("a provider has no id, no name or an unknown wire")
    return Preset(**cast("dict[str, Wire]", texts), needs_key=needs_key)
