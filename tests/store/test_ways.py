"""Several ways in: each opens the same key, and none is lost by accident."""

import base64
import json
from pathlib import Path

import pytest

from app.errors import KnownError
from app.store.errors import KeyFileNewer, KeyFileUnreadable, WrongPassphrase
from app.store.kdf import KdfParameters
from app.store.key_errors import LastWayStays, OtherWayNeeded, WayMissing, WrongRecoveryCode
from app.store.keys import KeyFile
from app.store.recovery_code import RecoveryCode
from app.store.ways import Passphrase, Recovery, WayKind
from tests.store.world import write_key_file

KEY_OF_THE_FIRST_VERSION = "fa7f646f177885ebef587a6573d4339a4ee1c4fb6bffc9b4c9018abaa1dd0830"
WRITTEN_BY_THE_FIRST_VERSION = """\
{
  "checksum": "fc8dc78977086307580fa91938b2ce6de8c4b2782e9f69b60c98453862bcb4d3",
  "database": "00112233445566778899aabbccddeeff",
  "format": "understudy-key",
  "version": 1,
  "ways": [
    {
      "cipher": "aes-256-gcm",
      "iterations": 1,
      "kdf": "argon2id",
      "kind": "passphrase",
      "lanes": 1,
      "memory_kib": 8,
      "nonce": "kgNCX5pWYDYm/RHQ",
      "salt": "CHtfrdX9Po/neI08y9lcew==",
      "wrapped": "+708GxozBAEepWvDqc5atIwWCaHoLNT9Czg9Je0fU2DnmhnEZh8oG+A3FDTjBjYX"
    }
  ]
}
"""


@pytest.fixture
def keys(tmp_path: Path, cheap: KdfParameters) -> KeyFile:
    return KeyFile(tmp_path / "key.json", cheap)


@pytest.fixture
def code() -> RecoveryCode:
    return RecoveryCode.new()


def test_each_way_opens_the_same_key(keys: KeyFile, code: RecoveryCode) -> None:
    key = keys.create("first")
    keys.put("first", Recovery(code))
    assert keys.ways == (WayKind.PASSPHRASE, WayKind.RECOVERY)
    assert keys.unlock("first") == keys.unlock(Recovery(code)) == key
    assert keys.unlock(Recovery(RecoveryCode.parse(str(code).lower()))) == key
    content = keys.path.read_bytes()
    assert code.characters.encode() not in content
    assert str(code).encode() not in content
    assert base64.b64encode(code.secret) not in content


def test_a_forgotten_passphrase_is_replaced_by_means_of_the_code(
    keys: KeyFile, code: RecoveryCode
) -> None:
    key = keys.create("forgotten")
    keys.put("forgotten", Recovery(code))
    keys.put(Recovery(code), "new")
    assert keys.unlock("new") == key
    with pytest.raises(WrongPassphrase):
        keys.unlock("forgotten")
    keys.unlock(Recovery(code))


def test_a_newer_code_replaces_the_older_one(keys: KeyFile, code: RecoveryCode) -> None:
    keys.create("first")
    keys.put("first", Recovery(code))
    keys.put(Recovery(code), Recovery(newer := RecoveryCode.new()))
    keys.unlock(Recovery(newer))
    with pytest.raises(WrongRecoveryCode):
        keys.unlock(Recovery(code))


def test_the_last_way_stays(keys: KeyFile, code: RecoveryCode) -> None:
    keys.create("first")
    before = keys.path.read_bytes()
    for proof in ("first", Recovery(code)):
        with pytest.raises(LastWayStays):
            keys.remove(proof, Passphrase(""))
    with pytest.raises(WayMissing):
        keys.remove("first", Recovery(code))
    assert keys.path.read_bytes() == before


