"""The system's keyring opens where it encrypts, and is refused in words where it does not."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from app.store.kdf import KdfParameters
from app.store.key_errors import KeyringEntryMissing, KeyringUnavailable
from app.store.keys import KeyFile
from app.store.system_keyring import SERVICE, SystemKeyring, system_keeper
from app.store.ways import WayKind
from tests.store.keyrings import Forgetful, Refusing, Remembering


@pytest.fixture
def keys(tmp_path: Path, cheap: KdfParameters) -> KeyFile:
    keys = KeyFile(tmp_path / "key.json", cheap)
    keys.create("first")
    return keys


def way(keeper: Remembering) -> SystemKeyring:
    return SystemKeyring(lambda: keeper)


def test_it_opens_without_asking_the_person(keys: KeyFile) -> None:
    keeper = Remembering()
    keys.put("first", way(keeper))
    assert keys.ways == (WayKind.PASSPHRASE, WayKind.KEYRING)
    assert keys.unlock(way(keeper)) == keys.unlock("first")
    ((service, _),) = keeper.entries
    assert service == SERVICE
    (secret,) = keeper.entries.values()
    assert secret not in keys.path.read_text()


def test_setting_it_up_again_and_removing_it_leaves_no_entry(keys: KeyFile) -> None:
    keeper = Remembering()
    keys.put("first", way(keeper))
    before = set(keeper.entries)
    keys.put("first", way(keeper))
    assert len(keeper.entries) == 1
    assert set(keeper.entries) != before
    keys.remove("first", way(keeper))
    assert keeper.entries == {}
    assert keys.ways == (WayKind.PASSPHRASE,)


@pytest.mark.parametrize("keeper", [Forgetful(), Refusing()])
def test_a_keyring_that_does_not_keep_is_refused(keys: KeyFile, keeper: Remembering) -> None:
    before = keys.path.read_bytes()
    with pytest.raises(KeyringUnavailable) as refused:
        keys.put("first", way(keeper))
    assert "anything" not in str(refused.value)
    assert keys.path.read_bytes() == before


def test_an_entry_that_is_gone_or_of_another_vault_is_told(keys: KeyFile) -> None:
    keeper = Remembering()
    keys.put("first", way(keeper))
    (entry,) = keeper.entries
    for other in ("bm90IGl0", "not base64", "é"):
        keeper.entries[entry] = other
        with pytest.raises(KeyringEntryMissing):
            keys.unlock(way(keeper))
    del keeper.entries[entry]
    with pytest.raises(KeyringEntryMissing):
        keys.unlock(way(keeper))
    with pytest.raises(KeyringUnavailable):
        keys.unlock(way(Refusing()))
    keys.unlock("first")


def test_a_way_whose_keyring_is_gone_can_be_removed(keys: KeyFile) -> None:
    keys.put("first", way(Remembering()))
    keys.remove("first", way(Refusing()))
    assert keys.ways == (WayKind.PASSPHRASE,)


def library(backend: object) -> ModuleType:
    module = ModuleType("keyring")
    module.get_keyring = lambda: backend  # type: ignore[attr-defined]
    return module


def backend(module: str) -> object:
    return type("Keyring", (Remembering,), {"__module__": module})()


@pytest.mark.parametrize(
    "name", ["keyring.backends.fail", "keyring.backends.null", "keyrings.alt.file", "mine"]
)
def test_a_keyring_that_is_not_known_to_encrypt_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", library(backend(name)))
    with pytest.raises(KeyringUnavailable, match="none that encrypts"):
        system_keeper()
    with pytest.raises(KeyringUnavailable):
        SystemKeyring().check()


def test_of_several_the_one_that_encrypts_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    good = backend("keyring.backends.SecretService")
    chain = SimpleNamespace(backends=[backend("keyrings.alt.file"), good])
    monkeypatch.setitem(sys.modules, "keyring", library(chain))
    assert system_keeper() is good
    SystemKeyring().check()


def test_without_the_library_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(KeyringUnavailable, match="not installed"):
        system_keeper()


def test_a_library_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("keyring")
    module.get_keyring = lambda: 1 / 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", module)
    with pytest.raises(KeyringUnavailable, match="ZeroDivisionError"):
        system_keeper()


def test_the_real_library_is_asked_and_answers_in_words_here() -> None:
    """In a build machine there is no keyring; on a desktop there is one."""
    pytest.importorskip("keyring")
    try:
        SystemKeyring().check()
    except KeyringUnavailable as refused:
        assert "keyring cannot be used" in str(refused)  # noqa: PT017 - either is right
