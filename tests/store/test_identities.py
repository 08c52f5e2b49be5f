"""Identities: kept apart, found again, and removed whole or not at all."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from app.privacy.placeholder import Placeholder
from app.store.chats import Chats, NewMessage
from app.store.curating import Curator
from app.store.database import Database
from app.store.errors import (
    DiskFull,
    IdentityNameMissing,
    IdentityNameTaken,
    LastIdentityStays,
    SecretTextRefused,
)
from app.store.identities import Identities
from app.store.migrations import MIGRATIONS, migrate
from app.store.numbering import FIRST_IDENTITY, Apart, Numbering, Style, identity_of
from app.store.providers import MIRROR_ID, Provider, Providers
from app.store.receipts import Receipt, Receipts
from app.store.vault import Vault
from tests.store.world import assign, cells, mark, span


@dataclass
class World:
    """The stores over one database."""

    database: Database
    vault: Vault
    chats: Chats
    identities: Identities

    @classmethod
    def of(cls, database: Database) -> "World":
        vault = Vault(database)
        chats = Chats(database, vault.secrets)
        curator = Curator(database, vault)
        return cls(database, vault, chats, Identities(database, vault.secrets, chats, curator))

    def hide(
        self, identity_id: int, value: str, privacy_type: str = "Email", apart: Apart = Apart.NOBODY
    ) -> Placeholder:
        """Say `value` in a new chat of an identity, with a receipt; return its placeholder."""
        chat = self.chats.create(identity_id, f"About {value}")
        numbering = Numbering.of(apart, Style.TYPED, identity_id, MIRROR_ID, chat.id)
        assignment = self.vault.assignment(numbering)
        placeholder = assignment.placeholder_for(span(value, privacy_type))
        self.vault.commit(assignment)
        text = f"it is {value}"
        message = self.chats.add(
            chat.id, NewMessage("user", text, (mark(text, value, placeholder),))
        )
        Receipts(self.database).add(
            Receipt(chat.id, message.id, datetime.now(UTC), "p", "h", "m", f"{placeholder}", {})
        )
        return placeholder


@pytest.fixture
def world(database: Database) -> World:
    return World.of(database)


@pytest.fixture
def identities(world: World) -> Identities:
    return world.identities


def test_there_is_one_without_a_name_at_first(identities: Identities) -> None:
    (first,) = identities.list()
    assert (first.id, first.name, first.names, first.instructions) == (FIRST_IDENTITY, "", (), "")
    assert first.provider_id == MIRROR_ID
    assert identities.chosen == FIRST_IDENTITY


def test_everything_of_an_identity_is_there_after_a_restart(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        identities = World.of(database).identities
        work = identities.add("  Work   at Elm ")
        identities.set_names(work.id, ("Ann Lee", " 李安 ", ""))
        identities.set_instructions(work.id, "I live in Elm Row. 用中文回答。")
        provider = Providers(database).add(Provider("x", "openai", "X", "https://x.example", "m"))
        identities.use_provider(work.id, provider.id)
        identities.choose(work.id)
    with Database.open(path, key) as database:
        identities = World.of(database).identities
        assert identities.chosen == work.id
        kept = identities.get(work.id)
        assert (kept.name, kept.names) == ("Work at Elm", ("Ann Lee", "李安"))
        assert kept.instructions == "I live in Elm Row. 用中文回答。"
        assert kept.provider_id == provider.id
        assert identities.get(FIRST_IDENTITY).names == ()
        Providers(database).remove(provider.id)
        assert identities.get(work.id).provider_id == MIRROR_ID


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_a_name_can_be_seen(identities: Identities, name: str) -> None:
    work = identities.add("Work")
    with pytest.raises(IdentityNameMissing):
        identities.add(name)
    with pytest.raises(IdentityNameMissing):
        identities.rename(work.id, name)
    assert [each.name for each in identities.list()] == ["", "Work"]


@pytest.mark.parametrize("name", ["Work", "work", "ＷＯＲＫ ", "Wo\u200brk"])
def test_a_name_is_given_once_however_it_is_written(identities: Identities, name: str) -> None:
    work = identities.add("Work")
    with pytest.raises(IdentityNameTaken):
        identities.add(name)
    with pytest.raises(IdentityNameTaken):
        identities.rename(FIRST_IDENTITY, name)
    assert identities.rename(work.id, name).name == name.strip()
    assert len(identities.list()) == 2


def test_names_of_all_are_known_the_own_ones_first(identities: Identities) -> None:
    work = identities.add("Work")
    identities.set_names(FIRST_IDENTITY, ("Ann Lee", "Annie"))
    identities.set_names(work.id, ("Dr. A. Lee", "Ann Lee"))
    assert identities.own_names(FIRST_IDENTITY) == ("Ann Lee", "Annie", "Dr. A. Lee")
    assert identities.own_names(work.id) == ("Dr. A. Lee", "Ann Lee", "Annie")


def test_a_secret_is_kept_in_no_part_of_an_identity(world: World) -> None:
    identities = world.identities
    work = identities.add("Work")
    assign(world.vault, span("sesame-99-x", "Password"))
    for refused in (
        lambda: identities.add("at sesame-99-x"),
        lambda: identities.rename(work.id, "Sesame-99-X"),
        lambda: identities.set_names(work.id, ("Ann", "sesame-99-x")),
        lambda: identities.set_instructions(work.id, "say sesame-99-x"),
    ):
        with pytest.raises(SecretTextRefused):
            refused()
    assert not any("sesame" in cell.casefold() for cell in cells(world.database))


def test_a_chat_belongs_to_one_identity_for_good(world: World) -> None:
    work = world.identities.add("Work")
    mine, other = world.chats.create(FIRST_IDENTITY, "mine"), world.chats.create(work.id, "other")
    assert (mine.identity_id, other.identity_id) == (FIRST_IDENTITY, work.id)
    assert [chat.title for chat in world.chats.list(FIRST_IDENTITY)] == ["mine"]
    assert [chat.title for chat in world.chats.list(work.id)] == ["other"]
    assert [chat.title for chat in world.chats.list()] == ["other", "mine"]
    for wrong in (
        "UPDATE chats SET identity_id = 1",
        "UPDATE chats SET identity_id = NULL",
        "INSERT INTO chats SELECT 9, title, 0, 0, 1, NULL, '', NULL FROM chats",
        "INSERT INTO chats SELECT 9, title, 0, 0, 1, NULL, '', 99 FROM chats",
    ):
        with pytest.raises(dbapi2.IntegrityError):
            world.database.execute(wrong)


def test_the_only_one_stays(identities: Identities) -> None:
    with pytest.raises(LastIdentityStays):
        identities.remove(FIRST_IDENTITY)
    assert len(identities.list()) == 1
    work = identities.add("Work")
    identities.remove(FIRST_IDENTITY)
    assert [each.id for each in identities.list()] == [work.id]
    assert identities.chosen == work.id
    with pytest.raises(LastIdentityStays):
        identities.remove(work.id)


@pytest.mark.parametrize("apart", Apart)
@pytest.mark.parametrize("goes", [0, 1])
def test_an_identity_goes_with_all_that_is_its_own_and_nothing_else(
    database: Database, apart: Apart, goes: int
) -> None:
    world = World.of(database)
    ids = (FIRST_IDENTITY, world.identities.add("Work").id)
    stays = 1 - goes
    values = ("ann@quartz.example", "bo@larch.example")
    for identity_id, value in zip(ids, values, strict=True):
        world.identities.set_names(identity_id, (f"Name {value}",))
        world.identities.set_instructions(identity_id, f"Told {value}")
        world.hide(identity_id, value, apart=apart)
        world.hide(identity_id, "shared@example.org", apart=apart)
        world.hide(identity_id, f"secret-of-{identity_id}", "Password", apart=apart)
    world.identities.choose(ids[goes])
    kept = world.identities.get(ids[stays]), world.chats.list(ids[stays])
    world.identities.remove(ids[goes])
    world.identities.remove(world.identities.add("Another").id)
    for again in (world, World.of(database)):
        assert (again.identities.get(ids[stays]), again.chats.list(ids[stays])) == kept
        assert again.identities.chosen == ids[stays]
        assert again.vault.known.find(values[goes]) == []
        assert [hit.text for hit in _hits(again, values[stays], "shared@example.org")] == [
            values[stays],
            "shared@example.org",
        ]
        assert {identity_of(each.scope) for each in again.vault.entries()} == {ids[stays]}
    assert world.vault.known.find(f"secret-of-{ids[goes]}") == []
    assert len(world.vault.known.find(f"secret-of-{ids[stays]}")) == 1
    assert not any(values[goes] in cell for cell in cells(database))
    assert Receipts(database).verify().faults == ()
    assert len(Receipts(database).list()) == 3
    assert database.query("PRAGMA foreign_key_check") == []


@dataclass(frozen=True)
class Hit:
    """What was found in a text."""

    text: str


def _hits(world: World, *values: str) -> Iterator[Hit]:
    text = ", ".join(values)
    for known in world.vault.known.find(text):
        yield Hit(text[known.start : known.end])


def _state(world: World) -> tuple[Any, ...]:
    tables = [
        name
        for (name,) in world.database.query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_trigrams%'"
        )
    ]
    rows = [sorted(map(repr, world.database.query(f"SELECT * FROM {name}"))) for name in tables]  # noqa: S608
    found = [str(hit.key) for hit in world.vault.known.find("a@x.example b@x.example hush-1-hush")]
    secrets = {each: world.vault.secrets.value(each) for each in world.vault.secrets.placeholders()}
    return rows, found, secrets, world.identities.chosen


def test_a_removal_that_fails_anywhere_changes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = world.identities.add("Work")
    world.identities.choose(work.id)
    for identity_id in (FIRST_IDENTITY, work.id):
        world.hide(identity_id, "a@x.example")
    world.hide(work.id, "b@x.example")
    world.hide(work.id, "hush-1-hush", "Password")
    before, real, at, done = _state(world), world.database.execute, 0, False
    while not done:
        at += 1
        made: list[str] = []

        def failing(sql: str, parameters: Any = (), made: list[str] = made, at: int = at) -> int:
            undoing = sql.startswith(("ROLLBACK", "RELEASE"))
            if not undoing:
                made.append(sql)
            if len(made) == at and not undoing:
                raise dbapi2.OperationalError("here")
            return real(sql, parameters)

        with monkeypatch.context() as patch:
            patch.setattr(world.database, "execute", failing)
            try:
                world.identities.remove(work.id)
                done = True
            except dbapi2.OperationalError:
                pass
        if not done:
            assert _state(world) == before, made[-1]
    assert at > 8
    assert _state(world) != before
    assert [each.id for each in world.identities.list()] == [FIRST_IDENTITY]


VALUES = ("ann@example.org", "bo@example.org", "李小明", "sesame-99-x")
TYPES = ("Email", "Email", "Real Name", "Password")


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["hide", "hide", "add", "remove"]),
            st.integers(0, 4),
            st.integers(0, 3),
            st.sampled_from(Apart),
        ),
        max_size=20,
    )
)
def test_no_placeholder_is_ever_of_two_identities_and_no_number_comes_back(
    steps: list[tuple[str, int, int, Apart]],
) -> None:
    with Database.in_memory() as database:
        world = World.of(database)
        owners: dict[Placeholder, tuple[int, int]] = {}
        ever: set[int] = {FIRST_IDENTITY}
        for count, (step, which, value, apart) in enumerate(steps):
            ids = [each.id for each in world.identities.list()]
            one = ids[which % len(ids)]
            if step == "add":
                new = world.identities.add(f"Identity {count}").id
                assert new not in ever, "an id came back"
                ever.add(new)
            elif step == "remove" and len(ids) > 1:
                world.identities.remove(one)
            elif step == "hide":
                placeholder = world.hide(one, VALUES[value], TYPES[value], apart)
                use = (one, value)
                assert owners.setdefault(placeholder, use) == use, "one placeholder, two uses"
                # Whoever speaks, the value is found.
                assert [hit.text for hit in _hits(world, VALUES[value])] == [VALUES[value]]
        ids = [each.id for each in world.identities.list()]
        for entry in world.vault.entries():
            assert identity_of(entry.scope) in ids
            assert entry.placeholder in owners


def test_what_was_there_before_belongs_to_the_first_one() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    step = [each.__name__ for each in MIGRATIONS].index("identities")
    migrate(connection, "old", MIGRATIONS[:step])
    kept = {
        "profile_names": ["Ann Lee", "李安"],
        "instructions": "Be brief. 简短。",
        "provider_id": 2,
        "threshold": 3,
    }
    for name, value in kept.items():
        connection.execute("INSERT INTO settings VALUES (?, ?)", (name, json.dumps(value)))
    connection.execute(
        "INSERT INTO providers (id, preset, wire, name, base_url, api_key, model)"
        " VALUES (2, 'x', 'openai', 'X', '', '', 'm')"
    )
    connection.execute(
        "INSERT INTO chats (id, title, created_at, updated_at, activity, model)"
        " VALUES (7, 'old', 0, 0, 1, '')"
    )
    connection.execute(
        "INSERT INTO messages (chat_id, role, text, state, created_at, provider, model, choices)"
        " VALUES (7, 'user', 'hello', 'complete', 0, '', '', '{}')"
    )
    migrate(connection, "now")
    world = World.of(Database(connection, "memory", None))
    (first,) = world.identities.list()
    assert (first.id, first.name, first.names) == (1, "", ("Ann Lee", "李安"))
    assert (first.instructions, first.provider_id) == ("Be brief. 简短。", 2)
    assert [(chat.id, chat.identity_id) for chat in world.chats.list(FIRST_IDENTITY)] == [(7, 1)]
    assert [message.text for message in world.chats.messages(7)] == ["hello"]
    assert world.database.query("SELECT name FROM settings") == [("threshold",)]


def test_a_provider_that_was_gone_before_is_the_mirror_now() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    step = [each.__name__ for each in MIGRATIONS].index("identities")
    migrate(connection, "old", MIGRATIONS[:step])
    connection.execute("INSERT INTO settings VALUES ('provider_id', '9')")
    migrate(connection, "now")
    (first,) = World.of(Database(connection, "memory", None)).identities.list()
    assert first.provider_id == MIRROR_ID


def test_nothing_private_stands_in_a_repr(identities: Identities) -> None:
    work = identities.add("Quiet Place")
    identities.set_names(work.id, ("Ann Lee",))
    identities.set_instructions(work.id, "I am Ann")
    assert "Ann" not in repr(identities.get(work.id))
    assert "Quiet" not in repr(identities.get(work.id))


def test_a_choice_that_cannot_be_written_holds_until_locking(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window shows it already; what is read must be read as that one."""

    def refuse(_sql: str, _parameters: Any = ()) -> int:
        raise DiskFull(file="understudy.db")

    work = world.identities.add("Work")
    with monkeypatch.context() as patch:
        patch.setattr(world.database, "execute", refuse)
        with pytest.raises(DiskFull):
            world.identities.choose(work.id)
    assert world.identities.chosen == work.id
    assert World.of(world.database).identities.chosen == FIRST_IDENTITY