def test_removing_one_needs_another_that_works(keys: KeyFile, code: RecoveryCode) -> None:
    key = keys.create("first")
    keys.put("first", Recovery(code))
    before = keys.path.read_bytes()
    with pytest.raises(OtherWayNeeded):
        keys.remove("first", Passphrase("first"))
    with pytest.raises(WrongRecoveryCode):
        keys.remove(Recovery(RecoveryCode.new()), Passphrase(""))
    with pytest.raises(WrongPassphrase):
        keys.remove("wrong", Recovery(code))
    assert keys.path.read_bytes() == before
    keys.remove(Recovery(code), Passphrase(""))
    assert keys.ways == (WayKind.RECOVERY,)
    assert keys.unlock(Recovery(code)) == key
    with pytest.raises(WayMissing):
        keys.unlock("first")


def test_a_key_made_with_a_code_alone(keys: KeyFile, code: RecoveryCode) -> None:
    key = keys.create(Recovery(code))
    keys.put(Recovery(code), "later")
    assert keys.unlock("later") == key


def test_the_first_format_opens_and_becomes_the_new_one_at_the_next_change(
    keys: KeyFile, code: RecoveryCode
) -> None:
    key = keys.create("first")
    document = json.loads(keys.path.read_text()) | {"version": 1, "database": "0011"}
    write_key_file(keys.path, document)
    before = keys.path.read_bytes()
    assert keys.unlock("first") == key
    assert keys.database == "0011"
    assert keys.path.read_bytes() == before
    keys.put("first", Recovery(code))
    assert json.loads(keys.path.read_text())["version"] == 2
    assert keys.unlock("first") == keys.unlock(Recovery(code)) == key
    assert keys.database == "0011"


def test_the_first_format_as_it_was_written_by_the_first_version(keys: KeyFile) -> None:
    keys.path.write_text(WRITTEN_BY_THE_FIRST_VERSION)
    assert keys.unlock("seven quiet lanterns drift").hex() == KEY_OF_THE_FIRST_VERSION
    assert keys.database == "00112233445566778899aabbccddeeff"


@pytest.mark.parametrize(
    ("change", "failure"),
    [
        ({"kdf": "scrypt"}, KeyFileNewer),
        ({"cipher": "xchacha"}, KeyFileNewer),
        ({"salt": "*"}, KeyFileUnreadable),
        ({"salt": ""}, KeyFileUnreadable),
        ({"nonce": "AAAA"}, KeyFileUnreadable),
        ({"wrapped": None}, KeyFileUnreadable),
        ({"wrapped": "AAAA"}, (WrongPassphrase, WrongRecoveryCode)),
    ],
)
def test_a_way_that_was_changed_is_told_and_the_other_still_opens(
    keys: KeyFile,
    code: RecoveryCode,
    change: dict[str, str | None],
    failure: type[KnownError],
) -> None:
    key = keys.create("first")
    keys.put("first", Recovery(code))
    sound = json.loads(keys.path.read_text())
    for place, way, other in ((0, "first", Recovery(code)), (1, Recovery(code), "first")):
        document = json.loads(json.dumps(sound))
        document["ways"][place].update(change)
        write_key_file(keys.path, document)
        with pytest.raises(failure):
            keys.unlock(way)
        assert keys.unlock(other) == key


@pytest.mark.parametrize("ways", [[], {}, None, ["x"], [{}], [{"kind": 1}]])
def test_ways_that_are_none_are_damage(keys: KeyFile, ways: object) -> None:
    keys.create("first")
    write_key_file(keys.path, json.loads(keys.path.read_text()) | {"ways": ways})
    with pytest.raises(KeyFileUnreadable):
        keys.unlock("first")


def test_the_old_file_stays_where_the_new_one_does_not_open(
    keys: KeyFile, code: RecoveryCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key that was wrapped wrongly, by a broken memory for one, never takes the place."""
    key = keys.create("first")
    before = keys.path.read_bytes()
    right = Recovery.wrap
    monkeypatch.setattr(
        Recovery, "wrap", lambda way, key, cost: right(way, bytes(b ^ 1 for b in key), cost)
    )
    with pytest.raises(KeyFileUnreadable):
        keys.put("first", Recovery(code))
    assert keys.path.read_bytes() == before
    assert keys.unlock("first") == key
    assert [path.name for path in keys.path.parent.iterdir()] == ["key.json"]
