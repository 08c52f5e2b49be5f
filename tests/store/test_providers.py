"""Providers: the mirror is always there, and keys show nowhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.store.database import Database
from app.store.errors import MirrorStays
from app.store.providers import MIRROR_ID, Provider, Providers

MINE = Provider("custom", "openai", "Mine", "https://api.example/v1", "big", "sk-fresh-4711")


def test_the_mirror_is_there_first_and_for_good(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        providers = Providers(database)
        (mirror,) = providers.list()
        assert (mirror.id, mirror.wire, mirror.name) == (MIRROR_ID, "mirror", "Mirror")
        providers.add(MINE)
        with pytest.raises(MirrorStays):
            providers.remove(MIRROR_ID)
        with pytest.raises(MirrorStays):
            providers.update(replace(mirror, wire="openai"))
        with pytest.raises(MirrorStays):
            providers.add(replace(mirror, id=0))
        assert providers.update(replace(mirror, name="Echo")).name == "Echo"
    with Database.open(path, key) as database:
        assert [each.name for each in Providers(database).list()] == ["Echo", "Mine"]


def test_providers_come_back_as_they_were(database: Database) -> None:
    providers = Providers(database)
    added = providers.add(MINE)
    assert added == replace(MINE, id=added.id)
    assert providers.get(added.id) == added
    changed = providers.update(replace(added, wire="anthropic", api_key="", model="small"))
    assert providers.get(added.id) == changed
    assert (changed.api_key, changed.wire) == ("", "anthropic")
    with pytest.raises(MirrorStays):
        providers.update(replace(changed, wire="mirror"))
    providers.remove(added.id)
    with pytest.raises(KeyError):
        providers.get(added.id)
    with pytest.raises(KeyError):
        providers.update(added)
    assert providers.add(MINE).id > added.id


def test_a_key_is_in_no_repr(database: Database) -> None:
    added = Providers(database).add(MINE)
    assert "4711" not in repr(added) + str(added) + f"{added}" + repr(MINE)
