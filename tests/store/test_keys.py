"""The key file: one passphrase in, one key out, and no silent replacement."""

import base64
import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import KnownError
from app.store.errors import (
    KeyFileExists,
    KeyFileMissing,
    KeyFileNewer,
    KeyFileUnreadable,
    PassphraseEmpty,
    ReadOnlyFolder,
    WrongPassphrase,
)
from app.store.kdf import KdfParameters
from app.store.keys import KeyFile
from tests.store.world import write_key_file

PASSPHRASE = "correct horse 电池"


@pytest.fixture
def keys(tmp_path: Path, cheap: KdfParameters) -> KeyFile:
    return KeyFile(tmp_path / "key.json", cheap)


def edit(keys: KeyFile, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the file as a text editor would, checksum and all left alone."""
    document = json.loads(keys.path.read_text())
    change(document)
    keys.path.write_text(json.dumps(document))


def test_the_same_passphrase_gives_the_key_again(keys: KeyFile) -> None:
    key = keys.create(PASSPHRASE)
    assert len(key) == 32
    assert keys.exists
    assert keys.unlock(PASSPHRASE) == key
    assert KeyFile(keys.path).unlock(PASSPHRASE) == key


def test_default_cost_is_the_second_option_of_rfc_9106(tmp_path: Path) -> None:
    keys = KeyFile(tmp_path / "key.json")
    key = keys.create(PASSPHRASE)
    way = json.loads(keys.path.read_text())["ways"][0]
    assert (way["kdf"], way["iterations"], way["lanes"], way["memory_kib"]) == (
        "argon2id",
        3,
        4,
        65536,
    )
    assert len(base64.b64decode(way["salt"])) == 16
    assert keys.unlock(PASSPHRASE) == key


def test_two_keys_have_nothing_in_common(tmp_path: Path, cheap: KdfParameters) -> None:
    first = KeyFile(tmp_path / "a.json", cheap)
    second = KeyFile(tmp_path / "b.json", cheap)
    assert first.create(PASSPHRASE) != second.create(PASSPHRASE)
    ways = [json.loads(each.path.read_text())["ways"][0] for each in (first, second)]
    assert all(ways[0][name] != ways[1][name] for name in ("salt", "nonce", "wrapped"))


@pytest.mark.parametrize("wrong", ["", "correct horse", PASSPHRASE + " ", PASSPHRASE.upper()])
def test_a_wrong_passphrase_is_named_and_changes_nothing(keys: KeyFile, wrong: str) -> None:
    keys.create(PASSPHRASE)
    before = keys.path.read_bytes()
    with pytest.raises(WrongPassphrase):
        keys.unlock(wrong)
    with pytest.raises(WrongPassphrase):
        keys.change(wrong, "new")
    assert keys.path.read_bytes() == before


def test_ways_of_typing_the_same_passphrase_are_one(keys: KeyFile) -> None:
    key = keys.create("caf\u00e9 \u00fcber")
    assert keys.unlock("cafe\u0301\u00a0u\u0308ber") == key


def test_an_empty_passphrase_is_refused(keys: KeyFile) -> None:
    with pytest.raises(PassphraseEmpty):
        keys.create("")
    assert not keys.exists
    keys.create(PASSPHRASE)
    with pytest.raises(PassphraseEmpty):
        keys.change(PASSPHRASE, "")
    keys.unlock(PASSPHRASE)


def test_changing_the_passphrase_keeps_the_key(keys: KeyFile) -> None:
    key = keys.create(PASSPHRASE)
    keys.bind("0011")
    keys.change(PASSPHRASE, "neues Wort")
    assert keys.unlock("neues Wort") == key
    assert keys.database == "0011"
    with pytest.raises(WrongPassphrase):
        keys.unlock(PASSPHRASE)


def test_changing_the_passphrase_keeps_other_ways(keys: KeyFile) -> None:
    keys.create(PASSPHRASE)
    other = {"kind": "keyring", "service": "desktop"}
    document = json.loads(keys.path.read_text())
    document["ways"].insert(0, other)
    write_key_file(keys.path, document)
    keys.change(PASSPHRASE, "new")
    assert json.loads(keys.path.read_text())["ways"][0] == other
    keys.unlock("new")


def test_an_existing_file_is_never_replaced(keys: KeyFile) -> None:
    keys.create(PASSPHRASE)
    before = keys.path.read_bytes()
    with pytest.raises(KeyFileExists):
        keys.create("another")
    keys.path.write_bytes(b"")
    with pytest.raises(KeyFileExists):
        keys.create("another")
    assert keys.path.read_bytes() == b""
    assert before
    assert [path.name for path in keys.path.parent.iterdir()] == ["key.json"]


def test_a_missing_file_is_named(keys: KeyFile) -> None:
    assert not keys.exists
    with pytest.raises(KeyFileMissing):
        keys.unlock(PASSPHRASE)


def test_every_cut_and_every_flipped_byte_is_damage_not_a_wrong_passphrase(keys: KeyFile) -> None:
    keys.create(PASSPHRASE)
    sound = keys.path.read_bytes()
    damaged = [sound[:length] for length in range(0, len(sound) - 2, 7)]
    for position in range(0, len(sound) - 1, 5):
        flipped = bytearray(sound)
        flipped[position] ^= 0x11
        damaged.append(bytes(flipped))
    for content in damaged:
        keys.path.write_bytes(content)
        # A flip can land on white space or turn the version into a newer one.
        try:
            keys.unlock(PASSPHRASE)
        except KnownError as error:
            assert isinstance(error, KeyFileUnreadable | KeyFileNewer)  # noqa: PT017 - either
        else:
            assert json.loads(content) == json.loads(sound)
        assert keys.path.read_bytes() == content


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"null", b'{"format": "understudy-key"}', b"\xff\xfe\x00", b"[" * 100_000],
)
def test_other_content_is_unreadable(keys: KeyFile, content: bytes) -> None:
    keys.path.write_bytes(content)
    with pytest.raises(KeyFileUnreadable):
        keys.unlock(PASSPHRASE)
    assert keys.path.read_bytes() == content


@pytest.mark.parametrize(
    "cost", [{"memory_kib": 1 << 40}, {"iterations": 1 << 40}, {"lanes": 0}, {"memory_kib": "x"}]
)
def test_a_file_cannot_ask_for_any_cost(keys: KeyFile, cost: dict[str, object]) -> None:
    keys.create(PASSPHRASE)
    document = json.loads(keys.path.read_text())
    document["ways"][0].update(cost)
    write_key_file(keys.path, document)  # with a checksum that fits
    with pytest.raises(KeyFileUnreadable):
        keys.unlock(PASSPHRASE)


def test_weakened_parameters_do_not_go_unnoticed(keys: KeyFile) -> None:
    keys.create(PASSPHRASE)
    document = json.loads(keys.path.read_text())
    document["ways"][0]["note"] = "trust me"
    write_key_file(keys.path, document)
    with pytest.raises(WrongPassphrase):
        keys.unlock(PASSPHRASE)


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.update(version=3),
        lambda document: document.update(version=99, ways="something else"),
    ],
)
def test_a_newer_file_is_named(keys: KeyFile, change: Callable[[dict[str, Any]], object]) -> None:
    keys.create(PASSPHRASE)
    edit(keys, change)
    before = keys.path.read_bytes()
    for attempt in (lambda: keys.unlock(PASSPHRASE), lambda: keys.change(PASSPHRASE, "new")):
        with pytest.raises(KeyFileNewer):
            attempt()
    assert keys.path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_may_read(tmp_path: Path, cheap: KdfParameters) -> None:
    keys = KeyFile(tmp_path / "deep" / "base" / "key.json", cheap)
    keys.create(PASSPHRASE)
    keys.change(PASSPHRASE, "new")
    assert stat.S_IMODE(keys.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.path.parent.stat().st_mode) == 0o700


def test_a_file_in_place_of_the_folder(tmp_path: Path, cheap: KdfParameters) -> None:
    (tmp_path / "base").write_bytes(b"mine")
    with pytest.raises(ReadOnlyFolder):
        KeyFile(tmp_path / "base" / "key.json", cheap).create(PASSPHRASE)
    assert (tmp_path / "base").read_bytes() == b"mine"


def test_drafts_of_a_killed_write_are_swept(keys: KeyFile) -> None:
    keys.create(PASSPHRASE)
    draft = keys.path.with_name("key.json.0123456789ab.new")
    draft.write_bytes(b"half")
    keys.change(PASSPHRASE, "new")
    assert [path.name for path in keys.path.parent.iterdir()] == ["key.json"]


def test_neither_key_nor_passphrase_stand_in_the_file(keys: KeyFile) -> None:
    key = keys.create(PASSPHRASE)
    content = keys.path.read_bytes()
    for secret in (key, PASSPHRASE.encode(), b"correct horse"):
        assert secret not in content
        assert base64.b64encode(secret).rstrip(b"=") not in content
        assert secret.hex().encode() not in content
